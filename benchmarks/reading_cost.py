"""What does reading cost? Time for each format, beside other readers of PDF, and memory over files.

- The samples (PDF) by each reader, as a multiple of pdfminer's `extract_text`, the best of so many
  rounds; readers that are not installed are left out (pip install pdfplumber).
- One person's resume in every format, in milliseconds.
- The memory of one process while it reads so many files, every format in turn: it has to stay flat.

Run: PYTHONPATH=src:tests/readers python benchmarks/reading_cost.py [--files 1000]
"""

from __future__ import annotations

import argparse
import gc
import logging
import subprocess
import time
from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import person
import psutil  # type: ignore[import-untyped]
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

from skillgap.models import Ocr
from skillgap.readers import read_bytes

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "resumes").glob("*.pdf"))
ROUNDS = 5

Read = Callable[[bytes], object]


def _skillgap(data: bytes) -> object:
    return read_bytes(data, "resume.pdf", ocr=Ocr.NEVER)


def _pypdfium2(data: bytes) -> object:
    document = pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]
    return [page.get_textpage().get_text_range() for page in document]


def _pdftotext(data: bytes) -> object:
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)


def _pdfplumber(data: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as file:
        return [page.extract_text() for page in file.pages]


READERS: dict[str, Read] = {
    "skillgap, with layout and visibility": _skillgap,
    "pdfminer.six extract_text": lambda data: extract_text(BytesIO(data)),
    "pypdf": lambda data: [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages],
    "pypdfium2": _pypdfium2,
    "pdftotext, a process for each file": _pdftotext,
}
if find_spec("pdfplumber"):
    READERS["pdfplumber"] = _pdfplumber


def best_of(works: dict[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    """The best time of each; they take turns, so that a busy machine is fair to all."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def memory(files: int) -> list[tuple[int, float]]:
    """Megabytes in use after so many files, at eleven points."""
    contents = [make() for make in person.FORMATS.values()] + [p.read_bytes() for p in SAMPLES]
    process, seen = psutil.Process(), []
    for number in range(files + 1):
        if number % (files // 10) == 0:
            gc.collect()
            seen.append((number, process.memory_info().rss / 2**20))
        read_bytes(contents[number % len(contents)], "resume", ocr=Ocr.NEVER)
    return seen


def main() -> None:
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    options = parser.parse_args()
    data = [path.read_bytes() for path in SAMPLES]

    def all_by(read: Read) -> Callable[[], Any]:
        return lambda: [read(one) for one in data]

    seconds = best_of({name: all_by(read) for name, read in READERS.items()}, ROUNDS)
    base = seconds["pdfminer.six extract_text"]
    print(f"{len(data)} samples (PDF), of extract_text; milliseconds a file")
    for name, taken in seconds.items():
        print(f"  {name:40}{taken / base:8.2f}{1000 * taken / len(data):10.1f}")
    contents = {name: make() for name, make in person.FORMATS.items()}

    def one(content: bytes) -> Callable[[], Any]:
        return lambda: read_bytes(content, "resume", ocr=Ocr.NEVER)

    print("one person in every format, milliseconds")
    for name, taken in best_of({n: one(c) for n, c in contents.items()}, 3 * ROUNDS).items():
        print(f"  {name:40}{1000 * taken:8.1f}")
    print("memory in one process, files: megabytes")
    print("  " + "  ".join(f"{number}: {used:.0f}" for number, used in memory(options.files)))


if __name__ == "__main__":
    main()
