"""E-mails and web pages saved as one file (MIME): the part of them that is the resume.

The standard library's own parser would import sockets, which nothing here may do.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

# Parts in parts, and of one message; a mail with a picture in its signature has some six.
DEEPEST, MOST_PARTS = 8, 200
# The head of a message; lists and servers write some of them long.
LONGEST_HEAD = 60_000

_HEAD = re.compile(rb"(?:[A-Za-z][\w-]{0,80}+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+){2,}+\r?\n")
_MIME = re.compile(rb"^(?:MIME-Version|Content-Type):", re.I | re.M)
_FOLDED = re.compile(r"\r?\n[ \t]+")
_PARAMETER = re.compile(r';\s*(\w+)\*?=\s*(?:"([^"]*)"|([^\s;"]+))')
_DOCUMENT = re.compile(r"pdf|officedocument\.wordprocessingml|opendocument\.text|rtf", re.I)
_NAMED = re.compile(r"\.(?:pdf|docx|odt|rtf)$", re.I)


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str  # "text/html"
    charset: str
    name: str
    data: bytes


def content_of(data: bytes) -> bytes:
    """What of a message is the resume: a document that is attached, or else its text; anything that
    is no message stays as it is."""
    if not _is_message(data):
        return data
    parts = list(_parts(data, 0))[:MOST_PARTS]
    documents = [p.data for p in parts if _DOCUMENT.search(p.kind) or _NAMED.search(p.name)]
    if documents:
        return max(documents, key=len)
    for kind in ("text/html", "text/plain"):
        texts = [part for part in parts if part.kind == kind and part.data.strip()]
        if texts:
            return _in_utf8(max(texts, key=lambda part: len(part.data)))
    return data


def _is_message(data: bytes) -> bool:
    start = data[:LONGEST_HEAD]
    if not start[:1].isalpha() or b":" not in start[:80]:
        return False
    head = _HEAD.match(start)
    return head is not None and _MIME.search(head[0]) is not None


def _parts(data: bytes, depth: int) -> Iterator[_Part]:
    """The leaves of a message, decoded."""
    head, _, body = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    fields = _fields(head[:LONGEST_HEAD])
    kind, settings = _value(fields.get("content-type", "text/plain"))
    if kind.startswith("multipart/") and settings.get("boundary") and depth < DEEPEST:
        mark = b"\n--" + settings["boundary"].encode("latin-1", "replace")
        for part in (b"\n" + body).split(mark)[1 : MOST_PARTS + 1]:
            if not part.startswith(b"--"):
                yield from _parts(part.lstrip(b" \t").removeprefix(b"\n"), depth + 1)
        return
    _, disposition = _value(fields.get("content-disposition", ""))
    name = disposition.get("filename", settings.get("name", ""))
    coding = fields.get("content-transfer-encoding", "").strip().lower()
    yield _Part(kind, settings.get("charset", ""), name, _decoded(body, coding))


def _fields(head: bytes) -> dict[str, str]:
    rows = _FOLDED.sub(" ", head.decode("latin-1")).split("\n")
    pairs = (row.partition(":") for row in rows if ":" in row)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _value(field: str) -> tuple[str, dict[str, str]]:
    """A field's value and its settings: "text/html; charset=utf-8"."""
    settings = {m[1].lower(): m[2] or m[3] or "" for m in _PARAMETER.finditer(field)}
    return field.partition(";")[0].strip().lower(), settings


def _decoded(body: bytes, coding: str) -> bytes:
    if coding == "base64":
        try:
            return binascii.a2b_base64(body)
        except ValueError:
            return body
    return quopri.decodestring(body) if coding == "quoted-printable" else body


def _in_utf8(part: _Part) -> bytes:
    """A text in the encoding that every reader tries first."""
    try:
        return part.data.decode(part.charset or "utf-8").encode()
    except (LookupError, ValueError):
        return part.data
