"""The wheel: built, looked into, installed into a clean environment and run with no network."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from running import ROOT, SAMPLE

from skillgap.taxonomy.tables import parse_tables, read_folder

NO_NETWORK = """\
import socket


def refuse(*_: object, **__: object) -> None:
    raise RuntimeError("skillgap tried to reach the network")


for name in ("connect", "connect_ex", "sendto", "bind"):
    setattr(socket.socket, name, refuse)
for name in ("create_connection", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, refuse)
"""


def tail(done: subprocess.CompletedProcess[str]) -> str:
    return "\n".join((done.stdout + done.stderr).strip().splitlines()[-8:])


def build(folder: Path, **settings: str) -> Path:
    """A wheel, built in `folder` from a copy of what it is made of: the checkout stays as it is."""
    for name in ("src", "taxonomy"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(
            "__pycache__", "compiled.json", "*.egg-info"))  # fmt: skip
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    # Without isolation where the build tool is at hand; that needs no registry.
    tools = "import hatchling, tomli"
    have = subprocess.run([sys.executable, "-c", tools], capture_output=True, check=False)
    isolation = ["--no-isolation"] if have.returncode == 0 else []
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", *isolation, "--outdir", "out", "."],
        cwd=folder, capture_output=True, text=True, check=False, env=os.environ | settings,
    )  # fmt: skip
    if done.returncode != 0 and not isolation and "Installed build dependency" not in done.stdout:
        pytest.skip(f"the build tool cannot be fetched: {tail(done)}")
    assert done.returncode == 0, tail(done)
    (built,) = (folder / "out").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("build"))


def test_the_taxonomy_is_inside_as_it_lies_in_the_checkout(wheel: Path) -> None:
    top = {
        path.relative_to(ROOT / "taxonomy").as_posix(): path.read_bytes()
        for path in (ROOT / "taxonomy").rglob("*.toml")
    }
    with zipfile.ZipFile(wheel) as archive:
        prefix = "skillgap/_taxonomy/"
        inside = {
            name.removeprefix(prefix): archive.read(name)
            for name in archive.namelist()
            if name.startswith(prefix)
        }
    assert len(top) > 10
    assert inside == top


def test_the_compiled_taxonomy_is_inside_and_fresh(wheel: Path) -> None:
    files, sha256 = read_folder(ROOT / "taxonomy")
    with zipfile.ZipFile(wheel) as archive:
        compiled = json.loads(archive.read("skillgap/taxonomy/compiled.json"))
    assert compiled == {"sha256": sha256, **parse_tables(ROOT / "taxonomy", files).as_data()}


def test_every_module_and_nothing_else_is_inside(wheel: Path) -> None:
    source = ROOT / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "skillgap").rglob("*")
        if path.suffix in (".py", ".typed", ".j2", ".css", ".js", ".json", ".sql")
    }
    with zipfile.ZipFile(wheel) as archive:
        names = {n for n in archive.namelist() if not n.startswith("skillgap/_taxonomy/")}
    inside = {name for name in names if name.startswith("skillgap/")}
    assert inside == wanted | {"skillgap/taxonomy/compiled.json", "skillgap/py.typed"}
    assert all(".dist-info/" in name for name in names - inside)
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a clean environment with nothing but the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("clean")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    done = subprocess.run(
        [programs / "python", "-m", "pip", "--disable-pip-version-check", "install", "-q", wheel],
        capture_output=True, text=True, check=False, cwd=folder,
    )  # fmt: skip
    if done.returncode != 0 and any(
        words in done.stderr
        for words in ("No matching distribution", "Connection", "Could not find a version", "Retry")
    ):
        pytest.skip(f"what skillgap needs cannot be fetched: {tail(done)}")
    assert done.returncode == 0, tail(done)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.check_output([programs / "python", "-c", where], text=True).strip()
    (Path(packages) / "sitecustomize.py").write_text(NO_NETWORK, "utf-8")
    return programs


def alone(command: list[str | Path]) -> list[str | Path]:
    """The command in a network of its own with nobody in it, where the system permits that."""
    if shutil.which("unshare"):
        for options in (["-n"], ["-rn"]):
            probe = subprocess.run(["unshare", *options, "true"], capture_output=True, check=False)
            if probe.returncode == 0:
                return ["unshare", *options, *command]
    return command


def test_the_installed_command_runs_with_no_network(installed: Path, tmp_path: Path) -> None:
    home, here = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    here.mkdir()
    shutil.copy(SAMPLE, here / "resume.pdf")
    kept = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL")
    environment = {key: os.environ[key] for key in kept if key in os.environ}
    environment |= {"HOME": str(home), "USERPROFILE": str(home)}

    def run(*arguments: str | Path, code: int = 0) -> str:
        done = subprocess.run(
            alone([*arguments]), cwd=here, env=environment, capture_output=True, text=True,
            encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        return done.stdout

    command = installed / "skillgap"
    blocked = "import socket; socket.create_connection(('192.0.2.1', 80))"
    run(installed / "python", "-c", blocked, code=1)  # the guard works
    where = run(installed / "python", "-c", "import skillgap; print(skillgap.__file__)")
    assert Path(where.strip()).is_relative_to(installed.parent), "not the checkout's"

    report = json.loads(run(command, "analyze", "resume.pdf", "--format", "json"))
    assert report["roles"][0]["id"] == "ai-content-creator"
    assert report["resume"]["sha256"] == hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    assert report["taxonomy"]["sha256"] == read_folder(ROOT / "taxonomy")[1]
    assert "AI content creator" in run(command, "analyze", "resume.pdf")
    assert "# Skill-gap report" in run(command, "analyze", "resume.pdf", "--format", "markdown")
    assert "machine-learning-engineer" in run(command, "roles")
    assert [path.name for path in here.iterdir()] == ["resume.pdf"], "nothing is written unasked"
    assert list(home.iterdir()) == []


@pytest.mark.skipif(not shutil.which("cc"), reason="needs a C compiler")
def test_a_compiled_wheel_gives_the_same_bytes(tmp_path: Path) -> None:
    """Compiled without optimisation: the same code, and quicker to make."""
    made = tmp_path / "made"
    made.mkdir()
    with zipfile.ZipFile(build(made, SKILLGAP_COMPILE="1", MYPYC_OPT_LEVEL="0")) as wheel:
        wheel.extractall(tmp_path / "site")
    results, kinds = [], []
    for packages in (ROOT / "src", tmp_path / "site"):
        environment = os.environ | {"PYTHONPATH": str(packages)}
        where = "import skillgap.context as module; print(module.__file__)"
        here = subprocess.check_output([sys.executable, "-c", where], env=environment, text=True)
        assert Path(here.strip()).is_relative_to(packages)
        kinds.append(Path(here.strip()).suffix)
        batch = [sys.executable, "-m", "skillgap", "batch", "samples/resumes"]
        done = subprocess.run(
            [*batch, "--as-of", "2026-11-01", "--format", "jsonl"],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        records = [json.loads(line) | {"seconds": 0} for line in done.stdout.splitlines()]
        results.append(sorted(json.dumps(record) for record in records))
    assert kinds[0] == ".py" != kinds[1]
    assert len(results[0]) > 15
    assert results[0] == results[1]
