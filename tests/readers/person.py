"""One invented person, written in every format that can be read."""

from __future__ import annotations

import csv
import io
import json
import textwrap
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import docx
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, ListFlowable, Paragraph, SimpleDocTemplate


@dataclass(frozen=True)
class Job:
    """A job as every format tells it; dates as `2021-03`, no end for the one held now."""

    title: str
    company: str
    start: str
    end: str
    done: tuple[str, ...]

    @property
    def dates(self) -> str:
        return f"{self.start} – {self.end or 'present'}"


NAME = "Radka Štěpánková"
TITLE = "Data Engineer"
EMAIL, PHONE, PLACE = "radka.stepankova@example.com", "+420 555 0147", "Brno"
SUMMARY = (
    "Data engineer with nine years in retail and energy. I build data pipelines in Python and "
    "SQL, keep them tested and explain the numbers to people who decide. I have no experience "
    "with Scala, and Kafka was run by another team."
)
JOBS = (
    Job("Senior Data Engineer", "Moravia Power", "2021-03", "",
        ("Moved 140 nightly jobs to Airflow and Snowflake; run time fell from nine hours to two, "
         "without a night shift.",
         "Trained two colleagues in Docker and Kubernetes.",
         "Managed a team of three Java developers.")),
    Job("Data Analyst", "Kávovar Retail", "2016-06", "2021-02",
        ("Forecast demand for 3,000 articles with scikit-learn and pandas.",
         "Built dashboards in Tableau and Power BI that forty buyers open every morning.")),
)  # fmt: skip
DEGREE, SCHOOL, STUDIED = "MSc Applied Statistics", "Masaryk University", ("2011", "2016")
# The groups' names are no skills: LinkedIn's export has no groups.
SKILLS = {
    "Daily": ("Python", "SQL", "R", "Bash"),
    "Storing": ("Airflow", "dbt", "PostgreSQL", "Snowflake"),
    "Running": ("AWS", "Docker", "Kubernetes", "Terraform"),
}
CERTIFICATE = ("AWS Certified Data Engineer", "2023-05")
LANGUAGES = ("Czech (native)", "English (C1)", "German (B1)")
# What every format must show, whatever the extraction makes of the rest.
SURE = {"python", "sql", "airflow", "snowflake", "docker", "kubernetes", "terraform", "tableau"}
NEVER = {"scala", "kafka", "java"}


def text() -> bytes:
    """Plain text as people type it: capitals, list signs, wrapped at 76."""
    rows = [NAME, TITLE, f"{PLACE} | {EMAIL} | {PHONE}", "", "SUMMARY", "",
            *textwrap.wrap(SUMMARY, 76), "", "EXPERIENCE"]  # fmt: skip
    for job in JOBS:
        rows += ["", f"{job.title}, {job.company}    {job.dates}"]
        for done in job.done:
            rows += textwrap.wrap(done, 76, initial_indent="* ", subsequent_indent="  ")
    rows += ["", "EDUCATION", "", f"{DEGREE}, {SCHOOL}    {' – '.join(STUDIED)}", "", "SKILLS", ""]
    rows += [f"{group}: {', '.join(skills)}" for group, skills in SKILLS.items()]
    rows += [
        "",
        "CERTIFICATES",
        "",
        ", ".join(CERTIFICATE),
        "",
        "LANGUAGES",
        "",
        ", ".join(LANGUAGES),
    ]
    return "\n".join(rows).encode()


def markdown() -> bytes:
    rows = [f"# {NAME}", "", f"{TITLE}  ", f"{PLACE} · {EMAIL} · {PHONE}", "", "## Summary", "",
            SUMMARY, "", "## Experience"]  # fmt: skip
    for job in JOBS:
        rows += ["", f"### {job.title}, {job.company}", "", f"*{job.dates}*", ""]
        rows += [f"- {done}" for done in job.done]
    rows += ["", "## Education", "", f"{DEGREE}, {SCHOOL}, {' – '.join(STUDIED)}", "", "## Skills",
             "", "| | |", "|---|---|"]  # fmt: skip
    rows += [f"| {group} | {', '.join(skills)} |" for group, skills in SKILLS.items()]
    rows += ["", "## Certificates", "", f"* {', '.join(CERTIFICATE)}", "", "## Languages", "",
             ", ".join(LANGUAGES)]  # fmt: skip
    return "\n".join(rows).encode()


def latex() -> bytes:
    """A file that defines its entries itself, as the most copied templates do."""
    rows = [
        r"\documentclass[11pt]{article}",
        r"\newcommand{\job}[3]{\item \begin{tabular*}{\textwidth}[t]{l@{\extracolsep{\fill}}r}",
        r"  \textbf{#1} & {\small#3} \\ \textit{#2} & \end{tabular*}}",
        r"\begin{document}",
        rf"\begin{{center}}{{\Huge\scshape {NAME}}} \\ {TITLE} \\",
        rf"{PLACE} $|$ \href{{mailto:{EMAIL}}}{{{EMAIL}}} $|$ {PHONE}\end{{center}}",
        rf"\section*{{Summary}} {_tex(SUMMARY)}",
        r"\section{Experience} \begin{itemize}[leftmargin=0.15in, label={}]",
    ]
    for job in JOBS:
        rows += [rf"\job{{{job.title}}}{{{job.company}}}{{{job.dates}}}", r"\begin{itemize}"]
        rows += [rf"  \item {_tex(done)} % {job.company}" for done in job.done]
        rows += [r"\end{itemize}\vspace{-5pt}"]
    rows += [r"\end{itemize}", r"\section{Education}"]
    rows += [rf"\textbf{{{DEGREE}}}, {SCHOOL} \hfill {' -- '.join(STUDIED)}", r"\section{Skills}"]
    rows += [rf"\textbf{{{group}}}{{: {_tex(', '.join(s))}}} \\" for group, s in SKILLS.items()]
    rows += [rf"\section{{Certificates}} {', '.join(CERTIFICATE)}", r"\section{Languages}"]
    rows += [", ".join(LANGUAGES), r"\end{document}", "Java, Kafka and Scala are behind the end."]
    return "\n".join(rows).encode()


def _tex(text: str) -> str:
    for sign in "&%#_$":
        text = text.replace(sign, "\\" + sign)
    return text


def html() -> bytes:
    jobs = "".join(
        f"<h3>{job.title}, {job.company} <span style='float:right'>{job.dates}</span></h3>"
        f"<ul>{''.join(f'<li>{escape(done)}</li>' for done in job.done)}</ul>"
        for job in JOBS
    )
    skills = "".join(f"<tr><td>{g}<td>{', '.join(s)}" for g, s in SKILLS.items())
    return (
        f"<!doctype html><meta charset=utf-8><title>CV</title><style>h2 {{color:#063}}</style>"
        f"<h1>{NAME}</h1><p>{TITLE}<br>{PLACE} · <a href='mailto:{EMAIL}'>{EMAIL}</a> · {PHONE}</p>"
        f"<h2>Summary</h2><p>{SUMMARY}</p><h2>Experience</h2>{jobs}"
        f"<h2>Education</h2><p>{DEGREE}, {SCHOOL}, {' – '.join(STUDIED)}</p>"
        f"<h2>Skills</h2><table>{skills}</table>"
        f"<h2>Certificates</h2><p>{', '.join(CERTIFICATE)}</p>"
        f"<h2>Languages</h2><p>{', '.join(LANGUAGES)}</p>"
    ).encode()


def word() -> bytes:
    """DOCX by python-docx: styles for headings and lists, a table of skills, a header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = f"{EMAIL}   {PHONE}"
    document.add_heading(NAME, 0)
    document.add_paragraph(f"{TITLE}, {PLACE}")
    document.add_heading("Summary", 1)
    document.add_paragraph(SUMMARY)
    document.add_heading("Experience", 1)
    for job in JOBS:
        document.add_paragraph(f"{job.title}, {job.company}\t{job.dates}").runs[0].bold = True
        for done in job.done:
            document.add_paragraph(done, style="List Bullet")
    document.add_heading("Education", 1)
    document.add_paragraph(f"{DEGREE}, {SCHOOL}\t{' – '.join(STUDIED)}")
    document.add_heading("Skills", 1)
    table = document.add_table(rows=0, cols=2)
    for group, skills in SKILLS.items():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = group, ", ".join(skills)
    document.add_heading("Certificates", 1)
    document.add_paragraph(", ".join(CERTIFICATE), style="List Bullet")
    document.add_heading("Languages", 1)
    document.add_paragraph(", ".join(LANGUAGES))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def odt_container(body: str, styles: str = "") -> bytes:
    """An ODT around a body, with automatic styles."""
    spaces = " ".join(
        f'xmlns:{short}="{ODF}:{name}:1.0"'
        for short, name in (("office", "office"), ("text", "text"), ("style", "style"),
                            ("table", "table"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"))
    )  # fmt: skip
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces} '
        'xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": ODT_TYPE, "content.xml": content})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def odt() -> bytes:
    def h(words: str) -> str:
        return f'<text:h text:outline-level="1">{escape(words)}</text:h>'

    def p(words: str) -> str:
        return f"<text:p>{escape(words).replace(chr(9), '<text:tab/>')}</text:p>"

    def listed(items: tuple[str, ...]) -> str:
        inner = "".join(f"<text:list-item>{p(item)}</text:list-item>" for item in items)
        return f"<text:list>{inner}</text:list>"

    rows = "".join(
        f"<table:table-row><table:table-cell>{p(group)}</table:table-cell>"
        f"<table:table-cell>{p(', '.join(skills))}</table:table-cell></table:table-row>"
        for group, skills in SKILLS.items()
    )
    jobs = "".join(p(f"{j.title}, {j.company}\t{j.dates}") + listed(j.done) for j in JOBS)
    return odt_container(
        h(NAME) + p(f"{TITLE}, {PLACE}") + p(f"{EMAIL}, {PHONE}") + h("Summary") + p(SUMMARY)
        + h("Experience") + jobs + h("Education") + p(f"{DEGREE}, {SCHOOL}\t{' – '.join(STUDIED)}")
        + h("Skills") + f"<table:table>{rows}</table:table>" + h("Certificates")
        + p(", ".join(CERTIFICATE)) + h("Languages") + p(", ".join(LANGUAGES))
    )  # fmt: skip


def rtf_text(words: str) -> str:
    """Text as RTF writes it: every letter beyond ASCII by its number."""
    plain = words.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    letters = (c if c < "\x80" else f"\\u{ord(c)}?" for c in plain)
    return "".join(letters).replace("\t", "\\tab ")


def rtf() -> bytes:
    head = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Calibri;}}{\colortbl;\red0\green0\blue0;}"

    def p(words: str, form: str = r"\pard\f0\fs22 ") -> str:
        return form + rtf_text(words) + "\\par\n"

    def h(words: str) -> str:
        return p(words, r"\pard\outlinelevel0\b\fs28 ").replace("\\par", "\\b0\\par")

    def item(words: str) -> str:
        return p(words, r"\pard{\listtext\u8226?\tab}\ls1\fs22 ")

    rows = "".join(
        rf"\trowd\cellx3000\cellx9000\pard\intbl {g}\cell {rtf_text(', '.join(s))}\cell\row "
        for g, s in SKILLS.items()
    )
    jobs = "".join(
        p(f"{j.title}, {j.company}\t{j.dates}") + "".join(map(item, j.done)) for j in JOBS
    )
    return (
        head + h(NAME) + p(f"{TITLE}, {PLACE}") + p(f"{EMAIL}, {PHONE}") + h("Summary") + p(SUMMARY)
        + h("Experience") + jobs + h("Education") + p(f"{DEGREE}, {SCHOOL}\t{' – '.join(STUDIED)}")
        + h("Skills") + rows + h("Certificates") + p(", ".join(CERTIFICATE)) + h("Languages")
        + p(", ".join(LANGUAGES)) + "}"
    ).encode("ascii")  # fmt: skip


def json_resume() -> bytes:
    return json.dumps({
        "basics": {"name": NAME, "label": TITLE, "email": EMAIL, "phone": PHONE,
                   "location": {"city": PLACE}, "summary": SUMMARY},
        "work": [{"name": j.company, "position": j.title, "startDate": j.start, "endDate": j.end,
                  "highlights": j.done} for j in JOBS],
        "education": [{"institution": SCHOOL, "area": DEGREE, "startDate": STUDIED[0],
                       "endDate": STUDIED[1]}],
        "skills": [{"name": group, "keywords": skills} for group, skills in SKILLS.items()],
        "certificates": [{"name": CERTIFICATE[0], "date": f"{CERTIFICATE[1]}-01"}],
        "languages": [{"language": language} for language in LANGUAGES],
    }).encode()  # fmt: skip


def linkedin() -> bytes:
    first, last = NAME.split()
    months = {"03": "Mar", "06": "Jun", "02": "Feb", "05": "May"}

    def month(date: str) -> str:
        return f"{months[date[5:]]} {date[:4]}" if date else ""

    tables: dict[str, list[list[str]]] = {
        "Profile.csv": [["First Name", "Last Name", "Headline", "Summary", "Geo Location"],
                        [first, last, TITLE, SUMMARY, PLACE]],
        "Positions.csv": [["Company Name", "Title", "Description", "Location", "Started On",
                           "Finished On"],
                          *([j.company, j.title, "\n".join(f"• {d}" for d in j.done), PLACE,
                             month(j.start), month(j.end)] for j in JOBS)],
        "Education.csv": [["School Name", "Start Date", "End Date", "Notes", "Degree Name"],
                          [SCHOOL, *STUDIED, "", DEGREE]],
        "Skills.csv": [["Name"], *([skill] for skills in SKILLS.values() for skill in skills)],
        "Certifications.csv": [["Name", "Url", "Authority", "Started On", "Finished On"],
                               [CERTIFICATE[0], "", "AWS", month(CERTIFICATE[1]), ""]],
        "Languages.csv": [["Name", "Proficiency"], *([language, ""] for language in LANGUAGES)],
        "Connections.csv": [["First Name", "Position"], ["Petr", "Rust Developer"]],
    }  # fmt: skip
    parts: dict[str, str | bytes] = {}
    for name, rows in tables.items():
        out = io.StringIO()
        csv.writer(out).writerows(rows)
        parts[name] = out.getvalue()
    return zipped(parts)


def pdf() -> bytes:
    looks = getSampleStyleSheet()
    story: list[Flowable] = [Paragraph("Radka Stepankova", looks["Title"]),
                           Paragraph(f"{TITLE}, {PLACE}, {EMAIL}", looks["Normal"])]  # fmt: skip

    def part(words: str, *items: Flowable) -> None:
        story.extend([Paragraph(words, looks["Heading2"]), *items])

    def p(words: str) -> Paragraph:
        return Paragraph(words.replace("á", "a"), looks["Normal"])

    part("Summary", p(SUMMARY))
    part("Experience")
    for job in JOBS:
        items = [p(done) for done in job.done]
        story.extend([p(f"<b>{job.title}, {job.company}, {job.dates}</b>"),
                      ListFlowable(items, bulletType="bullet", start="•")])  # fmt: skip
    part("Education", p(f"{DEGREE}, {SCHOOL}, {' – '.join(STUDIED)}"))
    part("Skills", *(p(f"{group}: {', '.join(skills)}") for group, skills in SKILLS.items()))
    part("Certificates", p(", ".join(CERTIFICATE)))
    part("Languages", p(", ".join(LANGUAGES)))
    out = io.BytesIO()
    SimpleDocTemplate(out).build(story)
    return out.getvalue()


# The format's name -> a file that tells of the person in it.
FORMATS: dict[str, Callable[[], bytes]] = {
    "pdf": pdf,
    "docx": word,
    "odt": odt,
    "rtf": rtf,
    "html": html,
    "markdown": markdown,
    "latex": latex,
    "text": text,
    "json-resume": json_resume,
    "linkedin-zip": linkedin,
}
