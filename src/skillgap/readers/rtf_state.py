"""RTF's words: destinations, symbols, formats, and the state that they change."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

# Destinations whose text is no content.
SKIPPED = frozenset(
    """info pict object generator filetbl revtbl rsidtbl listtable
    listoverridetable xmlnstbl themedata colorschememapping latentstyles datastore fldinst mmathPr
    operator author title subject keywords doccomm company atnid atnauthor atnref atndate atntime
    bkmkstart bkmkend pgdsctbl userprops nonshppict sn sv sp defchp defpap background
    wgrffmtfilter shprslt ftnsep ftnsepc aftnsep aftnsepc pnseclvl tc xe txe rxe falt panose
    fontemb""".split()
)
MARGINS = frozenset("header headerl headerr headerf footer footerl footerr footerf".split())
# Destinations that lead elsewhere than to the body.
PLACES = {
    "fonttbl": "fonts",
    "colortbl": "colors",
    "stylesheet": "styles",
    "annotation": "comment",
    "footnote": "note",
    "shptxt": "box",
    "dptxbxtext": "box",
    "listtext": "listtext",
    "pntext": "listtext",
    "fldinst": "link",
} | dict.fromkeys(MARGINS, "margin")
# Destinations marked as optional whose text people see.
KNOWN = frozenset(["shppict", "shpinst", "shptxt", "dptxbxtext", "pntext", "annotation", "atnid",
                    "atnauthor", "fldinst", "bkmkstart", "bkmkend"])  # fmt: skip
SYMBOLS = {
    "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ",
    "qmspace": " ",
}  # fmt: skip
HEADING_NAME = re.compile(rb"\s*(?:heading \d|title;)", re.I)
LINK = re.compile(rb"HYPERLINK\s+(?:\\[a-z]\s+)*\"?([^\"\s]{1,2000})")
FONT_SETS = {0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
              161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
              186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """What a brace opens with and its end brings back."""

    where: str = "body"  # body, box, margin, note, comment; other places hold no content
    size: float = 12.0
    bold: bool = False
    vanish: bool = False
    deleted: bool = False
    color: int = 0
    fill: int = 0
    shade: int = 0  # the paragraph's
    skip: int = 1  # characters that stand in for one in Unicode
    font: int = 0
    table: bool = False
    heading: bool = False
    style: int = 0


def _on(number: int | None) -> bool:
    return number != 0


FORMATS: dict[str, Callable[[State, int | None], State]] = {
    "b": lambda s, n: replace(s, bold=_on(n)),
    "v": lambda s, n: replace(s, vanish=_on(n)),
    "deleted": lambda s, n: replace(s, deleted=_on(n)),
    "fs": lambda s, n: replace(s, size=min(max(n or 24, 1), 2000) / 2),
    "cf": lambda s, n: replace(s, color=n or 0),
    "cb": lambda s, n: replace(s, fill=n or 0),
    "chcbpat": lambda s, n: replace(s, fill=n or 0),
    "highlight": lambda s, n: replace(s, fill=n or 0),
    "cbpat": lambda s, n: replace(s, shade=n or 0),
    "uc": lambda s, n: replace(s, skip=min(max(n or 0, 0), 10)),
    "f": lambda s, n: replace(s, font=n or 0),
    "s": lambda s, n: replace(s, style=n or 0),
    "intbl": lambda s, n: replace(s, table=_on(n)),
    "pard": lambda s, n: replace(s, shade=0, table=False, heading=False, style=0),  # noqa: ARG005
    "plain": lambda s, n: replace(  # noqa: ARG005
        s, size=12.0, bold=False, vanish=False, deleted=False, color=0, fill=0
    ),
    "outlinelevel": lambda s, n: replace(s, heading=(n or 0) < 9),
}


def known_encoding(name: str, usual: str) -> str:
    """Python's name for an encoding, or `usual` for one that it does not have."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return usual
