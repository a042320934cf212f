"""Whether a skill is wished for, planned or still being learnt."""

from __future__ import annotations

import re

from skillgap import cues
from skillgap.clauses import Actor
from skillgap.models import Method, SectionKind
from skillgap.reach import behind, first, is_own_after, is_subject, list_end, reaching
from skillgap.scene import Scene

_BEHIND_WORDS = 9  # as far behind its subject as a plan is told: "is the next thing I want to"
_LEAD_WORDS = 14
_LED = re.compile(
    r"\b(?:help|assist|support|guid|led|lead|coach|enabl|manag|complet|plann|persuad|convinc)\w*"
    r"(?: [\w'-]+){0,5} ?$"
)
_OWN_BRACKET = re.compile(r"\([^()]*\) ?[,;]")
_HEADS = frozenset({SectionKind.BASICS, SectionKind.SUMMARY, SectionKind.OTHER})
_MADE = frozenset({SectionKind.WORK, SectionKind.PROJECTS})
_PARTS = ("module", "book in", "books in")
_COURSES = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATES, SectionKind.SKILLS})


def wish_rule(scene: Scene) -> str | None:
    """Why a candidate is no more than a wish, or None."""
    match = reaching(cues.ASPIRES, cues.WISH_ENDS, scene)
    if match and cues.GOES_ON.search(scene.text_before(), match.start()):
        match = None  # "would like to keep writing TypeScript"
    if match and match[0].startswith("mov") and _LED.search(scene.before[: match.start()]):
        match = None  # "helped the analysts move to Python"
    match = match or _future(scene) or _objective(scene)
    proved = match and (
        (cues.FEELINGS.search(match[0]) and cues.PROVED.search(scene.text_after()))
        or is_own_after(scene)
    )
    if match and not proved:
        return f"behind '{match[0].strip()}'"
    if match := _sought(scene):
        return f"behind '{match[1]}'"
    if lead := _lead(scene):
        return f"behind '{lead}'"
    match = (
        behind(scene, cues.ASPIRED_BEHIND)
        or _unfinished(scene)
        or _planned(scene)
        or _still_studied(scene)
    )
    return f"before '{match[0].strip(' :(,-')}'" if match else None


def _future(scene: Scene) -> re.Match[str] | None:
    """The candidate's own clause, up to it, speaks of what is to come."""
    clause = scene.clause
    if clause.actor is Actor.OTHER:
        return None
    start = scene.unit.starts[clause.first]
    head = scene.unit.norms[start : scene.unit.offset_of(scene.first)].rstrip()
    match = cues.FUTURE.search(head) or cues.LEARNS.match(head)
    if match and match.re is cues.LEARNS and cues.BY_MEANS.search(head):
        return None  # "studying nests with R"
    if match is None or cues.CONTINUES.search(head, match.start()):
        return None
    return match


def _sought(scene: Scene) -> re.Match[str] | None:
    """The candidate says which post is looked for: "Seeking an entry-level data science role"."""
    if scene.kind not in _HEADS or not cues.POST_BEHIND.match(scene.text_after()):
        return None
    return cues.SEEKS.search(scene.text_before())


def _objective(scene: Scene) -> re.Match[str] | None:
    """What an objective leads to: "From bookkeeping into data analysis"."""
    title = scene.section.title.casefold() if scene.section else ""
    moved = scene.first - 2 in scene.taken  # "SAS → R migration"
    if scene.kind is SectionKind.BASICS and not moved:
        match = cues.BECOMES.search(scene.text_before())
        if match:
            return match
    if "objective" not in title:
        return None
    seeks = cues.TO_JOIN.match(scene.unit.norms)
    if seeks and scene.at > 1 and not cues.APPLIES.search(f" {scene.before} "):
        return seeks
    return cues.TOWARDS.search(scene.text_before())


def _lead(scene: Scene) -> str | None:
    """The words before a colon wish for the list behind it: "To be acquired: Terraform"."""
    words = scene.unit_words
    if ":" not in words[: min(scene.at, _LEAD_WORDS)]:
        return None
    colon = words.index(":")
    lead = " ".join(words[:colon])
    listed = scene.clause.actor is Actor.UNSAID or scene.clause.verb == scene.at
    listed = listed and ";" not in words[colon : scene.at]
    own = words[colon + 1] == "my"  # "Under construction: my motion graphics"
    proves = cues.WISH_ENDS.search(f" {' '.join(words[colon + 1 + own : scene.at])} ")
    return lead if listed and not proves and cues.WISHED_LEAD.search(lead) else None


def _planned(scene: Scene) -> re.Match[str] | None:
    """The candidate is what the clause speaks of, and the clause says that it is to come."""
    if not is_subject(scene):
        return None
    end = list_end(scene)
    words = [scene.norm(at) for at in range(end, min(end + _BEHIND_WORDS, scene.unit.last))]
    return cues.TO_COME.match(" ".join(words))


def _still_studied(scene: Scene) -> re.Match[str] | None:
    """What is only read, heard or taught about, with no word that it was completed or used:
    "lectures on", "a Julia tutorial". Lists of courses are claims."""
    if scene.kind in _COURSES or scene.candidate.method is Method.PATTERN:
        return None
    if scene.before.endswith(("my", "our")):
        return None  # "students rate my R course"
    study = cues.STUDY_BEFORE.search(scene.text_before())
    if study and scene.kind in _MADE and study[0].startswith(_PARTS):
        return None  # "Terraform modules on Azure", "the loan book in SQL Server"
    if study is None and (study := cues.STUDY_BEHIND.match(scene.text_after())):
        # "process mapping and stakeholder workshops": those are another skill
        at = scene.last + study[0].count(" ")
        study = None if at in scene.taken else study
    return None if study and cues.STUDIED.search(scene.unit.norms) else study


def _unfinished(scene: Scene) -> re.Match[str] | None:
    """A course, degree or certificate whose line says that it is not done yet."""
    if first(cues.UNFINISHED, scene.unit.norms) is None:
        return None
    listed = scene.kind in (SectionKind.EDUCATION, SectionKind.CERTIFICATES)
    if not (listed or cues.DEGREE.search(scene.text_before())):
        return None
    after = scene.text_after().partition(" ; ")[0]
    match = cues.UNFINISHED.search(after)
    own = _OWN_BRACKET.match(after)  # "Statistics (finished), Rust (week 2)"
    if match and own and match.start() >= own.end():
        return None
    return None if match and _is_of_next(scene, after[: match.start()]) else match


def _is_of_next(scene: Scene, between: str) -> bool:
    """Whether a bracket behind the candidate is of a later item of its list: "Azure Fundamentals,
    Terraform Associate (in progress)"."""
    item, bracket, _ = between.partition("(")
    if not bracket or "," not in item:
        return False
    start = scene.last + item.partition(",")[0].count(" ") + 1
    return any(at in scene.taken for at in range(start, scene.last + item.count(" ")))
