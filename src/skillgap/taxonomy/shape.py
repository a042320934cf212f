"""The keys and types that a taxonomy's tables may have: the first half of the check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skillgap.taxonomy.tables import Table, Tables

# A key's type is written as an example value; keys in the second set must be there.
_TEXT, _TEXTS, _FLAG, _NUMBER = "", [""], False, 0
_TABLES: list[dict[str, object]] = [{}]
_LISTS: dict[str, list[str]] = {"": [""]}  # a table of lists of strings
_Shape = tuple[dict[str, object], frozenset[str]]

_SOURCE = {"document": _TEXT, "heading": _TEXT, "phrase": _TEXT}
_HEAD: _Shape = (
    {
        "name": _TEXT, "version": _TEXT, "licence": _TEXT, "anchors": _TEXTS,
        "prerequisites": _LISTS, "classes": _LISTS,
    },
    frozenset({"name", "version"}),
)  # fmt: skip
_DOCUMENT: _Shape = (
    {"id": _TEXT, "file": _TEXT, "title": _TEXT, "sha256": _TEXT, "headings": _TEXTS},
    frozenset({"id", "file", "title", "sha256", "headings"}),
)
_SKILL: _Shape = (
    {
        "id": _TEXT, "preferred_label": _TEXT, "alt_labels": _TEXTS, "hidden_labels": _TEXTS,
        "patterns": _TEXTS, "kind": _TEXT, "broader": _TEXTS, "origin": _TEXT,
        "provenance": _TABLES, "note": _TEXT, "guards": _TABLES,
    },
    frozenset({"id", "preferred_label", "kind", "origin"}),
)  # fmt: skip
_GUARD: _Shape = (
    {
        "labels": _TEXTS, "case": _FLAG, "listed": _FLAG, "cues": _TEXTS, "before": _TEXTS,
        "after": _TEXTS, "not_before": _TEXTS, "not_after": _TEXTS, "not_near": _TEXTS,
        "reason": _TEXT,
    },
    frozenset({"labels"}),
)  # fmt: skip
_ROLE: _Shape = (
    {
        "id": _TEXT, "preferred_label": _TEXT, "alt_labels": _TEXTS, "hidden_labels": _TEXTS,
        "kind": _TEXT, "summary": _TEXT, "responsibilities": _TEXTS, "provenance": _TABLES,
        "requirements": _TABLES, "salaries": _TABLES, "advice": _TABLES, "mentioned_only": _FLAG,
    },
    frozenset({"id", "preferred_label", "kind", "provenance"}),
)  # fmt: skip
_REQUIREMENT: _Shape = (
    {"skill": _TEXT, "importance": _TEXT, "provenance": _TABLES},
    frozenset({"skill", "importance", "provenance"}),
)
_SALARY: _Shape = (
    {"low": _NUMBER, "high": _NUMBER, "currency": _TEXT, **_SOURCE},
    frozenset({"currency", *_SOURCE}),
)
_ADVICE: _Shape = ({"text": _TEXT, **_SOURCE}, frozenset({"text", *_SOURCE}))
_SOURCE_SHAPE: _Shape = (dict(_SOURCE), frozenset(_SOURCE))


def shape_problems(tables: Tables) -> list[str]:
    """Unknown, missing and mistyped keys of every table, in file order."""
    return [
        *_shape(tables.head, _HEAD),
        *(p for table in tables.documents for p in _shape(table, _DOCUMENT)),
        *(p for table in tables.skills for p in _skill_shape(table)),
        *(p for table in tables.roles for p in _role_shape(table)),
    ]


def _kind_of(example: object) -> str:
    if isinstance(example, list):
        return "a list of tables" if isinstance(example[0], dict) else "a list of strings"
    if isinstance(example, dict):
        return "a table of lists of strings"
    return {bool: "true or false", int: "a whole number"}.get(type(example), "a string")


def _fits(value: object, example: object) -> bool:
    if isinstance(example, list):
        return isinstance(value, list) and all(type(v) is type(example[0]) for v in value)
    if isinstance(example, dict):
        return isinstance(value, dict) and all(_fits(v, _TEXTS) for v in value.values())
    return type(value) is type(example)


def _shape(table: Table, shape: _Shape, data: Any = None, inside: str = "") -> Iterator[str]:
    """Unknown, missing and mistyped keys of one table, or of a table inside it."""
    keys, required = shape
    data = table.data if data is None else data
    if not isinstance(data, dict):
        yield f"{table.at('')}: {data!r} stands where a table must be"
        return
    what = f"{inside}: " if inside else ""
    for key in sorted(required - data.keys()):
        yield f"{table.at(inside)}: {what}the key '{key}' is not there"
    for key, value in data.items():
        if key not in keys:
            yield f"{table.at(key)}: {what}unknown key '{key}' (known: {', '.join(keys)})"
        elif not _fits(value, keys[key]):
            yield f"{table.at(key)}: {what}'{key}' must be {_kind_of(keys[key])}"


def _inner(table: Table, key: str, shape: _Shape, data: Any = None) -> Iterator[str]:
    entries = (table.data if data is None else data).get(key, [])
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict):
            yield from _shape(table, shape, entry, key)


def _skill_shape(table: Table) -> Iterator[str]:
    yield from _shape(table, _SKILL)
    if not isinstance(table.data, dict):
        return
    yield from _inner(table, "provenance", _SOURCE_SHAPE)
    yield from _inner(table, "guards", _GUARD)


def _role_shape(table: Table) -> Iterator[str]:
    yield from _shape(table, _ROLE)
    if not isinstance(table.data, dict):
        return
    yield from _inner(table, "provenance", _SOURCE_SHAPE)
    yield from _inner(table, "requirements", _REQUIREMENT)
    yield from _inner(table, "salaries", _SALARY)
    yield from _inner(table, "advice", _ADVICE)
    for requirement in table.data.get("requirements", []):
        if isinstance(requirement, dict):
            yield from _inner(table, "provenance", _SOURCE_SHAPE, requirement)
