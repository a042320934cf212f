"""What a reader makes of a file, and how the text divides: spans, blocks, sections, dates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of one document's text."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether both spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points; y grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float


class BlockKind(StrEnum):
    """What a layout unit is, by its form alone (what it means is the sections' matter)."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CELL = "cell"
    FURNITURE = "furniture"  # a header, footer or page number that repeats: in no section
    HIDDEN = "hidden"  # text that a person who opens the file does not see


@dataclass(frozen=True, slots=True)
class Block:
    """A layout unit in reading order: a heading, a wrapped paragraph, one list item, one cell.

    Lines that wrap are joined in the text by one space, cells of one line by a tab, blocks by
    a line feed. `note` says why a hidden block is hidden (`white`, `tiny`, `off-page`, ...).
    """

    kind: BlockKind
    span: Span
    page: int | None = None
    box: Box | None = None
    note: str = ""
    size: float = 0.0  # font size in points, 0 where the format does not say
    bold: bool = False


def block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    """The block in which an offset stands, of blocks in order of position, as documents have them;
    None between two."""
    at = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    return blocks[at] if at >= 0 and offset in blocks[at].span else None


@dataclass(frozen=True, slots=True)
class Warning:
    """Something a reader of the report should know about the input. Codes are stable."""

    code: str
    message: str


class Quality(StrEnum):
    """How far the text that was read can be trusted."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    UNREADABLE = "unreadable"


class Ocr(StrEnum):
    """When pictures of text are read: where a page has no other text, never, or on every page."""

    AUTO = "auto"
    NEVER = "never"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader made of a file. `text` is the only string; every span quotes it. The blocks
    stand in order of position and do not overlap."""

    source: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    warnings: tuple[Warning, ...] = ()
    links: tuple[str, ...] = ()
    quality: Quality = Quality.GOOD

    def count_words(self) -> int:
        """How many words the file shows: those that a reader of it does not see are none."""
        hidden = (b.span for b in self.blocks if b.kind is BlockKind.HIDDEN)
        unseen = sum(len(self.text[span.start : span.end].split()) for span in hidden)
        return len(self.text.split()) - unseen


class SectionKind(StrEnum):
    """The sections of JSON Resume (jsonresume.org/schema), and `posting` for a pasted advert."""

    BASICS = "basics"
    SUMMARY = "summary"
    WORK = "work"
    VOLUNTEER = "volunteer"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    CERTIFICATES = "certificates"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    POSTING = "posting"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A titled region of a document. `span` covers the heading and everything under it."""

    kind: SectionKind
    title: str
    span: Span


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    def index(self) -> int:
        """Months since year 0, so that subtracting two months gives a length."""
        return self.year * 12 + self.month - 1

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class DateRange:
    """A dated stretch of a text. `span` quotes the date itself.

    `end` counts as whole; `None` says open ("present"), settled by the as-of date.
    """

    span: Span
    start: Month
    end: Month | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One job, study or project: its span, from its date or title to the next entry."""

    section: SectionKind
    span: Span
    dates: DateRange
