"""STEP 5: hold a profile against roles. All arithmetic on coverage lives here.

**Coverage** says how much of a role the resume shows. Each requirement weighs `WEIGHTS`
(essential 2, optional 1) and earns `CREDITS` (covered 1, implied 0.5, missing 0):

    coverage = sum(weight x credit) / sum(weight)

By hand: a role asks for Python and deep learning (essential) and user research (optional). The
resume shows Python and PyTorch, which implies deep learning. Coverage is
(2 x 1 + 2 x 0.5 + 1 x 0) / (2 + 2 + 1) = 3/5 = 0.6.

**Fit** decides the order of the roles. It differs in two ways. Each requirement is also weighed
by its rarity, `ln(1 + N / n)` for a skill that n of N roles ask for, because a skill that nearly
every role wants says little about which role is near. And `PRIOR` is added below the line, as
though every role had a few more requirements that nobody shows, so that a role documented by one
or two requirements cannot win by one common word:

    fit = sum(weight x rarity x credit) / (sum(weight x rarity) + PRIOR)

A role whose title the person has had ("AI Product Manager, Acme") moves up by `TITLE` of what is
missing to 1, if anything of it is shown. Coverage is not touched: a title shows no skill.

No evidence gives 0, adding evidence never lowers either number, implied never earns more than
covered. tests/test_coverage.py states all of this as properties.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from math import log
from operator import mul
from typing import NamedTuple

from skillgap.models import (
    POSTING,
    Coverage,
    Importance,
    MatchStatus,
    ProfileEntry,
    Requirement,
    RequirementMatch,
    Role,
    SkillProfile,
    Taxonomy,
)

WEIGHTS = {Importance.ESSENTIAL: 2.0, Importance.OPTIONAL: 1.0}
CREDITS = {MatchStatus.COVERED: 1.0, MatchStatus.IMPLIED: 0.5, MatchStatus.MISSING: 0.0}

# As heavy as two essential requirements of average rarity (2 x 2 x ln(1 + 40 / 4) = 9.6).
PRIOR = 10.0
# Below this fit, or with fewer requirements shown, a role is not called near; nor is any role to a
# resume that shows none of the taxonomy's anchors. Set on the samples: people outside AI stay
# under it, people in the field above (docs/coverage.md).
NEAR_FIT, NEAR_COVERED = 0.15, 3


TITLE = 0.2  # enough to decide between neighbours, too little to carry a role that nothing shows


@lru_cache(maxsize=4)  # the same for every resume
def rarity_of(taxonomy: Taxonomy) -> dict[str, float]:
    """How telling each required skill is: `ln(1 + N / n)`, n of the N roles ask for it. A posting
    changes nothing for them; what it alone asks for is as telling as what one role asks for."""
    roles = [role for role in taxonomy.roles.values() if role.requirements and role.kind != POSTING]
    counts: dict[str, int] = {}
    for role in roles:
        for requirement in role.requirements:
            counts[requirement.skill_id] = counts.get(requirement.skill_id, 0) + 1
    rarity = {skill_id: log(1 + len(roles) / count) for skill_id, count in counts.items()}
    alone = log(1 + len(roles))
    return dict.fromkeys(taxonomy.skills, alone) | rarity


class _Wanted(NamedTuple):
    """A requirement as every resume is held against it. `telling` is its weight times its rarity;
    `missing` is what to say of it where nothing is shown."""

    requirement: Requirement
    weight: float
    telling: float
    missing: RequirementMatch


def _wanted(role: Role, rarity: Mapping[str, float]) -> tuple[_Wanted, ...]:
    return tuple(
        _Wanted(
            requirement,
            weight := WEIGHTS[requirement.importance],
            weight * rarity.get(requirement.skill_id, 1.0),
            RequirementMatch(requirement, MatchStatus.MISSING),
        )
        for requirement in role.requirements
    )


@lru_cache(maxsize=4)  # the same for every resume
def _all_wanted(taxonomy: Taxonomy) -> tuple[tuple[Role, tuple[_Wanted, ...]], ...]:
    rarity = rarity_of(taxonomy)
    return tuple((role, _wanted(role, rarity)) for role in taxonomy.roles.values())


def cover_role(
    profile: SkillProfile, role: Role, rarity: dict[str, float], anchors: tuple[str, ...] = ()
) -> Coverage:
    """One role's coverage. A role without requirements has coverage and fit 0."""
    entries = {entry.skill_id: entry for entry in profile.entries}
    return _cover(role, _wanted(role, rarity), entries, _is_anchored(entries, anchors))


def _is_anchored(entries: dict[str, ProfileEntry], anchors: tuple[str, ...]) -> bool:
    return not anchors or not entries.keys().isdisjoint(anchors)


def _cover(
    role: Role, wanted: tuple[_Wanted, ...], entries: dict[str, ProfileEntry], anchored: bool
) -> Coverage:
    matches = tuple([_match(one.requirement, entries) or one.missing for one in wanted])
    credits = [CREDITS[match.status] for match in matches]
    weights = [one.weight for one in wanted]
    telling = [one.telling for one in wanted]
    earned = sum(map(mul, weights, credits))
    fit = sum(map(mul, telling, credits)) / (sum(telling) + PRIOR)
    shown = len(credits) - credits.count(CREDITS[MatchStatus.MISSING])
    return Coverage(
        role_id=role.id,
        matches=matches,
        coverage=earned / sum(weights) if weights else 0.0,
        fit=fit,
        near=anchored and fit >= NEAR_FIT and shown >= NEAR_COVERED,
    )


def cover_roles(
    profile: SkillProfile, taxonomy: Taxonomy, held: frozenset[str] = frozenset()
) -> tuple[Coverage, ...]:
    """Every role's coverage, best fit first; ties in taxonomy order. `held` are the ids of roles
    that stand in the resume as the person's own titles."""
    entries = {entry.skill_id: entry for entry in profile.entries}
    anchored = _is_anchored(entries, taxonomy.anchors)
    coverages = [_cover(role, wanted, entries, anchored) for role, wanted in _all_wanted(taxonomy)]
    coverages = [
        replace(c, fit=c.fit + TITLE * (1 - c.fit)) if c.role_id in held and c.fit else c
        for c in coverages
    ]
    return tuple(sorted(coverages, key=lambda coverage: -coverage.fit))


def target_roles(taxonomy: Taxonomy) -> tuple[Role, ...]:
    """The roles that somebody can be near. The general profile and roles without requirements are
    left out: everybody in the field is near the one, nobody can be near the others. So are
    postings, which are targets only where they are named."""
    return tuple(
        role
        for role in taxonomy.roles.values()
        if role.requirements and role.kind not in ("general", POSTING)
    )


def settled(role: Role, profile: SkillProfile) -> Role:
    """The role with one skill for each requirement: of alternatives the one that the profile is
    nearest to, else the first named."""
    entries = {entry.skill_id: entry for entry in profile.entries}
    requirements = []
    for requirement in role.requirements:
        match = _match(requirement, entries)
        skill_id = match.entry.skill_id if match and match.entry else requirement.skill_id
        requirements.append(replace(requirement, skill_id=skill_id, alternatives=()))
    return replace(role, requirements=tuple(requirements))


def gaps_of(coverage: Coverage) -> tuple[RequirementMatch, ...]:
    """The missing requirements, most important first: essential before optional, then by how
    many documents ask, then in the role's order."""
    missing = [m for m in coverage.matches if m.status is MatchStatus.MISSING]
    return tuple(
        sorted(
            missing,
            key=lambda m: (-WEIGHTS[m.requirement.importance], -m.requirement.documents),
        )
    )


def count_of(coverage: Coverage, importance: Importance) -> tuple[int, int, int]:
    """How many requirements of an importance are covered, implied, and there at all."""
    statuses = [m.status for m in coverage.matches if m.requirement.importance is importance]
    return (
        statuses.count(MatchStatus.COVERED),
        statuses.count(MatchStatus.IMPLIED),
        len(statuses),
    )


def _match(requirement: Requirement, entries: dict[str, ProfileEntry]) -> RequirementMatch | None:
    """The best of what the requirement names, of alternatives a shown one, then an implied one;
    None where nothing of it is there."""
    entry = entries.get(requirement.skill_id)
    for skill_id in requirement.alternatives:
        other = entries.get(skill_id)
        if other is not None and (entry is None or other.implied < entry.implied):
            entry = other
    if entry is None:
        return None
    status = MatchStatus.IMPLIED if entry.implied else MatchStatus.COVERED
    return RequirementMatch(requirement, status, entry)
