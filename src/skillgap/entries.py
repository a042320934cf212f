"""Jobs, studies and projects: the dated entries of a resume's sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from skillgap.dates import find_ranges, find_reversed
from skillgap.models import (
    Block,
    BlockKind,
    DateRange,
    Document,
    Entry,
    Month,
    Section,
    SectionKind,
    Span,
    Warning,
)

_DATED = frozenset(
    {SectionKind.WORK, SectionKind.EDUCATION, SectionKind.PROJECTS, SectionKind.VOLUNTEER}
)
# Resumes told as a letter have no sections: there a date range with both ends tells of a job, too.
_UNTITLED = frozenset({SectionKind.BASICS, SectionKind.OTHER})
_OWN = re.compile(r"\bI(?:['’]ve| (?:\w+ )?(?:have|am|work|run|lead|do))\b")
_SENTENCE = re.compile(r"[.!?]\s+")
_LEADING_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d(?=[:.]?\s+[^\W\d_])")
# "Gull finder (2017): ...", "Moor map | 2016 | Leaflet"
_NAMED_YEAR = re.compile(
    r"[^\n:.;|]{1,60}?(?:\(|, |[|\t] ?| [–—-] )((?:19[5-9]|20[0-4])\d)(?=\)|:| ?\||\t| [–—-] )"
)
_LAST_YEAR = re.compile(r"[,(\t] ?(?:19|20)\d\d\)?\.?$")
_MAX_HEAD_LINES = 4  # above a date: employer, place, title, department
_MAX_HEAD_WORDS = 16  # a title line: "Senior Data Engineer, Acme Analytics Ltd, Tallinn, Estonia"


def find_entries(document: Document, sections: tuple[Section, ...]) -> tuple[Entry, ...]:
    """The dated entries in order. An entry runs from its title lines to the next entry's.

    Text of a section before its first date, and sections without dates, belong to no entry; except
    behind a label within a job, "Selected projects:".
    """
    entries: list[Entry] = []
    last: Section | None = None
    for section in sections:
        if section.kind not in _DATED | _UNTITLED:
            continue
        blocks = [b for b in document.blocks if section.span.covers(b.span)]
        told = list(_told(document.text, blocks, section))
        own = [*told]
        taken = {entry.span.start for entry in told}
        blocks = [b for b in blocks if b.span.start not in taken]
        heads = _heads(document.text, blocks, section)
        starts = [blocks[index].span.start for index, _ in heads]
        if last and entries and _is_within(document.text, entries[-1], last, section):
            end = starts[0] if starts else section.span.end
            entries[-1] = replace(entries[-1], span=Span(entries[-1].span.start, end))
        last = section
        for (_, dates), start, end in zip(heads, starts, [*starts[1:], section.span.end]):
            if dates is not None:
                own.append(Entry(section.kind, Span(start, end), dates))
        if section.kind in _DATED:
            own += _loose(document.text, blocks, section, own)
        entries += own
    return tuple(sorted(entries, key=lambda entry: entry.span))


def _is_within(text: str, entry: Entry, last: Section, section: Section) -> bool:
    """Whether a section begins with a label within the last entry of the section before."""
    follows = entry.span.end == last.span.end == section.span.start
    labelled = text.startswith(f"{section.title}:", section.span.start)
    return follows and labelled and last.kind is section.kind in _DATED


def _has_both_ends(text: str, found: DateRange) -> bool:
    """Whether a range names a beginning and an end; "May 2022" and "since 2020" do not."""
    words = text[found.span.start : found.span.end]
    return found.start != found.end and not words.lower().startswith("since")


def _told(text: str, blocks: list[Block], section: Section) -> Iterator[Entry]:
    """Prose that tells of jobs and says from when to when: each stretch from a sentence with dates
    to the next such sentence is an entry of its own."""
    for block in blocks:
        line = text[block.span.start : block.span.end]
        if block.kind is not BlockKind.PARAGRAPH or len(line.split()) <= 2 * _MAX_HEAD_WORDS:
            continue
        ranges = [r for r in find_ranges(line, block.span.start) if _tells_of_a_job(text, r)]
        starts = [_sentence_start(text, block, found) for found in ranges]
        if starts:
            starts[0] = block.span.start
        for found, start, end in zip(ranges, starts, [*starts[1:], block.span.end]):
            if start < end:
                yield Entry(section.kind, Span(start, end), found)


def _loose(text: str, blocks: list[Block], section: Section, entries: list[Entry]) -> list[Entry]:
    """Lines with dates of their own outside of every entry: "Churn model (Jan - Apr 2025): ..."."""
    found, reached, at = [], 0, 0
    entries = sorted(entries, key=lambda entry: entry.span)
    for block in blocks:  # both in order: one walk, however many there are
        while at < len(entries) and entries[at].span.start <= block.span.start:
            reached = max(reached, entries[at].span.end)
            at += 1
        if block.span.start < reached:
            continue
        ranges = find_ranges(text[block.span.start : block.span.end], block.span.start)
        if len(ranges) == 1:
            found.append(Entry(section.kind, block.span, ranges[0]))
    return found


def _sentence_start(text: str, block: Block, found: DateRange) -> int:
    ends = _SENTENCE.finditer(text, block.span.start, found.span.start)
    return max((match.end() for match in ends), default=block.span.start)


def _tells_of_a_job(text: str, found: DateRange) -> bool:
    """Whether a range names a beginning and an end, or is what somebody has done "since"."""
    words = text[found.span.start : found.span.end].lower()
    if words.startswith("since"):
        return bool(_OWN.search(text, found.span.end, found.span.end + 60))
    return _has_both_ends(text, found)


def date_warnings(document: Document, sections: tuple[Section, ...]) -> tuple[Warning, ...]:
    """One warning for each date range of an entry that ends before it starts (`dates-reversed`)."""
    return tuple(
        Warning(
            "dates-reversed",
            f"“{document.text[span.start : span.end]}” ends before it starts; it was not counted.",
        )
        for section in sections
        if section.kind in _DATED
        for span in find_reversed(
            document.text[section.span.start : section.span.end], section.span.start
        )
    )


def _heads(text: str, blocks: list[Block], section: Section) -> list[tuple[int, DateRange | None]]:
    """Where entries begin: the first title line above a date, and the date. A title line with a
    year alone ("Certificate, 2018") ends the entry before and has no dates of its own.

    A section's entries are laid out alike, so that no later one has more lines above its date than
    the first: a line without a bullet that tells of the job before is no title."""
    heads: list[tuple[int, DateRange | None]] = []
    free = 0  # the first block that no entry before has taken
    above = _MAX_HEAD_LINES
    dated = [_head_date(text, block) for block in blocks]
    if section.kind is SectionKind.WORK:
        dated = _with_years(text, blocks, dated)
    elif section.kind is SectionKind.PROJECTS:
        dated = [d or _project_year(text, block) for d, block in zip(dated, blocks)]
    if any(dates and block.kind is not BlockKind.BULLET for dates, block in zip(dated, blocks)):
        # where other lines date the jobs, a list item's dates tell of a part: "lead since 2023"
        dated = [None if b.kind is BlockKind.BULLET else d for d, b in zip(dated, blocks)]
    for index, (block, dates) in enumerate(zip(blocks, dated)):
        if section.kind in _UNTITLED and (dates is None or not _has_both_ends(text, dates)):
            continue
        if dates is None and not _ends_with_year(text, block):
            continue
        start = index
        while start > max(free, index - above) and _is_title(text, blocks[start - 1], section):
            start -= 1
        if not heads and section.kind in _DATED:
            above = index - start
        heads.append((start, dates))
        free = index + 1
    return heads


def _with_years(
    text: str, blocks: list[Block], dated: list[DateRange | None]
) -> list[DateRange | None]:
    """The dates of title lines, and a job's year alone before its title ("2007  Acme, tester"):
    that whole year, as years of a range are. Where jobs are dated, and none at the start of its
    line, a year there tells of a part: "2020 Award for the best service"."""
    starts = [d.span.start == b.span.start for d, b in zip(dated, blocks) if d is not None]
    if starts and not any(starts):
        return dated
    return [dates or _leading_year(text, block) for dates, block in zip(dated, blocks)]


def _leading_year(text: str, block: Block) -> DateRange | None:
    line = text[block.span.start : block.span.end]
    year = _LEADING_YEAR.match(line)
    if year is None or len(line.split()) > _MAX_HEAD_WORDS:
        return None
    return _whole_year(year[0], block.span.start)


def _project_year(text: str, block: Block) -> DateRange | None:
    """The year that dates a project in one line: "2015: Weather diary", "Gulls (2017): ..."."""
    line = text[block.span.start : block.span.end]
    if year := _LEADING_YEAR.match(line):
        return _whole_year(year[0], block.span.start)
    named = _NAMED_YEAR.match(line)
    return _whole_year(named[1], block.span.start + named.start(1)) if named else None


def _whole_year(year: str, start: int) -> DateRange:
    """A year alone, as years of a range are: from January to December."""
    return DateRange(Span(start, start + len(year)), Month(int(year), 1), Month(int(year), 12))


def _head_date(text: str, block: Block) -> DateRange | None:
    """The date range of a title line; dates inside prose and list items date nothing."""
    line = text[block.span.start : block.span.end]
    ranges = find_ranges(line, block.span.start)
    if not ranges:
        return None
    if _opens_with(text, block, ranges[0]):
        return ranges[0]
    if block.kind is BlockKind.BULLET and len(line.split()) > _MAX_HEAD_WORDS:
        return None
    rest = line.replace(text[ranges[0].span.start : ranges[0].span.end], "")
    return ranges[0] if len(rest.split()) <= _MAX_HEAD_WORDS else None


def _opens_with(text: str, block: Block, found: DateRange) -> bool:
    """Whether a line is laid out as dates and what was then: "April 2020 - March 2022: ..."."""
    behind = text[found.span.end : block.span.end].lstrip()
    first = found.span.start == block.span.start and _has_both_ends(text, found)
    return first and behind[:1] in (":", "|") and len(behind.split()) <= 3 * _MAX_HEAD_WORDS


def _ends_with_year(text: str, block: Block) -> bool:
    line = text[block.span.start : block.span.end]
    short = len(line.split()) <= _MAX_HEAD_WORDS and block.kind is not BlockKind.BULLET
    return short and bool(_LAST_YEAR.search(line))


def _is_title(text: str, block: Block, section: Section) -> bool:
    """Whether a block above a date line can be part of the entry's title."""
    line = text[block.span.start : block.span.end]
    return (
        block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CELL)
        and len(line.split()) <= _MAX_HEAD_WORDS
        and not line.rstrip().endswith(".")
        and not (block.span.start == section.span.start and line.strip(" :") == section.title)
        and not re.search(r"\b(?:19|20)\d\d\b", line)
    )
