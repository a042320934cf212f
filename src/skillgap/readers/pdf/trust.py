"""How far the text of a PDF can be trusted: warnings, and the reading quality."""

from __future__ import annotations

import re
import unicodedata
from string import ascii_lowercase

from skillgap.models import Quality, Warning
from skillgap.readers.doubts import quality_of, text_warnings, worst
from skillgap.readers.layout import LaidOut
from skillgap.readers.page import UNKNOWN, PageContent, is_picture_font

# Shares of characters without a meaning from which on the text is not to be trusted.
DOUBTFUL_SHARE, UNREADABLE_SHARE = 0.03, 0.3
# Eight letters make two thirds of any text in English, half of one in any language with Latin
# letters; of letters that a font has mixed up, a fifth to a third. A font with fewer letters than
# this is not judged: a list of acronyms is no text; nor one whose letters are mostly not Latin.
FREQUENT, LEAST_FREQUENT, FEWEST_LETTERS, LEAST_LATIN = "etaoinsr", 0.4, 200, 0.4

# Warnings of other modules that something of the file is missing.
_LOSSES = frozenset({"cut-off", "page-unreadable"})
_PRIVATE = re.compile(f"[{UNKNOWN}\ue000-\uf8ff]")


def _broken(pages: list[PageContent]) -> float:
    """The share of characters without a meaning: their font gives them none, or one for private
    use, or letters that make no text."""
    by_font: dict[str, list[str]] = {}
    for page in pages:
        for piece in page.pieces:
            by_font.setdefault(piece.style.font, []).append(piece.text)
    total = broken = 0
    for font, texts in by_font.items():
        text = "".join(texts)
        total += len(text)
        if is_picture_font(font) and not _PRIVATE.sub("", text):
            continue
        broken += len(text) if _is_nonsense(text) else len(_PRIVATE.findall(text))
    return broken / max(1, total)


def _is_nonsense(text: str) -> bool:
    """Whether the letters are not those of a text.

    >>> _is_nonsense("HQJLQHHU SHUIRUPDQFH GHYHORSPHQW" * 8)  # engineer performance development
    True
    """
    if len(text) < FEWEST_LETTERS:
        return False
    plain = (text if text.isascii() else unicodedata.normalize("NFD", text)).lower()
    letters = sum(map(plain.count, ascii_lowercase))
    if letters < max(FEWEST_LETTERS, LEAST_LATIN * len(plain)):
        return False
    return sum(map(plain.count, FREQUENT)) < LEAST_FREQUENT * letters


def judge(pages: list[PageContent], laid: LaidOut, warnings: list[Warning]) -> Quality:
    """The reading quality, with a warning for each reason."""
    hidden = [(draft.text, draft.note) for draft in laid.hidden]
    warnings += text_warnings([draft.text for draft in laid.body], hidden)
    quality = quality_of(warnings)
    if laid.guessed:
        message = "It was not clear whether text side by side is columns or a table."
        warnings.append(Warning("columns-guessed", message))
    share = _broken(pages)
    if share >= DOUBTFUL_SHARE:
        warnings.append(
            Warning("broken-font", f"{share:.0%} of the characters have no meaning in their font.")
        )
        broken = Quality.UNREADABLE if share >= UNREADABLE_SHARE else Quality.DOUBTFUL
        quality = worst(quality, broken)
    if any(warning.code in _LOSSES for warning in warnings):
        quality = worst(quality, Quality.DOUBTFUL)
    return quality
