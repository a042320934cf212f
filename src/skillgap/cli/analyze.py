"""`skillgap analyze`: one resume against every role."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.opened import analyze_resume, plan_in_full
from skillgap.cli.options import (
    AsOfOption,
    Color,
    ColorOption,
    DebugOption,
    ForceOption,
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
    find_target,
    format_by_ending,
    print_plain,
    print_text,
    write_out,
)
from skillgap.cli.values import parse_percent
from skillgap.models import Ocr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.cli.opened import Opened
    from skillgap.models import Coverage

TOP = 5  # roles in the table; the screen's first third


class Format(StrEnum):
    """Formats of a report."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


_ENDINGS = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
}


def analyze(
    resume: ResumeArgument,
    role: RoleOption = None,
    posting: PostingOption = None,
    what_if: WhatIfOption = None,
    top: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help=f"How many roles to list: {TOP}, or all named."),
    ] = None,
    format_: Annotated[
        Format | None,
        typer.Option("--format", help="How to write it; by default, what FILE's ending says."),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    taxonomy: TaxonomyOption = None,
    as_of: AsOfOption = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            metavar="PERCENT",
            parser=parse_percent,
            help="Exit with 1 if coverage is below PERCENT.",
        ),
    ] = None,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    color: ColorOption = Color.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="The roles' table only.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="All evidence, and the rules behind it.")
    ] = False,
    debug: DebugOption = False,
) -> None:
    """Read a resume and show how much of each role it covers, with the evidence.

    Without --role: the closest roles, and the first one in full if it is near at all.
    """

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
    analyzer, report, wanted = opened.analyzer, opened.report, opened.roles
    default = None if wanted or format_ is Format.JSON else TOP
    ranking = analyzer.ranking(report, wanted, top or default)
    details = ranking if wanted else tuple(coverage for coverage in ranking[:1] if coverage.near)
    verbosity = 1 if verbose else -1 if quiet else 0
    text = _render(opened, ranking, details, format_)
    if text is not None and output is None:
        print_plain(text)
    elif text is None:
        from skillgap.reports import console

        renderable = console.render_report(
            report, analyzer.taxonomy, ranking, details, chosen=bool(wanted), verbosity=verbosity
        )
        if output is None:
            print_text(renderable, color)
            if not quiet:
                _say_next(resume, role or (), posting or (), details)
        else:
            text = as_text(renderable)
    if text is not None and output is not None:
        write_out(output, text, force=force, quiet=quiet)
    if fail_under is not None and any(
        100 * coverage.coverage < fail_under for coverage in (details or ranking[:1])
    ):
        raise typer.Exit(1)


def _render(
    opened: Opened,
    ranking: tuple[Coverage, ...],
    details: tuple[Coverage, ...],
    format_: Format,
) -> str | None:
    """The report as text in a file's format; None for the terminal's."""
    report, taxonomy = opened.report, opened.analyzer.taxonomy
    chosen = bool(opened.roles)
    if format_ is Format.JSON:
        from skillgap.reports import data

        return data.render_json(data.report_data(report, taxonomy, ranking))
    if format_ is Format.MARKDOWN:
        from skillgap.reports import markdown

        return markdown.render_report(report, taxonomy, ranking, details, chosen=chosen)
    if format_ is Format.HTML:
        from skillgap.reports.html import render_html

        plan = plan_in_full(opened, details)
        return render_html(report, taxonomy, ranking, details, chosen=chosen, plan=plan)
    return None


def _say_next(
    resume: str, roles: Sequence[str], postings: Sequence[str], details: tuple[Coverage, ...]
) -> None:
    """One line that says what to try next: a report on what was shown in full."""
    import shlex

    if not details or "-" in (resume, *postings):
        return
    chosen = [("--posting", name) for name in postings] + [("--role", name) for name in roles]
    if not chosen:
        chosen = [("--role", details[0].role_id)]
    options = " ".join(f"{option} {shlex.quote(name)}" for option, name in chosen)
    command = f"skillgap report {shlex.quote(resume)} {options} -o gap.md"
    typer.echo(f"\nNext, a report to share: {command}")
