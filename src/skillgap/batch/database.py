"""A SQLite file that is a store: opened, checked, asked, and its errors in our words."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any, Self

from skillgap.errors import UsageError

VERSION = 1
APPLICATION = 0x736B6770  # "skgp": what `file` and other tools may know a store by
_WAIT = 60.0  # seconds that one run waits for another one's transaction
_PAUSE = 0.02  # seconds between two attempts where SQLite does not wait itself


class Database:
    """A store that is open. Close it, or use it in a `with` statement. Without a path it is a
    temporary one, which the system removes however the process ends.

    One connection serves all threads, one at a time. Every method raises UsageError where the
    file cannot be used: no store, a newer one, a full disk, no permission.
    """

    def __init__(self, path: Path | None, *, must_exist: bool = False) -> None:
        self.path = path
        if must_exist and path is not None and not path.is_file():
            raise UsageError(
                f"There is no file {path}.",
                mend="Make one with: skillgap batch FOLDER -o results.sqlite",
                code="missing",
            )
        self._lock = threading.RLock()
        with self._border():
            self._db = sqlite3.connect(
                path or "", timeout=_WAIT, isolation_level=None, check_same_thread=False
            )
        try:
            with self._border():
                self._open()
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def _open(self) -> None:
        # First whether it is used: once its tables are there, so are its marks.
        used = self.value("SELECT count(*) FROM sqlite_master")
        if used and self.value("PRAGMA application_id") != APPLICATION:
            raise self._unusable("It is a database of another program.")
        if self.value("PRAGMA user_version") > VERSION:
            raise self._unusable("It was written by a newer version of skillgap.")
        self._write_ahead()
        self._db.execute("PRAGMA synchronous = FULL")  # a result that was reported outlives a crash
        self._db.execute("PRAGMA foreign_keys = ON")
        if not used:
            self._create()

    def _write_ahead(self) -> None:
        """Let others read while one writes. For this change SQLite does not wait by itself: two
        runs that both make it could wait for each other."""
        until = time.monotonic() + _WAIT
        while True:
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not busy or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)

    def _create(self) -> None:
        script = resources.files("skillgap.batch").joinpath("schema.sql").read_text("utf-8")
        with self.transaction():
            if self.value("SELECT count(*) FROM sqlite_master"):
                return  # another run was faster
            for statement in script.split(";\n"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {VERSION}")
            self._db.execute(f"PRAGMA application_id = {APPLICATION}")

    def query(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Rows of a question; columns by name."""
        with self._border(), self._lock:
            cursor = self._db.execute(sql, values)
            cursor.row_factory = sqlite3.Row
            return cursor.fetchall()

    def stream(self, sql: str, *values: object) -> Iterator[sqlite3.Row]:
        """The same one by one, for questions with a million rows; meanwhile nothing is written."""
        with self._border():
            cursor = self._db.execute(sql, values)
            cursor.row_factory = sqlite3.Row
            # Not `yield from`: whoever stops early may close the store first.
            for row in cursor:  # noqa: UP028
                yield row

    def value(self, sql: str, *values: object) -> Any:
        """The first column of a question's first row, None without one."""
        row = self._db.execute(sql, values).fetchone()
        return row[0] if row else None

    def write(self, sql: str, rows: Iterable[tuple[object, ...]] | None = None) -> None:
        """Change something; with rows, once for each of them. Within a transaction."""
        if rows is None:
            self._db.execute(sql)
        else:
            self._db.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing; other runs wait."""
        with self._border(), self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _border(self) -> Iterator[None]:
        """SQLite's errors in our words."""
        try:
            yield
        except sqlite3.Error as error:
            raise self._unusable(f"SQLite says: {error}.") from error

    def _unusable(self, why: str) -> UsageError:
        mend = "Name another file that ends in .sqlite."
        if "full" in why:
            mend = "Make room and run the same command again: it goes on where it stopped."
        elif "locked" in why:
            mend = "Wait for the other run to end."
        name = self.path or "The temporary store"
        return UsageError(f"{name} cannot be used.", why=why, mend=mend, code="store")
