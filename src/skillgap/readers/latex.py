"""LaTeX -> Document: what the page would show, as far as it can be told without a TeX system.

Commands that the file defines itself are expanded; others with several arguments are taken for an
entry or a labelled line, as classes for resumes have them (moderncv, Awesome-CV, AltaCV).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.headings import wording_kind
from skillgap.models import BlockKind, Document
from skillgap.readers.assembly import Piece, assemble
from skillgap.readers.latex_words import (
    ACCENTS,
    BREAKS,
    CONTACT,
    EATEN,
    ENVIRONMENTS,
    LETTERS,
    LINES,
    SHOWN,
    SKIPPED,
    Macro,
    after_length,
    after_silent,
    groups_at,
    macros_of,
    plain,
    without_comments,
)
from skillgap.readers.markup import too_much
from skillgap.readers.text import decoded_text, encoding_warnings

# Commands in commands; resumes have five levels.
DEEPEST = 25
# A book's chapter is a tenth of this.
MAX_LATEX = 300_000
# Tokens of a text with everything expanded; a long resume has ten thousand.
MOST_TOKENS = 300_000
# An argument with more letters is a text, not a title, an employer or a place.
LONGEST_NAME = 90

_TOKEN = re.compile(r"\\[a-zA-Z@]+\*?|\\.|\n[ \t]*\n\s*|[{}&~$\n]|[^\\{}&~$\n]+", re.S)
_BODY = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d\d?/\d\d\b|\bpresent\b|\bongoing\b", re.I)
_TEXT = re.compile(r"\\(?:item|begin|par)\b|\\\\|\n[ \t]*\n")
_SECTION = re.compile(r"section|chapter|^part$", re.I)
_LOWER = re.compile(r"sub|paragraph|run", re.I)
_ICON = re.compile(r"fa[A-Z]|ai[A-Z]|faicon$|icon$", re.I)
_ITEM_LABEL = re.compile(r"\s*\[([^\[\]]{0,200})\]")
_SPACES, _TABS = re.compile(r"[^\S\t]+"), re.compile(r" ?\t\s*")
_LETTER = re.compile(r"[^\W\d_]")


def read_latex(data: bytes, source: str, *, password: str = "") -> Document:  # noqa: ARG001
    """Read a LaTeX file. Raises UnreadableError: `format`, `empty`, `limit`."""
    decoded = decoded_text(data, source)
    if len(decoded.text) > MAX_LATEX:
        raise too_much(source, f"It has more than {MAX_LATEX:,} characters of LaTeX.")
    text = without_comments(re.sub("\r\n?", "\n", decoded.text))
    begin = _BODY.search(text)
    head, body = (text[: begin.start()], text[begin.end() :]) if begin else ("", text)
    if end := _END.search(body):
        body = body[: end.start()]
    setter = _Setter(macros_of(text), source)
    setter.contact(head)
    setter.run(body)
    return assemble(
        setter.pieces(),
        data,
        source,
        "latex",
        warnings=encoding_warnings(decoded),
        links=setter.links,
        doubtful=decoded.doubtful,
    )


class _Setter:
    """Sets a text: lines of it, each a heading, a list item or a paragraph."""

    def __init__(self, macros: dict[str, Macro], source: str) -> None:
        self._macros, self._source = macros, source
        self._done: list[Piece] = []
        self._line: list[str] = []
        self._bullet = False
        self._tokens = 0
        self.links: list[str] = []

    def pieces(self) -> list[Piece]:
        self._break()
        return self._done

    def contact(self, head: str) -> None:
        """The name and the address that classes for resumes take before the text begins."""
        for match in re.finditer(r"\\([a-zA-Z]+)", head):
            if match[1] in CONTACT and match[1] not in self._macros:
                args, _ = groups_at(head, match.end())
                self._say(" ".join(self._words(arg, 0) for arg in args))
                self._break()

    def run(self, text: str, depth: int = 0) -> None:
        """Set `text`, a command or a run of letters at a time."""
        at = 0
        while at < len(text):
            token = _TOKEN.match(text, at)
            if token is None:  # a lone backslash at the end
                return
            at = token.end()
            self._tokens += 1
            if self._tokens > MOST_TOKENS:
                raise too_much(self._source, "Its commands come to too much text.")
            found = token[0]
            if found[0] == "\\":
                at = self._command(found[1:].rstrip("*"), text, at, depth)
            elif found[0] == "\n" and found.count("\n") > 1:
                self._break()
            elif found == "&":
                self._say("\t")
            elif found in "\n~":
                self._say(" ")
            elif found not in "{}$":
                self._say(plain(found))

    # ------------------------------------------------------------ commands

    def _command(self, name: str, text: str, at: int, depth: int) -> int:
        """Set one command; where the text goes on."""
        if not name[:1].isalpha():
            return self._sign(name, text, at)
        if name in LETTERS:
            self._say(LETTERS[name])
            return at + (text[at : at + 1] == " ")
        if name in ("begin", "end"):
            return self._environment(name == "begin", text, at, depth)
        if name == "item":
            self._break()
            self._bullet = True
            return self._item(text, at, depth)
        if name in BREAKS:
            self._break()
            return at
        if name in ("hfill", "dotfill", "hrulefill"):
            self._say("\t")
            return at
        macro = self._macros.get(name)
        if macro is not None and depth < DEEPEST:
            body, at = macro.expand(text, at)
            self.run(body, depth + 1)
            return at
        if name in SKIPPED or _ICON.match(name):
            return after_silent(name, text, at)
        if EATEN.get(name) == 0:
            return at
        args, end = groups_at(text, at, most=EATEN.get(name, 9))
        if not args:
            return after_length(text, end)
        if depth < DEEPEST:
            self._with_arguments(name, args, depth)
        return end

    def _sign(self, sign: str, text: str, at: int) -> int:
        """A command of one sign: a line's end, an accent, a character that TeX would not show."""
        if sign == "\\":
            self._break()
            return groups_at(text, at, most=0)[1]
        if sign in ACCENTS:
            args, end = groups_at(text, at, most=1)
            letter = args[0] if args else text[at : at + 1]
            letter = {"\\i": "i", "\\j": "j"}.get(letter.strip(), letter)
            self._say(letter[:1] + ACCENTS[sign] + letter[1:])
            return end if args else at + 1
        self._say(sign if sign in "%&#_${}" else " ")
        return at

    def _item(self, text: str, at: int, depth: int) -> int:
        label = _ITEM_LABEL.match(text, at)
        if label is None:
            return at
        self._say(self._words(label[1], depth) + " ")
        return label.end()

    def _environment(self, begins: bool, text: str, at: int, depth: int) -> int:
        names, end = groups_at(text, at, most=1)
        name = names[0].strip() if names else ""
        if begins and name.rstrip("*") in ("comment", "tikzpicture", "verbatim", "filecontents"):
            closing = text.find(f"\\end{{{name}}}", end)
            return closing if closing >= 0 else len(text)
        if name.startswith(("tabular", "tabu", "longtable")) and begins and not self._line:
            self._bullet = False  # the item is a table: a title with its date
        else:
            self._break()
        if begins:
            titled = (4 if _LOWER.search(name) else 1) if _SECTION.search(name) else 0
            args, end = groups_at(text, end, most=ENVIRONMENTS.get(name, titled))
            if name not in ENVIRONMENTS and args:
                self._with_arguments(name, args, depth)
        return end

    # ------------------------------------------------------------ arguments

    def _with_arguments(self, name: str, args: Sequence[str], depth: int) -> None:
        if name in SHOWN:
            if name == "href":
                self.links.append(args[0])
            self.run(args[-1], depth + 1)
        elif _SECTION.search(name) and len(args) == 1:
            self._heading(self._words(args[0], depth), lower=bool(_LOWER.search(name)))
        elif name in LINES:
            self._break()
            self._say(" ".join(self._words(arg, depth) for arg in args))
            self._break()
        elif len(args) == 1:
            self.run(args[0], depth + 1)
        else:
            self._entry(args, depth)

    def _entry(self, args: Sequence[str], depth: int) -> None:
        """Arguments that belong together: title, employer, place, dates, then a text; or a label
        and what it is the label of."""
        self._break()
        short = {at: self._words(arg, depth) for at, arg in enumerate(args) if not _is_text(arg)}
        said = {
            at: words for at, words in short.items() if _LETTER.search(words) or _DATE.search(words)
        }
        dates = [words for words in said.values() if _DATE.search(words) and len(words) < 40][:1]
        names = [words for words in said.values() if words not in dates]
        if len(args) == 2 and len(names) == 2:
            self._say(": ".join(names) if len(names[1]) < LONGEST_NAME else "\t".join(names))
        elif len(said) > 3 and not dates:
            self._say("\t".join(names))
        else:
            self._say("\t".join(part for part in (", ".join(names), *dates) if part))
        self._break()
        for at, arg in enumerate(args):
            if at not in short:
                self.run(arg, depth + 1)
                self._break()

    def _words(self, text: str, depth: int) -> str:
        """A short text, set on a line of its own."""
        inner = _Setter(self._macros, self._source)
        inner._tokens = self._tokens
        if depth < DEEPEST:
            inner.run(text, depth + 1)
        self._tokens = inner._tokens
        self.links += inner.links
        return " ".join(piece.text.replace("\t", " ") for piece in inner.pieces()).strip()

    # ------------------------------------------------------------ lines

    def _heading(self, words: str, lower: bool) -> None:
        self._break()
        heading = not lower or wording_kind(words) is not None
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        self._done.append(Piece(kind, words, bold=True))

    def _say(self, words: str) -> None:
        self._line.append(words)

    def _break(self) -> None:
        text = _TABS.sub("\t", _SPACES.sub(" ", "".join(self._line))).strip()
        self._line = []
        if not text:
            return
        # A title with its date at the right is no item, though lists are used to set it.
        bullet = self._bullet and "\t" not in text
        self._bullet = False
        self._done.append(Piece(BlockKind.BULLET if bullet else BlockKind.PARAGRAPH, text))


def _is_text(arg: str) -> bool:
    return len(arg) > 2 * LONGEST_NAME or bool(_TEXT.search(arg.strip()))
