"""Colour operands of a content stream -> red, green and blue between 0 and 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from pdfminer.pdftypes import PDFStream, resolve1

from skillgap.readers.page import Rgb

BLACK: Rgb = (0.0, 0.0, 0.0)


class Space(NamedTuple):
    """A colour space: gray, rgb, cmyk, tint (0 is no ink), or one that is not worked out."""

    name: str
    components: int


_BY_NAME = {
    "DeviceGray": Space("gray", 1),
    "CalGray": Space("gray", 1),
    "G": Space("gray", 1),
    "DeviceRGB": Space("rgb", 3),
    "CalRGB": Space("rgb", 3),
    "RGB": Space("rgb", 3),
    "DeviceCMYK": Space("cmyk", 4),
    "CMYK": Space("cmyk", 4),
    "Lab": Space("lab", 3),
    "Separation": Space("tint", 1),
}
_BY_COUNT = {1: Space("gray", 1), 3: Space("rgb", 3), 4: Space("cmyk", 4)}
_UNKNOWN = Space("unknown", 1)


def space_of(name: Any, resources: Any) -> Space:
    """The colour space that `name` means, with the page's own spaces in `resources`."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    spec = resolve1(resources.get(name)) if isinstance(resources, dict) else None
    parts = spec if isinstance(spec, list) else [spec]
    family = getattr(resolve1(parts[0]), "name", None)
    if family == "ICCBased" and len(parts) > 1:
        profile = resolve1(parts[1])
        count = resolve1(profile.get("N")) if isinstance(profile, PDFStream) else None
        return _BY_COUNT.get(count, _UNKNOWN) if isinstance(count, int) else _UNKNOWN
    if family == "DeviceN" and len(parts) > 1:
        names = resolve1(parts[1])
        return Space("tint", len(names)) if isinstance(names, list) else _UNKNOWN
    return _BY_NAME.get(family, _UNKNOWN) if isinstance(family, str) else _UNKNOWN


def initial(space: Space) -> list[Any]:
    """The operands of the colour that is set when a space is chosen."""
    if space.name == "cmyk":
        return [0.0, 0.0, 0.0, 1.0]
    return [1.0 if space.name == "tint" else 0.0] * space.components


def rgb(space: Space, operands: Sequence[Any]) -> Rgb | None:
    """The colour, or None for one that is not worked out (patterns, palettes)."""
    values = [float(v) for v in operands[-space.components :] if isinstance(v, (int, float))]
    if len(values) != space.components:
        return None
    values = [min(1.0, max(0.0, v)) if space.name != "lab" else v for v in values]
    match space.name:
        case "gray":
            return (values[0], values[0], values[0])
        case "rgb":
            return (values[0], values[1], values[2])
        case "cmyk":
            c, m, y, k = values
            return ((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k))
        case "tint":
            light = 1.0 - max(values)
            return (light, light, light)
        case "lab":
            light = min(1.0, max(0.0, values[0] / 100))
            return (light, light, light) if abs(values[1]) + abs(values[2]) < 5 else None
    return None
