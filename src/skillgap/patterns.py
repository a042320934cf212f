"""The little language of verb phrases: how a taxonomy's patterns are read and checked.

A pattern is a row of parts: a word in all its inflections, `=word` in this form only, `@class` one
word of a class that taxonomy.toml names, `#` a number, `(a|=b|@c|#)` one out of several, `...` up
to four words of the same sentence, `!(a|b)` anything but these next. `?` behind a part makes it
optional (taxonomy/README.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from skillgap.words import fold, inflections

GAP = 4  # words that `...` may stand for
GAP_SIGN = "..."

_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands dozen dozens several many few both""".split()
)
_CHOICE = r"(?:[=@]?[^\s()|?!=@#]+|#)"
_PART = re.compile(rf"{re.escape(GAP_SIGN)}|!?(?:{_CHOICE}|\({_CHOICE}(?:\|{_CHOICE})*\))\??")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pattern: the folded forms that fit, and whether any number does. `barred`
    parts take no word and say what must not come next; a part without forms is a gap."""

    forms: frozenset[str]
    exact: frozenset[str] = frozenset()  # those of `forms` that the pattern gives by `=`
    number: bool = False
    optional: bool = False
    barred: bool = False

    is_gap: bool = field(init=False)  # whether this stands for up to `GAP` words
    is_needed: bool = field(init=False)  # whether there is no match without one of the `forms`

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_gap", not self.forms and not self.number)
        needed = bool(self.forms) and not (self.number or self.optional or self.barred)
        object.__setattr__(self, "is_needed", needed)

    def fits(self, norm: str) -> bool:
        """Whether a folded word is one of those that this part names."""
        return norm in self.forms or (self.number and is_number(norm))


def is_number(norm: str) -> bool:
    """Whether a folded word is a number: 40, 1,200, 3rd, seven, several."""
    return norm[:1].isdigit() or norm in _NUMBERS


class PatternReader:
    """Reads patterns that use these word classes. Parts that patterns share are read once."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self._classes = classes
        self._parts: dict[str, Part] = {}

    def parse(self, pattern: str) -> tuple[Part, ...]:
        """A sound pattern's parts.

        >>> parts = PatternReader({"people": ("nurse",)}).parse("(lead|=run) ... @people")
        >>> sorted(parts[0].forms), parts[1].is_gap, "nurses" in parts[2].forms
        (['lead', 'leaded', 'leading', 'leads', 'led', 'run'], True, True)
        """
        return tuple(self.part(piece) for word in pattern.split() for piece in _pieces(word))

    def first(self, pattern: str) -> Part:
        """The part that begins a sound pattern; the others are not read."""
        return self.part(_pieces(pattern.split(None, 1)[0])[0])

    def part(self, text: str) -> Part:
        """One part by its text."""
        if text not in self._parts:
            self._parts[text] = self._read(text)
        return self._parts[text]

    def _read(self, text: str) -> Part:
        if text == GAP_SIGN:
            return Part(frozenset())
        choices = text.removeprefix("!").removesuffix("?").strip("()").split("|")
        exact = frozenset(fold(choice[1:]) for choice in choices if choice.startswith("="))
        forms = set(exact)
        for choice in choices:
            if choice.startswith("@"):
                forms |= self.part("|".join(self._classes[choice[1:]])).forms
            elif choice[0] not in "=#":
                forms |= inflections(fold(choice))
        return Part(
            frozenset(forms), exact, "#" in choices, text.endswith("?"), text.startswith("!")
        )


def _pieces(word: str) -> list[str]:
    """The comparison copy has no hyphens inside words: non-technical is two words there."""
    return [word] if "(" in word or word == GAP_SIGN else word.split("-")


def pattern_faults(pattern: str, classes: Mapping[str, object]) -> Iterator[str]:
    """What is wrong with a pattern, in words that end a sentence about it."""
    words = pattern.split()
    for word in words:
        if not _PART.fullmatch(word):
            yield f"holds '{word}', which is no part of a pattern"
        elif "(" in word and "-" in word:
            yield f"has a hyphen inside '{word}'; a resume's hyphens are left out there"
        for name in re.findall(r"@([^\s()|?]+)", word):
            if name not in classes:
                yield f"names the unknown word class '@{name}'"
    if not words:
        yield "is empty"
    elif words[0] == GAP_SIGN or words[0][0] in "!#" or words[0].endswith("?"):
        yield "begins with a part that any word may fill or none"
    elif words[-1] == GAP_SIGN:
        yield "ends with a gap"
