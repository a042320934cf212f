"""OpenDocument text (ODT, and its flat form FODT) -> Document."""

from __future__ import annotations

import re

from skillgap.errors import UnreadableError
from skillgap.models import BlockKind, Document
from skillgap.readers.archive import Archive
from skillgap.readers.assembly import Piece, assemble
from skillgap.readers.flow import Flow, Look, finish, furniture, table
from skillgap.readers.markup import Element, parse_xml, too_deep
from skillgap.readers.odt_styles import DRAW, STYLE, TEXT, Properties, Styles

# Sections in frames in tables; editors stop far earlier, and so does Python's stack.
MAX_DEPTH = 120
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_HEADING_NAME = re.compile(r"(?:Heading|Title$|Überschrift)")
_MARGINS = {f"{STYLE}{name}{suffix}" for name in ("header", "footer")
            for suffix in ("", "-first", "-left")}  # fmt: skip
_SKIPPED = frozenset(
    [f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls", f"{OFFICE}forms",
     f"{TEXT}bookmark", f"{TEXT}note-citation", f"{DRAW}image", f"{TEXT}alphabetical-index-mark",
     "{http://www.w3.org/1998/Math/MathML}math",
     "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
     "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc"]
)  # fmt: skip


def read_odt(data: bytes, source: str, *, password: str = "") -> Document:  # noqa: ARG001
    """Read an OpenDocument text.

    Raises UnreadableError: `damaged`, `encrypted`, `format`, `limit`, `empty`.
    """
    content, looks = _parts(data, source)
    body = content.find(f".//{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableError(
            f"{source} is no text document.",
            why="It is an OpenDocument file of another kind, such as a table or slides.",
            mend="Export the resume as PDF and try that file.",
            code="format",
        )
    styles = Styles()
    styles.add(content)
    styles.add(looks)
    reader = _Reader(styles, source)
    pieces = finish(reader.read(body))
    head: list[Piece] = []
    margin: list[Piece] = []
    seen: set[str] = set()
    for part in looks.iter(*_MARGINS) if looks is not None else ():
        for found, kept in zip(furniture(reader.read(part)), (head, margin), strict=True):
            kept += [piece for piece in found if piece.text not in seen]
            seen.update(piece.text for piece in found)
    return assemble([*head, *pieces, *margin], data, source, "odt", links=reader.links)


def _parts(data: bytes, source: str) -> tuple[Element, Element | None]:
    """The roots that hold the text and the styles; in a flat file, both are one."""
    if not data.startswith(b"PK"):
        root = parse_xml(data, source)
        return root, root
    archive = Archive(data, source)
    manifest = archive.read("META-INF/manifest.xml") or b""
    content = archive.read("content.xml")
    if b"encryption-data" in manifest:
        raise UnreadableError(
            f"{source} is locked with a password.",
            why="Encrypted OpenDocument files cannot be opened here.",
            mend="Save it without a password, or export it as PDF.",
            code="encrypted",
        )
    if content is None:
        raise UnreadableError(
            f"{source} is damaged.", why="It has no content.xml.", mend="Save it again.",
            code="damaged",
        )  # fmt: skip
    styles = archive.read("styles.xml")
    return parse_xml(content, source), parse_xml(styles, source) if styles else None


class _Reader:
    """Walks the text of one document."""

    def __init__(self, styles: Styles, source: str) -> None:
        self.links: list[str] = []
        self._styles = styles
        self._source = source
        self._frames: list[tuple[Element, str]] = []

    def read(self, root: Element) -> list[Piece]:
        """The pieces of an element that holds paragraphs. Raises UnreadableError (`limit`)."""
        flow = Flow(self._source)
        self._blocks(root, flow, BlockKind.PARAGRAPH, Properties(), "", 0)
        return flow.pieces

    def _blocks(
        self, parent: Element, flow: Flow, kind: BlockKind, fill: Properties, gone: str, depth: int
    ) -> None:
        if depth > MAX_DEPTH:
            raise too_deep(self._source)
        for child in parent:
            tag = child.tag
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, flow, kind, fill, gone, depth + 1)
                if kind is BlockKind.BULLET:
                    kind = BlockKind.PARAGRAPH  # the first block of a list item is the item
            elif tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
                self._blocks(child, flow, BlockKind.BULLET, fill, gone, depth + 1)
            elif tag == f"{TABLE}table":
                flow.pieces += table(self._rows(child, fill, gone, depth + 1))
            elif tag == f"{TEXT}tracked-changes":
                self._deletions(child, flow)
            elif tag == f"{TEXT}section":
                hidden = "hidden" if child.get(f"{TEXT}display") in ("none", "condition") else gone
                self._blocks(child, flow, kind, fill, hidden, depth + 1)
            elif tag == f"{DRAW}frame" or tag == f"{DRAW}g":
                self._boxes(child, flow, fill, gone, depth + 1)
            elif tag not in _SKIPPED:
                self._blocks(child, flow, kind, fill, gone, depth + 1)

    def _deletions(self, element: Element, flow: Flow) -> None:
        for region in element.iter(f"{TEXT}deletion"):
            for paragraph in region.iter(f"{TEXT}p", f"{TEXT}h"):
                flow.hide("".join(paragraph.itertext()), "deleted")

    def _rows(
        self, element: Element, fill: Properties, gone: str, depth: int
    ) -> list[list[list[Piece]]]:
        if depth > MAX_DEPTH:
            raise too_deep(self._source)
        rows = []
        for child in element:
            if child.tag in (
                f"{TABLE}table-header-rows",
                f"{TABLE}table-rows",
                f"{TABLE}table-row-group",
            ):
                rows += self._rows(child, fill, gone, depth + 1)
            elif child.tag == f"{TABLE}table-row":
                unseen = child.get(f"{TABLE}visibility") in ("collapse", "filter")
                rows.append(self._cells(child, fill, "hidden" if unseen else gone, depth + 1))
        return rows

    def _cells(self, row: Element, fill: Properties, gone: str, depth: int) -> list[list[Piece]]:
        cells = []
        for cell in row:
            if cell.tag == f"{TABLE}table-cell":
                name = cell.get(f"{TABLE}style-name") or ""
                inner = self._styles.resolve("table-cell", name).over(fill)
                flow = Flow(self._source)
                self._blocks(cell, flow, BlockKind.PARAGRAPH, inner, gone, depth + 1)
                cells.append(finish(flow.pieces))
        return cells

    def _paragraph(
        self, element: Element, flow: Flow, kind: BlockKind, fill: Properties, gone: str, depth: int
    ) -> None:
        name = element.get(f"{TEXT}style-name") or ""
        base = self._styles.resolve("paragraph", name).over(fill)
        names = self._styles.ancestors("paragraph", name)
        if element.tag == f"{TEXT}h" or any(_HEADING_NAME.match(one) for one in names):
            kind = BlockKind.HEADING
        frames, self._frames = self._frames, []
        self._runs(element, flow, base, gone, kind, depth)
        flow.end(kind)
        found, self._frames = self._frames, frames
        for frame, why in found:
            self._boxes(frame, flow, fill, why, depth + 1)

    def _runs(
        self, element: Element, flow: Flow, base: Properties, gone: str, kind: BlockKind, depth: int
    ) -> None:
        if depth > MAX_DEPTH:
            raise too_deep(self._source)
        look = base.look()
        if gone:
            look = Look(gone, look.size, look.bold)
        flow.add(_flat(element.text), look)
        for child in element:
            self._inline(child, flow, base, look, kind, gone, depth)
            flow.add(_flat(child.tail), look)

    def _inline(
        self,
        child: Element,
        flow: Flow,
        base: Properties,
        look: Look,
        kind: BlockKind,
        gone: str,
        depth: int,
    ) -> None:
        tag = child.tag
        if tag == f"{TEXT}tab":
            flow.add("\t", look)
        elif tag == f"{TEXT}s":
            flow.add("\t" if _spaces(child) > 2 else " ", look)
        elif tag == f"{TEXT}line-break":
            flow.add(" ", look) if kind is BlockKind.BULLET else flow.end(kind)
        elif tag == f"{OFFICE}annotation":
            for paragraph in child.iter(f"{TEXT}p"):
                flow.hide("".join(paragraph.itertext()), "comment")
        elif tag in (f"{DRAW}frame", f"{DRAW}g", f"{DRAW}custom-shape", f"{DRAW}text-box"):
            self._frames.append((child, gone))
        elif tag == f"{TEXT}note":  # a footnote's text follows its paragraph
            self._frames += [(body, gone) for body in child.iter(f"{TEXT}note-body")]
        elif tag in (f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"):
            flow.hide(child.get(f"{TEXT}string-value") or "".join(child.itertext()), "hidden")
        elif tag not in _SKIPPED and isinstance(tag, str):
            self._span(child, flow, base, gone, kind, depth + 1)

    def _span(
        self, element: Element, flow: Flow, base: Properties, gone: str, kind: BlockKind, depth: int
    ) -> None:
        name = element.get(f"{TEXT}style-name")
        inner = self._styles.resolve("text", name).over(base) if name else base
        if element.tag == f"{TEXT}a" and (target := element.get(_XLINK)):
            self.links.append(target.removeprefix("mailto:"))
        self._runs(element, flow, inner, gone, kind, depth)

    def _boxes(self, frame: Element, flow: Flow, fill: Properties, gone: str, depth: int) -> None:
        """The text of a frame or shape; what lies behind a shape cannot be told."""
        style = self._styles.resolve("graphic", frame.get(f"{DRAW}style-name") or "")
        inner = Properties(fill=style.fill, painted=style.fill is None)
        self._blocks(frame, flow, BlockKind.PARAGRAPH, inner.over(fill), gone, depth + 1)


def _spaces(element: Element) -> int:
    """How many spaces an element stands for."""
    count = element.get(f"{TEXT}c") or "1"
    return int(count[:4]) if count.isdecimal() else 1


def _flat(text: str | None) -> str:
    """Line ends and tabs of the XML are spaces; tabs of the text are elements."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")
