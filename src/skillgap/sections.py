"""STEP 2: divide a document into titled sections.

A heading is known by its wording, its form (a heading block, or a line of its own) and its
place. A heading whose wording is not known but which looks like the known ones still ends the
section before. A label that opens a line ("Languages: English, Polish") makes a section of that
block alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skillgap.contents import (
    Line,
    Style,
    are_dated,
    dated_kind,
    is_job,
    is_list,
    is_spoken,
    names_spoken,
    tells_of_jobs,
)
from skillgap.cues.headings import DUTIES, RESTRICTS, RESULTS, TASKS
from skillgap.dates import YEAR
from skillgap.headings import (
    MAX_WORDS,
    is_denial,
    is_trade,
    is_wish,
    keyword_kind,
    unnumbered,
    unspaced,
    wording_kind,
)
from skillgap.models import Block, BlockKind, Document, Section, SectionKind, Span

_NAME_SIZE = 1.5  # times the section headings' size: only the person's name is printed so large
_MAX_CAPITALS = 10  # words of a heading in capitals: "WHAT THE AD SAID AND WHERE I STAND"


@dataclass(frozen=True, slots=True)
class _Start:
    """A place where a section begins; `alone` ends it with the block."""

    kind: SectionKind
    title: str
    block: Block
    alone: bool = False


def find_sections(document: Document) -> tuple[Section, ...]:
    """The sections in order; together they cover every visible block exactly once."""
    blocks = [b for b in document.blocks if b.kind not in (BlockKind.FURNITURE, BlockKind.HIDDEN)]
    if not blocks:
        return ()
    return tuple(_merge(_regions(blocks, list(_starts(document, blocks)))))


def _regions(blocks: list[Block], starts: list[_Start]) -> Iterator[Section]:
    """Cut the text at the starts; what follows a section of one block continues the one before."""
    at = {start.block.span.start: start for start in starts}
    kind, title = SectionKind.BASICS, ""
    begin = blocks[0].span.start
    for block in blocks:
        start = at.get(block.span.start)
        if start is None:
            continue
        if block.span.start > begin:
            yield Section(kind, title, Span(begin, block.span.start))
        begin = block.span.start
        if start.alone:
            yield Section(start.kind, start.title, Span(begin, block.span.end))
            begin = block.span.end
        else:
            kind, title = start.kind, start.title
    end = blocks[-1].span.end
    if end > begin:
        yield Section(kind, title, Span(begin, end))


def _merge(sections: Iterable[Section]) -> list[Section]:
    """Join neighbours that are one section cut by a label that turned out to be of its kind."""
    merged: list[Section] = []
    for section in sections:
        last = merged[-1] if merged else None
        if last and (last.kind, last.title) == (section.kind, section.title):
            merged[-1] = Section(last.kind, last.title, Span(last.span.start, section.span.end))
        else:
            merged.append(section)
    return merged


def _starts(document: Document, blocks: list[Block]) -> Iterator[_Start]:
    lines = []
    for block in blocks:
        text = document.text[block.span.start : block.span.end]
        lines.append(Line(block, text, _heading_kind(block, text)))
    styles = {line.style for line in lines if line.known is not None}
    current, size = SectionKind.BASICS, 0.0
    within = _labels_of_jobs(lines)
    largest = max((style[0] for style in styles), default=0.0)
    for index, line in enumerate(lines):
        kind = line.known
        following = lines[index + 1 : index + 13]
        if largest and line.block.size > _NAME_SIZE * largest:
            # the name at the head of the main column, behind a sidebar's last section
            current, size = SectionKind.BASICS, 0.0
            yield _Start(current, "", line.block)
            continue
        is_smaller = line.style[0] < size  # a title under the section's heading: a job, a course
        if kind is None and index > 0 and not is_smaller and _looks_like_heading(line, styles):
            kind = _unknown_kind(line, following, current)
        kind = _by_contents(kind, line, following)
        if kind is None and current is SectionKind.BASICS and index and is_job(line, following):
            current, size = SectionKind.WORK, 0.0
            yield _Start(current, "", line.block)
            continue
        if current in _DONE_WITH and _is_of_job(line, lines[max(index - _HEAD_LINES, 0) : index]):
            continue
        if current is SectionKind.WORK and (
            line.title in within or (is_smaller and RESULTS.fullmatch(line.title))
        ):
            continue
        if kind is not None:
            current, size = kind, line.style[0]
            yield _Start(kind, line.title, line.block)
        elif (label := _label_kind(line.text)) and not _belongs(*label, current):
            yield _Start(label[0], label[1], line.block, alone=True)


def _by_contents(kind: SectionKind | None, line: Line, following: list[Line]) -> SectionKind | None:
    """The kind of a heading whose words can mean two things, by what stands under it."""
    title = line.title.lower().removeprefix("the ").removeprefix("my ")
    if kind is SectionKind.OTHER and (
        title in _BOTH or not (line.known or is_wish(title) or is_denial(title))
    ):
        return dated_kind(line, following) or kind
    if kind is SectionKind.LANGUAGES and not is_spoken(following):
        return SectionKind.SKILLS
    if kind is SectionKind.SUMMARY and tells_of_jobs(line, following):
        return SectionKind.WORK
    if kind is SectionKind.INTERESTS and line.known is None and are_dated(following):
        return SectionKind.WORK  # "Where life took me"
    return kind


def _heading_kind(block: Block, text: str) -> SectionKind | None:
    """The kind of a block that is nothing but a known wording."""
    title = unspaced(text.strip(" :\t•-–—|_=#*"))
    if not title or len(title) > 60 or "\t" in title or title[-1] in ".,;":
        return None
    if block.kind in (BlockKind.BULLET, BlockKind.CELL) and title != title.upper():
        return None
    return wording_kind(title)


def _looks_like_heading(line: Line, styles: set[Style]) -> bool:
    """Whether a line has the form of a section's heading: the style of the known ones, or, where
    none is known, a heading block. Without font sizes a bold job title looks the same, so there
    only capitals or a heading block without bold will do."""
    if (
        line.block.kind is not BlockKind.HEADING
        or len(line.text.split()) > (MAX_WORDS if line.text != line.text.upper() else _MAX_CAPITALS)
        or re.search(r"\d|\t|,$", unnumbered(line.text))
    ):
        return False
    size, bold, capitals = line.style
    return (
        line.style in styles or (not styles and size > 0) or (size == 0 and (capitals or not bold))
    )


def _unknown_kind(line: Line, following: list[Line], current: SectionKind) -> SectionKind | None:
    """The kind of a heading whose wording is not known. Above the first known heading it may be
    the person's name or trade, so there a word must give the kind away."""
    if is_trade(line.title):
        return None if current is SectionKind.BASICS or current in _DONE_WITH else SectionKind.OTHER
    if current is SectionKind.WORK and is_job(line, following):
        return None
    kind = keyword_kind(line.title)
    if kind is not None:
        return kind
    if current is SectionKind.BASICS:
        return dated_kind(line, following, least=2)
    if current is SectionKind.SKILLS and is_list(following):
        return current  # a group of skills under its own heading: "Platforms"
    return SectionKind.OTHER


# Headings that say what is wished for, or what was learned.
_BOTH = frozenset({"learning", "studying"})
_LABELS = frozenset(
    {
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.INTERESTS,
        SectionKind.REFERENCES,
        SectionKind.CERTIFICATES,
        SectionKind.POSTING,
        SectionKind.WORK,
        SectionKind.EDUCATION,
    }
)


# A line of this name tells what one job or project was done with.
_OF_JOB = re.compile(
    r"(?:\w+ )?(?:tech|technolog(?:y|ies)|stack|tools?|environment)\b", re.IGNORECASE
)
_DONE_WITH = frozenset({SectionKind.WORK, SectionKind.PROJECTS, SectionKind.VOLUNTEER})


_HEAD_LINES = 4  # a job's title, firm, place and dates


def _is_of_job(line: Line, before: list[Line]) -> bool:
    """Whether a line opens the duties of the job whose dates stand right before it. A posting that
    was pasted in has a heading of the same words, but no dates over it."""
    return bool(DUTIES.fullmatch(line.title)) and any(YEAR.search(above.text) for above in before)


def _labels_of_jobs(lines: list[Line]) -> frozenset[str]:
    """The labels that stand within jobs. Tasks always do; achievements and projects where more
    than one job has them, or where theirs is the only heading with a colon ("Key results:")."""
    titles = Counter(line.title for line in lines)
    results = {title for title in titles if RESULTS.fullmatch(title)}
    colons = any(
        line.known is not None and line.text.rstrip().endswith(":")
        for line in lines
        if line.title not in results
    )
    found = {title for title in titles if TASKS.fullmatch(title)}
    for line in lines:
        alone = not colons and line.text.rstrip().endswith(":") and " " in line.title
        if line.title in results and (alone or titles[line.title] > 1):
            found.add(line.title)
    return frozenset(found)


def _belongs(kind: SectionKind, title: str, current: SectionKind) -> bool:
    """Whether a labelled line goes on with the section that it stands in."""
    if kind in (SectionKind.WORK, SectionKind.EDUCATION):
        return current is not SectionKind.BASICS  # what a job taught, what an advert asks for
    of_job = kind is SectionKind.SKILLS and current in _DONE_WITH and bool(_OF_JOB.match(title))
    return of_job or kind is current


_LABEL = re.compile(r"[^\w(]*([^\W\d_][^:\t\n.;,]{1,40})([:\t])\s*\S")


def _label_kind(text: str) -> tuple[SectionKind, str] | None:
    """The kind that a label at the start of a line names: `Skills: Python, SQL`. A label in a cell
    of its own only where it restricts: "Never used", and MATLAB beside it."""
    match = _LABEL.match(text)
    if not match:
        return None
    label = match[1].strip()
    kind = wording_kind(label) if label[0].isupper() and match[2] == ":" else None
    if kind is SectionKind.LANGUAGES and not names_spoken(text[match.end(1) :]):
        kind = SectionKind.SKILLS
    if kind in (None, SectionKind.OTHER, SectionKind.WORK) and RESTRICTS.fullmatch(label):
        return SectionKind.OTHER, label
    return (kind, label) if kind in _LABELS else None
