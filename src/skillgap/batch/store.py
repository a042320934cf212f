"""Results in one SQLite file, each in a transaction of its own.

A run that is killed at any moment goes on where it was: a result is there whole or not at all.
Tables and views: schema.sql.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import skillgap
from skillgap.batch.jobs import PASSING, Input, Record, Settings
from skillgap.errors import UsageError
from skillgap.models import Taxonomy

VERSION = 1
APPLICATION = 0x736B6770  # "skgp": what `file` and other tools may know a store by
_WAIT = 60.0  # seconds that one run waits for another one's transaction
_ENDINGS = (".sqlite", ".sqlite3", ".db")


def is_store(path: Path) -> bool:
    """Whether a name is that of a store."""
    return path.suffix.lower() in _ENDINGS


class Store:
    """A store that is open. Close it, or use it in a `with` statement.

    One connection serves all threads, one at a time. Every method raises UsageError where the
    file cannot be used: no store, a newer one, a full disk, no permission.
    """

    def __init__(self, path: Path, *, must_exist: bool = False) -> None:
        self.path = path
        if must_exist and not path.is_file():
            raise UsageError(
                f"There is no file {path}.",
                mend="Make one with: skillgap batch FOLDER -o results.sqlite",
                code="missing",
            )
        self._lock = threading.RLock()
        self._settings_id = self._run_id = 0
        with self._border():
            self._db = sqlite3.connect(
                path, timeout=_WAIT, isolation_level=None, check_same_thread=False
            )
        try:
            with self._border():
                self._open()
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def _open(self) -> None:
        found = self._value("PRAGMA user_version")
        foreign = self._value("PRAGMA application_id") != APPLICATION
        used = self._value("SELECT count(*) FROM sqlite_master")
        if used and foreign:
            raise self._unusable("It is a database of another program.")
        if found > VERSION:
            raise self._unusable("It was written by a newer version of skillgap.")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")  # a result that was reported outlives a crash
        self._db.execute("PRAGMA foreign_keys = ON")
        if not used:
            self._create()

    def _create(self) -> None:
        script = resources.files("skillgap.batch").joinpath("schema.sql").read_text("utf-8")
        with self._transaction():
            if self._value("SELECT count(*) FROM sqlite_master"):
                return  # another run was faster
            for statement in script.split(";\n"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {VERSION}")
            self._db.execute(f"PRAGMA application_id = {APPLICATION}")

    def begin(self, settings: Settings, taxonomy: Taxonomy) -> None:
        """Start a run: results count for these settings from now on."""
        kept = {
            "tool_version": skillgap.__version__,
            "taxonomy_name": taxonomy.name,
            "taxonomy_version": taxonomy.version,
            "taxonomy_sha256": taxonomy.sha256,
            "as_of": settings.as_of,
            "ocr": settings.ocr,
        }
        with self._transaction():
            key = json.dumps(kept)
            self._db.execute(
                "INSERT OR IGNORE INTO settings (key, tool_version, taxonomy_name,"
                " taxonomy_version, taxonomy_sha256, as_of, ocr) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (key, *kept.values()),
            )
            self._settings_id = self._value("SELECT id FROM settings WHERE key = ?", key)
            started = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
            self._run_id = (
                self._db.execute(
                    "INSERT INTO runs (settings_id, started) VALUES (?, ?)",
                    (self._settings_id, started),
                ).lastrowid
                or 0
            )

    def finish(self) -> None:
        """Note that the run came to its end."""
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        with self._transaction():
            self._db.execute("UPDATE runs SET finished = ? WHERE id = ?", (now, self._run_id))

    def is_current(self, item: Input) -> bool:
        """Whether an input is unchanged and its result is there, so that it need not be opened.

        If so, it belongs to this run, too.
        """
        if item.size is None or item.modified is None:
            return False
        rows = self.query(
            "SELECT sha256 FROM sources WHERE source = ? AND size = ? AND modified = ?",
            item.source, item.size, item.modified,
        )  # fmt: skip
        return bool(rows) and rows[0]["sha256"] is not None and self.has(rows[0]["sha256"])

    def has(self, sha256: str) -> bool:
        """Whether a content has a result that stands. Failures that may pass do not."""
        rows = self.query(
            "SELECT code FROM analyses WHERE settings_id = ? AND sha256 = ?",
            self._settings_id, sha256,
        )  # fmt: skip
        return bool(rows) and rows[0]["code"] not in PASSING

    def add(self, item: Input, record: Record) -> None:
        """Keep one result, all of it or nothing."""
        with self._transaction():
            if record.sha256 is not None:
                self._add_analysis(record)
            self._add_source(item, record)

    def link(self, item: Input, sha256: str) -> None:
        """Keep that an input has a content whose result is there."""
        with self._transaction():
            self._add_source(item, Record(item.source, sha256, "ok", 0.0))

    def _add_source(self, item: Input, record: Record) -> None:
        lost = record.sha256 is None
        self._db.execute(
            "INSERT OR REPLACE INTO sources (source, sha256, size, modified, code, message, run_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (item.source, record.sha256, item.size, item.modified,
             record.code if lost else None, record.message if lost else None, self._run_id),
        )  # fmt: skip

    def _add_analysis(self, record: Record) -> None:
        assert record.sha256 is not None
        if self.has(record.sha256):
            return  # another run, or another input with the same bytes, was faster
        self._db.execute(
            "DELETE FROM analyses WHERE settings_id = ? AND sha256 = ?",
            (self._settings_id, record.sha256),
        )
        report = json.loads(record.report) if record.report else None
        resume = report["resume"] if report else {}
        warnings = json.dumps(resume.get("warnings", []), ensure_ascii=False)
        text = record.report or ""
        packed = zlib.compress(text.encode("utf-8", "surrogatepass")) if report else None
        analysis = self._db.execute(
            "INSERT INTO analyses (settings_id, sha256, status, code, message, seconds, format,"
            " pages, words, quality, warnings, text_sha256, report)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self._settings_id, record.sha256, record.status, record.code, record.message,
             record.seconds, resume.get("format"), resume.get("pages"), resume.get("words"),
             resume.get("quality"), warnings, record.text_sha256, packed),
        ).lastrowid  # fmt: skip
        if report:
            self._add_findings(analysis or 0, report)

    def _add_findings(self, analysis: int, report: dict[str, Any]) -> None:
        counts = ("covered", "implied", "total")
        self._db.executemany(
            "INSERT INTO coverages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (analysis, role["id"], role["coverage"], role["fit"], role["near"],
                 *(role[part][name] for part in ("essential", "optional") for name in counts))
                for role in report["roles"]
                if role["requirements"]
            ],
        )  # fmt: skip
        self._db.executemany(
            "INSERT INTO skills VALUES (?, ?, ?, ?, ?, ?)",
            [
                (analysis, skill["id"], skill["status"], skill["months"], skill["last_used"],
                 skill["evidence"][0]["quote"])
                for skill in report["skills"]
            ],
        )  # fmt: skip
        self._db.executemany(
            "INSERT INTO not_counted VALUES (?, ?, ?, ?)",
            [
                (analysis, item["id"], item["reason"], item["evidence"][0]["quote"])
                for item in report["not_counted"]
            ],
        )

    def report_of(self, analysis_id: int) -> dict[str, Any] | None:
        """The report of an analysis with every role; None for a failure."""
        packed = self._value("SELECT report FROM analyses WHERE id = ?", analysis_id)
        if packed is None:
            return None
        report: dict[str, Any] = json.loads(
            zlib.decompress(packed).decode("utf-8", "surrogatepass")
        )
        return report

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
            yield from cursor

    def _value(self, sql: str, *values: object) -> Any:
        row = self._db.execute(sql, values).fetchone()
        return row[0] if row else None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._border(), self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

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
        return UsageError(f"{self.path} cannot be used.", why=why, mend=mend, code="store")
