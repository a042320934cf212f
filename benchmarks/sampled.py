"""Invented resumes in the layouts of the samples, set by the programs that set the samples.

    python benchmarks/sampled.py FOLDER 2000

Each takes a source of samples/sources, another name, and for its list items sentences of the
annotated resumes that may be looked at, about as long as those of the sample. The seed decides all
of it. Needs what samples/make.py needs, and playwright. Two thousand take about seven minutes.
"""

from __future__ import annotations

import html
import random
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import weasyprint
from corpus import FIRST, LAST, ROOT, sentences
from playwright.sync_api import sync_playwright

SAMPLES = ROOT / "samples"
# What stands for a list item, by the ending of the source; the group is its text.
ITEMS = {
    ".html": re.compile(r"(?<=<li>)([^<]{40,})(?=</li>)"),
    ".fodt": re.compile(r"(?<=<text:p text:style-name=\"Bullet\">)([^<]{40,})(?=</text:p>)"),
    ".tex": re.compile(r"(?<=\\item )([^\\{}]{40,}?)(?=\n *\\(?:item|end))"),
}
TEX_SIGNS = re.compile(r"([&%$#_{}])")
BATCH = 40  # files that LibreOffice converts in one go


def write_source(sample: dict[str, str], number: int, folder: Path) -> Path:
    """The source of one resume; the same number gives the same text."""
    draw = random.Random(number)
    [source] = (SAMPLES / "sources").glob(f"{Path(sample['file']).stem}.*")
    kind = source.suffix
    text = source.read_text("utf-8").replace(
        sample["person"], f"{draw.choice(FIRST)} {draw.choice(LAST)}"
    )

    def another(item: re.Match[str]) -> str:
        few = draw.sample(sentences(), 8)
        sentence = min(few, key=lambda one: abs(len(one) - len(item[0])))
        if kind == ".tex":
            plain = sentence.encode("ascii", "ignore").decode()
            return TEX_SIGNS.sub(r"\\\1", re.sub(r"[\\~^<>|\"]", "", plain))
        return html.escape(sentence, quote=False)

    target = folder / f"{number:06}{kind}"
    target.write_text(ITEMS[kind].sub(another, text), "utf-8")
    return target


def set_html(sources: list[Path]) -> None:
    """Chromium prints what it is given."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        for source in sources:
            page.goto(source.as_uri())
            page.pdf(path=source.with_suffix(".pdf"), prefer_css_page_size=True)
        browser.close()


def set_weasy(sources: list[Path]) -> None:
    """WeasyPrint, in this process."""
    for source in sources:
        page: Any = weasyprint.HTML(source)  # type: ignore[no-untyped-call]
        page.write_pdf(source.with_suffix(".pdf"))


def set_tex(sources: list[Path]) -> None:
    """pdfTeX; what it cannot set is left out."""
    for source in sources:
        command = ["pdflatex", "-interaction=nonstopmode", source.name]
        subprocess.run(command, cwd=source.parent, capture_output=True, check=False)


def set_office(sources: list[Path]) -> None:
    """LibreOffice, many at a time."""
    for at in range(0, len(sources), BATCH):
        files = [str(source) for source in sources[at : at + BATCH]]
        folder = str(sources[0].parent)
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
        subprocess.run(command, capture_output=True, check=True)


SETTERS: dict[str, Callable[[list[Path]], None]] = {
    "chromium": set_html,
    "weasyprint": set_weasy,
    "latex": set_tex,
    "libreoffice": set_office,
}


def make_sampled(folder: Path, count: int) -> list[Path]:
    """`count` resumes in a folder, every sample's layout as often; those that are there stay."""
    folder.mkdir(parents=True, exist_ok=True)
    samples = tomllib.loads((SAMPLES / "samples.toml").read_text("utf-8"))["sample"]
    wanted: dict[str, list[Path]] = {producer: [] for producer in SETTERS}
    for number in range(count):
        if not (folder / f"{number:06}.pdf").exists():
            sample = samples[number % len(samples)]
            wanted[sample["producer"]].append(write_source(sample, number, folder))
    for producer, sources in wanted.items():
        if sources:
            SETTERS[producer](sources)
    return sorted(folder.glob("*.pdf"))


if __name__ == "__main__":
    made = make_sampled(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{len(made):,} resumes, {sum(path.stat().st_size for path in made) / 1e6:.1f} MB")
