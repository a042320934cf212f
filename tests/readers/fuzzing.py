"""Damages files at random: a reader returns a sound document or raises our error, in time.

The test runs it for some seconds with fixed seeds. By hand, for longer, and on one file again:

    python tests/readers/fuzzing.py --seconds 1200 --seed 7
    python tests/readers/fuzzing.py --one 7-1234
"""

from __future__ import annotations

import argparse
import io
import random
import re
import signal
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import person
import pikepdf
from layouts import LAYOUTS

from skillgap.errors import SkillgapError
from skillgap.models import BlockKind, Document, Ocr
from skillgap.readers import read_bytes
from skillgap.sections import find_sections

ROOT = Path(__file__).resolve().parents[2]
# A damaged file takes as long as a sound one, or ends at a reader's own limits.
SECONDS_A_FILE = 45
_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"4294967296", b"1e308", b"-0.0001")
_NUMBER = re.compile(rb"\d+")
# What grammars of the formats are made of: put in at random places.
_WORDS = (
    rb"<< >> [ ] ( ) BT ET Tj TJ Do q Q cm Tf re BI ID EI endstream endobj stream obj R /Kids"
    rb" /Parent /Type /Length /Filter /FlateDecode null true { } ``` |---| , : \" --> <w:p>"
    rb" </w:p> <w:tbl> <w:r> <w:t> <text:p> <div> </div> <style> <!-- <![CDATA[ &#x0; \par \bin9"
    rb" \u-1 \'ff \trowd \cell"
)
_SIGNS = (
    b" ",
    b"\n\n",
    b"\t",
    b"\r",
    b"\x00",
    b"\x80",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
)
_TOKENS = (*_WORDS.split(b" "), *_SIGNS)

Mutate = Callable[[bytes, random.Random], bytes]


@cache
def corpus() -> dict[str, bytes]:
    """Sound files of every format by name; PDFs also with their streams unpacked."""
    files = {f"person.{name}": make() for name, make in person.FORMATS.items()}
    for path in sorted((ROOT / "samples" / "resumes").iterdir()):
        files[path.name] = path.read_bytes()
    for path in sorted(LAYOUTS.glob("*.pdf")) + sorted(LAYOUTS.glob("*.docx")):
        files[path.name] = path.read_bytes()
    for name, data in list(files.items()):
        if data.startswith(b"%PDF-"):
            files[f"plain {name}"] = _unpacked(data)
    return files


def _unpacked(data: bytes) -> bytes:
    """The PDF with content that damage can reach: packed streams only break as a whole."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


# ---------------------------------------------------------------- damage


def _flip(data: bytes, chance: random.Random) -> bytes:
    content = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def _cut(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.choice((1, 2, 8, 100, 1000)) :]


def _end(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data)), chance.choice((1, 4, 30, 300, 3000))
    return data[:at] + data[at : at + size] * chance.choice((1, 2, 5, 40)) + data[at:]


def _move(data: bytes, chance: random.Random) -> bytes:
    one, two, size = chance.randrange(len(data)), chance.randrange(len(data)), chance.randrange(200)
    return data[:one] + data[two : two + size] + data[one + size :]


def _insert(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 3, 10))):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_TOKENS) * chance.choice((1, 1, 1, 50)) + data[at:]
    return data


def _renumber(data: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data, 0, 200_000))
    for match in sorted(
        chance.sample(found, min(len(found), chance.choice((1, 2, 5)))), key=lambda m: -m.start()
    ):
        data = data[: match.start()] + chance.choice(_NUMBERS) + data[match.end() :]
    return data


def _nest(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return (
        data[:at]
        + chance.choice((b"[", b"<<", b"{", b"<div>", b"<w:p>", b"(", b"> ", b"q ")) * 3000
        + data[at:]
    )


def _splice(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(list(corpus().values()))
    at = chance.randrange(len(data))
    start = chance.randrange(len(other))
    return data[:at] + other[start : start + chance.choice((10, 100, 5000))] + data[at:]


_DAMAGES: tuple[Mutate, ...] = (
    _flip, _flip, _cut, _end, _repeat, _move, _insert, _insert, _renumber, _nest, _splice,
)  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to three damages; those of a container lie in one of its parts, mostly."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _in_part(data, chance)
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(_DAMAGES)(data, chance) or b"\0"
    return data


def _in_part(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        names = archive.namelist()
        main = [
            n for n in names if n.endswith(("document.xml", "content.xml", "styles.xml", ".csv"))
        ]
        target = chance.choice(main if main and chance.random() < 0.8 else names)
        for name in names:
            part = archive.read(name)
            if name == target and part:
                part = chance.choice(_DAMAGES)(part, chance)
            copy.writestr(name, part)
    return out.getvalue()


# ---------------------------------------------------------------- the promise


class HangError(BaseException):
    """A reader took too long. No `except Exception` of a reader may swallow it."""


@contextmanager
def deadline(seconds: int) -> Iterator[None]:
    """Interrupt what takes longer, where the platform can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_: object) -> None:
        raise HangError(f"more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def attempt(data: bytes, name: str) -> str:
    """Read it. What came of it: the document's quality, or our error's code."""
    with deadline(SECONDS_A_FILE):
        try:
            document = read_bytes(data, name, ocr=Ocr.NEVER)
        except SkillgapError as error:
            str(error).encode("utf-8")
            return error.code
        check(document)
        return document.quality.value


def check(document: Document) -> None:
    """A document is sound: its blocks quote its text, in order, and the text can be written."""
    document.text.encode("utf-8")
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text)
        assert "\n" not in document.text[block.span.start : block.span.end]
        at = block.span.end + 1
    assert all(w.code and w.message for w in document.warnings)
    shown = [b for b in document.blocks if b.kind not in (BlockKind.FURNITURE, BlockKind.HIDDEN)]
    sections = find_sections(document)
    assert all(sum(s.span.covers(b.span) for s in sections) == 1 for b in shown)


def case(seed: int, number: int) -> tuple[str, bytes]:
    """The file that a seed and a number stand for."""
    chance = random.Random(f"{seed}-{number}")
    name = chance.choice(list(corpus()))
    return name, damaged(corpus()[name], chance)


def run(seconds: float, seed: int) -> tuple[Counter[str], list[str]]:
    """Damage and read for so long. What came of it, and the faults, each with its case."""
    ends: Counter[str] = Counter()
    faults: list[str] = []
    until, number = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        name, data = case(seed, number)
        started = time.monotonic()
        try:
            ends[attempt(data, name)] += 1
        except (
            Exception,
            HangError,
        ) as error:  # whatever it is, it is the fault that is looked for
            faults.append(f"{seed}-{number} {name}: {type(error).__name__}: {error}"[:300])
        took = time.monotonic() - started
        if took > 10:
            print(f"slow: {seed}-{number} {name}: {took:.1f} s", file=sys.stderr)
        number += 1
    return ends, faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", help="read the file of one case again, with its traceback")
    options = parser.parse_args()
    if options.one:
        seed, number = map(int, options.one.split("-"))
        name, data = case(seed, number)
        Path("case.bin").write_bytes(data)
        print(name, attempt(data, name))
        return
    ends, faults = run(options.seconds, options.seed)
    print(f"{ends.total()} files: {dict(ends.most_common())}")
    print("\n".join(faults) or "no faults")


if __name__ == "__main__":
    main()
