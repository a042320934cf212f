"""The results of a batch as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillgap.batch.answers import Lost, Ranked, failures, rank, tally
from skillgap.batch.likeness import alike_note, with_alike
from skillgap.batch.names import listed
from skillgap.batch.store import Store
from skillgap.batch.summary import HOW_TO_READ, counts_line
from skillgap.models import Taxonomy
from skillgap.reports.markdown import escape
from skillgap.reports.words import DISCLAIMER

_HEAD = "| Rank | Candidate | Coverage | Essential | Optional | Reading | Warnings |\n"
_RULE = "| ---: | --- | ---: | ---: | ---: | --- | --- |\n"


def render_markdown(store: Store, taxonomy: Taxonomy, roles: tuple[str, ...]) -> Iterator[str]:
    """The whole file in pieces: a table a role, then what could not be read, and why."""
    yield f"# Candidates by role\n\n{counts_line(tally(store))}\n\n{escape(HOW_TO_READ)}.\n"
    for role in roles:
        yield f"\n## {escape(taxonomy.roles[role].preferred_label)}\n\n"
        yield from ranking_lines(store, rank(store, role))
    first = True
    for lost in failures(store):
        if first:
            yield "\n## Not read\n\n| File | Status | Reason |\n| --- | --- | --- |\n"
            first = False
        yield _lost_line(lost)
    yield f"\n{escape(DISCLAIMER)}\n"


def render_ranking(
    store: Store, title: str, chosen: str, ranked: Iterable[Ranked]
) -> Iterator[str]:
    """One ranking as a file of its own; `chosen` says who are in it, where not everybody is."""
    yield f"# {escape(title)}\n\n"
    if chosen:
        yield f"{escape(chosen)}\n\n"
    yield from ranking_lines(store, ranked)
    yield f"\n{escape(HOW_TO_READ)}.\n\n{escape(DISCLAIMER)}\n"


def ranking_lines(store: Store, ranked: Iterable[Ranked]) -> Iterator[str]:
    """The table of one role, line by line."""
    yield _HEAD + _RULE
    for item, likely in with_alike(store, ranked):
        notes = [f"also {listed([*map(escape, item.also)])}"] if item.also else []
        notes += [alike_note([*map(escape, likely)])] if likely else []
        cells = (
            item.place,
            escape(item.source) + (f" ({'; '.join(notes)})" if notes else ""),
            f"{item.coverage:.0%}",
            str(item.essential),
            str(item.optional),
            item.quality,
            ", ".join(map(escape, item.warnings)),
        )
        yield f"| {' | '.join(cells)} |\n"


def _lost_line(lost: Lost) -> str:
    return f"| {escape(lost.source)} | {lost.status} | {escape(lost.message)} |\n"
