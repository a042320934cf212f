"""How text of an OpenDocument file looks: its styles by name, with those they build on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from skillgap.readers.flow import BLACK, WHITE, Color, Look, unseen
from skillgap.readers.markup import Element

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
# Styles build on one another; a ring of them must end.
MAX_ANCESTORS = 20
_LENGTH = re.compile(r"([\d.]{1,9})(pt|cm|mm|in|px|%)$")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "px": 0.75}


@dataclass(slots=True)
class Properties:
    """Formatting that is said somewhere; None is unsaid. A fill is a colour, or None for one that
    cannot be told where `painted` is set."""

    size: float | None = None
    scale: float | None = None  # of the size that it builds on
    bold: bool | None = None
    vanish: bool | None = None
    color: Color | None = None
    fill: Color | None = None
    painted: bool = False

    def over(self, base: Properties) -> Properties:
        """These, and where they are silent those of `base`."""
        size = base.size if self.size is None else self.size
        if self.scale is not None and self.size is None and base.size is not None:
            size = self.scale * base.size
        told = self.fill is not None or self.painted
        return Properties(
            size=size,
            bold=base.bold if self.bold is None else self.bold,
            vanish=base.vanish if self.vanish is None else self.vanish,
            color=base.color if self.color is None else self.color,
            fill=self.fill if told else base.fill,
            painted=self.painted if told else base.painted,
        )

    def look(self) -> Look:
        size = self.size or 0.0
        background = None if self.painted else self.fill or WHITE
        reason = "hidden" if self.vanish else unseen(size, self.color or BLACK, background)
        return Look(reason, size, bool(self.bold))


@dataclass(slots=True)
class Styles:
    """The styles of a document by family and name."""

    own: dict[tuple[str, str], tuple[str, Properties]] = field(default_factory=dict)
    defaults: dict[str, Properties] = field(default_factory=dict)
    sections: set[str] = field(default_factory=set)  # hidden ones

    def add(self, root: Element | None) -> None:
        """The styles of one part; those added first win."""
        if root is None:
            return
        for element in root.iter(f"{STYLE}default-style"):
            self.defaults.setdefault(element.get(f"{STYLE}family") or "", _properties(element))
        for element in root.iter(f"{STYLE}style"):
            family = element.get(f"{STYLE}family") or ""
            key = family, element.get(f"{STYLE}name") or ""
            parent = element.get(f"{STYLE}parent-style-name") or ""
            self.own.setdefault(key, (parent, _properties(element)))

    def resolve(self, family: str, name: str) -> Properties:
        """The properties of a style with those that it builds on, and the family's defaults."""
        chain = []
        for _ in range(MAX_ANCESTORS):
            found = self.own.get((family, name))
            if found is None:
                break
            name, properties = found
            chain.append(properties)
        result = self.defaults.get(family, Properties()) if family == "paragraph" else Properties()
        for properties in reversed(chain):
            result = properties.over(result)
        if family != "paragraph" and result.scale is None and len(chain) > 0:
            result.scale = chain[0].scale
        return result

    def ancestors(self, family: str, name: str) -> list[str]:
        """A style's name and those of the styles that it builds on."""
        names = []
        for _ in range(MAX_ANCESTORS):
            names.append(name)
            found = self.own.get((family, name))
            if found is None or not found[0]:
                break
            name = found[0]
        return names


def _properties(style: Element) -> Properties:
    found = Properties()
    for part in style:
        if not isinstance(part.tag, str) or not part.tag.endswith("-properties"):
            continue
        if part.tag == f"{STYLE}text-properties":
            _text_properties(found, part)
        elif (fill := part.get(f"{FO}background-color")) is not None:
            found.fill = color_of(fill)
        if (fill := part.get(f"{DRAW}fill")) not in (None, "none"):
            found.fill = color_of(part.get(f"{DRAW}fill-color") or "") if fill == "solid" else None
            found.painted = found.fill is None
    return found


def _text_properties(found: Properties, part: Element) -> None:
    if match := _LENGTH.match(part.get(f"{FO}font-size") or ""):
        number = float(match[1]) if match[1].count(".") < 2 and match[1] != "." else 0.0
        if match[2] == "%":
            found.scale = number / 100
        else:
            found.size = number * _POINTS[match[2]]
    if (weight := part.get(f"{FO}font-weight")) is not None:
        found.bold = weight == "bold" or (weight.isdecimal() and weight >= "600")
    if (display := part.get(f"{TEXT}display")) is not None:
        found.vanish = display == "none"
    if (color := part.get(f"{FO}color")) is not None:
        found.color = color_of(color)
    if part.get(f"{STYLE}use-window-font-color") == "true":
        found.color = BLACK
    if (fill := part.get(f"{FO}background-color")) is not None:
        found.fill = color_of(fill)


def color_of(value: str) -> Color | None:
    """`#rrggbb` as a colour; `transparent` and the like as None."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        return None
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
