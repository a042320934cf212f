"""`skillgap batch`: many resumes into one store, ranked by role."""

from __future__ import annotations

import datetime
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.batch.engines import EngineName
from skillgap.cli.opened import with_postings
from skillgap.cli.options import (
    AsOfOption,
    Color,
    ColorOption,
    DebugOption,
    ForceOption,
    OcrOption,
    PasswordOption,
    PostingOption,
    RoleOption,
    TaxonomyOption,
    print_plain,
)
from skillgap.cli.values import parse_date
from skillgap.errors import UsageError
from skillgap.models import Ocr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from skillgap.batch.engines import Engine
    from skillgap.batch.jobs import Input, Settings
    from skillgap.batch.run import Outcome
    from skillgap.batch.sources import Choice
    from skillgap.batch.store import Store
    from skillgap.cli.progress import Progress
    from skillgap.models import Taxonomy

EXIT_FAILURES = 4
_PAUSE = 2.0  # seconds between two looks of --watch


class Format(StrEnum):
    """Formats on standard output."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


def batch(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS...",
            help="Files, folders, ZIPs, URLs of stores (s3://...); - reads a list of names.",
        ),
    ],
    role: RoleOption = None,
    posting: PostingOption = None,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Keep results in FILE.sqlite, write FILE.csv, .jsonl, .xlsx, .parquet, .md or "
            ".html; may be repeated.",
        ),
    ] = None,
    force: ForceOption = False,
    include: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", help="Take these files of folders and ZIPs only."),
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Leave these files out.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, metavar="N", help="Processes; one a core.")
    ] = None,
    engine: Annotated[EngineName, typer.Option(help="How to spread the work.")] = EngineName.AUTO,
    scheduler: Annotated[
        str | None, typer.Option(metavar="URL", help="The scheduler of --engine dask.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first failure.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Go on with files that arrive.")] = False,
    top: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many candidates to list a role.")
    ] = 20,
    format_: Annotated[Format, typer.Option("--format", help="What to print.")] = Format.TEXT,
    taxonomy: TaxonomyOption = None,
    as_of: AsOfOption = None,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Read many resumes, keep the results, and rank the candidates by role.

    What is in FILE.sqlite already and has not changed is not read again. Exit code 4 if some
    inputs could not be read.
    """
    from skillgap.batch.engines import engine_of
    from skillgap.batch.jobs import Settings
    from skillgap.batch.outputs import check_output
    from skillgap.batch.store import Store, is_store
    from skillgap.output import check_target
    from skillgap.resolve import find_roles

    targets = output or []
    stores = [path for path in targets if is_store(path)]
    files = [path for path in targets if not is_store(path)]
    if len(stores) > 1:
        raise UsageError("Two stores are named.", mend="Name one .sqlite file.", code="output")
    for path in files:
        check_output(path)
        check_target(path, force=force)
    chosen = engine_of(engine, jobs=jobs, scheduler=scheduler)
    if [*paths, *(posting or ())].count("-") > 1:
        raise UsageError("Standard input can only be read once.", mend="Name a file instead of -.")
    loaded, postings = with_postings(taxonomy, posting or (), ocr=ocr)
    found = (item.id for name in role or () for item in find_roles(loaded, name))
    wanted = tuple(dict.fromkeys((*postings, *found)))
    with Store(stores[0] if stores else None) as store:
        settings = Settings(
            as_of=_date(as_of, store),
            taxonomy=str(taxonomy.resolve()) if taxonomy else None,
            taxonomy_sha256=loaded.sha256,
            ocr=ocr.value,
            password=password,
        )
        store.begin(settings, loaded)
        job = _Job(store, settings, loaded, wanted, format_, color, top)
        begun = time.monotonic()
        try:
            job.run(paths, include or [], exclude or [], chosen, strict=strict, watch=watch)
            store.finish()
        except KeyboardInterrupt:
            job.hold_against(postings)
            job.write(files, force=force)
            _say_how_to_go_on(bool(stores))
            raise
        job.hold_against(postings)
        job.write(files, force=force)
        job.show(time.monotonic() - begun)
        if job.failed:
            raise typer.Exit(EXIT_FAILURES)


def _date(as_of: str | None, store: Store) -> str:
    """The date that was given; else the store's own, so that another day does not make all of it
    anew; else today."""
    given = parse_date(as_of)
    last = store.last_settings()
    if given is not None:
        return given.isoformat()
    return last["as_of"] if last else datetime.date.today().isoformat()


def _say_how_to_go_on(kept: bool) -> None:
    import shlex

    command = shlex.join(["skillgap", *sys.argv[1:]])
    if kept:
        typer.echo(f"What was done is kept. Go on with: {command}", err=True)
    else:
        command += " -o results.sqlite"
        typer.echo(f"Nothing is kept. To be able to go on: {command}", err=True)


class _Job:
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
        self.known = self.failed = 0

    def run(
        self,
        paths: list[str],
        include: list[str],
        exclude: list[str],
        engine: Engine,
        *,
        strict: bool,
        watch: bool,
    ) -> None:
        """See to every input, and with `watch` to those that come later."""
        from skillgap.batch.names import read_names
        from skillgap.batch.run import Run, watched
        from skillgap.batch.sources import Choice, find_inputs, is_url
        from skillgap.cli.progress import Progress

        def find() -> Iterable[Input]:
            self._choice = Choice(tuple(include), tuple(exclude))
            return find_inputs(names, self._choice)

        names = [name for path in paths
                 for name in (read_names(sys.stdin.buffer) if path == "-" else [path])]  # fmt: skip
        run = Run(self._store, self._settings, engine, self._hear, strict=strict)
        local = not any(map(is_url, names))
        count: Callable[[], int] | None = (lambda: sum(1 for _ in find())) if local else None
        with Progress(None if watch else count) as self._progress:
            if not watch:
                run.over(find())
                run.forget_gone(names)
                return
            for arrived in watched(find, _PAUSE):
                run.over(arrived)

    def _hear(self, outcome: Outcome) -> None:
        self.known += outcome.known
        self.failed += outcome.code is not None
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

    def write(self, files: list[Path], *, force: bool) -> None:
        """The files of -o besides the store."""
        from skillgap.batch.outputs import write_output

        for path in files:
            write_output(self._store, self._taxonomy, self._roles, path, force=force)
            typer.echo(f"Wrote {path}", err=True)

    def show(self, seconds: float) -> None:
        """What standard output gets in the end."""
        if self._format is Format.TEXT:
            from skillgap.batch.terminal import render_batch
            from skillgap.cli.options import print_text

            shown = render_batch(self._store, self._taxonomy, self._wanted, self._top,
                                 known=self.known, seconds=seconds)  # fmt: skip
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
