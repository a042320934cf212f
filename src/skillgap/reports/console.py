"""The report on a terminal, with rich: 80 columns suffice, colour is never the only sign."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from skillgap.evidence import excerpt
from skillgap.models import (
    Coverage,
    GapReport,
    Importance,
    MatchStatus,
    Mention,
    Quality,
    RequirementMatch,
    Taxonomy,
)
from skillgap.reports.comparing import role_table, what_if_roles, what_if_title
from skillgap.reports.words import (
    DISCLAIMER,
    NO_ROLE_NEAR,
    QUALITY_WORDS,
    REASON_WORDS,
    STATUS_WORDS,
    UNKNOWN_TITLE,
    best_mention,
    chain,
    form_note,
    fraction,
    nothing_asked,
    place,
    printable,
    read_line,
    refused_note,
    requirement_label,
    section_list,
    shown_id,
    time_note,
    unknown_note,
    years_asked,
)
from skillgap.words import source_name

MARKS = {
    MatchStatus.COVERED: ("●", "green"),
    MatchStatus.IMPLIED: ("◐", "yellow"),
    MatchStatus.MISSING: ("○", "dim"),
}
_BAR = 16  # characters of a coverage bar: with the longest role label it still fits 80 columns


def _bar(share: float) -> Text:
    """A coverage between 0 and 1 as a bar; the light rest is seen without colour too."""
    full = round(share * _BAR)
    return Text.assemble(("━" * full, "green"), ("╌" * (_BAR - full), "dim"))


def render_report(
    report: GapReport,
    taxonomy: Taxonomy,
    ranking: tuple[Coverage, ...],
    details: tuple[Coverage, ...],
    *,
    chosen: bool,
    verbosity: int = 0,
) -> RenderableType:
    """The whole report.

    ranking    roles for the table, in order of fit
    details    roles whose requirements are listed
    chosen     whether the user named the roles (then nothing is said about nearness)
    verbosity  -1 the table only, 0 normal, 1 all evidence and the rules behind it
    """
    parts: list[RenderableType] = [_head(report)]
    if not chosen and not any(coverage.near for coverage in ranking):
        parts += ["", Text(NO_ROLE_NEAR, style="bold")]
    parts += ["", _ranking(ranking, taxonomy, chosen)]
    supposed = what_if_roles(report, ranking)
    if report.what_if is not None:
        title = what_if_title(report.what_if.skills, taxonomy)
        parts += ["", Text(title, style="bold"), role_table(supposed, taxonomy)]
    if verbosity >= 0:
        for coverage in details:
            parts += ["", *_details(report, coverage, taxonomy, verbosity)]
        parts += _not_counted(report, taxonomy, verbosity)
        parts += ["", Text(DISCLAIMER, style="dim")]
    return Group(*parts)


def _head(report: GapReport) -> RenderableType:
    document = report.document
    name = source_name(document.source)
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(style="dim")
    rows.add_column(overflow="fold")
    rows.add_row("Read", Text(f"{read_line(report)} (as of {report.as_of})"))
    rows.add_row("Sections", Text(section_list(report) or "none recognised"))
    style = "red" if document.quality is not Quality.GOOD else "dim"
    rows.add_row("Reading", Text(QUALITY_WORDS[document.quality], style=style))
    if refused := refused_note(report):
        rows.add_row(Text("Note", style="yellow"), Text(refused))
    for warning in document.warnings:
        rows.add_row(Text("Warning", style="yellow"), Text(printable(warning.message)))
    return Panel(rows, title=Text(name, style="bold"), title_align="left")


def _ranking(ranking: tuple[Coverage, ...], taxonomy: Taxonomy, chosen: bool) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Role" if chosen else "Closest roles", overflow="fold")
    table.add_column("Coverage", width=_BAR, no_wrap=True)
    table.add_column("", justify="right")
    table.add_column("Essential", justify="right")
    table.add_column("Optional", justify="right")
    for coverage in ranking:
        role = taxonomy.roles[coverage.role_id]
        table.add_row(
            Text(role.preferred_label, style="bold" if coverage.near or chosen else ""),
            _bar(coverage.coverage),
            f"{coverage.coverage:.0%}",
            fraction(coverage, Importance.ESSENTIAL),
            fraction(coverage, Importance.OPTIONAL),
        )
    return table


def _details(
    report: GapReport, coverage: Coverage, taxonomy: Taxonomy, verbosity: int
) -> Iterator[RenderableType]:
    role = taxonomy.roles[coverage.role_id]
    title = f"{role.preferred_label}: {coverage.coverage:.0%}"
    yield Text(title, style="bold underline")
    if not role.requirements:
        yield Text(nothing_asked(role))
    for importance in Importance:
        matches = [m for m in coverage.matches if m.requirement.importance is importance]
        if matches:
            yield Text(f"\n{importance.value.capitalize()}", style="bold")
            yield _requirements(report, matches, taxonomy, verbosity)
    if role.unknown:
        yield Text(f"\n{UNKNOWN_TITLE}", style="bold")
        for ask in role.unknown:
            yield Text(f"? {ask.words}").append(
                f" · {unknown_note(ask, report.document)}", style="dim"
            )
    yield Text(
        f"\n● {STATUS_WORDS[MatchStatus.COVERED]}   ◐ {STATUS_WORDS[MatchStatus.IMPLIED]} by"
        f" something narrower, counts half   ○ {STATUS_WORDS[MatchStatus.MISSING]}",
        style="dim",
    )


def _requirements(
    report: GapReport, matches: list[RequirementMatch], taxonomy: Taxonomy, verbosity: int
) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=1)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=7, overflow="fold")
    order = list(MatchStatus)
    bundled = _bundled(matches, verbosity)
    for match in sorted(matches, key=lambda m: order.index(m.status)):
        if match in bundled:
            continue
        mark, style = MARKS[match.status]
        label = requirement_label(match.requirement, taxonomy)
        table.add_row(
            Text(mark, style=style),
            Text(label, style="" if match.entry else "dim"),
            _evidence(report, match, taxonomy, verbosity),
        )
    if bundled:
        labels = [requirement_label(m.requirement, taxonomy) for m in bundled]
        mark, style = MARKS[MatchStatus.MISSING]
        words = STATUS_WORDS[MatchStatus.MISSING]
        table.add_row(
            Text(mark, style=style), Text(words, style="dim"), Text(", ".join(labels), style="dim")
        )
    return table


def _bundled(matches: list[RequirementMatch], verbosity: int) -> list[RequirementMatch]:
    """Optional requirements without evidence, which share one line unless all is wanted."""
    if verbosity > 0:
        return []
    optional = [m for m in matches if m.requirement.importance is Importance.OPTIONAL]
    missing = [m for m in optional if m.status is MatchStatus.MISSING]
    return missing if len(missing) > 1 else []


def _evidence(
    report: GapReport, match: RequirementMatch, taxonomy: Taxonomy, verbosity: int
) -> RenderableType:
    entry = match.entry
    if entry is None:
        asked = match.requirement.documents
        notes = (
            STATUS_WORDS[match.status],
            f"{asked} documents ask" if asked > 1 else "",
            years_asked(match.requirement),
        )
        return Text("; ".join(filter(None, notes)), style="dim")
    best = best_mention(entry.evidence)
    mentions = entry.evidence if verbosity > 0 else (best,)
    quoted = {  # two mentions of one line are quoted once
        excerpt(report.document, mention, 160): mention for mention in reversed(mentions)
    }
    lines = [
        _quotation(report, mention, width=110 if verbosity < 1 else 200)
        for mention in reversed(quoted.values())
    ]
    if entry.implied:
        lines.insert(0, Text(chain(match, taxonomy), style="yellow"))
    skill = taxonomy.skills[shown_id(match)]
    notes = (
        "" if entry.implied else form_note(best, skill),
        time_note(entry),
        years_asked(match.requirement),
    )
    for note in filter(None, notes):
        lines[-1].append(f" · {note}", style="dim")
    return Group(*lines)


def _quotation(report: GapReport, mention: Mention, width: int) -> Text:
    text = printable(excerpt(report.document, mention, width))
    line = Text(f"“{text}”")
    surface = printable(mention.surface)
    at = text.find(surface)
    if at >= 0:
        line.stylize("bold", at + 1, at + 1 + len(surface))
    line.append(f" {place(report.document, mention)}", style="dim")
    return line


def _not_counted(report: GapReport, taxonomy: Taxonomy, verbosity: int) -> Iterator[RenderableType]:
    items = report.profile.not_counted
    if not items:
        return
    yield Text("\nSeen and not counted", style="bold")
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=6, overflow="fold")
    shown = items if verbosity > 0 else items[:_NOT_COUNTED]
    for item in shown:
        why = REASON_WORDS[item.reason]
        if verbosity > 0 and item.evidence[0].rule:
            why += f" ({item.evidence[0].rule})"
        table.add_row(
            Text(taxonomy.skills[item.skill_id].preferred_label),
            Text(printable(why), style="yellow"),
            _quotation(report, item.evidence[0], width=80),
        )
    yield Padding(table, (0, 0, 0, 0))
    if len(items) > len(shown):
        yield Text(f"and {len(items) - len(shown)} more; -v shows them all", style="dim")


_NOT_COUNTED = 8  # lines; more would push the result off the screen
