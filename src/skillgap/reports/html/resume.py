"""The resume's text as it was read, line by line, with its mentions marked by what they are worth.

What a mark says: "shown" (a role in question asks for it), "implied" (a role asks for what it
implies), "also" (no role in question asks for it), "apart" (seen and not counted). Where no role is
in question, everything that counts is "shown".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from skillgap.models import Block, BlockKind, Mention, Span, Status
from skillgap.reports.html.marks import Frame, Mark, also_id, apart_id, named, row_id
from skillgap.reports.words import REASON_WORDS, defused, printable

_KINDS = {
    BlockKind.HEADING: "heading",
    BlockKind.BULLET: "bullet",
    BlockKind.FURNITURE: "furniture",
    BlockKind.HIDDEN: "hidden",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. `status` is that of its mark, "" outside of marks; `id` is "" in the rest of
    a mark that a line's end divides."""

    text: str
    status: str = ""
    id: str = ""
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line: one block, or cells side by side. `page` is set where a new page begins."""

    kind: str
    note: str
    page: int | None
    cells: tuple[tuple[Piece, ...], ...]


def resume_lines(frame: Frame) -> tuple[TextLine, ...]:
    """The whole text. Every character is shown but line feeds, tabs and what `defused` takes."""
    homes, text = _Homes(frame), frame.report.document.text
    blocks = frame.report.document.blocks
    starts = [block.span.start for block in blocks]
    lines, at, page = [], 0, None
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        at = span.end + 1
        block = blocks[max(bisect_right(starts, span.start) - 1, 0)] if blocks else None
        if not line.strip() or block is None:
            continue
        turned = (
            block.page if block.page != page and (frame.report.document.pages or 0) > 1 else None
        )
        page = block.page
        lines.append(_line(frame, homes, span, block, turned))
    return tuple(lines)


def _line(frame: Frame, homes: _Homes, span: Span, block: Block, page: int | None) -> TextLine:
    cells, at = [], span.start
    for cell in frame.report.document.text[span.start : span.end].split("\t"):
        inside = Span(at, at + len(cell))
        at = inside.end + 1
        if cell.strip():
            cells.append(tuple(_pieces(frame, homes, inside)))
    return TextLine(_KINDS.get(block.kind, "text"), block.note, page, tuple(cells))


def _pieces(frame: Frame, homes: _Homes, span: Span) -> Iterator[Piece]:
    text, marks, at = frame.report.document.text, frame.marks, span.start
    first = bisect_right(marks, span.start, key=lambda mark: mark.span.end)
    for mark in islice(marks, first, None):
        if mark.span.start >= span.end:
            break
        start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
        if start > at:
            yield Piece(defused(text[at:start]))
        status, href, title = homes.of(mark)
        opens = start == mark.span.start
        yield Piece(defused(text[start:end]), status, mark.id if opens else "", href, title)
        at = end
    if at < span.end:
        yield Piece(defused(text[at : span.end]))


class _Homes:
    """Which row of the report a mark belongs to."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._asked: dict[str, str] = {}
        self._implied: dict[str, tuple[str, str]] = {}
        for coverage in frame.details:
            for match in coverage.matches:
                row = row_id(coverage, match)
                for skill_id in named(match):
                    self._asked.setdefault(skill_id, row)
                entry = match.entry
                if entry is not None and entry.implied:
                    self._implied.setdefault(entry.via[0], (row, frame.label(entry.skill_id)))
        self._apart = {item.skill_id for item in frame.report.profile.not_counted}

    def of(self, mark: Mark) -> tuple[str, str, str]:
        """Status, link and words of a mark."""
        found = [self._of(mention) for mention in mark.mentions]
        order = ("shown", "implied", "also", "apart")
        status, href, _ = min(found, key=lambda item: order.index(item[0]))
        return status, href, "; ".join(dict.fromkeys(words for _, _, words in found))

    def _of(self, mention: Mention) -> tuple[str, str, str]:
        skill_id, label = mention.skill_id, self._frame.label(mention.skill_id)
        if mention.status is not Status.CLAIMED:
            # A skill that is claimed elsewhere has no row of its own among those apart.
            row = apart_id(skill_id) if skill_id in self._apart else self._asked.get(skill_id, "")
            why = REASON_WORDS[mention.status]
            rule = f" ({printable(mention.rule)})" if mention.rule else ""
            return "apart", row, f"{label}: not counted, {why}{rule}"
        if skill_id in self._asked:
            return "shown", self._asked[skill_id], f"{label}: shown"
        if skill_id in self._implied:
            row, broader = self._implied[skill_id]
            return "implied", row, f"{label}: implies {broader}"
        status = "also" if self._frame.details else "shown"
        return status, also_id(skill_id), f"{label}: shown"
