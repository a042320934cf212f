"""Pieces of text in reading order -> a `Document`: what every reader but the PDF's ends with."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from skillgap.errors import UnreadableError
from skillgap.models import Block, BlockKind, Document, Quality, Span, Warning
from skillgap.readers.doubts import quality_of, text_warnings

# Two million characters are a shelf of novels; more costs the analysis minutes.
MAX_CHARACTERS = 2_000_000
# The same in bytes, in the widest encoding.
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
# Paragraphs, list items and cells; a resume has some hundred.
MAX_BLOCKS = 30_000
_TARGETS = 1000  # links that are kept; a resume has some dozen

# Characters without a shape: controls, soft hyphens, zero-width spaces, byte order marks.
_SHAPELESS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: no encoding can write it
_GAP = re.compile(r" *\t[ \t]*")
_SPACES = re.compile(r"[^\S\t]+")


@dataclass(slots=True)
class Piece:
    """A block in the making; `note` is the reason of a hidden one."""

    kind: BlockKind
    text: str
    note: str = ""
    size: float = 0.0
    bold: bool = False


def clean(text: str) -> str:
    """One line of text: plain spaces, one between words, none at the ends; tabs part cells.

    >>> clean("  Ana\\u00a0 Lima\\n\\t 2019 ")
    'Ana Lima\\t2019'
    """
    text = _SHAPELESS.sub("", text)
    if _SURROGATE.search(text):  # two halves make a character, one alone is broken
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _GAP.sub("\t", _SPACES.sub(" ", text)).strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def assemble(
    pieces: Sequence[Piece],
    data: bytes,
    source: str,
    name: str,
    *,
    warnings: Iterable[Warning] = (),
    links: Iterable[str] = (),
    doubtful: bool = False,
) -> Document:
    """The document made of `pieces`, hidden ones last; `name` is the format's.

    Raises UnreadableError: `empty` without any text, `limit` with too much.
    """
    kept = _kept(pieces, source)
    if not kept:
        raise UnreadableError(
            f"{source} holds no text.",
            why="Perhaps its content is a picture.",
            mend="Export the resume again with real text.",
            code="empty",
        )
    blocks: list[Block] = []
    at = 0
    for piece in kept:
        span = Span(at, at + len(piece.text))
        size = round(piece.size, 2)
        blocks.append(Block(piece.kind, span, note=piece.note, size=size, bold=piece.bold))
        at = span.end + 1
    found = [*warnings, *_warnings(kept)]
    return Document(
        source=source,
        format=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text="\n".join(piece.text for piece in kept),
        blocks=tuple(blocks),
        warnings=tuple(dict.fromkeys(found)),
        links=tuple(dict.fromkeys(clean(link) for link in links if link.strip()))[:_TARGETS],
        quality=Quality.DOUBTFUL if doubtful else quality_of(found),
    )


def _kept(pieces: Sequence[Piece], source: str) -> list[Piece]:
    """The pieces with text, cleaned; what people see comes first, as in the PDF's documents."""
    kept: list[Piece] = []
    length = 0
    for piece in pieces:
        length += len(piece.text)
        if length > MAX_CHARACTERS or len(kept) >= MAX_BLOCKS:
            raise too_long(source)
        piece.text = clean(piece.text)
        if piece.text:
            kept.append(piece)
    return sorted(kept, key=lambda piece: _rank(piece.kind))


def _rank(kind: BlockKind) -> int:
    return {BlockKind.FURNITURE: 1, BlockKind.HIDDEN: 2}.get(kind, 0)


def too_long(source: str) -> UnreadableError:
    """The error for more text than the limit."""
    return UnreadableError(
        f"{source} holds too much text.",
        why=f"It has more than {MAX_CHARACTERS:,} characters or {MAX_BLOCKS:,} paragraphs.",
        mend="Name a file that holds one resume.",
        code="limit",
    )


def _warnings(pieces: Sequence[Piece]) -> list[Warning]:
    hidden = [(piece.text, piece.note) for piece in pieces if piece.kind is BlockKind.HIDDEN]
    return text_warnings([piece.text for piece in pieces if _rank(piece.kind) == 0], hidden)
