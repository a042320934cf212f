"""How a claim is made: by a deed, in a list, or in so many words.

A bare list is the weakest evidence of a soft skill, what somebody did the strongest; reports say
which it is.
"""

from __future__ import annotations

from skillgap.models import Form, Method, SectionKind
from skillgap.scene import Scene

# Where a sentence tells what somebody did, rather than what they call themselves.
_OF_DEEDS = frozenset(
    {
        SectionKind.WORK,
        SectionKind.PROJECTS,
        SectionKind.VOLUNTEER,
        SectionKind.PUBLICATIONS,
        SectionKind.AWARDS,
    }
)
_SENTENCE = 4  # words; less is a line of a list: "Tools: Git"


def form_of(scene: Scene) -> Form:
    """The form of a mention. A verb phrase is a deed wherever it stands."""
    if scene.candidate.method is Method.PATTERN or _is_told(scene):
        return Form.DEED
    length = scene.unit.last - scene.unit.first
    if scene.kind is SectionKind.SKILLS or (scene.listed and length < 2 * _SENTENCE):
        return Form.LISTED
    if scene.kind in _OF_DEEDS and length >= _SENTENCE:
        return Form.LISTED if _is_bare_list(scene) else Form.DEED
    return Form.LISTED if scene.listed else Form.STATED


def _is_told(scene: Scene) -> bool:
    """Whether it stands behind a verb of the writer's: "Wrote data pipelines in Python and SQL"."""
    return scene.behind_own_verb and scene.kind in _OF_DEEDS


def _is_bare_list(scene: Scene) -> bool:
    """Whether the unit is nothing but a labelled list: "Technologies: Python, SQL, Docker"."""
    return scene.listed and ":" in scene.text_before().split()[1:4]
