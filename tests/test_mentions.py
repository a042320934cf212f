"""What must hold of mentions, whatever the resume: spans quote, nothing overlaps, claims stay."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from documents import document_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap import Analyzer
from skillgap.evaluation import parse_annotated
from skillgap.evidence import quote_span
from skillgap.mentions import settle
from skillgap.models import Candidate, Method, Span, Status

ROOT = Path(__file__).resolve().parents[1]
DEV = sorted((ROOT / "samples" / "gold" / "dev").glob("*.txt"))
RELAXED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PIECES = st.sampled_from(
    [
        "Python", "R", "C++", "C#/.NET", "no experience with", "Java", ",", "and", "learning", "(",
        ")", ":", "\n", "\t", "- ", "Skills", "Interests", "Acme Ltd", "machine-learning", "but",
        "managed", "projects", "team of", "developers", "NLP", "“", "”", "…", "React.js/Vue.js",
        "a@example.com", "https://example.com/python", "Jan 2020 – Present", "\u200b", "深度学习",
        "😀", ";", ".",
    ]
)  # fmt: skip


def claimed(analyzer: Analyzer, text: str) -> set[str]:
    mentions = analyzer.mentions(document_of(text))
    return {m.skill_id for m in mentions if m.status is Status.CLAIMED}


@RELAXED
@given(st.lists(PIECES, max_size=40))
def test_spans_quote_the_text_and_never_overlap(analyzer: Analyzer, pieces: list[str]) -> None:
    document = document_of(" ".join(pieces))
    mentions = analyzer.mentions(document)
    for mention in mentions:
        assert document.text[mention.span.start : mention.span.end] == mention.surface
        around = quote_span(document, mention.span)
        assert around.covers(mention.span)
        assert 0 <= around.start <= around.end <= len(document.text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@RELAXED
@given(st.text(max_size=300))
def test_any_text_is_analyzed(analyzer: Analyzer, text: str) -> None:
    analyzer.mentions(document_of(text))


@pytest.mark.parametrize("file", DEV[::4], ids=lambda file: file.stem)
def test_a_new_section_never_removes_a_claim(analyzer: Analyzer, file: Path) -> None:
    text, _ = parse_annotated(file.read_text("utf-8"))
    before = claimed(analyzer, text)
    assert before
    assert claimed(analyzer, text + "\n\nEDUCATION\nBSc Botany, 2001 – 2004\n") >= before


@pytest.mark.parametrize("file", DEV[::4], ids=lambda file: file.stem)
def test_who_someone_is_changes_nothing(analyzer: Analyzer, file: Path) -> None:
    """Another name, address and number: the same skills. (Fairness by construction, held here.)"""
    text, _ = parse_annotated(file.read_text("utf-8"))
    lines = text.split("\n")
    name = next(line for line in lines if line.strip()).strip("#* ")
    first = re.split(r"[\s,|]+", name)[0]
    other = "Xiomara" if first.istitle() else "XIOMARA"
    swapped = text.replace(first, other)
    swapped = re.sub(r"[\w.]+@example\.com", "someone@example.com", swapped)
    assert claimed(analyzer, swapped) == claimed(analyzer, text)


def test_one_overlap_rule() -> None:
    def candidate(skill: str, start: int, end: int, method: Method) -> Candidate:
        return Candidate(skill, Span(start, end), method, skill)

    short = candidate("learning", 8, 16, Method.ALIAS)
    long = candidate("machine-learning", 0, 16, Method.PREFERRED)
    phrase = candidate("model-training", 20, 50, Method.PATTERN)
    inside = candidate("pytorch", 30, 37, Method.PREFERRED)
    typo = candidate("python", 30, 36, Method.FUZZY)
    settled = settle([typo, inside, phrase, short, long])
    assert [(c.skill_id, c.span) for c in settled] == [
        ("machine-learning", Span(0, 16)),
        ("model-training", Span(20, 29)),
        ("pytorch", Span(30, 37)),
    ]


def test_months_come_from_the_entries_that_show_a_skill(analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(
        document_of(
            """Experience
Developer, Acme, Jan 2020 – Dec 2020
- Services in Python and SQL
Developer, Beta, Jul 2020 – Jun 2021
- Python tools
Skills
Docker, Python"""
        )
    )
    entries = {entry.skill_id: entry for entry in report.profile.entries}
    assert entries["python"].months == 18
    assert str(entries["python"].last_used) == "2021-06"
    assert entries["sql"].months == 12
    assert entries["docker"].months is None


def test_one_claim_outweighs_what_did_not_count(analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(
        document_of("Experience\n- Managed Java developers\n- Wrote Java services myself")
    )
    assert "java" in {entry.skill_id for entry in report.profile.entries}
    assert "java" not in {item.skill_id for item in report.profile.not_counted}


def test_the_chain_of_an_implied_skill(analyzer: Analyzer) -> None:
    report = analyzer.analyze_document(document_of("Skills\nPyTorch"))
    entries = {entry.skill_id: entry for entry in report.profile.entries}
    assert not entries["pytorch"].implied
    implied = entries["machine-learning"]
    assert implied.implied
    assert implied.via[0] == "pytorch"
    assert implied.evidence[0].surface == "PyTorch"


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "a" * 200_000, "Python, " * 2_000, "no " * 5_000 + "Python", "(" * 9_999]
)
def test_hostile_text_is_bounded(analyzer: Analyzer, text: str) -> None:
    """Each took minutes while time grew with the square of the text; the runner's limit would
    tell."""
    analyzer.mentions(document_of(text))


def test_a_name_behind_a_sidebar_ends_its_last_section(analyzer: Analyzer) -> None:
    report = analyzer.analyze(ROOT / "samples" / "resumes" / "bruno-castellano-chef.pdf")
    reasons = {item.skill_id: item.reason.value for item in report.profile.not_counted}
    assert reasons.get("excel") == "ordinary-word"
