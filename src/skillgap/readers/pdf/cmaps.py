"""ToUnicode maps: what the codes of a font mean, read by regular expressions.

pdfminer reads them character by character and follows any range, <00000000> to <FFFFFFFF> too.
"""

from __future__ import annotations

import re

# One section: its kind and its entries. An entry of a range is two codes and a target.
_SECTION = re.compile(rb"begin(bfchar|bfrange)\b(.*?)\bend\1", re.DOTALL)
_HEX = rb"<([0-9A-Fa-f\s]*)>"
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_ONE = re.compile(_HEX)
_UNIT = 4  # digits of a character of UTF-16, or of half a rare one
_NO_BREAK_SPACE = "\u00a0"


class CodeMap:
    """What `PDFFont.unicode_map` needs to be."""

    __slots__ = ("codes",)

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}

    def get_unichr(self, code: int) -> str:
        """The text of `code`. Raises KeyError."""
        return self.codes[code]


def read_code_map(data: bytes, most: int) -> CodeMap:
    """The map that a ToUnicode stream holds, up to `most` codes."""
    found = CodeMap()
    codes = found.codes
    left = most  # named twice counts twice
    for section in _SECTION.finditer(data):
        if section[1] == b"bfchar":
            for code, target in _PAIR.findall(section[2])[:left]:
                _add(codes, int(_digits(code), 16), _digits(target))
                left -= 1
        else:
            left = _add_ranges(codes, section[2], left)
        if left <= 0:
            break
    return found


def _add_ranges(codes: dict[int, str], body: bytes, left: int) -> int:
    """Add the ranges of one section, `left` codes at most. How many are left then?"""
    for first, last, target, targets in _RANGE.findall(body):
        start = int(_digits(first), 16)
        count = max(0, min(int(_digits(last), 16) - start + 1, left))
        if targets:
            for at, one in enumerate(_ONE.findall(targets)[:count]):
                _add(codes, start + at, _digits(one))
        else:
            _add_range(codes, start, count, _digits(target))
        left -= count
        if left <= 0:
            break
    return left


def _digits(text: bytes) -> bytes:
    return b"".join(text.split()) or b"0"


def _add(codes: dict[int, str], code: int, digits: bytes) -> None:
    meant = _meant(digits)
    # A font's space is often mapped to both kinds: the plain one wins, as in pdfminer.
    if not (meant == _NO_BREAK_SPACE and codes.get(code) == " "):
        codes[code] = meant


def _meant(digits: bytes) -> str:
    if len(digits) == _UNIT and digits[:1] not in b"dD":  # nearly all; with D begin halves
        return chr(int(digits, 16))
    text = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return text.decode("utf-16-be", "ignore")


def _add_range(codes: dict[int, str], start: int, count: int, digits: bytes) -> None:
    """`count` codes from `start`; the last four bytes of their target count up."""
    head, tail = digits[:-8], digits[-8:]
    first, width = int(tail, 16), len(tail)
    for at in range(count):
        _add(codes, start + at, head + b"%0*X" % (width, (first + at) % 16**width))
