"""The text as it was read: by section for people, with blocks, pages and boxes for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

import skillgap
from skillgap.models import Block, BlockKind, Document, Section
from skillgap.reports.words import QUALITY_WORDS, SECTION_WORDS, number_of_words, printable

SCHEMA_VERSION = 1
WIDTH = 96  # columns of a file; longer lines are hard to read, however wide the window
# Why hidden text is not seen, for people. Notes that are not listed stand as they are.
NOTE_WORDS = {
    "white": "in the colour of what lies behind it",
    "tiny": "too small to read",
    "off-page": "outside the page",
    "invisible": "set to be invisible",
    "transparent": "transparent",
    "covered": "covered by something",
    "clipped": "cut away",
    "layer": "in a layer that is switched off",
}
APART = (BlockKind.FURNITURE, BlockKind.HIDDEN)

Json = dict[str, Any]


def sections_of(document: Document, sections: tuple[Section, ...]) -> list[Section | None]:
    """For each block the section that it belongs to."""
    return [
        None
        if block.kind in APART
        else next((s for s in sections if s.span.covers(block.span)), None)
        for block in document.blocks
    ]


# ---------------------------------------------------------------- for people


def render_text(document: Document, sections: tuple[Section, ...], width: int = WIDTH) -> str:
    """What a parser sees: how far it can be trusted, the text by section, what was left out; in
    lines of `width` columns."""
    lines = [*_head(document), *_warnings(document)]
    last: Section | None = None
    for block, section in zip(document.blocks, sections_of(document, sections), strict=True):
        if block.kind in APART:
            continue
        if section is not last and section is not None:
            lines += ["", _rule(SECTION_WORDS[section.kind], width)]
        elif block.kind is BlockKind.HEADING:
            lines.append("")
        last = section
        lines += _block_lines(document, block, width)
    lines += _apart(document, BlockKind.FURNITURE, "repeats on the pages", width)
    lines += _apart(document, BlockKind.HIDDEN, "not visible to a reader", width)
    if document.links:
        lines += ["", _rule("links", width), *(f"  {printable(link)}" for link in document.links)]
    return "\n".join(lines) + "\n"


def _head(document: Document) -> list[str]:
    pages = f", {document.pages} page{'s' * (document.pages > 1)}" if document.pages else ""
    quality = QUALITY_WORDS[document.quality]
    return [
        printable(document.source),
        f"{document.format}{pages}, {number_of_words(document)}; reading quality: {quality}",
    ]


def _warnings(document: Document) -> Iterator[str]:
    for warning in document.warnings:
        yield f"! {printable(warning.message)} ({warning.code})"


def _rule(title: str, width: int) -> str:
    return f"── {title} ".ljust(width, "─")


def _block_lines(document: Document, block: Block, width: int) -> list[str]:
    text = document.text[block.span.start : block.span.end]
    cells = " │ ".join(printable(cell) for cell in text.split("\t"))
    match block.kind:
        case BlockKind.HEADING:
            return textwrap.wrap(cells, width)
        case BlockKind.BULLET:
            return _wrap(cells, "  • ", width)
    return _wrap(cells, "  ", width)


def _wrap(text: str, sign: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=sign,
        subsequent_indent=" " * len(sign),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _apart(document: Document, kind: BlockKind, why: str, width: int) -> list[str]:
    """What is in no section, with the reason."""
    blocks = [block for block in document.blocks if block.kind is kind]
    lines = ["", _rule(why, width)] if blocks else []
    for block in blocks:
        text = printable(document.text[block.span.start : block.span.end])
        page = f"page {block.page}" if block.page else ""
        note = ", ".join(part for part in (page, NOTE_WORDS.get(block.note, block.note)) if part)
        lines += _wrap(f"{text}  [{note}]" if note else text, "  × ", width)
    return lines


# ---------------------------------------------------------------- for programs


def reading_data(document: Document, sections: tuple[Section, ...]) -> Json:
    """The document with its blocks, pages and boxes; offsets count characters of `text`."""
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "skillgap", "version": skillgap.__version__},
        "document": {
            "source": document.source,
            "sha256": document.sha256,
            "format": document.format,
            "pages": document.pages,
            "quality": document.quality.value,
            "text": document.text,
        },
        "sections": [
            {
                "kind": section.kind.value,
                "title": section.title,
                "start": section.span.start,
                "end": section.span.end,
            }
            for section in sections
        ],
        "blocks": [_block_data(document, block) for block in document.blocks],
        "warnings": [{"code": w.code, "message": w.message} for w in document.warnings],
        "links": list(document.links),
    }


def _block_data(document: Document, block: Block) -> Json:
    box = block.box
    return {
        "kind": block.kind.value,
        "start": block.span.start,
        "end": block.span.end,
        "text": document.text[block.span.start : block.span.end],
        "page": block.page,
        "box": [round(n, 2) for n in (box.x0, box.y0, box.x1, box.y1)] if box else None,
        "size": block.size or None,
        "bold": block.bold,
        "note": block.note or None,
    }
