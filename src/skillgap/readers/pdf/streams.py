"""pdfminer's streams with our limits: they inflate no further than the budget allows.

pdfminer inflates whatever it is given. Here its parser (document.py) makes streams of ours, so that
cross references, object streams, fonts, character maps and content all come by the same gate.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_CCITTFAX_DECODE,
    LITERALS_DCT_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_JBIG2_DECODE,
    LITERALS_JPX_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    int_value,
)
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from skillgap.models.limits import MEGABYTE
from skillgap.readers.pdf.limits import Budget

# Streams are packed once, sometimes into text after that.
MAX_FILTERS = 4
# pdfminer undoes predictors byte by byte; tables of objects, which need it, are small.
MAX_PREDICTED = 8 * MEGABYTE
# The other packings are undone in Python, too.
MAX_SLOW = 4 * MEGABYTE
_PNG = 10  # the first of the PNG predictors
_MOST_COLORS = 32
_SALVAGE_STEP = 1024

_PICTURES = (
    *LITERALS_DCT_DECODE,
    *LITERALS_JPX_DECODE,
    *LITERALS_JBIG2_DECODE,
    *LITERALS_CCITTFAX_DECODE,
)


class Stream(PDFStream):
    """A stream that inflates within its document's budget."""

    budget: Budget

    def decode(self) -> None:
        """Fill `data`, as pdfminer does."""
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        filters = self.get_filters()
        if len(filters) > MAX_FILTERS:
            raise self.budget.refuse(f"A stream of this PDF is packed {len(filters)} times.")
        for name, parameters in filters:
            self.budget.check_time()
            data = _unpacked(name, data, self.budget)
            if isinstance(parameters, dict) and "Predictor" in parameters:
                data = _unpredicted(parameters, data)
        self.data, self.rawdata = data, None


def inflate(data: bytes, limit: int) -> bytes:
    """What `data` inflates to, or its first `limit` bytes; of damaged data what can be saved."""
    try:
        return zlib.decompressobj().decompress(data, limit)
    except zlib.error:
        return _salvage(data, limit)


def _salvage(data: bytes, limit: int) -> bytes:
    """What comes before the damage: by steps, then byte by byte."""
    out = bytearray()
    worker = zlib.decompressobj()
    for at in range(0, len(data), _SALVAGE_STEP):
        step, before = data[at : at + _SALVAGE_STEP], worker.copy()
        try:
            out += worker.decompress(step, limit)
        except zlib.error:
            for byte in step:
                try:
                    out += before.decompress(bytes((byte,)), limit)
                except zlib.error:
                    break
            break
        if len(out) >= limit:
            break
    return bytes(out[:limit])


def _unpacked(name: Any, data: bytes, budget: Budget) -> bytes:
    """`data` without one of its packings; pictures stay as they are."""
    if name in LITERALS_FLATE_DECODE:
        out = inflate(data, budget.limits.stream + 1)
    elif name in LITERALS_LZW_DECODE:
        out = _unpack_lzw(data, budget)
    elif name in LITERALS_RUNLENGTH_DECODE:
        out = _unpack_runs(data)
    elif name in LITERALS_ASCII85_DECODE:
        return ascii85decode(data)
    elif name in LITERALS_ASCIIHEX_DECODE:
        return asciihexdecode(data)
    elif name in _PICTURES:
        return data
    else:
        raise ValueError(f"unknown filter {name!r}")
    budget.spend_inflated(len(out))
    return out


def _unpack_lzw(data: bytes, budget: Budget) -> bytes:
    out = bytearray()
    try:
        for part in LZWDecoder(BytesIO(data)).run():
            out += part
            if len(out) > MAX_SLOW:
                raise budget.refuse(f"A stream of this PDF inflates to {MAX_SLOW // MEGABYTE} MB.")
            budget.check_time()
    except (TypeError, IndexError):  # damaged: keep what came before
        pass
    return bytes(out)


def _unpack_runs(data: bytes) -> bytes:
    """Run lengths (ISO 32000, 7.4.5)."""
    out = bytearray()
    at = 0
    while at < len(data) and data[at] != 128 and len(out) <= MAX_SLOW:
        length = data[at]
        if length < 128:
            out += data[at + 1 : at + 2 + length]
            at += length + 2
        else:
            out += data[at + 1 : at + 2] * (257 - length)
            at += 2
    return bytes(out)


def _unpredicted(parameters: dict[str, Any], data: bytes) -> bytes:
    """Undo a predictor. Rows longer than the data are an attack on the memory."""
    kind = int_value(parameters["Predictor"])
    if kind < 2:
        return data
    colors = int_value(parameters.get("Colors", 1))
    columns = int_value(parameters.get("Columns", 1))
    bits = int_value(parameters.get("BitsPerComponent", 8))
    sane = 0 < colors <= _MOST_COLORS and 0 < columns <= len(data) * 8 and bits in (1, 8)
    if not sane or len(data) > MAX_PREDICTED:
        raise ValueError(f"predictor with {columns} columns")
    if kind >= _PNG:
        return apply_png_predictor(kind, colors, columns, bits, data)
    return apply_tiff_predictor(colors, columns, bits, data)
