"""The gap report as a markdown file: something to send to a coach."""

from __future__ import annotations

import re
import textwrap
from functools import cache
from typing import TYPE_CHECKING, Any

import skillgap
from skillgap.coverage import CREDITS, WEIGHTS, count_of, gaps_of
from skillgap.evidence import excerpt
from skillgap.models import (
    Comparison,
    Coverage,
    GapReport,
    Importance,
    MatchStatus,
    Plan,
    RequirementMatch,
    Taxonomy,
)
from skillgap.reports.comparing import (
    role_rows,
    skill_groups,
    what_if_roles,
    what_if_title,
)
from skillgap.reports.planning import PlanView, plan_view
from skillgap.reports.words import (
    DISCLAIMER,
    IMPORTANCE_WORDS,
    NO_CHANGE,
    NO_ROLE_NEAR,
    QUALITY_WORDS,
    REASON_WORDS,
    STATUS_WORDS,
    UNKNOWN_NOTE,
    UNKNOWN_TITLE,
    asked_note,
    best_mention,
    chain,
    form_note,
    fraction,
    nothing_asked,
    place,
    printable,
    read_line,
    refused_note,
    requirement_label,
    section_list,
    shown_id,
    time_note,
    unknown_note,
    years_asked,
)
from skillgap.words import source_name

if TYPE_CHECKING:
    from jinja2 import Template

MARKS = {MatchStatus.COVERED: "●", MatchStatus.IMPLIED: "◐", MatchStatus.MISSING: "○"}
_BAR = 20
_LABEL = 48  # characters of a chart's labels; longer ones leave no room for the bars
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~$&@:=-])")


def escape(text: str) -> str:
    """Text that markdown shows as it stands: no markup, no HTML, no links, no new lines.

    Every sign that CommonMark or GitHub's extensions give a meaning gets a backslash; a dot or
    bracket after a number at the start would begin a list and gets one too.
    """
    escaped = _SPECIAL.sub(r"\\\1", printable(text))
    escaped = re.sub(r"(?i)\b(www)\.", r"\1\\.", escaped)
    return re.sub(r"^(\d+)([.])", r"\1\\\2", escaped)


def render_report(
    report: GapReport,
    taxonomy: Taxonomy,
    ranking: tuple[Coverage, ...],
    details: tuple[Coverage, ...],
    *,
    chosen: bool,
    plan: Plan | None = None,
) -> str:
    """The whole report; parameters as in console.render_report. With a plan, it is a part."""
    document = report.document
    view = plan_view(plan, taxonomy) if plan else None
    roles = [_role(report, coverage, taxonomy) for coverage in details]
    return _template("report.md.j2").render(
        name=source_name(document.source),
        read=read_line(report),
        sections=section_list(report),
        quality=QUALITY_WORDS[document.quality],
        as_of=report.as_of,
        version=skillgap.__version__,
        taxonomy=taxonomy,
        warnings=document.warnings,
        refused=refused_note(report),
        none_near=not chosen and not any(coverage.near for coverage in ranking),
        no_role_near=NO_ROLE_NEAR,
        ranking=[_row(coverage, taxonomy) for coverage in ranking],
        what_if=role_rows(what_if_roles(report, ranking), taxonomy),
        what_if_title=what_if_title(report.what_if.skills, taxonomy) if report.what_if else "",
        contents=_contents(roles, view, bool(report.profile.not_counted)),
        chart=_chart(details, taxonomy),
        roles=roles,
        plan=view,
        not_counted=_not_counted(report, taxonomy),
        disclaimer=DISCLAIMER,
    )


def _contents(roles: list[dict[str, Any]], plan: PlanView | None, uncounted: bool) -> list[str]:
    """The headings of a report of several roles, for a table of contents; else none."""
    if len(roles) < 2:
        return []
    titles = ["Coverage", *(f"{role['label']}: {role['percent']}" for role in roles)]
    titles += [plan.title] if plan else []
    titles += ["Seen and not counted"] if uncounted else []
    return [*titles, "What this report cannot know"]


def anchor(heading: str) -> str:
    """The name that GitHub and pandoc give a heading: lower case, hyphens, no other signs.

    >>> anchor("Machine learning engineer: 56%")
    'machine-learning-engineer-56'
    """
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.strip().replace(" ", "-")


def _chart(details: tuple[Coverage, ...], taxonomy: Taxonomy) -> str:
    """A bar chart of several roles; one bar says less than its number. A posting's title is
    somebody's text: what could end a label or begin a directive is left out."""
    if len(details) < 2:
        return ""
    titles = [taxonomy.roles[c.role_id].preferred_label for c in details]
    labels = [" ".join(re.sub(r"[^\w ,.&/+-]|--+", " ", title).split()) for title in titles]
    labels = [textwrap.shorten(label, _LABEL, placeholder=" ...") for label in labels]
    names = ", ".join(f'"{label}"' for label in labels)
    values = ", ".join(f"{100 * coverage.coverage:.0f}" for coverage in details)
    return (
        f'xychart-beta horizontal\n    title "Coverage in %"\n    x-axis [{names}]\n'
        f"    y-axis 0 --> 100\n    bar [{values}]"
    )


def render_plan(plan: Plan, taxonomy: Taxonomy) -> str:
    """A plan as a page of its own."""
    view = plan_view(plan, taxonomy)
    text = _template("plan.md.j2").render(plan=view, heading="#")
    advice = "".join(f"- {escape(line)}\n" for _, line in view.advice)
    heading = "\n## What the documents advise\n\n" if advice else ""
    return f"{text}{heading}{advice}\n{DISCLAIMER}\n"


def render_comparison(
    comparison: Comparison, old: GapReport, new: GapReport, taxonomy: Taxonomy
) -> str:
    """Two resumes held against each other, as a page of its own."""
    names = (source_name(report.document.source) for report in (old, new))
    return _template("compare.md.j2").render(
        names=tuple(names),
        as_of=new.as_of,
        version=skillgap.__version__,
        taxonomy=taxonomy,
        roles=role_rows(comparison.roles, taxonomy),
        groups=skill_groups(comparison, old, new, taxonomy),
        no_change=NO_CHANGE,
        disclaimer=DISCLAIMER,
    )


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    # No HTML is made here; `escape` is the escaping that this format needs.
    environment = Environment(
        loader=PackageLoader("skillgap.reports"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = escape
    environment.filters["anchor"] = anchor
    return environment.get_template(name)


def _row(coverage: Coverage, taxonomy: Taxonomy) -> dict[str, str]:
    full = round(coverage.coverage * _BAR)
    return {
        "label": taxonomy.roles[coverage.role_id].preferred_label,
        "bar": "█" * full + "░" * (_BAR - full),
        "percent": f"{coverage.coverage:.0%}",
        "essential": fraction(coverage, Importance.ESSENTIAL),
        "optional": fraction(coverage, Importance.OPTIONAL),
    }


def _role(report: GapReport, coverage: Coverage, taxonomy: Taxonomy) -> dict[str, Any]:
    role = taxonomy.roles[coverage.role_id]
    order = list(MatchStatus)
    groups = []
    for importance in Importance:
        matches = [m for m in coverage.matches if m.requirement.importance is importance]
        matches.sort(key=lambda m: order.index(m.status))
        rows = [_requirement(report, match, taxonomy) for match in matches]
        if rows:
            groups.append({"title": importance.value.capitalize(), "rows": rows})
    return {
        "label": role.preferred_label,
        "percent": f"{coverage.coverage:.0%}",
        "summary": role.summary,
        "groups": groups,
        "gaps": [
            {
                "label": requirement_label(m.requirement, taxonomy),
                "importance": IMPORTANCE_WORDS[m.requirement.importance],
                "asked": asked_note(m.requirement),
            }
            for m in gaps_of(coverage)
        ],
        "unknown": [(ask.words, unknown_note(ask, report.document)) for ask in role.unknown],
        "unknown_title": UNKNOWN_TITLE,
        "unknown_note": UNKNOWN_NOTE,
        "nothing": nothing_asked(role),
        "advice": [advice.text for advice in role.advice],
        "arithmetic": _arithmetic(coverage),
    }


def _requirement(report: GapReport, match: RequirementMatch, taxonomy: Taxonomy) -> dict[str, str]:
    row = {
        "mark": MARKS[match.status],
        "status": STATUS_WORDS[match.status],
        "label": requirement_label(match.requirement, taxonomy),
        "chain": "", "quote": "", "place": "", "time": "",
        "note": asked_note(match.requirement),
    }  # fmt: skip
    entry = match.entry
    if entry is None:
        return row
    best = best_mention(entry.evidence)
    row["quote"], row["place"] = excerpt(report.document, best), place(report.document, best)
    if entry.implied:
        row["chain"] = chain(match, taxonomy)
    else:
        skill = taxonomy.skills[shown_id(match)]
        row["time"] = "; ".join(
            filter(None, (form_note(best, skill), time_note(entry), years_asked(match.requirement)))
        )
    return row


def _arithmetic(coverage: Coverage) -> str:
    """The sum behind one coverage, in words and numbers."""
    if not coverage.matches:
        return "Nothing is required, so there is nothing to cover."
    terms, total = [], 0.0
    for importance in Importance:
        covered, implied, count = count_of(coverage, importance)
        weight = WEIGHTS[importance]
        if count:
            total += weight * count
            terms.append(
                f"{weight:g} × ({covered} × {CREDITS[MatchStatus.COVERED]:g}"
                f" + {implied} × {CREDITS[MatchStatus.IMPLIED]:g})"
            )
    return (
        f"An essential requirement weighs {WEIGHTS[Importance.ESSENTIAL]:g}, an optional one"
        f" {WEIGHTS[Importance.OPTIONAL]:g}; shown counts {CREDITS[MatchStatus.COVERED]:g},"
        f" implied {CREDITS[MatchStatus.IMPLIED]:g}, no evidence 0:"
        f" ({' + '.join(terms)}) / {total:g} = {coverage.coverage:.2f}."
    )


def _not_counted(report: GapReport, taxonomy: Taxonomy) -> list[dict[str, str]]:
    return [
        {
            "label": taxonomy.skills[item.skill_id].preferred_label,
            "why": REASON_WORDS[item.reason],
            "quote": excerpt(report.document, item.evidence[0], 100),
            "place": place(report.document, item.evidence[0]),
        }
        for item in report.profile.not_counted
    ]
