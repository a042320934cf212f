"""A picture file -> its pages in shades of grey, under limits."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from skillgap.errors import UnreadableError

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = ("PNG", "JPEG", "TIFF", "MPO")  # MPO: a JPEG of a telephone, with a preview behind it
# A4 at 600 dots per inch has 35 million; a picture that unpacks to more is a bomb.
MAX_PIXELS = 60_000_000
# Less shows no line of text; what is longer is no page.
SMALLEST, LONGEST_RATIO = 100, 8.0
_MOST_SAID = 200


def pages_of(data: bytes, source: str, most: int) -> Iterator[Image]:
    """The pages of a picture file, one at a time; more than `most` are refused.

    Raises UnreadableError (see `_border`).
    """
    from PIL import Image

    with _border(source):
        file = Image.open(io.BytesIO(data), formats=KINDS)
    with file:
        number = 0
        while True:
            with _border(source):
                try:
                    file.seek(number)
                except EOFError:
                    return
                if number == most:
                    raise too_many(source, most)
                page = _grey(file, source)
            yield page
            if file.format != "TIFF":
                return
            number += 1


def check_size(width: float, height: float, source: str) -> None:
    """Raises UnreadableError (`limit`, `scan`) for a page too large or too small to read."""
    if width * height > MAX_PIXELS:
        raise too_large(source, f"A page has {width:.0f} x {height:.0f} pixels.")
    short, long = sorted((width, height))
    if short < SMALLEST or long > LONGEST_RATIO * short:
        raise UnreadableError(
            f"{source} shows no page of a resume.",
            why=f"It is a picture of {width:.0f} x {height:.0f} pixels.",
            mend="Scan the resume with 200 to 300 dots per inch.",
            code="scan",
        )


def too_many(source: str, most: int) -> UnreadableError:
    """The error for more pages than OCR is to read."""
    return UnreadableError(
        f"{source} has too many pages to be read by OCR.",
        why=f"More than {most} of its pages are pictures.",
        mend="Name a file that holds one resume, or raise the limit: --limit ocr-pages=N.",
        code="limit",
    )


def too_large(source: str, why: str) -> UnreadableError:
    """The error for a picture above the limits."""
    return UnreadableError(
        f"{source} is too large to be read by OCR.",
        why=f"{why} The limit is {MAX_PIXELS // 10**6} million pixels.",
        mend="Name a file that holds one resume, scanned with 200 to 300 dots per inch.",
        code="limit",
    )


def _grey(file: Image, source: str) -> Image:
    """One page as a person sees it: turned as its EXIF says, what is transparent on white."""
    from PIL import Image, ImageOps

    check_size(*file.size, source)
    file.load()
    page = ImageOps.exif_transpose(file)
    if page.mode.startswith("I"):  # 16 bits
        page = page.convert("I").point(lambda value: value * (1 / 256))
    elif page.has_transparency_data:
        page = page.convert("RGBA")
        page = Image.alpha_composite(Image.new("RGBA", page.size, "white"), page)
    return page.convert("L")


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """Half a picture is damaged, whatever other libraries in the process have told Pillow.

    The switch is global, and WeasyPrint sets it when it is imported.
    """
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@contextmanager
def _border(source: str) -> Iterator[None]:
    """Pillow raises anything on a broken file (OSError, SyntaxError, struct.error, ...)."""
    from PIL import Image

    try:
        with warnings.catch_warnings(), _whole_pictures_only():
            warnings.simplefilter("ignore")  # oddities in metadata; sizes have limits of their own
            yield
    except UnreadableError:
        raise
    except Image.DecompressionBombError as error:
        raise too_large(source, "It unpacks to far more than it holds.") from error
    except Exception as error:
        raise UnreadableError(
            f"{source} is damaged.",
            why=f"The picture cannot be unpacked ({type(error).__name__}: {error})."[:_MOST_SAID],
            mend="Perhaps a download did not finish: fetch it again, or scan the page again.",
            code="damaged",
        ) from error
