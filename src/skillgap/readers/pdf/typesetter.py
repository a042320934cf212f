"""Text operators: fonts, the text state, and where the next glyph stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pdfminer.psparser import LIT

from skillgap.readers.page import (
    IDENTITY,
    Rect,
    Shape,
    box_of,
    box_of_piece,
    corners,
    narrow,
)
from skillgap.readers.pdf.fonts import Fonts
from skillgap.readers.pdf.graphics import Graphics, Operands, matrix
from skillgap.readers.pdf.lexer import Operand
from skillgap.readers.pdf.limits import Budget
from skillgap.readers.pdf.text import TextRun

# Text rendering modes from here on add the text to the clipping path.
CLIPPING_MODES = 4

# What viewers take where a page names a font that it does not have.
_FALLBACK = {"Type": LIT("Font"), "Subtype": LIT("Type1"), "BaseFont": LIT("Helvetica")}


class Typesetter(Graphics):
    """The text half of a content stream's interpreter."""

    def __init__(self, crop: Rect, rotate: int, fonts: Fonts, budget: Budget) -> None:
        super().__init__(crop, rotate, fonts, budget)
        self._text = self._line = IDENTITY
        self._begun = 0  # pieces when the text object began

    def _save(self, operands: Operands) -> None:
        """Viewers keep the place in the text, too, where a file saves amid it."""
        super()._save(operands)
        if self._stack:
            self._stack[-1].lines = (self._text, self._line)

    def _restore(self, operands: Operands) -> None:
        if self._stack:
            self._text, self._line = self._stack[-1].lines
        super()._restore(operands)

    def _begin_text(self, _: Operands) -> None:
        self._text = self._line = IDENTITY
        self._begun = len(self.content.pieces)

    def _end_text(self, _: Operands) -> None:
        """Text that was added to the clipping path (modes 4 to 7) clips from here on."""
        pieces = self.content.pieces[self._begun :]
        if self._state.mode >= CLIPPING_MODES and pieces:
            points = [p for piece in pieces for p in corners(box_of_piece(piece), IDENTITY)]
            self._state.clip = narrow(self._state.clip, Shape(box_of(points)))
            self._state.ink = None

    def _set_font(self, operands: Operands) -> None:
        self._state.size = float(operands[1])  # type: ignore[arg-type]
        spec = self._resource("Font", operands[0])
        self._state.font = self._fonts.get(spec if spec is not None else _FALLBACK)

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

    def _replacement(self) -> list[str] | None:
        """Text that stands for the glyphs shown next, where the file says so."""
        return None

    def _show_in_steps(self, operands: Operands) -> None:
        """Glyphs that are shown one by one, each behind a step to the right."""
        steps = [step for step in operands if isinstance(step, tuple)]
        if self._replacement() is not None:
            for step, codes in steps:
                self._next_line([step, 0.0])
                self._show([codes])
            return
        begin = self._line
        self._next_line([sum(step for step, _ in steps), 0.0])
        if self._state.font is not None:
            self._text = begin
            self._place(lambda run: run.show_in_steps(steps))

    def _show_items(self, items: Sequence[Operand]) -> None:
        """Place the glyphs of one show operator."""
        replacement = self._replacement()
        if replacement is None:
            self._place(lambda run: run.show(items))
        else:
            self._place(lambda run: run.show_as(items, replacement))

    def _place(self, show: Callable[[TextRun], None]) -> None:
        """Let a run place glyphs from here on, and go to its end."""
        state = self._state
        if state.font is None:
            return
        self._order += 1
        content = self.content
        painted = content.paints[-1].order if content.paints else 0
        ink, off = state.ink, self._off > 0
        if ink is None or ink.off is not off:
            ink = state.make_ink(off)
        run = TextRun(state, self._text, ink, content.pieces, self._order, painted)
        show(run)
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + run.x * a, f + run.x * b)
        budget = self._budget
        budget.characters -= run.codes
        if budget.characters < 0 or len(content.pieces) >= budget.limits.words:
            budget.room(len(content.pieces), budget.limits.words, "words")
            budget.spend_characters(0)
