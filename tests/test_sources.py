"""Where a batch's resumes come from: folders as they really are, ZIPs, lists of names."""

from __future__ import annotations

import io
import json
import os
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch import archives
from skillgap.batch.jobs import Input
from skillgap.batch.names import listed, read_names, short_names, shown
from skillgap.batch.sources import Choice, content_of, find_inputs
from skillgap.errors import UnreadableError, UsageError

ROOT = Path(__file__).resolve().parents[1]
RESUMES = ROOT / "samples" / "resumes"
posix = pytest.mark.skipif(os.name != "posix", reason="names and files of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")


def find(*paths: Path | str, choice: Choice | None = None) -> list[Input]:
    return list(find_inputs([str(path) for path in paths], choice or Choice()))


def names(found: list[Input], root: Path) -> list[str]:
    return [item.source.removeprefix(f"{root}{os.sep}").replace(os.sep, "/") for item in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.pdf", "a.PDF", "c.docx", "notes.log", ".hidden.pdf", "~$c.docx", "team/z.md",
        "team/deep/er/y.txt", "team2/x.html", ".git/w.txt", "empty/.keep", "a/b.pdf",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_folders_are_searched_in_a_stable_order(folder: Path) -> None:
    choice = Choice()
    found = find(folder, choice=choice)
    assert names(found, folder) == [
        "a.PDF", "b.pdf", "c.docx", "a/b.pdf", "team/z.md", "team/deep/er/y.txt", "team2/x.html"
    ]  # fmt: skip
    assert find(folder) == found
    assert [content_of(item).decode() for item in found] == names(found, folder)
    assert all(item.size and item.modified for item in found)
    assert choice.left_out == 4  # a log, a hidden file, Word's lock file, .keep


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        (("*.md",), (), ["team/z.md"]),
        (("team/*",), (), ["team/z.md", "team/deep/er/y.txt"]),
        (("*.log",), (), ["notes.log"]),
        ((), ("*.pdf", "team*/*", "*.PDF"), ["c.docx"]),
        (("*.pdf",), ("a/*",), ["b.pdf"]),
    ],
)
def test_globs_choose(
    folder: Path, include: tuple[str, ...], exclude: tuple[str, ...], expected: list[str]
) -> None:
    found = find(folder, choice=Choice(include, exclude))
    assert names(found, folder) == expected


def test_a_file_that_is_named_is_taken_whatever_its_name(folder: Path) -> None:
    assert names(find(folder / "notes.log"), folder) == ["notes.log"]


def test_what_is_not_there_is_a_failure_and_the_rest_goes_on(folder: Path) -> None:
    found = find(folder / "gone.pdf", "no\0name.pdf", folder / "b.pdf")
    assert [item.failure and item.failure[0] for item in found] == ["missing", "missing", None]


@posix
def test_links_do_not_lead_in_circles(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "one.txt").write_text("one")
    (inner / "up").symlink_to(tmp_path)
    (inner / "self").symlink_to(inner)
    (tmp_path / "two.txt").symlink_to(inner / "one.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    found = find(tmp_path)
    assert names(found, tmp_path) == ["dead.txt", "loop.txt", "two.txt", "inner/one.txt"]
    assert [item.failure and item.failure[0] for item in found] == [
        "missing",
        "missing",
        None,
        None,
    ]


@posix
def test_pipes_in_folders_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (item,) = find(tmp_path)
    assert item.failure is not None
    with pytest.raises(UnreadableError) as caught:
        content_of(item)
    assert caught.value.code == "format"


@posix
def test_a_pipe_that_is_named_is_read_each_time(tmp_path: Path) -> None:
    """Its size and time say nothing, and it is no archive, whatever its name."""
    pipe = tmp_path / "resume.zip"
    os.mkfifo(pipe)
    (item,) = find(pipe)
    assert (item.failure, item.member, item.size, item.modified) == (None, None, None, None)


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder of somebody who is not root, and this process as that person."""
    if os.name != "posix":
        pytest.skip("permissions of POSIX")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        was = os.geteuid()
        if was == 0:
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            os.seteuid(was)


def test_closed_folders_and_files_are_failures(nobody: Path) -> None:
    closed = nobody / "closed"
    closed.mkdir()
    (closed / "in.txt").write_text("in")
    (nobody / "open.txt").write_text("open")
    (nobody / "shut.txt").write_text("shut")
    (nobody / "shut.txt").chmod(0)
    closed.chmod(0)
    try:
        found = find(nobody, closed / "in.txt", closed / "below")
    finally:
        closed.chmod(0o700)
    failures = {item.source.removeprefix(f"{nobody}/"): item.failure for item in found}
    assert set(failures) == {"open.txt", "shut.txt", "closed", "closed/in.txt", "closed/below"}
    closed_ones = {name: failure[0] for name, failure in failures.items() if failure}
    assert closed_ones == dict.fromkeys(("closed", "closed/in.txt", "closed/below"), "permission")
    shut = next(item for item in found if item.source.endswith("shut.txt"))
    with pytest.raises(UnreadableError) as caught:
        content_of(shut)
    assert caught.value.code == "permission"


def test_a_folder_that_changes_meanwhile(folder: Path) -> None:
    inputs = find_inputs([str(folder)], Choice())
    first = next(inputs)
    (folder / "b.pdf").unlink()
    (folder / "team" / "z.md").unlink()
    (folder / "team2" / "x.html").unlink()
    (folder / "team2").rmdir()
    rest = list(inputs)
    assert first.failure is None
    failed = {item.source: item.failure[0] for item in rest if item.failure}
    assert failed == {str(folder / "b.pdf"): "missing", str(folder / "team2"): "missing"}
    assert names(rest, folder) == ["b.pdf", "c.docx", "a/b.pdf", "team/deep/er/y.txt", "team2"]


def test_fifty_thousand_entries_come_as_they_are_met(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    many = tmp_path / "many"
    many.mkdir()
    for number in range(50_000):
        (many / f"{number:05d}.txt").touch()
    inputs = find_inputs([str(tmp_path)], Choice())
    assert next(inputs).source.endswith("a.txt")
    for number in range(50_000):
        (many / f"{number:05d}.txt").unlink() if number % 5_000 == 0 else None
    found = list(inputs)
    assert [item.source[-9:] for item in found] == [
        f"{n:05d}.txt" for n in range(50_000) if n % 5_000
    ]


ODD = st.binary(min_size=1, max_size=8).map(os.fsdecode) | st.text(
    st.sampled_from(
        ["\\", "n", "x", "0", "d", "c", "f", "u", "\n", "\udcff", "\xff", "\u202e", "é"]
    ),
    max_size=12,
)


@posix
@given(ODD)
def test_shown_names_fit_one_line_and_lead_back(name: str) -> None:
    line = shown(name)
    assert line.encode("utf-8").decode("utf-8").splitlines() in ([line], [])
    assert json.loads(json.dumps(line, ensure_ascii=False)) == line
    simple = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}

    def back(match: re.Match[str]) -> str:
        code = match[1]
        if code in simple:
            return simple[code]
        return chr(0xDC00 + int(code[1:], 16)) if code[0] == "x" else chr(int(code[1:], 16))

    assert re.sub(r"\\([nrt\\]|x..|u....)", back, line) == name


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"PK\x03\x04x", b"{\\rtf1"])
def test_a_document_is_no_list_of_names(data: bytes) -> None:
    with pytest.raises(UsageError, match="no list of names"):
        list(read_names(io.BytesIO(data)))


@pytest.mark.parametrize("name", ["José Núñez (2).pdf", "履歴書.pdf", "a b.pdf", "👩‍💻.pdf"])
def test_honest_names_are_shown_as_they_are(name: str) -> None:
    assert shown(name) == name


@linux
def test_odd_names_are_found_and_read(tmp_path: Path) -> None:
    odd = [
        b"line\nfeed.txt",
        b"not \xff utf8.txt",
        b"esc\x1b[31m.txt",
        b"back\\slash.txt",
        b"-rf.txt",
    ]
    for name in odd:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(name)
    found = find(tmp_path)
    assert sorted(content_of(item) for item in found) == sorted(odd)
    for item in found:
        item.source.encode("utf-8")
        assert item.source.isprintable()
    again = read_names(io.BytesIO(b"\0".join(os.fsencode(tmp_path) + b"/" + name for name in odd)))
    assert sorted(item.source for item in find_inputs(again, Choice())) == sorted(
        item.source for item in found
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (b"a.pdf\nb c.pdf\n\nd.pdf", ["a.pdf", "b c.pdf", "d.pdf"]),
        (b"\xef\xbb\xbfa.pdf\r\nb.pdf\r\n", ["a.pdf", "b.pdf"]),
        (b"a\nb.pdf\0c.pdf\0", ["a\nb.pdf", "c.pdf"]),
        (b"x" * 70_000 + b"\ny\n", ["x" * 70_000, "y"]),
    ],
)
def test_lists_of_names(data: bytes, expected: list[str]) -> None:
    assert list(read_names(io.BytesIO(data))) == expected


def test_many_names_are_cut() -> None:
    assert listed(["a", "b", "c"]) == "a, b, c"
    assert listed([str(n) for n in range(2_003)]) == "0, 1, 2 and 2,000 more"


def pack(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_zip_of_resumes_is_a_folder(tmp_path: Path) -> None:
    pdf = (RESUMES / "linh-tran-chatbot-developer.pdf").read_bytes()
    members = {"z/linh.pdf": pdf, "a.txt": b"a", "../../up.txt": b"up", "__MACOSX/._a.txt": b"",
               "list.xlsx": b"x", "sub/": b"", "line\nfeed.txt": b"line"}  # fmt: skip
    path = pack(tmp_path / "applications.ZIP", members)
    choice = Choice()
    found = find(path, choice=choice)
    assert [item.source.removeprefix(f"{path}!") for item in found] == [
        "../../up.txt", "a.txt", r"line\nfeed.txt", "z/linh.pdf"
    ]  # fmt: skip
    assert [content_of(item) for item in found] == [b"up", b"a", b"line", pdf]
    assert choice.left_out == 2
    assert find(tmp_path) == found  # in a folder, too
    assert len({(item.size, item.modified) for item in found}) == len(found)


def test_a_zip_that_is_a_resume_is_one(tmp_path: Path) -> None:
    docx = {"[Content_Types].xml": b"", "word/document.xml": b""}
    linkedin = {"Profile.csv": b"First Name\n", "Skills.csv": b"Name\nPython\n"}
    for name, members in (("cv.zip", docx), ("export.zip", linkedin)):
        (item,) = find(pack(tmp_path / name, members))
        assert item.member is None
        assert content_of(item) == (tmp_path / name).read_bytes()


def test_a_broken_zip_is_left_to_its_reader(tmp_path: Path) -> None:
    whole = pack(tmp_path / "whole.zip", {"a.txt": b"a" * 999, "b.txt": b"b"}).read_bytes()
    for number, data in enumerate((b"", b"PK\3\4 nonsense", whole[:-30], whole[: len(whole) // 2])):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(data)
        (item,) = find(path)
        assert item.failure is None
        assert content_of(item) == data


def test_members_have_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = pack(tmp_path / "bomb.zip", {"bomb.txt": b"\0" * 60_000_000, "good.txt": b"good"})
    bad, good = find(bomb)
    with pytest.raises(UnreadableError) as caught:
        content_of(bad)
    assert caught.value.code == "limit"
    assert content_of(good) == b"good"

    monkeypatch.setattr(archives, "MAX_MEMBERS", 5)
    (item,) = find(pack(tmp_path / "many.zip", {f"{n}.txt": b"" for n in range(6)}))
    assert item.failure is not None
    assert item.failure[0] == "limit"


def test_a_list_of_members_without_end_is_not_read(tmp_path: Path) -> None:
    """Three million names of nothing, in a file that says so in few bytes of its header."""
    whole = pack(tmp_path / "a.zip", {"a.txt": b"a"}).read_bytes()
    end = whole.rindex(b"PK\5\6")
    size = 100_000_000
    path = tmp_path / "endless.zip"
    with path.open("wb") as file:
        file.truncate(size)
        file.seek(size)
        file.write(whole[end : end + 12] + size.to_bytes(4, "little") + bytes(6))
    (item,) = find(path)
    assert item.failure is not None
    assert item.failure[0] == "limit"


def test_an_encrypted_member_and_one_that_is_gone(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", {"a.txt": b"a", "b.txt": b"b"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1  # a.txt says that it is encrypted
    path.write_bytes(data)
    locked, gone = find(path)
    with pytest.raises(UnreadableError) as caught:
        content_of(locked)
    assert caught.value.code == "encrypted"
    path.unlink()
    with pytest.raises(UnreadableError) as caught:
        content_of(gone)
    assert caught.value.code == "missing"


@posix
def test_escapes_in_names_are_no_folders() -> None:
    sources = ["in/a\\xff.txt", "in/b\\nb.txt"]
    assert list(short_names(sources).values()) == ["a\\xff.txt", "b\\nb.txt"]
