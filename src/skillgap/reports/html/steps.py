"""The plan on the page: what to learn, in which order, and what each step brings."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.models import Plan, Step
from skillgap.reports.html.charts import Bar, bar
from skillgap.reports.html.marks import Frame, named, row_id
from skillgap.reports.words import printable


@dataclass(frozen=True, slots=True)
class Gain:
    """What a step does for one role. `href` leads to the requirement in the role's part."""

    role: str
    before: str
    after: str
    bar: Bar  # what was there before, and what the step adds
    href: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One skill to learn; `gains` are those of the roles whose coverage it raises, at least one."""

    label: str
    status: str  # "implied" or "none", as in the other parts
    gains: tuple[Gain, ...]
    builds_on: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReachView:
    """Another role that few more skills bring to the goal."""

    role: str
    now: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan. `goal` is a length on the bars as well."""

    goal: str
    roles: tuple[tuple[str, str], ...]  # label, coverage today
    steps: tuple[StepView, ...]
    smallest: bool
    bound: str
    reach: tuple[ReachView, ...]


def plan_view(frame: Frame, plan: Plan) -> PlanView:
    """A plan for people."""
    label = {role_id: _role(frame, role_id) for role_id in plan.roles}
    return PlanView(
        goal=f"{plan.goal:.0%}",
        roles=tuple(
            (label[role_id], f"{before:.0%}")
            for role_id, before in zip(plan.roles, plan.before, strict=True)
        ),
        steps=tuple(_step(frame, plan, step) for step in plan.steps),
        smallest=plan.exact,
        bound=f"{plan.bound:.1f}",
        reach=tuple(
            ReachView(
                _role(frame, reach.role_id),
                f"{reach.now:.0%}",
                tuple(frame.label(skill_id) for skill_id in reach.skills),
            )
            for reach in plan.reachable
        ),
    )


def _step(frame: Frame, plan: Plan, step: Step) -> StepView:
    rows = {
        coverage.role_id: row_id(coverage, match)
        for coverage in frame.details
        for match in coverage.matches
        if step.skill_id in named(match)
    }
    gains = tuple(
        Gain(
            _role(frame, role_id),
            f"{before:.0%}",
            f"{after:.0%}",
            bar(before, after - before),
            f"#{rows[role_id]}" if role_id in rows else "",
        )
        for role_id, before, after in zip(plan.roles, step.before, step.after, strict=True)
        if after > before
    )
    return StepView(
        label=frame.label(step.skill_id),
        status="implied" if step.was_implied else "none",
        gains=gains,
        builds_on=tuple(frame.label(skill_id) for skill_id in step.builds_on),
        open=tuple(frame.label(skill_id) for skill_id in step.open),
    )


def _role(frame: Frame, role_id: str) -> str:
    return printable(frame.taxonomy.roles[role_id].preferred_label)
