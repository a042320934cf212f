"""Fixtures that many tests share: the shipped taxonomy, one analyzer for it, analyzed samples."""

from __future__ import annotations

import datetime
import signal
from pathlib import Path

import pytest

from skillgap import Analyzer, GapReport, Taxonomy, load_taxonomy

ROOT = Path(__file__).resolve().parents[1]
AS_OF = datetime.date(2026, 11, 1)


def pytest_configure() -> None:
    # What a script starts in the background ignores Ctrl-C, and so would every process that the
    # tests start and interrupt.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


# Begun first, so that in the end no core waits for another that has just begun one of these.
LONGEST = ("test_wheel.py", "test_workers.py", "test_batch.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the reports in tests/golden anew instead of comparing with them",
    )


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return load_taxonomy(ROOT / "taxonomy")


@pytest.fixture(scope="session")
def analyzer(taxonomy: Taxonomy) -> Analyzer:
    return Analyzer(taxonomy, as_of=AS_OF)


@pytest.fixture(scope="session")
def reports(analyzer: Analyzer) -> dict[str, GapReport]:
    """Every sample resume by name, analyzed once."""
    paths = sorted((ROOT / "samples" / "resumes").glob("*.pdf"))
    return {
        path.stem: analyzer.analyze_bytes(
            path.read_bytes(), source=path.relative_to(ROOT).as_posix()
        )
        for path in paths
    }
