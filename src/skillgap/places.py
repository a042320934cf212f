"""Where a span of a document stands: its words, unit, section and block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from skillgap.clauses import WRITER, Clause, clauses_of
from skillgap.cues.verbs import PREDICATES
from skillgap.models import Block, Candidate, Section, SectionKind, Skill, Span, block_at
from skillgap.phrases import Word
from skillgap.scene import Scene
from skillgap.subjects import ADVERBS, TITLES
from skillgap.units import Unit, list_items

# An item of a list is short: "advanced SQL", "Python (pandas, NumPy)". A longer stretch between
# two commas is prose, and its neighbours say nothing about it.
_ITEM_WORDS, _ITEM_SLACK = 5, 3
# So many items with so few words each (the commas counted) are a list, whatever they name.
_QUOTES = frozenset('"“”„«»')
_YEAR = re.compile(r"(?:19|20)\d\d")  # the head of an entry lists no skills
_LIST_ITEMS, _LIST_WORDS = 4, 3


# Words that only a text in the first person has, outside quotations.
_FIRST_PERSON = frozenset({"my", "i'm", "i've", "i'd", "myself"})


def _speaks_in_first_person(words: tuple[Word, ...]) -> bool:
    """Whether a text's writer says "I" or "my" somewhere outside quotation marks."""
    quoted = False
    for index, word in enumerate(words):
        if word.text in _QUOTES:
            quoted = not quoted
        elif not quoted and (
            word.norm in _FIRST_PERSON
            or (word.text == "I" and index + 1 < len(words) and words[index + 1].text.islower())
        ):
            return True
    return False


_NAME_WORDS, _HEAD_UNITS = range(2, 5), 3
_LABELS = frozenset({"curriculum", "resume", "cv"})  # and below it the name


def _own_name(words: tuple[Word, ...], units: tuple[Unit, ...]) -> frozenset[str]:
    """The folded words of the person's name, if the resume's head has it on a line."""
    for unit in units[:_HEAD_UNITS]:
        line = [words[at] for at in range(unit.first, unit.last)]
        end = next((at for at, word in enumerate(line) if not word.text[:1].isalpha()), len(line))
        named = end in _NAME_WORDS and line[0].norm not in _LABELS
        if named and all(word.text[:1].isupper() for word in line[:end]):
            return frozenset(word.norm for word in line[:end])
    return frozenset()


class Places:
    """Where a span stands: its words, its unit, its section, its block."""

    def __init__(
        self,
        words: tuple[Word, ...],
        units: tuple[Unit, ...],
        sections: tuple[Section, ...],
        blocks: tuple[Block, ...],
    ) -> None:
        self.words, self.units, self.sections, self.blocks = words, units, sections, blocks
        self._quotes = tuple(at for at, word in enumerate(words) if word.text in _QUOTES)
        self._in_first_person = _speaks_in_first_person(words)
        self._name = frozenset() if self._in_first_person else _own_name(words, units)
        self._items_of: dict[int, tuple[list[tuple[int, int]], bool]] = {}
        self._clauses_of: dict[int, tuple[Clause, ...]] = {}
        self._word_starts = [word.start for word in words]
        self._unit_firsts = [unit.first for unit in units]
        self._section_starts = [section.span.start for section in sections]

    def range_of(self, span: Span) -> tuple[int, int]:
        """The words (first, last exclusive) that a span covers."""
        first = max(bisect_right(self._word_starts, span.start) - 1, 0)
        last = bisect_right(self._word_starts, span.end - 1)
        return first, last

    def words_of(self, spans: Iterable[Span]) -> frozenset[int]:
        """The indexes of all words that the spans cover."""
        return frozenset(index for span in spans for index in range(*self.range_of(span)))

    def unit_of(self, word: int) -> Unit | None:
        """The unit of a word; None for white space between units."""
        at = bisect_right(self._unit_firsts, word) - 1
        unit = self.units[at] if at >= 0 else None
        return unit if unit and unit.first <= word < unit.last else None

    def section_of(self, offset: int) -> Section | None:
        """The section in which an offset stands."""
        at = bisect_right(self._section_starts, offset) - 1
        section = self.sections[at] if at >= 0 else None
        return section if section and offset in section.span else None

    def scene(
        self, candidate: Candidate, skill: Skill, taken: frozenset[int], named: frozenset[int]
    ) -> Scene | None:
        """Everything around a candidate; None where it reaches across units or is a heading."""
        first, last = self.range_of(candidate.span)
        unit = self.unit_of(first)
        if unit is None or last > unit.last:
            return None
        section = self.section_of(candidate.span.start)
        if section is not None and self._is_heading(section, unit):
            return None
        clauses = self._clauses(unit, taken)
        return Scene(
            words=self.words,
            unit=unit,
            first=first,
            last=last,
            candidate=candidate,
            skill=skill,
            section=section,
            block=block_at(self.blocks, candidate.span.start),
            listed=self._is_listed(section, unit, first, last, taken),
            taken=taken,
            named=named,
            before=unit.norms[: unit.offset_of(first)].rstrip(),
            after=unit.norms[unit.offset_of(last) :],
            clauses=clauses,
            clause=next(c for c in reversed(clauses) if c.first <= first - unit.first),
            quotes=self._quotes,
        )

    def _clauses(self, unit: Unit, taken: frozenset[int]) -> tuple[Clause, ...]:
        """The clauses of a unit; a hyphen between spaces counts as a dash, and a skill's name that
        looks like a verb (Go, Excel) as none."""
        known = self._clauses_of.get(unit.first)
        if known is None:
            shapes = [
                "–" if self._is_dash(at) and at > unit.first else self.words[at].text
                for at in range(unit.first, unit.last)
            ]
            skills = frozenset(
                at - unit.first for at in range(unit.first, unit.last) if at in taken
            )
            known = self._clauses_of[unit.first] = clauses_of(
                shapes, self._with_writer(unit.norm_words), skills, self._in_first_person
            )
        return known

    def _with_writer(self, norms: tuple[str, ...]) -> tuple[str, ...]:
        """A unit's words with the writer for the resume's own name before a verb, in a text that
        never says "I": "Magdalena wrote"."""
        if self._name.isdisjoint(norms):
            return norms
        known = list(norms)
        for at in range(len(norms) - 2, -1, -1):
            behind = known[at + 1]
            acts = behind in PREDICATES or behind in ADVERBS or behind.endswith("ed")
            if (norms[at] in self._name and (acts or behind == WRITER)) or (
                norms[at] in TITLES and behind == WRITER
            ):
                known[at] = WRITER
        return tuple(known)

    def _is_dash(self, at: int) -> bool:
        word = self.words[at]
        return word.text == "-" and word.spaced and self.words[at - 1].spaced

    def is_listed(self, first: int, last: int, taken: frozenset[int]) -> bool:
        """Whether words stand in a skills section, or in a list with another skill nearby."""
        section = self.section_of(self.words[first].start)
        return self._is_listed(section, self.unit_of(first), first, last, taken)

    def is_item(self, span: Span, known: frozenset[int], taken: frozenset[int]) -> bool:
        """Whether a span is an item of a list of skills: of a skills section, or with two others
        near and one of them among the `known` words."""
        first, last = self.range_of(span)
        unit = self.unit_of(first)
        if unit is None:
            return False
        items, _ = self._items(unit)
        if (first, last) not in items:
            return False
        section = self.section_of(span.start)
        if section is not None and section.kind is SectionKind.SKILLS:
            return True
        near = _beside(items, items.index((first, last)))
        skills = sum(not taken.isdisjoint(range(a, b)) for a, b in near)
        return skills > 1 and not known.isdisjoint(range(unit.first, unit.last))

    def _is_listed(
        self,
        section: Section | None,
        unit: Unit | None,
        first: int,
        last: int,
        taken: frozenset[int],
    ) -> bool:
        if section is not None and section.kind is SectionKind.SKILLS:
            return True
        if unit is None:
            return False
        items, is_list = self._items(unit)
        own = bisect_right(items, (first, len(self.words))) - 1
        if own < 0 or not items[own][0] <= first < items[own][1]:
            return False
        if items[own][1] - items[own][0] > last - first + _ITEM_SLACK:
            return False
        if is_list:
            return True
        near = _beside(items, own)
        if any(b - a <= _ITEM_WORDS and not taken.isdisjoint(range(a, b)) for a, b in near):
            return True
        return (unit.first, unit.last) == (first, last) and self._is_tag(unit, taken)

    def _is_tag(self, unit: Unit, taken: frozenset[int]) -> bool:
        """Whether a cell stands beside another one that is a skill and nothing else: "Kafka" in a
        row of tags, "Java", "Kafka", "Docker"."""
        for at, end in ((unit.first - 1, unit.first - 2), (unit.last, unit.last + 1)):
            if not 0 <= end < len(self.words) or self.words[at].text != "\t":
                continue
            beside = self.unit_of(end)
            if beside and taken.issuperset(range(beside.first, beside.last)):
                return True
        return False

    def _items(self, unit: Unit) -> tuple[list[tuple[int, int]], bool]:
        """The items of a unit, and whether it is a list whatever they name."""
        known = self._items_of.get(unit.first)
        if known is None:
            items = list_items(self.words, unit)
            is_list = (
                len(items) >= _LIST_ITEMS
                and unit.last - unit.first <= _LIST_WORDS * len(items)
                and not any(_YEAR.fullmatch(word) for word in unit.norm_words)
            )
            known = self._items_of[unit.first] = (items, is_list)
        return known

    def _is_heading(self, section: Section, unit: Unit) -> bool:
        """Whether a unit is nothing but its section's own heading."""
        start, end = self.words[unit.first].start, self.words[unit.last - 1].end
        length = len(section.title)
        return bool(length) and start == section.span.start and end - start <= length + 2


def _beside(items: list[tuple[int, int]], own: int) -> list[tuple[int, int]]:
    """The two items before and the two behind one of a list."""
    return items[max(own - 2, 0) : own] + items[own + 1 : own + 3]
