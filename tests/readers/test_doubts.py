"""Warnings and quality: what makes a text doubtful, and that the documentation knows every code."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest
from pdfs import BODY, lines, pdf

from skillgap import errors
from skillgap.models import Limits, Quality
from skillgap.readers import read, read_bytes
from skillgap.readers.language import foreign_language
from skillgap.readers.pdf import read_pdf

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "skillgap"
DOCS = (ROOT / "docs" / "reading.md").read_text("utf-8")
LANGUAGES = sorted((ROOT / "tests" / "data" / "languages").glob("*.txt"))


def rows(title: str) -> list[list[str]]:
    """The cells of the first table under a heading of docs/reading.md."""
    match = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", DOCS, re.M | re.S)
    assert match, title
    table = re.search(r"(?:^\|.*\n)+", match[1], re.M)
    assert table, title
    return [line.strip("| ").split(" | ") for line in table[0].splitlines()[2:]]


def codes(title: str) -> set[str]:
    return {row[0].strip("`") for row in rows(title)}


# ---------------------------------------------------------------- languages


def test_many_languages_are_at_hand() -> None:
    assert len(LANGUAGES) >= 20


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_a_resume_in_another_language_is_told(path: Path) -> None:
    document = read(path)
    (warning,) = [w for w in document.warnings if w.code == "other-language"]
    assert f"in {path.stem}" in warning.message
    assert document.quality is Quality.DOUBTFUL


SHORT = {
    "German": """Anna Beispiel
        anna@example.com, Berlin
        Berufserfahrung
        Entwicklerin, Beispiel GmbH, 2019 - 2023
        Kenntnisse
        Python, SQL, Docker""",
    "French": """Paul Exemple
        EXPÉRIENCE PROFESSIONNELLE
        Développeur, Exemple SA, Lyon, 2019-2023
        COMPÉTENCES :
        Python, SQL""",
    "Spanish": "Eva Ejemplo\nExperiencia laboral\nAnalista, 2019\nIdiomas\nInglés, alemán",
    "Swedish": "Eva Exempel\nUtbildning\nKTH, 2019\nSpråk\nSvenska, engelska",
    "": "Ann Example\nExperience\nTeacher, Formation\nFormation\nSkills\nPython, German (Deutsch)",
}


@pytest.mark.parametrize("language", SHORT)
def test_a_short_resume_is_told_by_its_headings(language: str) -> None:
    assert foreign_language(SHORT[language]) == language
    in_english = "\n" + "Built that with the team for the bank. " * 9
    assert foreign_language(SHORT[language] + in_english) == ""


ENGLISH = {
    "foreign names": """Dr. Jürgen von der Leitner, Straße des 17. Juni 12, München
        Postdoc, Universität für Bodenkultur, Wien, and Institut für Informatik der TU Graz
        Researcher, Centre de recherche en informatique de Lens, then Rua das Flores, Porto
        Analyst, Banco de la Nación, Plaza de Mayo, Buenos Aires; Casa de la Moneda, Santiago
        Volunteer, Médecins Sans Frontières; member of the Verein der Freunde und Förderer
        Studied at Universidad de los Andes and at the Politecnico di Milano
        Built models in Python, taught statistics, wrote reports with the team""",
    "a list of skills": "Python SQL R Java Docker Kubernetes AWS Azure Terraform Airflow Spark "
    "Kafka Tableau pandas NumPy scikit-learn PyTorch TensorFlow Keras MLflow DVC Git Jenkins "
    "Ansible Redis MongoDB PostgreSQL MySQL Oracle Snowflake Databricks Looker Excel Power BI "
    "Jira Confluence Scrum Kanban Linux Bash Go Rust Scala Hadoop Hive Flink Beam dbt Prefect",
    "some German titles": """Leiter der Abteilung Datenanalyse, Bank für Sozialwirtschaft
        Led a team of nine and built the platform with them; reported to the board each month.
        Werkstudent im Institut für Statistik: surveys in R, and teaching for the first years.
        Moved the reports from spreadsheets to a warehouse that the whole house now uses.""",
    "words that languages share": "I do data on demand in an era of men and me, as at hand. " * 8,
}  # fmt: skip


@pytest.mark.parametrize("name", ENGLISH)
def test_english_is_not_told(name: str) -> None:
    assert foreign_language(ENGLISH[name]) == ""


def test_samples_and_gold_are_in_english() -> None:
    paths = [*ROOT.glob("samples/gold/*/*.txt"), *ROOT.glob("samples/resumes/*.pdf")]
    assert len(paths) > 50
    assert [path.name for path in paths if foreign_language(read(path).text)] == []


# ---------------------------------------------------------------- letters that a font mixes up


def shifted(text: str, by: int = 29) -> str:
    """As text comes out of a subset font that does not say which letter is which."""
    return "".join(chr(ord(c) - by) if c.isalpha() else c for c in text)


def test_letters_that_make_no_text_are_not_scored() -> None:
    whole = read_pdf(pdf(lines(60, 60, [shifted(row) for row in BODY])), "a.pdf")
    assert whole.quality is Quality.UNREADABLE
    assert any(w.code == "broken-font" for w in whole.warnings)
    sound = "".join(lines(60, 300 + 100 * at, BODY).replace("/F1", "/F3") for at in range(4))
    part = read_pdf(pdf(lines(60, 60, [shifted(row) for row in BODY]) + sound), "b.pdf")
    assert part.quality is Quality.DOUBTFUL
    assert read_pdf(pdf(sound), "c.pdf").quality is Quality.GOOD


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_other_languages_are_no_nonsense(path: Path) -> None:
    from skillgap.readers.pdf.trust import _is_nonsense

    assert not _is_nonsense(path.read_text("utf-8"))


# ---------------------------------------------------------------- the documentation


def _warning_codes() -> set[str]:
    """The first argument of every `Warning` in the source, but where one is only passed on."""
    found: set[str] = set()
    for path in set(SOURCE.rglob("*.py")) - {SOURCE / "isolation" / "wire.py"}:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Warning":
                assert isinstance(node.args[0], ast.Constant), path
                found.add(str(node.args[0].value))
    return found


def test_every_warning_is_documented() -> None:
    found = _warning_codes()
    assert len(found) >= 12
    assert codes("Warnings") == found


def test_every_code_of_an_unreadable_file_is_documented() -> None:
    told = set(re.findall(r"`([a-z]+)`", errors.UnreadableError.__doc__ or ""))
    raised = {
        code
        for folder in ("readers", "isolation")
        for path in (SOURCE / folder).rglob("*.py")
        for code in re.findall(r'code="([a-z]+)"', path.read_text("utf-8"))
    }
    assert len(told) >= 13 and len(raised) >= 10
    assert codes("When a file cannot be read") == told | raised


def test_every_limit_is_documented() -> None:
    defaults = {row[0].strip("`").replace("-", "_"): row[1] for row in rows("Limits")}
    known = {field.name: f"{field.default:,g}" if isinstance(field.default, float)
             else f"{field.default:,}" for field in fields(Limits)}  # fmt: skip
    assert defaults == known


def test_limits_hold_for_every_format() -> None:
    text = ("Skills\n" + " ".join(BODY)).encode()
    page = pdf(lines(60, 60, BODY))
    for limits, data in ((Limits(bytes=100), text), (Limits(characters=100), text),
                         (Limits(bytes=100), page), (Limits(characters=100), page)):  # fmt: skip
        with pytest.raises(errors.UnreadableError) as caught:
            read_bytes(data, "resume", limits=limits)
        assert caught.value.code == "limit" and caught.value.mend
    assert read_bytes(text, "resume", limits=Limits(bytes=10_000)).text
