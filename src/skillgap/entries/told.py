"""Dates in prose and in list items: what a sentence or an item tells of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from skillgap.dates import find_ranges, find_told
from skillgap.entries.lines import has_both_ends, head_dates, named_year
from skillgap.headings import TITLE_WORDS
from skillgap.models import Block, BlockKind, DateRange, Entry, Section, Span

_OWN = re.compile(r"\bI(?:['’]ve| (?:\w+ )?(?:have|am|work|run|lead|do))\b")
_SENTENCE = re.compile(r"[.!?]\s+")
_TOLD = re.compile(r"[)\]]\s?[–—-]\s\S")  # "(Apr - Dec 2022) – Kafka streams"
_NAME_WORDS = 6
_LONG = 2 * TITLE_WORDS


def told(text: str, blocks: list[Block], section: Section) -> Iterator[Entry]:
    """Prose that tells of jobs and says from when to when: each stretch from a sentence with dates
    to the next such sentence is an entry of its own. A short paragraph under a title line with
    dates belongs to that job."""
    titled = False
    for block in blocks:
        line = text[block.span.start : block.span.end]
        dated = head_dates(text, block)
        titled = titled or (bool(dated) and not line.rstrip().endswith("."))
        least = _LONG if titled else TITLE_WORDS
        if dated or block.kind is not BlockKind.PARAGRAPH or len(line.split()) <= least:
            continue
        ranges = [r for r in find_ranges(line, block.span.start) if _tells_of_a_job(text, r)]
        ranges = _with_told(ranges, find_told(line, block.span.start))
        if not ranges:
            continue
        starts = _sentence_starts(text, block, ranges)
        starts[0] = block.span.start
        for found, start, end in zip(ranges, starts, [*starts[1:], block.span.end]):
            if start < end:
                yield Entry(section.kind, Span(start, end), found)


def _with_told(ranges: list[DateRange], told_apart: Iterator[DateRange]) -> list[DateRange]:
    """The ranges of a paragraph, and those whose beginning and end it tells apart."""
    starts = {own.start for own in ranges}
    more = [found for found in told_apart if found.start not in starts]
    return sorted([*ranges, *more], key=lambda found: found.span)


def _sentence_starts(text: str, block: Block, ranges: list[DateRange]) -> list[int]:
    """Where the sentences begin in which the ranges stand."""
    found = _SENTENCE.finditer(text, block.span.start, block.span.end)
    starts = [block.span.start, *(match.end() for match in found)]
    return [starts[bisect_right(starts, each.span.start) - 1] for each in ranges]


def _tells_of_a_job(text: str, found: DateRange) -> bool:
    """Whether a range names a beginning and an end, or is what somebody has done "since"."""
    words = text[found.span.start : found.span.end].lower()
    if words.startswith("since"):
        titled = text[found.span.start - 2 : found.span.start] == ", "  # "Acme, since 2020. ..."
        ends = text[found.span.end : found.span.end + 1] in (".", ";", "")
        return (titled and ends) or bool(_OWN.search(text, found.span.end, found.span.end + 60))
    return has_both_ends(text, found)


def loose(text: str, blocks: list[Block], section: Section, entries: list[Entry]) -> list[Entry]:
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


def within(text: str, blocks: list[Block], entry: Entry) -> Iterator[Entry]:
    """The parts of a job that its list items date: "Portal for a bank (Apr - Dec 2022): Django".

    An item that only names a part reaches to the next such item, where there are several."""
    items = [block for block in blocks[1:] if block.kind is BlockKind.BULLET]
    dated = [(item, found) for item in items if (found := _item_dates(text, item, entry.dates))]
    if len(dated) < len(items) <= 2 * len(dated) + 1:
        dated += _with_years(text, items, dated, entry.dates)
        dated.sort(key=lambda pair: pair[0].span)
    for at, (item, found) in enumerate(dated):
        end = item.span.end
        if len(dated) > 1 and _only_names(text, item, found):
            end = dated[at + 1][0].span.start if at + 1 < len(dated) else entry.span.end
        yield Entry(entry.section, Span(item.span.start, end), found)


def _item_dates(text: str, item: Block, job: DateRange) -> DateRange | None:
    """The range that dates a list item: in brackets, first or last in it, or before its colon. One
    with both ends, or in brackets since when: "Mill (since 05/2024)"."""
    ranges = find_ranges(text[item.span.start : item.span.end], item.span.start)
    if len(ranges) != 1 or ranges[0].start < job.start:
        return None
    before = text[item.span.start : ranges[0].span.start].rstrip(" ")
    behind = text[ranges[0].span.end : item.span.end].strip(" .")
    if before.endswith(("(", "[")) and behind.startswith((")", "]")):
        return ranges[0]
    if not has_both_ends(text, ranges[0]):
        return None
    named = len(before.split()) <= _NAME_WORDS and before.endswith((",", "|", "\t"))
    apart = (named and behind.startswith(":")) or (
        not behind and before.endswith(tuple(",|\t–—:-"))
    )
    return ranges[0] if apart or not before.strip("([") else None


def _with_years(
    text: str, items: list[Block], dated: list[tuple[Block, DateRange]], job: DateRange
) -> Iterator[tuple[Block, DateRange]]:
    """The list items that a year alone dates, "Mill (2018): Go", among others with ranges. Where
    no other has dates, a year says when something was achieved."""
    known = {item.span for item, _ in dated}
    for item in items:
        years = () if item.span in known else named_year(text, item)
        if years and job.start <= years[0].start and (job.end is None or years[0].start <= job.end):
            yield item, years[0]


def _only_names(text: str, item: Block, found: DateRange) -> bool:
    behind = text[found.span.end : item.span.end]
    rest = text[item.span.start : found.span.start] + behind
    told = ":" in rest or _TOLD.match(behind)
    return len(rest.split()) <= TITLE_WORDS // 2 and not told
