"""Content stream -> operations: an operator and its operands, found by one regular expression.

pdfminer reads content streams character by character, which is half the time of its
`extract_text`. A content stream needs no more than this: numbers, names, strings, arrays,
dictionaries and operators, inline images jumped over. Damage costs operands, never the rest.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Callable, Iterator
from typing import TypeAlias

Operand: TypeAlias = (
    "float | str | bytes | list[Operand] | dict[str, Operand] | tuple[float, bytes] | None"
)

_SPACE = rb"\0\t\n\f\r "
_PLAIN = rb"[+-]?(?:\d++\.?\d*+|\.\d++)"
_STEP = rb"%s 0 Td <%s> Tj\n"
# A string without inner parentheses, one of hexadecimal digits, a number.
_ELEMENT = rb"\((?:[^()\\]++|\\.)*+\)|<[0-9A-Fa-f" + _SPACE + rb"]*+>|" + _PLAIN + rb"(?![0-9.+-])"
# An array of such, by which most programs show a line.
_LINE_ARRAY = rb"\[((?:[%b]*+(?:%b)){1,2000}+)[%b]*+\]" % (_SPACE, _ELEMENT, _SPACE)
# Numbers between spaces: the operands of most operators.
_NUMBERS = rb"(?:%b[\t\n\f\r ]++){0,100}+" % _PLAIN
_TOKEN = re.compile(
    rb"[" + _SPACE + rb"]*+(?:%[^\r\n]*+[" + _SPACE + rb"]*+)*+(?:"
    rb"((?:" + _STEP % (_PLAIN, rb"(?:[0-9A-Fa-f]{2}){1,2}") + rb"){2,500}+)"  # 1 glyphs in steps
    rb"|(" + _NUMBERS + rb")(?:"  # 2 numbers, if any, and behind them:
    rb"([A-Za-z'\"][A-Za-z0-9*'\"]*+)"  # 3 an operator
    rb"|(" + _PLAIN + rb")(?![0-9.+-])"  # 4 a number without a space behind it
    rb"|" + _LINE_ARRAY + rb"|\(((?:[^()\\]++|\\.)*+)\)"  # 5, and 6 a string alone
    rb"|(\[)|(\])"  # 7, 8 any other array
    rb"|/([^" + _SPACE + rb"()<>\[\]{}/%]*+)"  # 9 a name
    rb"|(<<)|(>>)"  # 10, 11 a dictionary
    rb"|<([0-9A-Fa-f" + _SPACE + rb"]*+)>"  # 12 a hexadecimal string
    rb"|(\()"  # 13 a string with inner parentheses, or without an end
    rb"|([0-9.+-]++)"  # 14 a number gone wrong ("--5", "1.2.3")
    # Anything else is dropped; the end matches, or trailing space would be tried again.
    rb"|(?=%)|.|\Z))",
    re.DOTALL,
)
_STEPS, _FIRST, _OPERATOR, _NUMBER, _LINE, _STRING, _OPEN, _CLOSE = range(1, 9)
_NAME, _DICT, _END_DICT, _HEX, _NESTED, _ODD = range(9, 15)
_IN_LINE = re.compile(_ELEMENT, re.DOTALL)
_ONE_STEP = re.compile(_STEP % (rb"(" + _PLAIN + rb")", rb"([0-9A-Fa-f]++)"))
_PARENTHESIS_OPENS, _ANGLE_OPENS = b"(<"
_BRACKETS = (_OPEN, _CLOSE, _DICT, _END_DICT)
_CONSTANTS = {b"true": 1.0, b"false": 0.0, b"null": None}
_INLINE_DATA = re.compile(rb"\bID[" + _SPACE + rb"]")
_INLINE_END = re.compile(rb"[" + _SPACE + rb"]EI(?=[" + _SPACE + rb"]|$)")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_NAME_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")

# Arrays in arrays do not occur in content streams; a file that nests deeper is hostile.
_DEEPEST = 20
# The longest operand is an array with a page's line, letter by letter.
_MOST_OPERANDS = 50_000

INLINE_IMAGE = b"BI"
# An operator of our own: glyphs that are shown one by one, each behind a step to the right. Skia
# (Chromium, Google Docs) sets all text so, which makes thousands of operations a page. Its operands
# are pairs of a step and the codes behind it.
IN_STEPS = b"Td Tj"


def operations(data: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Each operator of `data` with the operands before it, in order."""
    operands: list[Operand] = []
    holders: list[list[Operand]] = []  # the lists around the one that is being filled
    position: int | None = 0
    while position is not None:
        start, position = position, None
        for token in _TOKEN.finditer(data, start):
            kind = token.lastindex
            if len(operands) > _MOST_OPERANDS:
                yield b"", []  # so that the caller can look at the clock
                operands = []
            if numbers := token[_FIRST]:
                operands += map(float, numbers.split())
            if kind in (_OPERATOR, _STEPS):
                word = token[_OPERATOR] or IN_STEPS
                if word in _CONSTANTS:
                    operands.append(_CONSTANTS[word])
                    continue
                if holders:  # an array or dictionary that was never closed
                    operands, holders = [*holders[0], operands], []
                yield word, _steps(token[_STEPS]) if kind == _STEPS else operands
                operands = []
                if word == INLINE_IMAGE:
                    position = _after_inline_image(data, token.end())
                    break
            elif kind is not None and kind in _VALUES:
                operands.append(_VALUES[kind](token[kind]))
            elif kind in _BRACKETS:
                operands = _bracket(kind, operands, holders)
            elif kind == _NESTED:
                text, position = _nested_string(data, token.end())
                operands.append(text)
                break


def _line(data: bytes) -> list[Operand]:
    """The elements of an array of strings and numbers."""
    return [
        unescape(element[1:-1])
        if element[0] == _PARENTHESIS_OPENS
        else _from_hex(element[1:-1])
        if element[0] == _ANGLE_OPENS
        else float(element)
        for element in _IN_LINE.findall(data)
    ]


def _steps(data: bytes) -> list[Operand]:
    """Pairs of a step and the codes behind it."""
    return [(float(step), unhexlify(codes)) for step, codes in _ONE_STEP.findall(data)]


def _bracket(
    kind: int | None, operands: list[Operand], holders: list[list[Operand]]
) -> list[Operand]:
    """The list to fill after a bracket: a new one inside the last, or the last with this one."""
    if kind in (_OPEN, _DICT):
        if len(holders) >= _DEEPEST:
            return operands
        holders.append(operands)
        return []
    if not holders:
        return operands
    outer = holders.pop()
    outer.append(operands if kind == _CLOSE else _pairs(operands))
    return outer


def _from_hex(digits: bytes) -> bytes:
    try:
        return unhexlify(digits)
    except ValueError:  # an odd number of digits, or white space between them
        digits = _NOT_HEX.sub(b"", digits)
        return unhexlify(digits + b"0" * (len(digits) % 2))


def _name(text: bytes) -> str:
    name = str(text, "latin-1")
    return _NAME_ESCAPE.sub(lambda m: chr(int(m[1], 16)), name) if "#" in name else name


def _odd_number(text: bytes) -> float:
    """What can be made of "--5" or "1.2.3"."""
    number = re.match(rb"[+-]*(\d*\.?\d*)", text)
    try:
        return float(number[1]) if number else 0.0
    except ValueError:
        return 0.0


def _pairs(items: list[Operand]) -> dict[str, Operand]:
    pairs = zip(items[::2], items[1::2], strict=False)
    return {key: value for key, value in pairs if isinstance(key, str)}


def unescape(text: bytes) -> bytes:
    """A string as it is meant, without its backslashes."""
    return _ESCAPE.sub(_escaped, text) if b"\\" in text else text


def _escaped(escape: re.Match[bytes]) -> bytes:
    body = escape[1]
    if body[:1].isdigit():
        return bytes((int(body, 8) & 0xFF,)) if body[0] < ord("8") else body
    if body in (b"\n", b"\r", b"\r\n"):
        return b""
    return _ESCAPED.get(body, body)


def _nested_string(data: bytes, start: int) -> tuple[bytes, int]:
    """The string that opened right before `start`, and where reading goes on."""
    depth = 1
    for mark in _PARENTHESIS.finditer(data, start):
        if mark[0] == b"(":
            depth += 1
        elif mark[0] == b")":
            depth -= 1
            if not depth:
                return unescape(data[start : mark.start()]), mark.end()
    return unescape(data[start:]), len(data)


def _after_inline_image(data: bytes, start: int) -> int:
    """Where an inline image ends: its bytes may hold anything but a lone EI."""
    opening = _INLINE_DATA.search(data, start)
    if opening is None:
        return len(data)
    end = _INLINE_END.search(data, opening.end() - 1)
    return end.end() if end else len(data)


# How the text of a token becomes an operand.
_VALUES: dict[int, Callable[[bytes], Operand]] = {
    _NUMBER: float,
    _LINE: _line,
    _STRING: unescape,
    _NAME: _name,
    _HEX: _from_hex,
    _ODD: _odd_number,
}
