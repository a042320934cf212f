"""What was understood of a job posting, on a terminal and as data, so that people can check it."""

from __future__ import annotations

from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

import skillgap
from skillgap.models import Asked, Importance, Posting, Requirement, Taxonomy
from skillgap.reports.data import SCHEMA_VERSION
from skillgap.reports.words import (
    IMPORTANCE_WORDS,
    NOTHING_ASKED,
    UNKNOWN_TITLE,
    printable,
    requirement_label,
    years,
)

CHECK = (
    "Rules read this from the posting's words: check it before you rely on it. What the taxonomy"
    " does not know does not count in any coverage."
)


def _deciding(posting: Posting, requirement: Requirement) -> Asked:
    """The place that made a requirement what it is."""
    wanted = {requirement.skill_id, *requirement.alternatives}
    return next(
        ask
        for ask in posting.asked
        if wanted == set(ask.skill_ids) and ask.importance is requirement.importance
    )


def render_console(posting: Posting, taxonomy: Taxonomy) -> RenderableType:
    """What was understood, with the posting's words and the rule behind each requirement."""
    role = posting.role
    parts: list[RenderableType] = [Text(role.preferred_label, style="bold underline")]
    for importance in Importance:
        found = [r for r in role.requirements if r.importance is importance]
        if not found:
            continue
        parts.append(Text(f"\n{importance.value.capitalize()}", style="bold"))
        table = _table(3, 6, 3)
        for requirement in found:
            ask = _deciding(posting, requirement)
            label = requirement_label(requirement, taxonomy)
            if requirement.months:
                label += f", {years(requirement.months)}"
            quote = printable(posting.document.text[ask.statement.start : ask.statement.end])
            table.add_row(Text(label), Text(f"“{quote}”"), Text(printable(ask.rule), style="dim"))
        parts.append(table)
    if not role.requirements:
        parts.append(Text(f"\n{NOTHING_ASKED}"))
    if role.unknown:
        parts.append(Text(f"\n{UNKNOWN_TITLE}", style="bold"))
        table = _table(5, 2, 5)
        for unknown in role.unknown:
            statement = "the whole statement" if unknown.whole else f"“{unknown.statement}”"
            table.add_row(
                Text(unknown.words),
                Text(IMPORTANCE_WORDS[unknown.importance], style="dim"),
                Text(statement, style="dim"),
            )
        parts.append(table)
    parts.append(Text(f"\n{CHECK}", style="dim"))
    return Group(*parts)


def _table(*ratios: int) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    for ratio in ratios:
        table.add_column(ratio=ratio, overflow="fold")
    return table


def posting_data(posting: Posting, taxonomy: Taxonomy) -> dict[str, Any]:
    """What was understood as plain data (docs/posting.schema.json)."""
    text, role = posting.document.text, posting.role
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "skillgap", "version": skillgap.__version__},
        "taxonomy": {
            "name": taxonomy.name, "version": taxonomy.version, "sha256": taxonomy.sha256,
        },
        "source": posting.document.source,
        "sha256": posting.document.sha256,
        "title": role.preferred_label,
        "requirements": [
            {
                "skill": requirement.skill_id,
                "alternatives": list(requirement.alternatives),
                "label": requirement_label(requirement, taxonomy),
                "importance": requirement.importance.value,
                "months": requirement.months,
            }
            for requirement in role.requirements
        ],
        "asked": [
            {
                "skills": list(ask.skill_ids),
                "importance": ask.importance.value,
                "rule": ask.rule,
                "months": ask.months,
                "quote": text[ask.statement.start : ask.statement.end],
                "start": ask.span.start,
                "end": ask.span.end,
            }
            for ask in posting.asked
        ],
        "unknown": [
            {
                "words": ask.words,
                "importance": ask.importance.value,
                "whole": ask.whole,
                "start": ask.span.start,
                "end": ask.span.end,
            }
            for ask in role.unknown
        ],
    }  # fmt: skip
