"""`skillgap report`: the gap report as a file to keep or to send, with a plan."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.opened import analyze_resume, plan_in_full
from skillgap.cli.options import (
    AsOfOption,
    DebugOption,
    ForceOption,
    GoalOption,
    LimitOption,
    OcrOption,
    OutputOption,
    PasswordOption,
    PostingOption,
    ResumeArgument,
    RoleOption,
    TaxonomyOption,
    WhatIfOption,
    deliver,
    find_target,
    format_by_ending,
)
from skillgap.models import Ocr

if TYPE_CHECKING:
    from skillgap.cli.opened import Opened
    from skillgap.models import Coverage, Plan

TOP = 5


class Format(StrEnum):
    """Formats of a report file."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


_ENDINGS = {
    ".md": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
}


def report(
    resume: ResumeArgument,
    role: RoleOption = None,
    posting: PostingOption = None,
    what_if: WhatIfOption = None,
    goal: GoalOption = 0.8,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="By default what FILE's ending says, else markdown."),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    taxonomy: TaxonomyOption = None,
    as_of: AsOfOption = None,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Do not say what was written.")] = (
        False
    ),
    debug: DebugOption = False,
) -> None:
    """Write the gap report of a resume: coverage with the evidence, gaps, and a plan.

    Without --role it is about the closest role.
    """
    output = find_target(output, resume, *(posting or ()), force=force)
    if format_ is None:
        format_ = format_by_ending(output, _ENDINGS, Format.MARKDOWN)
    opened = analyze_resume(
        resume,
        roles=role or (),
        postings=posting or (),
        what_if=what_if or (),
        taxonomy=taxonomy,
        as_of=as_of,
        password=password,
        ocr=ocr,
        limit=limit,
    )
    ranking = opened.analyzer.ranking(opened.report, opened.roles, None if opened.roles else TOP)
    details = ranking if opened.roles else tuple(c for c in ranking[:1] if c.near)
    plan = plan_in_full(opened, details, goal)
    text = _render(opened, ranking, details, plan, format_)
    deliver(text, output, force=force, quiet=quiet)


def _render(
    opened: Opened,
    ranking: tuple[Coverage, ...],
    details: tuple[Coverage, ...],
    plan: Plan | None,
    format_: Format,
) -> str:
    taxonomy, chosen = opened.analyzer.taxonomy, bool(opened.roles)
    if format_ is Format.HTML:
        from skillgap.reports.html import render_html

        return render_html(opened.report, taxonomy, ranking, details, chosen=chosen, plan=plan)
    if format_ is Format.JSON:
        from skillgap.reports import data, planning

        found = data.report_data(opened.report, taxonomy, ranking)
        return data.render_json(
            {**found, "plan": planning.plan_data(plan, taxonomy) if plan else None}
        )
    from skillgap.reports import markdown

    return markdown.render_report(
        opened.report, taxonomy, ranking, details, chosen=chosen, plan=plan
    )
