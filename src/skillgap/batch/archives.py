"""ZIPs of resumes: their members, one by one, in memory and under limits."""

from __future__ import annotations

import io
import os
import zipfile
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from skillgap.batch.names import shown
from skillgap.errors import UnreadableError
from skillgap.readers.archive import read_entry
from skillgap.readers.sniff import is_document_archive

# An archive of applications has some thousand; each is unpacked by itself, under a reader's limits.
MAX_MEMBERS = 100_000
# The list of so many members with long names.
_MAX_DIRECTORY = MAX_MEMBERS * 128


def members_of(path: str) -> tuple[zipfile.ZipInfo, ...] | None:
    """What is in a ZIP of resumes, by name. None for one that is a resume itself (DOCX, ODT,
    LinkedIn's export), and for a broken one: its reader says so. Raises UnreadableError (`limit`).
    """
    try:
        with closing(_open_archive(path)) as archive:
            found = {info.filename: info for info in archive.infolist() if not info.is_dir()}
    except UnreadableError:
        raise
    except Exception:  # zipfile raises whatever a broken header leads to
        return None
    if is_document_archive(found):
        return None
    if len(found) > MAX_MEMBERS:
        raise _too_many(path)
    return tuple(found[name] for name in sorted(found))


def read_member(path: str, member: str, source: str, most: int) -> bytes:
    """A member's bytes, `most` at most. Raises UnreadableError."""
    try:
        archive = _archive_at(path, Path(path).stat().st_mtime_ns)
        entry = archive.getinfo(member)
    except UnreadableError:
        raise
    except Exception as error:  # it changed meanwhile
        raise UnreadableError(f"There is no {source} any more.", code="missing") from error
    return read_entry(archive, entry, source, most)


@lru_cache(maxsize=1)  # members of one archive come one after another
def _archive_at(path: str, modified: int) -> zipfile.ZipFile:  # noqa: ARG001
    return _open_archive(path)


def _open_archive(path: str) -> zipfile.ZipFile:
    """Raises OSError, UnreadableError (`limit`) and whatever else a broken header leads to."""
    file = _ArchiveFile(path)
    try:
        archive = zipfile.ZipFile(file)
    except BaseException:
        file.close()
        raise
    file.listed = True
    return archive


class _ArchiveFile(io.FileIO):
    """A file whose list of members is not read if it is too long: `zipfile` reads it at once, and
    makes an object of each."""

    listed = False

    def read(self, size: int | None = -1, /) -> bytes:
        if not self.listed:
            left = os.fstat(self.fileno()).st_size - self.tell()
            if (left if size in (None, -1) else size) > _MAX_DIRECTORY:
                raise _too_many(os.fsdecode(self.name))
        return super().read(size) or b""


def _too_many(path: str) -> UnreadableError:
    return UnreadableError(
        f"{shown(path)} holds too many files.",
        why=f"The limit is {MAX_MEMBERS:,}.",
        mend="Unpack it and name the folder.",
        code="limit",
    )
