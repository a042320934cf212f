"""Date ranges in a text, and the months that they cover.

A range's end counts as a whole month, as people mean it: Jan 2021 to Mar 2021 is three months.
Years alone run from January of the first to December of the last ("2018-2020" is at most three
years; the longer reading is taken and said nowhere else).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from skillgap.models import DateRange, Month, Span

_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 12),
}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_POINT = (
    rf"(?:(?:{_MONTH}|{_SEASON}),?\s{{0,2}}(?:of\s)?(?:{_YEAR}|['’]\d\d)"
    rf"|(?:0?[1-9]|1[0-2])\s?[/.]\s?{_YEAR}|{_YEAR}\s?[/.-]\s?(?:0[1-9]|1[0-2])(?!\d)|{_YEAR})"
)
_NOW = r"(?:present|today|now|current(?:ly)?|ongoing|to\s?date|date|till\s?date)"
_DASH = r"\s{0,3}(?:[-‐‑‒–—―−~－]{1,2}|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s{0,3}"
_RANGE = re.compile(
    rf"(?<![\w/.])(?:(?:from\s)?(?P<start>{_POINT}){_DASH}(?P<end>{_POINT}|{_NOW})"
    rf"|(?P<month1>{_MONTH}){_DASH}(?P<shared>{_MONTH}\s{_YEAR})"
    rf"|(?:since|from)\s(?P<since>{_POINT})"
    rf"|(?P<todate>{_POINT})\s{{1,2}}(?:to\s?date|onwards?)"
    rf"|(?P<single>(?:{_MONTH}|{_SEASON})\s{{1,2}}{_YEAR}|(?:0?[1-9]|1[0-2])/{_YEAR}))(?![\w/])",
    re.I,
)  # fmt: skip


def find_ranges(text: str, offset: int = 0) -> tuple[DateRange, ...]:
    """Every date range of a text in order, spans moved by `offset`.

    A single month or season is a range of itself; a year alone is none, since it may name a
    graduation or a release. A range that ends before it starts is left out: it says nothing
    that can be counted.
    """
    found = []
    for match in _RANGE.finditer(text):
        if match["start"]:
            ends = _point(match["start"])[0], _end(match["end"])
        elif match["month1"]:
            last = _point(match["shared"])[1]
            ends = Month(last.year, _month_number(match["month1"])), last
        elif match["since"] or match["todate"]:
            ends = _point(match["since"] or match["todate"])[0], None
        else:
            ends = _point(match["single"])
        if ends[1] is None or ends[0] <= ends[1]:
            found.append(DateRange(Span(match.start() + offset, match.end() + offset), *ends))
    return tuple(found)


def _end(text: str) -> Month | None:
    return None if re.fullmatch(_NOW, text, re.I) else _point(text)[1]


def _month_number(name: str) -> int:
    return _NAMES.index(name[:3].lower()) + 1


def _point(text: str) -> tuple[Month, Month]:
    """The first and the last month of one date."""
    text = text.lower()
    year_match = re.search(r"(?:19|20)\d\d", text)
    short = re.search(r"['’](\d\d)$", text)
    year = int(year_match[0]) if year_match else 2000 + int(short[1]) if short else 0
    if named := re.match(r"[a-z]{3}", text):
        season = _SEASONS.get(re.match(r"[a-z]+", text)[0])  # type: ignore[index]
        first, last = season or (_NAMES.index(named[0]) + 1,) * 2
        return Month(year, first), Month(year, last)
    numbers = [int(n) for n in re.findall(r"\d+", text) if len(n) < 3]
    if numbers:
        return Month(year, numbers[0]), Month(year, numbers[0])
    return Month(year, 1), Month(year, 12)


def months_covered(ranges: Iterable[DateRange], as_of: Month) -> int:
    """Months in the union of the ranges; an open end counts up to and with `as_of`.

    >>> from skillgap.models import DateRange, Month, Span
    >>> jan, mar, feb = Month(2021, 1), Month(2021, 3), Month(2021, 2)
    >>> months_covered([DateRange(Span(0, 1), jan, mar), DateRange(Span(2, 3), feb, mar)], mar)
    3
    """
    covered: set[int] = set()
    for item in ranges:
        end = min(item.end or as_of, as_of)
        covered.update(range(item.start.index(), end.index() + 1))
    return len(covered)


def last_month(ranges: Iterable[DateRange], as_of: Month) -> Month | None:
    """The latest month of the ranges, never after `as_of`; None without ranges."""
    ends = [min(item.end or as_of, as_of) for item in ranges]
    return max(ends, default=None)
