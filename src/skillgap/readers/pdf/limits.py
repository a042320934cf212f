"""The budget that is spent while a PDF is read: what its limits leave."""

from __future__ import annotations

import time

from skillgap.errors import UnreadableError
from skillgap.models.limits import DEFAULT_LIMITS, MEGABYTE, Limits


class Budget:
    """What is left to spend on one document. Every method raises UnreadableError when it is gone.

    pdfminer swallows some errors of what it calls: `settle` raises again what was raised before.
    """

    __slots__ = ("_deadline", "_inflated", "_objects", "_refusal", "characters", "limits")

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
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
