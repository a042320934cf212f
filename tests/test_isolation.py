"""Files are read in a process of their own: real processes, killed, stuck, greedy, broken."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap import isolation
from skillgap.errors import MissingExtraError, SkillgapError, UnreadableError, UsageError
from skillgap.isolation import Limits, read_isolated, start_reading
from skillgap.isolation.wire import pack_document, pack_error, unpack_document, unpack_error
from skillgap.models import Block, BlockKind, Box, Document, Quality, Span, Warning
from skillgap.readers import read

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "samples" / "resumes").glob("*.pdf"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

TEXTS = st.text(max_size=20)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    st.builds(Span, st.integers(0, 99), st.integers(0, 99)),
    st.none() | st.integers(1, 9),
    st.none() | st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    TEXTS,
    NUMBERS,
    st.booleans(),
)
DOCUMENTS = st.builds(
    Document,
    TEXTS,
    TEXTS,
    TEXTS,
    st.text(st.characters(), max_size=50),
    st.lists(BLOCKS, max_size=3).map(tuple),
    st.none() | st.integers(1, 9),
    st.lists(st.builds(Warning, TEXTS, TEXTS), max_size=2).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.sampled_from(Quality),
)


@given(DOCUMENTS)
def test_a_document_survives_the_wire(document: Document) -> None:
    line = pack_document(document)
    assert "\n" not in line
    assert line.isascii()
    assert unpack_document(line) == document


@pytest.mark.parametrize("kind", [UnreadableError, MissingExtraError])
def test_an_error_survives_the_wire(kind: type[SkillgapError]) -> None:
    error = unpack_error(pack_error(kind("what", why="why\n“”", mend="mend", code="scan")))
    assert type(error) is kind
    assert (error.what, error.why, error.mend, error.code) == ("what", "why\n“”", "mend", "scan")
    assert error.exit_code == 3


@pytest.mark.parametrize("file", SAMPLES[::6], ids=lambda file: file.stem)
def test_the_same_document_comes_out(file: Path) -> None:
    document = read(file)
    assert read_isolated(file) == document
    assert read_isolated(str(file), file.read_bytes()) == document


def test_errors_are_the_reader_s_own(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"\0" * 500)
    with pytest.raises(UnreadableError) as there:
        read(broken)
    with pytest.raises(UnreadableError) as here:
        read_isolated(broken)
    assert str(here.value) == str(there.value)
    assert here.value.code == there.value.code


def test_what_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    for name, code in (("nothing.pdf", "missing"), (".", "folder")):
        with pytest.raises(UnreadableError) as caught:
            start_reading(tmp_path / name)
        assert caught.value.code == code


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file whose reader does what the test wants: the child imports `hostile` before it reads,
    and that replaces the reader of plain text."""
    (tmp_path / "hostile_child.py").write_text(
        "import sys, skillgap.readers.text as text\n"
        "def read_text(data, source, **_):\n"
        "    exec(data.decode())\n"
        "text.read_text = read_text\n"
        "from skillgap.isolation.child import main\n"
        "main()\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(isolation, "_CHILD", "hostile_child")
    return tmp_path / "resume.txt"


CASES = [
    ("while True: pass", "timeout"),
    ("import time; time.sleep(600)", "timeout"),
    ("kept = []\nwhile True: kept.append(bytes(10_000_000))", "memory"),
    ("import os; os.abort()", "crashed"),
    ("import os; os._exit(0)", "crashed"),
    ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "crashed"),
    ("import ctypes; ctypes.string_at(0)", "crashed"),
]


@posix
@pytest.mark.parametrize(("deed", "code"), CASES)
def test_whatever_a_reader_does_costs_one_file(hostile: Path, deed: str, code: str) -> None:
    hostile.write_text(deed)
    # Whatever does not wait ends by itself, however busy the machine is.
    seconds = 4 if "sleep" in deed else 90
    with pytest.raises(UnreadableError) as caught:
        read_isolated(hostile, limits=Limits(memory=500, cpu=2, seconds=seconds))
    assert caught.value.code == code
    assert caught.value.mend


@posix
def test_processor_time_has_a_limit_of_its_own(hostile: Path) -> None:
    hostile.write_text("while True: pass")
    with pytest.raises(UnreadableError) as caught:
        read_isolated(hostile, limits=Limits(cpu=1, seconds=60))
    assert caught.value.code == "timeout"


def test_a_defect_is_no_error_of_the_user(hostile: Path) -> None:
    hostile.write_text("1 / 0")
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        read_isolated(hostile)


def test_what_a_library_prints_is_not_the_answer(hostile: Path) -> None:
    hostile.write_text("print('noise'); import os; os.write(1, b'noise'); 1 / 0")
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        read_isolated(hostile)


@posix
def test_a_reader_cannot_write_files(hostile: Path, tmp_path: Path) -> None:
    hostile.write_text(f"with open({str(tmp_path / 'loot')!r}, 'w') as f: f.write('x' * 99)")
    with pytest.raises(RuntimeError, match="OSError"):
        read_isolated(hostile)
    loot = tmp_path / "loot"
    assert not loot.exists() or loot.stat().st_size == 0


@linux
def test_a_reader_has_no_network(hostile: Path) -> None:
    hostile.write_text(
        "import socket\n"
        "names = [name for _, name in socket.if_nameindex()]\n"
        "raise ValueError(f'sees {names}')"
    )
    with pytest.raises(RuntimeError, match=r"sees \[.*\]") as caught:
        read_isolated(hostile)
    if "sees ['lo']" not in str(caught.value):
        pytest.skip("this machine forbids network namespaces")


@linux
def test_killed_from_outside(hostile: Path) -> None:
    begun = hostile.with_name("begun")
    hostile.write_text(f"open({str(begun)!r}, 'w').close(); import time; time.sleep(600)")
    with start_reading(hostile) as reading:
        wait_for(begun)
        os.kill(reading.pid, signal.SIGKILL)
        with pytest.raises(UnreadableError) as caught:
            reading.document()
    assert caught.value.code == "crashed"


@linux
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_no_orphan_is_left(hostile: Path, how: signal.Signals) -> None:
    """Ctrl-C, or the death of the parent, ends the child."""
    begun = hostile.with_name("begun")
    hostile.write_text(f"open({str(begun)!r}, 'w').close(); import time; time.sleep(600)")
    program = (
        "import sys, time\n"
        "from skillgap import isolation\n"
        "isolation._CHILD = 'hostile_child'\n"
        f"with isolation.start_reading({str(hostile)!r}) as reading:\n"
        "    print(reading.pid, flush=True)\n"
        "    reading.document()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    wait_for(begun)
    parent.send_signal(how)
    parent.wait(90)
    until = time.monotonic() + 90
    while time.monotonic() < until:
        if not Path(f"/proc/{child}").exists() or "Z" in state_of(child):
            return
        time.sleep(0.1)
    raise AssertionError("the reading process lives on")


def wait_for(file: Path) -> None:
    """Until a child has made a file; an empty one it may make."""
    until = time.monotonic() + 90
    while not file.exists():
        assert time.monotonic() < until, "the reading process does not begin"
        time.sleep(0.01)


def state_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "Z"


def test_usage_errors_do_not_come_from_children() -> None:
    error = unpack_error(pack_error(UsageError("what")))
    assert isinstance(error, UnreadableError)  # a child has no say about the command line


@linux
def test_a_name_that_is_no_utf_8_can_be_written(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))
    with pytest.raises(UnreadableError, match=r"a\\xff\.txt") as caught:
        read_isolated(odd)
    str(caught.value).encode("utf-8")
    odd.write_text("Jo Doe\n\nSkills\n\nPython, SQL, machine learning\n")
    document = read_isolated(odd)
    assert document.source == rf"{tmp_path}/a\xff.txt"
    assert read(odd) == document
