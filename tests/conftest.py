"""Fixtures that many tests share: the shipped taxonomy and one analyzer for it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from skillgap import Analyzer, Taxonomy, load_taxonomy

ROOT = Path(__file__).resolve().parents[1]
AS_OF = datetime.date(2026, 11, 1)


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return load_taxonomy(ROOT / "taxonomy")


@pytest.fixture(scope="session")
def analyzer(taxonomy: Taxonomy) -> Analyzer:
    return Analyzer(taxonomy, as_of=AS_OF)
