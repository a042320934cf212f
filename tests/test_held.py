"""A title that the person has had moves its role up, and shows no skill."""

from __future__ import annotations

import pytest
from documents import document_of

from skillgap import Analyzer
from skillgap.held import held_roles
from skillgap.sections import find_sections

RESUME = """Ada Example
{head}
Experience
{title}, Acme, 2019 – 2022
- Worked with prompt engineers and wrote Python
Skills
Python, SQL"""


@pytest.mark.parametrize(
    ("head", "title", "roles"),
    [
        ("", "Senior Machine Learning Engineer", {"machine-learning-engineer"}),
        ("AI Product Manager", "Analyst", {"ai-product-manager"}),
        ("", "Product Owner", set()),
    ],
)
def test_own_titles(analyzer: Analyzer, head: str, title: str, roles: set[str]) -> None:
    document = document_of(RESUME.format(head=head, title=title))
    assert held_roles(document, find_sections(document), analyzer.taxonomy) == roles


def test_a_title_changes_the_order_and_no_coverage(analyzer: Analyzer) -> None:
    plain = analyzer.analyze_document(document_of(RESUME.format(head="", title="Owner")))
    titled = analyzer.analyze_document(document_of(RESUME.format(head="", title="Data Scientist")))
    before = {c.role_id: c for c in plain.coverages}["data-scientist"]
    after = {c.role_id: c for c in titled.coverages}["data-scientist"]
    assert after.coverage == before.coverage
    assert after.fit > before.fit
    assert analyzer.ranking(titled)[0].role_id == "data-scientist"
