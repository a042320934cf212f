"""Lengths of charts, as SVG wants them: percentages of the drawing's width, with one decimal.

A chart that is drawn in percentages follows the page's width without a script, and its text keeps
its size on a phone.
"""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.coverage import CREDITS, WEIGHTS
from skillgap.models import Coverage, MatchStatus


@dataclass(frozen=True, slots=True)
class Bar:
    """A coverage as two stretches, one behind the other: what is shown, what is implied."""

    shown: str
    implied: str
    start: str  # where the second one begins


def percent(share: float) -> str:
    """A share of 1 as a length: 0.125 is "12.5%"."""
    return f"{100 * share:.1f}%"


def bar(shown: float, implied: float) -> Bar:
    """A bar of two shares of 1 that add up to no more than 1."""
    return Bar(percent(shown), percent(implied), percent(shown))


def coverage_bar(coverage: Coverage) -> Bar:
    """How much of the coverage is shown and how much is implied; both together are its number."""
    total = sum(WEIGHTS[match.requirement.importance] for match in coverage.matches)

    def share(status: MatchStatus) -> float:
        weights = [
            WEIGHTS[m.requirement.importance] for m in coverage.matches if m.status is status
        ]
        return CREDITS[status] * sum(weights) / total if total else 0.0

    return bar(share(MatchStatus.COVERED), share(MatchStatus.IMPLIED))


def heat(share: float) -> int:
    """The class of a heat map's cell, 0 to 10: how strongly it is coloured."""
    return round(10 * share)
