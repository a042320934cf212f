"""A batch from inputs to a store: what is known is not read again, and no file stops the run."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from skillgap.batch.engines import Engine
from skillgap.batch.jobs import Input, Record, Settings, Task, failed, nameless
from skillgap.batch.names import shown
from skillgap.batch.sources import content_of, is_url
from skillgap.batch.store import Store
from skillgap.errors import InputFailedError, UnreadableError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input. `known` says that its result stood in the store before this run; a
    duplicate of what this run read is not known. `code` and `message` are its failure's.
    """

    source: str
    known: bool
    code: str | None = None
    message: str | None = None


# Looks of `watched` at which nothing was new, before it gives again what could not be had.
_QUIET = 30

Notify = Callable[[Outcome], None]


class Run:
    """One pass over inputs. `notify` hears of every input once, as soon as its result is kept."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        engine: Engine,
        notify: Notify = lambda _: None,
        *,
        strict: bool = False,
    ) -> None:
        self._store, self._settings, self._engine = store, settings, engine
        self._notify, self._strict = notify, strict
        self._complete = True  # whether every place could be listed
        self._flights: dict[str, list[Input]] = {}  # by hash: inputs of the bytes in work

    def over(self, inputs: Iterable[Input]) -> None:
        """See to every input. Raises InputFailedError at the first failure if strict; whatever was
        done until then, or until an interruption, is in the store."""
        records = self._engine(self._unknown(inputs), self._settings)
        try:
            for record in records:
                self._settle(record)
        finally:
            close = getattr(records, "close", None)
            if close is not None:  # ends the engine's workers when we stop early
                close()

    def forget_gone(self, paths: Iterable[str]) -> int:
        """After a pass over these paths: forget what lay there before and does not any more, unless
        something could not be listed. Gives back how many inputs were forgotten."""
        if not self._complete:
            return 0
        return self._store.forget_gone(path if is_url(path) else shown(path) for path in paths)

    def _unknown(self, inputs: Iterable[Input]) -> Iterator[Task]:
        """What has to be analyzed. The other inputs are settled on the way."""
        for item in inputs:
            if item.failure is None and self._store.is_current(item):
                self._tell(item)
                continue
            self._complete &= item.failure is None
            try:
                data = content_of(item, self._settings.limits)
            except UnreadableError as error:
                self._keep(item, failed(item.source, error.code, str(error)))
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            if self._store.adopt(item, sha256):
                self._tell(item)
            elif sha256 in self._flights:
                self._flights[sha256].append(item)
            else:
                self._flights[sha256] = [item]
                yield Task(item.source, data, sha256)

    def _settle(self, record: Record) -> None:
        """Keep a record for its input and for the others with the same bytes."""
        assert record.sha256 is not None
        for item in self._flights.pop(record.sha256):
            self._keep(item, record)

    def _keep(self, item: Input, record: Record) -> None:
        record = nameless(record)
        self._store.add(item, record)
        self._tell(item, record)

    def _tell(self, item: Input, record: Record | None = None) -> None:
        """An input is done: with a record of this run, or else with what the store has."""
        known, code, message = (
            (False, record.code, record.message) if record else self._store.outcome(item.source)
        )
        self._notify(Outcome(item.source, known, code, message))
        if code is not None and self._strict:
            raise InputFailedError(
                f"{item.source} failed, and --strict stops there.",
                why=message or "",
                mend="Mend or leave out the file, or run without --strict.",
                code=code,
            )


def watched(
    find: Callable[[], Iterable[Input]],
    every: float,
    again: set[str],
    *,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[list[Input]]:
    """Without end: what is new or has changed since the last look, every so many seconds.

    A file is given once its size and time stood still between two looks, so that none is read
    while it is being written. What is missing is waited for: a share that went away comes back.
    Sources that the caller puts into `again` are given once more after some quiet looks.
    """
    given: dict[str, tuple[int | None, int | None]] = {}
    seen: dict[str, tuple[int | None, int | None]] = {}
    quiet = 0
    while True:
        now = {item.source: item for item in find() if (item.failure or ("",))[0] != "missing"}
        facts = {source: (item.size, item.modified) for source, item in now.items()}
        if quiet >= _QUIET:
            quiet = 0
            while again:
                given.pop(again.pop(), None)
        steady = [
            item
            for source, item in now.items()
            if seen.get(source) == facts[source] != given.get(source)
        ]
        given.update((item.source, facts[item.source]) for item in steady)
        seen = facts
        if steady:
            yield steady
        else:
            quiet += 1
            sleep(every)
