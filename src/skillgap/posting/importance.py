"""Essential or optional: what the words around a demand say, and where they reach.

A word before ("ideally", "must have:") reaches on to the end of its segment, one behind ("is a
plus", "required") back to its beginning; in brackets it marks the last item only. The nearest one
decides; without any, the part of the posting does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.models import Importance, Span
from skillgap.posting.parts import Part, Statement
from skillgap.posting.wording import (
    ASKS,
    BEHIND_FIRST,
    BUT_LIKED,
    CUE,
    DUTY,
    NONE_NEEDED,
    NOT_NEEDED,
    OF_US,
    SEGMENT,
    UNNEEDED,
    WANTED,
    WE_GIVE,
)

_ITEM = re.compile(r"[,/(;:]|\b(?:and|or)\b", re.IGNORECASE)

Verdict = tuple[Importance, str]


def importance_of(text: str, statement: Statement, span: Span) -> Verdict | None:
    """How strongly a statement asks for what stands at `span`, and the rule; None if it does not.

    The rule quotes the deciding words, or names the heading over the statement.
    """
    if statement.part is Part.OTHER or _is_offer(text, statement):
        return None
    if _is_not_needed(text, statement, span):
        liked = BUT_LIKED.search(text, span.end, statement.span.end)
        return (Importance.OPTIONAL, f"“{liked[0].strip()}”") if liked else None
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
    if _is_demand(text, statement) and ASKS.search(sentence):
        return Importance.ESSENTIAL, "asked for in a sentence"
    if DUTY.search(sentence) and not OF_US.match(sentence):
        return Importance.OPTIONAL, "a task"
    return None


def asks(text: str, statement: Statement) -> bool:
    """Whether a statement demands or wishes anything, and is more than a task or talk."""
    if statement.part in (Part.REQUIRED, Part.PREFERRED):
        return not _is_offer(text, statement)
    if statement.part is Part.OTHER or not _is_demand(text, statement):
        return False
    sentence = text[statement.span.start : statement.span.end].replace("’", "'")
    return bool(ASKS.search(sentence) or CUE.search(sentence))


def cue_spans(text: str, statement: Statement) -> list[Span]:
    """The words that say how strongly something is asked for: they are no demands themselves."""
    found = CUE.finditer(text, statement.span.start, statement.span.end)
    return [Span(match.start(), match.end()) for match in found]


def said_of(text: str, statement: Statement) -> Iterator[Span]:
    """What stands before words that reach back: the subject of "is a plus", from where its segment
    begins."""
    for match in CUE.finditer(text, statement.span.start, statement.span.end):
        if match["liked"] or match["needed"]:
            start, _ = _segment(text, statement.span, Span(match.start(), match.end()))
            yield Span(start, match.start())


def _is_not_needed(text: str, statement: Statement, span: Span) -> bool:
    """Whether a sentence says that nobody needs what stands at `span`."""
    start, end = statement.span.start, statement.span.end
    said = UNNEEDED.match(text, span.end, end)
    if said and not re.search(r"\bbut\b", said["between"]):
        return True
    return bool(NOT_NEEDED.search(text, start, span.start)) or any(
        match.start() <= span.start and span.end <= match.end()
        for match in NONE_NEEDED.finditer(text, start, end)
    )


def _is_offer(text: str, statement: Statement) -> bool:
    """Whether a sentence tells what the company gives or does, whatever stands over it."""
    sentence = text[statement.span.start : statement.span.end].replace("’", "'")
    return bool(WE_GIVE.match(sentence))


def _is_demand(text: str, statement: Statement) -> bool:
    """Whether a sentence may speak of the person wanted, not of the company."""
    sentence = text[statement.span.start : statement.span.end].replace("’", "'")
    return not OF_US.match(sentence) or bool(WANTED.search(sentence))


def _cue(text: str, statement: Statement, span: Span) -> Verdict | None:
    start, end = _segment(text, statement.span, span)
    before: re.Match[str] | None = None
    for match in CUE.finditer(text, start, end):
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
    return bool(match["must"]) and bool(BEHIND_FIRST.match(text, match.start(), end))


def _marks_item(text: str, match: re.Match[str]) -> bool:
    """Whether a mark stands in brackets of its own, behind the item that it marks."""
    return text[match.start() - 1 : match.start()] == "("


def _verdict(match: re.Match[str]) -> Verdict:
    optional = match["plus"] or match["liked"]
    importance = Importance.OPTIONAL if optional else Importance.ESSENTIAL
    return importance, f"“{match[0].strip(' :')}”"


def _segment(text: str, sentence: Span, span: Span) -> tuple[int, int]:
    start, end = sentence.start, sentence.end
    for match in SEGMENT.finditer(text, sentence.start, sentence.end):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            return start, match.start()
    return start, end
