"""Every type that crosses a module's border: frozen values, tuples inside, nothing mutable.

Offsets are characters of `Document.text`, end exclusive. Pages count from 1. Lengths on a
page are points (1/72 inch) from the page's top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader made of a file. `text` is the only string; every span quotes it."""

    source: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    warnings: tuple[Warning, ...] = ()
    links: tuple[str, ...] = ()
    quality: Quality = Quality.GOOD


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


# ---------------------------------------------------------------- taxonomy


class Origin(StrEnum):
    """Where a skill comes from: the role documents, or our own widening of one of theirs."""

    DOCUMENT = "document"
    CURATED = "curated"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document says it: document id, heading, and the phrase that stands there."""

    document: str
    heading: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Guard:
    """The rule that tells a label of an ambiguous word from the word's other meanings.

    labels   which labels of the skill it guards; matched without regard to case
    case     the surface must have the label's own case
    listed   a mention counts in a skills section, or in a list with another skill
    cues     words (of the same sentence or list item) that make it count anywhere
    before   words right before it that make it count ("using", "in")
    after    words right after it that make it count ("programming", "developer")
    not_before, not_after   words right before or after it that rule it out, stronger than all
    reason   what an uncounted mention is called

    A guard with any of listed, cues, before or after counts a mention only where one of them
    holds; a guard without them counts it unless it is ruled out.
    """

    labels: tuple[str, ...]
    case: bool = False
    listed: bool = False
    cues: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    reason: str = "ordinary-word"


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of the taxonomy, in SKOS terms.

    `alt_labels` are shown and matched, `hidden_labels` matched and never shown, `patterns` are
    verb phrases (see `taxonomy/README.md` for their small language). `broader` names skills
    that evidence for this one implies.
    """

    id: str
    preferred_label: str
    kind: str
    origin: Origin
    alt_labels: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    provenance: tuple[Source, ...] = ()
    guards: tuple[Guard, ...] = ()
    note: str = ""

    def labels(self) -> tuple[str, ...]:
        """Every label: preferred, alternative, hidden."""
        return (self.preferred_label, *self.alt_labels, *self.hidden_labels)


class Importance(StrEnum):
    """How strongly a role asks for a skill (ESCO's relation types)."""

    ESSENTIAL = "essential"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A role asks for a skill."""

    skill_id: str
    importance: Importance
    provenance: tuple[Source, ...]

    @property
    def documents(self) -> int:
        """How many documents ask for it."""
        return len({source.document for source in self.provenance})


@dataclass(frozen=True, slots=True)
class Salary:
    """Yearly pay as one document gives it, in whole units of `currency`; None is open."""

    low: int | None
    high: int | None
    currency: str
    source: Source


@dataclass(frozen=True, slots=True)
class Advice:
    """A way in or a first step that a document advises, in our words."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Role:
    """A target that a user names. `mentioned_only` marks a title without requirements."""

    id: str
    preferred_label: str
    kind: str
    provenance: tuple[Source, ...]
    alt_labels: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    summary: str = ""
    responsibilities: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    salaries: tuple[Salary, ...] = ()
    advice: tuple[Advice, ...] = ()
    mentioned_only: bool = False

    def labels(self) -> tuple[str, ...]:
        """Every label: preferred, alternative, hidden."""
        return (self.preferred_label, *self.alt_labels, *self.hidden_labels)


@dataclass(frozen=True, slots=True)
class RoleDocument:
    """One of the articles that the taxonomy was built from. `file` is its name, never its text."""

    id: str
    file: str
    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Versioned skills and roles, keyed by id in file order. `sha256` covers every file."""

    name: str
    version: str
    sha256: str
    documents: tuple[RoleDocument, ...]
    skills: dict[str, Skill] = field(hash=False)
    roles: dict[str, Role] = field(hash=False)


# ---------------------------------------------------------------- findings


class Method(StrEnum):
    """How a mention was found."""

    PREFERRED = "preferred"
    ALIAS = "alias"
    PATTERN = "pattern"
    FUZZY = "fuzzy"


class Status(StrEnum):
    """What a mention says of the person. Everything but `claimed` is a reason not to count it."""

    CLAIMED = "claimed"
    NEGATED = "negated"  # "no experience with"
    ASPIRED = "aspired"  # "learning", "interested in"
    SOMEONE_ELSE = "someone-else"  # "managed a team of Java developers"
    POSTING = "posting"  # a pasted job advert
    INTEREST = "interest"  # hobbies
    REFERENCE = "reference"  # what a referee does or is
    NAME = "name"  # part of another name
    SPOKEN = "spoken-language"
    ORDINARY = "ordinary-word"  # ordinary English, another trade's word
    TITLE = "title"  # a job title; the work under it must show the skill
    HIDDEN = "hidden"  # text that a person does not see


@dataclass(frozen=True, slots=True)
class Candidate:
    """An unsettled phrase and the skill that it may show."""

    skill_id: str
    span: Span
    method: Method
    label: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A settled span with its skill, how it was found and what it says of the person.

    `rule` names the rule behind a status other than claimed, with the words that triggered it.
    """

    skill_id: str
    span: Span
    surface: str
    section: SectionKind
    method: Method
    score: float
    status: Status
    label: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """A skill that the resume shows. `via` is the chain from a claimed skill, if implied."""

    skill_id: str
    implied: bool
    evidence: tuple[Mention, ...]
    via: tuple[str, ...] = ()
    months: int | None = None
    last_used: Month | None = None


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A skill that was seen and not counted, with the reason shared by all its mentions."""

    skill_id: str
    reason: Status
    evidence: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class SkillProfile:
    """What a resume shows: entries by skill id, and what was seen but not counted."""

    entries: tuple[ProfileEntry, ...]
    not_counted: tuple[NotCounted, ...]


class MatchStatus(StrEnum):
    """A requirement's state."""

    COVERED = "covered"
    IMPLIED = "implied"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class RequirementMatch:
    """One requirement of a role, held against a profile."""

    requirement: Requirement
    status: MatchStatus
    entry: ProfileEntry | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A role held against a profile. `coverage` and `fit` lie between 0 and 1 (see coverage.py)."""

    role_id: str
    matches: tuple[RequirementMatch, ...]
    coverage: float
    fit: float
    near: bool


@dataclass(frozen=True, slots=True)
class GapReport:
    """The outcome for one input that was read."""

    document: Document
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    mentions: tuple[Mention, ...]
    profile: SkillProfile
    coverages: tuple[Coverage, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a skill was found in a resume, or why not.

    `entry` is the profile's, if the skill is shown or implied; `mentions` are its own, counted or
    not; `narrower` are the skills whose evidence would imply it.
    """

    skill: Skill
    entry: ProfileEntry | None
    mentions: tuple[Mention, ...]
    narrower: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """The outcome for one input that could not be read."""

    source: str
    code: str
    what: str
    why: str = ""
    mend: str = ""
