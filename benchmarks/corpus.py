"""Invented resumes in any number: names, texts and layouts vary, the seed decides all of it.

    python benchmarks/corpus.py FOLDER 2000

Sentences, skills and headings come from the annotated resumes that may be looked at
(samples/gold/dev); each resume mixes those of several people. One or two columns, four fonts, three
sizes, bullets or paragraphs, one to three pages.
"""

from __future__ import annotations

import random
import sys
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer

from skillgap.evaluation import read_gold

ROOT = Path(__file__).resolve().parents[1]
FIRST = (
    "Ana Bo Cleo Dan Eli Finn Gia Hugo Ida Jon Kai Lea Mia Nils Ona Per Rosa Sam Tara Uma".split()
)
LAST = "Abbot Berg Costa Dahl Egan Falk Grant Holm Iyer Jung Kerr Lund Moss Nash Okoye Park".split()
FONTS = ("Helvetica", "Times-Roman", "Courier", "Helvetica")
HEADS = ("Experience", "Projects", "Education", "Skills", "About me")


@cache
def sentences() -> tuple[str, ...]:
    """The longer lines of the annotated resumes."""
    found = [
        line.strip(" -•*\t")
        for file in sorted((ROOT / "samples" / "gold" / "dev").glob("*.txt"))
        for resume in read_gold(file)
        for line in resume.text.splitlines()
        if len(line.split()) >= 5
    ]
    assert len(found) > 200
    return tuple(found)


def write_resume(path: Path, number: int) -> None:
    """One resume; the same number gives the same bytes."""
    draw = random.Random(number)
    font, size = draw.choice(FONTS), draw.choice((9, 10, 11))
    body = ParagraphStyle("body", fontName=font, fontSize=size, leading=size * 1.3)
    head = ParagraphStyle("head", parent=body, fontSize=size + 3, leading=size + 8, spaceBefore=6)
    name = f"{draw.choice(FIRST)} {draw.choice(LAST)}"
    flow: list[Flowable] = [
        Paragraph(name, head),
        Paragraph(f"{name.lower().replace(' ', '.')}@example.com, 555-{number:07}", body),
    ]
    bullet = draw.choice(("• ", "- ", ""))
    for title in draw.sample(HEADS, 4):
        flow.append(Paragraph(title, head))
        if title == "Experience":
            year = draw.randint(2008, 2020)
            flow.append(Paragraph(f"Analyst, Example Ltd, {year} - {year + 4}", body))
        for sentence in draw.sample(sentences(), draw.randint(4, 12)):
            text = sentence.replace("&", "&amp;").replace("<", "&lt;")
            flow += [Paragraph(bullet + text, body), Spacer(1, 1)]
    width, height = A4
    edge = draw.choice((14, 18, 24)) * mm
    columns = draw.choice((1, 1, 2))
    each = (width - 2 * edge - (columns - 1) * 8 * mm) / columns
    frames = [
        Frame(edge + n * (each + 8 * mm), edge, each, height - 2 * edge, 0, 0, 0, 0)
        for n in range(columns)
    ]
    document = BaseDocTemplate(str(path), pagesize=A4, title=name, invariant=1)
    document.addPageTemplates([PageTemplate(frames=frames)])
    document.build(flow)


def make_corpus(folder: Path, count: int) -> list[Path]:
    """`count` resumes in a folder; those that are there already stay."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:06}.pdf" for number in range(count)]
    for number, path in enumerate(paths):
        if not path.exists():
            write_resume(path, number)
    return paths


if __name__ == "__main__":
    made = make_corpus(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{len(made):,} resumes, {sum(path.stat().st_size for path in made) / 1e6:.1f} MB")
