"""Hidden text: every way to hide it, and what looks like hiding and is none."""

from __future__ import annotations

import pytest
from pdfs import BODY, HEIGHT, box, lines, pdf, stream, text

from skillgap.models import BlockKind, Document
from skillgap.readers.pdf import read_pdf

SECRET = "Kubernetes Terraform Rust"
AT_300 = text(60, 300, SECRET)
BASE = lines(60, 60, BODY)


def read(content: str, **options: object) -> Document:
    return read_pdf(pdf(BASE + content, **options), "resume.pdf")  # type: ignore[arg-type]


def hidden(document: Document) -> dict[str, str]:
    return {
        document.text[block.span.start : block.span.end]: block.note
        for block in document.blocks
        if block.kind is BlockKind.HIDDEN
    }


_WAYS = {
    "white": "1 g " + text(60, 300, SECRET),
    "white nearly": "0.99 0.98 0.97 rg " + text(60, 300, SECRET),
    "white cmyk": "0 0 0 0 k " + text(60, 300, SECRET),
    "white on its own sidebar": box(0, 280, 300, 100, "0.2 0.3 0.4 rg")
    + "0.2 0.3 0.41 rg "
    + text(60, 300, SECRET),
    "tiny": text(60, 300, SECRET, size=1),
    "off-page right": text(700, 300, SECRET),
    "off-page above": text(60, -40, SECRET),
    "invisible": f"BT /F1 10 Tf 3 Tr 60 {HEIGHT - 300} Td ({SECRET}) Tj ET",
    "invisible clip": f"q BT /F1 10 Tf 7 Tr 60 {HEIGHT - 300} Td ({SECRET}) Tj ET Q",
    "covered by a box": text(60, 300, SECRET) + box(50, 280, 300, 40, "1 g"),
    "covered by two": text(60, 300, SECRET)
    + box(50, 280, 90, 40, "1 g")
    + box(130, 280, 90, 40, "1 g"),
    "clipped": f"q 10 10 20 20 re W n {text(60, 300, SECRET)} Q",
}


@pytest.mark.parametrize("way", _WAYS)
def test_ways_to_hide(way: str) -> None:
    document = read(_WAYS[way])
    assert hidden(document) == {SECRET: way.split(maxsplit=1)[0]}
    assert [warning.code for warning in document.warnings] == ["hidden-text"]
    assert "3 words" in document.warnings[0].message
    assert document.blocks[-1].kind is BlockKind.HIDDEN
    assert document.text.endswith(SECRET)


def test_transparent_text() -> None:
    document = read("/G gs " + text(60, 300, SECRET), resources="/ExtGState << /G << /ca 0 >> >>")
    assert hidden(document) == {SECRET: "transparent"}


def test_text_under_an_image() -> None:
    image = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
        " /ColorSpace /DeviceGray",
        b"\xff",
    )
    content = text(60, 300, SECRET) + f"q 300 0 0 60 50 {HEIGHT - 330} cm /I Do Q"
    document = read(content, resources="/XObject << /I 100 0 R >>", objects=[image])
    assert hidden(document) == {SECRET: "covered"}


def test_text_outside_the_crop_box() -> None:
    content = lines(60, 400, BODY) + text(60, 60, SECRET)
    document = read_pdf(pdf(content, page="/CropBox [0 0 595 500]"), "resume.pdf")
    assert hidden(document) == {SECRET: "off-page"}


_SEEN = {
    "white on a dark sidebar": box(0, 280, 300, 100, "0.1 0.2 0.3 rg") + "1 g " + AT_300,
    "dark on a light box on a dark page": box(0, 200, 595, 642, "0 g")
    + box(50, 280, 300, 60, "1 g") + "0 g " + AT_300,
    "white on a round shape": f"0 0 0 rg 60 {HEIGHT - 310} m"
    f" 40 {HEIGHT - 260} 260 {HEIGHT - 260} 240 {HEIGHT - 310} c 260 {HEIGHT - 340}"
    f" 40 {HEIGHT - 340} 60 {HEIGHT - 310} c f 1 g "
    + text(75, 303, SECRET),
    "white with a black outline": "1 g 0 G 2 Tr " + AT_300,
    "outlined only": f"1 g 0 G BT /F1 10 Tf 1 Tr 60 {HEIGHT - 300} Td ({SECRET}) Tj ET",
    "light grey": "0.75 g " + text(60, 300, SECRET),
    "underlined": text(60, 300, SECRET) + box(60, 301, 120, 0.6, "0 g"),
    "in a frame": text(60, 300, SECRET)
    + f"0 g 40 {HEIGHT - 340} 300 80 re 42 {HEIGHT - 338} 296 76 re f*",
    "under a highlight": "/H gs " + text(60, 300, SECRET) + box(50, 280, 300, 40, "/H gs 1 1 0 rg"),
    "clipped to its own box": f"q 40 {HEIGHT - 340} 300 80 re W n {text(60, 300, SECRET)} Q",
    "painted as a gradient": f"q BT /F1 10 Tf 7 Tr 60 {HEIGHT - 300} Td ({SECRET}) Tj ET /S sh Q",
    "black by a spot colour": "/Spot cs 1 scn " + text(60, 300, SECRET),
    "white fill undone by Q": "q 1 g Q " + text(60, 300, SECRET),
}  # fmt: skip


@pytest.mark.parametrize("way", _SEEN)
def test_what_is_seen_is_read(way: str) -> None:
    resources = (
        "/ExtGState << /H << /ca 0.3 >> >>"
        " /ColorSpace << /Spot [/Separation /Black /DeviceGray 9 0 R] >>"
    )
    document = read(_SEEN[way], resources=resources)
    assert not hidden(document)
    assert SECRET in document.text and not document.warnings


def test_an_ocr_layer_is_read() -> None:
    image = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
        " /ColorSpace /DeviceGray",
        b"\xcc",
    )
    words = lines(60, 60, BODY).replace("BT", "BT 3 Tr")
    for content in (
        f"q 595 0 0 842 0 0 cm /I Do Q {words}",
        f"{words} q 595 0 0 842 0 0 cm /I Do Q",
    ):
        data = pdf(content, resources="/XObject << /I 100 0 R >>", objects=[image])
        document = read_pdf(data, "scan.pdf")
        assert not hidden(document) and "eleven models" in document.text
        assert [warning.code for warning in document.warnings] == ["ocr-layer"]
