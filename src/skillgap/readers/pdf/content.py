"""Content streams of a page -> pieces of text and painted areas.

An interpreter of our own for what a reader needs: text state, colour, opacity, clipping, fills,
images, forms and layers. Everything else in a content stream is passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

from skillgap.errors import UnreadableError
from skillgap.readers.page import Mask, PageContent, Rect, intersect, multiply
from skillgap.readers.pdf.annotations import FIELD_FONT, appearances
from skillgap.readers.pdf.colors import BLACK, Space, rgb, space_of
from skillgap.readers.pdf.fonts import Fonts
from skillgap.readers.pdf.graphics import Operands
from skillgap.readers.pdf.layers import Layers
from skillgap.readers.pdf.lexer import IN_STEPS, INLINE_IMAGE, operations
from skillgap.readers.pdf.limits import Budget
from skillgap.readers.pdf.objects import text_string
from skillgap.readers.pdf.typesetter import Typesetter

# The clock is looked at after so many operations.
_TICK = 512


class _Mark:
    """Marked content that is open: text that replaces its glyphs, and whether it is off."""

    __slots__ = ("off", "text")

    def __init__(self, text: list[str] | None, off: bool) -> None:
        self.text, self.off = text, off


class ContentReader(Typesetter):
    """Reads one page; `content` fills up as its streams run."""

    def __init__(self, page: PDFPage, fonts: Fonts, layers: Layers, budget: Budget) -> None:
        super().__init__(_crop(page), page.rotate, fonts, budget)
        self._page, self._layers = page, layers
        self._steps = self._depth = 0
        self._active: set[int] = set()
        self._marks: list[_Mark] = []

    def read(self) -> PageContent:
        """Run the page's content streams, and those of what was filled in."""
        streams = [resolve1(stream) for stream in self._page.contents]
        data = b"\n".join(s.get_data() for s in streams if isinstance(s, PDFStream))
        blank = self._state.copy()
        self._run(data, self._page.resources)
        for shown in appearances(self._page.annots):
            self._state, self._stack, self._marks = blank.copy(), [], []
            self._state.ctm = multiply(shown.place, blank.ctm)
            if shown.form is None:
                self._run(shown.text, FIELD_FONT)
            else:
                self._form(shown.form)
        return self.content

    def _run(self, data: bytes, resources: Any) -> None:
        outer = self._resources
        self._resources = resources if isinstance(resources, dict) else {}
        for operator, operands in operations(data):
            action = _OPERATORS.get(operator)
            self._steps += 1
            if not self._steps % _TICK or not operator:
                self._check_steps()
            if action is None:
                continue
            try:
                action(self, operands)
            except (TypeError, ValueError, IndexError, OverflowError):
                continue  # operands of the wrong kind or number: viewers skip the operation, too
        self._resources = outer

    def _check_steps(self) -> None:
        self._budget.check_time()
        if self._steps > self._budget.limits.operations:
            raise self._budget.refuse("A page of this PDF has too many drawing operations.")

    # ------------------------------------------------------------ forms

    def _object(self, operands: Operands) -> None:
        stream = resolve1(self._resource("XObject", operands[0]))
        if not isinstance(stream, PDFStream):
            return
        off = self._layers.is_off(stream.get("OC"))
        self._off += off
        kind = getattr(resolve1(stream.get("Subtype")), "name", "")
        if kind == "Image":
            self._image(stream)
        elif kind == "Form":
            self._form(stream)
        self._off -= off

    def _form(self, stream: PDFStream) -> None:
        if self._depth >= self._budget.limits.depth or id(stream) in self._active:
            return
        try:
            data = stream.get_data()
        except UnreadableError:
            raise
        except Exception:  # pdfminer's border: viewers pass over a broken form, too
            self._budget.settle()
            return
        outer, stack, lines = self._state.copy(), self._stack, (self._text, self._line)
        try:
            self._enter(resolve1(stream.get("Matrix")), resolve1(stream.get("BBox")))
        except (TypeError, ValueError, OverflowError):
            self._state = outer  # a place that is no numbers: viewers pass over that form, too
            return
        marks, self._marks, off = self._marks, self._marks[:], self._off
        self._stack = []
        self._depth += 1
        self._active.add(id(stream))
        self._run(data, resolve1(stream.get("Resources")) or self._resources)
        self._active.discard(id(stream))
        self._depth -= 1
        self._state, self._stack = outer, stack
        self._text, self._line = lines
        self._marks, self._off = marks, off

    def _soft_mask(self, mask: dict[str, Any]) -> Mask | None:
        """What a mask lets through; None for one that cannot be told, which counts as open."""
        group = resolve1(mask.get("G"))
        transfer = getattr(resolve1(mask.get("TR")), "name", "Identity")
        if not isinstance(group, PDFStream) or transfer != "Identity":
            return None
        outer, content = self._state.copy(), self.content
        state = self._state
        state.alpha, state.mask, state.clip, state.ink = 1.0, None, None, None
        state.fill = state.stroke = BLACK
        state.fill_space = state.stroke_space = Space("gray", 1)
        self.content = PageContent(content.width, content.height)
        self._form(group)
        painted, self.content, self._state = self.content, content, outer
        if painted.pieces:
            return None
        luminous = getattr(resolve1(mask.get("S")), "name", "") == "Luminosity"
        return Mask(tuple(painted.paints), luminous, _backdrop(mask, group))

    # ------------------------------------------------------------ marked content

    def _begin_marked(self, operands: Operands) -> None:
        properties: Any = operands[-1] if len(operands) > 1 else None
        off = False
        if isinstance(properties, str):
            entry = self._resource("Properties", properties)
            off = operands[0] == "OC" and self._layers.is_off(entry)
            properties = resolve1(entry)
        actual = properties.get("ActualText") if isinstance(properties, dict) else None
        actual = resolve1(actual)
        text = [text_string(actual)] if isinstance(actual, bytes) else None
        self._marks.append(_Mark(text, off))
        self._off += off

    def _end_marked(self, _: Operands) -> None:
        if self._marks:
            self._off -= self._marks.pop().off

    def _replacement(self) -> list[str] | None:
        if not self._marks:
            return None
        return next((mark.text for mark in reversed(self._marks) if mark.text is not None), None)


def _backdrop(mask: dict[str, Any], group: PDFStream) -> Any:
    """The colour behind a mask's group: black, if the mask does not say."""
    color, form = resolve1(mask.get("BC")), resolve1(group.get("Group"))
    if not isinstance(color, list) or not isinstance(form, dict):
        return BLACK
    name = resolve1(form.get("CS"))
    space = space_of(getattr(name, "name", ""), {"": name})
    return rgb(space, [resolve1(value) for value in color]) or BLACK


def _crop(page: PDFPage) -> Rect:
    """The part of the page that is shown: the crop box inside the media box."""
    x0, y0, x1, y1 = intersect(_ordered(page.mediabox), _ordered(page.cropbox))
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else _ordered(page.mediabox)


def _ordered(box: Any) -> Rect:
    x0, y0, x1, y1 = (float(n) for n in box)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


Action = Callable[[ContentReader, Operands], None]
_C = ContentReader
_GRAY, _RGB, _CMYK = Space("gray", 1), Space("rgb", 3), Space("cmyk", 4)
_OPERATORS: dict[bytes, Action] = {
    b"q": _C._save,
    b"Q": _C._restore,
    b"cm": _C._concat,
    b"gs": _C._graphics,
    b"g": lambda r, o: r._fill_in(_GRAY, o),
    b"rg": lambda r, o: r._fill_in(_RGB, o),
    b"k": lambda r, o: r._fill_in(_CMYK, o),
    b"G": lambda r, o: r._stroke_in(_GRAY, o),
    b"RG": lambda r, o: r._stroke_in(_RGB, o),
    b"K": lambda r, o: r._stroke_in(_CMYK, o),
    b"cs": _C._fill_space,
    b"CS": _C._stroke_space,
    b"sc": _C._fill_color,
    b"scn": _C._fill_color,
    b"SC": _C._stroke_color,
    b"SCN": _C._stroke_color,
    b"m": _C._move,
    b"l": _C._draw,
    b"c": _C._draw,
    b"v": _C._draw,
    b"y": _C._draw,
    b"re": _C._rectangle,
    b"n": _C._end_path,
    b"S": _C._stroke_path,
    b"s": _C._stroke_path,
    b"W": _C._clip,
    b"W*": _C._clip_odd,
    b"f": _C._fill_path,
    b"F": _C._fill_path,
    b"B": _C._fill_and_stroke,
    b"b": _C._fill_and_stroke,
    b"f*": _C._fill_odd,
    b"B*": _C._fill_odd,
    b"b*": _C._fill_odd,
    b"sh": _C._shade,
    INLINE_IMAGE: _C._inline_image,
    b"Do": _C._object,
    b"BT": _C._begin_text,
    b"ET": _C._end_text,
    b"Tf": _C._set_font,
    IN_STEPS: _C._show_in_steps,
    b"Tc": lambda r, o: r._set("char_space", o),
    b"Tw": lambda r, o: r._set("word_space", o),
    b"Tz": lambda r, o: r._set("scale", o, 0.01),
    b"TL": lambda r, o: r._set("leading", o),
    b"Ts": lambda r, o: r._set("rise", o),
    b"Tr": _C._set_mode,
    b"Tm": _C._text_matrix,
    b"Td": _C._next_line,
    b"TD": _C._next_line_leading,
    b"T*": _C._new_line,
    b"Tj": _C._show,
    b"TJ": _C._show_array,
    b"'": _C._quote,
    b'"': _C._double_quote,
    b"BDC": _C._begin_marked,
    b"BMC": _C._begin_marked,
    b"EMC": _C._end_marked,
}
