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

    def as_data(self) -> dict[str, Any]:
        """The tables without their lines, as compiled.py stores them."""
        return {
            "head": self.head.data,
            "documents": [table.data for table in self.documents],
            "skills": [table.data for table in self.skills],
            "roles": [table.data for table in self.roles],
        }


def read_folder(folder: Path) -> tuple[dict[str, bytes], str]:
    """Every file of a taxonomy by name, and one hash over names and bytes in a fixed order.

    Raises TaxonomyError if the folder holds no taxonomy.
    """
    head = folder / "taxonomy.toml"
    if not head.is_file():
        raise TaxonomyError(
            f"There is no taxonomy in {folder}.",
            (f"{head} does not exist",),
            mend="Name a folder that holds taxonomy.toml, skills/ and roles/.",
        )
    paths = [head, *sorted(folder.glob("skills/*.toml")), *sorted(folder.glob("roles/*.toml"))]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    return files, digest.hexdigest()


def parse_tables(folder: Path, files: dict[str, bytes]) -> Tables:
    """The tables of all files. Raises TaxonomyError for every file that is no TOML at once."""
    problems: list[str] = []
    parsed: dict[str, tuple[Table, ...]] = {}
    for name, content in files.items():
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
        found = (tables for name, tables in parsed.items() if name.startswith(prefix))
        return tuple(table for tables in found for table in tables)

    head, *documents = parsed["taxonomy.toml"]
    return Tables(head, tuple(documents), under("skills/"), under("roles/"))


def _tables(name: str, text: str, data: dict[str, Any]) -> tuple[Table, ...]:
    """A file's tables in order, each with its lines. The head file's own keys come first.

    TOML parsers give no lines, so they are found by the `[[...]]` heads; a file whose heads do not
    match its tables (a head inside a multi-line string) is reported by its first line.
    """
    lines = text.splitlines()
    key = "documents" if name == "taxonomy.toml" else name.partition("/")[0].removesuffix("s")
    entries = data.pop(key, [])
    entries = entries if isinstance(entries, list) else [entries]
    heads = [n for n, line in enumerate(lines) if line.split("#")[0].strip() == f"[[{key}]]"]
    if len(heads) != len(entries):
        heads = [0] * len(entries)
    ends = [*heads[1:], len(lines)][: len(heads)]
    found = [
        Table(name, head + 1, tuple(lines[head : max(end, head)]), entry)
        for head, end, entry in zip(heads, ends, entries, strict=True)
    ]
    if name == "taxonomy.toml" or data:
        found.insert(0, Table(name, 1, tuple(lines), data))
    return tuple(found)
