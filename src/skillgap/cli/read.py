"""`skillgap read`: a resume as a parser sees it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.options import (
    DebugOption,
    LimitOption,
    OcrOption,
    PasswordOption,
    print_plain,
    read_stdin,
)
from skillgap.cli.values import parse_limits
from skillgap.models import Ocr

if TYPE_CHECKING:
    from skillgap.models import Document, Section


class Format(StrEnum):
    """Formats of a reading."""

    TEXT = "text"
    JSON = "json"


def read(
    resume: Annotated[str, typer.Argument(metavar="RESUME", help="A file; - reads a pipe.")],
    format_: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE; - prints.")
    ] = None,
    overlay: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Draw what was read onto the pages, as FILE.pdf or FILE.png; "
            "prints the text only with -o.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it exists.")] = False,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    debug: DebugOption = False,
) -> None:
    """Show a resume's text as skillgap reads it, by section, with what it leaves out and why.

    Exit code 3 if the text cannot be trusted at all.
    """
    from skillgap.isolation import read_isolated
    from skillgap.models import Quality
    from skillgap.output import check_target, write_bytes, write_text
    from skillgap.reports import reading
    from skillgap.sections import find_sections
    from skillgap.trust import judged

    printed = output == Path("-")
    target = None if printed else output
    if target is not None:
        check_target(target, force=force)
    if overlay is not None:
        from skillgap.reports.overlay import check_overlay

        check_target(overlay, force=force)
        check_overlay(overlay.suffix)
    caps = parse_limits(limit)
    data = read_stdin(caps) if resume == "-" else None
    document = read_isolated(resume, data, password=password, ocr=ocr, caps=caps)
    sections = find_sections(document)
    document = judged(document, sections)
    if overlay is not None:
        from skillgap.reports.overlay import draw_overlay

        data = data if data is not None else Path(resume).read_bytes()
        drawn = draw_overlay(document, sections, data, overlay.suffix, password=password)
        write_bytes(overlay, drawn, force=force)
        typer.echo(f"Wrote {overlay}", err=True)
    if target is not None:
        write_text(target, _render(document, sections, format_, reading.WIDTH), force=force)
        typer.echo(f"Wrote {target}", err=True)
    elif printed or overlay is None:
        width = min(get_terminal_size().columns, reading.WIDTH)
        print_plain(_render(document, sections, format_, width))
    if document.quality is Quality.UNREADABLE:
        raise typer.Exit(3)


def _render(document: Document, sections: tuple[Section, ...], format_: Format, width: int) -> str:
    from skillgap.reports import reading

    if format_ is Format.JSON:
        from skillgap.reports.data import render_json

        return render_json(reading.reading_data(document, sections))
    return reading.render_text(document, sections, width)
