"""One show operator -> pieces of text: where each glyph comes to stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2, degrees, hypot

from skillgap.readers.page import Ink, Matrix, Piece, multiply
from skillgap.readers.pdf.lexer import Operand
from skillgap.readers.pdf.state import State

# A gap that ends a piece, in sizes of the font. Kerning stays below, a thin space above.
PIECE_GAP = 0.1
# Pieces closer than this, in sizes of the font, are one, if they were shown one after the other.
TOUCHING = 0.03
# Word spacing goes to this code of a font with one byte for a code (ISO 32000, 9.3.3).
SPACE_CODE = 32
# Rounding in points, and in the slope of a line.
SAME_LINE, LEVEL = 0.01, 1e-6


class TextRun:
    """The glyphs of one show operator; `x` is how far they reach, in text space."""

    def __init__(
        self, state: State, matrix: Matrix, ink: Ink, pieces: list[Piece], order: int, painted: int
    ) -> None:
        a, b, c, d, e, f = multiply(matrix, state.ctm)
        assert state.font is not None
        self._font = state.font
        self._stretch = hypot(a, b) or 1e-9
        ux, uy = a / self._stretch, b / self._stretch
        e, f = e + c * state.rise, f + d * state.rise
        self._start, self._base = e * ux + f * uy, f * ux - e * uy
        height = abs(a * d - b * c) / self._stretch
        self._size = height * abs(state.size) * self._font.height
        self._angle = 0 if abs(b) < LEVEL < a else round(degrees(atan2(b, a)))
        self._unit = state.size * state.scale
        self._spacing = state.char_space * state.scale
        self._word_spacing = 0.0 if self._font.multibyte else state.word_space * state.scale
        self._ink = ink
        self._pieces, self._order, self._painted = pieces, order, painted
        self.x = 0.0
        self.codes = 0  # bytes of codes that were shown

    def show(self, items: Sequence[Operand]) -> None:
        """Add a piece for each stretch of glyphs without a gap: the reader's inner loop."""
        font, unit, spacing = self._font, self._unit, self._spacing
        glyph, limit = font.glyph, PIECE_GAP * abs(unit)
        loose = abs(spacing) > limit
        letters: list[str] = []
        x = begin = end = 0.0
        for item in items:
            if isinstance(item, float):
                gap = -0.001 * item * unit
                x += gap
                if letters and abs(gap) > limit:
                    self._add(letters, begin, end, False)
                continue
            if not isinstance(item, bytes):
                continue
            self.codes += len(item)
            for code in font.codes(item):
                text, width = glyph(code)
                if text == " ":
                    self._end_word(letters, begin, end)
                    x += width * unit + spacing
                else:
                    if not letters:
                        begin = x
                    letters.append(text)
                    end = x + width * unit
                    x = end + spacing
                if code == SPACE_CODE:
                    x += self._word_spacing
                if loose and letters:
                    self._add(letters, begin, end, False)
        if letters:
            self._add(letters, begin, end, False)
        self.x = x

    def show_in_steps(self, steps: Iterable[tuple[float, bytes]]) -> None:
        """Add glyphs that are shown one by one, each with how far it stands behind the beginning of
        the last one. The pieces are those that a run for each would have made."""
        font, unit = self._font, self._unit
        near = TOUCHING * self._size / self._stretch
        letters: list[str] = []
        x = at = begin = end = 0.0
        for step, codes in steps:
            at = x = x + step
            self.codes += len(codes)
            for code in font.codes(codes):
                text, width = font.glyph(code)
                if text == " ":
                    self._end_word(letters, begin, end)
                elif text:
                    if letters and not -near < at - end < near:
                        self._add(letters, begin, end, False)
                    if not letters:
                        begin = at
                    letters.append(text)
                    end = at + width * unit
                at += width * unit + self._spacing + self._word_spacing * (code == SPACE_CODE)
        if letters:
            self._add(letters, begin, end, False)
        self.x = at

    def show_as(self, items: Sequence[Operand], replacement: list[str]) -> None:
        """Add the text that marked content puts in the place of these glyphs."""
        for item in items:
            if isinstance(item, float):
                self.x -= 0.001 * item * self._unit
            elif isinstance(item, bytes):
                self.codes += len(item)
                for code in self._font.codes(item):
                    self.x += self._font.glyph(code)[1] * self._unit + self._spacing
        text = replacement.pop() if replacement else ""
        if text.strip():
            self._add([text.strip()], 0.0, self.x, text.endswith(" "))

    def _end_word(self, letters: list[str], begin: float, end: float) -> None:
        if letters:
            self._add(letters, begin, end, True)
        elif self._pieces and not self._pieces[-1].space:
            self._pieces[-1].space = True

    def _add(self, letters: list[str], begin: float, end: float, space: bool) -> None:
        x0, x1 = self._start + begin * self._stretch, self._start + end * self._stretch
        text = "".join(letters)
        letters.clear()
        if not text:
            return
        last = self._pieces[-1] if self._pieces else None
        if last is not None and self._continues(last, x0):
            # Many makers show each letter by itself, on a baseline that may rise a little.
            last.text, last.x1, last.space = last.text + text, x1, space
            return
        self._pieces.append(
            Piece(
                text, x0, x1, self._base, self._size, self._angle, space,
                self._font.style, self._ink, self._order,
            )
        )  # fmt: skip

    def _continues(self, last: Piece, x: float) -> bool:
        """Whether a piece that starts at `x` goes on where the last one ended, painted alike."""
        return (
            -TOUCHING * self._size < x - last.x1 < TOUCHING * self._size
            and not last.space
            and last.order > self._painted
            and abs(last.y - self._base) < SAME_LINE
            and last.size == self._size
            and last.angle == self._angle
            and last.style is self._font.style
            and last.ink == self._ink
        )
