"""Options and output that several commands share."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from skillgap.cli.values import parse_limits, parse_share
from skillgap.errors import UsageError
from skillgap.models import Limits, Ocr

if TYPE_CHECKING:
    from rich.console import RenderableType

    from skillgap.isolation import Reading
    from skillgap.models import Taxonomy

_Format = TypeVar("_Format", bound=StrEnum)

# The signs of reports in plainer ones of the same width: their meaning must survive any encoding.
_PLAINER = dict(zip("●◐○“”–—·→━╌─…’▲◆▼", '+~-""--.>#.-.\'^*v', strict=True))
FILE_WIDTH = 100  # columns of a text report in a file, where no terminal sets them


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Listing(StrEnum):
    """Formats of the listing commands."""

    TEXT = "text"
    JSON = "json"


TaxonomyOption = Annotated[
    Path | None,
    typer.Option("--taxonomy", metavar="DIR", help="Use the taxonomy in DIR, not the shipped one."),
]
ColorOption = Annotated[
    Color, typer.Option(help="Colour the text: auto asks the terminal and NO_COLOR.")
]
ListingOption = Annotated[Listing, typer.Option("--format", help="How to print it.")]
DebugOption = Annotated[
    bool, typer.Option("--debug", help="Show a traceback where an error message would stand.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The day that “present” means, YYYY-MM-DD."),
]
PasswordOption = Annotated[
    str,
    typer.Option(
        "--password", envvar="SKILLGAP_PASSWORD", help="The password of an encrypted PDF."
    ),
]

OcrOption = Annotated[
    Ocr,
    typer.Option(
        "--ocr", help="Read pictures of text: auto where a page has no other text (the extra ocr)."
    ),
]

ResumeArgument = Annotated[str, typer.Argument(metavar="RESUME", help="A resume; - reads a pipe.")]
RoleOption = Annotated[
    list[str] | None,
    typer.Option(
        "--role", metavar="ROLE", help="A role's id or title, or a family of roles; repeatable."
    ),
]
PostingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--posting", metavar="FILE", help="A job posting as a target; - reads a pipe; repeatable."
    ),
]
WhatIfOption = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if", metavar="SKILLS", help="Suppose that these are shown, too: SQL,Docker."
    ),
]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE; - prints.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace FILE if it exists.")]
GoalOption = Annotated[
    float,
    typer.Option(
        "--goal", metavar="SHARE", parser=parse_share, help="The coverage to reach: 0.8 or 80%."
    ),
]


LimitOption = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        help="What one file may cost: pages=500, seconds=60 and others; may be repeated.",
    ),
]


def load(folder: Path | None) -> Taxonomy:
    """The taxonomy that a command works with."""
    from skillgap.taxonomy import load_taxonomy

    return load_taxonomy(folder)


def print_text(renderable: RenderableType, color: Color) -> None:
    """Print with rich on standard output."""
    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper):
        codecs.register_error("skillgap", _plainer)
        sys.stdout.reconfigure(errors="skillgap")
    force = {Color.AUTO: None, Color.ALWAYS: True, Color.NEVER: False}[color]
    console = Console(
        force_terminal=force,
        no_color=True if color is Color.NEVER else False if color is Color.ALWAYS else None,
        color_system="standard" if color is Color.ALWAYS else "auto",
        highlight=False,
        markup=False,
        emoji=False,
    )
    if console.is_terminal:
        console.print(renderable)
        return
    with console.capture() as captured:
        console.print(renderable)
    # In a pipe nothing is gained by the spaces that fill the columns of a table.
    sys.stdout.write("\n".join(line.rstrip() for line in captured.get().split("\n")))


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """What stands in for characters that the output's encoding lacks, "?" for unforeseen ones."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_PLAINER.get(character, "?") for character in lacking), error.end


def as_text(renderable: RenderableType) -> str:
    """The same as plain text, for a file."""
    from rich.console import Console

    file = io.StringIO()
    Console(file=file, width=FILE_WIDTH, no_color=True, highlight=False, markup=False).print(
        renderable
    )
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def print_plain(text: str) -> None:
    """Write text that is already laid out (JSON, markdown) as UTF-8, whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def find_target(output: Path | None, *sources: str, force: bool) -> Path | None:
    """The file to write to; None for standard output. `sources` are read and never replaced.

    Raises UsageError, before any work is done, for a file that cannot be written.
    """
    from skillgap.output import check_target

    if output is None or output == Path("-"):
        return None
    for source in sources:
        check_target(output, force=force, source=source)
    return output


def format_by_ending(
    output: Path | None, endings: Mapping[str, _Format], default: _Format
) -> _Format:
    """The format that a file's ending promises; `default` for text files and names without one.

    Raises UsageError for an ending of another kind: a .pdf that holds markdown helps nobody.
    """
    ending = output.suffix.lower() if output else ""
    if ending in endings:
        return endings[ending]
    if ending in ("", ".txt"):
        return default
    raise UsageError(
        f"{output} promises a format that is not written here.",
        mend=f"Let the name end in {', '.join(endings)} or .txt, or name a --format.",
        code="output",
    )


def deliver(text: str, output: Path | None, *, force: bool, quiet: bool = False) -> None:
    """Text that is laid out, to a file or to standard output."""
    if output is None:
        print_plain(text)
    else:
        write_out(output, text, force=force, quiet=quiet)


def write_out(output: Path, text: str, *, force: bool, quiet: bool = False) -> None:
    """Write a report to a file and say so on standard error."""
    from skillgap.output import write_text

    write_text(output, text, force=force)
    if not quiet:
        typer.echo(f"Wrote {output}", err=True)


def open_resume(resume: str, *, password: str, ocr: Ocr, limit: list[str] | None = None) -> Reading:
    """Begin to read a resume, or standard input for `-`, in a process of its own.

    Meanwhile the command loads what it needs. Raises UsageError and UnreadableError.
    """
    from skillgap.isolation import start_reading

    caps = parse_limits(limit)
    data = read_stdin(caps) if resume == "-" else None
    return start_reading(resume, data, password=password, ocr=ocr, caps=caps)


def read_stdin(limits: Limits) -> bytes:
    """A file piped in. Raises UsageError when standard input is a terminal."""
    if sys.stdin.isatty():
        raise UsageError(
            "Nothing comes in on standard input.",
            why="'-' reads a resume from a pipe.",
            mend="Try: skillgap analyze - < resume.pdf",
            code="stdin",
        )
    return sys.stdin.buffer.read(limits.bytes + 1)
