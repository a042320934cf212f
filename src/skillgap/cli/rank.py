"""`skillgap rank`: the candidates of a store for a role, without reading a resume again."""

from __future__ import annotations

import io
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.options import (
    Color,
    ColorOption,
    DebugOption,
    ForceOption,
    OutputOption,
    TaxonomyOption,
    as_text,
    deliver,
    find_target,
    format_by_ending,
    print_text,
)
from skillgap.cli.stored import (
    LeastOption,
    OnePostingOption,
    OneRoleOption,
    RequireOption,
    StoreArgument,
    TopOption,
    choose,
    opened_store,
)
from skillgap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.console import RenderableType

    from skillgap.batch.answers import Ranked
    from skillgap.batch.store import Store
    from skillgap.batch.table import Cell
    from skillgap.cli.stored import Chosen
    from skillgap.models import Role


class RankFormat(StrEnum):
    """Formats of a ranking."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "md"
    EXCEL = "xlsx"


_ENDINGS = {f".{format_}": format_ for format_ in RankFormat if format_ is not RankFormat.TEXT}


def rank(
    store: StoreArgument,
    role: OneRoleOption = None,
    posting: OnePostingOption = None,
    min_coverage: LeastOption = 0.0,
    require: RequireOption = None,
    top: TopOption = None,
    format_: Annotated[RankFormat | None, typer.Option("--format", help="How to write it.")] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    taxonomy: TaxonomyOption = None,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Rank the candidates of a store for a role. A skill that is implied counts as shown."""
    output = find_target(output, str(store), force=force)
    chosen = format_ or format_by_ending(output, _ENDINGS, RankFormat.TEXT)
    with opened_store(store, taxonomy, role, posting) as (opened, loaded, wanted):
        found = choose(opened, loaded, wanted, least=min_coverage, require=require, top=top)
        if chosen is RankFormat.EXCEL:
            _write_sheet(output, opened, wanted, found.ranked, force=force)
            return
        if chosen is RankFormat.TEXT:
            shown = _shown(opened, wanted, found)
            if output is None:
                print_text(shown, color)
                return
            text = as_text(shown)
        else:
            text = _render(chosen, opened, wanted, found)
    deliver(text, output, force=force)


def _shown(store: Store, role: Role, found: Chosen) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from skillgap.batch.likeness import alike
    from skillgap.batch.terminal import render_ranking
    from skillgap.reports.words import DISCLAIMER

    ranking = render_ranking(
        role.preferred_label,
        found.ranked,
        found.passing,
        alike(store, found.ranked),
        passing=found.conditions(),
    )
    return Group(ranking, Text(DISCLAIMER, style="dim"))


def _rows(store: Store, role: Role, ranked: tuple[Ranked, ...]) -> Iterator[tuple[Cell, ...]]:
    from skillgap.batch.likeness import with_alike
    from skillgap.batch.table import row

    return (row(role.id, item, likely) for item, likely in with_alike(store, ranked))


def _write_sheet(
    output: Path | None, store: Store, role: Role, ranked: tuple[Ranked, ...], *, force: bool
) -> None:
    from skillgap.batch.outputs import write_sheet
    from skillgap.output import replacing

    if output is None:
        raise UsageError(
            "An Excel sheet is no text to print.", mend="Name a file: -o shortlist.xlsx"
        )
    with replacing(output, force=force) as temporary:
        write_sheet(_rows(store, role, ranked), temporary)
    typer.echo(f"Wrote {output}", err=True)


def _render(format_: RankFormat, store: Store, role: Role, found: Chosen) -> str:
    from skillgap.batch import markdown, table

    ranked = found.ranked
    if format_ is RankFormat.MARKDOWN:
        pieces = markdown.render_ranking(store, role.preferred_label, found.members(), ranked)
        return "".join(pieces)
    if format_ is RankFormat.CSV:
        file = io.StringIO(newline="")
        table.write_rows(file, _rows(store, role, ranked))
        return file.getvalue()
    listed = table.ranked_data(store, role.id, ranked)
    if format_ is RankFormat.JSONL:
        return "".join(map(table.render_record, listed))
    from skillgap.reports.data import render_json

    return render_json({"role": role.id, "candidates": list(listed)})
