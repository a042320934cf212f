"""`skillgap explain`: why a skill was found in a resume, or why not."""

from __future__ import annotations

from typing import Annotated

import typer

from skillgap.cli.opened import analyze_resume
from skillgap.cli.options import (
    AsOfOption,
    Color,
    ColorOption,
    DebugOption,
    LimitOption,
    Listing,
    ListingOption,
    OcrOption,
    PasswordOption,
    ResumeArgument,
    TaxonomyOption,
    load,
    print_plain,
    print_text,
)
from skillgap.models import Ocr


def explain(
    resume: ResumeArgument,
    skill: Annotated[str, typer.Argument(metavar="SKILL", help="A skill's id or a label.")],
    format_: ListingOption = Listing.TEXT,
    taxonomy: TaxonomyOption = None,
    as_of: AsOfOption = None,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Say why a skill was found in a resume, or why not and what was looked for."""
    from skillgap.resolve import find_skill

    known = load(taxonomy)
    found = find_skill(known, skill)
    opened = analyze_resume(
        resume, taxonomy=taxonomy, as_of=as_of, password=password, ocr=ocr, limit=limit
    )
    analyzer, report = opened.analyzer, opened.report
    explanation = analyzer.explain(report, found.id)
    if format_ is Listing.JSON:
        from skillgap.reports import data

        print_plain(data.render_json(data.explanation_data(report, explanation)))
    else:
        from skillgap.reports import explanation as view

        print_text(view.render_explanation(report, explanation, analyzer.taxonomy), color)
