"""Where resumes come from: files, folders, ZIP archives, lists of names, URLs of stores."""

from __future__ import annotations

import fnmatch
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from skillgap.batch.jobs import Input
from skillgap.errors import MissingExtraError, UnreadableError
from skillgap.readers import MAX_BYTES, read_content
from skillgap.readers.archive import read_entry
from skillgap.readers.sniff import is_document_archive

# What a resume's name usually ends in. Others in a folder are left out and counted; a file that is
# named itself is always taken.
ENDINGS = tuple(
    ".pdf .docx .docm .odt .fodt .rtf .html .htm .md .markdown .txt .json .zip"
    " .png .jpg .jpeg .tif .tiff".split()
)
# An archive of applications has some thousand; each is unpacked by itself, under a reader's limits.
MAX_MEMBERS = 100_000
_SCHEMES = ("http://", "https://", "file://")


@dataclass(slots=True)
class Choice:
    """Which files of folders and archives are taken, and how many were not.

    Globs are held against the path below the folder and against the bare name.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    left_out: int = 0

    def takes(self, path: str) -> bool:
        """Whether a file is taken; counts it otherwise."""
        name = path.rsplit("/", 1)[-1]

        def fits(globs: Iterable[str]) -> bool:
            return any(fnmatch.fnmatch(path, g) or fnmatch.fnmatch(name, g) for g in globs)

        wanted = fits(self.include) if self.include else name.lower().endswith(ENDINGS)
        if wanted and not name.startswith(".") and not fits(self.exclude):
            return True
        self.left_out += 1
        return False


def find_inputs(paths: Iterable[str], choice: Choice) -> Iterator[Input]:
    """The inputs of every path, in a stable order, as they are met. What cannot be opened becomes
    an input with a failure; nothing is raised for it."""
    for path in paths:
        if is_url(path):
            from skillgap.batch.stores import find_stored

            yield from find_stored(path, choice)
        elif Path(path).is_dir():
            yield from _folder(path, choice)
        else:
            yield from _file(path, path, choice)


def is_url(path: str) -> bool:
    """Whether a path names a place in a store (s3://bucket/folder) rather than a file."""
    return "://" in path and not path.startswith(_SCHEMES)


def content_of(item: Input) -> bytes:
    """An input's bytes, at most one more than the readers' limit. Raises UnreadableError."""
    if item.failure is not None:
        code, message = item.failure
        raise UnreadableError(message, code=code)
    if item.url is not None:
        from skillgap.batch.stores import read_stored

        return read_stored(item.url)
    assert item.path is not None
    if item.member is None:
        return read_content(Path(item.path))
    try:
        archive = _archive_at(item.path, Path(item.path).stat().st_mtime_ns)
        entry = archive.getinfo(item.member)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise UnreadableError(f"There is no {item.source} any more.", code="missing") from error
    return read_entry(archive, entry, item.source, MAX_BYTES)


@lru_cache(maxsize=1)  # members of one archive come one after another
def _archive_at(path: str, modified: int) -> zipfile.ZipFile:  # noqa: ARG001
    return zipfile.ZipFile(path)


def _folder(root: str, choice: Choice) -> Iterator[Input]:
    """Depth first, names in order. Links to folders are not followed: they may lead in circles,
    and what they lead to is often met by itself."""
    pending = [root]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            message = f"The folder {shown(folder)} cannot be listed: {error.strerror}."
            yield Input(shown(folder), path=folder, failure=("permission", message))
            continue
        below = []
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith("."):
                    below.append(entry.path)
            elif not entry.is_dir():
                relative = os.path.relpath(entry.path, root).replace(os.sep, "/")
                if choice.takes(relative):
                    yield from _file(entry.path, shown(entry.path), choice, entry.stat)
        pending += reversed(below)


def _file(
    path: str, source: str, choice: Choice, stat: Callable[[], os.stat_result] | None = None
) -> Iterator[Input]:
    source = shown(source)
    try:
        facts = stat() if stat else Path(path).stat()
    except (OSError, ValueError):  # a dead link, a file that has gone, a NUL in the name
        yield Input(source, path=path, failure=("missing", f"There is no file {source}."))
        return
    if path.lower().endswith(".zip") and _is_archive(path):
        yield from _archive(path, source, choice)
        return
    yield Input(source, path=path, size=facts.st_size, modified=facts.st_mtime_ns)


def _is_archive(path: str) -> bool:
    """Whether a ZIP holds resumes, rather than being one (DOCX, ODT, LinkedIn's export)."""
    try:
        with zipfile.ZipFile(path) as archive:
            return not is_document_archive(archive.namelist())
    except Exception:  # zipfile raises whatever a broken header leads to; the reader will say so
        return False


def _archive(path: str, source: str, choice: Choice) -> Iterator[Input]:
    facts = Path(path).stat()
    with zipfile.ZipFile(path) as archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
    if len(members) > MAX_MEMBERS:
        message = f"{source} holds {len(members):,} files; the limit is {MAX_MEMBERS:,}."
        yield Input(source, path=path, failure=("limit", message))
        return
    for info in sorted(members, key=lambda info: info.filename):
        if choice.takes(info.filename):
            name = shown(info.filename)
            yield Input(
                f"{source}!{name}",
                path=path,
                member=info.filename,
                size=info.file_size,
                modified=facts.st_mtime_ns ^ info.CRC,
            )


def shown(path: str) -> str:
    """A path as text that every output can hold: bytes that are no UTF-8 are escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace") if not _clean(path) else path


def _clean(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def needs_extra(name: str) -> MissingExtraError:
    """The error for a part of batch that is not installed."""
    return MissingExtraError(
        f"This needs a part of skillgap that is not installed: {name}.",
        mend=f"Install it with pip install 'skillgap[{name}]'.",
        code="extra",
    )
