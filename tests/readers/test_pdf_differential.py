"""Our lexer and interpreter against pdfminer's: the same characters at the same places.

pdfminer lexes, runs the operators and reads the fonts in its own way; a lean device of ours takes
down what it would show. What both may differ in, and why:

- Character spacing: pdfminer adds it between the glyphs of one operator, ISO 32000 (9.3.2) after
  each glyph. The device follows the standard.
- `"` moves to the next line (ISO 32000, table 107); pdfminer stays on the line.
- A zero byte is white space (ISO 32000, table 1); pdfminer takes it into the operator.
- The last digit of `<4>` is 0 (7.3.4.3), its first in pdfminer.
- A form's matrix ends with the form; in pdfminer it stays until the next Q.
- Replacement text (`ActualText`), which pdfminer passes over: switched off here.
- Vertical writing: no resume is set in it; pages with such a font are left out.
- Operations with operands of the wrong number or kind: undefined, so none are made here.
- A form does not inherit its page's text state in pdfminer; ISO 32000 (8.10.1) lets it.
"""

from __future__ import annotations

import contextlib
import io
import logging
import random
import re
import time
from collections.abc import Iterator, Mapping
from copy import copy
from importlib.util import find_spec
from itertools import islice
from math import atan2, degrees, hypot, isclose
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjectNotFound, PDFStream
from pdfminer.utils import mult_matrix
from pdfs import BODY, lines, pdf, stream

from skillgap.readers.page import Matrix, Piece
from skillgap.readers.pdf.content import ContentReader
from skillgap.readers.pdf.document import Objects
from skillgap.readers.pdf.fonts import Font, Fonts
from skillgap.readers.pdf.layers import Layers
from skillgap.readers.pdf.lexer import IN_STEPS, operations
from skillgap.readers.pdf.limits import Budget

NEAR = 0.02  # points
NULL = "/b'null'"  # in object streams pdfminer takes null for an operator
SECONDS = 12.0  # for all the files found on this machine
PAGES = 12  # of one file
ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("pdfminer", "pypdf", "reportlab", "pikepdf", "pdfplumber", "matplotlib", "weasyprint")
DOCUMENTS = ("/usr/share/doc/texlive-doc", "/usr/share/doc", "/usr/share/texmf")


class Glyph:
    """A character with its place: along and across the line, and the line's angle."""

    __slots__ = ("angle", "end", "start", "text", "y")

    def __init__(self, text: str, start: float, end: float, y: float, angle: int) -> None:
        self.text, self.start, self.end, self.y, self.angle = text, start, end, y, angle


class Manager(PDFResourceManager):
    """Keeps what a font was made of: ours looks at it, too."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        font = super().get_font(objid, spec)
        font.spec = spec  # type: ignore[attr-defined]
        return font


class Device(PDFTextDevice):
    """Takes down every glyph that pdfminer's interpreter shows."""

    def __init__(self, manager: Manager) -> None:
        super().__init__(manager)
        self.glyphs: list[Glyph] = []
        self.vertical = False
        self._fonts: dict[int, Font] = {}

    def render_string(self, textstate: Any, seq: Any, *_: Any) -> None:
        """Place the glyphs of one show operator."""
        font = textstate.font
        self.vertical |= font.is_vertical()
        name = getattr(font, "basefont", "") or font.fontname
        ours = self._fonts.setdefault(id(font), Font(font, name, getattr(font, "spec", None)))
        assert self.ctm is not None
        matrix = mult_matrix(textstate.matrix, self.ctm)
        scale = textstate.scaling * 0.01
        x, y = textstate.linematrix
        for item in seq:
            if isinstance(item, (int, float)):
                x -= item * 0.001 * textstate.fontsize * scale
                continue
            for code in font.decode(item) if isinstance(item, bytes) else ():
                text, width = ours.glyph(code)
                advance = width * textstate.fontsize * scale
                self._add(matrix, x, y + textstate.rise, advance, text)
                x += advance + textstate.charspace * scale
                if code == ord(" ") and not font.is_multibyte():
                    x += textstate.wordspace * scale
        textstate.linematrix = (x, y)

    def _add(self, m: Matrix, x: float, y: float, width: float, text: str) -> None:
        a, b, c, d, e, f = m
        stretch = hypot(a, b) or 1e-9
        ux, uy = a / stretch, b / stretch
        px, py = a * x + c * y + e, b * x + d * y + f
        start = px * ux + py * uy
        angle = 0 if abs(b) < 1e-6 < a else round(degrees(atan2(b, a)))
        if text.strip():
            end = start + width * stretch
            self.glyphs.append(Glyph(text, start, end, py * ux - px * uy, angle))


class Interpreter(PDFPageInterpreter):
    """pdfminer's, with the step to the next line that its `"` leaves out."""

    def do__w(self, aw: Any, ac: Any, s: Any) -> None:
        """Word and character spacing, the next line, a string."""
        self.do_T_a()
        super().do__w(aw, ac, s)


# ---------------------------------------------------------------- both readings of a file


def _ours(data: bytes) -> Iterator[tuple[ContentReader, list[Piece]]]:
    budget = Budget()
    document, fonts = Objects(data, "", budget), Fonts(budget)
    for page in islice(PDFPage.create_pages(document), PAGES):
        reader = ContentReader(page, fonts, Layers({}), budget)
        reader._replacement = lambda: None  # type: ignore[method-assign]
        matrix = reader._state.ctm
        pieces = reader.read().pieces
        reader._state.ctm = matrix
        yield reader, pieces


def _theirs(data: bytes) -> Iterator[tuple[PDFPage, Manager]]:
    manager = Manager()
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    for page in islice(PDFPage.create_pages(document), PAGES):
        yield page, manager


def compare(data: bytes, name: str = "") -> int:
    """Hold both readings of a file against each other. How many characters were compared?"""
    count = 0
    for number, ((reader, pieces), (page, manager)) in enumerate(
        zip(_ours(data), _theirs(data)), 1
    ):
        device = Device(manager)
        interpreter = Interpreter(manager, device)
        interpreter.render_contents(page.resources, page.contents, ctm=reader._state.ctm)
        if not device.vertical:
            _same(pieces, device.glyphs, f"{name}, page {number}")
            count += len(device.glyphs)
    return count


def _same(pieces: list[Piece], glyphs: list[Glyph], where: str) -> None:
    at = 0
    for piece in pieces:
        text, first, last = "", None, None
        while len(text) < len(piece.text) and at < len(glyphs):
            last = glyphs[at]
            first = first or last
            text += last.text
            at += 1
        assert text == piece.text, f"{where}: {text!r} for {piece.text!r}"
        assert first is not None and last is not None
        ours = (piece.x0, piece.x1, piece.y, piece.angle)
        theirs = (first.start, last.end, first.y, first.angle)
        for one, other in zip(ours, theirs):
            assert isclose(one, other, rel_tol=1e-6, abs_tol=NEAR), (
                f"{where}: {text!r} at {theirs}, ours {ours}"
            )
    rest = "".join(glyph.text for glyph in glyphs[at:])
    assert not rest, f"{where}: not read {rest[:50]!r}"


# ---------------------------------------------------------------- files


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def _samples() -> list[Path]:
    return sorted((ROOT / "samples").rglob("*.pdf"))


@pytest.mark.parametrize("path", _samples(), ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    assert compare(path.read_bytes(), path.name) > 500


def _installed() -> Iterator[Path]:
    """PDFs that came with packages and documents on this machine, small ones first."""
    roots = [Path(folder) for folder in DOCUMENTS]
    for package in PACKAGES:
        spec = find_spec(package)
        if spec is not None and spec.origin:
            roots.append(Path(spec.origin).parent)
    found = {path for root in roots if root.is_dir() for path in root.rglob("*.pdf")}
    with contextlib.suppress(OSError):
        yield from sorted(found, key=lambda path: (path.stat().st_size, path))


def test_files_on_this_machine() -> None:
    """What came with installed packages, as far as the time goes."""
    until = time.monotonic() + SECONDS
    faults = []
    for path in _installed():
        if time.monotonic() > until:
            break
        with contextlib.suppress(OSError):
            try:
                compare(path.read_bytes(), path.name)
            except AssertionError as fault:
                faults.append(str(fault)[:300])
    assert not faults, "\n".join(faults)


def _made() -> Iterator[tuple[str, bytes]]:
    from layouts import _streams, _styles

    yield from ((page.name, page.data) for page in _streams())
    if find_spec("weasyprint"):
        import weasyprint

        for name, _, css, body, _ in _styles()[:6]:
            html = f"<style>{css}</style>{body}"
            page = weasyprint.HTML(string=html)  # type: ignore[no-untyped-call]
            yield name, page.write_pdf()  # type: ignore[no-untyped-call]


def test_pages_of_known_order() -> None:
    assert sum(compare(data, name) for name, data in _made()) > 10_000


def test_objects_are_the_same() -> None:
    """Our reading of plain objects against pdfminer's, for all objects of the samples."""
    count = 0
    for path in _samples():
        data = path.read_bytes()
        ours, theirs = Objects(data, "", Budget()), PDFDocument(PDFParser(io.BytesIO(data)))
        for number in {n for table in theirs.xrefs for n in table.get_objids()}:
            with contextlib.suppress(PDFObjectNotFound):
                wanted = theirs.getobj(number)
                found = ours.getobj(number)
                if isinstance(wanted, PDFStream) and isinstance(found, PDFStream):
                    wanted, found = wanted.attrs, found.attrs
                if NULL in repr(wanted):
                    continue
                assert repr(found) == repr(wanted), f"{path.name}, object {number}"
                count += 1
    assert count > 1_000


# ---------------------------------------------------------------- generated content streams

_SIZES = st.floats(-500, 900, allow_nan=False).map(lambda n: f"{n:.3f}".rstrip("0"))
_SMALL = st.sampled_from(["0", "1", "-1", ".5", "-.25", "+2", "3.", "0.001", "-0", "12", "007"])
_NUMBERS = st.one_of(_SMALL, _SIZES)


def _literal(text: bytes) -> bytes:
    """A string as PDF writers write it, by one of several habits."""
    habit = len(text) % 4
    if habit == 0:
        return b"<" + text.hex().encode() + b">"
    if habit == 1:
        return b"<" + b" ".join(b"%02X" % byte for byte in text) + b" >"
    if habit == 2:
        return b"(" + b"".join(b"\\%03o" % byte for byte in text) + b")"
    return b"(" + re.sub(rb"([()\\])", rb"\\\1", text).replace(b"\r", b"\\r") + b")"


_STRINGS = st.one_of(
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12).map(
        lambda text: _literal(text.encode())
    ),
    st.binary(max_size=6).map(_literal),
    st.sampled_from([b"(a(b)c)", b"(x\\\ny)", b"(\\)\\()", b"(tab\\t)", b"()", b"<>", b"(\\1)"]),
)


def _operation(operator: str, *operands: st.SearchStrategy[Any]) -> st.SearchStrategy[bytes]:
    def join(values: tuple[Any, ...]) -> bytes:
        parts = [value.encode() if isinstance(value, str) else value for value in values]
        return b" ".join([*parts, operator.encode()])

    return st.tuples(*operands).map(join)


_MATRICES = st.sampled_from(
    ["1 0 0 1 30 40", "0 1 -1 0 300 200", "2 0 0 2 5 5", "1 0 .2 1 0 0", "-1 0 0 -1 300 500",
     ".7 .7 -.7 .7 200 200", "1 0 0 -1 0 700", ".01 0 0 .01 50 60"]
)  # fmt: skip
_FONT_NAMES = st.sampled_from(["/F1", "/F2", "/F3", "/F#31"])
_ARRAYS = st.lists(st.one_of(_STRINGS, _SIZES.map(str.encode)), max_size=5).map(
    lambda items: b"[" + b" ".join(items) + b"]"
)
OPERATIONS = st.one_of(
    *(_operation(name) for name in ("q", "Q", "BT", "ET", "T*", "n", "f", "W n", "EMC")),
    _operation("cm", _MATRICES),
    _operation("Tm", _MATRICES),
    *(_operation(name, _NUMBERS) for name in ("Tc", "Tw", "TL", "Ts", "g")),
    _operation("Tz", st.sampled_from(["100", "50", "130.5"])),
    _operation("Tr", st.sampled_from(["0", "1", "2", "3"])),
    *(_operation(name, _NUMBERS, _NUMBERS) for name in ("Td", "TD", "m", "l")),
    _operation("Tf", _FONT_NAMES, st.sampled_from(["10", "12.5", "1", "-8", "40"])),
    *(_operation(name, _STRINGS) for name in ("Tj", "'", "Tj", "Tj")),
    _operation('"', _NUMBERS, _NUMBERS, _STRINGS),
    _operation("TJ", _ARRAYS),
    _operation("TJ", _ARRAYS),
    _operation("BDC", st.just("/Span << /MCID 3 /E (x) /A [1 2] >>")),
    _operation("re f", *[_NUMBERS] * 4),
    st.just(b"q /X Do Q"),
    st.just(b"BI /W 2 /H 2 /BPC 8 /CS /G ID ab)( EI"),
    st.just(b"% a comment (with brackets\n"),
)
_GAPS = st.sampled_from([b" ", b"\n", b"\r\n", b"\t", b"  %x\n", b"\f"])
_FORM = stream(
    "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Matrix [1 0 0 1 3 4]"
    " /Resources << /Font << /F1 10 0 R >> >>",
    b"0 Tc 0 Tw 100 Tz 0 Ts 0 TL BT /F1 9 Tf 50 60 Td (form) Tj ET",
)


def _page(content: bytes) -> bytes:
    text = content.decode("latin-1")
    objects = [_FORM, stream("", text.encode("latin-1"))]
    return pdf("", contents="101 0 R", resources="/XObject << /X 100 0 R >>", objects=objects)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(OPERATIONS, _GAPS), max_size=40))
def test_generated_streams(operations: list[tuple[bytes, bytes]]) -> None:
    start = b"BT /F1 10 Tf 60 700 Td (start) Tj "
    compare(_page(start + b"".join(one + gap for one, gap in operations)))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-2, 12).map(lambda x: round(x, 3)), st.sampled_from(b"aA .W\x00\xad")),
        min_size=2,
        max_size=30,
    ),
    st.sampled_from(["", "2 Tc ", "3 Tw ", "150 Tz ", "4 Ts ", "0.9 0.3 -0.3 0.9 70 600 Tm "]),
)
def test_glyphs_shown_one_by_one(steps: list[tuple[float, int]], state: str) -> None:
    """As Skia sets text, which is read by a shorter way: against pdfminer, and against the same
    operations with a space more, which take the long way."""
    shown = "".join(f"{step} 0 Td <{code:02x}> Tj\n" for step, code in steps)
    start = f"BT /F1 10 Tf 60 700 Td {state}(start) Tj\n"
    end = "(more) Tj 0 -12 Td (end) Tj ET"
    assert IN_STEPS in [operator for operator, _ in operations(shown.encode())]
    assert compare(pdf(start + shown + end)) > 0
    short, long = (pdf(start + text + end) for text in (shown, shown.replace(" Td", "  Td")))
    assert [_rounded(piece) for piece in next(_ours(short))[1]] == [
        _rounded(piece) for piece in next(_ours(long))[1]
    ]


def _rounded(piece: Piece) -> tuple[object, ...]:
    """A piece without the last digits of its place and without its order, which differ."""
    place = round(piece.x0, 6), round(piece.x1, 6), round(piece.y, 6)
    return (piece.text, *place, piece.size, piece.angle, piece.space, piece.style, piece.ink)


def _content_of(data: bytes) -> bytes:
    page = next(PDFPage.create_pages(Objects(data, "", Budget())))
    return b"\n".join(part.resolve().get_data() for part in page.contents)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_mutated_streams(chance: random.Random) -> None:
    """Operations of real pages dropped, doubled and moved."""
    rows = [
        b"q 1 0 0 1 3 -4 cm", b"Q", b"BT", b"ET", b"/F2 11 Tf", b"1 0 0 1 90 500 Tm", b"0 -13 TD",
        *lines(60, 60, BODY).encode("cp1252").splitlines(),
    ]  # fmt: skip
    for _ in range(chance.randint(1, 25)):
        at, to = chance.randrange(len(rows)), chance.randrange(len(rows))
        match chance.randrange(3):
            case 0 if len(rows) > 5:
                del rows[at]
            case 1:
                rows.insert(to, rows[at])
            case _:
                rows[at], rows[to] = rows[to], rows[at]
    compare(_page(b"\n".join(rows)))


def test_the_comparison_can_fail() -> None:
    """A guard that nothing trips guards nothing."""
    pieces = next(_ours(pdf(lines(60, 60, BODY))))[1]
    moved = [copy(piece) for piece in pieces]
    for piece in moved:
        piece.x0 += 0.1
    page, manager = next(_theirs(pdf(lines(60, 60, BODY))))
    device = Device(manager)
    ctm = (1.0, 0.0, 0.0, -1.0, 0.0, 842.0)
    Interpreter(manager, device).render_contents(page.resources, page.contents, ctm=ctm)
    _same(pieces, device.glyphs, "")
    with pytest.raises(AssertionError):
        _same(moved, device.glyphs, "")


_KERNS = st.integers(-50_000, 50_000).map(lambda hundredths: hundredths / 100)
_WRITTEN = (
    lambda text: b"(" + re.sub(rb"([()\\\\\r\n])", lambda m: b"\\%03o" % m[1][0], text) + b")",
    lambda text: b"<" + text.hex().encode() + b">",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_KERNS, st.binary(max_size=6)), max_size=40), st.data())
def test_a_line_is_read_as_it_was_written(items: list[float | bytes], data: st.DataObject) -> None:
    """An array of strings and numbers, by the shorter way and element by element."""
    written = [
        data.draw(st.sampled_from(_WRITTEN))(item)
        if isinstance(item, bytes)
        else f"{item:.2f}".encode()
        for item in items
    ]
    line = data.draw(st.sampled_from([b" ", b"\n"])).join(written)
    short = list(operations(b"[" + line + b"]TJ"))
    long = list(operations(b"[" + line + b" (()) ]TJ"))  # no shorter way leads over parentheses
    assert short == [(b"TJ", [items])]
    assert long == [(b"TJ", [[*items, b"()"]])]
