"""Roles that a resume names as the person's own titles."""

from __future__ import annotations

import re
from functools import lru_cache

from skillgap.models import BlockKind, Document, Section, SectionKind, Taxonomy
from skillgap.words import fold

_WORD = re.compile(r"[^\W_]+")
_PLACES = frozenset({SectionKind.BASICS, SectionKind.SUMMARY, SectionKind.WORK})
_MAX_WORDS = 16  # a title line; longer blocks are prose, which may speak of others


def held_roles(
    document: Document, sections: tuple[Section, ...], taxonomy: Taxonomy
) -> frozenset[str]:
    """The ids of roles whose title stands in a short line above or among the jobs.

    List items do not count ("worked with machine learning engineers"), nor do longer lines.
    """
    lines = []
    for block in document.blocks:
        text = document.text[block.span.start : block.span.end]
        section = next((s for s in sections if block.span.start in s.span), None)
        kind = section.kind if section else SectionKind.BASICS
        if block.kind in (BlockKind.BULLET, BlockKind.HIDDEN, BlockKind.FURNITURE):
            continue
        if kind in _PLACES and len(text.split()) <= _MAX_WORDS:
            lines.append(f"{_folded(text)}\n")
    titles = "".join(lines)
    return frozenset(
        role for role, labels in _titles(taxonomy) if any(label in titles for label in labels)
    )


@lru_cache(maxsize=4)  # the same for every resume
def _titles(taxonomy: Taxonomy) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each role's id and its titles, folded."""
    roles = taxonomy.roles.values()
    return tuple((role.id, tuple(map(_folded, role.labels()))) for role in roles)


def _folded(text: str) -> str:
    """The words of a text between spaces, so that one title is found only as whole words."""
    return f" {' '.join(fold(word) for word in _WORD.findall(text))} "
