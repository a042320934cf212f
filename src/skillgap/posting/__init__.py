"""A job posting -> a role: what it asks for, in its own words, essential and optional told apart.

The same extractor finds the skills; here it is decided which of them are asked for, how strongly
(`importance.py`), which are alternatives (`alternatives.py`), and what the taxonomy does not know
(`unknown.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from skillgap.errors import UnreadableError
from skillgap.models import (
    POSTING,
    Asked,
    Document,
    Importance,
    Mention,
    Posting,
    Quality,
    Requirement,
    Role,
    Source,
    Span,
    Status,
    Taxonomy,
)
from skillgap.posting.alternatives import group
from skillgap.posting.importance import importance_of
from skillgap.posting.parts import Statement, divide
from skillgap.posting.unknown import find_unknown
from skillgap.stated import find_stated
from skillgap.words import printable, source_name

UNTITLED = "Job posting"
_TITLE_LENGTH = 80  # characters


def understand(
    document: Document, mentions: Sequence[Mention], taxonomy: Taxonomy, role_id: str = POSTING
) -> Posting:
    """What a posting asks for. `mentions` are those of the document, judged as a posting's.

    Raises UnreadableError for a document whose text cannot be trusted.
    """
    if document.quality is Quality.UNREADABLE:
        raise UnreadableError(
            f"The text of {document.source} cannot be read.",
            why=" ".join(warning.message for warning in document.warnings),
            mend="Copy the posting's text into a .txt file.",
            code="unreadable",
        )
    title, statements = divide(document)
    claimed = [m for m in mentions if m.status is Status.CLAIMED]
    months = {s.skill_id: s.months for s in find_stated(document.text, tuple(claimed))}
    asked = tuple(
        ask
        for statement in statements
        for ask in _asked(document.text, statement, claimed, taxonomy, months)
    )
    known = [m.span for m in mentions if m.status is not Status.ORDINARY]
    return Posting(
        document=document,
        role=Role(
            id=role_id,
            preferred_label=_title(title),
            kind=POSTING,
            provenance=(Source(POSTING, "", title or document.source),),
            summary=f"A job posting, read from {source_name(document.source)}.",
            requirements=_requirements(document.text, statements, asked),
            unknown=find_unknown(document.text, statements, known),
        ),
        asked=asked,
    )


def find_words(text: str, words: str) -> Span | None:
    """Where a text says the same words, whatever their case and the space between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    match = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
    return Span(match.start(), match.end()) if match else None


def _title(title: str) -> str:
    label = printable(title) or UNTITLED
    return label if len(label) <= _TITLE_LENGTH else f"{label[:_TITLE_LENGTH]}…"


def _asked(
    text: str,
    statement: Statement,
    mentions: Sequence[Mention],
    taxonomy: Taxonomy,
    months: dict[str, int],
) -> Iterable[Asked]:
    first = bisect_left(mentions, statement.label, key=_start)
    last = bisect_left(mentions, statement.span.end, lo=first, key=_start)
    inside = [m for m in mentions[first:last] if m.span.end <= statement.span.end]
    for members in group(text, inside, taxonomy):
        span = Span(members[0].span.start, members[-1].span.end)
        verdict = importance_of(text, statement, span)
        if verdict is None:
            continue
        ids = tuple(dict.fromkeys(m.skill_id for m in members))
        lengths = [months[skill_id] for skill_id in ids if skill_id in months]
        importance, rule = verdict
        yield Asked(ids, importance, span, statement.span, rule, max(lengths, default=None))


def _start(mention: Mention) -> int:
    return mention.span.start


def _requirements(
    text: str, statements: Sequence[Statement], asked: Sequence[Asked]
) -> tuple[Requirement, ...]:
    """Each skill once, as strongly as it is asked for anywhere, in order of the text."""
    headings = {statement.span: statement.heading for statement in statements}
    found: dict[str, Requirement] = {}
    groups: list[set[str]] = []
    order = sorted(asked, key=lambda a: (a.importance is Importance.OPTIONAL, len(a.skill_ids) > 1))
    for ask in order:
        quote = printable(text[ask.statement.start : ask.statement.end])
        source = Source(POSTING, printable(headings[ask.statement]), quote)
        alone = len(ask.skill_ids) == 1
        if not alone and any(known.issubset(ask.skill_ids) for known in groups):
            continue  # "Python or R", and Python is asked for in any case
        groups.append(set(ask.skill_ids))
        first = next((s for s in ask.skill_ids if s not in found), None)
        if first is not None:
            others = tuple(s for s in ask.skill_ids if s != first)
            found[first] = Requirement(first, ask.importance, (source,), others, ask.months)
        elif alone and source not in found[ask.skill_ids[0]].provenance:
            old = found[ask.skill_ids[0]]
            found[old.skill_id] = Requirement(
                old.skill_id, old.importance, (*old.provenance, source), old.alternatives,
                old.months or ask.months,
            )  # fmt: skip
    place = {id_: at for at, ask in enumerate(reversed(asked)) for id_ in ask.skill_ids}
    return tuple(sorted(found.values(), key=lambda r: -place[r.skill_id]))
