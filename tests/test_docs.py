"""The documentation is true: its examples run, its links lead somewhere, nothing is left out.

A ```console block holds commands behind "$ " and what they print. "…" alone on a line stands for
any lines, "…" within a line for any words. `pytest tests/test_docs.py --update-golden` refreshes
the lines that are shown and keeps the cuts.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from running import ROOT, environment, quick_command
from typer.main import get_command

from skillgap.cli import app

DOCS = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *(ROOT / name for name in ("taxonomy/README.md", "samples/README.md")),
]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
_MARK = "@@@ skillgap docs {} @@@"
CUT = "…"


@dataclass(frozen=True, slots=True)
class Example:
    """One console block: a file, its line, and commands with what they should print."""

    file: Path
    line: int
    body: str

    def steps(self) -> list[tuple[str, list[str]]]:
        steps: list[tuple[str, list[str]]] = []
        for line in self.body.splitlines():
            if line.startswith("$ "):
                steps.append((line[2:], []))
            else:
                assert steps, f"{self.file.name}:{self.line}: output before any command"
                steps[-1][1].append(line)
        return steps


def examples() -> Iterator[Example]:
    for file in DOCS:
        text = file.read_text("utf-8") if file.exists() else ""
        for block in _BLOCK.finditer(text):
            yield Example(file, text.count("\n", 0, block.start()) + 1, block[1])


EXAMPLES = list(examples())


def name_of(example: Example) -> str:
    return f"{example.file.relative_to(ROOT).as_posix()}:{example.line}"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the samples in it and a `skillgap` in front of the path."""
    programs, here = tmp_path / "bin", tmp_path / "here"
    programs.mkdir()
    here.mkdir()
    wrapper = programs / "skillgap"
    wrapper.write_text(f'#!/bin/sh\nexec {shlex.join(quick_command())} "$@"\n')
    wrapper.chmod(0o755)
    for name in ("samples", "taxonomy"):
        (here / name).symlink_to(ROOT / name)
    return here


def run(commands: list[str], place: Path) -> list[list[str]]:
    """What each command prints, in one shell, so that `echo $?` tells of the one before."""
    script = "".join(
        f"{command}\n__code=$?\necho '{_MARK.format(n)}'\n(exit $__code)\n"
        for n, command in enumerate(commands)
    )
    path = f"{place.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=place, env=environment({"PATH": path}),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip
    printed, rest = [], done.stdout
    for n in range(len(commands)):
        output, _, rest = rest.partition(_MARK.format(n) + "\n")
        printed.append([line.rstrip() for line in output.splitlines()])
    return printed


def pattern_of(expected: list[str]) -> str:
    lines = []
    for line in expected:
        if line.strip() == CUT:
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(".*?".join(map(re.escape, line.rstrip().split(CUT))) + r"\n")
    return "".join(lines)


def refreshed(expected: list[str], printed: list[str]) -> list[str]:
    """The expected lines with what is printed now: each run of lines is found again by its first
    words, numbers aside; the last run by the end."""

    def plain(line: str) -> str:
        return re.sub(r"[\d.,%+/ ━╌]+", "#", line)

    runs: list[list[str]] = [[]]
    for line in expected:
        if line.strip() == CUT:
            runs.append([])
        else:
            runs[-1].append(line)
    made, at = [], 0
    for number, lines in enumerate(runs):
        if number:
            made.append(CUT)
        if lines:
            if number == len(runs) - 1 and number:
                at = len(printed) - len(lines)
            elif number:
                offset, line = next((n, line) for n, line in enumerate(lines) if line)
                head, cut, _ = line.partition(CUT)  # a line may be cut, too
                here = (plain(printed[n]) for n in range(at, len(printed)))
                at += next(
                    n
                    for n, found in enumerate(here)
                    if (found.startswith(plain(head)) if cut else found == plain(head))
                )
                at -= offset
            now = printed[at : at + len(lines)]
            made += [old if CUT in old else new for old, new in zip(lines, now, strict=True)]
            at += len(lines)
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_examples_print_what_they_say(
    example: Example, place: Path, request: pytest.FixtureRequest
) -> None:
    steps = example.steps()
    printed = run([command for command, _ in steps], place)
    if request.config.getoption("--update-golden"):
        new = "".join(
            f"$ {command}\n" + "".join(f"{line}\n" for line in refreshed(expected, output))
            for (command, expected), output in zip(steps, printed, strict=True)
        )
        text = example.file.read_text("utf-8")
        example.file.write_text(text.replace(example.body, new, 1), "utf-8")
        return
    for (command, expected), output in zip(steps, printed, strict=True):
        text = "".join(f"{line}\n" for line in output)
        assert re.fullmatch(pattern_of(expected), text), f"$ {command}\n{text}"


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8
    assert {e.file.name for e in EXAMPLES} >= {"README.md", "commands.md"}


def test_the_python_example_runs(place: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    match = re.search(r"```python\n(.*?)```\n+It prints:\n+```text\n(.*?)```", text, re.S)
    assert match, "README.md shows how to call skillgap from Python and what that prints"
    done = subprocess.run(
        [sys.executable, "-c", match[1]], cwd=place, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    expected = [line.rstrip() for line in match[2].splitlines()]
    assert re.fullmatch(pattern_of(expected), done.stdout), done.stdout


PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("file", [f for f in DOCS if "```python" in f.read_text("utf-8")],
                         ids=lambda file: file.name)  # fmt: skip
def test_python_examples_run(place: Path, file: Path) -> None:
    for example in PYTHON.findall(file.read_text("utf-8")):
        done = subprocess.run(
            [sys.executable, "-c", example], cwd=place, capture_output=True, encoding="utf-8",
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def everything() -> str:
    return "\n".join(file.read_text("utf-8") for file in DOCS)


def options() -> list[tuple[str, str]]:
    """Every command with each of its options' long forms."""
    group = get_command(app)
    found = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        found.append((name, ""))
        for parameter in command.params:
            found += [(name, option) for option in parameter.opts if option.startswith("--")]
    return found


@pytest.mark.parametrize(("command", "option"), options())
def test_every_command_and_option_is_documented(command: str, option: str) -> None:
    """In docs/commands.md, under the command's own heading or that of all commands."""
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    parts = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    own = [part for title, part in parts.items() if f"`{command}`" in title]
    assert own, f"docs/commands.md has no heading with `{command}`"
    shared = parts["Options of all commands"]
    assert not option or any(
        f"`{option}" in part or f", {option}" in part for part in [*own, shared]
    )


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).strip().replace(" ", "-")


@pytest.mark.parametrize("file", DOCS, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(file: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", file.read_text("utf-8"), flags=re.M | re.S)
    for target in re.findall(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        linked = (file.parent / path).resolve() if path else file
        assert linked.exists(), f"{file.name}: {target}"
        assert linked.is_relative_to(ROOT), f"{file.name}: {target} leaves the project"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", linked.read_text("utf-8"), re.M)
            assert anchor in {slug(heading) for heading in headings}, f"{file.name}: {target}"


@pytest.mark.parametrize("file", DOCS, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_files_that_are_named_exist(file: Path) -> None:
    """Paths in code marks that begin with one of the project's folders."""
    text = file.read_text("utf-8")
    named = re.findall(r"`((?:src|tests|docs|samples|taxonomy|benchmarks)/[\w./-]+)`", text)
    missing = [name for name in named if not (ROOT / name).exists()]
    assert missing == []


@pytest.mark.parametrize("file", DOCS, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_no_place_of_one_machine(file: Path) -> None:
    text = file.read_text("utf-8")
    assert not re.search(r"(?<![\w.])/(?:work|root|home|tmp|opt|mnt)/|pypi|pythonhosted", text)
    assert str(Path.home()) not in text


def test_the_two_commands_stand_in_the_makefile() -> None:
    text, make = ((ROOT / name).read_text("utf-8") for name in ("README.md", "Makefile"))
    for command in ("demo", "test"):
        assert f"make {command}" in text
        assert re.search(rf"^{command}:", make, re.M)


def test_the_changelog_knows_this_version() -> None:
    import skillgap

    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[{re.escape(skillgap.__version__)}\]", text, re.M)


def test_the_exit_codes_are_told() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for code in (0, 1, 2, 3, 4, 130):
        assert re.search(rf"^\| `{code}` \|", text, re.M)


def test_figures_in_the_documentation_are_those_of_the_code() -> None:
    from skillgap.coverage import CREDITS, NEAR_COVERED, NEAR_FIT, PRIOR, WEIGHTS
    from skillgap.models import Importance, MatchStatus

    text = (ROOT / "docs" / "coverage.md").read_text("utf-8")
    for name, value in (
        ("weight of an essential requirement", WEIGHTS[Importance.ESSENTIAL]),
        ("weight of an optional requirement", WEIGHTS[Importance.OPTIONAL]),
        ("credit of a covered requirement", CREDITS[MatchStatus.COVERED]),
        ("credit of an implied requirement", CREDITS[MatchStatus.IMPLIED]),
        ("prior", PRIOR),
        ("least fit of a near role", NEAR_FIT),
        ("fewest requirements shown of a near role", NEAR_COVERED),
    ):
        assert re.search(rf"^\| {name} \| `{value:g}` \|", text, re.M), name
