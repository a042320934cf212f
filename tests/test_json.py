"""The JSON contract: the schemas hold, keys keep their order, two runs give the same bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from running import ROOT, SAMPLE, skillgap

from skillgap import Analyzer, GapReport, Taxonomy
from skillgap.models import Method, SectionKind, Status
from skillgap.readers import READERS, read
from skillgap.reports import data, postings

KEYS = {
    "": "schema_version generator taxonomy as_of resume skills not_counted roles",
    "generator": "name version",
    "taxonomy": "name version sha256",
    "resume": "source sha256 format pages words sections warnings quality",
    "skills": "id label status via months last_used stated evidence",
    "skills.evidence": "surface quote page section start end form method score",
    "not_counted": "id label reason evidence",
    "not_counted.evidence": "surface quote page section start end form method score reason rule",
    "roles": "id label coverage essential optional requirements gaps fit near",
    "roles.essential": "covered implied total",
    "roles.requirements": "skill label importance status via documents",
}


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ROOT / "docs" / f"{name}.schema.json").read_text("utf-8"))
    return loaded


def faults(name: str, instance: object, part: str = "") -> list[str]:
    """Every way in which an instance breaks a schema, or one of its `$defs`."""
    whole = schema(name)
    if part:
        whole = {"$schema": whole["$schema"], "$defs": whole["$defs"], "$ref": f"#/$defs/{part}"}
    validator = Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(instance)]


def objects(value: Any, path: str) -> list[dict[str, Any]]:
    """The objects at a dotted path; lists are gone through."""
    for key in path.split(".") if path else []:
        value = [one[key] for one in (value if isinstance(value, list) else [value])]
        value = [one for many in value for one in (many if isinstance(many, list) else [many])]
    return value if isinstance(value, list) else [value]


@pytest.fixture(scope="module")
def contracts(analyzer: Analyzer, reports: dict[str, GapReport]) -> dict[str, dict[str, Any]]:
    """Every sample's report as it would be printed."""
    return {
        name: json.loads(
            data.render_json(data.report_data(report, analyzer.taxonomy, analyzer.ranking(report)))
        )
        for name, report in reports.items()
    }


@pytest.mark.parametrize("name", ["analyze", "taxonomy", "explain", "read", "plan", "posting"])
def test_schemas_are_sound(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_reports_hold_to_the_schema(contracts: dict[str, dict[str, Any]]) -> None:
    assert len(contracts) >= 10
    assert {name: faults("analyze", report) for name, report in contracts.items()} == {
        name: [] for name in contracts
    }


def test_the_schema_is_strict(contracts: dict[str, dict[str, Any]]) -> None:
    report = next(iter(contracts.values()))
    for broken in (
        {**report, "extra": 1},
        {**report, "as_of": "yesterday"},
        {key: value for key, value in report.items() if key != "roles"},
        {**report, "roles": [{**report["roles"][0], "coverage": 1.01}]},
        {**report, "skills": [{**report["skills"][0], "status": "guessed"}]},
        {**report, "resume": {**report["resume"], "quality": "unreadable"}},
    ):
        assert faults("analyze", broken)


def test_the_schema_names_what_the_code_knows() -> None:
    defs = schema("analyze")["$defs"]
    assert defs["section_kind"]["enum"] == [kind.value for kind in SectionKind]
    assert defs["resume"]["properties"]["format"]["enum"] == list(READERS)
    assert defs["method"]["enum"] == [method.value for method in Method]
    assert defs["reason"]["enum"] == [s.value for s in Status if s is not Status.CLAIMED]


def test_keys_keep_their_order(contracts: dict[str, dict[str, Any]]) -> None:
    for path, keys in KEYS.items():
        found = [one for report in contracts.values() for one in objects(report, path)]
        assert found, path
        assert {tuple(one) for one in found} == {tuple(keys.split())}, path


def test_every_quotation_stands_in_the_text(
    reports: dict[str, GapReport], contracts: dict[str, dict[str, Any]]
) -> None:
    seen = 0
    for name, contract in contracts.items():
        document = reports[name].document
        for one in objects(contract, "skills.evidence") + objects(contract, "not_counted.evidence"):
            assert document.text[one["start"] : one["end"]] == one["surface"]
            assert one["surface"] in one["quote"]
            # The quotation is the one around the place, not the same words elsewhere.
            around = document.text[max(0, one["start"] - 400) : one["end"] + 400]
            assert one["quote"] in around
            assert 1 <= one["page"] <= document.pages
            seen += 1
    assert seen > 300


def test_numbers_follow_from_the_requirements(contracts: dict[str, dict[str, Any]]) -> None:
    for contract in contracts.values():
        shown = {one["id"]: one["status"] for one in contract["skills"]}
        for role in contract["roles"]:
            status = {one["skill"]: one["status"] for one in role["requirements"]}
            assert sorted(role["gaps"]) == sorted(
                s for s, state in status.items() if state == "missing"
            )
            assert all((skill in shown) == (state != "missing") for skill, state in status.items())
            for importance in ("essential", "optional"):
                states = [
                    r["status"] for r in role["requirements"] if r["importance"] == importance
                ]
                assert role[importance] == {
                    "covered": states.count("covered"),
                    "implied": states.count("implied"),
                    "total": len(states),
                }
        fits = [role["fit"] for role in contract["roles"]]
        assert fits == sorted(fits, reverse=True)


def test_an_implied_skill_names_its_chain(
    taxonomy: Taxonomy, contracts: dict[str, dict[str, Any]]
) -> None:
    implied = 0
    for contract in contracts.values():
        status = {one["id"]: one["status"] for one in contract["skills"]}
        for one in contract["skills"]:
            if one["status"] == "implied":
                implied += 1
                assert status[one["via"][0]] == "claimed"
                steps = zip(one["via"], [*one["via"][1:], one["id"]], strict=True)
                assert all(after in taxonomy.skills[before].broader for before, after in steps)
    assert implied > 20


def test_two_processes_give_the_same_bytes() -> None:
    """Sets iterate in another order in each process: nothing of that may show."""
    call = ("analyze", SAMPLE.relative_to(ROOT), "--format", "json", "--as-of", "2026-11-01")
    first = skillgap(*call, cwd=ROOT, env={"PYTHONHASHSEED": "1"})
    second = skillgap(*call, cwd=ROOT, env={"PYTHONHASHSEED": "2"})
    assert first.code == 0, first.err
    assert first.out == second.out
    printed = json.loads(first.out)
    assert faults("analyze", printed) == []
    assert printed["as_of"] == "2026-11-01"
    assert printed["resume"]["source"] == SAMPLE.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(
    ("command", "part"),
    [(["skills"], "skills"), (["roles"], "roles"), (["skill", "r"], "skill"),
     (["role", "writer"], "role")],
)  # fmt: skip
def test_listings_hold_to_the_schema(command: list[str], part: str, taxonomy: Taxonomy) -> None:
    done = skillgap(*command, "--format", "json")
    assert done.code == 0, done.err
    listed = json.loads(done.out)
    assert faults("taxonomy", listed, part) == []
    if part in ("skills", "roles"):
        assert [one["id"] for one in listed] == list(getattr(taxonomy, part))


def test_an_explanation_holds_to_the_schema(
    analyzer: Analyzer, reports: dict[str, GapReport]
) -> None:
    report = reports["maya-lindqvist-ml-engineer"]
    for skill in analyzer.taxonomy.skills:
        explanation = data.explanation_data(report, analyzer.explain(report, skill))
        assert faults("explain", explanation) == []


def test_a_posting_holds_to_the_schema(analyzer: Analyzer) -> None:
    found = analyzer.read_posting(read(ROOT / "samples" / "postings" / "ml-engineer.txt"))
    made = postings.posting_data(found, analyzer.taxonomy)
    assert made["requirements"] and made["asked"] and made["unknown"]
    validator = Draft202012Validator(schema("posting"))
    assert [error.message for error in validator.iter_errors(made)] == []
    known = analyzer.with_roles(found.role)
    report = known.analyze(SAMPLE)
    whole = data.report_data(report, known.taxonomy, known.ranking(report, ("posting",)))
    assert whole["roles"][0]["unknown"]
    assert whole["roles"][0]["requirements"][0]["asked"]
    validator = Draft202012Validator(schema("analyze"))
    assert [error.message for error in validator.iter_errors(whole)] == []
