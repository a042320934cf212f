"""Scans made of PDFs: rendered, worn the way paper and scanners wear pages, saved as pictures."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

_DEVIATION = 52.1  # of the mean of two even random bytes


@dataclass(frozen=True, slots=True)
class Wear:
    """What happens to a page between the printer and the file."""

    angle: float = 0.0  # degrees
    paper: tuple[int, int, int] = (255, 255, 255)
    shade: float = 0.0  # how much darker one edge is
    noise: float = 0.0  # standard deviation of the grain
    blur: float = 0.0  # in pixels of 200 dpi
    jpeg: int = 0  # quality; 0 leaves it alone


WEARS = {
    "clean": Wear(),
    "office": Wear(0.5, (236, 236, 232), 0.05, 10, 0.4, 60),
    "poor": Wear(-1.4, (212, 206, 190), 0.25, 26, 0.8, 30),
}


def render(pdf: bytes, dpi: int) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    document = pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]
    return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def wear(page: Image.Image, how: Wear, dpi: int = 200) -> Image.Image:
    """`page` as a scanner would give it."""
    if how.angle:
        page = page.rotate(how.angle, Image.Resampling.BICUBIC, fillcolor="white")
    if how.paper != (255, 255, 255):
        page = ImageChops.multiply(page, Image.new("RGB", page.size, how.paper))
    if how.shade:
        ramp = Image.linear_gradient("L").point(lambda v: 255 - how.shade * v).resize(page.size)
        page = ImageChops.multiply(page, ramp.convert("RGB"))
    if how.blur:
        page = page.filter(ImageFilter.GaussianBlur(how.blur * dpi / 200))
    if how.noise:
        page = ImageChops.add(page, _grain(page.size, how.noise), offset=-128)
    if how.jpeg:
        page = Image.open(io.BytesIO(picture([page], "JPEG", dpi, quality=how.jpeg)))
        page.load()
    return page


def _grain(size: tuple[int, int], deviation: float) -> Image.Image:
    """Grey noise around 128, the same in every run."""
    chance = random.Random(1)
    one, two = (Image.frombytes("L", size, chance.randbytes(size[0] * size[1])) for _ in "12")
    scale = deviation / _DEVIATION
    even = Image.blend(one, two, 0.5).point(lambda value: 128 + (value - 127.5) * scale)
    return even.convert("RGB")


def scan(pdf: bytes, dpi: int = 200, how: str = "office") -> list[Image.Image]:
    """The pages of a PDF, printed and scanned."""
    return [wear(page, WEARS[how], dpi) for page in render(pdf, dpi)]


def picture(pages: Iterable[Image.Image], kind: str, dpi: int = 200, quality: int = 85) -> bytes:
    """A file of pictures: PNG, JPEG, TIFF (several pages) or PDF."""
    first, *rest = (page.copy() for page in pages)  # saving leaves marks on an image
    file = io.BytesIO()
    options: dict[str, object] = {"quality": quality} if kind == "JPEG" else {}
    if rest:
        options |= {"save_all": True, "append_images": rest}
    if kind == "PDF":
        options["resolution"] = dpi
    else:
        options["dpi"] = (dpi, dpi)
    first.save(file, kind, **options)
    return file.getvalue()
