"""The whole way from a file to a report: the one class that most callers need.

from skillgap import Analyzer

analyzer = Analyzer()
report = analyzer.analyze("resume.pdf")
for coverage in report.coverages[:3]:
    print(coverage.role_id, f"{coverage.coverage:.0%}")
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from skillgap.compare import compare
from skillgap.context import judge_posting
from skillgap.coverage import cover_roles, target_roles
from skillgap.entries import date_warnings, find_entries
from skillgap.errors import UnreadableError
from skillgap.held import held_roles
from skillgap.learned import load_weights
from skillgap.mentions import MentionFinder, finder_of
from skillgap.models import (
    DEFAULT_LIMITS,
    POSTING,
    Comparison,
    Coverage,
    Document,
    Explanation,
    GapReport,
    Limits,
    Mention,
    Month,
    Ocr,
    Posting,
    Quality,
    Role,
    Section,
    SectionKind,
    Span,
    Taxonomy,
    WhatIf,
)
from skillgap.profile import build_profile, supposing
from skillgap.readers import read, read_bytes
from skillgap.sections import find_sections
from skillgap.stated import find_stated
from skillgap.taxonomy import load_taxonomy
from skillgap.trust import judged


class Analyzer:
    """Analyzes resumes against one taxonomy. Build one and use it for many resumes.

    taxonomy  the skills and roles to look for; without one, those that ship with skillgap
    as_of     the date that "present" means; without one, today. The same input, taxonomy,
              version and date give the same report, byte for byte.
    limits    what one file may cost; see skillgap.models.Limits

    Building is cheap; spaCy is imported when the first resume is analyzed.
    """

    def __init__(
        self,
        taxonomy: Taxonomy | None = None,
        *,
        as_of: datetime.date | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self.taxonomy = taxonomy or load_taxonomy()
        self.as_of = as_of or datetime.date.today()
        self.limits = limits

    @cached_property
    def _finder(self) -> MentionFinder:
        return finder_of(self.taxonomy)

    def with_roles(self, *roles: Role) -> Analyzer:
        """An analyzer that knows these roles, too: those of postings."""
        known = {**self.taxonomy.roles, **{role.id: role for role in roles}}
        self.warm_up()  # roles do not change what is found: both use one index of labels
        other = copy(self)
        other.taxonomy = replace(self.taxonomy, roles=known)
        return other

    def warm_up(self) -> None:
        """Load what the first resume would load: spaCy, the index of labels, the weights."""
        _ = self._finder
        load_weights()

    def analyze(
        self, path: str | Path, *, password: str = "", ocr: Ocr | str = Ocr.AUTO
    ) -> GapReport:
        """Read one file and hold it against every role.

        The file is read in this process; `skillgap.isolation.read_isolated` reads hostile files in
        one of their own, for `analyze_document`.
        `ocr` says when pictures of text are read: "auto" (pages without text, where the extra
        `ocr` is installed), "never", "always". Raises UnreadableError if the file cannot be read
        (missing, damaged, encrypted), and MissingExtraError for a scan without the extra.
        """
        return self.analyze_document(
            read(Path(path), password=password, ocr=ocr, limits=self.limits)
        )

    def analyze_bytes(
        self, data: bytes, *, source: str = "-", password: str = "", ocr: Ocr | str = Ocr.AUTO
    ) -> GapReport:
        """The same for the content of a file; `source` is what reports call it."""
        return self.analyze_document(
            read_bytes(data, source, password=password, ocr=ocr, limits=self.limits)
        )

    def analyze_document(self, document: Document) -> GapReport:
        """The same for a document that was read before.

        Raises UnreadableError for a document whose text cannot be trusted at all: coverage of
        nonsense would read as gaps.
        """
        if document.quality is Quality.UNREADABLE:
            raise UnreadableError(
                f"The text of {document.source} cannot be read.",
                why=" ".join(warning.message for warning in document.warnings),
                mend="Export the resume again, with embedded fonts and real text.",
                code="unreadable",
            )
        sections = find_sections(document)
        document = judged(document, sections)
        entries = find_entries(document, sections)
        found = date_warnings(document, sections)
        document = replace(document, warnings=(*document.warnings, *found))
        month = Month(self.as_of.year, self.as_of.month)
        mentions = self.mentions(document, sections)
        stated = find_stated(document.text, mentions)
        profile = build_profile(mentions, entries, self.taxonomy, month, stated)
        return GapReport(
            document=document,
            sections=sections,
            entries=entries,
            mentions=mentions,
            profile=profile,
            coverages=cover_roles(
                profile, self.taxonomy, held_roles(document, sections, self.taxonomy)
            ),
            as_of=self.as_of.isoformat(),
        )

    def mentions(
        self, document: Document, sections: tuple[Section, ...] | None = None
    ) -> tuple[Mention, ...]:
        """Every mention in a document, claimed or not, in order of position."""
        if sections is None:
            sections = find_sections(document)
        return self._finder.find(document, sections)

    def read_posting(self, document: Document, role_id: str = POSTING) -> Posting:
        """What a job posting asks for, as a role of its own with this id, for `with_roles`.

        Raises UnreadableError for a document whose text cannot be trusted.
        """
        from skillgap.posting import understand

        whole = Section(SectionKind.OTHER, "", Span(0, len(document.text)))
        mentions = self._finder.find(document, (whole,), judge_posting)
        return understand(document, mentions, self.taxonomy, role_id)

    def ranking(
        self, report: GapReport, roles: tuple[str, ...] = (), top: int | None = None
    ) -> tuple[Coverage, ...]:
        """Coverages in order of fit: of the named roles, else of all that can be near.

        Without names those are ranked that somebody can be near (see `target_roles`).
        """
        wanted = roles or tuple(role.id for role in target_roles(self.taxonomy))
        chosen = [coverage for coverage in report.coverages if coverage.role_id in wanted]
        return tuple(chosen[:top])

    def suppose(self, report: GapReport, skills: Sequence[str]) -> GapReport:
        """The report with `what_if`: what it would come to if these skills (ids) were shown."""
        profile = supposing(report.profile, skills, self.taxonomy)
        held = held_roles(report.document, report.sections, self.taxonomy)
        coverages = cover_roles(profile, self.taxonomy, held)
        return replace(report, what_if=WhatIf(tuple(skills), profile, coverages))

    def compare(
        self, old: GapReport, new: GapReport, roles: Sequence[str] = (), top: int = 5
    ) -> Comparison:
        """What changed from one resume to another: for the named roles, else for the `top` roles of
        either, in the order of the new one's fit."""
        if not roles:
            best = {c.role_id for r in (old, new) for c in self.ranking(r, top=top)}
            roles = [c.role_id for c in new.coverages if c.role_id in best]
        return compare(old, new, self.taxonomy, roles)

    def explain(self, report: GapReport, skill_id: str) -> Explanation:
        """Why a report shows a skill, or why not. Raises KeyError for an unknown id."""
        entries = report.profile.entries
        return Explanation(
            skill=self.taxonomy.skills[skill_id],
            entry=next((e for e in entries if e.skill_id == skill_id), None),
            mentions=tuple(m for m in report.mentions if m.skill_id == skill_id),
            narrower=tuple(
                skill.id for skill in self.taxonomy.skills.values() if skill_id in skill.broader
            ),
        )
