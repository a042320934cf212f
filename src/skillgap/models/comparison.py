"""Two readings held against each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from skillgap.models.findings import ProfileEntry, Status


class Change(StrEnum):
    """What became of a skill from one resume to another."""

    GAINED = "gained"
    BETTER = "better"
    MIXED = "mixed"  # better in one way, weaker in another
    WEAKER = "weaker"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class SkillChange:
    """A skill that two resumes show differently. `reason` says why the new one's words for a lost
    skill do not count; None where it has none."""

    skill_id: str
    change: Change
    old: ProfileEntry | None
    new: ProfileEntry | None
    reason: Status | None = None


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role's coverage before and after."""

    role_id: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from an old resume to a new one: skills in taxonomy order, and the roles."""

    skills: tuple[SkillChange, ...]
    roles: tuple[RoleChange, ...]
