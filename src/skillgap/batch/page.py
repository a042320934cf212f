"""A batch and a team as one HTML page each, made from the page of the other HTML reports."""

from __future__ import annotations

from itertools import islice
from typing import Any

from skillgap.batch.answers import (
    Ranked,
    Team,
    closest_roles,
    coverages_of,
    failures,
    rank,
    skills_of,
    state_of,
    tally,
    targets_of,
    team,
)
from skillgap.batch.likeness import alike, alike_note
from skillgap.batch.names import listed, short_names
from skillgap.batch.store import Store
from skillgap.batch.summary import counts_line, holders_line, many
from skillgap.models import MatchStatus, Taxonomy
from skillgap.reports.html import render_page
from skillgap.reports.html.charts import heat
from skillgap.reports.words import requirement_label

_MOST = 500  # candidates in a table and failures in the list: a page that a browser opens at once
_BESIDE = 30  # candidates beside each other in a heat map
_ROLES = 6  # roles beside each other
_SIGNS = {
    MatchStatus.COVERED: "shown",
    MatchStatus.IMPLIED: "implied",
    MatchStatus.MISSING: "none",
}


def render_batch_page(store: Store, taxonomy: Taxonomy, roles: tuple[str, ...]) -> str:
    """Rankings and heat maps for some roles (ids); of very many roles, those that are closest."""
    counts = tally(store)
    picked = roles if len(roles) <= _ROLES else closest_roles(store, roles, _ROLES)
    beside = (*picked, *(r for r in closest_roles(store, targets_of(taxonomy), _ROLES)
                         if r not in picked))[:_ROLES]  # fmt: skip
    parts = [_role(store, taxonomy, team(store, taxonomy.roles[role])) for role in picked]
    ranked = tuple(islice(rank(store, picked[0]), _MOST)) if picked else ()
    return render_page(
        "batch.html.j2",
        title="Candidates by role",
        kicker="batch",
        lede=counts_line(counts),
        team=None,
        matrix=_matrix(store, taxonomy, beside, ranked, counts.candidates),
        roles=parts,
        failures=tuple(islice(failures(store), _MOST)),
        more_failures=max(counts.unreadable + counts.failed - _MOST, 0),
        taxonomy=taxonomy,
        as_of=_as_of(store),
    )


def render_team_page(store: Store, taxonomy: Taxonomy, found: Team, chosen: str = "") -> str:
    """What a group covers together, where it has one person only, where nobody. `chosen` says who
    is counted, where that is not everybody."""
    names = short_names([member.source for member in found.members])
    parts = []
    for title, held in (
        ("Nobody", found.held_by(0, 0)),
        ("One person only", found.held_by(1, 1)),
        ("Several", found.held_by(2)),
    ):
        items = [
            {
                "label": requirement_label(one.requirement, taxonomy),
                "importance": one.requirement.importance.value,
                "names": holders_line(one, names),
            }
            for one in held
        ]
        if items:
            parts.append({"title": title, "held": items})
    return render_page(
        "batch.html.j2",
        title=f"Team: {found.role.preferred_label}",
        kicker="team",
        lede=chosen or many(len(found.members), "candidate"),
        team={"percent": f"{found.coverage.coverage:.0%}", "parts": parts},
        matrix=None,
        roles=[_role(store, taxonomy, found)],
        failures=(),
        taxonomy=taxonomy,
        as_of=_as_of(store),
    )


def _as_of(store: Store) -> str:
    last = store.last_settings()
    return last["as_of"] if last else ""


def _role(store: Store, taxonomy: Taxonomy, found: Team) -> dict[str, Any]:
    """One role's ranking, and its skills by the first candidates."""
    names = short_names([s for one in found.members for s in (one.source, *one.also)])
    first, shown_rows = found.members[:_BESIDE], found.members[:_MOST]
    likely = alike(store, shown_rows)
    skills = [skills_of(store, member.analysis_id) for member in first]
    rows = [
        {
            "label": requirement_label(held.requirement, taxonomy),
            "importance": held.requirement.importance.value,
            "cells": [_SIGNS[state_of(of_one, held.requirement)] for of_one in skills],
        }
        for held in found.held
    ]
    return {
        "id": f"role-{found.role.id}",
        "label": found.role.preferred_label,
        "rows": [_ranked(one, names, likely.get(one.source, ())) for one in shown_rows],
        "more": max(len(found.members) - _MOST, 0),
        "map": {
            "names": [names[m.source] for m in first],
            "rows": rows if first else [],
            "more": len(found.members) - len(first),
        },
    }


def _ranked(item: Ranked, names: dict[str, str], likely: tuple[str, ...]) -> dict[str, str]:
    notes = [f"same as {listed([names[s] for s in item.also])}"] if item.also else []
    notes += [alike_note([names[s] for s in likely])] if likely else []
    notes += ["reading doubtful"] if item.quality == "doubtful" else []
    return {
        "place": item.place,
        "name": names[item.source],
        "percent": f"{item.coverage:.0%}",
        "essential": str(item.essential),
        "optional": str(item.optional),
        "notes": "; ".join((*notes, *item.warnings)),
    }


def _matrix(
    store: Store, taxonomy: Taxonomy, roles: tuple[str, ...], ranked: tuple[Ranked, ...], total: int
) -> dict[str, Any] | None:
    """Roles by candidates, the first of `total`; None for nobody."""
    names = short_names([item.source for item in ranked])
    rows = []
    for item in ranked:
        shares = coverages_of(store, item.analysis_id)
        cells = [(shares.get(role, 0.0)) for role in roles]
        rows.append(
            {
                "name": names[item.source],
                "cells": [{"level": heat(share), "text": f"{share:.0%}"} for share in cells],
            }
        )
    labels = [taxonomy.roles[role].preferred_label for role in roles]
    return {"roles": labels, "rows": rows, "more": total - len(rows)} if rows else None
