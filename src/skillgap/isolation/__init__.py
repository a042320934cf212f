"""Read a file in a process of its own, under limits: what a hostile file can do ends with it.

with start_reading("resume.pdf") as reading:
    ...  # something else meanwhile
    document = reading.document()
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, replace
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from types import TracebackType

from skillgap.errors import UnreadableError
from skillgap.isolation.limits import DEFAULT, WITH_OCR, Limits
from skillgap.isolation.wire import MEMORY, unpack_document, unpack_error
from skillgap.models import DEFAULT_LIMITS, Document, Ocr
from skillgap.models import Limits as Caps
from skillgap.readers import is_stored, name_of, read_content

__all__ = [
    "Limits",
    "Reading",
    "end_process",
    "ending_of",
    "error_of",
    "limits_for",
    "read_isolated",
    "start_reading",
]

# Far above what a document within the readers' limits needs.
_MAX_ANSWER = 256 * 2**20
_CHILD = "skillgap.isolation.child"


class Reading:
    """A file that is being read elsewhere. Leaving its `with` block ends the process."""

    def __init__(self, source: str, request: bytes, data: bytes | None, limits: Limits) -> None:
        self._source, self._limits = source, limits
        self._process = subprocess.Popen(
            [sys.executable, "-m", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answer = b""
        self._threads = [
            threading.Thread(target=self._send, args=(request, data), daemon=True),
            threading.Thread(target=self._receive, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Reading:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The reading process."""
        return self._process.pid

    def document(self) -> Document:
        """What was read; waits for it. Raises UnreadableError and MissingExtraError as `read` does.

        A process that takes too long, uses too much or dies is an UnreadableError, too (`timeout`,
        `memory`, `crashed`). A defect in a reader is a RuntimeError with its traceback.
        """
        receiver = self._threads[1]
        receiver.join(self._limits.seconds)
        timed_out = receiver.is_alive()
        if not timed_out:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(1)  # so that it is seen how it ended
        self.close()
        if timed_out:
            raise error_of(self._source, "timeout", self._limits)
        if not self._answer:
            raise error_of(self._source, ending_of(self._process.returncode), self._limits)
        text = self._answer.decode("ascii")
        if text == MEMORY:
            raise error_of(self._source, "memory", self._limits)
        if text.startswith('{"bug":'):
            raise RuntimeError(json.loads(text)["bug"])
        if error := unpack_error(text):
            raise error
        return unpack_document(text)

    def close(self) -> None:
        """End the process, whatever it does."""
        end_process(self._process, self._threads)

    def _send(self, request: bytes, data: bytes | None) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        with suppress(OSError):  # the process has gone: its answer tells
            pipe.write(request + b"\n")
            if data is not None:
                pipe.write(data)
            pipe.close()

    def _receive(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        answer = pipe.read(_MAX_ANSWER + 1)
        if len(answer) <= _MAX_ANSWER:
            self._answer = answer


def end_process(process: subprocess.Popen[bytes], threads: Iterable[threading.Thread] = ()) -> None:
    """End a process, whatever it does, with the threads that serve its pipes, and the pipes."""
    with suppress(OSError):
        process.kill()
    process.wait()
    for thread in threads:
        thread.join()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def error_of(source: str, code: str, limits: Limits) -> UnreadableError:
    """The error for a file that cost its process (`timeout`, `memory` or `crashed`)."""
    what, why = {
        "timeout": ("takes too long to read", f"It was given {limits.seconds:.0f} seconds."),
        "memory": ("needs too much memory to be read", f"It was given {limits.memory:,} MB."),
        "crashed": (
            "makes its reader crash",
            "It is damaged in a way that a library cannot cope with, or made to harm.",
        ),
    }[code]
    mend = "Export the resume again, from the program that it was made with."
    return UnreadableError(f"{source} {what}.", why=why, mend=mend, code=code)


def ending_of(returncode: int) -> str:
    """Why a process ended that was not told to: `timeout` (its processor time) or `crashed`."""
    from signal import Signals

    with suppress(ValueError):
        if returncode < 0 and Signals(-returncode).name == "SIGXCPU":
            return "timeout"
    return "crashed"


def start_reading(
    source: str | Path,
    data: bytes | None = None,
    *,
    password: str = "",
    ocr: Ocr | str = Ocr.AUTO,
    caps: Caps = DEFAULT_LIMITS,
    limits: Limits | None = None,
) -> Reading:
    """Begin to read a file, or `data` that `source` names, in a process of its own.

    `caps` are the readers', `limits` the process's. Raises UnreadableError at once for a file that
    is not there or too large. Without `limits`, there is time for OCR where it may be used, and as
    much more time as the caps have.
    """
    if data is None and not is_stored(Path(source), caps):
        data = read_content(Path(source), caps)
    limits = limits or limits_for(ocr, caps)
    request = {
        "source": str(source),
        "password": password,
        "ocr": Ocr(ocr).value,
        "caps": asdict(caps),
        "limits": asdict(limits),
        "content": data is not None,
    }
    return Reading(name_of(source), json.dumps(request).encode("ascii"), data, limits)


def limits_for(ocr: Ocr | str, caps: Caps = DEFAULT_LIMITS) -> Limits:
    """The limits without a wish: there is time for OCR where it may be used, and as much more as
    the readers' caps have beyond their usual ones."""
    # Asking the reader whether its extra is there would import it here.
    with_ocr = find_spec("tesserocr") is not None and Ocr(ocr) is not Ocr.NEVER
    usual = WITH_OCR if with_ocr else DEFAULT
    more = max(0.0, caps.seconds - DEFAULT_LIMITS.seconds)
    if with_ocr:
        more += max(0.0, caps.ocr_seconds - DEFAULT_LIMITS.ocr_seconds)
    return replace(usual, seconds=usual.seconds + more, cpu=usual.cpu + ceil(2 * more))


def read_isolated(
    source: str | Path,
    data: bytes | None = None,
    *,
    password: str = "",
    ocr: Ocr | str = Ocr.AUTO,
    caps: Caps = DEFAULT_LIMITS,
    limits: Limits | None = None,
) -> Document:
    """The same, and wait for it."""
    with start_reading(
        source, data, password=password, ocr=ocr, caps=caps, limits=limits
    ) as reading:
        return reading.document()
