"""What most commands begin with: a resume, read and analyzed, and the roles that were named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.cli.options import load, open_resume, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.models import GapReport, Ocr
    from skillgap.pipeline import Analyzer


@dataclass(frozen=True, slots=True)
class Opened:
    """An analyzed resume; `roles` are the ids of the roles that were named."""

    analyzer: Analyzer
    report: GapReport
    roles: tuple[str, ...]


def analyze_resume(
    resume: str,
    *,
    roles: Iterable[str] = (),
    taxonomy: Path | None = None,
    as_of: str | None = None,
    password: str,
    ocr: Ocr,
    limit: list[str] | None = None,
) -> Opened:
    """Read a resume in a process of its own while spaCy is loaded, and analyze it.

    Raises UsageError for an unknown role, UnreadableError and MissingExtraError for the resume.
    """
    from skillgap.pipeline import Analyzer
    from skillgap.resolve import find_roles

    date = parse_date(as_of)
    with open_resume(resume, password=password, ocr=ocr, limit=limit) as reading:
        analyzer = Analyzer(load(taxonomy), as_of=date)
        found = (role.id for name in roles for role in find_roles(analyzer.taxonomy, name))
        wanted = tuple(dict.fromkeys(found))
        analyzer.warm_up()
        return Opened(analyzer, analyzer.analyze_document(reading.document()), wanted)
