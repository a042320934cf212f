"""The gap report of one resume as an HTML page."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.models import Coverage, GapReport, Plan, Quality, Taxonomy
from skillgap.reports.comparing import role_rows, what_if_roles, what_if_title
from skillgap.reports.html.marks import (
    Frame,
    Place,
    also_id,
    apart_id,
    asked_skills,
    make_frame,
    places,
)
from skillgap.reports.html.page import render_page
from skillgap.reports.html.resume import resume_lines
from skillgap.reports.html.rows import matrix, role_row, role_view
from skillgap.reports.html.steps import plan_view
from skillgap.reports.html.timeline import make_timeline
from skillgap.reports.words import (
    NO_ROLE_NEAR,
    QUALITY_WORDS,
    REASON_WORDS,
    best_mention,
    printable,
    read_line,
    refused_note,
    section_list,
    time_note,
)
from skillgap.words import STANDARD_INPUT, source_name


@dataclass(frozen=True, slots=True)
class Other:
    """A skill outside of the roles' requirements: shown and not asked for, or not counted."""

    id: str
    label: str
    note: str
    rule: str
    evidence: tuple[Place, ...]


def render_html(
    report: GapReport,
    taxonomy: Taxonomy,
    ranking: tuple[Coverage, ...],
    details: tuple[Coverage, ...],
    *,
    chosen: bool,
    plan: Plan | None = None,
) -> str:
    """The whole report as one file; parameters as in console.render_report. With a plan (see
    plan.make_plan) the report also says what to learn first."""
    frame = make_frame(report, taxonomy, details)
    document = report.document
    return render_page(
        "report.html.j2",
        taxonomy=taxonomy,
        as_of=report.as_of,
        document=document,
        name=_name(document.source),
        read=read_line(report),
        sections=section_list(report),
        quality=QUALITY_WORDS[document.quality],
        trusted=document.quality is Quality.GOOD,
        refused=refused_note(report),
        none_near="" if chosen or any(c.near for c in ranking) else NO_ROLE_NEAR,
        what_if=role_rows(what_if_roles(report, ranking), taxonomy),
        what_if_title=what_if_title(report.what_if.skills, taxonomy) if report.what_if else "",
        ranking=tuple(role_row(frame, coverage) for coverage in ranking),
        roles=tuple(role_view(frame, coverage) for coverage in details),
        plan=plan_view(frame, plan) if plan is not None else None,
        matrix=matrix(frame, ranking),
        timeline=make_timeline(frame),
        also=_also(frame),
        apart=_apart(frame),
        lines=resume_lines(frame),
    )


def _name(source: str) -> str:
    """What the page calls the resume: its file's name."""
    name = source_name(source)
    return f"Resume from {name}" if name == STANDARD_INPUT else name


def _also(frame: Frame) -> tuple[Other, ...]:
    """What the resume shows and no role in question asks for."""
    asked = asked_skills(frame)
    return tuple(
        Other(
            also_id(entry.skill_id),
            frame.label(entry.skill_id),
            time_note(entry),
            "",
            places(frame, (best_mention(entry.evidence),), 80),
        )
        for entry in frame.report.profile.entries
        if not entry.implied and entry.skill_id not in asked
    )


def _apart(frame: Frame) -> tuple[Other, ...]:
    """What was seen and not counted."""
    return tuple(
        Other(
            apart_id(item.skill_id),
            frame.label(item.skill_id),
            REASON_WORDS[item.reason],
            printable(item.evidence[0].rule),
            places(frame, item.evidence, 120),
        )
        for item in frame.report.profile.not_counted
    )
