"""Pieces -> segments: text on one baseline without a wide gap, words set apart by one space.

Puts back the spaces that gaps stand for, closes up letter-spaced words, drops icons and text
that is painted twice, and takes list marks off the start of a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from skillgap.readers.pdf_fonts import UNKNOWN
from skillgap.readers.pdf_page import ASCENT, DESCENT, Dot, Piece, Rect

# Gaps in sizes of the font. A space is a quarter, a thin one in justified text 0.17; kerning
# and rounding stay below 0.12.
SPACE_GAP = 0.15
# Raised letters stand so far from their line's baseline, in sizes of the font, and are few.
RAISED, RAISED_LETTERS = 0.6, 6
# A gap that no word space reaches: cells, dates set right, gutters between columns.
WIDE_GAP = 0.95
# Baselines of one line differ by rounding only.
SAME_BASELINE = 0.18
# Letter-spaced words: at least so many single letters, so far apart at most.
SPACED_LETTERS, SPACED_GAP = 4, 1.6
# The gap from which on letters count as spaced; less is tracking that needs no mending.
LETTER_GAP = 0.07

# A list mark stands no farther from its text than this, in sizes of the font.
MARK_GAP, DOT_GAP = 4.0, 2.5

BULLETS = frozenset(
    "•◦▪▫■□●○‣⁃∙⋅►▸▶➤➢➔✓✔✦❖◆◇◾⬤⚫·»\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf06c\uf075"
)
# Marks that are a bullet only when they stand alone before the text of a line.
WEAK_BULLETS = frozenset("-–—*o+>→")

_ACCENTS = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "¸": "\u0327",
            "˚": "\u030a", "ˇ": "\u030c", "˘": "\u0306", "¯": "\u0304"}  # fmt: skip
_ACCENT = re.compile(f"([{''.join(_ACCENTS)}])([A-Za-zıȷ])")
_DOTLESS = {"ı": "i", "ȷ": "j"}


@dataclass(slots=True)
class Segment:
    """Text on one baseline without a wide gap."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    caps: bool  # letter-spaced or in small capitals
    order: int
    first: float  # width of the first word: would it have fitted on the line before?
    bullet: bool = False
    mark: float | None = None  # where the list mark stands
    style: str = ""

    @property
    def top(self) -> float:
        return self.y - ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.y + DESCENT * self.size

    @property
    def box(self) -> Rect:
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(slots=True)
class _Word:
    text: str
    x0: float
    x1: float
    pieces: list[Piece]
    spaced: bool = False

    @property
    def size(self) -> float:
        return self.pieces[0].size


def segments_of(pieces: Iterable[Piece], dots: Sequence[Dot] = ()) -> list[Segment]:
    """The segments of pieces that run in one direction, by baseline, then from the left.

    `dots` are list marks that are drawn, not set.
    """
    segments: list[Segment] = []
    for row in _rows(pieces):
        words = _words(row)
        found = [_segment(group) for group in _split(words)]
        segments += _take_marks([segment for segment in found if segment is not None])
    if dots:
        _take_dots(segments, dots)
    return segments


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces with a common baseline, each row sorted from the left."""
    rows: list[list[Piece]] = []
    top = -1e9
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        if rows and piece.y - top <= SAME_BASELINE * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            top = piece.y
    rows = _with_raised(rows)
    return [_without_doubles(sorted(row, key=lambda p: (p.x0, p.order))) for row in rows]


def _with_raised(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Raised and lowered letters (5th, H2O, the logo of LaTeX) go to the line that they touch."""
    for at, row in enumerate(rows):
        near = rows[max(0, at - 2) : at] + rows[at + 1 : at + 3]
        few = sum(len(piece.text) for piece in row) <= RAISED_LETTERS
        homes = [_home(piece, near) if few else None for piece in row]
        for piece, home in zip(row, homes, strict=True):
            if home is not None:
                home.append(piece)
        row[:] = [piece for piece, home in zip(row, homes, strict=True) if home is None]
    return [row for row in rows if row]


def _home(piece: Piece, rows: list[list[Piece]]) -> list[Piece] | None:
    for row in rows:
        for other in row:
            size = max(piece.size, other.size)
            if abs(piece.y - other.y) < RAISED * size and len(row) > 1:
                gap = max(piece.x0 - other.x1, other.x0 - piece.x1)
                if -0.5 * size < gap < SPACE_GAP * size:
                    return row
    return None


def _without_doubles(row: list[Piece]) -> list[Piece]:
    """Bold by painting twice, a little apart: the second one goes."""
    kept: list[Piece] = []
    for piece in row:
        near = 0.12 * piece.size
        doubled = any(
            other.text == piece.text and abs(other.x0 - piece.x0) < near for other in kept[-4:]
        )
        if not doubled:
            kept.append(piece)
    return kept


def _words(row: list[Piece]) -> list[_Word]:
    words: list[_Word] = []
    at = 0
    while at < len(row):
        end = _letters_until(row, at)
        gap = _letter_gap(row[at:end]) if end - at >= SPACED_LETTERS else 0.0
        if gap > LETTER_GAP * row[at].size:
            words += _close_up(row[at:end], gap)
        else:
            for piece in row[at : max(end, at + 1)]:
                _add(words, piece)
        at = max(end, at + 1)
    return words


def _add(words: list[_Word], piece: Piece) -> None:
    last = words[-1] if words else None
    if last is not None and not last.spaced and _touching(last, piece):
        last.text += piece.text
        last.x1 = max(last.x1, piece.x1)
        last.pieces.append(piece)
    else:
        words.append(_Word(piece.text, piece.x0, piece.x1, [piece]))


def _touching(word: _Word, piece: Piece) -> bool:
    """Whether `piece` goes on with `word`: no space between them, written or left as a gap."""
    last = word.pieces[-1]
    gap = piece.x0 - word.x1
    size = min(last.size, piece.size)
    if gap < -1.5 * size or gap > SPACE_GAP * size:
        return False
    return not (last.space and last.order <= piece.order)


def _letters_until(row: list[Piece], start: int) -> int:
    """Where a run of pieces of one letter each, in one style, ends."""
    at, first = start, row[start]
    while at < len(row) and len(row[at].text) == 1:
        piece = row[at]
        if at > start:
            gap = (piece.x0 - row[at - 1].x1) / (piece.size or 1.0)
            if not -0.3 < gap < SPACED_GAP or abs(piece.size - first.size) > 0.1:
                break
            if piece.style != first.style:
                break
        at += 1
    return at


def _letter_gap(letters: list[Piece]) -> float:
    """The gap that is common between the letters of words."""
    gaps = sorted(b.x0 - a.x1 for a, b in zip(letters, letters[1:], strict=False))
    return median(gaps[: max(1, len(gaps) * 3 // 4)])


def _close_up(letters: list[Piece], common: float) -> list[_Word]:
    """Words of a letter-spaced run: where a space is set, or gaps are well over the common one."""
    limit = max(common * 1.5, common + 0.12 * letters[0].size)
    spaces = sum(letter.space for letter in letters[:-1])
    written = 0 < spaces < 0.5 * (len(letters) - 1)  # else the spaces are the letter-spacing
    words: list[_Word] = []
    last: Piece | None = None
    for letter in letters:
        apart = last is None or (last.space if written else letter.x0 - last.x1 > limit)
        if apart:
            words.append(_Word(letter.text, letter.x0, letter.x1, [letter], spaced=True))
        else:
            word = words[-1]
            word.text += letter.text
            word.x1 = letter.x1
            word.pieces.append(letter)
        last = letter
    return words


def _split(words: list[_Word]) -> list[list[_Word]]:
    """Words between wide gaps."""
    groups: list[list[_Word]] = []
    for word in words:
        last = groups[-1][-1] if groups else None
        if last is not None:
            wide = WIDE_GAP * min(last.size, word.size)
            if last.spaced and word.spaced:
                wide = 2.5 * SPACED_GAP * word.size
            if word.x0 - last.x1 <= wide:
                groups[-1].append(word)
                continue
        groups.append([word])
    return groups


def _segment(words: list[_Word]) -> Segment | None:
    """One segment, without icons and its list mark; None where nothing is left."""
    mark = words[0].x0 if _is_mark(words) else None
    if mark is not None and len(words) > 1:
        words = words[1:]
    alone = mark is not None and len(words) == 1 and words[0].x0 == mark
    said = words if alone else [word for word in words if not _is_icon(word.text)]
    if not said:
        return None
    pieces = [piece for word in said for piece in word.pieces]
    letters = sum(len(piece.text) for piece in pieces)
    biggest = max(pieces, key=lambda piece: len(piece.text))
    return Segment(
        text=_compose(" ".join(word.text for word in said)),
        x0=said[0].x0,
        x1=max(word.x1 for word in said),
        y=biggest.y,
        size=biggest.size,
        bold=sum(len(p.text) for p in pieces if p.style.bold) > 0.9 * letters,
        caps=all(word.spaced for word in said) or all(p.style.small_caps for p in pieces),
        order=min(piece.order for piece in pieces),
        first=said[0].x1 - said[0].x0,
        bullet=mark is not None and not alone,
        mark=mark,
        style=biggest.style.font,
    )


def _is_mark(words: list[_Word]) -> bool:
    """Whether the first word is a list mark; one that is glued to its word is cut off it."""
    head = words[0]
    if head.text in BULLETS:
        return True
    if head.text in WEAK_BULLETS:
        return len(words) == 1 or words[1].x0 - head.x1 > SPACE_GAP * head.size
    if head.text[0] in BULLETS and head.text[0] not in "·»" and len(head.text) > 1:
        width = (head.x1 - head.x0) / len(head.text)
        words.insert(0, _Word(head.text[0], head.x0, head.x0 + width, head.pieces[:1]))
        head.text, head.x0 = head.text[1:], head.x0 + width
        return True
    return False


def _is_icon(text: str) -> bool:
    """A glyph or two of an icon font: private use characters, or ones without a meaning."""
    return len(text) < 3 and all(
        letter == UNKNOWN or "\ue000" <= letter <= "\uf8ff" for letter in text
    )


def _compose(text: str) -> str:
    """Accents that a font sets as glyphs of their own go onto their letter."""
    if not text.isascii():
        text = _ACCENT.sub(
            lambda m: unicodedata.normalize("NFC", _DOTLESS.get(m[2], m[2]) + _ACCENTS[m[1]]),
            text,
        )
        text = unicodedata.normalize("NFC", text)
    return text


def _take_marks(row: Sequence[Segment]) -> list[Segment]:
    """A list mark that stands in a segment of its own goes to the text after it."""
    kept: list[Segment] = []
    for segment in row:
        last = kept[-1] if kept else None
        if last is not None and last.mark is not None and not last.bullet:
            gap = segment.x0 - last.x1
            before = last.x0 - kept[-2].x1 if len(kept) > 1 else 1e9
            if gap < MARK_GAP * segment.size and before > 1.5 * gap:
                segment.bullet, segment.mark = True, last.x0
                kept[-1] = segment
                continue
        kept.append(segment)
    return kept


def _take_dots(segments: list[Segment], dots: Sequence[Dot]) -> None:
    """Drawn list marks: a lone dot right before a text that is not a heading."""
    alone = [
        dot
        for dot in dots
        if not any(
            other is not dot and abs(other.y - dot.y) < 1 and -1 < dot.x0 - other.x1 < 2 * dot.size
            for other in dots
        )
    ]
    for segment in segments:
        middle = segment.y - 0.3 * segment.size
        for dot in () if segment.bullet or segment.bold else alone:
            near = 0 < segment.x0 - dot.x1 < DOT_GAP * segment.size
            if near and abs(dot.y - middle) < 0.3 * segment.size and dot.size < 0.7 * segment.size:
                segment.bullet, segment.mark = True, dot.x0
                break
