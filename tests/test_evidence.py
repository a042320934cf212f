"""Quotations as people see them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from documents import document_of
from hypothesis import given
from hypothesis import strategies as st

from skillgap import Analyzer
from skillgap.evidence import excerpt, quote_span
from skillgap.models import Span

LONG = "a quite long run of words that says nothing of importance " * 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wrote it in Python.", "Wrote it in Python."),
        ("Good days. Wrote it in Python. Better days.", "Wrote it in Python."),
        ("One line\nPython\nAnother", "Python"),
        (f"{LONG}and Python {LONG}.", "… of importance and Python a quite long run of …"),
        (f"Python {LONG}.", "Python a quite long run of words …"),
    ],
)
def test_a_cut_shows(analyzer: Analyzer, text: str, shown: str) -> None:
    document = document_of(text)
    (mention,) = [m for m in analyzer.mentions(document) if m.skill_id == "python"]
    assert excerpt(document, mention, len(shown) + 2 if "…" in shown else 160) == shown


@given(st.text("ab .!?\n\t\u00a0", max_size=60), st.integers(0, 60))
def test_a_quotation_begins_behind_the_last_break(text: str, at: int) -> None:
    at = min(at, len(text))
    start = max([m.end() for m in re.finditer(r"[\n\t]|(?<=[.!?])\s", text[:at])], default=0)
    blank = len(text[start:at]) - len(text[start:at].lstrip())
    document = replace(document_of("Python"), text=text)
    assert quote_span(document, Span(at, at)).start == start + blank
