"""`skillgap evaluate`: precision, recall and traps on annotated resumes. `skillgap annotate`:
a draft of such an annotation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    print_plain,
    write_out,
)
from skillgap.cli.values import parse_date
from skillgap.errors import UnreadableError, UsageError
from skillgap.models import Ocr

if TYPE_CHECKING:
    from skillgap.evaluation import GoldResume

_MARKS = "samples/gold/README.md describes the marks."


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

    date = parse_date(as_of)
    resumes = tuple(resume for path in gold for resume in _read(path))
    if not resumes:
        raise UsageError(
            "There is no annotated resume.", mend="Name .txt or .jsonl files, or their folder."
        )
    if not any(resume.gold for resume in resumes):
        raise UsageError(
            f"No skill is marked in {', '.join(map(str, gold))}.",
            why="Without the truth there is nothing to measure.",
            mend=f"Let 'skillgap annotate RESUME -o draft.txt' draft the marks; {_MARKS}",
            code="format",
        )
    analyzer = Analyzer(load(taxonomy), as_of=date)
    strange = evaluation.unknown_skills(resumes, analyzer.taxonomy)
    if strange:
        typer.echo(
            f"note: no skill of this taxonomy, and counted as missed: {', '.join(strange)}"
            " ('skillgap skills' lists the ids).",
            err=True,
        )
    scores = []
    for resume in resumes:
        with _border(resume.name):
            scores.append(evaluation.evaluate(resume, analyzer))
    if format_ is Listing.JSON:
        from skillgap.reports import data

        print_plain(data.render_json(accuracy.accuracy_data(scores)))
    else:
        print_plain(accuracy.render_accuracy(scores, verbose=verbose))


def _read(path: Path) -> tuple[GoldResume, ...]:
    """The annotated resumes of a file or folder. Raises UnreadableError."""
    from skillgap import evaluation

    with _border(str(path)):
        return evaluation.read_gold(path)


@contextmanager
def _border(name: str) -> Iterator[None]:
    """What is wrong with marks, as an error for people."""
    try:
        yield
    except ValueError as error:
        text = isinstance(error, UnicodeDecodeError)
        raise UnreadableError(
            f"{name} is no annotated resume.",
            why="It is no text in UTF-8." if text else f"{error}.",
            mend=_MARKS,
            code="format",
        ) from error


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
