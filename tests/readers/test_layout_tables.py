"""Tables with drawn borders, columns of dates, lines that are spread over their column."""

from __future__ import annotations

from pdfs import BODY, HEIGHT, lines, pdf, text
from reportlab.pdfbase.pdfmetrics import stringWidth

from skillgap.models import Document
from skillgap.readers.pdf import read_pdf

DUTIES = ["Loaded tills of 340 stores every", "night with Airflow, wrote the", "tests in Python."]
MORE = ["Kept the catalogue of the library", "in PostgreSQL, and taught it to", "two assistants."]


def read(*contents: str) -> Document:
    return read_pdf(pdf(*contents), "resume.pdf")


def texts(document: Document) -> list[str]:
    return document.text.split("\n")


def grid(xs: list[float], ys: list[float], *, filled: bool = False) -> str:
    """Borders between columns at `xs` and rows at `ys`, as strokes or as thin rectangles."""
    out = ""
    for y in ys:
        flat = f"{xs[0]} {HEIGHT - y} m {xs[-1]} {HEIGHT - y} l S\n"
        out += f"{xs[0]} {HEIGHT - y} {xs[-1] - xs[0]} 0.6 re f\n" if filled else flat
    for x in xs:
        high = ys[-1] - ys[0]
        out += f"{x} {HEIGHT - ys[-1]} 0.6 {high} re f\n" if filled else ""
        out += "" if filled else f"{x} {HEIGHT - ys[-1]} {0} {high} re S\n"
    return out


def spaced(y: float, words: list[str]) -> str:
    """Words with one and the same wide gap between them."""
    out, x = "", 50.0
    for word in words:
        out += text(x, y, word)
        x += stringWidth(word, "Helvetica", 10) + 12
    return out


def jobs(filled: bool) -> str:
    rows = [(130, "2019 - 2021", "Telvora", DUTIES), (190, "2016 - 2018", "Pramen", MORE)]
    page = lines(50, 60, ["Ana Lima", "Analyst"]) + text(50, 105, "WORK HISTORY", font="F2")
    for y, dates, firm, duties in rows:
        page += text(60, y, dates) + text(150, y, firm) + lines(260, y, duties)
    return page + grid([50, 140, 250, 500], [115, 175, 240], filled=filled) + lines(50, 280, BODY)


def test_cells_of_a_bordered_table_are_read_row_by_row() -> None:
    for filled in (True, False):
        found = texts(read(jobs(filled)))
        start = found.index("WORK HISTORY")
        assert found[start + 1 : start + 7] == [
            "2019 - 2021", "Telvora", " ".join(DUTIES), "2016 - 2018", "Pramen", " ".join(MORE)
        ]  # fmt: skip


def test_titles_in_the_first_cells_stand_over_their_text() -> None:
    page = "".join(
        text(60, y, title, font="F2") + lines(170, y, rows)
        for y, title, rows in [
            (70, "Profile", BODY[:2]),
            (110, "Skills", ["Python, SQL"]),
            (130, "Experience", [*DUTIES, *MORE]),
        ]
    )
    page += grid([50, 160, 545], [55, 95, 115, 220]) + lines(50, 280, BODY)
    found = texts(read(page))
    assert found[found.index("Skills") + 1] == "Python, SQL"
    assert found[found.index("Experience") + 1].startswith(DUTIES[0])


def test_a_frame_with_two_columns_is_no_table() -> None:
    left = ["Python", "SQL", "Git", "Airflow", "Looker", "Excel"]
    page = lines(60, 80, left) + lines(200, 80, BODY)
    found = read(page + grid([50, 190, 580], [60, 400])).text
    assert found.startswith("Python\nSQL\nGit\nAirflow\nLooker\nExcel\nData scientist")


def test_dates_over_several_lines_belong_to_what_stands_beside_them() -> None:
    page = text(50, 60, "Employment history of many years", font="F2", size=14)
    for y, dates, title in (
        (90, ["Mar 2019", "–", "Present"], "Lead Analyst"),
        (170, ["Jan 2016", "–", "Feb 2019"], "Analyst"),
        (250, ["Jun 2014", "–", "Dec 2015"], "Clerk"),
    ):
        page += lines(60, y, dates) + text(150, y + 9, title, font="F2", size=12)
        page += lines(150, y + 24, DUTIES)
    found = texts(read(page + lines(50, 340, BODY)))
    for whole, title in (
        ("Mar 2019 – Present", "Lead Analyst"),
        ("Jan 2016 – Feb 2019", "Analyst"),
        ("Jun 2014 – Dec 2015", "Clerk"),
    ):
        at = found.index(whole)
        assert found[at + 1 : at + 3] == [title, DUTIES[0]]


def test_a_line_that_is_spread_over_its_column_is_one_text() -> None:
    spread = spaced(60, "• Designed a dimensional data model".split())
    cells = spaced(100, "Go R C SQL Git".split())
    found = texts(read(spread + text(62, 73, "in Snowflake.") + cells + lines(50, 150, BODY)))
    assert found[0] == "Designed a dimensional data model"
    assert "Go\tR\tC\tSQL\tGit" in found


def test_short_cells_that_wrap_make_one_line() -> None:
    rows = [
        (80, ["Qualification"], ["University /", "Board"], ["Year of", "Passing"]),
        (110, ["BTech Computer", "Science"], ["Example University"], ["2021"]),
        (140, ["Class XII"], ["State Board"], ["2017"]),
    ]
    page = "".join(
        lines(x, y, cell, step=11)
        for y, *cells in rows
        for x, cell in zip((60, 190, 330), cells, strict=True)
    )
    page += grid([50, 180, 320, 420], [68, 98, 128, 150]) + lines(50, 200, BODY)
    assert texts(read(page))[:3] == [
        "Qualification\tUniversity / Board\tYear of Passing",
        "BTech Computer Science\tExample University\t2021",
        "Class XII\tState Board\t2017",
    ]


def at_right(y: float, words: str) -> str:
    return text(545 - stringWidth(words, "Helvetica", 10), y, words)


def test_a_date_that_is_cut_in_its_cell_is_one() -> None:
    page = text(50, 60, "Lead, Pramen") + at_right(60, "Mar 2022 – Present")
    page += text(50, 120, "Analyst, Telvora") + at_right(120, "Aug 2019 – Feb")
    page += at_right(132, "2022") + text(50, 180, "Clerk, Orsa") + at_right(180, "2016 – 2018")
    page += "".join(lines(50, y, DUTIES) for y in (74, 134, 194))
    found = texts(read(page + lines(50, 290, BODY)))
    assert found[0] == "Lead, Pramen\tMar 2022 – Present"
    assert "Analyst, Telvora\tAug 2019 – Feb 2022" in found


def test_cards_with_titles_are_read_one_by_one() -> None:
    page = lines(50, 60, ["Ana Lima", "Analyst"]) + text(50, 105, "PROJECTS", font="F2")
    cards = [
        [("Kiosk", "2024", "Vue and Django"), ("Buses", "May 2023", "PyTorch")],
        [("Recipes", "2019 - 2020", "Search"), ("Chess", "2018", "Firmware in Rust")],
    ]
    for row, y in zip(cards, (130, 180)):
        for (title, year, told), x in zip(row, (60, 310)):
            page += text(x, y, title, font="F2") + text(x + 120, y, year, font="F2")
            page += text(x, y + 16, told)
    found = texts(read(page + grid([50, 300, 550], [115, 165, 215])))
    assert found[found.index("PROJECTS") + 1 :] == [
        "Kiosk\t2024", "Vue and Django", "Buses\tMay 2023", "PyTorch",
        "Recipes\t2019 - 2020", "Search", "Chess\t2018", "Firmware in Rust",
    ]  # fmt: skip
