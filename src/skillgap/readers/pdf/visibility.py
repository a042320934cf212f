"""Which pieces of text a person who opens the page does not see, and why.

Every piece is held against the page's edges, its own size, opacity and rendering mode, its layer,
mask and clip, and the areas painted before it (its background) and after it (what covers it).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from skillgap.readers.page import (
    Clip,
    Ink,
    Mask,
    PageContent,
    Paint,
    Piece,
    Rect,
    Rgb,
    box_of_piece,
    inside,
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
# A clip that leaves less of a word's height or width leaves nothing to read.
READABLE = 0.25
CLIP_MODE = 7
INVISIBLE_MODES = (3, CLIP_MODE)
WHITE: Rgb = (1.0, 1.0, 1.0)
_STROKES, _FILLS = (1, 2, 5, 6), (0, 2, 4, 6)
_LIGHT: Rgb = (0.3, 0.59, 0.11)  # what each channel adds to the light of a colour

Point = tuple[float, float]


def hidden_reasons(page: PageContent, tick: Callable[[], None] = lambda: None) -> list[str]:
    """For each piece why it cannot be seen, or "" for one that can.

    `tick` is called now and then; it may raise to stop.
    """
    sheet = (0.0, 0.0, page.width, page.height)
    reasons: list[str] = []
    height: tuple[float, float] | None = None
    level: list[Paint] = []
    for at, piece in enumerate(page.pieces):
        if not at % 100:
            tick()
        box = box_of_piece(piece)
        if height != (box[1], box[3]):  # most pieces stand on the line of the one before
            height = box[1], box[3]
            level = [paint for paint in page.paints if _at_height(paint, height)]
        reasons.append(_reason(piece, box, level, sheet))
    return reasons


def _at_height(paint: Paint, height: tuple[float, float]) -> bool:
    _, y0, _, y1 = paint.shape.box
    return y0 <= height[1] and height[0] <= y1


def is_scan(page: PageContent) -> bool:
    """Whether one image fills most of the page: a scan, its text then an OCR layer."""
    least = SCAN_SHARE * page.width * page.height
    for paint in page.paints:
        x0, y0, x1, y1 = paint.shape.box
        if paint.image and (x1 - x0) * (y1 - y0) >= least:
            return True
    return False


def _reason(piece: Piece, box: Rect, level: Sequence[Paint], sheet: Rect) -> str:
    """Why a piece cannot be seen. `level` are the areas painted at its height."""
    ink = piece.ink
    own = _own_reason(piece, ink, box, sheet)
    if own:
        return own
    near = [p for p in level if p.shape.box[0] <= box[2] and box[0] <= p.shape.box[2]]
    if not near:
        if ink.mode in INVISIBLE_MODES:
            return "invisible"
        return "" if _on_paper(ink.fill, ink.stroke, ink.mode) else "white"
    points = _probes(box)
    after = [paint for paint in near if paint.order > piece.order]
    if ink.mode in INVISIBLE_MODES:
        # Text as a clipping path is seen through what is painted next (a gradient, an image).
        return "" if ink.mode == CLIP_MODE and _covering(after, points) else "invisible"
    if after and _covering([paint for paint in after if paint.alpha >= OPAQUE], points):
        return "covered"
    before = [paint for paint in near if paint.order < piece.order]
    if any(paint.picture for paint in before):
        points = _grid(box)
    return "" if _stands_out(ink, before, points) else "white"


def _own_reason(piece: Piece, ink: Ink, box: Rect, sheet: Rect) -> str:
    """What hides a piece whatever else is on the page."""
    if ink.off:
        return "layer"
    x0, y0, x1, y1 = box
    if not (x0 < x1 and y0 < y1 and x0 < sheet[2] and x1 > 0 and y0 < sheet[3] and y1 > 0):
        return "off-page"
    if ink.clip is not None and _clipped(ink.clip, box):
        return "clipped"
    if ink.alpha <= TRANSPARENT or (ink.mask is not None and _masked(ink.mask, _probes(box))):
        return "transparent"
    return "tiny" if piece.size < TINIEST else ""


def _clipped(clip: Clip, box: Rect) -> bool:
    """Whether nothing that can be read is left of the box."""
    left = intersect(clip.box, box)
    width, height = left[2] - left[0], left[3] - left[1]
    if width <= 0 or height < READABLE * (box[3] - box[1]):
        return True
    return bool(clip.shapes) and not any(
        all(inside(shape, x, y) for shape in clip.shapes) for x, y in _grid(left)
    )


def _masked(mask: Mask, points: Sequence[Point]) -> bool:
    """Whether the mask lets nothing through at any of the points."""
    return all(_let_through(mask, point) <= TRANSPARENT for point in points)


def _let_through(mask: Mask, point: Point) -> float:
    """The share that the mask lets through; 1 where it cannot be told."""
    if not mask.luminous:
        return max((p.alpha for p in mask.paints if _covers(p, point)), default=0.0)
    color = _background(mask.paints, point, mask.backdrop)
    return 1.0 if color is None else sum(a * b for a, b in zip(color, _LIGHT, strict=True))


@lru_cache(256)
def _on_paper(fill: Rgb | None, stroke: Rgb | None, mode: int) -> bool:
    """Whether text of these colours stands out where nothing is painted: most text of a page."""
    return _stands_out(Ink(fill, stroke, mode, 1.0, None), [], ())


def _stands_out(ink: Ink, before: list[Paint], points: Sequence[Point]) -> bool:
    """Whether a colour of the text differs from what lies behind the text, anywhere."""
    colors = [ink.fill] if ink.mode in _FILLS else []
    colors += [ink.stroke] if ink.mode in _STROKES else []
    backgrounds = {_background(before, point) for point in points} if before else {WHITE}
    return any(
        color is None or behind is None or _differ(color, behind)
        for behind in backgrounds
        for color in colors
    )


def _background(paints: Sequence[Paint], point: Point, start: Rgb = WHITE) -> Rgb | None:
    """The colour at `point`: fills from `start` up, None where it is not known (a photograph)."""
    seen: list[Paint] = []  # from the top down to the first that lets nothing through
    for paint in reversed(paints):
        if paint.alpha > TRANSPARENT and _covers(paint, point):
            seen.append(paint)
            if paint.alpha >= OPAQUE:
                break
    color: Rgb | None = start
    for paint in reversed(seen):
        top = paint.picture.color_at(*point) if paint.picture else paint.color
        if top is None or color is None or paint.alpha >= OPAQUE:
            color = top if paint.alpha >= OPAQUE else None
        else:
            share = paint.alpha
            r, g, b = (share * new + (1 - share) * low for new, low in zip(top, color, strict=True))
            color = (r, g, b)
    return color


def _covering(paints: list[Paint], points: Sequence[Point]) -> bool:
    """Whether one of the areas, or all together, lie over every point."""
    return bool(paints) and all(any(_covers(p, point) for p in paints) for point in points)


def _covers(paint: Paint, point: Point) -> bool:
    x, y = point
    return inside(paint.shape, x, y) and all(inside(shape, x, y) for shape in paint.within)


def _probes(box: Rect) -> list[Point]:
    """Points that stand for the whole of a piece: its middle and both ends."""
    x0, y0, x1, y1 = box
    middle = (y0 + y1) / 2
    inset = min(1.0, (x1 - x0) / 4)
    return [((x0 + x1) / 2, middle), (x0 + inset, middle), (x1 - inset, middle)]


def _grid(box: Rect) -> list[Point]:
    """More points, where what lies behind may change from one to the next."""
    x0, y0, x1, y1 = box
    return [
        (x0 + across / 8 * (x1 - x0), y0 + down / 6 * (y1 - y0))
        for across in (1, 3, 4, 5, 7)
        for down in (1, 3, 5)
    ]


@lru_cache(256)
def _differ(a: Rgb, b: Rgb) -> bool:
    return max(abs(x - y) for x, y in zip(a, b, strict=True)) >= SAME_COLOR
