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

if TYPE_CHECKING:
    from rich.console import RenderableType

    from skillgap.batch.answers import Ranked
    from skillgap.batch.store import Store
    from skillgap.cli.stored import Chosen
    from skillgap.models import Role


class RankFormat(StrEnum):
    """Formats of a ranking."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "md"


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
        if chosen is RankFormat.TEXT:
            shown = _shown(opened, wanted, found)
            if output is None:
                print_text(shown, color)
                return
            text = as_text(shown)
        else:
            text = _render(chosen, opened, wanted, found.ranked)
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


def _render(format_: RankFormat, store: Store, role: Role, ranked: tuple[Ranked, ...]) -> str:
    from skillgap.batch import markdown, table
    from skillgap.batch.likeness import with_alike

    if format_ is RankFormat.MARKDOWN:
        return "".join(markdown.ranking_lines(store, ranked))
    if format_ is RankFormat.CSV:
        file = io.StringIO(newline="")
        pairs = with_alike(store, ranked)
        table.write_rows(file, (table.row(role.id, item, likely) for item, likely in pairs))
        return file.getvalue()
    listed = table.ranked_data(store, role.id, ranked)
    if format_ is RankFormat.JSONL:
        return "".join(map(table.render_record, listed))
    from skillgap.reports.data import render_json

    return render_json({"role": role.id, "candidates": list(listed)})
