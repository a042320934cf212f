"""A page in grey -> one that Tesseract reads well: even in size, dark on white, upright.

docs/decisions has what each step is worth, in words read on worn scans.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

# The root of the area that pages are brought to: A4 at 224 dots per inch. Letters of ten points
# are then of the size that Tesseract was trained on.
AREA_ROOT = 2200
# Small pictures gain nothing from being enlarged further.
MOST_ENLARGED = 3.0
# The background: the page shrunk by this, each point the median of so many around it. That is
# wider than letters and narrower than a sidebar.
SHRUNK, MEDIAN = 8, 21
# Grain of more shades of grey is smoothed away, with a blur of so many pixels.
GRAIN, SMOOTHING = 3.0, 1.1
# Shades that a text differs from its background at least, for the page to hold text.
LEAST_CONTRAST = 24
# Scans are turned by a few degrees at most; steps of the search for it, and its picture's width.
MOST_SKEW, COARSE, FINE = 4.0, 0.5, 0.1
_SKEW_WIDTH = 800


def cleaned(page: Image) -> Image:
    """The page for Tesseract; its proportions stay but for a slight turn."""
    page = _smooth(_resized(page))
    page = _flattened(page)
    angle = skew_of(page)
    if abs(angle) < FINE:
        return page
    from PIL import Image

    return page.rotate(-angle, Image.Resampling.BICUBIC, fillcolor=255)


def factor_for(width: float, height: float) -> float:
    """How much a page has to be enlarged."""
    return AREA_ROOT / math.sqrt(max(1.0, width * height))


def _resized(page: Image) -> Image:
    from PIL import Image

    factor = min(factor_for(page.width, page.height), MOST_ENLARGED)
    size = (max(1, round(page.width * factor)), max(1, round(page.height * factor)))
    return page if size == page.size else page.resize(size, Image.Resampling.LANCZOS)


def _smooth(page: Image) -> Image:
    """Without grain, where there is any: letters on a clean page stay sharp."""
    from PIL import ImageChops, ImageFilter, ImageStat

    calm = page.filter(ImageFilter.GaussianBlur(SMOOTHING))
    grain = ImageStat.Stat(ImageChops.difference(page, calm)).median[0]
    return calm if grain >= GRAIN else page


def _flattened(page: Image) -> Image:
    """Every text dark on white: how far each point differs from the background around it.

    So grey paper, shadows, coloured bands and sidebars with light text all become alike.
    """
    from PIL import Image, ImageChops, ImageFilter, ImageOps

    size = (max(1, page.width // SHRUNK), max(1, page.height // SHRUNK))
    small = page.resize(size, Image.Resampling.BOX).filter(ImageFilter.MedianFilter(MEDIAN))
    background = small.resize(page.size, Image.Resampling.BILINEAR)
    difference = ImageChops.difference(page, background)
    strongest = _percentile(difference, 0.995)
    stretch = 255 / max(LEAST_CONTRAST, strongest)
    return ImageOps.invert(difference.point(lambda value: min(255, value * stretch)))


def _percentile(page: Image, share: float) -> int:
    """The shade that this share of the points does not pass."""
    left = share * page.width * page.height
    for shade, count in enumerate(page.histogram()):
        left -= count
        if left <= 0:
            return shade
    return 255


def skew_of(page: Image) -> float:
    """By how many degrees the lines of a page rise: level rows make the sharpest profile."""
    from PIL import Image

    height = max(1, round(page.height * _SKEW_WIDTH / page.width))
    small = page.resize((_SKEW_WIDTH, height), Image.Resampling.BOX)

    def sharpness(angle: float) -> float:
        turned = small.rotate(-angle, Image.Resampling.BILINEAR, fillcolor=255)
        rows = turned.resize((1, height), Image.Resampling.BOX).tobytes()
        return sum((a - b) ** 2 for a, b in pairwise(rows))

    best = 0.0
    for step, reach in ((COARSE, MOST_SKEW), (FINE, COARSE)):
        count = round(reach / step)
        angles = [best + step * at for at in range(-count, count + 1)]
        # Of equals the one nearest to upright: a blank page is not turned.
        best = max(angles, key=lambda angle: (sharpness(angle), -abs(angle)))
    return best
