"""Pictures of the pages with what was read drawn on them: blocks, their order, hidden text.

Needs the extra `skillgap[overlay]`: pypdfium2 draws the pages, Pillow what lies over them.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from skillgap.errors import MissingExtraError, UsageError
from skillgap.models import Document, Section
from skillgap.reports.sheet import PAPER, Sheet

if TYPE_CHECKING:
    from PIL.Image import Image

SCALE = 2.0  # pixels a point: 144 dots per inch
MOST_PIXELS = 12_000_000  # of one page: posters are drawn smaller
MOST_PAGES = 20  # in one picture
FORMATS = (".pdf", ".png")


def check_overlay(suffix: str) -> None:
    """Refuse before any work is done. Raises UsageError, MissingExtraError."""
    if suffix.lower() not in FORMATS:
        raise UsageError(
            f"An overlay is a PDF or a PNG, not '{suffix or 'a file without an ending'}'.",
            mend="Name a file that ends in .pdf or .png.",
            code="overlay",
        )
    try:
        import PIL  # noqa: F401
        import pypdfium2  # noqa: F401
    except ImportError as error:
        raise MissingExtraError(
            "Drawing on pages needs an extra that is not installed.",
            why=f"There is no module {error.name}.",
            mend="Install it: pip install 'skillgap[overlay]'",
            code="extra",
        ) from error


def draw_overlay(
    document: Document,
    sections: tuple[Section, ...],
    data: bytes,
    suffix: str,
    *,
    password: str = "",
) -> bytes:
    """The pages of `data` with the blocks of `document` on them, as PDF or PNG.

    Raises UsageError for a document without pages, MissingExtraError without the extra.
    """
    check_overlay(suffix)
    if document.format != "pdf":
        raise UsageError(
            f"{document.source} has no pages to draw on.",
            why=f"It is {document.format}; only a PDF says where on the page its text stands.",
            mend="Print it to a PDF and try that.",
            code="overlay",
        )
    pages = [
        Sheet(image, number, scale, document, sections).draw()
        for number, (image, scale) in enumerate(_page_images(data, password), 1)
    ]
    return _save_pdf(pages) if suffix.lower() == ".pdf" else _save_png(pages)


def _page_images(data: bytes, password: str) -> list[tuple[Image, float]]:
    """The pages as a viewer shows them, with their scale."""
    import pypdfium2

    images: list[tuple[Image, float]] = []
    file = pypdfium2.PdfDocument(data, password=password or None)  # type: ignore[no-untyped-call]
    try:
        for number in range(min(len(file), MOST_PAGES)):
            page = file[number]
            width, height = page.get_size()
            scale = min(SCALE, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            images.append((page.render(scale=scale).to_pil().convert("RGB"), scale))
    finally:
        file.close()  # type: ignore[no-untyped-call]
    return images


def _save_pdf(pages: list[Image]) -> bytes:
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=72 * SCALE)
    return out.getvalue()


def _save_png(pages: list[Image]) -> bytes:
    """One picture: the pages beside one another."""
    from PIL import Image as pil

    width, height = sum(page.width for page in pages), max(page.height for page in pages)
    whole = pil.new("RGB", (width, height), PAPER)
    x = 0
    for page in pages:
        whole.paste(page, (x, 0))
        x += page.width
    out = io.BytesIO()
    whole.save(out, "PNG", optimize=True)
    return out.getvalue()
