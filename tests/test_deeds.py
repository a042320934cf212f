"""Verb phrases: the little language of patterns."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.deeds import forms_of, parse_pattern, reach

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
]


@pytest.mark.parametrize(("pattern", "text", "end"), CASES)
def test_patterns(pattern: str, text: str, end: int | None) -> None:
    assert reach(parse_pattern(pattern), text.split(), 0) == end


WORDS = st.sampled_from(["lead", "team", "of", "."])


@given(st.lists(st.sampled_from(["lead", "team?", "..."]), min_size=1, max_size=5),
       st.lists(WORDS, max_size=9))  # fmt: skip
def test_the_longest_of_all_ways_is_found(pattern: list[str], norms: list[str]) -> None:
    """Against trying out how many words each part takes."""
    parts = parse_pattern(" ".join(pattern))
    ends = []
    counts = [range(5) if not p.forms else range(2) if p.optional else (1,) for p in parts]
    for taken in itertools.product(*counts):
        at, fits = 0, True
        for part, count in zip(parts, taken, strict=True):
            words = norms[at : at + count]
            fits &= len(words) == count
            fits &= all(w in part.forms if part.forms else w != "." for w in words)
            at += count
        if fits:
            ends.append(at)
    assert reach(parts, norms, 0) == max(ends, default=None)


def test_inflections() -> None:
    assert {"manage", "managed", "manages", "managing", "led", "leads"} <= forms_of("(manage|lead)")
