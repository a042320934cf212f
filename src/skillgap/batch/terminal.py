"""The answers of a batch on a terminal, with rich: colour is never the only sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skillgap.batch.answers import (
    Held,
    Lost,
    Ranked,
    Team,
    closest_roles,
    coverages_of,
    failures,
    rank,
    skills_of,
    state_of,
    tally,
    targets_of,
)
from skillgap.batch.likeness import alike, alike_note
from skillgap.batch.names import listed, short_names
from skillgap.batch.store import Store
from skillgap.batch.summary import HOW_TO_READ, holders_line, many, summary_lines
from skillgap.models import POSTING, Importance, Taxonomy
from skillgap.reports.console import MARKS
from skillgap.reports.words import DISCLAIMER, printable, requirement_label

SHADES = " ░▒▓█"  # a coverage in fifths
_ROLES = 4  # roles beside each other in the picture
_NAME = 30  # characters of a name beside them
_DOUBLES = 10  # people who are perhaps counted twice
_COLUMNS = 22  # candidates beside each other in a heat map: more do not fit 80 columns


def render_batch(
    store: Store,
    taxonomy: Taxonomy,
    wanted: tuple[str, ...],
    top: int,
    *,
    known: int,
    seconds: float,
    asking: str = "",
) -> RenderableType:
    """All that a run prints: a ranking for each role that was named, or else for the role that the
    group is closest to; roles by candidates; failures; the summary.

    The results of `known` inputs were there before; the run took `seconds`. `asking` is the command
    that asks the store again, without its role; empty where the store is not kept.
    """
    counts = tally(store)
    targets = targets_of(taxonomy)
    roles = wanted or closest_roles(store, targets, 1)
    shown: tuple[Ranked, ...] = ()
    parts: list[RenderableType] = []
    for role in roles if counts.candidates else ():
        ranked = tuple(islice(rank(store, role), top))
        shown = shown or ranked
        title = taxonomy.roles[role].preferred_label
        hint = _all_of(counts.candidates)
        if asking and taxonomy.roles[role].kind != POSTING:
            hint = f": {asking} --role {role}"
        likely = alike(store, ranked)
        parts += [render_ranking(title, ranked, counts.candidates, likely, hint=hint), ""]
    picked = wanted if len(wanted) > 1 else closest_roles(store, targets, _ROLES)
    if shown:
        parts += [render_picture(store, taxonomy, picked[:_ROLES], shown), ""]
    if lost := tuple(islice(failures(store), top)):
        parts += [render_failures(lost, counts.unreadable + counts.failed), ""]
    parts += [Text("\n".join(summary_lines(counts, known, seconds))), Text(DISCLAIMER, style="dim")]
    return Group(*parts)


def render_ranking(
    title: str,
    ranked: tuple[Ranked, ...],
    total: int,
    likely: Mapping[str, tuple[str, ...]],
    *,
    hint: str = "",
    passing: str = "",
) -> RenderableType:
    """The first places for one role; `total` candidates have one. `likely` are those who may be one
    person (likeness.py). `passing` stands above."""
    above: list[RenderableType] = [Text(title, style="bold underline")]
    if passing:
        above.append(Text(passing, style="dim"))
    if not ranked:
        return Group(*above, Text("No candidate."))
    names = short_names([source for item in ranked for source in (item.source, *item.also)])
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("", justify="right")
    table.add_column("Candidate", overflow="fold")
    for head in ("Coverage", "Essential", "Optional"):
        table.add_column(head, justify="right", no_wrap=True)
    for item in ranked:
        notes = _notes(item, names, likely.get(item.source, ()))
        name = Text(printable(names[item.source]))
        below = [Padding(note, (0, 0, 0, 2), expand=False) for note in notes]
        table.add_row(
            item.place,
            Group(name, *below),
            f"{item.coverage:.0%}",
            str(item.essential),
            str(item.optional),
        )
    parts = [*above, table]
    if total > len(ranked):
        parts.append(Text(f"and {total - len(ranked):,} more{hint}", style="dim"))
    parts.append(Text(HOW_TO_READ, style="dim"))
    return Group(*parts)


def _notes(item: Ranked, names: dict[str, str], likely: tuple[str, ...]) -> list[Text]:
    return [
        Text(printable(note), style=style)
        for note, style in (
            ("reading doubtful" if item.quality == "doubtful" else "", "red"),
            (", ".join(item.warnings), "yellow"),
            (f"same as {listed([names[s] for s in item.also])}" if item.also else "", "dim"),
            (alike_note([names[s] for s in likely]) if likely else "", "dim"),
        )
        if note
    ]


def render_picture(
    store: Store, taxonomy: Taxonomy, roles: tuple[str, ...], ranked: tuple[Ranked, ...]
) -> RenderableType:
    """Roles by candidates: how much of each role each one covers, as shade and number."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), title_justify="left")
    names = short_names([item.source for item in ranked])
    table.add_column("Candidate", no_wrap=True)
    for role in roles:
        label = taxonomy.roles[role].preferred_label
        table.add_column(label, overflow="fold", min_width=4, max_width=11, vertical="bottom")
    for item in ranked:
        covered = coverages_of(store, item.analysis_id)
        name = printable(names[item.source])
        cut = name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
        table.add_row(Text(cut), *(_shaded(covered.get(role, 0.0)) for role in roles))
    return Group(Text("Roles by candidates", style="bold underline"), table)


def _shaded(share: float) -> Text:
    shade = SHADES[min(round(share * (len(SHADES) - 1)), len(SHADES) - 1)]
    return Text.assemble((shade * 3, "green"), f" {share:4.0%}")


def render_failures(lost: tuple[Lost, ...], total: int) -> RenderableType:
    """What has no report, and why."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(overflow="fold", ratio=2)
    table.add_column(overflow="fold", ratio=3)
    for item in lost:
        table.add_row(Text(printable(item.source)), Text(printable(item.message), style="red"))
    parts: list[RenderableType] = [Text("Not read", style="bold underline"), table]
    if total > len(lost):
        parts.append(Text(f"and {total - len(lost):,} more{_all_of(total)}", style="dim"))
    return Group(*parts)


def _all_of(total: int) -> str:
    return f": --top {total} lists all"


def render_team(team: Team, taxonomy: Taxonomy, store: Store, chosen: str = "") -> RenderableType:
    """What a group covers together, where it has one person only, where nobody; and a heat map.
    `chosen` says who is counted, where that is not everybody."""
    role = team.role
    names = short_names([member.source for member in team.members])
    parts: list[RenderableType] = [
        Text(
            f"{role.preferred_label}: {team.coverage.coverage:.0%} covered together"
            f" by {many(len(team.members), 'candidate')}",
            style="bold underline",
        )
    ]
    if chosen:
        parts.append(Text(chosen, style="dim"))
    if not team.members:
        return Group(*parts, Text("No candidate."))
    for title, held in (
        ("Nobody", team.held_by(0, 0)),
        ("One person only", team.held_by(1, 1)),
        ("Several", team.held_by(2)),
    ):
        if held:
            parts += [Text(f"\n{title}", style="bold"), _held_table(held, names, taxonomy)]
    if doubles := tuple(_doubles(alike(store, team.members), names)):
        parts += [Text("\nPerhaps counted twice", style="bold")]
        parts += [Text(line) for line in doubles[:_DOUBLES]]
        if len(doubles) > _DOUBLES:
            parts.append(Text(f"and {len(doubles) - _DOUBLES:,} more", style="dim"))
    parts += ["", *_heat_map(team, names, taxonomy, store), "", Text(DISCLAIMER, style="dim")]
    return Group(*parts)


def _doubles(likely: Mapping[str, tuple[str, ...]], names: Mapping[str, str]) -> Iterator[str]:
    named: set[str] = set()
    for source, others in likely.items():
        if source not in named:
            named.update(others)
            yield printable(f"{names[source]} is {alike_note([names[s] for s in others])}")


def _held_table(held: tuple[Held, ...], names: Mapping[str, str], taxonomy: Taxonomy) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(overflow="fold", ratio=2)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=4)
    for item in held:
        line = holders_line(item, names)
        table.add_row(
            requirement_label(item.requirement, taxonomy),
            item.requirement.importance.value,
            Text(printable(line) or "no evidence found", style="" if line else "dim"),
        )
    return table


def _heat_map(
    team: Team, names: Mapping[str, str], taxonomy: Taxonomy, store: Store
) -> Iterator[RenderableType]:
    """Skills by candidates; a candidate's number is the place in the list under the map."""
    members = team.members[:_COLUMNS]
    if not members:
        return
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), collapse_padding=True)
    table.add_column("Skills by candidates", overflow="fold", min_width=20)
    for number in range(1, len(members) + 1):
        table.add_column(str(number), justify="right")
    found = [skills_of(store, member.analysis_id) for member in members]
    last = None
    for held in team.held:
        importance = held.requirement.importance
        if last is not None and importance is not last:
            table.add_row("")
        last = importance
        cells = [MARKS[state_of(skills, held.requirement)] for skills in found]
        label = requirement_label(held.requirement, taxonomy)
        name = Text(label, style="bold" if importance is Importance.ESSENTIAL else "")
        table.add_row(name, *(Text(mark, style=style) for mark, style in cells))
    yield table
    yield Text("● shown   ◐ implied by something narrower   ○ no evidence found", style="dim")
    yield Text(
        "\n".join(
            f"{number:>3}  {member.coverage:4.0%}  {printable(names[member.source])}"
            for number, member in enumerate(members, 1)
        )
    )
    if len(team.members) > len(members):
        yield Text(f"and {len(team.members) - len(members):,} more, not in the map", style="dim")
