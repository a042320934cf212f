"""Shares and percentages as people type them."""

from __future__ import annotations

import pytest
from running import SAMPLE, assert_fails, skillgap

from skillgap.cli.values import parse_percent, parse_share
from skillgap.errors import UsageError


@pytest.mark.parametrize(
    ("text", "share"),
    [("0.8", 0.8), ("80%", 0.8), (" 80 % ", 0.8), ("1", 1.0), ("0", 0.0), ("100%", 1.0)],
)
def test_a_share(text: str, share: float) -> None:
    assert parse_share(text) == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("80", "Did you mean 0.8 or 80%?"),
        ("100", "Did you mean 1 or 100%?"),
        ("1.5", "Write it as 0.8 or 80%."),
        ("120%", "Write it as 0.8 or 80%."),
        ("-1", "Write it as 0.8 or 80%."),
        ("nan", "Write it as 0.8 or 80%."),
        ("much", "Write it as 0.8 or 80%."),
    ],
)
def test_no_share(text: str, mend: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_share(text)
    assert (caught.value.mend, caught.value.code) == (mend, "share")


def test_a_percentage() -> None:
    assert [parse_percent(text) for text in ("30", "30%", "0", "0.5%", "100")] == [
        30.0, 30.0, 0.0, 0.5, 100.0,
    ]  # fmt: skip
    with pytest.raises(UsageError, match="Did you mean 80 or 80%"):
        parse_percent("0.8")
    for text in ("101", "-1", "inf", "x"):
        with pytest.raises(UsageError, match="Write it as 80"):
            parse_percent(text)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (["plan", str(SAMPLE), "--goal", "80"], "Did you mean 0.8 or 80%?"),
        (["report", str(SAMPLE), "--goal", "80"], "Did you mean 0.8 or 80%?"),
        (["rank", "x.sqlite", "--role", "writer", "--min-coverage", "50"], "0.5 or 50%"),
        (["analyze", str(SAMPLE), "--fail-under", "0.8"], "Did you mean 80 or 80%?"),
        (["plan", str(SAMPLE), "--goal", "0"], "above 0"),
    ],
)
def test_every_share_is_asked_the_same_way(call: list[str], words: str) -> None:
    assert_fails(skillgap(*call), 2, words)


def test_a_goal_in_percent_is_the_same_goal() -> None:
    call = ("plan", SAMPLE, "--role", "prompt-engineer", "--goal")
    assert skillgap(*call, "90%").out == skillgap(*call, "0.9").out != ""
