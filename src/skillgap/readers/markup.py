"""The border to lxml: XML and HTML trees, parsed without entities, networks and surprises."""

from __future__ import annotations

from typing import Any

from lxml import etree

from skillgap.errors import UnreadableError

# XML of all the text that is read, with its markup, in bytes; trees take ten times as much memory.
MAX_XML = 20_000_000

# An lxml element; the library has no types of its own.
Element = Any


def parse_xml(data: bytes, source: str) -> Element:
    """The root of an XML part. Raises UnreadableError (`damaged`); entities are never resolved."""
    if len(data) > MAX_XML:
        raise too_much(source, f"A part has more than {MAX_XML / 1e6:.0f} MB of XML.")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,  # keeps libxml2's own limits on depth and amplification
        remove_comments=True,  # so that every node of the tree is an element
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        said = f" (the parser says: {error})" if str(error) else ""
        raise _damaged(source, f"A part of it is broken{said}.") from error
    if root is None:
        raise _damaged(source, "A part is empty.")
    # Office documents declare no document type: one that does brings entities.
    if root.getroottree().docinfo.internalDTD is not None:
        raise _damaged(source, "It declares a document type, which no document of this kind does.")
    return root


def parse_html(text: str, source: str) -> Element:
    """The root of an HTML page, mended as browsers do it. Raises UnreadableError: limit, empty."""
    # huge_tree raises the limit on depth from 256 to 2,048; entities of HTML are characters only.
    parser = etree.HTMLParser(no_network=True, huge_tree=True, remove_pis=True, encoding="utf-8")
    # lxml refuses text with an encoding declared in it, so it gets bytes.
    data = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(
            f"{source} holds no text.", why=f"The page cannot be read: {error}.", code="empty"
        ) from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise too_deep(source)
    if root is None:
        raise UnreadableError(f"{source} holds no text.", mend="Export it again.", code="empty")
    return root


def too_much(source: str, why: str) -> UnreadableError:
    """The error for more markup than any resume has."""
    mend = "Export the resume again, for example as PDF."
    return UnreadableError(f"{source} is too large.", why=why, mend=mend, code="limit")


def too_deep(source: str) -> UnreadableError:
    """The error for elements nested deeper than any editor makes them."""
    return UnreadableError(
        f"{source} is nested too deeply.",
        why="Its elements lie within one another deeper than any editor makes them.",
        mend="Export the resume again, for example as PDF.",
        code="limit",
    )


def _damaged(source: str, why: str) -> UnreadableError:
    return UnreadableError(
        f"{source} is damaged.",
        why=why,
        mend="Open it in an office program and save it again, or export it as PDF.",
        code="damaged",
    )
