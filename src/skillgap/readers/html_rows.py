"""Inline elements of a page that stand apart, though no style sheet at hand says so."""

from __future__ import annotations

import re

from skillgap.readers.markup import Element

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
BLOCKS = HEADINGS | frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form header hr html legend li main menu nav ol p pre section summary
    table tbody td tfoot th thead tr ul""".split()
)
# What a reader can press; one stands apart from the next, whatever draws the space.
_PRESSED = frozenset(["a", "button", "label"])
# Classes by which the usual frameworks set children side by side: their style sheets lie elsewhere.
_SIDE_BY_SIDE = frozenset(["flex", "inline-flex", "d-flex", "d-inline-flex", "grid", "d-grid"])
_DATE = r"(?:[a-zé]{3,9}\.?\s|\d\d?[/.])?(?:19|20)\d\d"
_SPAN = re.compile(rf"{_DATE}\|(?:{_DATE}|present|current|now|today)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Inline elements of one row; a job has three or four.
LONGEST_ROW = 8


def stands_apart(element: Element, parent: Element) -> bool:
    """Whether a style sheet that is not at hand is likely to set an inline element apart: its
    parent's class says so, or it is one of several badges ("<span class=tag>SQL</span><span
    class=tag>Excel</span>"), or a link or a button. Single letters may be a name in motion."""
    if not _SIDE_BY_SIDE.isdisjoint((parent.get("class") or "").split()):
        return True
    before = element.getprevious()
    if before is None or before.tail:
        return False
    names = element.get("class")
    if names and before.get("class") and _is_row(parent):
        return True
    pressed = element.tag in _PRESSED or before.tag in _PRESSED
    if not pressed and (not names or before.get("class") != names):
        return False
    return all(len("".join(badge.itertext()).strip()) > 1 for badge in (before, element))


def _is_row(parent: Element) -> bool:
    """Whether the children are a job's title, firm and dates, set apart by a style sheet alone:
    each has a class of its own, and none could go on with the word before it."""
    children = list(parent.iterchildren())
    row = children[: next((at for at, c in enumerate(children) if c.tag in BLOCKS), len(children))]
    if not 1 < len(row) <= LONGEST_ROW or any(child.tail for child in row[:-1]):
        return False
    texts = ["".join(child.itertext()).strip() for child in row]
    if not all(texts) or not any(" " in text or _YEAR.search(text) for text in texts):
        return False
    return all(
        not before[-1].isupper() and (after[0].isupper() or after[0].isdigit())
        for before, after in zip(texts, texts[1:], strict=False)
    )


def is_next_date(element: Element) -> bool:
    """Whether an inline element ends a span of time that the one before it begins, what stands
    between them drawn by a style sheet: "<span>2006</span><span>2008</span>"."""
    before = element.getprevious()
    if before is None or before.tail or before.tag != element.tag or element.tag == "a":
        return False
    pair = ("".join(before.itertext()).strip(), "".join(element.itertext()).strip())
    return max(map(len, pair)) < 20 and bool(_SPAN.fullmatch("|".join(pair).lower()))
