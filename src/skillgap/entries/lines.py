"""Which dates a line has, and whether they date what it names."""

from __future__ import annotations

import re

from skillgap.dates import find_ranges, year_of
from skillgap.headings import TITLE_WORDS
from skillgap.models import Block, BlockKind, DateRange, Month, Span

_YEAR = r"(?:19[5-9]|20[0-4])\d"
_SHORT = 24  # letters of a line that holds nothing but a date
_LEADING_YEAR = re.compile(
    rf"(?:(?:{_YEAR}(?:, ?| ?(?:and|&) )){{0,4}}{_YEAR}|FY ?['’]?(?:\d\d|{_YEAR}))"
    r"(?=(?:[:.]|\s[–—-])?\s+[^\W\d_])"
)
# "Gull finder (2017): ...", "Moor map | 2016 | Leaflet"
_NAMED_YEAR = re.compile(
    rf"[^\n:.;|]{{1,60}}?(?:\(|, |[|\t] ?| [–—-] )({_YEAR})(?=\)|:| ?\||\t| [–—-] )"
)
_LAST_YEAR = re.compile(
    rf"(?:[,(|\t–—-] ?|(?<!\bin)(?<!\bof)(?<!\bby)(?<!since)(?<!until) )"
    rf"((?:{_YEAR}(?:, ?| (?:and|&) )){{0,4}}{_YEAR}|FY ?['’]?\d\d)\)?$"
)
_NUMBER = re.compile(r"\d\d(?:\d\d)?")
_DASH_LAST = re.compile(r"\d\s{0,2}(?:[-–—−~→]|\bto|\bbis)\s*$")
_DASH_FIRST = re.compile(r"(?:[-–—−~→]|to|until|till|bis)\s\S+(?:\s\S+){0,2}$", re.IGNORECASE)


def has_both_ends(text: str, found: DateRange) -> bool:
    """Whether a range names a beginning and an end; "May 2022" and "since 2020" do not."""
    words = text[found.span.start : found.span.end]
    return found.start != found.end and not words.lower().startswith("since")


def head_dates(text: str, block: Block, after: Block | None = None) -> tuple[DateRange, ...]:
    """The date ranges of a title line, alike in form; dates inside prose and list items date
    nothing. A range that is broken behind its dash goes on in the block after."""
    line = text[block.span.start : block.span.end]
    if after is not None and is_broken(text, block, after):
        line = text[block.span.start : after.span.end]
    ranges = find_ranges(line, block.span.start)
    if not ranges or ranges[0].span.start >= block.span.end:
        return ()
    if opens_with(text, block, ranges[0]):
        return ranges[:1]
    if block.kind is BlockKind.BULLET and len(line.split()) > TITLE_WORDS:
        return ()
    rest = line.replace(text[ranges[0].span.start : ranges[0].span.end], "")
    if len(rest.split()) > TITLE_WORDS:
        return ()
    both = has_both_ends(text, ranges[0])
    alike = [found for found in ranges[1:] if has_both_ends(text, found) is both]
    # "[2003-2009] Radios, and from 2007 the servers": since when is no second range of the job
    return (ranges[0], *(found for found in alike if not both or found.end))


def opens_with(text: str, block: Block, found: DateRange) -> bool:
    """Whether a line is laid out as dates and what was then: "April 2020 - March 2022: ..."."""
    behind = text[found.span.end : block.span.end].lstrip()
    first = found.span.start == block.span.start and has_both_ends(text, found)
    return first and behind[:1] in (":", "|") and len(behind.split()) <= 3 * TITLE_WORDS


def is_broken(text: str, block: Block, after: Block) -> bool:
    """Whether a line ends within its dates, and the end stands below: "Mar 2019 -", or a line
    that begins with the dash or "to"."""
    ends = text[block.span.end - 1].isdigit() and after.span.end - after.span.start < _SHORT
    if not (
        _DASH_LAST.search(text, max(block.span.start, block.span.end - 9), block.span.end)
        or (ends and _DASH_FIRST.match(text, after.span.start, after.span.end))
    ):
        return False
    both = text[block.span.start : after.span.end].replace("\n", " ")
    return any(
        found.start < block.span.end < found.end - 1
        for found in (each.span for each in find_ranges(both, block.span.start))
    )


def leading_year(text: str, block: Block) -> tuple[DateRange, ...]:
    """A job's year alone before its title: "2007  Acme, tester"."""
    line = text[block.span.start : block.span.end]
    year = _LEADING_YEAR.match(line)
    if year is None or len(line.split()) > TITLE_WORDS:
        return ()
    return _whole_years(year[0], block.span.start)


def last_year(text: str, block: Block) -> tuple[DateRange, ...]:
    """The year alone that ends a title line: "Tester, Acme, 2007"."""
    line = text[block.span.start : block.span.end]
    if block.kind is BlockKind.BULLET or len(line.split()) > TITLE_WORDS:
        return ()
    year = _LAST_YEAR.search(line)
    return _whole_years(year[1], block.span.start + year.start(1)) if year else ()


def project_year(text: str, block: Block) -> tuple[DateRange, ...]:
    """The year that dates a project in one line: "2015: Weather diary", "Gulls (2017): ..."."""
    line = text[block.span.start : block.span.end]
    if year := _LEADING_YEAR.match(line):
        return _whole_years(year[0], block.span.start)
    return named_year(text, block)


def named_year(text: str, block: Block) -> tuple[DateRange, ...]:
    """The year in brackets or between signs behind what it dates: "Gulls (2017): ..."."""
    line = text[block.span.start : block.span.end]
    named = _NAMED_YEAR.match(line)
    return _whole_years(named[1], block.span.start + named.start(1)) if named else ()


def _whole_years(words: str, start: int) -> tuple[DateRange, ...]:
    """Years alone ("2017 and 2018", "FY20"), each as years of a range are: January to December."""
    return tuple(
        DateRange(
            Span(start + found.start(), start + found.end()),
            Month(year_of(found[0]), 1),
            Month(year_of(found[0]), 12),
        )
        for found in _NUMBER.finditer(words)
    )
