"""Every fault of a taxonomy, each as `file:line: what is wrong`. Nothing is repaired or skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from skillgap.models import Importance, Origin, Status
from skillgap.patterns import pattern_faults
from skillgap.taxonomy.shape import shape_problems
from skillgap.taxonomy.tables import Table, Tables
from skillgap.words import label_forms, label_key

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REASONS = frozenset({Status.ORDINARY.value, Status.NAME.value, Status.SPOKEN.value})


def problems_of(tables: Tables) -> list[str]:
    """All faults, in file order within each kind; an empty list says that the taxonomy is sound.

    Shape first: where keys or types are wrong, only that is reported, since what a malformed
    table refers to cannot be known.
    """
    shape = shape_problems(tables)
    if shape:
        return shape
    return [
        *_ids(tables),
        *_labels(tables.skills, "skill"),
        *_labels(tables.roles, "role"),
        *_anchors(tables),
        *_prerequisites(tables),
        *_skills(tables),
        *_broader_cycles(tables),
        *_roles(tables),
    ]


def _ids(tables: Tables) -> Iterator[str]:
    for kind, group in (
        ("document", tables.documents),
        ("skill", tables.skills),
        ("role", tables.roles),
    ):
        seen: dict[str, Table] = {}
        for table in group:
            id_ = table.data["id"]
            if not _ID.fullmatch(id_):
                yield f"{table.at('id')}: the {kind} id '{id_}' is not kebab-case"
            if id_ in seen:
                yield f"{table.at('id')}: the {kind} id '{id_}' is taken by {seen[id_].at('id')}"
            seen.setdefault(id_, table)


def _all_labels(table: Table) -> list[str]:
    data = table.data
    lists = (data.get("alt_labels", []), data.get("hidden_labels", []))
    return [data["preferred_label"], *lists[0], *lists[1]]


def _labels(group: tuple[Table, ...], kind: str) -> Iterator[str]:
    seen: dict[str, Table] = {}
    for table in group:
        own: set[str] = set()
        for label in _all_labels(table):
            where = table.at(f'"{label}"')
            keys = label_forms(label)
            others = (seen[key] for key in keys if key in seen and seen[key] is not table)
            other = next(others, None)
            if not label.strip():
                yield f"{where}: an empty label"
            elif label in own:
                yield f"{where}: the label '{label}' stands twice in {table.data['id']}"
            elif other is not None:
                yield (
                    f"{where}: the label '{label}' of {kind} {table.data['id']} "
                    f"is claimed by {other.data['id']} too ({other.at(label)})"
                )
            own.add(label)
            for key in keys:
                seen.setdefault(key, table)


def _sources(table: Table, tables: Tables, data: Any = None) -> Iterator[str]:
    headings = {t.data["id"]: t.data["headings"] for t in tables.documents}
    for source in (table.data if data is None else data).get("provenance", []):
        yield from _source(table, source, headings)


def _source(table: Table, source: dict[str, str], headings: dict[str, list[str]]) -> Iterator[str]:
    document, heading = source["document"], source["heading"]
    if document not in headings:
        yield f"{table.at(document)}: unknown document '{document}'"
    elif heading not in headings[document]:
        yield f"{table.at(heading)}: document '{document}' has no heading '{heading}'"
    if not source["phrase"].strip():
        yield f"{table.at(heading)}: an empty phrase"


def _anchors(tables: Tables) -> Iterator[str]:
    known = {table.data["id"] for table in tables.skills}
    for anchor in tables.head.data.get("anchors", []):
        if anchor not in known:
            yield f"{tables.head.at('anchors')}: unknown skill '{anchor}' in anchors"


def _skills(tables: Tables) -> Iterator[str]:
    known = {table.data["id"] for table in tables.skills}
    for table in tables.skills:
        data, origin = table.data, table.data["origin"]
        yield from _sources(table, tables)
        for broader in data.get("broader", []):
            if broader not in known:
                yield f"{table.at('broader')}: unknown skill '{broader}' in broader"
        if origin not in {o.value for o in Origin}:
            yield f"{table.at('origin')}: origin must be document or curated, not '{origin}'"
        elif origin == Origin.DOCUMENT and not data.get("provenance"):
            yield f"{table.at('id')}: {data['id']} comes from a document and names none"
        elif origin == Origin.CURATED and not data.get("broader"):
            yield f"{table.at('id')}: {data['id']} is curated and has no broader skill"
        yield from _patterns(table, tables)
        yield from _guards(table)


def _patterns(table: Table, tables: Tables) -> Iterator[str]:
    classes = tables.head.data.get("classes", {})
    for pattern in table.data.get("patterns", []):
        for fault in pattern_faults(pattern, classes):
            yield f"{table.at(pattern)}: the pattern '{pattern}' {fault}"


def _guards(table: Table) -> Iterator[str]:
    own = {label_key(label) for label in _all_labels(table)}
    for guard in table.data.get("guards", []):
        reason = guard.get("reason", Status.ORDINARY.value)
        if reason not in _REASONS:
            known = ", ".join(sorted(_REASONS))
            yield f"{table.at(reason)}: a guard's reason is one of {known}"
        for label in guard["labels"]:
            if label_key(label) not in own:
                yield f"{table.at(label)}: guards '{label}', which {table.data['id']} does not have"


def _prerequisites(tables: Tables) -> Iterator[str]:
    known = {table.data["id"] for table in tables.skills}
    wanted = tables.head.data.get("prerequisites", {})
    for skill, first in wanted.items():
        for id_ in (skill, *first):
            if id_ not in known:
                yield f"{tables.head.at(f'{skill} =')}: unknown skill '{id_}' in prerequisites"
    for cycle in _cycles(wanted):
        where = tables.head.at(f"{cycle[0]} =")
        yield f"{where}: prerequisites run in a circle: {' > '.join(cycle)}"


def _broader_cycles(tables: Tables) -> Iterator[str]:
    by_id = {table.data["id"]: table for table in tables.skills}
    for cycle in _cycles({id_: table.data.get("broader", []) for id_, table in by_id.items()}):
        where = by_id[cycle[0]].at("broader")
        yield f"{where}: broader runs in a circle: {' > '.join(cycle)}"


def _cycles(edges: dict[str, list[str]]) -> Iterator[list[str]]:
    """Every cycle of a graph once, told from its first node in the order of the keys."""
    done: set[str] = set()
    for start in edges:
        path: list[str] = []
        stack = [(start, 0)]
        while stack:
            node, index = stack.pop()
            if index == 0 and node in path:
                yield [*path[path.index(node) :], node]
                continue
            if index == 0 and (node in done or node not in edges):
                continue
            if index == 0:
                path.append(node)
            if index < len(edges[node]):
                stack += [(node, index + 1), (edges[node][index], 0)]
            else:
                path.pop()
                done.add(node)


def _roles(tables: Tables) -> Iterator[str]:
    origins = {table.data["id"]: table.data["origin"] for table in tables.skills}
    headings = {t.data["id"]: t.data["headings"] for t in tables.documents}
    for table in tables.roles:
        data = table.data
        yield from _sources(table, tables)
        if not data["provenance"]:
            yield f"{table.at('id')}: {data['id']} names no document"
        for entry in (*data.get("salaries", []), *data.get("advice", [])):
            yield from _source(table, entry, headings)
        yield from _requirements(table, tables, origins)


def _requirements(table: Table, tables: Tables, origins: dict[str, str]) -> Iterator[str]:
    data = table.data
    requirements = data.get("requirements", [])
    seen: set[str] = set()
    if bool(requirements) == data.get("mentioned_only", False):
        state = "is marked mentioned_only and has" if requirements else "has no"
        mend = "" if requirements else "; mark it mentioned_only = true"
        yield f"{table.at('id')}: {data['id']} {state} requirements{mend}"
    for requirement in requirements:
        skill, importance = requirement["skill"], requirement["importance"]
        where = table.at(f'"{skill}"')
        yield from _sources(table, tables, requirement)
        if skill not in origins:
            yield f"{where}: {data['id']} requires the unknown skill '{skill}'"
        elif origins[skill] != Origin.DOCUMENT:
            yield f"{where}: {data['id']} requires '{skill}', which no document names"
        if importance not in {i.value for i in Importance}:
            yield f"{where}: importance must be essential or optional, not '{importance}'"
        if skill in seen:
            yield f"{where}: {data['id']} requires '{skill}' twice"
        if not requirement["provenance"]:
            yield f"{where}: the requirement '{skill}' of {data['id']} names no document"
        seen.add(skill)
