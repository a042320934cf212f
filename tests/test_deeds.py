"""Verb phrases: the little language of patterns, and the deeds that the taxonomy's own find."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from documents import document_of
from hypothesis import given
from hypothesis import strategies as st

from skillgap import Analyzer
from skillgap.deeds import DeedIndex, reach
from skillgap.models import Status, Taxonomy
from skillgap.patterns import GAP, PatternReader, pattern_faults
from skillgap.taxonomy import load_taxonomy

DATA = Path(__file__).with_name("data")
CLASSES = {"people": ("nurse", "shop", "@chief"), "chief": ("manager",)}
READER = PatternReader(CLASSES)

CASES = [
    ("(manage|lead) ... project", "managed three large projects", 4),
    ("(manage|lead) ... project", "leading projects", 2),
    ("(manage|lead) ... project", "managed one two three four projects", 6),
    ("(manage|lead) ... project", "managed one two three four five projects", None),
    ("(manage|lead) ... project", "managed it . projects", None),
    ("(manage|lead) ... project", "managed it | projects", None),
    ("(manage|lead) ... project", "projects managed", None),
    ("train large? model", "trained large models", 3),
    ("train large? model", "trained models", 2),
    ("train large? model", "trained small models", None),
    ("present ... non-technical", "presented to non technical", 4),
    ("(own|keep) ... roadmap", "kept the roadmap and the roadmap", 6),  # the longest
    ("=presented to", "presented to", 2),
    ("=presented to", "present to", None),
    ("(=ran|lead) team", "ran team", 2),
    ("(=ran|lead) team", "run team", None),
    ("interview @people", "interviewed nurses", 2),
    ("interview @people", "interviewed managers", 2),
    ("interview (@people|chef)", "interviewing chefs", 2),
    ("interview @people", "interviewed engineers", None),
    ("train # @people", "trained 14 nurses", 3),
    ("train # @people", "trained 1,400 nurses", 3),
    ("train # @people", "trained several nurses", 3),
    ("train (#|all)? @people", "trained all nurses", 3),
    ("train # @people", "trained nurses", None),
    ("train !(dog|horse) ... @people", "trained with nurses", 3),
    ("train !(dog|horse) ... @people", "trained dogs with nurses", None),
]


@pytest.mark.parametrize(("pattern", "text", "end"), CASES)
def test_patterns(pattern: str, text: str, end: int | None) -> None:
    assert not list(pattern_faults(pattern, CLASSES))
    assert reach(READER.parse(pattern), text.split(), 0) == end


WORDS = st.sampled_from(["lead", "team", "of", "."])


@given(st.lists(st.sampled_from(["lead", "team?", "..."]), min_size=1, max_size=5),
       st.lists(WORDS, max_size=9))  # fmt: skip
def test_the_longest_of_all_ways_is_found(pattern: list[str], norms: list[str]) -> None:
    """Against trying out how many words each part takes."""
    parts = READER.parse(" ".join(pattern))
    ends = []
    counts = [range(GAP + 1) if p.is_gap else range(2) if p.optional else (1,) for p in parts]
    for taken in itertools.product(*counts):
        at, fits = 0, True
        for part, count in zip(parts, taken, strict=True):
            words = norms[at : at + count]
            fits &= len(words) == count
            fits &= all(w != "." if part.is_gap else part.fits(w) for w in words)
            at += count
        if fits:
            ends.append(at)
    assert reach(parts, norms, 0) == max(ends, default=None)


FAULTS = [
    ("", "is empty"),
    ("... team", "begins with"),
    ("# team", "begins with"),
    ("lead? team", "begins with"),
    ("!lead team", "begins with"),
    ("lead ...", "ends with a gap"),
    ("(lead team", "no part"),
    ("lead (team|)", "no part"),
    ("(back-test|test) model", "hyphen"),
    ("lead @crew", "unknown word class '@crew'"),
]


@pytest.mark.parametrize(("pattern", "fault"), FAULTS)
def test_faults_are_named(pattern: str, fault: str) -> None:
    assert any(fault in found for found in pattern_faults(pattern, CLASSES))


def test_no_deed_begins_behind_an_article() -> None:
    """Unless the pattern says by `=` that its first word is a noun."""
    taxonomy = load_taxonomy()
    skill = replace(taxonomy.skills["leadership"], patterns=("pilot ... model", "=bias in model"))
    index = DeedIndex(replace(taxonomy, skills={skill.id: skill}))

    def found(text: str) -> list[int]:
        return [deed.first for deed in index.find(text.split())]

    assert found("piloted the model") == [0]
    assert found("read of the pilot of a model") == []
    assert found("a model that piloted models") == []
    assert found("found the bias in models") == [2]


JOINED = [
    ("hire ... team", "hired , trained and led a team", True),
    ("hire team", "hired and led team", True),
    ("lead team", "hired and led team", True),
    ("hire team", "hired engineers and led team", False),
    ("hire team", "hired and leads team", False),  # another form: no list of verbs
    ("introduce a bot", "rollout of a bot", True),
    ("introduce a bot", "rollout with a bot", False),
    ("introduce a bot", "the rollout of a bot", True),
    ("train model", "training of model", True),
    ("clean ... sheet", "a script that cleans our sheets", True),
    ("clean ... sheet", "a colleague that cleans our sheets", False),
    ("merge ... table", "merged sales , weather , holiday , stock tables", True),
]


@pytest.mark.parametrize(("pattern", "text", "fits"), JOINED)
def test_verbs_that_are_joined_and_nouns_of_action(pattern: str, text: str, fits: bool) -> None:
    taxonomy = load_taxonomy()
    patterns = (pattern, "lead ... x", "train ... x")  # so that these words begin a verb phrase
    skill = replace(taxonomy.skills["leadership"], patterns=patterns)
    index = DeedIndex(replace(taxonomy, skills={skill.id: skill}))
    found = [deed for deed in index.find(text.split()) if deed.pattern == pattern]
    assert bool(found) == fits


def test_a_first_word_may_have_a_hyphen() -> None:
    taxonomy = load_taxonomy()
    skill = replace(taxonomy.skills["leadership"], patterns=("fact-check ... article",))
    index = DeedIndex(replace(taxonomy, skills={skill.id: skill}))
    assert [deed.last for deed in index.find("fact checked forty articles".split())] == [4]


def test_the_narrower_of_two_skills_wins() -> None:
    """It implies the other one, which would otherwise hide it by reaching further."""
    taxonomy = load_taxonomy()
    assert "user-research" in taxonomy.skills["user-interviews"].broader
    patterns = {
        "user-interviews": ("interview user",),
        "user-research": ("interview user ... need",),
    }
    skills = {id_: replace(taxonomy.skills[id_], patterns=row) for id_, row in patterns.items()}
    index = DeedIndex(replace(taxonomy, skills={**taxonomy.skills, **skills}))
    found = [deed.skill_id for deed in index.find("interviewed users about needs".split())]
    assert "user-interviews" in found
    assert "user-research" not in found


def test_inflections() -> None:
    forms = READER.part("(manage|lead)").forms
    assert {"manage", "managed", "manages", "managing", "led", "leads"} <= forms


def rows() -> list[tuple[str, frozenset[str]]]:
    """Each sentence of the table with the skills that are to be found."""
    lines = (DATA / "deeds.txt").read_text("utf-8").splitlines()
    table: list[tuple[str, frozenset[str]]] = []
    for line in lines:
        if line and not line.startswith("#"):
            text, _, skills = line.partition(" => ")
            found = skills.partition("|")[0].replace(",", " ")
            table.append((text, frozenset(found.split())))
    return table


def broader_of(taxonomy: Taxonomy, skill_id: str) -> set[str]:
    """All skills that one implies."""
    direct = taxonomy.skills[skill_id].broader
    return {*direct, *(far for near in direct for far in broader_of(taxonomy, near))}


def test_deeds_are_found(analyzer: Analyzer) -> None:
    """Every sentence as an item of a job: its skills are shown or implied."""
    table = rows()
    assert len(table) > 300
    text = "Work experience\n\nAcme Ltd, 2019 - 2022\n" + "\n".join(f"- {row[0]}" for row in table)
    document = document_of(text)
    mentions = analyzer.mentions(document)
    wrong = []
    at = 0
    for sentence, found in table:
        at = document.text.index(sentence, at)
        inside = (m for m in mentions if at <= m.span.start < at + len(sentence))
        shown = {m.skill_id for m in inside if m.status is Status.CLAIMED}
        shown |= {broader for skill in shown for broader in broader_of(analyzer.taxonomy, skill)}
        if not found <= shown:
            wrong.append((sentence, sorted(found - shown)))
        at += len(sentence)
    assert wrong == []
