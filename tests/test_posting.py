"""Job postings: what they ask for, how strongly, and what the taxonomy does not know of it."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from running import ROOT, SAMPLE, assert_fails, skillgap
from test_coverage import ESSENTIAL, profile_of, role, skill, taxonomy_of

from skillgap import Analyzer
from skillgap.coverage import cover_role, rarity_of
from skillgap.models import Importance, MatchStatus, Posting
from skillgap.plan import make_plan
from skillgap.posting import find_words
from skillgap.readers import read, read_bytes
from skillgap.reports import postings

POSTINGS = ROOT / "tests" / "data" / "postings"
EXPECTED: dict[str, Any] = tomllib.loads((POSTINGS / "expected.toml").read_text("utf-8"))
FILES = {path.stem: path for path in sorted(POSTINGS.iterdir()) if path.suffix != ".toml"}


def understood(analyzer: Analyzer, text: str) -> Posting:
    return analyzer.read_posting(read_bytes(text.encode(), "posting.txt"))


def asked(posting: Posting, importance: Importance) -> list[str]:
    return [
        "|".join((r.skill_id, *r.alternatives))
        for r in posting.role.requirements
        if r.importance is importance
    ]


def unknown(posting: Posting) -> list[str]:
    return [ask.words for ask in posting.role.unknown]


def test_there_are_postings() -> None:
    assert len(FILES) >= 35
    assert FILES.keys() == EXPECTED.keys()


def wanted_of(name: str) -> list[tuple[Importance, set[str]]]:
    """What a careful reader understands: the importance, and skills of which any one does."""
    return [(i, set(skills.split("|"))) for i in Importance for skills in EXPECTED[name][i.value]]


def found_in(posting: Posting) -> list[tuple[Importance, set[str]]]:
    return [(r.importance, {r.skill_id, *r.alternatives}) for r in posting.role.requirements]


def is_same(one: tuple[Importance, set[str]], other: tuple[Importance, set[str]]) -> bool:
    """Whether two groups agree; the taxonomy may have learned one more alternative."""
    return one[0] is other[0] and (one[1] <= other[1] or other[1] <= one[1])


@pytest.mark.parametrize("name", FILES)
def test_posting(name: str, analyzer: Analyzer) -> None:
    expected, posting = EXPECTED[name], analyzer.read_posting(read(FILES[name]))
    assert posting.role.preferred_label == expected["title"]
    found = found_in(posting)
    missed = {
        f"{importance.value} {skill}"
        for importance in Importance
        for skill in expected[importance.value]
        if not any(is_same((importance, set(skill.split("|"))), other) for other in found)
    }
    assert missed <= set(expected.get("missed", []))
    assert not {skill for _, skills in found for skill in skills} & set(expected.get("never", []))
    months = {r.skill_id: r.months for r in posting.role.requirements if r.months}
    assert months.items() >= expected.get("months", {}).items()


@pytest.mark.parametrize("name", FILES)
def test_nothing_that_is_asked_for_is_dropped(name: str, analyzer: Analyzer) -> None:
    """What the taxonomy did not know is listed, unless it has learned it since."""
    expected, posting = EXPECTED[name]["unknown"], analyzer.read_posting(read(FILES[name]))
    listed = unknown(posting)
    assert set(listed) <= set(expected), "what is listed is asked for"
    for words in set(expected) - set(listed):
        span = find_words(posting.document.text, words)
        assert span is not None
        assert any(ask.statement.covers(span) for ask in posting.asked), words


def test_little_is_found_that_a_reader_would_not(analyzer: Analyzer) -> None:
    found = {name: found_in(analyzer.read_posting(read(path))) for name, path in FILES.items()}
    right = [any(is_same(f, w) for w in wanted_of(n)) for n, items in found.items() for f in items]
    assert len(right) > 200
    assert sum(right) / len(right) >= 0.9


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_quotes_the_posting(name: str, analyzer: Analyzer) -> None:
    posting = analyzer.read_posting(read(FILES[name]))
    text = " ".join(posting.document.text.split())
    for requirement in posting.role.requirements:
        assert requirement.provenance
        for source in requirement.provenance:
            assert source.phrase in text
    for ask in posting.asked:
        assert ask.rule
        assert ask.statement.covers(ask.span)


@pytest.mark.parametrize(
    ("sentence", "essential", "optional"),
    [
        ("Python is a must.", ["python"], []),
        ("Python would be nice.", [], ["python"]),
        ("Python and SQL are required, Tableau is a plus.", ["python", "sql"], ["tableau"]),
        ("Python (required), Rust (nice to have).", ["python"], ["rust"]),
        ("Bonus points for experience with Docker.", [], ["docker"]),
        ("We'd love you to know Docker.", [], ["docker"]),
        ("You need to know Docker.", ["docker"], []),
        ("Strong Python skills; experience with Docker preferred.", ["python"], ["docker"]),
        ("Knowledge of Docker, Kubernetes or Terraform is an asset.", [],
         ["docker|kubernetes|terraform"]),
        ("Docker and either AWS or Azure.", ["docker", "aws|azure"], []),
        ("PyTorch/TensorFlow.", ["pytorch|tensorflow"], []),
        ("Python/SQL.", ["python", "sql"], []),
        ("Python and Docker or Kubernetes.", ["python", "docker|kubernetes"], []),
        ("No Java needed.", [], []),
        ("We offer Python training.", [], []),
    ],
)  # fmt: skip
def test_wording(
    sentence: str, essential: list[str], optional: list[str], analyzer: Analyzer
) -> None:
    posting = understood(analyzer, f"Developer\n\nRequirements\n{sentence}\n")
    assert asked(posting, Importance.ESSENTIAL) == essential
    assert asked(posting, Importance.OPTIONAL) == optional


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Requirements", "essential"),
        ("What we're looking for", "essential"),
        ("Minimum qualifications:", "essential"),
        ("Your profile", "essential"),
        ("Skills & Experience", "essential"),
        ("Preferred qualifications", "optional"),
        ("Nice-to-haves", "optional"),
        ("It would be great if you have", "optional"),
        ("Bonus points", "optional"),
        ("Desirable skills", "optional"),
        ("Responsibilities", "optional"),
        ("What you'll do", "optional"),
        ("About the role", "optional"),
        ("You must", "essential"),
        ("We believe you have", "essential"),
        ("You could", "optional"),
        ("What would set you apart", "optional"),
        ("Your mission", "optional"),
        ("What awaits you", "optional"),
        ("In this position you will", "optional"),
        ("What you can expect", ""),
        ("Additional information", ""),
        ("About us", ""),
        ("What we offer", ""),
        ("Benefits", ""),
        ("Our mission", ""),
        ("How to apply", ""),
        ("Why work with us?", ""),
    ],
)
def test_headings(heading: str, part: str, analyzer: Analyzer) -> None:
    posting = understood(analyzer, f"Developer\n\n{heading}\n- Docker\n- Python\n")
    found = {r.skill_id: r.importance.value for r in posting.role.requirements}
    assert found == ({"docker": part, "python": part} if part else {})


def test_one_of_several_does(analyzer: Analyzer) -> None:
    posting = understood(analyzer, "Developer\n\nRequirements\n- Python, Rust or Go\n- SQL\n")
    known = analyzer.with_roles(posting.role)
    report = known.analyze_bytes(b"Ann Example\n\nSkills\nRust, Docker\n", source="ann.txt")
    (coverage,) = known.ranking(report, ("posting",))
    assert coverage.coverage == pytest.approx(0.5)
    first = coverage.matches[0]
    assert first.status is MatchStatus.COVERED
    assert first.entry is not None
    assert first.entry.skill_id == "rust"
    plan = make_plan(report.profile, known.taxonomy, [posting.role], 1.0)
    assert [step.skill_id for step in plan.steps] == ["sql"]
    assert plan.before == pytest.approx((0.5,))


def test_a_posting_changes_no_other_role(analyzer: Analyzer) -> None:
    posting = understood(analyzer, "Developer\n\nRequirements\n- Python\n- Docker\n")
    known = analyzer.with_roles(posting.role)
    resume = (ROOT / "samples/resumes/hana-mori-ai-content-creator.pdf").read_bytes()
    before, after = analyzer.analyze_bytes(resume), known.analyze_bytes(resume)
    assert [c for c in after.coverages if c.role_id != "posting"] == list(before.coverages)
    assert analyzer.ranking(before) == known.ranking(after)


@pytest.mark.parametrize(
    ("lines", "essential", "optional"),
    [
        (("Python or SQL", "Python or Java"), ["python|sql", "java|python"], []),
        (("Docker or Kubernetes", "Kubernetes or Docker"), ["docker|kubernetes"], []),
        (("Python or SQL", "Python"), ["python"], []),
        (("Spark or Kafka", "Nice to have", "Kafka"), ["spark|kafka"], ["kafka"]),
    ],
)  # fmt: skip
def test_skills_in_several_alternatives(
    analyzer: Analyzer, lines: tuple[str, ...], essential: list[str], optional: list[str]
) -> None:
    text = "Engineer\n\nRequirements\n" + "".join(
        f"\n{line}\n" if line == "Nice to have" else f"- {line}\n" for line in lines
    )
    posting = understood(analyzer, text)
    assert asked(posting, Importance.ESSENTIAL) == essential
    assert asked(posting, Importance.OPTIONAL) == optional
    assert postings.render_console(posting, analyzer.taxonomy)


def test_alternatives_in_the_arithmetic() -> None:
    taxonomy = taxonomy_of([skill("a"), skill("b", "c"), skill("c")], [role("r", a=ESSENTIAL)])
    wanted = taxonomy.roles["r"].requirements[0]
    either = replace(taxonomy.roles["r"], requirements=(replace(wanted, alternatives=("c",)),))
    rarity = rarity_of(taxonomy)
    for shown, coverage in (((), 0.0), (("a",), 1.0), (("c",), 1.0), (("b",), 0.5)):
        profile = profile_of(taxonomy, *shown)
        assert cover_role(profile, either, rarity).coverage == coverage


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Requirements", "Python", "SQL (preferred)", "Nice to have:", "We offer", "(", ")",
             "- Docker or", "e.g. AWS, Azure", "is a plus", "Experience with", "Zorblax 9", "\n",
             "must", ".", ";", "• Excel", "3+ years of R", "#", "|", "“", "About us", "\t"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_text_is_understood_somehow(analyzer: Analyzer, parts: list[str]) -> None:
    """No crash, no skill twice, nothing outside of the text, the same each time."""
    text = "Title\n\n" + " ".join(parts)
    posting = understood(analyzer, text)
    ids = [r.skill_id for r in posting.role.requirements]
    assert len(ids) == len(set(ids))
    for ask in posting.role.unknown:
        assert ask.words
        assert ask.words[0] in posting.document.text[ask.span.start : ask.span.end]
    assert posting == understood(analyzer, text)


def test_a_long_posting_takes_time_that_grows_with_its_length(analyzer: Analyzer) -> None:
    """Not measured in seconds: what is repeated a thousand times is understood a thousand times."""
    line = "- Experience with Python, Zorblax and Docker (preferred)\n"
    posting = understood(analyzer, "Developer\n\nRequirements\n" + line * 500)
    assert len(posting.asked) == 1000
    assert unknown(posting) == ["Zorblax"]


def test_paths_are_read_in_any_format(analyzer: Analyzer, tmp_path: Path) -> None:
    path = tmp_path / "posting.rtf"
    path.write_text(r"{\rtf1 Developer\par Requirements\par Python\par Docker is a plus\par}")
    posting = analyzer.read_posting(read(path))
    assert asked(posting, Importance.ESSENTIAL) == ["python"]
    assert asked(posting, Importance.OPTIONAL) == ["docker"]


RESUME = b"Ann Example\n\nExperience\nEngineer, Acme, 2019 - 2021\nBuilt pickers with ROS 2.\n"


def test_on_the_command_line(tmp_path: Path) -> None:
    resume, posting = tmp_path / "ann.txt", ROOT / "samples" / "postings" / "ml-engineer.txt"
    resume.write_bytes(RESUME)
    done = skillgap("analyze", resume, "--posting", posting)
    assert done.code == 0, done.err
    assert "? ROS 2 · essential; these words stand in the resume" in done.out
    assert "? motion planning · essential; these words do not stand in the resume" in done.out
    assert f"--posting {posting}" in done.out
    both = skillgap("plan", resume, "--posting", posting, "--role", "data-scientist")
    assert "Greenhouse Robots and Data scientist to 80%" in " ".join(both.out.split())
    piped = skillgap("analyze", resume, "--posting", "-", "-q", stdin=posting.read_bytes())
    assert "Machine Learning Engineer, Greenhouse" in piped.out


def test_what_cannot_be_done(tmp_path: Path) -> None:
    posting = FILES["nothing-known"]
    assert_fails(skillgap("analyze", "-", "--posting", "-"), 2, "only be read once")
    assert_fails(skillgap("posting", tmp_path / "none.txt"), 3, "none.txt")
    nothing = skillgap("plan", SAMPLE, "--posting", posting)
    assert nothing.code == 2
    assert "\nerror: There is nothing to plan for Head Gardener" in nothing.err
    done = skillgap("analyze", SAMPLE, "--posting", posting)
    assert done.code == 0
    assert "Nothing that this taxonomy knows is asked for." in done.out
    done = skillgap("analyze", SAMPLE, "--posting", posting, "-q")
    assert done.err.startswith(f"note: {posting.name} asks for nothing")


@pytest.mark.parametrize("format_", ["markdown", "html", "json"])
def test_a_posting_is_escaped_in_every_report(format_: str) -> None:
    done = skillgap("report", SAMPLE, "--posting", FILES["hostile"], "--role", "data-scientist",
                    "--format", format_)  # fmt: skip
    assert done.code == 0, done.err
    if format_ == "json":
        assert any(role.get("unknown") for role in json.loads(done.out)["roles"])
        return
    assert "<script>alert" not in done.out
    assert "<img src=x" not in done.out
    if format_ == "markdown":
        tokens = MarkdownIt("commonmark").enable("table").parse(done.out)
        inline = [child for token in tokens for child in token.children or ()]
        assert not {"html_inline", "image", "link_open"} & {
            child.type for child in inline if not str(child.attrs.get("href", "#")).startswith("#")
        }
        chart = done.out.partition("```mermaid\n")[2].partition("```")[0]
        axis = next(line for line in chart.splitlines() if "x-axis" in line)
        assert re.fullmatch(r'    x-axis \["[\w ,.&/+-]+", "[\w ,.&/+-]+"\]', axis)


def test_what_is_not_needed_is_not_asked_for(analyzer: Analyzer) -> None:
    posting = understood(
        analyzer,
        "Data Engineer\n\nRequirements\n- Python\n- You do not need to know Scala.\n"
        "- You don't need a PhD.\n- Kubernetes would be great\n"
        "- You do not need R, but SQL is a must",
    )
    asked = {r.skill_id: r.importance.value for r in posting.role.requirements}
    assert asked == {"python": "essential", "kubernetes": "optional", "sql": "essential"}
