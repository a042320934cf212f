"""Roles that a store was not filled with: those of job postings, held against what it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from skillgap.batch.store import Store
from skillgap.coverage import count_of, cover_role, rarity_of
from skillgap.models import Importance, ProfileEntry, Role, SkillProfile, Taxonomy
from skillgap.reports.data import role_covered

# For the time that the store is open, its questions see these coverages beside its own.
_SHADOWS = (
    "CREATE TEMP TABLE IF NOT EXISTS posting_coverages AS SELECT * FROM main.coverages WHERE 0",
    "CREATE TEMP VIEW IF NOT EXISTS all_coverages AS"
    " SELECT * FROM main.coverages UNION ALL SELECT * FROM posting_coverages",
    "CREATE TEMP VIEW IF NOT EXISTS role_coverage AS SELECT * FROM main.role_coverage UNION ALL"
    " SELECT c.source, c.status, c.quality, v.* FROM main.candidates c"
    " JOIN posting_coverages v USING (analysis_id)",
)


def hold_against(store: Store, role: Role, taxonomy: Taxonomy) -> None:
    """Hold every candidate against a role, from the skills in the store: no resume is read.

    The answers about this role last until the store is closed. `taxonomy` knows the role.
    """
    rarity = rarity_of(taxonomy)
    with store.transaction():
        for statement in _SHADOWS:
            store.write(statement)
        store.write("DELETE FROM posting_coverages WHERE role = ?", [(role.id,)])
        marks = ", ".join("?" * 11)
        store.write(
            f"INSERT INTO posting_coverages VALUES ({marks})",
            (_row(analysis, profile, role, rarity) for analysis, profile in _profiles(store)),
        )


def posting_data(report: dict[str, Any], role: Role, taxonomy: Taxonomy) -> dict[str, Any]:
    """A stored report's coverage of such a role, in the form of its other roles."""
    profile = SkillProfile(
        tuple(
            ProfileEntry(skill["id"], skill["status"] == "implied", (), tuple(skill["via"]))
            for skill in report["skills"]
        ),
        (),
    )
    return role_covered(cover_role(profile, role, rarity_of(taxonomy), taxonomy.anchors), taxonomy)


def _profiles(store: Store) -> Iterator[tuple[int, SkillProfile]]:
    """What every candidate shows, without the evidence."""
    rows = store.query(
        "SELECT c.analysis_id, k.skill, k.status FROM candidates c"
        " LEFT JOIN skills k USING (analysis_id) ORDER BY c.analysis_id"
    )
    for analysis, group in groupby(rows, key=lambda row: int(row["analysis_id"])):
        entries = tuple(
            ProfileEntry(row["skill"], row["status"] == "implied", ())
            for row in group
            if row["skill"] is not None
        )
        yield analysis, SkillProfile(entries, ())


def _row(
    analysis: int, profile: SkillProfile, role: Role, rarity: dict[str, float]
) -> tuple[object, ...]:
    coverage = cover_role(profile, role, rarity)
    counts = [n for importance in Importance for n in count_of(coverage, importance)]
    shares = (round(coverage.coverage, 4), round(coverage.fit, 4))
    return (analysis, role.id, *shares, coverage.near, *counts)
