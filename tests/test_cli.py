"""The command line as a person meets it: real processes, their output, messages and exit codes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from running import (
    COMMAND,
    RESUMES,
    SAMPLE,
    assert_fails,
    environment,
    shown,
    skillgap,
)

import skillgap as package

DATE = ("--as-of", "2026-11-01")
CHEF = RESUMES / "bruno-castellano-chef.pdf"
WIDE = {"COLUMNS": "160"}  # so that no line of a table wraps
ESCAPE = "\x1b["


def analyze_json(*arguments: str | Path) -> dict[str, object]:
    done = shown("analyze", *arguments, *DATE, "--format", "json")
    assert done.code == 0, done.err
    loaded: dict[str, object] = json.loads(done.out)
    return loaded


def role_ids(report: dict[str, object]) -> list[str]:
    roles = report["roles"]
    assert isinstance(roles, list)
    return [role["id"] for role in roles]


# analyze


def test_a_report_on_the_terminal() -> None:
    done = shown("analyze", SAMPLE, *DATE, columns=160)
    assert done.code == 0
    assert done.err == ""
    assert "1 page," in done.out
    assert "as of 2026-11-01" in done.out
    assert "Closest roles" in done.out
    assert re.search(r"AI content creator: \d+%", done.out)
    assert re.search(r"● content strategy +“.*content strategy.*”\s+page 1, work", done.out, re.I)
    assert re.search(r"◐ .*→", done.out)
    assert "○ " in done.out
    assert "no evidence found" in done.out
    assert "Seen and not counted" in done.out
    assert "decides nothing" in done.out
    assert done.out.rstrip().splitlines()[-1].startswith("Next, a report to share: skillgap report")
    assert ESCAPE not in done.out


def test_the_report_fits_eighty_columns() -> None:
    done = shown("analyze", SAMPLE, *DATE)
    lines = done.out.split("\nNext,")[0].splitlines()
    assert max(len(line) for line in lines) <= 80


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize(
    "call",
    [
        ["analyze", SAMPLE, "-v"],
        ["plan", SAMPLE, "--role", "prompt-engineer"],
        ["compare", RESUMES / "bruno-castellano-chef.pdf", SAMPLE],
        ["posting", RESUMES.parent / "postings" / "ml-engineer.txt"],
        ["read", RESUMES / "maya-lindqvist-ml-engineer.pdf"],
        ["explain", RESUMES / "maya-lindqvist-ml-engineer.pdf", "python"],
    ],
    ids=lambda call: call[0],
)
def test_every_text_fits_its_terminal(call: list[str | Path], columns: int) -> None:
    """Plain in a pipe and on a dumb terminal: no escapes, no trailing spaces. Files are named from
    their folder: a path is printed whole, however long it is."""
    here = RESUMES.parent
    named = [a.relative_to(here) if isinstance(a, Path) else a for a in call]
    done = skillgap(*named, cwd=here, env={"COLUMNS": str(columns), "TERM": "dumb"})
    assert done.code == 0, done.err
    lines = [line for line in done.out.split("\n") if not line.startswith("Next, ")]
    assert len(lines) > 10
    assert max(map(len, lines)) <= columns
    assert [line for line in lines if line != line.rstrip()] == []
    assert "\x1b" not in done.out


def test_the_line_that_says_what_next_can_be_run(tmp_path: Path) -> None:
    resume = tmp_path / "my resume's.pdf"
    resume.write_bytes(SAMPLE.read_bytes())
    done = skillgap("analyze", resume, cwd=tmp_path)
    command = done.out.rstrip().splitlines()[-1].partition("skillgap ")[2]
    line = f"{sys.executable} -m skillgap {command}"
    subprocess.run(line, shell=True, cwd=tmp_path, check=True, env=environment())
    assert (tmp_path / "gap.md").read_text("utf-8").startswith("# Skill-gap report")


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("data-scientist", "data-scientist"),
        ("Data Scientist", "data-scientist"),
        ("ML engineer", "machine-learning-engineer"),
        ("ml engineers", "machine-learning-engineer"),
        ("Chatbot developer", "chatbot-developer"),
        ("AI jobs in general", "ai-jobs-in-general"),
        ("writer", "writer"),
    ],
)
def test_a_role_by_id_or_any_label(typed: str, role: str) -> None:
    done = shown("role", typed, "--format", "json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["id"] == role


def test_roles_are_repeatable_and_come_in_order_of_fit() -> None:
    report = analyze_json(SAMPLE, "--role", "ML engineer", "--role", "ai-content-creator",
                          "--role", "machine-learning-engineer")  # fmt: skip
    assert role_ids(report) == ["ai-content-creator", "machine-learning-engineer"]


def test_chosen_roles_are_shown_in_full() -> None:
    done = skillgap("analyze", SAMPLE, "--role", "prompt-engineer", "--role", "writer", *DATE)
    assert re.search(r"^Prompt engineer: \d+%", done.out, re.M)
    assert "The documents name this role in passing" in done.out
    assert "Closest roles" not in done.out


def test_a_typo_in_a_role_gets_suggestions() -> None:
    done = skillgap("analyze", SAMPLE, "--role", "data scientits")
    assert_fails(done, 2, "no role 'data scientits'", "Did you mean data-scientist")
    far = skillgap("analyze", SAMPLE, "--role", "zzzzqqqq")
    assert_fails(far, 2, "no role 'zzzzqqqq'", "skillgap roles")


def test_all_roles_of_a_family_are_listed() -> None:
    family = {
        line.split()[0] for line in skillgap("role", "governance").out.splitlines() if " + " in line
    } - {"'4"}
    assert len(family) > 5
    done = skillgap("analyze", SAMPLE, "--role", "Governance", "--format", "json")
    assert set(role_ids(json.loads(done.out))) == family
    table = skillgap("analyze", SAMPLE, "--role", "governance", "-q", env=WIDE).out
    assert len(re.findall(r" \d+%  ", table)) == len(family)


def test_top_sets_how_many_roles_are_listed() -> None:
    assert len(role_ids(analyze_json(SAMPLE, "--top", "3"))) == 3
    assert len(role_ids(analyze_json(SAMPLE))) >= 35
    wrong = skillgap("analyze", SAMPLE, "--top", "0")
    assert wrong.code == 2
    assert wrong.out == ""


def test_json_and_markdown_go_to_standard_output() -> None:
    done = skillgap("analyze", SAMPLE, *DATE, "--format", "markdown")
    assert done.code == 0
    assert done.out.startswith("# Skill-gap report: hana")
    assert done.err == ""


def test_standard_input_gives_the_same_report() -> None:
    piped = skillgap("analyze", "-", *DATE, "--format", "json", stdin=SAMPLE.read_bytes())
    assert piped.code == 0, piped.err
    from_file, from_pipe = analyze_json(SAMPLE), json.loads(piped.out)
    assert from_pipe["resume"].pop("source") == "-"
    resume = from_file["resume"]
    assert isinstance(resume, dict)
    assert resume.pop("source") == str(SAMPLE)
    assert from_pipe == from_file


def test_standard_input_has_a_name() -> None:
    data = SAMPLE.read_bytes()
    for call, line in (
        (["report", "-"], "# Skill-gap report: standard input"),
        (["analyze", "-", "-q"], "─ standard input ─"),
        (["compare", "-", str(SAMPLE), "--format", "markdown"], "# standard input → "),
    ):
        assert line in skillgap(*call, stdin=data).out.split("\n")[0]


def test_nothing_on_standard_input() -> None:
    assert_fails(skillgap("analyze", "-"), 3, "error: standard input is empty.")
    assert_fails(skillgap("read", "-", stdin=b"\0\1\2" * 9), 3, "error: standard input is not in")


LEARNING = """Ruben Castell

Experience
Packer, Harl Logistics, 2019 - 2025
- Sat next to the data team, who built dashboards in Tableau

What I want to learn
Python, SQL, Docker, PyTorch

Skills
Excel
"""


def test_a_resume_most_of_whose_skills_do_not_count(tmp_path: Path) -> None:
    """It says so at its head, and why; another one does not."""
    resume = tmp_path / "ruben.txt"
    resume.write_text(LEARNING)
    why = "Most skills that were seen do not count: 4 wished for or being learned, 2 someone else's"
    assert why in " ".join(skillgap("analyze", resume, "-q").out.replace("│", "").split())
    for format_ in ("markdown", "html"):
        out = skillgap("report", resume, "--format", format_).out
        assert why in unescape(out).replace("\\", "")
    assert "were seen do not count" not in shown("analyze", SAMPLE, "-q").out


def test_as_of_settles_what_present_means() -> None:
    def months(date: str) -> int:
        done = shown("analyze", SAMPLE, "--as-of", date, "--format", "json")
        skills = json.loads(done.out)["skills"]
        return max(skill["months"] or 0 for skill in skills if skill["last_used"] == date[:7])

    assert months("2027-11-01") == months("2026-11-01") + 12


@pytest.mark.parametrize("date", ["yesterday", "2026-13-01", "01.11.2026", ""])
def test_a_bad_date(date: str) -> None:
    assert_fails(skillgap("analyze", SAMPLE, "--as-of", date), 2, f"'{date}'", "2026-01-31")


def test_fail_under() -> None:
    for role, limit, code in (("ai-content-creator", "10", 0), ("ai-content-creator", "100", 1)):
        done = skillgap("analyze", SAMPLE, "--role", role, "--fail-under", limit, *DATE)
        assert done.code == code
        assert "%" in done.out, "the report is printed all the same"
    assert skillgap("analyze", CHEF, "--fail-under", "90").code == 1
    assert skillgap("analyze", SAMPLE, "--fail-under", "101").code == 2


def test_a_taxonomy_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "taxonomy.toml").write_text('name = "bakery"\nversion = "1"\n[[documents]]\n'
        'id = "d"\nfile = "d.txt"\ntitle = "D"\nsha256 = ""\nheadings = ["H"]\n')  # fmt: skip
    source = '{ document = "d", heading = "H", phrase = "p" }'
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "all.toml").write_text('[[skill]]\nid = "copywriting"\n'
        'preferred_label = "copywriting"\nkind = "craft"\norigin = "document"\n'
        f"provenance = [{source}]\n")  # fmt: skip
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "all.toml").write_text('[[role]]\nid = "scribe"\n'
        f'preferred_label = "Scribe"\nkind = "craft"\nprovenance = [{source}]\n'
        f'requirements = [{{ skill = "copywriting", importance = "essential", '
        f"provenance = [{source}] }}]\n")  # fmt: skip
    report = analyze_json(SAMPLE, "--taxonomy", tmp_path)
    assert role_ids(report) == ["scribe"]
    roles, taxonomy = report["roles"], report["taxonomy"]
    assert isinstance(roles, list)
    assert isinstance(taxonomy, dict)
    assert roles[0]["coverage"] == 1
    assert taxonomy["name"] == "bakery"
    assert skillgap("roles", "--taxonomy", tmp_path).out.splitlines()[1].startswith("scribe")


# -o


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    for format_, start in (("text", "╭"), ("json", "{"), ("markdown", "# Skill-gap")):
        target = tmp_path / f"gap.{format_}"
        done = skillgap("analyze", SAMPLE, *DATE, "--format", format_, "-o", target)
        assert (done.code, done.out, done.err) == (0, "", f"Wrote {target}\n")
        content = target.read_bytes()
        assert content.decode("utf-8").startswith(start)
        assert content.endswith(b"\n")
        assert ESCAPE.encode() not in content
    assert sorted(p.name for p in tmp_path.iterdir()) == ["gap.json", "gap.markdown", "gap.text"]


def test_an_existing_file_needs_force(tmp_path: Path) -> None:
    target = tmp_path / "gap.json"
    target.write_text("mine")
    target.chmod(0o640)
    call = ("analyze", SAMPLE, "--format", "json", "-q", "-o", target)
    assert_fails(skillgap(*call), 2, "exists already", "--force")
    assert target.read_text() == "mine"
    done = skillgap(*call, "--force")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert json.loads(target.read_text("utf-8"))["schema_version"] == 1
    assert target.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["gap.json"]


def test_a_report_never_takes_the_resume_s_place(tmp_path: Path) -> None:
    resume, link = tmp_path / "resume.pdf", tmp_path / "link.pdf"
    resume.write_bytes(SAMPLE.read_bytes())
    link.symlink_to(resume)
    assert_fails(skillgap("analyze", resume, "-o", link, "--force"), 2, "the file that is read")
    assert resume.read_bytes() == SAMPLE.read_bytes()


@pytest.mark.skipif(not Path("/dev/zero").is_char_device(), reason="no /dev/zero here")
def test_a_device_without_end_is_too_large() -> None:
    assert_fails(skillgap("analyze", "/dev/zero"), 3, "too large")


def test_the_target_is_looked_at_before_any_work(tmp_path: Path) -> None:
    target = tmp_path / "gap.json"
    target.write_text("mine")
    assert_fails(skillgap("analyze", "no-such.pdf", "-o", target), 2, "exists already")


def test_a_minus_as_output_is_standard_output(tmp_path: Path) -> None:
    done = skillgap("analyze", SAMPLE, "--format", "json", "-o", "-", cwd=tmp_path)
    assert json.loads(done.out)["schema_version"] == 1
    assert list(tmp_path.iterdir()) == []


# colour and amount


def test_colour() -> None:
    call = ("analyze", SAMPLE, *DATE)
    plain = shown(*call).out
    coloured = skillgap(*call, "--color", "always").out
    assert ESCAPE in coloured
    uncoloured = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in uncoloured.splitlines()] == plain.splitlines()
    assert skillgap(*call, "--color", "never", env={"FORCE_COLOR": "1"}).out == plain
    assert ESCAPE in skillgap(*call, "--color", "always", env={"NO_COLOR": "1"}).out
    assert skillgap(*call, "--color", "sometimes").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(
    ("extra", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_on_a_terminal(extra: dict[str, str], coloured: bool) -> None:
    import pty

    terminal, end = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "analyze", str(SAMPLE)], stdout=end, stderr=end, env=environment(extra)
    ) as process:
        os.close(end)
        seen = b""
        try:
            while piece := os.read(terminal, 65536):
                seen += piece
        except OSError:  # how a pseudo-terminal ends on Linux
            pass
    os.close(terminal)
    assert process.returncode == 0
    assert bool(re.search(rb"\x1b\[(3\d|9\d|\d;3\d)m", seen)) is coloured


def test_quiet_and_verbose() -> None:
    quiet, normal, verbose = (
        shown("analyze", SAMPLE, *DATE, *extra).out for extra in (("-q",), (), ("-v",))
    )
    assert "Closest roles" in quiet
    assert "no evidence found" not in quiet
    assert "Next," not in quiet
    assert len(quiet) < len(normal) < len(verbose)


def test_verbose_says_the_rules() -> None:
    resume = RESUMES / "maya-lindqvist-ml-engineer.pdf"
    out = " ".join(skillgap("analyze", resume, "-v", env=WIDE).out.split())
    assert re.search(r"part of another name \(.+\)", out)


def test_debug_shows_the_traceback_and_keeps_the_exit_code() -> None:
    done = skillgap("analyze", "no-such.pdf", "--debug")
    assert done.code == 3
    assert "Traceback" in done.err
    assert "UnreadableError" in done.err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_output_without_utf_8(encoding: str) -> None:
    """A pipe on Windows: what the encoding lacks is shown by plainer signs, never by a crash."""
    done = subprocess.run(
        [*COMMAND, "analyze", str(SAMPLE), "--color", "never"],
        capture_output=True, env=environment({"PYTHONIOENCODING": encoding}), check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    out = done.stdout.decode(encoding)
    assert re.search(r"^\+ content strategy", out, re.M | re.I)
    assert re.search(r"^- .*no evidence found", out, re.M)


# listings


def test_roles() -> None:
    out = shown("roles").out
    head, *lines = out.split("\n\n")[0].splitlines()
    assert head.split() == ["Id", "Asks", "for", "Role"]
    assert len(lines) >= 40
    row = next(line for line in lines if line.startswith("machine-learning-engineer "))
    assert re.fullmatch(r"machine-learning-engineer +\d+ \+ \d+ +Machine learning engineer", row)
    assert any("mentioned only" in line for line in lines)


def test_role() -> None:
    out = skillgap("role", "machine-learning-engineer").out
    for words in ("Machine learning engineer\n", "Also called", "Pay ", "USD a year", "Advice",
                  "Named in", "\nEssential\n", "\nOptional\n", "“"):  # fmt: skip
        assert words in out
    assert "The documents name this role in passing" in skillgap("role", "writer").out


def test_a_family_of_roles() -> None:
    done = skillgap("role", "technical")
    assert done.code == 0
    head, *_ = done.out.splitlines()
    assert re.fullmatch(r"technical is a family of \d+ roles", head)
    assert "\ndata-scientist " in done.out
    made = json.loads(skillgap("role", "technical", "--format", "json").out)
    assert {role["id"] for role in made} >= {"data-scientist", "prompt-engineer"}
    one = skillgap("rank", "x.sqlite", "--role", "technical")
    assert_fails(one, 2, "a family of", "Name one of", "data-scientist")


def test_skills() -> None:
    head, *lines = skillgap("skills").out.splitlines()
    assert head.split() == ["Id", "From", "Skill"]
    assert any(re.fullmatch(r"python +documents +Python", line) for line in lines)
    assert any(line.split()[1] == "curated" for line in lines)


def test_skill() -> None:
    out = skillgap("skill", "R").out
    for words in ("R\n", "Also called", "Implies", "Guarded", "Asked by", "Named in", "Note"):
        assert words in out
    assert "curated, in no document" in skillgap("skill", "kotlin").out
    assert_fails(skillgap("skill", "pythonn"), 2, "no skill 'pythonn'", "Did you mean python")


def test_listings_are_plain_in_a_pipe() -> None:
    for command in (["roles"], ["skills"], ["role", "writer"], ["skill", "r"]):
        done = skillgap(*command)
        assert done.code == 0
        assert done.err == ""
        assert ESCAPE not in done.out


# explain

MAYA = RESUMES / "maya-lindqvist-ml-engineer.pdf"


@pytest.mark.parametrize(
    ("skill", "status", "words"),
    [
        ("PyTorch", "claimed", ["PyTorch: shown", "●", "page 1, work", "Looked for"]),
        ("deep learning frameworks", "implied", ["implied by", "→"]),
        ("Kotlin", "missing", ["no evidence found", "Looked for"]),
        ("Spark", "missing", ["no evidence found", "not counted: part of another name"]),
    ],
)
def test_explain(skill: str, status: str, words: list[str]) -> None:
    call = ("explain", MAYA, skill, *DATE)
    text = skillgap(*call, env=WIDE)
    assert text.code == 0, text.err
    for word in words:
        assert word in text.out
    explained = json.loads(skillgap(*call, "--format", "json").out)
    assert explained["status"] == status
    assert explained["looked_for"]["labels"]


def test_explain_reads_standard_input() -> None:
    done = skillgap("explain", "-", "pytorch", stdin=MAYA.read_bytes())
    assert done.code == 0, done.err
    assert "PyTorch: shown" in done.out


# usage


def test_version_and_help() -> None:
    assert skillgap("--version").out == f"skillgap {package.__version__}\n"
    for command in (["-h"], ["analyze", "-h"], ["explain", "-h"], ["roles", "--help"],
                    ["role", "--help"], ["skills", "--help"], ["skill", "--help"]):  # fmt: skip
        done = skillgap(*command)
        assert (done.code, done.err) == (0, "")
        assert "Usage:" in done.out
    assert skillgap().code == 2


@pytest.mark.parametrize(
    "call",
    [["nosuch"], ["analyze"], ["analyze", "--bogus", "x.pdf"], ["analyze", "x", "--format", "xml"],
     ["explain", "x.pdf"], ["role"], ["skill", "python", "more"]],
)  # fmt: skip
def test_wrong_usage(call: list[str]) -> None:
    command = "skillgap" if call == ["nosuch"] else f"skillgap {call[0]}"
    assert_fails(skillgap(*call), 2, f"'{command} --help' shows what there is.")


def test_a_typo_in_an_option_or_command_gets_suggestions() -> None:
    assert_fails(skillgap("analyze", "x.pdf", "--rle", "a"), 2, "--role")
    assert_fails(skillgap("anlyze", "x.pdf"), 2, "analyze")


def test_the_installed_command_is_the_same() -> None:
    script = Path(sys.executable).with_name("skillgap")
    if not script.exists():
        pytest.skip("skillgap is not installed as a command beside this interpreter")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"skillgap {package.__version__}\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_an_interruption(tmp_path: Path) -> None:
    """Ctrl-C while a resume is read: 130, one line, no traceback, no half-written file."""
    pipe, target = tmp_path / "resume.pdf", tmp_path / "gap.json"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [*COMMAND, "analyze", str(pipe), "--format", "json", "-o", str(target)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(),
    )  # fmt: skip
    with pipe.open("wb"):  # opens only when the process has come to reading
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=300)
    assert process.returncode == 130
    assert out == ""
    assert "Traceback" not in err
    assert [p.name for p in tmp_path.iterdir()] == ["resume.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
@pytest.mark.parametrize("call", [["roles"], ["skills", "--format", "json"], ["skills"]])
def test_a_reader_that_leaves_is_no_error(call: list[str]) -> None:
    line = " ".join([*COMMAND, *call]) + " | head -n 1"
    done = subprocess.run(
        line, shell=True, capture_output=True, text=True, env=environment(), check=True
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


@pytest.mark.parametrize("call", [["analyze"], ["report"], ["plan"]])
def test_an_ending_promises_its_format(tmp_path: Path, call: list[str]) -> None:
    target = tmp_path / "gap.pdf"
    assert_fails(skillgap(*call, SAMPLE, "-o", target), 2, "gap.pdf promises", "--format")
    assert not target.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_a_reader_that_leaves_is_no_missed_limit(tmp_path: Path) -> None:
    """141, as shells have it for a broken pipe, and not 1, which means --fail-under."""
    line = " ".join([*COMMAND, "analyze", str(SAMPLE)]) + " | true; exit ${PIPESTATUS[0]}"
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, env=environment(), cwd=tmp_path, check=False
    )
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full here")
@pytest.mark.parametrize("call", [["roles"], ["analyze", str(SAMPLE)]])
def test_no_room_for_the_output(call: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *call], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert "The output cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_paths_need_not_be_ascii(tmp_path: Path) -> None:
    folder = tmp_path / "Lebensläufe – 履歴書"
    folder.mkdir()
    resume = folder / "Zoë’s CV.pdf"
    resume.write_bytes(SAMPLE.read_bytes())
    done = skillgap("analyze", resume, "-o", folder / "ü.md", "--format", "markdown")
    assert done.code == 0, done.err
    assert (folder / "ü.md").read_text("utf-8").startswith("# Skill-gap report: Zoë’s CV.pdf")


def test_nothing_is_written_unless_asked(tmp_path: Path) -> None:
    """No cache, no settings, no history: HOME and the working folder stay as they were."""
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir()
    here.mkdir()
    places = {"HOME": home, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home, "TMPDIR": here}
    settings = {name: str(folder) for name, folder in places.items()}
    done = skillgap("analyze", SAMPLE, cwd=here, env=settings)
    assert done.code == 0
    assert list(home.rglob("*")) == []
    assert list(here.rglob("*")) == []


def test_root_of_the_checkout_is_not_needed(tmp_path: Path) -> None:
    assert skillgap("roles", cwd=tmp_path).out == shown("roles").out
