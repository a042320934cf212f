"""`skillgap compare`: what changed from one resume to another."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

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
    RoleOption,
    TaxonomyOption,
    as_text,
    deliver,
    find_target,
    format_by_ending,
    load,
    open_resume,
    print_text,
)
from skillgap.cli.values import parse_date
from skillgap.errors import UsageError
from skillgap.models import Ocr


class Format(StrEnum):
    """Formats of a comparison."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


_ENDINGS = {".json": Format.JSON, ".md": Format.MARKDOWN, ".html": Format.HTML}


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier resume; - reads a pipe.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later one.")],
    role: RoleOption = None,
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
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="All skills, however many changed.")
    ] = False,
    debug: DebugOption = False,
) -> None:
    """Show what changed from one resume to another: skills, and the coverage of roles.

    Two versions of one resume, or two resumes. Without --role, the closest roles of either.
    """
    from skillgap.pipeline import Analyzer
    from skillgap.reports import comparing, data, markdown
    from skillgap.resolve import find_roles

    date = parse_date(as_of)
    if old == new == "-":
        raise UsageError("Standard input can only be read once.", mend="Name a file instead of -.")
    output = find_target(output, old, new, force=force)
    if format_ is None:
        format_ = format_by_ending(output, _ENDINGS, Format.TEXT)
    with (
        open_resume(old, password=password, ocr=ocr, limit=limit) as first,
        open_resume(new, password=password, ocr=ocr, limit=limit) as second,
    ):
        analyzer = Analyzer(load(taxonomy), as_of=date)
        known = analyzer.taxonomy
        wanted = dict.fromkeys(r.id for name in role or () for r in find_roles(known, name))
        analyzer.warm_up()
        one = analyzer.analyze_document(first.document())
        other = analyzer.analyze_document(second.document())
    made = analyzer.compare(one, other, tuple(wanted))
    if format_ is Format.TEXT:
        renderable = comparing.render_console(made, one, other, known, verbose=verbose)
        if output is None:
            print_text(renderable, color)
            return
        text = as_text(renderable)
    elif format_ is Format.JSON:
        text = data.render_json(comparing.comparison_data(made, one, other, known))
    elif format_ is Format.HTML:
        from skillgap.reports.html.comparison import render_comparison_page

        text = render_comparison_page(made, one, other, known)
    else:
        text = markdown.render_comparison(made, one, other, known)
    deliver(text, output, force=force)
