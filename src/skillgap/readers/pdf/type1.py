"""What the codes of a Type 1 font mean that is embedded without a table of them: its own header
says so, one "dup 65 /A put" for each.

pdfminer reads these headers character by character.
"""

from __future__ import annotations

import re
from contextlib import suppress

from pdfminer.encodingdb import name2unicode

_SPACE = rb"[\0\t\n\f\r ]"
_PUT = re.compile(
    rb"(?<![^\0\t\n\f\r ])(\d{1,3}+)" + _SPACE + rb"*+/([A-Za-z0-9._-]++)" + _SPACE + rb"++put\b"
)


def read_encoding(header: bytes) -> dict[int, str]:
    """The texts of a font's codes, as far as their glyphs' names tell."""
    found: dict[int, str] = {}
    for code, name in _PUT.findall(header):
        with suppress(KeyError):
            found[int(code)] = name2unicode(str(name, "ascii"))
    return found
