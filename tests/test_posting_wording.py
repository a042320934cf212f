"""How strongly something is asked for, in the many wordings of postings: prose and list items,
for words that the taxonomy knows and words that it does not."""

from __future__ import annotations

import pytest

from skillgap import Analyzer
from skillgap.readers import read_bytes

PROSE = "Data Engineer at Acme\n\nWe are ten people in Lyon who move data.\n"
ITEM = "Data Engineer\n\nRequirements\n- SQL\n- "
# "Airflow" is guarded: the word means something else to a technician of air conditioning.
KNOWN, UNKNOWN = "Airflow", "Zorblax"

OPTIONAL = [
    "{} is a plus.",
    "{} would be a plus.",
    "{} is nice to have.",
    "{} would be great.",
    "{} would be nice.",
    "Some exposure to {} would be great.",
    "Experience with {} is desirable.",
    "Knowledge of {} is appreciated.",
    "{} is a bonus.",
    "{} is a big bonus.",
    "{} would be a real bonus.",
    "{} experience counts in your favour.",
    "{} will be considered an advantage.",
    "{} is considered an asset.",
    "{} knowledge helps.",
    "Familiarity with {} goes a long way.",
    "{} skills are welcome.",
    "{} a plus.",
    "{} preferred.",
    "{} is not required, but a plus.",
    "Bonus if you know {}.",
    "Bonus: {}.",
    "Extra points for {}.",
    "{} experience a plus.",
    "We'd be thrilled if you knew {}.",
    "If you've also used {}, even better.",
    "If you know {}, great!",
    "{} would be the icing on the cake.",
    "{} is a nice-to-have.",
    "Ideally you know {}.",
    "It would be great if you knew {}.",
    "It helps if you have worked with {}.",
    "We would be happy if you brought {} along.",
    "You get extra credit for {}.",
    "You might also know {}.",
    "Nice: {}.",
    "{} would be useful.",
    "{} (nice to have).",
    "{} (a plus).",
    "Having used {} before is a plus.",
    "{} is optional.",
    "{} would help.",
    "Any exposure to {} is a definite plus.",
    "Prior {} experience is valued but not required.",
    "Not a must, but nice: {}.",
    "{} is good to have.",
    "{} is a strong plus!",
    "Even better if you have {} experience.",
    "Candidates with {} will be preferred.",
    "Preference will be given to candidates with {} experience.",
]
ESSENTIAL = [
    "{} is a must.",
    "Solid {} is a must.",
    "We require {}.",
    "You know {}.",
    "You write clean {}.",
    "You are comfortable with {}.",
    "You've built things in {}.",
    "You have used {} in production.",
    "{} is required.",
    "{} is essential for this role.",
    "You must have worked with {}.",
    "We need somebody who knows {}.",
    "We're looking for someone with strong {} skills.",
    "{} is important to us.",
    "You should be at home in {}.",
    "We expect {}.",
    "{} experience is mandatory.",
    "Fluent in {}.",
    "5+ years of {}.",
    "The ideal candidate knows {}.",
    "Candidates need {}.",
    "You'll need {}.",
    "{} is non-negotiable.",
    "You bring {} with you.",
    "Proficiency in {} is a prerequisite.",
    "{} is key.",
]
NOT_ASKED = [
    "We use {} every day.",
    "Our stack is {}.",
    "Our backend is written in {}.",
    "We offer {} courses.",
    "You'll get {} training.",
    "We pay for {} certification.",
    "No {} needed.",
    "You don't need to know {}.",
    "{} is not required.",
    "We moved away from {} last year.",
    "Our customers love {}.",
]


def understood(analyzer: Analyzer, text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The importance of each skill (but SQL), and of each unknown wording."""
    role = analyzer.read_posting(read_bytes(text.encode(), "posting.txt")).role
    skills = {r.skill_id: r.importance.value for r in role.requirements if r.skill_id != "sql"}
    return skills, {ask.words: ask.importance.value for ask in role.unknown}


@pytest.mark.parametrize("before", [PROSE, ITEM], ids=["prose", "item"])
@pytest.mark.parametrize(
    ("sentence", "importance"),
    [*((s, "optional") for s in OPTIONAL), *((s, "essential") for s in ESSENTIAL)],
)
def test_asked(sentence: str, importance: str, before: str, analyzer: Analyzer) -> None:
    skills, unknown = understood(analyzer, before + sentence.format(KNOWN))
    assert (skills, unknown) == ({"airflow": importance}, {})
    skills, unknown = understood(analyzer, before + sentence.format(UNKNOWN))
    assert skills == {}
    assert [(UNKNOWN in words, found) for words, found in unknown.items()] == [(True, importance)]


@pytest.mark.parametrize("sentence", NOT_ASKED)
@pytest.mark.parametrize("word", [KNOWN, UNKNOWN])
def test_not_asked(sentence: str, word: str, analyzer: Analyzer) -> None:
    assert understood(analyzer, PROSE + sentence.format(word)) == ({}, {})


@pytest.mark.parametrize(
    ("task", "asked"),
    [
        ("Collaborate closely with machine learning engineers", set()),
        ("Work with product managers and Python developers", set()),
        ("Work with machine learning and Python", {"machine-learning", "python"}),
        ("Mentor junior Python developers", {"python"}),
        ("Build dashboards for our clients", {"data-visualization"}),
    ],
)
def test_the_skills_of_those_one_works_with_are_theirs(
    task: str, asked: set[str], analyzer: Analyzer
) -> None:
    skills, _ = understood(analyzer, f"Analyst\n\nResponsibilities\n- {task}\n- Write SQL\n")
    assert set(skills) & {"machine-learning", "python", "data-visualization", "ui-design"} == asked


@pytest.mark.parametrize(
    ("demand", "groups"),
    [
        ("Vector databases (Pinecone, Weaviate, pgvector)", ["vector-databases|postgresql"]),
        ("Cloud platforms (AWS, Azure or GCP)", ["cloud-platforms|aws|azure|google-cloud"]),
        ("Deep learning frameworks (PyTorch, JAX)", ["deep-learning-frameworks|pytorch|jax"]),
        ("Python (pandas, NumPy)", ["python", "pandas", "numpy"]),
        ("Python libraries such as pandas or NumPy", ["python", "pandas|numpy"]),
        ("Programming languages like Java, Go or Rust", ["programming|java|go|rust"]),
        ("Knowledge of regulations like the GDPR, the EU AI Act or DORA", ["gdpr|eu-ai-act"]),
        ("Snowflake, Firebolt or BigQuery", ["snowflake|bigquery"]),
        ("Docker, Kubernetes or something similar", ["docker|kubernetes"]),
        ("Python or SAS (R is also fine)", ["python|sas|r"]),
        ("Docker, Kubernetes and SQL", ["docker", "kubernetes", "sql"]),
    ],
)
def test_alternatives(demand: str, groups: list[str], analyzer: Analyzer) -> None:
    text = f"Developer\n\nRequirements\n- {demand}\n"
    role = analyzer.read_posting(read_bytes(text.encode(), "posting.txt")).role
    assert ["|".join((r.skill_id, *r.alternatives)) for r in role.requirements] == groups
