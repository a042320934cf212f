"""Names of files: as one line of text, and from a list."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from skillgap.errors import UsageError

_PEEKED = 65_536  # bytes of a list at a time
_DOCUMENTS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")  # how PDF, ZIP (DOCX, ODT) and RTF begin
_ESCAPES = {"\n": r"\n", "\r": r"\r", "\t": r"\t"} | ({} if os.name == "nt" else {"\\": r"\\"})
# Controls, separators of lines, marks of direction, surrogates.
_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def shown(path: str) -> str:
    r"""A path as one line of text that every output can hold: `\n` for a line feed, `\xff` for a
    byte that is no UTF-8, `\u202e` for a sign that turns the line around.

    No two paths look the same: a backslash is doubled, except on Windows, where it divides names.
    """
    return "".join(_ESCAPES.get(c) or (_escape(c) if _UNFIT.match(c) else c) for c in path)


def _escape(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # how Python writes an undecodable byte (PEP 383)
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}"


def read_names(stream: BinaryIO) -> Iterator[str]:
    """Paths from a list: one a line, or each ended by a NUL as `find -print0` does. Raises
    UsageError for a resume in place of a list."""
    block = stream.read(_PEEKED)
    if block.startswith(_DOCUMENTS):
        raise UsageError(
            "This is no list of names, but a document.",
            mend="Try: skillgap analyze - < resume.pdf, or: ls *.pdf | skillgap batch -",
            code="inputs",
        )
    block = block.removeprefix(codecs.BOM_UTF8)
    mark = b"\0" if b"\0" in block else b"\n"
    kept = b""
    while block:
        *names, kept = (kept + block).split(mark)
        yield from filter(None, map(_name, names))
        block = stream.read(_PEEKED)
    yield from filter(None, [_name(kept)])


def _name(line: bytes) -> str:
    return os.fsdecode(line.removesuffix(b"\r"))


def short_names(sources: Sequence[str]) -> dict[str, str]:
    """The sources without the folders that all of them share, so that a table has room."""
    slashed = [source.replace(os.sep, "/") for source in sources]
    shared = os.path.commonprefix(slashed)  # noqa: RUF071 - by letter; it is cut at a folder
    cut = shared.rfind("/") + 1
    return {source: source[cut:] for source in sources}


def listed(names: Sequence[str], most: int = 3) -> str:
    """The first names in one line, and how many more there are."""
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"
