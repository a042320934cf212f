"""Title lines: where an entry begins, and which dates are its own."""

from __future__ import annotations

import re
from itertools import zip_longest

from skillgap.dates import YEAR
from skillgap.entries.lines import (
    has_both_ends,
    head_dates,
    is_broken,
    last_year,
    leading_year,
    project_year,
)
from skillgap.headings import TITLE_WORDS
from skillgap.models import Block, BlockKind, DateRange, Section, SectionKind

DATED = frozenset(
    {SectionKind.WORK, SectionKind.EDUCATION, SectionKind.PROJECTS, SectionKind.VOLUNTEER}
)
# Resumes told as a letter have no sections: there a date range with both ends tells of a job, too.
UNTITLED = frozenset({SectionKind.BASICS, SectionKind.OTHER})
_YEAR_CELL = re.compile(r"[^\t\n]{0,30}\b(?:19|20)\d\d\)?\t")
_MAX_HEAD_LINES = 4  # above a date: employer, place, title, department

_Dates = tuple[DateRange, ...]


def heads(text: str, blocks: list[Block], section: Section) -> list[tuple[int, _Dates]]:
    """Where entries begin: the first title line above a date, and the dates. A title line with a
    year alone ("Certificate, 2018") ends the entry before and has no dates of its own, except for
    a job or a project.

    A section's entries are laid out alike, so that no later one has more lines above its date than
    the first: a line without a bullet that tells of the job before is no title."""
    found: list[tuple[int, _Dates]] = []
    free = 0  # the first block that no entry before has taken
    above, headed = _MAX_HEAD_LINES, False
    for index, (block, dates) in enumerate(zip(blocks, _dates(text, blocks, section))):
        titled = section.kind not in UNTITLED
        own = dates if titled else _untitled(text, block, dates, bool(found))
        if own is None or not (own or last_year(text, block) or _is_another(text, block, section)):
            continue
        start = _start(text, blocks, section, index, max(free, index - above))
        if found and headed:
            start = _from_heading(blocks, start, index)
        if not found and section.kind in DATED:
            above = index - start
            headed = above > 0 and blocks[start].kind is BlockKind.HEADING
        found.append((start, own))
        free = index + 1
    return found


def _start(text: str, blocks: list[Block], section: Section, index: int, least: int) -> int:
    """The first title line above a date."""
    start = index
    while start > least and _is_title(text, blocks[start - 1], section):
        start -= 1
    return start


def _from_heading(blocks: list[Block], start: int, index: int) -> int:
    """Where a title begins whose like begins with a heading: what is above the heading tells of
    the entry before."""
    headings = [at for at in range(start, index) if blocks[at].kind is BlockKind.HEADING]
    return headings[0] if headings else start


def _is_another(text: str, block: Block, section: Section) -> bool:
    """Whether a line begins with the year of another study ("2017 Evening course in Tableau"), or
    with a cell that ends in a year: "Terms 1 and 2, 2017"."""
    studied = section.kind is SectionKind.EDUCATION and leading_year(text, block)
    return bool(studied or _YEAR_CELL.match(text, block.span.start, block.span.end))


def _untitled(text: str, block: Block, dates: _Dates | None, begun: bool) -> _Dates | None:
    """The dates of a line outside of the sections that have dates: those that say from when to
    when, or name several years. Behind a job, a year alone ends it."""
    if dates and has_both_ends(text, dates[0]):
        return dates
    years = () if dates is None else last_year(text, block)
    if len(years) > 1:
        return years
    return () if years and begun else None


def _dates(text: str, blocks: list[Block], section: Section) -> list[_Dates | None]:
    """The dates of each block that is a title line, none for others; None where a line goes on
    with the dates of the line before."""
    dated = [head_dates(text, *pair) for pair in zip_longest(blocks, blocks[1:])]
    pairs = zip(blocks, blocks[1:])
    broken = {at for at, pair in enumerate(pairs, 1) if dated[at - 1] and is_broken(text, *pair)}
    if section.kind is SectionKind.WORK:
        dated = _with_years(text, blocks, dated)
    elif section.kind is SectionKind.PROJECTS:
        dated = [
            d or project_year(text, block) or last_year(text, block)
            for d, block in zip(dated, blocks)
        ]
    if any(dates and block.kind is not BlockKind.BULLET for dates, block in zip(dated, blocks)):
        # where other lines date the jobs, a list item's dates tell of a part: "lead since 2023"
        dated = [() if b.kind is BlockKind.BULLET else d for d, b in zip(dated, blocks)]
    return [None if at in broken else dates for at, dates in enumerate(dated)]


def _with_years(text: str, blocks: list[Block], dated: list[_Dates]) -> list[_Dates]:
    """The dates of title lines, and a job's year alone, before its title ("2007  Acme, tester") or
    behind it, as the other jobs' dates stand: that whole year, as years of a range are. Elsewhere
    in a line or a job, a year tells of a part: "2020 Award for the best service"."""
    pairs = [(d[0].span, b.span) for d, b in zip(dated, blocks) if d]
    starts = [dates.start == line.start for dates, line in pairs]
    ends = [not text[dates.end : line.end].strip(" )]") for dates, line in pairs]
    if any(starts) or not pairs:
        dated = [dates or leading_year(text, block) for dates, block in zip(dated, blocks)]
    if any(ends) and not any(starts):
        dated = [dates or last_year(text, block) for dates, block in zip(dated, blocks)]
    return dated


def _is_title(text: str, block: Block, section: Section) -> bool:
    """Whether a block above a date line can be part of the entry's title."""
    line = text[block.span.start : block.span.end]
    return (
        block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CELL)
        and len(line.split()) <= TITLE_WORDS
        and not line.rstrip().endswith(".")
        and not (block.span.start == section.span.start and line.strip(" :") == section.title)
        and not YEAR.search(line)
    )
