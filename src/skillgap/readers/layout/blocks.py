"""Segments of one column -> lines -> blocks: headings, paragraphs, list items, rows of cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from skillgap.models import BlockKind, Box
from skillgap.readers.layout.hyphens import join_lines
from skillgap.readers.layout.lines import Line, lines_of
from skillgap.readers.layout.segments import Segment
from skillgap.readers.page import SOFT_HYPHEN

# Lines of one paragraph follow closer than this, in sizes of the font.
LINE_STEP = 1.9
# Type that is larger than the body by this much stands out.
LARGER = 1.12
# A heading is short.
HEADING_LETTERS, HEADING_WORDS = 60, 8
# Capitals alone make a heading of so many letters, under a step so wide, in sizes of the font.
SHORTEST_SHOUT, HEADING_GAP = 4, 1.6
# What it stands over may be a little farther off than what it follows (larger type, a rule).
NEARER = 1.3
# A line that goes on with the sentence; an address or a link is a line of its own.
_LOWER_START = re.compile(r"(?!\S*[@/]|\S+\.\S*[a-z])[a-zà-ÿ(&]")
# A column with shorter lines is a list as often as text: its wrapped lines need to read on.
NARROW = 45
# So many lines that reach as far make an edge.
EDGE_LINES = 3
# Wrapped lines follow one another in the same step, to this share of it.
STEP_SLACK = 1.12
# A mail address, a link, a telephone number: a line of its own.
_ADDRESS = re.compile(r"@|://|\w\.\w+/|^\W*\+?[\d ()/.-]{7,}$|^www\.")
# Items that stand apart do so by this much more than the lines of one; so many show that they do.
APART, FEWEST_APART = 1.15, 3
_GOES_ON = re.compile(
    r"(?:[,\-–—/&(]|\b(?:and|or|of|the|a|an|to|in|for|with|by|on|at|from|using|und|oder))$"
)
_OPEN_TITLE = re.compile(r"(?:[,&/+]|\b(?:and|of|for|und|et|y))$", re.I)
_CUT = re.compile(rf"[^\W\d_][-\u2010{SOFT_HYPHEN}]$")
# A span of time without its end, and what may be that end.
_OPEN_DATE = re.compile(r"\b(?:19|20)\d\d ?(?:[-–—→]|to|until) ?(?:[A-Z][a-z]{2,8}\.?)?$")
_DATE_REST = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? |\d\d?[/.])?(?:19|20)\d\d|(?:present|current|now|today)", re.I
)
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]\s")


@dataclass(slots=True)
class Draft:
    """A block in the making."""

    kind: BlockKind
    text: str
    page: int
    box: Box
    note: str = ""
    size: float = 0.0
    bold: bool = False
    open: bool = False  # its last line was full: it may go on after a break


def body_size(segments: Sequence[Segment]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for segment in segments:
        sizes[round(segment.size * 2) / 2] += len(segment.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def blocks_of(
    segments: Sequence[Segment], page: int, body: float, words: Container[str] = frozenset()
) -> list[Draft]:
    """The blocks of one column. `words` are the document's, to mend cut words."""
    column = _Column(_with_whole_dates(lines_of(segments)))
    lines = column.lines
    drafts: list[Draft] = []
    last: Line | None = None
    for at, line in enumerate(lines):
        if last is not None and column.goes_on(last, line, drafts[-1]):
            _append(drafts[-1], line, words)
        else:
            drafts.append(_draft(lines, at, page, body))
        drafts[-1].open = line.x1 > column.right - 6 * line.size
        last = line
    return drafts


def run_on(before: list[Draft], after: list[Draft], words: Container[str]) -> list[Draft]:
    """Blocks of two pages; a paragraph that the page break cut is joined."""
    if before and after:
        last, first = before[-1], after[0]
        running = last.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET) and last.open
        if running and first.kind is BlockKind.PARAGRAPH and _LOWER_START.match(first.text):
            last.text = join_lines(last.text, first.text, words)
            last.open = first.open
            return before + after[1:]
    return before + after


def _draft(lines: list[Line], at: int, page: int, body: float) -> Draft:
    line = lines[at]
    box = Box(line.x0, line.top, line.x1, line.bottom)
    return Draft(_kind(lines, at, body), line.text, page, box, size=line.size, bold=line.bold)


def _kind(lines: list[Line], at: int, body: float) -> BlockKind:
    line = lines[at]
    if line.bullet:
        return BlockKind.BULLET
    if len(line.cells) > 1:
        return BlockKind.CELL if _in_table(lines, at) else BlockKind.PARAGRAPH
    lone = _stands_over(lines, at)
    cut = at + 1 < len(lines) and _is_cut_heading(line, lines[at + 1])
    return BlockKind.HEADING if _is_heading(line, body, lone, cut) else BlockKind.PARAGRAPH


def _stands_over(lines: list[Line], at: int) -> bool:
    """Whether a line has a gap above it, and text nearer below than above."""
    if at + 1 == len(lines):
        return False
    if at == 0:
        return True
    above, below = lines[at].y - lines[at - 1].y, lines[at + 1].y - lines[at].y
    return above > HEADING_GAP * lines[at].size and below < NEARER * above


def _in_table(lines: list[Line], at: int) -> bool:
    """Whether the row before or after has cells at the same places."""
    line = lines[at]
    for way in (lines[at + 1 :], lines[:at][::-1]):
        # Between them may lie what wrapped in the last cell.
        near = next((o for o in way if len(o.cells) > 1 or abs(o.x0 - line.cells[-1]) > 2), None)
        if near is not None and _same_cells(line, near):
            return True
    return False


def _same_cells(line: Line, other: Line) -> bool:
    return len(line.cells) == len(other.cells) and all(
        abs(a - b) < 2 for a, b in zip(line.cells, other.cells, strict=True)
    )


def _is_cut_heading(line: Line, following: Line) -> bool:
    """Whether a line leaves something open, and the next one has its style: one title on two."""
    return (
        bool(_OPEN_TITLE.search(line.text))
        and following.y - line.y < LINE_STEP * line.size
        and abs(line.size - following.size) < 0.1 * line.size
        and (line.bold, line.caps, line.text.isupper())
        == (following.bold, following.caps, following.text.isupper())
        and len(following.cells) == 1
        and not following.bullet
        and len(f"{line.text} {following.text}") <= HEADING_LETTERS
    )


def _is_heading(line: Line, body: float, lone: bool, cut: bool) -> bool:
    """Short and larger, bold, spaced, or in capitals under a gap (else they are an acronym)."""
    text = line.text
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) < 2 or len(text) > HEADING_LETTERS or len(text.split()) > HEADING_WORDS:
        return False
    if text[-1] in (".;" if cut else ".,;") or len(letters) < 0.5 * len(text.replace(" ", "")):
        return False
    capitals = sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)
    shouted = capitals and lone and len(letters) >= SHORTEST_SHOUT
    return line.size >= LARGER * body or line.bold or line.caps or shouted


def _with_whole_dates(lines: list[Line]) -> list[Line]:
    """Lines in which a date that is set right has its end, which its narrow cell had cut off."""
    kept: list[Line] = []
    for line in lines:
        last = kept[-1] if kept else None
        rest = line.text.rpartition("\t")[2]
        if last is not None and _is_cut_date(last, line, rest):
            last.text += f" {rest}"
            if len(line.cells) == 1:
                continue
            line.text, line.cells = line.text[: -len(rest) - 1], line.cells[:-1]
        kept.append(line)
    return kept


def _is_cut_date(line: Line, following: Line, rest: str) -> bool:
    """Whether a line ends in a span of time that goes on below, in the same cell."""
    return (
        len(line.cells) > 1
        and following.cells[-1] > line.cells[-1] - 2
        and following.y - line.y < LINE_STEP * line.size
        and bool(_OPEN_DATE.search(line.text))
        and bool(_DATE_REST.fullmatch(rest))
    )


class _Column:
    """The lines of one column, and what they have in common."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        # Dates that are set right stand beyond the text, if it has lines enough of its own.
        plain = [line.x1 for line in lines if len(line.cells) == 1]
        self._ends = sorted(plain if len(plain) >= EDGE_LINES else [line.x1 for line in lines])
        self.right = self._ends[-1] if lines else 0.0
        self._steps = _steps(lines)
        # The smallest usual one of each kind.
        self._step = {kind: found[len(found) // 5] for kind, found in self._steps.items()}

    def goes_on(self, last: Line, line: Line, draft: Draft) -> bool:
        """Whether `line` is `last` wrapped, and no block of its own."""
        if line.bullet or len(line.cells) > 1 or _NUMBERED.match(line.text):
            return False
        if abs(last.size - line.size) > 0.1 * last.size or last.bold != line.bold:
            return False
        step = line.y - last.y
        if step > LINE_STEP * line.size or step > STEP_SLACK * self._step.get(_kind_of(line), step):
            return False
        if _CUT.search(last.text) and line.text[:1].isalpha():
            return True
        if draft.kind is BlockKind.HEADING and _is_cut_heading(last, line):
            return True
        if draft.kind is BlockKind.BULLET and self._hangs(last, line):
            return True
        if last.x1 + 0.25 * line.size + line.first <= self.right - 0.5 * line.size:
            return False  # its first word would have fitted: a break that is meant
        if self._is_close(last, line, step):
            return True
        reads_on = bool(_LOWER_START.match(line.text)) or _is_open(last, line)
        if len(last.cells) > 1:
            return reads_on or abs(line.x0 - last.cells[-1]) < 2
        if draft.kind is BlockKind.BULLET:
            return reads_on or abs(line.x0 - last.x0) < 0.6 * line.size
        if draft.kind is BlockKind.HEADING:
            return line.x1 - line.x0 <= 1.2 * (last.x1 - last.x0) and len(draft.text) > NARROW / 3
        long = len(last.text) >= NARROW or (last.text.isupper() and line.text.isupper())
        return reads_on or (long and self._is_edge(last))

    def _hangs(self, last: Line, line: Line) -> bool:
        """Whether a line stands under a list item's text, right of its mark, and reads on."""
        aligned = abs(line.x0 - last.x0) < 0.2 * line.size
        marked = last.mark is None or last.mark < last.x0 - 0.3 * line.size
        return aligned and marked and line.text[:1].islower()

    def _is_close(self, last: Line, line: Line, step: float) -> bool:
        """Whether short lines of this kind stand in two steps, and this is the shorter one: of an
        item that wraps, between items that stand apart."""
        steps = self._steps.get(_kind_of(line), [])
        wider = sum(other > APART * step and other < LINE_STEP * line.size for other in steps)
        narrow = len(last.cells) == 1 and len(last.text) < NARROW
        if _ADDRESS.search(last.text) or _ADDRESS.search(line.text):
            return False
        return narrow and step > 0 and wider >= max(FEWEST_APART, 0.3 * len(steps))

    def _is_edge(self, line: Line) -> bool:
        """Whether enough lines reach as far as this one for it to be the edge of the text."""
        near = self.right - 0.12 * (self.right - line.x0)
        return len(self._ends) - bisect_right(self._ends, near) >= EDGE_LINES


def _is_open(last: Line, line: Line) -> bool:
    """Whether a line ends within a sentence; "2021 –" of a job that lasts does not."""
    lasting = len(last.cells) > 1 and _OPEN_DATE.search(last.text)
    return bool(_GOES_ON.search(last.text)) and not (lasting and not _DATE_REST.match(line.text))


def _kind_of(line: Line) -> tuple[int, bool]:
    return (round(line.size * 4), line.bold)


def _steps(lines: list[Line]) -> dict[tuple[int, bool], list[float]]:
    """The distances between neighbouring lines of one kind, sorted."""
    steps: dict[tuple[int, bool], list[float]] = {}
    for last, line in zip(lines, lines[1:], strict=False):
        step = line.y - last.y
        if _kind_of(last) == _kind_of(line) and step > 0.9 * line.size:
            steps.setdefault(_kind_of(line), []).append(step)
    return {kind: sorted(found) for kind, found in steps.items()}


def _append(draft: Draft, line: Line, words: Container[str]) -> None:
    draft.text = join_lines(draft.text, line.text, words)
    if len(draft.text) > 1.5 * HEADING_LETTERS and draft.kind is BlockKind.HEADING:
        draft.kind = BlockKind.PARAGRAPH
    box = draft.box
    draft.box = Box(
        min(box.x0, line.x0), min(box.y0, line.top), max(box.x1, line.x1), max(box.y1, line.bottom)
    )
