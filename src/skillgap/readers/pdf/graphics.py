"""Graphics operators: the state that `q` saves, colours, clipping, and painted areas."""

from __future__ import annotations

from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1

from skillgap.readers.page import (
    IDENTITY,
    Dot,
    Mask,
    Matrix,
    PageContent,
    Paint,
    Picture,
    Rect,
    Rgb,
    Shape,
    box_of,
    corners,
    intersect,
    multiply,
    narrow,
)
from skillgap.readers.pdf.colors import Space, initial, rgb, space_of
from skillgap.readers.pdf.fonts import Fonts
from skillgap.readers.pdf.images import Image
from skillgap.readers.pdf.lexer import Operand
from skillgap.readers.pdf.limits import Budget
from skillgap.readers.pdf.paths import Path
from skillgap.readers.pdf.state import State

# Thinner than any letter: rules and underlines hide nothing and are no background.
THINNEST_PAINT = 1.0
# Width and height of a drawn list mark.
DOT = (1.2, 7.0)
# Lines of a page that are kept; a table of a resume has some hundred.
MOST_RULES = 5_000
# What is painted through a mask shows what lies under it in places.
MASKED = 0.5

EMPTY: Rect = (0.0, 0.0, 0.0, 0.0)
Operands = list[Operand]


class Graphics:
    """The graphics half of a content stream's interpreter; `content` fills up."""

    def __init__(self, crop: Rect, rotate: int, fonts: Fonts, budget: Budget) -> None:
        x0, y0, x1, y1 = crop
        sizes = (x1 - x0, y1 - y0)
        self.content = PageContent(*(sizes[::-1] if rotate in (90, 270) else sizes))
        turned: dict[int, Matrix] = {
            90: (0.0, 1.0, 1.0, 0.0, -y0, -x0),
            180: (-1.0, 0.0, 0.0, 1.0, x1, -y0),
            270: (0.0, -1.0, -1.0, 0.0, y1, x1),
        }
        self._state = State(turned.get(rotate, (1.0, 0.0, 0.0, -1.0, -x0, y1)))
        self._stack: list[State] = []
        self._fonts, self._budget = fonts, budget
        self._off = 0  # how many layers around are switched off
        self._resources: dict[Any, Any] = {}
        self._path = Path()
        self._clip_next = self._clip_even_odd = False
        self._order = 0

    def _resource(self, kind: str, name: Any) -> Any:
        entries = resolve1(self._resources.get(kind))
        return entries.get(name) if isinstance(entries, dict) else None

    # ------------------------------------------------------------ graphics state

    def _save(self, _: Operands) -> None:
        if len(self._stack) < self._budget.limits.states:
            self._stack.append(self._state.copy())

    def _restore(self, _: Operands) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _concat(self, operands: Operands) -> None:
        self._state.ctm = multiply(matrix(operands), self._state.ctm)

    def _graphics(self, operands: Operands) -> None:
        entries = resolve1(self._resource("ExtGState", operands[0]))
        if not isinstance(entries, dict):
            return
        alpha = resolve1(entries.get("ca"))
        if isinstance(alpha, (int, float)):
            self._state.alpha = float(alpha)
            self._state.ink = None
        mask = resolve1(entries.get("SMask"))
        if mask is not None:
            self._state.mask = self._soft_mask(mask) if isinstance(mask, dict) else None
            self._state.ink = None
        font = resolve1(entries.get("Font"))
        if isinstance(font, list) and len(font) > 1:
            self._state.font = self._fonts.get(font[0])
            self._state.size = float(resolve1(font[1]))

    def _soft_mask(self, mask: dict[str, Any]) -> Mask | None:
        """What a mask lets through: it is a form, run by whoever runs forms."""
        raise NotImplementedError

    def _fill_color(self, operands: Operands) -> None:
        self._state.fill = rgb(self._state.fill_space, operands)
        self._state.ink = None

    def _stroke_color(self, operands: Operands) -> None:
        self._state.stroke = rgb(self._state.stroke_space, operands)
        self._state.ink = None

    def _fill_in(self, space: Space, operands: Operands) -> None:
        self._state.fill_space = space
        self._fill_color(operands)

    def _stroke_in(self, space: Space, operands: Operands) -> None:
        self._state.stroke_space = space
        self._stroke_color(operands)

    def _fill_space(self, operands: Operands) -> None:
        space = space_of(operands[0], resolve1(self._resources.get("ColorSpace")))
        self._fill_in(space, initial(space))

    def _stroke_space(self, operands: Operands) -> None:
        space = space_of(operands[0], resolve1(self._resources.get("ColorSpace")))
        self._stroke_in(space, initial(space))

    # ------------------------------------------------------------ paths and images

    def _move(self, operands: Operands) -> None:
        self._path.move(operands, self._state.ctm)

    def _draw(self, operands: Operands) -> None:
        self._path.draw(operands, self._state.ctm)

    def _rectangle(self, operands: Operands) -> None:
        self._path.rectangle(operands, self._state.ctm)

    def _end_path(self, _: Operands) -> None:
        box = self._path.box() if self._clip_next else None
        if box is not None:
            shape = Shape(box, self._path.outline(), self._clip_even_odd)
            self._state.clip = narrow(self._state.clip, shape)
            self._state.ink = None
        self._clip_next = False
        self._path = Path()

    def _clip(self, _: Operands) -> None:
        self._clip_next, self._clip_even_odd = True, False

    def _clip_odd(self, _: Operands) -> None:
        self._clip_next, self._clip_even_odd = True, True

    def _stroke_path(self, operands: Operands) -> None:
        self._rule(self._path.edges())
        self._end_path(operands)

    def _rule(self, lines: list[Rect]) -> None:
        if len(self.content.rules) < MOST_RULES and not self._off:
            self.content.rules += lines

    def _fill_and_stroke(self, operands: Operands, even_odd: bool = False) -> None:
        self._rule(self._path.edges())
        self._fill_path(operands, even_odd)

    def _fill_path(self, operands: Operands, even_odd: bool = False) -> None:
        box = self._path.box()
        if box is not None:
            self._paint(Shape(box, self._path.outline(), even_odd), self._state.fill)
            width, height = box[2] - box[0], box[3] - box[1]
            self._rule(self._path.bars())
            if DOT[0] <= min(width, height) and max(width, height) <= DOT[1]:
                self.content.dots.append(Dot(box[0], box[2], (box[1] + box[3]) / 2, height))
        self._end_path(operands)

    def _fill_odd(self, operands: Operands) -> None:
        self._fill_path(operands, even_odd=True)

    def _paint(
        self,
        shape: Shape,
        color: Rgb | None,
        *,
        alpha: float = 1.0,
        image: bool = False,
        picture: Picture | None = None,
    ) -> None:
        page = (0.0, 0.0, self.content.width, self.content.height)
        clip = self._state.clip
        box = intersect(intersect(clip.box if clip else None, shape.box), page)
        self._order += 1
        if self._off or box[2] - box[0] <= THINNEST_PAINT or box[3] - box[1] <= THINNEST_PAINT:
            return
        alpha = min(alpha, self._state.alpha)
        if self._state.mask is not None:
            alpha = min(alpha, MASKED)
        within = clip.shapes if clip else ()
        paints = self.content.paints
        self._budget.room(len(paints), self._budget.limits.shapes, "drawn shapes")
        area = shape._replace(box=box)
        paints.append(Paint(self._order, area, color, alpha, image, picture, within))

    def _shade(self, _: Operands) -> None:
        self._paint(Shape((0.0, 0.0, self.content.width, self.content.height)), None)

    def _image(self, stream: PDFStream | None) -> None:
        """Paint an image; inline ones have no stream."""
        ctm = self._state.ctm
        shape = Shape(box_of(corners((0.0, 0.0, 1.0, 1.0), ctm)))
        if stream is None:
            self._paint(shape, None, image=True)
            return
        see_through = any(name in stream for name in ("SMask", "Mask", "ImageMask"))
        picture = None if see_through else Image(stream, ctm, self._resources, self._budget)
        alpha = MASKED if see_through else 1.0
        self._paint(shape, None, alpha=alpha, image=True, picture=picture)

    def _inline_image(self, _: Operands) -> None:
        self._image(None)

    def _enter(self, turned: Any, box: Any) -> None:
        """Apply a form's matrix and clip to its box."""
        if isinstance(turned, list) and len(turned) == len(IDENTITY):
            self._state.ctm = multiply(matrix([resolve1(n) for n in turned]), self._state.ctm)
        if isinstance(box, list) and len(box) == len(EMPTY):
            x0, y0, x1, y1 = (float(resolve1(n)) for n in box)
            around = box_of(corners((x0, y0, x1, y1), self._state.ctm))
            self._state.clip = narrow(self._state.clip, Shape(around))
            self._state.ink = None


def matrix(operands: Operands) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = (float(o) for o in operands[-6:])  # type: ignore[arg-type]
    return (a, b, c, d, e, f)
