"""Resumes in stores: a real S3-compatible server on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batches import RESUMES, fill, here
from running import skillgap

from skillgap import Taxonomy
from skillgap.batch import answers, stores
from skillgap.batch.jobs import Input, Record, Settings, Task
from skillgap.batch.outages import Outages
from skillgap.batch.sources import Choice, content_of, find_inputs
from skillgap.batch.store import Store
from skillgap.errors import MissingExtraError, UnreadableError
from skillgap.models import Limits
from skillgap.readers import MAX_BYTES

moto = pytest.importorskip("moto.server")
s3fs = pytest.importorskip("s3fs")
boto3 = pytest.importorskip("boto3")

ROOT = Path(__file__).resolve().parents[1]
PDF = (ROOT / "samples" / "resumes" / "linh-tran-chatbot-developer.pdf").read_bytes()


def client() -> Any:
    return boto3.client("s3")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket with some objects, and the settings that a user would make to reach it."""
    for name, value in {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "somebody",
        "AWS_SECRET_ACCESS_KEY": "something",
        "AWS_DEFAULT_REGION": "us-east-1",
        "no_proxy": "127.0.0.1",
    }.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    monkeypatch.setattr(stores, "_outages", Outages())
    s3 = client()
    s3.create_bucket(Bucket="resumes")
    for key, data in {
        "inbox/linh.pdf": PDF,
        "inbox/deep/er/a b & ü?#.txt": b"odd",
        "inbox/notes.log": b"no resume",
        "inbox/empty.txt": b"",
        "inbox2/other.txt": b"other",
    }.items():
        s3.put_object(Bucket="resumes", Key=key, Body=data)
    yield "s3://resumes"
    for item in s3.list_objects_v2(Bucket="resumes")["Contents"]:
        s3.delete_object(Bucket="resumes", Key=item["Key"])
    s3.delete_bucket(Bucket="resumes")


def find(*urls: str, choice: Choice | None = None) -> list[Input]:
    return list(find_inputs(urls, choice or Choice()))


def test_a_folder_of_a_bucket(bucket: str) -> None:
    choice = Choice()
    found = find(f"{bucket}/inbox", choice=choice)
    assert [item.source for item in found] == [
        "s3://resumes/inbox/deep/er/a b & ü?#.txt",
        "s3://resumes/inbox/empty.txt",
        "s3://resumes/inbox/linh.pdf",
    ]
    assert [content_of(item) for item in found] == [b"odd", b"", PDF]
    assert [item.size for item in found] == [3, 0, len(PDF)]
    assert choice.left_out == 1
    assert find(f"{bucket}/inbox/") == found


def test_a_bucket_an_object_and_globs(bucket: str) -> None:
    assert len(find(bucket)) == 4
    (item,) = find(f"{bucket}/inbox/notes.log")  # named itself: taken whatever its name
    assert content_of(item) == b"no resume"
    (item,) = find(bucket, choice=Choice(include=("*.pdf",)))
    assert item.source.endswith("linh.pdf")


def test_a_changed_object_is_seen_without_reading_it(bucket: str) -> None:
    (before,) = find(f"{bucket}/inbox2")
    assert find(f"{bucket}/inbox2") == [before]
    client().put_object(Bucket="resumes", Key="inbox2/other.txt", Body=b"OTHER")
    (after,) = find(f"{bucket}/inbox2")
    assert before.size == after.size
    assert before.modified != after.modified
    assert content_of(after) == b"OTHER"


def test_what_goes_wrong_is_a_failure(bucket: str) -> None:
    def codes(found: list[Input]) -> list[str | None]:
        return [item.failure and item.failure[0] for item in found]

    assert codes(find(f"{bucket}/nothing/here")) == ["missing"]
    assert codes(find("s3://no-such-bucket/x", f"{bucket}/inbox2")) == ["missing", None]
    assert codes(find("nostore://x/y")) == ["store"]
    (item,) = find(f"{bucket}/inbox2")
    client().delete_object(Bucket="resumes", Key="inbox2/other.txt")
    with pytest.raises(UnreadableError) as caught:
        content_of(item)
    assert caught.value.code == "missing"


def test_a_server_that_is_away(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (item,) = find(f"{bucket}/inbox2")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    s3fs.S3FileSystem.clear_instance_cache()
    (failed,) = find(f"{bucket}/inbox2")
    assert failed.failure is not None
    assert failed.failure[0] == "store"
    with pytest.raises(UnreadableError) as caught:
        content_of(item)
    assert caught.value.code == "store"


def test_an_object_that_never_comes_is_not_waited_for(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (item,) = find(f"{bucket}/inbox2")
    monkeypatch.setattr("skillgap.batch.stores._SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{silent.getsockname()[1]}")
        s3fs.S3FileSystem.clear_instance_cache()
        with pytest.raises(UnreadableError) as caught:
            content_of(item)
    assert caught.value.code == "store"
    assert "It was given" in caught.value.why


def test_the_command(bucket: str, tmp_path: Path) -> None:
    target = tmp_path / "results.sqlite"
    first = skillgap("batch", f"{bucket}/inbox", "-o", target, "--ocr", "never")
    assert first.code == 4, first.err  # one is empty
    assert "3 resumes: 2 read" in first.out
    assert "Reasons: empty 1" in first.out
    client().put_object(Bucket="resumes", Key="inbox/empty.txt", Body=PDF + b"% again\n")
    client().delete_object(Bucket="resumes", Key="inbox/deep/er/a b & ü?#.txt")
    again = skillgap("batch", f"{bucket}/inbox", "-o", target, "--ocr", "never")
    assert again.code == 0, again.err
    assert "2 resumes: 2 read" in again.out
    assert "1 of them holds the same text as another one" in again.out
    assert "1 known already" in again.out


def test_a_store_that_goes_away_is_not_waited_for_at_each_object(
    bucket: str, monkeypatch: pytest.MonkeyPatch, taxonomy: Taxonomy, tmp_path: Path
) -> None:
    """It goes in the middle of a run and is back for the next one, which loses nothing."""
    for number in range(30):
        text = f"{RESUMES['ada.txt']}\nNumber {number}\n"
        client().put_object(Bucket="resumes", Key=f"many/{number:02}.txt", Body=text.encode())
    monkeypatch.setattr("skillgap.batch.stores._SECONDS", 2.0)
    monkeypatch.setattr("skillgap.batch.outages.DOUBTING", 1.0)

    def turn_to(address: str) -> None:
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        s3fs.S3FileSystem.clear_instance_cache()

    with (
        Store(tmp_path / "results.sqlite") as store,
        socket.create_server(("127.0.0.1", 0)) as silent,
    ):
        server = os.environ["AWS_ENDPOINT_URL"]

        def troubled(tasks: Iterator[Task], settings: Settings) -> Iterator[Record]:
            for number, record in enumerate(here(tasks, settings)):
                if number == 5:
                    turn_to(f"http://127.0.0.1:{silent.getsockname()[1]}")
                yield record

        start = time.monotonic()
        told = fill(store, taxonomy, f"{bucket}/many", engine=troubled)
        assert time.monotonic() - start < 30  # 24 times two seconds are more
        codes = [outcome.code for outcome in told]
        assert codes.count(None) == 6
        assert codes.count("store") == 24
        waited, told_at_once = "cannot be read. It was given", "does not answer (it was given 1 sec"
        said = [one.message for one in answers.failures(store)]
        assert sum(waited in message for message in said) == 2
        assert sum(told_at_once in message for message in said) == 22
        (failed,) = find(f"{bucket}/many")
        assert failed.failure is not None
        assert "within 2 seconds" in failed.failure[1]

        turn_to(server)
        monkeypatch.setattr("skillgap.batch.stores._SECONDS", 60.0)
        monkeypatch.setattr(stores, "_outages", Outages())
        told = fill(store, taxonomy, f"{bucket}/many")
        assert [outcome.code for outcome in told] == [None] * 30
        assert sum(outcome.known for outcome in told) == 6


def test_a_store_that_was_away_is_asked_again() -> None:
    now = 0.0
    outages = Outages(clock=lambda: now)
    assert outages.patience("s3://a", 60) == 60
    outages.note("s3://a", "nobody")
    assert (outages.patience("s3://a", 60), outages.why("s3://a")) == (10, "")
    outages.note("s3://a", "nobody")
    assert (outages.why("s3://a"), outages.why("s3://b")) == ("nobody", "")
    now = 31.0
    assert (outages.why("s3://a"), outages.patience("s3://a", 60)) == ("", 10)
    outages.note("s3://a", "still nobody")
    assert outages.why("s3://a") == "still nobody"
    now = 62.0
    outages.clear("s3://a")
    assert (outages.why("s3://a"), outages.patience("s3://a", 60)) == ("", 60)


def test_no_more_is_fetched_than_a_resume_may_have(bucket: str) -> None:
    client().put_object(Bucket="resumes", Key="inbox2/huge.txt", Body=bytes(MAX_BYTES + 10_000))
    (item,) = find(f"{bucket}/inbox2/huge.txt")
    assert len(content_of(item)) == MAX_BYTES + 1
    assert len(content_of(item, Limits(bytes=9))) == 10


def test_a_password_in_a_url_is_not_shown() -> None:
    (item,) = find("ftp://somebody:secret@127.0.0.1:9/resumes")
    assert item.failure is not None
    assert item.source == "ftp://127.0.0.1:9/resumes"
    assert "secret" not in "".join(item.failure)


def test_without_the_extra_the_install_line_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(MissingExtraError, match=r"skillgap\[stores\]"):
        find("s3://resumes")


def test_local_folders_need_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    program = (
        "import sys\n"
        "from skillgap.batch.sources import Choice, content_of, find_inputs\n"
        f"print([content_of(item) for item in find_inputs([{str(tmp_path)!r}], Choice())])\n"
        "sys.exit(str({'fsspec', 's3fs', 'asyncio', 'socket'} & set(sys.modules) or ''))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[b'a']\n", "\n")
