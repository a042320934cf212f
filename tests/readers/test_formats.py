"""All formats together: the same person in each, what decides about the format, hostile files."""

from __future__ import annotations

import io
import shutil
import subprocess
import textwrap
import zipfile
from pathlib import Path

import person
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfs import pdf
from pdfs import text as one_line

from skillgap import Analyzer, GapReport
from skillgap.errors import UnreadableError
from skillgap.models import BlockKind, Document, SectionKind
from skillgap.readers import READERS, read_bytes
from skillgap.readers.assembly import MAX_CHARACTERS
from skillgap.reports.words import DISCLAIMER

FILES = {name: make() for name, make in person.FORMATS.items()}


def claimed(report: GapReport) -> set[str]:
    return {entry.skill_id for entry in report.profile.entries if not entry.implied}


def code_of(data: bytes, source: str = "resume") -> str:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, source)
    assert caught.value.what and source in caught.value.what
    return caught.value.code


@pytest.mark.parametrize("width", [79, 28])
def test_a_report_of_ours_that_was_printed_or_copied_is_no_resume(width: int) -> None:
    lines = textwrap.wrap(DISCLAIMER, width)
    text = "Closest roles\n\nPython, SQL, Docker\n\n" + "\n".join(lines)
    printed = pdf("".join(one_line(60, 60 + 14 * at, line) for at, line in enumerate(lines)))
    for data in (text.encode(), f"<p>{text}</p>".encode(), printed):
        assert code_of(data) == "format"
    as_data = b'{"schema_version": 1, "generator": {"name": "skillgap", "version": "0.1.0"}}'
    assert code_of(as_data, "report.json") == "format"
    about = DISCLAIMER.replace("This report", "This chart")
    assert "decides nothing" in read_bytes(about.encode(), "resume").text


def check(document: Document) -> None:
    """What holds for every document."""
    quoted = [document.text[b.span.start : b.span.end] for b in document.blocks]
    assert "\n".join(quoted) == document.text
    assert all(quote and "\n" not in quote for quote in quoted)
    kinds = [block.kind for block in document.blocks]
    hidden = kinds.count(BlockKind.HIDDEN)
    assert all(kind is BlockKind.HIDDEN for kind in kinds[len(kinds) - hidden :])
    assert all(bool(block.note) == (block.kind is BlockKind.HIDDEN) for block in document.blocks)
    document.text.encode()


def test_a_person_in_every_format_has_the_same_skills(analyzer: Analyzer) -> None:
    assert FILES.keys() == READERS.keys() - {"image"}  # pictures: test_ocr.py
    found = {name: claimed(analyzer.analyze_bytes(data)) for name, data in FILES.items()}
    for name, skills in found.items():
        assert skills >= person.SURE, (name, person.SURE - skills)
        assert not person.NEVER & skills, name
    assert {
        name: skills ^ found["pdf"] for name, skills in found.items() if skills != found["pdf"]
    } == {}


@pytest.mark.parametrize("name", [name for name in FILES if name != "pdf"])
def test_a_person_in_one_format(name: str, analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(FILES[name])
    document = report.document
    check(document)
    assert document.format == name and document.pages is None and not document.warnings
    assert document.text.startswith(person.NAME) or person.EMAIL in document.text.split("\n")[0]
    kinds = {section.kind for section in report.sections}
    expected = (SectionKind.SUMMARY, SectionKind.WORK, SectionKind.EDUCATION, SectionKind.SKILLS,
                SectionKind.CERTIFICATES, SectionKind.LANGUAGES)  # fmt: skip
    assert kinds >= set(expected)
    work = [entry for entry in report.entries if entry.section is SectionKind.WORK]
    assert [(str(e.dates.start), e.dates.end and str(e.dates.end)) for e in work] == [
        ("2021-03", None),
        ("2016-06", "2021-02"),
    ]
    bullets = {document.text[b.span.start : b.span.end] for b in document.blocks
               if b.kind is BlockKind.BULLET}  # fmt: skip
    assert {done for job in person.JOBS for done in job.done} <= bullets


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_what_an_office_program_writes(tmp_path: Path, analyzer: Analyzer) -> None:
    (tmp_path / "p.docx").write_bytes(FILES["docx"])
    wanted = claimed(analyzer.analyze_bytes(FILES["docx"]))
    for ending in ("odt", "rtf", "html", "fodt"):
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
             "--convert-to", ending, "--outdir", str(tmp_path), str(tmp_path / "p.docx")],
            capture_output=True, timeout=180, check=False,
        )  # fmt: skip
        report = analyzer.analyze(tmp_path / f"p.{ending}")
        check(report.document)
        assert claimed(report) == wanted, ending
        assert len([e for e in report.entries if e.section is SectionKind.WORK]) == 2, ending


def test_content_decides_over_the_name() -> None:
    for name, data in FILES.items():
        document = read_bytes(data, "resume.bin")
        assert document.format == name and not document.warnings
    document = read_bytes(FILES["docx"], "resume.odt")
    assert document.format == "docx"
    assert [warning.code for warning in document.warnings] == ["name-differs"]


def test_text_that_calls_itself_pdf_is_refused() -> None:
    for name in ("text", "html", "markdown", "latex", "json-resume"):
        with pytest.raises(UnreadableError, match=r"its name ends in \.pdf") as caught:
            read_bytes(FILES[name], "resume.PDF")
        assert caught.value.code == "format"
    assert read_bytes(FILES["docx"], "resume.pdf").format == "docx"


def test_what_is_no_resume_says_what_it_is() -> None:
    sheet = person.zipped({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"})
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    for data, code, words in (
        (b"GIF89a" + bytes(50), "scan", "GIF"),
        (ole, "format", "DOC"),
        (ole + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
        (sheet, "format", "spreadsheet"),
        (person.zipped({"photo.jpg": b"x"}), "format", "ZIP"),
        (bytes(range(256)) * 9, "format", "begins with"),
        (b'<?xml version="1.0"?><note>hi</note>', "format", "begins with"),
    ):
        with pytest.raises(UnreadableError) as caught:
            read_bytes(data, "resume")
        assert caught.value.code == code
        assert words in str(caught.value)


def attempt(data: bytes) -> None:
    """Reading ends in a sound document or in our own error."""
    try:
        check(read_bytes(data, "resume"))
    except UnreadableError as error:
        if not (error.what and error.code):
            raise AssertionError("an error must say what it is") from error


def test_nothing_to_read() -> None:
    assert code_of(b"") == "empty"
    assert code_of(b" \n\t \n") == "empty"
    assert code_of(b"<html><body><img src=x></body></html>") == "empty"
    assert code_of(b"{\\rtf1 }") == "empty"
    assert code_of(b'{"basics": {}}') == "empty"
    assert code_of(person.odt_container("<text:p/>")) == "empty"


@pytest.mark.parametrize("name", ["text", "html", "markdown", "latex", "rtf", "json-resume"])
def test_too_much_text(name: str) -> None:
    words = b"data " * (MAX_CHARACTERS // 5 + 1)
    data = {
        "text": words,
        "html": b"<html><body><p>" + words,
        "markdown": b"# A\n\n# B\n\n" + words,
        "latex": b"\\begin{document}\n" + words,
        "rtf": b"{\\rtf1 " + words + b"}",
        "json-resume": b'{"basics": {"summary": "' + words + b'"}}',
    }[name]
    assert code_of(data) == "limit"


@pytest.mark.parametrize("name", ["docx", "odt", "linkedin-zip"])
def test_a_bomb_stops_early(name: str) -> None:
    filler = b" " * 80_000_000
    with zipfile.ZipFile(io.BytesIO(FILES[name])) as archive:
        parts: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    part = {"docx": "word/document.xml", "odt": "content.xml", "linkedin-zip": "Skills.csv"}[name]
    original = parts[part]
    assert isinstance(original, bytes)
    parts[part] = original.replace(b">", b">" + filler, 1) if name != "linkedin-zip" else filler
    data = person.zipped(parts)
    assert len(data) < 1_000_000
    assert code_of(data) == "limit"


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<b></b>" * 100_001,
        b"<html><body>" + b"<p>x" * 30_001,
        b"{\\rtf1 " + b"\\b " * 500_001 + b"}",
        b'{"work": [' + b"{}," * 3_001 + b"{}]}",
        b"* a\n" * 30_001,
        b'<?xml version="1.0"?><office:document>' + b" " * 20_000_001,
    ],
    ids=["elements", "blocks", "words", "entries", "items", "xml"],
)
def test_too_many_of_anything(data: bytes) -> None:
    assert code_of(data) == "limit"


def test_too_many_parts() -> None:
    parts: dict[str, str | bytes] = {f"p{at}": b"" for at in range(5001)}
    assert code_of(person.zipped({"content.xml": "<a/>", **parts})) == "limit"


LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [
<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e SYSTEM
"file:///etc/passwd">]>"""


def test_entities_are_refused() -> None:
    odt = (
        f'{LAUGHS}<o:document-content xmlns:o="{person.ODF}:office:1.0">&d;&e;</o:document-content>'
    )
    assert code_of(person.zipped({"content.xml": odt})) == "damaged"
    parts = {"[Content_Types].xml": "<a/>", "word/document.xml": f"{LAUGHS}<d>&d;&e;</d>"}
    assert code_of(person.zipped({**parts})) == "damaged"
    document = read_bytes(f"<!doctype html>{LAUGHS}<p>&d; &e; Ana".encode(), "page.html")
    assert "root:" not in document.text and "lollol" not in document.text


def test_deep_nesting_ends() -> None:
    deep = 100_000
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    box = f'<w:document xmlns:w="{word}">' + "<w:sdt>" * 200 + "</w:sdt>" * 200 + "</w:document>"
    for data in (
        b"<html><body>" + b"<div>" * deep + b"x",
        b"<html><body>" + b"<div>" * 1000 + b"x",
        b"{\\rtf1 " + b"{" * deep + b"x" + b"}" * deep,
        b'{"work": ' + b"[" * deep + b"]" * deep + b"}",
        person.odt_container("<text:section>" * 240 + "</text:section>" * 240),
        person.zipped({"[Content_Types].xml": "<a/>", "word/document.xml": box}),
    ):
        assert code_of(data) in ("limit", "damaged")
    # Markdown shows what lies too deep as text.
    read_bytes(b"# a\n\n# b\n\n" + b">" * deep + b" x", "a.md")
    read_bytes(b"# a\n\n# b\n\n" + b"[" * 20_000 + b"*" * 20_000 + b" x", "a.md")


@pytest.mark.parametrize("name", [name for name in FILES if name != "pdf"])
def test_truncated_files(name: str) -> None:
    data = FILES[name]
    for share in (0.02, 0.1, 0.5, 0.9, 0.99):
        attempt(data[: int(share * len(data))])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(min_size=1, max_size=400), st.sampled_from([b"", *(d[:40] for d in FILES.values())])
)
def test_random_bytes(data: bytes, head: bytes) -> None:
    if b"%PDF-" in head:
        return
    attempt(head + data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([name for name in FILES if name != "pdf"]),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8), st.integers(0, 40)), max_size=12),
)
def test_mutated_files(name: str, changes: list[tuple[float, bytes, int]]) -> None:
    data = _unpacked(name)
    for place, put, lost in changes:
        at = int(place * len(data))
        data = data[:at] + put + data[at + lost :]
    if name in ("docx", "odt"):
        part = "word/document.xml" if name == "docx" else "content.xml"
        data = person.zipped(
            {"[Content_Types].xml": "<a/>", part: data} if name == "docx" else {part: data}
        )
    attempt(data)


def _unpacked(name: str) -> bytes:
    """What is worth damaging: the XML inside a container."""
    if name not in ("docx", "odt"):
        return FILES[name]
    with zipfile.ZipFile(io.BytesIO(FILES[name])) as archive:
        return archive.read("word/document.xml" if name == "docx" else "content.xml")
