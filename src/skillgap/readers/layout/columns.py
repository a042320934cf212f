"""Segments of a page -> regions of one column each, in reading order.

A gutter is a place on the page that no segment crosses over many lines, with running text on
both sides. The longest one splits the page into what lies above it, its left side, its right
side and what lies below; each part is looked at again. Dates that are set right, labels before
a list and cells of a table look like a gutter, too: there the sparser side keeps to the lines
of the other one, and the text is read row by row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

from skillgap.readers.layout.labels import are_only_dates, labelled, lines_of_labels
from skillgap.readers.layout.rest import is_running, without_rest
from skillgap.readers.layout.segments import Segment
from skillgap.readers.layout.tables import rows_of_table

# Narrower is a wide word space, in sizes of the font.
NARROWEST_GUTTER = 0.6
# Baselines on both sides of a gutter that belong to one row, in sizes of the font.
SAME_ROW = 0.3
# The same where the sparser side holds lone lines: dates in smaller type sit a little higher.
NEAR_ROW = 0.5
# A header of so few lines ends where the longer side has a gap so wide, in sizes of the font.
HEADER_LINES, HEADER_GAP = 5, 2.5
# A heading stands this close over its text, in sizes of the font.
HEADING_STEP = 2.0
# So many of the sparser side's lines are level with one across in a table.
LEVEL_ROWS = 0.75
# Below that, and above this share, columns are nearly a table.
NEARLY_LEVEL = 0.6
# Painting that goes from one side to the other so often goes column by column; so often a line,
# row by row.
PAINTED_COLUMNS, PAINTED_ROWS = 2, 1.4
# A heading is larger than what it stands over.
HEADING_RATIO = 1.1
# Gutters between cells that are kept, the longest ones; a table of a resume has two or three.
MOST_ROW_GUTTERS = 8
# Columns in columns; a page of a resume has three levels.
DEEPEST = 12
# Fewer lines make no columns.
FEWEST = 3
# A name in the header is larger than the address beside it.
HEADER_RATIO = 1.3
# Lines of running text follow one another closer than this, in sizes of the font.
NEXT_LINE = 2.2
# A date before its text has at most so many letters.
LABEL = 24
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:0?[1-9]|1[0-2])/\d\d\b")


class _Verdict(NamedTuple):
    """Columns or rows? `close` says that little would have turned it."""

    columns: bool
    close: bool = False


class _Gutter(NamedTuple):
    height: float
    x: float
    left: list[Segment]
    right: list[Segment]
    above: list[Segment]
    below: list[Segment]


class _Found(NamedTuple):
    """The gutters of a part of a page; is choosing one, or passing over a longer one, a guess?"""

    columns: _Gutter | None = None
    rows: Sequence[_Gutter] = ()
    guessed: bool = False


class Regions(NamedTuple):
    """Parts of a page of one column each, in reading order. Were they clear, or a guess?"""

    parts: list[list[Segment]]
    guessed: bool


def regions(
    segments: Sequence[Segment], tick: Callable[[], None] = lambda: None, depth: int = 0
) -> Regions:
    """`segments` by column; `tick` is called now and then."""
    ordered = sorted(segments, key=lambda s: (s.y, s.x0))
    found = _gutters(ordered, tick) if depth < DEEPEST else _Found()
    gutter = found.columns
    if gutter is None:
        rows = [(gutter.left, gutter.right) for gutter in found.rows]
        parts = labelled(ordered, rows)
        return Regions([part for part in parts if part], found.guessed)
    parts = [gutter.above, gutter.left, gutter.right, gutter.below]
    for other in found.rows:
        if table := rows_of_table(gutter.left, gutter.right, other.left):
            parts[1:3] = table
            break
    inner = [regions(part, tick, depth + 1) for part in parts]
    return Regions(
        [region for part in inner for region in part.parts],
        found.guessed or any(part.guessed for part in inner),
    )


def _gutters(segments: list[Segment], tick: Callable[[], None]) -> _Found:
    """The longest gutter between columns, and those between the cells of rows."""
    best: _Gutter | None = None
    rows: list[_Gutter] = []
    chosen = passed = _Verdict(False)
    passed_height = 0.0
    edge = min((s.x0 for s in segments), default=0.0)
    starts = sorted({round(s.x0) for s in segments if s.x0 - edge > 2 * s.size})
    for x in starts if len(segments) >= FEWEST else ():
        tick()
        for gutter in _gutters_at(x, segments):
            if best is not None and gutter.height <= best.height:
                continue
            verdict = _verdict(gutter)
            if verdict.columns:
                best, chosen = gutter, verdict
            elif len(gutter.left) > 1:
                rows = sorted([*rows, gutter], key=lambda g: -g.height)[:MOST_ROW_GUTTERS]
            if verdict.close and not verdict.columns and gutter.height > passed_height:
                passed, passed_height = verdict, gutter.height
    if best is None:
        return _Found(None, rows, passed.close)
    guessed = chosen.close or passed_height > best.height
    return _Found(_with_edges(best, segments), rows, guessed)


def _gutters_at(x: float, segments: list[Segment]) -> list[_Gutter]:
    """The stretches of the page in which nothing crosses `x`."""
    found: list[_Gutter] = []
    start = 0
    crossed = [
        at for at, s in enumerate(segments) if s.x0 < x - 1 and s.x1 > x - NARROWEST_GUTTER * s.size
    ]
    for end in [*crossed, len(segments)]:
        run = segments[start:end]
        if end < len(segments):
            run = _without_heading(run, segments[end], x)
        left = [s for s in run if s.x1 < x]
        if left and len(left) < len(run):
            right = [s for s in run if s.x1 >= x]
            top = max(left[0].top, right[0].top)
            bottom = min(left[-1].bottom, right[-1].bottom)
            if bottom > top:
                left, right = _header_only(left, right)
                after = start + len(run)
                left, right = without_rest(left, right, segments[after : after + 1])
                found.append(_Gutter(bottom - top, x, left, right, [], []))
        start = end + 1
    return found


def _without_heading(run: list[Segment], below: Segment, x: float) -> list[Segment]:
    """A short line right over a text that crosses `x` is that text's heading, in no column."""
    if len(run) < FEWEST or run[-1].x1 >= x:
        return run
    last, before = run[-1], run[-2]
    near, far = below.y - last.y, last.y - before.y
    return run[:-1] if near < far and near < HEADING_STEP * last.size else run


def _header_only(left: list[Segment], right: list[Segment]) -> tuple[list[Segment], list[Segment]]:
    """A name beside an address: what follows under a wide gap is not one column with the name."""
    short, long = sorted((left, right), key=lambda side: side[-1].bottom)
    low = short[-1].bottom
    beside = [s for s in long if s.top < low]
    rest = [s for s in long if s.top >= low]
    if not rest or len(short) > HEADER_LINES or len(beside) > HEADER_LINES:
        return left, right
    size = median(s.size for s in long)
    if not beside or rest[0].y - beside[-1].y < HEADER_GAP * size:
        return left, right
    return (left, beside) if short is left else (beside, right)


def _with_edges(gutter: _Gutter, segments: list[Segment]) -> _Gutter:
    """Put what crosses the gutter's x right above and below into those parts."""
    inside = {id(s) for s in (*gutter.left, *gutter.right)}
    top = min(gutter.left[0].y, gutter.right[0].y)
    above = [s for s in segments if id(s) not in inside and s.y <= top]
    below = [s for s in segments if id(s) not in inside and s.y > top]
    return gutter._replace(above=above, below=below)


def _verdict(gutter: _Gutter) -> _Verdict:
    """Columns, or rows of a table, labels before their text, dates set right?"""
    top, bottom = gutter.left[0].top, gutter.left[-1].bottom
    low, high = gutter.right[0].top, gutter.right[-1].bottom
    left = [s for s in gutter.left if s.bottom > low and s.top < high]
    right = [s for s in gutter.right if s.bottom > top and s.top < bottom]
    few, many = sorted((_lines(left), _lines(right)), key=len)
    if not few or len(few) + len(many) < FEWEST:
        return _Verdict(False)
    size = median(s.size for s in (*left, *right))
    steps = [b - a for a, b in zip(few, few[1:], strict=False)]
    dense = bool(steps) and sum(step < NEXT_LINE * size for step in steps) >= 0.5 * len(steps)
    reach = (SAME_ROW if dense else NEAR_ROW) * size
    matched = sum(any(abs(y - other) <= reach for other in many) for y in few)
    if len(few) == 1:
        lone, others = (left, right) if len(_lines(left)) == 1 else (right, left)
        return _Verdict(len(many) > 1 and (not matched or _is_header(lone, others)))
    if (
        are_only_dates(left)
        or _are_labels(left, right)
        or (_is_set_right(right) and _are_dates(right))
    ):
        return _Verdict(False)
    if matched < LEVEL_ROWS * len(few):
        # Nearly a table, and painted like one.
        nearly = len(few) >= FEWEST and matched >= NEARLY_LEVEL * len(few)
        return _Verdict(True, nearly and _switches(left, right) > len(few))
    if not dense or len(few) < FEWEST:
        return _Verdict(False)
    if is_running(left) and is_running(right):
        return _Verdict(True)
    if _are_dates(left):
        return _Verdict(False)
    # Every line is level with one across: two lists side by side, or a table? Makers paint
    # columns one after the other, and tables row by row.
    switches = _switches(left, right)
    if switches <= PAINTED_COLUMNS:
        return _Verdict(True)
    if switches >= PAINTED_ROWS * len(few):
        return _Verdict(False)
    return _Verdict(_is_titled(left) and _is_titled(right), close=True)


def _are_dates(side: list[Segment]) -> bool:
    """Whether a side holds the dates of what stands beside it."""
    return sum(bool(_YEAR.search(s.text)) for s in side) >= 0.5 * len(side)


def _are_labels(left: list[Segment], right: list[Segment]) -> bool:
    """Whether a left side holds short dates that each stand level with a line beside them; a date
    may go on in the lines below."""
    dates = sum(bool(_YEAR.search(s.text)) for s in left)
    if dates < FEWEST or max(len(s.text) for s in left) > LABEL:
        return False
    labels = lines_of_labels(left)
    firsts = [label[0] for label in labels if any(_YEAR.search(s.text) for s in label)]
    if 2 * len(firsts) < len(labels):
        return False
    return all(any(abs(s.y - r.y) <= NEAR_ROW * s.size for r in right) for s in firsts)


def _is_set_right(side: list[Segment]) -> bool:
    """Whether lines of different lengths end at one place."""
    ends = [s.x1 for s in side]
    starts = [s.x0 for s in side]
    size = median(s.size for s in side)
    return max(ends) - min(ends) < SAME_ROW * size and max(starts) - min(starts) > size


def _is_titled(side: list[Segment]) -> bool:
    """Whether a side begins with a heading of its own."""
    first, rest = side[0], side[1:]
    plain = median(s.size for s in rest)
    stands_out = first.size > HEADING_RATIO * plain or (
        first.bold and not all(s.bold for s in rest)
    )
    return stands_out or (first.text.isupper() and not all(s.text.isupper() for s in rest))


def _is_header(lone: list[Segment], others: list[Segment]) -> bool:
    """A name beside an address of several lines."""
    return max(s.size for s in lone) > HEADER_RATIO * max(s.size for s in others)


def _lines(segments: list[Segment]) -> list[float]:
    """The baselines of `segments`."""
    lines: list[float] = []
    for segment in segments:
        if not lines or segment.y - lines[-1] > SAME_ROW * segment.size:
            lines.append(segment.y)
    return lines


def _switches(left: list[Segment], right: list[Segment]) -> int:
    """How often painting went from one side to the other: once or twice for columns."""
    sides = [
        side for _, side in sorted([(s.order, 0) for s in left] + [(s.order, 1) for s in right])
    ]
    return sum(a != b for a, b in zip(sides, sides[1:], strict=False))
