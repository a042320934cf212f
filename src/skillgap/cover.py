"""The smallest set of skills that brings roles to a goal: exact where small, greedy where large.

What a set of skills adds to roles is submodular: a skill adds less to a larger set, since what it
implies may be there already. So the sum of the largest single gains bounds what any k skills can
add (for the exact search), and greedy choice needs at most `1 + ln(largest single gain)` times as
many skills as the smallest set (Wolsey 1982, for whole-numbered gains).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

# Sets that are looked at before the greedy one is taken; about a second.
BUDGET = 60_000


@dataclass(frozen=True, slots=True)
class Demand:
    """One role's side: points of each requirement in two parts, and how many points are needed.

    `implied` are the points (whole numbers) that a requirement earns when implied, `shown` those
    when shown; `need` is what the goal asks for.
    """

    implied: dict[str, int]
    shown: dict[str, int]
    need: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Chosen skills; `exact` says that no smaller set exists, else `bound` how much larger than
    the smallest one it can be at most (a factor)."""

    skills: tuple[str, ...]
    exact: bool
    bound: float


class Coverer:
    """Counts what sets of skills earn. `implies` maps a skill to all that it implies."""

    def __init__(
        self,
        demands: Sequence[Demand],
        implies: dict[str, frozenset[str]],
        shown: frozenset[str],
        implied: frozenset[str],
    ) -> None:
        self._demands, self._implies = demands, implies
        self._shown, self._implied = shown, implied | shown
        self.target = sum(demand.need for demand in demands)

    def earned(self, chosen: Iterable[str]) -> list[int]:
        """Each role's points with the chosen skills shown, too."""
        shown = self._shown | frozenset(chosen)
        implied = self._implied.union(*(self._implies.get(s, frozenset()) for s in chosen))
        return [
            sum(points for skill, points in demand.shown.items() if skill in shown)
            + sum(
                p for skill, p in demand.implied.items() if skill in implied and skill not in shown
            )
            for demand in self._demands
        ]

    def value(self, chosen: Iterable[str]) -> int:
        """Points towards the goal; `target` where every role has reached it."""
        earned = self.earned(tuple(chosen))
        return sum(min(e, d.need) for e, d in zip(earned, self._demands, strict=True))


def smallest_cover(
    coverer: Coverer, candidates: Sequence[str], *, most: int | None = None, budget: int = BUDGET
) -> Cover | None:
    """The smallest set of candidates that reaches the target, the first in their order of several.

    None if `most` skills do not suffice, or all of them.
    """
    if coverer.value(()) >= coverer.target:
        return Cover((), True, 1.0)
    greedy = _greedy(coverer, candidates)
    if greedy is None:
        return None
    gain = max(coverer.value((skill,)) for skill in candidates) - coverer.value(())
    limit = len(greedy) if most is None else min(most, len(greedy))
    spent = [budget]
    for size in range(1, limit + 1):
        if size == len(greedy):
            return Cover(greedy, True, 1.0)  # none smaller was found
        found = _search(coverer, candidates, (), 0, size, spent)
        if found is not None:
            return Cover(found, True, 1.0)
        if spent[0] <= 0:
            # Every smaller size was looked through: the smallest set has at least `size` skills.
            bound = min(1 + log(gain), len(greedy) / size)
            return Cover(greedy, False, bound) if limit == len(greedy) else None
    return None


def _greedy(coverer: Coverer, candidates: Sequence[str]) -> tuple[str, ...] | None:
    chosen: tuple[str, ...] = ()
    value = coverer.value(())
    while value < coverer.target:
        rest = [skill for skill in candidates if skill not in chosen]
        gains = [coverer.value((*chosen, skill)) for skill in rest]
        if not gains or max(gains) == value:
            return None
        value = max(gains)
        chosen = (*chosen, rest[gains.index(value)])
    return chosen


def _search(
    coverer: Coverer,
    candidates: Sequence[str],
    chosen: tuple[str, ...],
    start: int,
    left: int,
    spent: list[int],
) -> tuple[str, ...] | None:
    """Depth first over sets of `left` more candidates, cut where even the best could not do."""
    value = coverer.value(chosen)
    gains = []
    for skill in candidates[start:]:
        spent[0] -= 1
        if spent[0] <= 0:
            return None
        gains.append(coverer.value((*chosen, skill)) - value)
    for at, gain in enumerate(gains):
        missing = coverer.target - value
        if sum(sorted(gains[at:], reverse=True)[:left]) < missing:
            return None
        if left == 1:
            if gain >= missing:
                return (*chosen, candidates[start + at])
            continue
        taken = (*chosen, candidates[start + at])
        found = _search(coverer, candidates, taken, start + at + 1, left - 1, spent)
        if found is not None or spent[0] <= 0:
            return found
    return None
