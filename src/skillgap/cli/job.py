"""One call of `skillgap batch`: from the names that were given to what is printed."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from skillgap.cli.options import Color, print_plain, print_text
from skillgap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from skillgap.batch.engines import Engine
    from skillgap.batch.jobs import Input, Settings
    from skillgap.batch.run import Outcome
    from skillgap.batch.sources import Choice
    from skillgap.batch.store import Store
    from skillgap.cli.progress import Progress
    from skillgap.models import Taxonomy

_PAUSE = 2.0  # seconds between two looks of --watch


class Format(StrEnum):
    """Formats on standard output."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class Job:
    """One call: what it works with, and what it has met."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        taxonomy: Taxonomy,
        wanted: tuple[str, ...],
        format_: Format,
        color: Color,
        top: int,
    ) -> None:
        from skillgap.batch.answers import targets_of

        self._store, self._settings, self._taxonomy = store, settings, taxonomy
        self._wanted, self._format, self._color, self._top = wanted, format_, color, top
        self._roles = wanted or targets_of(taxonomy)
        self._progress: Progress | None = None
        self._choice: Choice | None = None
        self._again: set[str] = set()  # sources whose store was away
        self.met = self.known = self.failed = 0

    def run(
        self,
        paths: list[str],
        include: list[str],
        exclude: list[str],
        engine: Engine,
        *,
        own: list[Path],
        strict: bool,
        watch: bool,
    ) -> None:
        """See to every input, and with `watch` to those that come later. Files of our `own`, which
        an earlier run may have written among the resumes, are none."""
        from skillgap.batch.engines import end
        from skillgap.batch.run import Run, watched
        from skillgap.batch.sources import Choice, find_inputs, is_url
        from skillgap.cli.progress import Progress

        def find() -> Iterable[Input]:
            self._choice = Choice(tuple(include), tuple(exclude))
            return _without(own, find_inputs(names, self._choice))

        names = [name for path in paths for name in (_listed() if path == "-" else [path])]
        if watch:
            _check_there(names)
        run = Run(self._store, self._settings, engine, self._hear, strict=strict)
        local = not any(map(is_url, names))
        count: Callable[[], int] | None = (lambda: sum(1 for _ in find())) if local else None
        with Progress(None if watch else count) as self._progress:
            if not watch:
                run.over(find())
                self._check_met(paths)  # before anything is forgotten: perhaps a disk is missing
                run.forget_gone(names)
                return
            try:
                for arrived in watched(find, _PAUSE, self._again):
                    run.over(arrived)
            finally:
                end(engine)

    def _check_met(self, paths: list[str]) -> None:
        """Raise UsageError where there was nothing to read: a mistyped name, more often than not,
        and no reason to forget what a store holds."""
        if self.met:
            return
        left_out = self._choice.left_out if self._choice is not None else 0
        raise UsageError(
            f"There is no resume in {', '.join(paths)}.",
            why=f"Left out by their names: {left_out:,}." if left_out else "It is empty.",
            mend="--include and --exclude say which files are taken."
            if left_out
            else "Name files, or folders that hold some.",
            code="inputs",
        )

    def _hear(self, outcome: Outcome) -> None:
        self.met += 1
        self.known += outcome.known
        self.failed += outcome.code is not None
        if outcome.code == "store":
            self._again.add(outcome.source)
        if self._progress is not None:
            self._progress.step(failed=outcome.code is not None)
        if self._format is Format.JSONL:
            from skillgap.batch.table import record_of, render_record

            data = record_of(self._store, outcome.source, self._taxonomy, self._roles)
            if data is not None:
                print_plain(render_record(data))

    def hold_against(self, postings: tuple[str, ...]) -> None:
        """Hold the candidates against the roles of postings."""
        from skillgap.batch.targets import hold_against

        for role in postings:
            hold_against(self._store, self._taxonomy.roles[role], self._taxonomy)

    def write(self, files: list[Path], *, force: bool) -> UsageError | None:
        """The files of -o besides the store. One that fails keeps nothing else from being written
        and shown; gives back the first such error."""
        from skillgap.batch.outputs import write_output

        fault: UsageError | None = None
        for path in files:
            try:
                write_output(self._store, self._taxonomy, self._roles, path, force=force)
                typer.echo(f"Wrote {path}", err=True)
            except UsageError as error:
                fault = fault or error
        return fault

    def show(self, seconds: float) -> None:
        """What standard output gets in the end."""
        if self._format is Format.TEXT:
            from skillgap.batch.terminal import render_batch

            shown = render_batch(
                self._store,
                self._taxonomy,
                self._wanted,
                self._top,
                known=self.known,
                seconds=seconds,
                asking=self._asking(),
            )
            print_text(shown, self._color)
            if self._choice is not None and self._choice.left_out:
                typer.echo(
                    f"Left out by their names: {self._choice.left_out:,}."
                    " --include GLOB takes them.",
                    err=True,
                )
        elif self._format is Format.JSON:
            from skillgap.batch.table import summary_data
            from skillgap.reports.data import render_json

            data = summary_data(self._store, self._roles)
            print_plain(render_json(data))

    def _asking(self) -> str:
        """The command that asks the store again, "" where it is not kept."""
        if self._store.path is None:
            return ""
        import shlex

        folder = self._settings.taxonomy
        other = ["--taxonomy", folder] if folder else []
        return shlex.join(["skillgap", "rank", str(self._store.path), *other])


def _without(own: list[Path], inputs: Iterable[Input]) -> Iterator[Input]:
    places = {path.name: path.resolve() for path in own}
    for item in inputs:
        path = Path(item.path or "")
        if path.name not in places or places[path.name] != path.resolve():
            yield item


def _listed() -> Iterable[str]:
    """The names on standard input."""
    from skillgap.batch.names import read_names

    if sys.stdin.isatty():
        raise UsageError(
            "Nothing comes in on standard input.",
            why="'-' reads a list of names from a pipe.",
            mend="Try: ls *.pdf | skillgap batch -",
            code="stdin",
        )
    return read_names(sys.stdin.buffer)


def _check_there(names: Iterable[str]) -> None:
    """Raise UsageError for a name that --watch would wait for in vain: mistyped, most likely."""
    from skillgap.batch.names import shown
    from skillgap.batch.sources import is_url

    for name in names:
        if not is_url(name) and not os.path.lexists(name):
            raise UsageError(
                f"There is no {shown(name)} to watch.",
                mend="Check the name, or make the folder first.",
                code="missing",
            )
