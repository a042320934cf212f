"""Build step: check the taxonomy and compile it into the package (see taxonomy/compiled.py)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTaxonomy(BuildHookInterface):  # type: ignore[type-arg]
    """Writes src/skillgap/taxonomy/compiled.json; a faulty taxonomy fails the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
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
