"""Jobs, studies and projects: the dated entries of a resume's sections."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from skillgap.dates import find_reversed
from skillgap.entries.heads import DATED, UNTITLED, heads
from skillgap.entries.lines import has_both_ends
from skillgap.entries.told import loose, told, within
from skillgap.models import Document, Entry, Section, SectionKind, Span, Warning

# A summary may tell of jobs in sentences.
_READ = DATED | UNTITLED | {SectionKind.SUMMARY, SectionKind.AWARDS}


def find_entries(document: Document, sections: tuple[Section, ...]) -> tuple[Entry, ...]:
    """The dated entries in order. An entry runs from its title lines to the next entry's; one of
    several date ranges is several entries of the same span, and a dated part stands within its job.

    Text of a section before its first date, and sections without dates, belong to no entry; except
    behind a label within a job, "Selected projects:".
    """
    text = document.text
    entries: list[Entry] = []
    last: Section | None = None
    for section in sections:
        if section.kind not in _READ:
            continue
        blocks = [b for b in document.blocks if section.span.covers(b.span)]
        if section.kind is SectionKind.AWARDS:  # a fellowship, from when to when
            lines = loose(text, blocks, section, [])
            entries += [entry for entry in lines if has_both_ends(text, entry.dates)]
            continue
        own = list(told(text, blocks, section))
        if section.kind is SectionKind.SUMMARY:
            entries += own
            continue
        taken = {entry.span.start for entry in own}
        blocks = [b for b in blocks if b.span.start not in taken]
        found = heads(text, blocks, section)
        firsts = [index for index, _ in found]
        starts = [blocks[index].span.start for index in firsts]
        if last and entries and _is_within(text, entries[-1], last, section):
            end = starts[0] if starts else section.span.end
            entries[-1] = replace(entries[-1], span=Span(entries[-1].span.start, end))
        last = section
        for (first, dates), after in zip_longest(found, firsts[1:]):
            end = section.span.end if after is None else blocks[after].span.start
            span = Span(blocks[first].span.start, end)
            jobs = [Entry(section.kind, span, each) for each in dates]
            own += jobs
            if jobs:
                own += within(text, blocks[first:after], jobs[-1])
        if section.kind in DATED:
            own += loose(text, blocks, section, own)
        entries += own
    return tuple(sorted(entries, key=lambda entry: entry.span))


def _is_within(text: str, entry: Entry, last: Section, section: Section) -> bool:
    """Whether a section begins with a label within the last entry of the section before."""
    follows = entry.span.end == last.span.end == section.span.start
    labelled = text.startswith(f"{section.title}:", section.span.start)
    return follows and labelled and last.kind is section.kind in DATED


def date_warnings(document: Document, sections: tuple[Section, ...]) -> tuple[Warning, ...]:
    """One warning for each date range of an entry that ends before it starts (`dates-reversed`)."""
    return tuple(
        Warning(
            "dates-reversed",
            f"“{document.text[span.start : span.end]}” ends before it starts; it was not counted.",
        )
        for section in sections
        if section.kind in DATED
        for span in find_reversed(
            document.text[section.span.start : section.span.end], section.span.start
        )
    )
