"""Precision, recall, F1 and traps, by skill and by mention, by counting alone.

By skill: a resume claims a skill or it does not, however often it names it. By mention: each
annotated span and each found one counts for itself. Debatable ones, and broader skills that follow
from a claimed one, count neither for nor against. A figure that is undefined is None, not 0.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from skillgap.evaluation.gold import CLAIMED, DEBATABLE, Gold
from skillgap.models import Document, Mention, Span, Status, Taxonomy

NOT_FOUND = "not found"
# (resume, skill, words around): one miss, wrong find or trap, for people to look at
Item = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one annotated span, or of one claim found where none is annotated.

    `gold` and `found` are statuses; "" where there is none. `method`, `section` and `format` say
    where and how it was found.
    """

    gold: str
    found: str
    method: str
    section: str
    format: str

    @property
    def is_wrong(self) -> bool:
        """Whether it was taken for a claim and is none."""
        return self.found == CLAIMED and self.gold not in (CLAIMED, DEBATABLE)


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts by skill over one or more resumes, with each miss and wrong find; outcomes by
    mention; and months: how many are exact, and which are not (resume, skill, "gold, found")."""

    right: int
    missed: tuple[Item, ...]
    wrong: tuple[Item, ...]
    traps: int
    trapped: tuple[Item, ...]
    outcomes: tuple[Outcome, ...] = ()
    months_right: int = 0
    months_wrong: tuple[Item, ...] = ()

    @property
    def precision(self) -> float | None:
        """Share of the found skills that are right; None where nothing was found."""
        return ratio(self.right, self.right + len(self.wrong))

    @property
    def recall(self) -> float | None:
        """Share of the claimed skills that were found; None where nothing is claimed."""
        return ratio(self.right, self.right + len(self.missed))

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where either is undefined or both are 0."""
        return harmonic(self.precision, self.recall)

    @property
    def mention_precision(self) -> float | None:
        """Share of the found claims that are right, each place counted for itself."""
        right = self.count(CLAIMED, CLAIMED)
        wrong = sum(
            o.found == CLAIMED and o.gold not in (CLAIMED, DEBATABLE) for o in self.outcomes
        )
        return ratio(right, right + wrong)

    @property
    def mention_recall(self) -> float | None:
        """Share of the annotated claims that were found at their place."""
        return ratio(self.count(CLAIMED, CLAIMED), sum(o.gold == CLAIMED for o in self.outcomes))

    @property
    def months_exact(self) -> float | None:
        """Share of the annotated months that came out the same."""
        return ratio(self.months_right, self.months_right + len(self.months_wrong))

    def count(self, gold: str, found: str) -> int:
        """How many annotated spans of one status were found with another."""
        return sum(o.gold == gold and o.found == found for o in self.outcomes)


def ratio(part: int, whole: int) -> float | None:
    """A share; None of nothing."""
    return part / whole if whole else None


def harmonic(precision: float | None, recall: float | None) -> float | None:
    """F1; None where either is undefined or both are 0."""
    if precision is None or recall is None or precision + recall == 0:
        return None
    return 2 * precision * recall / (precision + recall)


def confidence(
    scores: Sequence[Scores], figure: Callable[[Scores], float | None], draws: int = 1000
) -> tuple[float, float] | None:
    """The middle 95 % of a figure over resumes drawn with replacement (a bootstrap).

    The seed is fixed, so the same scores give the same interval. None where it is undefined.
    """
    dice = random.Random(0)
    values = []
    plain = [_counts(item) for item in scores]  # lists would be joined a thousand times
    for _ in range(draws):
        value = figure(total(dice.choice(plain) for _ in plain))
        if value is not None:
            values.append(value)
    if not values:
        return None
    values.sort()
    return values[int(0.025 * len(values))], values[int(0.975 * len(values))]


def _counts(scores: Scores) -> Scores:
    nothing: Item = ("", "", "")
    return Scores(
        right=scores.right,
        missed=(nothing,) * len(scores.missed),
        wrong=(nothing,) * len(scores.wrong),
        traps=scores.traps,
        trapped=(nothing,) * len(scores.trapped),
        months_right=scores.months_right,
        months_wrong=(nothing,) * len(scores.months_wrong),
    )


def score(
    name: str,
    document: Document,
    gold: Iterable[Gold],
    found: Iterable[Mention],
    taxonomy: Taxonomy,
) -> Scores:
    """Hold what was found in one resume against its gold; spans refer to the document's text."""
    gold, found, text = tuple(gold), tuple(found), document.text
    claimed = {g.skill_id: g for g in reversed(gold) if g.status == CLAIMED}
    open_ = {g.skill_id for g in gold if g.status == DEBATABLE}
    open_ |= _broader({*claimed, *open_}, taxonomy)
    claims = {m.skill_id: m for m in reversed(found) if m.status is Status.CLAIMED}
    traps = [g for g in gold if g.is_trap]
    trapped = [g for g in traps if (m := match_of(g, found)) and m.status is Status.CLAIMED]
    return Scores(
        right=len(claimed.keys() & claims.keys()),
        missed=tuple(
            (name, skill, around(text, g.span))
            for skill, g in claimed.items()
            if skill not in claims
        ),
        wrong=tuple(
            (name, skill, around(text, m.span))
            for skill, m in claims.items()
            if skill not in claimed and skill not in open_
        ),
        traps=len(traps),
        trapped=tuple((name, g.skill_id, around(text, g.span)) for g in trapped),
        outcomes=tuple(_outcomes(gold, found, open_, document.format)),
    )


def match_of(gold: Gold, found: Iterable[Mention]) -> Mention | None:
    """The mention of an annotated skill at its place; a claim before one that does not count."""
    there = [m for m in found if m.skill_id == gold.skill_id and m.span.overlaps(gold.span)]
    return min(there, key=lambda m: m.status is not Status.CLAIMED, default=None)


def _outcomes(
    gold: tuple[Gold, ...], found: tuple[Mention, ...], open_: set[str], format_: str
) -> Iterable[Outcome]:
    met = set()
    for item in gold:
        mention = match_of(item, found)
        if mention is None:
            yield Outcome(item.status, NOT_FOUND, "", "", format_)
            continue
        met.add(mention)
        yield _outcome(item.status, mention, format_)
    for mention in found:
        if (
            mention.status is Status.CLAIMED
            and mention not in met
            and mention.skill_id not in open_
        ):
            yield _outcome("", mention, format_)


def _outcome(gold: str, mention: Mention, format_: str) -> Outcome:
    return Outcome(gold, mention.status.value, mention.method.value, mention.section.value, format_)


def total(scores: Iterable[Scores]) -> Scores:
    """The sum over several resumes."""
    scores = tuple(scores)
    return Scores(
        right=sum(s.right for s in scores),
        missed=tuple(item for s in scores for item in s.missed),
        wrong=tuple(item for s in scores for item in s.wrong),
        traps=sum(s.traps for s in scores),
        trapped=tuple(item for s in scores for item in s.trapped),
        outcomes=tuple(item for s in scores for item in s.outcomes),
        months_right=sum(s.months_right for s in scores),
        months_wrong=tuple(item for s in scores for item in s.months_wrong),
    )


def _broader(skill_ids: set[str], taxonomy: Taxonomy) -> set[str]:
    found: set[str] = set()
    queue = list(skill_ids)
    while queue:
        skill = taxonomy.skills.get(queue.pop())
        for broader in skill.broader if skill else ():
            if broader not in found:
                found.add(broader)
                queue.append(broader)
    return found


def around(text: str, span: Span, width: int = 40) -> str:
    """The words of a span in brackets, with some text on both sides, in one line."""
    before = text[max(span.start - width, 0) : span.start]
    after = text[span.end : span.end + width]
    return f"{before}[{text[span.start : span.end]}]{after}".replace("\n", " / ")
