"""Quotations as people see them."""

from __future__ import annotations

import pytest
from documents import document_of

from skillgap import Analyzer
from skillgap.evidence import excerpt

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
