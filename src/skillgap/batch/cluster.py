"""The engine of other machines: Dask (the extra `dask`). docs/batch.md says how to set it up.

Each thread of a Dask worker has a confined process of its own, as on one machine. A task's key is
its content's hash: what is lost with a machine is done again elsewhere, and comes out the same.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

import skillgap
from skillgap.batch.jobs import Record, Settings, Task
from skillgap.batch.sources import needs_extra
from skillgap.errors import SkillgapError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

    from skillgap.batch.workers import Worker

# Tasks on their way for each thread: enough to hide the wire, few enough for the memory of all.
_AHEAD = 3
_CONNECT_SECONDS = 10
_WORKER_SECONDS = 60.0  # for a worker to come: the first one, or one after all others have gone
_ANSWER_SECONDS = 30.0  # for what a scheduler answers at once, unless it hangs
_LOOK_SECONDS = 2.0  # between two looks at how many threads there are
_NOTICE_SECONDS = 3.0  # in which a client notices that its scheduler is gone
_RETRIES = 3  # of a task whose machine fails, besides those of Dask for machines that vanish
_START = "Start one with: dask scheduler"
_Answer = TypeVar("_Answer")

_local = threading.local()


def check_dask() -> None:
    """Raise MissingExtraError where Dask is not installed."""
    from importlib.util import find_spec

    if find_spec("distributed") is None:
        raise needs_extra("dask")


def run_dask(tasks: Iterator[Task], settings: Settings, *, scheduler: str) -> Iterator[Record]:
    """Analyze resumes on a Dask cluster; records come as they are done, in any order.

    Raises UsageError for a scheduler that does not answer, has no workers, loses all of them for a
    minute or goes away, and for machines with another version or taxonomy.
    """
    with _connect(scheduler) as client:
        try:
            yield from _over(tasks, settings, client, scheduler)
        except SkillgapError:
            raise
        except Exception as error:
            if _is_there(client):
                raise
            raise _no_scheduler(f"The scheduler {scheduler} went away.", error, _START) from error


def _over(
    tasks: Iterator[Task], settings: Settings, client: Client, scheduler: str
) -> Iterator[Record]:
    # Not Dask's `as_completed`, which waits without end for a cluster whose machines are gone.
    done: queue.SimpleQueue[Future] = queue.SimpleQueue()
    running: dict[str, Task] = {}
    machines = _Machines(client, scheduler)
    waiting: Iterator[Task] | None = tasks
    while waiting is not None or running:
        while waiting is not None and len(running) < machines.room():
            task = next(waiting, None)
            if task is None:
                waiting = None
            else:
                future = _submit(client, task, settings)
                running[future.key] = task
                future.add_done_callback(done.put)
        if running:
            future = machines.wait(lambda: done.get(timeout=_LOOK_SECONDS))
            yield _record(future, running.pop(future.key), machines)
            future.release()


def _is_there(client: Client) -> bool:
    """Whether the scheduler still is, when something went wrong: what waited for it may fail before
    the client notices that it is gone."""
    until = time.monotonic() + _NOTICE_SECONDS
    while client.status == "running" and time.monotonic() < until:
        time.sleep(0.05)
    return bool(client.status == "running")


class _Machines:
    """The workers of a cluster, which come and go."""

    def __init__(self, client: Client, scheduler: str) -> None:
        self.client, self._scheduler = client, scheduler
        self._room, self._looked = 2, 0.0
        self._last_seen = time.monotonic()

    def room(self) -> int:
        """How many tasks are to be on their way. Raises UsageError where there has been no worker
        for too long."""
        now = time.monotonic()
        if now - self._looked > _LOOK_SECONDS:
            threads = self._threads()
            self._room, self._looked = max(2, _AHEAD * threads), now
            if threads:
                self._last_seen = now
            elif now - self._last_seen > _WORKER_SECONDS:
                raise UsageError(
                    f"The scheduler {self._scheduler} has no workers any more.",
                    why=f"For {_WORKER_SECONDS:.0f} seconds none came back.",
                    mend=f"Start one with: dask worker {self._scheduler}",
                    code="scheduler",
                )
        return self._room

    def _threads(self) -> int:
        """How many threads the workers have together."""
        client = self.client
        try:
            # `client.ncores()`, which waits without end for a scheduler that hangs.
            found = client.sync(client.scheduler.ncores, callback_timeout=_ANSWER_SECONDS)
        except TimeoutError as error:
            what = f"The scheduler {self._scheduler} does not answer any more."
            raise _no_scheduler(what, error, _START) from error
        return sum(found.values())

    def wait(self, get: Callable[[], _Answer]) -> _Answer:
        """What `get` gives, which is asked again as long as there are workers that work on it.

        Raises UsageError without workers, ConnectionError without a scheduler.
        """
        while True:
            try:
                return get()
            except (queue.Empty, TimeoutError):
                if self.client.status != "running":
                    raise ConnectionError("the scheduler has gone") from None
                self.room()


def _connect(scheduler: str) -> Client:
    """A cluster that is there, with a worker at least."""
    import dask
    from distributed import Client

    # Dask logs tracebacks of its own for what is said here in one line, and warns of large files.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
    try:
        # A client that cannot connect goes on trying while it is taken apart.
        asyncio.run(_greet(scheduler))
    except (OSError, TimeoutError, ValueError, TypeError) as error:  # TypeError: TLS is not set up
        what = f"The scheduler {scheduler} does not answer."
        raise _no_scheduler(what, error, _START) from error
    client = Client(scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
    try:
        client.wait_for_workers(1, timeout=_WORKER_SECONDS)
    except TimeoutError as error:
        client.close()
        mend = f"Start one with: dask worker {scheduler}"
        raise _no_scheduler(f"The scheduler {scheduler} has no workers.", error, mend) from error
    return client


async def _greet(scheduler: str) -> None:
    from distributed.comm import connect
    from distributed.security import Security

    security = Security().get_connection_args("client")
    comm = await connect(scheduler, timeout=_CONNECT_SECONDS, **security)
    await comm.close()


def _no_scheduler(what: str, error: Exception, mend: str) -> UsageError:
    why = str(error).strip().rpartition("\n")[2].removesuffix(".")
    return UsageError(what, why=f"Dask says: {why}.", mend=mend, code="scheduler")


def _submit(client: Client, task: Task, settings: Settings) -> Future:
    line = settings.as_json()
    digest = hashlib.sha256(line.encode()).hexdigest()
    return client.submit(
        analyze_there,
        task.source,
        task.data,
        task.sha256,
        line,
        skillgap.__version__,
        key=f"skillgap-{task.sha256}-{digest}",
        retries=_RETRIES,
        pure=False,
    )


def _record(future: Future, task: Task, machines: _Machines) -> Record:
    try:
        # A result that went down with its machine is worked out again while this waits.
        failure = machines.wait(lambda: future.exception(timeout=_LOOK_SECONDS))
        if failure is not None:
            raise failure
        return Record.from_json(machines.wait(lambda: future.result(timeout=_LOOK_SECONDS)))
    except UsageError:
        raise
    except Exception as error:  # whatever a machine, the wire or Dask came to
        if not _is_there(machines.client):
            raise
        message = f"{task.source} cost its machine, again and again: {type(error).__name__} {error}"
        return Record(task.source, task.sha256, "failed", 0.0, "crashed", message)


def analyze_there(source: str, data: bytes, sha256: str, settings: str, version: str) -> str:
    """What a machine of the cluster does for one resume: a record as JSON. Raises UsageError where
    another version or taxonomy is installed: results would depend on who was free."""
    worker = _worker(Settings.from_json(settings), version)
    return worker.run(Task(source, data, sha256)).as_json()


def _worker(settings: Settings, version: str) -> Worker:
    """This thread's confined process."""
    from skillgap.batch.workers import Worker

    kept: tuple[Settings, Worker] | None = getattr(_local, "worker", None)
    if kept is not None and kept[0] == settings:
        return kept[1]
    _check(settings, version)
    if kept is not None:
        kept[1].close()
    worker = Worker(settings)
    _local.worker = (settings, worker)
    return worker


def _check(settings: Settings, version: str) -> None:
    from pathlib import Path

    from skillgap.taxonomy import load_taxonomy

    found = load_taxonomy(Path(settings.taxonomy) if settings.taxonomy else None).sha256
    if skillgap.__version__ != version or found != settings.taxonomy_sha256:
        raise UsageError(
            "A machine of the cluster has another version of skillgap, or another taxonomy.",
            why=f"It has {skillgap.__version__} with the taxonomy {found[:12]}.",
            mend="Install the same on all of them; a folder of --taxonomy must be there on each.",
            code="cluster",
        )
