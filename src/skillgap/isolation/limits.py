"""What a process that reads a hostile file may use, and how it is held to that.

Limits that a platform does not know are left out there (Windows knows none of them): the parent's
clock, and the readers' own limits, hold everywhere.
"""

from __future__ import annotations

import ctypes
import math
import os
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass

MEGABYTE = 2**20
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # linux/sched.h: CLONE_NEWUSER, CLONE_NEWNET
_DEATH_SIGNAL = 1  # linux/prctl.h: PR_SET_PDEATHSIG


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps of a reading process. Readers have caps of their own, which are tighter and say more;
    these hold when a library that they use runs wild.

    memory   megabytes of address space; OCR of a page with 60 million pixels needs one gigabyte
    cpu      seconds of processor time
    seconds  of wall time
    """

    memory: int = 3_000
    cpu: int = 45
    seconds: float = 60.0


DEFAULT = Limits()
# OCR takes one to four seconds a page, and twenty pages are read at most.
WITH_OCR = Limits(cpu=240, seconds=180.0)


def confine(limits: Limits) -> None:
    """Hold this process to limits: memory, processor time, no network, nothing written to disk.

    Called in a child after it has opened what it reads; there is no way back.
    """
    sys.dont_write_bytecode = True
    if sys.platform == "win32":
        return
    import resource

    caps = {
        "RLIMIT_AS": limits.memory * MEGABYTE,
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": 0,
    }
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writing fails with an error, not a signal
    for name, most in caps.items():
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        cap = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(OSError, ValueError):  # macOS knows no limit of address space
            resource.setrlimit(kind, (cap, cap))
    grant_processor(limits.cpu)
    if sys.platform == "linux":
        _leave_network()


def grant_processor(seconds: int) -> None:
    """Let this process use so many seconds of processor time from now on; more ends it.

    The soft limit is set, which says SIGXCPU; the hard one would kill without a word.
    """
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = math.ceil(time.process_time()) + seconds
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def die_with_parent() -> None:
    """On Linux, let this process end when its parent does, however that ends."""
    if sys.platform == "linux":
        _libc().prctl(_DEATH_SIGNAL, signal.SIGKILL)


def _leave_network() -> None:
    """A network namespace of one's own holds no network. Where that is forbidden, nothing in
    skillgap opens a connection anyway (tests/test_architecture.py)."""
    _libc().unshare(_NEW_NET if os.geteuid() == 0 else _NEW_USER | _NEW_NET)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
