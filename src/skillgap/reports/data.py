"""The report as plain data: the JSON contract (docs/analyze.schema.json), keys in fixed order."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import skillgap
from skillgap.coverage import count_of, gaps_of
from skillgap.evidence import page_of, quote
from skillgap.models import (
    POSTING,
    Coverage,
    Document,
    Explanation,
    Form,
    GapReport,
    Importance,
    MatchStatus,
    Mention,
    Method,
    ProfileEntry,
    RequirementMatch,
    Role,
    SectionKind,
    Skill,
    Source,
    Stated,
    Taxonomy,
    UnknownAsk,
)
from skillgap.reports.words import requirement_label

SCHEMA_VERSION = 1

Json = dict[str, Any]

# The values of what a report says hundreds of times: to ask a member for its own takes longer.
_PLAIN: dict[str, str] = {
    member: member.value for kind in (SectionKind, Form, Method, MatchStatus) for member in kind
}


def render_json(data: object) -> str:
    """JSON text with a line feed at its end; characters beyond ASCII stand as they are."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def report_data(report: GapReport, taxonomy: Taxonomy, coverages: tuple[Coverage, ...]) -> Json:
    """One analyzed resume with the chosen roles' coverages, in the order given."""
    document = report.document
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "skillgap", "version": skillgap.__version__},
        "taxonomy": {
            "name": taxonomy.name,
            "version": taxonomy.version,
            "sha256": taxonomy.sha256,
        },
        "as_of": report.as_of,
        "resume": {
            "source": document.source,
            "sha256": document.sha256,
            "format": document.format,
            "pages": document.pages,
            "words": document.count_words(),
            "sections": [
                {
                    "kind": section.kind.value,
                    "title": section.title,
                    "start": section.span.start,
                    "end": section.span.end,
                }
                for section in report.sections
            ],
            "warnings": [{"code": w.code, "message": w.message} for w in document.warnings],
            "quality": document.quality.value,
        },
        "skills": [_skill_found(entry, document, taxonomy) for entry in report.profile.entries],
        "not_counted": [
            {
                "id": item.skill_id,
                "label": taxonomy.skills[item.skill_id].preferred_label,
                "reason": item.reason.value,
                "evidence": [
                    {**_evidence(m, document), "reason": m.status.value, "rule": m.rule}
                    for m in item.evidence
                ],
            }
            for item in report.profile.not_counted
        ],
        "roles": [role_covered(coverage, taxonomy) for coverage in coverages],
        **({"what_if": _what_if(report, coverages, taxonomy)} if report.what_if else {}),
    }


def _what_if(report: GapReport, coverages: tuple[Coverage, ...], taxonomy: Taxonomy) -> Json:
    """What the supposed skills would change for the same roles."""
    assert report.what_if is not None
    after = {coverage.role_id: coverage.coverage for coverage in report.what_if.coverages}
    return {
        "skills": list(report.what_if.skills),
        "roles": [
            {
                "id": coverage.role_id,
                "label": taxonomy.roles[coverage.role_id].preferred_label,
                "before": round(coverage.coverage, 4),
                "after": round(after[coverage.role_id], 4),
            }
            for coverage in coverages
        ],
    }


def _skill_found(entry: ProfileEntry, document: Document, taxonomy: Taxonomy) -> Json:
    return {
        "id": entry.skill_id,
        "label": taxonomy.skills[entry.skill_id].preferred_label,
        "status": "implied" if entry.implied else "claimed",
        "via": list(entry.via),
        "months": entry.months,
        "last_used": str(entry.last_used) if entry.last_used else None,
        "stated": _stated(entry.stated, document),
        "evidence": [_evidence(mention, document) for mention in entry.evidence],
    }


def _stated(stated: Stated | None, document: Document) -> Json | None:
    if stated is None:
        return None
    words = document.text[stated.span.start : stated.span.end]
    return {"months": stated.months, "quote": words}


def _evidence(mention: Mention, document: Document) -> Json:
    return {
        "surface": mention.surface,
        "quote": quote(document, mention),
        "page": page_of(document, mention.span),
        "section": _PLAIN[mention.section],
        "start": mention.span.start,
        "end": mention.span.end,
        "form": _PLAIN[mention.form],
        "method": _PLAIN[mention.method],
        "score": mention.score,
    }


def role_covered(coverage: Coverage, taxonomy: Taxonomy) -> Json:
    """One role's coverage."""
    role = taxonomy.roles[coverage.role_id]
    posting = role.kind == POSTING
    requirements = list(map(_requirement, coverage.matches, _asked(taxonomy)[role.id]))
    if posting:
        asked = map(_posting_requirement, coverage.matches)
        requirements = [one | more for one, more in zip(requirements, asked, strict=True)]
    return {
        "id": role.id,
        "label": role.preferred_label,
        "coverage": round(coverage.coverage, 4),
        "essential": _counts(coverage, Importance.ESSENTIAL),
        "optional": _counts(coverage, Importance.OPTIONAL),
        "requirements": requirements,
        "gaps": [match.requirement.skill_id for match in gaps_of(coverage)],
        "fit": round(coverage.fit, 4),
        "near": coverage.near,
        **({"unknown": [_unknown(ask) for ask in role.unknown]} if posting else {}),
    }


def _unknown(ask: UnknownAsk) -> Json:
    return {
        "words": ask.words,
        "importance": ask.importance.value,
        "statement": ask.statement,
        "whole": ask.whole,
    }


def _counts(coverage: Coverage, importance: Importance) -> Json:
    covered, implied, total = count_of(coverage, importance)
    return {"covered": covered, "implied": implied, "total": total}


@lru_cache(maxsize=4)  # the same for every resume
def _asked(taxonomy: Taxonomy) -> dict[str, list[Json]]:
    """By role, what is to say of each requirement for which a resume shows nothing."""
    return {
        role.id: [
            {
                "skill": requirement.skill_id,
                "label": requirement_label(requirement, taxonomy),
                "importance": requirement.importance.value,
                "status": MatchStatus.MISSING.value,
                "via": [],
                "documents": requirement.documents,
            }
            for requirement in role.requirements
        ]
        for role in taxonomy.roles.values()
    }


def _requirement(match: RequirementMatch, asked: Json) -> Json:
    if match.status is MatchStatus.MISSING:
        return asked  # most are, and the same for every resume
    via = list(match.entry.via) if match.entry else []
    return {**asked, "status": _PLAIN[match.status], "via": via}


def _posting_requirement(match: RequirementMatch) -> Json:
    """What only a posting's requirements have."""
    requirement = match.requirement
    return {
        "alternatives": list(requirement.alternatives),
        "found": match.entry.skill_id if match.entry else None,
        "months": requirement.months,
        "asked": [source.phrase for source in requirement.provenance],
    }


def explanation_data(report: GapReport, explanation: Explanation) -> Json:
    """Why one skill was found or not: its mentions, counted or not, and what was looked for."""
    skill, entry, document = explanation.skill, explanation.entry, report.document
    return {
        "id": skill.id,
        "label": skill.preferred_label,
        "status": "missing" if entry is None else "implied" if entry.implied else "claimed",
        "via": list(entry.via) if entry else [],
        "mentions": [
            {**_evidence(m, document), "status": m.status.value, "rule": m.rule}
            for m in explanation.mentions
        ],
        "looked_for": {
            "labels": list(skill.labels()),
            "patterns": list(skill.patterns),
            "narrower": list(explanation.narrower),
        },
    }


def skill_data(skill: Skill) -> Json:
    """One skill of the taxonomy."""
    return {
        "id": skill.id,
        "label": skill.preferred_label,
        "alt_labels": list(skill.alt_labels),
        "hidden_labels": list(skill.hidden_labels),
        "broader": list(skill.broader),
        "origin": skill.origin.value,
        "provenance": [_source(source) for source in skill.provenance],
        "kind": skill.kind,
        "note": skill.note,
    }


def role_data(role: Role, taxonomy: Taxonomy) -> Json:
    """One role of the taxonomy with its requirements and facts."""
    return {
        "id": role.id,
        "label": role.preferred_label,
        "alt_labels": list(role.alt_labels),
        "hidden_labels": list(role.hidden_labels),
        "kind": role.kind,
        "mentioned_only": role.mentioned_only,
        "summary": role.summary,
        "responsibilities": list(role.responsibilities),
        "requirements": [
            {
                "skill": requirement.skill_id,
                "label": taxonomy.skills[requirement.skill_id].preferred_label,
                "importance": requirement.importance.value,
                "documents": requirement.documents,
                "provenance": [_source(source) for source in requirement.provenance],
            }
            for requirement in role.requirements
        ],
        "salaries": [
            {
                "low": salary.low,
                "high": salary.high,
                "currency": salary.currency,
                "provenance": _source(salary.source),
            }
            for salary in role.salaries
        ],
        "advice": [
            {"text": advice.text, "provenance": _source(advice.source)} for advice in role.advice
        ],
        "provenance": [_source(source) for source in role.provenance],
    }


def _source(source: Source) -> Json:
    return {"document": source.document, "heading": source.heading, "phrase": source.phrase}
