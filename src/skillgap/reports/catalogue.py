"""The taxonomy, and explanations, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from skillgap.evidence import quote
from skillgap.models import (
    Explanation,
    GapReport,
    Importance,
    Mention,
    Origin,
    Role,
    Salary,
    Skill,
    Source,
    Status,
    Taxonomy,
)
from skillgap.reports.words import METHOD_WORDS, REASON_WORDS, place, printable


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _facts(rows: Iterable[tuple[str, str]]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for name, value in rows:
        if value:
            table.add_row(name, Text(value))
    return table


def _where(sources: Iterable[Source]) -> str:
    return "; ".join(f"{s.document}, {s.heading}: “{s.phrase}”" for s in sources)


def _pay(salary: Salary) -> str:
    low = f"{salary.low:,}" if salary.low is not None else ""
    high = f"{salary.high:,}" if salary.high is not None else ""
    span = f"{low}–{high}" if low and high else f"from {low}" if low else f"up to {high}"
    return f"{span} {salary.currency} a year ({salary.source.document})"


def render_roles(taxonomy: Taxonomy) -> RenderableType:
    """Every role, a line each."""
    table = _table("Id", "Role", "Essential", "Optional", "Documents")
    for role in taxonomy.roles.values():
        counts = [sum(r.importance is i for r in role.requirements) for i in Importance]
        table.add_row(
            role.id,
            role.preferred_label,
            *("mentioned only" if role.mentioned_only else str(counts[0]), str(counts[1] or "")),
            str(len({source.document for source in role.provenance})),
        )
    return table


def render_role(role: Role, taxonomy: Taxonomy) -> RenderableType:
    """One role with its requirements, facts and where they stand."""
    parts: list[RenderableType] = [
        Text(role.preferred_label, style="bold"),
        _facts(
            [
                ("Id", role.id),
                ("Also called", ", ".join(role.alt_labels)),
                ("In short", role.summary),
                ("Does", "\n".join(role.responsibilities)),
                ("Pay", "\n".join(_pay(salary) for salary in role.salaries)),
                ("Advice", "\n".join(advice.text for advice in role.advice)),
                ("Named in", _where(role.provenance)),
            ]
        ),
    ]
    if role.mentioned_only:
        parts.append(Text("The documents name this role in passing and ask nothing of it."))
    for importance in Importance:
        requirements = [r for r in role.requirements if r.importance is importance]
        if requirements:
            table = _table(importance.value.capitalize(), "Because")
            for requirement in requirements:
                label = taxonomy.skills[requirement.skill_id].preferred_label
                table.add_row(label, Text(_where(requirement.provenance), style="dim"))
            parts += ["", table]
    return Group(*parts)


def render_skills(taxonomy: Taxonomy) -> RenderableType:
    """Every skill, a line each."""
    table = _table("Id", "Skill", "Kind", "From", "Broader")
    for skill in taxonomy.skills.values():
        origin = "documents" if skill.origin is Origin.DOCUMENT else "curated"
        table.add_row(skill.id, skill.preferred_label, skill.kind, origin, ", ".join(skill.broader))
    return table


def render_skill(skill: Skill, taxonomy: Taxonomy) -> RenderableType:
    """One skill: how resumes name it, what it implies, who asks for it, where it stands."""
    asked = [
        role.preferred_label
        for role in taxonomy.roles.values()
        if any(requirement.skill_id == skill.id for requirement in role.requirements)
    ]
    guards = [
        f"{', '.join(guard.labels)}: only where the words around show this meaning"
        for guard in skill.guards
    ]
    origin = "the documents" if skill.origin is Origin.DOCUMENT else "curated, not in the documents"
    narrower = [s.preferred_label for s in taxonomy.skills.values() if skill.id in s.broader]
    return Group(
        Text(skill.preferred_label, style="bold"),
        _facts(
            [
                ("Id", skill.id),
                ("Kind", skill.kind),
                ("From", origin),
                ("Also called", ", ".join(skill.alt_labels)),
                ("Deeds", "\n".join(skill.patterns)),
                ("Implies", ", ".join(taxonomy.skills[b].preferred_label for b in skill.broader)),
                ("Implied by", ", ".join(narrower)),
                ("Guarded", "\n".join(guards)),
                ("Asked by", ", ".join(asked)),
                ("Note", skill.note),
                ("Named in", _where(skill.provenance).replace("; ", "\n")),
            ]
        ),
    )


def render_explanation(
    report: GapReport, explanation: Explanation, taxonomy: Taxonomy
) -> RenderableType:
    """Why a resume shows a skill, or why not."""
    skill, entry = explanation.skill, explanation.entry
    parts: list[RenderableType] = []
    if entry is None:
        parts.append(Text(f"{skill.preferred_label}: no evidence found", style="bold"))
    elif entry.implied:
        chain = " → ".join(taxonomy.skills[i].preferred_label for i in (*entry.via, skill.id))
        parts.append(Text(f"{skill.preferred_label}: implied by {chain}", style="bold"))
        parts += [_line(report, mention) for mention in entry.evidence]
    else:
        parts.append(Text(f"{skill.preferred_label}: shown", style="bold"))
    parts += [_line(report, mention) for mention in explanation.mentions]
    parts.append(Text("\nLooked for", style="dim"))
    narrower = [taxonomy.skills[i].preferred_label for i in explanation.narrower]
    parts.append(
        _facts(
            [
                ("Words", ", ".join(skill.labels())),
                ("Deeds", "\n".join(skill.patterns)),
                ("Narrower", ", ".join(narrower)),
            ]
        )
    )
    return Group(*parts)


def _line(report: GapReport, mention: Mention) -> Text:
    counted = mention.status is Status.CLAIMED
    line = Text("● " if counted else "○ ", style="green" if counted else "yellow")
    line.append(f"“{printable(quote(report.document, mention))}”", style="default")
    how = METHOD_WORDS[mention.method] + f" “{mention.label}”"
    if not counted:
        how = f"not counted: {REASON_WORDS[mention.status]}"
        how += f" ({printable(mention.rule)})" if mention.rule else ""
    line.append(f"\n    {place(report.document, mention)}; {how}", style="dim")
    return line
