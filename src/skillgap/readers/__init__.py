"""STEP 1: a file becomes a `Document`. The content decides about the format, not the name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from skillgap.errors import UnreadableError
from skillgap.models import Document

# 50 MB: the longest honest resume with photographs is a tenth of it.
MAX_BYTES = 50_000_000


def _read_pdf(data: bytes, source: str, password: str) -> Document:
    from skillgap.readers.pdf import read_pdf

    return read_pdf(data, source, password=password)


# What the first bytes say -> the format's name and its reader.
READERS: dict[bytes, tuple[str, Callable[[bytes, str, str], Document]]] = {
    b"%PDF-": ("PDF", _read_pdf),
}
_SNIFFED = 1024  # PDF readers accept a header anywhere in the first kilobyte (ISO 32000, annex H)


def read(path: Path, *, password: str = "") -> Document:
    """Read one file. Raises UnreadableError for whatever keeps it from being read."""
    source = str(path)
    try:
        if path.is_dir():
            raise UnreadableError(
                f"{source} is a folder.", mend="Name one resume file.", code="folder"
            )
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(source, size)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(
            f"There is no file {source}.", mend="Check the name and the folder.", code="missing"
        ) from error
    except PermissionError as error:
        raise UnreadableError(
            f"{source} cannot be opened.",
            why="Its permissions forbid it.",
            mend="Change its permissions, or copy it to a place that you may read.",
            code="permission",
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UnreadableError(
            f"{source} cannot be opened.", why=f"The system says: {error}.", code="permission"
        ) from error
    return read_bytes(data, source, password=password)


def read_bytes(data: bytes, source: str, *, password: str = "") -> Document:
    """Read the content of one file; `source` is what reports call it."""
    if not data:
        raise UnreadableError(
            f"{source} is empty.",
            why="It holds no bytes.",
            mend="Perhaps a download or an export did not finish: fetch or make it again.",
            code="empty",
        )
    if len(data) > MAX_BYTES:
        raise _too_large(source, len(data))
    head = data[:_SNIFFED]
    for magic, (_, reader) in READERS.items():
        if magic in head:
            return reader(data, source, password)
    known = ", ".join(name for name, _ in READERS.values())
    named = " although its name ends in .pdf" if source.lower().endswith(".pdf") else ""
    raise UnreadableError(
        f"{source} is not a {known} file{named}.",
        why=f"It begins with {_glimpse(head)}.",
        mend="Export or print the resume as PDF and try that file.",
        code="format",
    )


def _too_large(source: str, size: int) -> UnreadableError:
    return UnreadableError(
        f"{source} is too large.",
        why=f"It has {size / 1e6:.0f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB.",
        mend="Export the resume again with smaller pictures.",
        code="limit",
    )


def _glimpse(head: bytes) -> str:
    """The first bytes, safe to print."""
    text = head[:24].decode("ascii", "replace").replace("\ufffd", "?")
    return repr("".join(c if c.isprintable() else "?" for c in text))
