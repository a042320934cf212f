"""What a report says, as rows of the store's tables (schema.sql)."""

from __future__ import annotations

import sqlite3
from typing import Any


def add_findings(db: sqlite3.Connection, analysis: int, report: dict[str, Any]) -> None:
    """Keep coverages, skills with their evidence, and what was not counted, of one report."""
    counts = ("covered", "implied", "total")
    db.executemany(
        "INSERT INTO coverages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (analysis, role["id"], role["coverage"], role["fit"], role["near"],
             *(role[part][name] for part in ("essential", "optional") for name in counts))
            for role in report["roles"]
            if role["requirements"]
        ],
    )  # fmt: skip
    db.executemany(
        "INSERT INTO skills VALUES (?, ?, ?, ?, ?, ?)",
        [
            (analysis, skill["id"], skill["status"], skill["months"], skill["last_used"],
             skill["evidence"][0]["quote"])
            for skill in report["skills"]
        ],
    )  # fmt: skip
    db.executemany(
        "INSERT INTO not_counted VALUES (?, ?, ?, ?)",
        [
            (analysis, item["id"], item["reason"], item["evidence"][0]["quote"])
            for item in report["not_counted"]
        ],
    )
