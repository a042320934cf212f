"""Verb phrases: the patterns of a taxonomy, looked for behind the word that begins each.

A pattern is a row of words in all inflections; `(a|b)` is one word out of several, `...` up to four
words of the same sentence, `?` behind a word makes it optional (taxonomy/README.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from skillgap.models import Taxonomy
from skillgap.words import fold, inflections

_GAP = 4  # words that `...` may stand for
_STOPS = frozenset(".;:!?\n\t|•")  # a verb phrase does not run across these


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pattern: the folded forms that fit. Without forms it is a gap."""

    forms: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb phrase that was found: words `first` to `last` (exclusive)."""

    first: int
    last: int
    skill_id: str
    pattern: str


class DeedIndex:
    """The verb phrases of a taxonomy by the words that begin them. Parts are worked out when a
    text first holds such a word, so that one resume does not pay for hundreds of patterns."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for skill in taxonomy.skills.values():
            for pattern in skill.patterns:
                for form in forms_of(pattern.split()[0]):
                    self._by_first.setdefault(form, []).append((skill.id, pattern))

    def find(self, norms: Sequence[str]) -> Iterator[Deed]:
        """Every verb phrase in folded words, each as far as it reaches."""
        for at, norm in enumerate(norms):
            for skill_id, pattern in self._by_first.get(norm, ()):
                last = reach(parse_pattern(pattern), norms, at)
                if last is not None:
                    yield Deed(at, last, skill_id, pattern)


@cache
def parse_pattern(pattern: str) -> tuple[Part, ...]:
    """A pattern's parts.

    >>> [sorted(part.forms) for part in parse_pattern("(lead|run) team")][1]
    ['team', 'teamed', 'teaming', 'teams']
    """
    parts: list[Part] = []
    for word in pattern.split():
        if word == "...":
            parts.append(Part(frozenset()))
            continue
        # The comparison copy has no hyphens inside words: non-technical is two words there.
        pieces = (word,) if "(" in word else word.split("-")
        parts += [Part(forms_of(piece), word.endswith("?")) for piece in pieces]
    return tuple(parts)


@cache
def forms_of(part: str) -> frozenset[str]:
    """Every folded form that one part of a pattern stands for."""
    words = part.rstrip("?").strip("()").split("|")
    return frozenset(form for word in words for form in inflections(fold(word)))


def reach(parts: Sequence[Part], norms: Sequence[str], at: int, part: int = 0) -> int | None:
    """Where the longest match of `parts[part:]` that begins at word `at` ends; None without one.

    A pattern has a few parts and a gap a few words, so the search is short whatever the text.
    """
    if part == len(parts):
        return at
    current = parts[part]
    if not current.forms:
        longest = reach(parts, norms, at, part + 1)
        for end in range(at, min(at + _GAP, len(norms))):
            if norms[end] in _STOPS:
                break
            longest = _farther(longest, reach(parts, norms, end + 1, part + 1))
        return longest
    longest = reach(parts, norms, at, part + 1) if current.optional else None
    if at < len(norms) and norms[at] in current.forms:
        longest = _farther(longest, reach(parts, norms, at + 1, part + 1))
    return longest


def _farther(one: int | None, other: int | None) -> int | None:
    return other if one is None or (other is not None and other > one) else one
