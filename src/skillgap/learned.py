"""STEP 3c: what the words around a mention usually mean, learned from annotated texts.

The rules of `context.py` know what their writers thought of. This is a logistic regression over the
words around a candidate, fitted (training/train.py) to some 25,000 annotated mentions. It speaks
last: a claim that the words speak clearly against is unclear, and what a rule refused for want of
proof counts where they speak clearly for it. The weights are whole numbers, so that a text gives
the same verdict on every machine. docs/decisions/0014-a-learned-second-opinion.md says what it
gains.

It sees no names: a capital inside a sentence is a name to it and nothing more, he, she and they are
one word, and so are all numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from skillgap.guards import UNSHOWN
from skillgap.jsontext import load_json
from skillgap.models import Method, SectionKind, Status
from skillgap.phrases import Word
from skillgap.scene import Scene

FILE = Path(__file__).with_name("learned.json")
# A word weighs the less the further off it stands: 16 / (1 + n / 4) of ONE.
_STRENGTHS = (16, 13, 11, 9, 8, 7, 6, 6, 5, 5, 5, 4)
_REACH = len(_STRENGTHS)
_NEAR = 4  # of them the words that are also weighed by the skill's kind
ONE, _HALF, _THIRD = 16, 8, 5
# Weights are hundredths of the logarithm of odds, and strengths sixteenths.
SCALE = 100 * ONE
# ln(p / (1 - p)) of a claim in 15 of a hundred such places, and in 90; chosen on 247 resumes
# by leaving each third of them out in turn. In ordinary ones nine traps are refused for one claim.
_REFUSED_BELOW = round(-1.735 * SCALE)
_GRANTED_FROM = round(2.197 * SCALE)
# A course that was taken is named there, seldom anything else.
_EARNED = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATES})
# Refusals for want of proof. What a text says outright (a denial, a wish, a heading) stands.
_OPEN = frozenset({Status.TITLE, Status.SPOKEN, Status.SOMEONE_ELSE})
_PERSONS = {
    "he": "they", "she": "they", "his": "their", "her": "their", "hers": "theirs", "him": "them",
    "he's": "they're", "she's": "they're", "himself": "themselves", "herself": "themselves",
}  # fmt: skip
_JOINTS = frozenset({"and", "or", "with", "in"})
_STEM = 5
_EDGE = "<edge>"
_AROUND = frozenset({"<", ">", "<0", ">0", "in"})  # families whose keys are the words around
_TOLD, _SHORTEST = 2, 4  # of them in a reason: so many, of so many letters

Weights = dict[str, dict[str, int]]
Feature = tuple[str, str, int]  # family, key, strength


def weigh(scene: Scene, status: Status, rule: str) -> tuple[Status, str]:
    """The verdict of the rules, or what the words around the candidate say against it."""
    if status is Status.CLAIMED:
        if _is_weighed(scene) and odds(scene) < _REFUSED_BELOW:
            return Status.UNCLEAR, _against(scene)
    elif (rule == UNSHOWN or status in _OPEN) and odds(scene) >= _GRANTED_FROM:
        return Status.CLAIMED, ""
    return status, rule


def _is_weighed(scene: Scene) -> bool:
    """Whether words around a claim may speak against it. A verb phrase is made of them, and a list
    of skills has none."""
    if scene.candidate.method is Method.PATTERN or scene.kind in _EARNED:
        return False
    unit = range(scene.unit.first, scene.unit.last)
    return any(at not in scene.taken and _is_telling(scene.words[at]) for at in unit)


def _is_telling(word: Word) -> bool:
    return word.text[0].isalpha() and word.norm not in _JOINTS


def odds(scene: Scene) -> int:
    """The logarithm of the odds that a candidate is a claim, in units of 1 / SCALE."""
    weights = load_weights()
    total = weights["bias"][""] * ONE
    for family, key, strength in features(scene):
        known = weights.get(family)
        if known is not None:
            total += known.get(key, 0) * strength
    return total


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights by family and key; `bias` has one."""
    loaded: Weights = load_json(FILE.read_bytes())
    return loaded


def features(scene: Scene) -> Iterator[Feature]:
    """What is known of a candidate's place, without names; a feature may come more than once."""
    skill, kind = scene.skill.id, scene.skill.kind
    text = scene.surface_words[0].text
    case = "A" if text.isupper() else "Aa" if text[:1].isupper() else "a"
    yield "skill", skill, ONE
    yield "label", " ".join(word.norm for word in scene.surface_words), ONE
    yield f"case {skill}", case, ONE
    yield f"case {kind}", case, ONE
    yield "section", scene.kind.value, ONE
    yield f"section {kind}", scene.kind.value, ONE
    if scene.block is not None:
        yield "block", scene.block.kind.value, ONE
    yield "method", scene.candidate.method.value, ONE
    yield "listed", str(scene.listed), ONE
    yield "actor", f"{scene.clause.actor} {scene.behind_own_verb}", ONE
    before = [_form(scene, at) for at in _before(scene)]
    last = min(scene.last + _REACH, scene.unit.last)
    after = [_form(scene, at) for at in range(scene.last, last)]
    yield from _side("<", before, skill, kind)
    yield from _side(">", after, skill, kind)
    for word in sorted({*before, *after}):
        yield "in", word, _HALF
        yield f"in {skill}", word, _THIRD


def _side(side: str, words: list[str], skill: str, kind: str) -> Iterator[Feature]:
    """The words on one side, the nearest first: each for itself, by its stem, and the near ones
    with the skill or its kind."""
    near = words[0] if words else _EDGE
    yield f"{side}0", near, ONE
    yield f"{side}0 {skill}", near, ONE
    beside = f"{side} {kind}"
    if not words:
        yield beside, _EDGE, ONE
    for at, word in enumerate(words):
        strength = _STRENGTHS[at]
        yield side, word, strength
        if len(word) > _STEM and word[0] != "<":
            yield f"{side}~", word[:_STEM], strength
        if at < _NEAR:
            yield beside, word, strength


def _before(scene: Scene) -> list[int]:
    """The words before a candidate, the nearest first, without what is in brackets: "Scala (not
    yet), Python" says nothing of Python there."""
    places: list[int] = []
    depth = 0
    for index in range(scene.first - 1, max(scene.first - 2 * _REACH, scene.unit.first) - 1, -1):
        sign = scene.words[index].text
        if sign == ")":
            depth += 1
        elif sign == "(" and depth:
            depth -= 1
        elif not depth:
            places.append(index)
    return places[:_REACH]


def _form(scene: Scene, index: int) -> str:
    """A word as the weights know it."""
    text, norm = scene.words[index].text, scene.words[index].norm
    if (
        text[0].isupper()
        and index > scene.unit.first
        and norm != "i"
        and text[1:2] not in ("'", "’")
    ):
        if index in scene.taken:
            return "<skill>"
        return "<CAPITALS>" if len(text) > 1 and text.isupper() else "<Name>"
    if text[0].isdigit():
        return "<number>"
    return _PERSONS.get(norm, norm)


def _against(scene: Scene) -> str:
    """The reason, with the words that weigh most against a claim."""
    weights = load_weights()
    sums: dict[str, int] = {}
    for family, key, strength in features(scene):
        if family.split()[0] in _AROUND and key.isalpha() and len(key) >= _SHORTEST:
            weight = weights.get(family, {}).get(key, 0)
            sums[key] = sums.get(key, 0) + weight * strength
    words = sorted((total, word) for word, total in sums.items() if total < 0)[:_TOLD]
    told = " and ".join(f"'{word}'" for _, word in words)
    return f"claims seldom stand near {told}" if told else "claims seldom stand like this"
