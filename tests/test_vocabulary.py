"""Ways to write a skill: hyphens, abbreviations, versions, compounds, ellipsis, typos."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document_of

from skillgap import Analyzer
from skillgap.models import Status

ROWS = [
    line.partition(" => ")[::2]
    for line in (Path(__file__).with_name("data") / "forms.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def claimed(analyzer: Analyzer, text: str) -> set[str]:
    mentions = analyzer.mentions(document_of(text))
    return {mention.skill_id for mention in mentions if mention.status is Status.CLAIMED}


def test_there_are_rows() -> None:
    assert len(ROWS) > 100


@pytest.mark.parametrize(("text", "skills"), ROWS)
def test_every_way_to_write_a_skill(analyzer: Analyzer, text: str, skills: str) -> None:
    found = claimed(analyzer, f"Skills\n{text}, Excel, SQL\n")
    assert set(skills.split(", ")) <= found


# What stands there, and the other name for which it must not be taken.
OTHERS = [
    ("JavaScript", "java"),
    ("Java", "javascript"),
    ("React Native", "react"),
    ("MySQL", "sql"),
    ("C++", "c-language"),
    ("C#", "c-language"),
    ("Kera", "keras"),
    ("Objective-C", "c-language"),
    ("TypeScript", "javascript"),
    ("MongoDB", "dynamodb"),
    ("Fortran", "fortunate"),
    ("Matplotlib", "statsmodels"),
    ("Grafana", "grammarly"),
    ("Kotlin", "python"),
    ("Django", "dagster"),
    ("SQLite", "mysql"),
    ("Angular", "annular"),
    ("Spark", "sparse"),
    ("Rust", "r"),
    ("Power Automate", "power-bi"),
]


@pytest.mark.parametrize(("text", "other"), OTHERS)
def test_one_name_is_never_taken_for_another(analyzer: Analyzer, text: str, other: str) -> None:
    mentions = analyzer.mentions(document_of(f"Skills\n{text}, Excel\n"))
    assert other not in {mention.skill_id for mention in mentions}


ORDINARY = [
    "Unlike the trial of last year, nothing moved",
    "The launch of the ferry was late",
    "Piloted a light aircraft",
    "Cleaned 40 rooms a day",
    "Trained for the marathon",
    "Gathered mushrooms",
    "Walked the dog through the park",
    "Put the kettle on",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_no_deed_in_everyday_words(analyzer: Analyzer, text: str) -> None:
    assert not claimed(analyzer, f"Experience\nHotel Example, 2019 - 2020\n- {text}\n")
