"""Dates that share a name: "Summers '14 & '15", "Lent 2021, 2022", "Summers 2014–2016"."""

from __future__ import annotations

import re
from dataclasses import replace

from skillgap.dates.points import Point
from skillgap.models import Month

_AND = re.compile(r"\s?(?:,|/|\+)\s?(?:and\s|&\s?)?|\s?(?:and|und|et|&)\s?")
_SEASONS = re.compile(
    r"(?:spring|summer|autumn|fall|winter)s?\b|(?:michaelmas|hilary|lent|trinity)\b"
)
_PLURAL = re.compile(r"(?:spring|summer|autumn|fall|winter)s\s")
_LAST = re.compile(r"\s?(?:[-–—−]|\bto\b|\bthrough\b)\s?['’]?((?:19|20)?\d\d)(?![\w/.])")
_MOST_YEARS = 10
_YEARS = ("year", "short year")


def again_in(text: str, named: Point, point: Point) -> Point | None:
    """A year alone as the same season or term as the date before it, in a list of them."""
    between = text[named.end : point.start]
    if point.form not in _YEARS or len(between) > 6 or not _AND.fullmatch(between):
        return None
    if named.form != "term" and not _SEASONS.match(text, named.start):
        return None
    return _moved(replace(point, form="term"), named, point.first.year - named.first.year)


def each_year(text: str, point: Point) -> list[Point]:
    """Every season of a plural with its first and last year: "Summers 2014–2016"."""
    last = _LAST.match(text, point.end) if _PLURAL.match(text, point.start) else None
    if last is None:
        return []
    year = int(last[1]) if len(last[1]) > 2 else point.first.year // 100 * 100 + int(last[1])
    years = year - point.first.year
    if not 0 < years < _MOST_YEARS:
        return []
    whole = replace(point, end=last.end())
    return [_moved(whole, point, more) for more in range(years + 1)]


def _moved(point: Point, named: Point, years: int) -> Point:
    """The dates of `named` some years later, at the place of `point`."""
    first, last = named.first, named.last
    return replace(
        point,
        first=Month(first.year + years, first.month),
        last=Month(last.year + years, last.month),
    )
