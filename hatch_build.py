"""Build step: check the taxonomy and compile it into the package (see taxonomy/compiled.py).

With SKILLGAP_COMPILE=1 in the environment a wheel also gets the modules below as machine code, made
by mypyc; that needs a C compiler and takes some minutes. docs/decisions/0013-compiled-modules.md
says why, and why not always.
"""

from __future__ import annotations

import os
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Where a batch spends its time. Left out though warm: pipeline.py, which keeps what it has made in
# a cached_property; mypyc has none.
HOT = {
    "models": "__init__ document findings taxonomy",
    "": (
        "clauses contents context coverage deeds denial ellipsis evidence forms guards headings"
        " held learned matter mentions names others patterns phrases places profile quoted reach"
        " scene sections stated subjects titles typos units wishes words"
    ),
    "dates": "lists points ranges told",
    "entries": "__init__ heads lines told",
    "readers": "doubts facts flow headlines language page wrapping",
    "readers/layout": (
        "__init__ blocks columns furniture grid hyphens labels lines rest segments tables turned"
        " words"
    ),
    "readers/pdf": (
        "cmaps colors content fonts graphics lexer limits objects paths state text trust"
        " typesetter visibility"
    ),
    "reports": "data",
}


class CompileTaxonomy(BuildHookInterface):  # type: ignore[type-arg]
    """Writes src/skillgap/taxonomy/compiled.json; a faulty taxonomy fails the build."""

    def dependencies(self) -> list[str]:
        """What only a compiled wheel needs."""
        return ["mypy>=1.15", "pdfminer.six", "setuptools>=70"] if self._compiles() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before files are collected, for wheels and editable installs alike."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from skillgap.taxonomy.compiled import FILE, write_compiled
        from skillgap.taxonomy.load import load_taxonomy
        from skillgap.taxonomy.tables import parse_tables, read_folder

        load_taxonomy(root / "taxonomy")
        files, sha256 = read_folder(root / "taxonomy")
        write_compiled(parse_tables(root / "taxonomy", files), sha256)
        build_data["artifacts"].append(f"/{FILE.relative_to(root).as_posix()}")
        if self._compiles() and version != "editable":  # edited source would be ignored
            build_data |= {"pure_python": False, "infer_tag": True}
            self._made = TemporaryDirectory()  # kept until the wheel is written
            made = Path(self._made.name)
            build_data["force_include"] |= compile_modules(root / "src", made)

    def _compiles(self) -> bool:
        return self.target_name == "wheel" and os.environ.get("SKILLGAP_COMPILE") == "1"


def compile_modules(src: Path, made: Path) -> dict[str, str]:
    """Compile the hot modules below `src` into `made`; gives where each library is and where it
    goes."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    hot = [
        str(Path("skillgap", at, f"{name}.py"))
        for at, names in HOT.items()
        for name in names.split()
    ]
    options = ["--ignore-missing-imports", "--follow-imports=silent", "--explicit-package-bases"]
    with chdir(src):  # module names are taken from paths
        extensions = mypycify(
            ["--config-file=", *options, *hot],
            opt_level=os.environ.get("MYPYC_OPT_LEVEL", "2"),
            group_name="skillgap",
            target_dir=str(made / "c"),
        )
        command = build_ext(Distribution({"name": "skillgap", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(made / "lib"), str(made / "temp")
        command.ensure_finalized()
        command.run()
    return {
        str(path): path.relative_to(made / "lib").as_posix()
        for path in (made / "lib").rglob("*")
        if path.is_file()
    }
