"""The results of a store as one flat table, for CSV, XLSX and Parquet, and as JSON records.

One row a candidate and role, in order of rank, roles in the order given; then a row for each input
without a report, with the reason.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import IO, Any

from skillgap.batch.answers import Ranked, Team, failures, rank, tally
from skillgap.batch.likeness import with_alike
from skillgap.batch.store import Store
from skillgap.batch.targets import posting_data
from skillgap.models import POSTING, Taxonomy

# The names of the columns with their types.
COLUMNS: dict[str, type] = {
    "source": str,
    "status": str,
    "role": str,
    "rank": int,
    "coverage": float,
    "fit": float,
    "essential_shown": int,
    "essential_implied": int,
    "essential_total": int,
    "optional_shown": int,
    "optional_implied": int,
    "optional_total": int,
    "quality": str,
    "warnings": str,
    "same_as": str,
    "perhaps_same_as": str,
    "reason_code": str,
    "reason": str,
    "sha256": str,
}
Cell = str | int | float | None

# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, "CSV injection");
# the full-width signs are folded to plain ones by some.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def rows(store: Store, roles: tuple[str, ...]) -> Iterator[tuple[Cell, ...]]:
    """Every row, its cells in the order of COLUMNS. Texts stand as they are in the store."""
    said: dict[int, set[str]] = {}
    for role in roles:
        for item, likely in with_alike(store, rank(store, role), said):
            yield row(role, item, likely)
    empty = [None] * (len(COLUMNS) - 5)
    for lost in failures(store):
        yield (lost.source, lost.status, *empty, lost.code, lost.message, lost.sha256)


def row(role: str, item: Ranked, likely: tuple[str, ...]) -> tuple[Cell, ...]:
    """One candidate for one role; `likely` are perhaps the same person's (likeness.py)."""
    return (
        item.source,
        item.status,
        role,
        item.rank,
        item.coverage,
        item.fit,
        *(n for c in (item.essential, item.optional) for n in (c.covered, c.implied, c.total)),
        item.quality,
        "; ".join(item.warnings),
        "; ".join(item.also),
        "; ".join(likely),
        None,
        None,
        item.sha256,
    )


def write_rows(file: IO[str], found: Iterable[tuple[Cell, ...]]) -> None:
    """Rows with their head as CSV (RFC 4180); cells that could be formulas are defused."""
    write = csv.writer(file).writerow
    write(COLUMNS)
    for cells in found:
        write([defused(cell) if isinstance(cell, str) else cell for cell in cells])


def ranked_data(store: Store, role: str, ranked: Iterable[Ranked]) -> Iterator[dict[str, Any]]:
    """Candidates for one role as plain data."""
    return (_ranked_data(role, item, likely) for item, likely in with_alike(store, ranked))


def _ranked_data(role: str, item: Ranked, likely: tuple[str, ...]) -> dict[str, Any]:
    data: dict[str, Any] = dict(zip(COLUMNS, row(role, item, likely), strict=True))
    for name in ("reason_code", "reason"):
        del data[name]
    return data | {
        "tied": item.tied,
        "warnings": list(item.warnings),
        "same_as": list(item.also),
        "perhaps_same_as": list(likely),
    }


def summary_data(store: Store, roles: tuple[str, ...]) -> dict[str, Any]:
    """A whole batch as plain data: counts, rankings, failures."""
    counts = asdict(tally(store))
    counts["reasons"] = dict(counts["reasons"])
    del counts["seconds"]
    return {
        "inputs": counts,
        "roles": [
            {"role": role, "candidates": list(ranked_data(store, role, rank(store, role)))}
            for role in roles
        ],
        "failures": [asdict(lost) for lost in failures(store)],
    }


def team_data(store: Store, team: Team) -> dict[str, Any]:
    """A team as plain data."""
    return {
        "role": team.role.id,
        "coverage": round(team.coverage.coverage, 4),
        "members": list(ranked_data(store, team.role.id, team.members)),
        "requirements": [
            {
                "skill": held.requirement.skill_id,
                "alternatives": list(held.requirement.alternatives),
                "importance": held.requirement.importance.value,
                "shown_by": list(held.shown_by),
                "implied_by": list(held.implied_by),
            }
            for held in team.held
        ],
    }


def one_line(text: str) -> str:
    """Text without control characters and line breaks; everything else stands."""
    return _CONTROL.sub(" ", text)


def defused(text: str) -> str:
    """The same, and with an apostrophe before what a spreadsheet would take for a formula."""
    line = one_line(text)
    return f"'{line}" if line.lstrip().startswith(_FORMULA) else line


def records(store: Store, taxonomy: Taxonomy, roles: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """One JSON record an input, in order of name (docs/batch.schema.json)."""
    for found in store.stream("SELECT * FROM results ORDER BY source"):
        yield record(store, dict(found), taxonomy, roles)


def record_of(
    store: Store, source: str, taxonomy: Taxonomy, roles: tuple[str, ...]
) -> dict[str, Any] | None:
    """The record of one input; None if it has none."""
    found = store.query("SELECT * FROM results WHERE source = ?", source)
    return record(store, dict(found[0]), taxonomy, roles) if found else None


def record(
    store: Store, row: dict[str, Any], taxonomy: Taxonomy, roles: tuple[str, ...]
) -> dict[str, Any]:
    """A row of the view `results` as a record. Its report names the chosen roles only."""
    report = store.report_of(row["analysis_id"]) if row["analysis_id"] is not None else None
    if report is not None:
        report["resume"]["source"] = row["source"]  # the same bytes may lie in several places
        known = [role for role in report["roles"] if role["id"] in roles]
        postings = [taxonomy.roles[role] for role in roles if role in taxonomy.roles]
        added = [posting_data(report, r, taxonomy) for r in postings if r.kind == POSTING]
        report["roles"] = sorted([*added, *known], key=lambda role: -role["fit"])
    reason = None
    if row["code"] is not None:
        reason = {"code": row["code"], "message": row["message"]}
    return {
        "source": row["source"],
        "sha256": row["sha256"],
        "status": row["status"],
        "reason": reason,
        "seconds": row["seconds"] or 0.0,
        "report": report,
    }


def render_record(data: dict[str, Any]) -> str:
    """A record as one line. Only ASCII: no line break hides in it, and any pipe can carry it."""
    return json.dumps(data, separators=(",", ":")) + "\n"
