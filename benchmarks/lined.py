"""A plain-text resume written in other formats, line by line: what the lines are stays the same,
so a difference in accuracy is the reader's."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from html import escape

import docx
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

from skillgap.models import BlockKind
from skillgap.readers import read_bytes

_FONTS = ("DejaVuSans.ttf", "LiberationSans-Regular.ttf")


def lines_of(text: str) -> Iterator[tuple[BlockKind, str]]:
    """The text's headings, paragraphs and list items, wrapped lines joined."""
    document = read_bytes(text.encode("utf-8"), "resume.txt")
    for block in document.blocks:
        yield block.kind, document.text[block.span.start : block.span.end].replace("\t", "  ")


def as_html(text: str) -> bytes:
    """Headings, paragraphs and list items."""
    rows = []
    for kind, line in lines_of(text):
        tag = {BlockKind.HEADING: "h2", BlockKind.BULLET: "li"}.get(kind, "p")
        rows.append(f"<{tag}>{escape(line)}</{tag}>")
    return ("<!doctype html><meta charset=utf-8><body>" + "\n".join(rows)).encode()


def as_docx(text: str) -> bytes:
    """Word paragraphs; list items in Word's list style."""
    document = docx.Document()
    styles = {BlockKind.HEADING: "Heading 2", BlockKind.BULLET: "List Bullet"}
    for kind, line in lines_of(text):
        document.add_paragraph(line, style=styles.get(kind))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_rtf(text: str) -> bytes:
    """One paragraph a line; characters beyond ASCII as \\u."""
    rows = []
    for kind, line in lines_of(text):
        sign = "• " if kind is BlockKind.BULLET else ""
        escaped = re.sub(r"([\\{}])", r"\\\1", sign + line)
        units = "".join(c if ord(c) < 128 else _unit(c) for c in escaped)
        rows.append((rf"{{\b {units}}}" if kind is BlockKind.HEADING else units) + r"\par")
    return ("{\\rtf1\\ansi\\uc1 " + "\n".join(rows) + "}").encode("ascii")


def _unit(character: str) -> str:
    raw = character.encode("utf-16-le")
    numbers = [
        int.from_bytes(raw[at : at + 2], "little", signed=True) for at in range(0, len(raw), 2)
    ]
    return "".join(f"\\u{number}?" for number in numbers)


def as_pdf(text: str) -> bytes:
    """A4 pages with wrapped paragraphs, set by ReportLab."""
    sheet = getSampleStyleSheet()
    style, heading = sheet["BodyText"], sheet["Heading2"]
    for name in _FONTS:  # one that has the dashes and accents of the texts
        try:
            pdfmetrics.registerFont(TTFont("Lined", name))
            style.fontName = heading.fontName = "Lined"
            break
        except Exception:  # ReportLab's own error is not public
            continue
    story: list[Flowable] = []
    for kind, line in lines_of(text):
        chosen = heading if kind is BlockKind.HEADING else style
        sign = "•" if kind is BlockKind.BULLET else None
        story.append(Paragraph(escape(line), chosen, bulletText=sign))
        story.append(Spacer(0, 2))
    file = io.BytesIO()
    SimpleDocTemplate(file, invariant=1).build(story)
    return file.getvalue()


FORMATS: dict[str, Callable[[str], bytes]] = {
    "txt": lambda text: text.encode("utf-8"),
    "txt (UTF-16)": lambda text: text.encode("utf-16"),
    "html": as_html,
    "docx": as_docx,
    "rtf": as_rtf,
    "pdf": as_pdf,
}
