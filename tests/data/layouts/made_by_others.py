"""Pages from word processors (python-docx, set by LibreOffice) and from report libraries."""

# ruff: noqa: E501

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_SECTION_START
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from people import ANOUK, KOFI, MIREILLE, head, languages, skills, study, work
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas


def _add(
    holder: Any, text: str, *, bold: bool = False, size: float = 10.5, style: str | None = None
) -> Any:
    paragraph = holder.add_paragraph(style=style)
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.name = bold, Pt(size), "Liberation Sans"
    return paragraph


def tabs() -> tuple[Any, list[str]]:
    """Dates set right by a tab stop, lists with Word's own bullets."""
    p, d = ANOUK, docx.Document()
    _add(d, p.name, size=20, bold=True)
    _add(d, p.title)
    for title, jobs in (("Experience", p.jobs), ("Education", p.studies)):
        d.add_heading(title, 1)
        for j in jobs:
            row = _add(d, f"{j.title}\t{j.dates}", bold=True)
            row.paragraph_format.tab_stops.add_tab_stop(Cm(15.2), WD_TAB_ALIGNMENT.RIGHT)
            _add(d, j.place)
            for done in j.done:
                _add(d, done, style="List Bullet")
    d.add_heading("Skills", 1)
    for g, s in p.skills:
        _add(d, f"{g}: {', '.join(s)}")
    return d, [*head(p), *work(p), *study(p), *skills(p)]


def layout_table() -> tuple[Any, list[str]]:
    """A borderless table as two columns: a shaded bar left, with a table of languages in it."""
    p, d = KOFI, docx.Document()
    d.sections[0].left_margin = d.sections[0].right_margin = Cm(1.5)
    table = d.add_table(1, 2)
    left, right = table.rows[0].cells
    left.width, right.width = Cm(6.5), Cm(11.5)
    left._tc.get_or_add_tcPr().append(
        parse_xml(rf'<w:shd {nsdecls("w")} w:val="clear" w:fill="DDE6EE"/>')
    )
    for title, items in (("Contact", p.contact), *p.skills):
        _add(left, title, bold=True, size=12)
        for item in items:
            _add(left, item)
    _add(left, "Languages", bold=True, size=12)
    inner = left.add_table(0, 2)
    for a, b in p.languages:
        cells = inner.add_row().cells
        cells[0].text, cells[1].text = a, b
    left.add_paragraph()
    _add(right, p.name, size=22, bold=True)
    _add(right, p.title, size=13)
    _add(right, "Profile", bold=True, size=12)
    _add(right, p.summary)
    _add(right, "Experience", bold=True, size=12)
    for j in p.jobs:
        _add(right, f"{j.title}, {j.place}", bold=True)
        _add(right, j.dates, size=9)
        for done in j.done:
            _add(right, done, style="List Bullet")
    gold = ["Contact", *p.contact] + [row for g, s in p.skills for row in (g, *s)] + languages(p)
    gold += [*head(p), "Profile", p.summary, *work(p, dates="below")]
    return d, gold


def newspaper() -> tuple[Any, list[str]]:
    """A head, then a section of two columns that the text flows through."""
    p, d = MIREILLE, docx.Document()
    d.sections[0].left_margin = d.sections[0].right_margin = Cm(1.8)
    d.sections[0].page_height = Cm(19)
    _add(d, p.name, size=20, bold=True)
    _add(d, " · ".join(p.contact))
    d.add_section(WD_SECTION_START.CONTINUOUS)
    columns = d.sections[1]._sectPr.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        d.sections[1]._sectPr.append(columns)
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "500")
    _add(d, "Profile", bold=True, size=12)
    _add(d, p.summary)
    _add(d, "Experience", bold=True, size=12)
    for j in p.jobs:
        _add(d, f"{j.title}, {j.place}", bold=True)
        _add(d, j.dates)
        for done in j.done:
            _add(d, done, style="List Bullet")
    _add(d, "Education", bold=True, size=12)
    for j in p.studies:
        _add(d, f"{j.title}, {j.place}", bold=True)
        _add(d, j.dates)
    for title, rows in (
        ("Skills", [f"{g}: {', '.join(s)}" for g, s in p.skills]),
        ("Languages", [f"{a} {b}" for a, b in p.languages]),
    ):
        _add(d, title, bold=True, size=12)
        for row in rows:
            _add(d, row)
    gold = [
        p.name,
        " ".join(p.contact),
        "Profile",
        p.summary,
        *work(p, dates="below"),
        *study(p, dates="below"),
        *skills(p),
        *languages(p),
    ]
    return d, gold


_BOX = """<w:p {ns} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{z}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
<wp:extent cx="{w}" cy="{h}"/><wp:wrapNone/><wp:docPr id="{z}" name="Box {z}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"""


def text_boxes() -> tuple[Any, list[str]]:
    """Word-like: every part a text box placed on the page, the right ones first in the file."""
    p, d = ANOUK, docx.Document()

    def paragraphs(rows: list[tuple[str, bool]]) -> str:
        return "".join(
            f'<w:p><w:pPr><w:spacing w:after="20"/></w:pPr><w:r><w:rPr>{"<w:b/>" if bold else ""}<w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/>'
            f'<w:sz w:val="{24 if bold else 19}"/></w:rPr><w:t>{row.replace("&", "&amp;")}</w:t></w:r></w:p>'
            for row, bold in rows
        )

    main = [("Experience", True)]
    for j in p.jobs:
        main += [
            (f"{j.title}, {j.place} ({j.dates})", False),
            *((f"• {done}", False) for done in j.done),
        ]
    side = [row for g, s in p.skills for row in ((g, True), *((name, False) for name in s))]
    side += [("Languages", True), *((f"{a}: {b}", False) for a, b in p.languages)]
    mm = 36_000
    boxes = [
        (75, 60, 120, 170, main),
        (12, 60, 55, 200, side),
        (12, 15, 180, 25, [(p.name, True), (p.title, False)]),
    ]
    for z, (x, y, w, h, rows) in enumerate(boxes, 1):
        d.element.body.insert(
            0,
            parse_xml(
                _BOX.format(
                    ns=nsdecls("w"),
                    x=x * mm,
                    y=y * mm,
                    w=w * mm,
                    h=h * mm,
                    z=z,
                    text=paragraphs(rows),
                )
            ),
        )
    gold = [*head(p), *(row for row, _ in side), *(row for row, _ in main)]
    return d, gold


def linkedin() -> tuple[bytes, list[str]]:  # noqa: C901
    """LinkedIn's profile as PDF: a dark bar left on the first page, footers with page numbers."""
    p = ANOUK
    file = io.BytesIO()
    c = Canvas(file, pagesize=letter)
    height, main_x, wide = letter[1], 224, 350
    pages = 2

    def footer(number: int) -> None:
        c.setFont("Helvetica", 9)
        c.setFillGray(0.5)
        c.drawString(main_x + 130, 26, f"Page {number} of {pages}")
        c.setFillGray(0)

    c.setFillColorRGB(0.16, 0.24, 0.29)
    c.rect(0, 0, 200, height, stroke=0, fill=1)
    y = height - 40
    gold = []
    side = [("Contact", ["anouk.vl@example.com", "www.linkedin.com/in/anouk-", "vl-example (LinkedIn)"]),
            ("Top Skills", ["Machine Learning", "PyTorch", "MLOps"]),
            ("Languages", [f"{a} ({b})" for a, b in p.languages]),
            ("Certifications", list(p.certificates))]  # fmt: skip
    for title, rows in side:
        c.setFillGray(0.85)
        c.setFont("Helvetica", 13)
        c.drawString(20, y, title)
        y -= 20
        c.setFillGray(1)
        c.setFont("Helvetica", 10.5)
        for row in rows:
            for part in simpleSplit(row, "Helvetica", 10.5, 165):
                c.drawString(20, y, part)
                y -= 13
            y -= 5
        y -= 14
        gold += [title, *rows]
    c.setFillGray(0)
    y = height - 60

    def put(
        text: str, size: float, step: float, font: str = "Helvetica", grey: float = 0.1
    ) -> None:
        nonlocal y
        for row in simpleSplit(text, font, size, wide):
            if y < 60:
                footer(1)
                c.showPage()
                y = height - 60
            c.setFont(font, size)
            c.setFillGray(grey)
            c.drawString(main_x, y, row)
            y -= step
        gold.append(text)

    put(p.name, 26, 30)
    put(f"{p.title} | Models that run on small devices", 12, 16)
    put("Gothenburg, Västra Götaland County, Sweden", 12, 30, grey=0.4)
    put("Summary", 15.75, 22)
    put(p.summary, 12, 17)
    put("Experience", 15.75, 24)
    spans = (
        "March 2021 - Present (5 years 9 months)",
        "August 2018 - February 2021 (2 years 7 months)",
        "June 2016 - July 2018 (2 years 2 months)",
    )
    for j, span in zip(p.jobs, spans, strict=True):
        put(j.place, 12, 15)
        put(j.title, 11.5, 14)
        put(span, 10.5, 13, grey=0.3)
        put("Gothenburg, Sweden", 10.5, 16, grey=0.3)
        for done in j.done:
            put(done, 10.5, 14)
        y -= 12
    put("Education", 15.75, 24)
    for j in p.studies:
        put(j.place, 12, 15)
        put(f"{j.title}  · ({j.dates})", 10.5, 18, grey=0.3)
    for extra in (
        "Volunteer Experience",
        "Tutor, Mathematics at the library on Saturdays",
        "Publications",
    ):
        put(extra, 12, 18)
    for n in range(14):
        put(f"A note on rhythm number {n + 1}, with data from the trial and the code", 10.5, 14)
    footer(2)
    c.save()
    return file.getvalue(), gold


def letters() -> tuple[bytes, list[str]]:
    """Every letter placed on its own, as some exporters do; tight lines; a column of dates right."""
    p = KOFI
    file = io.BytesIO()
    c = Canvas(file, pagesize=A4)
    gold: list[str] = []
    y = A4[1] - 60

    def put(x: float, text: str, font: str = "Times-Roman", size: float = 10) -> None:
        for letter_ in text:
            if letter_ != " ":
                c.setFont(font, size)
                c.drawString(x, y, letter_)
            x += c.stringWidth(letter_, font, size)

    def row(text: str, font: str = "Times-Roman", size: float = 10, right: str = "") -> None:
        nonlocal y
        gold.append(f"{text} {right}")
        for n, part in enumerate(simpleSplit(text, font, size, 380)):
            put(60, part, font, size)
            if right and not n:
                put(A4[0] - 60 - c.stringWidth(right, font, 9), right, font, 9)
            y -= 1.18 * size

    row(p.name, "Times-Bold", 20)
    row(" | ".join(p.contact))
    for title, jobs in (("EXPERIENCE", p.jobs), ("EDUCATION", p.studies)):
        y -= 10
        row(title, "Times-Bold", 11)
        for j in jobs:
            row(f"{j.title}, {j.place}", "Times-Bold", 10, j.dates)
            for done in j.done:
                row(f"- {done}")
    y -= 10
    row("SKILLS", "Times-Bold", 11)
    for g, s in p.skills:
        row(f"{g}: {', '.join(s)}")
    c.save()
    return file.getvalue(), gold


def second_page_bar() -> tuple[bytes, list[str]]:
    """A bar on the right of both pages; on the second it holds two short sections high up."""
    p = MIREILLE
    file = io.BytesIO()
    c = Canvas(file, pagesize=A4)
    gold: list[str] = []

    def column(x: float, y: float, width: float, rows: list[str]) -> None:
        for row in rows:
            bold = row[:1] == "#"
            text = row.lstrip("#")
            font, size = ("Helvetica-Bold", 11.5) if bold else ("Helvetica", 9.5)
            y -= 9 if bold else 0
            for part in simpleSplit(text, font, size, width):
                c.setFont(font, size)
                c.drawString(x, y, part)
                y -= 1.3 * size
            gold.append(text)

    c.setFont("Helvetica-Bold", 24)
    c.drawString(50, 780, p.name)
    gold.append(p.name)
    main = ["#Profile", p.summary, "#Experience"]
    for j in p.jobs * 3:
        main += [f"{j.title} at {j.place}, {j.dates}", *(f"• {done}" for done in j.done)]
    column(50, 740, 340, main)
    column(
        425,
        740,
        125,
        ["#Contact", *p.contact, *(row for g, s in p.skills for row in (f"#{g}", *s))],
    )
    c.setFont("Helvetica", 8)
    c.drawString(270, 25, "1 / 2")
    c.showPage()
    column(50, 780, 340, ["#Education", *(f"{j.title}, {j.place}, {j.dates}" for j in p.studies), "#Talks",
                          *(f"Talk number {n} about ships, tides and the arithmetic of waiting for both of them, given in Delft" for n in range(1, 9))])  # fmt: skip
    column(
        425,
        780,
        125,
        ["#Languages", *(f"{a}, {b}" for a, b in p.languages), "#Certificates", *p.certificates],
    )
    c.setFont("Helvetica", 8)
    c.drawString(270, 25, "2 / 2")
    c.save()
    return file.getvalue(), gold


OFFICE = {
    "libreoffice-tabs-dates-right": (1, tabs),
    "libreoffice-layout-table-bar-left": (2, layout_table),
    "libreoffice-newspaper-columns": (2, newspaper),
    "libreoffice-text-boxes": (2, text_boxes),
}
DRAWN = {
    "reportlab-like-linkedin-profile": (2, linkedin),
    "reportlab-every-letter-placed": (1, letters),
    "reportlab-bar-right-on-two-pages": (2, second_page_bar),
}


def pages() -> Iterator[tuple[str, int, bytes, list[str]]]:
    """Name, columns, PDF, and the text as it is read; of office documents the DOCX follows."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (columns, make) in OFFICE.items():
            document, gold = make()
            source = Path(folder, f"{name}.docx")
            document.save(str(source))
            command = [
                "soffice",
                "--headless",
                f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                str(source),
            ]
            subprocess.run(command, capture_output=True, timeout=180, check=True)
            yield name, columns, source.with_suffix(".pdf").read_bytes(), gold
            yield f"{name}.docx", columns, source.read_bytes(), gold
    for name, (columns, draw) in DRAWN.items():
        data, gold = draw()
        yield name, columns, data, gold
