"""The taxonomy as plain text. Without rich: importing it takes longer than all the rest."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Sequence

from skillgap.models import Importance, Origin, Requirement, Role, Salary, Skill, Source, Taxonomy

_LABEL_WIDTH = 13  # of the names of facts
_MAX_WIDTH = 100  # longer lines are hard to read, however wide the window


def _columns(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Rows of plain text in columns."""
    widths = [max(len(row[n]) for row in (head, *rows)) for n in range(len(head) - 1)]
    lines = (
        "  ".join([*(cell.ljust(w) for cell, w in zip(row, widths)), row[-1]])
        for row in (head, *rows)
    )
    return "\n".join(lines) + "\n"


def _facts(rows: Iterable[tuple[str, str | Iterable[str]]]) -> str:
    """Names with values beside them; a value of several items takes a line for each."""
    width = min(shutil.get_terminal_size().columns, _MAX_WIDTH)
    lines = []
    for name, value in rows:
        items = [item for item in ((value,) if isinstance(value, str) else value) if item]
        for number, item in enumerate(items):
            head = (name if number == 0 else "").ljust(_LABEL_WIDTH)
            indent = " " * _LABEL_WIDTH
            lines.append(textwrap.fill(item, width, initial_indent=head, subsequent_indent=indent))
    return "\n".join(lines) + "\n"


def _where(sources: Iterable[Source]) -> list[str]:
    return [f"{s.document}, {s.heading}: “{s.phrase}”" for s in sources]


def _pay(salary: Salary) -> str:
    low = f"{salary.low:,}" if salary.low is not None else ""
    high = f"{salary.high:,}" if salary.high is not None else ""
    span = f"{low}–{high}" if low and high else f"from {low}" if low else f"up to {high}"
    return f"{span} {salary.currency} a year ({salary.source.document})"


def render_family(name: str, roles: Sequence[Role]) -> str:
    """The roles of a family, and how to use its name."""
    return (
        f"{name} is a family of {len(roles)} roles\n\n{render_roles(roles)}"
        f"'skillgap role ID' shows one; '--role {name}' means all that ask for skills.\n"
    )


def render_roles(roles: Iterable[Role]) -> str:
    """Roles, a line each; plain text, since a table of rich's takes longer than the rest."""
    rows = []
    for role in roles:
        counts = [sum(r.importance is i for r in role.requirements) for i in Importance]
        asks = "mentioned only" if role.mentioned_only else f"{counts[0]} + {counts[1]}"
        rows.append((role.id, asks, role.preferred_label))
    return _columns(("Id", "Asks for", "Role"), rows) + (
        "\n'4 + 2' asks for four essential and two optional skills.\n"
    )


def render_role(role: Role, taxonomy: Taxonomy) -> str:
    """One role with its requirements, facts and where they stand."""
    facts = _facts(
        [
            ("Id", role.id),
            ("Also called", ", ".join(role.alt_labels)),
            ("In short", role.summary),
            ("Does", role.responsibilities),
            ("Pay", [_pay(salary) for salary in role.salaries]),
            ("Advice", [advice.text for advice in role.advice]),
            ("Named in", _where(role.provenance)),
        ]
    )
    parts = [f"{role.preferred_label}\n", facts]
    if role.mentioned_only:
        parts.append("\nThe documents name this role in passing and ask nothing of it.\n")
    for importance in Importance:
        requirements = [r for r in role.requirements if r.importance is importance]
        if requirements:
            parts.append(f"\n{importance.value.capitalize()}\n")
            parts += [_requirement(requirement, taxonomy) for requirement in requirements]
    return "".join(parts)


def _requirement(requirement: Requirement, taxonomy: Taxonomy) -> str:
    """A required skill with the words that ask for it below."""
    width = min(shutil.get_terminal_size().columns, _MAX_WIDTH)
    label = taxonomy.skills[requirement.skill_id].preferred_label
    lines = [
        textwrap.fill(line, width, initial_indent="      ", subsequent_indent="        ")
        for line in _where(requirement.provenance)
    ]
    return "\n".join([f"  {label}", *lines]) + "\n"


def render_skills(taxonomy: Taxonomy) -> str:
    """Every skill, a line each."""
    rows = [
        (
            skill.id,
            "documents" if skill.origin is Origin.DOCUMENT else "curated",
            skill.preferred_label,
        )
        for skill in taxonomy.skills.values()
    ]
    return _columns(("Id", "From", "Skill"), rows)


def render_skill(skill: Skill, taxonomy: Taxonomy) -> str:
    """One skill: how resumes name it, what it implies, who asks for it, where it stands."""
    asked = [
        role.preferred_label
        for role in taxonomy.roles.values()
        if any(requirement.skill_id == skill.id for requirement in role.requirements)
    ]
    shown = {label.casefold() for label in (skill.preferred_label, *skill.alt_labels)}
    guarded = dict.fromkeys(
        label for guard in skill.guards for label in guard.labels if label.casefold() in shown
    )
    narrower = [s.preferred_label for s in taxonomy.skills.values() if skill.id in s.broader]
    facts = _facts(
        [
            ("Id", skill.id),
            ("Kind", skill.kind),
            ("From", "documents" if skill.origin is Origin.DOCUMENT else "curated, in no document"),
            ("Also called", ", ".join(skill.alt_labels)),
            ("Deeds", skill.patterns),
            ("Implies", ", ".join(taxonomy.skills[b].preferred_label for b in skill.broader)),
            ("Implied by", ", ".join(narrower)),
            ("Guarded", ", ".join(guarded)),
            ("Asked by", ", ".join(asked)),
            ("Note", skill.note),
            ("Named in", _where(skill.provenance)),
        ]
    )
    return f"{skill.preferred_label}\n{facts}"
