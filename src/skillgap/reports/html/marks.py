"""Where mentions stand in the resume's text, and the ids that lead there and back.

Ids are built of numbers and of the taxonomy's ids alone; nothing of a resume gets into one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from skillgap.evidence import excerpt, quote_span
from skillgap.models import (
    Coverage,
    GapReport,
    MatchStatus,
    Mention,
    RequirementMatch,
    Skill,
    Span,
    Status,
    Taxonomy,
)
from skillgap.reports.words import defused, place, printable

# What a status is called in classes and filters of the page.
NAMES = {MatchStatus.COVERED: "shown", MatchStatus.IMPLIED: "implied", MatchStatus.MISSING: "none"}

MOST_PLACES = 12  # quoted for one skill; the text beside the report has them all


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to highlight: one mention, or several that overlap."""

    id: str
    span: Span
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Evidence to show: a quotation in three pieces, where it stands, and the mark it leads to."""

    mark: str
    before: str
    surface: str
    after: str
    where: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What all parts of one page are made from."""

    report: GapReport
    taxonomy: Taxonomy
    details: tuple[Coverage, ...]
    marks: tuple[Mark, ...]
    ids: dict[Mention, str] = field(hash=False)  # of the mark that a mention lies in

    def label(self, skill_id: str) -> str:
        """A skill's name."""
        return printable(self.taxonomy.skills[skill_id].preferred_label)

    def skill(self, skill_id: str) -> Skill:
        """A skill of the taxonomy."""
        return self.taxonomy.skills[skill_id]


def make_frame(report: GapReport, taxonomy: Taxonomy, details: tuple[Coverage, ...]) -> Frame:
    """The frame of a report in which `details` are the roles shown in full."""
    marks = find_marks(report.mentions)
    ids = {mention: mark.id for mark in marks for mention in mark.mentions}
    return Frame(report, taxonomy, details, marks, ids)


def find_marks(mentions: tuple[Mention, ...]) -> tuple[Mark, ...]:
    """The marks of a text in order, numbered from t1. Claims come first where mentions overlap."""
    groups: list[tuple[Span, list[Mention]]] = []
    for mention in sorted(mentions, key=lambda m: (m.span, m.skill_id)):
        if groups and mention.span.start < groups[-1][0].end:
            span, group = groups[-1]
            groups[-1] = (Span(span.start, max(span.end, mention.span.end)), [*group, mention])
        else:
            groups.append((mention.span, [mention]))
    return tuple(
        Mark(f"t{number}", span, tuple(sorted(group, key=lambda m: m.status is not Status.CLAIMED)))
        for number, (span, group) in enumerate(groups, 1)
    )


def places(frame: Frame, mentions: tuple[Mention, ...], width: int = 160) -> tuple[Place, ...]:
    """Evidence in the order given, MOST_PLACES at most; a sentence that shows a skill several times
    is quoted once."""
    found: dict[Span, Place] = {}
    for mention in mentions:
        if len(found) == MOST_PLACES:
            break
        span = quote_span(frame.report.document, mention.span, width)
        if span not in found:
            found[span] = _place(frame, mention, width)
    return tuple(found.values())


def _place(frame: Frame, mention: Mention, width: int) -> Place:
    document = frame.report.document
    span = quote_span(document, mention.span, width)
    text = excerpt(document, mention, width)
    head = text.index(document.text[span.start : span.end])  # an ellipsis may stand before it
    start = head + mention.span.start - span.start
    end = start + mention.span.end - mention.span.start
    clean = defused(text)
    where = place(document, mention)
    return Place(frame.ids[mention], clean[:start], clean[start:end], clean[end:], where)


def named(match: RequirementMatch) -> tuple[str, ...]:
    """The ids of the skills that a requirement names: one, or several of which one will do."""
    return match.requirement.skill_id, *match.requirement.alternatives


def asked_skills(frame: Frame) -> frozenset[str]:
    """The ids of the skills that the roles shown in full ask for."""
    return frozenset(i for c in frame.details for match in c.matches for i in named(match))


def row_id(coverage: Coverage, match: RequirementMatch) -> str:
    """The id of a requirement's row in the part of its role."""
    return "-".join(("role", coverage.role_id, *named(match)))


def apart_id(skill_id: str) -> str:
    """The id of a skill's row among those seen and not counted."""
    return f"apart-{skill_id}"


def also_id(skill_id: str) -> str:
    """The id of a skill among those shown that no role in question asks for."""
    return f"also-{skill_id}"
