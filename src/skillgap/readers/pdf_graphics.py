"""Graphics operators: the state that `q` saves, colours, clipping, and painted areas."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any

from pdfminer.pdftypes import resolve1

from skillgap.errors import UnreadableError
from skillgap.readers.pdf_colors import Space, rgb, space_of
from skillgap.readers.pdf_fonts import Fonts
from skillgap.readers.pdf_lexer import Operand
from skillgap.readers.pdf_page import (
    IDENTITY,
    Dot,
    Matrix,
    Outline,
    PageContent,
    Paint,
    Rect,
    Rgb,
    box_of,
    corners,
    intersect,
    multiply,
)
from skillgap.readers.pdf_paths import Path
from skillgap.readers.pdf_text import State

# A page of small print has two thousand words. Every word is held against every painted area.
MAX_PIECES, MAX_PAINTS = 20_000, 10_000
# Saved states nest a few dozen deep at most.
MAX_SAVED = 1_000
# Thinner than any letter: rules and underlines hide nothing and are no background.
THINNEST_PAINT = 1.0
# Width and height of a drawn list mark.
DOT = (1.2, 7.0)
# A masked image shows what lies under it in places.
MASKED = 0.5

EMPTY: Rect = (0.0, 0.0, 0.0, 0.0)
Operands = list[Operand]


class Graphics:
    """The graphics half of a content stream's interpreter; `content` fills up."""

    def __init__(self, crop: Rect, rotate: int, fonts: Fonts) -> None:
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
        self._fonts = fonts
        self._resources: dict[Any, Any] = {}
        self._path = Path()
        self._clip_next = False
        self._order = 0

    def _resource(self, kind: str, name: Any) -> Any:
        entries = resolve1(self._resources.get(kind))
        return entries.get(name) if isinstance(entries, dict) else None

    # ------------------------------------------------------------ graphics state

    def _save(self, _: Operands) -> None:
        if len(self._stack) < MAX_SAVED:
            self._stack.append(copy(self._state))

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
        font = resolve1(entries.get("Font"))
        if isinstance(font, list) and len(font) > 1:
            self._state.font = self._fonts.get(font[0])
            self._state.size = float(resolve1(font[1]))

    def _fill_color(self, operands: Operands) -> None:
        self._state.fill = rgb(self._state.fill_space, operands)
        self._state.ink = None

    def _stroke_color(self, operands: Operands) -> None:
        self._state.stroke = rgb(self._state.stroke_space, operands)
        self._state.ink = None

    def _fill_in(self, space: Space | None, operands: Operands) -> None:
        if space is None:
            space = space_of(operands[0], resolve1(self._resources.get("ColorSpace")))
            operands = [0.0] * space.components if space.name != "cmyk" else [0.0, 0.0, 0.0, 1.0]
            if space.name == "tint":
                operands = [1.0] * space.components
        self._state.fill_space = space
        self._fill_color(operands)

    def _stroke_in(self, space: Space | None, operands: Operands) -> None:
        if space is None:
            space = space_of(operands[0], resolve1(self._resources.get("ColorSpace")))
            operands = [0.0] * space.components
        self._state.stroke_space = space
        self._stroke_color(operands)

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
            self._state.clip = intersect(self._state.clip, box)
            self._state.ink = None
        self._clip_next = False
        self._path = Path()

    def _clip(self, _: Operands) -> None:
        self._clip_next = True

    def _fill_path(self, operands: Operands, even_odd: bool = False) -> None:
        box = self._path.box()
        if box is not None:
            self._paint(box, self._state.fill, outline=self._path.outline(), even_odd=even_odd)
            width, height = box[2] - box[0], box[3] - box[1]
            if DOT[0] <= min(width, height) and max(width, height) <= DOT[1]:
                self.content.dots.append(Dot(box[0], box[2], (box[1] + box[3]) / 2, height))
        self._end_path(operands)

    def _paint(
        self,
        box: Rect,
        color: Rgb | None,
        *,
        image: bool = False,
        outline: Outline | None = None,
        even_odd: bool = False,
    ) -> None:
        page = (0.0, 0.0, self.content.width, self.content.height)
        box = intersect(intersect(self._state.clip, box), page)
        self._order += 1
        if box[2] - box[0] > THINNEST_PAINT and box[3] - box[1] > THINNEST_PAINT:
            alpha = self._state.alpha
            self._check(self.content.paints, MAX_PAINTS)
            self.content.paints.append(
                Paint(self._order, box, color, alpha, image, outline, even_odd)
            )

    def _check(self, things: Sequence[object], limit: int) -> None:
        if len(things) >= limit:
            raise UnreadableError(
                "A page of this PDF holds too much for a resume.",
                why=f"It has more than {limit:,} words or drawn shapes.",
                mend="Export the resume again without its drawings.",
                code="limit",
            )

    def _shade(self, _: Operands) -> None:
        everything = (0.0, 0.0, self.content.width, self.content.height)
        self._paint(everything, None)

    def _image(self, opaque: bool) -> None:
        box = box_of(corners((0.0, 0.0, 1.0, 1.0), self._state.ctm))
        alpha = self._state.alpha
        if not opaque:
            self._state.alpha = min(alpha, MASKED)
        self._paint(box, None, image=True)
        self._state.alpha = alpha

    def _inline_image(self, _: Operands) -> None:
        self._image(opaque=True)

    def _enter(self, turned: Any, box: Any) -> None:
        """Apply a form's matrix and clip to its box."""
        if isinstance(turned, list) and len(turned) == len(IDENTITY):
            self._state.ctm = multiply(matrix([resolve1(n) for n in turned]), self._state.ctm)
        if isinstance(box, list) and len(box) == len(EMPTY):
            x0, y0, x1, y1 = (float(resolve1(n)) for n in box)
            around = box_of(corners((x0, y0, x1, y1), self._state.ctm))
            self._state.clip = intersect(self._state.clip, around)
            self._state.ink = None


def matrix(operands: Operands) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = (float(o) for o in operands[-6:])  # type: ignore[arg-type]
    return (a, b, c, d, e, f)
