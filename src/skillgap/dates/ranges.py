"""Date ranges in a text, and the months that they cover.

A range's end counts as a whole month, as people mean it: Jan 2021 to Mar 2021 is three months.
Years alone run from January of the first to December of the last ("2018-2020" is at most three
years; the longer reading is taken and said nowhere else).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from skillgap.dates.lists import again_in, each_year, first_of_years, months_behind
from skillgap.dates.points import Point, find_points, months_of, point_at
from skillgap.models import DateRange, Month, Span

_NOW = re.compile(
    r"(?:(?:the\s)?pres(?:ent(?:\sday)?|\.)|today|(?:right\s)?now|current(?:ly)?|ongoing"
    r"|(?:to|till?)[\s-]?date|date|in\sprogress|on[\s-]going|continuing"
    r"|still(?:\s(?:on[\s-]?going|working|employed|continuing|there|here))?"
    # in other languages: heute, aujourd'hui, la actualidad, heden, oggi, hoje, i dag
    r"|heute|aktuell|jetzt|laufend|aujourd['’]hui|(?:ce\s)?jour|(?:la\s)?(?:actualidad|fecha)|hoy"
    r"|actual(?:idad|mente)?|présent|presente?|heden|nu|(?:ad\s)?oggi|in\scorso|atual|hoje|nutid"
    r"|i\sdag|idag|d\.\s?d\.?|(?:dags\s)?dato|obecnie|dziś)(?![\w/])"
)
_SIGNS = r"[-/‐‑‒–—―−─~∼～〜－﹣→➔➝⟶»›>]{1,2}|=>|…|\.{2,3}"
_TO = (
    r"\b(?:up\s?)?to\b|\b(?:up\s)?(?:un)?till?\b|\bthr(?:ough|u)\b|\bbis\b|\bà\b|\ba[ul]?\b|\bhasta\b"
    r"|\btot(?:\sen\smet)?\b|\bt/m\b|\baté\b|\bfino\sa[dl]?\b|\bjusqu['’](?:à|en|au)\b"
)
_ENDED = r"(?:to|until|end(?:ed|ing)?|end\sdate|finish(?:ed)?|left)"
_DASH = re.compile(  # "– till today", "up to", "to until now", "– to present", "; End: "
    rf"(?:\s{{0,4}}(?:{_SIGNS}|{_TO}):?\s{{0,4}}|[\s,;|]{{1,3}}{_ENDED}(?::\s?|\sin\s|\s(?=\d|['’a-z])))"
    r"(?:(?:(?:un)?till?|to|bis|à|the)\s)?(?:\(?(?:expected|exp\.|anticipated|est\.|approx\.|ca?\.|circa|around|about)\)?:?\s)?"
)
# "from 2018 until the merger in 2021"
_UNTIL_THEN = re.compile(r"\s(?:un)?till?\s(?:[a-z'’-]+\s){1,6}in\s")
_AND = re.compile(r"\s?(?:and|&|und|et|y|e|en)\s")
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tussen)\s$")
_SINCE = re.compile(r"(?:\b(?:since|from|seit|depuis|desde|sinds|dal(?:la|l['’])?)|\bab):?\s$")
_CELL = re.compile(r"\s?[\t|]\s?|\s{1,9}")
_NOW_CELL = re.compile(
    r"(?:present|to\sdate)\b|(?:today|now|date|current|ongoing|heute)(?=\s*(?:$|[\n\t|]))"
)
_NOW_FIRST = re.compile(
    rf"(?:^|[\t\n|(\[])\s?((?:present|now|today|current|heute)\s{{0,2}}"
    rf"(?:{_SIGNS}|to|back to|(?<=\s))\s{{0,2}})$"
)
_REST = re.compile(r"\d\d(?![\w/.])")  # "2018-19"
_OPEN = re.compile(
    r"\s{1,2}(?:to\s?date|onwards?)(?![\w/])"
    r"|\s?[(,|]\s?(?:ongoing|on-going|still\songoing|to\s(?:date|present)|(?:until|till?)\snow)\b"
    r"|\s{0,2}[-–—→]\s{0,2}(?=$|[\n\t),\]])"  # "2021 –": not over
)
_OPEN_CELL = re.compile(r"\s{0,2}[-–—→]\s{0,2}(?=[\n\t])")  # "Mar 26 –" in a column of its own
# "Jun 2021 (3 months)"; "4 months in 2021" is a part of that year, told by its length alone
_LONGEST = 24  # months; longer spans are told in years
_LENGTHS = {
    word: number
    for number, word in enumerate(
        "zero a two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"one": 1, "eighteen": 18}
_LASTING = re.compile(
    rf"\s?[(,·|:–-]\s?(?:for\s)?(\d\d?|{'|'.join(_LENGTHS)})[\s-](?:months?|mos?\b|mths?\b)"
)
_MONTHS_OF = re.compile(rf"\b(\d\d?|{'|'.join(_LENGTHS)})\s(?:months?|mos)\s(?:in|of|during)\s$")
_SHARED = re.compile(
    r"(?:^|[\s(\[,|])([a-zà-ÿ]{3,10}\.?|q[1-4])(?:\s{0,3}[-–—−/+]\s{0,3}|\s(?:to|à|bis|a|until|(and|&|und|et))\s)$"
)
_SHARED_NUMBER = re.compile(r"(?:^|[\s(\[,|])(0?[1-9]|1[0-2])[./]?\s?[-–]\s?$")
_NEXT_TO = 3  # "Q1 and Q2 2021", "May and June 2019"
_ENDS_BEFORE = re.compile(r"\b(?:until|till|up\sto|by|bis|jusqu['’]en|expires?|valid\sto)\s$")
# Letters are made small beforehand: to ignore case costs more than this, at each of many places.
_CAPITALS = "ÀÁÂÄÅÇÈÉÊËÍÎÓÔÖØÚÛÜ"
_SMALL = str.maketrans(ascii_uppercase + _CAPITALS, ascii_lowercase + _CAPITALS.lower())
# What every date has: four digits, or two behind a sign.
_YEARLIKE = re.compile(r"(?:19|20)\d\d|['’/-]\s?\d\d|fy\s?\d\d|[1-4]q\d\d|[a-z.]\s\d\d\s{0,3}[-–—]")
_TWO_DIGITS = re.compile(r"\d\d")
_BEFORE = 24  # characters before a date that may say what it means


def find_ranges(text: str, offset: int = 0) -> tuple[DateRange, ...]:
    """Every date range of a text in order, spans moved by `offset`.

    A single month, quarter or season is a range of itself; a year alone is none, since it may name
    a graduation or a release. A range that ends before it starts is left out: it says nothing
    that can be counted (see `find_reversed`).
    """
    return tuple(
        DateRange(Span(span.start + offset, span.end + offset), start, end)
        for span, start, end in _kept_ranges(text)
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


def small_letters(text: str) -> str:
    """A text in small letters, each at its place."""
    return text.translate(_SMALL)


_Range = tuple[Span, Month, Month | None]


@lru_cache(maxsize=512)
def _kept_ranges(text: str) -> tuple[_Range, ...]:
    """The ranges of a line, kept: sections and entries ask for those of one line several times."""
    return tuple(_ranges(text))


def _ranges(text: str) -> Iterator[_Range]:
    if not _TWO_DIGITS.search(text):
        return  # most lines
    small = small_letters(text)
    if not _YEARLIKE.search(small):
        return
    reached = 0
    named: Point | None = None  # a season or a term, whose name goes on: "Summers '14 & '15"
    for point in find_points(small):
        if point.start < reached:
            continue
        if named and (again := again_in(small, named, point)):
            reached, named = again.end, again
            yield Span(point.start, again.end), again.first, again.last
            continue
        if each := each_year(small, point) or months_behind(small, point):
            reached = each[-1].end
            yield from ((Span(one.start, one.end), one.first, one.last) for one in each)
            continue
        before = small[max(reached, point.start - _BEFORE) : point.start]
        found = (
            _until_now(point, before)
            or _with_end(small, point, before)
            or _open(small, point, before)
        )
        found = found or _shared(point, before) or _lasting(small, point, before)
        if found is None and point.stands_alone and not _ENDS_BEFORE.search(before):
            found = Span(point.start, point.end), point.first, point.last
        if found is not None:
            reached = found[0].end
            named = point if found[0].end == point.end else None
            yield found


def _begins_at(point: Point, before: str) -> int:
    """Where a range begins: at its date, or at "from" before it."""
    word = _SINCE.search(before)
    return point.start - len(before) + word.start() if word else point.start


def _until_now(point: Point, before: str) -> _Range | None:
    """A range that is told backwards: "Present – Jan 2020"."""
    now = _NOW_FIRST.search(before) if point.form != "weak" else None
    if now is None:
        return None
    return Span(point.start - len(before) + now.start(1), point.end), point.first, None


def _with_end(text: str, point: Point, before: str) -> _Range | None:
    """A range that names its end: a date, or today."""
    start = _begins_at(point, before)
    dashes = [_DASH, _UNTIL_THEN, _AND] if _BETWEEN.search(before) else [_DASH, _UNTIL_THEN]
    for dash in (found.end() for pattern in dashes if (found := pattern.match(text, point.end))):
        if now := _NOW.match(text, dash):
            return Span(start, now.end()), point.first, None
        if last := point_at(text, dash):
            first = first_of_years(text, point) if last.form == "school" else None
            return Span(start, last.end), first or point.first, last.last
        rest = _REST.match(text, dash)
        if rest and point.form == "year":
            if int(rest[0]) <= 12 and int(rest[0]) < point.first.year % 100:
                return None  # "2021-07" is a month
            year = point.first.year // 100 * 100 + int(rest[0])
            return Span(start, rest.end()), point.first, Month(year, 12)
    return _beside(text, point, start)


def _beside(text: str, point: Point, start: int) -> _Range | None:
    """A range whose ends stand in two cells, as under "From" and "To"."""
    cell = _CELL.match(text, point.end)
    if cell is None:
        return None
    if now := _NOW_CELL.match(text, cell.end()):
        return Span(start, now.end()), point.first, None
    last = point_at(text, cell.end())
    if not last or last.form != point.form:
        return None
    if point.first < last.first:
        return Span(start, last.end), point.first, last.last
    if text[start - 1 : start] in ("", "\t") and text[last.end : last.end + 1] in ("", "\t"):
        return Span(start, last.end), last.first, point.last  # "2021" over "2018"
    return None


def _open(text: str, point: Point, before: str) -> _Range | None:
    """A range that has no end: "since 2020", "2020 onwards"."""
    if point.form == "weak" and (before.strip(" ") or not _OPEN_CELL.match(text, point.end)):
        return None
    if onwards := _OPEN.match(text, point.end):
        return Span(_begins_at(point, before), onwards.end()), point.first, None
    if _SINCE.search(before):
        return Span(_begins_at(point, before), point.end), point.first, None
    return None


def _shared(point: Point, before: str) -> _Range | None:
    """A range whose ends share a year: "Mar - Jun 2020", "Q1-Q3 2021"."""
    number = _SHARED_NUMBER.search(before) if point.form in ("slashed", "month") else None
    if number and int(number[1]) < point.first.month:  # "06-09/2020"
        span = Span(point.start - len(before) + number.start(1), point.end)
        return span, Month(point.first.year, int(number[1])), point.last
    word = _SHARED.search(before)
    if word is None or point.form not in ("named", "quarter"):
        return None
    if word[1].startswith("q") and len(word[1]) == 2:
        month = 3 * int(word[1][1]) - 2
    elif months := months_of(word[1]):
        month = months[0]
    else:
        return None
    first = Month(point.last.year, month)
    if word[2] and point.first.index() - first.index() > _NEXT_TO:
        return None  # "March and September 2021"
    if first > point.last:  # "Nov - Feb 2021" began the year before
        first = Month(first.year - 1, month)
    start = point.start - len(before) + word.start(1)
    return Span(start, point.end), first, point.last


def _lasting(text: str, point: Point, before: str) -> _Range | None:
    """A range told by its length: "Jun 2021 (3 months)", "4 months in 2021"."""
    behind = _LASTING.match(text, point.end)
    length = behind or (_MONTHS_OF.search(before) if point.form == "year" else None)
    if length is None or point.form == "weak":
        return None
    months = _LENGTHS.get(length[1]) or int(length[1])
    if not 0 < months <= _LONGEST:
        return None
    last = point.first.index() + months - 1
    return Span(point.start, point.end), point.first, Month(last // 12, last % 12 + 1)


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
