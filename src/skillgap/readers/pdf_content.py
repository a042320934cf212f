"""Content streams of a page -> pieces of text and painted areas.

An interpreter of our own for what a reader needs: text state, colour, opacity, clipping, fills,
images and forms. Everything else in a content stream is passed over.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, resolve1

from skillgap.errors import UnreadableError
from skillgap.readers.pdf_colors import Space
from skillgap.readers.pdf_fonts import Fonts
from skillgap.readers.pdf_graphics import MAX_PIECES, Graphics, Operands, matrix
from skillgap.readers.pdf_lexer import INLINE_IMAGE, Operand, operations
from skillgap.readers.pdf_page import (
    IDENTITY,
    PageContent,
    Rect,
    box_of,
    box_of_piece,
    corners,
    intersect,
)
from skillgap.readers.pdf_text import TextRun

# A resume's page has some thousand operations; forms that call forms can make it billions.
MAX_OPERATIONS = 1_000_000
# Forms nest two or three deep; deeper is a loop or an attack.
MAX_DEPTH = 12
# Two million characters are a thousand pages of close print.
MAX_CHARACTERS = 2_000_000
# The content of a full page has 100 KB; a small file can inflate to gigabytes.
MAX_INFLATED = 20 * 1024 * 1024
# Text rendering modes from here on add the text to the clipping path.
CLIPPING_MODES = 4


class ContentReader(Graphics):
    """Reads one page; `content` fills up as its streams run."""

    def __init__(self, page: PDFPage, fonts: Fonts, characters: int = MAX_CHARACTERS) -> None:
        super().__init__(_crop(page), page.rotate, fonts)
        self._page = page
        self._text = self._line = IDENTITY
        self._begun = 0  # pieces when the text object began
        self._steps = self._depth = 0
        self._left = characters
        self._active: set[int] = set()
        self._actual: list[list[str] | None] = []  # marked content: text that replaces glyphs

    def read(self) -> PageContent:
        """Run the page's content streams."""
        streams = [resolve1(stream) for stream in self._page.contents]
        data = b"\n".join(inflated(s) for s in streams if isinstance(s, PDFStream))
        self._run(data, self._page.resources)
        return self.content

    def _run(self, data: bytes, resources: Any) -> None:
        outer = self._resources
        self._resources = resources if isinstance(resources, dict) else {}
        for operator, operands in operations(data):
            action = _OPERATORS.get(operator)
            if action is None:
                continue
            self._steps += 1
            try:
                action(self, operands)
            except (TypeError, ValueError, IndexError, OverflowError):
                continue  # operands of the wrong kind or number: viewers skip the operation, too
            if self._steps > MAX_OPERATIONS:
                raise UnreadableError(
                    "A page of this PDF has too many drawing operations.",
                    mend="Export the resume again as a plain PDF.",
                    code="limit",
                )
        self._resources = outer

    def _object(self, operands: Operands) -> None:
        stream = resolve1(self._resource("XObject", operands[0]))
        if not isinstance(stream, PDFStream):
            return
        kind = getattr(resolve1(stream.get("Subtype")), "name", "")
        if kind == "Image":
            see_through = any(name in stream for name in ("SMask", "Mask", "ImageMask"))
            self._image(opaque=not see_through)
        elif kind == "Form" and self._depth < MAX_DEPTH and id(stream) not in self._active:
            self._form(stream)

    def _form(self, stream: PDFStream) -> None:
        try:
            data = inflated(stream)
        except UnreadableError:
            raise
        except Exception:  # pdfminer's border: viewers pass over a broken form, too
            return
        outer, stack, lines = copy(self._state), self._stack, (self._text, self._line)
        self._stack = []
        self._depth += 1
        self._active.add(id(stream))
        self._enter(resolve1(stream.get("Matrix")), resolve1(stream.get("BBox")))
        self._run(data, resolve1(stream.get("Resources")) or self._resources)
        self._active.discard(id(stream))
        self._depth -= 1
        self._state, self._stack = outer, stack
        self._text, self._line = lines

    # ------------------------------------------------------------ text

    def _begin_text(self, _: Operands) -> None:
        self._text = self._line = IDENTITY
        self._begun = len(self.content.pieces)

    def _end_text(self, _: Operands) -> None:
        """Text that was added to the clipping path (modes 4 to 7) clips from here on."""
        pieces = self.content.pieces[self._begun :]
        if self._state.mode >= CLIPPING_MODES and pieces:
            points = [p for piece in pieces for p in corners(box_of_piece(piece), IDENTITY)]
            self._state.clip = intersect(self._state.clip, box_of(points))
            self._state.ink = None

    def _set_font(self, operands: Operands) -> None:
        self._state.size = float(operands[1])  # type: ignore[arg-type]
        spec = self._resource("Font", operands[0])
        self._state.font = self._fonts.get(spec) if spec is not None else None

    def _set(self, name: str, operands: Operands, factor: float = 1.0) -> None:
        setattr(self._state, name, float(operands[-1]) * factor)  # type: ignore[arg-type]

    def _set_mode(self, operands: Operands) -> None:
        self._state.mode = int(operands[-1])  # type: ignore[arg-type]
        self._state.ink = None

    def _text_matrix(self, operands: Operands) -> None:
        self._text = self._line = matrix(operands)

    def _next_line(self, operands: Operands) -> None:
        x, y = float(operands[-2]), float(operands[-1])  # type: ignore[arg-type]
        a, b, c, d, e, f = self._line
        self._text = self._line = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)

    def _next_line_leading(self, operands: Operands) -> None:
        self._state.leading = -float(operands[-1])  # type: ignore[arg-type]
        self._next_line(operands)

    def _new_line(self, _: Operands) -> None:
        self._next_line([0.0, -self._state.leading])

    def _show(self, operands: Operands) -> None:
        self._show_items([operands[-1]])

    def _show_array(self, operands: Operands) -> None:
        items = operands[-1]
        if isinstance(items, list):
            self._show_items(items)

    def _quote(self, operands: Operands) -> None:
        self._new_line(operands)
        self._show(operands)

    def _double_quote(self, operands: Operands) -> None:
        self._set("word_space", operands[:1])
        self._set("char_space", operands[1:2])
        self._quote(operands[2:])

    def _begin_marked(self, operands: Operands) -> None:
        properties = operands[-1] if operands else None
        if isinstance(properties, str) and len(operands) > 1:
            properties = resolve1(self._resource("Properties", properties))
        actual = properties.get("ActualText") if isinstance(properties, dict) else None
        actual = resolve1(actual)
        self._actual.append([_text_string(actual)] if isinstance(actual, bytes) else None)

    def _end_marked(self, _: Operands) -> None:
        if self._actual:
            self._actual.pop()

    def _show_items(self, items: Sequence[Operand]) -> None:
        """Place the glyphs of one show operator."""
        state = self._state
        if state.font is None:
            return
        self._order += 1
        painted = self.content.paints[-1].order if self.content.paints else 0
        run = TextRun(state, self._text, self.content.pieces, self._order, painted)
        replacement = next((text for text in reversed(self._actual) if text is not None), None)
        if replacement is None:
            run.show(items)
        else:
            run.show_as(items, replacement)
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + run.x * a, f + run.x * b)
        self._check(self.content.pieces, MAX_PIECES)
        self._left -= sum(len(item) for item in items if isinstance(item, bytes))
        if self._left < 0:
            raise UnreadableError(
                f"This PDF has more than {MAX_CHARACTERS:,} characters: it is no resume.",
                code="limit",
            )


def inflated(stream: PDFStream) -> bytes:
    """The decoded bytes of a stream, unless they are too many."""
    if _inflated_size(stream) > MAX_INFLATED:
        raise UnreadableError(
            f"A page of this PDF inflates to more than {MAX_INFLATED // 2**20} MB.",
            mend="Export the resume again.",
            code="limit",
        )
    return stream.get_data()


def _inflated_size(stream: PDFStream) -> int:
    """How long a stream grows, looked at no further than the limit; 0 where that is not known."""
    filters = stream.get_filters()
    if stream.data is not None or stream.decipher or not stream.rawdata or not filters:
        return 0
    if filters[0][0] not in LITERALS_FLATE_DECODE:
        return 0
    try:
        return len(zlib.decompressobj().decompress(stream.rawdata, MAX_INFLATED + 1))
    except zlib.error:
        return 0  # damaged: pdfminer saves what it can


def _crop(page: PDFPage) -> Rect:
    """The part of the page that is shown: the crop box inside the media box."""
    x0, y0, x1, y1 = intersect(_ordered(page.mediabox), _ordered(page.cropbox))
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else _ordered(page.mediabox)


def _ordered(box: Any) -> Rect:
    x0, y0, x1, y1 = (float(n) for n in box)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _text_string(data: bytes) -> str:
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "ignore")
    return data.decode("latin-1")


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
    b"cs": lambda r, o: r._fill_in(None, o),
    b"CS": lambda r, o: r._stroke_in(None, o),
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
    b"S": _C._end_path,
    b"s": _C._end_path,
    b"W": _C._clip,
    b"W*": _C._clip,
    b"f": _C._fill_path,
    b"F": _C._fill_path,
    b"B": _C._fill_path,
    b"b": _C._fill_path,
    b"f*": lambda r, o: r._fill_path(o, even_odd=True),
    b"B*": lambda r, o: r._fill_path(o, even_odd=True),
    b"b*": lambda r, o: r._fill_path(o, even_odd=True),
    b"sh": _C._shade,
    INLINE_IMAGE: _C._inline_image,
    b"Do": _C._object,
    b"BT": _C._begin_text,
    b"ET": _C._end_text,
    b"Tf": _C._set_font,
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
