"""Write a report to a file: all of it or nothing, and never over another file by accident."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skillgap.errors import UsageError


def check_target(path: Path, *, force: bool, source: str = "-") -> None:
    """Refuse a target that cannot be written, before any work is done. Raises UsageError.

    `source` is the file that is read: a report never takes its place, whatever `force` says.
    """
    if source != "-" and path.exists() and Path(source).exists() and path.samefile(source):
        raise UsageError(
            f"{path} is the file that is read.", mend="Choose another name for -o.", code="output"
        )
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", mend="Name a file for -o.", code="output")
    if path.exists() and not force:
        raise UsageError(
            f"{path} exists already.",
            mend="Choose another name, or add --force to replace it.",
            code="output-exists",
        )
    if path.exists() and not path.is_file():
        # Putting a file in the place of a device such as /dev/null would take it from everybody.
        raise UsageError(
            f"{path} is no ordinary file.",
            mend="Name a file for -o; without -o the report goes to standard output.",
            code="output",
        )
    if not path.parent.is_dir():
        raise UsageError(
            f"{path} cannot be written.",
            why=f"There is no folder {path.parent}.",
            mend="Make the folder first.",
            code="output",
        )
    if not os.access(path.resolve().parent, os.W_OK):
        raise UsageError(
            f"{path} cannot be written.",
            why="Its folder is closed to writing.",
            mend="Choose another place with -o, or open the folder.",
            code="output",
        )


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Write UTF-8 text, as `write_bytes` does. Raises UsageError."""
    write_bytes(path, text.encode("utf-8"), force=force)


def write_bytes(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write through a temporary file beside the target, then put it in place.

    Whoever looks sees the old file or the whole new one. Raises UsageError.
    """
    with replacing(path, force=force) as temporary:
        temporary.write_bytes(data)


@contextmanager
def replacing(path: Path, *, force: bool = False) -> Iterator[Path]:
    """A temporary file beside the target for the block to write; then it takes the target's place.

    If the block fails, the target stays as it was. Raises UsageError.
    """
    check_target(path, force=force)
    path = path.resolve()  # a link keeps pointing where it points
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
        temporary = Path(name)
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written.",
            why=f"The system says: {error.strerror or error}.",
            mend="Choose another place with -o.",
            code="output",
        ) from error
    finally:  # after an interruption, too; once it is in place there is nothing left to remove
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    """The process's file mask; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
