"""From how many files on a second process pays: what engines.FEW should be.

    python benchmarks/engines.py [ROUNDS]

For 1 to 60 resumes (the samples, over and over with other words, so that none is like another), the
wall time of one worker process and of one for each core, each from a standing start, in turns;
the median of the rounds. A start imports spaCy and builds the index of phrases, in every process.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from skillgap.batch.engines import cores, run_serial
from skillgap.batch.jobs import Record, Settings, Task
from skillgap.batch.workers import run_processes

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = Settings(as_of="2026-11-01", ocr="never")
COUNTS = (1, 5, 10, 15, 20, 25, 30, 40, 60)
Engine = Callable[[Iterator[Task], Settings], Iterator[Record]]


def tasks(count: int) -> list[Task]:
    """So many PDFs of one or two pages."""
    paths = sorted((ROOT / "samples" / "resumes").glob("*.pdf"))
    found = []
    for number in range(count):
        # Bytes after the end of a PDF change its hash and nothing that is read.
        data = paths[number % len(paths)].read_bytes() + b"\n%% %d" % number
        found.append(Task(f"{number}.pdf", data, hashlib.sha256(data).hexdigest()))
    return found


def seconds(engine: Engine, work: list[Task]) -> float:
    """Wall time of a whole run."""
    start = time.perf_counter()
    assert sum(1 for _ in engine(iter(work), SETTINGS)) == len(work)
    return time.perf_counter() - start


def main() -> None:
    """Print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    several: Engine = partial(run_processes, jobs=cores())
    print(f"{cores()} cores, load {os.getloadavg()[0]:.1f}, {rounds} rounds")
    print("files  one process  one a core  gain")
    for count in COUNTS:
        work = tasks(count)
        times: dict[str, list[float]] = {"one": [], "several": []}
        for _ in range(rounds):
            times["one"].append(seconds(run_serial, work))
            times["several"].append(seconds(several, work))
        one, all_ = (statistics.median(times[name]) for name in ("one", "several"))
        print(f"{count:5}  {one:10.2f}s  {all_:9.2f}s  {one / all_:4.2f}", flush=True)


if __name__ == "__main__":
    main()
