"""Pictures of pages -> a `Document`, by OCR: the extra `skillgap[ocr]`.

pictures (a file) or rendering (a PDF's pages) -> cleaning -> engine (Tesseract) -> words -> the
layout, as for a PDF's own text.
"""

from __future__ import annotations

import hashlib

from skillgap.models import DEFAULT_LIMITS, Document, Limits, Ocr, Warning
from skillgap.readers.doubts import worst
from skillgap.readers.layout import lay_out, text_of
from skillgap.readers.ocr.engine import is_installed, missing
from skillgap.readers.ocr.pictures import pages_of
from skillgap.readers.ocr.reading import no_text, read_sheets
from skillgap.readers.ocr.words import content_of


def read_image(
    data: bytes,
    source: str,
    *,
    password: str = "",  # noqa: ARG001
    ocr: Ocr = Ocr.AUTO,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """Read a PNG, JPEG or TIFF. Raises UnreadableError, or MissingExtraError without the extra."""
    if ocr is Ocr.NEVER:
        raise no_text(source, "It is a picture, and OCR is switched off.")
    if not is_installed():
        raise missing(f"{source} holds no text.", "It is a picture.")
    reading = read_sheets(pages_of(data, source, limits.ocr_pages), source, limits.ocr_seconds)
    if not reading.is_text:
        raise no_text(source, "OCR found none in the picture.")
    from skillgap.readers.pdf.trust import judge

    pages = [content_of(sheet) for sheet in reading.sheets]
    laid = lay_out(pages, [[""] * len(page.pieces) for page in pages])
    text, blocks = text_of(laid)
    warnings: list[Warning] = [reading.warning("The text")]
    quality = worst(judge(pages, laid, warnings), reading.quality)
    return Document(
        source=source,
        format="image",
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        blocks=blocks,
        pages=len(pages),
        warnings=tuple(warnings),
        quality=quality,
    )
