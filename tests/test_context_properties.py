"""What must hold of any resume: claims stay, and persons do not matter."""

from __future__ import annotations

from pathlib import Path

from documents import document_of
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap import Analyzer
from skillgap.evaluation.gold import parse_annotated
from skillgap.models import Status

CASES = Path(__file__).parent / "data" / "context_cases.txt"
SNIPPETS = [
    parse_annotated(line.replace(" // ", "\n"))[0]
    for line in CASES.read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]

snippets = st.sampled_from(SNIPPETS)


def claims(analyzer: Analyzer, text: str) -> set[str]:
    mentions = analyzer.mentions(document_of(text))
    return {m.skill_id for m in mentions if m.status is Status.CLAIMED}


@settings(max_examples=60, deadline=None)
@given(st.lists(snippets, min_size=1, max_size=4), snippets)
def test_mentions_quote_the_text_and_never_overlap(
    analyzer: Analyzer, parts: list[str], last: str
) -> None:
    document = document_of("\n".join([*parts, last]))
    mentions = analyzer.mentions(document)
    for mention in mentions:
        assert document.text[mention.span.start : mention.span.end] == mention.surface
    for one, other in zip(mentions, mentions[1:], strict=False):
        assert one.span.end <= other.span.start


@settings(max_examples=60, deadline=None)
@given(
    st.lists(snippets, min_size=1, max_size=3), st.sampled_from(["AWARDS", "INTERESTS"]), snippets
)
def test_a_new_section_never_removes_a_claim(
    analyzer: Analyzer, parts: list[str], heading: str, added: str
) -> None:
    text = "WORK EXPERIENCE\n" + "\n".join(parts)
    before = claims(analyzer, text)
    assert claims(analyzer, f"{text}\n{heading}\n{added}") >= before


RESUME = """{name}
{street}, {place} | jo@example.com | 555 0134

WORK EXPERIENCE
Data engineer, {employer}, {place}, 2019 – 2024
• Built the pipelines in Airflow and dbt with {possessive} own hands
• In 2022 {pronoun} also wrote the Kafka consumers
• No Java, but strong Python
• Managed a team of Scala developers

EDUCATION
BSc Computer Science, {school}, 2015

SKILLS
Python, SQL, Docker
"""
NAMES = [
    "Ann Smith",
    "Ruby Rust",
    "Julia Scala",
    "R. Java",
    "Mehmet Yılmaz",
    "吴伟",
    "Claude Spark",
]
EMPLOYERS = [
    "Acme Ltd",
    "Spark Logistics Ltd",
    "Tableau Bakery",
    "Oracle Road Garage",
    "Excel GmbH",
]
SCHOOLS = ["University of Leeds", "Java University", "School of Communication", "Kafka College"]
STREETS = ["12 High Street", "4 Ruby Lane", "7 Oracle Road", "1 Unity Square"]
PLACES = ["Leeds", "Lagos", "Lima", "Java, Indonesia"]
PERSONS = [("her", "she"), ("his", "he"), ("their", "they"), ("my", "I")]


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.sampled_from(EMPLOYERS),
    st.sampled_from(SCHOOLS),
    st.sampled_from(STREETS),
    st.sampled_from(PLACES),
    st.sampled_from(PERSONS),
)
def test_who_somebody_is_changes_no_skill(
    analyzer: Analyzer,
    name: str,
    employer: str,
    school: str,
    street: str,
    place: str,
    person: tuple[str, str],
) -> None:
    text = RESUME.format(
        name=name,
        employer=employer,
        school=school,
        street=street,
        place=place,
        possessive=person[0],
        pronoun=person[1],
    )
    found = claims(analyzer, text)
    assert {"python", "sql", "docker", "airflow", "dbt", "kafka"} <= found
    assert not {"java", "scala", "ruby", "rust", "julia", "tableau", "excel", "spark"} & found
    assert found == claims(
        analyzer,
        RESUME.format(
            name=NAMES[0],
            employer=EMPLOYERS[0],
            school=SCHOOLS[0],
            street=STREETS[0],
            place=PLACES[0],
            possessive="my",
            pronoun="I",
        ),
    )
