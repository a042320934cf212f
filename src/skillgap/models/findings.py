"""What is found in a resume and how it compares: candidates, mentions, profile, coverage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from skillgap.models.document import Document, Entry, Month, Section, SectionKind, Span
from skillgap.models.taxonomy import Requirement, Skill


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
    UNCLEAR = "unclear"  # no rule holds, but the words around it seldom stand beside a claim


class Form(StrEnum):
    """How a resume makes a claim: by what was done, in a list, or in so many words."""

    DEED = "deed"  # "presented findings to the board", "wrote the service in Go"
    LISTED = "list"  # "Python, SQL, communication"
    STATED = "statement"  # "an excellent communicator"


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
    form: Form = Form.STATED


@dataclass(frozen=True, slots=True)
class Stated:
    """A length of experience in the resume's own words; `span` covers number and skill."""

    skill_id: str
    months: int
    span: Span


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """A skill that the resume shows. `via` is the chain from a claimed skill, if implied.

    `months` and `last_used` are those of the dated entries that show it, None where it stands in
    none; `stated` is what the resume says itself ("5+ years of Python").
    """

    skill_id: str
    implied: bool
    evidence: tuple[Mention, ...]
    via: tuple[str, ...] = ()
    months: int | None = None
    last_used: Month | None = None
    stated: Stated | None = None


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
class Step:
    """One skill to learn. `before` and `after` are coverages, one for each role of the plan.

    `builds_on` are skills that the person has; `open` are prerequisites without evidence that no
    earlier step brings.
    """

    skill_id: str
    before: tuple[float, ...]
    after: tuple[float, ...]
    asked_by: tuple[str, ...]
    was_implied: bool
    builds_on: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """A role that reaches the goal with few more skills; `now` is its coverage today."""

    role_id: str
    skills: tuple[str, ...]
    now: float


@dataclass(frozen=True, slots=True)
class Plan:
    """What to learn so that every role reaches the goal. `exact` says that no smaller set of skills
    would do; else this one has at most `bound` times as many. `supposed` are skills that were taken
    as shown."""

    roles: tuple[str, ...]
    goal: float
    before: tuple[float, ...]
    steps: tuple[Step, ...]
    exact: bool
    bound: float
    reachable: tuple[Reach, ...]
    supposed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a resume would come to if it also showed these skills; coverages in order of fit."""

    skills: tuple[str, ...]
    profile: SkillProfile
    coverages: tuple[Coverage, ...]


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
    what_if: WhatIf | None = None


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
