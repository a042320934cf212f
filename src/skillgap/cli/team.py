"""`skillgap team`: what candidates of a store cover of a role together."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

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


class TeamFormat(StrEnum):
    """Formats of a team."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


_ENDINGS = {".json": TeamFormat.JSON, ".html": TeamFormat.HTML}


def team(
    store: StoreArgument,
    role: OneRoleOption = None,
    posting: OnePostingOption = None,
    min_coverage: LeastOption = 0.0,
    require: RequireOption = None,
    top: TopOption = None,
    format_: Annotated[TeamFormat | None, typer.Option("--format", help="How to write it.")] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    taxonomy: TaxonomyOption = None,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Show what the candidates of a store cover of a role together, and where it hangs on one.

    Everybody counts, or who passes the same conditions as in `rank`.
    """
    from skillgap.batch import answers

    output = find_target(output, str(store), force=force)
    chosen = format_ or format_by_ending(output, _ENDINGS, TeamFormat.TEXT)
    with opened_store(store, taxonomy, role, posting) as (opened, loaded, wanted):
        asked = choose(opened, loaded, wanted, least=min_coverage, require=require, top=top)
        found = answers.team(opened, wanted, asked.ranked)
        if chosen is TeamFormat.HTML:
            from skillgap.batch.page import render_team_page

            text = render_team_page(opened, loaded, found, asked.members())
        elif chosen is TeamFormat.JSON:
            from skillgap.batch.table import team_data
            from skillgap.reports.data import render_json

            text = render_json(team_data(opened, found))
        else:
            from skillgap.batch.terminal import render_team

            shown = render_team(found, loaded, opened, asked.members())
            if output is None:
                print_text(shown, color)
                return
            text = as_text(shown)
    deliver(text, output, force=force)
