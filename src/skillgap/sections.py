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
from itertools import takewhile

from skillgap.cues.abroad import NATURAL
from skillgap.cues.headings import DUTIES, RESTRICTS, RESULTS, TASKS
from skillgap.dates import YEAR, find_ranges
from skillgap.headings import (
    MAX_WORDS,
    TITLE_WORDS,
    is_trade,
    keyword_kind,
    unnumbered,
    unspaced,
    wording_kind,
)
from skillgap.models import Block, BlockKind, Document, Section, SectionKind, Span

_NAME_SIZE = 1.5  # times the section headings' size: only the person's name is printed so large
_MAX_CAPITALS = 10  # words of a heading in capitals: "WHAT THE AD SAID AND WHERE I STAND"
_ITEM_WORDS = 4  # on average; prose has more between two commas

_Style = tuple[float, bool, bool]


@dataclass(frozen=True, slots=True)
class _Start:
    """A place where a section begins; `alone` ends it with the block."""

    kind: SectionKind
    title: str
    block: Block
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A block with its text and the kind of section that its whole wording names."""

    block: Block
    text: str
    known: SectionKind | None

    @property
    def title(self) -> str:
        return self.text.strip(" :\t")

    @property
    def style(self) -> _Style:
        """Font size (to half a point), bold, capitals: what headings of one resume share."""
        return round(self.block.size * 2) / 2, self.block.bold, self.text == self.text.upper()


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
        lines.append(_Line(block, text, _heading_kind(block, text)))
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
        if kind is SectionKind.LANGUAGES and not _is_spoken(following):
            kind = SectionKind.SKILLS
        if kind is SectionKind.SUMMARY and _tells_of_jobs(line, following):
            kind = SectionKind.WORK
        if kind is SectionKind.INTERESTS and line.known is None and _are_dated(following):
            kind = SectionKind.WORK  # "Where life took me"
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


def _heading_kind(block: Block, text: str) -> SectionKind | None:
    """The kind of a block that is nothing but a known wording."""
    title = unspaced(text.strip(" :\t•-–—|_=#*"))
    if not title or len(title) > 60 or "\t" in title or title[-1] in ".,;":
        return None
    if block.kind in (BlockKind.BULLET, BlockKind.CELL) and title != title.upper():
        return None
    return wording_kind(title)


def _looks_like_heading(line: _Line, styles: set[_Style]) -> bool:
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


def _unknown_kind(line: _Line, following: list[_Line], current: SectionKind) -> SectionKind | None:
    """The kind of a heading whose wording is not known. Above the first known heading it may be
    the person's name or trade, so there a word must give the kind away."""
    if is_trade(line.title):
        return None if current is SectionKind.BASICS or current in _DONE_WITH else SectionKind.OTHER
    kind = keyword_kind(line.title)
    if kind is not None or current is SectionKind.BASICS:
        return kind
    if current is SectionKind.SKILLS and _is_list(following):
        return current  # a group of skills under its own heading: "Platforms"
    return SectionKind.OTHER


def _is_list(following: list[_Line]) -> bool:
    """Whether what follows a heading reads like a list: short items without dates."""
    items: list[str] = []
    for line in following:
        if line.block.kind is BlockKind.HEADING or line.known is not None:
            break
        items += re.split(r"[,;|•·/\t]", line.text)
    words = sum(len(item.split()) for item in items)
    dated = any(map(YEAR.search, items))
    return bool(items) and not dated and words <= _ITEM_WORDS * len(items)


def _is_spoken(following: list[_Line]) -> bool:
    """Whether a section titled Languages holds spoken ones; programming languages are skills."""
    for line in following[:8]:
        if line.known is not None:
            break
        if _names_spoken(line.text):
            return True
    return False


def _tells_of_jobs(line: _Line, following: list[_Line]) -> bool:
    """Whether a "Career summary" is the list of jobs, with their dates."""
    title = line.title.lower()
    if not title.startswith(("career", "employment", "work")) or title.endswith(_AIMS):
        return False
    for below in following:
        if below.known is not None:
            return False
        if len(below.text.split()) <= TITLE_WORDS and find_ranges(below.text):
            return True
    return False


def _are_dated(following: list[_Line]) -> bool:
    """Whether what follows a heading is jobs with dates."""
    below = list(takewhile(lambda line: line.known is None, following))
    return sum(bool(find_ranges(line.text)) for line in below) > 1


def _names_spoken(text: str) -> bool:
    return any(word in NATURAL for word in re.findall(r"[a-z]+\d?", text.lower()))


_AIMS = ("objective", "objectives", "goal", "goals", "aim", "aims")
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


def _is_of_job(line: _Line, before: list[_Line]) -> bool:
    """Whether a line opens the duties of the job whose dates stand right before it. A posting that
    was pasted in has a heading of the same words, but no dates over it."""
    return bool(DUTIES.fullmatch(line.title)) and any(YEAR.search(above.text) for above in before)


def _labels_of_jobs(lines: list[_Line]) -> frozenset[str]:
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


def _label_kind(text: str) -> tuple[SectionKind, str] | None:
    """The kind that a label at the start of a line names: `Skills: Python, SQL`. A label in a cell
    of its own only where it restricts: "Never used", and MATLAB beside it."""
    match = re.match(r"[^\w(]*([^\W\d_][^:\t\n.;,]{1,40})([:\t])\s*\S", text)
    if not match:
        return None
    label = match[1].strip()
    kind = wording_kind(label) if label[0].isupper() and match[2] == ":" else None
    if kind is SectionKind.LANGUAGES and not _names_spoken(text[match.end(1) :]):
        kind = SectionKind.SKILLS
    if kind in (None, SectionKind.OTHER, SectionKind.WORK) and RESTRICTS.fullmatch(label):
        return SectionKind.OTHER, label
    return (kind, label) if kind in _LABELS else None
