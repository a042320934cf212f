"""`skillgap batch`: many resumes into one store, ranked by role."""

from __future__ import annotations

import datetime
import signal
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.batch.engines import EngineName
from skillgap.cli.job import Format, Job
from skillgap.cli.opened import with_postings
from skillgap.cli.options import (
    AsOfOption,
    Color,
    ColorOption,
    DebugOption,
    ForceOption,
    LimitOption,
    OcrOption,
    PasswordOption,
    PostingOption,
    RoleOption,
    TaxonomyOption,
)
from skillgap.cli.values import parse_date, parse_limits
from skillgap.errors import UsageError
from skillgap.models import Ocr

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.batch.store import Store

EXIT_FAILURES = 4


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
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on with files that arrive, until Ctrl-C.")
    ] = False,
    top: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many candidates to list a role.")
    ] = 20,
    format_: Annotated[Format, typer.Option("--format", help="What to print.")] = Format.TEXT,
    taxonomy: TaxonomyOption = None,
    as_of: AsOfOption = None,
    password: PasswordOption = "",
    ocr: OcrOption = Ocr.AUTO,
    limit: LimitOption = None,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Read many resumes, keep the results, and rank the candidates by role.

    What is in FILE.sqlite already and has not changed is not read again.
    Exit code 4 if some inputs could not be read, 2 if there are none.
    """
    from skillgap.batch.engines import engine_of
    from skillgap.batch.jobs import Settings
    from skillgap.batch.outputs import check_output
    from skillgap.batch.store import Store, is_store
    from skillgap.output import check_target
    from skillgap.resolve import find_roles

    targets = output or []
    stores = [path for path in dict.fromkeys(targets) if is_store(path)]
    files = [path for path in dict.fromkeys(targets) if not is_store(path)]
    if len(stores) > 1:
        raise UsageError("Two stores are named.", mend="Name one .sqlite file.", code="output")
    for path in files:
        check_output(path)
        for source in paths:
            check_target(path, force=force, source=source)
    chosen = engine_of(engine, jobs=jobs, scheduler=scheduler, keep=watch)
    limits = parse_limits(limit)
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
            limits=limits,
        )
        store.begin(settings, loaded)
        job = Job(store, settings, loaded, wanted, format_, color, top)
        begun = time.monotonic()
        call = partial(
            job.run,
            paths,
            include or [],
            exclude or [],
            chosen,
            own=files,
            strict=strict,
            watch=watch,
        )
        interruption = _interrupted(call, job, store)
        job.hold_against(postings)
        fault = job.write(files, force=force)
        if interruption is None or watch:  # which ends in no other way
            job.show(time.monotonic() - begun)
        store.check_kept()
        if interruption is not None:
            if fault is not None:
                typer.echo(f"error: {fault}", err=True)
            typer.echo(_how_to_go_on(store), err=True)
            raise interruption
        if fault is not None:
            raise fault
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


def _interrupted(call: Callable[[], None], job: Job, store: Store) -> KeyboardInterrupt | None:
    """Run a batch; gives back the Ctrl-C that ended it, if one did. The word of a service manager
    to end (SIGTERM) is one, too."""
    with suppress(ValueError):  # only a main thread hears signals
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        call()
        store.finish()
    except UsageError as error:
        if not job.met:
            store.withdraw()
        elif error.code == "scheduler":  # others say themselves what is to be done
            error.why += f"\n{error.mend}"
            error.mend = _how_to_go_on(store)
        raise
    except KeyboardInterrupt as interruption:
        return interruption
    return None


def _how_to_go_on(store: Store) -> str:
    import shlex

    command = shlex.join(["skillgap", *sys.argv[1:]])
    if store.path is not None:
        return f"What was done is kept. Go on with: {command}"
    return f"Nothing is kept. To be able to go on: {command} -o results.sqlite"
