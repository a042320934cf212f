"""`skillgap evaluate`: precision, recall and traps on annotated resumes. `skillgap annotate`:
a draft of such an annotation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli.opened import analyze_resume
from skillgap.cli.options import (
    AsOfOption,
    DebugOption,
    ForceOption,
    LimitOption,
    Listing,
    ListingOption,
    OcrOption,
    PasswordOption,
    ResumeArgument,
    TaxonomyOption,
    load,
    parse_date,
    print_plain,
    write_out,
)
from skillgap.errors import SkillgapError, UnreadableError, UsageError
from skillgap.models import Ocr


def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD...", help="Annotated .txt or .jsonl files, or folders."),
    ],
    format_: ListingOption = Listing.TEXT,
    taxonomy: TaxonomyOption = None,
    as_of: AsOfOption = None,
    verbose: Annotated[
        bool,
        typer.Option("-v", "--verbose", help="Break down the figures; list every miss and find."),
    ] = False,
    debug: DebugOption = False,
) -> None:
    """Measure how well skills are found in resumes with the truth written into them."""
    from skillgap import evaluation
    from skillgap.pipeline import Analyzer
    from skillgap.reports import accuracy

    analyzer = Analyzer(load(taxonomy), as_of=parse_date(as_of))
    scores = []
    for path in gold:
        try:
            for resume in evaluation.read_gold(path):
                scores.append(evaluation.evaluate(resume, analyzer))
        except SkillgapError:
            raise
        except (OSError, ValueError) as error:
            raise UnreadableError(
                f"{path} holds no annotated resumes.",
                why=f"{error}.",
                mend="samples/gold/README.md describes the marks.",
                code="format",
            ) from error
    if not scores:
        raise UsageError(
            "There is no annotated resume.", mend="Name .txt or .jsonl files, or their folder."
        )
    if format_ is Listing.JSON:
        from skillgap.reports import data

        print_plain(data.render_json(accuracy.accuracy_data(scores)))
    else:
        print_plain(accuracy.render_accuracy(scores, verbose=verbose))


def annotate(
    resume: ResumeArgument,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE: .txt or .jsonl."),
    ] = None,
    force: ForceOption = False,
    taxonomy: TaxonomyOption = None,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    debug: DebugOption = False,
) -> None:
    """Write a draft of a resume's annotation, to be corrected and given to `evaluate`.

    As text with marks, or as one JSON line with character spans where FILE ends in .jsonl.
    """
    from skillgap import evaluation
    from skillgap.output import check_target

    if output is not None:
        check_target(output, force=force, source=resume)
    report = analyze_resume(
        resume, taxonomy=taxonomy, password=password, ocr=ocr, limit=limit
    ).report
    drafted = evaluation.draft(report.document, report.mentions)
    if output is not None and output.suffix == ".jsonl":
        text = evaluation.render_line(drafted)
    else:
        text = evaluation.render_annotated(drafted.text, drafted.gold).rstrip("\n") + "\n"
    if output is None:
        print_plain(text)
    else:
        write_out(output, text, force=force)
