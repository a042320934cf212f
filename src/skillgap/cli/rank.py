"""`skillgap rank` and `skillgap team`: questions to a store, without reading a resume again."""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.opened import with_postings
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
from skillgap.cli.values import parse_share
from skillgap.errors import UsageError
from skillgap.models import POSTING, Ocr

if TYPE_CHECKING:
    from rich.console import RenderableType

    from skillgap.batch import answers
    from skillgap.batch.store import Store
    from skillgap.models import Role, Taxonomy

StoreArgument = Annotated[
    Path, typer.Argument(metavar="STORE", help="The .sqlite file of `skillgap batch`.")
]
OneRoleOption = Annotated[
    str | None, typer.Option("--role", metavar="ROLE", help="A role's id or title.")
]
OnePostingOption = Annotated[
    str | None, typer.Option("--posting", metavar="FILE", help="A job posting instead of a role.")
]


class RankFormat(StrEnum):
    """Formats of a ranking."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "md"


class TeamFormat(StrEnum):
    """Formats of a team."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


_RANK_ENDINGS = {f".{format_}": format_ for format_ in RankFormat if format_ is not RankFormat.TEXT}
_TEAM_ENDINGS = {".json": TeamFormat.JSON, ".html": TeamFormat.HTML}


def rank(
    store: StoreArgument,
    role: OneRoleOption = None,
    posting: OnePostingOption = None,
    min_coverage: Annotated[
        float,
        typer.Option(
            metavar="SHARE", parser=parse_share, help="Only from this coverage up: 0.5 or 50%."
        ),
    ] = 0.0,
    require: Annotated[
        str, typer.Option(metavar="SKILLS", help="Only who shows all of these: python,sql.")
    ] = "",
    top: Annotated[int | None, typer.Option(min=1, metavar="N", help="The first N only.")] = None,
    format_: Annotated[RankFormat | None, typer.Option("--format", help="How to write it.")] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    taxonomy: TaxonomyOption = None,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Rank the candidates of a store for a role. A skill that is implied counts as shown."""
    from itertools import islice

    from skillgap.batch import answers
    from skillgap.batch.store import Store
    from skillgap.resolve import find_skill

    output = find_target(output, str(store), force=force)
    chosen = format_ or format_by_ending(output, _RANK_ENDINGS, RankFormat.TEXT)
    loaded, wanted = _target(taxonomy, role, posting)
    names = [name.strip() for name in require.split(",") if name.strip()]
    skills = tuple(dict.fromkeys(find_skill(loaded, name).id for name in names))
    with Store(store, reading=True) as opened:
        _check_store(opened, loaded, wanted)
        found = answers.rank(opened, wanted.id, min_coverage=min_coverage, require=skills)
        ranked = tuple(islice(found, top))
        if chosen is RankFormat.TEXT:
            total = len(ranked) + sum(1 for _ in found)
            passing = _passing(opened, total, min_coverage, skills, loaded)
            shown = _shown(opened, wanted, ranked, total, passing)
            if output is None:
                print_text(shown, color)
                return
            text = as_text(shown)
        else:
            text = _render(chosen, wanted, ranked)
    deliver(text, output, force=force)


def _shown(
    store: Store, role: Role, ranked: tuple[answers.Ranked, ...], total: int, passing: str
) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from skillgap.batch.likeness import alike
    from skillgap.batch.terminal import render_ranking
    from skillgap.reports.words import DISCLAIMER

    likely = alike(store, ranked)
    ranking = render_ranking(role.preferred_label, ranked, total, likely, passing=passing)
    return Group(ranking, Text(DISCLAIMER, style="dim"))


def _passing(
    store: Store, total: int, min_coverage: float, skills: tuple[str, ...], taxonomy: Taxonomy
) -> str:
    """How many candidates pass, and what; "" where nothing was asked."""
    from skillgap.batch import answers
    from skillgap.batch.summary import many
    from skillgap.reports.words import joined

    asked = [f"a coverage from {min_coverage:.0%} up"] if min_coverage else []
    if skills:
        labels = [taxonomy.skills[skill].preferred_label for skill in skills]
        asked.append(f"evidence of {joined(labels)}")
    if not asked:
        return ""
    everybody = many(answers.tally(store).candidates, "candidate")
    return f"{total:,} of {everybody} with {' and '.join(asked)}"


def _render(format_: RankFormat, role: Role, ranked: tuple[answers.Ranked, ...]) -> str:
    from skillgap.batch import markdown, table

    if format_ is RankFormat.MARKDOWN:
        return "".join(markdown.ranking_lines(ranked))
    if format_ is RankFormat.CSV:
        file = io.StringIO(newline="")
        table.write_rows(file, (table.row(role.id, item) for item in ranked))
        return file.getvalue()
    listed = [table.ranked_data(role.id, item) for item in ranked]
    if format_ is RankFormat.JSONL:
        return "".join(map(table.render_record, listed))
    from skillgap.reports.data import render_json

    return render_json({"role": role.id, "candidates": listed})


def team(
    store: StoreArgument,
    role: OneRoleOption = None,
    posting: OnePostingOption = None,
    format_: Annotated[TeamFormat | None, typer.Option("--format", help="How to write it.")] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    taxonomy: TaxonomyOption = None,
    color: ColorOption = Color.AUTO,
    debug: DebugOption = False,
) -> None:
    """Show what the candidates of a store cover of a role together, and where it hangs on one."""
    from skillgap.batch import answers
    from skillgap.batch.store import Store

    output = find_target(output, str(store), force=force)
    chosen = format_ or format_by_ending(output, _TEAM_ENDINGS, TeamFormat.TEXT)
    loaded, wanted = _target(taxonomy, role, posting)
    with Store(store, reading=True) as opened:
        _check_store(opened, loaded, wanted)
        found = answers.team(opened, wanted)
        if chosen is TeamFormat.TEXT and output is None:
            from skillgap.batch.terminal import render_team

            print_text(render_team(found, loaded, opened), color)
            return
        text = _render_team(chosen, found, loaded, opened)
    deliver(text, output, force=force)


def _render_team(format_: TeamFormat, found: answers.Team, taxonomy: Taxonomy, store: Store) -> str:
    if format_ is TeamFormat.HTML:
        from skillgap.batch.page import render_team_page

        return render_team_page(store, taxonomy, found)
    if format_ is TeamFormat.JSON:
        from skillgap.batch.table import team_data
        from skillgap.reports.data import render_json

        return render_json(team_data(found))
    from skillgap.batch.terminal import render_team

    return as_text(render_team(found, taxonomy, store))


def _check_store(store: Store, taxonomy: Taxonomy, role: Role) -> None:
    """Say so where a store was made with another taxonomy, and let it know a posting's role.

    Raises UsageError for an empty store.
    """
    last = store.last_settings()
    if last is None:
        raise UsageError(
            f"{store.path} holds no results.",
            mend=f"Make some with: skillgap batch FOLDER -o {store.path}",
            code="store",
        )
    if last["taxonomy_sha256"] != taxonomy.sha256:
        typer.echo(
            f"note: {store.path} was made with another taxonomy ({last['taxonomy_name']}"
            f" {last['taxonomy_version']}); run batch again to compare with this one.",
            err=True,
        )
    if role.kind == POSTING:
        from skillgap.batch.targets import hold_against

        hold_against(store, role, taxonomy)


def _target(folder: Path | None, role: str | None, posting: str | None) -> tuple[Taxonomy, Role]:
    """The role that is asked about, and a taxonomy that knows it. Raises UsageError."""
    from skillgap.resolve import find_role

    if (role is None) == (posting is None):
        raise UsageError(
            "One target has to be named.",
            mend="Add --role ROLE or --posting FILE; 'skillgap roles' lists the roles.",
            code="role",
        )
    taxonomy, postings = with_postings(folder, [posting] if posting else [], ocr=Ocr.AUTO)
    return taxonomy, taxonomy.roles[postings[0]] if postings else find_role(taxonomy, role or "")
