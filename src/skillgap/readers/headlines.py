"""Headings of plain texts that nothing but their place tells: "Not in my bag" on a line over text.

Where headings of known wording stand so, other lines in the same form are headings, too, if their
words are those of a heading ("Rather not") or of no name ("Other life").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.dates import YEAR
from skillgap.headings import is_trade, keyword_kind, wording_kind
from skillgap.readers.wrapping import Line

_FEWEST = 2  # known headings in the form
_WORDS = 7
_BELOW = 2  # lines below in which a job has its dates
# A capital and small words: "What I left behind", "Curious about", "Learning, mine"; no name.
_TOLD = re.compile(r"[A-Z][\w'’-]*,?(?: (?:&|I|[a-z][\w'’-]*,?)){1,6}:?")
# Words of names or of a place in small letters: "Bank of", "Head of growth".
_OF_NAMES = frozenset({"of", "for", "at", "in", "de", "van"})


def mark_plain_headings(groups: Sequence[list[Line]]) -> None:
    """Mark the first lines of groups that are headings by form and words."""
    over = [_is_short(group[0]) for group in groups]
    alone = [len(group) == 1 for group in groups]
    for form in (True, False):  # with a blank line below, and without
        here = [at for at, short in enumerate(over) if short and alone[at] is form]
        known = sum(_is_known(groups[at][0].text) for at in here)
        for at in here if known >= _FEWEST else ():
            below = groups[at][1:] or (groups[at + 1] if at + 1 < len(groups) else [])
            if at and below and _is_told(groups[at][0].text, below):
                groups[at][0].heading = True


def _is_known(text: str) -> bool:
    return wording_kind(text) is not None or keyword_kind(text) is not None


def _is_short(line: Line) -> bool:
    text = line.text
    plain = not (line.sign or line.cell or line.heading) and text[:1].isupper()
    return (
        plain
        and len(text.split()) <= _WORDS
        and not re.search(r"[\d.,;|–—@/]$|\d|@|[|–—/\t]", text)
    )


def _is_told(text: str, below: Sequence[Line]) -> bool:
    """Whether a line's words are those of a heading, and no job's dates stand below it."""
    if is_trade(text) or any(YEAR.search(line.text) for line in below[:_BELOW]):
        return False
    if keyword_kind(text) is not None:
        return True
    words = text.rstrip(":").split()
    return bool(_TOLD.fullmatch(text)) and _OF_NAMES.isdisjoint(words[1:-1])
