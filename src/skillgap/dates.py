"""Date ranges in a text, and the months that they cover.

A range's end counts as a whole month, as people mean it: Jan 2021 to Mar 2021 is three months.
Years alone run from January of the first to December of the last ("2018-2020" is at most three
years; the longer reading is taken and said nowhere else).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_lowercase, ascii_uppercase

from skillgap.models import DateRange, Month, Span

_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 12),
    # parts of a year
    "early": (1, 4),
    "beginning": (1, 4),
    "start": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "end": (9, 12),
}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_SHORT = r"['’]\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_PART = r"(?:early|mid|late|(?:end|beginning|start)\sof)"
_POINT = (
    rf"(?:(?:{_DAY}(?:st|nd|rd|th)?\s)?(?:{_MONTH}|{_SEASON}),?\s{{0,2}}(?:of\s)?(?:{_YEAR}|{_SHORT}|['’]\s\d\d)"
    rf"|{_MONTH}\s{_DAY}(?:st|nd|rd|th)?(?:,\s?|\s){_YEAR}"
    rf"|(?:{_DAY}-)?{_MONTH}[-/](?:{_YEAR}|\d\d(?!\d))|{_PART}[\s-]{_YEAR}"
    rf"|q[1-4]\s?[/-]?\s?{_YEAR}|{_YEAR}\s?[/-]?\s?q[1-4]"
    rf"|{_DAY}[/.-](?:0?[1-9]|1[0-2])[/.-]{_YEAR}|(?:0?[1-9]|1[0-2])/{_DAY}/{_YEAR}"
    rf"|{_YEAR}-(?:0[1-9]|1[0-2])-{_DAY}(?!\d)"
    rf"|(?:0?[1-9]|1[0-2])\s?[/.-]\s?{_YEAR}|{_YEAR}\s?[/.-]\s?(?:0[1-9]|1[0-2])(?![\d/])"
    rf"|(?:0[1-9]|1[0-2])/\d\d(?![\d/])|{_YEAR}|{_SHORT})"
)
_NOW = (
    r"(?:(?:the\s)?pres(?:ent(?:\sday)?|\.)|today|now|current(?:ly)?|ongoing|(?:to|till?)[\s-]?date|date"
    r"|in\sprogress|on[\s-]going|continuing|still(?:\s(?:on[\s-]?going|working|employed|continuing))?)"
)
_DASH = (  # "– till today", "up to", "to until now", "– to present"
    r"\s{0,3}(?:[-‐‑‒–—―−~－～→>]{1,2}|\b(?:up\s?)?to\b|\b(?:up\s)?(?:un)?till?\b|\bthr(?:ough|u)\b)\s{0,3}"
    r"(?:(?:(?:un)?till?|to)\s)?"
)
# What a range begins with, so that the many alternatives are tried at few places.
_BEGINS = (
    r"(?=[\d'’]|from\s|since\s|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer"
    r"|autumn|fall|winter|early|mid|late|end|beginning|start)"
)
_RANGE = re.compile(
    rf"(?<![\w/.]){_BEGINS}(?:(?:from\s|since\s(?=[a-z\d ]{{4,16}}\sto\s))?"
    rf"(?P<start>{_POINT}){_DASH}(?P<end>{_POINT}|{_NOW}|\d\d(?![\d/.]))"
    rf"|(?P<month1>{_MONTH}|{_SEASON}){_DASH}(?P<shared>(?:{_MONTH}|{_SEASON})\s{_YEAR})"
    rf"|(?:since|from)\s(?P<since>{_POINT})"
    rf"|(?P<todate>{_POINT})\s{{1,2}}(?:to\s?date|onwards?)"
    rf"|(?P<open>{_POINT})\s{{0,2}}[-–—→]\s{{0,2}}(?=$|[\n\t),])"  # "2021 –": not over
    rf"|(?P<single>(?:{_MONTH}|{_SEASON}),?\s{{1,2}}{_YEAR}|(?:0?[1-9]|1[0-2])/{_YEAR}"
    rf"|{_MONTH}\s{_DAY}(?:st|nd|rd|th)?(?:,\s?|\s){_YEAR}|{_DAY}(?:st|nd|rd|th)?\s{_MONTH},?\s{_YEAR}))(?![\w/])",
)  # fmt: skip
# Letters are made small beforehand: ignoring case, this pattern takes twice as long to compile.
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
_TWO_DIGITS = re.compile(r"\d\d")


def find_ranges(text: str, offset: int = 0) -> tuple[DateRange, ...]:
    """Every date range of a text in order, spans moved by `offset`.

    A single month or season is a range of itself; a year alone is none, since it may name a
    graduation or a release. A range that ends before it starts is left out: it says nothing
    that can be counted (see `find_reversed`).
    """
    return tuple(
        DateRange(Span(span.start + offset, span.end + offset), start, end)
        for span, start, end in _ranges(text)
        if end is None or start <= end
    )


def find_reversed(text: str, offset: int = 0) -> tuple[Span, ...]:
    """The date ranges that end before they start, spans moved by `offset`: a slip that its writer
    would want to know."""
    return tuple(
        Span(span.start + offset, span.end + offset)
        for span, start, end in _ranges(text)
        if end is not None and end < start
    )


def _ranges(text: str) -> Iterator[tuple[Span, Month, Month | None]]:
    if not _TWO_DIGITS.search(text):
        return  # most lines; the pattern below is slow to say no
    for match in _RANGE.finditer(text.translate(_SMALL)):
        ends = _ends_of(match)
        if ends is not None:
            yield Span(*match.span()), *ends


def _ends_of(match: re.Match[str]) -> tuple[Month, Month | None] | None:
    """First and last month of a range; None for numbers that only look like one."""
    if match["start"]:
        start = _point(match["start"])[0]
        end = match["end"]
        if re.fullmatch(r"\d\d", end):  # "2018-19": the rest of a year
            if not re.fullmatch(_YEAR, match["start"]):
                return None
            if int(end) <= 12 and int(end) < start.year % 100:
                return None  # "2021-07" is a month
            return start, Month(start.year // 100 * 100 + int(end), 12)
        return start, None if re.fullmatch(_NOW, end) else _point(end)[1]
    if match["month1"]:
        last = _point(match["shared"])[1]
        first = _point(f"{match['month1']} {last.year}")[0]
        # "Nov - Feb 2021" began the year before
        return (first if first <= last else Month(first.year - 1, first.month)), last
    if begun := match["since"] or match["todate"] or match["open"]:
        return _point(begun)[0], None
    return _point(match["single"])


def _point(text: str) -> tuple[Month, Month]:
    """The first and the last month of one date."""
    text = text.lower()
    year = _year_of(text)
    if named := re.search(r"[a-z]{3,}", re.sub(r"\d(?:st|nd|rd|th)", "", text)):
        first, last = _SEASONS.get(named[0]) or (_NAMES.index(named[0][:3]) + 1,) * 2
        return Month(year, first), Month(year, last)
    if quarter := re.search(r"q([1-4])", text):
        last = 3 * int(quarter[1])
        return Month(year, last - 2), Month(year, last)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if len(numbers) == 3:  # a day, as 31/12/2021, 12/31/2021 or 2021-12-31
        month = numbers[1] if numbers[1] <= 12 else numbers[0]
        return Month(year, month), Month(year, month)
    if len(numbers) == 2:
        month = numbers[0] if numbers[0] <= 12 else numbers[1]
        return Month(year, month), Month(year, month)
    return Month(year, 1), Month(year, 12)


def _year_of(text: str) -> int:
    """Four digits, or two behind an apostrophe or at the end; those name a year of a working
    life, so above 50 the last century's."""
    if full := re.search(_YEAR, text):
        return int(full[0])
    short = int(text[-2:])
    return 1900 + short if short > 50 else 2000 + short


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
