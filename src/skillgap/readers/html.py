"""HTML -> Document: blocks by element and style, tables, lists; what a browser hides is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from skillgap.errors import UnreadableError
from skillgap.models import BlockKind, Document, Warning
from skillgap.readers.assembly import Piece, assemble
from skillgap.readers.css import Sheets, merged, style_attribute
from skillgap.readers.decode import Decoded, decode
from skillgap.readers.flow import Flow, finish, table
from skillgap.readers.html_rows import BLOCKS, HEADINGS, is_next_date, stands_apart
from skillgap.readers.html_style import STYLING, Style, paints, style_of
from skillgap.readers.markup import Element, parse_html, too_deep, too_much
from skillgap.readers.own import check_no_report
from skillgap.readers.text import encoding_warnings, pieces_of

# Page builders nest some forty elements; each one costs its descendants a look back.
MAX_DEPTH = 400
# A saved profile page has some ten thousand.
MAX_ELEMENTS = 100_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{3,20})", re.I)
_BLOCK_DISPLAYS = ("block", "flex", "grid", "list-item", "table", "table-row", "flow-root")
_INLINE_DISPLAYS = ("inline", "inline-block", "inline-flex", "contents")
# So many lines that are set as typed are a text of their own.
PLAIN_TEXT = 6
_LINK = re.compile(r"(?:https?:|mailto:|tel:)", re.I)


def read_html(data: bytes, source: str, *, password: str = "") -> Document:  # noqa: ARG001
    """Read an HTML page. Raises UnreadableError: `format`, `empty`, `limit`."""
    decoded = _decode(data)
    if decoded is None:
        raise UnreadableError(
            f"{source} is not an HTML page.",
            why="It holds bytes that no text has.",
            mend="Export the resume as PDF and try that file.",
            code="format",
        )
    check_no_report(decoded.text, source)
    pieces, links, warnings = html_pieces(decoded.text, source)
    return assemble(
        pieces,
        data,
        source,
        "html",
        warnings=[*encoding_warnings(decoded), *warnings],
        links=links,
        doubtful=decoded.doubtful,
    )


def html_pieces(text: str, source: str) -> tuple[list[Piece], list[str], list[Warning]]:
    """The pieces and links of a page, and warnings. Raises UnreadableError: `limit`, `empty`."""
    if not text.strip():
        return [], [], []
    walker = _Walker(parse_html(text, source), source)
    walker.walk()
    warnings = []
    if walker.sheets.exhausted:
        message = "Its style sheets are too large to be followed; text that they hide may be read."
        warnings = [Warning("styles-ignored", message)]
    return finish(walker.flows[0].pieces), walker.links, warnings


def _decode(data: bytes) -> Decoded | None:
    """The page's text by what the page itself says, else like any text."""
    named = _CHARSET.search(data[:2048])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = named[1].decode("ascii")
        try:
            text = data.decode(name)
        except (LookupError, ValueError):
            return decode(data)
        return None if "\0" in text else Decoded(text, name)
    return decode(data)


@dataclass(slots=True)
class _Frame:
    """An element that the walk is inside of."""

    element: Element
    style: Style
    block: bool
    kind: BlockKind
    children: Iterator[Element]
    rows: list[list[list[Piece]]] = field(default_factory=list)  # of a table


def _in_reading_order(element: Element) -> Iterator[Element]:
    """The children; a sidebar that stands before the part with the name comes after it."""
    children = list(element)
    aside = [child for child in children if _is_sidebar(child)]
    if aside and aside[0] is not children[-1] and next(aside[0].iter("h1"), None) is None:
        rest = [child for child in children if child is not aside[0]]
        if any(next(child.iter("h1"), None) is not None for child in rest):
            children = [*rest, aside[0]]
    return iter(children)


def _is_sidebar(element: Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag == "aside" or "sidebar" in names


class _Walker:
    """One walk over the tree in document order, without recursion."""

    def __init__(self, root: Element, source: str) -> None:
        self.flows = [Flow(source)]
        self.links: list[str] = []
        self._source = source
        self._root = root
        self.sheets = Sheets()
        self._frames: list[_Frame] = []
        self._count = 0
        self._styles: dict[tuple[object, ...], Style] = {}
        self._tables: list[_Frame] = []
        for element in root.iter("style"):
            self.sheets.add("".join(element.itertext()))
        self._painted = self._is_painted()

    def _is_painted(self) -> bool:
        """Whether anything on the page is not white."""
        if next(self._root.iter("img", "svg", "picture"), None) is not None:
            return True
        rules = (rule for rules in self.sheets.rules.values() for rule in rules)
        if any(paints(rule.values) or paints(rule.important) for rule in rules):
            return True
        styles = (element.get("style") for element in self._root.iter("*"))
        return any("background" in style and paints(style_attribute(style)[0])
                   for style in styles if style)  # fmt: skip

    def walk(self) -> None:
        self._enter(self._root, Style())
        while self._frames:
            frame = self._frames[-1]
            child = next(frame.children, None)
            if child is None:
                self._leave(self._frames.pop())
            elif isinstance(child.tag, str):
                if len(self._frames) > MAX_DEPTH:
                    raise too_deep(self._source)
                self._enter(child, frame.style)
            else:  # a comment
                self._text(child.tail, frame.style)

    def _enter(self, element: Element, parent: Style) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise too_much(self._source, f"It has more than {MAX_ELEMENTS:,} elements.")
        tag = element.tag
        ancestors = [frame.element for frame in self._frames]
        style = self._style(element, ancestors, parent)
        block = tag in BLOCKS or style.display.startswith(_BLOCK_DISPLAYS)
        if tag in BLOCKS and tag != "li" and style.display in _INLINE_DISPLAYS:
            block = False
        kind = self._kind(tag)
        frame = _Frame(element, style, block, kind, _in_reading_order(element))
        if style.skipped:
            frame.children = iter(())
        self._before(frame)
        self._frames.append(frame)
        self._text(element.text if not style.skipped else None, style)

    def _style(self, element: Element, ancestors: list[Element], parent: Style) -> Style:
        """The style of an element; most look like another one in the same place."""
        rules = self.sheets.matching(element, ancestors)
        said = tuple(element.get(name) for name in STYLING)
        key = (element.tag, said, tuple(rule.rank for rule in rules), parent)
        if key not in self._styles:
            values = merged(rules, element.get("style") or "")
            self._styles[key] = style_of(element.tag, element.get, values, parent, self._painted)
        return self._styles[key]

    def _kind(self, tag: str) -> BlockKind:
        """What a block inside this element is: the first of a list item is the item."""
        if tag in HEADINGS:
            return BlockKind.HEADING
        if tag == "li":
            return BlockKind.BULLET
        if tag in ("ul", "ol", "table", "td", "th"):
            return BlockKind.PARAGRAPH
        return self._frames[-1].kind if self._frames else BlockKind.PARAGRAPH

    def _before(self, frame: _Frame) -> None:
        tag, parent = frame.element.tag, self._frames[-1] if self._frames else None
        if frame.block:
            self._end()
        elif tag == "br":
            in_item = parent is not None and parent.kind is BlockKind.BULLET
            self._text(" ", frame.style) if in_item else self._end()
        elif is_next_date(frame.element):
            self.flows[-1].add(" – ", frame.style.look)
        elif parent is not None and (parent.style.display.endswith(("flex", "grid"))
                                     or frame.style.floats
                                     or stands_apart(frame.element, parent.element)):  # fmt: skip
            self.flows[-1].add("\t", frame.style.look)  # items stand apart without a space
        elif frame.style.display == "inline-block":
            self.flows[-1].add(" ", frame.style.look)
        if tag == "table":
            self._tables.append(frame)
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self.flows.append(Flow(self._source))
        elif tag == "a" and _LINK.match(target := frame.element.get("href") or ""):
            self.links.append(target.removeprefix("mailto:"))

    def _leave(self, frame: _Frame) -> None:
        tag = frame.element.tag
        if frame.block:
            self._end(frame)
        if tag in ("td", "th") and self._tables and len(self.flows) > 1:
            pieces = finish(self.flows.pop().pieces)
            rows = self._tables[-1].rows
            if not rows:
                rows.append([])
            rows[-1].append(pieces)
        elif tag == "table" and self._tables and self._tables[-1] is frame:
            self._tables.pop()
            self.flows[-1].pieces += table(frame.rows)
        if self._frames:
            self._text(frame.element.tail, self._frames[-1].style)

    def _end(self, frame: _Frame | None = None) -> None:
        """The block so far ends; its kind is that of the element it stands in."""
        inner = frame or (self._frames[-1] if self._frames else None)
        kind = inner.kind if inner else BlockKind.PARAGRAPH
        before = len(self.flows[-1].pieces)
        self.flows[-1].end(kind)
        made = any(p.kind is BlockKind.BULLET for p in self.flows[-1].pieces[before:])
        if kind is BlockKind.BULLET and made:
            for outer in reversed(self._frames if frame is None else [*self._frames, frame]):
                if outer.kind is not BlockKind.BULLET:
                    break
                outer.kind = BlockKind.PARAGRAPH  # what follows in the item is a paragraph

    def _text(self, text: str | None, style: Style) -> None:
        if not text or style.skipped:
            return
        if not style.pre:
            self.flows[-1].add(text.replace("\t", " "), style.look)
            return
        lines = text.split("\n")
        if sum(map(bool, map(str.strip, lines))) >= PLAIN_TEXT and not style.look.hidden:
            self._end()
            self.flows[-1].pieces += pieces_of(text, self._source)  # typed, as in a text file
            return
        for at, line in enumerate(lines):
            self.flows[-1].add(re.sub(r" {3,}", "\t", line.strip()), style.look)
            if at + 1 < len(lines):
                self._end()
