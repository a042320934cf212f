"""Results in one SQLite file, each in a transaction of its own.

A run that is killed at any moment goes on where it was: a result is there whole or not at all.
Tables and views: schema.sql.
"""

from __future__ import annotations

import datetime
import json
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import skillgap
from skillgap.batch.database import Database
from skillgap.batch.findings import add_findings
from skillgap.batch.jobs import PASSING, Input, Record, Settings
from skillgap.jsontext import load_json
from skillgap.models import DEFAULT_LIMITS, POSTING, Taxonomy

_FLUSHED = 1000  # known inputs that are noted in one transaction
# What a run meets is marked with the newest run's number, so that none of several runs at once
# forgets what another one has found.
_NEWEST = "(SELECT max(id) FROM runs)"
_ENDINGS = (".sqlite", ".sqlite3", ".db")


def is_store(path: Path) -> bool:
    """Whether a name is that of a store."""
    return path.suffix.lower() in _ENDINGS


class Store(Database):
    """What runs keep and ask of a store; answers.py has the questions of people."""

    def __init__(self, path: Path | None, *, reading: bool = False) -> None:
        super().__init__(path, reading=reading)
        self._settings_id = self._run_id = 0
        self._older = 0  # the newest result that was there before this run
        self._limits = DEFAULT_LIMITS
        self._met: list[tuple[str]] = []

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
        self._limits = settings.limits
        with self.transaction():
            self._older = self.value("SELECT coalesce(max(id), 0) FROM analyses")
            key = json.dumps(kept)
            self._db.execute(
                "INSERT OR IGNORE INTO settings (key, tool_version, taxonomy_name,"
                " taxonomy_version, taxonomy_sha256, as_of, ocr) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (key, *kept.values()),
            )
            self._settings_id = self.value("SELECT id FROM settings WHERE key = ?", key)
            started = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
            self._db.executemany(
                "INSERT OR IGNORE INTO requirements VALUES (?, ?, ?, ?)",
                [
                    (self._settings_id, role.id, wanted.skill_id, wanted.importance.value)
                    for role in taxonomy.roles.values()
                    if role.kind != POSTING
                    for wanted in role.requirements
                ],
            )
            self._run_id = (
                self._db.execute(
                    "INSERT INTO runs (settings_id, started) VALUES (?, ?)",
                    (self._settings_id, started),
                ).lastrowid
                or 0
            )

    def last_settings(self) -> dict[str, str] | None:
        """What the last run worked with, by the names of the table `settings`; None before one."""
        rows = self.query(
            "SELECT s.* FROM runs r JOIN settings s ON s.id = settings_id"
            " ORDER BY r.id DESC LIMIT 1"
        )
        return dict(rows[0]) if rows else None

    def finish(self) -> None:
        """Note that the run came to its end."""
        self._flush()
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        with self.transaction():
            self._db.execute("UPDATE runs SET finished = ? WHERE id = ?", (now, self._run_id))

    def withdraw(self) -> None:
        """Take back a run that met no input: the results of the one before it count again."""
        with self.transaction():
            self._db.execute("DELETE FROM runs WHERE id = ?", (self._run_id,))

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
        if not rows or rows[0]["sha256"] is None or not self.has(rows[0]["sha256"]):
            return False
        self._met.append((item.source,))
        if len(self._met) >= _FLUSHED:
            self._flush()
        return True

    def _flush(self) -> None:
        with self.transaction():
            self._db.executemany(
                f"UPDATE sources SET run_id = {_NEWEST} WHERE source = ?", self._met
            )
        self._met.clear()

    def forget_gone(self, roots: Iterable[str]) -> int:
        """Forget the inputs at or below these paths (as `shown`) that this run did not meet, and
        every result that no input has any more. Gives back how many inputs there were."""
        self._flush()
        gone = 0
        with self.transaction():
            for root in roots:
                below = (f"{root.rstrip('/')}/", f"{root}!")
                gone += self._db.execute(
                    "DELETE FROM sources WHERE run_id < ? AND (source = ?"
                    " OR substr(source, 1, ?) = ? OR substr(source, 1, ?) = ?)",
                    (self._run_id, root, *(x for b in below for x in (len(b), b))),
                ).rowcount
            if gone:
                self._db.execute(
                    "DELETE FROM analyses WHERE sha256 NOT IN"
                    " (SELECT sha256 FROM sources WHERE sha256 IS NOT NULL)"
                )
        return gone

    def has(self, sha256: str) -> bool:
        """Whether a content has a result that stands. Failures that may pass do not, nor what a
        limit refused where this run has limits of its own."""
        rows = self.query(
            "SELECT code FROM analyses WHERE settings_id = ? AND sha256 = ?",
            self._settings_id, sha256,
        )  # fmt: skip
        if not rows:
            return False
        code = rows[0]["code"]
        return code not in PASSING and (code != "limit" or self._limits == DEFAULT_LIMITS)

    def outcome(self, source: str) -> tuple[bool, str | None, str | None]:
        """Whether an input's result is older than this run; the code and message of its failure,
        None and None for one that was read."""
        rows = self.query(
            "SELECT coalesce(a.id <= ?, 0) AS known,"
            " coalesce(a.code, s.code) AS code, coalesce(a.message, s.message) AS message"
            " FROM sources s LEFT JOIN analyses a ON a.sha256 = s.sha256 AND a.settings_id = ?"
            " WHERE s.source = ?",
            self._older, self._settings_id, source,
        )  # fmt: skip
        return (bool(rows[0]["known"]), *rows[0][1:]) if rows else (False, None, None)

    def add(self, item: Input, record: Record) -> None:
        """Keep one result, all of it or nothing; for a content that has one, only whose it is."""
        with self.transaction():
            if record.sha256 is not None:
                self._add_analysis(record)
            self._add_source(item, record)

    def adopt(self, item: Input, sha256: str) -> bool:
        """Keep that an input has a content whose result stands; gives back whether there is one.
        Another run may forget a result at any moment, but not one that an input has."""
        with self.transaction():
            if there := self.has(sha256):
                self._add_source(item, Record(item.source, sha256, "ok", 0.0))
        return there

    def _add_source(self, item: Input, record: Record) -> None:
        lost = record.sha256 is None
        self._db.execute(
            "INSERT OR REPLACE INTO sources (source, sha256, size, modified, code, message, run_id)"
            f" VALUES (?, ?, ?, ?, ?, ?, {_NEWEST})",
            (item.source, record.sha256, item.size, item.modified,
             record.code if lost else None, record.message if lost else None),
        )  # fmt: skip

    def _add_analysis(self, record: Record) -> None:
        assert record.sha256 is not None
        if self.has(record.sha256):
            return  # another run, or another input with the same bytes, was faster
        self._db.execute(
            "DELETE FROM analyses WHERE settings_id = ? AND sha256 = ?",
            (self._settings_id, record.sha256),
        )
        report = load_json(record.report) if record.report else None
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
            add_findings(self._db, analysis or 0, report)

    def report_of(self, analysis_id: int) -> dict[str, Any] | None:
        """The report of an analysis with every role; None for a failure."""
        packed = self.value("SELECT report FROM analyses WHERE id = ?", analysis_id)
        if packed is None:
            return None
        try:
            text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
            report: dict[str, Any] = load_json(text)
        except (zlib.error, ValueError) as error:
            raise self.damaged("A report in it is") from error
        return report
