"""Words of a text, and where the labels and verb phrases of a taxonomy stand in them.

The only module that imports spaCy: a blank English pipeline (tokenizer, PhraseMatcher, Matcher),
no statistical model, nothing to download. spaCy is imported when the first `PhraseIndex` is
built, so that commands which need no text stay quick.

Matching runs over a comparison copy of the words (`Word.norm`) in which hyphens inside words are
left out; every result leads back to characters of the text by the words' own offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from skillgap.models import Candidate, Method, Skill, Span, Taxonomy
from skillgap.words import fold, inflections, is_name, other_number

if TYPE_CHECKING:
    from spacy.language import Language

# Chunks that stay one word: addresses (so that a link is never read as a skill), names with
# signs in them, versions. Top-level domains are few on purpose: React.js/Vue.js is no address.
_WHOLE = re.compile(
    r"""(?ix) ^(?:
      (?:https?://|www\.)\S*[\w/]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|app|me|co|uk|de|eu|info|example)(?:/\S*[\w/])?
    | [a-z]\+\+ | [a-z]\# | (?:asp)?\.net | [a-z]+\.(?:js|ai|py|io) | d3\.js
    | \d+(?:[.,]\d+)+
    )$"""
)
_PREFIX = re.compile(r"""^(?:[^\w\s.]|\.(?!NET))""")
_SUFFIX = re.compile(r"""(?:(?<![+])\+|(?<=\w\+\+)\+|['’]s|[^\w\s+\#]|(?<![A-Za-z])\#)$""")
_INFIX = re.compile(r"""[/\\,;:()\[\]{}|&=<>"“”•·…*@~–—‒−‐‑\-]|\.{2,}|(?<=\w)\.(?=[A-Z][a-z])|(?<![A-Za-z+])\+""")
_VERSIONED = re.compile(r"([a-z]{4,})\d+(?:\.\d+)*")
_HYPHENS = frozenset("-‐‑")
_STOPS = (".", ";", ":", "!", "?", "\n", "\t", "|", "•")  # a verb phrase does not run across these


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its characters, and the folded form by which it is compared."""

    span: Span
    text: str
    norm: str
    spaced: bool  # whether white space (or the text's end) follows

    @property
    def is_break(self) -> bool:
        """Whether this is white space that ends a line or a cell."""
        return self.text.isspace()


@dataclass(frozen=True, slots=True)
class Phrases:
    """A text's words in order and every label or verb phrase found in them, overlaps and all."""

    words: tuple[Word, ...]
    candidates: tuple[Candidate, ...]


class PhraseIndex:
    """The labels and patterns of a taxonomy, ready to be looked for. Build once, use often."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        import spacy
        from spacy.matcher import Matcher, PhraseMatcher

        self._nlp = _pipeline(spacy.blank("en"))
        self.labels: dict[tuple[str, ...], tuple[str, str, Method]] = {}
        for skill in taxonomy.skills.values():
            self._add_labels(skill)
        self.vocabulary = frozenset(norm for key in self.labels for norm in key)
        self._phrases = PhraseMatcher(self._nlp.vocab)
        for key in self.labels:
            self._phrases.add("label", [self._doc(key)])
        self._patterns = Matcher(self._nlp.vocab)
        self._triggers: set[str] = set()
        for skill in taxonomy.skills.values():
            for number, pattern in enumerate(skill.patterns):
                compiled = compile_pattern(pattern)
                self._triggers.update(compiled[0]["ORTH"]["IN"])
                self._patterns.add(f"{skill.id}\n{number}\n{pattern}", [compiled], greedy="LONGEST")

    def find(self, text: str) -> Phrases:
        """The words of `text` and all candidates, in order of position. Empty text gives none."""
        words = self.words(text)
        kept = [word for word in words if not self._is_joining_hyphen(word)]
        norms = [word.norm for word in kept]
        found = [*self._exact(kept, norms), *self._verb_phrases(kept, norms)]
        found.sort(key=lambda c: (c.span.start, -c.span.end, c.method, c.skill_id, c.label))
        return Phrases(tuple(words), tuple(found))

    def words(self, text: str) -> list[Word]:
        """The words of a text, white space that ends a line or cell among them."""
        words = []
        for token in self._nlp.make_doc(text):
            shape = token.text
            norm = shape if shape.isspace() else self._norm(fold(shape))
            span = Span(token.idx, token.idx + len(shape))
            words.append(Word(span, shape, norm, bool(token.whitespace_) or span.end == len(text)))
        return words

    def _norm(self, norm: str) -> str:
        """Drop a version that is glued to a known name: python3 is compared as python."""
        vocabulary: frozenset[str] = getattr(self, "vocabulary", frozenset())
        if norm not in vocabulary and (match := _VERSIONED.fullmatch(norm)):
            return match[1] if match[1] in vocabulary else norm
        return norm

    @staticmethod
    def _is_joining_hyphen(word: Word) -> bool:
        return word.text in _HYPHENS and not word.spaced

    def _add_labels(self, skill: Skill) -> None:
        for label in skill.labels():
            method = Method.PREFERRED if label == skill.preferred_label else Method.ALIAS
            for key in label_norms(label, (w.norm for w in self.words(label))):
                self.labels.setdefault(key, (skill.id, label, method))

    def _doc(self, norms: Iterable[str]) -> Any:
        from spacy.tokens import Doc

        return Doc(self._nlp.vocab, words=list(norms))

    def _exact(self, words: list[Word], norms: list[str]) -> Iterator[Candidate]:
        for _, start, end in self._phrases(self._doc(norms)):
            skill_id, label, method = self.labels[tuple(norms[start:end])]
            yield Candidate(skill_id, _span(words, start, end), method, label)

    def _verb_phrases(self, words: list[Word], norms: list[str]) -> Iterator[Candidate]:
        if self._triggers.isdisjoint(norms):
            return
        for key, start, end in self._patterns(self._doc(norms)):
            skill_id, _, pattern = self._nlp.vocab.strings[key].split("\n")
            yield Candidate(skill_id, _span(words, start, end), Method.PATTERN, pattern)


def _span(words: list[Word], start: int, end: int) -> Span:
    return Span(words[start].span.start, words[end - 1].span.end)


def _pipeline(nlp: Language) -> Language:
    """spaCy's tokenizer with our own rules: its default takes React.js/Vue.js for an address
    and glues C#/.NET together."""
    from spacy.tokenizer import Tokenizer

    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules={},
        prefix_search=_PREFIX.search,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        token_match=_WHOLE.match,
    )
    return nlp


def label_norms(label: str, norms: Iterable[str]) -> list[tuple[str, ...]]:
    """How a label is looked for: its folded words without hyphens; a common noun also in the
    other number."""
    key = tuple(norm for norm in norms if norm not in _HYPHENS and not norm.isspace())
    keys = [key] if key else []
    if key and not is_name(re.split(r"[\s\-]", label)[-1]):
        number = other_number(key[-1])
        if number and len(number) > 2:
            keys.append((*key[:-1], number))
    return keys


def compile_pattern(pattern: str) -> list[dict[str, Any]]:
    """A verb phrase of the taxonomy as a spaCy Matcher pattern over folded words.

    `(a|b)` is one word out of several in all inflections, `...` up to four words, `?` behind a
    word makes it optional.

    >>> [sorted(t["ORTH"]["IN"]) for t in compile_pattern("(lead|run) team")][1]
    ['team', 'teamed', 'teaming', 'teams']
    """
    compiled: list[dict[str, Any]] = []
    for part in pattern.split():
        if part == "...":
            compiled.append({"ORTH": {"NOT_IN": list(_STOPS)}, "OP": "{0,4}"})
            continue
        optional = part.endswith("?")
        words = part.rstrip("?").strip("()").split("|")
        # A hyphenated word is several words in the comparison copy.
        alternatives = [w.split("-") for w in words]
        if len(alternatives) == 1 and len(alternatives[0]) > 1:
            compiled += [{"ORTH": {"IN": sorted(inflections(fold(w)))}} for w in alternatives[0]]
            continue
        forms = sorted({form for word in words for form in inflections(fold(word))})
        token: dict[str, Any] = {"ORTH": {"IN": forms}}
        if optional:
            token["OP"] = "?"
        compiled.append(token)
    return compiled
