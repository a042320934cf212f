"""A SQLite file that is a store: opened, checked, asked, and its errors in our words."""

from __future__ import annotations

import os
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
_ANOTHER = "Name another file that ends in .sqlite."
_DAMAGED = "Remove it and run batch again: nothing else is in it."
_BROKEN = {
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_IOERR: "Name a store on another disk; network drives often cannot hold one.",
}
# What SQLite says of a file or a folder that it may not write to.
_CLOSED = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
_PAUSE = 0.02  # seconds between two attempts where SQLite does not wait itself


class Database:
    """A store that is open. Close it, or use it in a `with` statement. Without a path it is a
    temporary one, which the system removes however the process ends. With `reading` the file has to
    be there and is asked only; it and its folder may be closed to writing.

    One connection serves all threads, one at a time. Every method raises UsageError where the
    file cannot be used: no store, a newer one, a full disk, no permission.
    """

    def __init__(self, path: Path | None, *, reading: bool = False) -> None:
        self.path = path
        self._reading = reading
        if path is not None and path.exists() and not path.is_file():
            raise UsageError(f"{path} is no ordinary file.", mend=_ANOTHER, code="store")
        if reading and path is not None and not path.exists():
            raise UsageError(
                f"There is no file {path}.",
                mend="Make one with: skillgap batch FOLDER -o results.sqlite",
                code="missing",
            )
        self._lock = threading.RLock()
        self._db = self._connect(str(path or ""))
        try:
            self._open()
        except BaseException:
            self._db.close()
            raise

    def check_kept(self) -> None:
        """Raise UsageError where the file was taken away while it was open: SQLite goes on without
        a word, and what it wrote is lost."""
        if self.path is not None and not self.path.exists():
            raise UsageError(
                f"{self.path} was removed while it was in use.",
                why="The results of this run are not kept.",
                mend="Run the same command again.",
                code="store",
            )

    def _connect(self, name: str, *, uri: bool = False) -> sqlite3.Connection:
        with self._border():
            return sqlite3.connect(
                name, timeout=_WAIT, isolation_level=None, check_same_thread=False, uri=uri
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def _open(self) -> None:
        with self._border():
            if self._reading:
                self._open_for_reading()
            # First whether it is used: once its tables are there, so are its marks.
            used = self.value("SELECT count(*) FROM sqlite_master")
            if used and self.value("PRAGMA application_id") != APPLICATION:
                raise self._unusable("It is a database of another program.")
            if self.value("PRAGMA user_version") > VERSION:
                raise self._unusable("It was written by a newer version of skillgap.")
            if self._reading:
                if not used:
                    raise self._unusable("It is empty.")
                return
            self._write_ahead()
            self._db.execute("PRAGMA synchronous = FULL")  # what was reported outlives a crash
            self._db.execute("PRAGMA foreign_keys = ON")
            if not used:
                self._create()

    def _open_for_reading(self) -> None:
        """SQLite makes files beside one that is written ahead, also to read it. Where it cannot,
        the file is taken as it stands, if nobody has written anything that is not yet in it."""
        assert self.path is not None
        try:
            self._db.execute("SELECT count(*) FROM sqlite_master")
        except sqlite3.Error as error:
            ahead = self._ahead()
            waiting = ahead.exists() and ahead.stat().st_size
            if _code(error) not in _CLOSED or waiting:
                raise self._refused(error) from error
            self._db.close()
            self._db = self._connect(f"{self.path.absolute().as_uri()}?immutable=1", uri=True)

    def _ahead(self) -> Path:
        """Where SQLite keeps what was written last."""
        assert self.path is not None
        path = self.path.resolve()
        return path.with_name(f"{path.name}-wal")

    def _write_ahead(self) -> None:
        """Let others read while one writes. For this change SQLite does not wait by itself: two
        runs that both make it could wait for each other."""
        until = time.monotonic() + _WAIT
        while True:
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
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
        with self._border(), self._lock:
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
            raise self._refused(error) from error
        except UnicodeDecodeError as error:  # in SQLite's own message, which quotes the file
            raise self.damaged("Its tables are") from error

    def damaged(self, what: str) -> UsageError:
        """The error for a file that something has written into."""
        return self._unusable(f"{what} damaged.", _DAMAGED)

    def _refused(self, error: sqlite3.Error) -> UsageError:
        code = _code(error)
        why = f"SQLite says: {error}."
        if code == sqlite3.SQLITE_FULL:
            mend = "Make room and run the same command again: it goes on where it stopped."
            elsewhere = "Name a store on a disk that has room: -o results.sqlite"
            return self._unusable(why, mend if self.path else elsewhere)
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return self._unusable(why, "Wait for the other run to end.")
        if code in _BROKEN:
            return self._unusable(why, _BROKEN[code])
        if code not in _CLOSED or self.path is None:
            return self._unusable(why)
        if not self.path.parent.is_dir():
            return self._unusable(f"There is no folder {self.path.parent}.", "Make it first.")
        if self.path.exists() and not os.access(self.path, os.R_OK):
            return self._unusable(
                "Its permissions forbid it.", "Change them, or name another file."
            )
        why = f"{why} The file or its folder is closed to writing."
        if self._reading:  # what was written last waits to be put into the file
            ahead = self._ahead().name
            return self._unusable(why, f"Copy it and {ahead} to a folder of yours.")
        return self._unusable(why, "Open both to writing, or name a store elsewhere.")

    def _unusable(self, why: str, mend: str = _ANOTHER) -> UsageError:
        name = self.path or "The temporary store"
        return UsageError(f"{name} cannot be used.", why=why, mend=mend, code="store")


def _code(error: sqlite3.Error) -> int:
    """SQLite's main code of an error; 0 for what Python's module itself finds wrong."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
