"""What stands under columns and belongs to neither: the page goes on in one column there.

No line need cross the gutter to show it: a heading and short lines stand under the left column
alone, and dates that are set right under the right one.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from skillgap.readers.layout.segments import Segment

# A gap so wide, in sizes of the font, ends a column.
END_GAP = 2.5
# Baselines of one row, in sizes of the font.
SAME_ROW = 0.3
# More lines are no dates under columns.
MOST_DATES = 50
# What is set right starts so far from the column's left edge, in sizes of the font.
SET_RIGHT = 3.0
# Columns of one text end at one height, to a line and a half, in sizes of the font.
BALANCED = 2.0
# Text goes on at most so far under the line before, and so far in, in sizes of the font.
GOES_ON, INDENT = 2.2, 3.0
# The gap over what is not in the column is wider than any in it by this much.
WIDER = 1.3


def without_rest(
    left: list[Segment], right: list[Segment], crossing: Sequence[Segment]
) -> tuple[list[Segment], list[Segment]]:
    """Both columns without what follows them; `crossing` holds the line that ends them, if any."""
    kept = right[: len(right) - _dates_below(left, right)]
    bottom = max(s.bottom for s in kept)
    under = next((at for at, s in enumerate(left) if s.top >= bottom), len(left))
    if not 0 < under < len(left):
        return left, right
    if len(kept) < len(right):
        start = _after_gap(left, under)
        return (left[:start], kept) if start else (left, right)
    if _balanced(left[:under], kept):
        start = _after_gap(left, under)
        return (left[:start], kept) if start == under else (left, right)
    if crossing and _reads_on(left, crossing[0]):
        start = _after_widest(left, under)
        return (left[:start], kept) if start else (left, right)
    return left, right


def _dates_below(left: list[Segment], right: list[Segment]) -> int:
    """How many lines at the right column's end are dates of rows under both columns."""
    steps = [b.y - a.y for a, b in zip(right, right[1:], strict=False)]
    size = median(s.size for s in right)
    start = max((at + 1 for at, step in enumerate(steps) if step > END_GAP * size), default=0)
    if not start or len(right) - start > MOST_DATES:
        return 0
    edge = min(s.x0 for s in right[:start])
    dates = right[start:]
    levelled = all(
        s.x0 > edge + SET_RIGHT * size
        and any(abs(s.y - other.y) <= SAME_ROW * size for other in left)
        for s in dates
    )
    return len(dates) if levelled else 0


def _balanced(left: list[Segment], right: list[Segment]) -> bool:
    """Whether one text runs through both columns: wrapped lines that end at one height."""
    size = median(s.size for s in (*left, *right))
    return (
        abs(left[-1].y - right[-1].y) < BALANCED * size and is_running(left) and is_running(right)
    )


def _after_gap(side: list[Segment], under: int) -> int:
    """Where the first gap that ends a column lies; 0 where there is none."""
    for at in range(under, len(side)):
        if side[at].y - side[at - 1].y > END_GAP * side[at - 1].size:
            return at
    return 0


def is_running(side: Sequence[Segment]) -> bool:
    """Whether a side is wrapped text: most of its lines fill its width."""
    width = max(s.x1 for s in side) - min(s.x0 for s in side)
    full = sum(s.x1 - s.x0 > 0.75 * width and " " in s.text for s in side)
    return len(side) >= 4 and full >= 0.5 * len(side)


def _reads_on(side: list[Segment], crossing: Segment) -> bool:
    """Whether the line across continues the text over it: close under it, from the same edge."""
    last = side[-1]
    near = crossing.y - last.y < GOES_ON * last.size
    return near and abs(crossing.x0 - min(s.x0 for s in side)) < INDENT * last.size


def _after_widest(side: list[Segment], under: int) -> int:
    """Where the widest gap lies, if it stands out; 0 where it does not."""
    steps = [side[at].y - side[at - 1].y for at in range(1, len(side))]
    at = max(range(under, len(side)), key=lambda at: steps[at - 1])
    others = steps[: at - 1] + steps[at:]
    return at if steps[at - 1] > WIDER * max(others, default=0.0) else 0
