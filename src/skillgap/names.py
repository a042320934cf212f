"""Skills' words that are part of another name, and job titles.

Employers, schools, streets and initials borrow the words of skills: Spark Logistics Ltd, School of
Communication, 12 Java Street, R. Smith. A job title says what someone was called; the work under
it has to show the skill.
"""

from __future__ import annotations

import re

from skillgap.models import BlockKind, Method, SectionKind
from skillgap.scene import Scene

_LEGAL = frozenset(
    [
        "ltd",
        "limited",
        "inc",
        "incorporated",
        "llc",
        "llp",
        "plc",
        "gmbh",
        "ag",
        "corp",
        "corporation",
        "bv",
        "nv",
        "srl",
        "spa",
        "oy",
        "ab",
        "aps",
        "kg",
        "sarl",
        "pty",
        "pvt",
        "kk",
        "ulc",
    ]
)
# Words that make a name of what stands before them, in a line that names an employer or school.
_HOUSES = frozenset(
    [
        "university",
        "college",
        "school",
        "institute",
        "academy",
        "hospital",
        "clinic",
        "foundation",
        "society",
        "association",
        "logistics",
        "consulting",
        "consultancy",
        "consultants",
        "solutions",
        "technologies",
        "holdings",
        "partners",
        "ventures",
        "capital",
        "bank",
        "insurance",
        "freight",
        "airlines",
        "airways",
        "motors",
        "foods",
        "studios",
        "pharma",
        "pharmaceuticals",
        "magazine",
        "press",
        "street",
        "road",
        "avenue",
        "lane",
        "square",
        "boulevard",
        "drive",
        "court",
        "hotel",
        "restaurant",
        "bistro",
        "brewery",
        "bakery",
        "bar",
        "cafe",
        "café",
        "group",
        "labs",
        "laboratories",
        "co",
        "company",
        "enterprises",
        "industries",
        "agency",
        "systems",
        "services",
        "networks",
        "media",
        "games",
        "brothers",
        "sons",
        "realty",
        "recruitment",
        "recruiting",
        "staffing",
        "church",
        "museum",
        "gallery",
        "theatre",
        "theater",
        "times",
        "journal",
        "park",
        "hill",
        "bay",
        "island",
        "valley",
        "county",
        "district",
        "festival",
        "orchestra",
        "club",
    ]
)
# A house that is part of a department's or school's name: "Department of Statistics".
_OF = re.compile(
    r"\b(?:school|department|dept|faculty|institute|college|center|academy|university|ministry|society"
    r"|association|journal|conference|museum|chair|division|office|bureau|guild|league|board|festival"
    r"|friends|council|house|laboratory|lab|professor|dean|graduate school|chamber|embassy|bank"
    r"|congress|union|federation|forum|choir|club|fellow|order) "
    r"(?:of|for|in)(?: the| \w+ and| \w+ , \w+ and| applied| international| advanced)?$"
)
# "Lindgren K, Abel R, Frey C": surnames with initials, one behind the other.
_AUTHORS = re.compile(r"(?:\b[A-Z][\w'’-]+ [A-Z]{1,2}\b ?[,.;&] ?){2}")
_TITLED = re.compile(
    r"\b(?:author of|paper|article|essay|thesis|talk|lecture|chapter|blog|post|titled|entitled|by|'s) "
    r"(?:, |: )?[\"“'‘] ?(?:\w+ ){0,3}$"
)
_READ = re.compile(
    r"\b(?:(?:re - )?reading|read|book|novel|biography|podcast|film|movie|album|song|author of the book"
    r"|watching|watch|listening to)\b(?: the)?(?: [\"“'‘:])?$"
)
_TITLE = (
    r"(?:engineer|developer|scientist|analyst|manager|designer|architect|consultant|specialist|officer"
    r"|lead|director|researcher|strategist|coordinator|administrator|intern|trainer|writer|editor"
    r"|practitioner|head|programmer|associate|assistant|executive|representative|supervisor|professor"
    r"|lecturer|teacher|tutor|instructor|fellow|evangelist|advocate|advisor|adviser|partner|owner"
    r"|planner|buyer|trader|auditor|controller|technician|operator|clerk|president|expert|generalist"
    r"|enthusiast|professional|counsel|lawyer|attorney|paralegal|copywriter|creator|moderator|ethicist"
    r"|master|apprentice|trainee|freelancer|student|principal|coach|mentor|librarian|nurse|agent)"
)
_PERSON = re.compile(rf"^{_TITLE}$|(?:ist|ician|ologist|wright|keeper|grapher)$")
_TITLE_BEHIND = re.compile(
    rf"^(?:(?:and|/|&|ops|engineering|research|product|project|program|software|data|solutions?|sales"
    rf"|operations|systems?|support|account|marketing|content|senior|junior|lead|staff|platform|security"
    rf"|learning|business|development|design|ethics|ux|management|team|model|applications?|infrastructure"
    rf"|service|strategy|analytics|quality|technical|virtual|customer|experience|process|-) ){{0,3}}?{_TITLE}\b"
    rf"(?! (?:of|for|with|from|on|in) (?:the )?(?:data|code|models?))"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:head|vp|vice president|director|chief|lead|manager|professor|lecturer|dean|chair|president"
    r"|assistant|associate|intern|fellow|teacher|coordinator|instructor|adviser|advisor)"
    r"(?: of| for| in| -|)(?: the)?(?: \w+ (?:and|&))?$|\bchief(?: \w+)?$"
)
_TITLE_COMMA = re.compile(
    rf"^(?:[\w/&-]+ ){{0,4}}?(?:{_TITLE}|adviser|advisor) ,(?: \w+ (?:and|&))?$"
)
_PROPER_KINDS = frozenset({"language", "framework", "tool", "cloud", "generative-tool"})
_NAME_SECTIONS = frozenset({SectionKind.BASICS, SectionKind.WORK, SectionKind.EDUCATION,
                            SectionKind.VOLUNTEER, SectionKind.OTHER, SectionKind.PROJECTS,
                            SectionKind.AWARDS, SectionKind.SUMMARY})  # fmt: skip


def name_rule(scene: Scene) -> str | None:
    """Why a candidate is part of another name, or None."""
    if scene.candidate.method is Method.PATTERN:
        return None
    return (
        _initial(scene)
        or _contact(scene)
        or _organisation(scene)
        or _department(scene)
        or _employer(scene)
        or _other_long_form(scene)
        or _work(scene)
    )


def _initial(scene: Scene) -> str | None:
    """One capital letter between or before capitalised words: R. Smith, John C Smith; and the
    surname behind an initial: C. Rust."""
    surface = scene.surface_words
    if len(surface) != 1:
        return None
    if len(surface[0].text) != 1:
        initial = scene.word(scene.first - 2) if scene.norm(scene.first - 1) == "." else None
        is_name = initial is not None and len(initial.text) == 1 and initial.text.isupper()
        return "behind an initial" if is_name and scene.kind is not SectionKind.SKILLS else None
    if scene.kind is SectionKind.PUBLICATIONS or _AUTHORS.search(scene.unit_text()):
        return "initial of an author"
    dot = scene.norm(scene.last) == "."
    after = scene.word(scene.last + 1) if dot else scene.word(scene.last)
    before = scene.word(scene.first - 1)
    capital_after = after is not None and after.text[:1].isupper() and after.text[1:].islower()
    capital_before = before is not None and before.text[:1].isupper() and before.text[1:].islower()
    in_list = scene.norm(scene.first - 1) == ","
    if dot and capital_after and (in_list or (scene.last + 1) not in scene.taken):
        return "initial of a name"
    if (
        scene.kind in (SectionKind.BASICS, SectionKind.REFERENCES)
        and capital_before
        and capital_after
        and not {scene.first - 1, scene.last} & scene.taken
    ):
        return "initial of a name"
    return None


def _work(scene: Scene) -> str | None:
    """Read, watched or cited rather than done: a book, a talk, someone else's paper."""
    before = scene.text_before()
    cited = _READ.search(before) or _TITLED.search(before)
    return "title of a work" if cited else None


def _contact(scene: Scene) -> str | None:
    """A site named in the line of addresses and numbers is where to find someone, not a skill."""
    if scene.kind not in (SectionKind.BASICS, SectionKind.OTHER) or scene.skill.kind == "soft":
        return None
    around = f"{scene.text_before()} {scene.text_after()}"
    if re.search(r"\S@\S|\b555\b|https?://|www\.|\.(?:com|org|net|io|dev|example)\b", around):
        return "in the contact line"
    return None


def _organisation(scene: Scene) -> str | None:
    """Capitalised words up to a legal form or a house: Excel Freight Ltd, Tableau University."""
    if not scene.surface_words[0].text[:1].isupper():
        return None
    index = scene.last
    for _ in range(4):
        word = scene.word(index)
        if word is None:
            return None
        if word.norm in _LEGAL:
            return f"part of a name with '{word.text}'"
        if (
            word.norm in _HOUSES
            and word.text[:1].isupper()
            and scene.kind in _NAME_SECTIONS
            and not _TITLE_BEHIND.match(scene.text_after())
            and index not in scene.taken
        ):
            return f"part of a name with '{word.text}'"
        if not (word.text[:1].isupper() or word.norm in ("&", "and")) or index in scene.taken:
            return None
        index += 1
    return None


def _department(scene: Scene) -> str | None:
    """Behind "School of", "Department of": the name of a house, whatever it teaches."""
    match = _OF.search(scene.text_before())
    return f"behind '{match[0]}'" if match else None


def _employer(scene: Scene) -> str | None:
    """The employer's part of a title line: "Data Analyst | Tableau | 2019 – 2021"."""
    block, first, last = scene.block, scene.first, scene.last
    if scene.kind is not SectionKind.WORK or block is None or block.kind is BlockKind.BULLET:
        return None
    if scene.skill.kind not in _PROPER_KINDS:
        return None
    start, end = first, last
    while start > 0 and block.span.start <= scene.words[start - 1].span.start:
        start -= 1
    while end < len(scene.words) and scene.words[end].span.end <= block.span.end:
        end += 1
    if end - start > 20:
        return None
    edges = {",", "|", "—", "–", "@", "·", "•", "(", ")"}

    def edge(index: int) -> bool:
        outside = not start <= index < end
        return outside or scene.words[index].norm in edges or scene.words[index].is_break

    alone = edge(last) and (edge(first - 1) or scene.words[first - 1].norm == "at")
    rest = " ".join(w.norm for w in scene.words[start:end])
    if alone and first > start and re.search(rf"\b{_TITLE}\b", rest):
        return "the employer in a title line"
    return None


def _other_long_form(scene: Scene) -> str | None:
    """An abbreviation that the resume itself spells out as something else: AWS (American Welding
    Society)."""
    surface = scene.surface_words
    if len(surface) != 1 or not surface[0].text.isupper() or scene.norm(scene.last) != "(":
        return None
    index = scene.last + 1
    letters = ""
    while (word := scene.word(index)) and word.norm != ")" and index - scene.last <= 8:
        letters += word.text[:1] if word.text[:1].isupper() else ""
        index += 1
    if letters != surface[0].text or not {*range(scene.last + 1, index)}.isdisjoint(scene.taken):
        return None
    return "short for something else"


def title_rule(scene: Scene) -> str | None:
    """Why a candidate is a job title, or None.

    Named languages and tools in a title count: a Java developer says that the work was in Java,
    while a machine learning engineer only says what the job was called.
    """
    if scene.skill.kind in _PROPER_KINDS or scene.candidate.method is Method.PATTERN:
        return None
    if scene.kind is SectionKind.SKILLS:
        return None
    if _PERSON.search(scene.surface_words[-1].norm):
        return "a job title itself"
    match = _TITLE_BEHIND.match(scene.text_after())
    if match:
        return f"job title '{match[0].strip()}'"
    if _TITLE_COMMA.search(scene.text_before()) and scene.unit.last - scene.unit.first <= 12:
        return "job title with its field"
    match = _TITLE_BEFORE.search(scene.text_before())
    if match and (scene.surface_words[0].text[:1].isupper() or " of" in match[0]):
        return f"job title '{match[0].strip()}'"
    return None
