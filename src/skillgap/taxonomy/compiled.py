"""The shipped taxonomy as one JSON file, so that quick commands stay quick.

TOML is for people and costs a fifth of a second to parse and check; the same tables as JSON cost a
twentieth of that. The file is made when the package is built or installed (hatch_build.py) and is
used only while its hash is that of the TOML files beside it, so it can never be stale.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from skillgap.taxonomy.tables import Tables

FILE = Path(__file__).with_name("compiled.json")


def write_compiled(tables: Tables, sha256: str, file: Path = FILE) -> None:
    """Write checked tables with the hash of the files that they came from."""
    data = {"sha256": sha256, **tables.as_data()}
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")


def read_compiled(sha256: str, file: Path = FILE) -> dict[str, Any] | None:
    """The tables whose source files have this hash, or None."""
    try:
        data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return data if data.get("sha256") == sha256 else None
