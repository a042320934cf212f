"""How runs and paragraphs of a DOCX look: styles, their ancestors, direct formatting."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from skillgap.readers.flow import BLACK, WHITE, Color, Look, unseen
from skillgap.readers.markup import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Styles build on one another; a ring of them must end.
MAX_ANCESTORS = 20
_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop)\s*\d|title$", re.I)
_LIST_NAME = re.compile(r"list(?: bullet| number|e)", re.I)
_HIGHLIGHTS: dict[str, Color] = {"white": WHITE, "black": BLACK}
# The colours of the theme that stand for paper and ink; others are neither.
_THEME: dict[str, Color] = {"background1": WHITE, "light1": WHITE, "text1": BLACK, "dark1": BLACK}


@dataclass(slots=True)
class Properties:
    """Formatting that is said somewhere; None is unsaid."""

    size: float | None = None
    bold: bool | None = None
    vanish: bool | None = None
    color: Color | None = None
    fill: Color | None = None
    painted: bool = False  # filled with a colour that cannot be told
    outline: int | None = None
    numbered: bool | None = None

    def over(self, base: Properties) -> Properties:
        """These, and where they are silent those of `base`."""
        told = self.fill is not None or self.painted
        return Properties(
            size=base.size if self.size is None else self.size,
            bold=base.bold if self.bold is None else self.bold,
            vanish=base.vanish if self.vanish is None else self.vanish,
            color=base.color if self.color is None else self.color,
            fill=self.fill if told else base.fill,
            painted=self.painted if told else base.painted,
            outline=base.outline if self.outline is None else self.outline,
            numbered=base.numbered if self.numbered is None else self.numbered,
        )

    def look(self, *, on_paper: bool = True) -> Look:
        """How such a run looks; `on_paper` says that nothing but a fill lies behind it."""
        size = self.size or 0.0
        background = None if self.painted else self.fill or (WHITE if on_paper else None)
        reason = "hidden" if self.vanish else unseen(size, self.color or BLACK, background)
        return Look(reason, size, bool(self.bold))


@dataclass(slots=True)
class _Style:
    name: str
    base: str
    properties: Properties


@dataclass(slots=True)
class Styles:
    """The styles of a document by id, and its defaults."""

    styles: dict[str, _Style] = field(default_factory=dict)
    defaults: Properties = field(default_factory=lambda: Properties(size=10.0))
    usual: str = ""  # the paragraph style of paragraphs that name none

    def resolve(self, style: str) -> Properties:
        """The properties of a style with those that it builds on."""
        found = Properties()
        for _ in range(MAX_ANCESTORS):
            if style not in self.styles:
                break
            found = found.over(self.styles[style].properties)
            style = self.styles[style].base
        return found

    def is_heading(self, style: str) -> bool:
        return self._named(style, _HEADING_NAME)

    def is_list(self, style: str) -> bool:
        return self._named(style, _LIST_NAME)

    def _named(self, style: str, pattern: re.Pattern[str]) -> bool:
        for _ in range(MAX_ANCESTORS):
            if style not in self.styles:
                return False
            if pattern.match(self.styles[style].name):
                return True
            style = self.styles[style].base
        return False


def read_styles(root: Element | None) -> Styles:
    """The styles of `word/styles.xml`; without it, the defaults of Word."""
    styles = Styles()
    if root is None:
        return styles
    defaults = root.find(f"{W}docDefaults")
    if defaults is not None:
        run = defaults.find(f"{W}rPrDefault/{W}rPr")
        styles.defaults = properties_of(run).over(styles.defaults)
    for element in root.iter(f"{W}style"):
        key = element.get(f"{W}styleId") or ""
        name, base = element.find(f"{W}name"), element.find(f"{W}basedOn")
        own = properties_of(element.find(f"{W}rPr")).over(properties_of(element.find(f"{W}pPr")))
        styles.styles[key] = _Style(_val(name), _val(base), own)
        if element.get(f"{W}default") in ("1", "true") and element.get(f"{W}type") == "paragraph":
            styles.usual = key
    return styles


def properties_of(element: Element | None) -> Properties:
    """What a `rPr` or `pPr` says."""
    found = Properties()
    if element is None:
        return found
    for child in element:
        tag = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
        value = child.get(f"{W}val") or ""
        if tag == "sz" and value.isdecimal():
            found.size = int(value[:6]) / 2
        elif tag == "b":
            found.bold = _on(value)
        elif tag in ("vanish", "specVanish"):
            found.vanish = _on(value)
        elif tag == "color":
            found.color = _color(value, child.get(f"{W}themeColor") or "")
        elif tag in ("shd", "highlight"):
            _fill(found, child, value)
        elif tag == "outlineLvl" and value.isdecimal():
            found.outline = int(value[:3])
        elif tag == "numPr":
            number = child.find(f"{W}numId")
            found.numbered = number is None or _val(number) != "0"
    return found


def _fill(found: Properties, element: Element, value: str) -> None:
    if element.tag == f"{W}highlight":
        found.fill = _HIGHLIGHTS.get(value)
        found.painted = found.fill is None and value != "none"
        return
    fill, theme = element.get(f"{W}fill") or "", element.get(f"{W}themeFill") or ""
    if theme or value not in ("clear", "nil", ""):
        found.fill, found.painted = _THEME.get(theme), theme not in _THEME
    elif fill not in ("", "auto"):
        found.fill = _color(fill, "")
        found.painted = found.fill is None


def _color(value: str, theme: str) -> Color | None:
    if theme:  # shades of it are kept in `value`
        return _THEME.get(theme, _hex(value))
    return _hex(value)


def _hex(value: str) -> Color | None:
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", value):
        return BLACK if value == "auto" else None
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _on(value: str) -> bool:
    return value not in ("0", "false", "off", "none")


def _val(element: Element | None) -> str:
    return "" if element is None else element.get(f"{W}val") or ""
