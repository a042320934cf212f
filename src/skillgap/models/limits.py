"""What one file may cost: caps that every reader keeps."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps of one document; those of a page say so. Every file is hostile until it is read.

    Each is far above what the longest honest resume needs; a file that passes one is refused with
    the code `limit`, one that takes too long with `timeout`. The first six concern every format
    that has such a thing, the others are for PDF.
    """

    bytes: int = 50 * MEGABYTE  # of the file: pictures make a resume large, but not this large
    pages: int = 200  # a portfolio has some dozen; more is a book
    characters: int = 2_000_000  # a thousand pages of close print
    seconds: float = 30.0  # without OCR: a page takes some milliseconds
    ocr_pages: int = 20  # a scan of a resume has a few
    ocr_seconds: float = 120.0  # of all its pages; one takes up to four
    objects: int = 200_000  # a page needs a few dozen
    stream: int = 32 * MEGABYTE  # one stream, inflated: a font of a whole script has 15
    inflated: int = 128 * MEGABYTE  # all streams, inflated
    operations: int = 1_000_000  # of a page; forms that call forms can make it billions
    words: int = 20_000  # of a page; small print has two thousand
    shapes: int = 10_000  # filled areas of a page: every word is held against every one
    depth: int = 12  # forms in forms; two or three are usual, more is a loop
    states: int = 1_000  # graphics states saved at once
    codes: int = 1 << 17  # characters that one font's tables may name


DEFAULT_LIMITS = Limits()
