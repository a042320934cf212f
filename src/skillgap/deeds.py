"""Verb phrases: the patterns of a taxonomy, looked for behind the word that begins each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


class DeedIndex:
    """The verb phrases of a taxonomy by the words that begin them. The other parts are read when a
    text first holds such a word, so that one resume does not pay for hundreds of patterns."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills = taxonomy.skills
        self._reader = PatternReader(taxonomy.classes)
        self._parsed: dict[str, tuple[Part, ...]] = {}
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
        there = frozenset(norms)
        possible: dict[str, bool] = {}
        for at, norm in enumerate(norms):
            no_deed = at > 0 and norms[at - 1] in _NO_DEED
            for skill_id, pattern in self._by_first.get(norm, ()):
                if no_deed and (pattern, norm) not in self._exact:
                    continue
                if pattern not in possible:
                    possible[pattern] = self._may_occur(pattern, there)
                if possible[pattern]:
                    last = reach(self._parsed[pattern], norms, at)
                    if last is not None:
                        yield Deed(at, last, skill_id, pattern)

    def _may_occur(self, pattern: str, there: frozenset[str]) -> bool:
        """Whether a text of these words holds one for each part: most patterns end here."""
        if pattern not in self._parsed:
            self._parsed[pattern] = self._reader.parse(pattern)
        return not any(
            part.forms and not part.number and part.forms.isdisjoint(there)
            for part in self._parsed[pattern]
            if not (part.optional or part.barred)
        )


def reach(parts: Sequence[Part], norms: Sequence[str], at: int, part: int = 0) -> int | None:
    """Where the longest match of `parts[part:]` that begins at word `at` ends; None without one.

    A pattern has a few parts and a gap a few words, so the search is short whatever the text.
    """
    if part == len(parts):
        return at
    current = parts[part]
    if current.is_gap:
        longest = reach(parts, norms, at, part + 1)
        for end in range(at, min(at + GAP, len(norms))):
            if norms[end] in _STOPS:
                break
            longest = _farther(longest, reach(parts, norms, end + 1, part + 1))
        return longest
    fits = at < len(norms) and current.fits(norms[at])
    if current.barred:
        return None if fits else reach(parts, norms, at, part + 1)
    longest = reach(parts, norms, at, part + 1) if current.optional else None
    if fits:
        longest = _farther(longest, reach(parts, norms, at + 1, part + 1))
    return longest


def _farther(one: int | None, other: int | None) -> int | None:
    return other if one is None or (other is not None and other > one) else one
