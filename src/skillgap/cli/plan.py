"""`skillgap plan`: what to learn next for one role or several."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
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
    as_text,
    print_plain,
    print_text,
    write_out,
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
    """Name the fewest skills that bring one role, or several at once, to a goal, in an order that
    makes sense, with what each step brings.

    Without --role the closest role is planned for.
    """
    from skillgap.output import check_target
    from skillgap.plan import make_plan
    from skillgap.reports import data, markdown, planning

    if output == Path("-"):
        output = None
    if output is not None:
        check_target(output, force=force, source=resume)
    if format_ is None:
        format_ = _ENDINGS.get(output.suffix.lower(), Format.TEXT) if output else Format.TEXT
    opened = analyze_resume(
        resume,
        roles=role or (),
        postings=posting or (),
        taxonomy=taxonomy,
        as_of=as_of,
        password=password,
        ocr=ocr,
        limit=limit,
    )
    known = opened.analyzer.taxonomy
    targets = opened.roles or (opened.analyzer.ranking(opened.report, top=1)[0].role_id,)
    made = make_plan(opened.report.profile, known, [known.roles[id_] for id_ in targets], goal)
    if format_ is Format.TEXT and output is None:
        print_text(planning.render_console(made, known), color)
        return
    if format_ is Format.TEXT:
        text = as_text(planning.render_console(made, known))
    elif format_ is Format.JSON:
        text = data.render_json(planning.plan_data(made, known))
    else:
        text = markdown.render_plan(made, known)
    if output is None:
        print_plain(text)
    else:
        write_out(output, text, force=force)
