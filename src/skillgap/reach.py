"""How far a cue reaches: to the skills behind it, over lists, up to the next deed."""

from __future__ import annotations

import re

from skillgap import cues
from skillgap.clauses import Actor, Clause
from skillgap.cues.joints import CONTRASTS, RELATIVES
from skillgap.models import Method
from skillgap.scene import Scene

JOINTS = frozenset({",", "/", "and", "or", "&"})
_CUE_LENGTH = 80  # characters; longer ones, which end right before a skill, are not looked for
_OPEN, _CLOSE = "(", ")"
_SENTENCE = 6  # words of the shortest sentence of one's work
_CONTACT_WORDS = 5  # "the Power BI reports and charts I"
_BETWEEN = frozenset("on in for of with from at by to , ; :".split())
# What others do with the writer's work: "dashboards that forty buyers open every morning".
_USES = frozenset(
    "use uses used open opens opened read reads see sees saw rely relies relied trust trusts"
    " consult consults consulted watch watches depend depends love loved like liked need needs"
    " rate rated adopt adopts adopted enjoy enjoyed".split()
)
_IT = (("it",), ("them",), ("that",), ("this",))
_SUPPOSED = frozenset("what if when whenever unless while where wherever because since".split())


# What was last looked for with each cue (they live as long as the program), and what was found: the
# candidates of one unit come together and ask for the same. A cache of functools would hash the
# compiled expression, which takes longer than to search with it.
_LAST: dict[int, tuple[str, re.Match[str] | None]] = {}


def first(cue: re.Pattern[str], norms: str) -> re.Match[str] | None:
    """The first match of a cue in a unit."""
    last = _LAST.get(id(cue))
    if last is None or last[0] != norms:
        last = _LAST[id(cue)] = (norms, cue.search(norms + " "))
    return last[1]


def right_before(
    cue: re.Pattern[str], scene: Scene, length: int = _CUE_LENGTH
) -> re.Match[str] | None:
    """A cue that ends (`$`) right before the candidate and is no longer than `length`."""
    return cue.search(scene.before, max(len(scene.before) - length, 0))


def reaching(cue: re.Pattern[str], ends: re.Pattern[str], scene: Scene) -> re.Match[str] | None:
    """The last cue before the candidate whose reach has not ended by then, or None.

    A bracket that closes behind the cue ends its reach, and so does a relative clause that speaks
    of what stands before it: "Rust, which I am learning, and Python".
    """
    if first(cue, scene.unit.norms) is None:
        return None
    before = scene.text_before()
    # What reaches a deed is no deed itself: "recruited, onboarded and trained".
    skills = scene.taken if scene.candidate.method is Method.PATTERN else scene.named
    for match in reversed(list(cue.finditer(before + " "))):
        end = scene.unit.word_at(max(match.end() - 2, 0))
        in_skill = end in skills and scene.unit.word_at(match.start()) in skills
        if in_skill and not match[0].rstrip().endswith(" learn"):
            continue  # the cue is itself part of a skill: "machine learning", not "keen to learn"
        if cues.RELATIVE.search(before[: match.start()]):
            continue
        gap = before[match.end() :]
        if gap.count(_CLOSE) > gap.count(_OPEN) or ends.search(f" {gap} "):
            continue
        if not parted(scene, end - scene.unit.first):
            return match
    return None


def parted(scene: Scene, word: int) -> bool:
    """Whether the writer's own deed or a contrast begins between a word of the unit and the
    candidate: "No Java, wrote Python"."""
    for clause in scene.clauses:
        if word < clause.first <= scene.at and clause.verb < clause.last:
            if clause.actor is Actor.SELF and clause.joint not in RELATIVES:
                return True
            if clause.joint in CONTRASTS or clause.joint == ":":
                return True
    return False


def behind(scene: Scene, cue: re.Pattern[str]) -> re.Match[str] | None:
    """A cue right behind the candidate, or behind the list that it stands in. A bracket belongs to
    the last item alone: "Java, Scala (planned)"."""
    after, alone = behind_list(scene), scene.text_after()
    if after == alone:
        return cue.match(alone)
    return None if after.startswith("(") else cue.match(after) or cue.match(alone)


def behind_list(scene: Scene) -> str:
    """What stands behind the candidate and the further skills of its list: "Java, Scala: none"."""
    return scene.unit.norms[scene.unit.offset_of(list_end(scene)) :]


def list_end(scene: Scene) -> int:
    """The index of the word behind the list in which the candidate stands."""
    words, named, last, index = scene.words, scene.named, scene.unit.last, scene.last
    while index < last and (index in named or words[index].norm in JOINTS):
        index += 1
    if index > scene.last and words[index - 1].norm in JOINTS:
        index -= 1
    return index


def is_subject(scene: Scene) -> bool:
    """Whether the candidate is what its clause speaks of: "Python was", "my SQL stops at"."""
    clause = scene.clause
    return clause.actor is Actor.UNSAID and clause.verb >= scene.at and scene.at - clause.first <= 4


def contact(scene: Scene) -> str | None:
    """The writer's deed on the candidate, told right behind it: "the notebooks I wrote"."""
    clauses, own = scene.clauses, scene.clause
    index = clauses.index(own)
    if index + 1 >= len(clauses) or own.joint in _SUPPOSED:
        return None
    if own.verb >= scene.at and own.actor is Actor.UNSAID:
        return None  # "In SQL I wrote": no more than the sentence's beginning
    after = clauses[index + 1]
    between = scene.unit_words[scene.last - scene.unit.first : after.first]
    if len(between) > _CONTACT_WORDS or _BETWEEN & set(between):
        return None  # "Bayesian models on the counts I made"
    end = after.last
    if clauses[index + 2 : index + 3] and clauses[index + 2].joint == "but":
        end = clauses[index + 2].last  # "notebooks I can read but could not write"
    words = scene.unit_words[after.first : end]
    told = after.joint in ("", "that", "which") and bool({"i", "we"} & set(words[:2]))
    return " ".join(words) if told else None


def is_until_i(scene: Scene) -> bool:
    """Whether a time without the candidate ended by the writer's deed: "until I introduced it"."""
    ends = first(cues.UNTIL_I, scene.unit.norms)
    return ends is not None and bool(cues.UNTIL_I.search(scene.after))


def others_after(scene: Scene) -> bool:
    """Whether somebody else's deed on the candidate follows: "a rollout that consultants did"."""
    clauses, end = scene.clauses, scene.last - scene.unit.first
    index = clauses.index(scene.clause)
    is_deed = scene.at <= scene.clause.verb < end  # "Threat-modeled three services that others run"
    if index + 1 >= len(clauses) or is_deed:
        return False
    after, between = clauses[index + 1], scene.unit_words[end : clauses[index + 1].first]
    if _did_it(scene, after):
        return True
    near = len(between) <= _CONTACT_WORDS and not _BETWEEN & set(between)
    made = after.verb < after.last and scene.unit_words[after.verb] in cues.MAKES
    if after.joint == "which" and between == (",",) and not scene.is_tool:  # "the chatbot, which"
        own = scene.unit_words[scene.clause.verb] if scene.clause.verb < scene.at else ""
        near = own not in cues.MAKES
    return near and made and after.joint in ("that", "which") and after.actor is Actor.OTHER


def _did_it(scene: Scene, after: Clause) -> bool:
    """Whether a clause tells that others made the candidate's thing: "pricing in R; the actuaries
    wrote it"."""
    words = scene.unit_words
    told = after.actor is Actor.OTHER and after.verb < after.last and not scene.behind_own_verb
    return (
        told
        and after.joint not in RELATIVES
        and words[after.verb] in cues.DID_IT
        and words[after.verb + 1 : after.verb + 2] in _IT
    )


def is_prose(scene: Scene) -> bool:
    """Whether a line among the skills tells something: it says "I", or is a sentence in which
    somebody does something."""
    if first(cues.FIRST_PERSON, scene.unit.norms):
        return True
    words, clauses = scene.unit_words, scene.clauses
    told = len(words) >= _SENTENCE and words[-1] == "."
    return told and any(c.actor is Actor.OTHER and c.verb < c.last for c in clauses)


def is_own_after(scene: Scene) -> bool:
    """Whether the writer's own use of the candidate follows: "the notebooks I wrote"."""
    told = contact(scene)
    return told is not None and not cues.UNTOUCHED.search(told)


def persons_behind(scene: Scene) -> str | None:
    """Persons in the plural that the candidate describes: "Java and Kotlin back-end developers"."""
    if scene.skill.kind == "soft" and scene.surface_words[0].norm.endswith(("ing", "ed")):
        return None  # what is done to them: "mentoring junior engineers", "mentored interns"
    index, joined = scene.last, False
    while word := scene.word(index):
        if cues.PERSONS.fullmatch(word.norm) and index not in scene.named:
            return None if joined else word.norm
        if index == scene.last and scene.is_tool and cues.THINGS.fullmatch(word.norm):
            return word.norm
        if joined and word.norm.endswith("ed") and index in scene.taken:
            return None  # "training materials and mentored other team members"
        joined = word.norm in JOINTS
        if not (joined or index in scene.named or word.norm in cues.QUALIFIERS):
            return None
        index += 1
    return None
