"""The pixels of plain images: what colour lies behind a text?

Pictures that need a decoder of their own (JPEG and the like) are not looked into.
"""

from __future__ import annotations

from typing import Any

from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    PDFStream,
    resolve1,
)

from skillgap.errors import UnreadableError
from skillgap.models.limits import MEGABYTE
from skillgap.readers.page import Matrix, Rgb
from skillgap.readers.pdf.colors import Space, rgb, space_of
from skillgap.readers.pdf.limits import Budget

# A page at 300 dots per inch in colour has 26 MB; backgrounds are smaller.
MAX_PIXELS = 12 * MEGABYTE
# Undoing a predictor is slow.
MAX_PREDICTED = MEGABYTE
_PLAIN = (*LITERALS_FLATE_DECODE, *LITERALS_ASCII85_DECODE, *LITERALS_ASCIIHEX_DECODE)
_SPACES = ("gray", "rgb", "cmyk")


class Image:
    """An image on a page, unpacked when its first pixel is asked for."""

    __slots__ = ("_budget", "_data", "_height", "_inverse", "_space", "_stream", "_width")

    def __init__(self, stream: PDFStream, ctm: Matrix, resources: Any, budget: Budget) -> None:
        self._stream, self._budget = stream, budget
        self._inverse = _inverse(ctm)
        self._data: bytes | None = None
        self._space = _space_of(stream, resources)
        self._width, self._height = _length(stream.get("Width")), _length(stream.get("Height"))

    def color_at(self, x: float, y: float) -> Rgb | None:
        """The colour at a point of the page; None where it cannot be told."""
        if self._data is None:
            self._data = self._unpack()
        if not self._data or self._space is None or self._inverse is None:
            return None
        a, b, c, d, e, f = self._inverse
        column = int((x * a + y * c + e) * self._width)
        row = int((1 - (x * b + y * d + f)) * self._height)
        column = min(max(column, 0), self._width - 1)
        row = min(max(row, 0), self._height - 1)
        count = self._space.components
        at = (row * self._width + column) * count
        return rgb(self._space, [value / 255 for value in self._data[at : at + count]])

    def _unpack(self) -> bytes:
        """The pixels; none where they are not plain bytes, or too many."""
        stream = self._stream
        if self._space is None or resolve1(stream.get("BitsPerComponent")) != 8:
            return b""
        size = self._width * self._height * self._space.components
        try:
            filters = stream.get_filters()
            plain = all(name in _PLAIN for name, _ in filters)
            predicted = any(isinstance(p, dict) and "Predictor" in p for _, p in filters)
            if not plain or size > (MAX_PREDICTED if predicted else MAX_PIXELS):
                return b""
            data = stream.get_data()
        except UnreadableError:
            raise
        except Exception:  # pdfminer's border: a broken image shows nothing that can be told
            self._budget.settle()
            return b""
        return data if len(data) >= size > 0 else b""


def _length(entry: Any) -> int:
    length = resolve1(entry)
    return length if isinstance(length, int) and length > 0 else 0


def _space_of(stream: PDFStream, resources: Any) -> Space | None:
    if stream.get("Decode") is not None:
        return None
    name = resolve1(stream.get("ColorSpace"))
    spaces = resolve1(resources.get("ColorSpace")) if isinstance(resources, dict) else None
    space = space_of(getattr(name, "name", ""), {**(spaces or {}), "": name})
    return space if space.name in _SPACES else None


def _inverse(m: Matrix) -> Matrix | None:
    a, b, c, d, e, f = m
    area = a * d - b * c
    if abs(area) < 1e-9:
        return None
    return (
        d / area, -b / area, -c / area, a / area,
        (c * f - d * e) / area, (b * e - a * f) / area,
    )  # fmt: skip
