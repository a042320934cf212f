"""Stores that do not answer: after two objects in a row, the others are not waited for."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

# One object may be slow by itself; how long the next one is waited for, in seconds.
DOUBTING = 10.0
# A store that is away is asked again after so many seconds: it may have come back.
RESTING = 30.0
# In the names of the errors by which libraries say that nobody answered (ConnectionError,
# EndpointConnectionError, ClientConnectorError, ReadTimeoutError, gaierror, ...).
_UNREACHED = ("connect", "timeout", "gaierror", "disconnected")


@dataclass(slots=True)
class _Silence:
    """What is known of a store that did not answer: how often in a row, and when it is asked
    again."""

    count: int = 0
    until: float = 0.0
    why: str = ""


@dataclass(slots=True)
class Outages:
    """Which stores are away."""

    clock: Callable[[], float] = time.monotonic
    _silent: dict[str, _Silence] = field(default_factory=dict)

    def why(self, store: str) -> str:
        """Why a store is not to be asked now; "" if it is."""
        silence = self._silent.get(store)
        return silence.why if silence and self.clock() < silence.until else ""

    def patience(self, store: str, usual: float) -> float:
        """For how many seconds its next answer is waited for."""
        return min(usual, DOUBTING) if store in self._silent else usual

    def note(self, store: str, why: str) -> None:
        """It did not answer."""
        silence = self._silent.setdefault(store, _Silence())
        silence.count += 1
        silence.why = why
        if silence.count > 1:
            silence.until = self.clock() + RESTING

    def clear(self, store: str) -> None:
        """It answered, whatever it said."""
        self._silent.pop(store, None)


def is_unreached(error: BaseException) -> bool:
    """Whether an error, or one that led to it, says that nobody answered."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        names = (kind.__name__.lower() for kind in type(cause).__mro__)
        if any(word in name for name in names for word in _UNREACHED):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
