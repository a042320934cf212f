"""Words of a text, and where the labels and verb phrases of a taxonomy stand in them.

The only module that imports spaCy: its tokenizer, no statistical model, nothing to download. spaCy
is imported when the first `PhraseIndex` is built, so that commands which need no text stay quick.

Matching runs over a comparison copy of the words (`Word.norm`) in which hyphens inside words are
left out; every result leads back to characters of the text by the words' own offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillgap.deeds import DeedIndex
from skillgap.models import Candidate, Method, Skill, Span, Taxonomy
from skillgap.words import fold, is_name, other_number

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

# Chunks that stay one word: addresses (so that a link is never read as a skill), names with
# signs in them, versions. Top-level domains are few on purpose: React.js/Vue.js is no address.
_WHOLE = re.compile(
    r"""(?ix) ^(?:
      (?:https?://|www\.)\S*[\w/]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|app|me|co|uk|de|eu|info|example)
      (?:/\S*[\w/])?
    | co[-‑](?:ordinat|operat)[a-z]+
    | [a-z]\+\+ | [a-z]\# | (?:asp)?\.net | [a-z]+\.(?:js|ai|py|io) | d3\.js
    | \d+(?:[.,]\d+)+
    )$"""
)
_PREFIX = re.compile(r"""^(?:[^\w\s.]|\.(?!NET))""")
_SUFFIX = re.compile(r"""(?:(?<![+])\+|(?<=\w\+\+)\+|['’]s|[^\w\s+\#]|(?<![A-Za-z])\#)$""")
_INFIX = re.compile(
    r"""[/\\,;:()\[\]{}|&=<>"“”•·…*@~–—‒−‐‑\-]|\.{2,}|(?<=\w)\.(?=[A-Z][a-z])|(?<![A-Za-z+])\+|(?<=[A-Za-z]{2})\+(?=[A-Za-z])"""
)
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
_VERSIONED = re.compile(r"([a-z]{4,})\d+(?:\.\d+)*")
# No word or address is so long without a space, and the tokenizer's time grows with its square.
_ENDLESS = re.compile(r"\S{200,}")
_NO_WORD = "\ufffd"
_HYPHENS = frozenset("-‐‑")
_KNOWN_NORMS = 20_000  # words whose folded form is kept; a language has few more


class Word:
    """A token: characters `start` to `end` (exclusive) of the document's text, and the folded form
    by which it is compared; `spaced` says that white space (or the text's end) follows. A resume
    has hundreds, each looked at many times: compiled, a plain class is the fastest."""

    __slots__ = ("end", "norm", "spaced", "start", "text")

    def __init__(self, start: int, end: int, text: str, norm: str, spaced: bool) -> None:
        self.start, self.end, self.text, self.norm, self.spaced = start, end, text, norm, spaced

    @property
    def span(self) -> Span:
        """The same place as a span."""
        return Span(self.start, self.end)

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
    """The labels and patterns of a taxonomy, ready to be looked for. Build once, use often.

    A label is found by one look into a table for each length that labels with its first word have,
    so that time hardly grows with their number.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        from spacy.vocab import Vocab

        self._tokenizer = _tokenizer(Vocab())
        self._deeds = DeedIndex(taxonomy)
        self.labels: dict[tuple[str, ...], tuple[str, str, Method]] = {}
        self.vocabulary: frozenset[str] = frozenset()
        self._norms: dict[str, str] = {}
        for skill in taxonomy.skills.values():
            self._add_skill(skill)
        self.vocabulary = frozenset(norm for key in self.labels for norm in key)
        self._norms.clear()  # without the vocabulary, versions were not told apart
        self._lengths: dict[str, set[int]] = {}
        for key in self.labels:
            self._lengths.setdefault(key[0], set()).add(len(key))

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
        words: list[Word] = []
        at = 0
        for run in _ENDLESS.finditer(text):
            words += self._tokens(text[at : run.start()], at, len(text))
            words.append(Word(*run.span(), run[0], _NO_WORD, True))
            at = run.end()
        return [*words, *self._tokens(text[at:], at, len(text))]

    def _tokens(self, piece: str, offset: int, length: int) -> Iterator[Word]:
        start = offset
        for token in self._tokenizer(piece):
            shape, blank = token.text, token.whitespace_
            end = start + len(shape)
            norm = self._norms.get(shape) or self._norm(shape)
            yield Word(start, end, shape, norm, bool(blank) or end == length)
            start = end + len(blank)

    def _norm(self, shape: str) -> str:
        """A word folded, without a version glued to a known name: python3 is compared as python."""
        norm = self._folded(shape)
        if len(self._norms) < _KNOWN_NORMS:
            self._norms[shape] = norm
        return norm

    def _folded(self, shape: str) -> str:
        norm = shape if shape.isspace() else fold(shape) or shape
        if norm not in self.vocabulary and (match := _VERSIONED.fullmatch(norm)):
            return match[1] if match[1] in self.vocabulary else norm
        return norm

    @staticmethod
    def _is_joining_hyphen(word: Word) -> bool:
        return word.text in _HYPHENS and not word.spaced

    def _add_skill(self, skill: Skill) -> None:
        for label in skill.labels():
            method = Method.PREFERRED if label == skill.preferred_label else Method.ALIAS
            for key in label_norms(label, self._label_words(label)):
                self.labels.setdefault(key, (skill.id, label, method))

    def _label_words(self, label: str) -> list[str]:
        """A label's folded words; plain words need no tokenizer (a test compares both ways)."""
        if _PLAIN.fullmatch(label):
            return [fold(part) for part in label.replace("-", " ").split()]
        return [word.norm for word in self.words(label)]

    def _exact(self, words: list[Word], norms: list[str]) -> Iterator[Candidate]:
        for start, norm in enumerate(norms):
            for length in self._lengths.get(norm, ()):
                key = tuple(norms[start : start + length])
                found = self.labels.get(key)
                if found and len(key) == length:  # the text's end can cut it short
                    skill_id, label, method = found
                    yield Candidate(skill_id, _span(words, start, start + length), method, label)

    def _verb_phrases(self, words: list[Word], norms: list[str]) -> Iterator[Candidate]:
        for deed in self._deeds.find(norms):
            span = _span(words, deed.first, deed.last)
            yield Candidate(deed.skill_id, span, Method.PATTERN, deed.pattern)


def _span(words: list[Word], start: int, end: int) -> Span:
    return Span(words[start].start, words[end - 1].end)


def _tokenizer(vocab: Vocab) -> Tokenizer:
    """spaCy's tokenizer with our own rules: the English ones take React.js/Vue.js for an address
    and glue C#/.NET together. The rest of a blank English pipeline is not needed and takes longer
    to build than a resume to analyze."""
    from spacy.tokenizer import Tokenizer

    return Tokenizer(
        vocab,
        rules={},
        prefix_search=_PREFIX.search,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        token_match=_WHOLE.match,
    )


def label_norms(label: str, norms: Iterable[str]) -> list[tuple[str, ...]]:
    """How a label is looked for: its folded words without hyphens; a common noun also in the
    other number."""
    key = tuple([norm for norm in norms if norm not in _HYPHENS and not norm.isspace()])
    keys = [key] if key else []
    if key and not is_name(label.replace("-", " ").rsplit(" ", 1)[-1]):
        number = other_number(key[-1])
        if number and len(number) > 2:
            keys.append((*key[:-1], number))
    return keys
