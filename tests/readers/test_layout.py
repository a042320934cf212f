"""Characters -> blocks in reading order, on pages that show one difficulty each."""

from __future__ import annotations

import random

import pytest
from pdfs import BODY, HEIGHT, box, lines, pdf, text, wrapped
from reportlab.pdfbase.pdfmetrics import stringWidth

from skillgap.models import Document
from skillgap.readers.pdf import read_pdf

LEFT = ["Python and SQL", "Tableau, Looker", "Statistics", "A/B testing", "Bayesian models", "Git"]
RIGHT = wrapped(
    "Built a forecast for 340 stores with gradient boosting that cut the waste of fresh goods by"
    " a tenth, and ran 46 experiments on prices with the buyers, who learned to read an interval."
    " Wrote the pipelines that collect till data from five systems, two billion rows in all.",
    220,
)
CAPITALS = wrapped(" ".join(RIGHT).upper(), 220)


def read(*contents: str) -> Document:
    return read_pdf(pdf(*contents), "resume.pdf")


def texts(document: Document) -> list[str]:
    return document.text.split("\n")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind.value, document.text[block.span.start : block.span.end])
        for block in document.blocks
    ]


def _in_order(document: Document, *parts: str) -> bool:
    at = 0
    for part in parts:
        at = document.text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


# ---------------------------------------------------------------- columns


@pytest.mark.parametrize("step", [13, 17])
@pytest.mark.parametrize("order", ["left first", "right first", "row by row", "shuffled"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_sidebar_is_read_on_its_own(side: str, order: str, step: float) -> None:
    x, main = (50, 200) if side == "left" else (420, 50)
    bar = [text(x, 120 + step * at, row) for at, row in enumerate(LEFT)]
    run = [text(main, 118 + 13 * at, row) for at, row in enumerate(RIGHT)]
    ops = [*bar, *run]
    if order == "right first":
        ops = [*run, *bar]
    elif order == "row by row":
        ops = [op for pair in zip(run, bar, strict=False) for op in pair] + bar[len(run) :]
    elif order == "shuffled":
        random.Random(3).shuffle(ops)
    document = read(text(50, 60, "Tomas Verner", size=24) + "".join(ops))
    listed, wrapped = "\n".join(LEFT), " ".join(RIGHT)
    parts = ("Tomas Verner", *((listed, wrapped) if side == "left" else (wrapped, listed)))
    assert _in_order(document, *parts)


def test_headings_across_split_the_page() -> None:
    across = "A summary that runs over both of the columns and says so in one long line of text"
    upper = text(50, 80, across) + lines(50, 110, RIGHT) + lines(320, 110, CAPITALS)
    lower = text(50, 250, across.upper()) + lines(50, 280, RIGHT[::-1]) + lines(320, 280, CAPITALS)
    document = read(lower + upper)
    flow = (across, " ".join(RIGHT), " ".join(CAPITALS), across.upper(), RIGHT[-1])
    assert _in_order(document, *flow)
    assert document.text.endswith(" ".join(CAPITALS))


def test_three_columns() -> None:
    columns = [[f"{name} {row}" for row in LEFT] for name in ("one", "two", "three")]
    ops = "".join(lines(50 + 180 * at, 120, rows) for at, rows in enumerate(columns))
    document = read(lines(50, 300, BODY) + ops)
    assert _in_order(document, *(row for column in columns for row in column))


def test_dates_set_right_stay_with_their_line() -> None:
    rows = [("Data Scientist, Acme", "Jan 2020 – Present"), ("Analyst, Bolt", "2017 – 2019")]
    content = ""
    for at, (title, date) in enumerate(rows):
        content += text(50, 100 + 100 * at, title, font="F2") + text(450, 100 + 100 * at, date)
        content += lines(50, 115 + 100 * at, BODY[:3])
    assert [line for line in texts(read(content)) if "\t" in line] == [
        "\t".join(row) for row in rows
    ]


def test_dates_set_right_with_nothing_long_between() -> None:
    content = lines(50, 300, BODY)
    for at in range(6):
        content += text(50, 60 + 30 * at, f"Employer {at}") + text(480, 60 + 30 * at, f"20{at:02d}")
        content += text(50, 73 + 30 * at, "A short line")
    assert texts(read(content))[:3] == ["Employer 0\t2000", "A short line", "Employer 1\t2001"]


def test_dates_beside_a_text_with_a_sidebar_are_no_table() -> None:
    """The sidebar's lines are level with the dates, but its text runs on past them."""
    content = lines(420, 100, LEFT * 3)
    for at in range(3):
        content += text(50, 100 + 78 * at, f"201{at} – 201{at + 1}")
        content += lines(130, 100 + 78 * at, RIGHT[:5])
    document = read(content)
    assert _in_order(document, "2010", "2011", "2012", *LEFT)


def test_a_table_of_skills_keeps_its_rows() -> None:
    rows = [("Languages", "Python, SQL, R"), ("Cloud", "AWS, Azure"), ("Tools", "Git, Jira"),
            ("Methods", "Scrum, Kanban"), ("Spoken", "Czech, English")]  # fmt: skip
    content = "".join(
        text(50, 100 + 14 * at, left) + text(150, 100 + 14 * at, right)
        for at, (left, right) in enumerate(rows)
    )
    document = read(content + lines(50, 300, BODY))
    assert kinds(document)[:5] == [("cell", "\t".join(row)) for row in rows]


@pytest.mark.parametrize(("order", "guessed"), [("columns", 0), ("rows", 0), ("shuffled", 1)])
def test_a_guess_is_told(order: str, guessed: int) -> None:
    sides = [[text(x, 100 + 14 * at, f"Item{at}-{x}") for at in range(6)] for x in (60, 300)]
    ops = sides[0] + sides[1] if order == "columns" else [op for row in zip(*sides) for op in row]
    if order == "shuffled":
        ops = [*ops[:4], *ops[5:12:2], *ops[4:12:2]]
    warned = [warning.code for warning in read("".join(ops) + lines(50, 300, BODY)).warnings]
    assert warned == ["columns-guessed"] * guessed


def test_a_name_beside_an_address() -> None:
    address = ["12 Elm Street", "me@example.com", "+1 555 0100"]
    content = text(50, 72, "Tomas Verner", size=26) + lines(450, 60, address, size=9, step=11)
    document = read(content + lines(50, 140, BODY))
    assert texts(document)[:4] == ["Tomas Verner", *address]


# ---------------------------------------------------------------- words


def test_letter_spacing_is_closed() -> None:
    heading = f"BT /F2 12 Tf 5 Tc 60 {HEIGHT - 60} Td (WORK) Tj 90 0 Td (EXPERIENCE) Tj ET\n"
    wide = f"BT /F2 12 Tf 3 Tc 60 {HEIGHT - 200} Td (SKILLS AND TOOLS) Tj ET\n"
    literal = text(60, 230, "E D U C A T I O N")
    two = text(60, 260, "S I D E   P R O J E C T S")
    document = read(heading + lines(60, 90, BODY) + wide + literal + two)
    assert [words for kind, words in kinds(document) if kind == "heading"] == [
        "WORK EXPERIENCE", "SKILLS AND TOOLS", "EDUCATION", "SIDE PROJECTS",
    ]  # fmt: skip


def test_small_capitals_that_are_spaced() -> None:
    content = f"BT 1.5 Tc 60 {HEIGHT - 60} Td /F2 12 Tf (T) Tj /F2 9.6 Tf (he work) Tj ET\n"
    assert texts(read(content + lines(60, 90, BODY)))[0] == "The work"
    content = f"BT 3 Tc 60 {HEIGHT - 60} Td /F2 12 Tf (T) Tj /F2 9.6 Tf (HE WORK) Tj ET\n"
    assert texts(read(content + lines(60, 90, BODY)))[0] == "THE WORK"
    content = f"BT 60 {HEIGHT - 60} Td /F2 12 Tf (R) Tj /F1 9.6 Tf 3 0 Td ( at Acme) Tj ET\n"
    assert "RAT" not in texts(read(content + lines(60, 90, BODY)))[0].upper()


def test_letter_spacing_that_kerning_closes() -> None:
    spaced = "[(E)-200(D)-200(U)-200(C)-100(A)-20(T)-200(I)-200(O)-200(N)]"
    content = f"BT /F2 12 Tf 60 {HEIGHT - 60} Td {spaced} TJ ET\n"
    assert texts(read(content + lines(60, 90, BODY)))[0] == "EDUCATION"


def test_spaces_come_back_from_gaps() -> None:
    kerned = "[(Data)-250(scien)-20(tist)-320(at)-220(A)80(cme)]"
    placed = "".join(text(60 + 40 * at, 100, word) for at, word in enumerate(["Python", "Spark"]))
    document = read(
        f"BT /F1 10 Tf 60 {HEIGHT - 80} Td {kerned} TJ ET\n" + placed + lines(60, 200, BODY)
    )
    assert texts(document)[0] == "Data scientist at Acme"
    assert texts(document)[1] == "Python Spark"


def test_letters_placed_one_by_one() -> None:
    widths = {"s": 5.0, "i": 2.22, "l": 2.22, " ": 2.78, "k": 5.0, "n": 5.56, "o": 5.56}
    x, content = 60.0, ""
    for letter in "skills no skill":
        if letter != " ":
            content += text(x, 60, letter)
        x += widths[letter]
    assert texts(read(content + lines(60, 100, BODY)))[0] == "skills no skill"


def test_bold_by_painting_twice() -> None:
    twice = text(60, 60, "Tomas Verner") + text(60.3, 60, "Tomas Verner")
    assert texts(read(twice + lines(60, 100, BODY)))[0] == "Tomas Verner"


def test_turned_text_does_not_mix_in() -> None:
    turned = f"BT /F1 10 Tf 0 1 -1 0 40 {HEIGHT - 160} Tm (CURRICULUM VITAE) Tj ET\n"
    document = read(turned + lines(60, 100, BODY))
    assert texts(document) == [" ".join(BODY), "CURRICULUM VITAE"]
    where = document.blocks[-1].box
    assert where is not None and where.x1 - where.x0 < 15 and where.y1 - where.y0 > 60


@pytest.mark.parametrize("up", [True, False])
@pytest.mark.parametrize("at", ["top", "middle", "end"])
def test_turned_titles_stand_over_what_is_beside_them(at: str, up: bool) -> None:
    parts = [(100, 5, "WORK"), (220, 4, "SCHOOL"), (330, 6, "SKILLS")]
    content = text(60, 60, "Tomas Verner")
    for top, number, title in parts:
        content += "".join(text(100, top + 14 * row, f"{title} {row}.") for row in range(number))
        long, tall = stringWidth(title, "Helvetica", 12), 14 * (number - 1) + 10
        first = top - 8 + {"top": 0.0, "middle": (tall - long) / 2, "end": tall - long}[at]
        matrix = f"0 1 -1 0 80 {HEIGHT - first - long}" if up else f"0 -1 1 0 70 {HEIGHT - first}"
        content += f"BT /F1 12 Tf {matrix} Tm ({title}) Tj ET\n"
    rows = [row for _, _, title in parts for row in (title, f"{title} 0.")]
    assert [line[: len(row)] for line, row in zip(texts(read(content))[1:], rows)] == rows


def test_turned_words_that_are_no_titles() -> None:
    content = lines(100, 100, BODY)
    for at, word in ((100, "Oslo"), (130, "Bergen")):
        content += f"BT /F1 8 Tf 0 1 -1 0 80 {HEIGHT - at} Tm ({word}) Tj ET\n"
    assert texts(read(content))[0] == " ".join(BODY)


def test_a_job_that_is_not_over_ends_its_line() -> None:
    content = ""
    for at, (title, dates, told) in enumerate(
        [("Clerk, Acme", "Oct 2022 –", "Filed."), ("Porter, Beta", "May 2019 –", "Carried.")]
    ):
        content += text(60, 60 + 40 * at, title) + text(480, 60 + 40 * at, dates)
        content += text(60, 74 + 40 * at, told)
    assert texts(read(content))[1::2] == ["Filed.", "Carried."]


def test_a_year_that_touches_the_next_cell() -> None:
    content = text(60, 60, "Nov 2019 - Mar 2022")
    end = 60 + stringWidth("Nov 2019 - Mar 2022", "Helvetica", 10)
    document = read(content + text(end + 0.6, 60, "Leeds") + lines(60, 100, BODY))
    assert texts(document)[0] == "Nov 2019 - Mar 2022 Leeds"
    assert texts(read(text(60, 60, "ISO 2022KR")))[0] == "ISO 2022KR"


def test_an_end_that_wrapped_in_its_narrow_column() -> None:
    content = text(60, 60, "Engineer") + text(460, 60, "Feb 2020 - Oct")
    content += text(74, 74, "Modules for Acme") + text(460, 74, "2022")
    assert texts(read(content))[0] == "Engineer\tFeb 2020 - Oct 2022"


def test_dates_of_two_lines_with_words_in_them() -> None:
    content, y = "", 60
    for title, rows in (
        ("EXPERIENCE", [("Since May 2023", "(part-time)"), ("Jan 2018 -", "Apr 2023")]),
        ("EDUCATION", [("Terms 1 and 2,", "2017"), ("2010 - 2013", "")]),
    ):
        content += f"BT /F2 12 Tf 60 {HEIGHT - y} Td ({title}) Tj ET\n"
        for first, second in rows:
            y += 24
            content += text(60, y, first) + text(150, y, "Clerk, Acme Ltd of Leeds and Hull")
            y += 14
            content += text(60, y, second) + text(150, y, "Filed all papers.")
        y += 30
    found = texts(read(content))
    assert found == [
        "EXPERIENCE",
        "Since May 2023 (part-time)\tClerk, Acme Ltd of Leeds and Hull Filed all papers.",
        "Jan 2018 - Apr 2023\tClerk, Acme Ltd of Leeds and Hull Filed all papers.",
        "EDUCATION",
        "Terms 1 and 2, 2017\tClerk, Acme Ltd of Leeds and Hull Filed all papers.",
        "2010 - 2013\tClerk, Acme Ltd of Leeds and Hull Filed all papers.",
    ]  # fmt: skip


def test_two_years_one_over_the_other_beside_a_job() -> None:
    content = ""
    for at, (first, second) in enumerate([("2021", "2018"), ("2017", "2016"), ("2015", "2012")]):
        y = 60 + 50 * at
        content += text(60, y, first) + text(60, y + 13, second)
        content += text(110, y, "Clerk, Acme") + text(110, y + 14, "Filed.")
    assert texts(read(content)) == [
        f"{years}\tClerk, Acme Filed." for years in ("2021 2018", "2017 2016", "2015 2012")
    ]
    rows = ["2021", "2018", "2017", "2012"]
    content = "".join(
        text(60, 60 + 13 * at, year) + text(110, 60 + 13 * at, f"Clerk, Acme {'IKLM'[at]}")
        for at, year in enumerate(rows)
    )
    assert [line[:4] for line in texts(read(content))] == rows


# ---------------------------------------------------------------- blocks


def test_a_break_that_is_meant() -> None:
    rows = [*BODY[:2], "Short end.", *BODY[2:]]
    document = read(lines(60, 60, rows))
    assert texts(document) == [" ".join(rows[:3]), " ".join(rows[3:])]


def test_lists() -> None:
    marks = ["\x95", "-", "*", "\x96", "o"]
    content = ""
    for at, mark in enumerate(marks):
        glyph = mark.encode("latin-1").decode("cp1252")
        content += text(60, 60 + 30 * at, glyph) + lines(74, 60 + 30 * at, BODY[2:4])
    document = read(content)
    assert kinds(document) == [("bullet", " ".join(BODY[2:4]))] * len(marks)


def test_marks_within_the_line_and_drawn_ones() -> None:
    one = text(60, 60, "\u2022 " + BODY[0]) + text(60, 80, "\u2022" + BODY[1])
    drawn = "".join(box(61, 116 + 20 * at, 3, 3, "0 g") + text(72, 120 + 20 * at, row)
                    for at, row in enumerate(BODY[2:]))  # fmt: skip
    assert kinds(read(one + drawn)) == [("bullet", row) for row in BODY]


def test_a_dingbat_mark() -> None:
    content = "".join(
        text(60, 60 + 14 * at, "n", font="F4", size=6) + text(72, 60 + 14 * at, row)
        for at, row in enumerate(BODY)
    )
    assert kinds(read(content)) == [("bullet", row) for row in BODY]


def test_separators_are_no_marks() -> None:
    contact = "Brno \u2022 me@example.com \u2022 +1 555 0100"
    assert kinds(read(text(60, 60, contact) + lines(60, 100, BODY)))[0] == ("paragraph", contact)


def test_headings_stand_out() -> None:
    content = (
        text(60, 40, "Tomas Verner", size=22) + text(60, 70, "Experience", font="F2")
        + lines(60, 84, BODY) + text(60, 170, "EDUCATION") + lines(60, 184, BODY)
    )  # fmt: skip
    assert [kind for kind, _ in kinds(read(content))] == [
        "heading", "heading", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


def test_an_acronym_at_the_end_of_a_list_is_no_heading() -> None:
    items = lines(60, 60, ["Figma", "Adobe XD", "HTML/CSS"], step=18)
    found = kinds(read(items + text(60, 160, "Education", font="F2") + lines(60, 175, BODY)))
    assert found[2] == ("paragraph", "HTML/CSS")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("LANGUAGES &", "LIBRARIES"),
        ("Certificates and", "Continuing Education"),
        ("Methods, Tools,", "Frameworks"),
        ("Tools /", "Platforms"),
    ],
)
@pytest.mark.parametrize(("size", "font"), [(14, "F1"), (10, "F2")])
def test_a_heading_on_two_lines(first: str, second: str, size: float, font: str) -> None:
    heading = text(50, 120, first, size=size, font=font)
    heading += text(50, 120 + 1.2 * size, second, size=size, font=font)
    document = read(heading + lines(50, 160, LEFT) + lines(230, 120, [*RIGHT, *RIGHT]))
    assert kinds(document)[0] == ("heading", f"{first} {second}")


def test_headings_one_under_the_other_stay_two() -> None:
    heading = text(60, 60, "Senior Analyst", font="F2") + text(60, 73, "Pramen Retail", font="F2")
    capitals = text(60, 200, "SKILLS AND") + text(60, 213, "Python, and more of the same kind")
    found = kinds(read(heading + lines(60, 90, BODY) + capitals))
    assert found[:2] == [("heading", "Senior Analyst"), ("heading", "Pramen Retail")]
    assert found[3][1].startswith("SKILLS AND")


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("a team for research and develop-", "ment of tools", "development of tools"),
        ("the habits of a strictly data-", "driven company", "data-driven company"),
        ("plenty of work on machine learn-", "ing systems", "learning systems"),
        ("a group that is known for front-", "end work there", "front-end work"),
        ("most of it for the office in New-", "York and Boston", "New-York and"),
        ("and then for many years a pro-", "gram for tests", "program for tests"),
        ("more of it at linkedin.com/in/ana-", "lima and elsewhere", "in/ana-lima"),
    ],
)
def test_words_cut_at_the_end_of_a_line(before: str, after: str, joined: str) -> None:
    rows = ["Worked for the longest time on program matters that", before, after]
    assert joined in read(lines(60, 60, rows) + lines(60, 200, BODY)).text


def test_a_soft_hyphen_goes() -> None:
    rows = ["Has led a research group in the field of compu\xad", "tational biology for years"]
    assert "computational" in read(lines(60, 60, rows) + lines(60, 200, BODY)).text


def test_accents_set_apart() -> None:
    content = f"BT /F1 10 Tf 60 {HEIGHT - 60} Td [(R\xb4)333(esum\xb4)333(e)] TJ ET\n"
    assert read(content + lines(60, 100, BODY)).text.startswith("Résumé")


# ---------------------------------------------------------------- pages


def test_furniture_leaves_the_text() -> None:
    pages = [
        text(60, 30, "Tomas Verner, resume")
        + lines(60, 100, BODY)
        + text(280, 820, f"Page {n} of 2")
        for n in (1, 2)
    ]
    document = read(*pages)
    assert [kind for kind, _ in kinds(document)] == ["paragraph"] * 2 + ["furniture"] * 4
    assert texts(document)[0] == " ".join(BODY)


def test_a_paragraph_runs_on_over_the_page() -> None:
    document = read(lines(60, 700, BODY[:3]), lines(60, 60, BODY[3:] + BODY))
    assert texts(document)[0] == " ".join(BODY + BODY)


def test_columns_by_css() -> None:
    weasyprint = pytest.importorskip("weasyprint")
    words = " ".join(f"{at}word" for at in range(400))
    html = f"<h1>Name</h1><div style='columns:2;column-gap:14pt;text-align:justify'>{words}</div>"
    document = read_pdf(weasyprint.HTML(string=html).write_pdf(), "css.pdf")
    assert " ".join(document.text.split()) == f"Name {words}"


def test_a_table_of_codes_within_the_file() -> None:
    weasyprint = pytest.importorskip("weasyprint")
    html = "<p>💼 Where I have worked</p>"  # a sign that no font has
    document = read_pdf(weasyprint.HTML(string=html).write_pdf(), "sign.pdf")
    assert "Where I have worked" in document.text
