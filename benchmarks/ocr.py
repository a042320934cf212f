"""Which OCR engine reads scans of resumes best? Words, order and time beside other engines.

Makes scans of the samples (clean, from an office's scanner, and poor ones; 150 to 300 dots per
inch), reads the first page of each with every engine that is installed, and prints

- words: the share of the words that were found at all,
- order: the share of the pairs of neighbouring words that are neighbours in the engine's text,
- time: seconds a page, without loading the model.

Other engines are not dependencies: pip install rapidocr onnxruntime, or apt install tesseract-ocr.

Run: PYTHONPATH=src:tests/readers:benchmarks python benchmarks/ocr.py [--few] [--only ENGINE]
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import scans
from PIL import Image
from reading import score, words

from skillgap.errors import UnreadableError
from skillgap.models import BlockKind
from skillgap.readers import read_bytes
from skillgap.readers.ocr.engine import is_installed

Ocr = Callable[[Image.Image, int], str]

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "resumes"
ONE_COLUMN = ("elena-marchetti", "hana-mori", "linh-tran", "ingrid-falk")
TWO_COLUMNS = ("maya-lindqvist", "aisha-bello", "sofia-oyelaran", "rafael-okafor")
CONDITIONS = (("clean", 150), ("clean", 300), ("office", 150), ("office", 200), ("office", 300),
              ("poor", 150), ("poor", 200), ("poor", 300))  # fmt: skip
FEW = (("clean", 200), ("office", 200), ("poor", 200))


def _skillgap(page: Image.Image, dpi: int) -> str:
    try:
        document = read_bytes(scans.picture([page], "PNG", dpi), "scan.png")
    except UnreadableError:
        return ""
    return document.text


def _tesseract(page: Image.Image, dpi: int) -> str:
    data = scans.picture([page], "PNG", dpi)
    command = ["tesseract", "-", "-", "--dpi", str(dpi)]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def _rapidocr() -> Ocr:
    import numpy

    engine: Any = import_module("rapidocr").RapidOCR(params={"Global.log_level": "critical"})

    def read(page: Image.Image, dpi: int) -> str:  # noqa: ARG001
        found = engine(numpy.asarray(page)[:, :, ::-1], use_cls=False)
        return "\n".join(found.txts or ())

    return read


def _rapidocr_1() -> Ocr:
    import numpy

    engine: Any = import_module("rapidocr_onnxruntime").RapidOCR()

    def read(page: Image.Image, dpi: int) -> str:  # noqa: ARG001
        found, _ = engine(numpy.asarray(page)[:, :, ::-1], use_cls=False)
        return "\n".join(line[1] for line in found or ())

    return read


def engines() -> Iterator[tuple[str, Ocr]]:
    """Those that are installed."""
    if is_installed():
        yield "skillgap", _skillgap
    if shutil.which("tesseract"):
        yield "tesseract", _tesseract
    for name, make in (("rapidocr", _rapidocr), ("rapidocr-1", _rapidocr_1)):
        try:
            yield name, make()
        except ImportError:
            print(f"{name} is not installed")


def gold_of(data: bytes) -> list[str]:
    """The words that the first page shows, by our own reading of the PDF."""
    document = read_bytes(data, "gold.pdf", ocr="never")
    shown = [document.text[b.span.start : b.span.end] for b in document.blocks
             if b.page == 1 and b.kind is not BlockKind.HIDDEN]  # fmt: skip
    return comparable("\n".join(shown))


def comparable(text: str) -> list[str]:
    """Words; all dashes alike, since a scan does not tell them apart."""
    found: list[str] = words(re.sub("[\u2012-\u2015\u2212]", "-", text))
    return found


def main() -> None:
    few, only = "--few" in sys.argv, sys.argv[-1] if "--only" in sys.argv else ""
    conditions = FEW if few else CONDITIONS
    pages = {
        name: next(SAMPLES.glob(f"{name}*.pdf")).read_bytes()
        for name in (ONE_COLUMN[:2] + TWO_COLUMNS[:2] if few else ONE_COLUMN + TWO_COLUMNS)
    }
    gold = {name: gold_of(data) for name, data in pages.items()}
    for engine, read in engines():
        if only and engine != only:
            continue
        print(f"\n{engine}\n{'':14}{'words':>8}{'order 1':>9}{'order 2':>9}{'seconds':>9}")
        for how, dpi in conditions:
            recalls: list[float] = []
            orders: dict[int, list[float]] = {1: [], 2: []}
            seconds = 0.0
            for name, data in pages.items():
                page = scans.wear(scans.render(data, dpi)[0], scans.WEARS[how], dpi)
                start = time.perf_counter()
                found = read(page, dpi)
                seconds += time.perf_counter() - start
                recall, order = score(gold[name], comparable(found))
                recalls.append(recall)
                orders[2 if name in TWO_COLUMNS else 1].append(order)
            means = [sum(part) / len(part) for part in (recalls, orders[1], orders[2])]
            print(f"{how:8}{dpi:6}" + f"{means[0]:8.3f}{means[1]:9.3f}{means[2]:9.3f}"
                  f"{seconds / len(pages):9.1f}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
