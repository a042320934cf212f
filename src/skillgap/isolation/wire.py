"""A `Document` as JSON and back: what passes between processes.

Never pickle: whoever breaks a process that parses hostile files could then run code in its parent.
"""

from __future__ import annotations

import json
from typing import Any

from skillgap.errors import MissingExtraError, SkillgapError, UnreadableError
from skillgap.models import Block, BlockKind, Box, Document, Quality, Span, Warning

MEMORY = '{"memory": true}'  # the answer of a process that came to its limit
_ERRORS = {kind.__name__: kind for kind in (UnreadableError, MissingExtraError)}


def pack_document(document: Document) -> str:
    """The document as one line of ASCII."""
    return json.dumps(
        {
            "source": document.source,
            "format": document.format,
            "sha256": document.sha256,
            "text": document.text,
            "blocks": [_block(block) for block in document.blocks],
            "pages": document.pages,
            "warnings": [[warning.code, warning.message] for warning in document.warnings],
            "links": list(document.links),
            "quality": document.quality.value,
        }
    )


def unpack_document(text: str) -> Document:
    """The same document. Raises ValueError, KeyError or TypeError for anything else."""
    data = json.loads(text)
    return Document(
        source=str(data["source"]),
        format=str(data["format"]),
        sha256=str(data["sha256"]),
        text=str(data["text"]),
        blocks=tuple(_read_block(raw) for raw in data["blocks"]),
        pages=None if data["pages"] is None else int(data["pages"]),
        warnings=tuple(Warning(str(code), str(message)) for code, message in data["warnings"]),
        links=tuple(map(str, data["links"])),
        quality=Quality(data["quality"]),
    )


def pack_error(error: SkillgapError) -> str:
    """An error of ours as one line of ASCII."""
    words = [error.what, error.why, error.mend, error.code]
    return json.dumps({"error": type(error).__name__, "words": words})


def unpack_error(text: str) -> SkillgapError | None:
    """The error in a line, or None if it holds none. Raises as `unpack_document` does."""
    data = json.loads(text)
    if "error" not in data:
        return None
    what, why, mend, code = map(str, data["words"])
    return _ERRORS.get(data["error"], UnreadableError)(what, why=why, mend=mend, code=code)


def _block(block: Block) -> list[Any]:
    box = block.box
    return [
        block.kind.value,
        block.span.start,
        block.span.end,
        block.page,
        None if box is None else [box.x0, box.y0, box.x1, box.y1],
        block.note,
        block.size,
        block.bold,
    ]


def _read_block(raw: list[Any]) -> Block:
    kind, start, end, page, box, note, size, bold = raw
    return Block(
        BlockKind(kind),
        Span(int(start), int(end)),
        None if page is None else int(page),
        None if box is None else Box(*map(float, box)),
        str(note),
        float(size),
        bool(bold),
    )
