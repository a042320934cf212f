"""RTF -> Document: one pass over the tokens with a stack of formatting, as the format asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from skillgap.errors import UnreadableError
from skillgap.models import BlockKind, Document
from skillgap.readers.assembly import Piece, assemble
from skillgap.readers.flow import BLACK, WHITE, Color, Flow, Look, finish, furniture, table, unseen
from skillgap.readers.markup import too_deep, too_much
from skillgap.readers.rtf_state import (
    FONT_SETS,
    FORMATS,
    HEADING_NAME,
    KNOWN,
    LINK,
    PLACES,
    SKIPPED,
    SYMBOLS,
    State,
    known_encoding,
)
from skillgap.readers.rtf_tokens import Token, tokens

# Groups in groups; editors stay below twenty.
MAX_DEPTH = 500
# Control words, braces and pieces of text; a resume of ten pages has some ten thousand.
MAX_TOKENS = 500_000
_COLORS = ("red", "green", "blue")


def read_rtf(data: bytes, source: str, *, password: str = "") -> Document:  # noqa: ARG001
    """Read an RTF file. Raises UnreadableError: `damaged`, `empty`, `limit`."""
    reader = _Reader(source)
    for count, token in enumerate(tokens(data)):
        if count > MAX_TOKENS:
            raise too_much(source, f"It has more than {MAX_TOKENS:,} control words.")
        reader.take(token)
    if not reader.opened:
        raise UnreadableError(
            f"{source} is damaged.", why="It holds no RTF groups.", mend="Save it again.",
            code="damaged",
        )  # fmt: skip
    reader.end_table()
    for flow in reader.flows.values():
        flow.end()
    reader.place_boxes()
    head, margin = furniture(reader.flows["margin"].pieces)
    comments = [
        Piece(BlockKind.HIDDEN, piece.text, "comment") for piece in reader.flows["comment"].pieces
    ]
    text = [*reader.body.pieces, *reader.flows["note"].pieces]
    pieces = [*head, *finish(text), *margin, *comments]
    return assemble(pieces, data, source, "rtf", links=reader.links)


class _Reader:
    """Takes one token after the other."""

    def __init__(self, source: str) -> None:
        self.links: list[str] = []
        self.flows = {name: Flow(source) for name in ("body", "box", "margin", "note", "comment")}
        self.body = self.flows["body"]
        self.opened = False
        self._source = source
        self._state = State()
        self._stack: list[State] = []
        self._first = False  # whether the token is the first of its group
        self._optional = False
        self._bytes = b""  # of the same encoding, not decoded yet
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._colors: list[Color | None] = []
        self._mixed = [0, 0, 0]
        self._mixes = False
        self._left = 0  # stand-ins to leave out
        self._listed = False  # whether a list sign was set before the paragraph
        self._headings: set[int] = set()  # the styles of headings
        self._rows: list[list[list[Piece]]] = []
        self._cells: list[list[Piece]] = []
        self._table_at = 0  # how many pieces of the body come before the table
        self._link = b""

    def take(self, token: Token) -> None:
        first, self._first = self._first, False
        if token.kind == "text":
            self._text(token.data)
            return
        self._flush()
        if token.kind == "open":
            if len(self._stack) >= MAX_DEPTH:
                raise too_deep(self._source)
            self.opened = self._first = True
            self._stack.append(self._state)
            self._left = 0
        elif token.kind == "close":
            self._close()
        elif token.kind == "symbol":
            self._symbol(token.text, first)
        elif first or self._optional:
            self._destination(token)
        else:
            self._word(token)

    def _close(self) -> None:
        if self._state.where == "link" and (found := LINK.search(self._link)):
            target = found[1].decode("utf-8", "replace").removeprefix("mailto:")
            self.links.append(target)
        if self._stack:
            self._state = self._stack.pop()
        self._left, self._optional = 0, False

    def _symbol(self, symbol: str, first: bool) -> None:
        if symbol == "*" and first:
            self._optional = True
        elif symbol in "{}\\":
            self._add(symbol)
        elif symbol == "~":
            self._add(" ")
        elif symbol == "_":
            self._add("-")
        elif symbol in "\r\n":
            self._end_paragraph()

    def _destination(self, token: Token) -> None:
        optional, self._optional = self._optional, False
        word, state = token.text, self._state
        if state.where == "skip":
            return
        where = PLACES.get(word, "")
        if where:
            self._state = replace(state, where=where)
            self._link = b"" if where == "link" else self._link
        elif word in SKIPPED or (optional and word not in KNOWN):
            self._state = replace(state, where="skip")
        else:
            self._word(token)

    def _word(self, token: Token) -> None:
        word, number = token.text, token.number
        if word in FORMATS:
            self._state = FORMATS[word](self._state, number)
            self._listed = self._listed and word != "pard"
        elif word in _BREAKS:
            _BREAKS[word](self)
        elif word in SYMBOLS:
            self._add(SYMBOLS[word])
        elif word in _COLORS and self._state.where == "colors":
            self._mixed[_COLORS.index(word)] = min(max(number or 0, 0), 255)
            self._mixes = True
        elif word == "u":
            self._unicode(number or 0)
        elif word == "fcharset" and self._state.where == "fonts":
            self._fonts[self._state.font] = FONT_SETS.get(number or 0, "")
        elif word in ("ansicpg", "mac"):
            name = "mac_roman" if word == "mac" else f"cp{number}"
            self._encoding = known_encoding(name, self._encoding)

    def _unicode(self, number: int) -> None:
        self._listed = self._listed or self._state.where == "listtext"
        code = number + 65536 if number < 0 else number
        if 0 < code < 0x110000:
            self._add(chr(code))  # half a pair meets its other half when the text is cleaned
        self._left = self._state.skip

    def _text(self, data: bytes) -> None:
        if self._left:
            cut = min(self._left, len(data))
            self._left -= cut
            data = data[cut:]
        where = self._state.where
        if where == "link":
            self._link += data[: max(0, 5000 - len(self._link))]
        elif where == "colors":
            for _ in range(data.count(b";")):
                mixed = tuple(part / 255 for part in self._mixed)
                self._colors.append((mixed[0], mixed[1], mixed[2]) if self._mixes else None)
                self._mixed, self._mixes = [0, 0, 0], False
        elif where == "listtext":
            self._listed = self._listed or bool(data.strip())
        elif where == "styles":
            if HEADING_NAME.match(data):
                self._headings.add(self._state.style)
        elif where not in ("skip", "fonts"):
            self._bytes += data

    def _flush(self) -> None:
        if self._bytes:
            data, self._bytes = self._bytes, b""
            encoding = self._fonts.get(self._state.font) or self._encoding
            self._add(data.decode(encoding, "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if state.where in self.flows:
            self._flow().add(text, self._look())

    def _flow(self) -> Flow:
        return self.flows[self._state.where]

    def _look(self) -> Look:
        state = self._state
        if state.vanish or state.deleted:
            reason = "hidden" if state.vanish else "deleted"
        else:
            fill = self._color(state.fill) or self._color(state.shade)
            color = self._color(state.color) or BLACK
            # Cells and shapes may be filled in ways that are not followed here.
            clear = state.where == "box" or state.table
            reason = unseen(state.size, color, fill or (None if clear else WHITE))
        return Look(reason, state.size, state.bold)

    def _color(self, number: int) -> Color | None:
        return self._colors[number] if 0 < number < len(self._colors) else None

    def _end_paragraph(self) -> None:
        if self._state.where not in self.flows:
            return
        outside = self._state.where == "body" and not self._state.table
        if outside:
            self.end_table()
        self._flow().end(self._kind())
        if outside:
            self.place_boxes()
            self._table_at = len(self.body.pieces)

    def place_boxes(self) -> None:
        """Text boxes follow the paragraph that holds them."""
        box = self.flows["box"]
        box.end()
        self.body.pieces += box.pieces
        box.pieces = []

    def _kind(self) -> BlockKind:
        if (
            self._state.heading or self._state.style in self._headings
        ):  # headings are numbered by lists, too
            return BlockKind.HEADING
        return BlockKind.BULLET if self._listed else BlockKind.PARAGRAPH

    def _break_line(self) -> None:
        if self._listed:
            self._add(" ")
        else:
            self._end_paragraph()

    def _end_cell(self) -> None:
        if self._state.where == "body":
            self._flow().end(self._kind())
            self._cells.append(finish(self.body.pieces[self._table_at :]))
            del self.body.pieces[self._table_at :]

    def _end_row(self) -> None:
        if self._cells:
            self._rows.append(self._cells)
            self._cells = []

    def end_table(self) -> None:
        """The rows read so far become pieces of the body."""
        self._end_row()
        if self._rows:
            self.body.pieces[self._table_at : self._table_at] = table(self._rows)
            self._rows = []
            self._table_at = len(self.body.pieces)


_BREAKS: dict[str, Callable[[_Reader], None]] = {
    "par": _Reader._end_paragraph,
    "sect": _Reader._end_paragraph,
    "page": _Reader._end_paragraph,
    "line": _Reader._break_line,
    "cell": _Reader._end_cell,
    "row": _Reader._end_row,
    "nestcell": _Reader._end_paragraph,
    "nestrow": _Reader._end_paragraph,
}
