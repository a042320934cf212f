"""Bytes out of a named pipe, without waiting for ever: opening one waits for whoever writes."""

from __future__ import annotations

import os
import select
import time
from pathlib import Path

from skillgap.errors import UnreadableError

# A program that was started in the same moment opens its end within that time.
_NOBODY_SECONDS = 5.0
# One that converts a document first may be silent for long.
_SILENT_SECONDS = 60.0
_LOOK_SECONDS = 0.02  # between two looks for somebody who writes
_BLOCK = 65_536


def read_pipe(path: Path, source: str, most: int) -> bytes:
    """What is written into a pipe until it is closed, `most` bytes of it at most. Raises OSError,
    and UnreadableError (`timeout`) where nobody writes."""
    # Without O_NONBLOCK, opening waits for somebody who opens the other end.
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        return _read(pipe, source, most)
    finally:
        os.close(pipe)


def _read(pipe: int, source: str, most: int) -> bytes:
    data = bytearray()
    until = time.monotonic() + _NOBODY_SECONDS
    while len(data) < most:
        try:
            block = os.read(pipe, min(_BLOCK, most - len(data)))
        except BlockingIOError:  # somebody has it open and does not write just now
            if not select.select([pipe], [], [], _SILENT_SECONDS)[0]:
                raise _silent(source, _SILENT_SECONDS) from None
            continue
        if not block:  # the end, or nobody has begun
            if data:
                break
            if time.monotonic() > until:
                raise _silent(source, _NOBODY_SECONDS)
            time.sleep(_LOOK_SECONDS)
        data += block
    return bytes(data)


def _silent(source: str, seconds: float) -> UnreadableError:
    return UnreadableError(
        f"Nothing comes out of {source}.",
        why=f"It is a pipe, and nobody wrote into it for {seconds:.0f} seconds.",
        mend="Start what writes into it first, or name a file.",
        code="timeout",
    )
