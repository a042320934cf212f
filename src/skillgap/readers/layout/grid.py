"""Tables whose cells have drawn borders: what stands in one cell is read before the next one.

Where all four sides of a text are drawn, nothing need be guessed: rows and columns are as drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from skillgap.headings import wording_kind
from skillgap.readers.layout.columns import Regions, regions
from skillgap.readers.layout.segments import Segment
from skillgap.readers.page import Rect

# Rules that lie so near to each other are one; borders are drawn cell by cell.
NEAR = 2.0
# Fewer rows are a frame around two columns.
FEWEST_ROWS = 2
# Comparisons of texts with rules; a table of a resume has some thousand.
MOST_COMPARED = 400_000
# A cell with more letters is a text of its own.
SHORT_CELL = 60
# A text's middle lies so far above its baseline, in sizes of the font.
MIDDLE = 0.3


class _Rule(NamedTuple):
    """A line at `at`, from `start` to `end`."""

    at: float
    start: float
    end: float


class _Cell(NamedTuple):
    top: float
    bottom: float
    left: float
    right: float


def rows_of_grid(
    segments: Sequence[Segment], rules: Sequence[Rect], tick: Callable[[], None] = lambda: None
) -> Regions | None:
    """The parts of a page with a bordered table, row by row and cell by cell; None without one."""
    level = _joined([_Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in rules if y1 - y0 < x1 - x0])
    upright = _joined(
        [_Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in rules if x1 - x0 < y1 - y0]
    )
    compared = len(segments) * (len(level) + len(upright))
    if len(level) <= FEWEST_ROWS or len(upright) <= FEWEST_ROWS or compared > MOST_COMPARED:
        return None
    cells: dict[_Cell, list[Segment]] = {}
    for segment in segments:
        if cell := _cell_of(segment, level, upright):
            cells.setdefault(cell, []).append(segment)
    bands = [band for band in _bands(cells) if len({cell.left for cell in band}) > 1]
    if len(bands) < FEWEST_ROWS:
        return None
    inside = {id(s) for band in bands for cell in band for s in cells[cell]}
    free = [s for s in segments if id(s) not in inside]
    tops = [band[0].top for band in bands]
    bottoms = [max(cell.bottom for cell in band) for band in bands]
    if any(top < s.y < bottom for s in free for top, bottom in zip(tops, bottoms, strict=True)):
        return None  # the table stands in a column of the page
    titled = any(_is_titled(band, cells) for band in bands)
    parts: list[list[Segment]] = []
    guessed = False
    for at, band in enumerate([*bands, []]):
        high = bottoms[at - 1] if at else float("-inf")
        low = tops[at] if at < len(tops) else float("inf")
        groups = [[s for s in free if high <= s.y < low], *_in_order(band, cells, titled)]
        for found in (regions(group, tick) for group in groups if group):
            parts += found.parts
            guessed |= found.guessed
    return Regions(parts, guessed)


def _in_order(
    band: Sequence[_Cell], cells: dict[_Cell, list[Segment]], titled: bool
) -> list[list[Segment]]:
    """The texts of a row's cells; a row of short ones is one line, but where titles of
    sections stand in the first cells."""
    texts = [cells[cell] for cell in sorted(band, key=lambda cell: (cell.left, cell.top))]
    if texts and all(map(_is_card, texts)):
        return texts
    if texts and all(map(_is_short, texts)) and not (titled and _is_title(texts[0])):
        return [[_one_line(text, texts[0][0].y) for text in texts]]
    return texts


def _is_short(text: Sequence[Segment]) -> bool:
    letters = sum(len(segment.text) for segment in text)
    return len(text) == 1 or (letters <= SHORT_CELL and not any(s.bullet for s in text))


def _is_card(text: Sequence[Segment]) -> bool:
    """Whether a cell has a title of its own over plain text, as a project on a card has."""
    top = [segment.bold for segment in text if segment.y - text[0].y < text[0].size]
    return any(top) and len(top) < len(text) and not any(s.bold for s in text[len(top) :])


def _one_line(text: Sequence[Segment], y: float) -> Segment:
    """A cell's lines as one, level with the row's first."""
    left, right = min(segment.x0 for segment in text), max(segment.x1 for segment in text)
    words = " ".join(segment.text for segment in text)
    return replace(text[0], text=words, x0=left, x1=right, y=y)


def _is_titled(band: Sequence[_Cell], cells: dict[_Cell, list[Segment]]) -> bool:
    """Whether a row's first cell is the title of a section, whose text stands in the others."""
    first, *others = sorted(band, key=lambda cell: (cell.left, cell.top))
    return _is_title(cells[first]) and any(len(cells[cell]) > 1 for cell in others)


def _is_title(text: Sequence[Segment]) -> bool:
    return len(text) == 1 and wording_kind(text[0].text) is not None


def _joined(rules: list[_Rule]) -> list[_Rule]:
    """Rules that go on where others end, each as one."""
    joined: list[_Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / NEAR), rule.start)):
        last = joined[-1] if joined else None
        if (
            last
            and abs(last.at - rule.at) <= NEAR
            and last.start - NEAR <= rule.start <= last.end + NEAR
        ):
            joined[-1] = last._replace(end=max(last.end, rule.end))
        else:
            joined.append(rule)
    return joined


def _cell_of(segment: Segment, level: list[_Rule], upright: list[_Rule]) -> _Cell | None:
    """The nearest rules around the middle of a text, if there are four."""
    x, y = (segment.x0 + segment.x1) / 2, segment.y - MIDDLE * segment.size
    over = [rule.at for rule in level if rule.start <= x <= rule.end]
    beside = [rule.at for rule in upright if rule.start <= y <= rule.end]
    top = max((at for at in over if at <= y), default=None)
    bottom = min((at for at in over if at > y), default=None)
    left = max((at for at in beside if at <= x), default=None)
    right = min((at for at in beside if at > x), default=None)
    if top is None or bottom is None or left is None or right is None:
        return None
    return _Cell(*(NEAR * round(at / NEAR) for at in (top, bottom, left, right)))


def _bands(cells: dict[_Cell, list[Segment]]) -> list[list[_Cell]]:
    """Cells side by side, from the top; a cell over several rows makes one of them."""
    bands: list[list[_Cell]] = []
    low = float("-inf")
    for cell in sorted(cells):
        if cell.top < low:
            bands[-1].append(cell)
        else:
            bands.append([cell])
        low = max(low, cell.bottom)
    return bands
