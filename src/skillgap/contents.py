"""What stands under a heading, where its words do not say enough: a list, jobs, studies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from skillgap.cues.abroad import NATURAL
from skillgap.cues.titles import TITLE
from skillgap.dates import YEAR, find_ranges
from skillgap.headings import TITLE_WORDS
from skillgap.models import Block, BlockKind, SectionKind

_ITEM_WORDS = 4  # on average; prose has more between two commas
_AIMS = ("objective", "objectives", "goal", "goals", "aim", "aims")
# What is studied for; not "University", where many work.
_DEGREE = re.compile(
    r"\b(?:[BM]\.?\s?Sc|[BM]\.?A|Ph\.?\s?D|D\.?Phil|MBA|LL\.?[BM]|M\.?P(?:hil|H)|[BM]\.?Eng"
    r"|[BM]\.?Tech|[BM](?:Ed|Com|Journ|Mus|FA|Arch|Res|Chem|Phys|Pharm|Nurs)|GCSEs?|[Bb]achelor"
    r"|[Mm]aster(?:'s|’s)? (?:of|in|degree)|[Dd]iploma|[Dd]egree|A[- ][Ll]evels?|Abitur"
    r"|Baccalaur\w+|High [Ss]chool|[Tt]hesis|[Dd]issertation|GPA)\b"
)
_POST = re.compile(rf"\b{TITLE}s?\b")
_HEAD = 3  # lines of a job's head above and below its dates

Style = tuple[float, bool, bool]


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its text and the kind of section that its whole wording names."""

    block: Block
    text: str
    known: SectionKind | None

    @property
    def title(self) -> str:
        return self.text.strip(" :\t")

    @property
    def style(self) -> Style:
        """Font size (to half a point), bold, capitals: what headings of one resume share."""
        return round(self.block.size * 2) / 2, self.block.bold, self.text == self.text.upper()


def is_list(following: list[Line]) -> bool:
    """Whether what follows a heading reads like a list: short items without dates."""
    items: list[str] = []
    for line in following:
        if line.block.kind is BlockKind.HEADING or line.known is not None:
            break
        items += re.split(r"[,;|•·/\t]", line.text)
    words = sum(len(item.split()) for item in items)
    dated = any(map(YEAR.search, items))
    return bool(items) and not dated and words <= _ITEM_WORDS * len(items)


def is_spoken(following: list[Line]) -> bool:
    """Whether a section titled Languages holds spoken ones; programming languages are skills."""
    for line in following[:8]:
        if line.known is not None:
            break
        if names_spoken(line.text):
            return True
    return False


def tells_of_jobs(line: Line, following: list[Line]) -> bool:
    """Whether a "Career summary" is the list of jobs, with their dates."""
    title = line.title.lower()
    if not title.startswith(("career", "employment", "work")) or title.endswith(_AIMS):
        return False
    for below in following:
        if below.known is not None:
            return False
        if len(below.text.split()) <= TITLE_WORDS and find_ranges(below.text):
            return True
    return False


def are_dated(following: list[Line]) -> bool:
    """Whether what follows a heading is jobs with dates."""
    below = list(takewhile(lambda line: line.known is None, following))
    return sum(bool(find_ranges(line.text)) for line in below) > 1


def names_spoken(text: str) -> bool:
    return any(word in NATURAL for word in re.findall(r"[a-z]+\d?", text.lower()))


def dated_kind(line: Line, following: list[Line], least: int = 1) -> SectionKind | None:
    """The kind of what stands under a heading, up to the next one of its style, by its dates: jobs
    or studies, where several say from when to when, or one does beside a post or a degree."""
    own: list[Line] = []
    for below in following:
        if below.known is not None or _is_alike(line, below):
            break
        own.append(below)
    dated = [at for at, below in enumerate(own) if _is_dated(below)]
    if len(dated) < least:
        return None
    heads = [" ".join(b.text for b in own[max(at - _HEAD, 0) : at + _HEAD]) for at in dated]
    if 2 * sum(bool(_DEGREE.search(head)) for head in heads) > len(heads):
        return SectionKind.EDUCATION
    posts = any(_POST.search(head.lower()) for head in heads)
    return SectionKind.WORK if len(dated) > 1 or posts else None


def is_job(line: Line, following: list[Line]) -> bool:
    """Whether a heading names a post right over its dates: a resume whose jobs are its sections."""
    if line.block.kind is not BlockKind.HEADING or not _POST.search(line.title.lower()):
        return False
    return any(map(_is_dated, following[:2])) and not line.text.isupper()


def _is_alike(line: Line, below: Line) -> bool:
    return below.block.kind is BlockKind.HEADING and below.style == line.style


def _is_dated(line: Line) -> bool:
    """Whether a title line says from when to when."""
    if line.block.kind is BlockKind.BULLET:
        return False
    return any(
        found.start != found.end and len(line.text[: found.span.end].split()) <= TITLE_WORDS
        for found in find_ranges(line.text)
    )
