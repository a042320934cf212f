"""DOCX (Office Open XML) -> Document: the parts of the container in the order people read them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from skillgap.models import BlockKind, Document
from skillgap.readers.archive import Archive
from skillgap.readers.assembly import Piece, assemble
from skillgap.readers.docx_body import Body
from skillgap.readers.docx_styles import Styles, W, read_styles
from skillgap.readers.flow import finish, furniture
from skillgap.readers.markup import Element, parse_xml

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
# A section of a document has three headers at the most; a resume has one section.
MAX_PARTS = 60


def read_docx(data: bytes, source: str, *, password: str = "") -> Document:  # noqa: ARG001
    """Read a Word file. Raises UnreadableError: `damaged`, `encrypted`, `limit`, `empty`."""
    archive = Archive(data, source)
    main = _main_part(archive, source)
    relations = _relations(archive, main, source)
    styles = read_styles(_part(archive, _target(relations, "styles"), source))
    body = Body(styles, source, {key: target for key, kind, target in relations
                                 if kind == "hyperlink"})  # fmt: skip
    root = _part(archive, main, source)
    paper = root is None or root.find(f"{W}background") is None
    pieces = body.read(root, on_paper=paper)
    notes = [_target(relations, kind) for kind in ("footnotes", "endnotes")]
    pieces += [p for name in notes for p in body.read(_part(archive, name, source))]
    comments = _comments(body, _part(archive, _target(relations, "comments"), source))
    head, margin = _margins(archive, relations, styles, source)
    return assemble(
        [*head, *finish(pieces), *margin, *comments],
        data,
        source,
        "docx",
        links=body.links,
    )


_Relation = tuple[str, str, str]  # id, kind, target


def _main_part(archive: Archive, source: str) -> str:
    found = _target(_relations(archive, "", source), "officeDocument")
    return found if found in archive.names else _MAIN


def _relations(archive: Archive, part: str, source: str) -> list[_Relation]:
    """What a part points at: parts by their name in the container, links by their address."""
    folder, name = posixpath.split(part)
    root = _part(archive, posixpath.join(folder, "_rels", f"{name}.rels"), source)
    found = []
    for element in [] if root is None else root.iter(_RELS):
        kind = (element.get("Type") or "").rpartition("/")[2]
        target = element.get("Target") or ""
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found.append((element.get("Id") or "", kind, target))
    return found


def _target(relations: Iterable[_Relation], kind: str) -> str:
    return next((target for _, found, target in relations if found == kind), "")


def _part(archive: Archive, name: str, source: str) -> Element | None:
    content = archive.read(name)
    return None if content is None else parse_xml(content, source)


def _comments(body: Body, root: Element | None) -> list[Piece]:
    """What reviewers wrote in the margin: it is not the person's claim."""
    pieces = body.read(root)
    return [Piece(BlockKind.HIDDEN, piece.text, "comment") for piece in pieces]


def _margins(
    archive: Archive, relations: list[_Relation], styles: Styles, source: str
) -> tuple[list[Piece], list[Piece]]:
    """Headers and footers: those with contact data, and the others, each text once."""
    head: list[Piece] = []
    margin: list[Piece] = []
    seen: set[str] = set()
    parts = [target for _, kind, target in relations if kind in ("header", "footer")]
    for name in dict.fromkeys(parts[:MAX_PARTS]):
        links = {key: target for key, kind, target in _relations(archive, name, source)
                 if kind == "hyperlink"}  # fmt: skip
        body = Body(styles, source, links)
        for found, kept in zip(furniture(body.read(_part(archive, name, source))), (head, margin)):
            for piece in found:
                if piece.text not in seen:
                    seen.add(piece.text)
                    kept.append(piece)
    return head, margin
