"""A candidate with everything around it that the rules of context look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from skillgap.clauses import Actor, Clause
from skillgap.models import Block, Candidate, Section, SectionKind, Skill
from skillgap.phrases import Word
from skillgap.units import Unit

# A capital and small letters in one word: Tableau, GitHub; not AI, UX, DevOps, GenAI nor
# eDiscovery.
_NAME = re.compile(r"(?!.*Ops$)(?:^[A-Z]+[a-z]|[a-z]{2}[A-Z])")
_FIELDS = frozenset({"GenAI", "Gen"})
TOOL_KINDS = frozenset({"language", "framework", "tool", "cloud", "generative-tool"})
_HYPHENS = frozenset("-‐‑")


@lru_cache(maxsize=16384)
def _is_name(label: str) -> bool:
    """Whether a word of a label is written as names are."""
    return any(_NAME.search(word) for word in label.split() if word not in _FIELDS)


@dataclass(frozen=True, slots=True)
class Scene:
    """Words `first` to `last` (exclusive) are the candidate's. `taken` holds the indexes of all
    words of the text that belong to a candidate, `named` those of them that no verb phrase holds;
    `listed` says that it stands in a skills
    section or in a list with another skill; `before` and `after` are the unit's folded words around
    it, joined by spaces; `clause` is the one of `clauses` in which it begins; `quotes` are the
    indexes of all quotation marks of the text."""

    words: tuple[Word, ...]
    unit: Unit
    first: int
    last: int
    candidate: Candidate
    skill: Skill
    section: Section | None
    block: Block | None
    listed: bool
    taken: frozenset[int]
    named: frozenset[int]
    before: str
    after: str
    clauses: tuple[Clause, ...]
    clause: Clause
    quotes: tuple[int, ...]

    @property
    def kind(self) -> SectionKind:
        """The section's kind; text before the first heading is `basics`."""
        return self.section.kind if self.section else SectionKind.BASICS

    @property
    def is_tool(self) -> bool:
        """Whether the candidate names a language or a tool (Python, Tableau, AWS), not a method or
        an abbreviation of one (machine learning, UX)."""
        return self.skill.kind in TOOL_KINDS or _is_name(self.candidate.label)

    @property
    def surface_words(self) -> tuple[Word, ...]:
        """The candidate's own words."""
        return self.words[self.first : self.last]

    def word(self, index: int) -> Word | None:
        """The word at an index of the text, or None outside the candidate's unit."""
        return self.words[index] if self.unit.first <= index < self.unit.last else None

    def norm(self, index: int) -> str:
        """The folded word at an index, or "" outside the candidate's unit."""
        word = self.word(index)
        return word.norm if word else ""

    def text_before(self) -> str:
        """The unit's folded words before the candidate, joined by spaces."""
        return self.before

    def text_after(self) -> str:
        """The unit's folded words behind the candidate, joined by spaces."""
        return self.after

    def unit_text(self) -> str:
        """The unit's words as they stand, capitals and all, joined by spaces."""
        return " ".join(word.text for word in self.words[self.unit.first : self.unit.last])

    @property
    def at(self) -> int:
        """Where the candidate begins among the unit's words."""
        return self.first - self.unit.first

    @property
    def unit_words(self) -> tuple[str, ...]:
        """The unit's folded words."""
        return self.unit.norm_words

    @property
    def behind_own_verb(self) -> bool:
        """Whether a verb of the writer's stands before the candidate in its clause."""
        return self.clause.actor is Actor.SELF and self.clause.verb < self.at

    def follows(self, phrase: str) -> bool:
        """Whether the folded words of `phrase` stand right before the candidate."""
        return f" {without_hyphens(self.before)} ".endswith(f" {phrase} ")

    def precedes(self, phrase: str) -> bool:
        """Whether the folded words of `phrase` stand right behind the candidate."""
        return f" {without_hyphens(self.after)} ".startswith(f" {phrase} ")


def without_hyphens(norms: str) -> str:
    """Folded words without the hyphens between them."""
    return " ".join(word for word in norms.split() if word not in _HYPHENS)
