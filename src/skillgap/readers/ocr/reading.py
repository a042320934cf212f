"""Pages in grey -> what OCR read on them, and how far that can be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from skillgap.errors import UnreadableError
from skillgap.models import Quality, Warning
from skillgap.readers.ocr.engine import Engine, Sheet

if TYPE_CHECKING:
    from PIL.Image import Image

# Below this, every tenth word or more is wrong.
DOUBTFUL_SURE = 85.0
# Below this, or with fewer words, no text was read but noise.
LEAST_SURE, FEWEST_WORDS = 65.0, 5


class Reading(NamedTuple):
    """Pages that OCR read."""

    sheets: tuple[Sheet, ...]

    @property
    def sure(self) -> float:
        """The mean confidence of the letters, 0 to 100."""
        words = [word for sheet in self.sheets for word in sheet.words]
        return mean([word.sure for word in words for _ in word.text] or [0.0])

    @property
    def is_text(self) -> bool:
        """Whether there was text on the pages, and not only what looks a little like letters."""
        words = sum(sheet.solid for sheet in self.sheets)
        return words >= FEWEST_WORDS and self.sure >= LEAST_SURE

    @property
    def quality(self) -> Quality:
        """How far the words can be trusted."""
        return Quality.GOOD if self.sure >= DOUBTFUL_SURE else Quality.DOUBTFUL

    def warning(self, pages: str) -> Warning:
        """What a reader of the report should know; `pages` says what was read."""
        message = f"{pages} was read by OCR, {self.sure:.0f} % sure of its letters; check the text."
        return Warning("ocr", message)


def read_sheets(pages: Iterable[Image], source: str, seconds: float) -> Reading:
    """Read pages, one at a time, all in so many seconds. Raises UnreadableError."""
    with closing(Engine(source, seconds)) as engine:
        return Reading(tuple(engine.read(page) for page in pages))


def no_text(what: str, why: str) -> UnreadableError:
    """The error for pages without any text that can be read."""
    mend = "Export the resume as a PDF with text, or scan it upright, evenly lit, at 300 dpi."
    return UnreadableError(f"{what} holds no text.", why=why, mend=mend, code="scan")
