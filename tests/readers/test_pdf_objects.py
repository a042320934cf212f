"""What is read of a PDF by expressions is what pdfminer's parsers, which are slower, make of it."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdffont import Type1FontHeaderParser
from pdfminer.pdfparser import PDFStreamParser

from skillgap.readers.pdf.objects import read_object
from skillgap.readers.pdf.type1 import read_encoding

PARTS = st.sampled_from(
    [*rb"Ann ( ) \( \) \\ \n \101 \1 \777 \q \ /A <41> %".split(), b" ", b"\n", b"\r", b"\xfe\xff"]
)


@given(st.lists(PARTS, max_size=8).map(b"".join))
def test_a_plain_string_is_what_pdfminer_reads(text: bytes) -> None:
    found = read_object(b"7 0 obj (" + text + b") endobj", 0, 7, None)
    if found is not None:  # else pdfminer is asked
        assert found == (PDFStreamParser(b"(" + text + b") ").nextobject()[1], None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (rb"(Mozilla \(X11\))", b"Mozilla (X11)"),
        (rb"(pdfTeX (TeX Live 2022 \(Debian\)))", b"pdfTeX (TeX Live 2022 (Debian))"),
        (rb"(\376\377\000E)", b"\xfe\xff\0E"),
    ],
)
def test_strings_of_common_programs_are_plain(text: bytes, value: bytes) -> None:
    assert read_object(b"7 0 obj " + text + b" endobj", 0, 7, None) == (value, None)


@pytest.mark.parametrize(
    "header",
    [
        b"/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n"
        b"dup 11 /ff put\ndup 65 /A put\n dup 65/B put dup 104 /angbracketleft put\nreadonly def",
        b"/Encoding StandardEncoding def",
        b"dup 12 /f_i put dup 300 /uni0041 put dup /A 66 put dup 67 /C def dup 68 /D put",
        b"",
    ],
)
def test_the_header_of_a_font(header: bytes) -> None:
    assert read_encoding(header) == Type1FontHeaderParser(BytesIO(header)).get_encoding()
