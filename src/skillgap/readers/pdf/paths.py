"""Paths of a content stream, as far as a reader needs them: what area do they cover?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from skillgap.readers.page import Matrix, Outline, Rect, box_of, corners

# Outlines with more points are drawings (maps, signatures); their box is enough.
MAX_POINTS = 200
# A line, in points.
THICKEST_RULE, SHORTEST_RULE = 2.0, 8.0
# Rounding in a matrix that does not turn.
STRAIGHT = 1e-6


def is_rule(box: Rect) -> bool:
    """Whether a box is a line across or down."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return min(wide, high) <= THICKEST_RULE and max(wide, high) >= SHORTEST_RULE


class Path:
    """The path under construction; points are on the page."""

    def __init__(self) -> None:
        self._parts: list[list[tuple[float, float]]] = []
        self._is_box = True  # nothing but one rectangle

    def move(self, operands: Sequence[Any], ctm: Matrix) -> None:
        """Begin a part."""
        self._is_box = False
        self._parts.append([_point(operands[0], operands[1], ctm)])

    def draw(self, operands: Sequence[Any], ctm: Matrix) -> None:
        """A line, or the middle and the end of a curve: near enough for what lies inside."""
        self._is_box = False
        if not self._parts:
            return
        end = _point(operands[-2], operands[-1], ctm)
        if len(operands) > 2:
            start = self._parts[-1][-1]
            one = _point(operands[0], operands[1], ctm)
            two = _point(operands[-4], operands[-3], ctm)
            middle = [
                (a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(start, one, two, end, strict=True)
            ]
            self._parts[-1].append((middle[0], middle[1]))
        self._parts[-1].append(end)

    def rectangle(self, operands: Sequence[Any], ctm: Matrix) -> None:
        """A whole rectangle."""
        x, y, width, height = (float(operand) for operand in operands[-4:])
        a, b, c, d, _, _ = ctm
        straight = abs(b) + abs(c) < STRAIGHT or abs(a) + abs(d) < STRAIGHT
        self._is_box = straight and not self._parts
        self._parts.append(corners((x, y, x + width, y + height), ctm))

    def box(self) -> Rect | None:
        """The rectangle around the path; None for no path."""
        points = [point for part in self._parts for point in part]
        return box_of(points) if points else None

    def edges(self) -> list[Rect]:
        """The lines of the path that run straight across or down."""
        points = [(a, b) for part in self._parts for a, b in zip(part, part[1:], strict=False)]
        points += [(part[-1], part[0]) for part in self._parts if len(part) == len("abcd")]
        lines = (box_of([a, b]) for a, b in points[:MAX_POINTS])
        return [line for line in lines if is_rule(line)]

    def bars(self) -> list[Rect]:
        """The parts of the path that are so thin that filling them draws a line."""
        boxes = (box_of(part) for part in self._parts[:MAX_POINTS])
        return [box for box in boxes if is_rule(box)]

    def outline(self) -> Outline | None:
        """The path itself, where it is not its box."""
        if self._is_box or sum(map(len, self._parts)) > MAX_POINTS:
            return None
        return tuple(tuple(part) for part in self._parts)


def _point(x: Any, y: Any, ctm: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = ctm
    px, py = float(x), float(y)
    return (a * px + c * py + e, b * px + d * py + f)
