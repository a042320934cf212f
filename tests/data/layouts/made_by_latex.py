"""Pages set by LaTeX with the classes and packages that resumes use."""

# ruff: noqa: E501 - TeX is read line by line as it is

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from people import (
    ANOUK,
    KOFI,
    MIREILLE,
    Job,
    Person,
    certificates,
    head,
    languages,
    skills,
    study,
    work,
)


def tex(text: str) -> str:
    """Text for TeX."""
    for sign in "&%#_":
        text = text.replace(sign, "\\" + sign)
    return text.replace("–", "--")


def _items(done: tuple[str, ...]) -> str:
    return (
        r"\begin{itemize}" + "".join(rf"\item {tex(d)}" for d in done) + r"\end{itemize}"
        if done
        else ""
    )


def _moderncv(p: Person, style: str, spare: str = "") -> str:
    first, _, last = p.name.partition(" ")
    body = r"\section{Experience}" + "".join(
        rf"\cventry{{{tex(j.dates)}}}{{{tex(j.title)}}}{{{tex(j.place)}}}{{}}{{}}{{{_items(j.done)}}}"
        for j in p.jobs
    )
    body += r"\section{Education}" + "".join(
        rf"\cventry{{{tex(j.dates)}}}{{{tex(j.title)}}}{{{tex(j.place)}}}{{}}{{}}{{}}"
        for j in p.studies
    )
    body += r"\section{Skills}" + "".join(
        rf"\cvitem{{{tex(g)}}}{{{tex(', '.join(s))}}}" for g, s in p.skills
    )
    return (
        rf"\documentclass[10pt,a4paper]{{moderncv}}\moderncvstyle{{{style}}}\moderncvcolor{{blue}}\usepackage[utf8]{{inputenc}}"
        rf"\usepackage[scale=0.8]{{geometry}}\name{{{first}}}{{{last}}}\title{{{tex(p.title)}}}\email{{{p.contact[1]}}}\phone{{{p.contact[2]}}}{spare}"
        rf"\begin{{document}}\makecvtitle {body}\end{{document}}"
    )


def classic() -> tuple[str, list[str]]:
    """moderncv classic: dates and labels in a column of hints on the left."""
    p = ANOUK
    gold = [
        *head(p),
        p.contact[2],
        p.contact[1],
        *work(p, dates="left"),
        *study(p, dates="left"),
        *skills(p),
    ]
    return _moderncv(p, "classic"), gold


def banking() -> tuple[str, list[str]]:
    """moderncv banking: places left and dates right on one line, titles under them."""
    p = KOFI
    rows = [p.name, p.title, p.contact[2], p.contact[1], "Experience"]
    for job in p.jobs:
        rows += [f"{job.place} {job.title} {job.dates}", *job.done]
    rows += ["Education", *(f"{j.place} {j.title} {j.dates}" for j in p.studies), *skills(p)]
    return _moderncv(p, "banking"), rows


def columns_side_by_side() -> tuple[str, list[str]]:
    """paracol: a wide column left, a narrow one right, each breaking over pages by itself."""
    p = MIREILLE
    main = rf"\section*{{Profile}}{tex(p.summary)}\section*{{Experience}}" + "".join(
        rf"\textbf{{{tex(j.title)}}}\hfill\textit{{{tex(j.dates)}}}\\{tex(j.place)}{_items(j.done)}"
        for j in p.jobs
    )
    side = "".join(
        rf"\section*{{{tex(g)}}}" + r"\\".join(tex(s) for s in names) for g, names in p.skills
    )
    side += r"\section*{Languages}" + r"\\".join(f"{a} ({b})" for a, b in p.languages)
    side += r"\section*{Education}" + r"\par\smallskip ".join(
        rf"\textbf{{{tex(j.title)}}}\\{tex(j.place)}\\{tex(j.dates)}" for j in p.studies
    )
    source = (
        r"\documentclass[10pt]{article}\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern,paracol}\usepackage[a4paper,margin=18mm]{geometry}"
        r"\pagestyle{empty}\parindent0pt\columnratio{0.66}\setlength\columnsep{9mm}\begin{document}"
        rf"{{\Huge\scshape {tex(p.name)}}}\par\smallskip {tex(' · '.join(p.contact).replace('·', '|'))}\par\medskip"
        rf"\begin{{paracol}}{{2}}{main}\switchcolumn {side}\end{{paracol}}\end{{document}}"
    )
    gold = [p.name, " ".join(p.contact), "Profile", p.summary, *work(p)]
    gold += [row for g, names in p.skills for row in (g, *names)] + [
        *languages(p),
        *study(p, dates="below"),
    ]
    return source, gold


def jake() -> tuple[str, list[str]]:
    """The one-page form of software people: tabular rows, ruled small-caps headings, tight lists."""
    p = KOFI
    row = r"\begin{{tabular*}}{{\textwidth}}{{l@{{\extracolsep{{\fill}}}}r}}\textbf{{{0}}} & {1}\\\textit{{\small {2}}} & \textit{{\small {3}}}\end{{tabular*}}\vspace{{-2pt}}"
    places = ("Accra", "Accra, Ghana", "Cape Coast")
    body = r"\section{Experience}" + "".join(
        row.format(tex(j.title), tex(j.dates), tex(j.place), city)
        + r"{\small"
        + _items(j.done)
        + "}"
        for j, city in zip(p.jobs, places, strict=True)
    )
    body += r"\section{Education}" + "".join(
        row.format(tex(j.place), "Berekuso", tex(j.title), tex(j.dates)) for j in p.studies
    )
    body += (
        r"\section{Technical Skills}{\small "
        + r"\\".join(rf"\textbf{{{tex(g)}}}{{: {tex(', '.join(s))}}}" for g, s in p.skills)
        + "}"
    )
    source = (
        r"\documentclass[letterpaper,11pt]{article}\usepackage[utf8]{inputenc}\usepackage{titlesec,enumitem}\usepackage[hidelinks]{hyperref}\usepackage[margin=.6in]{geometry}"
        r"\pagestyle{empty}\parindent0pt\raggedright\titleformat{\section}{\vspace{-4pt}\scshape\raggedright\large}{}{0em}{}[\titlerule\vspace{2pt}]"
        r"\setlist[itemize]{leftmargin=.2in,itemsep=0pt,topsep=2pt,label=$\vcenter{\hbox{\tiny$\bullet$}}$}\begin{document}"
        rf"\begin{{center}}\textbf{{\Huge\scshape {tex(p.name)}}}\\\small {tex(p.contact[2])} $|$ \href{{mailto:x@example.com}}{{\underline{{{p.contact[1]}}}}} $|$ {tex(p.contact[0])}\end{{center}}"
        rf"{body}\end{{document}}"
    )
    gold = [p.name, f"{p.contact[2]} {p.contact[1]} {p.contact[0]}", "Experience"]
    for job, city in zip(p.jobs, places, strict=True):
        gold += [f"{job.title} {job.dates} {job.place} {city}", *job.done]
    gold += [
        "Education",
        *(f"{j.place} Berekuso {j.title} {j.dates}" for j in p.studies),
        *skills(p, title="Technical Skills"),
    ]
    return source, gold


def tall_table() -> tuple[str, list[str]]:
    """A table over the whole page: headings in the left cells, text in the right ones."""
    p = MIREILLE

    def right(j: Job) -> str:
        done = "".join(rf"\newline {tex(d)}" for d in j.done)
        return rf"\textbf{{{tex(j.title)}}}, {tex(j.place)} ({tex(j.dates)}){done}"

    rows = [("Profile", tex(p.summary))]
    rows += [("Experience" if not n else "", right(j)) for n, j in enumerate(p.jobs)]
    rows += [("Education" if not n else "", right(j)) for n, j in enumerate(p.studies)]
    rows += [
        ("Skills" if not n else "", rf"{tex(g)}: {tex(', '.join(s))}")
        for n, (g, s) in enumerate(p.skills)
    ]
    body = "".join(rf"\textsc{{{a}}} & {b}\\[5pt]" for a, b in rows)
    source = (
        r"\documentclass[11pt]{article}\usepackage[utf8]{inputenc}\usepackage{longtable,array}\usepackage[a4paper,margin=22mm]{geometry}\pagestyle{plain}\parindent0pt"
        rf"\begin{{document}}{{\LARGE {tex(p.name)}}}\\{tex(', '.join(p.contact))}\bigskip\begin{{longtable}}{{@{{}}>{{\raggedright}}p{{26mm}}p{{128mm}}@{{}}}}{body}\end{{longtable}}\end{{document}}"
    )
    gold = [p.name, " ".join(p.contact), "Profile " + p.summary]
    for title, jobs in (("Experience", p.jobs), ("Education", p.studies)):
        for n, j in enumerate(jobs):
            gold.append(
                f"{title if not n else ''} {j.title}, {j.place} ({j.dates}) {' '.join(j.done)}"
            )
    gold += ["Skills " + " ".join(f"{g}: {' '.join(s)}" for g, s in p.skills)]
    return source, gold


def europass() -> tuple[str, list[str]]:
    """europasscv: labels right-aligned in a left column, a line between, footers with pages."""
    p = ANOUK
    body = r"\ecvsection{Work experience}"
    for j in p.jobs:
        body += rf"\ecvtitle{{{tex(j.dates)}}}{{{tex(j.title)}}}\ecvitem{{}}{{{tex(j.place)}}}"
        items = "".join(rf"\item {tex(d)}" for d in j.done)
        body += rf"\ecvitem{{}}{{\begin{{ecvitemize}}{items}\end{{ecvitemize}}}}"
    body += r"\ecvsection{Education}" + "".join(
        rf"\ecvtitle{{{tex(j.dates)}}}{{{tex(j.title)}}}\ecvitem{{}}{{{tex(j.place)}}}"
        for j in p.studies
    )
    body += r"\ecvsection{Personal skills}" + "".join(
        rf"\ecvblueitem{{{tex(g)}}}{{{tex(', '.join(s))}}}" for g, s in p.skills
    )
    source = (
        r"\documentclass[english,a4paper]{europasscv}\usepackage[english]{babel}\usepackage[utf8]{inputenc}"
        rf"\ecvname{{{tex(p.name)}}}\ecvaddress{{{tex(p.contact[0])}}}\ecvemail{{{p.contact[1]}}}\begin{{document}}\begin{{europasscv}}\ecvpersonalinfo {body}\end{{europasscv}}\end{{document}}"
    )
    gold = ["Personal information", p.name, p.contact[0], p.contact[1]]
    gold += [
        *work(p, dates="left", title="Work experience"),
        *study(p, dates="left"),
        *skills(p, title="Personal skills"),
    ]
    return source, gold


def unicode_fonts() -> tuple[str, list[str]]:
    """xelatex, system fonts with ligatures, letter-spaced headings, hyphenated justified text."""
    p = KOFI
    long = " ".join(d for j in p.jobs for d in j.done)
    text = f"{p.summary} Efficient workflows, affiliate finance, and difficult configuration were the office's daily traffic. {long}"
    source = (
        r"\documentclass[10pt]{article}\usepackage{fontspec,multicol}\usepackage[english]{babel}\usepackage[a4paper,margin=20mm]{geometry}\setmainfont{Lato}[Ligatures=Common]\pagestyle{empty}\parindent0pt"
        r"\newcommand\h[1]{\par\medskip{\addfontfeature{LetterSpace=22}\MakeUppercase{#1}}\par\smallskip}\begin{document}"
        rf"{{\huge {p.name}}}\h{{Profile}}\begin{{multicols}}{{2}}{tex(text)}\end{{multicols}}\h{{Education}}"
        + "".join(rf"{tex(j.title)}, {tex(j.place)}\hfill {tex(j.dates)}\par" for j in p.studies)
        + r"\h{Languages and certificates}"
        + r"\par ".join(f"{a}: {b}" for a, b in p.languages)
        + r"\par "
        + r"\par ".join(tex(c) for c in p.certificates)
        + r"\end{document}"
    )
    gold = [
        p.name,
        "Profile",
        text,
        "Education",
        *(f"{j.title} {j.place} {j.dates}" for j in p.studies),
    ]
    gold += [*languages(p, title="Languages and certificates"), *certificates(p, title="")]
    return source, gold


PAGES = {
    "latex-moderncv-classic": (1, "pdflatex", classic),
    "latex-moderncv-banking": (1, "pdflatex", banking),
    "latex-paracol-bar-right": (2, "pdflatex", columns_side_by_side),
    "latex-tabular-one-page": (1, "pdflatex", jake),
    "latex-headings-in-left-cells": (1, "pdflatex", tall_table),
    "latex-europasscv": (1, "pdflatex", europass),
    "xelatex-multicol-ligatures": (2, "xelatex", unicode_fonts),
}


def pages() -> Iterator[tuple[str, int, bytes, list[str]]]:
    """Name, columns, PDF, and the text as it is read."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (columns, engine, make) in PAGES.items():
            source, gold = make()
            Path(folder, f"{name}.tex").write_text(source, "utf-8")
            done = subprocess.run(
                [engine, "-interaction=nonstopmode", f"{name}.tex"],
                cwd=folder,
                capture_output=True,
                timeout=180,
                check=False,
            )
            subprocess.run(
                [engine, "-interaction=batchmode", f"{name}.tex"],
                cwd=folder,
                capture_output=True,
                timeout=180,
                check=False,
            )
            out = Path(folder, f"{name}.pdf")
            if not out.exists():
                raise RuntimeError(f"{name}: {done.stdout[-2000:].decode('utf-8', 'replace')}")
            yield name, columns, out.read_bytes(), gold
