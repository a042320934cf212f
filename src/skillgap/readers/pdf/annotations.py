"""What stands on a page beside its own content: filled-in form fields and typed notes."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from textwrap import wrap
from typing import Any, NamedTuple

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import LIT

from skillgap.readers.page import IDENTITY, Matrix, Rect, box_of, corners
from skillgap.readers.pdf.graphics import matrix
from skillgap.readers.pdf.objects import text_string

# Kinds of annotations whose text belongs to the page; others are remarks, links and stamps.
_SHOWN = frozenset({"Widget", "FreeText"})
_HIDDEN, _NO_VIEW, _PASSWORD = 1 << 1, 1 << 5, 1 << 13
# Fields of a page that are read, and the letters of one; a form of a resume has some dozen.
MOST_FIELDS, MOST_LETTERS = 2_000, 20_000
# How a value is set that its file has no picture of: sizes of the font, and of a letter.
SIZE, LEADING, LETTER = 10.0, 12.0, 0.5
FIELD_FONT = {
    "Font": {
        "F": {
            "Type": LIT("Font"), "Subtype": LIT("Type1"), "BaseFont": LIT("Helvetica"),
            "Encoding": LIT("WinAnsiEncoding"),
        }
    }
}  # fmt: skip


class Appearance(NamedTuple):
    """A form to be run after `place` is applied, or else text operations in `FIELD_FONT`."""

    place: Matrix
    form: PDFStream | None
    text: bytes = b""


def appearances(annotations: Any) -> Iterator[Appearance]:
    """What a page's annotations show, in their order."""
    entries = resolve1(annotations)
    for entry in entries[:MOST_FIELDS] if isinstance(entries, list) else ():
        field = resolve1(entry)
        if not isinstance(field, dict):
            continue
        flags = resolve1(field.get("F"))
        off = isinstance(flags, int) and flags & (_HIDDEN | _NO_VIEW)
        box = _box(field.get("Rect"))
        if off or box is None or getattr(resolve1(field.get("Subtype")), "name", "") not in _SHOWN:
            continue
        form = _form(field)
        if form is not None:
            yield Appearance(_place(form, box), form)
        elif text := _value(field):
            yield Appearance(IDENTITY, None, _set(text, box))


def _form(field: dict[str, Any]) -> PDFStream | None:
    """The picture of a field as it is now."""
    pictures = resolve1(field.get("AP"))
    normal = resolve1(pictures.get("N")) if isinstance(pictures, dict) else None
    if isinstance(normal, dict):
        normal = resolve1(normal.get(getattr(resolve1(field.get("AS")), "name", "")))
    return normal if isinstance(normal, PDFStream) else None


def _place(form: PDFStream, box: Rect) -> Matrix:
    """What maps the form's box, turned by its own matrix, onto the field's."""
    inner = _box(form.get("BBox"))
    if inner is None:
        return IDENTITY
    turned = resolve1(form.get("Matrix"))
    if isinstance(turned, list) and len(turned) == len(IDENTITY):
        try:
            inner = box_of(corners(inner, matrix([resolve1(number) for number in turned])))
        except (TypeError, ValueError, OverflowError):
            return IDENTITY  # the form is passed over when it is run
    wide, high = inner[2] - inner[0], inner[3] - inner[1]
    if not wide or not high:
        return IDENTITY
    x, y = (box[2] - box[0]) / wide, (box[3] - box[1]) / high
    return (x, 0.0, 0.0, y, box[0] - x * inner[0], box[1] - y * inner[1])


def _value(field: dict[str, Any]) -> str:
    """The text that was filled in; a field may leave it to the one that it is a part of."""
    parent = resolve1(field.get("Parent"))
    for entries in (field, parent if isinstance(parent, dict) else {}):
        flags = resolve1(entries.get("Ff"))
        if isinstance(flags, int) and flags & _PASSWORD:
            return ""
        value = resolve1(entries.get("V", entries.get("Contents")))
        if isinstance(value, bytes):
            return text_string(value)[:MOST_LETTERS]
    return ""


def _set(text: str, box: Rect) -> bytes:
    """Operations that set a text into a box, line by line from its top."""
    letters = max(10, int((box[2] - box[0]) / (LETTER * SIZE)))
    rows = [row for part in text.splitlines() for row in wrap(part, letters) or [""]]
    shown = [_string(row) + b" Tj T*" for row in rows]
    start = f"BT /F {SIZE} Tf {LEADING} TL {box[0]} {box[3] - SIZE} Td "
    return start.encode() + b" ".join(shown) + b" ET"


def _string(row: str) -> bytes:
    data = row.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return b"(" + data + b")"


def _box(numbers: Any) -> Rect | None:
    corner = resolve1(numbers)
    try:
        x0, y0, x1, y1 = (float(resolve1(number)) for number in corner)
    except (TypeError, ValueError, OverflowError):
        return None
    if not all(map(isfinite, (x0, y0, x1, y1))):
        return None
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
