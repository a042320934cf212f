"""A PDF file -> Document.

lexer -> content (typesetter, graphics) -> visibility -> layout -> blocks; `opening` is the border
to pdfminer's objects, `streams` and `limits` keep them from growing without end.
"""

from __future__ import annotations

import hashlib

from skillgap.errors import UnreadableError
from skillgap.models import DEFAULT_LIMITS, Document, Limits, Ocr, Warning
from skillgap.models.limits import MEGABYTE
from skillgap.readers.doubts import worst
from skillgap.readers.layout import lay_out, text_of
from skillgap.readers.page import PageContent
from skillgap.readers.pdf.limits import Budget
from skillgap.readers.pdf.opening import open_pages
from skillgap.readers.pdf.scans import read_scans
from skillgap.readers.pdf.trust import judge
from skillgap.readers.pdf.visibility import hidden_reasons, is_scan

# Text over a scan that is hidden for these reasons was put there by OCR, if it is nearly all.
_OCR_REASONS, _OCR_SHARE = ("invisible", "covered"), 0.9


def read_pdf(
    data: bytes,
    source: str,
    *,
    password: str = "",
    ocr: Ocr = Ocr.NEVER,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """Read a PDF in memory; `source` is what the report calls it.

    Raises UnreadableError, and MissingExtraError for a scan without the extra `ocr`.
    """
    _check_size(data, limits)
    budget = Budget(limits)
    opened = open_pages(data, password, budget)
    pages, warnings = opened.pages, opened.warnings
    scans = read_scans(data, source, password, ocr, opened, budget)
    reasons = [_reasons(page, budget, warnings) for page in pages]
    laid = lay_out(pages, reasons, budget.check_time)
    text, blocks = text_of(laid)
    quality = worst(judge(pages, laid, warnings), scans)
    return Document(
        source=source,
        format="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        blocks=blocks,
        pages=len(pages),
        warnings=tuple(dict.fromkeys(warnings)),
        links=tuple(dict.fromkeys(opened.links)),
        quality=quality,
    )


def _check_size(data: bytes, limits: Limits) -> None:
    if not data:
        raise UnreadableError("The file is empty.", mend="Export it again.", code="empty")
    if len(data) > limits.bytes:
        raise UnreadableError(
            f"The file has {len(data) // MEGABYTE} MB; the limit is {limits.bytes // MEGABYTE} MB.",
            mend="Export it with smaller pictures.",
            code="limit",
        )


def _reasons(page: PageContent, budget: Budget, warnings: list[Warning]) -> list[str]:
    """Why pieces are hidden; the invisible text over a scan is what the scan shows."""
    reasons = hidden_reasons(page, budget.check_time)
    if is_scan(page) and any(reasons):
        ocr = [reason in _OCR_REASONS for reason in reasons]
        if sum(ocr) > _OCR_SHARE * len(reasons):
            warnings.append(Warning("ocr-layer", "The text was made by OCR; it may have errors."))
            return ["" if made else why for made, why in zip(ocr, reasons, strict=True)]
    return reasons
