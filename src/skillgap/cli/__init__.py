"""The command line: one thin file a command. Everything they do can be called from Python."""

from __future__ import annotations

import errno
import gc
import os
import re
import sys
import threading
from contextlib import suppress
from typing import Annotated

import typer
from typer import TyperException

import skillgap
from skillgap.cli import (
    analyze,
    batch,
    browse,
    compare,
    evaluate,
    explain,
    plan,
    posting,
    rank,
    read,
    report,
    team,
)
from skillgap.errors import SkillgapError, UsageError

# 128 and the number of the signal, as shells have it
EXIT_INTERRUPTED, EXIT_PIPE = 130, 141
_OUTPUT_FAULTS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}

app = typer.Typer(
    name="skillgap",
    help="Which skills a resume shows, with evidence, and what is missing for a role. "
    "Works offline; nothing leaves this machine.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"skillgap {skillgap.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Which skills a resume shows, with evidence, and what is missing for a role."""


app.command()(analyze.analyze)
app.command()(report.report)
app.command()(plan.plan)
app.command()(posting.posting)
app.command()(compare.compare)
app.command()(explain.explain)
app.command()(read.read)
app.command()(browse.roles)
app.command()(browse.role)
app.command()(browse.skills)
app.command()(browse.skill)
app.command()(evaluate.evaluate)
app.command()(evaluate.annotate)
app.command()(batch.batch)
app.command()(rank.rank)
app.command()(team.team)


def run() -> None:
    """`main` for a process that has nothing else to do: it ends without being taken apart.

    Clearing away spaCy's modules would take longer than analyzing a resume
    (benchmarks/startup.py). A process with further threads ends in the ordinary way.
    """
    try:
        main()
    except SystemExit as end:
        if threading.active_count() > 1 or not (end.code is None or isinstance(end.code, int)):
            raise
        with suppress(OSError):  # main has flushed what matters
            sys.stderr.flush()
        os._exit(end.code or 0)


def main() -> None:
    """Run the command line: a user's failure becomes a message and an exit code, a bug a crash."""
    # A command is short-lived and its imports make much that stays: collecting garbage less often
    # saves time and costs a little memory (benchmarks/startup.py).
    gc.set_threshold(100_000, 20, 20)
    debug = "--debug" in sys.argv[1:]
    try:
        try:
            # A command that ends early (--version, --fail-under) hands its exit code back.
            sys.exit(app(prog_name="skillgap", standalone_mode=False) or 0)
        finally:
            sys.stdout.flush()  # here, where it is known what to say if that fails
    except SkillgapError as error:
        if debug:
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            _show(error)
        sys.exit(error.exit_code)
    except SystemExit as end:
        # typer and rich make a plain failure of an output that nobody reads any more.
        if isinstance(end.__context__, BrokenPipeError):
            _discard_output()
            sys.exit(EXIT_PIPE)
        raise
    except TyperException as error:
        _show_misuse(error)
        sys.exit(UsageError.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("Interrupted.\n")
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is left to say.
        _discard_output()
        sys.exit(EXIT_PIPE)
    except OSError as error:
        # Readers and writers of files make errors of their own; what is left is standard output.
        if debug or error.errno not in _OUTPUT_FAULTS:
            raise
        _discard_output()
        mend = "Make room, or send it elsewhere with -o."
        _show(UsageError("The output cannot be written.", why=f"{error.strerror}.", mend=mend))
        sys.exit(UsageError.exit_code)


def _discard_output() -> None:
    """Let the interpreter's last flush succeed when standard output is gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show_misuse(error: TyperException) -> None:
    """A call that typer could not make sense of, told as every other failure. A call without any
    arguments has printed the help, and says nothing more."""
    what = error.format_message().replace("Value error, ", "")
    context = getattr(error, "ctx", None)
    if what:
        command = context.command_path if context is not None else "skillgap"
        mend = f"'{command} --help' shows what there is."
        _show(UsageError(what if what.endswith((".", "?", ")")) else f"{what}.", mend=mend))


def _show(error: SkillgapError) -> None:
    """What, why and how to mend it, on standard error, free of control characters."""
    from skillgap.words import STANDARD_INPUT, printable

    # What comes in by a pipe has no name of its own.
    what = re.sub(r"^-(?= )|(?<=^The text of )-(?= )", STANDARD_INPUT, error.what)
    lines = [printable(what), *(printable(line) for line in error.why.splitlines())]
    if error.mend:
        lines.append(printable(error.mend))
    sys.stderr.write("error: " + "\n  ".join(line for line in lines if line) + "\n")
