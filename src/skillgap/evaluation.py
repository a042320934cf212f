"""Measure the extractor on annotated resumes: precision, recall, F1, traps, with every miss.

An annotated resume is a text with the truth written into it (samples/gold/README.md):
`{{python|Python}}` a claim, `{{python?|Python}}` debatable, `{{!negated java|Java}}` a trap.
Counting is by skill: a resume claims a skill or it does not, however often it names it. Debatable
skills, and broader ones that follow from a claimed one, count neither for nor against.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillgap.models import Mention, Span, Status, Taxonomy
from skillgap.readers import read_bytes

if TYPE_CHECKING:
    from skillgap.pipeline import Analyzer

_MARK = re.compile(
    r"\{\{(?:!(?P<reason>[a-z-]+) )?(?P<skill>[a-z0-9-]+)(?P<open>\?)?\|(?P<text>[^{}|]+)\}\}"
)
CLAIMED, DEBATABLE = "claimed", "debatable"


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated span: `status` is claimed, debatable or the reason why it is a trap."""

    skill_id: str
    span: Span
    status: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts by skill over one or more resumes, and what was missed or wrongly found.

    The lists hold (resume, skill, words around).
    """

    right: int
    missed: tuple[tuple[str, str, str], ...]
    wrong: tuple[tuple[str, str, str], ...]
    traps: int
    trapped: tuple[tuple[str, str, str], ...]

    @property
    def precision(self) -> float | None:
        """Share of the found skills that are right; None where nothing was found."""
        found = self.right + len(self.wrong)
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """Share of the claimed skills that were found; None where nothing is claimed."""
        claimed = self.right + len(self.missed)
        return self.right / claimed if claimed else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where either is undefined or both are 0."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None or precision + recall == 0:
            return None
        return 2 * precision * recall / (precision + recall)


def parse_annotated(marked: str) -> tuple[str, tuple[Gold, ...]]:
    """The resume's text without the marks, and the gold with spans in that text."""
    pieces: list[str] = []
    gold: list[Gold] = []
    length = at = 0
    for match in _MARK.finditer(marked):
        before, inner = marked[at : match.start()], match["text"]
        pieces += [before, inner]
        start = length + len(before)
        length = start + len(inner)
        status = match["reason"] or (DEBATABLE if match["open"] else CLAIMED)
        gold.append(Gold(match["skill"], Span(start, length), status))
        at = match.end()
    pieces.append(marked[at:])
    return "".join(pieces), tuple(gold)


def carry_over(gold: Iterable[Gold], raw: str, text: str) -> tuple[Gold, ...]:
    """Gold of a raw file, with its spans moved into the text that a reader made of it.

    A reader leaves out list signs and joins lines, but never changes the order of characters, so
    each character that is no white space is matched with the next same one. Raises ValueError if
    a span cannot be found again.
    """
    places: dict[int, int] = {}
    at = 0
    for index, character in enumerate(raw):
        while at < len(text) and text[at].isspace():
            at += 1
        if at < len(text) and character == text[at]:
            places[index] = at
            at += 1
    moved = []
    for item in gold:
        if item.span.start not in places or item.span.end - 1 not in places:
            raise ValueError(f"the reader lost {raw[item.span.start : item.span.end]!r}")
        span = Span(places[item.span.start], places[item.span.end - 1] + 1)
        moved.append(Gold(item.skill_id, span, item.status))
    return tuple(moved)


def evaluate(name: str, marked: str, analyzer: Analyzer) -> Scores:
    """Read one annotated resume as plain text, find its skills and score them."""
    raw, gold = parse_annotated(marked)
    document = read_bytes(raw.encode("utf-8"), name)
    gold = carry_over(gold, raw, document.text)
    return score(name, document.text, gold, analyzer.mentions(document), analyzer.taxonomy)


def confidence(
    scores: Sequence[Scores], figure: Callable[[Scores], float | None], draws: int = 1000
) -> tuple[float, float]:
    """The middle 95 % of a figure over resumes drawn with replacement (a bootstrap).

    The seed is fixed, so the same scores give the same interval.
    """
    dice = random.Random(0)
    values = []
    for _ in range(draws):
        value = figure(total(dice.choice(scores) for _ in scores))
        if value is not None:
            values.append(value)
    values.sort()
    return values[int(0.025 * len(values))], values[int(0.975 * len(values))]


def score(
    name: str, text: str, gold: Iterable[Gold], found: Iterable[Mention], taxonomy: Taxonomy
) -> Scores:
    """Hold what was found in one resume against its gold; spans refer to the same text."""
    gold, found = tuple(gold), tuple(found)
    claimed = {g.skill_id: g for g in gold if g.status == CLAIMED}
    open_ = {g.skill_id for g in gold if g.status == DEBATABLE}
    open_ |= _broader({*claimed, *open_}, taxonomy)
    claims = {m.skill_id: m for m in reversed(found) if m.status is Status.CLAIMED}
    traps = [g for g in gold if g.status not in (CLAIMED, DEBATABLE)]
    trapped = [
        g
        for g in traps
        if any(
            m.skill_id == g.skill_id and m.span.overlaps(g.span) and m.status is Status.CLAIMED
            for m in found
        )
    ]
    return Scores(
        right=len(claimed.keys() & claims.keys()),
        missed=tuple(
            (name, skill, _around(text, g.span))
            for skill, g in claimed.items()
            if skill not in claims
        ),
        wrong=tuple(
            (name, skill, _around(text, m.span))
            for skill, m in claims.items()
            if skill not in claimed and skill not in open_
        ),
        traps=len(traps),
        trapped=tuple((name, g.skill_id, _around(text, g.span)) for g in trapped),
    )


def total(scores: Iterable[Scores]) -> Scores:
    """The sum over several resumes."""
    scores = tuple(scores)
    return Scores(
        right=sum(s.right for s in scores),
        missed=tuple(item for s in scores for item in s.missed),
        wrong=tuple(item for s in scores for item in s.wrong),
        traps=sum(s.traps for s in scores),
        trapped=tuple(item for s in scores for item in s.trapped),
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


def _around(text: str, span: Span, width: int = 40) -> str:
    before = text[max(span.start - width, 0) : span.start]
    after = text[span.end : span.end + width]
    return f"{before}[{text[span.start : span.end]}]{after}".replace("\n", " / ")
