"""DOCX, ODT and RTF: structure and everything that an office program hides."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.enum.text import WD_BREAK, WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from person import odt_container, zipped

from skillgap.errors import UnreadableError
from skillgap.models import BlockKind, Document
from skillgap.readers import read_bytes

WHITE = RGBColor(255, 255, 255)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, document.text[b.span.start : b.span.end]) for b in document.blocks]


def hidden(document: Document) -> list[tuple[str, str]]:
    return [
        (b.note, document.text[b.span.start : b.span.end])
        for b in document.blocks
        if b.kind is BlockKind.HIDDEN
    ]


def word(write: Callable[..., None]) -> Document:
    """What our reader makes of a Word file that `write` fills."""
    document = docx.Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return read_bytes(out.getvalue(), "cv.docx")


def odt(body: str, styles: str = "") -> Document:
    return read_bytes(odt_container(body, styles), "cv.odt")


def rtf(body: str) -> Document:
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 A;}{\f1\fcharset238 B;}}"
    colors = r"{\colortbl;\red255\green255\blue255;\red20\green40\blue60;}"
    return read_bytes(f"{head}{colors}\\pard {body}}}".encode("latin-1"), "cv.rtf")


def run(document: object, **look: object) -> None:
    paragraph = document.add_paragraph("Ana Lima ")  # type: ignore[attr-defined]
    run = paragraph.add_run("Kubernetes")
    for name, value in look.items():
        if name == "color":
            run.font.color.rgb = value
        else:
            setattr(run.font, name, value)


@pytest.mark.parametrize(
    ("look", "reason"),
    [({"hidden": True}, "hidden"), ({"color": WHITE}, "white"), ({"size": Pt(1)}, "tiny"),
     ({"color": WHITE, "highlight_color": WD_COLOR_INDEX.WHITE}, "white")],
)  # fmt: skip
def test_word_hides_runs(look: dict[str, object], reason: str) -> None:
    document = word(lambda d: run(d, **look))
    assert hidden(document) == [(reason, "Kubernetes")]
    assert "hidden-text" in {warning.code for warning in document.warnings}


def test_word_white_on_a_fill_is_seen() -> None:
    def write(document: docx.document.Document) -> None:
        run(document, color=WHITE, highlight_color=WD_COLOR_INDEX.DARK_BLUE)
        cell = document.add_table(1, 1).cell(0, 0)
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3864"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(shade))
        cell.paragraphs[0].add_run("Terraform").font.color.rgb = WHITE

    assert hidden(word(write)) == []


def test_word_styles_hide_too() -> None:
    def write(document: docx.document.Document) -> None:
        document.add_paragraph("Ana Lima")
        style = document.styles.add_style("Ghost", 1)
        style.base_style = document.styles["Normal"]
        style.font.hidden = True
        document.add_paragraph("Kubernetes", style="Ghost")
        shown = document.add_paragraph("", style="Ghost").add_run("Docker")
        shown.font.hidden = False

    document = word(write)
    assert hidden(document) == [("hidden", "Kubernetes")] and "Docker" in document.text


def test_word_tracked_changes_and_comments() -> None:
    def write(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph("Ana Lima ")
        for tag, text in (("del", "delText"), ("ins", "t"), ("moveFrom", "t")):
            xml = f"<w:{tag} {nsdecls('w')}><w:r><w:{text}>{tag} Scala</w:{text}></w:r></w:{tag}>"
            paragraph._p.append(parse_xml(xml))
        document.add_comment(paragraph.runs[0], "Add Java here", "Boss", "B")

    document = word(write)
    assert blocks(document)[0] == ("paragraph", "Ana Lima ins Scala")
    assert hidden(document) == [
        ("deleted", "del Scalamove" + "From Scala"), ("comment", "Add Java here")]  # fmt: skip


def test_word_fields_that_still_ask_are_no_text() -> None:
    """A template's field counts once somebody has filled it in, or left its heading as it was."""

    def write(document: docx.document.Document) -> None:
        document.add_paragraph("Ana Lima")
        asks = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        for number, (sign, words) in enumerate(
            [(asks, "Click or tap here to list Scala."), (asks, "Skills"), ("", "Enter Java here")]
        ):
            inner = f"<w:r><w:t>{words}</w:t></w:r>"
            control = f"<w:sdt {nsdecls('w')}>{sign}<w:sdtContent>%s</w:sdtContent></w:sdt>"
            if number:
                document.add_paragraph("")._p.append(parse_xml(control % inner))
            else:
                body = document.element.body
                body.insert(len(body) - 1, parse_xml(control % f"<w:p>{inner}</w:p>"))

    document = word(write)
    assert [text for _, text in blocks(document)][:3] == ["Ana Lima", "Skills", "Enter Java here"]
    assert hidden(document) == [("placeholder", "Click or tap here to list Scala.")]


def test_word_structure() -> None:
    def write(document: docx.document.Document) -> None:
        document.add_heading("Ana Lima", 0)
        document.add_paragraph("Porto").add_run().add_break(WD_BREAK.LINE)
        document.paragraphs[-1].add_run("ana@example.com")
        document.add_paragraph("EXPERIENCE")
        document.add_paragraph("Acme\t2019")
        document.add_paragraph("Built it", style="List Bullet")
        document.add_paragraph("Counted it", style="List Number")
        document.add_paragraph("• typed sign")
        table = document.add_table(2, 2)
        for at, text in enumerate(("Cloud", "AWS", "Data", "Spark")):
            table.cell(at // 2, at % 2).text = text
        layout = document.add_table(1, 2)
        layout.cell(0, 0).text = "Skills\nPython\nSQL"
        layout.cell(0, 1).text = "Education\nMSc"
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        document.sections[0].header.paragraphs[0].text = "+351 555 0101 22"

    document = word(write)
    assert blocks(document) == [
        ("paragraph", "+351 555 0101 22"), ("heading", "Ana Lima"), ("paragraph", "Porto"),
        ("paragraph", "ana@example.com"), ("heading", "EXPERIENCE"), ("paragraph", "Acme\t2019"),
        ("bullet", "Built it"), ("bullet", "Counted it"), ("bullet", "typed sign"),
        ("cell", "Cloud\tAWS"), ("cell", "Data\tSpark"), ("paragraph", "Skills"),
        ("paragraph", "Python"), ("paragraph", "SQL"), ("paragraph", "Education"),
        ("paragraph", "MSc"), ("furniture", "Page 1"),
    ]  # fmt: skip
    title = document.blocks[1]
    assert title.size > 20


BOX = """<w:r {}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice Requires="wps"><w:drawing><wps:wsp xmlns:wps="urn:w"><wps:txbx><w:txbxContent>
<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>In the box</w:t></w:r></w:p>
</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent>
<w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></w:pict>
</mc:Fallback></mc:AlternateContent></w:r>"""
FIELD = """<w:p {0}><w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText>PAGE Java</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>result</w:t></w:r><w:r><w:fldChar
w:fldCharType="end"/></w:r></w:p>"""


def test_word_boxes_fields_and_links() -> None:
    def write(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph("Ana Lima")
        paragraph._p.append(parse_xml(BOX.format(nsdecls("w"))))
        document.element.body.insert(1, parse_xml(FIELD.format(nsdecls("w"))))
        address, kind = "https://example.com/ana", RELATIONSHIP_TYPE.HYPERLINK
        key = document.part.relate_to(address, kind, is_external=True)
        link = parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>site</w:t></w:r>'
            "</w:hyperlink>"
        )
        document.add_paragraph("See ")._p.append(link)
        assert link.get(qn("r:id")) == key

    document = word(write)
    assert [text for _, text in blocks(document)] == [
        "Ana Lima",
        "In the box",
        "result",
        "See site",
    ]
    assert document.links == ("https://example.com/ana",)


STYLES = """
<style:style style:name="ghost" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="white" style:family="text">
  <style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="onblue" style:family="text">
  <style:text-properties fo:color="#ffffff"
  fo:background-color="#002244"/></style:style>
<style:style style:name="tiny" style:family="text">
  <style:text-properties fo:font-size="1pt"/></style:style>
<style:style style:name="child" style:family="text" style:parent-style-name="white"/>
<style:style style:name="ring" style:family="text" style:parent-style-name="ring"/>
<style:style style:name="dark" style:family="table-cell"><style:table-cell-properties
  fo:background-color="#111111"/></style:style>
"""


@pytest.mark.parametrize(
    ("style", "reason"),
    [("ghost", "hidden"), ("white", "white"), ("tiny", "tiny"), ("child", "white"), ("onblue", ""),
     ("ring", ""), ("none", "")],
)  # fmt: skip
def test_odt_hides_spans(style: str, reason: str) -> None:
    document = odt(
        f'<text:p>Ana Lima <text:span text:style-name="{style}">Scala</text:span></text:p>', STYLES
    )
    assert hidden(document) == ([(reason, "Scala")] if reason else [])
    assert "Scala" in document.text


def test_odt_hides_more() -> None:
    document = odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Java</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Ana<office:annotation><text:p>Perl</text:p>"
        '</office:annotation> Lima</text:p><text:section text:display="none"><text:p>Ruby</text:p>'
        '</text:section><text:p>x<text:hidden-text text:string-value="Rust"/></text:p>'
        '<table:table><table:table-row><table:table-cell table:style-name="dark"><text:p>'
        '<text:span text:style-name="white">seen</text:span></text:p></table:table-cell>'
        "</table:table-row></table:table>",
        STYLES,
    )
    assert hidden(document) == [
        ("deleted", "Java"), ("comment", "Perl"), ("hidden", "Ruby"),
        ("hidden", "Rust")]  # fmt: skip
    assert [t for k, t in blocks(document) if k != "hidden"] == ["Ana Lima", "x", "seen"]


def test_odt_structure() -> None:
    document = odt(
        '<text:h>Skills</text:h><text:p>one<text:s text:c="5"/>two<text:tab/>three'
        '<text:line-break/>four <text:a xlink:href="https://example.com">site</text:a></text:p>'
        "<text:list><text:list-item>"
        "<text:p>item</text:p><text:p>more</text:p><text:list><text:list-item><text:p>inner</text:p>"
        "</text:list-item></text:list></text:list-item></text:list><text:p>before<draw:frame>"
        "<draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame> after</text:p>"
    )
    assert blocks(document) == [
        ("heading", "Skills"), ("paragraph", "one\ttwo\tthree"), ("paragraph", "four site"),
        ("bullet", "item"), ("paragraph", "more"), ("bullet", "inner"),
        ("paragraph", "before after"), ("paragraph", "boxed"),
    ]  # fmt: skip
    assert document.links == ("https://example.com",)


@pytest.mark.parametrize(
    ("form", "reason"),
    [(r"\v ", "hidden"), (r"\cf1 ", "white"), (r"\fs2 ", "tiny"), (r"\deleted ", "deleted"),
     (r"\cf1\chcbpat2 ", ""), (r"\cf2\highlight2 ", "background-coloured"), (r"\v\v0 ", "")],
)  # fmt: skip
def test_rtf_hides_runs(form: str, reason: str) -> None:
    document = rtf(rf"Ana Lima {{{form}Scala}} in Porto\par")
    assert hidden(document) == ([(reason, "Scala")] if reason else [])
    assert blocks(document)[0][1] == ("Ana Lima in Porto" if reason else "Ana Lima Scala in Porto")


def test_rtf_structure() -> None:
    document = rtf(
        r"{\info{\author Nobody}}{\header Page 1\par}{\*\annotation Boss says Java}"
        r"{\b\fs40 Ana Lima\par}caf\'e9 \u8211? \u-10179?\u-8704? \{x\}\~y\par"
        r"{\f1\'8atep\'e1n}\par\pard{\listtext\'95\tab}first\par{\pntext\bullet\tab}second\par"
        r"\pard one\tab two\line three\par{\field{\*\fldinst HYPERLINK "
        "https://example.com"
        "}"
        r"{\fldrslt site}}\par{\pict 89504e47}{\*\unknown secret}\trowd\intbl"
        r" Cloud\cell AWS\cell\row"
        r"\trowd\pard\intbl Data\cell Spark\cell\row\pard end\bin4 ????{\shp{\*\shpinst{\sp{\sn a}}"
        r"{\shptxt boxed\par}}}\par"
    )
    assert blocks(document) == [
        ("heading", "Ana Lima"), ("paragraph", "café – 😀 {x} y"), ("paragraph", "Štepán"),
        ("bullet", "first"), ("bullet", "second"), ("paragraph", "one\ttwo"),
        ("paragraph", "three"), ("paragraph", "site"), ("cell", "Cloud\tAWS"),
        ("cell", "Data\tSpark"), ("paragraph", "end"), ("paragraph", "boxed"),
        ("furniture", "Page 1"), ("hidden", "Boss says Java"),
    ]  # fmt: skip
    assert document.links == ("https://example.com",)


def fail(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "cv")
    return caught.value.code


def test_locked_and_broken_containers() -> None:
    manifest = "<m><file-entry><encryption-data/></file-entry></m>"
    assert fail(zipped({"content.xml": "x", "META-INF/manifest.xml": manifest})) == "encrypted"
    assert fail(zipped({"content.xml": "<open>"})) == "damaged"
    assert fail(zipped({"content.xml": "<a/>"})) == "format"
    assert fail(zipped({"[Content_Types].xml": "", "word/document.xml": "<open>"})) == "damaged"
    locked = bytearray(zipped({"[Content_Types].xml": "", "word/document.xml": "<a/>"}))
    at = locked.rindex(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert fail(bytes(locked)) == "encrypted"
