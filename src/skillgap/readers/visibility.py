"""Which pieces of text a person who opens the page does not see, and why.

Every piece is held against the page's edges, its own size, opacity and rendering mode, and the
areas painted before it (its background) and after it (what covers it).
"""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.readers.pdf_page import (
    Ink,
    PageContent,
    Paint,
    Piece,
    Rect,
    Rgb,
    box_of_piece,
    intersect,
)

# Print of three points cannot be read, and no resume means it to be (fine print starts at five).
TINIEST = 3.0
# Largest difference of a channel, of 1, that nobody sees: #eeeeee on white is 0.067.
SAME_COLOR = 0.08
# Paint that lets this share of what lies under it through covers nothing.
OPAQUE, TRANSPARENT = 0.9, 0.05
# A scan's image fills its page but for a margin.
SCAN_SHARE = 0.5
CLIP_MODE = 7
INVISIBLE_MODES = (3, CLIP_MODE)
WHITE: Rgb = (1.0, 1.0, 1.0)
_STROKES, _FILLS = (1, 2, 5, 6), (0, 2, 4, 6)


def hidden_reasons(page: PageContent) -> list[str]:
    """For each piece why it cannot be seen, or "" for one that can."""
    sheet = (0.0, 0.0, page.width, page.height)
    return [_reason(piece, page.paints, sheet) for piece in page.pieces]


def is_scan(page: PageContent) -> bool:
    """Whether one image fills most of the page: a scan, its text then an OCR layer."""
    least = SCAN_SHARE * page.width * page.height
    return any(
        paint.image and (paint.box[2] - paint.box[0]) * (paint.box[3] - paint.box[1]) >= least
        for paint in page.paints
    )


def _reason(piece: Piece, paints: Sequence[Paint], sheet: Rect) -> str:
    ink, box = piece.ink, box_of_piece(piece)
    x0, y0, x1, y1 = box
    if _empty(intersect(sheet, box)):
        return "off-page"
    if ink.clip is not None and _empty(intersect(ink.clip, box)):
        return "clipped"
    if ink.alpha <= TRANSPARENT:
        return "transparent"
    if piece.size < TINIEST:
        return "tiny"
    near = [
        p for p in paints if p.box[0] <= x1 and x0 <= p.box[2] and p.box[1] <= y1 and y0 <= p.box[3]
    ]
    points = _probes(box)
    after = [p for p in near if p.order > piece.order]
    if ink.mode in INVISIBLE_MODES:
        # Text as a clipping path is seen through what is painted next (a gradient, an image).
        return "" if ink.mode == CLIP_MODE and _covering(after, points) else "invisible"
    if after and _covering([p for p in after if p.alpha >= OPAQUE], points):
        return "covered"
    before = [p for p in near if p.order < piece.order]
    return "" if _stands_out(ink, before, points) else "white"


def _stands_out(ink: Ink, before: list[Paint], points: list[tuple[float, float]]) -> bool:
    """Whether a colour of the text differs from what lies behind the text, anywhere."""
    colors = [ink.fill] if ink.mode in _FILLS else []
    colors += [ink.stroke] if ink.mode in _STROKES else []
    backgrounds = {_background(before, point) for point in points} if before else {WHITE}
    return any(
        color is None or behind is None or _differ(color, behind)
        for behind in backgrounds
        for color in colors
    )


def _background(before: list[Paint], point: tuple[float, float]) -> Rgb | None:
    """The colour at `point`: fills from white up, None where it is not known (an image)."""
    color: Rgb | None = WHITE
    for paint in before:
        if paint.alpha <= TRANSPARENT or not _inside(paint, point):
            continue
        if paint.color is None or color is None:
            color = paint.color if paint.alpha >= OPAQUE else None
        else:
            share = paint.alpha if paint.alpha < OPAQUE else 1.0
            r, g, b = (
                share * top + (1 - share) * low for top, low in zip(paint.color, color, strict=True)
            )
            color = (r, g, b)
    return color


def _covering(paints: list[Paint], points: list[tuple[float, float]]) -> bool:
    """Whether one of the areas, or all together, lie over every point."""
    return bool(paints) and all(any(_inside(p, point) for p in paints) for point in points)


def _probes(box: Rect) -> list[tuple[float, float]]:
    """Points that stand for the whole of a piece: its middle and both ends."""
    x0, y0, x1, y1 = box
    middle = (y0 + y1) / 2
    inset = min(1.0, (x1 - x0) / 4)
    return [((x0 + x1) / 2, middle), (x0 + inset, middle), (x1 - inset, middle)]


def _inside(paint: Paint, point: tuple[float, float]) -> bool:
    x0, y0, x1, y1 = paint.box
    x, y = point
    if not (x0 <= x <= x1 and y0 <= y <= y1):
        return False
    if paint.outline is None:
        return True
    winding = crossings = 0
    for part in paint.outline:
        for (ax, ay), (bx, by) in zip(part, part[1:] + part[:1], strict=True):
            if (ay <= y) != (by <= y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossings += 1
                winding += 1 if by > ay else -1
    return bool(crossings % 2) if paint.even_odd else bool(winding)


def _differ(a: Rgb, b: Rgb) -> bool:
    return max(abs(x - y) for x, y in zip(a, b, strict=True)) >= SAME_COLOR


def _empty(rect: Rect) -> bool:
    return rect[2] <= rect[0] or rect[3] <= rect[1]
