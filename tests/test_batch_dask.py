"""Batches on a Dask cluster: a real scheduler and real workers on loopback, one of them killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from batches import RESUMES, fill, here, settings_for
from running import assert_fails, begin, environment, skillgap

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


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler that runs, where it listens, and its workers."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler without workers."""
    note = tmp_path / "scheduler.json"
    host = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    scheduler = start("dask_scheduler", *host, "--scheduler-file", str(note))
    workers: list[subprocess.Popen[bytes]] = []
    try:
        yield Cluster(address_in(note), scheduler, workers)
    finally:
        for process in (scheduler, *workers):
            process.kill()
            process.wait()


@pytest.fixture
def pair(cluster: Cluster) -> Cluster:
    """The same with two workers."""
    cluster.workers.extend(start_worker(cluster.address) for _ in range(2))
    return cluster


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
    pair: Cluster, folder: Path, tmp_path: Path, taxonomy: Taxonomy
) -> None:
    address, workers = pair.address, pair.workers
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


def test_the_command(pair: Cluster, folder: Path, tmp_path: Path) -> None:
    """With limits and a password, which travel with the tasks."""
    (folder / "long.txt").write_text("Jo Example " * 400)
    target = tmp_path / "results.sqlite"
    call: list[str | Path] = [
        "batch",
        folder,
        "-o",
        target,
        "--ocr",
        "never",
        "--limit",
        "characters=3000",
    ]
    password = {"SKILLGAP_PASSWORD": "ключ"}
    done = skillgap(*call, "--engine", "dask", "--scheduler", pair.address, env=password)
    assert done.code == 4, done.err
    assert "42 resumes: 40 read" in done.out
    assert "Reasons: damaged 1, limit 1" in done.out
    assert done.err == ""


def test_a_scheduler_that_dies_ends_the_run(
    pair: Cluster, folder: Path, tmp_path: Path, taxonomy: Taxonomy
) -> None:
    """What was done is kept, and no file is said to be at fault."""

    def troubled(tasks: Iterator[Task], settings: Settings) -> Iterator[Record]:
        for number, record in enumerate(run_dask(tasks, settings, scheduler=pair.address)):
            if number == 8:
                pair.scheduler.kill()
            yield record

    with Store(tmp_path / "results.sqlite") as store:
        with pytest.raises(UsageError, match=r"went away.*dask scheduler"):
            fill(store, taxonomy, folder, engine=troubled)
        kept = results(store, taxonomy)
        assert len(kept) > 8
        assert not [record for record in kept if "crashed" in str(record["reason"])]


def test_a_cluster_that_loses_all_its_machines_ends_the_run(
    pair: Cluster, folder: Path, tmp_path: Path, taxonomy: Taxonomy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was done is kept, no file is said to be at fault, and a later run goes on."""
    monkeypatch.setattr("skillgap.batch.cluster._LOOK_SECONDS", 0.5)

    def troubled(tasks: Iterator[Task], settings: Settings) -> Iterator[Record]:
        for number, record in enumerate(run_dask(tasks, settings, scheduler=pair.address)):
            if number == 8:
                monkeypatch.setattr("skillgap.batch.cluster._WORKER_SECONDS", 2.0)
                for worker in pair.workers:
                    worker.kill()
            yield record

    with Store(tmp_path / "results.sqlite") as store:
        match = rf"no workers any more.*dask worker {pair.address}"
        with pytest.raises(UsageError, match=match):
            fill(store, taxonomy, folder, engine=troubled)
        kept = results(store, taxonomy)
        assert 8 < len(kept) < 41
        assert not [record for record in kept if "crashed" in str(record["reason"])]
        monkeypatch.setattr("skillgap.batch.cluster._WORKER_SECONDS", _STARTED)
        pair.workers.append(start_worker(pair.address))
        told = fill(store, taxonomy, folder, engine=partial(run_dask, scheduler=pair.address))
        assert len(told) == 41
        assert sum(outcome.known for outcome in told) == len(kept)


def test_the_command_to_go_on_with_is_said(pair: Cluster, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "results.sqlite"
    call = ("batch", folder, "-o", target, "--engine", "dask", "--format", "jsonl")
    process = begin(*call, "--scheduler", pair.address)
    assert process.stdout is not None
    process.stdout.readline()
    pair.scheduler.kill()
    _, err = process.communicate(timeout=300)
    assert process.returncode == 2, err
    assert err.startswith("error: The scheduler")
    assert "What was done is kept. Go on with: skillgap batch" in err


def test_a_scheduler_that_hangs_ends_the_run(
    pair: Cluster, taxonomy: Taxonomy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skillgap.batch.cluster._LOOK_SECONDS", 0.5)
    monkeypatch.setattr("skillgap.batch.cluster._ANSWER_SECONDS", 5.0)
    tasks = (Task(f"{n}.txt", f"{RESUMES['ada.txt']}{n}".encode(), f"{n:064}") for n in range(90))
    records = run_dask(tasks, settings_for(taxonomy), scheduler=pair.address)
    next(records)
    pair.scheduler.send_signal(signal.SIGSTOP)
    with pytest.raises(UsageError, match=r"does not answer any more.*dask scheduler"):
        list(records)


def test_a_cluster_without_machines(
    cluster: Cluster, taxonomy: Taxonomy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skillgap.batch.cluster._WORKER_SECONDS", 1)
    with pytest.raises(UsageError, match=rf"has no workers.*dask worker {cluster.address}"):
        list(run_dask(iter(()), settings_for(taxonomy), scheduler=cluster.address))


def test_another_taxonomy_on_a_machine_ends_the_run(pair: Cluster, taxonomy: Taxonomy) -> None:
    settings = replace(settings_for(taxonomy), taxonomy_sha256="0" * 64)
    tasks = iter([Task("a.txt", RESUMES["ada.txt"].encode(), "a" * 64)])
    with pytest.raises(UsageError, match="another taxonomy"):
        list(run_dask(tasks, settings, scheduler=pair.address))


def test_a_scheduler_that_is_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert os.environ
    done = skillgap("batch", folder, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert_fails(done, 2, "does not answer", "dask scheduler")
    for address in ("machine:8786x", "tcp://127.0.0.1", "http://127.0.0.1:80", "tls://127.0.0.1:9"):
        done = skillgap("batch", folder, "--engine", "dask", "--scheduler", address)
        assert_fails(done, 2, f"{address} does not answer")
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(Exception, match=r"skillgap\[dask\]"):
        engine_of(EngineName.DASK, scheduler="tcp://127.0.0.1:9")
