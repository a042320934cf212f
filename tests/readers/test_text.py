"""Plain text: encodings, list signs, headings, cells, wrapped lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from skillgap.models import BlockKind, Document, Quality
from skillgap.readers import read_bytes

DEV = Path(__file__).resolve().parents[2] / "samples" / "gold" / "dev"
MARK = re.compile(r"\{\{(?:![a-z-]+ )?[a-z0-9-]+\??\|([^{}|]+)\}\}")
H, P, B, C = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.CELL


def read(text: str | bytes) -> Document:
    return read_bytes(text.encode() if isinstance(text, str) else text, "resume.txt")


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    document = read(text)
    return [(b.kind, document.text[b.span.start : b.span.end]) for b in document.blocks]


def texts(text: str) -> list[str]:
    return [words for _, words in blocks(text)]


def annotated(name: str) -> list[str]:
    (path,) = DEV.glob(f"{name}-*.txt")
    return texts(MARK.sub(r"\1", path.read_text("utf-8")))


NAMES = "Zoë Müller – “Datenanalyse”"


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("utf-32", False),
     ("utf-16-le", True), ("utf-16-be", True), ("cp1252", True)],
)  # fmt: skip
def test_encodings(encoding: str, guessed: bool) -> None:
    document = read(f"{NAMES}\r\n\r\n{'Word after word. ' * 30}".encode(encoding))
    assert document.text.startswith(NAMES)
    assert ("encoding-guessed" in {w.code for w in document.warnings}) is guessed
    assert document.quality is Quality.GOOD


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_text_that_was_encoded_twice_is_mended(encoding: str) -> None:
    lines = "• Built a dashboard – weekly\n• Ran the £20 shop’s stock count\n▪ Read on"
    document = read(
        f"Zoë Müller\n\n{'Word after word. ' * 30}\n\n{lines}".encode().decode(encoding)
    )
    assert "£20 shop’s" in document.text
    assert [block.kind for block in document.blocks][-3:] == [B, B, B]


def test_letters_with_accents_are_no_broken_encoding() -> None:
    assert "Â£ Ã± â€¢" in read(f"{'Word after word. ' * 30} Â£ Ã± â€¢ " + "äöüßéèêñ" * 9).text


def test_an_encoding_that_does_not_fit_is_doubtful() -> None:
    russian = read(("Аналитик данных, Python. " * 20).encode("cp1251"))
    assert russian.quality is Quality.DOUBTFUL
    flawed = read(("Datenanalyse für Züge. " * 20).encode() + b"\xc3")
    assert flawed.text.startswith("Datenanalyse für") and flawed.quality is Quality.DOUBTFUL


@pytest.mark.parametrize(
    "sign",
    ["•", "-", "*", "–", "—", "▪", "◦", "‣", "◆", ">", "+", "--", "1)", "2.", "(3)", "[4]", "✓"],
)
def test_list_signs_are_left_out(sign: str) -> None:
    assert blocks(f"Jobs\n{sign} Built pipelines\n{sign} Wrote reports") == [
        (P, "Jobs"), (B, "Built pipelines"), (B, "Wrote reports")]  # fmt: skip


def test_rare_signs_need_company() -> None:
    assert blocks("o one thing\no another") == [(B, "one thing"), (B, "another")]
    assert blocks("o one thing\nand more") == [(P, "o one thing"), (P, "and more")]
    assert blocks("ñ one thing\nñ   another") == [(B, "one thing"), (B, "another")]  # Wingdings
    assert blocks(".NET and C#\n.NET again") == [(P, ".NET and C#"), (P, ".NET again")]


def test_a_sign_on_a_line_of_its_own() -> None:
    assert blocks("•\nBuilt pipelines\n•\nWrote reports") == [
        (B, "Built pipelines"), (B, "Wrote reports")]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Experience\n----------\nAcme", "Experience\n==========\n\nAcme", "## Experience\nAcme",
     "*** Experience ***\nAcme", "=== Experience ===\n\nAcme", "[ Experience ]\nAcme",
     "======\nExperience\n======\nAcme"],
)  # fmt: skip
def test_headings_by_form(text: str) -> None:
    assert blocks(text) == [(H, "Experience"), (P, "Acme")]


def test_headings_in_capitals() -> None:
    assert blocks("EXPERIENCE\nAcme, Oslo\n\nSKILLS\nSQL\nAWS") == [
        (H, "EXPERIENCE"), (P, "Acme, Oslo"), (H, "SKILLS"), (P, "SQL"), (P, "AWS")]  # fmt: skip


def test_small_headings_need_company() -> None:
    text = "experience\nAcme, Oslo\n\nsoft side\nI listen\n\nlast words"
    assert [kind for kind, _ in blocks(text)] == [H, P, H, P, P]
    alone = [kind for kind, _ in blocks("python\n\nsql\n\ntableau\n\nExcel")]
    assert alone == [P, P, P, P]


def test_headings_in_plain_words_need_company() -> None:
    text = "Ada Lo\n\nExperience\nI write Python.\n\nRather not\nPHP, evenings\n\nSkills\nSQL"
    assert [text for kind, text in blocks(text) if kind is H] == [
        "Experience",
        "Rather not",
        "Skills",
    ]
    job = text.replace("Rather not\nPHP, evenings", "Larkspur Bikes\nBuyer of spokes\n2019 - 2021")
    assert H not in [kind for kind, text in blocks(job) if text == "Larkspur Bikes"]
    few = "Ada Lo\n\nRather not\nPHP, evenings\n\nBuyer of spokes\nSQL"
    assert H not in [kind for kind, _ in blocks(few)]


def test_wide_gaps_and_leaders_part_cells() -> None:
    assert blocks("Acme, Engineer      2019 – 2021") == [(P, "Acme, Engineer\t2019 – 2021")]
    assert blocks("Python\tSQL\nExcel  \t R") == [(C, "Python\tSQL"), (C, "Excel\tR")]
    assert blocks("Imaging ........ OpenCV") == [(P, "Imaging\tOpenCV")]
    assert texts("KYC     GRC (Archer)  CCPA") == ["KYC\tGRC (Archer)\tCCPA"]
    assert texts("One sentence.  Another one.") == ["One sentence. Another one."]


WRAPPED = """\
Analyst with ten years in banks and insurance companies, most of them in
Norway. I write Python and SQL, and I explain what came out of it to the
people who asked.
"""


def test_wrapped_lines_are_joined() -> None:
    (only,) = texts(WRAPPED)
    assert "most of them in Norway. I write" in only and only.endswith("people who asked.")
    assert texts(WRAPPED + "\nNext paragraph.")[1] == "Next paragraph."


def test_lines_that_would_have_fitted_are_units() -> None:
    text = WRAPPED + "\nSKILLS\nPython\nSQL\nPower BI\nLanguages: Java, Go\nTools: Git, Docker"
    assert texts(text)[2:] == [
        "Python",
        "SQL",
        "Power BI",
        "Languages: Java, Go",
        "Tools: Git, Docker",
    ]


def test_an_address_in_small_letters_is_no_wrapped_line() -> None:
    contact = "Junior prompt engineer and content specialist\nben@example.com"
    lines = ["Wrote 60 prompts for property descriptions and summaries", "Scored 3,000 outputs"]
    assert texts(f"Ben Harlow\n{contact}\n\n" + "\n".join(lines))[-2:] == lines


def test_a_plus_or_a_stray_comma_ends_a_list() -> None:
    certificates = (
        "Certifications: CISSP (2023), AWS Solutions Architect, AZ-500, CompTIA Security+"
    )
    databases = "Databases: Oracle 19c, PostgreSQL 15, MongoDB Atlas, Redis 7, Elasticsearch,"
    lines = [certificates, databases, "Tools: Git, Docker"]
    assert texts(WRAPPED + "\n\n" + "\n".join(lines))[1:] == lines


def test_deeds_without_signs_stay_alone() -> None:
    """Items below one another, one of them as wide as the page."""
    items = [
        "Introduced confidence labels with the research group and the writers of the help pages",
        "Ran eighty interviews in four towns of the north and the west",
        "Built the component library that three other groups of the firm now use day by day",
        "Wrote the guide",
    ]
    assert texts(WRAPPED + "\n\n" + "\n".join(items))[1:] == items


def test_a_title_behind_a_sentence_stays_alone() -> None:
    lines = "Trained for ten days at the mill on the north road, near the town.\nCompany Details"
    assert texts(WRAPPED + "\n\n" + lines)[1:] == lines.split("\n")


def test_titles_addresses_and_dates_stay_alone() -> None:
    text = WRAPPED + (
        "\nSenior analyst of the operations of the north, 2019 – 2021\nled a team of five"
        "\n\nHauptstraße 12 in the city of Trondheim, Norway, tel. +47 555 0122 33\nana@example.com"
        "\nlinkedin.com/in/ana"
    )
    assert texts(text)[1:] == [
        "Senior analyst of the operations of the north, 2019 – 2021",
        "led a team of five",
        "Hauptstraße 12 in the city of Trondheim, Norway, tel. +47 555 0122 33",
        "ana@example.com",
        "linkedin.com/in/ana",
    ]


def test_hanging_indents() -> None:
    text = (
        "- Built a model for\n  Norway\n- Second\n     and its end\n"
        "Languages:    Python, SQL,\n              Java"
    )
    assert texts(text) == [
        "Built a model for Norway",
        "Second and its end",
        "Languages:\tPython, SQL, Java",
    ]


def test_words_cut_at_the_line_end() -> None:
    text = (
        WRAPPED
        + "\nI have led the maintenance of decision-support systems for the well-\nknown bank."
    )
    assert "the well-known bank" in texts(text)[1]


def test_strong_text_loses_its_stars() -> None:
    document = read("**Acme, Engineer**\nsome __bold__ words")
    assert document.text == "Acme, Engineer\nsome bold words"
    assert [block.bold for block in document.blocks] == [True, False]


def test_long_lines_and_long_words_take_no_time() -> None:
    for filler in (
        "a",
        "- ",
        ". ",
        "*",
        "(",
        "|",
        "1) ",
        "=",
        "\t",
        " ",
        "- \n",
        "....",
        "**a",
        "A.A",
    ):
        read("Ana Lima\n" + filler * (200_000 // len(filler)) + "\nend")


def test_annotated_resumes_keep_their_units() -> None:
    """A few joins and breaks in real hard-wrapped resumes, where they are easy to get wrong."""
    a01, a04, a08, a11 = (annotated(name) for name in ("a01", "a04", "a08", "a11"))
    assert "Python 3.11, SQL, PyTorch/TensorFlow, scikit-learn, NumPy, MLflow, Git, Linux" in a01
    assert "Currently learning: Rust" in a01 and "B.A. in Economics, Grinnell College, 2016" in a01
    assert "Frameworks: JAX/Flax, PyTorch, Gymnasium, Weights & Biases" in a04
    assert any(t.endswith("for the release.") and t.startswith("Proposed an") for t in a04)
    assert any("Git, Google Sheets, Jira" in text for text in a08)
    assert any(text.endswith("neural nets, web scraping") for text in a11)
    assert any("GitHub / Tableau (beginner)" in text for text in a11)
    b07, b12, b14 = (annotated(name) for name in ("b07", "b12", "b14"))
    assert any("sound like a hardware store" in text for text in b07)
    assert any("course on artificial intelligence used" in text for text in b12)
    assert "60 covers, two services, seven cooks." in b14
