"""STEP 3: find mentions of skills: exact labels, verb phrases, shared words of lists, then typos.

Candidates that overlap are settled by one rule (`settle`): the longest label wins, a verb phrase
gives way to labels. Then `context.judge` says what each one means.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from skillgap.context import Judge, judge
from skillgap.ellipsis import find_shared_words
from skillgap.forms import form_of
from skillgap.guards import UNSHOWN, has_right_case
from skillgap.models import (
    Candidate,
    Document,
    Mention,
    Method,
    Section,
    Span,
    Status,
    Taxonomy,
)
from skillgap.phrases import PhraseIndex
from skillgap.places import Places
from skillgap.scene import Scene
from skillgap.typos import TypoFinder
from skillgap.units import find_units

_NEAR = 4  # verb phrases of one skill that may begin before a label and hold it
_CAPITALS = 0.005  # of the letters; careful writing has four times as many at least


class MentionFinder:
    """Finds the mentions of a taxonomy's skills. Build once, use for many documents."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._index = PhraseIndex(taxonomy)
        self._typos = TypoFinder(self._index, taxonomy)

    def find(
        self, document: Document, sections: tuple[Section, ...], judge: Judge = judge
    ) -> tuple[Mention, ...]:
        """Every settled mention in order of position, claimed or not; spans never overlap.

        `judge` says what each means: by default, of the person whose resume it is.
        """
        found = self._index.find(document.text)
        places = Places(found.words, find_units(found.words), sections, document.blocks)
        exact = self._well_written(document, found.candidates, places)
        taken = places.words_of(c.span for c in exact)
        settled = settle(
            [
                *exact,
                *find_shared_words(found.words, exact, places, self._index),
                *self._typos.find(found.words, places, taken),
            ]
        )
        taken = places.words_of(c.span for c in settled)
        named = places.words_of(c.span for c in settled if c.method is not Method.PATTERN)
        deeds = _Deeds(document.text, exact)
        mentions: list[Mention] = []
        for candidate in settled:
            skill = self._taxonomy.skills[candidate.skill_id]
            scene = places.scene(candidate, skill, taken, named)
            if scene is None:
                continue
            verdict = judge(scene)
            start = mentions[-1].span.end if mentions else 0
            in_doubt = verdict[1] == UNSHOWN or verdict[0] is Status.UNCLEAR
            if in_doubt and (deed := deeds.around(candidate, start)):
                told = places.scene(deed, skill, taken, named)
                if told is not None and (by_deed := judge(told))[0] is Status.CLAIMED:
                    scene, verdict = told, by_deed
            mentions.append(_mention(document, scene, *verdict))
        return tuple(mentions)

    def _well_written(
        self, document: Document, candidates: Sequence[Candidate], places: Places
    ) -> list[Candidate]:
        """The candidates in the case that their guards demand; in small letters also those that are
        items among others ("javascript, react, node"), and all in a text without capitals."""
        sure: list[Candidate] = []
        wrong: list[Candidate] = []
        for candidate in candidates:
            surface = document.text[candidate.span.start : candidate.span.end]
            skill = self._taxonomy.skills[candidate.skill_id]
            if has_right_case(skill, candidate, surface):
                sure.append(candidate)
            else:
                wrong.append(candidate)
        if wrong and _has_no_capitals(document.text):
            return list(candidates)
        small = [c for c in wrong if document.text[c.span.start : c.span.end].islower()]
        if not small:
            return sure
        known = places.words_of(c.span for c in sure)
        taken = known | places.words_of(c.span for c in small)
        small = [c for c in small if places.is_item(c.span, known, taken)]
        return sorted([*sure, *small], key=lambda c: (c.span.start, -c.span.end))


@lru_cache(maxsize=2)
def finder_of(taxonomy: Taxonomy) -> MentionFinder:
    """The finder of a taxonomy, built once in a process."""
    return MentionFinder(taxonomy)


class _Deeds:
    """The verb phrases of a text by skill, for labels that by themselves might mean something else:
    "presenting" is no claim, "presenting it to the board" is; "prototypes in beech" are things."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self._text = text
        self._by_skill: dict[str, list[Candidate]] = {}
        for candidate in candidates:
            if candidate.method is Method.PATTERN:
                self._by_skill.setdefault(candidate.skill_id, []).append(candidate)

    def around(self, label: Candidate, start: int) -> Candidate | None:
        """The verb phrase of its own skill in which a label stands and that begins at `start` or
        later, up to the label's end; or None."""
        phrases = self._by_skill.get(label.skill_id, ())
        at = bisect_right(phrases, label.span.start, key=lambda phrase: phrase.span.start)
        first = self._text[label.span.start : label.span.end].split()[0]
        verb = first.lower().endswith(("ing", "ed"))
        for phrase in phrases[max(at - _NEAR, 0) : at]:
            if not verb and phrase.span.start == label.span.start:
                continue
            if start <= phrase.span.start and label.span.end <= phrase.span.end:
                return replace(phrase, span=Span(phrase.span.start, label.span.end))
        return None


def _has_no_capitals(text: str) -> bool:
    """Whether next to nothing of a text is in capitals, so that they tell nothing apart."""
    return sum(map(str.isupper, text)) < _CAPITALS * sum(map(str.isalpha, text))


def _mention(document: Document, scene: Scene, status: Status, rule: str) -> Mention:
    candidate = scene.candidate
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
        form=form_of(scene),
    )


def settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Choose among overlapping candidates, in order of position.

    The longest span wins, then the earlier one. Labels are settled first; a verb phrase gives way
    to labels inside it and keeps what stands before them: "managed stakeholders' expectations"
    shows both. One that holds a label of its own skill adds nothing and is dropped.
    """
    labels = [c for c in candidates if c.method in (Method.PREFERRED, Method.ALIAS)]
    phrases = [c for c in candidates if c.method is Method.PATTERN]
    typos = [c for c in candidates if c.method is Method.FUZZY]
    chosen: list[Candidate] = []
    _place(labels, chosen)
    cut = (_cut(phrase, chosen) for phrase in phrases)
    _place(_apart([phrase for phrase in cut if phrase is not None]), chosen)
    _place(typos, chosen)
    return chosen


def _place(candidates: Sequence[Candidate], chosen: list[Candidate]) -> None:
    """Put candidates, longest first, into `chosen` (kept in order) where they overlap nothing."""
    ranked = sorted(
        candidates, key=lambda c: (c.span.start - c.span.end, c.span.start, c.skill_id, c.label)
    )
    for candidate in ranked:
        at = bisect_right(chosen, candidate.span.start, key=lambda c: c.span.start)
        near = [c for c in chosen[max(at - 1, 0) : at + 1] if c.span.overlaps(candidate.span)]
        rest = _rest(candidate, near) if near else candidate
        if rest is not None:
            chosen.insert(at, rest)


def _rest(candidate: Candidate, near: Sequence[Candidate]) -> Candidate | None:
    """What a longer label of another skill leaves of one that it shares words with: "ML model
    deployment" shows both; None where it is inside, or of the same skill."""
    other, span = near[0], candidate.span
    if len(near) > 1 or other.skill_id == candidate.skill_id:
        return None
    if span.start < other.span.start:
        rest = Span(span.start, other.span.start - 1)
    elif span.end > other.span.end:
        rest = Span(other.span.end + 1, span.end)
    else:
        return None
    is_label = candidate.method in (Method.PREFERRED, Method.ALIAS)
    return replace(candidate, span=rest) if is_label else None


def _apart(phrases: list[Candidate]) -> list[Candidate]:
    """Verb phrases of different skills, each cut where the next one begins: "trained and deployed
    classifiers" shows training and deployment."""
    ordered = sorted(phrases, key=lambda c: (c.span.start, -c.span.end, c.skill_id))
    apart: list[Candidate] = []
    for phrase in ordered:
        last = apart[-1] if apart else None
        if last and last.span.start == phrase.span.start:
            continue
        if last and last.span.overlaps(phrase.span) and last.skill_id != phrase.skill_id:
            apart[-1] = replace(last, span=Span(last.span.start, phrase.span.start - 1))
        apart.append(phrase)
    return apart


def _cut(phrase: Candidate, labels: list[Candidate]) -> Candidate | None:
    """A verb phrase up to the first label inside it; None where nothing of its own remains."""
    at = bisect_right(labels, phrase.span.start, key=lambda c: c.span.start)
    inside = [c for c in labels[max(at - 1, 0) :] if c.span.overlaps(phrase.span)]
    if not inside:
        return phrase
    end = inside[0].span.start - 1  # without the space before the label
    if end <= phrase.span.start or any(c.skill_id == phrase.skill_id for c in inside):
        return None
    return replace(phrase, span=Span(phrase.span.start, end))
