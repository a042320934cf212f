"""`skillgap posting`: what a job posting asks for, as it was understood."""

from __future__ import annotations

from typing import Annotated

import typer

from skillgap.cli.options import (
    Color,
    ColorOption,
    DebugOption,
    LimitOption,
    Listing,
    ListingOption,
    OcrOption,
    PasswordOption,
    TaxonomyOption,
    load,
    open_resume,
    print_plain,
    print_text,
)
from skillgap.models import Ocr


def posting(
    posting: Annotated[
        str, typer.Argument(metavar="POSTING", help="A job posting; - reads a pipe.")
    ],
    format_: ListingOption = Listing.TEXT,
    taxonomy: TaxonomyOption = None,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Show what a job posting asks for, in its own words, and what is not understood.

    To hold a resume against it: skillgap analyze RESUME --posting POSTING
    """
    from skillgap.pipeline import Analyzer
    from skillgap.reports import data, postings

    with open_resume(posting, password=password, ocr=ocr, limit=limit) as reading:
        analyzer = Analyzer(load(taxonomy))
        analyzer.warm_up()
        understood = analyzer.read_posting(reading.document())
    if format_ is Listing.JSON:
        print_plain(data.render_json(postings.posting_data(understood, analyzer.taxonomy)))
    else:
        print_text(postings.render_console(understood, analyzer.taxonomy), color)
