"""Tables whose cells wrap: between two columns of text and a column of labels lie rows.

They look like columns of text. But every row begins level in all of them, under a gap.
"""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.readers.layout.segments import Segment

# Baselines of one row, in sizes of the font.
SAME_ROW = 0.3
# A row begins under a gap so much wider than the steps inside its cells.
ROW_GAP = 1.2
# Fewer rows are chance, more are no resume's.
FEWEST_ROWS, MOST_ROWS = 3, 200


def rows_of_table(
    left: Sequence[Segment], right: Sequence[Segment], labels: Sequence[Segment]
) -> list[list[Segment]]:
    """The cells of both columns row by row, where the labels begin rows; none in columns of text.

    `labels` stand in the left part of `left`.
    """
    inside = {id(s) for s in left}
    starts = [s for s in labels if id(s) in inside and s.bottom > right[0].top]
    gone = {id(s) for s in starts}
    middle = [s for s in left if id(s) not in gone]
    if (
        not FEWEST_ROWS <= len(starts) <= MOST_ROWS
        or right[0].y < starts[0].y - SAME_ROW * starts[0].size
    ):
        return []
    beside = [s for s in middle if s.bottom > right[0].top]
    if not (_begin(beside, starts) and _begin(right, starts)):
        return []
    parts: list[list[Segment]] = []
    for at, label in enumerate(starts):
        low = label.y - SAME_ROW * label.size
        high = starts[at + 1].y - SAME_ROW * label.size if at + 1 < len(starts) else float("inf")
        cells = [[label], *([s for s in side if low <= s.y < high] for side in (middle, right))]
        whole = all(len(cell) <= 1 for cell in cells)  # a row of one line stays one line
        parts += [[s for cell in cells for s in cell]] if whole else cells
    top = starts[0].y - SAME_ROW * starts[0].size
    return [[s for s in middle if s.y < top], *parts]


def _begin(side: Sequence[Segment], starts: Sequence[Segment]) -> bool:
    """Whether a cell of this side begins at each start, under a gap."""
    steps = [b.y - a.y for a, b in zip(side, side[1:], strict=False)]
    closest = min(steps, default=0.0)
    for number, start in enumerate(starts):
        at = next((n for n, s in enumerate(side) if abs(s.y - start.y) <= SAME_ROW * s.size), None)
        if at is None or (number and at and steps[at - 1] < ROW_GAP * closest):
            return False
    return True
