"""Years that a resume states, and how it makes its claims."""

from __future__ import annotations

import pytest
from documents import document_of

from skillgap import Analyzer
from skillgap.models import Form

JOB = "EXPERIENCE\nEngineer, Acme, 2024 - 2025\n"

STATED = [
    ("5+ years of Python", {"python": 60}),
    ("5+ years of hands-on experience with Python, SQL and Docker", {
        "python": 60, "sql": 60, "docker": 60}),
    ("Over ten years' experience in machine learning", {"machine-learning": 120}),
    ("3-4 years of SQL", {"sql": 36}),
    ("Python (5 years), SQL (18 months)", {"python": 60, "sql": 18}),
    ("Python: 6 yrs, Java: 2 yrs", {"python": 72, "java": 24}),
    ("Python 5 years, Java 2 years", {"python": 60, "java": 24}),
    ("Python for the last 3 years", {"python": 36}),
    ("2.5 years using PyTorch", {"pytorch": 30}),
    ("Led a three-year AI strategy in Python", {}),
    ("Stayed for three years.\nPython tools", {}),
    ("Stayed for three years. Python tools", {}),
    ("five-year experience in Python", {"python": 60}),
    ("5 yrs. of Python", {"python": 60}),
    ("8 years as a nurse. Skills: Python", {}),
    ("Python, five years ago", {}),
    ("A 12 years old codebase in Java", {}),
    ("2 years of Java; later 4 years of Java", {"java": 48}),
    ("No experience with Java in 5 years", {}),
    ("99 years of Python", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_stated_years(analyzer: Analyzer, text: str, expected: dict[str, int]) -> None:
    report = analyzer.analyze_document(document_of(text))
    stated = {e.skill_id: e.stated for e in report.profile.entries if e.stated is not None}
    assert {skill: item.months for skill, item in stated.items()} == expected
    for item in stated.values():
        words = report.document.text[item.span.start : item.span.end]
        assert any(char.isdigit() for char in words) or "year" in words


def test_stated_years_and_dated_months_stay_apart(analyzer: Analyzer) -> None:
    text = "SUMMARY\n7 years of Python.\n\n" + JOB + "- Wrote tools in Python"
    entries = {e.skill_id: e for e in analyzer.analyze_document(document_of(text)).profile.entries}
    python = entries["python"]
    assert python.stated is not None
    assert (python.months, python.stated.months) == (24, 84)


FORMS = [
    ("SKILLS\nPython, communication, teamwork", "communication", Form.LISTED),
    ("SUMMARY\nI have excellent communication skills.", "communication", Form.STATED),
    (JOB + "- Presented findings to the board", "presentation", Form.DEED),
    (JOB + "- Wrote the billing service in Java", "java", Form.DEED),
    (JOB + "Technologies: Python, Java, Docker", "java", Form.LISTED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "skill", "form"), FORMS)
def test_forms_of_claims(analyzer: Analyzer, text: str, skill: str, form: Form) -> None:
    mentions = [m for m in analyzer.mentions(document_of(text)) if skill in m.skill_id]
    assert mentions, [m.skill_id for m in analyzer.mentions(document_of(text))]
    assert mentions[0].form is form


def test_reversed_dates_are_reported(analyzer: Analyzer) -> None:
    text = "EXPERIENCE\nEngineer, Acme, Mar 2024 - Jan 2023\n- Wrote tools in Python"
    report = analyzer.analyze_document(document_of(text))
    (warning,) = [w for w in report.document.warnings if w.code == "dates-reversed"]
    assert "Mar 2024 - Jan 2023" in warning.message
    assert next(e for e in report.profile.entries if e.skill_id == "python").months is None
