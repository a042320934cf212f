"""`skillgap plan`: what to learn next for one role or several."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from skillgap.cli.opened import analyze_resume
from skillgap.cli.options import (
    AsOfOption,
    Color,
    ColorOption,
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
    as_text,
    deliver,
    find_target,
    format_by_ending,
    print_text,
)
from skillgap.models import Ocr


class Format(StrEnum):
    """Formats of a plan."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


_ENDINGS = {".json": Format.JSON, ".md": Format.MARKDOWN}


def plan(
    resume: ResumeArgument,
    role: RoleOption = None,
    posting: PostingOption = None,
    what_if: WhatIfOption = None,
    goal: GoalOption = 0.8,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="How to write it; by default, what FILE's ending says."),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    taxonomy: TaxonomyOption = None,
    as_of: AsOfOption = None,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Name the fewest skills that bring one role or several to a goal, in a good order.

    Without --role the closest role is planned for.
    """
    from skillgap.plan import plan_for
    from skillgap.reports import data, markdown, planning
    from skillgap.reports.words import NO_ROLE_NEAR

    output = find_target(output, resume, *(posting or ()), force=force)
    if format_ is None:
        format_ = format_by_ending(output, _ENDINGS, Format.TEXT)
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
    known = opened.analyzer.taxonomy
    closest = opened.analyzer.ranking(opened.report, top=1)[0]
    if not opened.roles and not closest.near:
        typer.echo(NO_ROLE_NEAR, err=True)
    targets = opened.roles or (closest.role_id,)
    made = plan_for(opened.report, known, [known.roles[id_] for id_ in targets], goal)
    if format_ is Format.TEXT and output is None:
        print_text(planning.render_console(made, known), color)
        return
    if format_ is Format.TEXT:
        text = as_text(planning.render_console(made, known))
    elif format_ is Format.JSON:
        text = data.render_json(planning.plan_data(made, known))
    else:
        text = markdown.render_plan(made, known)
    deliver(text, output, force=force)
