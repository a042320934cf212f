"""`skillgap evaluate`: precision, recall and traps on annotated resumes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.options import (
    DebugOption,
    Listing,
    ListingOption,
    TaxonomyOption,
    load,
    print_plain,
)
from skillgap.errors import UnreadableError, UsageError


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD...", help="Annotated .txt files, or folders.")
    ],
    format_: ListingOption = Listing.TEXT,
    taxonomy: TaxonomyOption = None,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="List every miss and every wrong find.")
    ] = False,
    debug: DebugOption = False,
) -> None:
    """Measure how well skills are found in resumes with the truth written into them."""
    from skillgap import evaluation
    from skillgap.pipeline import Analyzer
    from skillgap.reports import accuracy

    files = [f for path in gold for f in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
    if not files:
        raise UsageError("There is no annotated resume.", mend="Name .txt files or their folder.")
    analyzer = Analyzer(load(taxonomy))
    scores = []
    for file in files:
        try:
            scores.append(evaluation.evaluate(file.name, file.read_text("utf-8"), analyzer))
        except (OSError, ValueError) as error:
            raise UnreadableError(
                f"{file} is no annotated resume.",
                why=f"{error}.",
                mend="samples/gold/README.md describes the marks.",
                code="format",
            ) from error
    if format_ is Listing.JSON:
        from skillgap.reports import data

        print_plain(data.render_json(accuracy.accuracy_data(scores)))
    else:
        print_plain(accuracy.render_accuracy(scores, verbose=verbose))
