"""Why a skill was found in a resume, or why not, on a terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from skillgap.evidence import excerpt
from skillgap.models import Explanation, GapReport, Mention, Status, Taxonomy
from skillgap.reports.words import METHOD_WORDS, REASON_WORDS, place, printable


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
    facts = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    facts.add_column(no_wrap=True, style="dim")
    facts.add_column(overflow="fold")
    facts.add_row("Words", Text(", ".join(skill.labels())))
    if skill.patterns:
        facts.add_row("Deeds", Text("\n".join(skill.patterns)))
    if narrower:
        facts.add_row("Narrower", Text(", ".join(narrower)))
    parts.append(facts)
    return Group(*parts)


def _line(report: GapReport, mention: Mention) -> RenderableType:
    counted = mention.status is Status.CLAIMED
    sign = Text("●" if counted else "○", style="green" if counted else "yellow")
    line = Text(f"“{printable(excerpt(report.document, mention))}”")
    how = METHOD_WORDS[mention.method] + f" “{mention.label}”"
    if not counted:
        how = f"not counted: {REASON_WORDS[mention.status]}"
        how += f" ({printable(mention.rule)})" if mention.rule else ""
    line.append(f"\n{place(report.document, mention)}; {how}", style="dim")
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(sign, line)
    return grid
