"""Segments of one column -> lines: what is level, with its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from skillgap.readers.layout.segments import ALIGNED_GAP, Segment

# Baselines of one line in a column, in sizes of the font: smaller type beside larger is often
# centred on it.
SAME_LINE = 0.45


@dataclass(slots=True)
class Line:
    """The segments of one line in a column."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    caps: bool
    first: float
    bullet: bool
    mark: float | None
    cells: tuple[float, ...]  # where its cells begin
    top: float
    bottom: float


def lines_of(segments: Sequence[Segment]) -> list[Line]:
    """The lines of one column, from the top."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.y, s.x0)):
        if rows and _beside(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [_line(sorted(row, key=lambda s: s.x0)) for row in rows]


def _beside(row: list[Segment], segment: Segment) -> bool:
    """Whether `segment` belongs to the line of `row`: level with it, and not under its text."""
    first = row[0]
    off = segment.y - first.y
    if off > SAME_LINE * min(segment.size, first.size):
        return off < 1 and abs(off) < SAME_LINE * segment.size
    return all(segment.x0 >= s.x1 - 1 or segment.x1 <= s.x0 + 1 for s in row)


def _line(row: list[Segment]) -> Line:
    text, cells = row[0].text, [row[0].x0]
    for left, right in zip(row, row[1:], strict=False):
        if right.x0 - left.x1 > ALIGNED_GAP * min(left.size, right.size) and not right.mark:
            text += "\t" + right.text
            cells.append(right.x0)
        else:
            text += " " + right.text
    longest = max(row, key=lambda s: len(s.text))
    return Line(
        text=text,
        x0=row[0].x0,
        x1=max(s.x1 for s in row),
        y=row[0].y,
        size=longest.size,
        bold=all(s.bold for s in row),
        caps=all(s.caps for s in row),
        first=row[0].first,
        bullet=row[0].bullet,
        mark=row[0].mark,
        cells=tuple(cells),
        top=min(s.top for s in row),
        bottom=max(s.bottom for s in row),
    )
