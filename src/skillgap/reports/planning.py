"""A plan in words, for every format; and on a terminal, as markdown, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

import skillgap
from skillgap.models import Plan, Step, Taxonomy
from skillgap.reports.data import SCHEMA_VERSION
from skillgap.reports.words import DISCLAIMER, joined

_BUILDS_ON = 4  # skills of one's own that a step names; more say no more


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step in words."""

    label: str
    gains: tuple[str, ...]  # "Data scientist 35% → 37%", for each role that gains
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan in words. `reachable` holds (role and coverage, skills), `advice` (role, text)."""

    title: str
    summary: str
    steps: tuple[StepRow, ...]
    reached: tuple[str, ...]
    reachable: tuple[tuple[str, str], ...]
    advice: tuple[tuple[str, str], ...]


def plan_view(plan: Plan, taxonomy: Taxonomy) -> PlanView:
    """The words of a plan."""
    roles = [taxonomy.roles[role_id] for role_id in plan.roles]
    names = joined([role.preferred_label for role in roles])
    return PlanView(
        title=f"What would bring {names} to {plan.goal:.0%}{_supposing(plan, taxonomy)}",
        summary=_summary(plan),
        steps=tuple(_row(step, plan, taxonomy) for step in plan.steps),
        reached=tuple(
            taxonomy.roles[reach.role_id].preferred_label
            for reach in plan.reachable
            if not reach.skills
        ),
        reachable=tuple(
            (
                f"{taxonomy.roles[reach.role_id].preferred_label}, {reach.now:.0%} today",
                joined([_label(skill_id, taxonomy) for skill_id in reach.skills]),
            )
            for reach in plan.reachable
            if reach.skills
        ),
        advice=tuple((role.preferred_label, line.text) for role in roles for line in role.advice),
    )


def _supposing(plan: Plan, taxonomy: Taxonomy) -> str:
    if not plan.supposed:
        return ""
    labels = joined([_label(skill_id, taxonomy) for skill_id in plan.supposed])
    return f", supposing {labels} {'were' if plan.supposed[1:] else 'was'} shown"


def _summary(plan: Plan) -> str:
    if not plan.steps:
        return "The goal is reached: no further skill is needed."
    count = len(plan.steps)
    skills = f"{count} skill" + ("" if count == 1 else "s")
    implied = sum(step.was_implied for step in plan.steps)
    if implied:
        skills += f", {implied} of which the resume implies and does not name"
    if plan.exact:
        return f"{skills}; no smaller set of the skills that are asked for reaches the goal."
    return (
        f"{skills}; chosen greedily: the smallest set has at least {count / plan.bound:.0f},"
        " and looking for it would take too long."
    )


def _row(step: Step, plan: Plan, taxonomy: Taxonomy) -> StepRow:
    gains = tuple(
        f"{taxonomy.roles[role_id].preferred_label} {before:.0%} → {after:.0%}"
        for role_id, before, after in zip(plan.roles, step.before, step.after, strict=True)
        if after > before
    )
    notes = []
    if step.was_implied:
        notes.append("implied so far: name it, or show it by a deed")
    if len(plan.roles) > 1:
        notes.append(f"{len(step.asked_by)} of {len(plan.roles)} target roles ask for it")
    if step.builds_on:
        labels = [_label(skill_id, taxonomy) for skill_id in step.builds_on[:_BUILDS_ON]]
        notes.append(f"builds on {joined(labels)}")
    if step.open:
        labels = [_label(skill_id, taxonomy) for skill_id in step.open]
        notes.append(f"usually comes after {joined(labels)}: no evidence found")
    return StepRow(_label(step.skill_id, taxonomy), gains, tuple(notes))


def _label(skill_id: str, taxonomy: Taxonomy) -> str:
    return taxonomy.skills[skill_id].preferred_label


def render_console(plan: Plan, taxonomy: Taxonomy) -> RenderableType:
    """The plan on a terminal."""
    view = plan_view(plan, taxonomy)
    parts: list[RenderableType] = [Text(view.title, style="bold underline"), Text(view.summary)]
    for number, row in enumerate(view.steps, 1):
        head = Text(f"\n{number:>2}  ", style="dim")
        head.append(row.label, style="bold")
        for gain in row.gains:
            head.append(f"   {gain}", style="green")
        parts.append(head)
        parts += [
            Padding(Text(note, style="dim"), (0, 0, 0, 4), expand=False) for note in row.notes
        ]
    if view.reached or view.reachable:
        parts.append(Text(f"\nOther roles at {plan.goal:.0%} with up to three more", style="bold"))
    if view.reached:
        parts.append(
            Padding(Text(f"there already: {', '.join(view.reached)}"), (0, 0, 0, 4), expand=False)
        )
    for role, skills in view.reachable:
        line = Text(f"{role}: ")
        line.append(skills, style="green")
        parts.append(Padding(line, (0, 0, 0, 4), expand=False))
    if view.advice:
        parts.append(Text("\nWhat the documents advise", style="bold"))
        parts += [Padding(Text(f"• {text}"), (0, 0, 0, 4), expand=False) for _, text in view.advice]
    parts.append(Text(f"\n{DISCLAIMER}", style="dim"))
    return Group(*parts)


def plan_data(plan: Plan, taxonomy: Taxonomy) -> dict[str, Any]:
    """The plan as plain data (docs/plan.schema.json)."""

    def by_role(values: tuple[float, ...]) -> dict[str, float]:
        return {role: round(value, 4) for role, value in zip(plan.roles, values, strict=True)}

    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "skillgap", "version": skillgap.__version__},
        "taxonomy": {
            "name": taxonomy.name, "version": taxonomy.version, "sha256": taxonomy.sha256,
        },
        "roles": list(plan.roles),
        "goal": plan.goal,
        "supposed": list(plan.supposed),
        "exact": plan.exact,
        "bound": round(plan.bound, 4),
        "coverage": by_role(plan.before),
        "steps": [
            {
                "skill": step.skill_id,
                "label": _label(step.skill_id, taxonomy),
                "status": "implied" if step.was_implied else "missing",
                "before": by_role(step.before),
                "after": by_role(step.after),
                "asked_by": list(step.asked_by),
                "builds_on": list(step.builds_on),
                "open": list(step.open),
            }
            for step in plan.steps
        ],
        "reachable": [
            {"role": r.role_id, "coverage": round(r.now, 4), "skills": list(r.skills)}
            for r in plan.reachable
        ],
        "advice": [
            {"role": role_id, "text": line.text, "document": line.source.document}
            for role_id in plan.roles
            for line in taxonomy.roles[role_id].advice
        ],
    }  # fmt: skip
