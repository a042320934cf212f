"""Inputs that cannot be read: a clear message, the exit code, never a report, no half-written file.

Real processes throughout; what each reader refuses in detail is tested in tests/readers.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from running import COMMAND, SAMPLE, Done, assert_fails, environment, shown, skillgap

from skillgap.errors import UnreadableError
from skillgap.readers import read_content

UNREADABLE, USAGE = 3, 2


def refused(path: Path, *words: str, code: int = UNREADABLE) -> Done:
    """`analyze` and `explain` both refuse the file; with -o nothing is left in the folder."""
    before = sorted(p.name for p in path.parent.iterdir()) if path.parent.is_dir() else []
    target = path.parent / "gap.json"
    done = skillgap("analyze", path, "--format", "json", "-o", target)
    assert_fails(done, code, *words)
    assert "gap" not in done.err.lower().replace(str(path.parent).lower(), "")
    if path.parent.is_dir():
        assert sorted(p.name for p in path.parent.iterdir()) == before
    return done


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """Where a test puts its file."""
    return tmp_path / "resume.pdf"


def test_no_such_file(resume: Path) -> None:
    refused(resume, "There is no file", str(resume), "Check the name")
    assert_fails(skillgap("explain", resume, "python"), UNREADABLE, "There is no file")


def test_a_folder(resume: Path) -> None:
    resume.mkdir()
    refused(resume, "is a folder", "Name one resume file")


def test_an_empty_file(resume: Path) -> None:
    resume.touch()
    refused(resume, "is empty", "again")


def test_a_text_file_named_pdf(resume: Path) -> None:
    resume.write_text("Jo Example\nPython, SQL\n" * 30)
    refused(resume, "not a PDF", "Jo Example", "Export")


@pytest.mark.parametrize("share", [0.02, 0.1, 0.4])
def test_a_truncated_pdf(resume: Path, share: float) -> None:
    """Cut so early that no page survives. (A later cut may leave whole pages, which are read.)"""
    whole = SAMPLE.read_bytes()
    resume.write_bytes(whole[: int(len(whole) * share)])
    done = refused(resume)
    said = ("damaged", "no pages", "no text", "breaks off before its end")
    assert any(word in done.err for word in said), done.err
    if "PSEOF" in done.err:
        assert "missing or broken (the parser says: PSEOF" in done.err, "plain words come first"


def test_a_pdf_of_zeroes(resume: Path) -> None:
    resume.write_bytes(b"%PDF-1.7\n" + bytes(5000))
    refused(resume, "PDF")


def lock(path: Path, password: str, revision: int = 6) -> None:
    with pikepdf.open(SAMPLE) as opened:
        key = pikepdf.Encryption(owner="owner-of-it", user=password, R=revision)  # type: ignore[arg-type]
        opened.save(path, encryption=key)


def test_an_encrypted_pdf(resume: Path) -> None:
    lock(resume, "s3cret")
    refused(resume, "locked with a password", "--password")
    wrong = skillgap("analyze", resume, "--password", "guess")
    assert_fails(wrong, UNREADABLE, "password is wrong")
    assert "guess" not in wrong.err, "a password is not for the screen or a log"
    right = skillgap("analyze", resume, "--password", "s3cret", "-q")
    assert right.code == 0, right.err
    assert "AI content creator" in right.out
    by_environment = skillgap("analyze", resume, "-q", env={"SKILLGAP_PASSWORD": "s3cret"})
    assert by_environment.out == right.out


def test_an_encrypted_pdf_on_standard_input(resume: Path) -> None:
    lock(resume, "s3cret", revision=4)
    piped = resume.read_bytes()
    assert_fails(skillgap("explain", "-", "python", stdin=piped), UNREADABLE, "--password")
    done = skillgap("explain", "-", "python", "--password", "s3cret", stdin=piped)
    assert done.code == 0, done.err


def picture(path: Path, pages: int = 1) -> None:
    """A scan: grey pages with dark lines where the text would stand, as pictures."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (1240, 1754), 245)
    draw = ImageDraw.Draw(image)
    for y in range(120, 1600, 34):
        draw.rectangle((120, y, 1100 - (y * 7) % 300, y + 12), fill=40)
    canvas = Canvas(str(path), pagesize=(595, 842))
    for _ in range(pages):
        canvas.drawImage(ImageReader(image), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()


def test_a_scan_is_called_a_scan_and_never_gets_a_report(resume: Path) -> None:
    picture(resume)
    for format_ in ("text", "json", "markdown"):
        done = skillgap("analyze", resume, "--format", format_, "--role", "data-scientist")
        assert_fails(done, UNREADABLE, "no text", "scan", "OCR")
        assert "%" not in done.err
        assert "missing" not in done.err
    refused(resume, "scan")
    assert skillgap("analyze", resume, "--fail-under", "50").code == UNREADABLE


def test_blank_pages(resume: Path) -> None:
    canvas = Canvas(str(resume))
    canvas.showPage()
    canvas.save()
    refused(resume, "no text")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(resume: Path) -> None:
    resume.write_bytes(SAMPLE.read_bytes())
    resume.chmod(0)
    refused(resume, "cannot be opened", "permissions")


def test_a_name_with_control_characters_does_not_steer_the_terminal(tmp_path: Path) -> None:
    done = skillgap("analyze", tmp_path / "a\x1b[31m\rb.pdf")
    assert_fails(done, UNREADABLE, "There is no file")
    assert "\x1b" not in done.err
    assert "\r" not in done.err


@pytest.mark.parametrize(
    "call", [["report", SAMPLE, "-o"], ["analyze", SAMPLE, "-o"], ["batch", SAMPLE, "-o"]]
)
@pytest.mark.parametrize("ending", [".html", ".md"])
def test_a_report_of_ours_is_no_resume(tmp_path: Path, call: list[str | Path], ending: str) -> None:
    """It lies among the resumes, and names every skill that a role asks for."""
    page = tmp_path / f"page{ending}"
    assert skillgap(*call, page).code == 0
    done = skillgap("explain", page, "python")
    assert_fails(done, UNREADABLE, "is a report of skillgap, not a resume", "made from")


# Pipes


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(
    "call", [["analyze"], ["analyze", str(SAMPLE), "--posting"], ["read"], ["evaluate"]]
)
def test_a_pipe_into_which_nobody_writes(tmp_path: Path, call: list[str]) -> None:
    pipe = tmp_path / "resume.pdf"
    os.mkfifo(pipe)
    assert_fails(skillgap(*call, pipe), UNREADABLE, f"out of {pipe}", "is a pipe", "for 5 seconds")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However late the writer comes and however long it pauses, but not without end."""
    pipe = tmp_path / "resume.txt"
    os.mkfifo(pipe)
    blocks = [b"one", b"x" * 300_000, b"two"]

    def write() -> None:
        time.sleep(0.2)
        with pipe.open("wb", buffering=0) as file:
            for block in blocks:
                file.write(block)
                time.sleep(0.1)

    writer = threading.Thread(target=write)
    writer.start()
    assert read_content(pipe) == b"".join(blocks)
    writer.join()
    monkeypatch.setattr("skillgap.readers.pipe._SILENT_SECONDS", 0.1)
    holder = os.open(pipe, os.O_RDWR)
    with pytest.raises(UnreadableError) as caught:
        read_content(pipe)
    os.close(holder)
    assert caught.value.code == "timeout"


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no /dev/fd here")
def test_the_output_of_a_command_is_a_file() -> None:
    """`skillgap analyze <(command)` as shells have it: a pipe that only this process can open."""
    reading, writing = os.pipe()
    sender = threading.Thread(target=lambda: os.fdopen(writing, "wb").write(SAMPLE.read_bytes()))
    sender.start()
    done = subprocess.run(
        [*COMMAND, "analyze", f"/dev/fd/{reading}", "--format", "json"],
        pass_fds=[reading], capture_output=True, text=True, env=environment(), check=False,
    )  # fmt: skip
    sender.join()
    os.close(reading)
    assert done.stderr == ""
    sha256 = hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    assert json.loads(done.stdout)["resume"]["sha256"] == sha256


# A broken taxonomy


def test_no_taxonomy_in_a_folder(tmp_path: Path) -> None:
    for call in (["roles"], ["skills"], ["analyze", str(SAMPLE)], ["explain", str(SAMPLE), "r"]):
        done = skillgap(*call, "--taxonomy", tmp_path)
        assert_fails(done, USAGE, "no taxonomy", "taxonomy.toml", "skills/ and roles/")


def test_a_broken_taxonomy(tmp_path: Path) -> None:
    (tmp_path / "taxonomy.toml").write_text('name = "n"\nversion = "1"\nnmae = "x"\n')
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "a.toml").write_text('[[skill]]\nid = "a"\n\n[[skill]]\nid = 3\n')
    target = tmp_path / "gap.json"
    done = skillgap("analyze", SAMPLE, "--taxonomy", tmp_path, "-o", target)
    assert_fails(done, USAGE, "problems", "taxonomy.toml:3: unknown key 'nmae'",
                 "skills/a.toml:1:", "skills/a.toml:5: 'id' must be a string")  # fmt: skip
    assert not target.exists()


# An output that cannot be written


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("no-such-folder/gap.json", ("cannot be written", "There is no folder")),
        ("folder", ("is a folder", "Name a file")),
        ("file/gap.json", ("cannot be written", "There is no folder")),
    ],
)
def test_an_output_that_cannot_be(tmp_path: Path, target: str, words: tuple[str, ...]) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    call = ("analyze", SAMPLE, "--format", "json", "--force", "-o", tmp_path / target)
    assert_fails(skillgap(*call), USAGE, *words)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]
    assert list((tmp_path / "folder").iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_folder_that_takes_no_files() -> None:
    done = skillgap("analyze", SAMPLE, "--format", "json", "-o", "/proc/gap.json")
    assert_fails(done, USAGE, "/proc/gap.json cannot be written", "-o")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = skillgap("analyze", SAMPLE, "-o", tmp_path / "gap.txt")
    tmp_path.chmod(0o755)
    assert_fails(done, USAGE, "cannot be written", "closed to writing")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_ordinary_file_is_never_replaced(tmp_path: Path) -> None:
    """With --force, too: a report in the place of /dev/null would be felt by the whole machine."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = skillgap("analyze", SAMPLE, "-o", pipe, "--force")
    assert_fails(done, USAGE, "no ordinary file")
    assert pipe.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "gap.md", tmp_path / "link.md"
    target.write_text("old")
    link.symlink_to(target)
    done = skillgap("analyze", SAMPLE, "-o", link, "--force", "--format", "markdown")
    assert done.code == 0, done.err
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("# Skill-gap report")


def test_a_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, met in the middle: the old file stays, no temporary file is left."""
    from skillgap import UsageError
    from skillgap.output import write_text

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "gap.md"
    target.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        write_text(target, "new", force=True)
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["gap.md"]


def test_an_interrupted_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from skillgap.output import write_text

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "gap.md", "new")
    assert list(tmp_path.iterdir()) == []


def test_a_good_file_is_read() -> None:
    """The guard of these tests: what they refuse is refused for its fault alone."""
    assert shown("analyze", SAMPLE, "--as-of", "2026-11-01").code == 0
