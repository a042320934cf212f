"""Skills, roles and requirements, in SKOS and ESCO terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from skillgap.models.document import Span


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
    not_near words anywhere in the same sentence or list item that rule it out
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
    not_near: tuple[str, ...] = ()
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
    """A role asks for a skill.

    A job posting may let one of several skills do (`alternatives` to `skill_id`), and ask for a
    length of experience in months; the taxonomy's roles do neither.
    """

    skill_id: str
    importance: Importance
    provenance: tuple[Source, ...]
    alternatives: tuple[str, ...] = ()
    months: int | None = None

    documents: int = field(init=False, repr=False, compare=False)  # how many ask for it

    def __post_init__(self) -> None:
        documents = len({source.document for source in self.provenance})
        object.__setattr__(self, "documents", documents)


@dataclass(frozen=True, slots=True)
class UnknownAsk:
    """What a job posting asks for in words that the taxonomy does not hold: it counts nowhere.

    `span` covers the words in the posting's text, `statement` is the line around them. `whole`
    marks a statement in which nothing was understood.
    """

    span: Span
    words: str
    statement: str
    importance: Importance
    whole: bool = False


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
    """A target that a user names. `mentioned_only` marks a title without requirements; `unknown` is
    what a job posting asks for beyond the taxonomy."""

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
    unknown: tuple[UnknownAsk, ...] = ()

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
    """Versioned skills and roles, keyed by id in file order. `sha256` covers every file.

    `anchors` are the skills that the taxonomy is about: no role is called near to a resume that
    shows none of them. `prerequisites` names what is usually learned before a skill, `classes` the
    words that `@name` stands for in verb phrases.
    """

    name: str
    version: str
    sha256: str
    documents: tuple[RoleDocument, ...]
    skills: dict[str, Skill] = field(hash=False)
    roles: dict[str, Role] = field(hash=False)
    anchors: tuple[str, ...] = ()
    prerequisites: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    classes: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
