"""Hidden text: every way to hide it, and what looks like hiding and is none."""

from __future__ import annotations

import zlib

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
    "clipped to nothing": f"q 0 0 0 0 re W n {text(60, 300, SECRET)} Q",
    "clipped to a hair": f"q 50 {HEIGHT - 302} 300 1 re W n {text(60, 300, SECRET)} Q",
    "clipped to a corner of its box": f"q 50 {HEIGHT - 200} m 400 {HEIGHT - 200} l"
    f" 400 {HEIGHT - 400} l h W n {text(60, 300, SECRET)} Q",
    "clipped to a ring around it": f"q 10 {HEIGHT - 350} 400 100 re"
    f" 40 {HEIGHT - 320} 300 40 re W* n {text(60, 300, SECRET)} Q",
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
    "clipped to a round shape": f"q 40 {HEIGHT - 300} m 40 {HEIGHT - 200} 260 {HEIGHT - 200} 260"
    f" {HEIGHT - 300} c 260 {HEIGHT - 400} 40 {HEIGHT - 400} 40 {HEIGHT - 300} c W n {AT_300} Q",
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


# ---------------------------------------------------------------- layers


_LAYERS = "/Properties << /On 100 0 R /Off 101 0 R /Both 102 0 R /None 103 0 R >>"
_LAYER_OBJECTS = [
    b"<< /Type /OCG /Name (on) >>",
    b"<< /Type /OCG /Name (off) >>",
    b"<< /Type /OCMD /OCGs [100 0 R 101 0 R] /P /AllOn >>",
    b"<< /Type /OCMD /OCGs [100 0 R 101 0 R] >>",
]
_SETTING = "/OCProperties << /OCGs [100 0 R 101 0 R] /D << %s >> >>"


@pytest.mark.parametrize(
    ("layer", "setting", "seen"),
    [
        ("On", "/OFF [101 0 R]", True),
        ("Off", "/OFF [101 0 R]", False),
        ("Both", "/OFF [101 0 R]", False),
        ("None", "/OFF [101 0 R]", True),
        ("On", "/BaseState /OFF /ON [100 0 R]", True),
        ("Off", "/BaseState /OFF /ON [100 0 R]", False),
        ("Off", "", True),
    ],
)
def test_layers(layer: str, setting: str, seen: bool) -> None:
    content = f"/Span BMC /OC /{layer} BDC q {text(60, 300, SECRET)} EMC Q EMC " + text(
        60, 400, "x"
    )
    document = read(content, resources=_LAYERS, objects=_LAYER_OBJECTS, catalog=_SETTING % setting)
    assert hidden(document) == ({} if seen else {SECRET: "layer"})


def test_a_form_in_a_layer_that_is_off() -> None:
    form = stream("/Type /XObject /Subtype /Form /BBox [0 0 600 900] /OC 101 0 R", AT_300.encode())
    document = read(
        "/X Do " + text(60, 400, "still there"),
        resources="/XObject << /X 104 0 R >>",
        objects=[*_LAYER_OBJECTS, form],
        catalog=_SETTING % "/OFF [101 0 R]",
    )
    assert hidden(document) == {SECRET: "layer"} and "still there" in document.text


def test_what_is_painted_in_a_layer_that_is_off_covers_nothing() -> None:
    cover = f"/OC /Off BDC {box(50, 280, 300, 40, '1 g')} EMC"
    document = read(
        AT_300 + cover,
        resources=_LAYERS,
        objects=_LAYER_OBJECTS,
        catalog=_SETTING % "/OFF [101 0 R]",
    )
    assert not hidden(document)


# ---------------------------------------------------------------- soft masks


@pytest.mark.parametrize(
    ("kind", "group", "seen"),
    [
        ("Luminosity", "", False),
        ("Luminosity", "0 g 0 0 595 842 re f", False),
        ("Luminosity", "1 g 0 0 595 842 re f", True),
        ("Luminosity", f"1 g 40 {HEIGHT - 340} 300 80 re f", True),
        ("Luminosity", f"1 g 40 {HEIGHT - 140} 300 80 re f", False),
        ("Luminosity", "/S sh", True),
        ("Alpha", "", False),
        ("Alpha", "0 g 0 0 595 842 re f", True),
    ],
)
def test_soft_masks(kind: str, group: str, seen: bool) -> None:
    form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
        " /Group << /S /Transparency /CS /DeviceGray >>",
        group.encode(),
    )
    state = f"/ExtGState << /M << /SMask << /S /{kind} /G 100 0 R >> >> /N << /SMask /None >> >>"
    document = read(
        f"/M gs {AT_300} /N gs {text(60, 400, 'plain')}", resources=state, objects=[form]
    )
    assert hidden(document) == ({} if seen else {SECRET: "transparent"})
    assert "plain" in document.text


def test_a_mask_that_uses_itself_ends() -> None:
    form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /ExtGState << /M 101 0 R"
        " >> >>",
        b"/M gs 1 g 0 0 595 842 re f",
    )
    state = b"<< /SMask << /S /Luminosity /G 100 0 R >> >>"
    document = read(
        f"/M gs {AT_300}", resources="/ExtGState << /M 101 0 R >>", objects=[form, state]
    )
    assert SECRET in document.text


# ---------------------------------------------------------------- images behind the text


def _image(pixels: bytes, width: int, height: int, more: str = "/ColorSpace /DeviceRGB") -> bytes:
    return stream(
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8"
        f" {more} /Filter /FlateDecode",
        zlib.compress(pixels),
    )


_WHITE, _DARK = b"\xff\xff\xff", b"\x20\x30\x40"


@pytest.mark.parametrize(
    ("image", "color", "seen"),
    [
        (_image(_WHITE * 4, 2, 2), "1 g", False),
        (_image(_WHITE * 4, 2, 2), "0 g", True),
        (_image(_DARK * 4, 2, 2), "1 g", True),
        (_image(_DARK * 4, 2, 2), "0.12 0.19 0.25 rg", False),
        (_image(_DARK * 2 + _WHITE * 2, 2, 2), "1 g", False),  # the text is in the lower half
        (_image(_WHITE * 2 + _DARK * 2, 2, 2), "1 g", True),
        (_image((_WHITE + _DARK) * 50, 100, 1), "1 g", True),
        (_image(b"\xff" * 4, 2, 2, "/ColorSpace /DeviceGray"), "1 g", False),
        (_image(b"\0" * 16, 2, 2, "/ColorSpace /DeviceCMYK"), "1 g", False),
        (_image(b"\xff" * 3, 2, 2), "1 g", True),  # cut short: nothing can be told
        (_image(_DARK * 4, 2, 2, "/ColorSpace /DeviceRGB /Decode [1 0 1 0 1 0]"), "1 g", True),
        (_image(b"\0" * 4, 2, 2, "/ColorSpace [/Indexed /DeviceRGB 0 <ffffff>]"), "1 g", True),
    ],
)
def test_text_on_an_image(image: bytes, color: str, seen: bool) -> None:
    place = f"q 300 0 0 100 50 {HEIGHT - 330} cm /I Do Q {color} "
    document = read(place + AT_300, resources="/XObject << /I 100 0 R >>", objects=[image])
    assert hidden(document) == ({} if seen else {SECRET: "white"})


def test_a_photograph_counts_as_seen_through_nothing() -> None:
    image = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
        " /ColorSpace /DeviceRGB /Filter /DCTDecode",
        b"\xff\xd8",
    )
    place = f"q 300 0 0 100 50 {HEIGHT - 330} cm /I Do Q 1 g "
    document = read(place + AT_300, resources="/XObject << /I 100 0 R >>", objects=[image])
    assert not hidden(document)
