"""Fonts of a PDF: character codes -> text and width, through pdfminer's fonts, each code once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pdfminer.pdffont import PDFFont, PDFType3Font
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1

from skillgap.readers.pdf_page import Style

# What stands in for a glyph whose font does not say which character it is.
UNKNOWN = "\ufffd"

SOFT_HYPHEN, SOFT_HYPHEN_CODE = "\u00ad", 0xAD

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
# Fonts of pictures, whose codes mean no letters.
_PICTURES = re.compile(r"dingbats|wingdings|webdings|symbol|awesome|icons?\b|glyphicons", re.I)
_FORCE_BOLD = 1 << 18
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
        self.multibyte = bool(font and font.is_multibyte())
        self.height = _type3_height(font)
        self.style = _style(font, name)
        self._tex = _is_tex(font, spec)
        self._pictures = bool(_PICTURES.search(name)) and not getattr(font, "unicode_map", None)

    def codes(self, data: bytes) -> Iterable[int]:
        """The character codes of a string."""
        return self._font.decode(data) if self._font and self.multibyte else data

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

    def __init__(self) -> None:
        self._manager = PDFResourceManager()
        self._fonts: dict[object, Font] = {}

    def get(self, spec: Any) -> Font:
        """The font behind a resource entry; a broken one gives unknown glyphs."""
        key = spec.objid if isinstance(spec, PDFObjRef) else id(spec)
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._make(spec)
        return font

    def _make(self, spec: Any) -> Font:
        try:
            entries: Mapping[str, Any] = dict_value(spec)
            made = self._manager.get_font(None, entries)
        except Exception:  # pdfminer's border: a broken font raises anything
            return Font(None, "")
        name = getattr(made, "basefont", None) or made.fontname
        return Font(made, name if isinstance(name, str) else "", entries)


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
