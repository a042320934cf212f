"""STEP 3: find mentions of skills: exact labels, verb phrases, shared words of lists, then typos.

Candidates that overlap are settled by one rule: the longest span wins; among equals a label wins
over a verb phrase, a verb phrase over a typo. Then `context.judge` says what each one means.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from skillgap.context import judge
from skillgap.ellipsis import find_shared_words
from skillgap.guards import has_right_case
from skillgap.models import Candidate, Document, Mention, Method, Section, Taxonomy
from skillgap.phrases import PhraseIndex
from skillgap.places import Places
from skillgap.typos import TypoFinder
from skillgap.units import find_units

_RANK = {Method.PREFERRED: 0, Method.ALIAS: 0, Method.PATTERN: 1, Method.FUZZY: 2}


class MentionFinder:
    """Finds the mentions of a taxonomy's skills. Build once, use for many documents."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._index = PhraseIndex(taxonomy)
        self._typos = TypoFinder(self._index, taxonomy)

    def find(self, document: Document, sections: tuple[Section, ...]) -> tuple[Mention, ...]:
        """Every settled mention in order of position, claimed or not; spans never overlap."""
        found = self._index.find(document.text)
        places = Places(found.words, find_units(found.words), sections, document.blocks)
        exact = [c for c in found.candidates if self._has_right_case(document, c)]
        taken = places.words_of(c.span for c in exact)
        settled = settle(
            [
                *exact,
                *find_shared_words(found.words, exact, places, self._index),
                *self._typos.find(found.words, places, taken),
            ]
        )
        taken = places.words_of(c.span for c in settled)
        mentions = (self._judged(document, c, places, taken) for c in settled)
        return tuple(mention for mention in mentions if mention is not None)

    def _has_right_case(self, document: Document, candidate: Candidate) -> bool:
        surface = document.text[candidate.span.start : candidate.span.end]
        return has_right_case(self._taxonomy.skills[candidate.skill_id], candidate, surface)

    def _judged(
        self, document: Document, candidate: Candidate, places: Places, taken: frozenset[int]
    ) -> Mention | None:
        scene = places.scene(candidate, self._taxonomy.skills[candidate.skill_id], taken)
        if scene is None:
            return None
        status, rule = judge(scene)
        return Mention(
            skill_id=candidate.skill_id,
            span=candidate.span,
            surface=document.text[candidate.span.start : candidate.span.end],
            section=scene.kind,
            method=candidate.method,
            score=candidate.score,
            status=status,
            label=candidate.label,
            rule=rule,
        )


def settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Choose among overlapping candidates: longest span, then method, then place and id."""
    ranked = sorted(
        candidates,
        key=lambda c: (c.span.start - c.span.end, _RANK[c.method], c.span.start, c.skill_id, c.label),
    )
    chosen: list[Candidate] = []
    starts: list[int] = []
    for candidate in ranked:
        at = bisect_right(starts, candidate.span.start)
        neighbours = chosen[max(at - 1, 0) : at + 1]
        if not any(other.span.overlaps(candidate.span) for other in neighbours):
            chosen.insert(at, candidate)
            starts.insert(at, candidate.span.start)
    return chosen
