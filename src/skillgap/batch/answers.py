"""Questions to a store, answered without reading a resume again: rankings, teams, failures."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from skillgap.batch.store import Store
from skillgap.coverage import cover_role, target_roles
from skillgap.models import (
    Coverage,
    Importance,
    MatchStatus,
    ProfileEntry,
    Requirement,
    Role,
    SkillProfile,
    Taxonomy,
)

_STATES = {"claimed": MatchStatus.COVERED, "implied": MatchStatus.IMPLIED}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many requirements of one importance are shown, implied, and asked for."""

    covered: int
    implied: int
    total: int

    def __str__(self) -> str:
        if not self.total:
            return "–"
        return f"{self.covered}" + (f"+{self.implied}" if self.implied else "") + f"/{self.total}"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One candidate's place for one role.

    Candidates with the same coverage share a rank and are `tied`; the next rank is as much lower.
    `also` are the inputs that hold the same words. `warnings` are codes.
    """

    rank: int
    tied: bool
    source: str
    also: tuple[str, ...]
    analysis_id: int
    sha256: str
    status: str
    coverage: float
    fit: float
    essential: Counts
    optional: Counts
    quality: str
    warnings: tuple[str, ...]

    @property
    def place(self) -> str:
        """The rank as people write it: "=3" for a tie."""
        return f"={self.rank}" if self.tied else str(self.rank)


@dataclass(frozen=True, slots=True)
class Lost:
    """An input without a report: `status` is unreadable or failed."""

    source: str
    sha256: str | None
    status: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the inputs; `reasons` counts failures by code. `seconds` is reading time."""

    inputs: int
    candidates: int
    ok: int
    doubtful: int
    unreadable: int
    failed: int
    reasons: tuple[tuple[str, int], ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Held:
    """One requirement across a team: who shows it, who shows only something narrower or related."""

    requirement: Requirement
    shown_by: tuple[str, ...]
    implied_by: tuple[str, ...]

    @property
    def holders(self) -> tuple[str, ...]:
        """Everybody with evidence, those who show it first."""
        return self.shown_by + self.implied_by


@dataclass(frozen=True, slots=True)
class Team:
    """What a group covers together: a skill counts as shown if anybody shows it."""

    role: Role
    members: tuple[Ranked, ...]
    coverage: Coverage
    held: tuple[Held, ...]

    def held_by(self, least: int, most: int | None = None) -> tuple[Held, ...]:
        """The requirements with evidence from that many members."""
        return tuple(
            held
            for held in self.held
            if least <= len(held.holders) and (most is None or len(held.holders) <= most)
        )


def rank(
    store: Store, role: str, *, min_coverage: float = 0.0, require: tuple[str, ...] = ()
) -> Iterator[Ranked]:
    """The candidates for a role, best first, ties in order of name.

    min_coverage  between 0 and 1
    require       ids of skills that have to be shown or implied, all of them

    Ranks count among the candidates that pass.
    """
    also = _copies(store)
    wanted = (
        " AND EXISTS (SELECT 1 FROM skills k WHERE k.analysis_id = r.analysis_id AND skill = ?)"
    )
    rows = store.stream(
        "SELECT r.*, a.sha256, a.warnings, c.text_sha256, rank() OVER byCoverage AS place,"
        " count(*) OVER (PARTITION BY r.coverage) AS sharing"
        " FROM role_coverage r JOIN analyses a ON a.id = r.analysis_id"
        " JOIN candidates c ON c.analysis_id = r.analysis_id"
        f" WHERE r.role = ? AND r.coverage >= ?{wanted * len(require)}"
        " WINDOW byCoverage AS (ORDER BY r.coverage DESC) ORDER BY r.coverage DESC, r.source",
        role, min_coverage, *require,
    )  # fmt: skip
    for row in rows:
        yield _ranked(row, also)


def _ranked(row: sqlite3.Row, also: Mapping[str, tuple[str, ...]]) -> Ranked:
    parts = ("covered", "implied", "total")
    return Ranked(
        rank=row["place"],
        tied=row["sharing"] > 1,
        source=row["source"],
        also=tuple(s for s in also.get(row["text_sha256"], ()) if s != row["source"]),
        analysis_id=row["analysis_id"],
        sha256=row["sha256"],
        status=row["status"],
        coverage=row["coverage"],
        fit=row["fit"],
        essential=Counts(*(row[f"essential_{part}"] for part in parts)),
        optional=Counts(*(row[f"optional_{part}"] for part in parts)),
        quality=row["quality"],
        warnings=tuple(dict.fromkeys(w["code"] for w in json.loads(row["warnings"]))),
    )


def _copies(store: Store) -> dict[str, tuple[str, ...]]:
    """The inputs of each text that came more than once."""
    rows = store.query(
        "SELECT text_sha256, source FROM results WHERE text_sha256 IN"
        " (SELECT text_sha256 FROM candidates WHERE inputs > 1) ORDER BY source"
    )
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row["text_sha256"]] = (*found.get(row["text_sha256"], ()), row["source"])
    return found


def failures(store: Store) -> Iterator[Lost]:
    """The inputs without a report, in order of name."""
    rows = store.stream(
        "SELECT source, sha256, status, code, message FROM results"
        " WHERE status IN ('unreadable', 'failed') ORDER BY source"
    )
    for row in rows:
        yield Lost(*row)


def tally(store: Store) -> Tally:
    """What became of the inputs."""
    rows = store.query("SELECT status, count(*) AS n FROM results GROUP BY status")
    by_status = {row["status"]: row["n"] for row in rows}
    reasons = store.query(
        "SELECT code, count(*) AS n FROM failures GROUP BY code ORDER BY n DESC, code"
    )
    (candidates,) = store.query("SELECT count(*) AS n FROM candidates")
    (time,) = store.query("SELECT coalesce(sum(seconds), 0.0) AS n FROM results")
    return Tally(
        inputs=sum(by_status.values()),
        candidates=candidates["n"],
        reasons=tuple((row["code"], row["n"]) for row in reasons),
        seconds=time["n"],
        **{name: by_status.get(name, 0) for name in ("ok", "doubtful", "unreadable", "failed")},
    )


def targets_of(taxonomy: Taxonomy) -> tuple[str, ...]:
    """The ids of the roles that a candidate can be near."""
    return tuple(role.id for role in target_roles(taxonomy))


def closest_roles(store: Store, roles: tuple[str, ...], top: int) -> tuple[str, ...]:
    """Of these roles, those that fit the most candidates best: by the sum of their fits."""
    rows = store.query("SELECT role, sum(fit) AS n FROM role_coverage GROUP BY role")
    fits = {row["role"]: row["n"] for row in rows}
    return tuple(sorted(roles, key=lambda role: (-fits.get(role, 0.0), role))[:top])


def skills_of(store: Store, analysis_id: int) -> dict[str, MatchStatus]:
    """What one candidate shows or implies."""
    rows = store.query("SELECT skill, status FROM skills WHERE analysis_id = ?", analysis_id)
    return {row["skill"]: _STATES[row["status"]] for row in rows}


def coverages_of(store: Store, analysis_id: int) -> dict[str, float]:
    """One candidate's coverage of every role."""
    temporary = "SELECT count(*) FROM sqlite_temp_master WHERE name = 'all_coverages'"
    table = "all_coverages" if store.value(temporary) else "coverages"  # see targets.py
    rows = store.query(f"SELECT role, coverage FROM {table} WHERE analysis_id = ?", analysis_id)
    return {row["role"]: row["coverage"] for row in rows}


def state_of(skills: Mapping[str, MatchStatus], requirement: Requirement) -> MatchStatus:
    """What a candidate with these skills has of a requirement: of alternatives the best."""
    named = (requirement.skill_id, *requirement.alternatives)
    states = {skills.get(skill) for skill in named}
    return next(
        (state for state in (MatchStatus.COVERED, MatchStatus.IMPLIED) if state in states),
        MatchStatus.MISSING,
    )


def team(store: Store, role: Role, members: tuple[Ranked, ...] | None = None) -> Team:
    """What candidates of a store cover of a role together; without `members` all of them."""
    members = tuple(rank(store, role.id)) if members is None else members
    counted = {member.source for member in members}
    holders: dict[tuple[str, MatchStatus], list[str]] = {}
    rows = store.stream(
        "SELECT skill, skill_evidence.status AS status, source FROM skill_evidence ORDER BY source"
    )
    for row in rows:
        if row["source"] in counted:
            holders.setdefault((row["skill"], _STATES[row["status"]]), []).append(row["source"])

    def by(requirement: Requirement, state: MatchStatus) -> tuple[str, ...]:
        named = (requirement.skill_id, *requirement.alternatives)
        return tuple(sorted({s for skill in named for s in holders.get((skill, state), ())}))

    held = []
    for requirement in sorted(
        role.requirements, key=lambda r: list(Importance).index(r.importance)
    ):
        shown = by(requirement, MatchStatus.COVERED)
        implied = by(requirement, MatchStatus.IMPLIED)
        known = set(shown)  # of alternatives one may be shown and another implied
        held.append(Held(requirement, shown, tuple(s for s in implied if s not in known)))
    entries = (
        ProfileEntry(skill, implied=(skill, MatchStatus.COVERED) not in holders, evidence=())
        for skill in dict.fromkeys(skill for skill, _ in holders)
    )
    together = SkillProfile(tuple(entries), ())
    return Team(role, members, cover_role(together, role, {}), tuple(held))
