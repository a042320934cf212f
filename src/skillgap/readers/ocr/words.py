"""Words that OCR saw -> the pieces that the layout takes, as a PDF's page would give them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import groupby
from statistics import median

from skillgap.readers.ocr.engine import Seen, Sheet
from skillgap.readers.page import ASCENT, DESCENT, Ink, PageContent, Piece, Style

# The root of A4's area in points: what a picture is taken for that does not say its size.
_AREA_ROOT = 708.0
# Heights of lines are measured to a tenth: sizes closer than this are one.
_STEP, _CAPITALS_STEPS = 1.25, 2
_STYLE = Style("ocr", False, False, False)
_INK = Ink((0.0, 0.0, 0.0), None, 0, 1.0, None)

# Capitals with a small L among them: in most fonts without serifs, the I and the l are one shape.
_L_FOR_I = re.compile(r"(?<![^\W_])(?=[A-Zl]*[A-Z])[A-Zl]+(?![^\W_])")
_WORDS_WITH_L = frozenset({"All", "Ill", "El", "Il", "Ml"})
_O_FOR_ZERO = re.compile(r"(?<!\w)\d[\doO]*[oO][\doO]*\d(?!\w)")
_SLASHED = {"AJB": "A/B", "A|B": "A/B"}  # tests of two variants
# What a dot at the start of a line is taken for.
_MARKS = frozenset("*¢°©®«»•·+o0Oe@=~§-–—") | {"¢«", "«¢", "o¢", "e¢", "¢e", "eo", "oe"}
# What a dash or an arrow between two dates is taken for.
_ARROWS = frozenset("+»>=~*") | {"->", "=>", "—>", "-»", "--", "->»"}
_DATE = re.compile(r"(?:\d{1,2}[./-])?(?:19|20)\d\d(?:[./-]\d{1,2})?")
_END = re.compile(
    rf"{_DATE.pattern}|(?:now|present|today|current|ongoing)[.,;|)]?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?",
    re.I,
)
_SPECKS = re.compile(r"[\W_]+")
# A mark stands this near to its line, up or down and before it, in sizes of its letters.
_LEVEL, _MARK_GAP = 0.6, 3.0
# A bar between words reaches below their line, by this share of their size.
_BAR, _BELOW = "|", 0.08
_SURE_OF_A_SPECK = 60.0


def content_of(sheet: Sheet, width: float = 0.0, height: float = 0.0) -> PageContent:
    """A page of `width` and `height` points; without them, of A4's area."""
    scale = _AREA_ROOT / math.sqrt(sheet.width * sheet.height)
    if width and height and (width > height) == (sheet.width > sheet.height):
        scale = min(width / sheet.width, height / sheet.height)
    page = PageContent(sheet.width * scale, sheet.height * scale)
    sizes = _sizes(sheet.words)
    for line in _with_marks(sheet.words):
        for word in _mended(line):
            size = sizes[word.line] * scale / (ASCENT + DESCENT)
            page.pieces.append(
                Piece(word.text, word.x0 * scale, word.x1 * scale, word.y * scale, size, 0, True,
                      _STYLE, _INK, len(page.pieces))
            )  # fmt: skip
    return page


def _sizes(words: Sequence[Seen]) -> dict[int, float]:
    """The size of each line: the body's, or so many steps from it."""
    if not words:
        return {}
    body = median([word.size for word in words for _ in word.text])
    found: dict[int, float] = {}
    for line, group in groupby(words, key=lambda word: word.line):
        seen = list(group)
        steps = round(math.log(seen[0].size / body, _STEP))
        if not any(letter.islower() for word in seen for letter in word.text):
            # Capitals and figures have no small letters to be measured by.
            steps = steps if steps >= _CAPITALS_STEPS else 0
        found[line] = body * _STEP**steps
    return found


def _with_marks(words: Sequence[Seen]) -> list[list[Seen]]:
    """The lines; a list mark that was read as a line goes to the line that it stands before."""
    lines = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    marks = [line[0] for line in lines if len(line) == 1 and line[0].text in _MARKS]
    kept = [line for line in lines if len(line) > 1 or line[0].text not in _MARKS]
    for mark in marks:
        for line in kept:
            first = line[0]
            level = abs(first.y - mark.y) < _LEVEL * first.size
            if level and 0 < first.x0 - mark.x1 < _MARK_GAP * first.size:
                line.insert(0, mark._replace(y=first.y, size=first.size, line=first.line))
                break
    return kept


def _mended(line: list[Seen]) -> list[Seen]:
    """A line without what OCR is known to take for something else."""
    if line[0].text in _MARKS:
        line[0] = line[0]._replace(text="•")
    kept: list[Seen] = []
    for at, word in enumerate(line):
        text = word.text
        if text == _BAR and word.foot - word.y < _BELOW * word.size:
            text = "I"  # a bar that stands on the line, as letters do
        elif _SPECKS.fullmatch(text) and word.sure < _SURE_OF_A_SPECK and at not in (0, 1):
            continue
        elif (
            text in _ARROWS
            and 0 < at < len(line) - 1
            and _between_dates(line[at - 1], line[at + 1])
        ):
            text = "–"
        text = _L_FOR_I.sub(_with_i, _SLASHED.get(text, text))
        text = _O_FOR_ZERO.sub(lambda m: re.sub("[oO]", "0", m[0]), text)
        kept.append(word._replace(text=text))
    return kept


def _between_dates(before: Seen, after: Seen) -> bool:
    """Whether what stands between two words makes a range of them: "2021-07 + now"."""
    return bool(_DATE.fullmatch(before.text) and _END.fullmatch(after.text))


def _with_i(match: re.Match[str]) -> str:
    text = match[0]
    return text if text in _WORDS_WITH_L else text.replace("l", "I")
