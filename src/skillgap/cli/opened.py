"""What most commands begin with: a resume, read and analyzed, and the roles that were named."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from skillgap.cli.options import load, open_resume
from skillgap.cli.values import parse_date
from skillgap.errors import UsageError
from skillgap.models import POSTING
from skillgap.words import source_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgap.isolation import Reading
    from skillgap.models import Coverage, GapReport, Ocr, Plan, Posting, Taxonomy
    from skillgap.pipeline import Analyzer


@dataclass(frozen=True, slots=True)
class Opened:
    """An analyzed resume; `roles` are the ids of the roles that were named, those of `postings`
    first."""

    analyzer: Analyzer
    report: GapReport
    roles: tuple[str, ...]
    postings: tuple[Posting, ...] = ()


def analyze_resume(
    resume: str,
    *,
    roles: Iterable[str] = (),
    postings: Sequence[str] = (),
    what_if: Sequence[str] = (),
    taxonomy: Path | None = None,
    as_of: str | None = None,
    password: str,
    ocr: Ocr,
    limit: list[str] | None = None,
) -> Opened:
    """Read a resume in a process of its own while spaCy is loaded, and analyze it.

    Postings are read the same way and become roles. `what_if` are names of skills to suppose,
    several in one with commas between.

    Raises UsageError for an unknown role, UnreadableError and MissingExtraError for a file.
    """
    from skillgap.pipeline import Analyzer
    from skillgap.resolve import find_roles, find_skills

    date = parse_date(as_of)
    if [resume, *postings].count("-") > 1:
        raise UsageError("Standard input can only be read once.", mend="Name a file instead of -.")
    with ExitStack() as stack:
        readings = [
            stack.enter_context(open_resume(source, password=password, ocr=ocr, limit=limit))
            for source in (resume, *postings)
        ]
        analyzer = Analyzer(load(taxonomy), as_of=date)
        found = [role.id for name in roles for role in find_roles(analyzer.taxonomy, name)]
        supposed = find_skills(analyzer.taxonomy, what_if)
        analyzer.warm_up()
        understood = _understood(analyzer, readings[1:])
        analyzer = analyzer.with_roles(*(posting.role for posting in understood))
        wanted = dict.fromkeys((*(posting.role.id for posting in understood), *found))
        report = analyzer.analyze_document(readings[0].document())
    if supposed:
        report = analyzer.suppose(report, supposed)
    return Opened(analyzer, report, tuple(wanted), understood)


def _understood(analyzer: Analyzer, readings: Sequence[Reading]) -> tuple[Posting, ...]:
    """Postings that are being read, each a role of its own. Says so where one asks for nothing."""
    found = tuple(
        analyzer.read_posting(reading.document(), POSTING if number == 1 else f"{POSTING}-{number}")
        for number, reading in enumerate(readings, 1)
    )
    for posting in found:
        if not posting.role.requirements:
            name = source_name(posting.document.source)
            typer.echo(
                f"note: {name} asks for nothing that this taxonomy knows: its coverage is 0%."
                " 'skillgap posting' shows how it was read.",
                err=True,
            )
    return found


def plan_in_full(
    opened: Opened, details: Sequence[Coverage], goal: float | None = None
) -> Plan | None:
    """The plan for the roles shown in full; those that ask for nothing need none."""
    from skillgap.plan import GOAL, make_plan

    taxonomy = opened.analyzer.taxonomy
    roles = [taxonomy.roles[coverage.role_id] for coverage in details if coverage.matches]
    if not roles:
        return None
    return make_plan(opened.report.profile, taxonomy, roles, GOAL if goal is None else goal)


def with_postings(
    folder: Path | None, postings: Sequence[str], *, password: str = "", ocr: Ocr
) -> tuple[Taxonomy, tuple[str, ...]]:
    """A taxonomy that knows the roles of postings, too, and their ids. Without any, spaCy is not
    loaded. Raises UnreadableError and MissingExtraError."""
    taxonomy = load(folder)
    if not postings:
        return taxonomy, ()
    from skillgap.pipeline import Analyzer

    with ExitStack() as stack:
        readings = [
            stack.enter_context(open_resume(source, password=password, ocr=ocr))
            for source in postings
        ]
        analyzer = Analyzer(taxonomy)
        roles = [posting.role for posting in _understood(analyzer, readings)]
    return analyzer.with_roles(*roles).taxonomy, tuple(role.id for role in roles)
