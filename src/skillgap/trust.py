"""How far a reading can be trusted, once its sections are known: the last of the warnings."""

from __future__ import annotations

from dataclasses import replace

from skillgap.models import Document, Quality, Section, SectionKind, Warning

# Fewer words have no sections to recognise; `little-text` says so already.
FEWEST_WORDS = 50


def judged(document: Document, sections: tuple[Section, ...]) -> Document:
    """The document with what its sections say of it: without any, it is doubtful."""
    known = any(section.kind is not SectionKind.BASICS for section in sections)
    if known or len(document.text.split()) < FEWEST_WORDS:
        return document
    message = "No section was recognised: what a skill has to do with the person is less certain."
    quality = Quality.DOUBTFUL if document.quality is Quality.GOOD else document.quality
    return replace(
        document,
        warnings=(*document.warnings, Warning("no-sections", message)),
        quality=quality,
    )
