"""A job posting as it was understood."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.models.document import Document, Span
from skillgap.models.taxonomy import Importance, Role

POSTING = "posting"  # the kind of a role that a posting describes, and its sources' document


@dataclass(frozen=True, slots=True)
class Asked:
    """One place where a posting asks for a skill, or for one of several.

    `span` covers the words that name it, `statement` the sentence or list item around them; `rule`
    says why it counts as essential or optional. `months` is the length of experience asked for.
    """

    skill_ids: tuple[str, ...]
    importance: Importance
    span: Span
    statement: Span
    rule: str
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting and the role that it describes; `asked` are the places behind its requirements, in
    order of the text."""

    document: Document
    role: Role
    asked: tuple[Asked, ...]
