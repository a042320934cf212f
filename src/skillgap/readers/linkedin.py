"""LinkedIn's data export (a ZIP of CSV tables) -> Document."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import PurePosixPath

from skillgap.errors import UnreadableError
from skillgap.models import BlockKind, Document
from skillgap.readers.archive import Archive
from skillgap.readers.assembly import MAX_CHARACTERS, Piece, assemble, too_long
from skillgap.readers.decode import decode
from skillgap.readers.facts import heading, labelled, line, title
from skillgap.readers.text import pieces_of

# The profile allows a hundred skills and no one has held a thousand jobs.
MAX_ROWS = 5_000

_Row = dict[str, str]


def read_linkedin(data: bytes, source: str, *, password: str = "") -> Document:  # noqa: ARG001
    """Read a LinkedIn export. Raises UnreadableError: `damaged`, `encrypted`, `limit`, `empty`."""
    archive = Archive(data, source)
    tables = {
        PurePosixPath(name).name.lower().removesuffix(".csv"): name
        for name in sorted(archive.names, reverse=True)
        if name.lower().endswith(".csv")
    }
    pieces: list[Piece] = []
    for table, (words, read) in _TABLES.items():
        if table not in tables:
            continue
        entries = read(_rows(archive, tables[table], source))
        if entries:
            pieces += [heading(words)] if words else []
            pieces += entries
    return assemble(pieces, data, source, "linkedin-zip")


def _rows(archive: Archive, name: str, source: str) -> list[_Row]:
    decoded = decode(archive.read(name) or b"")
    if decoded is None:
        raise _damaged(source, f"{name} is no text.")
    if len(decoded.text) > MAX_CHARACTERS:
        raise too_long(source)
    lines = io.StringIO(decoded.text, newline="")
    rows: list[_Row] = []
    try:
        reader = csv.reader(lines)
        # Newer exports put a note above the table: it begins where several columns do.
        header = next((row for row in reader if len(row) > 1 or row == ["Name"]), [])
        names = [column.strip().lower() for column in header]
        for row in reader:
            rows.append(dict(zip(names, row, strict=False)))
            if len(rows) > MAX_ROWS:
                raise UnreadableError(
                    f"{source} holds too many entries.",
                    why=f"{name} has more than {MAX_ROWS:,} rows.",
                    code="limit",
                )
    except csv.Error as error:
        raise _damaged(source, f"{name} is no table: {error}.") from error
    return rows


def _damaged(source: str, why: str) -> UnreadableError:
    mend = "Ask LinkedIn for the export again, or save your profile as PDF there."
    return UnreadableError(f"{source} is damaged.", why=why, mend=mend, code="damaged")


def _profile(row: _Row) -> list[Piece]:
    pieces = [
        *line(f"{row.get('first name', '')} {row.get('last name', '')}"),
        *line(row.get("headline", "")),
        *line(row.get("geo location", ""), row.get("industry", "")),
    ]
    if summary := row.get("summary", "").strip():
        pieces += [heading("Summary"), *_prose(summary)]
    return pieces


def _position(row: _Row) -> list[Piece]:
    names = [row.get(key, "") for key in ("title", "company name", "location")]
    dates = row.get("started on", ""), row.get("finished on", "")
    return [*title(names, *dates, open_ended=True), *_prose(row.get("description", ""))]


def _volunteering(row: _Row) -> list[Piece]:
    names = [row.get(key, "") for key in ("role", "company name", "cause")]
    dates = row.get("started on", ""), row.get("finished on", "")
    return [*title(names, *dates, open_ended=True), *_prose(row.get("description", ""))]


def _project(row: _Row) -> list[Piece]:
    dates = row.get("started on", ""), row.get("finished on", "")
    return [*title([row.get("title", "")], *dates), *_prose(row.get("description", ""))]


def _education(row: _Row) -> list[Piece]:
    names = [row.get(key, "") for key in ("degree name", "school name")]
    dates = row.get("start date", ""), row.get("end date", "")
    prose = (row.get("notes", ""), row.get("activities", ""))
    return [*title(names, *dates), *(piece for text in prose for piece in _prose(text))]


def _certificate(row: _Row) -> list[Piece]:
    dates = row.get("started on", ""), row.get("finished on", "")
    return title([row.get("name", ""), row.get("authority", "")], *dates)


def _names(rows: list[_Row]) -> list[Piece]:
    """A list as people write it, so that each item stands beside the others."""
    return labelled("", [row.get("name", "") for row in rows])


def _honor(row: _Row) -> list[Piece]:
    dated = title([row.get("title", "")], row.get("issued on", ""), "")
    return [*dated, *_prose(row.get("description", ""))]


def _publication(row: _Row) -> list[Piece]:
    names = [row.get("name", ""), row.get("publisher", "")]
    return [*title(names, row.get("published on", ""), ""), *_prose(row.get("description", ""))]


def _language(row: _Row) -> list[Piece]:
    name, level = row.get("name", "").strip(), row.get("proficiency", "").strip()
    return labelled("", [f"{name} ({level})" if name and level else name])


def _each(read: Callable[[_Row], list[Piece]]) -> Callable[[list[_Row]], list[Piece]]:
    return lambda rows: [piece for row in rows for piece in read(row)]


# The tables in the order that the profile shows them, by file name.
_TABLES: dict[str, tuple[str, Callable[[list[_Row]], list[Piece]]]] = {
    "profile": ("", _each(_profile)),
    "positions": ("Work experience", _each(_position)),
    "volunteering": ("Volunteering", _each(_volunteering)),
    "projects": ("Projects", _each(_project)),
    "education": ("Education", _each(_education)),
    "skills": ("Skills", _names),
    "certifications": ("Certificates", _each(_certificate)),
    "courses": ("Courses", _names),
    "honors": ("Awards", _each(_honor)),
    "publications": ("Publications", _each(_publication)),
    "languages": ("Languages", _each(_language)),
}


def _prose(text: str) -> list[Piece]:
    """Paragraphs of a description, which LinkedIn exports with line breaks or double spaces."""
    return [
        Piece(BlockKind.PARAGRAPH if piece.kind is BlockKind.HEADING else piece.kind, piece.text)
        for piece in pieces_of(text, "A field")
    ]
