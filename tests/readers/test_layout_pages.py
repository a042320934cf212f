"""Whole pages from many makers: every word is found, in the order in which a person reads.

The pages and their texts lie in tests/data/layouts, with the programs that made them.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from layouts import Page, committed_pages

from skillgap.models import Document
from skillgap.readers import read_bytes

PAGES = committed_pages()
# The goals of the reading order: shares of the neighbouring words that stay neighbours.
LEAST_ORDER = {1: 0.98, 2: 0.97, 3: 0.97}


def words(text: str) -> list[str]:
    """Letters and figures, hyphens aside."""
    return re.findall(r"\w+", re.sub(r"[-\u00ad\u2010]\s*", "", text).lower())


def document_of(name: str) -> Document:
    page = next(page for page in PAGES if page.name == name)
    return read_bytes(page.data, page.name)


def blocks_of(name: str) -> list[tuple[str, str]]:
    document = document_of(name)
    return [(b.kind.value, document.text[b.span.start : b.span.end]) for b in document.blocks]


def test_there_are_pages_of_every_kind() -> None:
    assert len(PAGES) >= 25 and {page.columns for page in PAGES} == {1, 2, 3}
    assert {"chromium", "latex", "libreoffice"} <= {page.name.partition("-")[0] for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_words_and_their_order(page: Page) -> None:
    gold, found = words(page.gold), words(read_bytes(page.data, page.name).text)
    missing = Counter(gold) - Counter(found)
    assert not missing
    pairs, kept = (Counter(zip(seq, seq[1:], strict=False)) for seq in (gold, found))
    share = (pairs & kept).total() / pairs.total()
    assert share >= LEAST_ORDER[page.columns], sorted(pairs - kept)


def test_wrapped_dates_before_their_job_are_one() -> None:
    blocks = blocks_of("latex-moderncv-classic.pdf")
    dates = ["Mar 2021 – Present\t", "Aug 2018 – Feb 2021\t", "Jun 2016 – Jul 2018\t"]
    starts = [text for _, text in blocks if text.startswith(tuple(dates))]
    assert len(starts) == 3 and starts[0].endswith("Senior ML Engineer, Hjärta Devices AB")


def test_titles_beside_their_sections_are_headings() -> None:
    headings = [t for kind, t in blocks_of("latex-headings-in-left-cells.pdf") if kind == "heading"]
    assert headings == ["Mireille Achterberg", "Profile", "Experience", "Education", "Skills"]


def test_titles_beside_their_sections_and_dates_are_headings() -> None:
    blocks = blocks_of("chromium-titles-left-dates-right.pdf")
    headings = [text for kind, text in blocks if kind == "heading"]
    assert headings[1:] == ["PROFILE", "EXPERIENCE", "EDUCATION", "SKILLS"]
    assert ("paragraph", "Product Manager, Volta Grid\t04/2019 – 12/2021") in blocks


def test_cells_that_wrap_are_read_row_by_row() -> None:
    texts = [text for _, text in blocks_of("chromium-bordered-table-of-jobs.pdf")]
    at = texts.index("2020 – now")
    assert texts[at - 1] == "Period\tPost\tTasks"
    assert texts[at + 1] == "Data Scientist, Havenbedrijf Analytics"
    assert texts[at + 2].startswith("Predicts the arrival") and texts[at + 3] == "2017 – 2020"


def test_hebrew_is_read_from_the_right() -> None:
    assert "מיריי · Data Scientist" in document_of("chromium-turned-label.pdf").text


def test_wrapped_items_of_a_narrow_list_are_one() -> None:
    texts = [text for _, text in blocks_of("reportlab-like-linkedin-profile.pdf")]
    assert "AWS Certified Machine Learning – Specialty" in texts
    assert texts[texts.index("Top Skills") + 1 :][:3] == ["Machine Learning", "PyTorch", "MLOps"]


@pytest.mark.parametrize("name", ["latex-moderncv-banking.pdf", "chromium-icons-and-tags.pdf"])
def test_icons_are_not_read(name: str) -> None:
    text = document_of(name).text
    assert "@example.com" in text
    assert not re.search("[\ue000-\uf8ff\ufffd\x80-\x9f#]", text)


def test_footers_of_a_profile_are_apart() -> None:
    pages = [
        t for kind, t in blocks_of("reportlab-like-linkedin-profile.pdf") if kind == "furniture"
    ]
    assert pages == ["Page 1 of 2", "Page 2 of 2"]
