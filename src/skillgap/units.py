"""Units of meaning: the sentences, list items and cells in which context reaches.

A negation at the start of a sentence says nothing about the next one, so every rule of
`context.py` looks at one unit only.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from skillgap.phrases import Word

# What stands behind the B. or M. of a degree.
_FACULTIES = frozenset("sc eng tech com ed phil arch des pharm res".split())
# A full stop behind one of these ends no sentence.
_ABBREVIATIONS = frozenset(
    [
        "e.g",
        "i.e",
        "eg",
        "ie",
        "etc",
        "vs",
        "approx",
        "incl",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "st",
        "no",
        "dept",
        "univ",
        "inc",
        "ltd",
        "corp",
        "co",
        "u.s",
        "ph",
    ]
)
_ENDS = frozenset(".!?")
_CLOSING = frozenset('"”’')
# No sentence is longer; cutting there keeps the time linear in the length of a hostile text.
_MAX_WORDS = 120
_SEPARATORS = frozenset(
    {",", "/", "|", "•", "·", ";", "&", "+", "and", "or", "(", ")", ":", "\\", "–"}
)


@dataclass(frozen=True, slots=True)
class Unit:
    """Words `first` to `last` (exclusive) of a text, and their norms as one string and apart.

    `starts[i]` is where the norm of word `first + i` begins in `norms`.
    """

    first: int
    last: int
    norms: str
    starts: tuple[int, ...]
    norm_words: tuple[str, ...]

    def word_at(self, offset: int) -> int:
        """The index of the word whose norm stands at `offset` of `norms`."""
        return self.first + max(bisect_right(self.starts, offset) - 1, 0)

    def offset_of(self, word: int) -> int:
        """Where in `norms` a word of this unit begins; behind the end for the word after it."""
        index = word - self.first
        return self.starts[index] if index < len(self.starts) else len(self.norms)


def find_units(words: tuple[Word, ...]) -> tuple[Unit, ...]:
    """Cut the words into units; white space that ends lines and cells is in none of them."""
    units: list[Unit] = []
    first = 0
    for index, word in enumerate(words):
        if word.is_break:
            _close(words, first, index, units)
            first = index + 1
        elif word.text in _ENDS and _ends_sentence(words, index):
            _close(words, first, index + 1, units)
            first = index + 1
        elif word.text in _CLOSING and word.spaced and index and words[index - 1].text in _ENDS:
            _close(words, first, index + 1, units)  # "You know Go." I do.
            first = index + 1
        elif index - first >= _MAX_WORDS:
            _close(words, first, index, units)
            first = index
    _close(words, first, len(words), units)
    return tuple(units)


def _close(words: tuple[Word, ...], first: int, last: int, units: list[Unit]) -> None:
    if last <= first:
        return
    # a folded sign may hold a space, by which the words are told apart later
    norms = [word.text if " " in word.norm else word.norm for word in words[first:last]]
    starts, length = [], 0
    for norm in norms:
        starts.append(length)
        length += len(norm) + 1
    units.append(Unit(first, last, " ".join(norms), tuple(starts), tuple(norms)))


def _ends_sentence(words: tuple[Word, ...], index: int) -> bool:
    word = words[index]
    if not word.spaced and index + 1 < len(words) and not words[index + 1].is_break:
        return False
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if any(near is not None and near.text == "." for near in (before, after)):
        return False  # leader dots
    if word.text == "." and before is not None and _is_abbreviation(words, index - 1):
        return False
    return after is None or after.is_break or not after.text[:1].islower()


def _is_abbreviation(words: tuple[Word, ...], index: int) -> bool:
    """Whether a full stop behind this word ends no sentence: "e.g.", "Dr.", "M.Sc.", an initial."""
    word = words[index].norm
    return word in _ABBREVIATIONS or _is_degree(words, index) or _is_initial(words, index)


def _is_degree(words: tuple[Word, ...], index: int) -> bool:
    """Whether this is the end of a degree's letters: the "Sc" of "M.Sc.", in one word or three."""
    *first, last = words[index].norm.split(".")
    if index > 1 and words[index - 1].norm == ".":
        first = [words[index - 2].norm]
    return last in _FACULTIES and first in (["b"], ["m"])


def _is_initial(words: tuple[Word, ...], index: int) -> bool:
    """Whether a capital before a full stop is a person's initial. R and C are languages too:
    "in R." ends a sentence, "Moreau, R. Scala" does not."""
    letter = words[index].text
    if len(letter) != 1 or not letter.isupper():
        return False
    before = words[index - 1] if index else None
    if letter not in "RC" or before is None or before.is_break or before.text in (",", ";", "("):
        return True
    following = words[index + 2] if index + 2 < len(words) else None
    return following is not None and len(following.text) == 1 and following.text.isupper()


def list_items(words: tuple[Word, ...], unit: Unit) -> list[tuple[int, int]]:
    """The items of a unit read as a list: word ranges between commas, slashes, bars, `and`."""
    items, first = [], unit.first
    for index in range(unit.first, unit.last):
        if words[index].norm in _SEPARATORS:
            if index > first:
                items.append((first, index))
            first = index + 1
    if unit.last > first:
        items.append((first, unit.last))
    return items
