"""Find a role or skill by what a user types: its id or any label; a typo gets suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from skillgap.errors import UsageError
from skillgap.models import Role, Skill, Taxonomy
from skillgap.words import label_key

_Concept = TypeVar("_Concept", Role, Skill)


def find_role(taxonomy: Taxonomy, name: str) -> Role:
    """The role with this id or label. Raises UsageError with the nearest names, and for a family
    of roles with those of the family."""
    family = find_family(taxonomy, name)
    if family:
        raise UsageError(
            f"'{name}' is a family of {len(family)} roles, and one role is asked for.",
            mend=f"Name one of {', '.join(role.id for role in family)}.",
            code="family",
        )
    return _find(taxonomy.roles, name, "role", "skillgap roles")


def find_roles(taxonomy: Taxonomy, name: str) -> tuple[Role, ...]:
    """The role with this id or label; for the name of a family ("technical"), all its roles that
    ask for something. Raises UsageError with the nearest names."""
    family = tuple(role for role in find_family(taxonomy, name) if role.requirements)
    return family or (find_role(taxonomy, name),)


def find_family(taxonomy: Taxonomy, name: str) -> tuple[Role, ...]:
    """The roles of the family with this name ("technical"); none where a role or nothing has it."""
    if name in taxonomy.roles:
        return ()
    kind = name.strip().casefold()
    return tuple(role for role in taxonomy.roles.values() if role.kind == kind)


def find_skill(taxonomy: Taxonomy, name: str) -> Skill:
    """The skill with this id or label. Raises UsageError with the nearest names."""
    return _find(taxonomy.skills, name, "skill", "skillgap skills")


def find_skills(taxonomy: Taxonomy, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of skills by their ids or labels, several in one text with commas between, each once.

    Raises UsageError with the nearest names, and for a text without any.
    """
    found: list[str] = []
    for name in names:
        parts = [part.strip() for part in name.split(",") if part.strip()]
        if not parts:
            raise UsageError(
                "A list of skills is empty.",
                mend="Name skills with commas between: python,sql. 'skillgap skills' lists them.",
            )
        found += (find_skill(taxonomy, part).id for part in parts)
    return tuple(dict.fromkeys(found))


def _find(concepts: dict[str, _Concept], name: str, kind: str, listing: str) -> _Concept:
    if name in concepts:
        return concepts[name]
    keys = _keys(concepts)
    for key in (label_key(name), label_key(name.lower())):
        if key in keys:
            return concepts[keys[key]]
    near = get_close_matches(label_key(name.lower()), keys, n=8, cutoff=0.6)
    ids = list(dict.fromkeys(keys[key] for key in near))[:3]
    mend = f"Did you mean {' or '.join(ids)}?" if ids else f"'{listing}' lists all of them."
    raise UsageError(
        f"There is no {kind} '{name}' in this taxonomy.", mend=mend, code=f"unknown-{kind}"
    )


def _keys(concepts: Mapping[str, Role | Skill]) -> dict[str, str]:
    """The ids by every id and label, as they are compared."""
    keys: dict[str, str] = {}
    for id_, concept in concepts.items():
        for label in (id_, *concept.labels()):
            keys.setdefault(label_key(label), id_)
            keys.setdefault(label_key(label.lower()), id_)
    return keys
