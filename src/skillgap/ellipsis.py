"""Lists that leave out a shared word: "data collection, cleaning and augmentation"."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.models import Candidate, Method
from skillgap.phrases import PhraseIndex, Word
from skillgap.places import Places

_NOUNS = frozenset(
    """review reviews assurance control management improvement standards engineer engineers manager
    design planning software""".split()
)
_JOINTS = frozenset({",", "and", "or", "/", "&", "-"})
_SCORE = 0.95  # a little less sure than a phrase that stands there whole


def find_shared_words(
    words: tuple[Word, ...], candidates: list[Candidate], places: Places, index: PhraseIndex
) -> Iterator[Candidate]:
    """Lists that leave out a shared word: "data collection, cleaning and augmentation" names three
    skills, "supervised and unsupervised learning" two."""
    for candidate in candidates:
        if candidate.method is Method.PATTERN:
            continue
        first, last = places.range_of(candidate.span)
        norms = tuple(word.norm for word in words[first:last] if word.norm not in ("-", "‐"))
        if len(norms) < 2:
            continue
        yield from _same_head(words, norms, last, index)
        yield from _same_tail(words, norms, first, index)


def _same_head(
    words: tuple[Word, ...], norms: tuple[str, ...], last: int, index: PhraseIndex
) -> Iterator[Candidate]:
    """Behind "data collection": each further word that makes a label with "data"."""
    at = last
    while at + 1 < len(words) and words[at].norm in _JOINTS:
        if words[at + 1].norm in _JOINTS:  # ", and"
            at += 1
            continue
        label = index.labels.get((norms[0], words[at + 1].norm))
        if label is None or _goes_on(words, at + 2):
            return
        whole = index.labels.get((words[at + 1].norm,))
        if whole and whole[0] != label[0]:  # "linear algebra, programming"
            return
        yield Candidate(label[0], words[at + 1].span, label[2], label[1], _SCORE)
        at += 2


def _goes_on(words: tuple[Word, ...], at: int) -> bool:
    """Whether an item has a noun of its own: "data annotation, quality review" shares no word."""
    return at < len(words) and words[at].norm in _NOUNS


def _same_tail(
    words: tuple[Word, ...], norms: tuple[str, ...], first: int, index: PhraseIndex
) -> Iterator[Candidate]:
    """Before "unsupervised learning": each earlier word that makes a label with "learning"."""
    at = first - 1
    while at > 0 and words[at].norm in _JOINTS:
        if words[at - 1].norm in _JOINTS:
            at -= 1
            continue
        label = index.labels.get((words[at - 1].norm, *norms[1:]))
        if label is None:
            return
        yield Candidate(label[0], words[at - 1].span, label[2], label[1], _SCORE)
        at -= 2
