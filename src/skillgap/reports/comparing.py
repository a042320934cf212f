"""Two resumes held against each other, and what-if, for every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import skillgap
from skillgap.evidence import excerpt, quote
from skillgap.models import (
    Change,
    Comparison,
    Coverage,
    Form,
    GapReport,
    ProfileEntry,
    RoleChange,
    SkillChange,
    Taxonomy,
)
from skillgap.reports.words import (
    CHANGE_SIGNS,
    CHANGE_WORDS,
    DISCLAIMER,
    NO_CHANGE,
    REASON_WORDS,
    SHOWN_WORDS,
    best_mention,
    joined,
    place,
    printable,
    time_note,
)
from skillgap.words import source_name

SCHEMA_VERSION = 1
_BAR = 16  # characters
_ROWS = 10  # skills of one kind of change; more would push the next kind off the screen


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One skill in words: what was and what is; `quote` is from the new resume, or from the old one
    for a lost skill."""

    sign: str
    label: str
    how: str
    quote: str
    place: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in words."""

    label: str
    before: str
    after: str
    change: str
    share: float


def role_rows(roles: tuple[RoleChange, ...], taxonomy: Taxonomy) -> tuple[RoleRow, ...]:
    """Roles in words: percentages, and their difference in points of those that are shown."""
    rows = []
    for role in roles:
        points = round(100 * role.after) - round(100 * role.before)
        rows.append(
            RoleRow(
                printable(taxonomy.roles[role.role_id].preferred_label),
                f"{role.before:.0%}",
                f"{role.after:.0%}",
                f"{points:+d}" if points else "=",
                role.after,
            )
        )
    return tuple(rows)


def what_if_roles(report: GapReport, ranking: tuple[Coverage, ...]) -> tuple[RoleChange, ...]:
    """What the supposed skills change for the roles of a ranking; nothing without supposing."""
    if report.what_if is None:
        return ()
    after = {coverage.role_id: coverage.coverage for coverage in report.what_if.coverages}
    return tuple(RoleChange(c.role_id, c.coverage, after[c.role_id]) for c in ranking)


def what_if_title(skills: tuple[str, ...], taxonomy: Taxonomy) -> str:
    """The heading over what supposed skills would change."""
    labels = [taxonomy.skills[skill_id].preferred_label for skill_id in skills]
    return f"If {joined(labels)} were shown, too"


def skill_groups(
    comparison: Comparison, old: GapReport, new: GapReport, taxonomy: Taxonomy
) -> tuple[tuple[str, tuple[SkillRow, ...]], ...]:
    """The changed skills in words under a title for each kind of change; those that the roles ask
    for come first."""
    groups = []
    asked = {
        skill_id
        for role in comparison.roles
        for requirement in taxonomy.roles[role.role_id].requirements
        for skill_id in (requirement.skill_id, *requirement.alternatives)
    }
    for change in Change:
        found = [item for item in comparison.skills if item.change is change]
        found.sort(key=lambda item: item.skill_id not in asked)
        if found:
            rows = tuple(_skill_row(item, old, new, taxonomy) for item in found)
            groups.append((f"{CHANGE_WORDS[change]} ({len(rows)})", rows))
    return tuple(groups)


def _skill_row(item: SkillChange, old: GapReport, new: GapReport, taxonomy: Taxonomy) -> SkillRow:
    report, entry = (new, item.new) if item.new is not None else (old, item.old)
    assert entry is not None, "a change has an old or a new side"
    mention = best_mention(entry.evidence)
    return SkillRow(
        sign=CHANGE_SIGNS[item.change],
        label=taxonomy.skills[item.skill_id].preferred_label,
        how=_how(item, taxonomy),
        quote=printable(excerpt(report.document, mention, 110)),
        place=place(report.document, mention),
    )


def _how(item: SkillChange, taxonomy: Taxonomy) -> str:
    if item.old is None and item.new is not None:
        return _shown(item.new, taxonomy)
    if item.old is not None and item.new is not None:
        return f"{_shown(item.old, taxonomy)} → {_shown(item.new, taxonomy)}"
    if item.reason is not None:
        return f"now not counted: {REASON_WORDS[item.reason]}"
    return "no evidence found any more"


def _shown(entry: ProfileEntry, taxonomy: Taxonomy) -> str:
    """How one resume shows a skill, in few words."""
    if entry.implied:
        return f"implied by {taxonomy.skills[entry.via[0]].preferred_label}"
    forms = {mention.form for mention in entry.evidence}
    form = next(form for form in Form if form in forms)
    return ", ".join(filter(None, (SHOWN_WORDS[form], time_note(entry))))


def render_console(
    comparison: Comparison,
    old: GapReport,
    new: GapReport,
    taxonomy: Taxonomy,
    *,
    verbose: bool = False,
) -> RenderableType:
    """The comparison on a terminal; without `verbose` the first skills of each kind of change."""
    title = " → ".join(source_name(report.document.source) for report in (old, new))
    parts: list[RenderableType] = [Text(title, style="bold underline"), ""]
    parts.append(role_table(comparison.roles, taxonomy))
    groups = skill_groups(comparison, old, new, taxonomy)
    for heading, rows in groups:
        parts.append(Text(f"\n{heading}", style="bold"))
        shown = rows if verbose else rows[:_ROWS]
        for row in shown:
            head = Text(f"{row.sign} {row.label}").append(f" · {row.how}", style="yellow")
            parts.append(head)
            line = Text(f"“{row.quote}”").append(f" {row.place}", style="dim")
            parts.append(Padding(line, (0, 0, 0, 4), expand=False))
        if len(rows) > len(shown):
            rest = f"and {len(rows) - len(shown)} more; -v shows them all"
            parts.append(Text(rest, style="dim"))
    if not groups:
        parts.append(Text(f"\n{NO_CHANGE}"))
    parts.append(Text(f"\n{DISCLAIMER}", style="dim"))
    return Group(*parts)


def role_table(roles: tuple[RoleChange, ...], taxonomy: Taxonomy) -> Table:
    """Roles with their coverage before and after."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("Role", overflow="fold")
    for title in ("Before", "After"):
        table.add_column(title, justify="right")
    table.add_column("Points", justify="right")
    table.add_column("")
    for row in role_rows(roles, taxonomy):
        full = round(row.share * _BAR)
        bar = Text.assemble(("━" * full, "green"), ("╌" * (_BAR - full), "dim"))
        table.add_row(row.label, row.before, row.after, row.change, bar)
    return table


def comparison_data(
    comparison: Comparison, old: GapReport, new: GapReport, taxonomy: Taxonomy
) -> dict[str, Any]:
    """The comparison as plain data (docs/compare.schema.json)."""
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "skillgap", "version": skillgap.__version__},
        "taxonomy": {
            "name": taxonomy.name, "version": taxonomy.version, "sha256": taxonomy.sha256,
        },
        "as_of": new.as_of,
        "old": {"source": old.document.source, "sha256": old.document.sha256},
        "new": {"source": new.document.source, "sha256": new.document.sha256},
        "roles": roles_data(comparison.roles, taxonomy),
        "skills": [
            {
                "id": item.skill_id,
                "label": taxonomy.skills[item.skill_id].preferred_label,
                "change": item.change.value,
                "old": _entry_data(item.old, old),
                "new": _entry_data(item.new, new),
                "reason": item.reason.value if item.reason else None,
            }
            for item in comparison.skills
        ],
    }  # fmt: skip


def roles_data(roles: tuple[RoleChange, ...], taxonomy: Taxonomy) -> list[dict[str, Any]]:
    """Roles with their coverage before and after, as plain data."""
    return [
        {
            "id": role.role_id,
            "label": taxonomy.roles[role.role_id].preferred_label,
            "before": round(role.before, 4),
            "after": round(role.after, 4),
        }
        for role in roles
    ]


def _entry_data(entry: ProfileEntry | None, report: GapReport) -> dict[str, Any] | None:
    if entry is None:
        return None
    best = best_mention(entry.evidence)
    return {
        "status": "implied" if entry.implied else "claimed",
        "via": list(entry.via),
        "form": best.form.value,
        "months": entry.months,
        "quote": quote(report.document, best),
    }
