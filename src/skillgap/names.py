"""Skills' words that are part of another name.

Employers, schools, streets, works and initials borrow the words of skills: Spark Logistics Ltd,
School of Communication, 12 Java Street, R. Smith.
"""

from __future__ import annotations

from skillgap import cues
from skillgap.models import Method, SectionKind
from skillgap.reach import right_before
from skillgap.scene import TOOL_KINDS, Scene
from skillgap.titles import is_title_behind
from skillgap.words import fold

_SMALL = frozenset("of the and for in &".split())
_SPELLS_OUT = frozenset("( = : - –".split())
_NAME_SECTIONS = frozenset(
    {
        SectionKind.BASICS,
        SectionKind.SUMMARY,
        SectionKind.WORK,
        SectionKind.EDUCATION,
        SectionKind.VOLUNTEER,
        SectionKind.PROJECTS,
        SectionKind.AWARDS,
        SectionKind.PUBLICATIONS,
        SectionKind.OTHER,
    }
)
_NAME_ENDS, _NAME_WORDS = frozenset([",", "|", "–", "—", "-", "·", "("]), 4
_PERSONAL = frozenset({SectionKind.OTHER, SectionKind.INTERESTS, SectionKind.BASICS})
_NUMBERED = frozenset("apt apartment flat suite unit room block wing gate hall bus route".split())
_QUANTIFIERS = frozenset("some basic solid good strong advanced expert senior junior lead".split())
_ADDRESSES = frozenset("address residence adresse anschrift".split())
_QUOTES = frozenset("\"“'‘")
_REACH = 4  # words of a name behind the skill's: "Excel Road Freight Services Ltd"


def name_rule(scene: Scene) -> str | None:
    """Why a candidate is part of another name, or None."""
    if scene.candidate.method is Method.PATTERN:
        return _deed_in_name(scene)
    return (
        _initial(scene)
        or _own_name(scene)
        or _person(scene)
        or _contact(scene)
        or _organisation(scene)
        or _department(scene)
        or _compound(scene)
        or _named_before(scene)
        or _other_long_form(scene)
        or _cited(scene)
        or _program(scene)
    )


def _deed_in_name(scene: Scene) -> str | None:
    """What looks like a deed in capitals behind a capitalised word: "Nara Document Systems"."""
    before, surface = scene.word(scene.first - 1), scene.surface_words
    if before is None or len(surface) < 2 or scene.kind not in _NAME_SECTIONS:
        return None
    named = all(word.text.istitle() for word in (before, *surface))
    unknown = named and scene.first - 1 not in scene.taken and surface[-1].norm in cues.HOUSES
    return "part of a name" if unknown else None


def _initial(scene: Scene) -> str | None:
    """One capital letter of a person's name (R. Smith, John C Smith, Abel R), or the surname behind
    an initial (C. Rust)."""
    surface = scene.surface_words
    if len(surface) != 1:
        return None
    if len(surface[0].text) != 1:
        initial = scene.word(scene.first - 2) if scene.norm(scene.first - 1) == "." else None
        is_name = initial is not None and len(initial.text) == 1 and initial.text.isupper()
        return "behind an initial" if is_name and scene.kind is not SectionKind.SKILLS else None
    if scene.kind is SectionKind.PUBLICATIONS or cues.AUTHORS.search(scene.unit_text()):
        return "initial of an author"
    if scene.norm(scene.first - 1) in _NUMBERED:
        return "a letter in a number"
    dotted = scene.norm(scene.last) == "."
    after, before = scene.last + dotted, scene.first - 1
    if dotted and _is_capitalised(scene, after):
        return "initial of a name"
    between = _is_capitalised(scene, before) and _is_capitalised(scene, after)
    if between and scene.kind in (SectionKind.BASICS, SectionKind.REFERENCES):
        return "initial of a name"
    return None


def _own_name(scene: Scene) -> str | None:
    """The first line of a resume is the person's name: "Julia Scala", "Ruby Rust, nurse"."""
    if scene.unit.first > 0 or not scene.is_tool:
        return None
    end = next((at for at in range(scene.unit.last) if scene.words[at].text in _NAME_ENDS), None)
    last = scene.unit.last if end is None else end
    words = [word.text for word in scene.words[:last] if word.text != "."]
    named = all(word[:1].isupper() and word.isalpha() and not _is_common(word) for word in words)
    whole = last == scene.last - scene.first
    if scene.last > last or whole or not 2 <= len(words) <= _NAME_WORDS or not named:
        return None
    return None if is_title_behind(scene) else "the person's own name"


def _is_common(word: str) -> bool:
    return fold(word) in cues.PREDICATES or fold(word) in _QUANTIFIERS


def _person(scene: Scene) -> str | None:
    """Behind "Lady", "Mr", "my dog": a person or an animal."""
    if not scene.surface_words[0].text[:1].isupper():
        return None
    match = cues.CALLED.search(scene.text_before())
    match = match or cues.BORN.search(scene.text_before())
    if match:
        return f"behind '{match[0]}'"
    if scene.kind in _PERSONAL and cues.AGE_BEHIND.match(scene.text_after()):
        return "with an age"
    match = cues.PET_BEHIND.match(scene.text_after()) or cues.APPOSED.match(scene.text_after())
    return f"before '{match[0]}'" if match else None


def _is_capitalised(scene: Scene, index: int) -> bool:
    """Whether a word could be part of a person's name: Smith, not SMITH, no skill of a list."""
    word = scene.word(index)
    if word is None or not (word.text[:1].isupper() and word.text[1:].islower()):
        return False
    return index not in scene.taken or scene.norm(scene.first - 1) == ","


def _contact(scene: Scene) -> str | None:
    """A site named in the line of addresses and numbers is where to find someone, not a skill."""
    if scene.kind not in (SectionKind.BASICS, SectionKind.OTHER) or not scene.is_tool:
        return None
    around = f"{scene.text_before()} {scene.text_after()}"
    if scene.unit_words[0] in _ADDRESSES and scene.unit_words[1:2] == (":",):
        return "in the address"
    links = scene.kind is SectionKind.BASICS and cues.LINKS.search(around)
    return "in the contact line" if links or cues.ADDRESS.search(around) else None


def _organisation(scene: Scene) -> str | None:
    """Capitalised words up to a legal form or a house: Excel Freight Ltd, Tableau University."""
    if not scene.surface_words[0].text[:1].isupper():
        return None
    if _ends_in_house(scene):
        return "part of a name"
    for index in range(scene.last, scene.last + _REACH):
        word = scene.word(index)
        if word is None:
            return None
        if word.norm in cues.LEGAL or _is_house(scene, index):
            return f"part of a name with '{word.text}'"
        if not (word.text[:1].isupper() or word.norm in ("&", "and", "'", "'s")):
            return None
    return None


def _ends_in_house(scene: Scene) -> bool:
    """Whether a label's own words end a house's name: "Ferro Cloud Systems (2019 – 2023)"."""
    surface, before = scene.surface_words, scene.word(scene.first - 1)
    return (
        len(surface) > 1
        and surface[-1].norm in cues.HOUSES
        and all(word.text[:1].isupper() for word in surface)
        and before is not None
        and scene.first - 1 not in scene.taken
        and before.text[:1].isupper()
        and before.norm not in cues.PREDICATES
        and scene.kind in _NAME_SECTIONS
        and (scene.word(scene.last) is None or scene.words[scene.last].text in _NAME_ENDS)
    )


def _is_house(scene: Scene, index: int) -> bool:
    word = scene.words[index]
    if word.norm == "foundation" and scene.surface_words[0].norm in cues.GRADED:
        return False
    return (
        word.norm in cues.HOUSES
        and word.text[:1].isupper()
        and index not in scene.taken
        and scene.kind in _NAME_SECTIONS
        and not is_title_behind(scene)
    )


def _compound(scene: Scene) -> str | None:
    """A tool's name before an unknown capitalised word, in a line that tells no deed and lists no
    skills: Redis Coffee Roasters, Keras Taverna, Dask & Partner."""
    clause = scene.clause
    is_tool = scene.skill.kind in TOOL_KINDS
    if not is_tool or scene.listed or scene.kind not in _NAME_SECTIONS:
        return None
    joined = scene.norm(scene.last) == "&"
    if clause.verb < clause.last or not scene.surface_words[0].text.istitle():
        return None
    at = scene.last + joined
    word = scene.word(at)
    if word is None or not _is_capitalised(scene, at) or cues.TECHNICAL.match(word.norm):
        return None
    return None if is_title_behind(scene) and not joined else f"part of a name with '{word.text}'"


def _named_before(scene: Scene) -> str | None:
    """Behind a house ("Hotel Oracle"), or taken up in brackets from the name before them: "Spark
    Toys (Spark makes wooden trains)"."""
    before, surface = scene.word(scene.first - 1), scene.surface_words[0].text
    if before is None or not surface[:1].isupper() or scene.kind not in _NAME_SECTIONS:
        return None
    post = before.norm == "project" and scene.skill.kind == "soft"  # "Project Team Leader"
    if cues.HOUSE_BEFORE.match(before.norm) and before.text[:1].isupper() and not post:
        return f"behind '{before.text}'"
    if match := cues.FOREIGN_HOUSE.search(scene.text_before()):
        return f"behind '{match[0]}'"
    if before.text == "(" and scene.words[scene.unit.first].text == surface:
        return "the name before the bracket"
    return None


def _cited(scene: Scene) -> str | None:
    """A work's title: in quotation marks, or with a capital behind "reading"."""
    quoted = not _QUOTES.isdisjoint(scene.unit_words)
    match = right_before(cues.CITED if quoted else cues.READING, scene)
    if match is None:
        return None
    capital = scene.surface_words[0].text[:1].isupper()
    return "title of a work" if capital or not _QUOTES.isdisjoint(match[0]) else None


def _program(scene: Scene) -> str | None:
    """What a program is for that the writer made: "Project Management System in PHP", "built an
    event management portal". Who runs a risk management system may well manage risks."""
    if scene.surface_words[-1].norm != "management" or scene.norm(scene.last) not in cues.PROGRAMS:
        return None
    if scene.surface_words[0].norm == "risk" or scene.skill.kind not in ("business", "soft"):
        return None
    verb = scene.unit_words[scene.clause.verb] if scene.behind_own_verb else ""
    made = verb in cues.MADE or (not verb and scene.kind is SectionKind.PROJECTS)
    return "what a program is for" if made else None


def _department(scene: Scene) -> str | None:
    """Behind "School of", "Department of": the name of a house, whatever it teaches. In small
    letters "the bank in" is none."""
    match = right_before(cues.OF, scene)
    if match is None:
        return None
    house = scene.word(scene.first - len(match[0].split()))
    named = " of" in match[0] or house is None or house.text[:1].isupper()
    return f"behind '{match[0]}'" if named else None


def _other_long_form(scene: Scene) -> str | None:
    """An abbreviation that the resume itself spells out as something else: AWS (American Welding
    Society), AI = Amnesty International."""
    surface = scene.surface_words
    if len(surface) != 1 or not surface[0].text.isupper() or len(surface[0].text) < 2:
        return None
    index = scene.last
    if scene.precedes("stands for"):
        index += 2
    elif scene.norm(index) in _SPELLS_OUT:
        index += 1
    else:
        return None
    letters = surface[0].norm
    spelled: list[int] = []
    while len(spelled) < len(letters) and scene.word(index):
        if scene.norm(index) not in _SMALL and scene.norm(index)[:1].isalpha():
            spelled.append(index)
        index += 1
    initials = "".join(scene.norm(at)[:1] for at in spelled)
    known = scene.taken.issuperset(spelled)
    return "short for something else" if initials == letters and not known else None
