"""A bar on standard error while a batch runs: only where a person looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_OFTEN = 0.2  # seconds between two drawings at least


class Progress:
    """How far a batch is: done, rate, time left, failures. Silent where standard error is no
    terminal. `count` tells how many inputs there are, None where that cannot be known."""

    def __init__(self, count: Callable[[], int] | None) -> None:
        self._bar: Bar | None = None
        self._done = self._failed = 0
        self._drawn = 0.0
        if sys.stderr.isatty():
            self._bar = _make_bar()
            self._task = self._bar.add_task(
                "", total=count() if count else None, rate="", failed=""
            )
        self._begun = time.monotonic()

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._draw()
            self._bar.stop()

    def step(self, *, failed: bool) -> None:
        """One more is done."""
        self._done += 1
        self._failed += failed
        if self._bar is not None and time.monotonic() - self._drawn > _OFTEN:
            self._draw()

    def _draw(self) -> None:
        assert self._bar is not None
        self._drawn = time.monotonic()
        rate = self._done / max(self._drawn - self._begun, 0.001)
        failed = f"{self._failed:,} failed" if self._failed else ""
        self._bar.update(
            self._task, completed=self._done, rate=f"{rate:,.1f} a second", failed=failed
        )


def _make_bar() -> Bar:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[failed]}", style="red"),
        console=Console(stderr=True),
        transient=True,
    )
