"""Documents for tests, made from plain text the way a reader would make them."""

from __future__ import annotations

import hashlib
import re

from skillgap.models import Block, BlockKind, Document, Span

_BULLET = re.compile(r"^\s*[•*\-–▪]\s+")


def document_of(text: str) -> Document:
    """Each line becomes a block: a list item by its sign (which is left out), else a paragraph."""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for line in text.strip("\n").split("\n"):
        bullet = _BULLET.match(line)
        content = line[bullet.end() :].rstrip() if bullet else line.strip()
        if not content:
            continue
        kind = BlockKind.BULLET if bullet else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(at, at + len(content)), page=1))
        pieces.append(content)
        at += len(content) + 1
    joined = "\n".join(pieces)
    sha256 = hashlib.sha256(joined.encode()).hexdigest()
    return Document("test.txt", "text", sha256, joined, tuple(blocks), pages=1)
