"""STEP 3b: what a mention says of the person: claimed, or not counted and why.

The rules run in one order and the first that holds decides: where the text stands (hidden, a
pasted posting, referees, hobbies), what the words mean there (a spoken language, another name, an
ordinary word), whose skill it is, and whether it is denied or wished for. Each looks at the
candidate's own unit (a sentence, a list item, a cell) and no further.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from skillgap import cues
from skillgap.denial import denial_rule
from skillgap.guards import UNSHOWN, guard_verdict, guards_of
from skillgap.headings import is_denial, is_wish
from skillgap.learned import weigh
from skillgap.matter import matter_rule
from skillgap.models import BlockKind, SectionKind, Status
from skillgap.names import name_rule
from skillgap.others import colleague_verdict, other_rule
from skillgap.quoted import in_posting, is_praise
from skillgap.reach import first
from skillgap.scene import Scene
from skillgap.titles import employer_rule, title_rule
from skillgap.wishes import wish_rule

Verdict = tuple[Status, str]
Judge = Callable[[Scene], Verdict]

_PLACES = {
    SectionKind.POSTING: (Status.POSTING, "in a job posting"),
    SectionKind.INTERESTS: (Status.INTEREST, "under interests"),
    SectionKind.REFERENCES: (Status.REFERENCE, "under references"),
}
_LEVEL = re.compile(
    r"\b[ABC][12]\b|^(?:English|German|French|Spanish|Italian|Dutch|Polish|Portuguese|Arabic|Hindi"
    r"|Mandarin|Japanese|Turkish|Russian)\s?[:(–-]|\b[Ff]luent in [A-Z]|\b(?:IELTS|TOEFL|TOEIC)\b"
)
_PRIVATE = frozenset(
    {
        SectionKind.OTHER,
        SectionKind.SUMMARY,
        SectionKind.BASICS,
        SectionKind.VOLUNTEER,
        SectionKind.INTERESTS,
    }
)
_PERSONAL = frozenset({SectionKind.OTHER, SectionKind.SUMMARY, SectionKind.BASICS})
_BRACKETS = re.compile(r"\( [^()]* \)")
_NOTE = re.compile(r"^\( ([^()]{1,60}) \)")
_NOTES = (
    (Status.INTEREST, re.compile(r"^(?:a )?hobby|\bfor fun\b|\bat home only\b")),
    (
        Status.ASPIRED,
        re.compile(r"^(?:i )?(?:want|plan|hope|would like)(?:ing|ning)? to\b|^to learn$"),
    ),
)
_NOTE_WORDS = 8
# The cell behind, its words joined: "| Kubernetes | on my list".
_PLANNED_CELL = re.compile(
    r"[|\s]*\t[|\s]*(onmy\w{0,9}list|tolearn|wantto|planned|learning(?=$|[\s|,.;]))"
)
_NO_LEVEL = re.compile(
    r"[\t|:–-]*(\(?0/\d+|none(?=[\s.;)|]|$)|nil(?=[\s.;)]|$)|(?:never|no)(?=[|;)]|$)|[○☆□◯]{3,}(?![●★■]))"
)


def judge(scene: Scene) -> Verdict:
    """The status of a candidate and the rule behind it ("" for a claim): what the rules say, where
    the words around it do not speak clearly for something else."""
    return weigh(scene, *judge_by_rules(scene))


def judge_by_rules(scene: Scene) -> Verdict:
    """The first rule that holds, or a claim."""
    for rule in _RULES:
        verdict = rule(scene)
        if verdict is not None:
            return verdict
    return Status.CLAIMED, ""


def judge_posting(scene: Scene) -> Verdict:
    """The same in a job posting, which speaks of somebody wanted: what words mean counts there, and
    what is denied; whose skill it is does so only of people to work with."""
    for rule in (_hidden, _name, _denied, _guarded, _title):
        verdict = rule(scene)
        wanted = (rule is _guarded and _is_asked_for(scene)) or (
            rule is _denied and _is_welcome(scene)
        )
        if verdict is not None and not wanted:
            return verdict
    return colleague_verdict(scene) or (Status.CLAIMED, "")


def _is_asked_for(scene: Scene) -> bool:
    """Whether a word stands where only a skill stands: "knowledge of R", "Spark" by itself, "Go is
    a plus"."""
    if guard_verdict(scene) != UNSHOWN:
        return False
    alone = scene.last - scene.first == scene.unit.last - scene.unit.first
    return (
        (alone and scene.is_tool)
        or bool(cues.ASKED_FOR.search(scene.text_before()))
        or bool(cues.ASKED_BEHIND.match(scene.text_after()))
    )


def _is_welcome(scene: Scene) -> bool:
    """Whether a posting denies only that somebody must have it: "not required, but a plus"."""
    return bool(
        cues.NOT_A_MUST.match(scene.text_after())
        or cues.NO_LONGER_DENIED.search(scene.text_before())
    )


def _hidden(scene: Scene) -> Verdict | None:
    block = scene.block
    if block is not None and block.kind is BlockKind.HIDDEN:
        return Status.HIDDEN, block.note or "not visible"
    return None


def _place(scene: Scene) -> Verdict | None:
    if in_posting(scene):
        return Status.POSTING, "reads like a job posting"
    if scene.kind is SectionKind.INTERESTS and cues.OWN_WORK.search(scene.text_before()):
        return None
    if scene.kind in _PRIVATE and cues.LEISURE_BEHIND.match(scene.text_after()):
        return Status.INTEREST, "at play"
    if _among_pastimes(scene):
        return Status.INTEREST, "among pastimes"
    if leisure := _leisure(scene):
        return Status.INTEREST, f"behind '{leisure}'"
    title = scene.section.title if scene.section else ""
    if scene.kind is SectionKind.SUMMARY and is_wish(title) and not _proves(scene):
        return Status.ASPIRED, f"under '{title}'"
    if scene.kind is SectionKind.OTHER:
        if is_denial(title):
            return Status.NEGATED, f"under '{title}'"
        if is_wish(title):  # "no interest in advertising" is none there, either
            return _denied(scene) or (Status.ASPIRED, f"under '{title}'")
    if first(cues.REFEREE, scene.unit.norms):
        return Status.REFERENCE, "speaks of a referee"
    if is_praise(scene):
        return Status.REFERENCE, "in the words of another"
    return _PLACES.get(scene.kind)


def _leisure(scene: Scene) -> str | None:
    """The words before the candidate that tell of free time, and no work is told of it."""
    if first(cues.LEISURE, scene.unit.norms) is None:
        return None
    leisure = cues.LEISURE.search(_BRACKETS.sub(" ", scene.before))
    if leisure is None or cues.PROVED.search(scene.after):
        return None
    return None if cues.OWN_WORK.search(scene.before, leisure.end()) else leisure[0]


def _among_pastimes(scene: Scene) -> bool:
    """Whether a line of odds and ends lists the candidate beside bees and choirs; elsewhere one of
    them may be a customer's trade."""
    if scene.kind not in _PERSONAL or (scene.is_tool and scene.after[:1] in ("", ",", ".", ";")):
        return False  # a tool that is named alone is no pastime
    pastime = first(cues.PASTIMES, scene.unit.norms)
    if pastime is not None and scene.kind is not SectionKind.OTHER:
        pastime = cues.PASTIMES.search(scene.unit.norms, pastime.end())
    return pastime is not None and not (
        cues.OWN_WORK.search(scene.text_before()) or cues.PROVED.search(scene.unit.norms)
    )


def _noted(scene: Scene) -> Verdict | None:
    """A remark in brackets or a level right behind the candidate speaks of it alone: "Go (hobby)",
    "Rust (want to learn)", "Docker 0/5", and "None" in the cell beside it."""
    behind = "".join(word.text for word in scene.words[scene.last : scene.last + _NOTE_WORDS])
    if scene.before.endswith("[ ]") and "[ x ]" in scene.unit.norms:
        return Status.NEGATED, "in an empty box"
    if level := _NO_LEVEL.match(behind.lower()):
        return Status.NEGATED, f"at level '{level[1]}'"
    if plan := _PLANNED_CELL.match(behind.lower()):
        return Status.ASPIRED, f"beside '{plan[1]}'"
    note = _NOTE.match(scene.text_after())
    if note is None:
        return None
    said = note[1].strip()
    return next(
        ((status, f"noted '{said}'") for status, words in _NOTES if words.search(note[1])), None
    )


def _proves(scene: Scene) -> bool:
    """Whether a goal speaks of what the person has: "to apply my eight years of Java"."""
    return bool(cues.WISH_ENDS.search(f" {scene.text_before()} "))


def _spoken(scene: Scene) -> Verdict | None:
    if scene.kind is SectionKind.LANGUAGES and not scene.is_tool:
        return Status.SPOKEN, "under spoken languages"
    if scene.skill.kind == "soft" and _LEVEL.search(scene.unit_text()):
        return Status.SPOKEN, "with the level of a spoken language"
    return None


def _name(scene: Scene) -> Verdict | None:
    rule = name_rule(scene) or employer_rule(scene)
    return (Status.NAME, rule) if rule else None


def _guarded(scene: Scene) -> Verdict | None:
    rule = guard_verdict(scene)
    if rule is None:
        return None
    guards = guards_of(scene.skill, scene.candidate)
    return Status(guards[0].reason), rule


def _someone_else(scene: Scene) -> Verdict | None:
    rule = other_rule(scene) or matter_rule(scene)
    return (Status.SOMEONE_ELSE, rule) if rule else None


def _denied(scene: Scene) -> Verdict | None:
    rule = denial_rule(scene)
    return (Status.NEGATED, rule) if rule else None


def _aspired(scene: Scene) -> Verdict | None:
    rule = wish_rule(scene)
    return (Status.ASPIRED, rule) if rule else None


def _title(scene: Scene) -> Verdict | None:
    rule = title_rule(scene)
    return (Status.TITLE, rule) if rule else None


_RULES = (
    _hidden, _noted, _place, _spoken, _name, _someone_else, _denied, _aspired, _guarded, _title,
)  # fmt: skip
