"""No expression of context can be delayed by a resume: eight times the text, eight times the time.

The strings are those of `benchmarks/cues.py`. Growth is held, not speed: an expression of quadratic
time takes 64 times as long.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "cues.py"
SHORT, LONG, MOST = 500, 4_000, 24


@pytest.fixture(scope="module")
def cost() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cost_of_cues", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def growth(cost: ModuleType, expression: re.Pattern[str], runs: int) -> float:
    """How many times longer the longer strings take, the best of some runs."""
    short = min(cost.seconds(expression, SHORT, 1) for _ in range(runs))
    long = min(cost.seconds(expression, LONG, 1) for _ in range(runs))
    return float(long / max(short, cost.LEAST))


def test_time_grows_with_the_text_alone(cost: ModuleType) -> None:
    expressions = cost.patterns(cost.MODULES)
    assert len(expressions) > 100
    slow = [name for name, found in expressions.items() if growth(cost, found, 1) > MOST]
    assert [name for name in slow if growth(cost, expressions[name], 5) > MOST] == []


@pytest.mark.parametrize("words", [r"(?:\w+ )+end", r"no (?:\S+ )*end"])
def test_a_slow_expression_is_noticed(cost: ModuleType, words: str) -> None:
    assert growth(cost, re.compile(words), 1) > MOST
