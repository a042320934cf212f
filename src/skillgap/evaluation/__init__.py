"""Measure the extractor on annotated resumes, and draft such annotations.

gold (read the truth) -> the analyzer that everybody uses -> scores (precision, recall, F1, traps,
months, with every miss).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from skillgap.evaluation.gold import (
    CLAIMED,
    DEBATABLE,
    Gold,
    GoldResume,
    carry_over,
    parse_annotated,
    read_gold,
    render_annotated,
    render_line,
)
from skillgap.evaluation.scores import Outcome, Scores, confidence, score, total
from skillgap.models import Document, Mention, Taxonomy
from skillgap.readers import read, read_bytes

if TYPE_CHECKING:
    from skillgap.pipeline import Analyzer

__all__ = [
    "CLAIMED",
    "DEBATABLE",
    "Gold",
    "GoldResume",
    "Outcome",
    "Scores",
    "carry_over",
    "confidence",
    "document_of",
    "draft",
    "evaluate",
    "parse_annotated",
    "read_gold",
    "render_annotated",
    "render_line",
    "score",
    "total",
    "unknown_skills",
]


def document_of(resume: GoldResume) -> Document:
    """What is read: the resume's file, or its text as a plain text file. Raises UnreadableError."""
    if resume.file is not None:
        return read(resume.file)
    return read_bytes(resume.text.encode("utf-8"), resume.name)


def evaluate(resume: GoldResume, analyzer: Analyzer) -> Scores:
    """Read one annotated resume, analyze it as anybody would, and score it.

    Raises UnreadableError, and ValueError where the reader lost an annotated span.
    """
    document = document_of(resume)
    report = analyzer.analyze_document(document)
    moved = carry_over(resume.gold, resume.text, document.text)
    scores = score(resume.name, document, moved, report.mentions, analyzer.taxonomy)
    found = {entry.skill_id: entry.months for entry in report.profile.entries}
    wrong = tuple(
        (resume.name, skill, f"{months} months by the gold, found {found.get(skill)}")
        for skill, months in resume.months
        if found.get(skill) != months
    )
    return replace(scores, months_right=len(resume.months) - len(wrong), months_wrong=wrong)


def unknown_skills(resumes: Iterable[GoldResume], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Ids that are annotated and that the taxonomy does not hold: typos, or skills of another."""
    ids = {item.skill_id for resume in resumes for item in resume.gold}
    return tuple(sorted(ids - taxonomy.skills.keys()))


def draft(document: Document, mentions: tuple[Mention, ...]) -> GoldResume:
    """Gold as the extractor itself would have it, to be corrected by a person."""
    gold = tuple(Gold(m.skill_id, m.span, m.status.value) for m in mentions)
    return GoldResume(document.source, document.text, gold)
