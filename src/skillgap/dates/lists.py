"""Dates that share a name: "Summers '14 & '15", "Lent 2021, 2022", "Summers 2014–2016"."""

from __future__ import annotations

import re
from dataclasses import replace

from skillgap.dates.points import Point, months_of
from skillgap.models import Month

_AND = re.compile(r"\s?(?:,|/|\+)\s?(?:and\s|&\s?)?|\s?(?:and|und|et|&)\s?")
_SEASONS = re.compile(
    r"(?:spring|summer|autumn|fall|winter)s?\b|(?:michaelmas|hilary|lent|trinity)\b"
)
_PLURAL = re.compile(r"(?:spring|summer|autumn|fall|winter)s\s")
_LAST = re.compile(r"\s?(?:[-–—−]|\bto\b|\bthrough\b)\s?['’]?((?:19|20)?\d\d)(?![\w/.])")
_MOST_YEARS, _LONGEST_AND = 10, 6
_MONTHS = re.compile(
    r"\s?[(:,]\s?([a-zà-ÿ]{3,10}\.?)\s?[-–—−]\s?([a-zà-ÿ]{3,10}\.?)(?!\s?['’]?\d|\w)"
)
_MONTH = re.compile(r"\s?\(([a-zà-ÿ]{3,10}\.?)\)")
_TWO_YEARS = re.compile(r"(\d\d)(\d\d)/(\d\d)$")
_YEARS = ("year", "short year")


def again_in(text: str, named: Point, point: Point) -> Point | None:
    """A year alone as the same season or term as the date before it, in a list of them."""
    if point.form not in _YEARS or point.start - named.end > _LONGEST_AND:
        return None
    if not _AND.fullmatch(text, named.end, point.start):
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


def months_behind(text: str, point: Point) -> list[Point]:
    """A year before its months: "2018 (Jan–Jun)", "2018 (May)"."""
    if point.form != "year":
        return []
    found = _MONTHS.match(text, point.end) or _MONTH.match(text, point.end)
    first, last = (
        (months_of(found[1]), months_of(found[found.lastindex or 1])) if found else (None, None)
    )
    if found is None or first is None or last is None or first[0] > last[1]:
        return []
    year = point.first.year
    return [replace(point, end=found.end(), first=Month(year, first[0]), last=Month(year, last[1]))]


def first_of_years(text: str, point: Point) -> Month | None:
    """The first month of a school year that looks like a month: "2010/11", to 2012/13."""
    years = _TWO_YEARS.match(text[point.start : point.end])
    if years is None or int(years[3]) != int(years[2]) + 1:
        return None
    return Month(point.first.year, 9)


def _moved(point: Point, named: Point, years: int) -> Point:
    """The dates of `named` some years later, at the place of `point`."""
    first, last = named.first, named.last
    return replace(
        point,
        first=Month(first.year + years, first.month),
        last=Month(last.year + years, last.month),
    )
