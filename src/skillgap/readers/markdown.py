"""Markdown -> Document, by way of HTML: raw HTML in it counts as a browser would show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from skillgap.models import BlockKind, Document
from skillgap.readers.assembly import Piece, assemble
from skillgap.readers.html import html_pieces
from skillgap.readers.markup import too_much
from skillgap.readers.own import check_no_report
from skillgap.readers.text import decoded_text, encoding_warnings
from skillgap.readers.wrapping import Line, goes_on, habits_of

# Markdown is parsed slowly; a book's chapter is a tenth of this.
MAX_MARKDOWN = 300_000
_FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\n(.{1,20000}?)\n(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(.{1,20000}?)\n\+\+\+)[ \t]*(?:\n|\Z)",
    re.S,
)
# What site builders take out: tags and variables, attributes of blocks, footnotes.
_BUILDER = re.compile(
    r"\{%[^{}\n]{0,300}%\}|\{\{[^{}\n]{0,300}\}\}"
    r"|[ \t]{0,9}\{[:#.][^{}\n]{0,120}\}[ \t]{0,9}$|\[\^\w{1,20}\](?!:)",
    re.M,
)
_BREAKS = ("softbreak", "hardbreak")


def read_markdown(data: bytes, source: str, *, password: str = "") -> Document:  # noqa: ARG001
    """Read a Markdown file. Raises UnreadableError: `format`, `empty`, `limit`."""
    decoded = decoded_text(data, source)
    if len(decoded.text) > MAX_MARKDOWN:
        raise too_much(source, f"It has more than {MAX_MARKDOWN:,} characters of Markdown.")
    text = re.sub("\r\n?", "\n", decoded.text)
    check_no_report(text, source)
    hidden = []
    if front := _FRONT_MATTER.match(text):
        hidden = [Piece(BlockKind.HIDDEN, front[1] or front[2], "front-matter")]
        text = text[front.end() :]
    pieces, links, warnings = html_pieces(_render(_BUILDER.sub("", text)), source)
    return assemble(
        [*pieces, *hidden],
        data,
        source,
        "markdown",
        warnings=[*encoding_warnings(decoded), *warnings],
        links=links,
        doubtful=decoded.doubtful,
    )


def _render(text: str) -> str:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    _break_lines([token for token in tokens if token.type == "inline"])
    return str(parser.renderer.render(tokens, parser.options, {}))


def _break_lines(tokens: Sequence[Token]) -> None:
    """Where people wrote one thing a line, a line break is meant; Markdown would join the lines."""
    groups = [_lines(token.content) for token in tokens]
    habits = habits_of(groups)
    for token, lines in zip(tokens, groups, strict=True):
        breaks = [child for child in token.children or [] if child.type in _BREAKS]
        if len(breaks) != len(lines) - 1:  # a break inside code or a link
            continue
        first = lines[0]
        for child, last, line in zip(breaks, lines, lines[1:], strict=False):
            if child.type == "softbreak" and not goes_on(first, last, line, habits):
                child.type, child.tag, first = "hardbreak", "br", line


def _lines(content: str) -> list[Line]:
    rows = content.split("\n")
    return [Line(row.strip(), 0, 0, len(row.rstrip())) for row in rows]
