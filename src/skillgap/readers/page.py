"""What a page comes to: pieces of text and painted areas, in painting order; some geometry.

Lengths are points from the page's top left corner, y downwards, the page turned as it is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import NamedTuple, Protocol, TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Rect: TypeAlias = tuple[float, float, float, float]
Rgb: TypeAlias = tuple[float, float, float]
Outline: TypeAlias = tuple[tuple[tuple[float, float], ...], ...]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

# How far letters reach above and below their baseline, in sizes of the font. The fonts' own
# figures are too often missing or wrong to be worth reading.
ASCENT, DESCENT = 0.8, 0.2

# What stands in for a glyph whose font does not say which character it is.
UNKNOWN = "\ufffd"
SOFT_HYPHEN = "\u00ad"

# Fonts of pictures, whose codes mean no letters.
_PICTURES = re.compile(r"dingbats|wingdings|webdings|symbol|awesome|icons?\b|glyphicons", re.I)
# Clipping outlines that are kept; one or two are usual.
MOST_OUTLINES = 8


class Style(NamedTuple):
    """A font as the layout needs it."""

    font: str
    bold: bool
    italic: bool
    small_caps: bool


class Shape(NamedTuple):
    """An area. `outline` is None where the area is its box."""

    box: Rect
    outline: Outline | None = None
    even_odd: bool = False


class Clip(NamedTuple):
    """Where paint shows: inside the box, and inside each shape that is not a box."""

    box: Rect
    shapes: tuple[Shape, ...] = ()


class Ink(NamedTuple):
    """How text is painted. A colour of None is one that was not worked out (a pattern)."""

    fill: Rgb | None
    stroke: Rgb | None
    mode: int  # the text rendering mode: 0 fill, 1 stroke, 2 both, 3 invisible, 7 clip
    alpha: float
    clip: Clip | None
    mask: Mask | None = None
    off: bool = False  # in a layer that is switched off


class Piece:
    """Glyphs of one show operator without a gap between them: a word or a part of one.

    `x0`, `x1` and `y` (the baseline) belong to the page turned by `angle` degrees, so that the
    text runs from left to right; `space` says that a space follows. `order` is the painting order.
    A page has hundreds, each looked at many times: compiled, a plain class is the fastest.
    """

    __slots__ = ("angle", "ink", "order", "size", "space", "style", "text", "x0", "x1", "y")

    def __init__(
        self,
        text: str,
        x0: float,
        x1: float,
        y: float,
        size: float,
        angle: int,
        space: bool,
        style: Style,
        ink: Ink,
        order: int,
    ) -> None:
        self.text, self.x0, self.x1, self.y = text, x0, x1, y
        self.size, self.angle, self.space = size, angle, space
        self.style, self.ink, self.order = style, ink, order


class Picture(Protocol):
    """An image whose pixels can be asked for."""

    def color_at(self, x: float, y: float) -> Rgb | None:
        """The colour at a point of the page; None where it cannot be told."""


class Paint(NamedTuple):
    """A filled area or an image."""

    order: int
    shape: Shape
    color: Rgb | None
    alpha: float
    image: bool = False
    picture: Picture | None = None
    within: tuple[Shape, ...] = ()  # outlines that it is clipped to


class Mask(NamedTuple):
    """A soft mask: what its group painted lets through, by its light or by its opacity."""

    paints: tuple[Paint, ...]
    luminous: bool
    backdrop: Rgb


class Dot(NamedTuple):
    """A small filled square or circle: a list mark that is drawn, not set."""

    x0: float
    x1: float
    y: float  # its middle
    size: float


@dataclass(slots=True)
class PageContent:
    """Everything that a page shows."""

    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    paints: list[Paint] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    rules: list[Rect] = field(default_factory=list)  # lines across or down, such as borders


def is_picture_font(name: str) -> bool:
    """Whether a font's signs are pictures: list marks, stars, telephones."""
    return bool(_PICTURES.search(name))


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that applies `m` first, then `n`."""
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def box_of(points: list[tuple[float, float]]) -> Rect:
    """The smallest rectangle around `points`."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def turn(box: Rect, angle: int) -> Rect:
    """A box of text that runs at `angle` degrees, on the page as it is shown."""
    if not angle:
        return box
    c, s = cos(radians(angle)), sin(radians(angle))
    x0, y0, x1, y1 = box
    return box_of([(x * c - y * s, x * s + y * c) for x in (x0, x1) for y in (y0, y1)])


def box_of_piece(piece: Piece) -> Rect:
    """Where the piece stands on the page as it is shown."""
    top, bottom = piece.y - ASCENT * piece.size, piece.y + DESCENT * piece.size
    return turn((piece.x0, top, piece.x1, bottom), piece.angle)


def corners(rect: Rect, m: Matrix) -> list[tuple[float, float]]:
    """The corners of `rect` after `m`."""
    x0, y0, x1, y1 = rect
    return [
        (x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5])
        for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    ]


def intersect(a: Rect | None, b: Rect) -> Rect:
    """What both rectangles share; empty ones have no positive width or height."""
    if a is None:
        return b
    return (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))


def narrow(clip: Clip | None, shape: Shape) -> Clip:
    """`clip` and `shape` together; of many outlines the last ones."""
    box = intersect(clip.box if clip else None, shape.box)
    shapes = clip.shapes if clip else ()
    return Clip(box, (*shapes, shape)[-MOST_OUTLINES:] if shape.outline else shapes)


def inside(shape: Shape, x: float, y: float) -> bool:
    """Whether a point lies in a shape."""
    x0, y0, x1, y1 = shape.box
    if not (x0 <= x <= x1 and y0 <= y <= y1):
        return False
    if shape.outline is None:
        return True
    winding = crossings = 0
    for part in shape.outline:
        for (ax, ay), (bx, by) in zip(part, part[1:] + part[:1], strict=True):
            if (ay <= y) != (by <= y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossings += 1
                winding += 1 if by > ay else -1
    return bool(crossings % 2) if shape.even_odd else bool(winding)
