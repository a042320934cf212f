"""Where a mention stands, for people: the quotation around it, its page."""

from __future__ import annotations

import re

from skillgap.models import Document, Mention, Span, block_at

_ENDS = ".!?"
_WHOLE = _ENDS + "\n\t"
_BREAK = re.compile(r"[\n\t]|(?<=[.!?])\s")


def quote_span(document: Document, span: Span, width: int = 160) -> Span:
    """The sentence or line around a span, cut at words to about `width` characters.

    The result covers `span`, so `document.text[start:end]` is an exact quotation.
    """
    text = document.text
    floor, ceiling = max(span.start - width, 0), min(span.end + width, len(text))
    start = _start_of(text, floor, span.start)
    after = _BREAK.search(text, span.end, ceiling)
    end = after.start() if after else ceiling
    if end - start > width:
        start, end = _cut(text, span, start, end, width)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _start_of(text: str, floor: int, end: int) -> int:
    """Behind the last break before `end`, or `floor`. Every report asks for a hundred of them, and
    an expression would look at every character from the left."""
    start = max(floor, text.rfind("\n", floor, end) + 1, text.rfind("\t", floor, end) + 1)
    for sign in _ENDS:
        at = text.rfind(sign, max(start - 1, 0), max(end - 1, 0))
        while at >= 0 and not text[at + 1].isspace():
            at = text.rfind(sign, max(start - 1, 0), at)
        if at >= 0:
            start = max(start, at + 2)
    return start


def _cut(text: str, span: Span, start: int, end: int, width: int) -> tuple[int, int]:
    """Shorten a long line around the span, at white space where there is some."""
    spare = max(width - (span.end - span.start), 0)
    low = max(start, span.start - spare // 2)
    high = min(end, low + max(width, span.end - low))
    low = max(start, min(low, high - width))
    if low > start and (space := text.find(" ", low, span.start)) >= 0:
        low = space + 1
    if high < end and (space := text.rfind(" ", span.end, high)) >= 0:
        high = space
    return low, high


def quote(document: Document, mention: Mention, width: int = 160) -> str:
    """The quotation around a mention, exactly as it stands in the document's text."""
    span = quote_span(document, mention.span, width)
    return document.text[span.start : span.end]


def excerpt(document: Document, mention: Mention, width: int = 160) -> str:
    """The quotation as people are shown it: with an ellipsis where a sentence was cut."""
    text, span = document.text, quote_span(document, mention.span, width)
    words = text[span.start : span.end]
    before = text[max(span.start - 2, 0) : span.start].rstrip(" ")
    after = text[span.end : span.end + 2].lstrip(" ")
    head = "… " if before and before[-1] not in _WHOLE else ""
    tail = " …" if after and after[0] not in "\n\t" and words[-1] not in _ENDS else ""
    return f"{head}{words}{tail}"


def page_of(document: Document, span: Span) -> int | None:
    """The page on which a span begins; None where the format has no pages."""
    block = block_at(document.blocks, span.start)
    return block.page if block else None
