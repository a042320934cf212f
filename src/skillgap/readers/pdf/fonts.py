"""Fonts of a PDF: character codes -> text and width, through pdfminer's fonts, each code once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pdfminer.fontmetrics import FONT_METRICS
from pdfminer.pdffont import PDFFont, PDFType3Font
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, resolve1
from pdfminer.psparser import LIT

from skillgap.errors import UnreadableError
from skillgap.readers.page import SOFT_HYPHEN, UNKNOWN, Style, is_picture_font
from skillgap.readers.pdf.cmaps import CodeMap, read_code_map
from skillgap.readers.pdf.limits import Budget
from skillgap.readers.pdf.truetype import read_glyph_names
from skillgap.readers.pdf.type1 import read_encoding

SOFT_HYPHEN_CODE = 0xAD

_TWO_BYTES = re.compile(rb"begincodespacerange\s*<0000>\s*<ffff>\s*endcodespacerange", re.I)
_BOLD = re.compile(r"bold|black|heavy|semib|demi|extrab|-medi\b|CMBX|SFBX|CMB\d|CMSSBX|BX\d", re.I)
_ITALIC = re.compile(r"ital|obli|slant|CMTI|CMSL|SFTI", re.I)
_SMALL_CAPS = re.compile(r"small-?caps|caps\b|CMCSC|SFCC|-?SC\b|smcp", re.I)
# TeX's bitmap fonts name their glyphs after codes ("a28"). These are the codes, in the T1 and the
# OT1 encoding, that differ from Latin 1; where both differ, T1 stands.
_TEX_GLYPH = re.compile(r"a\d{1,3}")
_TEX_CODES = {
    11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl", 16: "\u201c", 17: "\u201d", 18: "\u201e",
    19: "\u00ab", 20: "\u00bb", 21: "\u2013", 22: "\u2014", 25: "\u0131", 27: "ff", 28: "fi",
    29: "fl", 30: "ffi", 31: "ffl", 39: "\u2019", 96: "\u2018", 127: "-", 0xD7: "\u0152",
    0xDF: "SS", 0xF7: "\u0153", 0xFF: "\u00df",
}  # fmt: skip
_FORCE_BOLD = 1 << 18
_TYPE1 = ("Type1", "MMType1")
_SHORT = 2  # bytes of one code
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st", "\u0132": "IJ", "\u0133": "ij",
}  # fmt: skip
_NOTHING = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"), None)


class Font:
    """One font: `glyph(code)` is the text and the width of a code, in sizes of the font."""

    def __init__(
        self, font: PDFFont | None, name: str, spec: Mapping[str, Any] | None = None
    ) -> None:
        self._font = font
        self._glyphs: dict[int, tuple[str, float]] = {}
        self._codes: dict[bytes, tuple[int, ...]] = {}  # of single glyphs: many makers show each
        self.multibyte = bool(font and font.is_multibyte())
        self.height = _type3_height(font)
        self.style = _style(font, name)
        self._tex = _is_tex(font, spec)
        self._pictures = is_picture_font(name) and not getattr(font, "unicode_map", None)

    def codes(self, data: bytes) -> Iterable[int]:
        """The character codes of a string."""
        if not self.multibyte or self._font is None:
            return data
        if len(data) > _SHORT:
            return self._font.decode(data)
        codes = self._codes.get(data)
        if codes is None:
            codes = self._codes[data] = tuple(self._font.decode(data))
        return codes

    def glyph(self, code: int) -> tuple[str, float]:
        """Text and width of `code`. A space, of whatever kind, is " "."""
        found = self._glyphs.get(code)
        if found is None:
            found = self._glyphs[code] = (self._text(code), self._width(code))
        return found

    def _text(self, code: int) -> str:
        if self._tex:
            return _TEX_CODES.get(code, chr(code) if code > ord(" ") else UNKNOWN)
        try:
            text = self._font.to_unichr(code) if self._font else UNKNOWN
        except Exception:  # pdfminer's border: a broken font raises anything
            return UNKNOWN
        if not isinstance(text, str) or not text:
            return UNKNOWN
        if self._pictures and text < "\u0100":
            return chr(0xF000 + code % 256)  # as other programs do with these fonts
        if text.isspace():
            # pdfminer takes WinAnsi's soft hyphen for a space.
            return " " if code != SOFT_HYPHEN_CODE or self.multibyte else SOFT_HYPHEN
        text = "".join(_LIGATURES.get(letter, letter) for letter in text).translate(_NOTHING)
        return "".join(letter if letter >= " " else UNKNOWN for letter in text)

    def _width(self, code: int) -> float:
        try:
            return float(self._font.char_width(code)) if self._font else 0.5
        except Exception:  # pdfminer's border
            return 0.5


class Fonts:
    """The fonts of a document, each made once."""

    def __init__(self, budget: Budget) -> None:
        self._manager = PDFResourceManager()
        self._fonts: dict[object, Font] = {}
        self._budget = budget

    def get(self, spec: Any) -> Font:
        """The font behind a resource entry; a broken one gives unknown glyphs."""
        key = spec.objid if isinstance(spec, PDFObjRef) else id(spec)
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._make(spec)
        return font

    def _make(self, spec: Any) -> Font:
        self._budget.check_time()
        try:
            entries: Mapping[str, Any] = dict_value(spec)
            lean, meanings = self._lean(entries)
            header = None if "Encoding" in lean else _take_header(lean)
            made = self._manager.get_font(None, lean)
            if header is not None:
                made.cid2unicode = read_encoding(header)  # type: ignore[attr-defined]
            if meanings is not None:
                made.unicode_map = meanings  # type: ignore[attr-defined]
        except UnreadableError:
            raise
        except Exception:  # pdfminer's border: a broken font raises anything
            self._budget.settle()
            return Font(None, "")
        name = getattr(made, "basefont", None) or made.fontname
        return Font(made, name if isinstance(name, str) else "", entries)

    def _lean(self, entries: Mapping[str, Any]) -> tuple[dict[str, Any], CodeMap | None]:
        """A font's entries without the tables that are read here, and what those say."""
        lean, meanings = dict(entries), None
        most = self._budget.limits.codes
        table = resolve1(lean.get("ToUnicode"))
        if isinstance(table, PDFStream):
            lean["ToUnicode"] = PDFStream({}, b"")
            meanings = read_code_map(table.get_data(), most)
        below = resolve1(lean.get("DescendantFonts"))
        if isinstance(below, list) and below:
            font = dict(dict_value(below[0]))
            font["W"] = _tame_widths(font.get("W"), 3, most)
            font["W2"] = _tame_widths(font.get("W2"), 5, most)
            descriptor = dict(dict_value(font.get("FontDescriptor")))
            file = resolve1(descriptor.pop("FontFile2", None))
            if meanings is None and "ToUnicode" not in lean and isinstance(file, PDFStream):
                meanings = read_glyph_names(file.get_data(), most) if _is_identity(font) else None
            font["FontDescriptor"] = descriptor
            lean["DescendantFonts"] = [font]
            encoding = resolve1(lean.get("Encoding"))
            if (
                isinstance(encoding, PDFStream)
                and _takes_two_bytes(encoding)
                and _is_identity(font)
            ):
                # pdfminer reads no such table; WeasyPrint's maps each code to itself
                lean["Encoding"] = LIT("Identity-H")
        return lean, meanings


def _take_header(lean: dict[str, Any]) -> bytes | None:
    """The header of an embedded Type 1 font, which says what its codes mean; it is taken out of the
    font's entries, so that pdfminer does not read it. None where there is none, or pdfminer takes
    none, as for fonts that every viewer has."""
    kind, name = (getattr(resolve1(lean.get(key)), "name", "") for key in ("Subtype", "BaseFont"))
    if kind not in _TYPE1 or name in FONT_METRICS:
        return None
    descriptor = dict(dict_value(lean.get("FontDescriptor")))
    file = resolve1(descriptor.get("FontFile"))
    length = resolve1(file.get("Length1")) if isinstance(file, PDFStream) else None
    if not isinstance(length, int):
        return None
    del descriptor["FontFile"]
    lean["FontDescriptor"] = descriptor
    data: bytes = file.get_data()
    return data[:length]


def _takes_two_bytes(encoding: PDFStream) -> bool:
    return bool(_TWO_BYTES.search(encoding.get_data()))


def _is_identity(font: Mapping[str, Any]) -> bool:
    """Whether the font's codes are numbers of its glyphs, with no order of characters to them."""
    info = dict_value(font.get("CIDSystemInfo"))
    return resolve1(info.get("Ordering")) in (b"Identity", b"UCS")


def _tame_widths(widths: Any, length: int, most: int) -> list[Any]:
    """Widths of a font by code, up to the entry that would make them more than `most`.

    A list follows its first code; `length` numbers are two codes and a width for all between.
    """
    tame: list[Any] = []
    numbers: list[Any] = []
    for entry in map(resolve1, resolve1(widths) or ()):
        if isinstance(entry, list):
            most -= len(entry)
            numbers = []
        elif isinstance(entry, (int, float)):
            numbers.append(entry)
            if len(numbers) == length:
                most -= max(0, int(numbers[1] - numbers[0]))
                numbers = []
        if most < 0:
            break
        tame.append(entry)
    return tame


def _style(font: PDFFont | None, name: str) -> Style:
    name = name.split("+", 1)[-1]
    flags = font.flags if font else 0
    weight = font.descriptor.get("FontWeight", 0) if font else 0
    heavy = isinstance(weight, (int, float)) and weight >= 600
    bold = heavy or bool(flags & _FORCE_BOLD) or bool(_BOLD.search(name))
    italic = bool(_ITALIC.search(name))
    return Style(name, bold, italic, bool(_SMALL_CAPS.search(name)))


def _is_tex(font: PDFFont | None, spec: Mapping[str, Any] | None) -> bool:
    """Whether this is one of TeX's bitmap fonts, and does not say what its glyphs mean."""
    if not isinstance(font, PDFType3Font) or spec is None or font.unicode_map:
        return False
    glyphs = resolve1(spec.get("CharProcs"))
    return isinstance(glyphs, dict) and all(_TEX_GLYPH.fullmatch(str(name)) for name in glyphs)


def _type3_height(font: PDFFont | None) -> float:
    """A font whose glyphs are drawings has its own scale: take its box for a size."""
    if not isinstance(font, PDFType3Font):
        return 1.0
    height = abs(font.get_height())
    return height if height > 0 else 1.0
