"""Structured resumes (JSON Resume, LinkedIn's export) -> pieces, as a person would set them.

The sections get the headings that people write, an entry gets a title line with its dates, so
that the rest of the pipeline reads them like any other resume.
"""

from __future__ import annotations

from collections.abc import Iterable

from skillgap.models import BlockKind
from skillgap.readers.assembly import Piece

_SUBTITLE_WORDS = 16  # a title line with its dates; more would be prose


def heading(text: str) -> Piece:
    return Piece(BlockKind.HEADING, text)


def line(*parts: str) -> list[Piece]:
    """One paragraph of the parts that are not empty, set off by commas."""
    text = ", ".join(part for part in map(one_line, parts) if part)
    return [Piece(BlockKind.PARAGRAPH, text)] if text else []


def title(parts: Iterable[str], start: str, end: str, *, open_ended: bool = False) -> list[Piece]:
    """An entry's title line: names, then the dates behind a tab ("2019-01 – 2021-03")."""
    names = ", ".join(part for part in map(one_line, parts) if part)
    dates = span(start, end, open_ended=open_ended)
    text = "\t".join(part for part in (names, dates) if part)
    return [Piece(BlockKind.PARAGRAPH, text)] if text else []


def span(start: str, end: str, *, open_ended: bool = False) -> str:
    """Two dates as people write them; an entry without an end goes on where that is usual."""
    start, end = one_line(start), one_line(end)
    if start and not end and open_ended:
        end = "present"
    return " – ".join(date for date in (start, end) if date)


def bullets(texts: Iterable[str]) -> list[Piece]:
    return [Piece(BlockKind.BULLET, one) for text in texts if (one := one_line(text))]


def labelled(label: str, items: Iterable[str]) -> list[Piece]:
    """`Languages: Python, SQL`, or either part alone."""
    listed = ", ".join(item for item in map(one_line, items) if item)
    label = one_line(label)
    text = f"{label}: {listed}" if label and listed else label or listed
    return [Piece(BlockKind.BULLET, text)] if text else []


def one_line(text: str) -> str:
    return " ".join(text.split())
