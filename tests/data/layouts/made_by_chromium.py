"""Pages as resume builders in browsers set them; printed by Chromium."""

# ruff: noqa: E501 - style sheets are read line by line as they are

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from html import escape as e
from pathlib import Path

from people import ANOUK, KOFI, MIREILLE, Person, certificates, head, languages, skills, study, work

BASE = """<!doctype html><meta charset=utf-8><title>CV</title><style>
@page{size:%s;margin:%s} *{box-sizing:border-box;-webkit-print-color-adjust:exact}
body{margin:0;font:10pt/1.35 %s;color:#222} h1,h2,h3,p,ul{margin:0;padding:0} %s</style>%s"""


def items(items: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{e(item)}</li>" for item in items) + "</ul>"


def jobs(p: Person, form: str) -> str:
    return "".join(
        form.format(
            title=e(j.title),
            place=e(j.place),
            dates=e(j.dates),
            done=items(j.done) if j.done else "",
        )
        for j in p.jobs
    )


def studies(p: Person, form: str) -> str:
    return "".join(
        form.format(title=e(j.title), place=e(j.place), dates=e(j.dates), done="")
        for j in p.studies
    )


def timeline() -> tuple[str, list[str]]:
    """Dates in a narrow column left of a line with dots; the text right of it."""
    p = ANOUK
    row = "<div class=r><div class=d>{dates}</div><div class=t><i></i><h3>{title}</h3><p class=c>{place}</p>{done}</div></div>"
    css = """.r{display:flex}.d{width:36mm;font-size:9pt;color:#777;padding-top:1pt;text-align:right;padding-right:5mm}
    .t{flex:1;border-left:1pt solid #99a;padding:0 0 8pt 6mm;position:relative}.t i{position:absolute;left:-3.5pt;top:3pt;
    width:6pt;height:6pt;border-radius:50%;background:#357}h2{color:#357;margin:10pt 0 5pt;font-size:13pt}h3{font-size:10.5pt}
    .c{font-style:italic}li{margin-left:12pt}h1{font-weight:300;font-size:26pt}"""
    body = f"<h1>{p.name}</h1><p>{p.title}</p><p>{' · '.join(p.contact)}</p><h2>Experience</h2>{jobs(p, row)}<h2>Education</h2>{studies(p, row)}"
    body += "<h2>Skills</h2>" + "".join(f"<p><b>{g}</b> {', '.join(s)}</p>" for g, s in p.skills)
    gold = [
        *head(p),
        " ".join(p.contact),
        *work(p, dates="left"),
        *study(p, dates="left"),
        *skills(p),
    ]
    return BASE % ("A4", "16mm", "'Liberation Sans'", css, body), gold


def bar_right() -> tuple[str, list[str]]:
    """A coloured bar on the right with bars for skill levels, letter-spaced headings, a photo."""
    p = KOFI
    job = "<section><div class=x><h3>{title}</h3><span>{dates}</span></div><p class=c>{place}</p>{done}</section>"
    css = """body{display:flex;min-height:297mm}main{width:132mm;padding:14mm 10mm 10mm 14mm}aside{width:78mm;background:#26323f;color:#eef;padding:14mm 9mm}
    h1{font-size:28pt;line-height:1.05;font-weight:700}h2{font-size:10pt;letter-spacing:.32em;text-transform:uppercase;margin:14pt 0 6pt;border-bottom:.6pt solid #889}
    .x{display:flex;justify-content:space-between;align-items:baseline}.x span{font-size:8.5pt;color:#777}h3{font-size:10.5pt}.c{color:#567}
    li{margin-left:11pt}section{margin-bottom:8pt}.p{width:34mm;height:34mm;border-radius:50%;background:linear-gradient(#89a,#456);margin:0 auto 8mm}
    .m{height:3pt;background:#55637a;margin:2pt 0 5pt}.m b{display:block;height:3pt;background:#9fd}.l{display:flex;justify-content:space-between}"""
    bars = "".join(
        f"<div>{e(s)}</div><div class=m><b style='width:{90 - 7 * n}%'></b></div>"
        for _, names in p.skills
        for n, s in enumerate(names)
    )
    tongues = "".join(
        f"<div class=l><span>{a}</span><span>{b}</span></div>" for a, b in p.languages
    )
    body = f"""<main><h1>{p.name}</h1><p>{p.title}</p><h2>Profile</h2><p>{p.summary}</p><h2>Experience</h2>{jobs(p, job)}<h2>Education</h2>{studies(p, job)}</main>
    <aside><div class=p></div><h2>Contact</h2>{"".join(f"<p>{c}</p>" for c in p.contact)}<h2>Skills</h2>{bars}<h2>Languages</h2>{tongues}
    <h2>Certificates</h2>{"".join(f"<p>{c}</p>" for c in p.certificates)}</aside>"""
    names = [name for _, group in p.skills for name in group]
    gold = [
        *head(p),
        "Profile",
        p.summary,
        *work(p),
        *study(p),
        "Contact",
        *p.contact,
        "Skills",
        *names,
        *languages(p),
        *certificates(p),
    ]
    return BASE % ("A4", "0", "Lato,'Liberation Sans'", css, body), gold


def three_columns() -> tuple[str, list[str]]:
    """A head over three columns of cards, then one column."""
    p = MIREILLE
    job = "<section><b>{title}</b> · {dates}<br>{place}{done}</section>"
    css = """h1{font-size:24pt}.g{display:grid;grid-template-columns:1fr 1fr 1fr;gap:7mm;margin:6mm 0}.g div{border-top:2pt solid #b42;padding-top:4pt}
    h2{font-size:12pt;margin-bottom:3pt;color:#b42}li{margin-left:12pt}.g li{list-style:none;margin:0}section{margin-bottom:6pt}"""
    cards = "".join(f"<div><h2>{g}</h2>{items(s)}</div>" for g, s in p.skills)
    body = f"<h1>{p.name}</h1><p>{p.title} – {p.summary}</p><div class=g>{cards}</div><h2>Experience</h2>{jobs(p, job)}<h2>Education</h2>{studies(p, job)}"
    gold = [p.name, f"{p.title} {p.summary}"]
    gold += [row for g, s in p.skills for row in (g, *s)] + [*work(p), *study(p)]
    return BASE % ("letter", "18mm", "Georgia,'DejaVu Serif'", css, body), gold


def word_by_word() -> tuple[str, list[str]]:
    """As design tools export: each line a box of its own at a place of its own, in any order."""
    p = ANOUK
    rows: list[tuple[float, float, int, str, str]] = []  # x, y in mm, size, style, text

    def put(x: float, y: float, size: int, text: str, style: str = "") -> None:
        rows.append((x, y, size, style, text))

    gold_left, gold_right = [], []
    put(85, 16, 30, "ANOUK", "font-weight:700;letter-spacing:.1em")
    put(85, 28, 30, "VASSEUR-LINDHOLM", "font-weight:700;letter-spacing:.1em")
    put(85, 42, 11, p.title.upper(), "letter-spacing:.25em")
    top = ["ANOUK", "VASSEUR-LINDHOLM", p.title.upper()]
    y = 62.0
    for title, items in (
        ("CONTACT", p.contact),
        *((g.upper(), s) for g, s in p.skills),
        ("LANGUAGES", tuple(f"{a} – {b}" for a, b in p.languages)),
    ):
        put(12, y, 11, title, "letter-spacing:.2em;font-weight:700")
        gold_left.append(title)
        for item in items:
            y += 6
            put(12, y, 9, item)
            gold_left.append(item)
        y += 12
    y = 62.0
    put(85, y, 11, "EXPERIENCE", "letter-spacing:.2em;font-weight:700")
    gold_right.append("EXPERIENCE")
    for job in p.jobs:
        y += 8
        put(85, y, 10, job.title, "font-weight:700")
        put(160, y, 9, job.dates)
        put(85, y + 5, 9, job.place, "font-style:italic")
        gold_right += [f"{job.title} {job.dates}", job.place]
        y += 5
        for done in job.done:
            words, line = done.split(), ""
            gold_right.append(done)
            first = True
            for word in [*words, ""]:
                if word and len(line) + len(word) < 66:
                    line += " " + word
                    continue
                y += 4.6
                if first:
                    put(85, y, 9, "•")
                put(89, y, 9, line.strip())
                first, line = False, word
        y += 4
    rows.sort(key=lambda r: (r[3], -r[2], r[4]))  # painted by style, as layers are
    css = "div{position:absolute;white-space:pre}"
    body = "<div style='left:0;top:0;width:78mm;height:297mm;background:#e8e2d9'></div>"
    body += "".join(
        f"<div style='left:{x}mm;top:{y}mm;font-size:{s}pt;{st}'>{e(t)}</div>"
        for x, y, s, st, t in rows
    )
    return BASE % ("A4", "0", "Lato,'Liberation Sans'", css, body), [*top, *gold_left, *gold_right]


def icons() -> tuple[str, list[str]]:
    """One column; icons before each contact and heading, tags for skills, dates in pills."""
    p = KOFI
    job = "<section><h3><span class=i>&#xf0b1;</span>{title}</h3><p><span class=y>{dates}</span> {place}</p>{done}</section>"
    css = """@font-face{font-family:icons;src:url(ICONS)} .i{font-family:icons;font-weight:400;margin-right:4pt;color:#0a7}
    h1{text-align:center}.k{text-align:center;font-size:9pt}.k span{margin:0 2pt}h2{margin:10pt 0 4pt;font-variant:small-caps;font-size:14pt}
    .y{background:#def;border-radius:6pt;padding:1pt 5pt;font-size:8.5pt}li{margin-left:14pt}
    .tag{display:inline-block;border:.6pt solid #0a7;border-radius:3pt;padding:1pt 5pt;margin:1.5pt 2pt}"""
    contact = "".join(
        f"<span class=i>{i}</span>{c} &nbsp; "
        for i, c in zip(("&#xf3c5;", "&#xf0e0;", "&#xf095;"), p.contact, strict=True)
    )
    tags = "".join(
        f"<p><b>{g}</b><br>{''.join(f'<span class=tag>{e(s)}</span>' for s in names)}</p>"
        for g, names in p.skills
    )
    body = f"<h1>{p.name}</h1><p class=k>{p.title}</p><p class=k>{contact}</p><h2><span class=i>&#xf007;</span>Profile</h2><p>{p.summary}</p><h2><span class=i>&#xf0b1;</span>Experience</h2>{jobs(p, job)}<h2><span class=i>&#xf19d;</span>Education</h2>{studies(p, job)}<h2>Skills</h2>{tags}"
    gold = [*head(p), " ".join(p.contact), "Profile", p.summary, *work(p), *study(p), *skills(p)]
    return BASE % ("A4", "18mm", "'Liberation Sans'", css, body), gold


def two_equal() -> tuple[str, list[str]]:
    """Two columns of equal width that each hold sections; the left one ends far above the right."""
    p = MIREILLE
    job = "<section><h3>{title}</h3><p>{place}, {dates}</p>{done}</section>"
    css = """h1{font-size:21pt;text-align:center}.k{text-align:center;margin-bottom:5mm}.w{display:grid;grid-template-columns:1fr 1fr;column-gap:6mm}
    h2{font-size:11.5pt;background:#eee;padding:1pt 4pt;margin:6pt 0 4pt}h3{font-size:10pt}li{margin-left:12pt}section{margin-bottom:5pt}"""
    left = (
        f"<h2>Profile</h2><p>{p.summary}</p><h2>Education</h2>{studies(p, job)}<h2>Languages</h2>"
        + "".join(f"<p>{a}: {b}</p>" for a, b in p.languages)
    )
    right = f"<h2>Experience</h2>{jobs(p, job)}<h2>Skills</h2>" + "".join(
        f"<p><b>{g}:</b> {', '.join(s)}</p>" for g, s in p.skills
    )
    body = f"<h1>{p.name}</h1><p class=k>{' | '.join(p.contact)}</p><div class=w><div>{left}</div><div>{right}</div></div>"
    gold = [
        p.name,
        " ".join(p.contact),
        "Profile",
        p.summary,
        *study(p, dates="below"),
        *languages(p),
        *work(p, dates="below"),
        *skills(p),
    ]
    return BASE % ("A4", "15mm", "'Liberation Serif'", css, body), gold


def halves_of_skills() -> tuple[str, list[str]]:
    """One column whose skills are a list set in three columns, row after row in the file."""
    p = ANOUK
    job = "<section><h3>{title}, {place}</h3><p class=d>{dates}</p>{done}</section>"
    css = """h1{font-size:20pt}h2{margin:9pt 0 3pt;font-size:12pt;border-bottom:1pt solid}.d{font-size:9pt}li{margin-left:13pt}
    .s{columns:3}.s li{margin-left:12pt}"""
    names = tuple(name for _, group in p.skills for name in group)
    body = f"<h1>{p.name}</h1><p>{p.title}</p><h2>Core skills</h2><div class=s>{items(names)}</div><h2>Experience</h2>{jobs(p, job)}<h2>Education</h2>{studies(p, job)}"
    return BASE % ("A4", "20mm", "'DejaVu Sans'", css, body), [
        *head(p),
        "Core skills",
        *names,
        *work(p, dates="below"),
        *study(p, dates="below"),
    ]


PAGES = {
    "chromium-timeline-dates-left": (1, timeline),
    "chromium-bar-right-levels": (2, bar_right),
    "chromium-three-columns-of-cards": (3, three_columns),
    "chromium-design-tool-lines": (2, word_by_word),
    "chromium-icons-and-tags": (1, icons),
    "chromium-two-equal-columns": (2, two_equal),
    "chromium-skills-in-three-columns": (1, halves_of_skills),
}


def pages() -> Iterator[tuple[str, int, bytes, list[str]]]:
    """Name, columns, PDF, and the text as it is read."""
    icon_font = next(Path("/usr/share").rglob("FontAwesome5Free-Solid-900.otf"), None)
    with tempfile.TemporaryDirectory() as folder:
        for name, (columns, make) in PAGES.items():
            html, gold = make()
            source, out = Path(folder, f"{name}.html"), Path(folder, f"{name}.pdf")
            source.write_text(
                html.replace("ICONS", icon_font.as_uri() if icon_font else ""), "utf-8"
            )
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                       "--no-pdf-header-footer", f"--print-to-pdf={out}", source.as_uri()]  # fmt: skip
            subprocess.run(command, capture_output=True, timeout=120, check=True)
            yield name, columns, out.read_bytes(), gold
