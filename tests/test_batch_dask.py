"""Batches on a Dask cluster: a real scheduler and real workers on loopback, one of them killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from batches import RESUMES, fill, here, settings_for
from running import assert_fails, environment, skillgap

from skillgap import Taxonomy, UsageError
from skillgap.batch.cluster import run_dask
from skillgap.batch.engines import EngineName, engine_of
from skillgap.batch.jobs import Record, Settings, Task
from skillgap.batch.store import Store
from skillgap.batch.table import records

pytest.importorskip("distributed")

_STARTED = 180.0  # seconds within which a cluster has to be there


def start(*command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + command[0], *command[1:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment({"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "10"}),
    )


def start_worker(address: str) -> subprocess.Popen[bytes]:
    return start("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler's address and its two workers."""
    note = tmp_path / "scheduler.json"
    host = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    scheduler = start("dask_scheduler", *host, "--scheduler-file", str(note))
    workers: list[subprocess.Popen[bytes]] = []
    try:
        address = address_in(note)
        workers += [start_worker(address) for _ in range(2)]
        yield address, workers
    finally:
        for process in (scheduler, *workers):
            process.kill()
            process.wait()


def address_in(note: Path) -> str:
    """The address that a scheduler writes down once it listens. For a moment the file is there and
    not yet whole."""
    until = time.monotonic() + _STARTED
    while time.monotonic() < until:
        with suppress(OSError, ValueError):
            return str(json.loads(note.read_text("utf-8"))["address"])
        time.sleep(0.1)
    raise TimeoutError("The scheduler did not start.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "resumes"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:03}.txt").write_text(f"{RESUMES['ada.txt']}\nNumber {number}\n")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n\0\0")
    return folder


def results(store: Store, taxonomy: Taxonomy) -> list[dict[str, object]]:
    """Every record without its time."""
    return [record | {"seconds": 0} for record in records(store, taxonomy, tuple(taxonomy.roles))]


def test_a_machine_that_dies_changes_nothing(
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    folder: Path,
    tmp_path: Path,
    taxonomy: Taxonomy,
) -> None:
    address, workers = cluster
    came: list[subprocess.Popen[bytes]] = []

    def troubled(tasks: Iterator[Task], settings: Settings) -> Iterator[Record]:
        for number, record in enumerate(run_dask(tasks, settings, scheduler=address)):
            if number == 8:
                workers[0].kill()
            if number == 12:
                came.append(start_worker(address))
                workers.append(came[0])
            yield record

    with Store(tmp_path / "here.sqlite") as one, Store(tmp_path / "there.sqlite") as other:
        fill(one, taxonomy, folder, engine=here)
        fill(other, taxonomy, folder, engine=troubled)
        assert workers[0].wait(60) == -9
        assert came
        found = results(other, taxonomy)
        assert len(found) == 41
        assert found == results(one, taxonomy)


def test_the_command_and_its_failures(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], folder: Path, tmp_path: Path
) -> None:
    address, _ = cluster
    target = tmp_path / "results.sqlite"
    done = skillgap(
        "batch", folder, "-o", target, "--engine", "dask", "--scheduler", address, "--ocr", "never"
    )
    assert done.code == 4, done.err
    assert "41 resumes: 40 read" in done.out
    assert "Traceback" not in done.err


def test_another_taxonomy_on_a_machine_ends_the_run(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], taxonomy: Taxonomy
) -> None:
    address, _ = cluster
    settings = replace(settings_for(taxonomy), taxonomy_sha256="0" * 64)
    tasks = iter([Task("a.txt", RESUMES["ada.txt"].encode(), "a" * 64)])
    with pytest.raises(UsageError, match="another taxonomy"):
        list(run_dask(tasks, settings, scheduler=address))


def test_a_scheduler_that_is_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert os.environ
    done = skillgap("batch", folder, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert_fails(done, 2, "does not answer", "dask scheduler")
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(Exception, match=r"skillgap\[dask\]"):
        engine_of(EngineName.DASK, scheduler="tcp://127.0.0.1:9")
