"""The graphics state of a content stream, text state included."""

from __future__ import annotations

from skillgap.readers.page import IDENTITY, Clip, Ink, Mask, Matrix, Rgb
from skillgap.readers.pdf.colors import BLACK, Space
from skillgap.readers.pdf.fonts import Font


class State:
    """The graphics state, text state included; `q` copies it."""

    __slots__ = (
        "alpha", "char_space", "clip", "ctm", "fill", "fill_space", "font", "ink", "leading",
        "lines", "mask", "mode", "rise", "scale", "size", "stroke", "stroke_space", "word_space",
    )  # fmt: skip

    def __init__(self, ctm: Matrix) -> None:
        self.ctm = ctm
        self.clip: Clip | None = None
        self.fill: Rgb | None = BLACK
        self.stroke: Rgb | None = BLACK
        self.fill_space = self.stroke_space = Space("gray", 1)
        self.alpha = 1.0
        self.mask: Mask | None = None
        self.font: Font | None = None
        self.size = self.char_space = self.word_space = self.leading = self.rise = 0.0
        self.scale = 1.0
        self.mode = 0
        self.lines = (IDENTITY, IDENTITY)  # the text matrices, while this state is saved
        self.ink: Ink | None = None  # made when text is shown, dropped when the state changes

    def copy(self) -> State:
        """The same state, to come back to."""
        other = State(self.ctm)
        other.clip, other.mask, other.alpha = self.clip, self.mask, self.alpha
        other.fill, other.fill_space = self.fill, self.fill_space
        other.stroke, other.stroke_space = self.stroke, self.stroke_space
        other.font, other.size, other.scale = self.font, self.size, self.scale
        other.char_space, other.word_space = self.char_space, self.word_space
        other.leading, other.rise, other.mode = self.leading, self.rise, self.mode
        other.lines, other.ink = self.lines, self.ink
        return other

    def make_ink(self, off: bool) -> Ink:
        """How text is painted from here on; `off` in a layer that is switched off."""
        self.ink = Ink(self.fill, self.stroke, self.mode, self.alpha, self.clip, self.mask, off)
        return self.ink
