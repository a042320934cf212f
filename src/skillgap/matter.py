"""Whether a skill is the mere matter of what the writer handled: "translated a deep learning
textbook", "minutes of sprint planning", "cooked for an AI retreat"."""

from __future__ import annotations

from skillgap import cues
from skillgap.models import Method, SectionKind
from skillgap.reach import is_own_after, reaching
from skillgap.scene import Scene

_LISTS = frozenset({SectionKind.SKILLS, SectionKind.EDUCATION, SectionKind.CERTIFICATES})
# A field of work is known from within, whosever firm it was: "ten years at a private bank".
_FIELDS = frozenset({"domain", "soft"})

_HEAD_WORDS, _POST_WORDS = 30, 80  # the head of a resume, and as far back as a post is told


def matter_rule(scene: Scene) -> str | None:
    """Why a candidate is no more than the matter of something, or None."""
    if scene.kind in _LISTS or scene.candidate.method is Method.PATTERN or is_own_after(scene):
        return None
    if scene.before.endswith(" my"):
        return None
    if _is_share(scene):
        return "somebody's share"
    if scene.is_tool and cues.BY_MEANS.search(scene.before):  # "typed letters in Word"
        return "somebody else's deed" if cues.THEY_MADE.search(scene.before) else None
    if match := reaching(cues.MATTER, cues.OTHER_ENDS, scene):
        return f"behind '{match[0].strip()}'"
    if cues.RENDERED.match(scene.after) and cues.RENDERS.search(scene.before):
        return "translated"
    if not scene.is_tool and cues.WRITES_ABOUT.search(scene.before):
        return "a subject written about"
    if _is_reported(scene):
        return "a subject reported on"
    if _is_trade(scene):
        return "a firm's trade"
    return "somebody's trade" if _is_of_somebody(scene) else None


def _is_share(scene: Scene) -> bool:
    """Whether a name stands for the deed of the one before: "I did the features, Lou the Vue page",
    "I wrote the tests and Yanis the API"."""
    at = scene.first
    if scene.at < 5 or scene.norm(at - 1) != "the" or not {"i", "my"} & set(scene.unit_words):
        return False
    name = scene.words[at - 2].text
    return name.istitle() and name.isalpha() and scene.norm(at - 3) in (",", "and", ";")


def _is_reported(scene: Scene) -> bool:
    """Whether the candidate is what a journalist covers: "Followed fraud trials"."""
    if scene.is_tool or scene.skill.kind == "soft" or not scene.behind_own_verb:
        return False
    if scene.unit_words[scene.clause.verb] not in cues.REPORTS or cues.BY_MEANS.search(
        scene.before
    ):
        return False
    near = (
        *scene.words[:_HEAD_WORDS],
        *scene.words[max(scene.first - _POST_WORDS, 0) : scene.first],
    )
    return any(word.norm in cues.PRESS for word in near)


def _is_trade(scene: Scene) -> bool:
    """Whether the candidate tells what a firm or an event is about: "invoices of a cloud firm"."""
    firm = f"{scene.surface_words[-1].norm} " if scene.last - scene.first > 1 else ""
    is_firm = cues.FIRM.match(scene.after) or (
        firm and cues.FIRM.match((firm + scene.after).rstrip())
    )
    if scene.skill.kind in _FIELDS or not is_firm:
        return False
    return bool(cues.FIRM_ARTICLE.search(scene.before)) and not cues.FOUNDS.search(scene.before)


def _is_of_somebody(scene: Scene) -> bool:
    """Whether a tool is named for one other person's work: "married a Python developer"."""
    somebody = scene.norm(scene.last) in cues.SINGULAR_PERSONS and scene.last not in scene.named
    if somebody and cues.BY_SOMEBODY.search(scene.before):
        return True
    if not (scene.is_tool and scene.behind_own_verb):
        return False
    return somebody and bool(cues.SOMEBODY.search(f" {scene.before}"))
