"""A PDF file -> Document: the border to pdfminer, limits, warnings and the reading quality."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from skillgap.errors import UnreadableError
from skillgap.models import Block, Document, Quality, Span, Warning
from skillgap.readers.layout import LaidOut, lay_out
from skillgap.readers.layout_blocks import Draft
from skillgap.readers.pdf_content import MAX_CHARACTERS, ContentReader
from skillgap.readers.pdf_fonts import SOFT_HYPHEN, UNKNOWN, Fonts
from skillgap.readers.pdf_page import PageContent
from skillgap.readers.visibility import hidden_reasons, is_scan

# A resume has a few pages; a portfolio some dozen. More is a book, and a book is no resume.
MAX_PAGES = 200
# Pictures make a resume large, but not this large.
MAX_BYTES = 50 * 1024 * 1024
# Fewer words than on a business card: too little to judge.
LITTLE_TEXT = 50
# Shares of characters without a meaning from which on the text is not to be trusted.
DOUBTFUL_SHARE, UNREADABLE_SHARE = 0.03, 0.3

_PRIVATE = re.compile(f"[{UNKNOWN}\ue000-\uf8ff]")

# pdfminer tells of every oddity in a file; a reader of the report has no use for it.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_pdf(data: bytes, source: str, *, password: str = "") -> Document:
    """Read a PDF in memory; `source` is what the report calls it."""
    _check_size(data)
    warnings: list[Warning] = []
    pages, links = _read_pages(data, password, warnings)
    reasons = [_reasons(page, warnings) for page in pages]
    if not any(page.pieces for page in pages):
        raise UnreadableError(
            "This PDF holds no text.",
            why="It seems to be a scan: pictures of pages.",
            mend="Export it again as a PDF with text, or run it through OCR.",
            code="scan",
        )
    laid = lay_out(pages, reasons)
    text, blocks = _assemble(laid)
    quality = _judge(pages, laid, warnings)
    return Document(
        source=source,
        format="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        blocks=blocks,
        pages=len(pages),
        warnings=tuple(dict.fromkeys(warnings)),
        links=tuple(dict.fromkeys(links)),
        quality=quality,
    )


def _check_size(data: bytes) -> None:
    if not data:
        raise UnreadableError("The file is empty.", mend="Export it again.", code="empty")
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            f"The file has {len(data) // 2**20} MB; the limit is {MAX_BYTES // 2**20} MB.",
            mend="Export it with smaller pictures.",
            code="limit",
        )


@contextmanager
def _border() -> Iterator[None]:
    """pdfminer raises anything on a broken file (KeyError, RecursionError, struct.error, ...)."""
    try:
        yield
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError(
            "The PDF is damaged.",
            why=f"{type(error).__name__}: {error}" if str(error) else type(error).__name__,
            mend="Export it again, or open it in a viewer and print it to a new PDF.",
            code="damaged",
        ) from error


def _open(data: bytes, password: str) -> PDFDocument:
    with _border():
        try:
            return PDFDocument(PDFParser(BytesIO(data)), password=password)
        except PDFPasswordIncorrect as error:
            code = "password" if password else "encrypted"
            what = "The password is wrong." if password else "The PDF is locked with a password."
            mend = "Give the password with --password."
            raise UnreadableError(what, mend=mend, code=code) from error
        except PDFEncryptionError as error:
            raise UnreadableError(
                "The PDF is encrypted in a way that cannot be read here.",
                why=str(error),
                mend="Save it without protection.",
                code="encrypted",
            ) from error


def _read_pages(
    data: bytes, password: str, warnings: list[Warning]
) -> tuple[list[PageContent], list[str]]:
    """The content of the pages, and the links on them."""
    try:
        return _pages_of(_open(data, password), warnings)
    except UnreadableError as error:
        if error.code != "damaged":
            raise
        warnings.clear()
        # Without a pointer to the table of objects, pdfminer looks for the objects themselves.
        searched = data.replace(b"startxref", b"startx---")
        with suppress(UnreadableError):
            return _pages_of(_open(searched, password), warnings)
        raise


def _pages_of(
    document: PDFDocument, warnings: list[Warning]
) -> tuple[list[PageContent], list[str]]:
    with _border():
        sheets = list(islice(PDFPage.create_pages(document), MAX_PAGES + 1))
    if not sheets:
        raise UnreadableError("The PDF has no pages.", mend="Export it again.", code="damaged")
    if len(sheets) > MAX_PAGES:
        raise UnreadableError(f"The PDF has more than {MAX_PAGES} pages.", code="limit")
    fonts, left = Fonts(), MAX_CHARACTERS
    pages: list[PageContent] = []
    links: list[str] = []
    failures: list[UnreadableError] = []
    for number, sheet in enumerate(sheets, 1):
        try:
            with _border():
                pages.append(ContentReader(sheet, fonts, left).read())
                links += _links(sheet)
        except UnreadableError as error:
            if error.code == "limit":
                raise
            failures.append(error)
            pages.append(PageContent(0.0, 0.0))
            warnings.append(Warning("page-unreadable", f"Page {number} is damaged: {error.why}"))
        left -= sum(len(piece.text) for piece in pages[-1].pieces)
    if len(failures) == len(sheets):
        raise failures[0]
    return pages, links


def _links(sheet: PDFPage) -> list[str]:
    found: list[str] = []
    annotations = resolve1(sheet.annots)
    for entry in annotations if isinstance(annotations, list) else []:
        annotation = resolve1(entry)
        action = resolve1(annotation.get("A")) if isinstance(annotation, dict) else None
        target: Any = resolve1(action.get("URI")) if isinstance(action, dict) else None
        if isinstance(target, bytes) and target:
            found.append(target.decode("utf-8", "replace"))
    return found


def _reasons(page: PageContent, warnings: list[Warning]) -> list[str]:
    """Why pieces are hidden; the invisible text over a scan is what the scan shows."""
    reasons = hidden_reasons(page)
    if is_scan(page) and any(reasons):
        ocr = [reason in ("invisible", "covered") for reason in reasons]
        if sum(ocr) > 0.9 * len(reasons):
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


def _broken(pages: list[PageContent]) -> float:
    """The share of characters that their font gives no meaning, or one for private use."""
    text = "".join(piece.text for page in pages for piece in page.pieces)
    return len(_PRIVATE.findall(text)) / max(1, len(text))


def _judge(pages: list[PageContent], laid: LaidOut, warnings: list[Warning]) -> Quality:
    """The reading quality, with a warning for each reason."""
    quality = Quality.GOOD
    hidden = sum(len(draft.text.split()) for draft in laid.hidden)
    if hidden:
        why = ", ".join(sorted({draft.note for draft in laid.hidden}))
        warnings.append(
            Warning("hidden-text", f"{hidden} words cannot be seen on the page ({why}).")
        )
    words = sum(len(draft.text.split()) for draft in laid.body)
    if words < LITTLE_TEXT:
        warnings.append(Warning("little-text", f"Only {words} words were found."))
        quality = Quality.DOUBTFUL
    if laid.guessed:
        message = "It was not clear whether text side by side is columns or a table."
        warnings.append(Warning("columns-guessed", message))
    share = _broken(pages)
    if share >= DOUBTFUL_SHARE:
        warnings.append(
            Warning("broken-font", f"{share:.0%} of the characters have no meaning in their font.")
        )
        quality = Quality.UNREADABLE if share >= UNREADABLE_SHARE else Quality.DOUBTFUL
    if any(warning.code == "page-unreadable" for warning in warnings):
        quality = max(quality, Quality.DOUBTFUL, key=list(Quality).index)
    return quality
