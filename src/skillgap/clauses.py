"""Clauses of a unit: where one deed ends and the next begins, and who does it.

No grammar of English, only its small words: signs, conjunctions, pronouns, and the verbs and
persons of `cues.verbs`. Where they say nothing, the actor is unsaid, which in a resume means its
writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from skillgap.cues.doers import MAKES
from skillgap.cues.joints import (
    CONJUNCTIONS,
    COUPLERS,
    LISTED,
    NEGATORS,
    RELATIVES,
    SIGNS,
    TIMES,
)
from skillgap.cues.verbs import FINITE, PREDICATES
from skillgap.subjects import (
    ADVERBS,
    DETERMINERS,
    OWNERS,
    TITLES,
    is_person,
    is_plural_person,
    is_verb,
    is_writer,
    verb_of_others,
)
from skillgap.words import verb_form

WRITER = "\0"  # the resume's own name, where it is a subject: "Magdalena wrote"
_SELF = frozenset("i we i'm i've i'd i'll we've we're i’m".split()) | {WRITER}
_OTHERS = frozenset(
    "they he she others someone somebody everyone everybody they're he's she's".split()
)
_IS = frozenset("is was runs ran sits lives".split())
_COPULAS = frozenset("am is was are as i'm being".split())
_THIRD = frozenset("he she they he's she's they're".split())
_SINGULAR_THIRD = _THIRD - {"they", "they're"}
_FIRST = (_SELF - {WRITER}) | {"my", "me", "mine", "our", "us"}
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve twenty".split())
_TOGETHER = ("co", "-")  # "co-wrote the policy"
_NOBODY = frozenset("nobody none".split())
PRONOUNS = _SELF | _OTHERS | _NOBODY | {"you"}
# Before a pronoun: no new clause ("than I", "at no time did I").
_INVERTED = frozenset("than as did do have had am was were can will would could should".split())
# No subjects behind these: "work well with others and lead".
_OBJECTS = frozenset("others someone somebody everyone everybody".split())
_BEFORE_OBJECTS = frozenset("with for to from of among between by at on about help helping".split())
_SUBJECTS = PRONOUNS | OWNERS
_FOLLOW_I = PREDICATES | ADVERBS
_FOLLOW_THAT = PREDICATES | PRONOUNS | NEGATORS


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


def clauses_of(
    shapes: Sequence[str],
    words: Sequence[str],
    skills: frozenset[int] = frozenset(),
    in_first_person: bool = False,
) -> tuple[Clause, ...]:
    """The clauses of a unit, given its words as they stand and folded. The words at `skills` name
    skills and are no verbs. `in_first_person` says that the text's writer is "I": "she" is not."""
    starts = [(0, words[0] if words[0] in CONJUNCTIONS else ""), *_starts(shapes, words)]
    ends = [first for first, _ in starts[1:]] + [len(words)]
    found: list[Clause] = []
    for (first, joint), last in zip(starts, ends, strict=True):
        if first < last:
            clause = _clause(shapes, words, Clause(first, last, joint, Actor.UNSAID, last))
            if in_first_person and _is_he_or_she(words, clause):
                clause = replace(clause, actor=Actor.OTHER)
            inherits = clause.verb == first and joint in COUPLERS and found
            if inherits and joint == "," and found[-1].joint in TIMES:
                inherits = False  # "Joined when the contractor left, took over"
            theirs = bool(found) and found[-1].actor is Actor.OTHER
            if (
                inherits
                and clause.actor is Actor.SELF
                and theirs
                and not _goes_on(words, clause, found)
            ):
                clause = replace(clause, actor=Actor.OTHER)  # "he cooked and coded"
            if found and found[-1].actor is Actor.OTHER and _is_gapped(words, clause):
                clause = replace(clause, actor=Actor.OTHER)
            if (
                found
                and found[-1].actor is Actor.OTHER
                and _is_their_thing(words, clause, found[-1])
            ):
                clause = replace(clause, actor=Actor.OTHER)
            if clause.joint == ")" and clause.verb == first and _is_theirs(found):
                clause = replace(clause, actor=Actor.OTHER)  # "the team (not me) built"
            if clause.actor is Actor.SELF and _is_name(words, clause.verb, skills):
                clause = Clause(first, last, joint, Actor.UNSAID, last)
            found.append(clause)
    return tuple(found)


def _is_he_or_she(words: Sequence[str], clause: Clause) -> bool:
    """Whether a clause tells what a "he" or "she" does."""
    at = clause.first + (clause.joint == words[clause.first] and clause.joint not in COUPLERS)
    while at < clause.last and words[at] in ADVERBS and words[at] not in FINITE:
        at += 1
    return at < clause.last and words[at] in _SINGULAR_THIRD


def _goes_on(words: Sequence[str], clause: Clause, found: Sequence[Clause]) -> bool:
    """Whether a verb has the form of the writer's: "decides what the squads build, and keeps"."""
    before = found[-1]
    own = next((one for one in reversed(found[:-1]) if one.joint not in RELATIVES), None)
    told = own is not None and own.actor is Actor.SELF and before.joint in RELATIVES
    if not (told and own) or max(own.verb, before.verb) >= len(words):
        return False
    forms = [verb_form(words[at]) for at in (clause.verb, own.verb, before.verb)]
    return forms[0] == forms[1] != forms[2]


def _is_gapped(words: Sequence[str], clause: Clause) -> bool:
    """Whether others' clause has no verb: "my mentor runs Spark; the analysts Looker"."""
    if clause.joint != ";" or clause.actor is not Actor.UNSAID or clause.verb < clause.last:
        return False
    at = clause.first
    return at + 2 < clause.last and words[at] in DETERMINERS and is_person(words, at + 1)


def _is_their_thing(words: Sequence[str], clause: Clause, before: Clause) -> bool:
    """Whether a clause goes on about what others make: "people who run the engine; it is in"."""
    at = clause.first
    return (
        clause.actor is Actor.UNSAID
        and words[at] == "it"
        and at + 1 < clause.last
        and words[at + 1] in _IS
        and before.verb < before.last
        and words[before.verb] in MAKES
    )


def _is_theirs(found: Sequence[Clause]) -> bool:
    """Whether the clause before the last bracket is somebody else's, its verb still to come."""
    opened = next((n for n in range(len(found) - 1, 0, -1) if found[n].joint == "("), 0)
    before = found[opened - 1] if opened else None
    return before is not None and before.actor is Actor.OTHER and before.verb == before.last


def _is_name(words: Sequence[str], verb: int, skills: frozenset[int]) -> bool:
    """Whether what looks like a verb is the name of a skill in a list: "Go, Rust"."""
    following = words[verb + 1] if verb + 1 < len(words) else ","
    return verb in skills and (following in COUPLERS or following in LISTED)


def _clause(shapes: Sequence[str], words: Sequence[str], clause: Clause) -> Clause:
    """A clause with its actor and verb."""
    first, last = clause.first, clause.last
    actor, verb = _actor(shapes, words, first, last, clause.joint)
    if verb is None:
        opens = first + 2 * (tuple(words[first : first + 2]) == _TOGETHER)
        verb = next((at for at in range(first, last) if is_verb(words, at, at == opens)), last)
        verb = min(first + 1, last - 1) if words[first] in _SELF else verb
    return Clause(first, last, clause.joint, actor, verb)


def _starts(shapes: Sequence[str], words: Sequence[str]) -> list[tuple[int, str]]:
    """Where clauses begin behind the first word, and what opens them."""
    starts: list[tuple[int, str]] = []
    last = 0
    for at, word in enumerate(words):
        if at < last:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        if shapes[at] in SIGNS and not (at and words[at] == "." and words[at - 1] in TITLES):
            starts.append((at + 1, word))
            last = at + 1
        elif (
            word in CONJUNCTIONS
            and at > 0
            and (
                _joins(words[at - 1], word, following)
                or (
                    word == "that" and verb_of_others(shapes, words, at + 1, len(words)) is not None
                )
            )
        ):
            starts.append((at, word))
            last = at + 2  # its subject begins no clause of its own
        elif word in PRONOUNS and at > last and _opens(words, at):
            starts.append((at, ""))
        elif word in COUPLERS:  # ", my teammate did", ", Femi drew", "and tuned the"
            begin = at + 1
            while begin < len(words) and words[begin] in ("and", "then", "also", "later", "now"):
                begin += 1
            if begin < len(words) and (
                words[begin] in _SUBJECTS
                or is_verb(words, begin, False)
                or (
                    (words[begin] in DETERMINERS or shapes[begin].istitle())
                    and verb_of_others(shapes, words, begin, len(words)) is not None
                )
            ):
                starts.append((begin, word))
                last = begin + 1
    return starts


def _opens(words: Sequence[str], at: int) -> bool:
    """Whether a pronoun opens a clause here: not "than I", "CFA Level I", "well with others"."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in _OBJECTS and words[at - 1] in _BEFORE_OBJECTS:
        return False
    return words[at - 1] not in _INVERTED and (
        words[at] != "i" or following in _FOLLOW_I or following.endswith(("ed", "n't"))
    )


def _is_another(shapes: Sequence[str], words: Sequence[str], at: int) -> bool:
    """Whether the word before "who" is somebody else: statisticians, a consultant, S. Iyer; not "I
    am an engineer who", nor "Engineer who"."""
    if is_writer(words, at):
        return False
    if at < 1 or not _COPULAS.isdisjoint(words[max(at - 5, 0) : at]):
        return at >= 0 and is_plural_person(words[at])
    return is_person(words, at) or shapes[at][:1].isupper()


def _speaks_of_another(words: Sequence[str], at: int) -> bool:
    """Whether "he" or "they" is not the writer: an "I" or a person stands in the unit."""
    if words[at] == "they" and at == 0:
        return True
    return not _FIRST.isdisjoint(words) or any(is_person(words, n) for n in range(at))


def _joins(before: str, word: str, following: str) -> bool:
    """Whether a conjunction opens a clause here: not "since 2019", "so far", "that job"."""
    if word in ("yet", "though"):
        return before in (",", ";", ")")
    if word == "since":  # not "since 2019", "has since built"
        return not following[:1].isdigit() and before not in ("has", "have", "had")
    if word == "so":
        return following not in ("far", "much", "many", "-", "to")
    if word == "that":
        return following in _FOLLOW_THAT or following.endswith("n't")
    return True


def _actor(
    shapes: Sequence[str], words: Sequence[str], first: int, last: int, joint: str
) -> tuple[Actor, int | None]:
    """Who acts in a clause, and where somebody else's verb stands (`last` where there is none)."""
    at = first + (joint == words[first] and joint not in COUPLERS)
    while at < last and words[at] in ADVERBS and words[at] not in FINITE:
        at += 1
    at += 2 * (tuple(words[at : at + 2]) == _TOGETHER)
    if at >= last:
        return Actor.UNSAID, None
    word = words[at]
    if word in _SELF:
        return Actor.SELF, None
    if word in _THIRD and not _speaks_of_another(words, at):
        return Actor.SELF, None  # a resume in the third person
    if word in _OTHERS or (word == "one" and is_verb(words, at + 1, True) and at + 1 < last):
        return Actor.OTHER, None
    if joint == "who":  # "a team of statisticians who used"
        before = first - 2 if words[first - 1] == "," else first - 1
        if before > 1 and words[before - 1] == "of":  # "a team of 5 who wrote"
            before -= 2 * (words[before].isdigit() or words[before] in _NUMBERS)
        return (Actor.OTHER if _is_another(shapes, words, before) else Actor.UNSAID), None
    if is_verb(words, at, True) and joint not in RELATIVES:
        return Actor.SELF, None
    if joint == "whose" and first:
        return Actor.OTHER, None
    verb = verb_of_others(shapes, words, at, last, is_object=joint == "what")
    return (Actor.OTHER, verb) if verb is not None else (Actor.UNSAID, None)
