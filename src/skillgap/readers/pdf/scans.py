"""Pages of a PDF that are pictures of text: read by OCR, or at least named."""

from __future__ import annotations

import time

from skillgap.models import Ocr, Quality, Warning
from skillgap.readers.ocr.engine import INSTALL, is_installed, missing
from skillgap.readers.ocr.reading import no_text, read_sheets
from skillgap.readers.ocr.rendering import render
from skillgap.readers.ocr.words import content_of
from skillgap.readers.page import PageContent
from skillgap.readers.pdf.limits import Budget
from skillgap.readers.pdf.opening import Opened
from skillgap.readers.pdf.visibility import is_scan

# A scan with fewer words has a page number or the mark of a scanning program on it, and no text.
FEW_WORDS = 15
# Pages that a warning names.
MOST_NAMED = 8
WHAT = "This PDF"


def read_scans(
    data: bytes, source: str, password: str, ocr: Ocr, opened: Opened, budget: Budget
) -> Quality:
    """Put OCR's text into the pages that need it; how far are they to be trusted?

    Raises UnreadableError or MissingExtraError where nothing but scans is left to read.
    """
    pages, warnings = opened.pages, opened.warnings
    always = ocr is Ocr.ALWAYS
    wanted = [at for at, page in enumerate(pages) if (_shows(page) if always else _is_scan(page))]
    if not wanted:
        if not any(page.pieces for page in pages):
            raise no_text(WHAT, "Its pages are blank.")
        return Quality.GOOD
    if ocr is Ocr.NEVER or not is_installed():
        return _left_out(pages, wanted, ocr, warnings)
    started = time.monotonic()
    reading = read_sheets(
        render(data, source, password, wanted, budget.limits.ocr_pages),
        source,
        budget.limits.ocr_seconds,
    )
    budget.allow(time.monotonic() - started)
    if not reading.is_text:
        if not any(page.pieces for page in pages):
            raise no_text(WHAT, "OCR found no text in the pictures on its pages.")
        return Quality.GOOD
    read = []
    for at, sheet in zip(wanted, reading.sheets, strict=True):
        found = content_of(sheet, pages[at].width, pages[at].height)
        if len(found.pieces) > (0 if always else len(pages[at].pieces)):
            pages[at] = found
            read.append(at)
    if not read:
        return Quality.GOOD
    warnings.append(reading.warning("The text" if len(read) == len(pages) else _named(read)))
    return reading.quality


def _is_scan(page: PageContent) -> bool:
    """Whether the page shows something, and no text or nearly none."""
    if not page.pieces:
        return _shows(page)
    return len(page.pieces) < FEW_WORDS and is_scan(page)


def _shows(page: PageContent) -> bool:
    return bool(page.pieces or page.paints)


def _left_out(
    pages: list[PageContent], wanted: list[int], ocr: Ocr, warnings: list[Warning]
) -> Quality:
    """Without OCR: an error for a scan, a warning for a scanned page among others."""
    why = "It seems to be a scan: pictures of pages."
    text = any(page.pieces for page in pages)
    if ocr is Ocr.ALWAYS:
        raise missing("OCR is not installed.", "It was asked for on every page.")
    if not text and ocr is Ocr.NEVER:
        raise no_text(WHAT, why + " OCR is switched off.")
    if not text:
        raise missing(f"{WHAT} holds no text.", why)
    mend = "." if ocr is Ocr.NEVER else f"; to read scans: {INSTALL}"
    verb = "is a scan and was" if len(wanted) == 1 else "(scans) was"
    warnings.append(Warning("scan-pages", f"{_named(wanted)} {verb} not read{mend}"))
    return Quality.UNREADABLE if len(wanted) == len(pages) else Quality.DOUBTFUL


def _named(numbers: list[int]) -> str:
    """Pages by their numbers, some of them at most."""
    shown = ", ".join(str(at + 1) for at in numbers[:MOST_NAMED])
    more = ", ..." if len(numbers) > MOST_NAMED else ""
    return f"Page {shown}" if len(numbers) == 1 else f"The text of pages {shown}{more}"
