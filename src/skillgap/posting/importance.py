"""Essential or optional: what the words around a demand say, and where they reach.

A word before ("ideally", "must have:") reaches on to the end of its segment, one behind ("is a
plus", "required") back to its beginning; in brackets it marks the last item only. The nearest one
decides; without any, the part of the posting does.
"""

from __future__ import annotations

import re

from skillgap.models import Importance, Span
from skillgap.posting.parts import Part, Statement
from skillgap.words import any_of

_OPTIONAL_BEFORE = any_of(
    r"""ideally|preferably|nice[- ]to[- ]have\s?:|good to have\s?:|plus(?:es)?\s?:
    |bonus(?: points)?(?: for| if|\s?:)|extra (?:points|credit) for
    |(?:preferred|desired|desirable|optional)(?: \w+)?\s?:
    |(?:it )?(?:is|would be|'s) (?:nice|great|a plus|helpful|good|even better) (?:if|to have|to)
    |(?:we(?:'d| would) (?:also )?(?:love|like)|you (?:may|might|could))\b"""
)
_OPTIONAL_BEHIND = any_of(
    r"""an? (?:\w+ )?(?:plus|bonus|asset|advantage|nice[- ]to[- ]have)|of advantage|advantageous
    |beneficial|desirable|desired|preferred|optional|nice[- ]to[- ]have|nice|welcome|helpful|useful
    |appreciated|bonus|(?:would|is) (?:be )?(?:great|good)
    |not (?:strictly )?(?:required|necessary|needed|essential|mandatory)"""
)
_REQUIRED_BEFORE = any_of(
    r"""must(?: have)?|require[sd]?(?: \w+)?\s?:|requires|needs?|need to|essential\s?:
    |mandatory\s?:|minimum|at least|you(?:'ll| will)? (?:have|bring|know|are|need|should)
    |we (?:expect|require|need)|looking for|look for|seeking|searching for|in search of|should
    |expects?"""
)
_REQUIRED_BEHIND = any_of(
    r"""a must|required|essential|mandatory|necessary|needed|expected|crucial|must[- ]have|must
    |indispensable|a requirement"""
)
_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<plus>{_OPTIONAL_BEFORE})|(?P<liked>{_OPTIONAL_BEHIND})(?![\w-])"
    rf"|(?P<must>{_REQUIRED_BEFORE})(?![\w-])|(?P<needed>{_REQUIRED_BEHIND})(?![\w-]))",
    re.IGNORECASE,
)
_BEHIND_FIRST = re.compile(rf"{_REQUIRED_BEHIND}\s*(?:[),.;]|$)", re.IGNORECASE)
# Where a word's reach ends.
_SEGMENT = re.compile(
    r";|[.!?]\s|,? (?:but|while|whereas|though|although) |, with "
    r"|, (?:and )?(?=(?:you|experience|knowledge|familiarity|exposure|ideally|preferably)\b)"
    r"|\s[–—-]\s(?!an? |nice|preferred|desir|optional|required|must|bonus|essential|plus)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[,/(;:]|\b(?:and|or)\b", re.IGNORECASE)
# What turns a sentence under no known heading into a demand.
_ASKS = re.compile(
    r"\b(?:experience (?:with|in|of|as|using|is)|knowledge of|proficien\w+|familiar\w* with"
    r"|fluen\w+ in|expert(?:ise)? (?:in|with)|skill(?:s|ed) in|background in|\d\+? years?)\b",
    re.IGNORECASE,
)
_OF_US = re.compile(r"^\W*(?:we|our|us|at [A-Z]\w+|the (?:team|company))\b", re.IGNORECASE)
_WE_GIVE = re.compile(
    r"^\W*(?:we|our \w+) (?:offer|provide|give|pay|use|are|have|build)\b(?! looking)", re.I
)
_WANTED = re.compile(
    r"\b(?:look(?:ing)? for|need|require|expect|want|seek|search|team needs|love|like)",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:you(?:'ll| will)|your (?:tasks|role|work))\b", re.IGNORECASE)

# "You do not need to know Scala": said of what follows in the same breath.
_NOT_NEEDED = re.compile(r"\b(?:do not|don['’]t|no) need\b(?:(?!\bbut\b)[^.;:!?\n]){0,60}$", re.I)

Verdict = tuple[Importance, str]


def importance_of(text: str, statement: Statement, span: Span) -> Verdict | None:
    """How strongly a statement asks for what stands at `span`, and the rule; None if it does not.

    The rule quotes the deciding words, or names the heading over the statement.
    """
    if statement.part is Part.OTHER or _is_offer(text, statement):
        return None
    if _NOT_NEEDED.search(text, statement.span.start, span.start):
        return None
    cue = _cue(text, statement, span)
    if statement.part is Part.PREFERRED:
        return Importance.OPTIONAL, cue[1] if cue else f"under “{statement.heading}”"
    if cue is not None and (statement.part is not Part.OPEN or _is_demand(text, statement)):
        return cue
    if statement.part is Part.REQUIRED:
        return Importance.ESSENTIAL, f"under “{statement.heading}”"
    sentence = text[statement.span.start : statement.span.end].replace("’", "'")
    if statement.part is Part.DUTIES:
        return Importance.OPTIONAL, f"a task under “{statement.heading}”"
    if _is_demand(text, statement) and _ASKS.search(sentence):
        return Importance.ESSENTIAL, "asked for in a sentence"
    if _DUTY.search(sentence) and not _OF_US.match(sentence):
        return Importance.OPTIONAL, "a task"
    return None


def asks(text: str, statement: Statement) -> bool:
    """Whether a statement demands or wishes anything, and is more than a task or talk."""
    if statement.part in (Part.REQUIRED, Part.PREFERRED):
        return not _is_offer(text, statement)
    if statement.part is Part.OTHER or not _is_demand(text, statement):
        return False
    sentence = text[statement.span.start : statement.span.end].replace("’", "'")
    return bool(_ASKS.search(sentence) or _CUE.search(sentence))


def cue_spans(text: str, statement: Statement) -> list[Span]:
    """The words that say how strongly something is asked for: they are no demands themselves."""
    found = _CUE.finditer(text, statement.span.start, statement.span.end)
    return [Span(match.start(), match.end()) for match in found]


def _is_offer(text: str, statement: Statement) -> bool:
    """Whether a sentence tells what the company gives or does, whatever stands over it."""
    sentence = text[statement.span.start : statement.span.end].replace("’", "'")
    return bool(_WE_GIVE.match(sentence))


def _is_demand(text: str, statement: Statement) -> bool:
    """Whether a sentence may speak of the person wanted, not of the company."""
    sentence = text[statement.span.start : statement.span.end].replace("’", "'")
    return not _OF_US.match(sentence) or bool(_WANTED.search(sentence))


def _cue(text: str, statement: Statement, span: Span) -> Verdict | None:
    start, end = _segment(text, statement.span, span)
    before: re.Match[str] | None = None
    for match in _CUE.finditer(text.replace("’", "'"), start, end):
        if _is_aside(text, match.span(), span, end):
            continue
        behind = match["liked"] or match["needed"] or _ends_here(text, match, end)
        if match.end() <= span.start:
            wished = before is not None and before["plus"] and match["must"]
            before = None if behind else before if wished else match
        elif match.start() >= span.end and behind:
            if not _marks_item(text, match) or not _ITEM.search(text, span.end, match.start() - 1):
                return _verdict(match)
        elif match.start() >= span.end:
            break
    return _verdict(before) if before else None


def _is_aside(text: str, cue: tuple[int, int], span: Span, end: int) -> bool:
    """Whether a word stands inside brackets that neither hold nor mark what is asked for:
    "a programming language (Python preferred)" prefers Python only."""
    opened = text.rfind("(", max(cue[0] - 80, 0), cue[0])
    closed = text.find(")", cue[1], end)
    if opened < 0 or closed < 0 or ")" in text[opened : cue[0]] or opened + 1 == cue[0]:
        return False
    return not opened < span.start < closed


def _ends_here(text: str, match: re.Match[str], end: int) -> bool:
    return bool(match["must"]) and bool(_BEHIND_FIRST.match(text, match.start(), end))


def _marks_item(text: str, match: re.Match[str]) -> bool:
    """Whether a mark stands in brackets of its own, behind the item that it marks."""
    return text[match.start() - 1 : match.start()] == "("


def _verdict(match: re.Match[str]) -> Verdict:
    optional = match["plus"] or match["liked"]
    importance = Importance.OPTIONAL if optional else Importance.ESSENTIAL
    return importance, f"“{match[0].strip(' :')}”"


def _segment(text: str, sentence: Span, span: Span) -> tuple[int, int]:
    start, end = sentence.start, sentence.end
    for match in _SEGMENT.finditer(text, sentence.start, sentence.end):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            return start, match.start()
    return start, end
