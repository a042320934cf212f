"""STEP 2: divide a document into titled sections.

A heading is known by its wording, its form (a heading block, or a line of its own) and its
place. A heading whose wording is not known but which looks like the known ones still ends the
section before. A label that opens a line ("Languages: English, Polish") makes a section of that
block alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skillgap.models import Block, BlockKind, Document, Section, SectionKind, Span
from skillgap.words import fold

_ITEM_WORDS = 4  # on average; prose has more between two commas
_MAX_HEADING_WORDS = 7  # "Where I have worked and what I did" is the longest wording we know

# Wordings without the modifiers below. Sources: headings of the sample resumes, and the lists of
# section names that resume builders offer; kinds are JSON Resume's.
_WORDINGS: dict[SectionKind, str] = {
    SectionKind.SUMMARY: """summary|profile|objective|about|about me|career objective|career summary
        |personal statement|statement|overview|introduction|highlights|career highlights|bio|who i am
        |executive summary|summary of qualifications|qualifications summary|goal|goals|mission""",
    SectionKind.WORK: """experience|work experience|employment|employment history|work history
        |career history|career|work|experience and employment|professional background|positions
        |where i have worked|where i've worked|what i have done|what i've done|appointments
        |internships|internship|internship experience|industry experience|job history|jobs
        |consulting experience|research experience|teaching experience|clinical experience
        |leadership experience|positions held|freelance work|freelance|career path
        |military experience|military service|professional practice|kitchen experience""",
    SectionKind.VOLUNTEER: """volunteering|volunteer work|volunteer experience|volunteer|community
        |community service|community involvement|civic engagement|voluntary work|outreach
        |extracurricular activities|extracurriculars|activities|leadership and activities""",
    SectionKind.EDUCATION: """education|academic background|studies|qualifications|degrees|training
        |education and training|academic history|educational background|where i studied|schooling
        |courses|coursework|relevant coursework|courses and training|university|academics
        |academic qualifications|what i studied|degree|continuing education""",
    SectionKind.CERTIFICATES: """certificates|certifications|certification|licenses|licences
        |licenses and certifications|credentials|accreditations|courses and certificates
        |professional development|certificates and courses|licensure""",
    SectionKind.SKILLS: """skills|competencies|competences|expertise|skills and tools|tools|toolbox
        |tool box|toolkit|tool kit|technologies|tech stack|stack|technology|skill set|skillset
        |areas of expertise|strengths|abilities|what i do|what i work with|what i know|what i use
        |proficiencies|knowledge|capabilities|skills and technologies|tools and technologies
        |skills and abilities|skills and expertise|technical proficiencies|software|programming
        |programming languages|methods|methods and tools|soft skills|hard skills|computer skills
        |it skills|skills summary|summary of skills|technical summary|qualifications and skills
        |software and tools|areas of knowledge|languages and tools|things i am good at
        |what i bring|how i can help|skills and interests|libraries|platforms|frameworks|databases|cloud|languages and libraries
        |languages and frameworks|frameworks and libraries|libraries and frameworks|languages and tools
        |cloud and infrastructure|tools and platforms|data and ai|methods and tools|research methods
        |software skills|people skills|interpersonal skills|what i work on|craft|know-how|know how
        |in the office|at work|areas of practice|practice areas|specialties|specialities|specialisms
        |areas of competence|competency|skills matrix|tools i use|tools of the trade""",
    SectionKind.PROJECTS: """projects|side projects|open source|open-source|portfolio|project work
        |things i have built|things i've built|open source contributions|case studies|project experience
        |open source projects|research projects|products|research|research interests and projects""",
    SectionKind.AWARDS: """awards|honors|honours|achievements|awards and honors|accomplishments
        |prizes|scholarships|grants|fellowships|distinctions|recognition|honors and awards
        |awards and honours|awards and achievements|patents""",
    SectionKind.PUBLICATIONS: """publications|papers|articles|talks|presentations|conferences
        |publications and talks|talks and publications|speaking|writing|books|blog|bibliography
        |conference talks|invited talks|selected works""",
    SectionKind.LANGUAGES: """languages|spoken languages|language skills|foreign languages
        |languages spoken|spoken|languages i speak|human languages|natural languages|i speak""",
    SectionKind.INTERESTS: """interests|hobbies|hobbies and interests|interests and hobbies
        |personal interests|outside work|in my free time|free time|beyond work|outside of work
        |when i am not working|away from work|activities and interests|interests and activities
        |off the clock|leisure|pastimes|fun facts|a bit more about me|miscellaneous interests
        |after hours|life outside work""",
    SectionKind.REFERENCES: "references|referees|recommendations|testimonials|endorsements",
    SectionKind.POSTING: """job description|job posting|about the role|about the job|the role|job ad
        |what you will do|what you'll do|what you will bring|what you'll bring|what we offer
        |requirements|job requirements|minimum qualifications|preferred qualifications|who you are
        |what we are looking for|what we're looking for|your profile|your tasks|we are looking for
        |position description|target job|target position|target role|job advert|advert|vacancy
        |nice to have|must have|job summary|key requirements""",
    SectionKind.OTHER: """additional information|other|miscellaneous|further information|misc|contact
        |contact details|contact information|personal details|personal information|personal data
        |availability|memberships|affiliations|professional memberships|professional affiliations
        |links|declaration|details|additional|social|profiles|online|find me|contact me|get in touch
        |memberships and affiliations|personal|security clearance|visa status|work authorization
        |currently learning|learning|next|what i want to learn|what's next|learning goals|on my list
        |future plans|next steps|development goals|learning plan|want to learn|plans|roadmap|some day
        |someday|one day|wishes|wish list|soon|ahead|looking ahead|currently looking at
        |currently exploring|what i want|up next""",
}  # fmt: skip
_KINDS = {
    wording.strip(): kind
    for kind, wordings in _WORDINGS.items()
    for wording in wordings.replace("\n", " ").split("|")
}
_MODIFIERS = frozenset(
    [
        "relevant",
        "selected",
        "key",
        "core",
        "technical",
        "professional",
        "additional",
        "my",
        "personal",
        "academic",
        "previous",
        "recent",
        "main",
        "other",
        "current",
        "general",
        "notable",
        "special",
        "specialized",
        "related",
        "further",
        "primary",
        "digital",
        "business",
        "management",
        "soft",
        "and",
        "detailed",
        "brief",
        "short",
        "industry",
        "practical",
        "earlier",
        "early",
        "past",
        "latest",
        "major",
        "formal",
        "essential",
        "the",
        "featured",
    ]
)
# Headings of kind OTHER whose content is wished for, not done.
_WISHES = re.compile(
    r"^(?:(?:currently|now|still|what i am|what i'm) )?(?:re)?learning\b|\bto learn\b"
    r"|\blearning (?:next|goals?|plan|list)\b|\b(?:next|goals?|plans?|roadmap|on my list|future|some ?day|one day|wishes|wish list|soon"
    r"|ahead|looking at|exploring)\b",
    re.I,
)

_ADVERT = re.compile(
    r"\b(?:job (?:ad|advert|advertisement|posting)|the (?:ad|advert|posting)|vacancy)\b"
)

_NATURAL = frozenset(
    [
        "english",
        "german",
        "french",
        "spanish",
        "italian",
        "portuguese",
        "dutch",
        "polish",
        "czech",
        "slovak",
        "russian",
        "ukrainian",
        "mandarin",
        "cantonese",
        "chinese",
        "japanese",
        "korean",
        "arabic",
        "hebrew",
        "hindi",
        "urdu",
        "bengali",
        "punjabi",
        "tamil",
        "telugu",
        "turkish",
        "greek",
        "swedish",
        "norwegian",
        "danish",
        "finnish",
        "icelandic",
        "hungarian",
        "romanian",
        "bulgarian",
        "serbian",
        "croatian",
        "slovenian",
        "albanian",
        "lithuanian",
        "latvian",
        "estonian",
        "persian",
        "farsi",
        "vietnamese",
        "thai",
        "malay",
        "indonesian",
        "tagalog",
        "filipino",
        "swahili",
        "yoruba",
        "igbo",
        "hausa",
        "zulu",
        "afrikaans",
        "amharic",
        "catalan",
        "basque",
        "galician",
        "irish",
        "welsh",
        "gaelic",
        "latin",
        "georgian",
        "armenian",
        "kazakh",
        "uzbek",
        "mongolian",
        "nepali",
        "sinhala",
        "marathi",
        "gujarati",
        "malayalam",
        "kannada",
        "somali",
        "maltese",
        "bosnian",
        "macedonian",
        "native",
        "fluent",
        "bilingual",
        "a1",
        "a2",
        "b1",
        "b2",
        "c1",
        "c2",
        "mother",
    ]
)  # also the words for how well one is spoken


@dataclass(frozen=True, slots=True)
class _Start:
    """A place where a section begins; `alone` ends it with the block."""

    kind: SectionKind
    title: str
    block: Block
    alone: bool = False


def wording_kind(title: str) -> SectionKind | None:
    """The kind of section that a heading's wording names, or None.

    >>> wording_kind("Relevant Work Experience"), wording_kind("TOOLBOX:"), wording_kind("Acme")
    (<SectionKind.WORK: 'work'>, <SectionKind.SKILLS: 'skills'>, None)
    """
    words = [fold(w) for w in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|&", title)]
    words = ["and" if word == "&" else word for word in words]
    if not words or len(words) > _MAX_HEADING_WORDS or re.search(r"\d", title):
        return None
    kind = _KINDS.get(" ".join(words))
    if kind is not None:
        return kind
    bare = [word for word in words if word not in _MODIFIERS]
    kind = _KINDS.get(" ".join(bare))
    if kind is not None:
        return kind
    # "Education and certificates", "Projects / publications": the first part decides
    parts = [" ".join(w for w in part.split() if w not in _MODIFIERS)
             for part in re.split(r"\band\b", " ".join(words))]  # fmt: skip
    kinds = [_KINDS.get(part.strip()) for part in parts if part.strip()]
    if len(kinds) > 1 and all(kinds):
        return kinds[0]
    return SectionKind.POSTING if _ADVERT.search(" ".join(words)) else None


def is_wish(section: Section) -> bool:
    """Whether a section's title says that its content is planned, not done ("Currently learning")."""
    return section.kind is SectionKind.OTHER and bool(_WISHES.search(section.title))


def find_sections(document: Document) -> tuple[Section, ...]:
    """The sections in order; together they cover every visible block exactly once."""
    blocks = [b for b in document.blocks if b.kind not in (BlockKind.FURNITURE, BlockKind.HIDDEN)]
    if not blocks:
        return ()
    return tuple(_merge(_regions(document, blocks, list(_starts(document, blocks)))))


def _regions(document: Document, blocks: list[Block], starts: list[_Start]) -> Iterator[Section]:
    """Cut the text at the starts; what follows a section of one block continues the one before."""
    at = {start.block.span.start: start for start in starts}
    kind, title = SectionKind.BASICS, ""
    begin = blocks[0].span.start
    for block in blocks:
        start = at.get(block.span.start)
        if start is None:
            continue
        if block.span.start > begin:
            yield Section(kind, title, Span(begin, block.span.start))
        begin = block.span.start
        if start.alone:
            yield Section(start.kind, start.title, Span(begin, block.span.end))
            begin = block.span.end
        else:
            kind, title = start.kind, start.title
    end = blocks[-1].span.end
    if end > begin:
        yield Section(kind, title, Span(begin, end))


def _merge(sections: Iterable[Section]) -> list[Section]:
    """Join neighbours that are one section cut by a label that turned out to be of its kind."""
    merged: list[Section] = []
    for section in sections:
        last = merged[-1] if merged else None
        if last and (last.kind, last.title) == (section.kind, section.title):
            merged[-1] = Section(last.kind, last.title, Span(last.span.start, section.span.end))
        else:
            merged.append(section)
    return merged


def _starts(document: Document, blocks: list[Block]) -> Iterator[_Start]:
    texts = {b.span.start: document.text[b.span.start : b.span.end] for b in blocks}
    known = {b.span.start: _heading_kind(b, texts[b.span.start]) for b in blocks}
    styles = {_style(b, texts[b.span.start]) for b in blocks if known[b.span.start] is not None}
    current = SectionKind.BASICS
    for index, block in enumerate(blocks):
        text = texts[block.span.start]
        kind = known[block.span.start]
        if kind is SectionKind.LANGUAGES and not _is_spoken(blocks[index + 1 :], texts, known):
            kind = SectionKind.SKILLS
        if kind is not None:
            current = kind
            yield _Start(kind, text.strip(" :\t"), block)
        elif _looks_like(block, text, styles) and current is not SectionKind.BASICS:
            if current is not SectionKind.SKILLS or not _is_list(blocks[index + 1 :], texts, known):
                current = SectionKind.OTHER
            yield _Start(current, text.strip(" :\t"), block)
        elif label := _label_kind(text):
            if label[0] is not current:
                yield _Start(label[0], label[1], block, alone=True)


def _heading_kind(block: Block, text: str) -> SectionKind | None:
    """The kind of a block that is nothing but a known wording."""
    title = text.strip(" :\t•-–—|_=#*")
    if not title or len(title) > 60 or "\t" in title or title[-1] in ".,;":
        return None
    if block.kind in (BlockKind.BULLET, BlockKind.CELL) and title != title.upper():
        return None
    if title[:1].islower() and block.kind is not BlockKind.HEADING:
        return None
    return wording_kind(title)


def _style(block: Block, text: str) -> tuple[float, bool, bool]:
    return (round(block.size * 2) / 2, block.bold, text == text.upper())


def _looks_like(block: Block, text: str, styles: set[tuple[float, bool, bool]]) -> bool:
    """Whether an unknown heading has the form of the known ones. Sizes must be known, or all
    headings in capitals: a bold job title alone is no section."""
    size, _, capitals = style = _style(block, text)
    return (
        block.kind is BlockKind.HEADING
        and len(text.split()) <= _MAX_HEADING_WORDS
        and not re.search(r"\d|\t", text)
        and style in styles
        and (size > 0 or capitals)
    )


def _label_kind(text: str) -> tuple[SectionKind, str] | None:
    """The kind that a label at the start of a line names: `Skills: Python, SQL`."""
    match = re.match(r"\s*([A-Z][^:\t\n.;,]{2,40}):\s*\S", text)
    if not match:
        return None
    kind = wording_kind(match[1])
    if kind is SectionKind.LANGUAGES and not _natural_share(text[match.end(1) :]):
        kind = SectionKind.SKILLS
    allowed = (
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.INTERESTS,
        SectionKind.REFERENCES,
        SectionKind.CERTIFICATES,
    )
    if kind is SectionKind.OTHER and _WISHES.search(match[1]):
        return kind, match[1]
    return (kind, match[1]) if kind in allowed else None


def _is_list(
    following: list[Block], texts: dict[int, str], known: dict[int, SectionKind | None]
) -> bool:
    """Whether what follows a heading reads like a list: short items without dates. A group of
    skills under its own heading ("Platforms") is still the skills section."""
    items = []
    for block in following[:12]:
        if block.kind is BlockKind.HEADING or known[block.span.start] is not None:
            break
        items += re.split(r"[,;|•·/\t]", texts[block.span.start])
    words = sum(len(item.split()) for item in items)
    dated = any(re.search(r"\b(?:19|20)\d\d\b", item) for item in items)
    return bool(items) and not dated and words <= _ITEM_WORDS * len(items)


def _natural_share(text: str) -> bool:
    """Whether a text names spoken languages."""
    return any(word in _NATURAL for word in re.findall(r"[a-z]+\d?", text.lower()))


def _is_spoken(
    following: list[Block], texts: dict[int, str], known: dict[int, SectionKind | None]
) -> bool:
    """Whether a section titled Languages holds spoken ones; programming languages are skills."""
    for block in following[:8]:
        if known[block.span.start] is not None:
            break
        if _natural_share(texts[block.span.start]):
            return True
    return False
