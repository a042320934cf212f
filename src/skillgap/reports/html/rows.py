"""The parts of the page about roles: requirements with their evidence, the sum, the matrix."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.coverage import CREDITS, WEIGHTS, count_of
from skillgap.models import (
    POSTING,
    Coverage,
    Importance,
    MatchStatus,
    ProfileEntry,
    Requirement,
    RequirementMatch,
    Source,
)
from skillgap.reports.html.charts import Bar, coverage_bar
from skillgap.reports.html.marks import NAMES, Frame, Place, named, places, row_id
from skillgap.reports.words import (
    IMPORTANCE_WORDS,
    best_mention,
    form_note,
    nothing_asked,
    printable,
    requirement_label,
    time_note,
    unknown_note,
    years_asked,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for a skill: a document's title, the heading, the phrase."""

    document: str
    heading: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement. `chain` are the skills from the claimed one to it, if it is implied."""

    id: str
    label: str
    status: str
    note: str
    chain: tuple[str, ...]
    evidence: tuple[Place, ...]
    asked: tuple[Asked, ...]
    asks: str


@dataclass(frozen=True, slots=True)
class Group:
    """The requirements of one importance: shown ones first, then by how many documents ask."""

    title: str
    counts: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One importance in the sum behind a coverage."""

    name: str
    weight: str
    shown: int
    implied: int
    total: int
    earned: str
    possible: str


@dataclass(frozen=True, slots=True)
class Sum:
    """How a coverage comes about."""

    terms: tuple[Term, ...]
    earned: str
    possible: str
    share: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in the chart. `href` leads to its part, where it has one."""

    id: str
    label: str
    percent: str
    bar: Bar
    counts: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role shown in full."""

    head: RoleRow
    summary: str
    groups: tuple[Group, ...]
    gaps: tuple[Row, ...]  # the essential ones
    advice: tuple[str, ...]
    nothing: str
    unknown: tuple[tuple[str, str], ...]
    sum: Sum


@dataclass(frozen=True, slots=True)
class Cell:
    """A role's interest in a skill: its importance, "" where it does not ask."""

    importance: str
    role: str


@dataclass(frozen=True, slots=True)
class Line:
    """A skill in the matrix, with one cell a role."""

    label: str
    status: str
    cells: tuple[Cell, ...]
    wanted: int  # roles that ask for it


def role_row(frame: Frame, coverage: Coverage) -> RoleRow:
    """A role in the chart of coverages."""
    role = frame.taxonomy.roles[coverage.role_id]
    return RoleRow(
        id=role.id,
        label=printable(role.preferred_label),
        percent=f"{coverage.coverage:.0%}",
        bar=coverage_bar(coverage),
        counts=tuple(filter(None, (_count_words(coverage, i) for i in Importance))),
        href=f"#role-{role.id}" if coverage in frame.details else "",
    )


def _count_words(coverage: Coverage, importance: Importance) -> str:
    covered, implied, total = count_of(coverage, importance)
    if not total:
        return ""
    also = f" and {implied} implied" if implied else ""
    return f"{covered} shown{also} of {total} {IMPORTANCE_WORDS[importance]}"


def role_view(frame: Frame, coverage: Coverage) -> RoleView:
    """A role in full."""
    role = frame.taxonomy.roles[coverage.role_id]
    essential, *others = (_group(frame, coverage, importance) for importance in Importance)
    return RoleView(
        head=role_row(frame, coverage),
        summary=printable(role.summary),
        groups=tuple(group for group in (essential, *others) if group.rows),
        gaps=tuple(row for row in essential.rows if row.status == NAMES[MatchStatus.MISSING]),
        advice=tuple(printable(advice.text) for advice in role.advice),
        nothing=nothing_asked(role),
        unknown=tuple(
            (printable(ask.words), unknown_note(ask, frame.report.document)) for ask in role.unknown
        ),
        sum=_sum(coverage),
    )


def _group(frame: Frame, coverage: Coverage, importance: Importance) -> Group:
    order = list(MatchStatus)
    matches = [m for m in coverage.matches if m.requirement.importance is importance]
    matches.sort(key=lambda m: (order.index(m.status), -m.requirement.documents))
    statuses = [match.status for match in matches]
    return Group(
        title=IMPORTANCE_WORDS[importance],
        counts=tuple((NAMES[s], statuses.count(s)) for s in order if s in statuses),
        rows=tuple(_row(frame, coverage, match) for match in matches),
    )


def _row(frame: Frame, coverage: Coverage, match: RequirementMatch) -> Row:
    requirement, entry = match.requirement, match.entry
    chain: tuple[str, ...] = ()
    evidence: tuple[Place, ...] = ()
    note = ""
    if entry is not None:
        best = best_mention(entry.evidence)
        evidence = places(frame, (best, *(m for m in entry.evidence if m != best)))
        if entry.implied:
            chain = tuple(frame.label(i) for i in (*entry.via, entry.skill_id))
        else:
            form = form_note(best, frame.skill(entry.skill_id))
            note = "; ".join(filter(None, (form, time_note(entry), years_asked(requirement))))
    return Row(
        id=row_id(coverage, match),
        label=printable(requirement_label(requirement, frame.taxonomy)),
        status=NAMES[match.status],
        note=note,
        chain=chain,
        evidence=evidence,
        asked=tuple(_asked(frame, source) for source in requirement.provenance),
        asks=_asks(requirement),
    )


def _asks(requirement: Requirement) -> str:
    if any(source.document == POSTING for source in requirement.provenance):
        return "the posting asks for it"
    count = requirement.documents
    return "1 document asks for it" if count == 1 else f"{count} documents ask for it"


def _asked(frame: Frame, source: Source) -> Asked:
    titles = {document.id: document.title for document in frame.taxonomy.documents}
    document = titles.get(source.document, source.document)
    return Asked(printable(document), printable(source.heading), printable(source.phrase))


def _sum(coverage: Coverage) -> Sum:
    terms, earned, possible = [], 0.0, 0.0
    for importance in Importance:
        covered, implied, total = count_of(coverage, importance)
        if not total:
            continue
        weight = WEIGHTS[importance]
        credit = covered * CREDITS[MatchStatus.COVERED] + implied * CREDITS[MatchStatus.IMPLIED]
        earned, possible = earned + weight * credit, possible + weight * total
        terms.append(
            Term(
                IMPORTANCE_WORDS[importance], f"{weight:g}", covered, implied, total,
                f"{weight * credit:g}", f"{weight * total:g}",
            )
        )  # fmt: skip
    return Sum(tuple(terms), f"{earned:g}", f"{possible:g}", f"{coverage.coverage:.3f}")


def matrix(frame: Frame, ranking: tuple[Coverage, ...]) -> tuple[Line, ...]:
    """Every skill that a role of the ranking asks for, most wanted first, then in taxonomy order.

    Empty with fewer than two roles: there is nothing to hold side by side.
    """
    if len(ranking) < 2:
        return ()
    by_role = [{i: m for m in coverage.matches for i in named(m)} for coverage in ranking]
    profile = {entry.skill_id: entry for entry in frame.report.profile.entries}
    lines = []
    for skill_id in frame.taxonomy.skills:
        asking = [matches[skill_id] for matches in by_role if skill_id in matches]
        if not asking:
            continue
        essential = sum(m.requirement.importance is Importance.ESSENTIAL for m in asking)
        cells = tuple(
            Cell(_importance(matches.get(skill_id)), coverage.role_id)
            for coverage, matches in zip(ranking, by_role, strict=True)
        )
        status = NAMES[_status(profile.get(skill_id))]
        line = Line(frame.label(skill_id), status, cells, len(asking))
        lines.append(((-len(asking), -essential), line))
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def _importance(match: RequirementMatch | None) -> str:
    return "" if match is None else IMPORTANCE_WORDS[match.requirement.importance]


def _status(entry: ProfileEntry | None) -> MatchStatus:
    if entry is None:
        return MatchStatus.MISSING
    return MatchStatus.IMPLIED if entry.implied else MatchStatus.COVERED
