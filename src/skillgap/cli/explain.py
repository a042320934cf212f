"""`skillgap explain`: why a skill was found in a resume, or why not."""

from __future__ import annotations

from typing import Annotated

import typer

from skillgap.cli.options import (
    AsOfOption,
    Color,
    ColorOption,
    DebugOption,
    Listing,
    ListingOption,
    OcrOption,
    PasswordOption,
    TaxonomyOption,
    load,
    open_resume,
    parse_date,
    print_plain,
    print_text,
)
from skillgap.models import Ocr


def explain(
    resume: Annotated[str, typer.Argument(metavar="RESUME", help="A resume; - reads a pipe.")],
    skill: Annotated[str, typer.Argument(metavar="SKILL", help="A skill's id or a label.")],
    format_: ListingOption = Listing.TEXT,
    taxonomy: TaxonomyOption = None,
    as_of: AsOfOption = None,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Say why a skill was found in a resume, or why not and what was looked for."""
    from skillgap.pipeline import Analyzer
    from skillgap.resolve import find_skill

    with open_resume(resume, password=password, ocr=ocr) as reading:
        analyzer = Analyzer(load(taxonomy), as_of=parse_date(as_of))
        found = find_skill(analyzer.taxonomy, skill)
        analyzer.warm_up()
        report = analyzer.analyze_document(reading.document())
    explanation = analyzer.explain(report, found.id)
    if format_ is Listing.JSON:
        from skillgap.reports import data

        print_plain(data.render_json(data.explanation_data(report, explanation)))
    else:
        from skillgap.reports import explanation as view

        print_text(view.render_explanation(report, explanation, analyzer.taxonomy), color)
