"""Where resumes come from: files, folders, ZIP archives, lists of names, URLs of stores."""

from __future__ import annotations

import fnmatch
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from skillgap.batch.archives import members_of, read_member
from skillgap.batch.jobs import Input
from skillgap.batch.names import shown
from skillgap.errors import MissingExtraError, UnreadableError
from skillgap.models import DEFAULT_LIMITS, Limits
from skillgap.readers import read_content

# What a resume's name usually ends in. Others in a folder are left out and counted; a file that is
# named itself is always taken.
ENDINGS = tuple(
    ".pdf .docx .docm .odt .fodt .rtf .html .htm .md .markdown .txt .json .zip"
    " .png .jpg .jpeg .tif .tiff".split()
)
_HIDDEN = (".", "~$")  # "~$" begins the files by which Word locks a document
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
        if wanted and not name.startswith(_HIDDEN) and not fits(self.exclude):
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
        elif os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder is closed
            yield from _folder(path, choice)
        else:
            yield from _file(path, shown(path), choice)


def is_url(path: str) -> bool:
    """Whether a path names a place in a store (s3://bucket/folder) rather than a file."""
    return "://" in path and not path.startswith(_SCHEMES)


def content_of(item: Input, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """An input's bytes, at most one more than the limit. Raises UnreadableError."""
    if item.failure is not None:
        code, message = item.failure
        raise UnreadableError(message, code=code)
    if item.url is not None:
        from skillgap.batch.stores import read_stored

        if item.size == 0:
            return b""  # stores do not give a part of nothing
        return read_stored(item.url, limits.bytes)
    assert item.path is not None
    if item.member is None:
        return read_content(Path(item.path), limits)
    return read_member(item.path, item.member, item.source, limits.bytes)


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
            code = "missing" if isinstance(error, FileNotFoundError) else "permission"
            yield Input(shown(folder), path=folder, failure=(code, message))
            continue
        below = []
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith("."):
                    below.append(entry.path)
            elif not _leads_to_folder(entry):
                relative = os.path.relpath(entry.path, root).replace(os.sep, "/")
                if choice.takes(relative):
                    yield from _file(entry.path, shown(entry.path), choice, entry.stat)
        pending += reversed(below)


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def _file(
    path: str, source: str, choice: Choice, stat: Callable[[], os.stat_result] | None = None
) -> Iterator[Input]:
    try:
        facts = stat() if stat else Path(path).stat()
    except PermissionError:
        message = f"{source} cannot be opened: its folder's permissions forbid it."
        yield Input(source, path=path, failure=("permission", message))
        return
    except (OSError, ValueError):  # a dead link, a file that has gone, a NUL in the name
        dead = os.path.islink(path)  # noqa: PTH114 - Path.is_symlink raises for too long a name
        message = f"{source} is a link to no file." if dead else f"There is no file {source}."
        yield Input(source, path=path, failure=("missing", message))
        return
    if stat and not S_ISREG(facts.st_mode):  # a pipe in a folder would be waited for in vain
        message = f"{source} is no regular file."
        yield Input(source, path=path, failure=("format", message))
        return
    if not S_ISREG(facts.st_mode):  # whoever names one means it; its size and time say nothing
        yield Input(source, path=path)
        return
    if path.lower().endswith(".zip"):
        try:
            members = members_of(path)
        except UnreadableError as error:
            yield Input(source, path=path, failure=(error.code, str(error)))
            return
        if members is not None:
            yield from _archive(path, source, members, facts.st_mtime_ns, choice)
            return
    yield Input(source, path=path, size=facts.st_size, modified=facts.st_mtime_ns)


def _archive(
    path: str, source: str, members: Iterable[zipfile.ZipInfo], modified: int, choice: Choice
) -> Iterator[Input]:
    for info in members:
        if choice.takes(info.filename):
            yield Input(
                f"{source}!{shown(info.filename)}",
                path=path,
                member=info.filename,
                size=info.file_size,
                modified=modified ^ info.CRC,
            )


def needs_extra(name: str) -> MissingExtraError:
    """The error for a part of batch that is not installed."""
    return MissingExtraError(
        f"This needs a part of skillgap that is not installed: {name}.",
        mend=f"Install it with pip install 'skillgap[{name}]'.",
        code="extra",
    )
