"""Scans and pictures, read by the real engine: words, order, formats, traps, hostile files."""

from __future__ import annotations

import io
import random
import re
import socket
import struct
import sys
import zlib
from collections import Counter
from contextlib import suppress
from functools import cache
from pathlib import Path

import person
import pypdfium2
import pytest
import scans
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFile
from reportlab.lib.utils import simpleSplit
from running import assert_fails, skillgap

from skillgap import Analyzer
from skillgap.errors import MissingExtraError, UnreadableError
from skillgap.models import BlockKind, Document, Limits, Ocr, Quality
from skillgap.readers import read_bytes
from skillgap.readers.ocr import engine, pictures
from skillgap.readers.ocr.cleaning import skew_of
from skillgap.readers.ocr.engine import INSTALL, Seen, Sheet
from skillgap.readers.ocr.words import content_of

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "resumes"

needs_ocr = pytest.mark.skipif(not engine.is_installed(), reason="needs skillgap[ocr]")


@cache
def sample(name: str) -> bytes:
    return next(SAMPLES.glob(f"{name}*.pdf")).read_bytes()


def as_pdf(*pages: bytes | Image.Image) -> bytes:
    """A PDF of pictures and of PDFs' pages."""
    whole = pypdfium2.PdfDocument.new()  # type: ignore[no-untyped-call]
    for page in pages:
        data = page if isinstance(page, bytes) else scans.picture([page], "PDF")
        whole.import_pages(pypdfium2.PdfDocument(data))  # type: ignore[no-untyped-call]
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"[-\u2010-\u2015]\s*", "", text).lower())


def shown(data: bytes, page: int = 1) -> str:
    document = read_bytes(data, "gold.pdf", ocr="never")
    return "\n".join(
        document.text[b.span.start : b.span.end]
        for b in document.blocks
        if b.page == page and b.kind is not BlockKind.HIDDEN
    )


def recall(document: Document, gold: str) -> float:
    expected, found = Counter(words(gold)), Counter(words(document.text))
    return (expected & found).total() / expected.total()


def fail(data: bytes, source: str = "scan", ocr: Ocr = Ocr.AUTO) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, source, ocr=ocr)
    return caught.value


def ocr_warnings(document: Document) -> list[str]:
    return [w.code for w in document.warnings if w.code in ("ocr", "scan-pages", "ocr-layer")]


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)


@needs_ocr
@pytest.mark.parametrize(
    ("name", "how", "dpi", "least"),
    [
        ("elena", "clean", 150, 0.97),
        ("hana", "office", 200, 0.97),
        ("maya", "office", 200, 0.97),  # light text on a dark sidebar
        ("sofia", "clean", 200, 0.96),  # a header over a gradient
        ("aisha", "poor", 200, 0.91),
    ],
)
def test_words_of_scans(name: str, how: str, dpi: int, least: float) -> None:
    page = scans.wear(scans.render(sample(name), dpi)[0], scans.WEARS[how], dpi)
    document = read_bytes(scans.picture([page], "PNG", dpi), "scan.png")
    assert recall(document, shown(sample(name))) >= least
    assert document.format == "image" and document.pages == 1
    assert ocr_warnings(document) == ["ocr"] and document.quality is Quality.GOOD
    quoted = [document.text[b.span.start : b.span.end] for b in document.blocks]
    assert "\n".join(quoted) == document.text
    assert all(block.page == 1 and block.box is not None for block in document.blocks)


@needs_ocr
def test_a_scanned_pdf_of_two_columns_is_read_column_by_column(analyzer: Analyzer) -> None:
    pages = scans.scan(sample("maya"), 200)
    report = analyzer.analyze_bytes(as_pdf(*pages), source="scan.pdf")
    document = report.document
    assert ocr_warnings(document) == ["ocr"] and document.pages == 2
    order = ["Maya Lindqvist", "EXPERIENCE", "Spark Logistics", "“hello, world”", "CONTACT",
             "PLATFORMS", "growing chillies", "PROJECTS"]  # fmt: skip
    places = [document.text.index(text) for text in order]
    assert places == sorted(places)
    claimed = {entry.skill_id for entry in report.profile.entries if not entry.implied}
    true = {e.skill_id for e in analyzer.analyze_bytes(sample("maya")).profile.entries
            if not e.implied}  # fmt: skip
    assert len(claimed & true) >= 0.9 * len(true) and len(claimed - true) <= 2


@needs_ocr
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_kinds_of_pictures(kind: str, analyzer: Analyzer) -> None:
    """The person whom the tests of all formats hold."""
    pages = scans.render(person.FORMATS["pdf"](), 150)
    report = analyzer.analyze_bytes(scans.picture(pages, kind, 150, quality=90))
    claimed = {entry.skill_id for entry in report.profile.entries if not entry.implied}
    assert claimed >= person.SURE and not claimed & person.NEVER


@needs_ocr
def test_pages_of_a_tiff() -> None:
    pages = [page.convert("1") for page in scans.render(sample("elena"), 150)]
    assert len(pages) > 1
    document = read_bytes(scans.picture(pages, "TIFF"), "fax.tiff")
    assert document.pages == len(pages)
    assert {block.page for block in document.blocks} == set(range(1, len(pages) + 1))


@needs_ocr
def test_shades_turns_and_transparency() -> None:
    page = scans.render(sample("hana"), 150)[0]
    page = page.crop((0, 0, page.width, page.height // 3))
    gold = read_bytes(scans.picture([page], "PNG"), "scan").text
    assert "Hana Mori" in gold
    clear = page.convert("RGBA")
    clear.putalpha(page.convert("L").point(lambda value: 255 if value < 250 else 0))
    deep = page.convert("L").convert("I").point(lambda value: value * 257).convert("I;16")
    exif = Image.Exif()
    exif[0x0112] = 8  # shown by turning it left
    for_exif = io.BytesIO()
    page.rotate(-90, expand=True).save(for_exif, "JPEG", quality=90, exif=exif)
    for data in (
        scans.picture([clear], "PNG"),
        scans.picture([deep], "PNG"),
        scans.picture([page.rotate(90, expand=True)], "PNG"),
        for_exif.getvalue(),
    ):
        assert recall(read_bytes(data, "scan"), gold) > 0.95


@needs_ocr
def test_a_scanned_page_among_others() -> None:
    scanned = scans.scan(sample("hana"))[0]
    data = as_pdf(sample("elena"), scanned)
    document = read_bytes(data, "mixed.pdf")
    assert ocr_warnings(document) == ["ocr"]
    assert "Page 3 was read by OCR" in str(document.warnings)
    own, read = document.text.index("Elena Marchetti"), document.text.index("Hana Mori")
    assert own < read and {block.page for block in document.blocks} == {1, 2, 3}
    without = read_bytes(data, "mixed.pdf", ocr="never")
    assert ocr_warnings(without) == ["scan-pages"] and without.quality is Quality.DOUBTFUL
    assert "Hana" not in without.text


@needs_ocr
def test_a_mark_on_a_scan_is_not_its_text() -> None:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.drawImage(ImageReader(scans.scan(sample("hana"))[0]), 0, 0, 595, 842)
    canvas.drawString(250, 10, "Scanned with PocketScan")
    canvas.save()
    assert "Hana Mori" in read_bytes(file.getvalue(), "scan.pdf").text
    marked = read_bytes(file.getvalue(), "scan.pdf", ocr="never")
    assert marked.quality is Quality.UNREADABLE and ocr_warnings(marked) == ["scan-pages"]


@needs_ocr
def test_always_reads_the_picture_of_a_page_that_has_text() -> None:
    document = read_bytes(sample("hana"), "text.pdf", ocr="always")
    assert ocr_warnings(document) == ["ocr"] and document.format == "pdf"
    assert recall(document, shown(sample("hana"))) > 0.95
    assert ocr_warnings(read_bytes(sample("hana"), "text.pdf")) == []


def photo() -> Image.Image:
    """Shapes of all shades, and no letter."""
    chance = random.Random(1)
    image = Image.new("L", (450, 600), 128)
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, size = chance.randrange(450), chance.randrange(600), chance.randrange(5, 90)
        draw.ellipse((x, y, x + size, y + size * 0.7), fill=chance.randrange(256))
        draw.line((x, y, x + size, y - size), fill=chance.randrange(256), width=size // 20)
    return image


@needs_ocr
def test_pictures_without_text_are_refused() -> None:
    blank, page = Image.new("L", (600, 800), "white"), scans.render(sample("aisha"), 75)[0]
    grain = Image.effect_noise((60, 80), 90).resize((450, 600), Image.Resampling.BICUBIC)
    faint = scans.wear(page.crop((0, 0, page.width, page.height // 2)), scans.Wear(blur=7), 75)
    for data in (*(scans.picture([p], "PNG") for p in (blank, photo(), grain, faint)),
                 as_pdf(photo())):  # fmt: skip
        error = fail(data)
        assert error.code == "scan" and "no text" in str(error)


@needs_ocr
@pytest.mark.parametrize("kind", ["scan.png", "scan.jpg", "scan.tiff", "scan.pdf", "layer.pdf"])
def test_on_the_command_line(kind: str, tmp_path: Path) -> None:
    """What a user with a scan does: look at the reading, then at the roles."""
    path, pages = tmp_path / kind, scans.scan(sample("linh"), 200)
    if kind == "layer.pdf":
        path.write_bytes(with_ocr_layer(pages[0]))
    else:
        name = {".png": "PNG", ".jpg": "JPEG", ".tiff": "TIFF", ".pdf": "PDF"}[path.suffix]
        path.write_bytes(scans.picture(pages[:1], name))
    read = skillgap("read", path)
    assert read.code == 0 and read.err == ""
    assert "Linh Tran" in read.out and "── work " in read.out
    assert ("(ocr-layer)" if kind == "layer.pdf" else "(ocr)") in read.out
    done = skillgap("analyze", path, "--as-of", "2026-11-01")
    assert done.code == 0 and "Chatbot and virtual assistant" in done.out and "OCR" in done.out
    assert "ends before it starts" not in done.out
    never = skillgap("analyze", path, "--ocr", "never")
    assert never.code == (0 if kind == "layer.pdf" else 3), never.err


def with_ocr_layer(page: Image.Image) -> bytes:
    """A scan as scanning programs save it: the picture, over it what was read, not to be seen."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    file, document = io.BytesIO(), read_bytes(sample("linh"), "linh.pdf")
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.drawImage(ImageReader(page), 0, 0, 595, 842)
    for block in document.blocks:
        assert block.box is not None
        text = canvas.beginText(block.box.x0, 842 - block.box.y0 - block.size)
        text.setTextRenderMode(3)
        text.setFont("Helvetica", block.size * 0.9)
        words = document.text[block.span.start : block.span.end].encode("cp1252", "replace")
        for row in simpleSplit(words.decode("cp1252"), "Helvetica", block.size, 480):
            text.textLine(row)
        canvas.drawText(text)
    canvas.save()
    return file.getvalue()


def test_never_is_never(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "Engine", None)
    page = Image.new("L", (600, 800), 255)
    for data in (scans.picture([page], "PNG"), as_pdf(page)):
        error = fail(data, ocr=Ocr.NEVER)
        assert error.code == "scan" and "switched off" in error.why


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_the_message_says_how_to_get_it() -> None:
    page = Image.new("L", (600, 800), 255)
    for data in (scans.picture([page], "PNG"), as_pdf(page)):
        with pytest.raises(MissingExtraError) as caught:
            read_bytes(data, "scan")
        assert INSTALL in caught.value.mend and caught.value.exit_code == 3
    mixed = read_bytes(as_pdf(sample("hana"), page), "mixed.pdf")
    assert any(w.code == "scan-pages" and INSTALL in w.message for w in mixed.warnings)
    with pytest.raises(MissingExtraError):
        read_bytes(sample("hana"), "text.pdf", ocr="always")
    assert read_bytes(sample("hana"), "text.pdf").quality is Quality.GOOD


@pytest.mark.parametrize("kind", ["scan.png", "scan.pdf"])
def test_the_command_says_how_to_get_it(kind: str, tmp_path: Path) -> None:
    """As on a machine without the extra: no process finds the engine."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['tesserocr'] = None\n")
    path, page = tmp_path / kind, Image.new("L", (600, 800), 255)
    path.write_bytes(scans.picture([page], "PNG" if kind == "scan.png" else "PDF"))
    for command in ("read", "analyze"):
        done = skillgap(command, path, env={"PYTHONPATH": str(tmp_path)})
        assert_fails(done, 3, "holds no text", INSTALL)


def test_the_model_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_MODEL", "skillgap-has-no-such-model")
    assert not engine.is_installed()


@needs_ocr
def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    page = scans.render(sample("hana"), 100)[0]
    assert "Hana Mori" in read_bytes(scans.picture([page], "PNG"), "scan").text


def png(width: int, height: int, packed: bytes = b"") -> bytes:
    """A PNG that says it is this large, whatever it holds."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


@needs_ocr
@pytest.mark.parametrize("lenient", [False, True])
def test_hostile_pictures(monkeypatch: pytest.MonkeyPatch, lenient: bool) -> None:
    """Also where another library has told Pillow to let half a picture pass, as WeasyPrint does."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    assert fail(png(40_000, 40_000)).code == "limit"
    assert fail(png(2**31 - 1, 2**31 - 1)).code in ("limit", "damaged")
    assert fail(png(9_000, 9_000, zlib.compress(bytes(81_009_000)))).code == "limit"
    assert fail(png(60_000, 200)).code == "scan"  # a strip
    assert fail(png(1, 1)).code == "scan"
    assert fail(png(900, 900, zlib.compress(b"\0" * 99))).code == "damaged"
    good = scans.picture([Image.new("L", (400, 500), 255)], "JPEG")
    assert fail(good[: len(good) // 2]).code == "damaged"
    for magic in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\x00", b"MM\x00*"):
        assert fail(magic + bytes(60)).code == "damaged"
    pages = [Image.new("L", (200, 200), 255)] * 3
    for data in (scans.picture(pages, "TIFF"), as_pdf(*pages)):
        with pytest.raises(UnreadableError) as caught:
            read_bytes(data, "scan", limits=Limits(ocr_pages=2))
        assert caught.value.code == "limit" and "ocr-pages" in caught.value.mend
    assert lenient is ImageFile.LOAD_TRUNCATED_IMAGES  # left as it was


@needs_ocr
def test_time_is_limited() -> None:
    page = scans.render(sample("hana"), 150)[0].convert("L")
    slow = engine.Engine("scan.png", seconds=0.05)
    with pytest.raises(UnreadableError) as caught:
        slow.read(page)
    slow.close()
    assert caught.value.code == "timeout" and "scan.png" in caught.value.what


@cache
def small_pictures() -> tuple[bytes, ...]:
    page = scans.render(sample("hana"), 60)[0].crop((0, 0, 240, 160))
    return tuple(
        scans.picture([page, page][: 1 + (k == "TIFF")], k) for k in ("PNG", "JPEG", "TIFF")
    )


@needs_ocr
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_mutated_pictures_end_in_our_error_or_a_document(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(small_pictures())))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(len(content) // 2, len(content)))]
    with suppress(UnreadableError):
        list(pictures.pages_of(bytes(content), "fuzz", 20))


def line(*texts: str, foot: float = 0.0) -> Sheet:
    seen = [Seen(text, 100.0 * at, 100.0 * at + 80, 50.0, 20.0, 90.0, 0, 50.0 + foot)
            for at, text in enumerate(texts)]  # fmt: skip
    return Sheet(tuple(seen), 1000, 1400)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Al", "AI"), ("APl", "API"), ("Bl,", "BI,"), ("Cl/CD", "CI/CD"), ("El", "El"),
        ("All", "All"), ("Ali", "Ali"), ("Null", "Null"), ("l", "l"), ("HTML", "HTML"),
        ("AJB", "A/B"), ("4o0", "400"), ("1O0,000", "100,000"), ("4o", "4o"), ("O2", "O2"),
        ("10o", "10o"),
    ],
)  # fmt: skip
def test_known_misreadings(seen: str, meant: str) -> None:
    page = content_of(line("the", seen))
    assert [piece.text for piece in page.pieces] == ["the", meant]


def test_arrows_between_dates() -> None:
    for seen in (("2021-07", "+", "now"), ("03/2019", "»", "06/2021"), ("2019", "=", "2021")):
        assert [p.text for p in content_of(line("Acme", *seen)).pieces][2] == "–"
    for kept in (("C", "+", "now"), ("2021", "+", "5"), ("+", "2021")):
        assert "+" in [p.text for p in content_of(line("Acme", *kept)).pieces]


def test_bars_and_bullets() -> None:
    assert [p.text for p in content_of(line("|", "know")).pieces] == ["I", "know"]
    assert [p.text for p in content_of(line("a", "|", "b", foot=4)).pieces] == ["a", "|", "b"]
    assert [p.text for p in content_of(line("¢", "Led")).pieces] == ["•", "Led"]


def test_skew() -> None:
    page = Image.new("L", (800, 1000), 255)
    draw = ImageDraw.Draw(page)
    for y in range(100, 900, 25):
        draw.rectangle((100, y, 700, y + 9), fill=0)
    for angle in (-2.3, 0.0, 1.2):
        turned = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
        assert abs(skew_of(turned) - angle) < 0.15
    assert skew_of(Image.new("L", (800, 1000), 255)) == 0.0
