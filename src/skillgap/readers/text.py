"""Plain text -> Document: list signs, headings by form, cells by gaps, wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.errors import UnreadableError
from skillgap.headings import wording_kind
from skillgap.models import BlockKind, Document, Warning
from skillgap.readers.assembly import (
    MAX_CHARACTERS,
    MAX_TEXT_BYTES,
    Piece,
    assemble,
    clean,
    too_long,
)
from skillgap.readers.decode import Decoded, decode
from skillgap.readers.headlines import mark_plain_headings
from skillgap.readers.marks import without_marks
from skillgap.readers.wrapping import Line, group_lines

TAB = 4
# A heading is short.
HEADING_LETTERS, HEADING_WORDS = 60, 8
# Capitals alone make a heading of so many letters: "SQL" is none.
SHORTEST_SHOUT = 4

# Headings at the margin, their text behind them: so many show the style; no line is longer.
FEWEST_HANGING, LONGEST_HANGING = 2, 300
_HANGING = re.compile(r"(\S(?:[^\t ]| (?! )){0,40}):?(?:[ \t]*\t[ \t]*| {2,})(\S.*)")
_BREAKS = re.compile("\r\n?|\x85|\u2028")
_PARAGRAPH_BREAKS = re.compile("[\f\v]|\u2029")
# Signs only where several lines begin with them: letters that Wingdings draws as list marks, too.
_RARE_SIGNS = (*"oO.ñüØ§èàqvn", "â¢", "âª", "â")  # the last are bullets in a wrong encoding
_SIGN = re.compile(
    r"(?:[•*▪◦‣◆◇●○■□▸►▶➢➤→»>+·・∙⁃✓✔✦❖\uf0a7\uf0b7–—]|>>|--?"
    rf"|(?:{'|'.join(map(re.escape, _RARE_SIGNS))})"
    r"|\(?\d{1,2}[.)]|\[\d{1,2}\]|\(?[a-z]\)|\([ivx]{2,4}\))(?=[ \t]|$)"
)
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]")
_RULE = re.compile(r"([-=_~*#+.•–—])(?:\s?\1){2,}\s*$")
_HASHES = re.compile(r"#{1,6} +")
_ORNAMENT = re.compile(r"([*=~#_+:.-]{2,}|[\[<|])\s+(\S.*?)\s+([*=~#_+:.-]{2,}|[\]>|])$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\1")
_LEADERS = re.compile(r"\s?(?:\.{4,}|…{2,}|(?:\. ){3,}\.?)\s?|(?<=\S) (?:-{5,}|_{5,}) (?=\S)")
_WIDE_GAP = re.compile(r"(?<=\S)(?:\s*\t\s*|\s{3,})(?=\S)")
_GAP = re.compile(r"(?<=[^\s.!?:;])\s{2}(?=\S)")
_SMALL_HEADING = re.compile(r"[a-zß-ÿ][a-zß-ÿ&'’]+(?: [a-zß-ÿ&'’]+){0,3}:?")
_ADDRESS = re.compile(r"@|www\.|https?:|\d{3}")


def read_text(data: bytes, source: str, *, password: str = "") -> Document:  # noqa: ARG001
    """Read a plain text file. Raises UnreadableError: `format`, `empty`, `limit`."""
    decoded = decoded_text(data, source)
    return assemble(
        pieces_of(without_marks(_BREAKS.sub("\n", decoded.text)), source),
        data,
        source,
        "text",
        warnings=encoding_warnings(decoded),
        doubtful=decoded.doubtful,
    )


def decoded_text(data: bytes, source: str) -> Decoded:
    """What a file of text holds, whatever its markup. Raises UnreadableError: `format`, `limit`."""
    if len(data) > MAX_TEXT_BYTES:
        raise too_long(source)
    decoded = decode(data)
    if decoded is None:
        raise UnreadableError(
            f"{source} is not a text file.",
            why="It holds bytes that no text has.",
            mend="Export the resume as PDF and try that file.",
            code="format",
        )
    return decoded


def encoding_warnings(decoded: Decoded) -> list[Warning]:
    """What to say of an encoding that the file does not name and that is not UTF-8."""
    if not decoded.guessed:
        return []
    message = (
        f"The file does not say how its letters are encoded; it was read as {decoded.encoding}."
    )
    return [Warning("encoding-guessed", message)]


def pieces_of(text: str, source: str) -> list[Piece]:
    """The blocks of a plain text in order. Raises UnreadableError (`limit`) if it is too long."""
    if len(text) > MAX_CHARACTERS:
        raise too_long(source)
    if not text.strip():
        return []
    joined = group_lines(_groups(text), _join)
    rows = [bool(first.cell) for first, _ in joined]
    pieces = []
    for at, (first, whole) in enumerate(joined):
        beside = (at > 0 and rows[at - 1]) or (at + 1 < len(rows) and rows[at + 1])
        kind = _kind(first, rows[at] and beside)
        pieces.append(Piece(kind, whole, bold=first.bold))
    return pieces


def _kind(line: Line, in_table: bool) -> BlockKind:
    if line.heading:
        return BlockKind.HEADING
    if line.sign:
        return BlockKind.BULLET
    return BlockKind.CELL if in_table else BlockKind.PARAGRAPH


def _join(before: str, after: str) -> str:
    if not before.endswith(("-", "\u2010", "\u00ad")):
        return f"{before} {after}"
    from skillgap.readers.layout.hyphens import join_lines  # few texts need it

    return join_lines(before, after)


def _groups(text: str) -> list[list[Line]]:
    """The lines between blank lines and rules."""
    raw = _PARAGRAPH_BREAKS.sub("\n\n", _BREAKS.sub("\n", text)).split("\n")
    rows = _under_headings([row.rstrip() for row in raw])
    rare = _rare_signs(rows)
    groups: list[list[Line]] = [[]]
    for at, row in enumerate(rows):
        if not row or _is_rule(row):
            groups.append([])
            continue
        line = _line(row, rare)
        below = rows[at + 1] if at + 1 < len(rows) else ""
        alone = not groups[-1]
        if alone and _NUMBERED.fullmatch(line.sign) and _opens_a_section(line, rows[at + 1 :]):
            line.heading, line.sign = True, ""
        if groups[-1] and not groups[-1][-1].text:  # a list sign on a line of its own
            line.sign, line.indent = groups[-1][-1].sign, groups[-1][-1].indent
            groups[-1].pop()
        line.heading = line.heading or (
            not line.sign and not line.cell and _is_heading(line.text, alone, _is_rule(below))
        )
        groups[-1].append(line)
    kept = [[line for line in group if line.text] for group in groups]
    groups = _mark_small_headings([group for group in kept if group])
    mark_plain_headings(groups)
    return groups


def _under_headings(rows: list[str]) -> list[str]:
    """Headings that stand left of their sections, on lines of their own over them: "SKILLS" at the
    margin, and all the text from one column on."""
    found = {at: match for at, row in enumerate(rows) if (match := _hanging(row))}
    sure = {match.start(2) for at, match in found.items() if _is_hung(match, rows[at + 1 : at + 2])}
    if not sure or max(sure) - min(sure) > 1 or len(found) < FEWEST_HANGING:
        return rows
    found = {at: match for at, match in found.items() if match.start(2) in sure}
    split = [
        ["", match[1], "", " " * match.start(2) + match[2]] if (match := found.get(at)) else [row]
        for at, row in enumerate(rows)
    ]
    return [row for part in split for row in part]


def _hanging(row: str) -> re.Match[str] | None:
    """A heading in capitals with text behind it, far off."""
    match = _HANGING.fullmatch(row[:LONGEST_HANGING]) if row[:1].isupper() else None
    return match if match and match[1].isupper() and wording_kind(match[1]) is not None else None


def _is_hung(heading: re.Match[str], below: Sequence[str]) -> bool:
    """Whether the line below goes on in the heading's section: it begins as far in as the text."""
    indent = next((len(row) - len(row.lstrip()) for row in below if row), 0)
    return indent >= heading.start(2) - 1


def _opens_a_section(line: Line, below: Sequence[str]) -> bool:
    """Whether "2. Education" is a heading: no other number follows it, as one does in a list."""
    after = next((row for row in below if row), "")
    sign = _SIGN.match(after.lstrip())
    listed = sign is not None and bool(_NUMBERED.fullmatch(sign[0]))
    return bool(after) and not listed and wording_kind(line.text) is not None


def _mark_small_headings(groups: list[list[Line]]) -> list[list[Line]]:
    """`experience` on a line of its own is a heading where several stand so over other text."""
    small = [_is_small(group[0]) for group in groups]
    over = [
        first and (len(group) > 1 or (at + 1 < len(groups) and not small[at + 1]))
        for at, (group, first) in enumerate(zip(groups, small, strict=True))
    ]
    if sum(over) > 1:
        for group, heading in zip(groups, over, strict=True):
            group[0].heading = group[0].heading or heading
    return groups


def _is_small(line: Line) -> bool:
    return not (line.sign or line.cell) and bool(_SMALL_HEADING.fullmatch(line.text))


def _is_rule(row: str) -> bool:
    row = row.strip()
    return bool(row) and bool(_RULE.match(row))


def _rare_signs(rows: Sequence[str]) -> frozenset[str]:
    """The rare signs that begin more lines than chance would have it."""
    starts = [row.split(maxsplit=1)[0] for row in rows if row.strip()]
    return frozenset(sign for sign in _RARE_SIGNS if starts.count(sign) > 1)


def _line(row: str, rare: frozenset[str]) -> Line:
    bare = row.lstrip()
    indent = len(row[: len(row) - len(bare)].expandtabs(TAB))
    sign, offset = "", 0
    match = _SIGN.match(bare)
    if match and (match[0] in rare or match[0] not in _RARE_SIGNS):
        sign, offset = match[0], match.end()
    content = bare[offset:]
    column = indent + offset + len(content) - len(content.lstrip())
    content = content.strip()
    heading = False
    if not sign or sign == "*":
        heading, content, sign = _undress(content, bare, sign)
    strong = _STRONG.fullmatch(content)
    content, cell = _cells(_STRONG.sub(r"\2", content))
    if cell:
        cell += column
    return Line(
        content, indent, column, len(row.expandtabs(TAB)), sign, cell, heading, bool(strong)
    )


def _undress(content: str, bare: str, sign: str) -> tuple[bool, str, str]:
    """A heading without its ornaments: `## Skills`, `*** Skills ***`, `[ Skills ]`."""
    if len(bare) > HEADING_LETTERS:
        return False, content, sign
    if hashes := _HASHES.match(bare):
        return True, bare[hashes.end() :].rstrip("# "), ""
    if ornament := _ORNAMENT.match(bare):
        return True, ornament[2], ""
    return False, content, sign


def _cells(content: str) -> tuple[str, int]:
    """The text with a tab for each wide gap, and how far in its last cell begins."""
    if "  " not in content and "\t" not in content and not _LEADERS.search(content):
        return content, 0
    content = _LEADERS.sub(lambda m: "\t".ljust(len(m[0])), content).rstrip()
    gaps = list(_WIDE_GAP.finditer(content))
    if not gaps:
        return clean(content), 0
    parts = [_GAP.sub("\t", part) for part in _WIDE_GAP.split(content)]
    return "\t".join(parts), gaps[-1].end()


def _is_heading(text: str, alone: bool, underlined: bool) -> bool:
    if len(text) > HEADING_LETTERS or len(text.split()) > HEADING_WORDS:
        return False
    if text[-1] in ".,;" or _ADDRESS.search(text.replace(" ", "")):
        return underlined and text[-1] not in ",;"
    letters = [letter for letter in text if letter.isalpha()]
    shouts = len(letters) >= SHORTEST_SHOUT and text == text.upper()
    return bool(letters) and alone and (underlined or shouts)
