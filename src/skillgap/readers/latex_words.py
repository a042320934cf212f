"""LaTeX's words: arguments, definitions, and what commands and signs come to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

# Commands that say nothing, with how many of their arguments say nothing either.
SKIPPED = dict.fromkeys(
    """vspace hspace color colorlet pagestyle thispagestyle label ref cite input include
    includegraphics bibliography bibliographystyle usepackage fontsize selectfont linespread
    pagecolor hypersetup newcolumntype RequirePackage cvphoto photo geometry
    pagenumbering enlargethispage vskip hskip cventryspace phantom addbibresource nocite
    graphicspath setmainfont setsansfont urlstyle columnratio faIcon faicon setstretch""".split(),
    1,
) | dict.fromkeys(
    """setlength addtolength setcounter rule fontsize definecolor titlespacing titleformat
    newlength makecvfooter newcommand renewcommand providecommand def setlist setbool
    NewDocumentCommand newenvironment renewenvironment AtBeginEnvironment wheelchart photoR photoL
    let""".split(),
    9,
)
# Commands whose last argument is what is shown, with how many they have.
EATEN = {
    "href": 2, "textcolor": 2, "colorbox": 2, "parbox": 2, "raisebox": 2, "scalebox": 2,
    "fcolorbox": 3, "resizebox": 3, "multicolumn": 3, "multirow": 3, "texorpdfstring": 1,
    "textbf": 1, "textit": 1, "emph": 1, "textsc": 1, "underline": 1, "uline": 1, "url": 1,
    "texttt": 1, "textsf": 1, "textrm": 1, "mbox": 1, "makebox": 1, "small": 0, "item": 0,
    "large": 0, "Large": 0, "LARGE": 0, "huge": 0, "Huge": 0, "normalsize": 0, "footnotesize": 0,
    "scriptsize": 0, "tiny": 0, "bfseries": 0, "itshape": 0, "scshape": 0, "bf": 0, "it": 0,
    "centering": 0, "noindent": 0, "raggedright": 0, "quad": 0, "upshape": 0, "mdseries": 0,
    "sffamily": 0, "ttfamily": 0, "rmfamily": 0, "textnormal": 1, "textmd": 1, "textsuperscript": 1,
    "section": 1, "subsection": 1, "subsubsection": 1, "cvsection": 1, "cvtag": 1,
}  # fmt: skip
SHOWN = frozenset(name for name, count in EATEN.items() if count > 1)
# Environments with arguments, and how many; they are measures.
ENVIRONMENTS = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "tabu": 1, "longtable": 1,
    "minipage": 1, "multicols": 1, "paracol": 1, "adjustwidth": 2, "list": 2, "spacing": 1,
    "textblock": 1, "wrapfigure": 2,
}  # fmt: skip
BREAKS = frozenset(
    """par newline linebreak newpage pagebreak clearpage bigskip medskip smallskip hrule columnbreak
    tabularnewline switchcolumn cr""".split()
)
# Commands of classes for resumes that hold the name and the address.
CONTACT = frozenset(
    """name firstname familyname lastname author title position tagline address phone mobile email
    homepage github gitlab linkedin social extrainfo location quote cvname cvjobtitle cvmail
    cvsite cvaddress cvnumberphone cvlinkedin mailaddress""".split()
)
# Commands whose argument stands on a line of its own.
LINES = CONTACT | frozenset("descript role cvtag cvlistitem years employer school degree".split())
ACCENTS = {
    "'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307",
}  # fmt: skip
LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å",
    "l": "ł", "L": "Ł", "i": "ı", "LaTeX": "LaTeX", "LaTeXe": "LaTeX", "TeX": "TeX",
    "textbar": "|", "textbullet": "•", "bullet": "•", "cdot": "·", "cdotp": "·", "textendash": "–",
    "textemdash": "—", "ldots": "…", "dots": "…", "textasciitilde": "~", "sim": "~",
    "textbackslash": "\\", "rightarrow": "→", "to": "→", "times": "×", "pm": "±", "euro": "€",
    "texteuro": "€", "pounds": "£", "copyright": "©", "textregistered": "®", "texttrademark": "™",
    "textquoteright": "’", "textless": "<", "textgreater": ">", "approx": "≈", "geq": "≥",
    "leq": "≤", "mid": "|", "vert": "|", "textperiodcentered": "·", "slash": "/",
    "textunderscore": "_", "quad": " ", "qquad": " ", "enskip": " ", "space": " ", "thinspace": " ",
    "enspace": " ", "Cpp": "C++", "today": "", "xspace": "",
}  # fmt: skip

_LENGTH = re.compile(r"\s*+=?\s*+[-+]?(?:\d++(?:\.\d*+)?|\.\d++) ?(?:pt|em|ex|cm|mm|in)\b")
_DEFINES = re.compile(r"\s*\\[a-zA-Z@]+")
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*\n?[ \t]*")
_OPTION = re.compile(r"\s*+\[")
_GROUP = re.compile(r"[ \t]*+(?:\n[ \t]*+)?\{")
_BRACE = re.compile(r"\\.|[{}]", re.S)
_DEFINED = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*"
    r"(?:\{\s*\\([a-zA-Z@]+)\s*\}|\\([a-zA-Z@]+))\s*(?:\[(\d)\])?\s*(?:\[([^\[\]]*)\])?\s*(?=\{)"
    r"|\\def\s*\\([a-zA-Z@]+)((?:#\d)*)\s*(?=\{)"
)
_PARAMETER = re.compile(r"(\\[a-zA-Z@]+)?#([1-9])")
_MOST_ARGS = 9
_MOST_MACROS = 500  # a file defines some dozen commands


class Macro(NamedTuple):
    """A command that the file defines."""

    body: str
    arity: int
    optional: str | None

    def expand(self, text: str, at: int) -> tuple[str, int]:
        """Its body with the arguments that stand at `at`; where the text goes on."""
        args: list[str] = []
        if self.optional is not None:
            option, at = _option_at(text, at)
            args.append(self.optional if option is None else option)
        given, end = groups_at(text, at, most=self.arity - len(args)) if self.arity else ([], at)
        args += given
        args += [""] * (self.arity - len(args))
        body = _PARAMETER.sub(lambda m: _filled(m, args), self.body)
        return body, end


def _filled(match: re.Match[str], args: Sequence[str]) -> str:
    """An argument in its place; a command right before it ends there, whatever letters follow."""
    number = int(match[2]) - 1
    return (f"{match[1]} " if match[1] else "") + (args[number] if number < len(args) else "")


def macros_of(text: str) -> dict[str, Macro]:
    """The commands that a text defines, but sections: those are known."""
    found: dict[str, Macro] = {}
    for match in _DEFINED.finditer(text):
        name = match[1] or match[2] or match[5]
        body, _ = groups_at(text, match.end(), most=1)
        count = int(match[3] or 0) if match[5] is None else match[6].count("#")
        if len(found) >= _MOST_MACROS:
            break
        if body and "section" not in name.lower() and f"\\{name}" not in body[0]:
            found[name] = Macro(body[0], min(count, _MOST_ARGS), match[4])
    return found


def without_comments(text: str) -> str:
    """A text without what TeX passes over."""
    text = _COMMENT.sub(_end_of_comment, text)
    kept, at = "", 0
    while (off := text.find("\\iffalse", at)) >= 0 and (end := text.find("\\fi", off + 8)) >= 0:
        kept += text[at:off]
        at = end + len("\\fi")
    return kept + text[at:]


def _end_of_comment(match: re.Match[str]) -> str:
    """A comment takes its line's end with it; one on a line of its own leaves no empty line."""
    return match[1]


def groups_at(text: str, at: int, most: int = _MOST_ARGS) -> tuple[list[str], int]:
    """The arguments in braces that stand at `at`, options passed over; where they end."""
    args: list[str] = []
    while True:
        if not args or len(args) < most:
            option, at = _option_at(text, at)
            if option is not None:
                continue
        opening = _GROUP.match(text, at) if len(args) < most else None
        if opening is None:
            return args, at
        end = _closings(text).get(opening.end(), len(text))
        args.append(text[opening.end() : end])
        at = end + 1


def _option_at(text: str, at: int) -> tuple[str | None, int]:
    opening = _OPTION.match(text, at)
    if opening is None or "\n\n" in opening[0]:
        return None, at
    end = text.find("]", opening.end(), opening.end() + 300)
    return (text[opening.end() : end], end + 1) if end >= 0 else (None, at)


@lru_cache(maxsize=32)
def _closings(text: str) -> dict[int, int]:
    """Where each group of a text closes, by where it begins; what never closes ends with it."""
    closings: dict[int, int] = {}
    open_groups: list[int] = []
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            open_groups.append(brace.end())
        elif brace[0] == "}" and open_groups:
            closings[open_groups.pop()] = brace.start()
    return closings | dict.fromkeys(open_groups, len(text))


def after_silent(name: str, text: str, at: int) -> int:
    """Where the text goes on behind a command that shows nothing, with what belongs to it."""
    if SKIPPED.get(name, 0) > 1 and (defined := _DEFINES.match(text, at)):
        at = defined.end()
    return groups_at(text, after_length(text, at), most=SKIPPED.get(name, 1))[1]


def after_length(text: str, at: int) -> int:
    """Behind a measure ("\\itemsep -3pt"), if one stands there."""
    length = _LENGTH.match(text, at)
    return length.end() if length else at


def plain(text: str) -> str:
    """Dashes and quotation marks as the page shows them."""
    text = text.replace("---", "—").replace("--", "–")
    return text.replace("``", "“").replace("''", "”")
