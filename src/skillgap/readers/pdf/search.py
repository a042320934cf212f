"""Where a PDF's table of objects is; and where the objects are, if it is missing or wrong.

pdfminer looks for both line by line: bytes behind the end, or one long line, cost it minutes, and
what lies in streams of objects it overlooks. Here both are found by words that are rare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = rb"[\0\t\n\f\r ]"
_TABLE = b"startxref"
_POINTER = re.compile(_TABLE + _SPACE + rb"++(\d{1,10})(?!\d)")
_FARTHEST = 2**31  # as far as pdfminer can seek
_MARK = re.compile(rb"obj(?![A-Za-z])|stream(?=[\r\n])|trailer(?=" + _SPACE + rb"*+<<)")
_HEAD = re.compile(rb"(?<!\d)(\d{1,9})" + _SPACE + rb"{1,9}(\d{1,5})" + _SPACE + rb"{1,9}\Z")
_LONGEST_HEAD = 34
# How far into an object its kind is looked for: the dictionaries of these kinds are short.
_LOOKED = 2_000
_KIND = re.compile(rb"/Type" + _SPACE + rb"*+/(Catalog|ObjStm|XRef)(?![A-Za-z])")
_END = b"endstream"


@dataclass(frozen=True, slots=True)
class Found:
    """An object, by its number, where its number stands; or a trailer, where its dictionary does.

    kind   "Catalog", "ObjStm", "XRef" or "trailer", "" for any other object
    """

    kind: str
    at: int
    number: int = 0
    generation: int = 0


def find_table(data: bytes) -> int | None:
    """Where the last pointer of a file says that the table of objects is; None without one."""
    at = len(data)
    while (at := data.rfind(_TABLE, 0, at)) >= 0:
        if pointer := _POINTER.match(data, at):
            place = int(pointer[1])
            return place if place < _FARTHEST else None
    return None


def has_end(data: bytes, last: int) -> bool:
    """Whether a file goes on behind its last object to what every sound one ends with."""
    return data.find(_TABLE, last) >= 0


def find_objects(data: bytes) -> Iterator[Found]:
    """Whatever looks like an object or a trailer, in the order of the file, so that the newest of
    several versions comes last. What streams hold is passed over."""
    at = 0
    while (mark := _MARK.search(data, at)) is not None:
        word, start, at = mark[0], mark.start(), mark.end()
        if word == b"trailer":
            yield Found("trailer", at)
        elif word == b"stream":
            if data[start - 3 : at] != _END:
                end = data.find(_END, at)
                at = len(data) if end < 0 else end + len(_END)
        else:
            first = max(0, start - _LONGEST_HEAD)
            head = _HEAD.search(data[first:start])
            if head is not None:
                kind = _kind(data[at : at + _LOOKED])
                yield Found(kind, first + head.start(), int(head[1]), int(head[2]))


def _kind(beginning: bytes) -> str:
    for end in (b"stream", b"endobj"):
        beginning = beginning.partition(end)[0]
    kind = _KIND.search(beginning)
    return str(kind[1], "ascii") if kind else ""
