"""Folding, inflection and label keys; every label is looked for as the tokenizer would split it."""

from __future__ import annotations

import doctest

import pytest

from skillgap import Analyzer, headings, jsontext, patterns, words
from skillgap.dates import ranges
from skillgap.phrases import PhraseIndex
from skillgap.words import file_name, fold, inflections, label_key, other_number


@pytest.mark.parametrize("module", [words, headings, ranges, patterns, jsontext])
def test_examples_in_docstrings(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("visualisation", "visualization"),
        ("modelling", "modeling"),
        ("Analysing", "analyzing"),
        ("optimised", "optimized"),
        ("behavioural", "behavioral"),
        ("centre", "center"),
        ("programme", "program"),
        ("Co-ordinated", "coordinated"),
        ("don’t", "don't"),
    ],
)
def test_spellings_are_one(british: str, american: str) -> None:
    assert fold(british) == fold(american)


@pytest.mark.parametrize("word", ["promise", "exercise", "rising", "advised", "C++", "raised"])
def test_words_that_only_look_british_still_differ_from_others(word: str) -> None:
    assert fold(word) != fold(word[:-1])


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("manage", {"manages", "managed", "managing"}),
        ("lead", {"led", "leading"}),
        ("plot", {"plotted", "plotting"}),
        ("classify", {"classified", "classifies"}),
        ("build", {"built", "builds"}),
    ],
)
def test_inflections(verb: str, forms: set[str]) -> None:
    assert forms <= inflections(verb)


@pytest.mark.parametrize(
    ("one", "many"), [("library", "libraries"), ("system", "systems"), ("process", "processes")]
)
def test_numbers(one: str, many: str) -> None:
    assert other_number(many) == one or other_number(one) == many


def test_names_keep_their_last_letter() -> None:
    assert label_key("Keras") != label_key("Kera")
    assert label_key("Pandas") != label_key("Panda")


def test_plain_labels_are_split_as_the_tokenizer_would(analyzer: Analyzer) -> None:
    index = PhraseIndex(analyzer.taxonomy)
    labels = [label for skill in analyzer.taxonomy.skills.values() for label in skill.labels()]
    assert len(labels) > 2000
    for label in labels:
        whole = [w.norm for w in index.words(label) if w.norm not in ("-", "‐", "‑")]
        assert [n for n in index._label_words(label) if n not in ("-", "‐", "‑")] == whole, label


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("cv.pdf", "cv.pdf"),
        ("folder/my cv.pdf", "my cv.pdf"),
        ("C:\\Users\\Ann\\cv.pdf", "cv.pdf"),
        ("folder/bad\\xff\\xfename.pdf", "bad\\xff\\xfename.pdf"),
    ],
)
def test_the_name_of_a_file(source: str, name: str) -> None:
    assert file_name(source) == name
