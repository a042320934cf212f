"""Pieces -> rows -> words: text on one baseline, put together and taken apart by its gaps.

Puts back the spaces that gaps stand for, closes up letter-spaced words, and drops text that is
painted twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from statistics import median

from skillgap.readers.page import Piece

# Gaps in sizes of the font. A space is a quarter, a thin one in justified text 0.17; kerning
# and rounding stay below 0.12.
SPACE_GAP = 0.15
# Raised letters stand so far from their line's baseline, in sizes of the font, and are few.
RAISED, RAISED_LETTERS = 0.6, 6
# Baselines of one line differ by rounding only.
SAME_BASELINE = 0.18
# Letter-spaced words: at least so many single letters, so far apart at most.
SPACED_LETTERS, SPACED_GAP = 4, 1.6
# Small capitals have this share of the size of large ones, or more.
SMALL_CAPITALS = 0.6
# Behind a large capital, small ones that are a little spaced.
CAPITAL_GAP = 0.19
_YEAR_ENDS = re.compile(r"(?<!\w)(?:19|20)\d\d$")
# The gap from which on letters count as spaced; less is tracking that needs no mending.
LETTER_GAP = 0.07


class Word:
    """A word of a line: its pieces, and whether its letters were spaced."""

    __slots__ = ("pieces", "spaced", "text", "x0", "x1")

    def __init__(
        self, text: str, x0: float, x1: float, pieces: list[Piece], spaced: bool = False
    ) -> None:
        self.text, self.x0, self.x1, self.pieces, self.spaced = text, x0, x1, pieces, spaced

    @property
    def size(self) -> float:
        return self.pieces[0].size

    @property
    def fonts(self) -> set[str]:
        return {piece.style.font for piece in self.pieces}


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
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
        if len(row) > RAISED_LETTERS or sum(len(p.text) for p in row) > RAISED_LETTERS:
            continue
        near = rows[max(0, at - 2) : at] + rows[at + 1 : at + 3]
        homes = [_home(piece, near) for piece in row]
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
        for other in kept[-4:]:
            if other.text == piece.text and abs(other.x0 - piece.x0) < 0.12 * piece.size:
                break
        else:
            kept.append(piece)
    return kept


def words_in(row: list[Piece]) -> list[Word]:
    words: list[Word] = []
    at = 0
    while at < len(row):
        if len(row[at].text) > 1:  # most pieces are whole words
            _add(words, row[at])
            at += 1
            continue
        end = _letters_until(row, at)
        single = sum(len(piece.text) == 1 for piece in row[at:end])
        spaced = single >= max(SPACED_LETTERS, 0.75 * (end - at))
        gap = _letter_gap(row[at:end]) if spaced else 0.0
        if gap > LETTER_GAP * row[at].size:
            words += _close_up(row[at:end], gap)
        else:
            for piece in row[at : max(end, at + 1)]:
                _add(words, piece)
        at = max(end, at + 1)
    return words


def _add(words: list[Word], piece: Piece) -> None:
    last = words[-1] if words else None
    if last is not None and not last.spaced and _touching(last, piece):
        last.text += piece.text
        last.x1 = max(last.x1, piece.x1)
        last.pieces.append(piece)
    else:
        words.append(Word(piece.text, piece.x0, piece.x1, [piece]))


def _touching(word: Word, piece: Piece) -> bool:
    """Whether `piece` goes on with `word`: no space between them, written or left as a gap."""
    last = word.pieces[-1]
    gap = piece.x0 - word.x1
    size = min(last.size, piece.size)
    close = SPACE_GAP * size
    if last.size > size and last.style == piece.style and word.text.isupper():
        close = max(close, CAPITAL_GAP * last.size)
    if gap < -1.5 * size or gap > close:
        return False
    if piece.text[0].isupper() and _YEAR_ENDS.search(word.text) and not piece.text[1:].isupper():
        return False  # a full cell touches the next one: "Mar 2022", "Leeds"
    return not (last.space and last.order <= piece.order)


def _letters_until(row: list[Piece], start: int) -> int:
    """Where a run of pieces of one letter each, in one style, ends.

    Kerning may close the gaps of two or three of them ("AT"): those are let through.
    """
    at, first = start, row[start]
    while at < len(row) and len(row[at].text) <= (3 if at > start else 1):
        piece = row[at]
        if at > start:
            gap = (piece.x0 - row[at - 1].x1) / (piece.size or 1.0)
            if not -0.3 < gap < SPACED_GAP or not _is_alike(first, piece):
                break
        at += 1
    return at


def _is_alike(first: Piece, piece: Piece) -> bool:
    """Whether a letter goes on in the style of a run: in its size, or as small capitals do that
    are made of large ones."""
    small, large = sorted((first.size, piece.size))
    return piece.style == first.style and (large - small < 0.1 or small > SMALL_CAPITALS * large)


def _letter_gap(letters: list[Piece]) -> float:
    """The gap that is common between the letters of words."""
    gaps = sorted(b.x0 - a.x1 for a, b in zip(letters, letters[1:], strict=False))
    return median(gaps[: max(1, len(gaps) * 3 // 4)])


def _close_up(letters: list[Piece], common: float) -> list[Word]:
    """Words of a letter-spaced run: where a space is set, or gaps are well over the common one."""
    limit = max(common * 1.5, common + 0.12 * letters[0].size)
    spaces = sum(letter.space for letter in letters[:-1])
    written = 0 < spaces < 0.5 * (len(letters) - 1)  # else the spaces are the letter-spacing
    words: list[Word] = []
    last: Piece | None = None
    for letter in letters:
        apart = last is None or (last.space if written else letter.x0 - last.x1 > limit)
        if apart:
            words.append(Word(letter.text, letter.x0, letter.x1, [letter], spaced=True))
        else:
            word = words[-1]
            word.text += letter.text
            word.x1 = letter.x1
            word.pieces.append(letter)
        last = letter
    return words
