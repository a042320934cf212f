"""What one document may cost: caps, and the budget that is spent while it is read.

Every file is hostile until it is read. Each cap is far above what the longest honest resume
needs; a file that passes one is refused with `limit`, one that takes too long with `timeout`.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from skillgap.errors import UnreadableError

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps of one document; those of a page say so."""

    bytes: int = 50 * MEGABYTE  # of the file: pictures make a resume large, but not this large
    pages: int = 200  # a portfolio has some dozen; more is a book
    characters: int = 2_000_000  # a thousand pages of close print
    objects: int = 200_000  # a page needs a few dozen
    stream: int = 32 * MEGABYTE  # one stream, inflated: a font of a whole script has 15
    inflated: int = 128 * MEGABYTE  # all streams, inflated
    operations: int = 1_000_000  # of a page; forms that call forms can make it billions
    words: int = 20_000  # of a page; small print has two thousand
    shapes: int = 10_000  # filled areas of a page: every word is held against every one
    depth: int = 12  # forms in forms; two or three are usual, more is a loop
    states: int = 1_000  # graphics states saved at once
    codes: int = 1 << 17  # characters that one font's tables may name
    seconds: float = 30.0  # a page takes some milliseconds


DEFAULT = Limits()


class Budget:
    """What is left to spend on one document. Every method raises UnreadableError when it is gone.

    pdfminer swallows some errors of what it calls: `settle` raises again what was raised before.
    """

    __slots__ = ("_deadline", "_inflated", "_objects", "_refusal", "characters", "limits")

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self.characters = limits.characters
        self._deadline = time.monotonic() + limits.seconds
        self._inflated = limits.inflated
        self._objects = limits.objects
        self._refusal: UnreadableError | None = None

    def check_time(self) -> None:
        """Called between operations, wherever a file decides how many there are."""
        if time.monotonic() > self._deadline:
            raise self.refuse(
                f"This PDF takes more than {self.limits.seconds:.0f} seconds to read.",
                mend="Export the resume again as a plain PDF.",
                code="timeout",
            )

    def allow(self, seconds: float) -> None:
        """Time that was spent under another limit (OCR's) does not count here."""
        self._deadline += seconds

    def spend_inflated(self, size: int) -> None:
        """A stream was inflated to `size` bytes."""
        self._inflated -= size
        if size > self.limits.stream or self._inflated < 0:
            most = self.limits.stream if size > self.limits.stream else self.limits.inflated
            raise self.refuse(f"This PDF inflates to more than {most // MEGABYTE} MB.")

    def spend_objects(self, count: int = 1) -> None:
        """Objects were parsed."""
        self._objects -= count
        if self._objects < 0:
            raise self.refuse(f"This PDF has more than {self.limits.objects:,} objects.")
        self.check_time()

    def spend_characters(self, count: int) -> None:
        """Codes of glyphs were shown."""
        self.characters -= count
        if self.characters < 0:
            raise self.refuse(
                f"This PDF has more than {self.limits.characters:,} characters: it is no resume.",
                mend="Name a file that holds one resume.",
            )

    def room(self, used: int, most: int, what: str) -> None:
        """Refuse what a page has too many of."""
        if used >= most:
            raise self.refuse(
                "A page of this PDF holds too much for a resume.",
                why=f"It has more than {most:,} {what}.",
            )

    def refuse(
        self, what: str, *, why: str = "", mend: str = "", code: str = "limit"
    ) -> UnreadableError:
        """The error for a cap that was passed, kept for `settle`."""
        mend = mend or "Export the resume again as a plain PDF, with smaller pictures."
        self._refusal = UnreadableError(what, why=why, mend=mend, code=code)
        return self._refusal

    def settle(self) -> None:
        """Raise what was refused before, if something swallowed it."""
        if self._refusal is not None:
            raise self._refusal
