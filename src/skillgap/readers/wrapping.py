"""Which lines of a plain text go on with the line before, and which are units of their own.

Nothing in a text file says so; the width that the text was wrapped at, the indents and the words
at both ends of the break tell it together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

# What a line must reach, as a share of the width, before its end can be a wrap.
REACH = 0.5
# Fewer characters are no wrapped line but a title or an item.
SHORTEST_WRAP = 40
# Lines wrapped by a program agree on one width, to this share; people wrap as it comes.
AGREEMENT = 0.8
# Among lines wrapped by hand, so many (by length) are shorter than what counts as full.
RAGGED = 0.3
# the same where capitals do not help to tell a wrap.
EVEN = 0.5
# A line without a full stop after sentences with one, so long for the width, is cut.
CUT = 0.7

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_DANGLING = re.compile(
    r"(?:[,/&(|·\-–—]|(?<![\w+])\+|\b(?:and|or|of|the|a|an|to|in|for|with|by|on|at|from|using|about|into|than"
    r"|that|which|who|as|is|are|was|were|our|my|its|their|his|her|including|incl\.|und|oder))$",
    re.I,
)
_ADDRESS = re.compile(r"\S@\S|https?://|www\.|\w\.[a-z]{2,3}/\w|\(?\+?\d[\d ().-]{7,}\d")
# "B.A. in Economics", "MSc Physics, Lund, 2016": a degree, or a line that ends with its year.
_DEGREE = re.compile(
    r"(?:[BM]\.? ?(?:A|S|Sc|Eng|Ed|Tech|Com)|BBA|MBA|LL\.? ?[BM]|Ph\. ?D|PhD|J\.D)\b\.? "
)
_ENDS_YEAR = re.compile(r",\s(?:\w{3,9}\.? )?(?:19|20)\d\d\)?\.?$")
# "Built the" below a line without a full stop: the next of some items without signs.
_DEED = re.compile(
    r"(?:(?!Appl|Advanc|Unit|Certifi|Limit|Relat|Distribut|Unsuper|Super|Embed|Automat|Struct"
    r"|Regist|Chart|Integrat|Mix|Shar|Combin|Enhanc|Augment|Associat)[A-Z][a-z]{2,}ed|Built|Ran|Led|Wrote"
    r"|Made|Taught|Won|Drew|Kept|Took|Gave|Grew|Cut|Oversaw|Set up) (?!by |in \d)"
)
# A heading in a text without blank lines.
_TITLE = re.compile(r"[A-Z][a-z]+(?: (?:[A-Z][a-z]+|and|&|of)){1,3}:?")
_GOES_ON = re.compile(r"(?:[|/·,;&)]\s|[(“\"'‘]?[^\W\d_A-Z])")
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?;]\)? [“\"'(]?([^\W\d_])")
_SEPARATOR = re.compile(r"[|·•◆]| / ")
_LABEL = re.compile(r"[^\W\d_][\w/&+’'-]*(?: [\w/&+’'()-]+){0,4}:(?:\s|$)")
_YEAR = r"(?:19|20)\d\d"
_STARTS_DATED = re.compile(
    rf"[\[(]?(?:\w{{3,9}}\.? )?(?:\d{{1,2}}[./])?{_YEAR}(?:[-./]\d\d)?\s?(?:[-–—→/]|to\b)"
)
_ENDS_DATED = re.compile(
    rf"(?:(?:[-–—→>]|\bto|\buntil|\bsince)\s?"
    rf"(?:(?:\w{{3,9}}\.? |\d{{1,2}}[./-])?(?:{_YEAR}|['’]\d\d)|present|now|today|current|date"
    rf"|ongoing)?|\b{_YEAR})[)\]]?$",
    re.I,
)
_TAIL = 48  # characters at a line's end that can matter to the patterns above


@dataclass(slots=True)
class Line:
    """A line of text. `sign` is its list sign, `column` where its words begin, `cell` where its
    last cell begins (0 without cells), `length` where it ends."""

    text: str
    indent: int
    column: int
    length: int
    sign: str = ""
    cell: int = 0
    heading: bool = False
    bold: bool = False

    @property
    def first_word(self) -> str:
        return self.text.split(" ", 1)[0]

    @property
    def tail(self) -> str:
        return self.text[-_TAIL:]

    @property
    def head(self) -> str:
        return self.text[:_TAIL]


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text was written: the width it was wrapped at, and whether it shuns capitals."""

    width: float
    lower: bool


def habits_of(groups: Sequence[Sequence[Line]]) -> Habits:
    """The habits shown by the groups of lines between blank lines."""
    starts = [start for group in groups for line in group for start in _SENTENCE.findall(line.text)]
    shuns = 2 * sum(start.islower() for start in starts) > max(len(starts), 2)
    wraps = [
        (line.length, line.length + 1 + len(after.first_word))
        for group in groups
        for line, after in pairwise(group)
        if _surely_wrapped(line, after, shuns)
    ]
    return Habits(_width(wraps, EVEN if shuns else RAGGED), shuns)


def _surely_wrapped(line: Line, after: Line, shuns_capitals: bool) -> bool:
    if line.length < SHORTEST_WRAP or line.heading or line.cell:
        return False
    if after.sign or after.cell or after.heading or _ADDRESS.search(line.text):
        return False
    if _ADDRESS.search(after.first_word):  # small letters that say nothing: "ann@example.com"
        return False
    if _SENTENCE_END.search(line.tail) or _ENDS_DATED.search(line.tail):
        return False
    dangles = bool(_DANGLING.search(line.tail))
    return dangles or (not shuns_capitals and bool(_GOES_ON.match(after.text)))


def _width(wraps: list[tuple[int, int]], share: float) -> float:
    """The width that explains most wraps: the line fits into it, with the next word it does not."""
    if not wraps:
        return float("inf")
    counts = {width: sum(length <= width < more for length, more in wraps)
              for width in {length for length, _ in wraps}}  # fmt: skip
    best = max(counts, key=lambda width: (counts[width], width))
    if counts[best] >= AGREEMENT * len(wraps):
        return best
    lengths = sorted(length for length, _ in wraps)
    return lengths[int(share * len(lengths))]


def goes_on(first: Line, last: Line, line: Line, habits: Habits) -> bool:
    """Whether `line` goes on with the block from `first` to `last`, right above it."""
    if line.sign or line.cell or line.heading or last.heading:
        return False
    if _starts_anew(last, line):
        return False
    if first.cell:
        return abs(line.indent - first.cell) <= 1
    if _ENDS_DATED.search(last.tail) or _ADDRESS.search(last.text):
        return bool(_GOES_ON.match(line.text)) and not _fits(last, line, habits)
    if first.sign:
        if line.indent > first.indent and line.indent >= first.column - 1:
            return True
        return line.indent >= first.indent and _reads_on(last, line, habits)
    if line.indent > last.indent + 1:
        return not _SENTENCE_END.search(last.tail) and _reads_on(last, line, habits)
    if line.indent < last.indent - 1:  # a first line that is set in, or the text that follows
        return last is first and not _fits(last, line, habits)
    return _reads_on(last, line, habits)


def _starts_anew(last: Line, line: Line) -> bool:
    if _STARTS_DATED.match(line.head) or _ADDRESS.search(line.first_word):
        return True
    if last.text.endswith(",") and line.text[:1].isupper() and _LABEL.match(line.head):
        return True  # a list that ends with a stray comma, and the next one's label
    if _DANGLING.search(last.tail):
        return False
    if _DEED.match(line.head) and not _SENTENCE_END.search(last.tail):
        return True
    if last.text.endswith(".") and _TITLE.fullmatch(line.text):
        return True  # "... at the mill." and below it "Company Details"
    dated = line.text[:1].isupper() and _ENDS_YEAR.search(line.tail)
    if _LABEL.match(line.head):  # in the midst of a sentence, it is "algorithms that flag: ..."
        return line.text[:1].isupper() or bool(_SENTENCE_END.search(last.tail))
    return bool(dated or _DEGREE.match(line.head))


def _fits(last: Line, line: Line, habits: Habits) -> bool:
    return last.length + 1 + len(line.first_word) <= habits.width


def _reads_on(last: Line, line: Line, habits: Habits) -> bool:
    lower = bool(_GOES_ON.match(line.text))
    if not _fits(last, line, habits):
        return lower or not last.text.endswith(":")
    if last.length < REACH * habits.width or _SENTENCE_END.search(last.tail):
        return False
    if _DANGLING.search(last.tail) or _opens(last.text) > 0 > _opens(line.text):
        return True
    if len(_SEPARATOR.findall(last.text)) > 1 and not _SEPARATOR.search(line.text):
        return False
    if lower:
        return not habits.lower
    return last.length >= CUT * habits.width and bool(_SENTENCE.search(last.text))


def _opens(text: str) -> int:
    """Brackets that a line leaves open; below zero if it closes some."""
    return text.count("(") - text.count(")")


def group_lines(
    groups: Sequence[Sequence[Line]], join: Callable[[str, str], str]
) -> list[tuple[Line, str]]:
    """Each block's first line with the text of all its lines, for groups between blank lines."""
    habits = habits_of(groups)
    blocks: list[tuple[Line, list[str]]] = []
    for group in groups:
        last: Line | None = None
        for line in group:
            if last is not None and goes_on(blocks[-1][0], last, line, habits):
                blocks[-1][1].append(line.text)
            else:
                blocks.append((line, [line.text]))
            last = line
    joined = []
    for first, texts in blocks:
        whole = texts[0]
        for text in texts[1:]:
            whole = join(whole, text)
        joined.append((first, whole))
    return joined
