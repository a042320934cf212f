"""How far the text of a PDF can be trusted: warnings, and the reading quality."""

from __future__ import annotations

import re

from skillgap.models import Quality, Warning
from skillgap.readers.layout import LaidOut
from skillgap.readers.page import UNKNOWN, PageContent

# Fewer words than on a business card: too little to judge.
LITTLE_TEXT = 50
# Shares of characters without a meaning from which on the text is not to be trusted.
DOUBTFUL_SHARE, UNREADABLE_SHARE = 0.03, 0.3

_PRIVATE = re.compile(f"[{UNKNOWN}\ue000-\uf8ff]")


def _broken(pages: list[PageContent]) -> float:
    """The share of characters that their font gives no meaning, or one for private use."""
    text = "".join(piece.text for page in pages for piece in page.pieces)
    return len(_PRIVATE.findall(text)) / max(1, len(text))


def judge(pages: list[PageContent], laid: LaidOut, warnings: list[Warning]) -> Quality:
    """The reading quality, with a warning for each reason."""
    quality = Quality.GOOD
    hidden = sum(len(draft.text.split()) for draft in laid.hidden)
    if hidden:
        why = ", ".join(sorted({draft.note for draft in laid.hidden}))
        warnings.append(
            Warning("hidden-text", f"{hidden} words cannot be seen on the page ({why}).")
        )
    words = sum(len(draft.text.split()) for draft in laid.body)
    if words < LITTLE_TEXT:
        warnings.append(Warning("little-text", f"Only {words} words were found."))
        quality = Quality.DOUBTFUL
    if laid.guessed:
        message = "It was not clear whether text side by side is columns or a table."
        warnings.append(Warning("columns-guessed", message))
    share = _broken(pages)
    if share >= DOUBTFUL_SHARE:
        warnings.append(
            Warning("broken-font", f"{share:.0%} of the characters have no meaning in their font.")
        )
        quality = Quality.UNREADABLE if share >= UNREADABLE_SHARE else Quality.DOUBTFUL
    if any(warning.code == "page-unreadable" for warning in warnings):
        quality = worst(quality, Quality.DOUBTFUL)
    return quality


def worst(*qualities: Quality) -> Quality:
    """The worst of them."""
    return max(qualities, key=list(Quality).index)
