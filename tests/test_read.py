"""`skillgap read`: the text as a parser sees it, as JSON, and as a picture."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from running import RESUMES, ROOT, SAMPLE, assert_fails, environment, shown, skillgap

from skillgap.errors import MissingExtraError, UsageError
from skillgap.models import BlockKind, Document, Quality, SectionKind
from skillgap.readers import READERS, read_bytes
from skillgap.readers import read as read_file
from skillgap.reports import overlay, reading, sheet
from skillgap.sections import find_sections

sys.path.append(str(Path(__file__).parent / "readers"))
import person
from pdfs import BODY, box, lines, pdf, text

CHEF = RESUMES / "bruno-castellano-chef.pdf"
SECRET = "Kubernetes Terraform Rust"
HIDDEN = (
    text(60, 60, "Summary", font="F2", size=14) + lines(60, 90, BODY)
    + "1 g " + text(60, 300, SECRET) + "0 g " + text(60, 400, SECRET) + box(50, 380, 300, 40, "1 g")
)  # fmt: skip


@pytest.fixture
def hidden(tmp_path: Path) -> Path:
    path = tmp_path / "hidden.pdf"
    path.write_bytes(pdf(HIDDEN))
    return path


def test_text_by_section() -> None:
    done = shown("read", CHEF)
    assert done.code == 0 and done.err == ""
    assert "reading quality: good" in done.out
    document = read_file(CHEF)
    kinds = [section.kind.value for section in find_sections(document) if section.title]
    places = [done.out.index(f"── {kind} ") for kind in kinds]
    assert places and places[0] == min(places)
    told = set(done.out.split())
    assert {word for word in document.text.split() if word.isalpha()} <= told


def test_what_is_hidden_is_told(hidden: Path) -> None:
    done = shown("read", hidden)
    assert "! 6 words cannot be seen" in done.out
    seen = len(read_file(hidden).text.split()) - 6
    assert f"1 page, {seen} words; reading quality" in done.out
    assert f"× {SECRET}  [page 1, in the colour of what lies behind it]" in done.out
    assert f"× {SECRET}  [page 1, covered by something]" in done.out
    assert done.out.index("not visible to a reader") < done.out.index(SECRET)


def test_json(hidden: Path) -> None:
    done = shown("read", hidden, "--format", "json")
    data = json.loads(done.out)
    assert list(data) == [
        "schema_version", "generator", "document", "sections", "blocks", "warnings", "links",
    ]  # fmt: skip
    for block in data["blocks"]:
        assert data["document"]["text"][block["start"] : block["end"]] == block["text"]
        assert block["page"] == 1 and len(block["box"]) == 4
    assert [block["note"] for block in data["blocks"]] == [None, None, "white", "covered"]
    assert data["sections"][0]["kind"] == "summary"
    assert data["warnings"][0]["code"] == "hidden-text"


CONTRACT = json.loads((ROOT / "docs" / "read.schema.json").read_text("utf-8"))
SCHEMA = Draft202012Validator(CONTRACT)


@pytest.mark.parametrize("name", [*person.FORMATS, "hidden", "two pages"])
def test_json_holds_to_the_schema(name: str) -> None:
    data = {"hidden": lambda: pdf(HIDDEN), "two pages": SAMPLE.read_bytes}.get(
        name, person.FORMATS.get(name, SAMPLE.read_bytes)
    )()
    document = read_bytes(data, name)
    sections = find_sections(document)
    found = reading.reading_data(document, sections)
    assert [error.message for error in SCHEMA.iter_errors(found)] == []
    assert found["blocks"] and found["sections"]
    for broken in (
        {**found, "extra": 1},
        {**found, "warnings": [{"code": "Not A Code", "message": "?"}]},
        {**found, "blocks": [{**found["blocks"][0], "kind": "line"}]},
    ):
        assert not SCHEMA.is_valid(broken)


def test_the_schema_names_what_the_code_knows() -> None:
    parts = CONTRACT["properties"]
    assert parts["document"]["properties"]["format"]["enum"] == list(READERS)
    assert parts["document"]["properties"]["quality"]["enum"] == [q.value for q in Quality]
    kinds = parts["sections"]["items"]["properties"]["kind"]["enum"]
    assert kinds == [kind.value for kind in SectionKind]
    assert CONTRACT["$defs"]["block"]["properties"]["kind"]["enum"] == [
        kind.value for kind in BlockKind
    ]


def test_limits_can_be_set() -> None:
    two = RESUMES / "maya-lindqvist-ml-engineer.pdf"
    assert_fails(skillgap("read", two, "--limit", "pages=1"), 3, "more than 1 page", "--limit")
    assert_fails(skillgap("analyze", two, "--limit", "pages=1", "--limit", "seconds=60"), 3)
    assert_fails(skillgap("read", two, "--limit", "sides=1"), 2, "no limit 'sides'", "ocr-pages")
    for wrong in ("pages", "pages=", "pages=0", "pages=-1", "pages=1.5", "seconds=nan"):
        assert_fails(skillgap("read", two, "--limit", wrong), 2, f"'{wrong}' is no limit")
    assert skillgap("read", two, "--limit", "pages=2", "--limit", "seconds=29.5").code == 0
    piped = skillgap("read", "-", "--limit", "bytes=10", stdin=two.read_bytes())
    assert_fails(piped, 3, "too large")


def test_a_text_without_sections_is_doubtful(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(" ".join(BODY), "utf-8")
    done = shown("read", path)
    assert done.code == 0 and "doubtful" in done.out and "(no-sections)" in done.out


def test_a_pipe_and_a_file(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    command = [sys.executable, "-m", "skillgap", "read", "-", "-o", str(out)]
    data = SAMPLE.read_bytes()
    subprocess.run(command, input=data, check=True, capture_output=True, env=environment())
    whole = shown("read", SAMPLE, columns=120).out.partition("\n")[2]
    assert out.read_text("utf-8").partition("\n")[2] == whole
    assert_fails(skillgap("read", SAMPLE, "-o", out), 2, "exists already")
    assert skillgap("read", SAMPLE, "-o", out, "--force").code == 0


def test_a_text_that_cannot_be_trusted_is_shown_with_exit_code_3(tmp_path: Path) -> None:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts ["
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>] >>"
    )
    strange = f"BT /F9 10 Tf 60 400 Td ({'abcdefgh' * 9}) Tj ET\n"
    path = tmp_path / "strange.pdf"
    path.write_bytes(pdf(strange, fonts="/F9 100 0 R", objects=[font]))
    done = shown("read", path)
    assert done.code == 3 and "unreadable" in done.out and "broken-font" in done.out


# ---------------------------------------------------------------- pictures


def drawn(path: Path, suffix: str) -> bytes:
    document = read_file(path)
    sections = find_sections(document)
    return overlay.draw_overlay(document, sections, path.read_bytes(), suffix)


def test_a_picture_shows_blocks_and_what_is_hidden(hidden: Path) -> None:
    from PIL import Image

    with Image.open(io.BytesIO(drawn(hidden, ".png"))) as image:
        flat = image.convert("RGB").tobytes()
        kept = image.size
    colors = {tuple(flat[at : at + 3]) for at in range(0, len(flat), 3)}
    for kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HIDDEN):
        near = sheet.COLORS[kind]
        assert any(max(abs(a - b) for a, b in zip(c, near)) < 26 for c in colors), kind
    assert kept[0] > 595 * overlay.SCALE and kept[1] > 842 * overlay.SCALE


def test_a_picture_of_every_page() -> None:
    import pypdfium2

    path = RESUMES / "maya-lindqvist-ml-engineer.pdf"
    file = pypdfium2.PdfDocument(drawn(path, ".pdf"))  # type: ignore[no-untyped-call]
    assert len(file) == 2
    width, _ = file[0].get_size()
    assert width == pytest.approx(595 + 2 * sheet.MARGIN, abs=2)


def test_the_command_writes_a_picture(tmp_path: Path, hidden: Path) -> None:
    target = tmp_path / "look.PNG"
    done = skillgap("read", hidden, "--overlay", target)
    assert (done.code, done.out) == (0, "") and "Wrote" in done.err
    assert target.read_bytes().startswith(b"\x89PNG")
    assert_fails(skillgap("read", hidden, "--overlay", target), 2, "exists already")
    assert_fails(skillgap("read", hidden, "--overlay", tmp_path / "look.gif"), 2, ".pdf or .png")
    both = skillgap("read", hidden, "--overlay", target, "--force", "-o", "-")
    assert both.code == 0 and SECRET in both.out


def test_only_pages_can_be_drawn_on() -> None:
    document = read_bytes(" ".join(BODY).encode(), "plain.txt")
    with pytest.raises(UsageError) as caught:
        overlay.draw_overlay(document, (), b"", ".png")
    assert caught.value.code == "overlay"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError) as caught:
        overlay.check_overlay(".png")
    assert "pip install 'skillgap[overlay]'" in caught.value.mend


def test_no_control_character_reaches_the_terminal() -> None:
    document = read_bytes(("\x1b[31mred\u202e " + " ".join(BODY)).encode(), "a\x1b[2Jb.txt")
    shown_text = reading.render_text(document, find_sections(document))
    assert "\x1b" not in shown_text and "\u202e" not in shown_text


@pytest.mark.parametrize("path", sorted(RESUMES.glob("*.pdf")), ids=lambda path: path.stem)
def test_every_sample_can_be_drawn(path: Path) -> None:
    document: Document = read_file(path)
    assert all(block.box is not None and block.page for block in document.blocks)
    assert len(drawn(path, ".png")) > 20_000
