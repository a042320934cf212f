"""Resumes in stores that fsspec knows (s3://, gs://, az://, ftp://, ...): the extra `stores`.

The only module that reaches beyond this machine, and only where a user names such a URL.
"""

from __future__ import annotations

import queue
import re
import threading
import zlib
from collections.abc import Iterator
from typing import Any

from skillgap.batch.jobs import Input
from skillgap.batch.names import shown
from skillgap.batch.sources import Choice, needs_extra
from skillgap.errors import MissingExtraError, UnreadableError

_SECONDS = 60.0  # for one object; 50 MB take as long at one megabyte a second


def find_stored(url: str, choice: Choice) -> Iterator[Input]:
    """The inputs at or below a URL, in order of name. Raises MissingExtraError; a place that cannot
    be listed becomes an input with a failure."""
    try:
        system, root = _system(url)
        found = system.find(root, detail=True)
    except MissingExtraError:
        raise
    except Exception as error:  # each store has errors of its own
        message = f"{_public(url)} cannot be listed: {error}."
        yield Input(_public(url), url=url, failure=(_code(error), message))
        return
    if not found:
        message = f"There is nothing at {_public(url)}."
        yield Input(_public(url), url=url, failure=("missing", message))
    for path, facts in sorted(found.items()):
        relative = path.removeprefix(root.rstrip("/")).lstrip("/")
        if not relative or choice.takes(relative):
            place = f"{url.rstrip('/')}/{relative}" if relative else url
            yield Input(_public(place), url=place, size=facts.get("size"), modified=_version(facts))


def read_stored(url: str, most: int) -> bytes:
    """The bytes at a URL, at most one more than `most`.

    Raises UnreadableError (`store`, `missing`, `permission`, `timeout`).
    """
    # Stores try again by themselves, and not all of them give up: a thread can be left behind.
    fetched: queue.SimpleQueue[bytes | Exception] = queue.SimpleQueue()
    threading.Thread(target=_fetch, args=(url, most + 1, fetched), daemon=True).start()
    try:
        answer = fetched.get(timeout=_SECONDS)
    except queue.Empty:
        raise _unread(url, "timeout", f"It was given {_SECONDS:.0f} seconds.") from None
    if isinstance(answer, Exception):
        why = f"The store says: {answer}."
        raise _unread(url, _code(answer), why) from answer
    return answer


def _fetch(url: str, most: int, fetched: queue.SimpleQueue[bytes | Exception]) -> None:
    try:
        system, path = _system(url)
        # One request; opening a file would ask for its size first.
        fetched.put(bytes(system.cat_file(path, start=0, end=most)))
    except Exception as error:  # each store has errors of its own
        fetched.put(error)


def _unread(url: str, code: str, why: str) -> UnreadableError:
    return UnreadableError(f"{_public(url)} cannot be read.", why=why, code=code)


def _public(url: str) -> str:
    """A URL as reports may name it: on one line, without the password that it may hold."""
    return shown(re.sub(r"(?<=://)[^/@]*@", "", url))


def _code(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "missing"
    return "permission" if isinstance(error, PermissionError) else "store"


def _version(facts: dict[str, Any]) -> int | None:
    """A number that changes with the content: the store's tag or time. None where it has none."""
    tag = facts.get("ETag") or facts.get("etag") or facts.get("LastModified") or facts.get("mtime")
    if tag is None:
        return None
    return zlib.crc32(str(tag).encode())


def _system(url: str) -> tuple[Any, str]:
    url_to_fs: Any
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise needs_extra("stores") from error
    try:
        # What was listed may be changed when it is read.
        system, path = url_to_fs(url, use_listings_cache=False)
    except ImportError as error:  # fsspec is there, this store's own library is not
        raise needs_extra("stores") from error
    return system, path
