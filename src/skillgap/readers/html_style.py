"""How an element of an HTML page looks: its style, computed from its parent's and its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import tinycss2
from tinycss2.color4 import parse_color

from skillgap.readers.css import Declarations, Tokens
from skillgap.readers.flow import BLACK, WHITE, Color, Look, unseen

# So far to the left or above, in CSS pixels, nothing of a text is on the page.
OFF_PAGE = 500.0
# Less of the ink is not seen.
FAINT = 0.05
_PIXEL = 0.75  # points
_UNITS = {"px": _PIXEL, "pt": 1.0, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54}
_SIZES = {"xx-small": 7.0, "x-small": 7.5, "small": 10.0, "medium": 12.0, "large": 13.5,
          "x-large": 18.0, "xx-large": 24.0, "smaller": 10.0, "larger": 14.4}  # fmt: skip
_NO_SIZE = 0.01  # a size of nothing; 0 means unknown
_TAG_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "small": 0.83}
_BOLD_TAGS = frozenset(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"])
# The attributes that decide about the look.
STYLING = ("style", "hidden", "bgcolor", "color")
_NEVER_SEEN = frozenset(
    ["script", "style", "template", "head", "title", "noscript", "iframe", "object", "audio",
     "video", "canvas", "map", "select", "datalist", "noframes", "meta", "link"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """The style of an element. A colour of None is one that cannot be told; `gone` is a reason to
    be unseen that covers everything inside, `invisible` one that an inner element can undo."""

    color: Color | None = BLACK
    background: Color | None = WHITE
    size: float = 12.0
    bold: bool = False
    gone: str = ""
    invisible: bool = False
    clear: bool = False  # the ink is transparent
    display: str = ""
    floats: bool = False
    pre: bool = False
    skipped: bool = False  # its text is no content at all: scripts, styles

    @property
    def look(self) -> Look:
        reason = self.gone or ("invisible" if self.invisible else "")
        if not reason and self.clear:
            reason = "transparent"
        if not reason:
            reason = unseen(self.size, self.color or BLACK, self.background if self.color else None)
        return Look(reason, self.size, self.bold)


def style_of(tag: str, has: Any, values: Declarations, parent: Style, painted: bool) -> Style:
    """The style of an element; `has` gets its attributes, `painted` says that the page is not
    white everywhere."""
    style = replace(parent, display="", floats=False)
    if tag in _NEVER_SEEN:
        return replace(style, skipped=True)
    if tag in _TAG_SIZES:
        style = replace(style, size=_TAG_SIZES[tag] * style.size)
    style = replace(
        style, bold=style.bold or tag in _BOLD_TAGS, pre=style.pre or tag in ("pre", "textarea")
    )
    if has("hidden") is not None and "display" not in values:
        style = replace(style, gone=style.gone or "display:none")
    if (legacy := has("bgcolor")) is not None:
        style = replace(style, background=_named(legacy))
    if tag == "font" and (legacy := has("color")) is not None:
        style = replace(style, color=_named(legacy))
    if not values:
        return style
    style = _inked(_sized(style, values, parent.size), values)
    if _word(values, "position") in ("absolute", "fixed") and painted:
        style = replace(style, background=None)  # it may lie over anything
    style = _painted(style, values)
    return replace(
        style,
        gone=style.gone or _gone(values),
        invisible=_invisible(values, style.invisible),
        display=_word(values, "display"),
        floats=_word(values, "float") in ("left", "right"),
        pre=_word(values, "white-space").startswith("pre")
        if "white-space" in values
        else style.pre,
    )


def paints(values: Declarations) -> bool:
    """Whether declarations give a background that is not plain white."""
    style = _painted(Style(), values)
    return style.background != WHITE


def _sized(style: Style, values: Declarations, inherited: float) -> Style:
    size = style.size
    for token in (*values.get("font", ()), *values.get("font-size", ())):
        if (found := _size(token, inherited)) is not None:
            size = found
            if token in values.get("font", ()):
                break  # after the size, a font names line height and family
    weight = _word(values, "font-weight")
    bold = style.bold
    if weight:
        bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
    return replace(style, size=size, bold=bold)


def _size(token: Any, inherited: float) -> float | None:
    if token.type == "ident":
        return _SIZES.get(token.lower_value)
    if token.type == "percentage":
        return max(_NO_SIZE, float(token.value) / 100 * inherited)
    if token.type == "number" and token.value == 0:
        return _NO_SIZE
    if token.type == "dimension":
        unit = token.lower_unit
        factor = {"em": inherited, "rem": 12.0, "ex": inherited / 2}.get(unit, _UNITS.get(unit))
        return None if factor is None else max(_NO_SIZE, float(token.value) * factor)
    return None


def _inked(style: Style, values: Declarations) -> Style:
    if tokens := values.get("color"):
        if _is_word(tokens, "inherit", "currentcolor", "unset"):
            pass
        elif (found := _color(tokens[0])) is None:
            style = replace(style, color=None, clear=False)
        else:
            style = replace(style, color=found[:3], clear=found[3] <= FAINT)
    if (opacity := _number(values, "opacity")) is not None and opacity <= FAINT:
        style = replace(style, gone=style.gone or "transparent")
    return style


def _painted(style: Style, values: Declarations) -> Style:
    for name in ("background", "background-color", "background-image"):
        tokens = values.get(name, ())
        if not tokens or _is_word(tokens, "none", "transparent", "inherit", "initial", "unset"):
            continue
        if any(t.type in ("url", "function") and _color(t) is None for t in tokens):
            return replace(style, background=None)
        colors = [c for c in map(_color, tokens) if c is not None]
        if colors and colors[0][3] > 0.5:
            style = replace(style, background=colors[0][:3])
        elif not colors and name != "background-image":
            style = replace(style, background=None)
    return style


def _color(token: Any) -> tuple[float, float, float, float] | None:
    color = parse_color(token)
    if color is None or color == "currentcolor":
        return None
    try:
        red, green, blue, alpha = color.to("srgb")
    except (NotImplementedError, TypeError, ValueError):
        return None
    # A part that is `none` counts as nothing.
    return red or 0.0, green or 0.0, blue or 0.0, 1.0 if alpha is None else alpha


def _named(text: str) -> Color | None:
    tokens = tinycss2.parse_component_value_list(text.strip())
    color = _color(tokens[0]) if tokens else None
    return color[:3] if color else None


def _gone(values: Declarations) -> str:
    if _word(values, "display") == "none":
        return "display:none"
    placed = _word(values, "position") in ("absolute", "fixed", "relative")
    sides = ("left", "top", "right", "bottom") if placed else ()
    for name in (*sides, "text-indent", "margin-left", "margin-top", "margin"):
        lengths = [length for t in values.get(name, ()) if (length := _pixels(t)) is not None]
        if any(length <= -OFF_PAGE for length in lengths):
            return "off-page"
    return "clipped" if _is_clipped(values) else _transformed(values)


def _is_clipped(values: Declarations) -> bool:
    if _word(values, "overflow") in ("hidden", "clip"):
        for name in ("height", "width", "max-height", "max-width"):
            tokens = values.get(name, ())
            if len(tokens) == 1 and (length := _pixels(tokens[0])) is not None and length <= 1:
                return True
    clip, path = values.get("clip", ()), values.get("clip-path", ())
    if clip and clip[0].type == "function" and _word(values, "position") in ("absolute", "fixed"):
        lengths = [_pixels(t) for t in clip[0].arguments if t.type in ("number", "dimension")]
        return bool(lengths) and all(length is not None and length <= 1 for length in lengths)
    if path and path[0].type == "function" and path[0].lower_name in ("inset", "circle"):
        first = next((t for t in path[0].arguments if t.type in ("percentage", "number",
                                                                 "dimension")), None)  # fmt: skip
        if first is None:
            return False
        return bool(first.value >= 50 if path[0].lower_name == "inset" else first.value <= 0)
    return False


def _transformed(values: Declarations) -> str:
    text = tinycss2.serialize(values["transform"]) if "transform" in values else ""
    if re.match(r"scale[xy]?\(\s*0(?:\.0+)?\s*[,)]", text, re.I):
        return "clipped"
    return "off-page" if re.match(r"translate[xy]?\(\s*-\d{4,}px", text, re.I) else ""


def _invisible(values: Declarations, inherited: bool) -> bool:
    word = _word(values, "visibility")
    return word in ("hidden", "collapse") if word and word != "inherit" else inherited


def _pixels(token: Any) -> float | None:
    if token.type == "number" and token.value == 0:
        return 0.0
    if token.type == "dimension":
        if token.lower_unit in ("em", "rem"):
            return float(token.value * 16)
        factor = _UNITS.get(token.lower_unit)
        return None if factor is None else float(token.value * factor / _PIXEL)
    if token.type == "percentage":  # of a window of a thousand pixels
        return float(token.value * 10) if token.value <= -100 else None
    return None


def _number(values: Declarations, name: str) -> float | None:
    tokens = values.get(name, ())
    if len(tokens) == 1 and tokens[0].type in ("number", "percentage"):
        return float(tokens[0].value / (100 if tokens[0].type == "percentage" else 1))
    return None


def _word(values: Declarations, name: str) -> str:
    tokens = values.get(name, ())
    if not tokens:
        return ""
    if tokens[0].type == "ident":
        return str(tokens[0].lower_value)
    return str(tokens[0].representation) if tokens[0].type == "number" else ""


def _is_word(tokens: Tokens, *words: str) -> bool:
    return len(tokens) == 1 and tokens[0].type == "ident" and tokens[0].lower_value in words
