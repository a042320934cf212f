"""Resumes in stores that fsspec knows (s3://, gs://, az://, ftp://, ...): the extra `stores`.

The only module that reaches beyond this machine, and only where a user names such a URL.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skillgap.batch.jobs import Input
from skillgap.batch.sources import Choice, needs_extra
from skillgap.errors import UnreadableError
from skillgap.readers import MAX_BYTES


def find_stored(url: str, choice: Choice) -> Iterator[Input]:
    """The inputs at or below a URL, in order of name. Raises MissingExtraError; a place that cannot
    be listed becomes an input with a failure."""
    system, root = _system(url)
    scheme = url.split("://", 1)[0]
    try:
        found = system.find(root, detail=True)
    except Exception as error:  # each store has errors of its own
        yield Input(url, url=url, failure=("store", f"{url} cannot be listed: {error}."))
        return
    if not found:
        yield Input(url, url=url, failure=("missing", f"There is nothing at {url}."))
    for path, facts in sorted(found.items()):
        relative = path.removeprefix(root.rstrip("/")).lstrip("/")
        if not relative or choice.takes(relative):
            place = f"{scheme}://{path}"
            yield Input(place, url=place, size=facts.get("size"), modified=_version(facts))


def read_stored(url: str) -> bytes:
    """The bytes at a URL. Raises UnreadableError (`store`)."""
    system, path = _system(url)
    try:
        with system.open(path, "rb") as file:
            return bytes(file.read(MAX_BYTES + 1))
    except Exception as error:
        raise UnreadableError(
            f"{url} cannot be read.", why=f"The store says: {error}.", code="store"
        ) from error


def _version(facts: dict[str, Any]) -> int | None:
    """A number that changes with the content: the store's tag or time. None where it has none."""
    tag = facts.get("ETag") or facts.get("etag") or facts.get("LastModified") or facts.get("mtime")
    if tag is None:
        return None
    import zlib

    return zlib.crc32(str(tag).encode())


def _system(url: str) -> tuple[Any, str]:
    url_to_fs: Any
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise needs_extra("stores") from error
    try:
        system, path = url_to_fs(url)
    except ImportError as error:  # fsspec is there, this store's own library is not
        raise needs_extra("stores") from error
    except ValueError as error:
        raise UnreadableError(f"{url} names no store that is known.", code="store") from error
    return system, path
