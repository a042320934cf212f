"""Resume pages whose reading order is known, from makers that resumes come from."""

# ruff: noqa: E501 - style sheets and TeX are read line by line as they are

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pdfs import box, lines, pdf, text, wrapped

PARAGRAPHS = [
    "Built a forecasting service for three hundred stores with gradient boosting that cut the waste"
    " of fresh goods by a tenth, and ran forty experiments on prices together with the buyers.",
    "Designed the warehouse for clickstream events on a cluster of twelve machines; nightly loads"
    " fell from seven hours to fifty minutes without a single lost record in two years.",
    "Mentored juniors, reviewed their queries every Thursday, and wrote the handbook on testing"
    " that four other departments have since adopted for their own pipelines.",
    "Negotiated with vendors about sensors and lidar, measured what they really deliver in fog,"
    " and published a comparison which the regulator quoted in its annual safety report.",
    "Moved legacy spreadsheets into versioned notebooks so that auditors can repeat any figure"
    " of the quarterly results by pressing one button and waiting for the kettle to boil.",
]
LISTS = {
    "Toolbox": ["Python", "PostgreSQL", "Airflow", "Docker Compose", "Apache Kafka", "Terraform"],
    "Methods": ["Causal inference", "Bayesian models", "Survival analysis", "Clustering"],
    "Tongues": ["Czech native", "English fluent", "Polish basic"],
    "Pastimes": ["Chess", "Orienteering", "Bread baking"],
}
JOBS = [
    ("Senior Analyst, Pramen Retail", "2019 to 2023"),
    ("Junior Analyst, Telvora", "2015 to 2019"),
]
TABLE = [("Languages", "Python and R"), ("Databases", "MySQL, Oracle"), ("Clouds", "Azure, AWS"),
         ("Editors", "Vim, Emacs"), ("Charts", "Tableau, Looker")]  # fmt: skip


LAYOUTS = Path(__file__).resolve().parents[1] / "data" / "layouts"


@dataclass(frozen=True)
class Page:
    """A PDF and the text that a person reads in it."""

    name: str
    columns: int
    data: bytes
    gold: str


def committed_pages() -> list[Page]:
    """The pages of tests/data/layouts: made by others than the reader was written against."""
    pages = []
    for file in sorted(LAYOUTS.glob("*.txt")):
        head, _, gold = file.read_text("utf-8").partition("\n")
        made = file.with_suffix("")
        pages.append(Page(made.name, int(head.split()[0]), made.read_bytes(), gold))
    return pages


def all_pages(folder: Path) -> list[Page]:
    """Every page that the makers on this machine can make."""
    makers = (_streams(), _css(), _latex(folder), _browser(folder), _office(folder))
    return [page for maker in makers for page in maker]


# ---------------------------------------------------------------- content


def _main_parts() -> list[tuple[str, str]]:
    parts = [("h1", "Tomas Verner"), ("h2", "Experience")]
    for at, (title, date) in enumerate(JOBS):
        parts += [("job", f"{title}|{date}"), ("p", PARAGRAPHS[2 * at])]
        parts += [("li", item) for item in (PARAGRAPHS[2 * at + 1], PARAGRAPHS[4])]
    return parts


def _side_parts() -> list[tuple[str, str]]:
    return [
        part
        for title, items in LISTS.items()
        for part in [("h2", title), *(("li", item) for item in items)]
    ]


def _gold(*groups: list[tuple[str, str]]) -> str:
    return "\n".join(words.replace("|", " ") for group in groups for _, words in group)


# ---------------------------------------------------------------- hand-written streams


def _column(
    parts: list[tuple[str, str]], x: float, y: float, width: float
) -> tuple[list[str], float]:
    """Show operations of one column, a line each."""
    ops: list[str] = []
    for tag, words in parts:
        if tag == "job":
            title, date = words.split("|")
            ops.append(text(x, y + 4, title, font="F2") + text(x + width - 60, y + 4, date))
            y += 19
            continue
        size = {"h1": 22, "h2": 13}.get(tag, 10)
        y += {"h1": 20, "h2": 14}.get(tag, 2)
        for at, line in enumerate(wrapped(words, width - 12, size=size)):
            mark = text(x, y, "\u2022") if tag == "li" and not at else ""
            ops.append(mark + text(x + 12 * (tag == "li"), y, line, size=size))
            y += 1.25 * size
    return ops, y


def _streams() -> Iterator[Page]:
    main, side = _main_parts(), _side_parts()
    single = [*main, *side]
    ops, _ = _column(single, 60, 40, 470)
    yield Page("stream one column", 1, pdf("".join(ops)), _gold(single))
    random.Random(1).shuffle(ops)
    yield Page("stream one column, shuffled", 1, pdf("".join(ops)), _gold(single))
    rows = "".join(
        text(60, 700 + 14 * at, a) + text(170, 700 + 14 * at, b) for at, (a, b) in enumerate(TABLE)
    )
    table = [("p", " ".join(row)) for row in TABLE]
    yield Page(
        "stream one column, table",
        1,
        pdf("".join(_column(main, 60, 40, 470)[0]) + rows),
        _gold(main, table),
    )
    for name, wide, narrow, first in (("left bar", 210, 40, side), ("right bar", 40, 420, main)):
        second = main if first is side else side
        big, small = _column(main, wide, 50, 340)[0], _column(side, narrow, 55, 140)[0]
        orders = {"in order": small + big if first is side else big + small,
                  "reversed": big + small if first is side else small + big,
                  "interleaved": [op for at in range(60) for ops in (big, small) for op in ops[at : at + 1]],
                  "shuffled": random.Random(2).sample(big + small, len(big + small))}  # fmt: skip
        for order, ops in orders.items():
            yield Page(f"stream {name}, {order}", 2, pdf("".join(ops)), _gold(first, second))
        dark = box(narrow - 15, 0, 170, 842, "0.1 0.2 0.3 rg") + "1 g " + "".join(small) + "0 g "
        yield Page(
            f"stream {name}, white on dark", 2, pdf(dark + "".join(big)), _gold(first, second)
        )
    yield from _split_streams()


def _split_streams() -> Iterator[Page]:
    head = [("h1", "Tomas Verner"), ("p", PARAGRAPHS[3])]
    left = [("h2", "Experience"), ("p", PARAGRAPHS[0]), ("p", PARAGRAPHS[1])]
    right = [("h2", "Education"), ("p", PARAGRAPHS[2]), ("p", PARAGRAPHS[4])]
    foot = [("h2", "Interests and everything else"), ("p", PARAGRAPHS[1])]
    top, y = _column(head, 50, 40, 500)
    one, low = _column(left, 50, y + 10, 235)
    two, deep = _column(right, 310, y + 10, 235)
    end, _ = _column(foot, 50, max(low, deep) + 10, 500)
    rows = [op for at in range(40) for ops in (one, two) for op in ops[at : at + 1]]
    gold = _gold(head, left, right, foot)
    yield Page("stream head, two halves, foot", 2, pdf("".join(top + one + two + end)), gold)
    yield Page("stream head, halves interleaved, foot", 2, pdf("".join(end + rows + top)), gold)
    three = [
        [("h2", name), *(("li", item) for item in items)] for name, items in list(LISTS.items())[:3]
    ]
    ops = [op for at, parts in enumerate(three) for op in _column(parts, 50 + 180 * at, y, 150)[0]]
    yield Page("stream head, three lists", 3, pdf("".join(top + ops)), _gold(head, *three))
    name = text(50, 70, "Tomas Verner", size=26) + lines(
        420, 52, ["12 Elm Street", "Brno Czechia", "mail tomas verner"]
    )
    body, _ = _column(left + right, 50, 110, 500)
    gold = "Tomas Verner 12 Elm Street Brno Czechia mail tomas verner\n" + _gold(left, right)
    yield Page("stream name beside address", 2, pdf(name + "".join(body)), gold)


# ---------------------------------------------------------------- HTML


def _html(parts: list[tuple[str, str]]) -> str:
    out = []
    for tag, words in parts:
        if tag == "job":
            title, date = (escape(part) for part in words.split("|"))
            out.append(f"<div class=job><b>{title}</b><span>{date}</span></div>")
        else:
            out.append(f"<{tag}>{escape(words)}</{tag}>")
    return "".join(out)


_BASE = """<meta charset=utf-8><style>@page{size:A4;margin:15mm}
body{font:10pt sans-serif;margin:0}.job{display:flex;justify-content:space-between}
h1{font-size:22pt;margin:0}h2{font-size:12pt;margin:8pt 0 3pt}p{margin:2pt 0}li{margin-left:14pt}
li,p{text-align:left}%s</style>%s"""


def _styles() -> list[tuple[str, int, str, str, str]]:
    """Name, columns, CSS, body, gold."""
    main, side = _main_parts(), _side_parts()
    m, s = _html(main), _html(side)
    both = f"<div class=s>{s}</div><div class=m>{m}</div>"
    flip = f"<div class=m>{m}</div><div class=s>{s}</div>"
    sm, ms = _gold(side, main), _gold(main, side)
    rows = "".join(f"<tr><td>{a}<td>{b}</tr>" for a, b in TABLE)
    table = [("p", " ".join(row)) for row in TABLE]
    flow = " ".join(PARAGRAPHS)
    flex = "body{display:flex;gap:%s}.s{width:32%%}.m{width:66%%}"
    return [
        ("one column", 1, "", m + s, ms),
        ("one column, justified, serif", 1, "body{font-family:serif}p,li{text-align:justify}", m + s, ms),
        ("letter-spaced capitals", 1, "h1,h2{letter-spacing:.25em;text-transform:uppercase}", m + s, ms),
        ("table of skills", 1, "td{padding-right:20pt}", f"{m}<table>{rows}</table>", _gold(main, table)),
        ("chips", 1, "li{display:inline-block;margin:2pt;padding:2pt 5pt;background:#ddd}",
         _html([("h1", "Tomas Verner"), ("p", PARAGRAPHS[0]), *side]),
         _gold([("h1", "Tomas Verner"), ("p", PARAGRAPHS[0])], side)),
        ("bar left", 2, flex % "6mm", both, sm),
        ("bar left, narrow gutter", 2, flex % "3mm", both, sm),
        ("bar right", 2, flex % "6mm", flip, ms),
        ("bar left, last in the file", 2, (flex % "6mm") + ".s{order:-1}", flip, sm),
        ("bar right, first in the file, dark", 2,
         (flex % "6mm") + ".s{order:2;background:#123;color:#fff;padding:4mm;box-sizing:border-box}", both, ms),
        ("bar left, absolute", 2, ".s{position:absolute;left:0;top:0;width:50mm}.m{margin-left:58mm}", flip, sm),
        ("two columns that flow", 2, ".f{columns:2;column-gap:8mm;text-align:justify}",
         f"<h1>Tomas Verner</h1><div class=f>{flow}</div><p>{PARAGRAPHS[3]}</p>",
         f"Tomas Verner {flow} {PARAGRAPHS[3]}"),
        ("grid of two lists under a head", 2, ".g{display:grid;grid-template-columns:1fr 1fr;gap:6mm}",
         f"{m}<div class=g><div>{_html(side[:12])}</div><div>{_html(side[12:])}</div></div>", ms),
    ]  # fmt: skip


def _css() -> Iterator[Page]:
    try:
        import weasyprint
    except ImportError:
        return
    for name, columns, css, body, gold in _styles():
        html = weasyprint.HTML(string=_BASE % (css, body))  # type: ignore[no-untyped-call]
        data = html.write_pdf()  # type: ignore[no-untyped-call]
        yield Page(f"weasyprint {name}", columns, data, gold)


def _browser(folder: Path) -> Iterator[Page]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        return
    for at, (name, columns, css, body, gold) in enumerate(_styles()):
        page, out = folder / f"b{at}.html", folder / f"b{at}.pdf"
        page.write_text(_BASE % (css, body), encoding="utf-8")
        subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--print-to-pdf={out}", page.as_uri()],
            capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        if out.exists():
            yield Page(f"chromium {name}", columns, out.read_bytes(), gold)


# ---------------------------------------------------------------- LaTeX and LibreOffice


def _tex(parts: list[tuple[str, str]]) -> str:
    out = []
    for tag, words in parts:
        if tag == "job":
            title, date = words.split("|")
            out.append(rf"\textbf{{{title}}}\hfill {date}\par")
        elif tag == "li":
            out.append(rf"\begin{{itemize}}\item {words}\end{{itemize}}")
        else:
            out.append(
                {"h1": rf"{{\huge\bfseries {words}}}\par", "h2": rf"\section*{{{words}}}"}.get(
                    tag, words + r"\par"
                )
            )
    return "\n".join(out)


def _latex(folder: Path) -> Iterator[Page]:
    if shutil.which("pdflatex") is None:
        return
    main, side = _tex(_main_parts()), _tex(_side_parts())
    ms, sm = _gold(_main_parts(), _side_parts()), _gold(_side_parts(), _main_parts())
    rows = r"\\".join(f"{a} & {b}" for a, b in TABLE)
    pages = [
        ("article", 1, main + side, ms),
        ("article with T1 and ligatures", 1, r"\fontfamily{ptm}\selectfont " + main + side, ms),
        ("table", 1, main + rf"\begin{{tabular}}{{ll}}{rows}\end{{tabular}}",
         ms.replace(_gold(_side_parts()), " ".join(" ".join(row) for row in TABLE))),
        ("minipages, bar left", 2, rf"\begin{{minipage}}[t]{{.28\textwidth}}{side}\end{{minipage}}\hfill"
         rf"\begin{{minipage}}[t]{{.68\textwidth}}{main}\end{{minipage}}", sm),
        ("minipages, bar right", 2, rf"\begin{{minipage}}[t]{{.66\textwidth}}{main}\end{{minipage}}\hfill"
         rf"\begin{{minipage}}[t]{{.3\textwidth}}{side}\end{{minipage}}", ms),
        ("multicol", 2, r"{\huge Tomas Verner}\begin{multicols}{2}" + " ".join(PARAGRAPHS) + r"\end{multicols}",
         "Tomas Verner " + " ".join(PARAGRAPHS)),
    ]  # fmt: skip
    for at, (name, columns, body, gold) in enumerate(pages):
        source = folder / f"t{at}.tex"
        source.write_text(
            r"\documentclass[10pt]{article}\usepackage[a4paper,margin=15mm]{geometry}"
            r"\usepackage[T1]{fontenc}\usepackage{multicol}\pagestyle{empty}\parindent0pt"
            rf"\begin{{document}}{body}\end{{document}}"
        )
        command = [
            "pdflatex",
            "-interaction=batchmode",
            "-output-directory",
            str(folder),
            str(source),
        ]
        subprocess.run(command, capture_output=True, timeout=60, check=False)
        if source.with_suffix(".pdf").exists():
            yield Page(f"latex {name}", columns, source.with_suffix(".pdf").read_bytes(), gold)


def _office(folder: Path) -> Iterator[Page]:
    if shutil.which("soffice") is None:
        return
    main, side = _html(_main_parts()), _html(_side_parts())
    main = (
        main.replace("<div class=job>", "<p>")
        .replace("</b><span>", "</b>, ")
        .replace("</span></div>", "</p>")
    )
    ms, sm = _gold(_main_parts(), _side_parts()), _gold(_side_parts(), _main_parts())
    frame = "<table width=100%><tr valign=top><td width={}%>{}<td width={}%>{}</tr></table>"
    bodies = [
        ("one column", 1, main + side, ms),
        ("table as columns, bar left", 2, frame.format(30, side, 70, main), sm),
        ("table as columns, bar right", 2, frame.format(68, main, 32, side), ms),
    ]
    for at, (_, _, body, _) in enumerate(bodies):
        (folder / f"o{at}.html").write_text(f"<meta charset=utf-8>{body}", encoding="utf-8")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
         "pdf:writer_web_pdf_Export", "--outdir", str(folder), *(str(folder / f"o{at}.html") for at in range(3))],
        capture_output=True, timeout=180, check=False,
    )  # fmt: skip
    for at, (name, columns, _, gold) in enumerate(bodies):
        out = folder / f"o{at}.pdf"
        if out.exists():
            yield Page(f"libreoffice {name}", columns, out.read_bytes(), gold)
