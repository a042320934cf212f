"""How well are PDFs read? Words and their order beside three other readers, on pages of two kinds.

- own: pages that were there when the reader was written (hand-written streams, CSS, LaTeX, browser,
  LibreOffice; made when this runs, by the makers that are installed),
- others: pages made later by somebody else to find faults (tests/data/layouts).

Prints for each kind and number of columns

- words: the share of the words that were found at all,
- order: the share of the pairs of neighbouring words that are neighbours in the reader's text,

and the time for all pages together, as a multiple of pdfminer's `extract_text` (best of six).

Run: PYTHONPATH=src:tests/readers python benchmarks/reading.py [--each]
"""

from __future__ import annotations

import logging
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
from layouts import Page, all_pages, committed_pages
from pdfminer.high_level import extract_text

from skillgap.readers.pdf import read_pdf

Read = Callable[[bytes], str]
ROUNDS = 6


def _skillgap(data: bytes) -> str:
    return read_pdf(data, "benchmark.pdf").text


def _pdfminer(data: bytes) -> str:
    return extract_text(BytesIO(data))


def _pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _pdftotext(data: bytes) -> str:
    run = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return run.stdout.decode("utf-8", "replace")


READERS: dict[str, Read] = {
    "skillgap": _skillgap,
    "pdfminer": _pdfminer,
    "pypdfium2": _pdfium,
    "pdftotext": _pdftotext,
}


def words(text: str) -> list[str]:
    """What is compared: letters and figures, hyphens and soft hyphens aside."""
    return re.findall(r"\w+", re.sub(r"[-\u00ad\u2010\u0002]\s*", "", text).lower())


def score(gold: list[str], found: list[str]) -> tuple[float, float]:
    """Word recall, and the share of neighbouring pairs that were kept."""
    recall = (Counter(gold) & Counter(found)).total() / len(gold)
    pairs, kept = (Counter(zip(seq, seq[1:], strict=False)) for seq in (gold, found))
    return recall, (pairs & kept).total() / max(1, pairs.total())


def main() -> None:
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        own = all_pages(Path(folder))
    others = [page for page in committed_pages() if page.data.startswith(b"%PDF-")]
    print(f"{'':48}" + "".join(f"{name:>11}" for name in READERS))
    for kind, pages in (("own", own), ("others", others)):
        _table(kind, pages)
    seconds = _times([*own, *others])
    base = seconds["pdfminer"]
    print(f"{'time, of pdfminer':48}" + "".join(f"{s / base:11.2f}" for s in seconds.values()))


def _table(kind: str, pages: list[Page]) -> None:
    results = {
        name: [score(words(page.gold), words(read(page.data))) for page in pages]
        for name, read in READERS.items()
    }
    if "--each" in sys.argv:
        for at, page in enumerate(pages):
            print(f"{page.name:48}" + "".join(f"{results[n][at][1]:11.3f}" for n in READERS))
    for columns in sorted({page.columns for page in pages}):
        chosen = [at for at, page in enumerate(pages) if page.columns == columns]
        for what, place in (("order", 1), ("words", 0)):
            means = [sum(results[n][at][place] for at in chosen) / len(chosen) for n in READERS]
            title = f"{kind}: {what}, {columns} column{'s' * (columns > 1)} ({len(chosen)} pages)"
            print(f"{title:48}" + "".join(f"{mean:11.4f}" for mean in means))


def _times(pages: list[Page]) -> dict[str, float]:
    """The best of some rounds; the readers take turns, so that a busy machine is fair to all."""
    best = dict.fromkeys(READERS, float("inf"))
    for _ in range(ROUNDS):
        for name, read in READERS.items():
            start = time.perf_counter()
            for page in pages:
                read(page.data)
            best[name] = min(best[name], time.perf_counter() - start)
    return best


if __name__ == "__main__":
    main()
