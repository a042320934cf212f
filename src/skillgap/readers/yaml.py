"""Resumes as YAML (RenderCV, JSON Resume in YAML) -> the same fields as JSON.

Only what such files are made of: mappings, lists, plain and quoted words, blocks of text. Tags,
anchors and the like have no place in a resume; a line that is none of these goes on with the text
before it.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

# Fields in fields; a resume has five levels.
DEEPEST = 40

_KEY = re.compile(r"(\"[^\"]{1,80}\"|'[^']{1,80}'|[A-Za-z_][\w .&/-]{0,60}?):(?:[ \t]+(.*)|$)")
_BLOCK = re.compile(r"[|>][+-]?\d?$")
_LIST = re.compile(r"-(?:[ \t]+|$)")
_NOTHING = ("", "~", "null", "Null", "NULL")


class _Row(NamedTuple):
    indent: int
    text: str


def read_fields(text: str) -> dict[str, Any]:
    """The fields of a YAML file; none where it has no mapping at its top."""
    rows = [_Row(len(raw) - len(raw.lstrip(" ")), raw.strip()) for raw in text.split("\n")]
    rows = [row for row in rows if not row.text.startswith(("---", "...", "%"))]
    found, _ = _value(rows, 0, 0, 0)
    return found if isinstance(found, dict) else {}


def _skip(rows: list[_Row], at: int) -> int:
    while at < len(rows) and (not rows[at].text or rows[at].text.startswith("#")):
        at += 1
    return at


def _value(rows: list[_Row], at: int, indent: int, depth: int) -> tuple[Any, int]:
    """What begins at a row, at least so far in; where it ends."""
    at = _skip(rows, at)
    if at == len(rows) or rows[at].indent < indent or depth > DEEPEST:
        return None, at
    if _LIST.match(rows[at].text):
        return _list(rows, at, depth)
    if _KEY.fullmatch(rows[at].text):
        return _mapping(rows, at, depth)
    return _words(rows, at, rows[at].indent, "")


def _list(rows: list[_Row], at: int, depth: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    indent = rows[at].indent
    while at < len(rows) and rows[at].indent == indent and (sign := _LIST.match(rows[at].text)):
        row = rows[at]
        inner = row.text[sign.end() :].strip()
        if _KEY.fullmatch(inner) or _LIST.match(inner):
            rows[at] = _Row(indent + sign.end(), inner)
            item, at = _value(rows, at, indent + 1, depth + 1)
        elif inner and not inner.startswith("#"):
            item, at = _scalar(rows, at, indent, inner)
        else:
            item, at = _value(rows, at + 1, indent + 1, depth + 1)
        items.append(item)
        at = _skip(rows, at)
    return items, at


def _mapping(rows: list[_Row], at: int, depth: int) -> tuple[dict[str, Any], int]:
    fields: dict[str, Any] = {}
    indent = rows[at].indent
    while at < len(rows) and rows[at].indent == indent and (key := _KEY.fullmatch(rows[at].text)):
        said = (key[2] or "").strip()
        if said and not said.startswith("#"):
            value, at = _scalar(rows, at, indent, said)
        else:
            after = _skip(rows, at + 1)
            listed = after < len(rows) and bool(_LIST.match(rows[after].text))
            value, at = _value(rows, after, indent + (not listed), depth + 1)
        fields[key[1].strip("\"'")] = value
        at = _skip(rows, at)
    return fields, at


def _scalar(rows: list[_Row], at: int, indent: int, said: str) -> tuple[Any, int]:
    """A value that begins behind its key or list sign."""
    if _BLOCK.match(said.split(" #", maxsplit=1)[0].strip()):
        taken: list[str] = []
        at += 1
        while at < len(rows) and (not rows[at].text or rows[at].indent > indent):
            taken.append(rows[at].text)
            at += 1
        return ("\n" if said[0] == "|" else " ").join(taken).strip(), at
    if said[0] == "[" and said.endswith("]"):
        return [_plain(part) for part in said[1:-1].split(",") if part.strip()], at + 1
    return _words(rows, at + 1, indent + 1, said)


def _words(rows: list[_Row], at: int, indent: int, said: str) -> tuple[str | None, int]:
    """A text that may go on over lines that are farther in."""
    parts = [said] if said else []
    while at < len(rows) and rows[at].text and rows[at].indent >= indent:
        parts.append(rows[at].text)
        at += 1
    return _plain(" ".join(parts)), at


def _plain(words: str) -> str | None:
    words = words.strip()
    if words[:1] in "\"'" and words[-1:] == words[:1] and len(words) > 1:
        return words[1:-1].replace('\\"', '"').replace("''", "'")
    words = re.sub(r"\s#.*$", "", words)
    return None if words in _NOTHING else words
