"""Pages of text pieces -> blocks in reading order, and the one text that they quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from skillgap.models import Block, BlockKind, Box, Span
from skillgap.readers.layout.blocks import Draft, blocks_of, body_size, run_on
from skillgap.readers.layout.columns import regions
from skillgap.readers.layout.furniture import take_furniture
from skillgap.readers.layout.grid import rows_of_grid
from skillgap.readers.layout.hyphens import words_of
from skillgap.readers.layout.segments import Segment, segments_of
from skillgap.readers.layout.turned import turned_box, turned_titles
from skillgap.readers.page import SOFT_HYPHEN, Dot, PageContent, Piece


@dataclass(slots=True)
class LaidOut:
    """The blocks of a document: what is read, what repeats on every page, what is hidden."""

    body: list[Draft] = field(default_factory=list)
    furniture: list[Draft] = field(default_factory=list)
    hidden: list[Draft] = field(default_factory=list)
    guessed: bool = False  # columns that could as well be a table


def lay_out(
    pages: Sequence[PageContent],
    reasons: Sequence[Sequence[str]],
    tick: Callable[[], None] = lambda: None,
) -> LaidOut:
    """Blocks of all pages. `reasons` says for each piece why it is hidden, "" where it is not.

    `tick` is called now and then; it may raise to stop.
    """
    shown: list[list[tuple[int, list[Segment]]]] = []
    laid = LaidOut()
    for number, (page, why) in enumerate(zip(pages, reasons, strict=True), 1):
        seen = [piece for piece, reason in zip(page.pieces, why, strict=True) if not reason]
        shown.append(_by_angle(seen, page.dots))
        laid.hidden += _hidden(page.pieces, why, number)
    upright = [turned[0][1] if turned else [] for turned in shown]
    kept, laid.furniture = take_furniture(upright, [page.height for page in pages])
    body = body_size([segment for segments in upright for segment in segments])
    words = words_of(segment.text for segments in upright for segment in segments)
    for number, (segments, turned) in enumerate(zip(kept, shown, strict=True), 1):
        tick()
        drafts: list[Draft] = []
        for at, (angle, found) in enumerate(turned):
            if at and drafts and (titles := turned_titles(found, angle, number, drafts)):
                drafts = titles
                continue
            whole = segments if at == 0 else found
            grid = rows_of_grid(whole, pages[number - 1].rules, tick) if at == 0 else None
            columns = grid or regions(whole, tick)
            laid.guessed |= columns.guessed
            for part in columns.parts:
                for draft in blocks_of(part, number, body, words):
                    draft.box = turned_box(draft.box, angle)
                    drafts.append(draft)
        laid.body = run_on(laid.body, drafts, words)
    return laid


def _by_angle(pieces: Sequence[Piece], dots: Sequence[Dot]) -> list[tuple[int, list[Segment]]]:
    """Segments by the direction of their text, the page's main direction first."""
    turned: dict[int, list[Piece]] = {}
    for piece in pieces:
        turned.setdefault(piece.angle, []).append(piece)
    most = sorted(turned.items(), key=lambda item: -sum(len(p.text) for p in item[1]))
    return [(angle, segments_of(group, () if angle else dots)) for angle, group in most]


def _hidden(pieces: Sequence[Piece], why: Sequence[str], page: int) -> list[Draft]:
    """Hidden text by its reason, in lines."""
    groups: dict[tuple[str, int], list[Piece]] = {}
    for piece, reason in zip(pieces, why, strict=True):
        if reason:
            groups.setdefault((reason, piece.angle), []).append(piece)
    drafts: list[Draft] = []
    for (reason, angle), group in groups.items():
        segments = segments_of(group)
        if not segments:
            continue
        box = Box(
            min(s.x0 for s in segments),
            min(s.top for s in segments),
            max(s.x1 for s in segments),
            max(s.bottom for s in segments),
        )
        text = " ".join(segment.text for segment in segments)
        drafts.append(
            Draft(BlockKind.HIDDEN, text, page, turned_box(box, angle), reason, segments[0].size)
        )
    return drafts


def text_of(laid: LaidOut) -> tuple[str, tuple[Block, ...]]:
    """The one text, and the blocks with their spans in it."""
    drafts: list[Draft] = []
    for draft in (*laid.body, *laid.furniture, *laid.hidden):
        draft.text = draft.text.replace(SOFT_HYPHEN, "")
        if draft.text.strip():
            drafts.append(draft)
    blocks: list[Block] = []
    at = 0
    for draft in drafts:
        span = Span(at, at + len(draft.text))
        size = round(draft.size, 2)
        blocks.append(Block(draft.kind, span, draft.page, draft.box, draft.note, size, draft.bold))
        at = span.end + 1
    return "\n".join(draft.text for draft in drafts), tuple(blocks)
