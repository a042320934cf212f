"""Guards of the taxonomy: the rules that tell `R`, `Go` or `excel` from their other meanings."""

from __future__ import annotations

import re
from functools import lru_cache

from skillgap.models import Candidate, Guard, Method, SectionKind, Skill
from skillgap.scene import Scene
from skillgap.words import fold

# "B.Sc." is several words in the comparison copy.
_DEGREE = re.compile(
    r"(?:\b(?:ba|bs|bsc|ma|ms|msc|mba|meng|beng|mphil|phd|dphil|llb|llm|ab|aa|bfa|mfa"
    r"|(?:bachelor|master)(?: 's)?|doctorate|degree|diploma|minor|major|certificate|hons|honors)"
    r"|\b[bm] \. ?(?:a|s|sc|eng) ?\.?|\bph ?\. d ?\.?)(?: \((?:hons|honors)\))?"
    r"(?: (?:of|in))?(?: (?:arts|science))?(?: (?:in|,))?(?: \w+)?(?: (?:and|&))?$"
)


@lru_cache(maxsize=16384)
def _folded(phrase: str) -> str:
    """A guard's word or phrase in the form of a unit's norms, hyphens left out."""
    return " ".join(fold(part) for part in re.findall(r"[\w'’.+#]+|[^\w\s-]", phrase))


@lru_cache(maxsize=16384)
def _labels(guard: Guard) -> frozenset[str]:
    return frozenset(label.casefold() for label in guard.labels)


def guards_of(skill: Skill, candidate: Candidate) -> list[Guard]:
    """The guards that watch over the label by which a candidate was found."""
    if candidate.method is Method.PATTERN:
        return []
    return [guard for guard in skill.guards if candidate.label.casefold() in _labels(guard)]


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


def _is_degree(scene: Scene) -> bool:
    """Whether the candidate is what a degree is in: "BA Philosophy", "a minor in statistics"."""
    return scene.kind is SectionKind.EDUCATION and bool(_DEGREE.search(scene.text_before()))


def _verdict(scene: Scene, guard: Guard) -> str | None:
    for phrase in guard.not_before:
        if scene.follows(_folded(phrase)):
            return f"behind '{phrase}'"
    for phrase in guard.not_after:
        if scene.precedes(_folded(phrase)):
            return f"before '{phrase}'"
    if not (guard.listed or guard.cues or guard.before or guard.after):
        return None
    if (guard.listed and scene.listed) or _is_degree(scene):
        return None
    if any(scene.follows(_folded(phrase)) for phrase in guard.before):
        return None
    if any(scene.precedes(_folded(phrase)) for phrase in guard.after):
        return None
    around = f" {scene.text_before()} | {scene.text_after()} ".replace(" - ", " ")
    if any(f" {_folded(cue)} " in around for cue in guard.cues):
        return None
    return "nothing around it shows this meaning"
