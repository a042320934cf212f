"""The loader is strict and tells everything at once; facts on the shipped taxonomy as guards."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from running import ROOT

from skillgap import Taxonomy, TaxonomyError, load_taxonomy
from skillgap.models import Origin
from skillgap.taxonomy import compiled
from skillgap.taxonomy.tables import parse_tables, read_folder

HEAD = """\
name = "test"
version = "1"

[[documents]]
id = "d1"
file = "d1.txt"
title = "One"
sha256 = "00"
headings = ["First", "Second"]
"""
SKILLS = """\
# line 1 is a comment

[[skill]]
id = "programming"
preferred_label = "programming"
kind = "activity"
origin = "document"
provenance = [{ document = "d1", heading = "First", phrase = "programming" }]

[[skill]]
id = "python"
preferred_label = "Python"
alt_labels = ["Python 3"]
kind = "language"
broader = ["programming"]
origin = "document"
provenance = [{ document = "d1", heading = "First", phrase = "Python" }]

[[skill.guards]]
labels = ["Python"]
not_after = ["snake"]

[[skill]]
id = "pandas"
preferred_label = "pandas"
kind = "library"
broader = ["python"]
origin = "curated"
"""
ROLES = """\
[[role]]
id = "coder"
preferred_label = "Coder"
kind = "technical"
provenance = [{ document = "d1", heading = "Second", phrase = "Coders" }]
requirements = [
  { skill = "python", importance = "essential", provenance = [
    { document = "d1", heading = "Second", phrase = "Python" },
  ] },
]
salaries = [
  { low = 1, high = 2, currency = "USD", document = "d1", heading = "Second", phrase = "1 to 2" },
]

[[role]]
id = "poet"
preferred_label = "Poet"
kind = "arts"
provenance = [{ document = "d1", heading = "Second", phrase = "poets" }]
mentioned_only = true
"""
FILES = {"taxonomy.toml": HEAD, "skills/a.toml": SKILLS, "roles/a.toml": ROLES}
REQUIRED = '{ skill = "python", importance = "essential", provenance = ['


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def problems(folder: Path) -> tuple[str, ...]:
    with pytest.raises(TaxonomyError) as caught:
        load_taxonomy(folder)
    assert caught.value.exit_code == 2
    assert caught.value.mend
    return caught.value.problems


# what, file, replace this, by that, the message (file:line included)
BROKEN: list[tuple[str, str, str, str, str]] = [
    ("unknown key", "skills/a.toml", 'kind = "language"', 'knid = "x"\nkind = "language"',
     r"skills/a\.toml:14: unknown key 'knid' \(known: id, .*\)"),
    ("unknown key in the head", "taxonomy.toml", 'version = "1"', 'version = "1"\nauthor = "x"',
     r"taxonomy\.toml:3: unknown key 'author'"),
    ("unknown key in a guard", "skills/a.toml", "not_after", "not_behind",
     r"skills/a\.toml:2\d: guards: unknown key 'not_behind'"),
    ("unknown key in provenance", "skills/a.toml", 'phrase = "Python"',
     'phrase = "Python", page = 1', r"skills/a\.toml:17: provenance: unknown key 'page'"),
    ("unknown key in a requirement", "roles/a.toml", 'importance = "essential"',
     'importance = "essential", level = 3', r"roles/a\.toml:7: requirements: unknown key 'level'"),
    ("unknown key in a requirement's provenance", "roles/a.toml", 'phrase = "Python"',
     'phrase = "Python", page = 1', r"roles/a\.toml:\d+: provenance: unknown key 'page'"),
    ("unknown top-level table", "skills/a.toml", "# line 1 is a comment", "[[skil]]\nid = 'x'",
     r"skills/a\.toml:1: .*"),
    ("wrong type", "skills/a.toml", 'alt_labels = ["Python 3"]', 'alt_labels = "Python 3"',
     r"skills/a\.toml:13: 'alt_labels' must be a list of strings"),
    ("wrong type in a list", "skills/a.toml", 'broader = ["programming"]', "broader = [3]",
     r"skills/a\.toml:15: 'broader' must be a list of strings"),
    ("wrong type of a flag", "roles/a.toml", "mentioned_only = true", 'mentioned_only = "yes"',
     r"roles/a\.toml:2\d: 'mentioned_only' must be true or false"),
    ("wrong type of a number", "roles/a.toml", "low = 1", 'low = "one"',
     r"roles/a\.toml:12: salaries: 'low' must be a whole number"),
    ("missing key", "skills/a.toml", 'kind = "language"\n', "",
     r"skills/a\.toml:10: the key 'kind' is not there"),
    ("missing key in the head", "taxonomy.toml", 'version = "1"\n', "",
     r"taxonomy\.toml:1: the key 'version' is not there"),
    ("missing key in a guard", "skills/a.toml", 'labels = ["Python"]\n', "",
     r"skills/a\.toml:\d+: guards: the key 'labels' is not there"),
    ("no documents", "taxonomy.toml", HEAD.split("\n\n")[1], "",
     r"skills/a\.toml:8: unknown document 'd1'"),
    ("id not kebab-case", "skills/a.toml", 'id = "pandas"', 'id = "Pan_das"',
     r"skills/a\.toml:24: the skill id 'Pan_das' is not kebab-case"),
    ("duplicate id", "skills/a.toml", 'id = "pandas"', 'id = "python"',
     r"skills/a\.toml:24: the skill id 'python' is taken by skills/a\.toml:11"),
    ("duplicate role id", "roles/a.toml", 'id = "poet"', 'id = "coder"',
     r"roles/a\.toml:16: the role id 'coder' is taken by roles/a\.toml:2"),
    ("dangling broader", "skills/a.toml", 'broader = ["programming"]', 'broader = ["coding"]',
     r"skills/a\.toml:15: unknown skill 'coding' in broader"),
    ("dangling requirement", "roles/a.toml", 'skill = "python"', 'skill = "pyhton"',
     r"roles/a\.toml:7: coder requires the unknown skill 'pyhton'"),
    ("dangling anchor", "taxonomy.toml", 'version = "1"', 'version = "1"\nanchors = ["nosuch"]',
     r"taxonomy\.toml:3: unknown skill 'nosuch' in anchors"),
    ("unknown document", "skills/a.toml",
     '{ document = "d1", heading = "First", phrase = "Python" }',
     '{ document = "d9", heading = "First", phrase = "Python" }',
     r"skills/a\.toml:17: unknown document 'd9'"),
    ("unknown heading", "skills/a.toml", 'heading = "First", phrase = "Python"',
     'heading = "Third", phrase = "Python"',
     r"skills/a\.toml:17: document 'd1' has no heading 'Third'"),
    ("unknown heading of pay", "roles/a.toml", 'heading = "Second", phrase = "1 to 2"',
     'heading = "Pay", phrase = "1 to 2"',
     r"roles/a\.toml:12: document 'd1' has no heading 'Pay'"),
    ("empty phrase", "skills/a.toml", 'phrase = "Python"', 'phrase = " "',
     r"skills/a\.toml:\d+: an empty phrase"),
    ("cycle", "skills/a.toml", 'preferred_label = "programming"',
     'preferred_label = "programming"\nbroader = ["pandas"]',
     r"skills/a\.toml:\d+: broader runs in a circle: programming > pandas > python > programming"),
    ("broader than itself", "skills/a.toml", 'broader = ["programming"]', 'broader = ["python"]',
     r"skills/a\.toml:15: broader runs in a circle: python > python"),
    ("label claimed twice", "skills/a.toml", 'preferred_label = "pandas"',
     'preferred_label = "pandas"\nalt_labels = ["Python 3"]',
     r"skills/a\.toml:26: the label 'Python 3' of skill pandas is claimed by python too "
     r"\(skills/a\.toml:13\)"),
    ("label claimed twice, other case", "skills/a.toml", 'preferred_label = "pandas"',
     'preferred_label = "pandas"\nhidden_labels = ["PYTHON"]',
     r"skills/a\.toml:26: the label 'PYTHON' of skill pandas is claimed by python"),
    ("label claimed twice, hyphen", "skills/a.toml", 'preferred_label = "pandas"',
     'preferred_label = "pandas"\nhidden_labels = ["Python-3"]',
     r"skills/a\.toml:26: the label 'Python-3' of skill pandas is claimed by python"),
    ("label claimed twice, plural", "skills/a.toml", 'alt_labels = ["Python 3"]',
     'alt_labels = ["panda"]', r"skills/a\.toml:2\d: the label 'pandas' .* claimed by python"),
    ("not a table", "skills/a.toml", SKILLS, "skill = [1]", r"skills/a\.toml:1: .*"),
    ("one table instead of a list", "skills/a.toml", SKILLS, "[skill]\nid = 'a'",
     r"skills/a\.toml:1: .*"),
    ("label twice in one skill", "skills/a.toml", '["Python 3"]', '["Python 3", "Python 3"]',
     r"skills/a\.toml:13: the label 'Python 3' stands twice in python"),
    ("role label claimed twice", "roles/a.toml", 'preferred_label = "Poet"',
     'preferred_label = "coder"', r"roles/a\.toml:17: the label 'coder' of role poet"),
    ("empty label", "skills/a.toml", '["Python 3"]', '[" "]', r"skills/a\.toml:13: an empty label"),
    ("empty role", "roles/a.toml", "mentioned_only = true\n", "",
     r"roles/a\.toml:16: poet has no requirements; mark it mentioned_only = true"),
    ("marked role with requirements", "roles/a.toml", 'preferred_label = "Coder"',
     'preferred_label = "Coder"\nmentioned_only = true',
     r"roles/a\.toml:2: coder is marked mentioned_only and has requirements"),
    ("curated skill required", "roles/a.toml", 'skill = "python"', 'skill = "pandas"',
     r"roles/a\.toml:7: coder requires 'pandas', which no document names"),
    ("skill required twice", "roles/a.toml", "requirements = [",
     f"requirements = [\n  {REQUIRED}" '{ document = "d1", heading = "Second", phrase = "x" }] },',
     r"roles/a\.toml:\d+: coder requires 'python' twice"),
    ("unknown importance", "roles/a.toml", '"essential"', '"crucial"',
     r"roles/a\.toml:7: importance must be essential or optional, not 'crucial'"),
    ("unknown origin", "skills/a.toml", 'origin = "curated"', 'origin = "invented"',
     r"skills/a\.toml:28: origin must be document or curated, not 'invented'"),
    ("document skill without provenance", "skills/a.toml",
     'provenance = [{ document = "d1", heading = "First", phrase = "Python" }]\n', "",
     r"skills/a\.toml:11: python comes from a document and names none"),
    ("curated skill without broader", "skills/a.toml", 'broader = ["python"]\n', "",
     r"skills/a\.toml:24: pandas is curated and has no broader skill"),
    ("guard for a label that is not there", "skills/a.toml", 'labels = ["Python"]',
     'labels = ["Pytohn"]', r"skills/a\.toml:20: guards 'Pytohn', which python does not have"),
    ("guard with a reason that is none", "skills/a.toml", 'not_after = ["snake"]',
     'reason = "whim"', r"skills/a\.toml:21: a guard's reason is one of name, ordinary-word"),
    ("bad TOML", "skills/a.toml", 'id = "pandas"', "id = pandas",
     r"skills/a\.toml(:24)?: not TOML: .*line 24"),
    ("an unclosed string", "roles/a.toml", '"Poet"', '"Poet', r"roles/a\.toml.*: not TOML: "),
]  # fmt: skip


def test_the_unbroken_one_loads(tmp_path: Path) -> None:
    loaded = load_taxonomy(write(tmp_path, FILES))
    assert list(loaded.skills) == ["programming", "python", "pandas"]
    assert list(loaded.roles) == ["coder", "poet"]
    assert loaded.skills["python"].guards[0].not_after == ("snake",)
    assert loaded.roles["coder"].requirements[0].documents == 1
    assert (loaded.name, loaded.version) == ("test", "1")


@pytest.mark.parametrize(
    ("what", "file", "old", "new", "message"), BROKEN, ids=[b[0] for b in BROKEN]
)
def test_broken(tmp_path: Path, what: str, file: str, old: str, new: str, message: str) -> None:
    assert old in FILES[file], what
    broken = {**FILES, file: FILES[file].replace(old, new, 1)}
    found = problems(write(tmp_path, broken))
    assert any(re.match(message, problem) for problem in found), found
    assert all(re.match(r"[\w./]+\.toml(:\d+)?: ", problem) for problem in found), found


def test_every_message_of_the_checker_has_a_case() -> None:
    """The guard of the table: a new check needs a broken taxonomy here."""
    source = (ROOT / "src/skillgap/taxonomy/check.py").read_text("utf-8")
    assert len(BROKEN) >= source.count("yield f") + 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("data visualisation", "Data visualization"),
        ("code analysis tool", "code-analysis tools"),
        ("Pandas AI", "pandas ai"),
        ("CODEX", "codex"),
        ("Jeeves", "jeeves"),  # a name that ends like a plural
    ],
)
def test_labels_that_a_resume_cannot_tell_apart(tmp_path: Path, one: str, other: str) -> None:
    skills = SKILLS.replace('["Python 3"]', f'["{one}"]')
    skills = skills.replace('"pandas"\nkind', f'"pandas"\nalt_labels = ["{other}"]\nkind')
    found = problems(write(tmp_path, {**FILES, "skills/a.toml": skills}))
    assert any(f"the label '{other}' of skill pandas is claimed by python" in f for f in found)


def test_not_utf_8(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    (tmp_path / "skills" / "a.toml").write_bytes(
        SKILLS.replace("pandas", "pandäs").encode("latin-1")
    )
    (tmp_path / "roles" / "a.toml").write_text("[[role]\n", "utf-8")
    utf, toml = problems(tmp_path)
    assert re.match(r"skills/a\.toml:\d+: not UTF-8", utf)
    assert toml.startswith("roles/a.toml")


def test_an_empty_file_is_no_fault(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "skills/b.toml": "", "roles/b.toml": "# nothing yet\n"})
    assert len(load_taxonomy(tmp_path).skills) == 3


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    broken = {
        "taxonomy.toml": HEAD,
        "skills/a.toml": SKILLS.replace('["programming"]', '["coding"]').replace(
            "Python 3", "panda"
        ),
        "skills/b.toml": '[[skill]]\nid = "pandas"\npreferred_label = "x"\nkind = "k"\n'
        'origin = "x"\n',
        "roles/a.toml": ROLES.replace('"python"', '"go"').replace("poet", "coder", 1),
    }
    found = problems(write(tmp_path, broken))
    expected = (
        "skills/a.toml:15: unknown skill 'coding'",
        "the label 'pandas'",
        "skills/b.toml:2: the skill id 'pandas'",
        "skills/b.toml:5: origin",
        "roles/a.toml:7: coder requires the unknown skill 'go'",
        "roles/a.toml:16: the role id 'coder'",
    )
    for words in expected:
        assert any(words in problem for problem in found), (words, found)
    assert len(set(found)) == len(found)


def test_faults_of_shape_are_told_at_once_too(tmp_path: Path) -> None:
    broken = {**FILES, "skills/a.toml": SKILLS.replace("kind =", "knid ="),
              "roles/a.toml": ROLES.replace("low = 1", "low = 1.5")}  # fmt: skip
    assert len(problems(write(tmp_path, broken))) == 7


def test_the_hash_covers_every_file_and_name(tmp_path: Path) -> None:
    one = load_taxonomy(write(tmp_path / "one", FILES)).sha256
    assert load_taxonomy(write(tmp_path / "same", FILES)).sha256 == one
    comment = {**FILES, "roles/a.toml": ROLES + "# a comment\n"}
    assert load_taxonomy(write(tmp_path / "comment", comment)).sha256 != one
    renamed = {"taxonomy.toml": HEAD, "skills/z.toml": SKILLS, "roles/a.toml": ROLES}
    assert load_taxonomy(write(tmp_path / "renamed", renamed)).sha256 != one


# The compiled one


def test_the_compiled_taxonomy_is_a_fresh_parse(tmp_path: Path) -> None:
    folder = ROOT / "taxonomy"
    files, sha256 = read_folder(folder)
    tables = parse_tables(folder, files)
    compiled.write_compiled(tables, sha256, tmp_path / "compiled.json")
    read = compiled.read_compiled(sha256, tmp_path / "compiled.json")
    assert read == {"sha256": sha256, **tables.as_data()}
    built = compiled.read_compiled(sha256)
    if built is not None:  # the one of the build, where it is up to date
        assert built == read


def test_a_compiled_taxonomy_of_another_hash_is_not_used(tmp_path: Path) -> None:
    folder = write(tmp_path / "t", FILES)
    files, sha256 = read_folder(folder)
    file = tmp_path / "compiled.json"
    compiled.write_compiled(parse_tables(folder, files), sha256, file)
    assert compiled.read_compiled(sha256, file) is not None
    assert compiled.read_compiled("0" * 64, file) is None
    file.write_text("{", "utf-8")
    assert compiled.read_compiled(sha256, file) is None
    assert compiled.read_compiled(sha256, tmp_path / "missing.json") is None


def test_compiled_or_not_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taxonomy: Taxonomy
) -> None:
    folder = shutil.copytree(ROOT / "taxonomy", tmp_path / "t")
    monkeypatch.setattr("skillgap.taxonomy.load.read_compiled", lambda _: None)
    assert load_taxonomy(folder) == taxonomy


# The shipped one


def test_it_is_as_large_as_it_claims(taxonomy: Taxonomy) -> None:
    skills, roles = taxonomy.skills.values(), taxonomy.roles.values()
    assert len(roles) >= 40
    assert sum(skill.origin is Origin.DOCUMENT for skill in skills) >= 150
    curated = sum(skill.origin is Origin.CURATED for skill in skills)
    alternatives = sum(len(skill.alt_labels) + len(skill.hidden_labels) for skill in skills)
    assert curated + alternatives >= 500
    assert len(taxonomy.documents) == 5


def test_every_concept_says_where_it_stands(taxonomy: Taxonomy) -> None:
    for skill in taxonomy.skills.values():
        assert bool(skill.provenance) == (skill.origin is Origin.DOCUMENT), skill.id
    for role in taxonomy.roles.values():
        assert role.provenance, role.id
        assert all(requirement.provenance for requirement in role.requirements), role.id
    named = {source.document for role in taxonomy.roles.values() for source in role.provenance}
    assert named == {document.id for document in taxonomy.documents}


def test_every_curated_skill_leads_to_a_documents_skill(taxonomy: Taxonomy) -> None:
    def roots(skill_id: str) -> set[str]:
        skill = taxonomy.skills[skill_id]
        own = {skill_id} if skill.origin is Origin.DOCUMENT else set()
        return own.union(*(roots(broader) for broader in skill.broader))

    assert [skill_id for skill_id in taxonomy.skills if not roots(skill_id)] == []


@pytest.mark.parametrize("name", ["R", "C", "Go", "Java", "Excel", "Spark", "React"])
def test_ambiguous_names_are_guarded(taxonomy: Taxonomy, name: str) -> None:
    owners = [s for s in taxonomy.skills.values() if name in s.labels()]
    assert len(owners) == 1
    guarded = {label.casefold() for guard in owners[0].guards for label in guard.labels}
    assert name.casefold() in guarded


def test_the_general_profile(taxonomy: Taxonomy) -> None:
    general = [role for role in taxonomy.roles.values() if role.kind == "general"]
    assert [role.id for role in general] == ["ai-jobs-in-general"]
    assert len(general[0].requirements) >= 30


def test_titles_in_passing_are_kept_and_marked(taxonomy: Taxonomy) -> None:
    marked = [role for role in taxonomy.roles.values() if role.mentioned_only]
    assert len(marked) >= 3
    assert all(not role.requirements for role in marked)
    assert all(role.requirements for role in taxonomy.roles.values() if role not in marked)


def test_pay_and_advice_are_there(taxonomy: Taxonomy) -> None:
    roles = taxonomy.roles.values()
    assert sum(bool(role.salaries) for role in roles) >= 3
    assert sum(bool(role.advice) for role in roles) >= 3
    for role in roles:
        assert role.mentioned_only or role.responsibilities, role.id
        for salary in role.salaries:
            assert salary.low is not None or salary.high is not None
            if salary.low is not None and salary.high is not None:
                assert salary.low <= salary.high
