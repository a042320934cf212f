"""What changed from one resume to another, and what would be if more were shown."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from running import RESUMES, ROOT, SAMPLE, assert_fails, skillgap

from skillgap import Analyzer
from skillgap.compare import change_of
from skillgap.models import Change, GapReport, MatchStatus, ProfileEntry
from skillgap.plan import plan_for
from skillgap.taxonomy import load_taxonomy

OLD = """Ann Example

Experience
Analyst, Acme, January 2019 - December 2020
- Built Excel reports for the board
- Used pandas for analyses

Skills
SQL, Tableau, Docker
"""
NEW = """Ann Example

Experience
Analyst, Acme, January 2019 - December 2021
- Built Excel reports for the board
- Wrote services in Python
- Built dashboards in Tableau

Interests
Docker

Skills
SQL, Rust
"""


def reports_of(analyzer: Analyzer, *texts: str) -> list[GapReport]:
    return [analyzer.analyze_bytes(text.encode(), source="ann.txt") for text in texts]


def test_skills(analyzer: Analyzer) -> None:
    old, new = reports_of(analyzer, OLD, NEW)
    made = analyzer.compare(old, new)
    found = {item.skill_id: item for item in made.skills}
    assert found["rust"].change is Change.GAINED
    assert found["python"].change is Change.BETTER  # implied by pandas, now a deed
    assert found["tableau"].change is Change.BETTER  # named in a list, now a deed
    assert found["excel"].change is Change.BETTER  # twelve more months
    assert found["pandas"].change is Change.LOST
    assert found["docker"].change is Change.LOST
    assert found["docker"].reason is not None
    assert found["docker"].reason.value == "interest"
    assert found["pandas"].reason is None
    assert "sql" not in found


def test_the_other_way_round_is_the_opposite(analyzer: Analyzer) -> None:
    opposite = {
        Change.GAINED: Change.LOST, Change.LOST: Change.GAINED, Change.BETTER: Change.WEAKER,
        Change.WEAKER: Change.BETTER, Change.MIXED: Change.MIXED,
    }  # fmt: skip
    old, new = reports_of(analyzer, OLD, NEW)
    one, other = analyzer.compare(old, new), analyzer.compare(new, old)
    assert {s.skill_id: opposite[s.change] for s in one.skills} == {
        s.skill_id: s.change for s in other.skills
    }
    before, after = ({r.role_id: r for r in made.roles} for made in (one, other))
    assert before.keys() == after.keys()
    for role_id, change in before.items():
        assert (change.before, change.after) == (after[role_id].after, after[role_id].before)


@pytest.mark.parametrize("name", [path.name for path in sorted(RESUMES.glob("*.pdf"))[:6]])
def test_a_resume_does_not_differ_from_itself(name: str, reports: dict[str, GapReport],
                                              analyzer: Analyzer) -> None:  # fmt: skip
    report = reports[name.removesuffix(".pdf")]
    made = analyzer.compare(report, report)
    assert made.skills == ()
    assert made.roles
    assert all(role.before == role.after for role in made.roles)


def test_nothing_on_either_side_is_no_change() -> None:
    entry = ProfileEntry("a", False, ())
    assert change_of(None, None) is None
    assert change_of(entry, entry) is None


@settings(max_examples=30, deadline=None)
@given(picks=st.lists(st.integers(0, 10_000), max_size=6))
def test_supposing_never_lowers_a_coverage(
    picks: list[int], analyzer: Analyzer, reports: dict[str, GapReport]
) -> None:
    report = reports["tomas-verner-data-scientist"]
    ids = list(analyzer.taxonomy.skills)
    skills = tuple(dict.fromkeys(ids[pick % len(ids)] for pick in picks))
    supposed = analyzer.suppose(report, skills).what_if
    assert supposed is not None
    before = {c.role_id: c for c in report.coverages}
    for coverage in supposed.coverages:
        assert coverage.coverage >= before[coverage.role_id].coverage - 1e-12
        for match in coverage.matches:
            if match.requirement.skill_id in skills:
                assert match.status is MatchStatus.COVERED


def test_supposing_what_a_plan_says_reaches_its_goal(
    analyzer: Analyzer, reports: dict[str, GapReport]
) -> None:
    report = reports["tomas-verner-data-scientist"]
    role = analyzer.taxonomy.roles["machine-learning-engineer"]
    plan = plan_for(report, analyzer.taxonomy, [role])
    supposed = analyzer.suppose(report, [step.skill_id for step in plan.steps])
    assert supposed.what_if is not None
    (after,) = (c.coverage for c in supposed.what_if.coverages if c.role_id == role.id)
    assert after >= 0.8
    assert after == pytest.approx(plan.steps[-1].after[0])
    rest = plan_for(supposed, analyzer.taxonomy, [role])
    assert rest.steps == ()
    assert rest.supposed == tuple(step.skill_id for step in plan.steps)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD)
    new.write_text(NEW)
    return old, new


def test_on_the_terminal(two: tuple[Path, Path]) -> None:
    done = skillgap("compare", *two, "--role", "data-scientist")
    assert done.code == 0, done.err
    assert done.out.startswith("old.txt → new.txt")
    for words in (
        "Gained (",
        "+ Rust · in a list",
        "▲ Python · implied by pandas → by a deed, 36 months",
        "- Docker · now not counted: an interest",
        "- pandas · no evidence found any more",
    ):
        assert words in done.out
    assert "lack" not in done.out
    assert all(len(line) <= 80 for line in done.out.splitlines())
    same = skillgap("compare", two[0], two[0])
    assert "Both resumes show the same skills, equally well." in same.out


def test_a_long_list_is_cut_on_the_terminal_only(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("Ann Example\n\nExperience\nGardener, Acme, 2019 - 2020\nPlanted trees.\n")
    long = ROOT / "samples" / "resumes" / "maya-lindqvist-ml-engineer.pdf"
    call: list[str | Path] = ["compare", empty, long, "--role", "data-scientist"]
    gained = json.loads(skillgap(*call, "--format", "json").out)["skills"]
    short, full = skillgap(*call).out, skillgap(*call, "-v").out
    count = f"Gained ({len(gained)})"
    assert count in short and count in full
    assert f"and {len(gained) - 10} more; -v shows them all" in short
    assert "more; -v" not in full
    assert len(re.findall(r"^\+ ", short, re.M)) == 10
    assert len(re.findall(r"^\+ ", full, re.M)) == len(gained) > 20
    assert skillgap(*call, "--format", "markdown").out.count("\n| ") >= len(gained)
    asked = {r.skill_id for r in load_taxonomy().roles["data-scientist"].requirements}
    labels = {load_taxonomy().skills[s].preferred_label for s in asked}
    first = re.findall(r"^\+ (.+?) · ", short, re.M)
    assert set(first) <= labels, "what the role asks for comes first"


def test_as_json_markdown_and_html(two: tuple[Path, Path], tmp_path: Path) -> None:
    schema = json.loads((ROOT / "docs" / "compare.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    made = json.loads(skillgap("compare", *two, "--format", "json").out)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(made)] == []
    assert {item["change"] for item in made["skills"]} >= {"gained", "better", "lost"}
    output = tmp_path / "changes.md"
    assert skillgap("compare", *two, "-o", output).code == 0
    tokens = MarkdownIt("commonmark").enable("table").parse(output.read_text("utf-8"))
    headings = [tokens[at + 1].content for at, t in enumerate(tokens) if t.type == "heading_open"]
    assert headings[0] == "old.txt → new.txt".replace(".", r".")
    assert sum(token.type == "table_open" for token in tokens) == len(headings) - 2
    page = tmp_path / "changes.html"
    assert skillgap("compare", *two, "-o", page).code == 0
    assert "<bdi>old.txt</bdi> → <bdi>new.txt</bdi>" in page.read_text("utf-8")


def test_markup_of_a_resume_stays_text(tmp_path: Path) -> None:
    old, new = tmp_path / "a.txt", tmp_path / "<b>[x](y).txt"
    old.write_text("Ann Example\n\nSkills\nSQL\n")
    new.write_text("Ann Example\n\nSkills\nSQL, <img src=x> Rust | `Docker` ![a](b)\n")
    done = skillgap("compare", old, new, "--format", "markdown")
    tokens = MarkdownIt("commonmark").enable("table").parse(done.out)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert "Rust" in done.out
    assert not kinds & {"html_inline", "image", "link_open", "code_inline"} - {"code_inline"}
    assert "html_block" not in {token.type for token in tokens}


def test_what_cannot_be_compared(two: tuple[Path, Path], tmp_path: Path) -> None:
    assert_fails(skillgap("compare", "-", "-"), 2, "only be read once")
    assert_fails(skillgap("compare", two[0], tmp_path / "none.txt"), 3, "none.txt")
    assert_fails(skillgap("compare", *two, "-o", two[1], "--force"), 2, "new.txt")


def test_what_if_on_the_command_line(two: tuple[Path, Path]) -> None:
    call = ["--role", "data-scientist", "--what-if", "R, machine learning", "--what-if", "docker"]
    done = skillgap("analyze", two[0], *call, "-q")
    assert "If R, machine learning and Docker were shown, too" in done.out
    made = json.loads(skillgap("analyze", two[0], *call, "--format", "json").out)
    assert made["what_if"]["skills"] == ["r", "machine-learning", "docker"]
    (role,) = made["what_if"]["roles"]
    assert role["after"] > role["before"] == made["roles"][0]["coverage"]
    schema = json.loads((ROOT / "docs" / "analyze.schema.json").read_text("utf-8"))
    assert [e.message for e in Draft202012Validator(schema).iter_errors(made)] == []
    for format_ in ("markdown", "html"):
        text = skillgap("report", two[0], *call, "--format", format_).out
        assert "If R, machine learning and Docker were shown, too" in text
    plan = skillgap("plan", two[0], *call)
    assert "supposing R, machine learning and Docker were shown" in " ".join(plan.out.split())
    assert_fails(skillgap("analyze", SAMPLE, "--what-if", "dokcer"), 2, "Did you mean docker")
    assert_fails(skillgap("analyze", SAMPLE, "--what-if", " , "), 2, "empty", "skillgap skills")
