"""Ways to map over tasks: one process, several (workers.py), other machines (cluster.py).

An engine takes tasks one by one, as it has room for them, and gives records as they are ready, in
any order. Every task comes back as one record, whatever happens to it. All engines analyze in
confined processes; they differ in how many there are and where.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum
from functools import partial
from itertools import chain, islice
from pathlib import Path

from skillgap.batch.jobs import Record, Settings, Task
from skillgap.errors import UsageError

Engine = Callable[[Iterator[Task], Settings], Iterator[Record]]

# For fewer resumes a second process is no gain, since it imports spaCy first. Two against one: 1.07
# times as fast for 5 samples, 1.21 for 15, 1.46 for 60 (benchmarks/engines.py).
FEW = 15


class EngineName(StrEnum):
    """The engines that a user can name."""

    AUTO = "auto"
    SERIAL = "serial"
    PROCESSES = "processes"
    DASK = "dask"


def engine_of(
    name: EngineName,
    *,
    jobs: int | None = None,
    scheduler: str | None = None,
    keep: bool = False,
) -> Engine:
    """The engine of a name; `jobs` processes, without a number one for each core. With `keep`, the
    processes of this machine stay from one call to the next, until `end` of the engine.

    Raises UsageError for settings that do not go together, MissingExtraError without the extra
    `dask`.
    """
    if (name is EngineName.DASK) != (scheduler is not None):
        raise UsageError(
            "--engine dask and --scheduler go together.",
            mend="Try: skillgap batch FOLDER --engine dask --scheduler tcp://host:8786",
            code="engine",
        )
    jobs = 1 if name is EngineName.SERIAL else jobs or cores()
    if keep and scheduler is None:
        from skillgap.batch.workers import KeptWorkers

        return KeptWorkers(jobs, FEW if name is EngineName.AUTO else 0)
    if name is EngineName.SERIAL:
        return run_serial
    if name is EngineName.PROCESSES:
        return partial(_run_processes, jobs=jobs)
    if scheduler is not None:
        from skillgap.batch.cluster import check_dask, run_dask

        check_dask()
        return partial(run_dask, scheduler=scheduler)
    return partial(run_auto, jobs=jobs)


def end(engine: Engine) -> None:
    """End the processes that an engine keeps, if it keeps any."""
    close = getattr(engine, "close", None)
    if close is not None:
        close()


def cores(groups: Path = Path("/sys/fs/cgroup")) -> int:
    """The processor cores that this process may use: a container of two on a machine of sixty-four
    has no use, nor memory, for more workers than two."""
    own = hasattr(os, "sched_getaffinity")
    most = len(os.sched_getaffinity(0)) if own else os.cpu_count() or 1
    share = _share(groups)
    return most if share is None else max(1, min(most, math.ceil(share)))


def _share(groups: Path) -> float | None:
    """How many cores Linux's control groups leave, None for no limit."""
    for names in (("cpu.max",), ("cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us")):
        with suppress(OSError, ValueError):  # not there, or "max"
            words = " ".join((groups / name).read_text("ascii") for name in names).split()
            quota, period = map(int, words)
            return quota / period if quota > 0 and period > 0 else None
    return None


def run_serial(tasks: Iterator[Task], settings: Settings) -> Iterator[Record]:
    """One after another, in one worker process."""
    from skillgap.batch.workers import Worker

    with Worker(settings) as worker:
        for task in tasks:
            yield worker.run(task)


def _run_processes(tasks: Iterator[Task], settings: Settings, *, jobs: int) -> Iterator[Record]:
    from skillgap.batch.workers import run_processes

    return run_processes(tasks, settings, jobs)


def run_auto(tasks: Iterator[Task], settings: Settings, *, jobs: int) -> Iterator[Record]:
    """One process for a few tasks, several for more: see FEW for which is faster."""
    first = list(islice(tasks, FEW))
    few = len(first) < FEW
    return _run_processes(chain(first, tasks), settings, jobs=1 if few else jobs)
