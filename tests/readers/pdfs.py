"""PDFs for the tests, written by hand: what a page shows is a content stream in plain sight."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.utils import simpleSplit

WIDTH, HEIGHT = 595, 842
_FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Times-Roman", "F4": "ZapfDingbats"}


def pdf(
    *streams: str,
    resources: str = "",
    page: str = "",
    fonts: str = "",
    contents: str = "",
    catalog: str = "",
    objects: Sequence[bytes] = (),
) -> bytes:
    """A PDF with a page for each content stream; `objects` are numbered from 100.

    `contents` replaces the pages' own streams by a reference to one of the objects.
    """
    fonts += " " + " ".join(f"/{key} {10 + at} 0 R" for at, key in enumerate(_FONTS))
    numbered: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(streams), b" ".join(b"%d 0 R" % (20 + 2 * at) for at in range(len(streams)))),
    }
    for at, name in enumerate(_FONTS.values()):
        encoding = "" if name == "ZapfDingbats" else " /Encoding /WinAnsiEncoding"
        numbered[10 + at] = (
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name}{encoding} >>".encode()
        )
    for at, content in enumerate(streams):
        body = content.encode("cp1252")
        numbered[20 + 2 * at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {page}"
            f" /Resources << /Font << {fonts} >> {resources} >>"
            f" /Contents {contents or f'{21 + 2 * at} 0 R'} >>"
        ).encode()
        numbered[21 + 2 * at] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body)
    numbered.update({100 + at: item for at, item in enumerate(objects)})
    return _file(numbered)


def _file(numbered: dict[int, bytes]) -> bytes:
    out, offsets = bytearray(b"%PDF-1.7\n"), {}
    for number, body in sorted(numbered.items()):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, last = len(out), max(numbered)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        used = number in offsets
        out += b"%010d %05d %s \n" % (
            offsets.get(number, 0),
            0 if used else 65535,
            b"n" if used else b"f",
        )
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, start)
    return bytes(out)


def stream(dictionary: str, body: bytes) -> bytes:
    """A stream object."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (dictionary.encode(), len(body), body)


def text(x: float, y: float, words: str, *, size: float = 10, font: str = "F1") -> str:
    """`words` with their baseline `y` points below the top of the page."""
    safe = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({safe}) Tj ET\n"


def lines(x: float, y: float, rows: Sequence[str], *, size: float = 10, step: float = 13) -> str:
    """`rows` one under the other."""
    return "".join(text(x, y + at * step, row, size=size) for at, row in enumerate(rows))


def box(x: float, y: float, width: float, height: float, color: str) -> str:
    """A filled rectangle; `y` is its top edge, `color` operands and operator."""
    return f"q {color} {x} {HEIGHT - y - height} {width} {height} re f Q\n"


def wrapped(words: str, width: float, *, size: float = 10) -> list[str]:
    """`words` in lines, each as full as it gets."""
    return simpleSplit(words, "Helvetica", size, width)  # type: ignore[no-any-return]


# Enough words for a page not to count as nearly empty.
BODY = wrapped(
    "Data scientist with eight years in retail and in telecoms, at home in both trades and in the"
    " statistics that they share: forecasting, experiments, churn, pricing. Leads small teams,"
    " writes the tests first, and explains every model that goes live to the people who have to"
    " work with it, in words that they would use themselves. Has shipped eleven models, retired"
    " four of them, and wrote down why each time.",
    360,
)
