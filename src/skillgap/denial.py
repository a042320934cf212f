"""Whether a skill is denied: "no Java", "never wrote any", "Kubernetes has passed me by"."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap import cues
from skillgap.clauses import Actor
from skillgap.cues.joints import NEGATORS
from skillgap.models import Method
from skillgap.reach import (
    JOINTS,
    behind,
    behind_list,
    contact,
    first,
    is_own_after,
    is_subject,
    is_until_i,
    list_end,
    reaching,
    right_before,
)
from skillgap.scene import Scene

_CHAIN = frozenset({",", "/", "and", "or", "nor", "&", "(", "using", "with", "-"})
_CHAIN_WORDS = 24  # as far back as "no Java, Scala, ... or Go" is followed
_CUE_LENGTH = 40  # characters; a bare denial is no longer
_KEPT_LENGTH = len("keeping the ")
_CLAUSE_WORDS = 10  # as far as a negated verb is from what it denies
_ANSWER_WORDS = 3
_ITEM_WORDS = 4
_NONE = frozenset({"none", "nil", "never"})
_LEAD_WORDS = 12  # "What you will not find here:"
_DOUBLED = frozenset({"without", "without using", "don't", "do not", "don't use", "do not use"})
_CROSSES = frozenset("✘✗❌☒✖")  # "✓ Python ✗ Java"
# Under one of these the clause is no statement, or tells of others.
_SUPPOSED = frozenset({"if", "unless", "when", "whenever", "where", "until", "so", "who", "that"})


def denial_rule(scene: Scene) -> str | None:
    """Why a candidate is denied, or None."""
    if is_until_i(scene):
        return None
    if scene.unit_words[0] in _CROSSES:
        return "behind a cross"
    cue = _denied_before(scene)
    doubled = (cue in _DOUBLED or scene.before.endswith("without")) and cues.DOUBLE.search(
        scene.unit.norms
    )
    if cue and not doubled and not is_own_after(scene):
        return f"behind '{cue}'"
    if right_before(cues.KEPT, scene, _KEPT_LENGTH) and cues.OUT.match(behind_list(scene)):
        return "kept out"
    if right_before(cues.MY, scene, _KEPT_LENGTH) and (
        stops := cues.STOPS.match(behind_list(scene))
    ):
        return f"before '{stops[0]}'"
    if (is_subject(scene) or scene.at == scene.clause.first) and cues.FOR_OTHERS.match(
        behind_list(scene)
    ):
        return "for others"
    if (
        scene.behind_own_verb
        and scene.unit_words[scene.clause.verb] in cues.SEES
        and cues.ONLY_THERE.match(behind_list(scene))
    ):
        return "only seen"
    if cues.THEY_SAY.match(scene.after):
        return "hearsay"
    if turned_down := _turned_down(scene):
        return f"before '{turned_down}'"
    if cues.OPAQUE.match(cues.BRACKET.sub("", behind_list(scene))):
        return "not understood"
    match = behind(scene, cues.DENIED_BEHIND)
    if match:
        return f"before '{match[0].strip(' :(,-')}'"
    cue = _denied_after(scene) or _asked(scene)
    return f"before '{cue}'" if cue else None


def _turned_down(scene: Scene) -> str | None:
    """What was only thought of, and turned down: "looked at Snowflake, then let it be"."""
    if (
        first(cues.TURNED_DOWN, scene.unit.norms) is None
        or scene.candidate.method is Method.PATTERN
    ):
        return None
    match = cues.TURNED_DOWN.search(scene.after)
    done = scene.behind_own_verb and scene.unit_words[scene.clause.verb] not in cues.CONSIDERS
    return match[0] if match and not done else None


def _denied_before(scene: Scene) -> str | None:
    return _said_before(scene) or _denied_next(scene) or _negated_verb(scene) or _lead(scene)


def _said_before(scene: Scene) -> str | None:
    match = reaching(cues.DENIES, cues.ENDS, scene)
    if match is None or cues.NO_DENIAL.match(scene.unit.norms, match.start()):
        return None
    before = scene.unit.norms[: match.start()]
    if before.endswith(" who "):
        return None  # "people who hate art"
    if cues.NEGATED_AGAIN.search(before) or cues.IF.search(before):
        return None  # "never failed", "if you have not met COBOL"
    return match[0].strip()


def _denied_next(scene: Scene) -> str | None:
    """A bare "no" or "without" reaches the skills right behind it: "no Java or Scala"."""
    if first(cues.MAY_DENY_NEXT, scene.unit.norms) is None:
        return None
    index = scene.first - 1
    floor = max(scene.unit.first, scene.first - _CHAIN_WORDS)
    free = 2  # words that are no skill between the denial and the first one: "no real"
    while index >= floor:
        norm = scene.norm(index)
        head = scene.unit.norms[: scene.unit.offset_of(index + 1)].rstrip()
        match = cues.DENIES_NEXT.search(head, max(len(head) - _CUE_LENGTH, 0))
        if match and not cues.NO_DENIAL.match(scene.unit.norms, match.start()):
            if cues.IF.search(head[: match.start()]):
                return None
            if cues.MENDED.search(scene.text_after()):
                return None  # "Where there was no data governance I set it up"
            return None if _looks_back(scene, index, match[0]) else match[0]
        if norm == "," and index - 1 not in scene.taken and free < 2:
            return None  # "rather than outsourcing, built the warehouse"
        if index not in scene.taken and norm not in _CHAIN:
            free -= 1
            if free < 0 or not norm.isalpha() or norm in cues.RESTARTS:
                return None
        index -= 1
    return None


def _looks_back(scene: Scene, index: int, cue: str) -> bool:
    """Whether a bare denial speaks of what stands before it ("VBA no, Power BI yes"), or of the
    next item only ("not JavaScript, Photoshop", "no staff and a spreadsheet")."""
    if scene.norm(index + 1) == "," and (index - 1) in scene.taken:
        return True
    between = range(index + 1, scene.first)
    norms = [scene.norm(at) for at in between]
    if norms and norms[-1] in ("a", "an", "the") and len(norms) > 1:
        return True
    behind = [scene.norm(at) for at in range(scene.last, scene.last + 8)]
    return cue == "not" and "," in norms and not {"or", "nor"} & {*norms, *behind}


def _negated_verb(scene: Scene) -> str | None:
    """A "not" or "never" in the candidate's own clause denies what its verb governs."""
    clause = scene.clause
    if clause.joint in _SUPPOSED:
        return None
    words = scene.unit_words
    floor = max(clause.first, scene.at - _CLAUSE_WORDS)
    for at in range(scene.at - 1, floor - 1, -1):
        if _is_negator(words, at) and not _is_harmless(scene, at):
            gap = words[at + 1 : scene.at]
            if words[at] in ("not", "never") and _is_list(scene, at + 1):
                return None  # so near a bare "not" has been asked before
            if cues.DOUBLED_BEHIND.search(contact(scene) or ""):
                return None
            if "," in gap and not _is_list(scene, at + gap.index(",") + 2):
                return None
            return " ".join(words[at : at + 3])
    return None


def _is_negator(words: Sequence[str], at: int) -> bool:
    word = words[at]
    no_one = word == "no" and words[at + 1 : at + 2] == ("one",)
    return word in NEGATORS or word.endswith("n't") or no_one


def _is_harmless(scene: Scene, at: int) -> bool:
    """Whether a negator of the unit denies no skill: "never failed", "nobody else could"."""
    words, offset = scene.unit_words, scene.unit.starts[at]
    if at and words[at] in ("nothing", "none") and words[at - 1] in ("to", "nearly", "from", "for"):
        return True  # "cut the waste to nearly nothing", "built from nothing"
    return bool(
        cues.NO_DENIAL.match(scene.unit.norms, offset)
        or cues.HARMLESS.match(scene.unit.norms, offset)
    )


def _is_list(scene: Scene, start: int) -> bool:
    """Whether the words from `start` of the unit up to the candidate are skills and commas."""
    words = scene.unit_words
    return all(
        scene.unit.first + at in scene.taken or words[at] in JOINTS or words[at] in ("any", "nor")
        for at in range(start, scene.at)
    )


def _is_one_list(scene: Scene, start: int) -> bool:
    """Whether the words from `start` up to the candidate are short items of one list."""
    items = " ".join(scene.unit_words[start : scene.at]).split(";")
    return len(items) == 1 or all(len(item.split()) <= _ITEM_WORDS for item in items)


def _lead(scene: Scene) -> str | None:
    """The words before a colon deny the list behind it: "What you won't find here: Figma"."""
    words = scene.unit_words
    if ":" not in words[: min(scene.at, _LEAD_WORDS)]:
        return None
    colon = words.index(":")
    clause = scene.clause
    told = clause.actor is not Actor.UNSAID and clause.verb != scene.at
    if told or not _is_one_list(scene, colon + 1):
        return None
    last = scene.at - 1 - words[: scene.at][::-1].index(":")
    if words[last - 1] in _NONE:  # "good: Python, Git none: PHP"
        return words[last - 1]
    if cues.WEAK_LEAD.search(" ".join(words[:colon])):
        return " ".join(words[:colon])
    for at in range(colon):
        if _is_negator(words, at) and not _is_harmless(scene, at):
            return " ".join(words[:colon])
    return None


def _asked(scene: Scene) -> str | None:
    """A skill that is only asked for, "Public speaking?", and not owned in the next words."""
    end = scene.unit.last
    if scene.last != end - 1 or scene.norm(scene.last) != "?":
        return None
    answer = " ".join(word.norm for word in scene.words[end : end + _ANSWER_WORDS])
    if scene.at > 0:
        return "? no" if cues.NO.match(answer) else None
    return None if cues.YES.match(answer) else "?"


def _denied_after(scene: Scene) -> str | None:
    """The candidate is what the clause speaks of, and the clause denies it: "SQL was never my
    job"; or it is said of it behind a colon: "Terraform: seen it, have not written it"."""
    words = scene.unit_words
    end = list_end(scene) - scene.unit.first
    if words[end : end + 1] in ((":",), ("-",)):
        last = min(end + _CLAUSE_WORDS, len(words))
        if not is_subject(scene) or len(words) > last:
            return None
    elif is_subject(scene):
        if cues.I_REJECT.match(scene.text_after()):
            return "rejected"
        last = min(scene.clause.last, end + _CLAUSE_WORDS)
    else:
        return None
    for at in range(end, last):
        if scene.unit.first + at in scene.taken or words[at] == ",":
            return None
        if _is_negator(words, at) and not _is_harmless(scene, at):
            return " ".join(words[at : at + 3])
    return None
