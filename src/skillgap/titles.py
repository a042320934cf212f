"""Job titles: what someone was called is no evidence; the work under it has to show the skill.

Named languages and tools are the exception: a Java developer says that the work was in Java, while
a machine learning engineer only says what the job was called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.cues.others import MAKING
from skillgap.cues.titles import CREDENTIALS, MAKERS, TITLE
from skillgap.cues.verbs import PREDICATES
from skillgap.dates import YEAR
from skillgap.models import BlockKind, Method, SectionKind, Span
from skillgap.phrases import Word
from skillgap.scene import Scene
from skillgap.words import any_of

_PERSON = re.compile(rf"^{TITLE}s?$|(?:ist|ician|ologist|wright|keeper|grapher)s?$")
# Words that a title may hold between the skill and its noun: "AI Platform Product Manager".
_INSIDE = any_of(
    """and|/|&|-|ops|engineering|research|product|project|program|software|data|solutions?|sales
    |operations|systems?|support|account|marketing|content|senior|junior|lead|staff|platform
    |security|learning|business|development|design|ethics|ux|management|team|model|applications?
    |infrastructure|service|strategy|analytics|quality|technical|virtual|customer|experience
    |process|game|games|web|mobile|cloud|full|stack|front|end|back|frontend|backend|automation
    |database|server|report|big|bi|etl|robotics|vision|perception|nlp|ml|ai|llm|genai|science
    |intelligence|network|networks|insights|speech|visualization|reliability|risk|governance|policy
    |compliance|trust|safety|language|conversation|interaction|embedded|hardware|digital"""
)
_ANY_TITLE = re.compile(rf"\b{TITLE}\b")
_BEHIND = re.compile(
    rf"^(?:{_INSIDE} ){{0,3}}?{TITLE}\b"
    r"(?! (?:systems?\b|an? |(?:of|for|with|from|on|in) (?:the )?(?:data|code|models?)))"
)
_BEFORE = re.compile(
    r"\b(?:head|vp|vice president|director|chief|lead|manager|professor|lecturer|dean|chair"
    r"|president|assistant|associate|intern|fellow|teacher|coordinator|instructor|adviser|advisor)"
    r"(?:(?: of| for| in| -)(?: the)?)?(?: \w+ (?:and|&))?$|\bchief(?: \w+)?$"
)
_COMMA = re.compile(rf"(?:^|[|·,-] )(?:[\w/&]+ ){{0,4}}?{TITLE} [,(](?: \w+ (?:and|&))?$")
# In a job's own line: "Product Owner – AI".
_DASH = re.compile(rf"(?:^|[|·,-] )(?:[\w/&]+ ){{0,3}}?{TITLE} [–—-](?: \w+ (?:and|&))?$")
# Behind what a certificate is in: "Data Analytics Professional Certificate".
_CREDENTIAL = re.compile(
    r"(?:\w+ ){0,3}?(?:certificates?|certification|nanodegree|micromasters|speciali[sz]ation)\b"
)
# What no certificate makes of anybody; a page's margin may stand beside its head.
_POST = re.compile(
    r"(?:lead(?! (?:auditor|implementer))|head|director|manager|coordinator|vp)\b"
    rf"|(?:\w+ ){{0,2}}?{TITLE} (?:at|@) \w"
)
# Posts that are nothing but the deed.
_DEEDS = frozenset({"teaching assistant", "teaching fellow"})
# Who is called so teaches what stands behind: "Teaching assistant, Linear Algebra".
_TEACHES = re.compile(
    r"(?:teaching (?:assistant|fellow)|tutor|grader|demonstrator|ta)s?"
    r"(?: [,(:–—-]| in| for| of)(?: the)?(?: \w+ (?:and|&|,))*$"
)
# The same under a heading of teaching: "Lecturer, Bayesian Statistics".
_LECTURES = re.compile(r"(?:lecturer|instructor|leader|convenor|organi[sz]er)s?(?: [,(:–—-]| for)$")
_MACHINES = frozenset(
    {"assistant", "agent", "tutor", "coach", "companion", "concierge"}
)  # "built a voice assistant"
_MAKER_BEHIND = re.compile(
    rf"(?:[,|(—–@·•-] ?)+(?:\w+ ){{0,4}}?{TITLE}\b(?! kit)|(?:senior|sr|staff|principal) \w+"
)
_EDGES = frozenset(", | — – @ · • ( )".split())
_CELLS_BEFORE = 3  # dates, title, employer
_LINE_WORDS, _TITLE_WORDS = 20, 20  # longer lines are prose


def _is_of_teaching(scene: Scene) -> bool:
    return scene.section is not None and "teach" in scene.section.title.casefold()


def _is_line(scene: Scene) -> bool:
    """Whether the candidate stands in a short line that is no list item."""
    short = scene.unit.last - scene.unit.first <= _TITLE_WORDS
    return short and scene.block is not None and scene.block.kind is not BlockKind.BULLET


def is_title_behind(scene: Scene) -> bool:
    """Whether the noun of a job title stands behind a candidate: "AI Solutions Architect"."""
    return bool(_BEHIND.match(scene.text_after()))


def _is_doing(scene: Scene) -> bool:
    """Whether the candidate is a deed: "a mentor, teaching Java", "Mentored student nurses"."""
    word = scene.surface_words[0]
    if scene.skill.kind == "soft" and word.norm.endswith("ed"):
        return True
    return word.norm.endswith("ing") and word.text.islower()


def _is_made(scene: Scene, behind: re.Match[str]) -> bool:
    """Whether the noun behind is a program that the writer made: "built a RAG assistant", a
    project "Chess coach: deep learning agent in PyTorch"."""
    if behind[0].split()[-1] not in _MACHINES:
        return False
    told = scene.kind is SectionKind.PROJECTS and scene.skill.kind == "ai-method"
    return told or bool(MAKING.search(scene.text_before()))


def title_rule(scene: Scene) -> str | None:
    """Why a candidate is no more than a job title, or None."""
    generic = scene.skill.kind == "cloud" and scene.candidate.label.islower()
    if (scene.is_tool and not generic) or scene.candidate.method is Method.PATTERN:
        return None
    if scene.kind is SectionKind.SKILLS or _CREDENTIAL.match(scene.text_after()):
        return None
    if scene.candidate.label.lower() in CREDENTIALS:
        return None
    if scene.kind is SectionKind.CERTIFICATES and not _POST.match(scene.text_after()):
        return None
    # At the start of a list item these nouns are verbs: "Mentor two juniors".
    verb = scene.first == scene.unit.first and scene.last - scene.first == 1
    made = scene.skill.kind in ("ai-method", "generative-tool")
    machine = made and scene.surface_words[-1].norm.rstrip("s") in _MACHINES
    deed = scene.candidate.label.lower() in _DEEDS or " for " in scene.candidate.label
    doing = _is_doing(scene)
    if _PERSON.search(scene.surface_words[-1].norm) and not (verb or machine or deed or doing):
        return "a job title itself"
    if not doing and (match := _BEHIND.match(scene.text_after())) and not _is_made(scene, match):
        return f"job title '{match[0].strip()}'"
    before = scene.text_before()
    if _TEACHES.search(before) or (_is_of_teaching(scene) and _LECTURES.search(before)):
        return None
    if not doing and _COMMA.search(before) and scene.unit.last - scene.unit.first <= _TITLE_WORDS:
        return "job title with its field"
    ends = scene.kind is SectionKind.WORK or (
        scene.kind is SectionKind.BASICS and scene.after[:1] in ("", "|", "&")
    )
    if ends and _is_line(scene) and _DASH.search(before):
        return "job title with its field"
    match = _BEFORE.search(before)
    if match and (scene.surface_words[0].text[:1].isupper() or " of" in match[0]):
        return f"job title '{match[0].strip()}'"
    return None


def employer_rule(scene: Scene) -> str | None:
    """Why a candidate is the employer in a title line ("Data Analyst | Tableau | 2019 – 2021",
    "Controller | Harbour Analytics"), or None."""
    block = scene.block
    if scene.kind is not SectionKind.WORK or block is None or block.kind is BlockKind.BULLET:
        return None
    if scene.candidate.method is Method.PATTERN:
        return None
    start, end = _line_around(scene, block.span)

    def is_edge(index: int) -> bool:
        word = scene.words[index] if start <= index < end else None
        return word is None or word.norm in _EDGES or word.is_break or _is_dash(scene, index)

    if end - start > _LINE_WORDS or _is_of_tools(scene, start, end):
        return None
    if _is_maker(
        scene.words[start : scene.first], scene.surface_words, scene.words[scene.last : end]
    ):
        return "the employer in a title line"
    if not is_edge(scene.last):
        return None
    line = " ".join(word.norm for word in scene.words[start:end])
    if scene.is_tool and scene.first > start and (is_edge(scene.first - 1) or scene.follows("at")):
        return "the employer in a title line" if _ANY_TITLE.search(line) else None
    first = scene.first
    while not is_edge(first - 1):
        first -= 1
    before, after = scene.words[start:first], scene.words[scene.last : end]
    name = scene.words[first : scene.last]
    own = first < scene.first and first not in scene.taken and all(map(_is_capital, name))
    if own and (_is_beside(before, after) or _is_dated(name, before, after)):
        return "the employer in a title line"
    return None


def _is_of_tools(scene: Scene, start: int, end: int) -> bool:
    """Whether a row of cells ends in what the work was done with: behind dates, title and employer
    ("2015–18", "Clerk", "Town of Helmsey", "SPSS"), or with several tools ("Linux, Excel")."""
    if not scene.is_tool or any(word.is_break for word in scene.words[scene.last : end]):
        return False
    cells = [at for at in range(start, scene.first) if scene.words[at].is_break]
    if not cells:
        return False
    own = range(scene.first, scene.last)
    others = any(at in scene.taken and at not in own for at in range(cells[-1], end))
    return len(cells) >= _CELLS_BEFORE or others


def _line_around(scene: Scene, block: Span) -> tuple[int, int]:
    """The candidate's line as far as a title may reach: not over the colon or the full stop before
    it ("Analyst, Acme Bank: SAS, Excel", "Developer, Acme (2014). Java, Hadoop")."""
    start, end = scene.first, scene.last
    floor, ceiling = max(start - _LINE_WORDS, 0), min(end + _LINE_WORDS, len(scene.words))
    while start > floor and block.start <= scene.words[start - 1].start:
        if scene.words[start - 1].text == ":" or _ends_sentence(scene, start - 1):
            break
        start -= 1
    while end < ceiling and scene.words[end].end <= block.end:
        end += 1
    return start, end


def _ends_sentence(scene: Scene, index: int) -> bool:
    """Whether a full stop closes the sentence before the candidate's."""
    return scene.words[index].text == "." and index == scene.unit.first - 1


def _is_maker(before: Sequence[Word], name: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether a product that is called as its maker opens a line, its date aside, and a title
    follows: "2021 – Databricks, Staff Engineer"; not "Snowflake Engineer, Acme"."""
    if name[-1].norm not in MAKERS or any(word.text.isalpha() for word in before):
        return False
    behind = " ".join(word.norm for word in after)
    return bool(_MAKER_BEHIND.match(behind))


def _is_dash(scene: Scene, index: int) -> bool:
    """Whether a hyphen stands between spaces, as a dash does."""
    return scene.words[index].norm == "-" and index > 0 and scene.words[index - 1].spaced


def _is_dated(name: Sequence[Word], before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether a year and a job title stand beside a name that is no title itself: "Engineer -
    Orchard Automation (2021 - 2024)", not "Directed Customer Analytics, 2021"."""
    beside = " ".join(word.norm for word in (*before, *after))
    own = " ".join(word.norm for word in name)
    deed = name[0].norm in PREDICATES or name[0].norm.endswith("ed")
    titled = _ANY_TITLE.search(beside) and not _ANY_TITLE.search(own)
    return bool(titled and not deed and YEAR.search(beside))


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper() or word.text == "&"


def _is_beside(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether what stands before and behind a name is one job title and no second name: "Analyst |
    Harbour Analytics (2015-2019)"."""
    if not any(word.norm == "|" for word in (*before[-1:], *after[:1])):
        return False
    parts = " ".join(word.norm for word in (*before, *after)).split("|")
    said = [part for part in parts if re.search(r"[a-z]", part) and not re.search(r"\d", part)]
    return len(said) == 1 and bool(_ANY_TITLE.search(said[0]))
