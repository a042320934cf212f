"""STEP 6: what to learn next, for one role or several at once.

The smallest set of required skills that brings every target to the goal (`cover.py`), in an order
that respects what builds on what and starts near what the person has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from math import ceil

from skillgap.cover import Cover, Coverer, Demand, smallest_cover
from skillgap.coverage import CREDITS, WEIGHTS, settled, target_roles
from skillgap.errors import UsageError
from skillgap.models import (
    POSTING,
    GapReport,
    MatchStatus,
    Plan,
    Reach,
    Role,
    SkillProfile,
    Step,
    Taxonomy,
)

GOAL = 0.8  # the share that Jobscan advises to aim at; nothing magic about it
_NEAREST = 3  # skills within which a role is called within reach
# Points are whole numbers: weights are 1 and 2, credits 0, one half and 1.
_SCALE = 2


def make_plan(
    profile: SkillProfile, taxonomy: Taxonomy, roles: Sequence[Role], goal: float = GOAL
) -> Plan:
    """What to learn to reach `goal` (above 0, at most 1) for every one of `roles`.

    Raises UsageError for a goal out of range, and for a role that requires nothing.
    """
    if not 0 < goal <= 1:
        raise UsageError(
            f"There is no plan for a goal of {goal:g}.",
            mend="Name one above 0 and at most 1: --goal 0.8",
        )
    for role in roles:
        if not role.requirements:
            raise UsageError(
                f"There is nothing to plan for {role.preferred_label}.",
                why=(
                    "It asks for nothing that this taxonomy knows."
                    if role.kind == POSTING
                    else "The documents name this role in passing and say nothing of what it needs."
                ),
                mend="skillgap roles lists the roles with what they ask for.",
            )
    roles = [settled(role, profile) for role in roles]
    chart = _Chart(profile, taxonomy)
    coverer = chart.coverer(roles, goal)
    cover = smallest_cover(coverer, chart.candidates(roles))
    assert cover is not None, "all requirements together reach any goal"
    order = chart.ordered(cover.skills)
    return Plan(
        roles=tuple(role.id for role in roles),
        goal=goal,
        before=chart.coverages(roles, ()),
        steps=tuple(chart.step(order, at, roles) for at in range(len(order))),
        exact=cover.exact,
        bound=cover.bound,
        reachable=chart.reachable(goal, {role.id for role in roles}),
    )


def plan_for(
    report: GapReport, taxonomy: Taxonomy, roles: Sequence[Role], goal: float = GOAL
) -> Plan:
    """The plan for a report: from what the resume shows, and what the report supposes."""
    if report.what_if is None:
        return make_plan(report.profile, taxonomy, roles, goal)
    made = make_plan(report.what_if.profile, taxonomy, roles, goal)
    return replace(made, supposed=report.what_if.skills)


class _Chart:
    """A profile on the map of the taxonomy: what is shown, what builds on what."""

    def __init__(self, profile: SkillProfile, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._shown = frozenset(e.skill_id for e in profile.entries if not e.implied)
        self._implied = frozenset(e.skill_id for e in profile.entries if e.implied)
        self._has = self._shown | self._implied
        self._place = {skill_id: at for at, skill_id in enumerate(taxonomy.skills)}
        self._broader = cache(self._all_broader)

    def _all_broader(self, skill_id: str) -> frozenset[str]:
        direct = self._taxonomy.skills[skill_id].broader
        return frozenset(direct).union(*(self._broader(broader) for broader in direct))

    def coverer(self, roles: Sequence[Role], goal: float) -> Coverer:
        demands = [_demand(role, goal) for role in roles]
        wanted = {r.skill_id for role in roles for r in role.requirements}
        implies = {skill_id: self._broader(skill_id) for skill_id in wanted}
        return Coverer(demands, implies, self._shown, self._implied)

    def coverages(self, roles: Sequence[Role], learned: Iterable[str]) -> tuple[float, ...]:
        """Each role's coverage with the learned skills shown, too."""
        learned = tuple(learned)
        earned = self.coverer(roles, 1.0).earned(learned)
        return tuple(e / _total(role) for e, role in zip(earned, roles, strict=True))

    def candidates(self, roles: Sequence[Role]) -> tuple[str, ...]:
        """The required skills that are not shown; the near and the much asked for come first."""
        asked: dict[str, int] = {}
        for role in roles:
            for requirement in role.requirements:
                weight = int(WEIGHTS[requirement.importance])
                asked[requirement.skill_id] = asked.get(requirement.skill_id, 0) + weight
        rest = [skill_id for skill_id in asked if skill_id not in self._shown]
        return tuple(
            sorted(rest, key=lambda s: (-asked[s], -len(self.builds_on(s)), self._place[s]))
        )

    def first(self, skill_id: str) -> tuple[str, ...]:
        """What a skill usually comes after: its prerequisites and what it is a kind of."""
        prerequisites = self._taxonomy.prerequisites.get(skill_id, ())
        return tuple(dict.fromkeys((*prerequisites, *self._taxonomy.skills[skill_id].broader)))

    def builds_on(self, skill_id: str) -> tuple[str, ...]:
        """What the person has that helps to learn a skill: what it comes after, what is narrower,
        and its siblings under a broader skill or a prerequisite."""
        first = set(self.first(skill_id))
        found = [
            other
            for other in self._taxonomy.skills
            if other in self._has
            and other != skill_id
            and (
                other in first
                or (other in self._shown and skill_id in self._broader(other))
                or (other in self._shown and not first.isdisjoint(self.first(other)))
            )
        ]

        def nearness(other: str) -> tuple[bool, bool, bool, int]:
            kind_of_it = skill_id in self._taxonomy.skills[other].broader
            return other not in first, not kind_of_it, other in self._implied, self._place[other]

        return tuple(sorted(found, key=nearness))

    def ordered(self, chosen: Sequence[str]) -> tuple[str, ...]:
        """The chosen skills so that each follows what it builds on, the near ones first."""
        rest, done = list(chosen), []
        while rest:
            free = [s for s in rest if not self._waits_for(s, rest)] or rest
            best = max(
                free,
                key=lambda s: (s in self._implied, len(self.builds_on(s)), -self._place[s]),
            )
            done.append(best)
            rest.remove(best)
        return tuple(done)

    def _waits_for(self, skill_id: str, rest: Sequence[str]) -> bool:
        """Whether another skill of the rest comes before this one, directly or by steps between."""
        seen, queue = {skill_id}, [skill_id]
        while queue:
            for first in self.first(queue.pop()):
                if first in rest and first != skill_id:
                    return True
                if first not in seen:
                    seen.add(first)
                    queue.append(first)
        return False

    def step(self, order: Sequence[str], at: int, roles: Sequence[Role]) -> Step:
        skill_id = order[at]
        first = self._taxonomy.prerequisites.get(skill_id, ())
        return Step(
            skill_id=skill_id,
            before=self.coverages(roles, order[:at]),
            after=self.coverages(roles, order[: at + 1]),
            asked_by=tuple(
                role.id for role in roles if any(r.skill_id == skill_id for r in role.requirements)
            ),
            was_implied=skill_id in self._implied,
            builds_on=self.builds_on(skill_id),
            open=tuple(s for s in first if s not in self._has and s not in order[:at]),
        )

    def reachable(self, goal: float, targets: set[str]) -> tuple[Reach, ...]:
        """Other roles of which something is shown, and which reach the goal with at most three
        more skills, the fewest first."""
        found = []
        for role in target_roles(self._taxonomy):
            if role.id in targets:
                continue
            now = self.coverages([role], ())[0]
            cover = self._within(role, goal) if now else None
            if cover is not None:
                found.append(Reach(role.id, self.ordered(cover.skills), now))
        return tuple(sorted(found, key=lambda reach: (len(reach.skills), -reach.now)))

    def _within(self, role: Role, goal: float) -> Cover | None:
        return smallest_cover(self.coverer([role], goal), self.candidates([role]), most=_NEAREST)


def _total(role: Role) -> int:
    return sum(int(WEIGHTS[r.importance] * _SCALE) for r in role.requirements)


def _demand(role: Role, goal: float) -> Demand:
    def points(status: MatchStatus) -> dict[str, int]:
        found: dict[str, int] = {}
        for r in role.requirements:  # alternatives may have come down to the same skill
            found[r.skill_id] = found.get(r.skill_id, 0) + int(
                WEIGHTS[r.importance] * CREDITS[status] * _SCALE
            )
        return found

    # A goal of 0.8 is not quite 4/5 as a float: what lies within a billionth counts as reached.
    need = ceil(goal * _total(role) - 1e-9)
    return Demand(points(MatchStatus.IMPLIED), points(MatchStatus.COVERED), need)
