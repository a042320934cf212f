"""Runs of formatted text -> pieces: what DOCX, ODT, RTF and HTML have in common.

A paragraph is a row of runs, each with its look. What is seen becomes one piece, what is hidden
one more for each reason. Form then tells headings and list items that no style names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from skillgap.dates import YEAR
from skillgap.models import BlockKind
from skillgap.readers.assembly import MAX_BLOCKS, MAX_CHARACTERS, Piece, clean, too_long

# Nobody reads type smaller than this, in points; the PDF reader draws the same line.
TINY = 2.0
# A heading is short, and larger than the body by this much, bold, or in capitals.
HEADING_LETTERS, HEADING_WORDS, LARGER = 60, 8, 1.12
SHORTEST_SHOUT = 4  # letters: "SQL" in capitals is an acronym
# The cells of a table of facts are short; longer ones make it a layout.
CELL_WORDS = 15
# Colours differ to the eye if one of red, green and blue (0 to 1) does by so much.
SEEN = 0.1

Color = tuple[float, float, float]
WHITE: Color = (1.0, 1.0, 1.0)
BLACK: Color = (0.0, 0.0, 0.0)

_SIGN = re.compile(r"(?:[•▪◦‣◆◇●○■□▸►▶➢➤·∙⁃✓✔✦❖\uf0a7\uf0b7\u2043]\s*|[-–—*]\s+)(?=\S)")
_NO_HEADING = re.compile(r"@|\d{3}|\t|[.,;]$")
_CONTACT = re.compile(r"\S@\S+\.\w|\+?\d[\d ().-]{7,}\d")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks: `hidden` is the reason why nobody sees it, size in points (0: unknown)."""

    hidden: str = ""
    size: float = 0.0
    bold: bool = False


PLAIN = Look()


class Flow:
    """Collects runs into pieces. Raises UnreadableError (`limit`) on too much text."""

    def __init__(self, source: str) -> None:
        self.pieces: list[Piece] = []
        self._source = source
        self._runs: list[tuple[str, Look]] = []
        self._length = 0

    def add(self, text: str, look: Look = PLAIN) -> None:
        """One more run of the paragraph."""
        self._length += len(text)
        if self._length > MAX_CHARACTERS:
            raise too_long(self._source)
        self._runs.append((text, look))

    def end(self, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """The paragraph ends here."""
        runs, self._runs = self._runs, []
        seen = [(text, look) for text, look in runs if not look.hidden]
        if len(self.pieces) > MAX_BLOCKS:
            raise too_long(self._source)
        if any(text.strip() for text, _ in seen):
            self.pieces.append(_piece(kind, seen))
        for reason in dict.fromkeys(look.hidden for _, look in runs if look.hidden):
            text = "".join(text for text, look in runs if look.hidden == reason)
            if text.strip():
                self.pieces.append(Piece(BlockKind.HIDDEN, text, reason))

    def hide(self, text: str, reason: str) -> None:
        """A piece that nobody sees."""
        self._length += len(text)
        if self._length > MAX_CHARACTERS or len(self.pieces) > MAX_BLOCKS:
            raise too_long(self._source)
        self.pieces.append(Piece(BlockKind.HIDDEN, text, reason))


def _piece(kind: BlockKind, runs: Sequence[tuple[str, Look]]) -> Piece:
    sizes: Counter[float] = Counter()
    for text, look in runs:
        sizes[look.size] += len(text.strip())
    bold = all(look.bold for text, look in runs if text.strip())
    return Piece(kind, "".join(text for text, _ in runs), "", sizes.most_common(1)[0][0], bold)


def alike(one: Color, other: Color) -> bool:
    """Whether the eye takes two colours for one."""
    return all(abs(a - b) < SEEN for a, b in zip(one, other, strict=True))


def unseen(size: float, color: Color, background: Color | None) -> str:
    """Why type of this size (0: unknown) and colour is not seen, or ""; None is a picture."""
    if 0 < size <= TINY:
        return "tiny"
    if background is not None and alike(color, background):
        return "white" if alike(color, WHITE) else "background-coloured"
    return ""


def finish(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with headings and list items known by their form."""
    kept = []
    for piece in pieces:
        piece.text = clean(piece.text)
        if piece.text:
            kept.append(piece)
    sizes: Counter[float] = Counter()
    for piece in kept:
        sizes[piece.size] += len(piece.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    for piece in kept:
        if piece.kind is BlockKind.PARAGRAPH:
            _shape(piece, body)
        elif piece.kind is BlockKind.BULLET:
            piece.text = (
                _SIGN.sub("", piece.text, count=1) if _SIGN.match(piece.text) else piece.text
            )
    return kept


def _shape(piece: Piece, body: float) -> None:
    if sign := _SIGN.match(piece.text):
        piece.kind, piece.text = BlockKind.BULLET, piece.text[sign.end() :]
    elif _is_heading(piece, body):
        piece.kind = BlockKind.HEADING


def _is_heading(piece: Piece, body: float) -> bool:
    text = piece.text
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < 2 or len(text) > HEADING_LETTERS or len(text.split()) > HEADING_WORDS:
        return False
    if _NO_HEADING.search(text):
        return False
    shouts = text == text.upper() and len(letters) >= SHORTEST_SHOUT
    return piece.bold or shouts or 0 < LARGER * body <= piece.size


def furniture(pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of a header or footer: those with contact data belong to the resume's head."""
    kept = finish(pieces)
    basics = any(
        _CONTACT.search(piece.text) for piece in kept if piece.kind is not BlockKind.HIDDEN
    )
    if basics:
        return kept, []
    for piece in kept:
        if piece.kind is not BlockKind.HIDDEN:
            piece.kind = BlockKind.FURNITURE
    return [], kept


Cell = list[Piece]
_DATE_LINES, _DATE_LETTERS = 3, 40  # of a cell that dates what stands beside it


def table(rows: Sequence[Sequence[Cell]]) -> list[Piece]:
    """The pieces of a table: a table of facts row by row, a layout cell by cell.

    A table is a layout in columns if cells in several of its columns hold several pieces each.
    """
    hidden = [
        piece
        for row in rows
        for cell in row
        for piece in cell
        if piece.kind is BlockKind.HIDDEN and piece.text.strip()
    ]
    cells = [[_visible(cell) for cell in row] for row in rows]
    pieces: list[Piece] = []
    width = max((len(row) for row in cells), default=0)
    full = {
        at for row in cells for at, cell in enumerate(row) if len(cell) > 1 and not _is_fact(cell)
    }
    if len(full) > 1:
        for at in range(width):
            pieces += [piece for row in cells if at < len(row) for piece in row[at]]
    else:
        for row in cells:
            pieces += _row([cell for cell in row if cell])
    return pieces + hidden


def _visible(cell: Cell) -> Cell:
    """What is seen of a cell; dates in several short lines are one piece: "05/2020 –", "today"."""
    seen = [p for p in cell if p.kind is not BlockKind.HIDDEN and p.text.strip()]
    text = " ".join(clean(piece.text) for piece in seen)
    if 1 < len(seen) <= _DATE_LINES and len(text) <= _DATE_LETTERS and YEAR.search(seen[0].text):
        first = seen[0]
        return [Piece(BlockKind.CELL, text, size=first.size, bold=first.bold)]
    return seen


def _is_fact(cell: Cell) -> bool:
    return len(cell) == 1 and len(cell[0].text.split()) <= CELL_WORDS


def _row(row: list[Cell]) -> list[Piece]:
    """A row of facts as one piece; a date before a longer cell joins its first line."""
    if len(row) > 1 and all(_is_fact(cell) for cell in row):
        pieces = [cell[0] for cell in row]
        text = "\t".join(" ".join(piece.text.split()) for piece in pieces)
        bold = all(piece.bold for piece in pieces)
        return [Piece(BlockKind.CELL, text, size=pieces[0].size, bold=bold)]
    if len(row) == 2 and _is_fact(row[0]) and re.search(r"\d", row[0][0].text):
        first = row[1][0]
        if first.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CELL):
            text = f"{clean(row[0][0].text)}\t{clean(first.text)}"
            return [Piece(BlockKind.CELL, text, size=first.size, bold=first.bold), *row[1][1:]]
    return [piece for cell in row for piece in cell]
