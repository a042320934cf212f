"""Clauses of a unit: where one deed ends and the next begins, and who does it.

No grammar of English, only its small words: signs, conjunctions, pronouns, and the verbs and
persons of `cues.verbs`. Where they say nothing, the actor is unsaid, which in a resume means its
writer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from skillgap.cues.verbs import (
    FINITE,
    GROUPS,
    PLURAL_PERSONS,
    PREDICATES,
    SINGULAR_PERSONS,
)

_SIGNS = frozenset([";", ":", "|", "(", ")", "—", "–", "!", "?", ".", "…", '"', "“", "”", "•"])
NEGATORS = frozenset("not never cannot hardly barely scarcely nobody none nothing neither".split())
CONTRASTS = frozenset("but however although though yet while whilst whereas except".split())
RELATIVES = frozenset("which who whom whose that what".split())
_CONJUNCTIONS = (
    CONTRASTS
    | RELATIVES
    | frozenset("because since so if unless when whenever where wherever until".split())
)
_COUPLERS = frozenset([",", "and", "&", "then"])
_SELF = frozenset("i we i'm i've i'd i'll we've we're i’m".split())
_OTHERS = frozenset(
    "they he she others someone somebody everyone everybody they're he's she's".split()
)
_NOBODY = frozenset("nobody none".split())
PRONOUNS = _SELF | _OTHERS | _NOBODY | {"you"}
_ADVERBS = frozenset(
    """also still now then later often always only never ever just even already mostly usually
    sometimes there here today currently once myself both all not have has had is was are were will
    would can could do does did""".split()
)
_DETERMINERS = frozenset(
    """the a an another one two three four some several many most their his her its other my our
    these those this each every no any head sister parent""".split()
)
_OWNERS = frozenset({"my", "our"})
# Behind a word in -ed: it is the verb of a clause ("and tuned the"), not an adjective.
_OBJECTS = frozenset(
    """the a an our my it them in with for to up on all every its both some new over into from by
    out their his her this that these more two three four five six""".split()
)
_PREPOSITIONS = frozenset(
    "with for to by from among beside under between in at on of as after before like via".split()
)
# Before a pronoun: no new clause ("than I", "at no time did I").
_INVERTED = frozenset("than as did do have had am was were can will would could should".split())
_TITLES = frozenset("dr mr mrs ms prof".split())
# What no participle looks like: "Karim wrote", but "dashboards built".
_DONE = frozenset("did does wrote writes ran took takes gave knew knows wants chose drew".split())
_DIRECT = [["it"], ["all"], ["the"], ["a"], ["an"], ["our"], ["my"], ["us"]]
_SUBJECT_WORDS = 7  # as far as the verb stands from the start of a subject


class Actor(StrEnum):
    """Who does what a clause tells."""

    SELF = "self"  # "I wrote", "Wrote"
    OTHER = "other"  # "the agency wrote", "Karim wrote", "they"
    UNSAID = "unsaid"  # no verb, or a thing is the subject: "the report ran on"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` to `last` (exclusive) of a unit, counted from its beginning. `joint` is the
    sign or conjunction that opens it, "" for a new subject or the unit's start. `verb` is where
    its first verb stands, `last` where none is known."""

    first: int
    last: int
    joint: str
    actor: Actor
    verb: int


@lru_cache(maxsize=256)
def clauses_of(text: str, norms: str) -> tuple[Clause, ...]:
    """The clauses of a unit, given its words as they stand and folded, both joined by spaces."""
    shapes, words = text.split(" "), norms.split(" ")
    starts = [(0, words[0] if words[0] in _CONJUNCTIONS else ""), *_starts(shapes, words)]
    ends = [first for first, _ in starts[1:]] + [len(words)]
    found: list[Clause] = []
    for (first, joint), last in zip(starts, ends, strict=True):
        if first >= last:
            continue
        verb = next((at for at in range(first, last) if _is_verb(words, at, at == first)), last)
        before = found[-1] if found else None
        if words[first] in _SELF:
            verb = min(first + 1, last - 1)
        actor = _actor(shapes, words, first, last, joint)
        if actor is Actor.SELF and verb == first and joint in _COUPLERS and before:
            actor = before.actor if before.actor is Actor.OTHER else actor  # "he cooked and coded"
        found.append(Clause(first, last, joint, actor, verb))
    return tuple(found)


def _starts(shapes: list[str], words: list[str]) -> list[tuple[int, str]]:
    """Where clauses begin behind the first word, and what opens them."""
    starts: list[tuple[int, str]] = []
    last = 0
    for at, word in enumerate(words):
        if at < last:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        if shapes[at] in _SIGNS:
            starts.append((at + 1, word))
            last = at + 1
        elif (
            word in _CONJUNCTIONS
            and at > 0
            and (
                _joins(words[at - 1], word, following)
                or (word == "that" and _is_other(shapes, words, at + 1, len(words)))
            )
        ):
            starts.append((at, word))
            last = at + 2  # its subject begins no clause of its own
        elif word in PRONOUNS and at > last and _opens(words, at):
            starts.append((at, ""))
        elif word in _COUPLERS:  # ", my teammate did", "and tuned the"
            begin = at + 1
            while begin < len(words) and words[begin] in ("and", "then", "also", "later", "now"):
                begin += 1
            if begin < len(words) and (
                words[begin] in PRONOUNS
                or _is_verb(words, begin, False)
                or (words[begin] in _DETERMINERS and _is_other(shapes, words, begin, len(words)))
            ):
                starts.append((begin, word))
                last = begin + 1
    return starts


def _opens(words: list[str], at: int) -> bool:
    """Whether a pronoun opens a clause here: not "than I", "CFA Level I"."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at - 1] not in _INVERTED and (
        words[at] != "i" or following in PREDICATES | _ADVERBS or following.endswith(("ed", "n't"))
    )


def _joins(before: str, word: str, following: str) -> bool:
    """Whether a conjunction opens a clause here: not "since 2019", "so far", "that job", "not
    yet"."""
    if word in ("yet", "though"):
        return before in (",", ";", ")")
    if word == "since":
        return not following[:1].isdigit()
    if word == "so":
        return following not in ("far", "much", "many", "-", "to")
    if word == "that":
        return following in PREDICATES | PRONOUNS | NEGATORS or following.endswith("n't")
    return True


def _is_verb(words: list[str], at: int, opens: bool) -> bool:
    """Whether a word is a verb in a finite form; `opens` also grants the base and -ing forms, with
    which the items of a resume begin."""
    word = words[at]
    if word in FINITE or (opens and word in PREDICATES):
        return True
    if not word.endswith(("ed", "n't")) or len(word) < 4:
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    return word.endswith("n't") or opens or following in _OBJECTS


def _actor(shapes: list[str], words: list[str], first: int, last: int, joint: str) -> Actor:
    at = first + (joint == words[first] and joint not in _COUPLERS)
    while at < last and words[at] in _ADVERBS and words[at] not in FINITE:
        at += 1
    if at >= last:
        return Actor.UNSAID
    word = words[at]
    if word in _SELF:
        return Actor.SELF
    if word in _OTHERS:
        return Actor.OTHER
    if _is_verb(words, at, True) and joint not in RELATIVES:
        return Actor.SELF
    if joint == "whose" and first:
        return Actor.OTHER
    return Actor.OTHER if _is_other(shapes, words, at, last) else Actor.UNSAID


def _is_other(shapes: list[str], words: list[str], first: int, last: int) -> bool:
    """Whether a clause's subject is a person or a group that is not the writer."""
    person = False
    if first >= last or words[first] in _PREPOSITIONS:
        return False
    for at in range(first, min(first + _SUBJECT_WORDS, last)):
        word = words[at]
        if word in (",", "/"):  # "my brother, a Kubernetes man, hosts"
            return person and words[at + 1 : at + 2] in (["a"], ["an"], ["the"])
        if word in ("(", "'s"):  # "the app team (Kotlin) uses", "the risk desk's SAS"
            return person and (word == "(" or words[at - 1] not in GROUPS)
        if person and (
            word in PREDICATES
            or word.endswith(("ed", "n't"))
            or (word.endswith("s") and words[at + 1 : at + 2] in _DIRECT)
        ):
            return True
        if at > first and word in FINITE:
            return _is_named(shapes, words, first, at)
        owned = words[first] in _OWNERS and word in GROUPS and at == first + 1  # "my team"
        if word in PLURAL_PERSONS or (word in SINGULAR_PERSONS and words[first] in _DETERMINERS):
            person = not owned
    return False


def _is_named(shapes: list[str], words: list[str], first: int, verb: int) -> bool:
    """Whether a subject is nothing but a person's or a department's name: Karim, Dr Osei, IT."""
    if verb - first > 3:
        return False
    if words[first] in _TITLES or shapes[first] == "IT":
        return True
    return words[verb] in _DONE and all(shape[:1].isupper() for shape in shapes[first:verb])
