"""The character map of an embedded TrueType font: which glyph is which character.

Needed where a PDF says nothing else about its codes. pdfminer follows any range of the tables; a
font of a few bytes can name billions.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from skillgap.readers.pdf.cmaps import CodeMap

_MOST_TABLES = 64
_UNICODE = {(0, encoding) for encoding in range(7)} | {(3, 1), (3, 10)}


def read_glyph_names(data: bytes, most: int) -> CodeMap | None:
    """Glyph number -> character, up to `most` of them; None for a font that does not say."""
    found = CodeMap()
    try:
        for glyph, character in _characters(data):
            if len(found.codes) >= most:
                break
            if 0 < character <= 0x10FFFF:
                found.codes[glyph] = chr(character)
    except struct.error:  # cut short: what was read is right
        pass
    return found if found.codes else None


def _characters(data: bytes) -> Iterator[tuple[int, int]]:
    base = _table(data, b"cmap")
    if base is None:
        return
    (count,) = struct.unpack_from(">H", data, base + 2)
    for at in range(min(count, _MOST_TABLES)):
        platform, encoding, offset = struct.unpack_from(">HHL", data, base + 4 + 8 * at)
        if (platform, encoding) not in _UNICODE:
            continue
        start = base + offset
        (form,) = struct.unpack_from(">H", data, start)
        if form == 4:
            yield from _segments(data, start)
        elif form == 6:
            first, length = struct.unpack_from(">HH", data, start + 6)
            glyphs = struct.unpack_from(f">{length}H", data, start + 10)
            yield from ((glyph, first + n) for n, glyph in enumerate(glyphs))
        elif form == 12:
            yield from _groups(data, start)


def _table(data: bytes, name: bytes) -> int | None:
    """Where a table begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    for at in range(min(count, _MOST_TABLES)):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * at)
        if tag == name:
            return int(offset)
    return None


def _segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 4: segments of characters, with a step to their glyphs."""
    (double,) = struct.unpack_from(">H", data, start + 6)
    count = double // 2
    ends, firsts, steps, offsets = (
        struct.unpack_from(f">{count}H", data, start + 14 + part * double + (2 if part else 0))
        for part in range(4)
    )
    places = start + 16 + 3 * double
    last = -1
    for at in range(count):
        # Segments are in order; ones that go back would make a small table without end.
        for character in range(max(firsts[at], last + 1), ends[at] + 1):
            if not offsets[at]:
                yield (character + steps[at]) & 0xFFFF, character
                continue
            place = places + 2 * at + offsets[at] + 2 * (character - firsts[at])
            (glyph,) = struct.unpack_from(">H", data, place)
            if glyph:
                yield (glyph + steps[at]) & 0xFFFF, character
        last = max(last, ends[at])


def _groups(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 12: groups of characters with glyphs in a row."""
    (count,) = struct.unpack_from(">L", data, start + 12)
    last = -1
    for at in range(count):
        first, end, glyph = struct.unpack_from(">LLL", data, start + 16 + 12 * at)
        end = min(end, 0x10FFFF)
        for character in range(max(first, last + 1), end + 1):
            yield glyph + character - first, character
        last = max(last, end)
