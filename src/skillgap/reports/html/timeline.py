"""When it was: dated entries and the skills that they show, as strips over the same years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from skillgap.models import DateRange, Entry, Month, ProfileEntry, SectionKind
from skillgap.profile import dated_entries
from skillgap.reports.html.charts import percent
from skillgap.reports.html.marks import Frame, asked_skills
from skillgap.reports.words import SECTION_WORDS, printable, time_note

_TICKS = 8  # at most; more would run into one another on a phone
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_ROOM = 0.88  # of the strip; a number that begins later would be cut off on a phone
_LONGEST = 70  # characters of an entry's name


@dataclass(frozen=True, slots=True)
class Stretch:
    """A dated stretch on the strip: its place, and what kind of entry it belongs to."""

    x: str
    width: str
    kind: str  # "work" or "other"


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of the timeline."""

    label: str
    note: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis, at its first of January; without its number where that has no room."""

    x: str
    year: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries in the resume's order; skills by last use, then by length. `asked` are those that a
    role shown in full asks for."""

    ticks: tuple[Tick, ...]
    entries: tuple[Strip, ...]
    asked: tuple[Strip, ...]
    others: tuple[Strip, ...]


def make_timeline(frame: Frame) -> Timeline | None:
    """The timeline of a report; None where no entry has a date that the as-of date has reached."""
    report = frame.report
    year, month = report.as_of.split("-")[:2]
    as_of = Month(int(year), int(month))
    dated = tuple(entry for entry in report.entries if entry.dates.start <= as_of)
    if not dated:
        return None
    scale = _Scale(min(entry.dates.start.year for entry in dated), as_of)
    wanted = asked_skills(frame)
    skills = [e for e in report.profile.entries if not e.implied and e.last_used is not None]
    skills.sort(key=lambda e: (-(e.last_used or as_of).index(), -(e.months or 0)))

    def strip(entry: ProfileEntry) -> Strip:
        inside = dated_entries(entry.evidence, dated, as_of)
        return Strip(frame.label(entry.skill_id), time_note(entry), scale.stretches(inside))

    return Timeline(
        ticks=scale.ticks(),
        entries=tuple(
            Strip(_name(frame, entry), _when(entry.dates), scale.stretches((entry,)))
            for entry in dated
        ),
        asked=tuple(strip(entry) for entry in skills if entry.skill_id in wanted),
        others=tuple(strip(entry) for entry in skills if entry.skill_id not in wanted),
    )


class _Scale:
    """Months as places on a strip that runs from January of `first` to the end of `as_of`."""

    def __init__(self, first: int, as_of: Month) -> None:
        self._start, self._as_of = Month(first, 1), as_of
        self._length = as_of.index() + 1 - self._start.index()

    def _at(self, index: int) -> float:
        return (index - self._start.index()) / self._length

    def stretches(self, entries: Iterable[Entry]) -> tuple[Stretch, ...]:
        """One stretch an entry, those of work last so that they are drawn over the others."""
        found = []
        for entry in sorted(entries, key=lambda e: (_kind(e) == "work", e.dates.start)):
            end = min(entry.dates.end or self._as_of, self._as_of)
            start, stop = self._at(entry.dates.start.index()), self._at(end.index() + 1)
            found.append(Stretch(percent(start), percent(stop - start), _kind(entry)))
        return tuple(found)

    def ticks(self) -> tuple[Tick, ...]:
        """Years that divide evenly, as many as fit."""
        first, last = self._start.year, self._as_of.year
        step = next(step for step in _STEPS if (last - first) // step < _TICKS)
        years = [year for year in range(first, last + 1) if year % step == 0]
        places = [self._at(Month(year, 1).index()) for year in years]
        return tuple(
            Tick(percent(at), str(year) if at < _ROOM else "")
            for year, at in zip(years, places, strict=True)
        )


def _kind(entry: Entry) -> str:
    return "work" if entry.section is SectionKind.WORK else "other"


def _when(dates: DateRange) -> str:
    return f"{dates.start} to {dates.end or 'present'}"


def _name(frame: Frame, entry: Entry) -> str:
    """What stands in the line of an entry's date beside it, else in the entry's first line."""
    text, date = frame.report.document.text, entry.dates.span
    start, end = text.rfind("\n", 0, date.start) + 1, text.find("\n", date.end)
    beside = f"{text[start : date.start]} {text[date.end : end if end >= 0 else len(text)]}"
    lines = (beside, *text[entry.span.start : entry.span.end].split("\n"))
    names = (printable(line).strip(" ,;:|()[]–—-·•") for line in lines)
    name = next((name for name in names if len(name) > 2), SECTION_WORDS[entry.section])
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rsplit(' ', 1)[0]} …"
