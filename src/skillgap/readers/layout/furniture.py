"""Headers, footers and page numbers: lines at a page's edge that repeat on other pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from skillgap.models import BlockKind, Box
from skillgap.readers.layout.blocks import Draft
from skillgap.readers.layout.segments import Segment

# Furniture stands in the outer part of the page.
EDGE = 0.1
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|p\.)\s*)?[-–—]?\s*\d{1,3}\s*(?:(?:of|von|/|\|)\s*\d{1,3})?\s*[-–—]?",
    re.I,
)


def take_furniture(
    pages: Sequence[Sequence[Segment]], heights: Sequence[float]
) -> tuple[list[list[Segment]], list[Draft]]:
    """The pages without their furniture, and the furniture."""
    edges = [_at_edge(segments, height) for segments, height in zip(pages, heights, strict=True)]
    seen = Counter(key for page in edges for key in {_key(s) for s in page})
    kept: list[list[Segment]] = []
    drafts: list[Draft] = []
    for number, (segments, edge) in enumerate(zip(pages, edges, strict=True), 1):
        gone = [s for s in edge if seen[_key(s)] > 1 or _is_number(s, len(pages))]
        names = {id(s) for s in gone}
        kept.append([s for s in segments if id(s) not in names])
        for s in gone:
            box = Box(s.x0, s.top, s.x1, s.bottom)
            drafts.append(Draft(BlockKind.FURNITURE, s.text, number, box, size=s.size, bold=s.bold))
    return kept, drafts


def _at_edge(segments: Sequence[Segment], height: float) -> list[Segment]:
    return [s for s in segments if s.bottom < EDGE * height or s.top > (1 - EDGE) * height]


def _key(segment: Segment) -> tuple[str, int, int]:
    """What repeats: the words, but for numbers, and the place."""
    return (_DIGITS.sub("#", segment.text), round(segment.y / 4), round(segment.size))


def _is_number(segment: Segment, pages: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(segment.text.strip())
    return match is not None and (pages > 1 or not segment.text.strip().isdigit())
