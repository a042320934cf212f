"""Batches: nothing done twice, nothing lost, whatever happens in between."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from batches import RESUMES, ROLE, fill, here, make_folder
from running import COMMAND, assert_fails, begin, environment, skillgap
from running import RESUMES as SAMPLES

from skillgap import Taxonomy, UsageError
from skillgap.batch import answers
from skillgap.batch.jobs import Input, Record, Settings, Task
from skillgap.batch.run import watched
from skillgap.batch.store import Store
from skillgap.errors import InputFailedError

DATE = ("--as-of", "2026-11-01")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "resumes")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "results.sqlite") as opened:
        yield opened


class Counting:
    """An engine that notes what it was asked for."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, tasks: Iterator[Task], settings: Settings) -> Iterator[Record]:
        def noted() -> Iterator[Task]:
            for task in tasks:
                self.seen.append(Path(task.source).name)
                yield task

        return here(noted(), settings)


def test_a_second_run_reads_only_what_is_new(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    first = fill(store, taxonomy, folder)
    assert len(first) == len(RESUMES)
    assert not any(outcome.known for outcome in first)
    again = Counting()
    assert all(outcome.known for outcome in fill(store, taxonomy, folder, engine=again))
    assert again.seen == []
    (folder / "ben.txt").write_text(RESUMES["ben.txt"].replace("SQL", "SQL, R"))
    (folder / "eve.txt").write_text("Eve Doe\n\nSkills\n\nDocker\n")
    fill(store, taxonomy, folder, engine=again)
    assert again.seen == ["ben.txt", "eve.txt"]


def test_a_file_that_was_only_touched_is_not_analyzed(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    fill(store, taxonomy, folder)
    os.utime(folder / "ada.txt", (1, 1))
    again = Counting()
    assert all(outcome.known for outcome in fill(store, taxonomy, folder, engine=again))
    assert again.seen == []


def test_another_date_counts_anew(folder: Path, store: Store, taxonomy: Taxonomy) -> None:
    fill(store, taxonomy, folder)
    again = Counting()
    fill(store, taxonomy, folder, engine=again, as_of="2025-01-01")
    assert sorted(again.seen) == sorted(RESUMES)
    fill(store, taxonomy, folder, engine=again)
    assert len(again.seen) == len(RESUMES)


def test_what_is_gone_is_forgotten(folder: Path, store: Store, taxonomy: Taxonomy) -> None:
    fill(store, taxonomy, folder)
    (folder / "ada.txt").unlink()
    fill(store, taxonomy, folder)
    assert answers.tally(store).inputs == len(RESUMES) - 1
    (count,) = store.query("SELECT count(*) AS n FROM analyses")
    assert count["n"] == len(RESUMES) - 1


def test_nothing_is_forgotten_when_a_folder_cannot_be_listed(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    fill(store, taxonomy, folder)
    shutil.move(folder, folder.with_name("away"))
    told = fill(store, taxonomy, folder)
    assert [outcome.code for outcome in told] == ["missing"]
    assert answers.tally(store).candidates == len(RESUMES)


def test_the_same_bytes_are_analyzed_once(folder: Path, store: Store, taxonomy: Taxonomy) -> None:
    shutil.copy(folder / "ada.txt", folder / "copy.txt")
    counting = Counting()
    fill(store, taxonomy, folder, engine=counting)
    assert len(counting.seen) == len(RESUMES)
    first = next(answers.rank(store, ROLE))
    assert Path(first.source).name == "ada.txt"
    assert [Path(source).name for source in first.also] == ["copy.txt"]


def test_a_duplicate_is_not_known_before_a_second_run(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    shutil.copy(folder / "ada.txt", folder / "copy.txt")
    # Once with the copy met while its bytes are in work, once when they are done; and a file twice.
    for late in (folder, folder / "ada.txt"):
        told = fill(store, taxonomy, folder / "ben.txt", late, folder)
        assert not any(outcome.known for outcome in told)
        store.write("DELETE FROM sources")
        store.write("DELETE FROM analyses")
    fill(store, taxonomy, folder)
    told = fill(store, taxonomy, folder)
    assert len(told) == len(RESUMES) + 1
    assert all(outcome.known for outcome in told)


def test_a_failure_names_no_other_file_with_the_same_bytes(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    for name in ("one.pdf", "two.pdf"):
        (folder / name).write_bytes(b"")
    fill(store, taxonomy, folder)
    one, two = answers.failures(store)
    assert (one.message, two.code) == (two.message, "empty")
    assert one.message.startswith("This file is empty. It holds no bytes.")


def test_a_result_that_another_run_forgets_is_made_anew(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    """Between the look whether a content is known and its use, another run may forget it."""
    fill(store, taxonomy, folder)
    shutil.copy(folder / "ada.txt", folder / "copy.txt")
    honest = store.adopt

    def late(item: Input, sha256: str) -> bool:
        if item.source.endswith("copy.txt"):
            store.write("DELETE FROM analyses WHERE sha256 = ?", [(sha256,)])
        return honest(item, sha256)

    store.adopt = late  # type: ignore[method-assign]
    counting = Counting()
    fill(store, taxonomy, folder, engine=counting)
    assert counting.seen == ["copy.txt"]
    tally = answers.tally(store)
    assert (tally.inputs, tally.candidates) == (len(RESUMES) + 1, len(RESUMES))


def test_the_same_text_in_another_format_is_ranked_once(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    text = RESUMES["ada.txt"].replace("\n\n", "</p><p>")
    (folder / "ada.html").write_text(f"<html><body><p>{text}</p></body></html>")
    fill(store, taxonomy, folder)
    first = next(answers.rank(store, ROLE))
    assert Path(first.source).name == "ada.html"
    assert [Path(source).name for source in first.also] == ["ada.txt"]
    assert answers.tally(store).candidates == len(RESUMES)


def test_failures_have_reasons_and_stop_nothing(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n\0\0")
    (folder / "empty.txt").write_bytes(b"")
    fill(store, taxonomy, folder, folder / "nobody.pdf")
    found = {Path(lost.source).name: lost.code for lost in answers.failures(store)}
    assert found == {"broken.pdf": "damaged", "empty.txt": "empty", "nobody.pdf": "missing"}
    tally = answers.tally(store)
    assert (tally.ok, tally.unreadable + tally.failed) == (len(RESUMES), 3)
    assert dict(tally.reasons) == {"damaged": 1, "empty": 1, "missing": 1}


def test_failures_that_may_pass_are_tried_again(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    def crashing(tasks: Iterator[Task], _: Settings) -> Iterator[Record]:
        for task in tasks:
            yield Record(task.source, task.sha256, "failed", 0.1, "crashed", "It crashed.")

    fill(store, taxonomy, folder, engine=crashing)
    assert answers.tally(store).failed == len(RESUMES)
    fill(store, taxonomy, folder)
    assert answers.tally(store).ok == len(RESUMES)


def test_strict_stops_at_the_first_failure(folder: Path, store: Store, taxonomy: Taxonomy) -> None:
    (folder / "b.txt").write_bytes(b"")
    with pytest.raises(InputFailedError, match=r"b\.txt failed"):
        fill(store, taxonomy, folder, strict=True)
    assert answers.tally(store).candidates == 1


def test_a_file_that_vanishes_meanwhile_is_a_failure(
    folder: Path, store: Store, taxonomy: Taxonomy
) -> None:
    def vanishing(tasks: Iterator[Task], settings: Settings) -> Iterator[Record]:
        for task in here(tasks, settings):
            (folder / "dee.txt").unlink(missing_ok=True)
            yield task

    told = fill(store, taxonomy, folder, engine=vanishing)
    assert [o.code for o in told if o.source.endswith("dee.txt")] == ["missing"]


# watch


def test_watching_waits_for_files_to_be_whole() -> None:
    looks = iter(
        [
            [Input("a", size=1, modified=1)],
            [Input("a", size=2, modified=2)],  # still being written
            [Input("a", size=2, modified=2), Input("b", size=1, modified=1)],
            [Input("a", size=2, modified=2), Input("b", size=1, modified=1)],
            [Input("a", size=2, modified=2), Input("b", size=5, modified=9)],
            [Input("a", size=2, modified=2), Input("b", size=5, modified=9)],
        ]
    )
    found = watched(lambda: next(looks), 1.0, set(), sleep=lambda _: None)
    assert [item.source for item in next(found)] == ["a"]
    assert [item.source for item in next(found)] == ["b"]
    assert [(item.source, item.size) for item in next(found)] == [("b", 5)]


def test_watching_waits_for_a_folder_that_went_away() -> None:
    gone = Input("folder", failure=("missing", "There is no folder."))
    there = Input("folder/a", size=1, modified=1)
    looks = iter([[gone], [gone], [there], [there]])
    found = watched(lambda: next(looks), 1.0, set(), sleep=lambda _: None)
    assert next(found) == [there]


def test_watching_tries_again_what_a_store_did_not_give() -> None:
    there = [Input("a", size=1, modified=1), Input("b", size=1, modified=1)]
    again: set[str] = set()
    slept: list[float] = []
    found = watched(lambda: there, 1.0, again, sleep=slept.append)
    assert next(found) == there
    again.add("b")
    assert next(found) == there[1:]
    assert 25 < len(slept) < 35
    assert not again


# the command


def test_a_ranking_on_the_terminal(folder: Path, tmp_path: Path) -> None:
    done = skillgap("batch", folder, "--role", ROLE, *DATE, cwd=tmp_path)
    assert done.code == 0, done.err
    assert done.err == ""
    lines = [line.split() for line in done.out.splitlines()]
    places = [line[:2] for line in lines if line and line[-1].endswith("/22")]
    assert places == [["1", "ada.txt"], ["=2", "ben.txt"], ["=2", "cyd.txt"], ["4", "dee.txt"]]
    assert "Roles by candidates" in done.out
    assert "4 resumes: 4 read (0 doubtful), 0 not" in done.out
    assert list(tmp_path.iterdir()) == [folder]


def test_exit_codes(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    done = skillgap("batch", folder, *DATE, env={"COLUMNS": "200"})
    assert done.code == 4
    assert "empty.txt" in done.out
    assert "It holds no bytes." in done.out
    assert_fails(skillgap("batch", folder, "--strict", *DATE), 4, "empty.txt failed", "--strict")
    assert_fails(skillgap("batch", folder, "--role", "data scientits"), 2, "Did you mean")
    assert_fails(skillgap("batch", folder, "-o", "results.doc"), 2, ".sqlite, .csv")
    assert_fails(skillgap("batch", folder, "--engine", "dask"), 2, "--scheduler")


def test_one_resume_in_two_formats_and_orders_is_ranked_once(tmp_path: Path) -> None:
    """Two columns of a PDF, and the page they were printed from in the order of its source; another
    PDF has running heads."""
    people = ("maya-lindqvist-ml-engineer", "greta-solberg-ai-solutions-architect")
    place = tmp_path / "in"
    place.mkdir()
    for person in people:
        shutil.copy(SAMPLES / f"{person}.pdf", place)
        shutil.copy(SAMPLES.parent / "sources" / f"{person}.html", place)
    done = skillgap("batch", place, "--role", ROLE, *DATE, env={"COLUMNS": "140"}).out
    assert "4 resumes: 4 read" in done
    assert "2 of them hold the same text as another one and are ranked with it" in done
    assert all(f"same as {person}.pdf" in done for person in people)


def test_resumes_that_differ_in_a_sign_are_two(tmp_path: Path) -> None:
    for name, skill in (("one.txt", "C"), ("two.txt", "C++"), ("three.txt", "C#")):
        text = f"Ada Example\nSkills\n{skill}, SQL, Linux\n{'Wrote firmware for pumps. ' * 12}"
        (tmp_path / name).write_text(text, "utf-8")
    assert "same text" not in skillgap("batch", tmp_path, "--role", ROLE, *DATE).out


def test_the_summary_tells_duplicates_from_what_is_known(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "ada.txt", folder / "copy.txt")
    target = tmp_path / "results.sqlite"
    first = skillgap("batch", folder, "-o", target, *DATE).out
    assert "5 resumes: 5 read" in first
    one = "1 of them holds the same text as another one and is ranked with it"
    assert one in first
    assert "same as copy.txt" in first
    assert "known already" not in first
    shutil.copy(folder / "dee.txt", folder / "other.txt")
    page = tmp_path / "r.md"
    second = skillgap("batch", folder, "-o", target, "-o", page, *DATE).out
    assert "2 of them hold the same text as another one and are ranked with it" in second
    assert "6 known already" in second
    counts = "4 candidates from 6 files; 2 hold the same text as another one; 0 not read"
    assert page.read_text("utf-8").splitlines()[2] == counts


def test_what_is_not_listed_can_be_had_with_the_command_that_is_named(
    folder: Path, tmp_path: Path
) -> None:
    for number in range(3):
        (folder / f"broken {number}.txt").write_bytes(b"")
    target = tmp_path / "my results.sqlite"
    wide = {"COLUMNS": "200"}
    cut = skillgap("batch", folder, "--role", ROLE, "--top", "2", *DATE, env=wide).out
    assert "and 2 more: --top 4 lists all" in cut
    assert "and 1 more: --top 3 lists all" in cut
    assert " more: " not in skillgap("batch", folder, "--top", "4", *DATE, env=wide).out
    kept = skillgap("batch", folder, "--role", ROLE, "--top", "2", "-o", target, *DATE, env=wide)
    (hint,) = [line for line in kept.out.splitlines() if "skillgap rank" in line]
    words = shlex.split(hint.split(": ", 1)[1])
    assert words == ["skillgap", "rank", str(target), "--role", ROLE]
    whole = skillgap(*words[1:]).out
    assert all(name in whole for name in RESUMES)


def test_nothing_to_read_is_said_and_nothing_is_forgotten(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "results.sqlite"
    skillgap("batch", folder, "-o", target, *DATE)
    empty = skillgap("batch", folder, "-o", target, "--include", "*.pdf", *DATE)
    assert_fails(empty, 2, "There is no resume in", "Left out by their names: 4", "--include")
    later = ("--as-of", "2031-01-01")
    assert_fails(skillgap("batch", folder, "-o", target, "--include", "*.pdf", *later), 2)
    ranked = skillgap("rank", target, "--role", ROLE).out  # the run that met nothing hides nothing
    assert all(name in ranked for name in RESUMES)
    for name in RESUMES:
        (folder / name).unlink()
    output = tmp_path / "r.csv"
    assert_fails(
        skillgap("batch", folder, "-o", target, "-o", output, *DATE), 2, "It is empty", "Name files"
    )
    assert not output.exists()
    assert_fails(skillgap("batch", "-", *DATE), 2, "There is no resume in -")
    with Store(target) as store:
        assert answers.tally(store).candidates == len(RESUMES)


def test_limits_can_be_raised_and_what_they_refused_is_tried_again(
    folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "results.sqlite"
    command = ("batch", folder, "-o", target, "--format", "json", *DATE)
    tight = skillgap(*command, "--limit", "characters=400")
    assert tight.code == 4
    assert json.loads(tight.out)["inputs"]["reasons"] == {"limit": len(RESUMES)}
    # The same run again would refuse the same; one with other limits may not.
    assert skillgap(*command).code == 4
    assert skillgap(*command, "--limit", "characters=4000").code == 0
    assert skillgap(*command).code == 0
    alone = skillgap("batch", folder / "ada.txt", "--limit", "bytes=100", *DATE)
    assert alone.code == 4
    assert "limit 1" in alone.out
    assert_fails(skillgap("batch", folder, "--limit", "page=1"), 2, "no limit 'page'", "pages")


def test_a_page_among_the_resumes_is_no_resume(folder: Path) -> None:
    """A run in the folder of the resumes meets what the last one has written there."""
    call: list[str | Path] = [
        "batch",
        folder,
        "-o",
        folder / "results.html",
        "-o",
        folder / "results.md",
        "--force",
    ]
    for _ in range(2):
        assert "4 resumes: 4 read" in skillgap(*call, *DATE).out
    page = folder / "results.html"
    assert_fails(skillgap("batch", page, "-o", page, "--force"), 2, "the file that is read")


def test_files_that_are_left_out_are_counted(folder: Path) -> None:
    (folder / "notes.xyz").write_text("no resume")
    done = skillgap("batch", folder, *DATE)
    assert done.code == 0
    assert done.err == "Left out by their names: 1. --include GLOB takes them.\n"


def test_results_stream_as_json_lines(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    names = "\n".join(str(folder / name) for name in ("ada.txt", "empty.txt"))
    done = skillgap("batch", "-", "--format", "jsonl", "--role", ROLE, *DATE, stdin=names.encode())
    assert done.code == 4
    records = {Path(r["source"]).name: r for r in map(json.loads, done.out.splitlines())}
    assert set(records) == {"ada.txt", "empty.txt"}
    assert [role["id"] for role in records["ada.txt"]["report"]["roles"]] == [ROLE]
    assert records["empty.txt"]["reason"]["code"] == "empty"
    one = skillgap("analyze", folder / "ada.txt", "--role", ROLE, "--format", "json", *DATE)
    assert records["ada.txt"]["report"] == json.loads(one.out)


def test_a_store_keeps_its_date(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "results.sqlite"
    skillgap("batch", folder, "-o", target, "--as-of", "2025-03-01")
    assert "4 known already" in skillgap("batch", folder, "-o", target).out


def test_it_goes_on_after_a_kill(tmp_path: Path) -> None:
    """kill -9 in the middle of a run: what was done is done."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(120):
        text = f"{RESUMES['ada.txt']}\nNumber {number}\n"
        (folder / f"{number:03}.txt").write_text(text)
    target = tmp_path / "results.sqlite"
    command = [*COMMAND, "batch", str(folder), "-o", str(target), "--jobs", "1", *DATE]
    command += ["--engine", "serial", "--format", "jsonl"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()
    )
    assert process.stdout is not None
    before = [json.loads(process.stdout.readline())["source"] for _ in range(20)]
    process.kill()
    process.wait()
    process.stdout.close()
    with sqlite3.connect(target) as db:
        (kept,) = db.execute("SELECT count(*) FROM results").fetchone()
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        whole = "SELECT count(*) FROM analyses WHERE id IN (SELECT analysis_id FROM coverages)"
        assert db.execute(whole).fetchone() == (kept,)
    assert len(before) <= kept < 120
    done = skillgap("batch", folder, "-o", target, *DATE, "--format", "text")
    assert done.code == 0, done.err
    assert "120 resumes: 120 read" in done.out
    assert f"{kept} known already" in done.out


def test_two_runs_at_once_share_a_store(tmp_path: Path) -> None:
    target = tmp_path / "results.sqlite"
    both = [begin("batch", SAMPLES, "-o", target, "--jobs", "1", *DATE) for _ in range(2)]
    for process in both:
        out, err = process.communicate(timeout=300)
        assert process.returncode == 0, err
        assert "18 resumes: 18 read" in out
    with sqlite3.connect(target) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM analyses").fetchone() == (18,)


def test_a_new_store_is_made_by_many_at_once(tmp_path: Path) -> None:
    opening = (
        "import sys, time; from pathlib import Path; from skillgap.batch.database import Database\n"
        "while time.time() < float(sys.argv[2]): pass\n"
        "Database(Path(sys.argv[1])).close()"
    )
    for attempt in range(5):
        target = str(tmp_path / f"{attempt}.sqlite")
        command = [sys.executable, "-c", opening, target, str(time.time() + 1)]
        runs = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(6)]
        for run in runs:
            _, err = run.communicate(timeout=300)
            assert run.returncode == 0, err


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interruption_in_the_middle_writes_what_there_is(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number:03}.txt").write_text(f"{RESUMES['ada.txt']}\nNumber {number}\n")
    store, table = tmp_path / "results.sqlite", tmp_path / "r.csv"
    outputs = ("-o", store, "-o", table, "-o", table)
    process = begin("batch", folder, *outputs, "--format", "jsonl", "--role", ROLE)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=300)
    assert process.returncode == 130
    assert f"Wrote {table}\nWhat was done is kept. Go on with: skillgap batch" in err
    with Store(store) as kept:
        count = answers.tally(kept).inputs
    assert 0 < count < 200
    assert len(table.read_text("utf-8").splitlines()) == 1 + count


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("word", ["SIGINT", "SIGTERM"])
def test_an_interruption_says_how_to_go_on(tmp_path: Path, word: str) -> None:
    folder = make_folder(tmp_path / "resumes")
    target = tmp_path / "results.sqlite"
    process = begin("batch", folder, "-o", target, "--watch", "--format", "jsonl")
    assert process.stdout is not None
    for _ in RESUMES:
        process.stdout.readline()
    (folder / "late.txt").write_text("Late Doe\n\nSkills\n\nPython\n")
    assert json.loads(process.stdout.readline())["source"].endswith("late.txt")
    process.send_signal(signal.Signals[word])
    _, err = process.communicate(timeout=300)
    assert process.returncode == 130
    assert "What was done is kept. Go on with: skillgap batch" in err
    assert_fails(skillgap("batch", tmp_path / "none", "--watch"), 2, "none to watch", "Check")
    with Store(target) as store:
        assert answers.tally(store).candidates == len(RESUMES) + 1


# the bar


def at_a_terminal(*arguments: str | Path) -> tuple[int, str]:
    """Run skillgap with a terminal as standard error: exit code, and what came there without its
    escape sequences."""
    pty = pytest.importorskip("pty", reason="there are no terminals here")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=environment({"COLUMNS": "100"}),
    )
    os.close(theirs)
    seen = b""
    with suppress(OSError):  # EIO: the last one at the other end has gone
        while block := os.read(ours, 65_536):
            seen += block
    os.close(ours)
    return process.wait(300), re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode())


def test_a_bar_tells_how_far_it_is(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n\0\0")
    code, seen = at_a_terminal("batch", folder, *DATE)
    assert code == 4
    frames = [frame for frame in re.split(r"[\r\n]+", seen) if "a second" in frame]
    assert frames, seen
    # done of all, the rate, the time that is left, and how many failed
    last = r"━+ +6/6 +\d+\.\d a second +\d+:\d\d +2 failed"
    assert re.search(last, frames[-1]), frames
    assert "Traceback" not in seen


def test_a_pipe_gets_no_bar(folder: Path) -> None:
    done = skillgap("batch", folder, "--format", "json", *DATE)
    assert done.err == ""


# the store's file


def test_a_file_that_is_no_store_is_refused(folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.sqlite"
    text.write_text("not a database, but long enough to look like a file with something in it" * 9)
    before = text.read_bytes()
    assert_fails(skillgap("batch", folder, "-o", text), 2, "cannot be used", "not a database")
    assert text.read_bytes() == before
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE mine (id)")
    with pytest.raises(UsageError, match="another program"):
        Store(other)
    newer = tmp_path / "newer.sqlite"
    Store(newer).close()
    with sqlite3.connect(newer) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="newer version"):
        Store(newer)
    assert_fails(skillgap("rank", tmp_path / "none.sqlite", "--role", ROLE), 2, "There is no file")
    (tmp_path / "folder.sqlite").mkdir()
    with pytest.raises(UsageError, match="no ordinary file"):
        Store(tmp_path / "folder.sqlite")
    with pytest.raises(UsageError, match="no folder"):
        Store(tmp_path / "none" / "results.sqlite")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_store_without_permission(tmp_path: Path) -> None:
    target = tmp_path / "results.sqlite"
    Store(target).close()
    target.chmod(0)
    for reading in (True, False):
        with pytest.raises(UsageError, match="permissions forbid"):
            Store(target, reading=reading)


def test_a_damaged_store_is_said_to_be_one(
    folder: Path, taxonomy: Taxonomy, tmp_path: Path
) -> None:
    target, copy = tmp_path / "results.sqlite", tmp_path / "copy.sqlite"
    with Store(target) as store:
        fill(store, taxonomy, folder)
    whole = target.read_bytes()
    tables = whole.index(b"CREATE TABLE settings") + len("CREATE TABLE ")
    for data in (
        whole[: len(whole) // 2],
        whole[:tables] + b"\xff(\xfe" + whole[tables + 3 :],
        whole[:8192] + bytes(len(whole) - 8192),
    ):
        copy.write_bytes(data)
        assert_fails(skillgap("rank", copy, "--role", ROLE), 2, "cannot be used", "SQLite says")
        assert_fails(skillgap("batch", folder, "-o", copy), 2, "cannot be used")
    with Store(target) as store:
        with store.transaction():
            store.write("UPDATE analyses SET report = x'00'")
        with pytest.raises(UsageError, match=r"A report in it is damaged.*Remove it"):
            store.report_of(1)


def test_a_store_that_is_removed_in_use_is_missed(store: Store) -> None:
    """SQLite itself does not say so."""
    store.check_kept()
    assert store.path is not None
    store.path.unlink()
    with pytest.raises(UsageError, match=r"removed while it was in use.*not kept"):
        store.check_kept()


def test_a_question_leaves_an_empty_file_empty(tmp_path: Path) -> None:
    empty = tmp_path / "empty.sqlite"
    empty.touch()
    assert_fails(skillgap("rank", empty, "--role", ROLE), 2, "It is empty")
    assert [(p.name, p.stat().st_size) for p in tmp_path.iterdir()] == [("empty.sqlite", 0)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if done.returncode:
        pytest.skip("mounting is not permitted")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_store_that_is_closed_to_writing_can_be_asked(
    folder: Path, small_disk: Path, taxonomy: Taxonomy, tmp_path: Path
) -> None:
    """As it lies on a medium that is read-only, also with what a killed run left beside it."""

    def remount(mode: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{mode}", str(small_disk)], check=True)

    target = small_disk / "results.sqlite"
    with Store(target) as store:
        fill(store, taxonomy, folder)
    expected = skillgap("rank", target, "--role", ROLE)
    assert "ada.txt" in expected.out
    remount("ro")
    posting = tmp_path / "posting.txt"
    posting.write_text("Data clerk\n\nRequirements\n\n- Python\n- SQL\n")
    assert skillgap("rank", target, "--role", ROLE) == expected
    assert "100% covered together" in skillgap("team", target, "--posting", posting).out
    assert_fails(skillgap("batch", folder, "-o", target), 2, "closed to writing", "elsewhere")
    remount("rw")
    subprocess.run([sys.executable, "-c", _KILLED_IN_THE_MIDDLE, target], check=True)
    remount("ro")
    assert skillgap("rank", target, "--role", ROLE) == expected
    remount("rw")
    target.with_name("results.sqlite-shm").unlink()
    remount("ro")
    assert_fails(skillgap("rank", target, "--role", ROLE), 2, "closed to writing", "sqlite-wal")


_KILLED_IN_THE_MIDDLE = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("UPDATE runs SET finished = NULL")
os._exit(0)
"""


def test_a_full_disk_loses_nothing(small_disk: Path, taxonomy: Taxonomy, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        text = f"{RESUMES['ada.txt']}\nNumber {number}\n"
        (folder / f"{number:03}.txt").write_text(text)
    target = small_disk / "results.sqlite"
    with pytest.raises(UsageError, match=r"full.*goes on where it stopped"), Store(target) as store:
        fill(store, taxonomy, folder)
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    with Store(target) as store:
        assert store.value("PRAGMA integrity_check") == "ok"
        kept = store.value("SELECT count(*) FROM analyses")
        assert 0 < kept < 60
        counting = Counting()
        fill(store, taxonomy, folder, engine=counting)
        assert len(counting.seen) == 60 - kept


def test_an_output_that_cannot_be_written(folder: Path, small_disk: Path) -> None:
    assert_fails(
        skillgap("batch", folder, "-o", small_disk / "none" / "r.sqlite"), 2, "cannot be used"
    )
    assert_fails(
        skillgap("batch", folder, "-o", small_disk / "none" / "r.csv"), 2, "cannot be written"
    )
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    for name in ("r.sqlite", "r.csv"):
        done = skillgap("batch", folder, "-o", small_disk / name)
        assert done.code == 2, done.err
        assert "Traceback" not in done.err
        assert "cannot be" in done.err


def test_an_output_that_fails_in_the_end_costs_itself_only(
    folder: Path, small_disk: Path, tmp_path: Path
) -> None:
    (small_disk / "ballast").write_bytes(bytes(1_000_000))
    page, table = small_disk / "r.html", tmp_path / "r.csv"
    done = skillgap("batch", folder, "--role", ROLE, "-o", page, "-o", table, *DATE)
    assert done.code == 2
    assert "r.html cannot be written" in done.err
    assert "No space left" in done.err
    assert "ada.txt" in done.out
    assert "ada.txt" in table.read_text()
    assert [p.name for p in small_disk.iterdir()] == ["ballast"]
