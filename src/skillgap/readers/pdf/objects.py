"""Plain objects of a PDF, read by one regular expression: dictionaries, arrays, names, numbers.

A file's objects are the other half of what pdfminer reads character by character. Whatever is
not plain (rare escapes, damage) is left to pdfminer: these functions then return None.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import Any

from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import LIT, PSLiteral

from skillgap.readers.pdf.lexer import unescape

_SPACE = rb"\0\t\n\f\r "
_END = rb"(?=[\0\t\n\f\r ()<>\[\]{}/%]|$)"
# Of a string; other escapes are for pdfminer.
_LETTERS = rb"[^()\\\r]++|\\[0-3][0-7]{2}|\\[nrtbf()\\]"
_TOKEN = re.compile(
    rb"[" + _SPACE + rb"]*+(?:"
    rb"(\d{1,9})[" + _SPACE + rb"]++\d{1,5}[" + _SPACE + rb"]++R" + _END +  # 1 a reference
    rb"|/([!-\"$&'*-.0-;=?-Z^-z|~]*+)" + _END +  # 2 a name of plain characters
    rb"|([+-]?\d{1,15}+)" + _END +  # 3 an integer
    rb"|(<<)|(>>)|(\[)|(\])"  # 4 to 7
    rb"|([+-]?(?:\d{1,15}\.\d{0,15}|\.\d{1,15}))" + _END +  # 8 a number
    rb"|\(((?:%b|\((?:%b)*+\))*+)\)" % (_LETTERS, _LETTERS) +  # 9 a string
    rb"|<((?:[0-9A-Fa-f]{2})*+)>"  # 10 a string in hexadecimal digits
    rb"|(true|false|null)" + _END +  # 11
    rb")"
)  # fmt: skip
_REF, _NAME, _INT, _DICT, _DICT_END, _LIST, _LIST_END, _REAL, _STRING, _HEX, _WORD = range(1, 12)
_WORDS = {b"true": True, b"false": False, b"null": None}
_HEAD = re.compile(
    rb"[" + _SPACE + rb"]*+(\d{1,9})[" + _SPACE + rb"]++\d{1,5}[" + _SPACE + rb"]++obj"
)
_TAIL = re.compile(rb"[" + _SPACE + rb"]*+endobj")
_STREAM = re.compile(rb"[" + _SPACE + rb"]*+stream\r?\n")
_STREAM_END = re.compile(rb"[" + _SPACE + rb"]*+endstream" + _END)
_REST = re.compile(rb"[" + _SPACE + rb"]*+\Z")
# Deeper is for pdfminer, whose parser does not nest its calls either.
_DEEPEST = 50


def read_object(
    data: bytes, at: int, number: int | None, document: Any
) -> tuple[object, int | None] | None:
    """The object `number` (None: any) at a place of a file; None if it is not plain. Where it is
    the dictionary of a stream, behind it where the stream's bytes begin."""
    head = _HEAD.match(data, at)
    if head is None or number not in (None, int(head[1])):
        return None
    values: list[object] = []
    end = _read(data, head.end(), document, values, one=True)
    if end is None:
        return None
    if _TAIL.match(data, end):
        return values[0], None
    stream = _STREAM.match(data, end)
    return (values[0], stream.end()) if stream and isinstance(values[0], dict) else None


def is_stream_end(data: bytes, at: int) -> bool:
    """Whether a stream ends at a place of a file."""
    return _STREAM_END.match(data, at) is not None


def read_objects(data: bytes, document: Any) -> list[object] | None:
    """All values of an object stream; None if one is not plain."""
    values: list[object] = []
    end = _read(data, 0, document, values, one=False)
    return values if end is not None and _REST.match(data, end) else None


def _read(data: bytes, at: int, document: Any, values: list[object], *, one: bool) -> int | None:
    """Add values from `at` on, and say where they end; None where nesting does not close."""
    filling = values
    around: list[list[object]] = []
    while (token := _TOKEN.match(data, at)) is not None:
        at, kind = token.end(), token.lastindex
        if kind == _NAME:
            filling.append(LIT(str(token[2], "ascii")))
        elif kind == _REF:
            filling.append(PDFObjRef(document, int(token[1])))
        elif kind in (_DICT, _LIST):
            if len(around) >= _DEEPEST:
                return None
            around.append(filling)
            filling = []
        elif kind in (_DICT_END, _LIST_END):
            if not around:
                return None
            made: object = filling if kind == _LIST_END else _pairs(filling)
            filling = around.pop()
            filling.append(made)
        else:
            filling.append(_plain(kind, token))
        if one and not around:
            return at
    return None if around else at


def _plain(kind: int | None, token: re.Match[bytes]) -> object:
    if kind == _INT:
        return int(token[_INT])
    if kind == _REAL:
        return float(token[_REAL])
    if kind == _STRING:
        return unescape(token[_STRING])
    return unhexlify(token[_HEX]) if kind == _HEX else _WORDS[token[_WORD]]


def _pairs(items: list[object]) -> dict[str, object]:
    """A dictionary as pdfminer makes it: without what is null."""
    return {
        str(key.name if isinstance(key, PSLiteral) else key): value
        for key, value in zip(items[::2], items[1::2], strict=False)
        if value is not None
    }


def text_string(data: bytes) -> str:
    """A string of a PDF that is a text, not code (ISO 32000, 7.9.2.2)."""
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "ignore")
    return data.decode("latin-1")
