"""The PDF reader's border: what is read, what is refused and how, limits, links, fonts."""

from __future__ import annotations

import io
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfs import BODY, HEIGHT, lines, pdf, stream, text
from reportlab.pdfgen import canvas

from skillgap.errors import UnreadableError
from skillgap.models import Document, Limits, Quality
from skillgap.models.limits import MEGABYTE
from skillgap.readers.pdf import read_pdf
from skillgap.readers.pdf.state import State

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples" / "resumes").glob("*.pdf"))


def read(data: bytes, **options: Any) -> Document:
    return read_pdf(data, "resume.pdf", **options)


def codes(document: Document) -> set[str]:
    return {warning.code for warning in document.warnings}


def fail(data: bytes, **options: Any) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data, **options)
    assert caught.value.what
    return caught.value.code


def test_a_document_quotes_its_blocks() -> None:
    document = read(pdf(text(60, 60, "Tomas Verner", size=20) + lines(60, 100, BODY)))
    assert document.format == "pdf" and document.pages == 1 and len(document.sha256) == 64
    assert document.quality is Quality.GOOD and not document.warnings
    assert document.text == "\n".join(
        document.text[block.span.start : block.span.end] for block in document.blocks
    )
    first = document.blocks[0]
    assert first.page == 1 and first.box is not None
    assert 59 <= first.box.x0 <= 62 and 40 < first.box.y0 < 60 < first.box.y1 < 70


def test_little_text_is_doubtful() -> None:
    document = read(pdf(text(60, 60, "Tomas Verner")))
    assert codes(document) == {"little-text"} and document.quality is Quality.DOUBTFUL


def test_refusals() -> None:
    assert fail(b"") == "empty"
    assert fail(b"no pdf at all") == "damaged"
    assert fail(b"%PDF-1.7\n") == "damaged"
    assert fail(pdf("0 0 100 100 re f")) == "scan"


@pytest.mark.parametrize(
    "limits",
    [
        Limits(pages=2),
        Limits(bytes=500),
        Limits(characters=300),
        Limits(objects=4),
        Limits(stream=300),
        Limits(inflated=1200),
        Limits(words=50),
    ],
)
def test_limits(limits: Limits) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(*[lines(60, 60, BODY)] * 3))) as opened:
        opened.save(out, compress_streams=True)
    assert fail(out.getvalue(), limits=limits) == "limit"


def test_too_long_a_time() -> None:
    assert fail(pdf(lines(60, 60, BODY)), limits=Limits(seconds=0)) == "timeout"


@pytest.mark.parametrize("revision", [2, 4, 6])
def test_passwords(revision: Literal[2, 4, 6]) -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(lines(60, 60, BODY)))) as opened:
        security = pikepdf.Encryption(
            owner="owner", user="user", R=revision, aes=revision >= 4, metadata=revision >= 4
        )
        opened.save(locked, encryption=security)
    assert fail(locked.getvalue()) == "encrypted"
    assert fail(locked.getvalue(), password="wrong") == "password"
    assert "eleven models" in read(locked.getvalue(), password="user").text


def test_an_owner_password_alone_locks_nothing() -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(lines(60, 60, BODY)))) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(owner="owner", user="", R=6))
    assert "eleven models" in read(locked.getvalue()).text


def test_a_wrong_table_of_objects_is_made_up_for() -> None:
    moved = pdf(lines(60, 60, BODY)).replace(b"%PDF-1.7\n", b"%PDF-1.7\n% four more bytes\n")
    assert "eleven models" in read(moved).text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:12])
def test_a_sample_without_its_table_of_objects_is_read_in_full(path: Path) -> None:
    """Tables and objects in streams or plain, by half a dozen programs."""
    data = path.read_bytes()
    whole = read(data)
    for broken in (data.replace(b"startxref", b"startyref"), b"\n\n\n" + data):
        document = read(broken)
        assert document.text == whole.text
        assert codes(document) - codes(whole) <= {"cut-off"}


def test_what_is_left_of_a_cut_file_is_read_and_doubtful() -> None:
    data = pdf(lines(60, 60, BODY))
    assert "cut-off" not in codes(read(data))
    for end in (b"startxref", b"trailer", b"xref\n0 "):
        document = read(data[: data.index(end)])
        assert "eleven models" in document.text
        assert "cut-off" in codes(document) and document.quality is Quality.DOUBTFUL


@pytest.mark.parametrize(
    "tail",
    [b"% a comment that goes on\n", b"%", b"\0", b"\n", b"\r", b"1 ", b"trailer\n", b"startxref\n",
     b"stream\n"],
)  # fmt: skip
def test_what_lies_behind_the_end_costs_no_time(tail: bytes) -> None:
    whole = pdf(lines(60, 60, BODY))
    for data in (whole, whole.replace(b"startxref", b"startyref")):
        start = time.monotonic()
        assert "eleven models" in read(data + b"\n" + tail * (10 * MEGABYTE // len(tail))).text
        assert time.monotonic() - start < 15, "seconds: pdfminer's own search takes minutes"


def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    whole = _reportlab()
    for end in range(0, len(whole), 37):
        _read_or_refuse(whole[:end])


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_changed_file_is_read_or_refused(data: st.DataObject) -> None:
    damaged = bytearray(_reportlab())
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    _read_or_refuse(bytes(damaged))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "q",
                "Q",
                "BT",
                "ET",
                "Tj",
                "TJ",
                "Tf",
                "Tm",
                "Td",
                "T*",
                "'",
                '"',
                "re",
                "f",
                "W",
                "n",
                "cm",
                "gs",
                "Do",
                "BI",
                "ID",
                "EI",
                "scn",
                "cs",
                "sh",
                "[",
                "]",
                "<<",
                ">>",
                "(a)",
                "(b\\(",
                "<41>",
                "/F1",
                "/Nope",
                "1",
                "-2",
                ".5",
                "1e9",
                "99999999999",
                "--",
                "0",
                "%",
                ")",
                "(",
                "BDC",
                "EMC",
                "Tr",
                "Tc",
                "Tz",
            ]
        ),
        max_size=60,
    )
)
def test_any_content_is_read_or_refused(tokens: list[str]) -> None:
    _read_or_refuse(pdf(" ".join(tokens)))


def _read_or_refuse(data: bytes) -> None:
    with suppress(UnreadableError):
        assert isinstance(read(data), Document)


def _reportlab() -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pageCompression=1, invariant=1)
    for number in range(2):
        for at, line in enumerate(BODY):
            page.drawString(60, 780 - 14 * at, f"{number} {line}")
        page.linkURL("https://example.com/me", (60, 700, 160, 720))
        page.showPage()
    page.save()
    return out.getvalue()


def test_links_are_kept_once() -> None:
    assert read(_reportlab()).links == ("https://example.com/me",)


def test_a_broken_page_costs_only_itself() -> None:
    whole = pdf(lines(60, 60, BODY), lines(60, 60, [line.upper() for line in BODY]))
    bad = whole.replace(b"<< /Length", b"<< /Filter /Nonsense /Length", 1)
    document = read(bad)
    assert codes(document) == {"page-unreadable"} and document.quality is Quality.DOUBTFUL
    assert "ELEVEN MODELS" in document.text


def test_forms_that_call_themselves_end() -> None:
    inner = "/Resources << /XObject << /X 100 0 R >> >>"
    loop = stream("/Type /XObject /Subtype /Form /BBox [0 0 600 900] " + inner, b"/X Do")
    data = pdf(
        "/X Do " + lines(60, 60, BODY), resources="/XObject << /X 100 0 R >>", objects=[loop]
    )
    assert "eleven models" in read(data).text


def test_a_saved_state_is_all_of_it() -> None:
    state = State((1.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    assert len(State.__slots__) > 15
    for name in State.__slots__:
        setattr(state, name, object())
    saved = state.copy()
    assert all(getattr(saved, name) is getattr(state, name) for name in State.__slots__)


@pytest.mark.parametrize(
    "length", ["{0}", "102 0 R", "103 0 R", "100 0 R", "101 0 R", "-1", "9999"]
)
def test_lengths_of_streams(length: str) -> None:
    """Told outright, elsewhere, wrongly, or in a circle."""
    shown = lines(60, 60, BODY).encode()
    content, circle = (
        b"<< /Length %s >>\nstream\n%s\nendstream" % (told.encode(), shown)
        for told in (length.format(len(shown)), "100 0 R")
    )
    objects = [content, circle, b"%d" % len(shown), b"102 0 R"]
    data = pdf("", contents="100 0 R", objects=objects)
    if length in ("{0}", "102 0 R", "103 0 R"):
        assert read(data).text.split() == " ".join(BODY).split()
    else:
        with suppress(UnreadableError):
            read(data)


def test_forms_that_multiply_stop_early() -> None:
    levels = [
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject"
            f" << /X {101 + at} 0 R >> >>",
            b"/X Do " * 40,
        )
        for at in range(9)
    ]
    few = Limits(operations=200_000)
    many = pdf("/X Do", resources="/XObject << /X 100 0 R >>", objects=levels)
    assert fail(many, limits=few) == "limit"


@pytest.mark.parametrize(
    "one", ["0 0 300 300 re f\n", f"BT /F1 9 Tf 60 {HEIGHT - 60} Td (a b) Tj ET\n"]
)
def test_pages_that_hold_too_much_stop_early(one: str) -> None:
    started = time.monotonic()
    assert fail(pdf(lines(60, 60, BODY) + one * 30_000)) == "limit"
    assert time.monotonic() - started < 10


def test_a_full_page_is_read_in_time() -> None:
    words = "".join(
        text(20 + 37 * (at % 15), 10 + (at // 15), f"w{at}", size=4) for at in range(12_000)
    )
    boxes = "0.9 g " + "".join(f"{at % 500} {at % 800} 90 9 re f\n" for at in range(3_000)) + "0 g "
    started = time.monotonic()
    read(pdf(boxes + words))
    assert time.monotonic() - started < 30


def test_a_stream_that_inflates_without_end_stops_early() -> None:
    bomb = stream("/Filter /FlateDecode", zlib.compress(b" " * 400_000_000))
    assert len(bomb) < 1_000_000
    data = pdf(lines(60, 60, BODY), contents="100 0 R", objects=[bomb])
    assert fail(data) == "limit"


def test_a_broken_form_costs_only_itself() -> None:
    form = stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /Nonsense", b"xx")
    content = "/X Do " + lines(60, 60, BODY)
    data = pdf(content, resources="/XObject << /X 100 0 R >>", objects=[form])
    assert "eleven models" in read(data).text


@pytest.mark.parametrize(
    "place",
    ["/Matrix [(x) 0 0 1 0 0]", "/Matrix [/A 0 0 1 0 0] /BBox [0 0 9 9]", "/BBox [(x) 0 9 9]"],
)
def test_a_form_whose_place_is_no_numbers_costs_only_itself(place: str) -> None:
    """On the page, and as the picture of a field."""
    form = stream(f"/Type /XObject /Subtype /Form {place}", lines(60, 60, ["Lost"]).encode())
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [50 700 300 716] /AP << /N 100 0 R >> >>"
    )
    nowhere = b"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [(inf) 0 9 9] /V (Lost) >>"
    data = pdf(
        "/X Do /X Do " + lines(60, 60, BODY), resources="/XObject << /X 100 0 R >>",
        page="/Annots [101 0 R 102 0 R]", objects=[form, field, nowhere],
    )  # fmt: skip
    assert "eleven models" in read(data).text
    assert "Lost" not in read(data).text


def test_text_in_a_form_has_its_place_and_colour() -> None:
    form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Matrix [1 0 0 1 0 -20]",
        lines(60, 60, BODY).encode(),
    )
    document = read(pdf("/X Do", resources="/XObject << /X 100 0 R >>", objects=[form]))
    assert document.blocks[0].box is not None and 70 < document.blocks[0].box.y0 < 80


_NAMELESS = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts ["
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>] >>"
)


def test_a_font_without_meaning_is_reported() -> None:
    strange = f"BT /F9 10 Tf 60 {HEIGHT - 300} Td ({'abcdefgh' * 6}) Tj ET\n"
    doubtful = read(pdf(lines(60, 60, BODY) + strange, fonts="/F9 100 0 R", objects=[_NAMELESS]))
    assert codes(doubtful) == {"broken-font"} and doubtful.quality is Quality.DOUBTFUL
    rest = lines(60, 60, BODY[:1])
    unreadable = read(pdf(rest + strange * 9, fonts="/F9 100 0 R", objects=[_NAMELESS]))
    assert "broken-font" in codes(unreadable) and unreadable.quality is Quality.UNREADABLE


def test_a_lone_icon_is_no_text() -> None:
    icon = f"BT /F9 10 Tf 60 {HEIGHT - 300} Td <0041> Tj /F1 10 Tf 14 0 Td (me@example.com) Tj ET"
    document = read(pdf(lines(60, 60, BODY) + icon, fonts="/F9 100 0 R", objects=[_NAMELESS]))
    assert document.text.endswith("\nme@example.com") and document.quality is Quality.GOOD


def test_inline_images_do_not_derail() -> None:
    image = "q 10 0 0 10 5 5 cm BI /W 2 /H 2 /BPC 8 /CS /G ID ab)( EI Q\n"
    assert "eleven models" in read(pdf(image + lines(60, 60, BODY))).text


def test_operators_for_new_lines() -> None:
    content = (
        f"BT /F1 10 Tf 12 TL 60 {HEIGHT - 60} Td (One) Tj (two) ' 0 0 (three) \" T* (four) Tj ET"
    )
    assert read(pdf(content + lines(60, 200, BODY))).text.startswith("One\ntwo\nthree\nfour")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_upright(turn: int) -> None:
    matrix = {90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}[turn]
    content = f"q {matrix} cm " + lines(60, 60 if turn == 180 else 300, BODY) + "Q"
    document = read(pdf(content, page=f"/Rotate {turn}"))
    assert "work with it, in words" in document.text
    assert document.blocks[0].box is not None
    assert document.blocks[0].box.x1 - document.blocks[0].box.x0 > 200


def test_a_row_of_stars_is_neither_text_nor_a_broken_font() -> None:
    stars = "".join(text(120, 60 + 14 * at, "HHHHI", font="F4") for at in range(4))
    skills = lines(50, 60, ["Python", "SQL", "Git", "Scala"], step=14)
    document = read_pdf(pdf(skills + stars + lines(50, 150, BODY[:6])), "resume.pdf")
    assert document.text.split("\n")[:4] == ["Python", "SQL", "Git", "Scala"]
    assert document.quality is Quality.GOOD


def test_what_is_filled_into_a_form_is_read() -> None:
    """Fields with a picture of their value, without one, and hidden ones."""
    shown = b"/Tx BMC q BT /F1 9 Tf 2 4 Td (Wrote loaders in Scala) Tj ET Q EMC"
    resources = "/Resources << /Font << /F1 10 0 R >> >>"
    fields = [
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [50 700 300 716] /AP << /N 104 0 R >> >>",
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [50 600 300 660]"
        b" /V (Python \\(ten years\\)\rTerraform) >>",
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /F 2 /Rect [50 500 300 516] /V (Perl) >>",
        b"<< /Type /Annot /Subtype /Text /Rect [50 400 70 420] /Contents (Ask about COBOL) >>",
        stream(f"/Type /XObject /Subtype /Form /BBox [0 0 250 16] {resources}", shown),
    ]
    page = "/Annots [100 0 R 101 0 R 102 0 R 103 0 R]"
    document = read_pdf(pdf(lines(50, 300, BODY), page=page, objects=fields), "resume.pdf")
    found = document.text.split("\n")
    assert found[:3] == ["Wrote loaders in Scala", "Python (ten years)", "Terraform"]
    assert "Perl" not in document.text and "COBOL" not in document.text
