"""What makes any text doubtful, whatever file it came from: the warnings that all readers share."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.models import Quality, Warning
from skillgap.readers.language import foreign_language

# Fewer words than on a business card: too little to judge.
LITTLE_TEXT = 50
# What makes a document doubtful when nothing else is wrong with it.
DOUBTFUL = frozenset({"little-text", "other-language"})


def text_warnings(shown: Sequence[str], hidden: Sequence[tuple[str, str]]) -> list[Warning]:
    """Warnings about the texts that are shown, and those that are not, each with its reason."""
    found = []
    if hidden:
        count = sum(len(text.split()) for text, _ in hidden)
        why = ", ".join(sorted({note for _, note in hidden}))
        verb = "word cannot" if count == 1 else "words cannot"
        found.append(Warning("hidden-text", f"{count} {verb} be seen on the page ({why})."))
    words = sum(len(text.split()) for text in shown)
    if words < LITTLE_TEXT:
        only = "word was" if words == 1 else "words were"
        found.append(Warning("little-text", f"Only {words} {only} found."))
    language = foreign_language("\n".join(shown))
    if language:
        message = f"The text seems to be in {language}. Only English is understood."
        found.append(Warning("other-language", message))
    return found


def quality_of(warnings: Sequence[Warning]) -> Quality:
    """How far the text can be trusted, as far as these warnings say."""
    if any(warning.code in DOUBTFUL for warning in warnings):
        return Quality.DOUBTFUL
    return Quality.GOOD


def worst(*qualities: Quality) -> Quality:
    """The worst of them."""
    return max(qualities, key=list(Quality).index)
