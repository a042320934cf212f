"""The engine of several processes: real workers, killed, stuck, greedy, broken."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from skillgap.batch import workers
from skillgap.batch.analyze_one import analyze_one
from skillgap.batch.engines import cores
from skillgap.batch.jobs import Record, Settings, Task
from skillgap.batch.workers import KeptWorkers, Worker, run_processes
from skillgap.isolation import Limits

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "samples" / "resumes").glob("*.pdf"))
SETTINGS = Settings(as_of="2026-11-01", ocr="never")
# Honest work takes a tenth of a second; where the machine is busy with other things, far more.
LIMITS = Limits(memory=1_500, cpu=10, seconds=90)
RESUME = b"Jo Doe\n\nSkills\n\nPython, SQL, machine learning, Docker\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def task_of(data: bytes, source: str = "resume.txt") -> Task:
    return Task(source, data, hashlib.sha256(data).hexdigest())


def outcome(record: Record) -> tuple[object, ...]:
    """All of a record but its time."""
    return (record.source, record.sha256, record.status, record.code, record.report)


def test_records_are_those_of_one_process() -> None:
    assert len(SAMPLES) > 10
    tasks = [task_of(file.read_bytes(), file.name) for file in SAMPLES]
    tasks += [task_of(b"", "empty.pdf"), task_of(b"%PDF-1.7 \0\0", "broken.pdf")]
    alone = [outcome(analyze_one(task.source, task.data, SETTINGS)) for task in tasks]
    together = [outcome(record) for record in run_processes(iter(tasks), SETTINGS, 2)]
    assert sorted(map(str, together)) == sorted(map(str, alone))
    assert {status for _, _, status, _, _ in together} >= {"ok", "unreadable"}


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Workers whose reader of plain text does what a text that begins with `do:` says."""
    (tmp_path / "hostile_worker.py").write_text(
        "import skillgap.readers.text as text\n"
        "honest = text.read_text\n"
        "def read_text(data, source, **kwargs):\n"
        "    if data.startswith(b'do:'):\n"
        "        exec(data[3:].decode())\n"
        "    return honest(data, source, **kwargs)\n"
        "text.read_text = read_text\n"
        "from skillgap.batch.worker import main\n"
        "main()\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(workers, "_CHILD", "hostile_worker")
    return tmp_path


CASES = {
    "while True: pass": "timeout",
    "kept = []\nwhile True: kept.append(bytes(10_000_000))": "memory",
    "import os; os.abort()": "crashed",
    "import os; os._exit(0)": "crashed",
    "import os, signal; os.kill(os.getpid(), signal.SIGKILL)": "crashed",
    "import ctypes; ctypes.string_at(0)": "crashed",
    "1 / 0": "bug",
    "import os; os.write(1, b'noise'); print('noise'); 1 / 0": "bug",
}


@posix
@pytest.mark.usefixtures("hostile")
def test_a_hostile_file_costs_itself_only() -> None:
    tasks = []
    for number, deed in enumerate(CASES):
        tasks += [task_of(b"do:" + deed.encode(), deed), task_of(RESUME, f"honest {number}")]
    limits = Limits(memory=1_000, cpu=3, seconds=90)
    records = {r.source: r for r in run_processes(iter(tasks), SETTINGS, 2, limits)}
    assert len(records) == len(tasks)
    assert {deed: records[deed].code for deed in CASES} == CASES
    for source, record in records.items():
        if source in CASES:
            assert (record.status, record.report) == ("failed", None)
            assert record.message
        else:
            assert record.status in ("ok", "doubtful")
    lost = [records[deed] for deed, code in CASES.items() if code != "bug"]
    assert all(record.sha256 for record in lost)


@posix
@pytest.mark.usefixtures("hostile")
def test_a_file_that_waits_for_ever_is_ended_by_the_clock() -> None:
    limits = Limits(memory=1_500, cpu=10, seconds=2)
    with Worker(SETTINGS, limits) as worker:
        record = worker.run(task_of(b"do:import time; time.sleep(600)"))
        assert (record.status, record.code) == ("failed", "timeout")
        assert worker.pid is None


@posix
def test_a_lost_file_is_tried_once_more_in_a_fresh_worker(hostile: Path) -> None:
    """What was not the file's fault (a worker killed from outside) costs nothing."""
    trace = hostile / "tries"
    trace.mkdir()
    # An empty file may be made, nothing may be written to it.
    deed = (
        f"do:import os; open({str(trace)!r} + f'/{{os.getpid()}}', 'w').close()\n"
        f"if len(os.listdir({str(trace)!r})) == 1: os.abort()"
    )
    with Worker(SETTINGS, LIMITS) as worker:
        record = worker.run(task_of(deed.encode()))
        assert (record.status, record.code) in (("ok", None), ("doubtful", None))
        assert len(list(trace.iterdir())) == 2
        always = (
            f"do:import os; open({str(trace)!r} + f'/{{os.getpid()}}', 'w').close(); os.abort()"
        )
        record = worker.run(task_of(always.encode()))
        assert (record.status, record.code) == ("failed", "crashed")
        # The first try was in the worker that was there: it left no further trace.
        assert len(list(trace.iterdir())) == 3


@linux
def test_killed_from_outside_in_the_middle(hostile: Path) -> None:
    marker = hostile / "begun"
    # The first try waits to be killed, the second one finds that it was.
    slow = (
        f"do:import os, time; again = os.path.exists({str(marker)!r})\n"
        f"open({str(marker)!r}, 'w').close()\n"
        "if not again: time.sleep(600)"
    )
    with Worker(SETTINGS, LIMITS) as worker:
        killed = []

        def kill() -> None:
            while not marker.exists():
                time.sleep(0.01)
            assert worker.pid is not None
            killed.append(worker.pid)
            os.kill(worker.pid, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        record = worker.run(task_of(slow.encode()))
        killer.join()
        assert record.code is None
        assert worker.pid not in (None, *killed)


@linux
@pytest.mark.usefixtures("hostile")
def test_killed_while_it_starts() -> None:
    with Worker(SETTINGS, LIMITS) as worker:

        def kill() -> None:
            while (pid := worker.pid) is None:
                time.sleep(0.01)
            os.kill(pid, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        record = worker.run(task_of(RESUME))
        killer.join()
    assert record.code is None


def test_a_worker_that_never_starts_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_CHILD", "no_such_module")
    with Worker(SETTINGS, LIMITS) as worker, pytest.raises(RuntimeError, match="before they are"):
        worker.run(task_of(RESUME))


@posix
@pytest.mark.usefixtures("hostile")
def test_a_worker_has_one_process_for_many_files() -> None:
    with Worker(SETTINGS, LIMITS) as worker:
        assert worker.pid is None  # nothing is started before there is something to do
        worker.run(task_of(RESUME))
        first = worker.pid
        for _ in range(3):
            worker.run(task_of(RESUME))
        assert worker.pid == first


@linux
@pytest.mark.usefixtures("hostile")
def test_a_worker_that_grew_large_begins_anew() -> None:
    keep = b"do:text.kept = bytearray(400_000_000)"
    with Worker(SETTINGS, LIMITS) as worker:
        worker.run(task_of(RESUME))
        assert worker.pid is not None
        assert worker.run(task_of(keep)).code is None
        assert worker.pid is None
        assert worker.run(task_of(RESUME)).code is None


@linux
def test_workers_have_no_network_and_write_nothing(hostile: Path) -> None:
    loot = hostile / "loot"
    write = f"do:with open({str(loot)!r}, 'w') as f: f.write('x')"
    look = "do:import socket; raise ValueError([name for _, name in socket.if_nameindex()])"
    with Worker(SETTINGS, LIMITS) as worker:
        assert "OSError" in (worker.run(task_of(write.encode())).message or "")
        assert not loot.exists() or loot.stat().st_size == 0
        seen = worker.run(task_of(look.encode())).message
    if seen != "ValueError: ['lo']":
        pytest.skip("this machine forbids network namespaces")


@pytest.mark.usefixtures("hostile")
def test_a_worker_cannot_speak_for_another_file() -> None:
    forge = (
        "do:from skillgap.batch import worker\n"
        "from skillgap.batch.jobs import Record\n"
        "worker.analyze_one = lambda *_: Record('other.pdf', 'f' * 64, 'ok', 0.0)\n"
    )
    task = task_of(RESUME)
    with Worker(SETTINGS, LIMITS) as worker:
        worker.run(task_of(forge.encode()))
        record = worker.run(task)
    assert (record.source, record.sha256) == (task.source, task.sha256)


FORGED = """b'{"source": "", "sha256": "", "status": "ok", "seconds": 0, "report": 1}+'"""


@posix
@pytest.mark.parametrize(
    "answer", ["b'+'", "b'null+'", FORGED, "b'{}+'", "b'\\xff\\xfe+'", "b'[]'"]
)
@pytest.mark.usefixtures("hostile")
def test_nonsense_from_a_worker_is_a_crash(answer: str) -> None:
    speak = (
        "do:import os\n"
        "for pipe in range(3, 20):\n"
        f"    try: os.write(pipe, {answer} + b'\\n')\n"
        "    except OSError: pass\n"
    )
    with Worker(SETTINGS, LIMITS) as worker:
        assert worker.run(task_of(speak.encode())).code == "crashed"
        assert worker.run(task_of(RESUME)).code is None


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, 64),
        ({"cpu.max": "max 100000\n"}, 64),
        ({"cpu.max": "150000 100000\n"}, 2),
        ({"cpu.max": "9900000 100000\n"}, 64),
        ({"cpu/cpu.cfs_quota_us": "-1\n", "cpu/cpu.cfs_period_us": "100000\n"}, 64),
        ({"cpu/cpu.cfs_quota_us": "50000\n", "cpu/cpu.cfs_period_us": "100000\n"}, 1),
        ({"cpu.max": "nonsense"}, 64),
    ],
)
def test_a_container_has_no_more_workers_than_its_share(
    files: dict[str, str], expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(64), raising=False)
    (tmp_path / "cpu").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert cores(tmp_path) == expected


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = 0

    def tasks() -> Iterator[Task]:
        nonlocal taken
        while True:
            taken += 1
            yield task_of(RESUME, f"{taken}.txt")

    records = run_processes(tasks(), SETTINGS, 2)
    for done in range(1, 20):
        next(records)
        assert taken <= done + 6
    records.close()  # type: ignore[attr-defined]


@linux
@pytest.mark.usefixtures("hostile")
def test_closing_leaves_no_process() -> None:
    before = children()
    tasks = [task_of(b"do:import time; time.sleep(600)", f"{n}.txt") for n in range(6)]
    records = run_processes(iter([task_of(RESUME), *tasks]), SETTINGS, 2, LIMITS)
    next(records)
    assert children() - before
    start = time.monotonic()
    records.close()  # type: ignore[attr-defined]
    assert not children() - before
    assert time.monotonic() - start < LIMITS.seconds, "it does not wait for what they do"


@linux
def test_workers_stay_from_one_arrival_to_the_next(hostile: Path) -> None:
    marker = hostile / "begun"
    with closing(KeptWorkers(2, few=2)) as engine:
        for number in range(3):  # one at a time needs one process
            (record,) = engine(iter([task_of(RESUME, f"{number}.txt")]), SETTINGS)
            assert record.code is None
            assert len(engine.pids) == 1
        (first,) = engine.pids
        os.kill(first, signal.SIGKILL)  # while it waits for work
        (record,) = engine(iter([task_of(RESUME)]), SETTINGS)
        assert record.code is None
        many = [task_of(RESUME + bytes([65 + n]), f"{n}.txt") for n in range(9)]
        assert len(list(engine(iter(many), SETTINGS))) == 9
        assert len(engine.pids) == 2
        stuck = task_of(f"do:import time; open({str(marker)!r}, 'w'); time.sleep(600)".encode())
        records = engine(iter([*many, stuck]), SETTINGS)
        next(records)
        start = time.monotonic()
        records.close()  # type: ignore[attr-defined]
        assert not engine.pids
        assert time.monotonic() - start < LIMITS.seconds
        (record,) = engine(iter([task_of(RESUME)]), SETTINGS)
        assert record.code is None
    assert not engine.pids


def test_what_the_source_of_tasks_raises_comes_through() -> None:
    def tasks() -> Iterator[Task]:
        yield task_of(RESUME)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(run_processes(tasks(), SETTINGS, 2))


def test_workers_that_cannot_start_end_the_run() -> None:
    settings = Settings(as_of="2026-11-01", taxonomy="no such folder")
    with pytest.raises(RuntimeError, match="no such folder"):
        list(run_processes(iter([task_of(RESUME)]), settings, 2))


def children() -> set[int]:
    """The processes that this one has started and that are still there."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # a process that ended meanwhile
            # pid (name) state parent ...; a name may hold blanks and brackets
            facts = (place / "stat").read_text().rpartition(")")[2].split()
            if int(facts[1]) == os.getpid():
                found.add(int(place.name))
    return found
