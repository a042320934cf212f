"""What a command costs beside the least that its work needs, measured in one run.

* the quick commands beside a bare typer application with as many commands;
* `analyze` of a two-page PDF beside a process that only imports spaCy and makes the blank English
  pipeline, and beside one that also runs pdfminer's `extract_text` on the same file.

Each pair runs alternately, so that a busy machine slows both; the ratio of the medians counts.
Peak memory is the largest resident set of the process. Run: `python benchmarks/startup.py`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "samples" / "resumes" / "maya-lindqvist-ml-engineer.pdf"
RUNS = int(os.environ.get("RUNS", "15"))

BARE_TYPER = """
from typing import Annotated
import typer

app = typer.Typer(pretty_exceptions_enable=False)


@app.command()
def one(name: Annotated[str, typer.Argument(help="A name.")] = "x") -> None:
    \"\"\"Say a name.\"\"\"
    typer.echo(name)


@app.command()
def two(name: Annotated[str, typer.Argument(help="A name.")] = "x") -> None:
    \"\"\"Say a name.\"\"\"
    typer.echo(name)


app()
"""
SPACY = """
import spacy

spacy.blank("en")
"""
FLOOR = """
import sys
import spacy
from pdfminer.high_level import extract_text

spacy.blank("en")
extract_text(sys.argv[1])
"""


def run(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of one process; its output is thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{command} failed with {status}")
    return seconds, usage.ru_maxrss / 1024


def compare(name: str, ours: list[str], floor: list[str], goal: float) -> None:
    """Run both alternately and print one line of figures."""
    results: list[tuple[tuple[float, float], tuple[float, float]]] = []
    run(ours), run(floor)  # warm the file cache
    for _ in range(RUNS):
        results.append((run(ours), run(floor)))
    (time_ours, memory_ours), (time_floor, memory_floor) = (
        tuple(statistics.median(pair[side][part] for pair in results) for part in (0, 1))
        for side in (0, 1)
    )
    print(
        f"{name:<24} {time_ours * 1000:7.0f} ms  {time_floor * 1000:7.0f} ms"
        f"  {time_ours / time_floor:5.2f} (goal {goal})"
        f"  {memory_ours:6.0f} MB  {memory_floor:6.0f} MB  {memory_ours / memory_floor:5.2f}"
    )


def main() -> None:
    """Print the table."""
    command = [sys.executable, "-m", "skillgap"]
    with tempfile.TemporaryDirectory() as folder:
        bare, floor, spacy = (Path(folder, name) for name in ("bare.py", "floor.py", "only.py"))
        spacy.write_text(SPACY)
        bare.write_text(BARE_TYPER)
        floor.write_text(FLOOR)
        print(f"{'':<24} {'ours':>10}  {'floor':>10}  ratio            memory ours, floor, ratio")
        bare_help = [sys.executable, str(bare), "--help"]
        bare_run = [sys.executable, str(bare), "one"]
        compare("--help", [*command, "--help"], bare_help, 1.5)
        compare("--version", [*command, "--version"], bare_run, 1.5)
        for listing in (["roles"], ["skills"], ["role", "data-scientist"], ["skill", "python"]):
            compare(" ".join(listing), [*command, *listing], bare_help, 1.5)
        only = [sys.executable, str(spacy)]
        extract = [sys.executable, str(floor), str(SAMPLE)]
        analyze = [*command, "analyze", str(SAMPLE)]
        compare("analyze / spaCy", analyze, only, 1.15)
        compare("analyze / and extract", analyze, extract, 1.3)


if __name__ == "__main__":
    main()
