"""The text of one DOCX part: paragraphs, runs, tables, text boxes, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from skillgap.models import BlockKind
from skillgap.readers.assembly import Piece
from skillgap.readers.docx_styles import Properties, Styles, W, properties_of
from skillgap.readers.flow import Flow, Look, finish, table
from skillgap.readers.markup import Element, too_deep

# Tables in tables and boxes in boxes; editors stop far earlier, and so does Python's stack.
MAX_DEPTH = 120

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_BOX = f"{W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What a person does not see, by the element that holds it.
_GONE = {f"{W}del": "deleted", f"{W}moveFrom": "deleted"}
_TEXTS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
    f"{W}cr": "\n",
    f"{W}sym": " ",
}
_SKIPPED = frozenset(
    f"{W}{name}"
    for name in ("instrText", "delInstrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr",
                 "sdtPr", "fldData", "footnoteRef", "endnoteRef", "annotationRef")
)  # fmt: skip
# What a template asks for in a field that nobody has filled in.
_ASKS = re.compile(r"\W*(?:click|tap|enter|type|choose|insert|select)\b", re.I)
_DELETED_MARK = f"{W}rPr/{W}del"


class Body:
    """Reads parts of one document. `relations` gives the targets of its links by id."""

    def __init__(self, styles: Styles, source: str, relations: Mapping[str, str]) -> None:
        self.links: list[str] = []
        self._styles = styles
        self._source = source
        self._relations = relations
        self._boxes: list[Element] = []
        self._on_paper = True
        self._code = 0  # how deep inside a field's instruction the text is

    def read(self, root: Element | None, *, on_paper: bool = True) -> list[Piece]:
        """The pieces of a part. Raises UnreadableError (`limit`)."""
        if root is None:
            return []
        self._on_paper, self._code = on_paper, 0
        flow = Flow(self._source)
        self._blocks(root, flow, "", Properties(), 0)
        return flow.pieces

    def _blocks(self, parent: Element, flow: Flow, gone: str, cell: Properties, depth: int) -> None:
        """Everything in an element that holds paragraphs and tables."""
        if depth > MAX_DEPTH:
            raise too_deep(self._source)
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, flow, gone, cell, depth + 1)
            elif child.tag == f"{W}tbl":
                flow.pieces += table(self._rows(child, gone, cell, depth + 1))
            elif child.tag in _GONE:
                self._blocks(child, flow, _GONE[child.tag], cell, depth + 1)
            elif child.tag == f"{W}r" or child.tag in _SKIPPED:
                continue
            else:
                self._blocks(child, flow, _unfilled(child) or gone, cell, depth + 1)

    def _rows(
        self, element: Element, gone: str, outer: Properties, depth: int
    ) -> list[list[list[Piece]]]:
        rows = []
        for row in _children(element, f"{W}tr"):
            lost = row.find(f"{W}trPr/{W}del") is not None
            cells = []
            for cell in _children(row, f"{W}tc"):
                fill = properties_of(cell.find(f"{W}tcPr")).over(outer)
                flow = Flow(self._source)
                self._blocks(cell, flow, "deleted" if lost else gone, fill, depth + 1)
                cells.append(finish(flow.pieces))
            rows.append(cells)
        return rows

    def _paragraph(
        self, element: Element, flow: Flow, gone: str, cell: Properties, depth: int
    ) -> None:
        own = element.find(f"{W}pPr")
        style = _style_name(own, f"{W}pStyle") or self._styles.usual
        paragraph = properties_of(own).over(self._styles.resolve(style))
        kind = self._kind(style, paragraph)
        base = paragraph.over(cell).over(self._styles.defaults)
        boxes, self._boxes = self._boxes, []
        self._runs(element, flow, base, gone, kind, depth)
        # A paragraph whose mark is deleted goes on with the next one.
        if own is None or own.find(_DELETED_MARK) is None:
            flow.end(kind)
        found, self._boxes = self._boxes, boxes
        for box in found:  # a text box may be filled: white in it is no proof of hiding
            paper, self._on_paper = self._on_paper, False
            self._blocks(box, flow, gone, Properties(), depth + 1)
            self._on_paper = paper

    def _kind(self, style: str, paragraph: Properties) -> BlockKind:
        if self._styles.is_heading(style) or (paragraph.outline or 9) < 9 or paragraph.outline == 0:
            return BlockKind.HEADING
        if paragraph.numbered or (paragraph.numbered is None and self._styles.is_list(style)):
            return BlockKind.BULLET
        return BlockKind.PARAGRAPH

    def _runs(
        self, parent: Element, flow: Flow, base: Properties, gone: str, kind: BlockKind, depth: int
    ) -> None:
        if depth > MAX_DEPTH:
            raise too_deep(self._source)
        for child in parent:
            if child.tag == f"{W}r":
                self._run(child, flow, base, gone, kind)
            elif child.tag == f"{W}hyperlink":
                if target := self._relations.get(child.get(_R_ID) or ""):
                    self.links.append(target.removeprefix("mailto:"))
                self._runs(child, flow, base, gone, kind, depth + 1)
            elif child.tag not in _SKIPPED:
                lost = _GONE.get(child.tag) or _unfilled(child) or gone
                self._runs(child, flow, base, lost, kind, depth + 1)

    def _run(self, run: Element, flow: Flow, base: Properties, gone: str, kind: BlockKind) -> None:
        own = run.find(f"{W}rPr")
        character = self._styles.resolve(_style_name(own, f"{W}rStyle"))
        properties = properties_of(own).over(character).over(base)
        look = properties.look(on_paper=self._on_paper)
        if gone:
            look = Look(gone, look.size, look.bold)
        for child in run:
            tag = child.tag
            if tag in (f"{W}t", f"{W}delText"):
                flow.add("" if self._code else child.text or "", look)
            elif tag in _TEXTS:
                flow.add(_TEXTS[tag], look)
            elif tag == f"{W}br":
                # A page or column break ends a paragraph, a line break parts lines of a block.
                flow.add(" ", look) if kind is BlockKind.BULLET else flow.end(kind)
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType") or "")
            elif tag not in _SKIPPED:
                self._collect_boxes(child)

    def _field(self, kind: str) -> None:
        """A field's instruction lies between `begin` and `separate`, its result up to `end`."""
        if kind == "begin":
            self._code += 1
        elif kind in ("separate", "end") and self._code:
            self._code -= 1

    def _collect_boxes(self, element: Element) -> None:
        """The text boxes of a drawing, once: its fallback for old programs repeats them."""
        for box in element.iter(_BOX):
            between = list(_up_to(box, element))
            inner = any(one.tag == _BOX for one in between)  # read with the outer one
            if not inner and not any(map(_is_repeated, between)):
                self._boxes.append(box)


def _unfilled(element: Element) -> str:
    """Why a content control is not read: it still asks for what it should hold."""
    if element.tag != f"{W}sdt" or element.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        return ""
    return "placeholder" if _ASKS.match("".join(element.itertext(f"{W}t"))) else ""


def _up_to(element: Element, top: Element) -> Iterator[Element]:
    """The ancestors of an element below and with `top`."""
    for ancestor in element.iterancestors():
        yield ancestor
        if ancestor is top:
            return


def _is_repeated(element: Element) -> bool:
    """Whether this is a fallback beside a choice that has text boxes, too."""
    if element.tag != _FALLBACK:
        return False
    choices = element.getparent().iterchildren(_CHOICE)
    return any(next(choice.iter(_BOX), None) is not None for choice in choices)


def _children(element: Element, tag: str) -> Iterator[Element]:
    """Children of one kind, also inside content controls and custom markup."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _children(child, tag)


def _style_name(element: Element | None, tag: str) -> str:
    found = None if element is None else element.find(tag)
    return "" if found is None else found.get(f"{W}val") or ""
