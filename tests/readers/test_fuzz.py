"""Damaged files of every format: our error or a sound document, never anything else."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator

import fuzzing
import pytest

# In all, for the seeds below; CI runs the same.
SECONDS = float(os.environ.get("SKILLGAP_FUZZ_SECONDS", "20"))
SEEDS = (1, 2)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def test_every_format_is_damaged() -> None:
    heads = {data[:2] for data in fuzzing.corpus().values()}
    assert {b"%P", b"PK", b"{\\", b'{"', b"<!"} <= heads
    assert len(fuzzing.corpus()) > 60
    for name, data in fuzzing.corpus().items():
        assert fuzzing.attempt(data, name) in ("good", "doubtful"), name


@pytest.mark.parametrize("seed", SEEDS)
def test_damaged_files(seed: int) -> None:
    ends, faults = fuzzing.run(SECONDS / len(SEEDS), seed)
    assert not faults, "\n".join(faults)
    # The guard: some files are refused, some still read.
    assert ends["good"] and ends["damaged"]
