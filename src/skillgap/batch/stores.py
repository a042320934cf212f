"""Resumes in stores that fsspec knows (s3://, gs://, az://, ftp://, ...): the extra `stores`.

The only module that reaches beyond this machine, and only where a user names such a URL.
"""

from __future__ import annotations

import queue
import re
import threading
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

from skillgap.batch.jobs import Input
from skillgap.batch.names import shown
from skillgap.batch.outages import Outages, is_unreached
from skillgap.batch.sources import Choice, needs_extra
from skillgap.errors import MissingExtraError, UnreadableError

_SECONDS = 60.0  # for one object; 50 MB take as long at one megabyte a second
_Answer = TypeVar("_Answer")

_outages = Outages()


def find_stored(url: str, choice: Choice) -> Iterator[Input]:
    """The inputs at or below a URL, in order of name. Raises MissingExtraError; a place that cannot
    be listed becomes an input with a failure."""
    try:
        system, root = _system(url)
        # A listing may take as long as it likes, if only somebody answers.
        if _awaited(partial(system.exists, root), _SECONDS) is None:
            raise TimeoutError(f"its store did not answer within {_SECONDS:.0f} seconds")
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

    Raises UnreadableError (`store`, `missing`, `permission`), at once for a store that
    did not answer the last times.
    """
    store = _store_of(url)
    if why := _outages.why(store):
        raise _unread(url, "store", f"Its store does not answer ({why}). A later run tries again.")

    def fetch() -> bytes:
        system, path = _system(url)
        # One request; opening a file would ask for its size first.
        return bytes(system.cat_file(path, start=0, end=most + 1))

    seconds = _outages.patience(store, _SECONDS)
    answer = _awaited(fetch, seconds)
    if answer is None:
        _outages.note(store, f"it was given {seconds:.0f} seconds")
        raise _unread(url, "store", f"It was given {seconds:.0f} seconds.")
    if isinstance(answer, Exception):
        if is_unreached(answer):
            _outages.note(store, str(answer))
        else:
            _outages.clear(store)
        raise _unread(url, _code(answer), f"The store says: {answer}.") from answer
    _outages.clear(store)
    return answer


def _awaited(ask: Callable[[], _Answer], seconds: float) -> _Answer | Exception | None:
    """What a store answers, or its error; None if it takes too long. Stores try again by
    themselves, and not all of them give up: a thread can be left behind."""
    answers: queue.SimpleQueue[_Answer | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(ask())
        except Exception as error:  # each store has errors of its own
            answers.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except queue.Empty:
        return None


def _store_of(url: str) -> str:
    """A URL's store: its scheme and its first name (a bucket, a host)."""
    return "/".join(url.split("/", 3)[:3])


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
