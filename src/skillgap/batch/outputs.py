"""Results of a store as files: CSV, JSON lines, Excel, Parquet, Markdown, HTML.

Each is written beside its place and then put there, so that nobody meets half of one.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.batch.sources import needs_extra
from skillgap.batch.store import Store
from skillgap.batch.table import (
    COLUMNS,
    Cell,
    one_line,
    records,
    render_record,
    rows,
    write_rows,
)
from skillgap.errors import UsageError
from skillgap.models import Taxonomy
from skillgap.output import replacing

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

_MOST_ROWS = 1_048_575  # of an Excel sheet below its head
_BATCH = 10_000  # rows of a Parquet row group: a few megabytes

# Writes the results for some roles to a path.
Write = Callable[[Store, Taxonomy, tuple[str, ...], Path], None]

# Characters that a column of an Excel sheet has room for; others have as much as their head needs
# beside the button of its filter.
_WIDTHS = {"source": 44, "role": 26, "warnings": 24, "same_as": 30,
           "perhaps_same_as": 30, "reason": 60, "sha256": 20}  # fmt: skip
_FILTER = 3


def write_csv(store: Store, _: Taxonomy, roles: tuple[str, ...], path: Path) -> None:
    """Comma-separated, RFC 4180, UTF-8; cells that could be formulas are defused."""
    with path.open("w", encoding="utf-8", newline="") as file:
        write_rows(file, rows(store, roles))


def write_jsonl(store: Store, taxonomy: Taxonomy, roles: tuple[str, ...], path: Path) -> None:
    """One record a line (docs/batch.schema.json)."""
    with path.open("w", encoding="ascii", newline="\n") as file:
        file.writelines(render_record(record) for record in records(store, taxonomy, roles))


def write_xlsx(store: Store, _: Taxonomy, roles: tuple[str, ...], path: Path) -> None:
    """An Excel sheet; see write_sheet."""
    write_sheet(rows(store, roles), path)


def write_sheet(found: Iterable[tuple[Cell, ...]], path: Path) -> None:
    """Rows as an Excel sheet. Texts are cells of text with Excel's own sign for it, never formulas.

    Raises MissingExtraError, and UsageError for more rows than a sheet holds.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise needs_extra("xlsx") from error
    options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    # A buffer: the library would close over errors of a full disk with warnings of its own.
    buffer = io.BytesIO()
    with Workbook(buffer, options) as book:
        import datetime

        # Otherwise the time of writing stands in the file, and no two are alike.
        book.set_properties({"created": datetime.datetime(2000, 1, 1)})
        bold, text = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
        percent = book.add_format({"num_format": "0%"})
        sheet = book.add_worksheet("results")
        sheet.freeze_panes(1, 1)
        for at, name in enumerate(COLUMNS):
            sheet.set_column(at, at, _WIDTHS.get(name, len(name) + _FILTER))
        sheet.write_row(0, 0, list(COLUMNS), bold)
        at = 0
        for at, row in enumerate(found, 1):
            if at > _MOST_ROWS:
                raise UsageError(
                    f"An Excel sheet holds {_MOST_ROWS:,} rows, and there are more.",
                    mend="Name fewer roles, or write .csv or .parquet.",
                    code="output",
                )
            for column, (name, cell) in enumerate(zip(COLUMNS, row, strict=True)):
                if isinstance(cell, str):
                    sheet.write_string(at, column, one_line(cell), text)
                elif cell is not None:
                    shares = name in ("coverage", "fit")
                    sheet.write_number(at, column, cell, percent if shares else None)
        sheet.autofilter(0, 0, at, len(COLUMNS) - 1)
    path.write_bytes(buffer.getvalue())


def write_parquet(store: Store, _: Taxonomy, roles: tuple[str, ...], path: Path) -> None:
    """An Apache Parquet file with typed columns. Raises MissingExtraError."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise needs_extra("parquet") from error
    types = {str: arrow.string(), int: arrow.int32(), float: arrow.float64()}
    schema = arrow.schema([(name, types[type_]) for name, type_ in COLUMNS.items()])
    with parquet.ParquetWriter(path, schema) as writer:
        for batch in _batches(rows(store, roles), schema):
            writer.write_batch(batch)


def _batches(found: Iterator[tuple[Cell, ...]], schema: Schema) -> Iterator[RecordBatch]:
    import pyarrow as arrow

    while taken := list(islice(found, _BATCH)):
        columns = zip(*taken, strict=True)
        arrays = [arrow.array(cells, kind) for cells, kind in zip(columns, schema.types)]
        yield arrow.RecordBatch.from_arrays(arrays, schema=schema)


def write_markdown(store: Store, taxonomy: Taxonomy, roles: tuple[str, ...], path: Path) -> None:
    """Tables for people, one a role, and the failures."""
    from skillgap.batch.markdown import render_markdown

    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(render_markdown(store, taxonomy, roles))


def write_html(store: Store, taxonomy: Taxonomy, roles: tuple[str, ...], path: Path) -> None:
    """One page with rankings and heat maps."""
    from skillgap.batch.page import render_batch_page

    path.write_text(render_batch_page(store, taxonomy, roles), "utf-8")


# The ending of a file's name -> what writes it.
OUTPUTS: dict[str, Write] = {
    ".csv": write_csv,
    ".jsonl": write_jsonl,
    ".xlsx": write_xlsx,
    ".parquet": write_parquet,
    ".md": write_markdown,
    ".html": write_html,
}


def check_output(path: Path) -> None:
    """Raise UsageError for a name whose ending says no format, MissingExtraError for one that
    cannot be written here."""
    from importlib.util import find_spec

    ending = path.suffix.lower()
    if ending not in OUTPUTS:
        known = ", ".join((".sqlite", *OUTPUTS))
        raise UsageError(
            f"The name {path.name} does not say in which format to write.",
            mend=f"Let it end in one of {known}.",
            code="output-format",
        )
    for extra, library in (("xlsx", "xlsxwriter"), ("parquet", "pyarrow")):
        if ending == f".{extra}" and find_spec(library) is None:
            raise needs_extra(extra)


def write_output(
    store: Store, taxonomy: Taxonomy, roles: tuple[str, ...], path: Path, *, force: bool = False
) -> None:
    """Write the results for some roles (ids) in the format that the name says.

    Raises UsageError where that is impossible, with nothing half written.
    """
    check_output(path)
    with replacing(path, force=force) as temporary:
        OUTPUTS[path.suffix.lower()](store, taxonomy, roles, temporary)
