"""Words -> segments: text on one baseline without a wide gap, words set apart by one space.

Icons are dropped, list marks taken off the start of a line, accents put onto their letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from skillgap.readers.layout.words import SPACE_GAP, SPACED_GAP, Word, rows_of, words_in
from skillgap.readers.page import ASCENT, DESCENT, UNKNOWN, Dot, Piece, is_picture_font

# A gap that no word space reaches: cells, dates set right, gutters between columns.
WIDE_GAP = 0.95
# The same before a text that starts at one place in so many rows, if it is so much wider than the
# row's other gaps, and what stands before it has so many letters (a list's number has fewer).
ALIGNED_GAP, ALIGNED_ROWS, STANDS_OUT, SHORTEST_LABEL = 0.6, 3, 1.5, 4
# Gaps of a line that is spread over its column are alike to this share; so many words show it.
STRETCHED, STRETCHED_WORDS = 1.2, 4
# A list mark stands no farther from its text than this, in sizes of the font.
MARK_GAP, DOT_GAP = 4.0, 2.5
# A page with more drawn dots has a pattern on it, and no list so long.
MOST_DOTS = 500

BULLETS = frozenset(
    "•◦▪▫■□●○‣⁃∙⋅►▸▶➤➢➔✓✔✦❖◆◇◾⬤⚫·»\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf06c\uf075"
)
# Marks that are a bullet only when they stand alone before the text of a line.
WEAK_BULLETS = frozenset("-–—*o+>→")

# Fonts of pictograms; what their letters would be means nothing.
_ICON_FONT = re.compile(
    r"awesome|icon|material(?:design|symbols)|fontello|marvosym|dingbats-?icons|entypo|glyphicons|feather",
    re.I,
)
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
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


def segments_of(pieces: Iterable[Piece], dots: Sequence[Dot] = ()) -> list[Segment]:
    """The segments of pieces that run in one direction, by baseline, then from the left.

    `dots` are list marks that are drawn, not set.
    """
    segments: list[Segment] = []
    rows = [words_in(row) for row in rows_of(pieces)]
    starts = _aligned(rows)
    for words in rows:
        found = [_segment(group) for group in _split(words, starts)]
        segments += _take_marks([segment for segment in found if segment is not None])
    if dots:
        _take_dots(segments, dots)
    return segments


def _aligned(rows: list[list[Word]]) -> frozenset[int]:
    """Where text starts in many rows, each time behind a gap that stands out in its row: a column
    close behind a column of labels. In tenths of a point, one to either side."""
    starts: Counter[int] = Counter()
    for words in rows:
        gaps = [b.x0 - a.x1 for a, b in zip(words, words[1:], strict=False)]
        for at, gap in enumerate(gaps):
            word = words[at + 1]
            if not ALIGNED_GAP * word.size < gap < WIDE_GAP * word.size:
                continue
            others = gaps[:at] + gaps[at + 1 :]
            label = sum(len(left.text) for left in words[: at + 1])
            if label >= SHORTEST_LABEL and gap > STANDS_OUT * max(others, default=0.0):
                starts[round(10 * word.x0)] += 1
    return frozenset(
        near
        for start in starts
        if sum(starts[start + off] for off in (-1, 0, 1)) >= ALIGNED_ROWS
        for near in (start - 1, start, start + 1)
    )


def _split(words: list[Word], starts: frozenset[int] = frozenset()) -> list[list[Word]]:
    """Words between wide gaps, and between narrower ones before what is `_aligned`."""
    groups: list[list[Word]] = []
    if _is_stretched(words):
        return [words]
    for word in words:
        last = groups[-1][-1] if groups else None
        if last is not None:
            wide = WIDE_GAP * min(last.size, word.size)
            if last.spaced and word.spaced:
                wide = 2.5 * SPACED_GAP * word.size
            elif starts and round(10 * word.x0) in starts:
                wide = ALIGNED_GAP * word.size
            if word.x0 - last.x1 <= wide:
                groups[-1].append(word)
                continue
        groups.append([word])
    return groups


def _is_stretched(words: list[Word]) -> bool:
    """Whether a line was spread over its column: all gaps are wide and alike, between words of a
    sentence, behind its list mark or without one."""
    words = words[words[0].text in BULLETS :]
    if len(words) < STRETCHED_WORDS or any(word.spaced for word in words):
        return False
    gaps = [b.x0 - a.x1 for a, b in zip(words, words[1:], strict=False)]
    small = sum(word.text[0].islower() for word in words)
    wide = WIDE_GAP * words[0].size
    return min(gaps) > wide and max(gaps) < STRETCHED * min(gaps) and 2 * small >= len(words)


def _segment(words: list[Word]) -> Segment | None:
    """One segment, without icons and its list mark; None where nothing is left."""
    mark = words[0].x0 if _is_mark(words) else None
    if mark is not None and len(words) > 1:
        words = words[1:]
    alone = mark is not None and len(words) == 1 and words[0].x0 == mark
    said = words if alone else [word for word in words if not _is_icon(word)]
    if not said:
        return None
    pieces = [piece for word in said for piece in word.pieces]
    biggest, letters, bold = pieces[0], 0, 0
    for piece in pieces:
        length = len(piece.text)
        letters += length
        bold += length * piece.style.bold
        if length > len(biggest.text):
            biggest = piece
    return Segment(
        text=_compose(" ".join(_logical([word.text for word in said]))),
        x0=said[0].x0,
        x1=max(word.x1 for word in said),
        y=biggest.y,
        size=biggest.size,
        bold=bold > 0.9 * letters,
        caps=all(word.spaced for word in said) or all(p.style.small_caps for p in pieces),
        order=min(piece.order for piece in pieces),
        first=said[0].x1 - said[0].x0,
        bullet=mark is not None and not alone,
        mark=mark,
        style=biggest.style.font,
    )


def _is_mark(words: list[Word]) -> bool:
    """Whether the first word is a list mark; one that is glued to its word is cut off it."""
    head = words[0]
    if head.text in BULLETS:
        return True
    if head.text in WEAK_BULLETS:
        return len(words) == 1 or words[1].x0 - head.x1 > SPACE_GAP * head.size
    if head.text[0] in BULLETS and head.text[0] not in "·»" and len(head.text) > 1:
        width = (head.x1 - head.x0) / len(head.text)
        words.insert(0, Word(head.text[0], head.x0, head.x0 + width, head.pieces[:1]))
        head.text, head.x0 = head.text[1:], head.x0 + width
        return True
    return False


def _is_icon(word: Word) -> bool:
    """A glyph or two of an icon font: by the font's name, or private use characters, controls,
    or ones without a meaning; of a font of signs a whole row ("4 of 5 stars")."""
    if len(word.text) > 2 and word.text.isascii():
        return False
    if all(map(_PRIVATE_USE.match, word.text)) and all(map(is_picture_font, word.fonts)):
        return True
    return len(word.text) < 3 and (
        all(
            letter == UNKNOWN
            or "\ue000" <= letter <= "\uf8ff"
            or unicodedata.category(letter) == "Cc"
            for letter in word.text
        )
        or all(map(_ICON_FONT.search, word.fonts))
    )


def _logical(words: list[str]) -> list[str]:
    """Words in the order in which they are read: Hebrew and Arabic stand from right to left, word
    by word and letter by letter."""
    if not any(_RIGHT_TO_LEFT.search(word) for word in words):
        return words
    ordered: list[str] = []
    for is_turned, group in groupby(words, key=lambda word: bool(_RIGHT_TO_LEFT.search(word))):
        run = list(group)
        ordered += [word[::-1] for word in reversed(run)] if is_turned else run
    return ordered


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
        for dot in dots[:MOST_DOTS]
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
