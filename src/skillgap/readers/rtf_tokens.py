"""RTF -> tokens: braces, control words with their number, text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # a control word takes one space with it
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z'])"
    rb"|([{}])"
    rb"|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "word", "symbol", "open", "close" or "text"; a byte in hex is text."""

    kind: str
    text: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of an RTF file. Binary parts are left out, stray backslashes too."""
    at = 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        word, number, byte, symbol, brace, text = match.groups()
        if word:
            value = int(number) if number else None
            if word == b"bin":
                at += min(max(value or 0, 0), len(data))
            else:
                yield Token("word", word.decode("ascii"), value)
        elif byte:
            yield Token("text", data=bytes([int(byte, 16)]))
        elif symbol:
            yield Token("symbol", symbol.decode("latin-1"))
        elif brace:
            yield Token("open" if brace == b"{" else "close")
        elif text:
            yield Token("text", data=text)
