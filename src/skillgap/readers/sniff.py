"""What a file is, by its content: one of `READERS`' names, or an error that says what it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import PurePath

from skillgap.errors import UnreadableError
from skillgap.readers.decode import decode

KNOWN = (
    "PDF, Word (DOCX), OpenDocument (ODT), RTF, HTML, Markdown, LaTeX, plain text, JSON Resume, "
    "LinkedIn's data export (ZIP), and pictures (PNG, JPEG, TIFF)"
)
_SNIFFED = 1024  # PDF readers accept a header anywhere in the first kilobyte (ISO 32000, annex H)
_TEXT_SNIFFED = 65_536
_PDF, _ZIP, _RTF = b"%PDF-", b"PK\x03\x04", b"{\\rtf"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97 to 2003, and encrypted DOCX
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")  # PNG, JPEG, TIFF
_OTHER_PICTURES = ((b"GIF8", "GIF picture"), (b"BM", "BMP picture"))
_PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic")
_LINKEDIN = re.compile(r"(?:^|/)(?:Profile|Positions|Skills|Education)\.csv$", re.I)
_JSON = re.compile(r'\s*\{\s*(?:"[^"]{0,99}"\s*:|\})')
# The same fields in YAML; by its name, since a line with a colon may stand in any text.
_YAML_NAME, _YAML = re.compile(r"\.ya?ml$", re.I), re.compile(r"^[A-Za-z_]\w{0,40}:[ \t]*$", re.M)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>|<!--.{0,4000}?-->|\s)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_TAGS = re.compile(r"<(?:body|head|div|p|h[1-6]|table|ul|section|article|main)\b[^<>]*>", re.I)
_FLAT_ODT = re.compile(r"<office:document\b")
_LATEX = re.compile(r"^[ \t]*\\(?:documentclass|begin\s*\{document\})", re.M)
_LATEX_PART = re.compile(r"^[ \t]*\\(?:begin|section|cvsection|item)\b", re.M)
_MARKDOWN = re.compile(r"^#{1,6} +\S", re.M)
# Markdown may begin with HTML, a centred name say; these lines are in no HTML file.
_MARKS = re.compile(r"^(?:#{1,6} +\S|[*+-] +\S|\*\*\S)", re.M)
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
# One line with a hash may be a comment; two are headings.
_MARKDOWN_HEADINGS = 2
_ENDINGS = {
    "pdf": (".pdf",),
    "docx": (".docx", ".docm", ".dotx"),
    "odt": (".odt", ".fodt", ".ott"),
    "rtf": (".rtf",),
    "html": (".html", ".htm", ".xhtml"),
    "json-resume": (".json",),
    "linkedin-zip": (".zip",),
    "image": (".png", ".jpg", ".jpeg", ".tif", ".tiff"),
}


def format_of(data: bytes, source: str) -> str:
    """The name of the format of `data`. Raises UnreadableError (`format`, `scan`, `encrypted`)."""
    head = data[:_SNIFFED]
    if _PDF in head:
        return "pdf"
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        return _zip_format(data, source)
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_RTF):
        return "rtf"
    if head.startswith(_OLE):
        raise _old_word(data, source)
    if head.startswith(_PICTURES):
        return "image"
    for magic, picture in _OTHER_PICTURES:
        if head.startswith(magic) and (magic != b"BM" or b"\0" in head):
            raise _picture(source, picture)
    if (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:12] in (b"ftypheic", b"ftypavif"):
        raise _picture(source, "picture")
    decoded = decode(data[:_TEXT_SNIFFED])
    if decoded is None:
        raise _unknown(source, head)
    if source.lower().endswith(".pdf"):  # an error page that was saved, a file that was renamed
        raise _unknown(source, head)
    return _text_format(decoded.text, source, head)


def promised_format(source: str) -> str:
    """The format that the ending of `source` promises; "" for an ending that is not known."""
    ending = PurePath(source).suffix.lower()
    return next((name for name, endings in _ENDINGS.items() if ending in endings), "")


def other_name(source: str, found: str) -> str:
    """The ending of `source` if it promises another format than the one that was found."""
    promised = promised_format(source)
    return PurePath(source).suffix.lower() if promised and found != promised else ""


def _text_format(text: str, source: str, head: bytes) -> str:
    if _JSON.match(text) or (_YAML_NAME.search(source) and _YAML.search(text)):
        return "json-resume"
    if _HTML.match(text):
        return "html"
    if (_LATEX if not source.lower().endswith(".tex") else _LATEX_PART).search(text):
        return "latex"
    named_markdown = source.lower().endswith(_MARKDOWN_ENDINGS)
    if text.lstrip().startswith("<") and not (named_markdown and _MARKS.search(text)):
        if _FLAT_ODT.search(text):
            return "odt"
        if _TAGS.search(text):
            return "html"
        if text.lstrip().startswith("<?xml"):
            raise _unknown(source, head)
    if named_markdown:
        return "markdown"
    headings = len(_MARKDOWN.findall(text.replace("\r\n", "\n")))
    return "markdown" if headings >= _MARKDOWN_HEADINGS else "text"


def _zip_format(data: bytes, source: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception as error:  # zipfile raises whatever a broken header leads to
        raise UnreadableError(
            f"{source} is damaged.",
            why="It is a ZIP container without a readable list of its parts.",
            mend="Perhaps a download did not finish: fetch or export it again.",
            code="damaged",
        ) from error
    if "[Content_Types].xml" in names:
        if any(name.startswith("word/") for name in names):
            return "docx"
        kind = "spreadsheet" if any(n.startswith("xl/") for n in names) else "Office file"
        raise _not_a_resume(source, f"It is an Office container without a Word document ({kind}).")
    if "content.xml" in names:
        return "odt"
    if any(_LINKEDIN.search(name) for name in names):
        return "linkedin-zip"
    raise _not_a_resume(source, "It is a ZIP archive, but no document and no LinkedIn export.")


def is_document_archive(names: Iterable[str]) -> bool:
    """Whether a ZIP with these parts is one document (Office, OpenDocument, LinkedIn's export)
    rather than a folder of files."""
    names = set(names)
    return (
        "[Content_Types].xml" in names
        or "content.xml" in names
        or any(_LINKEDIN.search(name) for name in names)
    )


def _not_a_resume(source: str, why: str) -> UnreadableError:
    return UnreadableError(
        f"{source} is no resume that can be read.",
        why=why,
        mend="Take the resume out of the archive, or export it as PDF, and try that file.",
        code="format",
    )


def _old_word(data: bytes, source: str) -> UnreadableError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableError(
            f"{source} is locked with a password.",
            why="Encrypted Word files cannot be opened here.",
            mend="Save it without a password, or export it as PDF.",
            code="encrypted",
        )
    return UnreadableError(
        f"{source} is an old Word file (DOC).",
        why="Only the newer DOCX can be read.",
        mend="Open it in Word or LibreOffice and save it as DOCX or PDF.",
        code="format",
    )


def _picture(source: str, kind: str) -> UnreadableError:
    return UnreadableError(
        f"{source} holds no text.",
        why=f"It is a {kind}, of a kind that OCR does not take.",
        mend="Export the resume as a PDF with text, or save the picture as PNG.",
        code="scan",
    )


def _unknown(source: str, head: bytes) -> UnreadableError:
    if source.lower().endswith(".pdf"):
        what = f"{source} is not a PDF file although its name ends in .pdf."
    elif source.lower().endswith(_PICTURE_ENDINGS):
        what = f"{source} is not the picture that its name promises."
    else:
        what = f"{source} is not in a format that can be read."
    return UnreadableError(
        what,
        why=f"It begins with {_glimpse(head)}.",
        mend=f"These can be read: {KNOWN}. Export or print the resume as PDF and try that file.",
        code="format",
    )


def _glimpse(head: bytes) -> str:
    """The first bytes, safe to print."""
    text = head[:24].decode("ascii", "replace").replace("\ufffd", "?")
    return repr("".join(c if c.isprintable() else "?" for c in text))
