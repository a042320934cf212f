"""Date ranges that sentences tell: "I joined Acme in May 2019 and stayed until March 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.dates.points import Point, find_points
from skillgap.dates.ranges import small_letters
from skillgap.models import DateRange, Month, Span

_BEGAN = (
    r"(?:joined|started|began|moved|came|went|was hired|became|switched|was recruited|returned)\b"
)
_BEGAN_BEFORE = re.compile(rf"\b{_BEGAN}[^.!?\d]{{0,80}}\s(?:in|on|from|since)\s$")
_BEGAN_BEHIND = re.compile(rf",?\si\s(?:then\s|had\s)?{_BEGAN}")
_ENDED = re.compile(
    r"\b(?:(?:un)?till?|(?:left|leaving|ended|finished|closed)(?:\s[a-z]+){0,3}\sin)\s$"
)
_STILL = re.compile(
    r"\bi(?:\sam|['’]m)?\sstill\b|\bstill\s(?:am|there|here)\b|\b(?:to\sthis\sday|ever\ssince)\b"
)
_BEFORE, _BEHIND = 110, 40  # characters around a date that say whether something began then


def find_told(text: str, offset: int = 0) -> Iterator[DateRange]:
    """The ranges whose beginning and end a text tells apart, spans moved by `offset`; open where
    the person still does what began then."""
    small = small_letters(text)
    points = list(find_points(small))
    begun = [at for at, point in enumerate(points) if _begins(small, point)]
    for at, after in zip(begun, [*begun[1:], len(points)]):
        first = points[at]
        span = Span(first.start + offset, first.end + offset)
        stop = points[after].start if after < len(points) else len(small)
        end = _end(small, points[at + 1 : after])
        if end is not None and first.first <= end:
            yield DateRange(span, first.first, end)
        elif _STILL.search(small, first.end, stop):
            yield DateRange(span, first.first, None)


def _begins(text: str, point: Point) -> bool:
    before = text[max(point.start - _BEFORE, 0) : point.start]
    behind = text[point.end : point.end + _BEHIND]
    return bool(_BEGAN_BEFORE.search(before) or _BEGAN_BEHIND.match(behind))


def _end(text: str, points: list[Point]) -> Month | None:
    """The last month of the first date behind "until" or "left in"."""
    for point in points:
        if _ENDED.search(text[max(point.start - _BEHIND, 0) : point.start]):
            return point.last
    return None
