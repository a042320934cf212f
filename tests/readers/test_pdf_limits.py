"""Files that were made to cost: bombs in every place that inflates, circles, tables without end."""

from __future__ import annotations

import resource
import struct
import time
import zlib
from collections.abc import Iterator
from functools import cache

import pytest
from pdfs import BODY, HEIGHT, lines, pdf, stream

from skillgap.errors import UnreadableError
from skillgap.models import Document, Limits
from skillgap.readers.pdf import read_pdf

MEGABYTE = 2**20
WORDS = lines(60, 60, BODY)


@pytest.fixture(autouse=True)
def _cheap() -> Iterator[None]:
    """Whatever a file holds, reading it takes little time and memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    yield
    assert time.monotonic() - started < 20
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 400 * 1024  # kilobytes


def read(data: bytes, limits: Limits | None = None) -> Document:
    return read_pdf(data, "hostile.pdf", limits=limits or Limits())


def fail(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data, limits)
    return caught.value.code


def read_or_refuse(data: bytes) -> None:
    """Either will do, as long as it ends."""
    try:
        text = read(data).text
    except UnreadableError as error:
        text = error.what
    assert "eleven models" in text or "PDF" in text


# ---------------------------------------------------------------- bombs


@cache
def bomb() -> bytes:
    """A gigabyte, packed to a megabyte: one block over and over."""
    worker = zlib.compressobj(9)
    head = worker.compress(b" " * MEGABYTE) + worker.flush(zlib.Z_FULL_FLUSH)
    block = worker.compress(b" " * MEGABYTE) + worker.flush(zlib.Z_FULL_FLUSH)
    packed = head + block * 1023
    assert len(packed) < 1.1 * MEGABYTE
    return packed


def packed(more: str = "") -> bytes:
    return stream(f"/Filter /FlateDecode {more}", bomb())


def _font(more: str) -> bytes:
    return f"<< /Type /Font /Subtype /TrueType /BaseFont /Odd {more} >>".encode()


def _cid_font(more: str, below: str = "") -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H {more}"
        " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd"
        f" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> {below} >>] >>"
    ).encode()


ODD = f"BT /F9 10 Tf 60 {HEIGHT - 400} Td <00410042> Tj ET "
FONT_BOMBS = {
    "character map": _font("/ToUnicode 101 0 R"),
    "character map of a large font": _cid_font("/ToUnicode 101 0 R"),
    "font file": _cid_font("", "/FontDescriptor << /FontFile2 101 0 R >>"),
    "type 1 font file": b"<< /Type /Font /Subtype /Type1 /BaseFont /Odd /FontDescriptor"
    b" << /FontName /Odd /FontFile 101 0 R >> >>",
}


@pytest.mark.parametrize("place", FONT_BOMBS)
def test_a_bomb_in_a_font(place: str) -> None:
    objects = [FONT_BOMBS[place], packed("/Length1 9")]
    assert fail(pdf(WORDS + ODD, fonts="/F9 100 0 R", objects=objects)) == "limit"


def test_a_bomb_as_content() -> None:
    assert fail(pdf(WORDS, contents="100 0 R", objects=[packed()])) == "limit"


def test_a_bomb_as_a_form() -> None:
    form = packed("/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    data = pdf("/X Do " + WORDS, resources="/XObject << /X 100 0 R >>", objects=[form])
    assert fail(data) == "limit"


def test_a_bomb_as_a_soft_mask() -> None:
    form = packed("/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    state = "/ExtGState << /M << /SMask << /S /Alpha /G 100 0 R >> >> >>"
    assert fail(pdf("/M gs " + WORDS, resources=state, objects=[form])) == "limit"


def test_a_bomb_as_an_image_is_not_opened() -> None:
    more = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8"
    image = packed(f"{more} /Width 32768 /Height 32768")
    small = packed(f"{more} /Width 1 /Height 1")
    content = "q 500 0 0 800 0 0 cm /X Do Q " + WORDS
    for one, code in ((image, ""), (small, "limit")):
        data = pdf(content, resources="/XObject << /X 100 0 R >>", objects=[one])
        assert (fail(data) if code else "") == code
    assert (
        "eleven" in read(pdf(content, resources="/XObject << /X 100 0 R >>", objects=[image])).text
    )


def test_bombs_in_bombs() -> None:
    twice = zlib.compress(bomb(), 9)
    objects = [stream("/Filter [/FlateDecode /FlateDecode]", twice)]
    assert fail(pdf(WORDS, contents="100 0 R", objects=objects)) == "limit"
    often = stream(f"/Filter [{'/FlateDecode ' * 50}]", twice)
    assert fail(pdf(WORDS, contents="100 0 R", objects=[often])) == "limit"


def test_many_streams_that_are_large_together() -> None:
    one = zlib.compress(b" " * 20 * MEGABYTE, 9)
    objects = [stream("/Filter /FlateDecode", one) for _ in range(12)]
    parts = " ".join(f"{100 + at} 0 R" for at in range(12))
    assert fail(pdf(WORDS, contents=f"[{parts}]", objects=objects)) == "limit"


@pytest.mark.parametrize("name", ["LZWDecode", "RunLengthDecode"])
def test_bombs_packed_otherwise(name: str) -> None:
    body = b"\x81 " * 20 * MEGABYTE if name[0] == "R" else _lzw_bomb()
    data = pdf(WORDS, contents="100 0 R", objects=[stream(f"/Filter /{name}", body)])
    assert fail(data) in ("limit", "scan")  # "scan": cut off, and nothing but spaces before


def _lzw_bomb() -> bytes:
    """Codes that each stand for one byte more than the last."""
    bits, width, size = "100000000", 9, 258
    for _ in range(40):
        for code in [32, *range(258, 4095)]:
            bits += format(code, f"0{width}b")
            size += 1
            width = 9 if size < 511 else 10 if size < 1023 else 11 if size < 2047 else 12
        bits += format(256, f"0{width}b")
        width, size = 9, 258
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _with_xref_stream(xref: bytes, more: str, extra: bytes = b"") -> bytes:
    """A file whose table of objects is a stream; `extra` are more objects, before it."""
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + extra
    table = (
        b"9 0 obj\n<< /Type /XRef /Size 10 /Root 1 0 R /W [1 4 2] %s /Length %d >>\nstream\n"
        % (
            more.encode(),
            len(xref),
        )
    )
    return head + table + xref + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def test_a_bomb_as_table_of_objects() -> None:
    assert fail(_with_xref_stream(bomb(), "/Filter /FlateDecode")) == "limit"


def test_a_bomb_as_stream_of_objects() -> None:
    body = b"5 0 obj\n" + packed("/Type /ObjStm /N 1 /First 4") + b"\nendobj\n"
    at = len(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
    rows = [(0, 0, 0), (1, 9, 0), (2, 5, 0), (0, 0, 0), (0, 0, 0), (1, at, 0)]
    table = b"".join(struct.pack(">BLH", *row) for row in rows)
    assert fail(_with_xref_stream(table, "/Index [0 6]", body)) == "limit"
    no_table = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + body
    assert fail(no_table + b"trailer\n<< /Root 1 0 R >>\n") == "limit"


def test_a_predictor_with_endless_rows() -> None:
    more = "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 99999999999 >>"
    one = stream(more, zlib.compress(b"\0" * 99))
    assert fail(pdf(WORDS, contents="100 0 R", objects=[one])) == "damaged"


def test_images_may_be_large() -> None:
    image = stream("/Type /XObject /Subtype /Image /Filter /DCTDecode", b"\xff" * 20 * MEGABYTE)
    data = pdf("/X Do " + WORDS, resources="/XObject << /X 100 0 R >>", objects=[image])
    assert "eleven models" in read(data).text


# ---------------------------------------------------------------- tables without end


@pytest.mark.parametrize(
    "table",
    [
        b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange",
        b"1 beginbfrange " + b"<0000> <FFFF> <0041> " * 9_999 + b"endbfrange",
        b"1 beginbfchar " + b"<41> <0042> " * 9_999 + b"endbfchar",
    ],
)
def test_character_maps_that_name_billions(table: bytes) -> None:
    objects = [_cid_font("/ToUnicode 101 0 R"), stream("", table)]
    assert "eleven models" in read(pdf(WORDS + ODD, fonts="/F9 100 0 R", objects=objects)).text


@pytest.mark.parametrize(
    "widths", ["0 99999999999 500", " ".join(["0 65535 500"] * 9_999), "[1 2 3] 5 (x) [7]"]
)
@pytest.mark.parametrize("key", ["W", "W2"])
def test_widths_for_billions(widths: str, key: str) -> None:
    objects = [_cid_font("", f"/{key} [{widths}]")]
    assert "eleven models" in read(pdf(WORDS + ODD, fonts="/F9 100 0 R", objects=objects)).text


def _true_type(table: bytes) -> bytes:
    head = struct.pack(">LHHHH", 0x10000, 1, 0, 0, 0) + struct.pack(">4sLLL", b"cmap", 0, 28, 99)
    return head + struct.pack(">HHHHL", 0, 1, 3, 10, 12) + table


@pytest.mark.parametrize(
    "table",
    [
        struct.pack(">HHLLL", 12, 0, 0, 0, 900) + struct.pack(">LLL", 1, 0xFFFFFFFF, 1) * 900,
        struct.pack(">HHHHHHH", 4, 0, 0, 1800, 0, 0, 0)
        + struct.pack(">900H", *[0xFFFF] * 900)
        + b"\0\0"
        + struct.pack(">2700H", *[0] * 2700),
    ],
)
def test_true_type_tables_for_billions(table: bytes) -> None:
    below = "/FontDescriptor << /FontFile2 101 0 R >>"
    objects = [_cid_font("", below), stream("", _true_type(table))]
    assert "eleven models" in read(pdf(WORDS + ODD, fonts="/F9 100 0 R", objects=objects)).text


def test_a_true_type_table_names_the_codes() -> None:
    table = struct.pack(">HHLLL", 12, 0, 0, 0, 1) + struct.pack(">LLL", 0x61, 0x7A, 0x41)
    below = "/FontDescriptor << /FontFile2 101 0 R >>"
    objects = [_cid_font("", below), stream("", _true_type(table))]
    document = read(pdf(WORDS + ODD, fonts="/F9 100 0 R", objects=objects))
    assert document.text.endswith("ab")


# ---------------------------------------------------------------- circles and depths


def test_pages_in_a_circle() -> None:
    data = pdf(WORDS).replace(b"/Kids [20 0 R]", b"/Kids [2 0 R 20 0 R 20 0 R 2 0 R]")
    assert read(data).pages == 1


def test_page_trees_without_end() -> None:
    deep = [b"<< /Type /Pages /Kids [%d 0 R] >>" % (101 + at) for at in range(5_000)]
    data = pdf(WORDS, objects=deep).replace(b"/Kids [20 0 R]", b"/Kids [100 0 R]")
    assert fail(data) == "damaged"


def test_references_in_a_circle() -> None:
    loops = [b"100 0 R", b"102 0 R", b"101 0 R"]
    for entry in ("/Rotate 100 0 R", "/Annots 101 0 R", "/CropBox 100 0 R"):
        read_or_refuse(pdf(WORDS, page=entry, objects=loops))
    data = pdf(WORDS + ODD, fonts="/F9 101 0 R", resources="/XObject 100 0 R", objects=loops)
    assert "eleven models" in read(data).text


def test_fonts_in_a_circle() -> None:
    font = b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [100 0 R] >>"
    assert "eleven" in read(pdf(WORDS + ODD, fonts="/F9 100 0 R", objects=[font])).text


def test_nesting_without_end() -> None:
    for opening in (b"[", b"<< /A "):
        deep = opening * 100_000
        read_or_refuse(pdf(WORDS, page="/Odd 100 0 R", objects=[deep]))
    assert "eleven" in read(pdf("[" * 200_000 + WORDS + "<<" * 200_000)).text


def test_table_of_objects_in_a_circle() -> None:
    data = pdf(WORDS)
    start = data.index(b"xref\n")
    read_or_refuse(data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start))


def test_forms_in_forms_without_end() -> None:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    form += " /Resources << /XObject << /X %d 0 R >> >>"
    forms = [stream(form % (101 + at), b"/X Do") for at in range(3_000)]
    data = pdf("/X Do " + WORDS, resources="/XObject << /X 100 0 R >>", objects=forms)
    assert "eleven models" in read(data).text


# ---------------------------------------------------------------- time


@pytest.mark.parametrize(
    "filler",
    [
        " ",
        "1 ",
        "()",
        "(",
        "<",
        "<41",
        "[",
        "/A",
        "%\n",
        "% ",
        "BI ",
        "BI ID ",
        "-",
        "q ",
        "<<",
        ")",
        "BT ",
    ],
)
def test_long_streams_of_one_kind_take_no_longer(filler: str) -> None:
    content = WORDS + filler * (1_500_000 // len(filler))
    data = pdf("", contents="100 0 R", objects=[_packed_stream(content)])
    read_or_refuse(data)


def _packed_stream(content: str) -> bytes:
    return stream("/Filter /FlateDecode", zlib.compress(content.encode("cp1252")))


def test_the_clock_stops_every_stage() -> None:
    busy = "0 0 0 rg " * 900_000
    slow = Limits(seconds=0.2)
    assert fail(pdf(WORDS + busy), slow) == "timeout"
    many = lines(60, 60, BODY, size=9) * 400 + "0 0 400 300 re f " * 5_000
    assert fail(pdf(many), Limits(seconds=0.5)) in ("timeout", "limit")


def test_the_message_says_what_to_do() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(pdf(WORDS, contents="100 0 R", objects=[packed()]))
    assert caught.value.what == "This PDF inflates to more than 32 MB."
    assert "Export" in caught.value.mend
