"""One page of an overlay: the page's picture, and what is drawn on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillgap.models import Block, BlockKind, Box, Document, Quality, Section
from skillgap.reports.reading import APART, sections_of
from skillgap.reports.words import SECTION_WORDS, printable
from skillgap.words import file_name

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

Color = tuple[int, int, int]

MARGIN, HEAD, GAP = 34, 30, 22  # points around the page, above it, below it
LONGEST_LABEL = 160  # characters
COLORS: dict[BlockKind, Color] = {
    BlockKind.HEADING: (29, 78, 216),
    BlockKind.PARAGRAPH: (13, 124, 102),
    BlockKind.BULLET: (180, 88, 9),
    BlockKind.CELL: (124, 58, 237),
    BlockKind.FURNITURE: (107, 114, 128),
    BlockKind.HIDDEN: (208, 26, 54),
}
PAPER: Color = (226, 229, 234)
DARK: Color = (31, 41, 55)
PALE: Color = (107, 114, 128)
WHITE: Color = (255, 255, 255)
QUALITY: dict[Quality, Color] = {
    Quality.GOOD: (13, 124, 102),
    Quality.DOUBTFUL: (180, 88, 9),
    Quality.UNREADABLE: (208, 26, 54),
}


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A block with its place in the reading order, and the section that begins with it."""

    order: int
    block: Block
    box: Box
    section: Section | None


class Sheet:
    """One page: its picture, and the hand that draws on it. Coordinates are points of the page."""

    def __init__(
        self,
        image: Image,
        number: int,
        scale: float,
        document: Document,
        sections: tuple[Section, ...],
    ) -> None:
        from PIL import Image as pil
        from PIL import ImageDraw

        self._scale, self._document, self._number = scale, document, number
        pad, head = round(MARGIN * scale), round((MARGIN / 2 + HEAD) * scale)
        size = (image.width + 2 * pad, image.height + head + round(GAP * scale))
        self._image = pil.new("RGB", size, PAPER)
        self._image.paste(image, (pad, head))
        self._at = (pad, head)
        self._page = (image.width / scale, image.height / scale)
        self._draw: ImageDraw.ImageDraw = ImageDraw.Draw(self._image, "RGBA")
        self._blocks = _on_page(document, sections, number)

    def draw(self) -> Image:
        """Blocks first, then the numbers and labels that must not be painted over."""
        self._draw_head()
        for item in self._blocks:
            self._draw_block(item)
        self._draw_path()
        for item in self._blocks:
            if item.block.kind not in APART:
                self._draw_number(item)
            if item.section is not None:
                self._draw_section(item)
        return self._image

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page in the picture, pulled in where it lies outside."""
        width, height = self._page
        x = min(max(x, 4 - MARGIN), width + MARGIN - 4)
        y = min(max(y, 0.0), height)
        return self._at[0] + x * self._scale, self._at[1] + y * self._scale

    def _font(self, size: float) -> FreeTypeFont | ImageFont:
        from PIL import ImageFont

        return ImageFont.load_default(size * self._scale)

    def _draw_block(self, item: _Numbered) -> None:
        color, box = COLORS[item.block.kind], item.box
        x0, y0 = self._place(box.x0 - 2, box.y0 - 1)
        x1, y1 = self._place(box.x1 + 2, box.y1 + 1)
        x1, y1 = max(x1, x0 + 4), max(y1, y0 + 4)
        hidden = item.block.kind is BlockKind.HIDDEN
        self._draw.rounded_rectangle(
            (x0, y0, x1, y1),
            radius=2 * self._scale,
            fill=(*color, 54 if hidden else 26),
            outline=(*color, 230),
            width=max(1, round(self._scale * (1 if hidden else 0.6))),
        )
        if hidden:
            self._draw_hidden(item, color, (x0, y0))

    def _draw_hidden(self, item: _Numbered, color: Color, corner: tuple[float, float]) -> None:
        """What stands there, on a label: nobody would see it otherwise."""
        span = item.block.span
        text = printable(self._document.text[span.start : span.end])
        words = f"hidden ({item.block.note}): {text}"
        self._label(words, corner, color, 6.5)

    def _label(self, words: str, corner: tuple[float, float], color: Color, size: float) -> None:
        """Words on a plate that stands on `corner`, pulled in and cut to the page's width."""
        font, edge = self._font(size), 2 * self._scale
        shown, room = words[:LONGEST_LABEL], self._page[0] * self._scale
        while len(shown) > 1 and self._draw.textlength(shown, font) + 2 * edge > room:
            shown = shown.removesuffix("…")[:-1].rstrip() + "…"
        height = (size + 3.2) * self._scale
        x, y = corner[0], corner[1] - height
        width = self._draw.textlength(shown, font) + 2 * edge
        x = min(x, self._image.width - width - edge)
        self._draw.rounded_rectangle((x, y, x + width, y + height), edge, fill=(*color, 235))
        self._draw.text((x + edge, y + height / 2), shown, WHITE, font, anchor="lm")

    def _anchor(self, item: _Numbered) -> tuple[float, float]:
        """Where the number of a block stands: left of its first line."""
        first = min(item.block.size or 10.0, item.box.y1 - item.box.y0)
        return self._place(item.box.x0 - 9, item.box.y0 + first / 2 + 1)

    def _draw_path(self) -> None:
        """The way that the eye of a parser goes."""
        points = [self._anchor(i) for i in self._blocks if i.block.kind not in APART]
        for one, other in zip(points, points[1:]):
            self._draw.line(
                (*one, *other), fill=(*DARK, 70), width=max(1, round(self._scale * 0.7))
            )

    def _draw_number(self, item: _Numbered) -> None:
        x, y = self._anchor(item)
        words, font = str(item.order), self._font(5.6)
        radius = 4.6 * self._scale
        half = max(radius, self._draw.textlength(words, font) / 2 + 1.8 * self._scale)
        plate = (x - half, y - radius, x + half, y + radius)
        color = COLORS[item.block.kind]
        self._draw.rounded_rectangle(plate, radius, fill=(*color, 240), outline=(*WHITE, 190))
        self._draw.text((x, y), words, WHITE, font, anchor="mm")

    def _draw_section(self, item: _Numbered) -> None:
        """The section's kind, at the upper right corner of the block that opens it."""
        assert item.section is not None
        words, font = SECTION_WORDS[item.section.kind], self._font(6)
        edge, height = 2.4 * self._scale, 9 * self._scale
        width = self._draw.textlength(words, font) + 2 * edge
        x, y = self._place(item.box.x1 + 5, (item.box.y0 + item.box.y1) / 2)
        x = min(x, self._image.width - width - 2 * self._scale)
        plate = (x, y - height / 2, x + width, y + height / 2)
        self._draw.rounded_rectangle(plate, height / 2, fill=(*DARK, 225), outline=(*WHITE, 150))
        self._draw.text((x + edge, y), words, WHITE, font, anchor="lm")

    def _draw_head(self) -> None:
        """The file, how far it can be trusted, and what the colours mean."""
        document, scale = self._document, self._scale
        x, y = float(self._at[0]), (MARGIN / 2) * scale
        name = file_name(printable(document.source))
        title, small = self._font(9), self._font(6.8)
        pages = f"page {self._number} of {document.pages}"
        self._draw.text((x, y), name, DARK, title, anchor="ls")
        after = x + self._draw.textlength(name, title) + 6 * scale
        self._draw.text((after, y), pages, PALE, small, anchor="ls")
        after += self._draw.textlength(pages, small) + 6 * scale
        codes = ", ".join(dict.fromkeys(warning.code for warning in document.warnings))
        trust = f"reading quality: {document.quality.value}"
        self._draw.text((after, y), trust, QUALITY[document.quality], small, anchor="ls")
        after += self._draw.textlength(trust, small) + 6 * scale
        self._draw.text((after, y), codes, QUALITY[Quality.DOUBTFUL], small, anchor="ls")
        y += 17 * scale
        used = {item.block.kind for item in self._blocks}
        for kind, color in COLORS.items():
            if kind not in used:
                continue
            side = 6 * scale
            self._draw.rounded_rectangle(
                (x, y - side, x + side, y), 1.5 * scale, fill=(*color, 60), outline=color
            )
            self._draw.text(
                (x + side + 3 * scale, y - side / 2), kind.value, DARK, small, anchor="lm"
            )
            x += side + 12 * scale + self._draw.textlength(kind.value, small)


def _on_page(document: Document, sections: tuple[Section, ...], page: int) -> list[_Numbered]:
    """The blocks of a page in reading order. A block over two pages stands on its first."""
    found: list[_Numbered] = []
    last: Section | None = None
    homes = sections_of(document, sections)
    for order, (block, section) in enumerate(zip(document.blocks, homes, strict=True), 1):
        opens = section if section is not last and section is not None else None
        last = section if section is not None else last
        if block.page == page and block.box is not None:
            found.append(_Numbered(order, block, block.box, opens))
    return found
