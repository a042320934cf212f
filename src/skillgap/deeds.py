"""Verb phrases: the patterns of a taxonomy, looked for behind the word that begins each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from skillgap.models import Taxonomy
from skillgap.patterns import GAP, Part, PatternReader
from skillgap.words import ANY_FORM, NOUNS_OF_ACTION, verb_form

_STOPS = frozenset(".;:!?\n\t|•")  # a verb phrase does not run across these
_JOINTS = frozenset({",", "and", "&", "/", "or", "then"})
_ARTICLES = frozenset("the a an this our their his her my".split())
# "Trained by the bank in": done to the writer; not "managed by hand", "led by listening".
_DONE_TO = frozenset(
    """trained taught coached mentored instructed supervised guided introduced onboarded led
    managed""".split()
)
_ONESELF = frozenset("me myself us hand example".split())
# Behind these no deed of the writer's own begins: "the trial of", "classifiers that decide".
_NO_DEED = _ARTICLES | frozenset("its no of that which who it they".split())
# But behind "of" it is told by these: "in charge of training new colleagues".
_DUTIES = frozenset("charge experience".split())
# What such a thing does, its maker does: "a script that cleans our sheets".
_OWN_THINGS = frozenset(
    "script macro query job notebook scraper workflow program spreadsheet".split()
)
_UNCOUNTED = frozenset({",", "'s"})  # what a gap does not count: "the company's policy"
_SAYS = frozenset({"sure", "so", "certain", "evidence"})  # behind these, "that" tells what
_SPAN = 2 * GAP  # as far as a gap reaches with these in it


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb phrase that was found: words `first` to `last` (exclusive)."""

    first: int
    last: int
    skill_id: str
    pattern: str


class _Pattern(NamedTuple):
    """A pattern that one word begins, its parts behind that word, and whether `=` gives the word.
    `within`: how many words behind it the first part stands that must be there."""

    skill_id: str
    text: str
    rest: tuple[Part, ...]
    within: int
    exact: bool


class _Beginning:
    """All patterns that begin with one word, by the words of which one must follow, so that a look
    at the next few words of a text leaves few of them."""

    def __init__(self, patterns: Iterable[tuple[str, str, bool]], reader: PatternReader) -> None:
        self._any: list[_Pattern] = []
        self._by_next: dict[str, tuple[_Pattern, ...]] = {}
        self._within = 0
        by_part: dict[Part, list[_Pattern]] = {}
        for skill_id, text, exact in patterns:
            rest = reader.parse(text)[1:]
            at = next((at for at, part in enumerate(rest) if part.is_needed), None)
            needed = rest if at is None else rest[: at + 1]
            within = sum(_SPAN if part.is_gap else 1 for part in needed)
            pattern = _Pattern(skill_id, text, rest, within, exact)
            if at is None:
                self._any.append(pattern)
                continue
            self._within = max(self._within, within)
            by_part.setdefault(rest[at], []).append(pattern)
        for part, found in by_part.items():
            self._add(part.forms, tuple(found))

    def _add(self, forms: Iterable[str], patterns: tuple[_Pattern, ...]) -> None:
        """Add patterns that need one of some words. The hundreds of words of a class share what is
        kept of them: a list for each came to half a million."""
        by_next = self._by_next
        joined: dict[int, tuple[_Pattern, ...]] = {}
        for form in forms:
            before = by_next.get(form)
            if before is None:
                by_next[form] = patterns
                continue
            if id(before) not in joined:
                joined[id(before)] = before + patterns
            by_next[form] = joined[id(before)]

    def patterns(self, norms: Sequence[str], start: int) -> Iterator[_Pattern]:
        """Those that can match where their second part begins at word `start`; some come twice."""
        yield from self._any
        for offset, norm in enumerate(norms[start : start + self._within]):
            for pattern in self._by_next.get(norm, ()):
                if offset < pattern.within:
                    yield pattern


class DeedIndex:
    """The verb phrases of a taxonomy by the words that begin them. The other parts are read when a
    text first holds such a word, so that one resume does not pay for hundreds of patterns."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills = taxonomy.skills
        self._reader = PatternReader(taxonomy.classes)
        self._by_first: dict[str, list[tuple[str, str, bool]]] = {}
        self._beginnings: dict[str, _Beginning] = {}
        self._made: dict[tuple[tuple[str, str, bool], ...], _Beginning] = {}
        for skill in taxonomy.skills.values():
            for pattern in skill.patterns:
                first = self._reader.first(pattern)
                for form in first.forms:
                    row = (skill.id, pattern, form in first.exact)
                    self._by_first.setdefault(form, []).append(row)

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
        for at, norm in enumerate(norms):
            if norm in self._by_first:
                yield from self._beginning_at(norms, at, norm, _is_no_deed(norms, at))
            if norm in NOUNS_OF_ACTION and _word(norms, at + 1) == "of":
                verb = NOUNS_OF_ACTION[norm]
                if verb in self._by_first:
                    yield from self._beginning_at(norms, at, verb, False)

    def _beginning_at(
        self, norms: Sequence[str], at: int, verb: str, no_deed: bool
    ) -> Iterator[Deed]:
        """The deeds that a word tells, read as `verb`; only those that begin with a noun where it
        tells no deed of the writer's."""
        beginning = self._beginnings.get(verb) or self._read(verb)
        ends: dict[tuple[str, str], int] = {}
        for start in self._objects(norms, at):
            for pattern in beginning.patterns(norms, start):
                if no_deed and not pattern.exact:
                    continue
                last = reach(pattern.rest, norms, start)
                if last is not None and not _leaves_bracket(norms, at, last):
                    key = (pattern.skill_id, pattern.text)
                    ends[key] = max(last, ends.get(key, last))
        for (skill_id, text), last in ends.items():
            yield Deed(at, last, skill_id, text)

    def _read(self, verb: str) -> _Beginning:
        """What a word begins. The forms of one verb mostly begin the same."""
        rows = tuple(self._by_first[verb])
        if rows not in self._made:
            self._made[rows] = _Beginning(rows, self._reader)
        self._beginnings[verb] = self._made[rows]
        return self._made[rows]

    def _objects(self, norms: Sequence[str], at: int) -> list[int]:
        """Where that may begin which the verb at a word governs: behind it, behind the verbs joined
        with it ("hired, trained and led a team"), behind the "of" of "training of models"."""
        starts = [at + 1]
        if at + 1 == len(norms):
            return starts
        form = verb_form(norms[at])
        if _word(norms, at + 1) == "of" and (form == "ing" or norms[at] in NOUNS_OF_ACTION):
            starts.append(at + 2)
        end = at + 1
        while end + 1 < len(norms) and norms[end] in _JOINTS:
            end += 2 if norms[end] == "," and norms[end + 1] in _JOINTS else 1
            if end >= len(norms) or norms[end] not in self._by_first:
                break
            if ANY_FORM not in (form, other := verb_form(norms[end])) and other != form:
                break
            end += 1
            starts.append(end)
        return starts


def reach(parts: Sequence[Part], norms: Sequence[str], at: int) -> int | None:
    """Where the longest match of the parts that begins at word `at` ends; None without one.

    All ways to match go on side by side: `ends` are the places that one has reached. A gap is a few
    words, so they stay few whatever the text.
    """
    ends, last = [at], len(norms)
    for index, part in enumerate(parts):
        if part.is_gap:
            ends = _over_gap(ends, norms)
            continue
        fitting = [end for end in ends if end < last and part.fits(norms[end])]
        if part.barred:
            ends = [end for end in ends if end not in fitting]
        elif part.optional:
            if index + 1 < len(parts) and parts[index + 1].barred:
                # what is barred behind a word may not be passed by as if the word were missing
                ends = [end for end in ends if end not in fitting]
            ends += [end + 1 for end in fitting if end + 1 not in ends]
        else:
            ends = [end + 1 for end in fitting]
        if not ends:
            return None
    return max(ends)


def _over_gap(ends: Sequence[int], norms: Sequence[str]) -> list[int]:
    """The places up to `GAP` words behind those given, in one sentence."""
    farther = list(ends)
    for start in ends:
        words = 0
        for end in range(start, min(start + _SPAN, len(norms))):
            words += norms[end] not in _UNCOUNTED
            # "the policy that no brief leaves": of the policy; but "found that", "made sure that"
            relative = norms[end] == "that" and end > start and norms[end - 1] not in _SAYS
            if relative or norms[end] in _STOPS or words > GAP:
                break
            if end + 1 not in farther:
                farther.append(end + 1)
    return farther


def _leaves_bracket(norms: Sequence[str], first: int, last: int) -> bool:
    """Whether words begin in a bracket and end behind it: "(width, model height) with a live"."""
    if ")" not in norms[first:last]:
        return False
    close = norms.index(")", first, last)
    return "(" not in norms[first:close]


def _word(norms: Sequence[str], at: int) -> str:
    """The word at an index, "" behind the last."""
    return norms[at] if at < len(norms) else ""


def _is_no_deed(norms: Sequence[str], at: int) -> bool:
    before = norms[at - 1] if at else ""
    if norms[at] in _DONE_TO and _word(norms, at + 1) == "by":
        means = _word(norms, at + 2)
        return means not in _ONESELF and not means.endswith("ing")
    if before in ("that", "which") and at > 1 and norms[at - 2] in _OWN_THINGS:
        return False
    if at > 1 and norms[at - 2] in _ARTICLES and before.isalpha() and before not in _JOINTS:
        # "the interview guide"; but "a nightly run of tests" tells what was run
        return verb_form(norms[at]) == "" and _word(norms, at + 1) != "of"
    if before == "of" and at > 1 and norms[at - 2] in _DUTIES:
        return False
    return before in _NO_DEED
