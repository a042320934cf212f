"""A second round of pages, made after the faults of the first were mended: Chromium and LaTeX."""

# ruff: noqa: E501 - style sheets and TeX are read line by line as they are

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from html import escape as e
from pathlib import Path

from made_by_chromium import BASE
from made_by_chromium import items as _list
from made_by_chromium import jobs as _jobs
from made_by_chromium import studies as _studies
from made_by_latex import tex as t
from people import ANOUK, KOFI, MIREILLE, Job, certificates, head, languages, skills, study, work

Made = tuple[str, list[str]]


def side_titles() -> Made:
    """Titles of sections in a left column, dates in a right one, text between them."""
    p = KOFI
    row = "<div class=j><div><b>{title}</b>, {place}{done}</div><div class=d>{dates}</div></div>"
    css = """.s{display:grid;grid-template-columns:34mm 1fr;margin-top:5mm;border-top:.5pt solid #999;padding-top:2mm}
    .s>h2{font-size:10pt;text-transform:uppercase;letter-spacing:.05em;color:#357}.j{display:grid;grid-template-columns:1fr 32mm;margin-bottom:2mm}.d{text-align:right;font-size:9pt}li{margin-left:11pt}"""
    body = f"<h1>{p.name}</h1><p>{p.title}</p><div class=s><h2>Profile</h2><div>{p.summary}</div></div>"
    body += f"<div class=s><h2>Experience</h2><div>{_jobs(p, row)}</div></div><div class=s><h2>Education</h2><div>{_studies(p, row)}</div></div>"
    body += (
        "<div class=s><h2>Skills</h2><div>"
        + "".join(f"<p>{g}: {', '.join(s)}</p>" for g, s in p.skills)
        + "</div></div>"
    )
    gold = [*head(p), "Profile", p.summary, "Experience"]
    for j in p.jobs:
        first, *rest = j.done
        gold += [f"{j.title}, {j.place} {j.dates}", first, *rest]
    gold += ["Education", *(f"{j.title}, {j.place} {j.dates}" for j in p.studies), *skills(p)]
    return BASE % ("A4", "17mm", "'Liberation Sans'", css, body), gold


def bordered_table() -> Made:
    """Jobs as the rows of a bordered table whose cells wrap: period, employer, what was done."""
    p = MIREILLE
    css = "table{border-collapse:collapse;width:100%}td,th{border:.6pt solid #777;padding:3pt 5pt;vertical-align:top;text-align:left}h2{font-size:12pt;margin:9pt 0 3pt}"
    rows = "".join(
        f"<tr><td style='width:24mm'>{e(j.dates)}<td style='width:42mm'>{e(j.title)}, {e(j.place)}<td>{' '.join(map(e, j.done))}</tr>"
        for j in p.jobs
    )
    body = f"<h1>{p.name}</h1><p>{p.title}</p><h2>Experience</h2><table><tr><th>Period<th>Post<th>Tasks</tr>{rows}</table><h2>Profile</h2><p>{p.summary}</p>"
    gold = [
        *head(p),
        "Experience",
        "Period Post Tasks",
        *(f"{j.dates} {j.title}, {j.place} {' '.join(j.done)}" for j in p.jobs),
        "Profile",
        p.summary,
    ]
    return BASE % ("A4", "18mm", "'Liberation Serif'", css, body), gold


def hyphenated_columns() -> Made:
    """Two justified columns of text, hyphenated by the browser, a rule between them."""
    p = ANOUK
    done = " ".join(d for j in p.jobs for d in j.done)
    css = "p{text-align:justify;hyphens:auto}.c{columns:2;column-gap:5mm;column-rule:.5pt solid #888}h2{font-size:12pt;margin:4mm 0 2mm}"
    body = (
        f"<html lang=en><h1>{p.name}</h1><h2>In short</h2><div class=c><p>{p.summary}</p><p>{done}</p></div><h2>Languages</h2>"
        + "".join(f"<p>{a}: {b}</p>" for a, b in p.languages)
    )
    return BASE % ("A5", "13mm", "'Liberation Serif'", css, body), [
        p.name,
        "In short",
        p.summary,
        done,
        *languages(p),
    ]


def grid_of_skills() -> Made:
    """Three columns of contacts in the head; a grid of skills row by row; places under dates on the right."""
    p = ANOUK
    job = "<div class=j><div><b>{title}</b><br>{place}{done}</div><div class=d>{dates}<br>Sweden</div></div>"
    css = """.k{display:flex;justify-content:space-between;font-size:9pt;background:#eee;padding:2mm}.g{display:grid;grid-template-columns:repeat(4,1fr);gap:1mm 4mm;margin:2mm 0}
    .j{display:flex;justify-content:space-between;margin:2mm 0}.d{text-align:right;color:#555;white-space:nowrap;padding-left:6mm}li{margin-left:12pt}h2{font-size:12pt;margin-top:4mm}"""
    names = [name for _, group in p.skills for name in group]
    body = f"<h1>{p.name}</h1><div class=k>{''.join(f'<span>{c}</span>' for c in p.contact)}</div><h2>Skills</h2><div class=g>{''.join(f'<span>{e(n)}</span>' for n in names)}</div><h2>Experience</h2>{_jobs(p, job)}"
    gold = [p.name, " ".join(p.contact), "Skills", " ".join(names), "Experience"]
    for j in p.jobs:
        gold += [f"{j.title} {j.dates} {j.place} Sweden", *j.done]
    return BASE % ("A4", "16mm", "'DejaVu Sans'", css, body), gold


def turned_label() -> Made:
    """A label that runs up the left edge, a name in Hebrew beside the Latin one, text on colour."""
    p = MIREILLE
    job = "<section><h3>{title} | {place}</h3><p>{dates}</p>{done}</section>"
    css = """.v{position:absolute;left:5mm;top:40mm;writing-mode:vertical-rl;transform:rotate(180deg);font-size:20pt;letter-spacing:.3em;color:#ccc}
    main{margin-left:16mm}header{background:#2b4c6f;color:#fff;padding:5mm;margin-bottom:4mm}li{margin-left:12pt}h2{margin-top:4mm;font-size:12pt}h3{font-size:10pt;margin-top:2mm}"""
    body = f"<div class=v>RESUME</div><main><header><h1>{p.name}</h1><p>מיריי · {p.title}</p></header><h2>Profile</h2><p>{p.summary}</p><h2>Experience</h2>{_jobs(p, job)}<h2>Education</h2>{_studies(p, job)}</main>"
    gold = [
        p.name,
        f"מיריי {p.title}",
        "Profile",
        p.summary,
        *work(p, dates="below"),
        *study(p, dates="below"),
        "RESUME",
    ]
    return BASE % ("A4", "15mm", "'DejaVu Sans'", css, body), gold


def bar_left_then_full() -> Made:
    """A bar on the left of the first page only; the second page is one column; running heads."""
    p = ANOUK
    job = "<section><div class=x><b>{title}</b><i>{dates}</i></div>{place}{done}</section>"
    css = """@page{margin:20mm 15mm 18mm}.a{display:grid;grid-template-columns:50mm 1fr;gap:8mm}.b{background:#f1ece4;padding:4mm}.x{display:flex;justify-content:space-between}
    li{margin-left:12pt}section{margin-bottom:3mm}h2{font-size:12pt;margin:3mm 0 1mm;color:#933}.n{break-before:page}"""
    side = "<h2>Contact</h2>" + "".join(f"<p>{c}</p>" for c in p.contact)
    side += "".join(f"<h2>{g}</h2>{_list(s)}" for g, s in p.skills)
    body = f"<div class=a><div class=b>{side}</div><div><h1>{p.name}</h1><h2>Profile</h2><p>{p.summary}</p><h2>Experience</h2>{_jobs(p, job)}</div></div>"
    body += (
        f"<div class=n><h2>Education</h2>{_studies(p, job)}<h2>Certificates</h2>{''.join(f'<p>{c}</p>' for c in p.certificates)}<h2>Talks</h2>"
        + "".join(
            f"<p>Talk {n} on rhythm, on trials and on how a device learns to keep quiet when nothing is wrong with its wearer</p>"
            for n in range(1, 7)
        )
        + "</div>"
    )
    gold = [
        "Contact",
        *p.contact,
        *(row for g, s in p.skills for row in (g, *s)),
        p.name,
        "Profile",
        p.summary,
        *work(p),
        *study(p),
        *certificates(p),
        "Talks",
    ]
    gold += [
        f"Talk {n} on rhythm, on trials and on how a device learns to keep quiet when nothing is wrong with its wearer"
        for n in range(1, 7)
    ]
    return BASE % ("A4", "15mm", "'Liberation Sans'", css, body), gold


def europass_new() -> Made:
    """The newer European form: dates in brackets before titles in capitals, lines of labels."""
    p = KOFI
    job = (
        "<section><p class=d>[ {dates} ]</p><h3>{title}</h3><p class=c>{place}</p>{done}</section>"
    )
    css = """header{background:#e9edf5;padding:6mm;display:flex;gap:6mm}.ph{width:24mm;height:30mm;background:#889}h2{color:#0e47cb;font-size:12pt;border-bottom:1pt solid #bcd;margin:4mm 0 2mm;text-transform:uppercase}
    h3{font-size:10pt;text-transform:uppercase;display:inline}.d{color:#777;display:inline;margin-right:2mm}li{margin-left:12pt}section{margin-bottom:3mm}"""
    body = f"<header><div class=ph></div><div><h1>{p.name}</h1><p><b>Email:</b> {p.contact[1]} | <b>Phone:</b> {p.contact[2]}</p><p><b>Address:</b> {p.contact[0]}</p></div></header><h2>About me</h2><p>{p.summary}</p><h2>Work experience</h2>{_jobs(p, job)}<h2>Education and training</h2>{_studies(p, job)}<h2>Digital skills</h2><p>{' / '.join(n for _, s in p.skills for n in s)}</p>"
    gold = [
        p.name,
        f"Email: {p.contact[1]} Phone: {p.contact[2]} Address: {p.contact[0]}",
        "About me",
        p.summary,
        *work(p, dates="left", title="Work experience"),
    ]
    gold += [
        *study(p, dates="left", title="Education and training"),
        "Digital skills",
        " ".join(n for _, s in p.skills for n in s),
    ]
    return BASE % ("A4", "12mm", "'Liberation Sans'", css, body), gold


def cards_in_pairs() -> Made:
    """A right bar whose text is as large and as dense as the main one, both with headings in boxes."""
    p = MIREILLE
    job = "<section><b>{title}</b><br>{place}<br><small>{dates}</small>{done}</section>"
    css = """.w{display:grid;grid-template-columns:58% 38%;gap:4%}h2{background:#222;color:#fff;font-size:10pt;padding:1mm 2mm;margin:3mm 0 2mm}li{margin-left:11pt}section{margin-bottom:2mm}"""
    main = f"<h2>Experience</h2>{_jobs(p, job)}<h2>Education</h2>{_studies(p, job)}"
    side = f"<h2>About</h2><p>{p.summary}</p><h2>Skills</h2>" + "".join(
        f"<p><b>{g}</b> {', '.join(s)}</p>" for g, s in p.skills
    )
    side += "<h2>Languages</h2>" + "".join(f"<p>{a} {b}</p>" for a, b in p.languages)
    body = f"<h1>{p.name}</h1><p>{p.title} · {' · '.join(p.contact[:2])}</p><div class=w><div>{main}</div><div>{side}</div></div>"
    gold = [
        p.name,
        f"{p.title} {' '.join(p.contact[:2])}",
        *work(p, dates="below"),
        *study(p, dates="below"),
        "About",
        p.summary,
        *skills(p),
        *languages(p),
    ]
    return BASE % ("letter", "14mm", "'DejaVu Serif'", css, body), gold


def margin_titles() -> Made:
    """LaTeX: titles of sections hang in the left margin, dates at the right, small capitals."""
    p = ANOUK

    def rows(jobs: tuple[Job, ...]) -> str:
        return "".join(
            rf"\textbf{{{t(j.title)}}}, {t(j.place)}\hfill\textit{{{t(j.dates)}}}\par "
            + "".join(rf"{t(d)}\par " for d in j.done)
            for j in jobs
        )

    parts = [
        ("Summary", t(p.summary)),
        ("Experience", rows(p.jobs)),
        ("Education", rows(p.studies)),
        ("Skills", r"\par ".join(rf"{t(g)}: {t(', '.join(s))}" for g, s in p.skills)),
    ]
    body = "".join(
        rf"\par\medskip\leavevmode\llap{{\makebox[32mm][l]{{\scshape {a}}}}}{b}" for a, b in parts
    )
    source = (
        r"\documentclass[11pt]{article}\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage[a4paper,left=50mm,right=18mm,top=20mm]{geometry}\pagestyle{empty}\parindent0pt\begin{document}"
        rf"\hspace*{{-32mm}}{{\LARGE\bfseries {t(p.name)}}}\par {body}\end{{document}}"
    )
    gold = [p.name, "Summary " + p.summary]
    for title, jobs in (("Experience", p.jobs), ("Education", p.studies)):
        gold.append(title)
        gold += [f"{j.title}, {j.place} {j.dates} {' '.join(j.done)}" for j in jobs]
    return source, [*gold, *skills(p)]


def minipage_grid() -> Made:
    """LaTeX: pairs of minipages, one pair a section; the columns are read pair by pair."""
    p = KOFI
    left = "".join(rf"\textbf{{{t(j.title)}}}\\{t(j.place)}, {t(j.dates)}\\[3pt]" for j in p.jobs)
    right = rf"{t(p.summary)}\\[4pt]" + r"\\".join(
        rf"\emph{{{t(g)}}}: {t(', '.join(s))}" for g, s in p.skills
    )
    low = r"\\".join(f"{a}, {b}" for a, b in p.languages)
    cert = r"\\".join(t(c) for c in p.certificates)

    def pair(a: str, x: str, b: str, y: str) -> str:
        return rf"\begin{{minipage}}[t]{{.48\textwidth}}\raggedright\textbf{{\large {a}}}\\[3pt]{x}\end{{minipage}}\hfill\begin{{minipage}}[t]{{.48\textwidth}}\raggedright\textbf{{\large {b}}}\\[3pt]{y}\end{{minipage}}\par\bigskip\hrule\bigskip "

    source = (
        r"\documentclass[10pt]{article}\usepackage[utf8]{inputenc}\usepackage[a4paper,margin=18mm]{geometry}\pagestyle{empty}\parindent0pt\begin{document}"
        rf"{{\centering\Huge {t(p.name)}\par}}\bigskip {pair('Experience', left, 'Profile', right)}{pair('Languages', low, 'Certificates', cert)}"
        rf"\textbf{{\large In a sentence}}\par {t(p.jobs[0].done[0])} {t(p.jobs[1].done[0])} {t(p.jobs[2].done[0])}\end{{document}}"
    )
    gold = [
        p.name,
        "Experience",
        *(f"{j.title} {j.place}, {j.dates}" for j in p.jobs),
        "Profile",
        p.summary,
        *(f"{g} {' '.join(s)}" for g, s in p.skills),
    ]
    gold += [*languages(p), *certificates(p), "In a sentence", " ".join(j.done[0] for j in p.jobs)]
    return source, gold


BROWSER = {
    "chromium-titles-left-dates-right": (1, side_titles),
    "chromium-bordered-table-of-jobs": (1, bordered_table),
    "chromium-hyphenated-columns": (2, hyphenated_columns),
    "chromium-grid-of-skills-places-right": (1, grid_of_skills),
    "chromium-turned-label": (1, turned_label),
    "chromium-bar-left-then-full-page": (2, bar_left_then_full),
    "chromium-dates-in-brackets": (1, europass_new),
    "chromium-dense-bar-right": (2, cards_in_pairs),
}
TEX = {
    "latex-titles-in-the-margin": (1, margin_titles),
    "latex-pairs-of-minipages": (2, minipage_grid),
}


def pages() -> Iterator[tuple[str, int, bytes, list[str]]]:
    """Name, columns, PDF, and the text as it is read."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (columns, make) in {**BROWSER, **TEX}.items():
            text, gold = make()
            out = Path(folder, f"{name}.pdf")
            source = out.with_suffix(".html" if name in BROWSER else ".tex")
            source.write_text(text, "utf-8")
            command = ["pdflatex", "-interaction=batchmode", source.name]
            if name in BROWSER:
                command = [
                    "chromium",
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-pdf-header-footer",
                    f"--print-to-pdf={out}",
                    source.as_uri(),
                ]
            subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
            yield name, columns, out.read_bytes(), gold
