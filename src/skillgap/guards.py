"""Guards of the taxonomy: the rules that tell `R`, `Go` or `excel` from their other meanings."""

from __future__ import annotations

import re
from functools import lru_cache

from skillgap import cues
from skillgap.cues.titles import CREDENTIALS
from skillgap.models import Candidate, Guard, Method, SectionKind, Skill, Status
from skillgap.scene import Scene, without_hyphens
from skillgap.titles import is_title_behind
from skillgap.words import fold


@lru_cache(maxsize=16384)
def _folded(phrase: str) -> str:
    """A guard's word or phrase in the form of a unit's norms, hyphens left out."""
    return " ".join(fold(part) for part in re.findall(r"[\w'’.+#]+|[^\w\s-]", phrase))


@lru_cache(maxsize=16384)
def _casefolded(labels: tuple[str, ...]) -> frozenset[str]:
    return frozenset(label.casefold() for label in labels)


_NAME_WORDS = 10  # a name with its letters: "Ann M. Example, MBA, CPA"

# The verdict of a guard that finds nothing for its meaning, and nothing against it.
UNSHOWN = "nothing around it shows this meaning"


def guards_of(skill: Skill, candidate: Candidate) -> list[Guard]:
    """The guards that watch over the label by which a candidate was found."""
    if candidate.method is Method.PATTERN or not skill.guards:
        return []
    label = candidate.label.casefold()
    return [guard for guard in skill.guards if label in _casefolded(guard.labels)]


def has_right_case(skill: Skill, candidate: Candidate, surface: str) -> bool:
    """Whether the surface is written as a case guard demands (its version may follow).

    Capitals throughout are right for a label of several letters: EXCEL in a heading.
    """
    for guard in guards_of(skill, candidate):
        if guard.case:
            label = candidate.label
            shouted = len(label) > 2 and surface.startswith(label.upper())
            if not (surface.startswith(label) or shouted):
                return False
    return True


def guard_verdict(scene: Scene) -> str | None:
    """The words for why a guard rules a candidate out, or None where it may count."""
    for guard in guards_of(scene.skill, scene.candidate):
        verdict = _verdict(scene, guard)
        if verdict:
            return verdict
    return None


def _is_in_name(scene: Scene) -> bool:
    """Whether an unknown capitalised word follows in a line that is no list of skills: Kafka House,
    Julia Winkler. A list in capitals throughout says nothing."""
    word = scene.word(scene.last)
    if word is None or scene.kind is SectionKind.SKILLS or scene.last in scene.taken:
        return False
    return word.text[:1].isupper() and word.text[1:].islower() and not is_title_behind(scene)


def _is_used(scene: Scene, guard: Guard) -> bool:
    """Whether a name stands where only a tool stands: "drafted in Jasper", "Haskell: expert".

    What may be a person is not used "with"; what may be a place is followed by a place.
    """
    if not (guard.case or (scene.is_tool and scene.surface_words[0].text[:1].isupper())):
        return False
    if scene.first == scene.unit.first:
        return bool(cues.RATED.match(scene.text_after()))
    if cues.RATED.match(scene.text_after()) or cues.TECHNICAL.match(scene.text_after()):
        return True
    place = scene.norm(scene.last) == "," and _is_unknown_name(scene, scene.last + 1)
    letter = len(scene.surface_words[0].text) == 1  # "tuned C clarinets"
    if cues.WORKED_ON.search(scene.text_before()) and not (place or letter):
        return True
    if cues.MOVED.search(scene.before) and not place:
        return True
    match = cues.USED.search(scene.text_before())
    if match is None or place or cues.LIVED.search(scene.text_before()):
        return False
    return guard.reason != Status.NAME.value or match[1] not in ("with", "by", "of", "for")


def _is_unknown_name(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    return word is not None and word.text[:1].isupper() and index not in scene.taken


def _is_credential(scene: Scene) -> bool:
    """Whether the candidate is what a degree is in ("BA Philosophy", "a minor in statistics"), or
    letters that begin a line of certificates ("CPA, 2019")."""
    if scene.kind is SectionKind.CERTIFICATES and scene.first == scene.unit.first:
        return scene.surface_words[-1].text.isupper()
    return scene.kind is SectionKind.EDUCATION and bool(cues.DEGREE.search(scene.text_before()))


def _is_behind_name(scene: Scene) -> bool:
    """Whether a credential stands behind the name at the head of a resume: "Ann Example, CPA"."""
    head = scene.kind is SectionKind.BASICS and scene.unit.first == 0 < scene.first <= _NAME_WORDS
    return head and scene.candidate.label.lower() in CREDENTIALS


def _verdict(scene: Scene, guard: Guard) -> str | None:
    before, after = f" {without_hyphens(scene.before)} ", f" {without_hyphens(scene.after)} "
    around = f"{before}| {after}"
    if scene.first > scene.unit.first and scene.surface_words[0].text[:1].isupper():
        before = before.removesuffix(" to ")  # no infinitive: "from paper to Excel"
    ruled_out = _ruled_out(guard, before, after, around)
    if ruled_out or not (guard.listed or guard.cues or guard.before or guard.after):
        return ruled_out
    follows = after.startswith(_ends(guard.after))
    credential = _is_credential(scene)
    if guard.case and not (follows or credential) and _is_in_name(scene):
        return "beside another capitalised word"
    if (guard.listed and scene.listed) or credential or _is_used(scene, guard):
        return None
    if _is_behind_name(scene):
        return None
    shown = before.endswith(_ends(guard.before)) or follows or _near(guard.cues, around)
    return None if shown else UNSHOWN


def _ruled_out(guard: Guard, before: str, after: str, around: str) -> str | None:
    if guard.not_before and before.endswith(_ends(guard.not_before)):
        phrase = next(p for p in guard.not_before if before.endswith(f" {_folded(p)} "))
        return f"behind '{phrase}'"
    if guard.not_after and after.startswith(_ends(guard.not_after)):
        phrase = next(p for p in guard.not_after if after.startswith(f" {_folded(p)} "))
        return f"before '{phrase}'"
    near = _near(guard.not_near, around)
    return f"near '{near}'" if near else None


def _near(phrases: tuple[str, ...], around: str) -> str | None:
    """The first of some words or phrases that stands in the candidate's unit."""
    return next((p for p, end in zip(phrases, _ends(phrases), strict=True) if end in around), None)


@lru_cache(maxsize=16384)
def _ends(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Phrases as they stand among other folded words, between spaces."""
    return tuple(f" {_folded(phrase)} " for phrase in phrases)
