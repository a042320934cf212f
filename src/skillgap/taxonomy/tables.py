"""Parse a taxonomy folder's TOML files into tables that still know their lines."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli  # the standard library's tomllib, compiled: a third of the time

from skillgap.errors import TaxonomyError

MEND = "Mend the lines named above; taxonomy/README.md describes the format."


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table with the way back to its lines. `line` counts from 1."""

    file: str
    line: int
    lines: tuple[str, ...]
    data: dict[str, Any]

    def at(self, needle: str) -> str:
        """`file:line` of the first line of this table that holds `needle`, else of its head."""
        for offset, text in enumerate(self.lines):
            if needle and needle in text:
                return f"{self.file}:{self.line + offset}"
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Tables:
    """A taxonomy folder, parsed and not yet checked."""

    head: Table
    documents: tuple[Table, ...]
    skills: tuple[Table, ...]
    roles: tuple[Table, ...]


def read_tables(folder: Path) -> tuple[Tables, str]:
    """Parse every file; the hash covers names and bytes in a fixed order."""
    head_file = folder / "taxonomy.toml"
    if not head_file.is_file():
        raise TaxonomyError(
            f"There is no taxonomy in {folder}.",
            (f"{head_file} does not exist",),
            mend="Name a folder that holds taxonomy.toml, skills/ and roles/.",
        )
    digest = hashlib.sha256()
    problems: list[str] = []
    parsed: dict[str, tuple[Table, ...]] = {}
    files = [head_file, *sorted(folder.glob("skills/*.toml")), *sorted(folder.glob("roles/*.toml"))]
    for file in files:
        name = file.relative_to(folder).as_posix()
        content = file.read_bytes()
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
        try:
            text = content.decode("utf-8")
            parsed[name] = _tables(name, text, tomli.loads(text))
        except UnicodeDecodeError as error:
            problems.append(f"{name}:1: not UTF-8: {error.reason}")
        except tomli.TOMLDecodeError as error:
            problems.append(f"{name}: not TOML: {error}")
    if problems:
        raise TaxonomyError(f"The taxonomy in {folder} cannot be read:", tuple(problems), mend=MEND)

    def under(prefix: str) -> tuple[Table, ...]:
        return tuple(
            t for name, tables in parsed.items() if name.startswith(prefix) for t in tables
        )

    head, *documents = parsed["taxonomy.toml"]
    tables = Tables(head, tuple(documents), under("skills/"), under("roles/"))
    return tables, digest.hexdigest()


def _tables(name: str, text: str, data: dict[str, Any]) -> tuple[Table, ...]:
    """A file's tables in order, each with its lines. The head file's own keys come first.

    TOML parsers give no lines, so they are found by the `[[...]]` heads; a file whose heads do not
    match its tables (a head inside a multi-line string) is reported by its first line.
    """
    lines = text.splitlines()
    (key,) = (
        ("documents",) if name == "taxonomy.toml" else (name.split("/", maxsplit=1)[0].rstrip("s"),)
    )
    entries = data.pop(key, [])
    entries = entries if isinstance(entries, list) else [entries]
    heads = [n for n, line in enumerate(lines) if line.split("#")[0].strip() == f"[[{key}]]"]
    if len(heads) != len(entries):
        heads = [0] * len(entries)
    ends = [*heads[1:], len(lines)]
    found = [
        Table(name, head + 1, tuple(lines[head : max(end, head)]), entry)
        for head, end, entry in zip(heads, ends, entries, strict=True)
    ]
    if name == "taxonomy.toml" or data:
        found.insert(0, Table(name, 1, tuple(lines), data))
    return tuple(found)
