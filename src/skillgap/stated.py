"""Years of experience as the resume states them: "5+ years of Python", "SQL (3 yrs)".

Taken as stated and kept apart from the months that dated entries show: the one is the writer's
own sum, the other can be checked.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from skillgap.models import Mention, Span, Stated, Status

_NUMBERS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty""".split()
_MOST_YEARS = 50  # a longer working life is a slip or another number
_YEARS = re.compile(
    rf"\b(?P<number>\d{{1,2}}(?:\.\d)?|{'|'.join(_NUMBERS)})\s?(?:\+|plus\b|or more\b)?"
    rf"(?:\s?(?:[-–—]|to|or)\s?(?:\d{{1,2}}|{'|'.join(_NUMBERS)})\+?)?[\s-]{{0,2}}"
    r"(?P<unit>years?|yrs?\b\.?|y|months?)(?!\w)['’]?(?!\s?(?:ago|old|running|earlier|later))",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"-(?:year|yr|month)$", re.IGNORECASE)
# What may stand between the number and the skill, and between two skills that share it.
_FILLER = re.compile(
    r"(?!\s*[,/&(])(?:[ \t]|[,/&(]|\b(?:of|in|with|using|on|as|an?|the|and|experience|expertise"
    r"|experienced|hands"
    r"|practice|practical|professional|commercial|industry|industrial|production|academic|solid"
    r"|strong|proven|deep|combined|total|progressive|relevant|direct|work|working|writing|building"
    r"|developing|coding|programming|doing|use|full|time|-)\b|-)*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,\s*(?:and\s)?|/|&|\band\b)\s*", re.IGNORECASE)
# What may stand between a skill and the number behind it.
_BEHIND = re.compile(
    r"\s*(?:[(\[:–—-]|\bfor\b|\bsince\b)?\s*(?:the\s)?(?:last|past)?\s*"
    r"(?:over|about|around|approx\.?|approximately|more than|nearly|almost|some|~|>)?\s*",
    re.IGNORECASE,
)
_LABELS = tuple("([:–—-")  # a number behind one of these belongs to what stands before
_MOST_SHARED = 12
_REACH = 60  # characters; further apart they are not one phrase


def find_stated(text: str, mentions: tuple[Mention, ...]) -> tuple[Stated, ...]:
    """The stated lengths of claimed skills, the longest of each, in order of position."""
    claimed = [m for m in mentions if m.status is Status.CLAIMED]
    found: dict[str, Stated] = {}
    for match in _YEARS.finditer(text):
        months = _months(match)
        for mention in _skills(text, match, claimed) if months else ():
            span = Span(min(match.start(), mention.span.start), max(match.end(), mention.span.end))
            best = found.get(mention.skill_id)
            if best is None or best.months < months:
                found[mention.skill_id] = Stated(mention.skill_id, months, span)
    return tuple(sorted(found.values(), key=lambda item: (item.span, item.skill_id)))


def _skills(text: str, match: re.Match[str], claimed: list[Mention]) -> list[Mention]:
    """The skills that a number of years belongs to."""
    after = bisect_left(claimed, match.end(), key=lambda m: m.span.start)
    before = claimed[after - 1] if after else None
    between = text[before.span.end : match.start()] if before else "\n"
    belongs = len(between) <= _REACH and "\n" not in between and _BEHIND.fullmatch(between)
    if before and belongs and between.strip()[:1] in _LABELS:
        return [before]
    return _ahead(text, match, claimed[after : after + _MOST_SHARED]) or (
        [before] if before and belongs else []
    )


def _months(match: re.Match[str]) -> int:
    """The length in months, the lower end of a range; 0 for what cannot be meant."""
    number = match["number"].lower()
    value = _NUMBERS.index(number) + 1 if number in _NUMBERS else float(number)
    if match["unit"].lower().startswith("m"):
        return int(value)
    return round(12 * value) if value <= _MOST_YEARS else 0


def _ahead(text: str, match: re.Match[str], following: list[Mention]) -> list[Mention]:
    """The skills right behind a number, and those that share it: "5 years of Java and SQL"."""
    gap = _FILLER.match(text, match.end(), match.end() + _REACH)
    place = gap.end() if gap else match.end()
    if _ADJECTIVE.search(match[0]) and "xperience" not in text[match.end() : place]:
        return []  # "a three-year AI strategy" is no experience
    found: list[Mention] = []
    for mention in following:
        if mention.span.start != place:
            break
        found.append(mention)
        joined = _JOINED.match(text, mention.span.end)
        if joined is None:
            break
        place = joined.end()
    return found
