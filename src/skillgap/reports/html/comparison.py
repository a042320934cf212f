"""Two resumes held against each other as one HTML page."""

from __future__ import annotations

from skillgap.models import Comparison, GapReport, Taxonomy
from skillgap.reports.comparing import role_rows, skill_groups
from skillgap.reports.html.charts import heat
from skillgap.reports.html.page import render_page
from skillgap.reports.words import NO_CHANGE
from skillgap.words import source_name


def render_comparison_page(
    comparison: Comparison, old: GapReport, new: GapReport, taxonomy: Taxonomy
) -> str:
    """Roles before and after, and the skills that changed, with the words that show them."""
    rows = role_rows(comparison.roles, taxonomy)
    return render_page(
        "compare.html.j2",
        names=[source_name(report.document.source) for report in (old, new)],
        roles=[
            {"row": row, "before": heat(role.before), "after": heat(role.after)}
            for role, row in zip(comparison.roles, rows, strict=True)
        ],
        groups=skill_groups(comparison, old, new, taxonomy),
        no_change=NO_CHANGE,
        taxonomy=taxonomy,
        as_of=new.as_of,
    )
