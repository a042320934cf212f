"""The engine of several processes: a file that hangs, crashes or eats memory costs itself only.

Workers are confined processes that live long and analyze one resume at a time. They get its bytes
and answer with JSON: they need no files and no network, and nothing of theirs is unpickled.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import asdict, replace
from itertools import chain, islice
from types import TracebackType

from skillgap.batch.jobs import Record, Settings, Task
from skillgap.batch.worker import LEAVING, READY, STAYING
from skillgap.isolation import Limits, end_process, ending_of, error_of, limits_for

_CHILD = "skillgap.batch.worker"
# Importing spaCy and building the index takes one second, on a machine that thrashes a minute.
_START_SECONDS = 120.0
# Whoever kills a process that starts (a system short of memory) may do it again soon.
_STARTS = 5
# Far above a record: two million characters of text, with every skill in them.
_MAX_ANSWER = 128 * 2**20
# One thread a process: several processes share the processors already.
_THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS"), "1")
# Tasks that wait for a worker, for each worker, so that none waits for a task.
_AHEAD = 1


class Worker:
    """A worker process, replaced by a fresh one whenever it ends. Not for two threads at once."""

    def __init__(self, settings: Settings, limits: Limits | None = None) -> None:
        self._settings = settings
        self._limits = limits or limits_for(settings.ocr, settings.limits)
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process that is there now, if any."""
        return self._process.pid if self._process else None

    def run(self, task: Task) -> Record:
        """Analyze one resume. If that costs the process, it is tried once more in a fresh one,
        and then a failure (`timeout`, `memory`, `crashed`).

        Raises RuntimeError for a worker that cannot start: no file is at fault.
        """
        start = time.perf_counter()
        try:
            return self._ask(task)
        except _LostError:
            if self._closed:
                raise
        try:
            return self._ask(task)
        except _LostError as lost:
            error = error_of(task.source, lost.code, self._limits)
        seconds = round(time.perf_counter() - start, 3)
        return Record(task.source, task.sha256, "failed", seconds, error.code, str(error))

    def close(self) -> None:
        """End the process, whatever it does. Another thread's `run` ends with an error."""
        self._closed = True
        self._end()

    def _ask(self, task: Task) -> Record:
        process = self._process or self._start()
        request = json.dumps({"source": task.source, "size": len(task.data)}).encode("ascii")
        answer = self._exchange(process, request + b"\n" + task.data, self._limits.seconds)
        if not answer.endswith(STAYING):
            self._end()
        try:
            record = Record.from_json(answer.removesuffix(STAYING).removesuffix(LEAVING).decode())
        except (ValueError, TypeError) as error:  # somebody else's hand is in that process
            self._end()
            raise _LostError("crashed") from error
        if record.code == "memory":
            raise _LostError("memory")
        # A process that parses hostile files has no say about which file it was.
        return replace(record, source=task.source, sha256=task.sha256)

    def _start(self) -> subprocess.Popen[bytes]:
        for _ in range(_STARTS):
            try:
                return self._start_once()
            except _LostError as error:
                if self._closed:
                    raise
                lost = error
        raise RuntimeError(f"Worker processes end before they are ready ({lost.code}).") from lost

    def _start_once(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise _LostError("crashed")
        process = self._process = subprocess.Popen(
            [sys.executable, "-m", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_THREADS},
        )
        start = {"settings": self._settings.as_json(), "limits": asdict(self._limits)}
        line = json.dumps(start).encode("ascii") + b"\n"
        answer = self._exchange(process, line, _START_SECONDS)
        if answer != READY:
            self._end()
            raise RuntimeError(json.loads(answer)["bug"])
        return process

    def _exchange(self, process: subprocess.Popen[bytes], request: bytes, seconds: float) -> bytes:
        """Send a request and wait for the line that answers it."""
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, give_up)
        timer.daemon = True
        timer.start()
        try:
            with suppress(OSError):  # the process has gone: reading tells
                process.stdin.write(request)
                process.stdin.flush()
            answer = process.stdout.readline(_MAX_ANSWER)
        finally:
            timer.cancel()
        if answer.endswith(b"\n"):
            return answer
        with suppress(subprocess.TimeoutExpired):
            process.wait(1)  # so that it is seen how it ended
        code = "timeout" if late.is_set() else ending_of(process.poll() or 0)
        self._end()
        raise _LostError(code)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end_process(process)


class _LostError(Exception):
    """A worker process is gone; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def run_processes(
    tasks: Iterator[Task], settings: Settings, jobs: int, limits: Limits | None = None
) -> Iterator[Record]:
    """Analyze resumes in `jobs` worker processes; records come as they are done, in any order.

    `tasks` is asked for a few tasks ahead only, in the caller's thread. Closing the iterator ends
    the workers. Raises RuntimeError for workers that cannot start.
    """
    with ExitStack() as stack:
        workers = [stack.enter_context(Worker(settings, limits)) for _ in range(jobs)]
        yield from _over(tasks, workers)


class KeptWorkers:
    """An engine whose workers stay from one call to the next, for files that arrive one by one.

    jobs  processes at most
    few   for fewer tasks one of them does
    """

    def __init__(self, jobs: int, few: int = 0) -> None:
        self._jobs, self._few = jobs, few
        self._workers: list[Worker] = []

    def __call__(self, tasks: Iterator[Task], settings: Settings) -> Iterator[Record]:
        """Analyze resumes. Closing the iterator early ends the workers, whatever they do."""
        if not self._workers:
            self._workers = [Worker(settings) for _ in range(self._jobs)]
        first = list(islice(tasks, self._few))
        used = self._workers[:1] if len(first) < self._few else self._workers
        try:
            yield from _over(chain(first, tasks), used)
        except BaseException:  # also GeneratorExit: what they work on is wanted no more
            self.close()
            raise

    @property
    def pids(self) -> list[int]:
        """The processes that are there now."""
        return [worker.pid for worker in self._workers if worker.pid is not None]

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.close()
        self._workers = []


def _over(tasks: Iterator[Task], workers: list[Worker]) -> Iterator[Record]:
    with _Pool(workers) as pool:
        running = 0
        for task in tasks:
            pool.put(task)
            running += 1
            while running and (running > len(workers) * (1 + _AHEAD) or pool.has_record()):
                yield pool.take()
                running -= 1
        for _ in range(running):
            yield pool.take()


class _Pool:
    """Workers, each served by a thread of its own. They stay when the pool is through; where it
    ends early, they end, too."""

    def __init__(self, workers: list[Worker]) -> None:
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._records: queue.SimpleQueue[Record | BaseException] = queue.SimpleQueue()
        self._workers = workers
        self._threads = [
            threading.Thread(target=self._serve, args=(worker,), daemon=True)
            for worker in self._workers
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> _Pool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for _ in self._threads:
            self._tasks.put(None)
        if kind is not None:  # nobody waits for what they do
            for worker in self._workers:
                worker.close()
        for thread in self._threads:
            thread.join()

    def put(self, task: Task) -> None:
        self._tasks.put(task)

    def has_record(self) -> bool:
        return not self._records.empty()

    def take(self) -> Record:
        """The next record; waits for it."""
        record = self._records.get()
        if isinstance(record, BaseException):
            raise record
        return record

    def _serve(self, worker: Worker) -> None:
        try:
            while (task := self._tasks.get()) is not None:
                self._records.put(worker.run(task))
        except BaseException as error:  # a defect: the run crashes with it
            self._records.put(error)
