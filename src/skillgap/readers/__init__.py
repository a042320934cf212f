"""STEP 1: a file becomes a `Document`. The content decides about the format, not the name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from stat import S_ISFIFO, S_ISREG
from typing import Protocol, cast

from skillgap.errors import UnreadableError
from skillgap.models import DEFAULT_LIMITS, Document, Limits, Ocr, Warning
from skillgap.models.limits import MEGABYTE
from skillgap.readers.mail import content_of
from skillgap.readers.own import check_no_printed_report
from skillgap.readers.sniff import format_of, other_name, promised_format

# The usual limit of a file, for those who fetch one from elsewhere.
MAX_BYTES = DEFAULT_LIMITS.bytes

# The format's name (see sniff.py) -> the module and the function that read it. Modules are
# imported when a file needs them: each brings its library.
READERS: dict[str, tuple[str, str]] = {
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "odt": ("odt", "read_odt"),
    "rtf": ("rtf", "read_rtf"),
    "html": ("html", "read_html"),
    "markdown": ("markdown", "read_markdown"),
    "latex": ("latex", "read_latex"),
    "text": ("text", "read_text"),
    "json-resume": ("json_resume", "read_json_resume"),
    "linkedin-zip": ("linkedin", "read_linkedin"),
    "image": ("ocr", "read_image"),
}
# Those that read pictures of text, and so need to know when.
OCR_READERS = frozenset({"pdf", "image"})


class Reader(Protocol):
    """Reads the content of one file; raises UnreadableError and nothing else."""

    def __call__(self, data: bytes, source: str, *, password: str = "") -> Document: ...


class OcrReader(Protocol):
    """The same for formats that hold pictures of text; raises MissingExtraError, too."""

    def __call__(
        self,
        data: bytes,
        source: str,
        *,
        password: str = "",
        ocr: Ocr = ...,
        limits: Limits = ...,
    ) -> Document: ...


def read(
    path: Path,
    *,
    password: str = "",
    ocr: Ocr | str = Ocr.AUTO,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """Read one file; `ocr` says when pictures of text are read ("auto", "never", "always").

    Raises UnreadableError for whatever keeps it from being read, and MissingExtraError for a
    scan where the extra `ocr` is not installed.
    """
    data = read_content(path, limits)
    return read_bytes(data, name_of(path), password=password, ocr=ocr, limits=limits)


def name_of(path: Path | str) -> str:
    r"""A path as reports and messages write it: bytes that are no UTF-8 as `\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def is_stored(path: Path, limits: Limits = DEFAULT_LIMITS) -> bool:
    """Whether a file can be opened by another process, too: pipes and devices may be this one's
    own (`<(command)` of a shell). Raises UnreadableError for what can be no resume."""
    with border(name_of(path)):
        return S_ISREG(_check(path, limits).st_mode)


def read_content(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a file, at most one more than the limit. Raises UnreadableError."""
    with border(name_of(path)):
        if S_ISFIFO(_check(path, limits).st_mode):
            from skillgap.readers.pipe import read_pipe

            return read_pipe(path, name_of(path), limits.bytes + 1)
        with path.open("rb") as file:  # a device has no size, so the limit is kept here too
            return file.read(limits.bytes + 1)


def _check(path: Path, limits: Limits) -> os.stat_result:
    if path.is_dir():
        raise UnreadableError(
            f"{name_of(path)} is a folder.", mend="Name one resume file.", code="folder"
        )
    facts = path.stat()
    if facts.st_size > limits.bytes:
        raise _too_large(name_of(path), facts.st_size, limits)
    return facts


@contextmanager
def border(source: str) -> Iterator[None]:
    """The system's errors about a file in our words."""
    try:
        yield
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


def read_bytes(
    data: bytes,
    source: str,
    *,
    password: str = "",
    ocr: Ocr | str = Ocr.AUTO,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """Read the content of one file; `source` is what reports call it. See `read`."""
    if not data:
        raise UnreadableError(
            f"{source} is empty.",
            why="It holds no bytes.",
            mend="Perhaps a download or an export did not finish: fetch or make it again.",
            code="empty",
        )
    if len(data) > limits.bytes:
        raise _too_large(source, len(data), limits)
    whole, data = data, content_of(data)
    name = format_of(data, source)
    reader = _reader(name)
    if name in OCR_READERS:
        document = cast(OcrReader, reader)(
            data, source, password=password, ocr=Ocr(ocr), limits=limits
        )
    else:
        document = reader(data, source, password=password)
    if len(document.text) > limits.characters:
        raise UnreadableError(
            f"{source} holds too much text.",
            why=f"It has more than {limits.characters:,} characters.",
            mend="Name a file that holds one resume, or raise the limit: --limit characters=N.",
            code="limit",
        )
    if data is not whole:
        document = replace(document, sha256=hashlib.sha256(whole).hexdigest())
    check_no_printed_report(document.text, source)
    if ending := other_name(source, name):
        message = f"The name ends in {ending}, but the content is {name}; it was read as that."
        document = replace(
            document, warnings=(Warning("name-differs", message), *document.warnings)
        )
    return document


def import_reader(source: str) -> None:
    """Import what a file of this name most likely needs.

    A process that may write nothing from then on cannot keep the modules' compiled form.
    """
    name = promised_format(source)
    if name:
        _reader(name)


def _reader(name: str) -> Reader:
    module, function = READERS[name]
    return cast(Reader, getattr(import_module(f"skillgap.readers.{module}"), function))


def _too_large(source: str, size: int, limits: Limits) -> UnreadableError:
    return UnreadableError(
        f"{source} is too large.",
        why=f"It has {size / MEGABYTE:.1f} MB; the limit is {limits.bytes / MEGABYTE:.1f} MB.",
        mend="Export the resume again with smaller pictures, or raise the limit: --limit bytes=N.",
        code="limit",
    )
