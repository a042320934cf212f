"""The house's rules: layers, no import cycles, one module for each heavy library, sizes."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "skillgap"

# A module imports only modules of a lower layer, or of its own folder.
LAYERS: dict[str, int] = {
    "errors": 0,
    "models": 0,
    "words": -1,
    "patterns": 0,
    "taxonomy": 1,
    "readers": 2,
    "isolation": 3,
    "headings": 1,
    "dates": 1,
    "contents": 2,
    "sections": 3,
    "entries": 3,
    "deeds": 1,
    "trust": 3,
    "phrases": 2,
    "units": 3,
    "scene": 4,
    "places": 5,
    "cues": 0,
    "forms": 5,
    "stated": 2,
    "subjects": 2,
    "clauses": 3,
    "reach": 5,
    "denial": 6,
    "wishes": 6,
    "others": 6,
    "matter": 6,
    "guards": 6,
    "learned": 7,
    "titles": 5,
    "names": 6,
    "context": 8,
    "quoted": 6,
    "ellipsis": 6,
    "typos": 6,
    "mentions": 9,
    "held": 3,
    "evidence": 3,
    "evaluation": 11,
    "profile": 8,
    "coverage": 8,
    "cover": 1,
    "plan": 9,
    "compare": 1,
    "posting": 5,
    "reports": 12,
    "pipeline": 10,
    "jsontext": 0,
    "resolve": 2,
    "output": 2,
    "batch": 13,
    "cli": 14,
    "__main__": 15,
}
# Heavy or delicate libraries and the only module that may import them.
OWNERS = {
    "spacy": "phrases",
    "rapidfuzz": "typos",
    "typer": "cli",
    "tomli": "taxonomy",
    "pdfminer": "readers",
    "tesserocr": "readers",
    "orjson": "jsontext",
}
MAX_LINES = 300


def modules() -> list[Path]:
    found = sorted(SOURCE.rglob("*.py"))
    assert len(found) > 25, "the guard must have something to guard"
    return found


def name_of(path: Path) -> str:
    """A module's first name below the package: `readers` for readers/pdf.py."""
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> list[tuple[str, bool]]:
    """Every module that a file imports, and whether only for type checking."""
    tree = ast.parse(path.read_text("utf-8"))
    typed = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, id(node) in typed) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [(name if node.module == "skillgap" else node.module, id(node) in typed)
                      for name in names]  # fmt: skip
    return found


def own_name(imported: str) -> str | None:
    parts = imported.split(".")
    return parts[1] if parts[0] == "skillgap" and len(parts) > 1 and parts[1] in LAYERS else None


def test_every_module_has_a_layer() -> None:
    names = {name_of(path) for path in modules()} - {"__init__"}
    assert names == set(LAYERS)


def test_imports_go_down_only() -> None:
    seen, wrong = 0, []
    for path in modules():
        here = name_of(path)
        if here == "__init__":
            continue
        for imported, typed in imports(path):
            target = own_name(imported)
            if target is None or target == here or typed:
                continue
            seen += 1
            if LAYERS[target] >= LAYERS[here]:
                wrong.append(f"{here} (L{LAYERS[here]}) imports {target} (L{LAYERS[target]})")
    assert seen > 40
    assert wrong == []


@pytest.mark.parametrize(("library", "owner"), OWNERS.items())
def test_each_heavy_library_has_one_owner(library: str, owner: str) -> None:
    users = {
        name_of(path)
        for path in modules()
        for imported, _ in imports(path)
        if imported.split(".")[0] == library
    }
    assert users == {owner}


def test_no_module_grows_too_long() -> None:
    long = {
        str(path.relative_to(SOURCE)): lines
        for path in modules()
        if (lines := len(path.read_text("utf-8").splitlines())) > MAX_LINES
    }
    assert long == {}


def test_no_name_is_bound_twice() -> None:
    """A second expression of one name hides the first, and no checker says so."""
    seen, twice = 0, []
    cues: set[str] = set()  # its modules are one
    for path in modules():
        bound = cues if path.parent.name == "cues" else set()
        for node in ast.parse(path.read_text("utf-8")).body:
            names = [ast.unparse(n) for n in node.targets] if isinstance(node, ast.Assign) else []
            names = [name for name in names if bound is not cues or not name.startswith("_")]
            twice += [f"{path.name}: {name}" for name in names if name in bound]
            bound.update(names)
            seen += len(names)
    assert seen > 300
    assert twice == []


@pytest.mark.parametrize(
    "command", [["--help"], ["--version"], ["roles"], ["skills"], ["role", "data-scientist"]]
)
def test_quick_commands_import_nothing_heavy(command: list[str]) -> None:
    program = (
        "import sys, skillgap.cli\n"
        f"sys.argv = ['skillgap', *{command!r}]\n"
        "try:\n    skillgap.cli.main()\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "heavy = {'spacy', 'numpy', 'pdfminer', 'rapidfuzz', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_nothing_opens_a_connection() -> None:
    """No module of ours imports anything that speaks to a network."""
    network = {
        "socket",
        "ssl",
        "http",
        "urllib",
        "requests",
        "httpx",
        "ftplib",
        "smtplib",
        "aiohttp",
    }
    users = [
        f"{path.name}: {imported}"
        for path in modules()
        for imported, _ in imports(path)
        if imported.split(".")[0] in network
    ]
    assert users == []


def test_what_is_compiled_is_there() -> None:
    """hatch_build.py names its modules by file; one that moved would fail the compiled build."""
    build = ast.parse((SOURCE.parents[1] / "hatch_build.py").read_text("utf-8"))
    (hot,) = (
        ast.literal_eval(node.value)
        for node in build.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HOT"
    )
    files = [SOURCE / at / f"{name}.py" for at, names in hot.items() for name in names.split()]
    assert len(files) > 40
    assert [str(file) for file in files if not file.is_file()] == []
