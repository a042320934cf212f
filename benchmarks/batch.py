"""What a batch costs: for one core, for two, for the parent process, with many files.

    python benchmarks/batch.py FOLDER [FILES]

FOLDER gets two corpora: plain one-page resumes (corpus.py), and resumes in the layouts of the
samples (sampled.py). Measured in one run:

* processor time of the whole analysis, warm, beside pdfminer's `extract_text` alone on the same
  files, in turns of 50 files (goal: 2.5 times as many files);
* wall time of one worker process and of two (goal: 1.8), and their peak memory (under 400 MB);
* time and peak memory of the parent for 1,000 to 20,000 inputs. Here a stand-in answers at once, so
  that the parent is measured and not the workers;
* a second run over 10,000 unchanged inputs.

Writes the curves to docs/batch.svg.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import psutil  # type: ignore[import-untyped]
from corpus import make_corpus
from pdfminer.high_level import extract_text
from sampled import make_sampled

from skillgap.batch.analyze_one import analyze_one
from skillgap.batch.jobs import Input, Record, Settings, Task
from skillgap.batch.run import Run
from skillgap.batch.sources import Choice, find_inputs
from skillgap.batch.store import Store
from skillgap.batch.workers import run_processes
from skillgap.taxonomy import load_taxonomy

SETTINGS = Settings(as_of="2026-11-01", ocr="never")
TURN = 50
COUNTS = (1_000, 5_000, 10_000, 20_000)
SVG = Path(__file__).resolve().parents[1] / "docs" / "batch.svg"


def throughput(paths: list[Path]) -> None:
    """Files a second of processor time, ours and extract_text's, in turns."""
    ours = theirs = 0.0
    for path in paths[:20]:
        analyze_one(path.name, path.read_bytes(), SETTINGS)
        extract_text(str(path))
    for at in range(0, len(paths), TURN):
        turn = paths[at : at + TURN]
        start = time.process_time()
        for path in turn:
            record = analyze_one(path.name, path.read_bytes(), SETTINGS)
            assert record.report, record.message
        middle = time.process_time()
        for path in turn:
            extract_text(str(path))
        ours += middle - start
        theirs += time.process_time() - middle
    print(
        f"one core, {len(paths):,} files: ours {len(paths) / ours:.1f} a second,"
        f" extract_text {len(paths) / theirs:.1f}; ratio {theirs / ours:.2f} (goal 2.5)"
    )


def processes(paths: list[Path]) -> None:
    """Wall time of one and two workers, and how much memory they take."""

    def tasks() -> Iterator[Task]:
        for path in paths:
            data = path.read_bytes()
            yield Task(path.name, data, hashlib.sha256(data).hexdigest())

    seconds = {}
    for jobs in (1, 2):
        peak = [0]
        stop = threading.Event()
        watcher = threading.Thread(target=_watch, args=(peak, stop))
        watcher.start()
        records = run_processes(tasks(), SETTINGS, jobs)
        next(records)  # they have begun
        start = time.perf_counter()
        count = sum(1 for _ in records)
        seconds[jobs] = time.perf_counter() - start
        stop.set()
        watcher.join()
        print(
            f"{jobs} processes, {count:,} files: {count / seconds[jobs]:.1f} a second;"
            f" largest worker {peak[0] / 2**20:.0f} MB (goal 400)"
        )
    print(f"two processes against one: {seconds[1] / seconds[2]:.2f} (goal 1.8)")


def _watch(peak: list[int], stop: threading.Event) -> None:
    me = psutil.Process()
    while not stop.wait(0.2):
        for child in me.children(recursive=True):
            try:
                peak[0] = max(peak[0], child.memory_info().rss)
            except psutil.Error:
                continue


def parent(paths: list[Path]) -> None:
    """Each count in a process of its own, since a peak does not go down."""
    curve = []
    for count in COUNTS:
        command = [sys.executable, __file__, str(paths[0].parent), "--parent", str(count)]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        seconds, again, memory, size = map(float, out.split())
        curve.append((count, seconds, memory))
        print(
            f"parent, {count:>6,} inputs: {seconds:6.1f} s, {1000 * seconds / count:.2f} ms each;"
            f" peak {memory:.0f} MB; store {size / count:.1f} kB each;"
            f" unchanged again {again:.2f} s"
        )
    SVG.write_text(draw(curve), "utf-8")


def run_parent(paths: list[Path], count: int) -> None:
    """A run whose engine answers with one report for all."""
    taxonomy = load_taxonomy()
    data = paths[0].read_bytes()
    sample = analyze_one(paths[0].name, data, SETTINGS)

    def engine(tasks: Iterator[Task], _: Settings) -> Iterator[Record]:
        for task in tasks:
            yield replace(sample, source=task.source, sha256=task.sha256, text_sha256=task.sha256)

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "many")
        place.mkdir()
        for number in range(count):
            (place / f"{number:06}.pdf").write_bytes(data + b"\n%" + str(number).encode())
        target = Path(folder, "results.sqlite")
        times = []
        for _ in range(2):
            start = time.perf_counter()
            with Store(target) as store:
                store.begin(SETTINGS, taxonomy)
                run = Run(store, SETTINGS, engine)
                inputs: Iterator[Input] = find_inputs([str(place)], Choice())
                run.over(inputs)
                run.forget_gone([str(place)])
                store.finish()
            times.append(time.perf_counter() - start)
        size = target.stat().st_size / 1000
    print(*times, _peak_memory(), size)


def _peak_memory() -> float:
    """Megabytes that this process held at most. Linux counts that anew when a program begins; what
    getrusage says is at least what the process held that started it."""
    with suppress(OSError):
        status = Path("/proc/self/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM:"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def draw(curve: list[tuple[int, float, float]]) -> str:
    """Two curves side by side, as SVG: seconds and megabytes by inputs."""
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 260" font-family="sans-serif"'
        ' font-size="12">',
        "<title>Time and memory of the parent process by number of inputs</title>",
        '<rect width="720" height="260" fill="white"/>',
    ]
    for left, column, title, unit in (
        (60, 1, "Time of the parent", "s"),
        (420, 2, "Peak memory of the parent", "MB"),
    ):
        top = max(point[column] for point in curve) * 1.15
        last = curve[-1][0]

        points = [
            (left + 250 * point[0] / last, 220 - 170 * point[column] / top) for point in curve
        ]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts += [
            f'<text x="{left}" y="24" font-size="14">{title}</text>',
            f'<path d="M{left} 40V220H{left + 260}" fill="none" stroke="#666"/>',
            f'<polyline points="{line}" fill="none" stroke="#0b6e4f" stroke-width="2"/>',
        ]
        for (count, *values), (x, y) in zip(curve, points, strict=True):
            parts += [
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="#0b6e4f"/>',
                f'<text x="{x:.1f}" y="{y - 10:.1f}" text-anchor="middle">'
                f"{values[column - 1]:.0f} {unit}</text>",
                f'<text x="{x:.1f}" y="238" text-anchor="middle">{count // 1000}k</text>',
            ]
    return "\n".join([*parts, "</svg>", ""])


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1])
    if "--parent" in sys.argv:
        run_parent(make_corpus(folder, 1), int(sys.argv[3]))
        return
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    plain, sampled = make_corpus(folder / "plain", count), make_sampled(folder / "sampled", count)
    print(f"{count:,} resumes of each, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name, paths in (("layouts of the samples", sampled), ("plain pages", plain)):
        print(f"{name}:")
        throughput(paths)
        processes(paths)
    parent(plain)


if __name__ == "__main__":
    main()
