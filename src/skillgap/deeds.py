"""Verb phrases: the patterns of a taxonomy, looked for behind the word that begins each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from skillgap.models import Taxonomy
from skillgap.patterns import GAP, Part, PatternReader

_STOPS = frozenset(".;:!?\n\t|•")  # a verb phrase does not run across these
# Behind these no deed of the writer's own begins: "the trial of", "classifiers that decide".
_NO_DEED = frozenset("the a an this our their its his her my no of that which who it they".split())


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb phrase that was found: words `first` to `last` (exclusive)."""

    first: int
    last: int
    skill_id: str
    pattern: str


class _Pattern(NamedTuple):
    """A pattern's parts behind the first one. There is no match without one of the forms `next` at
    most `within` words behind the pattern's beginning; none are known where `next` is empty."""

    rest: tuple[Part, ...]
    next: frozenset[str]
    within: int


class DeedIndex:
    """The verb phrases of a taxonomy by the words that begin them. The other parts are read when a
    text first holds such a word, so that one resume does not pay for hundreds of patterns."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills = taxonomy.skills
        self._reader = PatternReader(taxonomy.classes)
        self._parsed: dict[str, _Pattern] = {}
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        self._exact: set[tuple[str, str]] = set()  # patterns with a first word given by `=`
        for skill in taxonomy.skills.values():
            for pattern in skill.patterns:
                first = self._reader.part(pattern.split(None, 1)[0])
                for form in first.forms:
                    self._by_first.setdefault(form, []).append((skill.id, pattern))
                self._exact.update((pattern, form) for form in first.exact)

    def find(self, norms: Sequence[str]) -> Iterator[Deed]:
        """Verb phrases in folded words, each as far as it reaches. Of those that begin with the
        same word, one whose skill another's implies is left out."""
        by_word: dict[int, list[Deed]] = {}
        for deed in self._all(norms):
            by_word.setdefault(deed.first, []).append(deed)
        for deeds in by_word.values():
            skills = {deed.skill_id for deed in deeds}
            implied = {broader for skill in skills for broader in self._broader(skill)}
            yield from (deed for deed in deeds if deed.skill_id not in implied)

    def _broader(self, skill_id: str) -> Iterator[str]:
        for broader in self._skills[skill_id].broader:
            yield broader
            yield from self._broader(broader)

    def _all(self, norms: Sequence[str]) -> Iterator[Deed]:
        before = ""
        for at, norm in enumerate(norms):
            no_deed = before in _NO_DEED
            before = norm
            for skill_id, text in self._by_first.get(norm, ()):
                if no_deed and (text, norm) not in self._exact:
                    continue
                pattern = self._parsed.get(text) or self._parse(text)
                near = norms[at + 1 : at + 1 + pattern.within]
                if pattern.next and pattern.next.isdisjoint(near):
                    continue  # most end here
                last = reach(pattern.rest, norms, at + 1)
                if last is not None:
                    yield Deed(at, last, skill_id, text)

    def _parse(self, text: str) -> _Pattern:
        rest = self._reader.parse(text)[1:]
        at = next((at for at, part in enumerate(rest) if part.is_needed), None)
        pattern = _Pattern(rest, frozenset(), 0)
        if at is not None:
            within = sum(GAP if part.is_gap else 1 for part in rest[: at + 1])
            pattern = _Pattern(rest, rest[at].forms, within)
        self._parsed[text] = pattern
        return pattern


def reach(parts: Sequence[Part], norms: Sequence[str], at: int) -> int | None:
    """Where the longest match of the parts that begins at word `at` ends; None without one.

    All ways to match go on side by side: `ends` are the places that one has reached. A gap is a few
    words, so they stay few whatever the text.
    """
    ends, last = [at], len(norms)
    for part in parts:
        if part.is_gap:
            ends = _over_gap(ends, norms)
            continue
        fitting = [end for end in ends if end < last and part.fits(norms[end])]
        if part.barred:
            ends = [end for end in ends if end not in fitting]
        elif part.optional:
            ends += [end + 1 for end in fitting if end + 1 not in ends]
        else:
            ends = [end + 1 for end in fitting]
        if not ends:
            return None
    return max(ends)


def _over_gap(ends: Sequence[int], norms: Sequence[str]) -> list[int]:
    """The places up to `GAP` words behind those given, in the same sentence."""
    farther = list(ends)
    for start in ends:
        for end in range(start, min(start + GAP, len(norms))):
            if norms[end] in _STOPS:
                break
            if end + 1 not in farther:
                farther.append(end + 1)
    return farther
