"""Layers (optional content): which are switched off when the file is opened? ISO 32000, 8.11."""

from __future__ import annotations

from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1

_DEEPEST = 5


class Layers:
    """The layers of a document, as its default configuration sets them."""

    def __init__(self, catalog: Any) -> None:
        properties = resolve1(catalog.get("OCProperties")) if isinstance(catalog, dict) else None
        properties = properties if isinstance(properties, dict) else {}
        setting = resolve1(properties.get("D"))
        setting = setting if isinstance(setting, dict) else {}
        on, off = _numbers(setting.get("ON")), _numbers(setting.get("OFF"))
        base = getattr(resolve1(setting.get("BaseState")), "name", "ON")
        everything = _numbers(properties.get("OCGs"))
        self._off = off if base != "OFF" else (everything | off) - on

    def is_off(self, entry: Any, depth: int = 0) -> bool:
        """Whether content marked with `entry` (a layer, or a rule over layers) is not shown."""
        if not self._off or depth > _DEEPEST:
            return False
        if isinstance(entry, PDFObjRef) and entry.objid in self._off:
            return True
        rule = resolve1(entry)
        if not isinstance(rule, dict) or "OCGs" not in rule:
            return False
        listed = resolve1(rule["OCGs"])
        layers = listed if isinstance(listed, list) else [rule["OCGs"]]
        off = [self.is_off(layer, depth + 1) for layer in layers if resolve1(layer) is not None]
        if not off:
            return False
        match getattr(resolve1(rule.get("P")), "name", "AnyOn"):
            case "AllOn":
                return any(off)
            case "AnyOff":
                return not any(off)
            case "AllOff":
                return not all(off)
        return all(off)


def _numbers(entries: Any) -> frozenset[int]:
    """The object numbers of a list of references."""
    listed = resolve1(entries)
    refs = listed if isinstance(listed, list) else []
    return frozenset(ref.objid for ref in refs if isinstance(ref, PDFObjRef))
