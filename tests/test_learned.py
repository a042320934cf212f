"""The second opinion: what it may change, what it sees, and that it can be read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from skillgap import Analyzer, learned
from skillgap.context import judge_by_rules
from skillgap.evaluation import parse_annotated, read_gold
from skillgap.mentions import finder_of
from skillgap.models import Status
from skillgap.readers import read_bytes
from skillgap.scene import Scene
from skillgap.sections import find_sections

ROOT = Path(__file__).resolve().parents[1]
TRAINING = ROOT / "training"
JOB = "Ann Example\n\nExperience\nAnalyst, Example Ltd, 2019 - 2024\n- "


def scenes(analyzer: Analyzer, text: str) -> list[Scene]:
    seen: list[Scene] = []

    def record(scene: Scene) -> tuple[Status, str]:
        seen.append(scene)
        return judge_by_rules(scene)

    document = read_bytes(text.encode(), "resume.txt")
    finder_of(analyzer.taxonomy).find(document, find_sections(document), record)
    return seen


def odds_of(analyzer: Analyzer, text: str) -> list[int]:
    return [learned.odds(scene) for scene in scenes(analyzer, text)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Next door they did computer vision", ["next", "door"]),
        ("The deep learning happened upstairs", ["upstairs"]),
        ("Kubernetes was somebody's problem, never mine", ["never", "somebody"]),
        ("Our lodger's doctorate was in machine learning", []),
    ],
)
def test_a_claim_can_be_unclear_and_the_reason_quotes_the_text(
    line: str, told: list[str], analyzer: Analyzer
) -> None:
    assert [judge_by_rules(scene)[0] for scene in scenes(analyzer, JOB + line)] == [Status.CLAIMED]
    (mention,) = analyzer.mentions(read_bytes((JOB + line).encode(), "resume.txt"))
    assert mention.status is Status.UNCLEAR
    assert re.findall(r"'(\w+)'", mention.rule) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He built it in Python for Rossi", "She built it in Python for Okafor"),
        ("Her models in R ran at Acme", "His models in R ran at Initech"),
        ("Wrote Java at Bright Harbour in 2019", "Wrote Java at Grey Pines in 2004"),
        ("Taught SQL with Mary Smith in Leeds", "Taught SQL with Fatima Aziz in Lagos"),
    ],
)
def test_names_sexes_places_and_years_weigh_nothing(
    one: str, other: str, analyzer: Analyzer
) -> None:
    found = odds_of(analyzer, JOB + one)
    assert found
    assert found == odds_of(analyzer, JOB + other)


def test_what_a_text_says_outright_is_not_overruled(analyzer: Analyzer) -> None:
    scene = scenes(analyzer, JOB + "Built services in Python")[-1]
    assert scene.skill.id == "python"
    assert learned.weigh(scene, Status.TITLE, "a title")[0] is Status.CLAIMED
    for status in (Status.NEGATED, Status.ASPIRED, Status.POSTING, Status.INTEREST, Status.HIDDEN):
        assert learned.weigh(scene, status, "said so") == (status, "said so")


def test_plain_lists_are_not_weighed(analyzer: Analyzer) -> None:
    text = "Ann Example\n\nSkills\nPython, SQL, Kafka, negotiation and machine learning"
    found = scenes(analyzer, text)
    assert len(found) == 5
    assert all(learned.weigh(s, Status.CLAIMED, "")[0] is Status.CLAIMED for s in found)


def test_weights_are_whole_numbers_of_features_that_exist(analyzer: Analyzer) -> None:
    weights = json.loads(learned.FILE.read_text("utf-8"))
    assert sum(map(len, weights.values())) > 10_000
    assert all(type(w) is int for family in weights.values() for w in family.values())
    skills = analyzer.taxonomy.skills
    kinds = {skill.kind for skill in skills.values()}
    plain = "bias skill label section block method listed actor < > <0 >0 <~ >~ in".split()
    for family in set(weights) - set(plain):
        first, _, of = family.partition(" ")
        assert first in ("case", "section", "<", ">", "<0", ">0", "in")
        assert of in skills or of in kinds


def test_weights_hold_no_names() -> None:
    weights = json.loads(learned.FILE.read_text("utf-8"))
    words = {word for family in ("<", ">", "in") for word in weights[family]}
    assert len(words) > 2_000
    assert {"she", "he", "his", "her"}.isdisjoint(words)
    assert not [word for word in words if word[:1].isdigit()]
    assert not [w for w in words if w[:1].isupper() or w in ("smith", "patel", "london", "acme")]


def test_training_texts_are_whole(analyzer: Analyzer) -> None:
    skills = analyzer.taxonomy.skills
    resumes = [*read_gold(TRAINING / "resumes"), *read_gold(TRAINING / "test")]
    assert len(resumes) > 200
    lines = [
        line
        for file in sorted((TRAINING / "lines").glob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
        if line.strip()
    ]
    assert len(lines) > 4_000
    gold = [item for resume in resumes for item in resume.gold]
    gold += [item for line in lines for item in parse_annotated(line)[1]]
    assert len(gold) > 12_000
    assert {item.skill_id for item in gold} <= set(skills)


def test_training_texts_are_of_invented_people() -> None:
    files = sorted(TRAINING.rglob("*.txt"))
    assert len(files) > 200
    for file in files:
        text = file.read_text("utf-8")
        hosts = re.findall(r"@[\w-]*(?:\.[\w-]+)*\b", text)
        wrong = [h for h in hosts if "." in h and not re.search(r"\bexample\b", h)]
        assert not wrong, (file.name, wrong)
