"""The child's end of its pipes."""

from __future__ import annotations

import os
import signal
import sys
from typing import BinaryIO

from skillgap.isolation.limits import die_with_parent


def take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Where requests come from and where answers go, of a process that another one started.

    Whatever a library prints from now on goes nowhere. Ctrl-C is left to the parent, and the
    parent's death ends this process, too (on Linux).
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return sys.stdin.buffer, answers
