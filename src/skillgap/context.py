"""STEP 3b: what a mention says of the person: claimed, or not counted and why.

The rules run in one order and the first that holds decides: where the text stands (hidden, a
pasted posting, referees, hobbies), what the words mean there (a spoken language, another name, an
ordinary word), whose skill it is, and whether it is denied or wished for. Each looks at the
candidate's own unit (a sentence, a list item, a cell) and no further.
"""

from __future__ import annotations

import re

from skillgap import cues
from skillgap.guards import guard_verdict, guards_of
from skillgap.headings import is_denial, is_wish
from skillgap.models import BlockKind, Method, SectionKind, Status
from skillgap.names import name_rule
from skillgap.scene import Scene
from skillgap.titles import employer_rule, title_rule

Verdict = tuple[Status, str]

_PLACES = {
    SectionKind.POSTING: (Status.POSTING, "in a job posting"),
    SectionKind.INTERESTS: (Status.INTEREST, "under interests"),
    SectionKind.REFERENCES: (Status.REFERENCE, "under references"),
}
_CHAIN = frozenset({",", "/", "and", "or", "nor", "&", "(", "using", "with", "-"})
_LEVEL = re.compile(
    r"\b[ABC][12]\b|^(?:English|German|French|Spanish|Italian|Dutch|Polish|Portuguese|Arabic|Hindi"
    r"|Mandarin|Japanese|Turkish|Russian)\s?[:(–-]|\b[Ff]luent in [A-Z]"
)
_NOT = re.compile(r"\b(?:no|not|never) $")
_DOUBLED = frozenset({"without", "without using", "don't", "do not", "don't use", "do not use"})
_CHAIN_WORDS = 24  # as far back as "no Java, Scala, ... or Go" is followed
_QUOTED_WORDS = 300  # a quoted advert is shorter, and the time stays linear
_QUOTES = frozenset('"“”„«»')
_JOINTS = frozenset({",", "/", "and", "or", "&"})


def judge(scene: Scene) -> Verdict:
    """The status of a candidate and the rule behind it ("" for a claim)."""
    for rule in _RULES:
        verdict = rule(scene)
        if verdict is not None:
            return verdict
    return Status.CLAIMED, ""


def _hidden(scene: Scene) -> Verdict | None:
    block = scene.block
    if block is not None and block.kind is BlockKind.HIDDEN:
        return Status.HIDDEN, block.note or "not visible"
    return None


def _place(scene: Scene) -> Verdict | None:
    if _in_posting(scene):
        return Status.POSTING, "reads like a job posting"
    if scene.kind is SectionKind.INTERESTS and cues.OWN_WORK.search(scene.text_before()):
        return None
    leisure = cues.LEISURE.search(scene.text_before())
    if leisure and not cues.OWN_WORK.search(scene.text_before(), leisure.end()):
        return Status.INTEREST, f"behind '{leisure[0]}'"
    if scene.section is not None and scene.kind is SectionKind.OTHER:
        title = scene.section.title
        if is_denial(title):
            return Status.NEGATED, f"under '{title}'"
        if is_wish(title):
            return Status.ASPIRED, f"under '{title}'"
    if cues.REFEREE.search(scene.unit.norms):
        return Status.REFERENCE, "speaks of a referee"
    return _PLACES.get(scene.kind)


def _in_posting(scene: Scene) -> bool:
    """Whether the candidate's unit reads like a posting, up to where the person answers it."""
    match = cues.POSTING.search(scene.unit.norms)
    if match is None:
        return _in_quoted_posting(scene)
    own = cues.POSTING_ENDS.search(scene.unit.norms, match.end())
    return own is None or scene.unit.offset_of(scene.first) < own.start()


def _in_quoted_posting(scene: Scene) -> bool:
    """Whether a quotation around the candidate began with a posting's words, sentences before."""
    if scene.block is None:
        return False
    index, quotes, norms = scene.first, 0, []
    floor = max(scene.first - _QUOTED_WORDS, 0)
    while index > floor and scene.words[index - 1].span.start >= scene.block.span.start:
        index -= 1
        norms.append(scene.words[index].norm)
        quotes += scene.words[index].text in _QUOTES
    return quotes % 2 == 1 and bool(cues.POSTING.search(" ".join(reversed(norms))))


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
    if scene.kind is SectionKind.SKILLS:
        return None
    if scene.candidate.method is not Method.PATTERN and (persons := _persons_behind(scene)):
        return Status.SOMEONE_ELSE, f"before '{persons}'"
    before = scene.text_before()
    cue = _reaching(cues.SUBJECT, cues.OTHER_ENDS, before) or _reaching(
        cues.SOMEONE_ELSE, cues.OTHER_ENDS, before
    )
    if cue:
        return Status.SOMEONE_ELSE, f"behind '{cue.strip(' ,;:(')}'"
    match = cues.BY_OTHERS.match(_behind_list(scene))
    return (Status.SOMEONE_ELSE, f"before '{match[0].strip()}'") if match else None


def _persons_behind(scene: Scene) -> str | None:
    """Persons in the plural that the candidate describes: "Java and Kotlin back-end developers"."""
    index, joined = scene.last, False
    while word := scene.word(index):
        if cues.PERSONS.fullmatch(word.norm) and index not in scene.taken:
            return None if joined else word.norm
        if index == scene.last and scene.is_tool and cues.THINGS.fullmatch(word.norm):
            return word.norm
        joined = word.norm in _JOINTS
        if not (joined or index in scene.taken or word.norm in cues.QUALIFIERS):
            return None
        index += 1
    return None


def _denied(scene: Scene) -> Verdict | None:
    before = scene.text_before()
    cue = _reaching(cues.DENIES, cues.ENDS, before) or _denied_next(scene)
    doubled = cue in _DOUBLED and cues.DOUBLE.search(scene.unit.norms)
    if cue and not doubled:
        return Status.NEGATED, f"behind '{cue}'"
    match = _behind(scene, cues.DENIED_BEHIND)
    return (Status.NEGATED, f"before '{match[0].strip(' :(,-')}'") if match else None


def _denied_next(scene: Scene) -> str | None:
    """A bare "no" or "without" reaches the skills right behind it: "no Java or Scala"."""
    index = scene.first - 1
    floor = max(scene.unit.first, scene.first - _CHAIN_WORDS)
    free = 2  # words that are no skill between the denial and the first one: "no real"
    while index >= floor:
        norm = scene.norm(index)
        head = scene.unit.norms[: scene.unit.offset_of(index + 1)].rstrip()
        match = cues.DENIES_NEXT.search(head)
        if match and not cues.NO_DENIAL.match(scene.unit.norms, match.start()):
            return None if _looks_back(scene, index, match[0]) else match[0]
        if index not in scene.taken and norm not in _CHAIN:
            free -= 1
            if free < 0 or not norm.isalpha() or norm in ("but", "strong", "i", "we"):
                return None
        index -= 1
    return None


def _looks_back(scene: Scene, index: int, cue: str) -> bool:
    """Whether a bare denial speaks of what stands before it ("VBA no, Power BI yes"), or of the
    next item only ("not JavaScript, Photoshop")."""
    if scene.norm(index + 1) == "," and (index - 1) in scene.taken:
        return True
    between = [scene.norm(at) for at in range(index + 1, scene.first)]
    behind = [scene.norm(at) for at in range(scene.last, scene.last + 8)]
    return cue == "not" and "," in between and not {"or", "nor"} & {*between, *behind}


def _aspired(scene: Scene) -> Verdict | None:
    cue = _reaching(cues.ASPIRES, cues.WISH_ENDS, scene.text_before(), scene)
    proved = cue and cues.FEELINGS.search(cue) and cues.PROVED.search(scene.text_after())
    if cue and not proved:
        return Status.ASPIRED, f"behind '{cue}'"
    match = _behind(scene, cues.ASPIRED_BEHIND) or _unfinished(scene)
    return (Status.ASPIRED, f"before '{match[0].strip(' :(,-')}'") if match else None


def _unfinished(scene: Scene) -> re.Match[str] | None:
    """A course, degree or certificate whose line says that it is not done yet."""
    if scene.kind not in (SectionKind.EDUCATION, SectionKind.CERTIFICATES):
        return None
    return cues.UNFINISHED.search(scene.text_after())


def _title(scene: Scene) -> Verdict | None:
    rule = title_rule(scene)
    return (Status.TITLE, rule) if rule else None


def _reaching(
    cue: re.Pattern[str], ends: re.Pattern[str], before: str, scene: Scene | None = None
) -> str | None:
    """The last cue before the candidate whose reach has not ended by then, or None.

    A bracket that closes behind the cue ends its reach, and so does a relative clause that speaks
    of what stands before it: "Rust, which I am learning, and Python".
    """
    for match in reversed(list(cue.finditer(before + " "))):
        if cue is cues.DENIES and (
            cues.NO_DENIAL.match(before, match.start()) or _NOT.search(before[: match.start()])
        ):
            continue  # "not only", "no stranger to", "never failed"
        if scene is not None and scene.unit.word_at(max(match.end() - 2, 0)) in scene.taken:
            continue  # the cue is itself part of a skill: "machine learning"
        if cues.RELATIVE.search(before[: match.start()]):
            continue
        reach = before[match.end() :]
        if reach.count(")") <= reach.count("(") and not ends.search(f" {reach} "):
            return match[0].strip()
    return None


def _behind(scene: Scene, cue: re.Pattern[str]) -> re.Match[str] | None:
    """A cue right behind the candidate, or behind the list that it stands in. A bracket belongs to
    the last item alone: "Java, Scala (planned)"."""
    after = _behind_list(scene)
    if after.startswith("(") and after != scene.text_after():
        return None
    return cue.match(after) or cue.match(scene.text_after())


def _behind_list(scene: Scene) -> str:
    """What stands behind the candidate and the further skills of its list: "Java, Scala: none"."""
    index = scene.last
    while scene.word(index) is not None and (
        index in scene.taken or scene.norm(index) in (",", "/", "and", "or", "&")
    ):
        index += 1
    if scene.norm(index - 1) in (",", "and", "or", "/", "&") and index > scene.last:
        index -= 1
    return scene.unit.norms[scene.unit.offset_of(index) :]


_RULES = (
    _hidden, _place, _spoken, _name, _someone_else, _denied, _aspired, _guarded, _title,
)  # fmt: skip
