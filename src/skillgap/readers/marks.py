"""Marks of Org, AsciiDoc and reStructuredText -> plain text as people type it.

Only what would be read wrongly: headings, drawers, directives, cells, and signs around words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from skillgap.headings import wording_kind

_ORG = re.compile(r"^(?:#\+[A-Za-z_]+:|:PROPERTIES:)", re.M | re.I)
_ASCIIDOC = re.compile(r"^={2,5} [^\n=]+$", re.M)
_RST = re.compile(r"^\.\. \w|``[^`\n]+``|`[^`<>\n]+ <[^<>\n]+>`_", re.M)
# One heading may be a line of signs; so many are markup.
FEWEST_HEADINGS = 2

_Shown = str | Callable[[re.Match[str]], str]
_Step = tuple[re.Pattern[str], _Shown]


def _heading(match: re.Match[str]) -> str:
    """A heading; of those inside sections only what is worded like one: the others are titles of
    jobs and projects."""
    heading = len(match["sign"]) <= len(match["top"] or "*") or wording_kind(match["words"])
    return f"\n# {match['words']}\n" if heading else f"\n**{match['words']}**\n"


def _steps(*rows: tuple[str, _Shown]) -> tuple[_Step, ...]:
    return tuple((re.compile(pattern, re.M | re.I), shown) for pattern, shown in rows)


_ORG_STEPS = _steps(
    (r"^[ \t]{0,9}:PROPERTIES:[ \t]*\n(?:[ \t]{0,9}:[^\n]*\n){0,40}?[ \t]{0,9}:END:[ \t]*\n", ""),
    (r"^#\+(?:title|author|email):[ \t]*([^\n]*)$", r"\1"),
    (r"^(?:#\+|# )[^\n]*\n?", ""),
    (r"[ \t]+:[\w@:]{1,80}:[ \t]*$", ""),
    (r"\[\[[^\[\]\n]*\]\[([^\[\]\n]+)\]\]", r"\1"),
    (r"\[\[([^\[\]\n]*)\]\]", r"\1"),
    (r"(?<![\w*/=~])([*/=~])(?=\S)([^\n*/=~]{1,200})(?<=\S)\1(?!\w)", r"\2"),
    (r"^(?P<sign>(?P<top>\*)\*{0,4}) +(?:TODO |DONE )?(?P<words>[^\n]+)$", _heading),
    (r"^([ \t]*[-+] [^\n]{1,80}?) :: ", r"\1: "),
    (r"[<\[](\d{4}-\d\d)-\d\d(?: \w{2,3})?[>\]]", r"\1"),
    (r"^[ \t]*\|[-+|]+$\n?", ""),
    (r"^[ \t]*\|[ \t]*([^\n]*?)[ \t]*\|[ \t]*$", r"\1"),
    (r"(?<=\S)[ \t]+\|[ \t]+(?=\S)", "\t"),
)
_ASCIIDOC_STEPS = _steps(
    (r"^:[\w-]+:[^\n]*\n", ""),
    (r"^\[[^\]\n]*\][ \t]*\n|^\|={3,}[ \t]*\n?", ""),
    (r"^\|[ \t]*([^\n]*)$", r"\1"),
    (r"(?<=\S)[ \t]*\|[ \t]*(?=\S)", "\t"),
    (r"(?:https?|mailto|link|email):(\S{1,200}?)\[([^\]\n]*)\]", r"\2 \1"),
    (r"(?<![\w*_`])([*_`])(?=\S)([^\n*_`]{1,200})(?<=\S)\1(?!\w)", r"\2"),
    (r"^(?P<sign>(?P<top>={1,2})=*) +(?P<words>[^\n=]+)$", _heading),
    (r"^([^\n:]{1,60})::[ \t]", r"\1: "),
)
_RST_STEPS = _steps(
    (r"^\.\. [^\n]*\n(?:[ \t]+:[^\n]*\n){0,20}", ""),
    (r"``([^`\n]+)``", r"\1"),
    (r"`([^`<>\n]+?) *<[^<>\n]+>`__?", r"\1"),
    (r"^:(\w[\w ]{0,30}):[ \t]", r"\1: "),
    (r"(?<![\w*])(\*\*?)(?=\S)([^\n*]{1,200})(?<=\S)\1(?!\w)", r"\2"),
)


def without_marks(text: str) -> str:
    """A text without the marks of the language that it is written in; others stay as they are."""
    for steps, is_written in _LANGUAGES:
        if is_written(text):
            for pattern, shown in steps:
                text = pattern.sub(shown, text)
            return text
    return text


_LANGUAGES: tuple[tuple[tuple[_Step, ...], Callable[[str], bool]], ...] = (
    (_ORG_STEPS, lambda text: bool(_ORG.search(text))),
    (_ASCIIDOC_STEPS, lambda text: len(_ASCIIDOC.findall(text)) >= FEWEST_HEADINGS),
    (_RST_STEPS, lambda text: len(_RST.findall(text)) >= FEWEST_HEADINGS),
)
