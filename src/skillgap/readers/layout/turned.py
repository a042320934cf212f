"""Titles set upwards or downwards beside what they are the titles of: each goes above its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skillgap.headings import wording_kind
from skillgap.models import BlockKind, Box
from skillgap.readers.layout.blocks import HEADING_LETTERS, HEADING_WORDS, Draft
from skillgap.readers.layout.segments import Segment
from skillgap.readers.page import turn

# Baselines of what begins level with a title's end, in sizes of the font.
_LEVEL = 0.5
_AS_WIDE = 0.7
_MOST = 40  # more are no titles


def turned_box(box: Box, angle: int) -> Box:
    """A box of text that runs at `angle` degrees, on the page as it is shown."""
    return Box(*turn((box.x0, box.y0, box.x1, box.y1), angle)) if angle else box


def turned_titles(
    segments: Sequence[Segment], angle: int, page: int, drafts: list[Draft]
) -> list[Draft] | None:
    """The page's blocks with each turned title before the first one beside it; None where what is
    turned is no title: prose, a label at the page's edge that stands beside everything."""
    if angle % 180 != 90 or not 1 < len(segments) <= _MOST:
        return None
    titles = [title for s in segments if (title := _title(s, angle, page))]
    if len(titles) < len(segments) or not any(wording_kind(title.text) for title in titles):
        return None
    titles.sort(key=lambda title: title.box.y0)
    places = _places(titles, drafts)
    if len(set(places)) < len(titles):
        return None
    laid = list(drafts)
    for at, title in sorted(zip(places, titles, strict=True), key=lambda place: -place[0]):
        laid.insert(at, title)
    return laid


def _title(segment: Segment, angle: int, page: int) -> Draft | None:
    text = segment.text
    if not text[:1].isalpha() or len(text) > HEADING_LETTERS or len(text.split()) > HEADING_WORDS:
        return None
    box = turned_box(Box(segment.x0, segment.top, segment.x1, segment.bottom), angle)
    return Draft(BlockKind.HEADING, text, page, box, size=segment.size, bold=segment.bold)


def _places(titles: Sequence[Draft], drafts: Sequence[Draft]) -> list[int]:
    """The block before which each title goes, as far as there is one. All titles of a page begin
    with their texts, or end with them, or stand at their middles; a gap is above each text."""
    beside = [[at for at, draft in enumerate(drafts) if _is_beside(t, draft)] for t in titles]
    if not all(beside):
        return []
    limit = _LEVEL * titles[0].size
    tops = [_nearest(t.box.y0, {i: drafts[i].box.y0 for i in b}) for t, b in zip(titles, beside)]
    ends = [_nearest(t.box.y1, {i: drafts[i].box.y1 for i in b}) for t, b in zip(titles, beside)]
    firsts: list[int] = []
    widest: list[int] = []
    above = 0.0
    for title, own in zip(titles, beside):
        below = [at for at in own if drafts[at].box.y0 > above - limit]
        if not below:
            return []
        firsts.append(below[0])
        started = [at for at in below if drafts[at].box.y0 < title.box.y1] or below
        widest.append(max(started, key=lambda at: _gap(at, drafts)))
        above = title.box.y1
    found = [at for _, at in tops]
    if max(off for off, _ in tops) < limit and _are_apart(found, widest, drafts):
        return found
    if max(off for off, _ in ends) < limit and _are_apart(firsts, widest, drafts):
        return firsts
    return widest


def _gap(at: int, drafts: Sequence[Draft]) -> float:
    return drafts[at].box.y0 - drafts[at - 1].box.y1 if at else 0.0


def _are_apart(places: Sequence[int], widest: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether the gaps above the places are as wide as the widest ones, more or less."""
    return all(
        _gap(at, drafts) >= _AS_WIDE * _gap(other, drafts) for at, other in zip(places, widest)
    )


def _nearest(edge: float, edges: Mapping[int, float]) -> tuple[float, int]:
    """How far the nearest of the blocks' edges is, and whose it is."""
    return min((abs(other - edge), at) for at, other in edges.items())


def _is_beside(title: Draft, draft: Draft) -> bool:
    return draft.box.x0 >= title.box.x1 - 1 or draft.box.x1 <= title.box.x0 + 1
