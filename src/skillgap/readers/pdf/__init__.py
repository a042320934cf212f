"""A PDF file -> Document.

lexer -> content (typesetter, graphics) -> visibility -> layout -> blocks; `opening` is the border
to pdfminer's objects, `streams` and `limits` keep them from growing without end.
"""

from __future__ import annotations

import hashlib

from skillgap.errors import UnreadableError
from skillgap.models import Block, Document, Span, Warning
from skillgap.readers.layout import LaidOut, lay_out
from skillgap.readers.layout.blocks import Draft
from skillgap.readers.page import SOFT_HYPHEN, PageContent
from skillgap.readers.pdf.limits import DEFAULT, MEGABYTE, Budget, Limits
from skillgap.readers.pdf.opening import open_pages
from skillgap.readers.pdf.trust import judge
from skillgap.readers.pdf.visibility import hidden_reasons, is_scan

# Text over a scan that is hidden for these reasons was put there by OCR, if it is nearly all.
_OCR_REASONS, _OCR_SHARE = ("invisible", "covered"), 0.9


def read_pdf(data: bytes, source: str, *, password: str = "", limits: Limits = DEFAULT) -> Document:
    """Read a PDF in memory; `source` is what the report calls it. Raises UnreadableError."""
    _check_size(data, limits)
    budget = Budget(limits)
    opened = open_pages(data, password, budget)
    pages, warnings = opened.pages, opened.warnings
    reasons = [_reasons(page, budget, warnings) for page in pages]
    if not any(page.pieces for page in pages):
        raise UnreadableError(
            "This PDF holds no text.",
            why="It seems to be a scan: pictures of pages.",
            mend="Export it again as a PDF with text, or run it through OCR.",
            code="scan",
        )
    laid = lay_out(pages, reasons, budget.check_time)
    text, blocks = _assemble(laid)
    quality = judge(pages, laid, warnings)
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


def _assemble(laid: LaidOut) -> tuple[str, tuple[Block, ...]]:
    """The one text, and the blocks with their spans in it."""
    drafts: list[Draft] = []
    for draft in (*laid.body, *laid.furniture, *laid.hidden):
        draft.text = draft.text.replace(SOFT_HYPHEN, "")
        if draft.text.strip():
            drafts.append(draft)
    blocks: list[Block] = []
    at = 0
    for draft in drafts:
        span = Span(at, at + len(draft.text))
        size = round(draft.size, 2)
        blocks.append(Block(draft.kind, span, draft.page, draft.box, draft.note, size, draft.bold))
        at = span.end + 1
    return "\n".join(draft.text for draft in drafts), tuple(blocks)
