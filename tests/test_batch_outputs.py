"""What comes out of a store: files, rankings, teams. Resumes and their names are hostile."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from batches import ROLE, fill, make_folder
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from running import ROOT, assert_fails, skillgap

from skillgap import MissingExtraError, Taxonomy, UsageError
from skillgap.batch import answers, table
from skillgap.batch.engines import EngineName, engine_of
from skillgap.batch.likeness import alike
from skillgap.batch.outputs import OUTPUTS, check_output, write_output
from skillgap.batch.page import render_team_page
from skillgap.batch.store import Store

# Names that files can have, each an attack on one of the outputs.
HOSTILE = (
    "=cmd|' calc'!A0.txt", "+1.txt", "-2.txt", "@sum.txt", "\t=tab.txt", "\r=return.txt",
    "<script>alert(1)<.txt", "| a | b |.txt", "[x](javascript:alert(1)).txt", "\x1b[31mred.txt",
    "two\nlines.txt", "right\u202etxt.pdf.txt", "  spaces.txt",
)  # fmt: skip
BYTES = b"not \xff utf-8.txt"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, taxonomy: Taxonomy) -> Iterator[Store]:
    """The resumes, files with hostile names (one resume each), and two that cannot be read."""
    place = tmp_path_factory.mktemp("hostile")
    folder = make_folder(place / "resumes")
    text = (folder / "ben.txt").read_text()
    for number, name in enumerate(HOSTILE):
        try:
            (folder / name).write_text(f"{text}\nNumber {number}\n")
        except OSError:
            pytest.skip(f"this system has no file {name!r}")
    (Path(str(folder).encode().decode()) / BYTES.decode("utf-8", "surrogateescape")).write_text(
        text + "\nBytes\n"
    )
    (folder / "=broken.pdf").write_bytes(b"%PDF-1.7\n\0\0")
    (folder / "empty.txt").write_bytes(b"")
    with Store(place / "results.sqlite") as opened:
        fill(opened, taxonomy, folder)
        yield opened


COUNT = 4 + len(HOSTILE) + 1


def written(store: Store, taxonomy: Taxonomy, path: Path) -> Path:
    write_output(store, taxonomy, (ROLE,), path)
    return path


def test_csv_holds_no_formula(store: Store, taxonomy: Taxonomy, tmp_path: Path) -> None:
    path = written(store, taxonomy, tmp_path / "r.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == COUNT + 2
    assert tuple(rows[0]) == tuple(table.COLUMNS)
    for row in rows:
        for name, cell in row.items():
            numeric = table.COLUMNS[name] is not str
            assert numeric or not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
            assert not re.search(r"[\x00-\x1f\x7f]", cell)
    assert {row["reason_code"] for row in rows} == {"", "damaged", "empty"}
    best = rows[0]
    assert best["source"].endswith("ada.txt")
    assert best["rank"] == "1"


@given(st.text())
def test_no_text_becomes_a_formula(text: str) -> None:
    cell = table.defused(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", cell)
    buffer = io.StringIO()
    csv.writer(buffer).writerow([cell])
    assert next(csv.reader([buffer.getvalue()])) == [cell]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "＝1"])
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert table.defused(text).startswith("'")
    assert table.defused("plain = text") == "plain = text"


def test_json_lines_hold_to_their_schema(store: Store, taxonomy: Taxonomy, tmp_path: Path) -> None:
    path = written(store, taxonomy, tmp_path / "r.jsonl")
    schemas = [json.loads((ROOT / "docs" / name).read_text("utf-8"))
               for name in ("batch.schema.json", "analyze.schema.json")]  # fmt: skip
    registry = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in schemas)
    validator = Draft202012Validator(schemas[0], registry=registry)
    records = [json.loads(line) for line in path.read_text("ascii").splitlines()]
    assert len(records) == COUNT + 2
    for record in records:
        assert [error.message for error in validator.iter_errors(record)] == []
        if record["report"]:
            assert record["report"]["resume"]["source"] == record["source"]
            assert [role["id"] for role in record["report"]["roles"]] == [ROLE]
    assert [r["source"] for r in records] == sorted(r["source"] for r in records)
    assert len({r["source"] for r in records}) == COUNT + 2


def test_an_excel_sheet_holds_texts(store: Store, taxonomy: Taxonomy, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = written(store, taxonomy, tmp_path / "r.xlsx")
    sheet = openpyxl.load_workbook(path).active
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == list(table.COLUMNS)
    assert len(rows) == 1 + COUNT + 2
    kinds = {cell.data_type for row in rows for cell in row}
    assert kinds == {"s", "n"}  # no "f": a formula
    sources = {row[0].value.rsplit("/", 1)[-1] for row in rows[1:]}
    assert "=broken.pdf" in sources
    assert all(row[0].quotePrefix for row in rows[1:])
    again = tmp_path / "again.xlsx"
    assert written(store, taxonomy, again).read_bytes() == path.read_bytes()


def test_parquet_has_typed_columns(store: Store, taxonomy: Taxonomy, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    found = parquet.read_table(written(store, taxonomy, tmp_path / "r.parquet"))
    assert found.column_names == list(table.COLUMNS)
    kinds = {field.name: str(field.type) for field in found.schema}
    assert (kinds["source"], kinds["coverage"], kinds["rank"]) == ("string", "double", "int32")
    assert found.num_rows == COUNT + 2


def test_markdown_keeps_its_tables(store: Store, taxonomy: Taxonomy, tmp_path: Path) -> None:
    from markdown_it import MarkdownIt

    text = written(store, taxonomy, tmp_path / "r.md").read_text("utf-8")
    html = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    assert html.count("<table>") == 2
    assert html.count("<tr>") == 1 + COUNT + 1 + 2
    assert "<script" not in html
    assert "<a " not in html
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_html_shows_texts_as_texts(store: Store, taxonomy: Taxonomy, tmp_path: Path) -> None:
    text = written(store, taxonomy, tmp_path / "r.html").read_text("utf-8")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;.txt" in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.count("<script>") == 1
    assert "Roles by candidates" in text
    team = render_team_page(store, taxonomy, answers.team(store, taxonomy.roles[ROLE]))
    assert "<script>alert" not in team
    assert "One person only" in team


def test_terminals_are_not_steered(store: Store) -> None:
    for arguments in (["rank", "--require", "python"], ["team"]):
        done = skillgap(arguments[0], store.path or "", "--role", ROLE, *arguments[1:])
        assert done.code == 0, done.err
        assert "\x1b" not in done.out
        assert "\u202e" not in done.out


def test_a_file_is_whole_or_not_there(store: Store, taxonomy: Taxonomy, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("mine")
    with pytest.raises(UsageError, match="exists already"):
        write_output(store, taxonomy, (ROLE,), path)
    with pytest.raises(KeyError):
        write_output(store, taxonomy, ("no-role", ROLE), tmp_path / "r.md")
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_extras_are_said_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    for ending in (".xlsx", ".parquet"):
        assert ending in OUTPUTS
        with pytest.raises(MissingExtraError, match=rf"skillgap\[{ending[1:]}\]"):
            check_output(Path(f"results{ending}"))
    with pytest.raises(UsageError, match="go together"):
        engine_of(EngineName.AUTO, scheduler="tcp://127.0.0.1:9")


# rankings


def test_ties_share_a_rank(store: Store) -> None:
    ranked = list(answers.rank(store, ROLE))
    assert len(ranked) == COUNT
    first, *same, last = ranked
    assert (first.place, first.tied) == ("1", False)
    assert len(same) == COUNT - 2
    assert {item.place for item in same} == {"=2"}
    assert [item.source for item in same] == sorted(item.source for item in same)
    assert (last.place, last.source.rsplit("/", 1)[-1]) == (str(COUNT), "dee.txt")
    assert [item.coverage for item in ranked] == sorted((i.coverage for i in ranked), reverse=True)


def test_filters(store: Store) -> None:
    def names(**filters: object) -> list[str]:
        found = answers.rank(store, ROLE, **filters)  # type: ignore[arg-type]
        return [item.source.rsplit("/", 1)[-1] for item in found]

    best = next(answers.rank(store, ROLE))
    assert names(min_coverage=best.coverage) == ["ada.txt"]
    assert names(require=("python", "r")) == ["ada.txt"]
    assert "dee.txt" not in names(require=("sql",))
    assert names(require=("docker",)) == []
    # implied by Python
    assert len(names(require=("programming",))) == COUNT - 1


def test_questions_on_the_command_line(store: Store, tmp_path: Path) -> None:
    path = store.path or Path()
    done = skillgap("rank", path, "--role", ROLE, "--require", "python, r", "--format", "jsonl")
    (only,) = map(json.loads, done.out.splitlines())
    assert only["source"].endswith("ada.txt")
    assert only["essential_shown"] >= 4
    done = skillgap("rank", path, "--role", ROLE, "--top", "2", "--format", "csv")
    assert len(list(csv.reader(io.StringIO(done.out)))) == 3
    done = skillgap("rank", path, "--role", ROLE, "--top", "2")
    assert f"and {COUNT - 2} more" in done.out
    assert " more" not in skillgap("rank", path, "--role", ROLE, "--top", str(COUNT)).out
    done = skillgap("rank", path, "--role", ROLE, "--require", "docker", "--min-coverage", "5%")
    assert f"0 of {COUNT} candidates with a coverage from 5% up and evidence of Docker" in done.out
    assert_fails(
        skillgap("rank", path, "--role", ROLE, "--min-coverage", "40"), 2, "Did you mean 0.4 or 40%"
    )
    done = skillgap("team", path, "--role", ROLE, "--format", "json")
    found = {one["skill"]: one for one in json.loads(done.out)["requirements"]}
    assert [name.rsplit("/", 1)[-1] for name in found["r"]["shown_by"]] == ["ada.txt"]
    assert len(found["python"]["shown_by"]) == COUNT - 1
    assert_fails(
        skillgap("rank", path, "--role", ROLE, "--require", "snakes"), 2, "no skill 'snakes'"
    )
    done = skillgap("team", path, "--role", ROLE, "-o", tmp_path / "team.html")
    assert (tmp_path / "team.html").read_text("utf-8").startswith("<!doctype html>")
    call = ("team", path, "--role", ROLE, "--force", "-o")
    assert_fails(skillgap(*call, tmp_path / "team.pdf"), 2, "promises a format", ".json, .html")
    assert_fails(skillgap(*call, path), 2, "is the file that is read")
    with Store(tmp_path / "empty.sqlite"):
        pass
    empty = skillgap("rank", tmp_path / "empty.sqlite", "--role", ROLE)
    assert_fails(empty, 2, "holds no results", "skillgap batch")


def test_a_team_counts_what_anybody_shows(store: Store, taxonomy: Taxonomy) -> None:
    found = answers.team(store, taxonomy.roles[ROLE])
    best = next(answers.rank(store, ROLE))
    assert found.coverage.coverage >= best.coverage
    alone = {held.requirement.skill_id for held in found.held_by(1, 1)}
    assert {"r", "data-mining"} <= alone
    nobody = {held.requirement.skill_id for held in found.held_by(0, 0)}
    assert "reinforcement-learning" in nobody
    assert len(found.held) == len(taxonomy.roles[ROLE].requirements)


DEEDS = (
    "Wrote the data pipelines of a chain of bakeries in Python.",
    "Kept the SQL database of forty shops in good order for years.",
    "Trained machine learning models that order flour two days ahead.",
    "Drew the charts of the monthly report of sales in Tableau.",
)


def test_who_may_be_one_person_is_said_and_nobody_is_merged(
    taxonomy: Taxonomy, tmp_path: Path
) -> None:
    """Two resumes of one person, parts in another order and some words more; others share a form's
    sentence, or one sentence, with that person."""
    folder = make_folder(tmp_path / "resumes")
    rest = (folder / "dee.txt").read_text().partition("Cooking\n")[2]
    form = "Python and SQL are used every day in this position of the firm."
    work = "\n".join(f"- {deed}" for deed in DEEDS)
    (folder / "old.txt").write_text(f"Eva Doe\n\nWork\n\n{work}\n\nSkills\n\nDocker\n{rest}")
    newer = f"<h1>Eva Doe</h1><h2>Skills</h2><p>Docker, R</p><h2>Work</h2><p>{rest}</p><ul>"
    items = "".join(f"<li>{deed}</li>" for deed in reversed(DEEDS))
    (folder / "new.html").write_text(f"<html><body>{newer}{items}</ul></body></html>")
    (folder / "one.txt").write_text(f"Flo Doe\n\nWork\n\n- {DEEDS[0]}\n\n{rest}")
    for number in range(6):
        (folder / f"form{number}.txt").write_text(f"Number {number}\n\nWork\n\n{form}\n{rest}")
    target = tmp_path / "results.sqlite"
    with Store(target) as store:
        fill(store, taxonomy, folder)
        ranked = tuple(answers.rank(store, ROLE))
        found = {Path(one).name: [Path(other).name for other in others]
                 for one, others in alike(store, ranked).items()}  # fmt: skip
        assert found == {"new.html": ["old.txt"], "old.txt": ["new.html"]}
        assert len(ranked) == 4 + 2 + 1 + 6
        page = render_team_page(store, taxonomy, answers.team(store, taxonomy.roles[ROLE]))
        assert "perhaps the same person as old.txt" in page
        for name in ("r.csv", "r.md"):
            text = written(store, taxonomy, tmp_path / name).read_text("utf-8")
            assert text.replace("\\", "").count(str(folder / "old.txt")) == 2
    asked = ("rank", target, "--role", ROLE)
    data = json.loads(skillgap(*asked, "--format", "json").out)["candidates"]
    named = {Path(one["source"]).name: one["perhaps_same_as"] for one in data}
    assert [Path(one).name for one in named.pop("new.html")] == ["old.txt"]
    assert [Path(one).name for one in named.pop("old.txt")] == ["new.html"]
    assert not any(named.values())
    lines = skillgap(*asked, "--format", "csv").out.splitlines()
    assert [Path(row["perhaps_same_as"]).name for row in csv.DictReader(lines)
            if row["source"].endswith("new.html")] == ["old.txt"]  # fmt: skip
    assert "(perhaps the same person as" in skillgap(*asked, "--format", "md").out
    ranking = skillgap(*asked).out
    assert "perhaps the same person as old.txt" in ranking
    assert "perhaps the same person as new.html" in ranking
    out = skillgap("team", target, "--role", ROLE).out
    assert out.count("perhaps the same person") == 1
    assert "Perhaps counted twice\nnew.html is perhaps the same person as old.txt" in out


def test_a_team_of_those_who_pass(store: Store, tmp_path: Path) -> None:
    call = ("team", store.path or "", "--role", ROLE)
    first = skillgap(*call, "--top", "1").out
    assert "covered together by 1 candidate\n" in first
    assert f"the first 1 of {COUNT} candidates\n" in first
    asked = ("--require", "python", "--require", "r", "--min-coverage", "5%")
    out = skillgap(*call, *asked).out
    assert f"1 of {COUNT} candidates with a coverage from 5% up and evidence of Python and R" in out
    assert "100%  ada.txt" not in out
    assert [line for line in out.splitlines() if re.match(r" +\d+ +\d+%  ", line)] == [
        line for line in first.splitlines() if re.match(r" +\d+ +\d+%  ", line)
    ]
    out = skillgap(*call, "--require", "python", "--top", "2").out
    assert f"the first 2 of these: {COUNT - 1} of {COUNT} candidates with evidence of Python" in out
    data = json.loads(skillgap(*call, *asked, "--format", "json").out)
    (member,) = data["members"]
    assert data["coverage"] == member["coverage"]
    held = {name for one in data["requirements"] for name in one["shown_by"] + one["implied_by"]}
    assert held == {member["source"]}
    assert "No candidate.\n" in skillgap(*call, "--min-coverage", "100%").out
    page = tmp_path / "team.html"
    skillgap(*call, *asked, "-o", page)
    assert "evidence of Python and R" in page.read_text("utf-8")
    assert "empty.txt" not in page.read_text("utf-8")
    assert_fails(skillgap(*call, "--require", ","), 2, "A list of skills is empty")
    assert_fails(skillgap(*call, "--posting", "x.txt"), 2, "Only one target can be named.")


def test_alternatives_of_a_posting_are_one_skill_of_a_team(store: Store, tmp_path: Path) -> None:
    """Whoever shows one of them shows what is asked for: in the table, the map and the sum."""
    posting = tmp_path / "posting.txt"
    posting.write_text("Data clerk\n\nRequirements\n\n- Rust or Python\n- Scala\n- SQL\n")
    call = ("team", store.path or "", "--posting", posting)
    out = skillgap(*call, "--require", "r").out
    assert re.search(r"^Rust or Python +essential  ada\.txt$", out, re.MULTILINE)
    assert re.search(r"^Rust or Python +●$", out, re.MULTILINE)
    assert re.search(r"^Scala +○$", out, re.MULTILINE)
    data = json.loads(skillgap(*call, "--format", "json").out)
    assert data["coverage"] == pytest.approx(2 / 3, abs=0.001)
    assert data["requirements"][0]["alternatives"] == ["python"]
    skillgap(*call, "-o", tmp_path / "team.html")
    page = (tmp_path / "team.html").read_text("utf-8")
    assert page.count("Rust or Python") == 2


def test_a_ranking_as_a_file(store: Store, tmp_path: Path) -> None:
    call = ("rank", store.path or "", "--role", ROLE, "--require", "r", "-o")
    for name, begin in (
        ("r.csv", "source,status,role,rank"),
        ("r.json", '{\n  "role"'),
        ("r.jsonl", '{"source"'),
        ("r.md", f"# Data scientist\n\n1 of {COUNT} candidates with evidence of R\n\n| Rank |"),
        ("r.xlsx", "PK"),
        ("r.txt", "Data scientist\n"),
    ):
        done = skillgap(*call, tmp_path / name)
        assert (done.code, done.out, done.err) == (0, "", f"Wrote {tmp_path / name}\n")
        assert (tmp_path / name).read_bytes().startswith(begin.encode())
    assert_fails(skillgap(*call, tmp_path / "r.csv"), 2, "exists already")
    assert_fails(skillgap(*call, tmp_path / "r.pdf"), 2, "promises a format", ".csv", ".xlsx")
    assert_fails(skillgap(*call, "-", "--format", "xlsx"), 2, "no text to print", "-o ")
    assert_fails(skillgap(*call, store.path or "", "--force"), 2, "is the file that is read")


def test_a_heat_map_fits_the_terminal(taxonomy: Taxonomy, tmp_path: Path) -> None:
    """Every candidate that is listed under it has a column in it."""
    folder = make_folder(tmp_path / "resumes")
    text = (folder / "ben.txt").read_text()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(f"{text}\nNumber {number}\n")
    with Store(tmp_path / "results.sqlite") as many:
        fill(many, taxonomy, folder)
    out = skillgap("team", tmp_path / "results.sqlite", "--role", ROLE, env={"COLUMNS": "80"}).out
    listed = re.findall(r"^ *(\d+) +\d+%  \S+\.txt$", out, re.MULTILINE)
    (head,) = re.findall(r"^Skills by candidates ([\d ]+)$", out, re.MULTILINE)
    assert len(listed) > 20
    assert head.split() == listed
    assert f"and {34 - len(listed)} more, not in the map" in out


def test_a_posting_is_a_target_without_reading_again(store: Store, tmp_path: Path) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_text(
        "Data analyst at Example Ltd\n\nRequirements\n\n- Experience with R\n- SQL\n\n"
        "Nice to have\n\n- Docker\n\n" + "We sit by the river and drink a lot of tea. " * 8
    )
    path = store.path or Path()
    done = skillgap("rank", path, "--posting", posting, "--format", "json", "--require", "sql")
    assert done.code == 0, done.err
    found = json.loads(done.out)["candidates"]
    assert [one["source"].rsplit("/", 1)[-1] for one in found[:1]] == ["ada.txt"]
    assert found[0]["essential_shown"] == found[0]["essential_total"] == 2
    assert found[0]["coverage"] > found[1]["coverage"] > 0
    done = skillgap("team", path, "--posting", posting)
    assert "One person only" in done.out
    assert_fails(skillgap("rank", path), 2, "has to be named", "--role ROLE or --posting FILE")

    resumes = Path(next(answers.rank(store, ROLE)).source).parent
    output = tmp_path / "r.jsonl"
    done = skillgap("batch", resumes / "ada.txt", "--posting", posting, "-o", output)
    assert done.code == 0, done.err
    (role,) = json.loads(output.read_text())["report"]["roles"]
    one = skillgap("analyze", resumes / "ada.txt", "--posting", posting, "--format", "json")
    assert role == json.loads(one.out)["roles"][0]
