"""The border to ZIP containers: parts by name, with limits on number, size and ratio."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from skillgap.errors import UnreadableError

# A document with a picture on each page has some hundred parts.
MAX_ENTRIES = 5_000
# Text of two million characters with its markup; a part that is larger is no text of a resume.
MAX_PART = 20_000_000
# All parts that are read together.
MAX_TOTAL = 60_000_000
# Markup packs well, at up to forty to one; a bomb at a thousand to one.
MAX_RATIO = 250
_RATIO_FROM = 1_000_000  # a short part of one repeated letter is no bomb
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1


class Archive:
    """The parts of a container. Every method raises UnreadableError only."""

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        self._read = 0
        with _border(source):
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise _limit(source, f"It has {len(entries):,} parts; the limit is {MAX_ENTRIES:,}.")
        self._entries = {entry.filename: entry for entry in entries}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def read(self, name: str) -> bytes | None:
        """The content of a part, or None if there is none of that name."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        data = read_entry(self._zip, entry, self.source, min(MAX_PART, MAX_TOTAL - self._read))
        self._read += len(data)
        return data


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str, most: int) -> bytes:
    """What an entry holds, `most` bytes at most. Raises UnreadableError."""
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableError(
            f"{source} is locked with a password.",
            why="Encrypted containers of this kind cannot be opened here.",
            mend="Save it without a password, or export it as PDF.",
            code="encrypted",
        )
    name = entry.filename
    if entry.compress_type not in _METHODS:
        raise _damaged(source, f"Part {name!r} is packed in an unusual way.")
    # The sizes in the header may lie: no more is unpacked than the limits allow.
    packed = max(1, entry.compress_size)
    allowed = min(most, max(_RATIO_FROM, MAX_RATIO * packed))
    with _border(source), archive.open(entry) as part:
        data = part.read(allowed + 1)
    if len(data) > allowed:
        raise _limit(source, f"Part {name!r} unpacks to more than {allowed / 1e6:.0f} MB.")
    return data


@contextmanager
def _border(source: str) -> Iterator[None]:
    """zipfile raises whatever a broken header leads to: BadZipFile, zlib.error, OSError, ..."""
    try:
        yield
    except UnreadableError:
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        raise _damaged(source, f"It cannot be unpacked (the parser says: {said}).") from error


def _damaged(source: str, why: str) -> UnreadableError:
    return UnreadableError(
        f"{source} is damaged.",
        why=why,
        mend="Open it in an office program and save it again, or export it as PDF.",
        code="damaged",
    )


def _limit(source: str, why: str) -> UnreadableError:
    return UnreadableError(
        f"{source} unpacks to too much.",
        why=why,
        mend="Export the resume again, for example as PDF.",
        code="limit",
    )
