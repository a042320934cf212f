"""Run skillgap as a person would: a process of its own, with nothing but what the test gives."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
RESUMES = ROOT / "samples" / "resumes"
SAMPLE = RESUMES / "hana-mori-ai-content-creator.pdf"
COMMAND = [sys.executable, "-m", "skillgap"]
# Settings of the machine that would change what is printed.
_UNWANTED = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "TTY_", "PY_COLORS", "TERM", "COLUMNS", "LINES",
             "SKILLGAP_", "PYTHONIOENCODING", "GITHUB_ACTIONS")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Done:
    """How a process ended."""

    code: int
    out: str
    err: str


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment without what changes output, and with `extra`."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(_UNWANTED)}
    return {**kept, "TERM": "xterm", **(extra or {})}


def skillgap(
    *arguments: str | Path,
    cwd: Path | None = None,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> Done:
    """Run `skillgap` with these arguments; `env` adds environment variables."""
    asks_python = any(name.startswith("PYTHON") for name in env or {})
    done = subprocess.run(
        [*(COMMAND if asks_python else quick_command()), *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=environment(env),
        timeout=300,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@cache
def quick_command() -> list[str]:
    """What starts `skillgap`: where processes can fork, a fork of one that has imported everything
    (see forking.py)."""
    if not hasattr(os, "fork"):
        return COMMAND
    folder = TemporaryDirectory()
    program = str(Path(__file__).with_name("forking.py"))
    address = str(Path(folder.name, "socket"))
    server = subprocess.Popen(
        [sys.executable, program, address], stdout=subprocess.PIPE, text=True, env=environment()
    )
    atexit.register(folder.cleanup)
    atexit.register(server.kill)
    assert server.stdout is not None
    assert server.stdout.readline() == "ready\n"
    return [sys.executable, "-I", "-S", program, address, "--run"]


def begin(*arguments: str | Path) -> subprocess.Popen[str]:
    """Start `skillgap`, to be met while it runs; its output and errors can be read."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
    )


@cache
def shown(*arguments: str | Path, columns: int = 80) -> Done:
    """The same for calls that write nothing: run once for all tests that look at the outcome."""
    return skillgap(*arguments, env={"COLUMNS": str(columns)})


def assert_fails(done: Done, code: int, *words: str) -> None:
    """A failure for people: its exit code, these words, all on standard error, no traceback."""
    assert done.code == code, done.err or done.out
    assert done.out == ""
    assert "Traceback" not in done.err
    assert done.err.startswith("error: ")
    assert len(done.err.splitlines()) >= 2, "what alone does not say how to mend it"
    for word in words:
        assert word in done.err
