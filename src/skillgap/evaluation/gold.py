"""Gold: resumes with the truth known, as text with marks or as JSON lines with character spans.

A marked text (`.txt`) is made for people to write and review:
`{{python|Python}}` a claim, `{{python?|Python}}` debatable, `{{!negated java|Java}}` a trap
(samples/gold/README.md). A `.jsonl` file is made for programs; a line is

    {"name": "mine", "text": "...", "file": "mine.pdf",
     "spans": [{"start": 0, "end": 6, "skill": "python", "status": "claimed"}],
     "months": {"python": 18}}

`file` (beside the .jsonl file) and `months` may be left out; with a file, that is what is read,
and the spans are found again in what the reader made of it.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skillgap.models import Span, Status
from skillgap.readers import border, name_of, read_content

CLAIMED, DEBATABLE = "claimed", "debatable"
STATUSES = frozenset({CLAIMED, DEBATABLE, *(status.value for status in Status)})
MONTHS_FILE = "months.toml"
_MARK = re.compile(
    r"\{\{(?:!(?P<reason>[a-z-]+) )?(?P<skill>[a-z0-9-]+)(?P<open>\?)?\|(?P<text>[^{}|]+)\}\}"
)
# What a mark begins with; found in the text only where its end is missing.
_BROKEN = re.compile(r"\{\{(?:![a-z-]+ )?[a-z0-9-]+\??\|[^\n]{0,20}")


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated span: `status` is claimed, debatable or the reason why it is a trap."""

    skill_id: str
    span: Span
    status: str

    @property
    def is_trap(self) -> bool:
        """Whether the words are no claim."""
        return self.status not in (CLAIMED, DEBATABLE)


@dataclass(frozen=True, slots=True)
class GoldResume:
    """One annotated resume. `file` is the resume itself, None where `text` is all there is;
    `months` holds (skill id, months by dated entries)."""

    name: str
    text: str
    gold: tuple[Gold, ...]
    file: Path | None = None
    months: tuple[tuple[str, int], ...] = ()


def read_gold(path: Path) -> tuple[GoldResume, ...]:
    """The annotated resumes of a file, or of a folder's .txt and .jsonl files in order of name.

    Months stand in a `months.toml` beside marked texts or one folder up: a table for each resume,
    named as its file without the ending. Raises UnreadableError for a file that cannot be opened,
    and ValueError for one that is no gold: bytes that are no text, broken lines, marks that are not
    complete or not known.
    """
    if path.is_dir():
        with border(name_of(path)):
            files = sorted(f for f in path.iterdir() if f.suffix in (".txt", ".jsonl"))
        return tuple(resume for file in files for resume in read_gold(file))
    if path.suffix == ".jsonl":
        lines = _text_of(path).splitlines()
        return tuple(_parse_line(line, path) for line in lines if line.strip())
    text, gold = parse_annotated(_text_of(path))
    _check_marks(text, gold)
    return (GoldResume(path.name, text, gold, months=_months_of(path)),)


def _text_of(path: Path) -> str:
    text = read_content(path).decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_annotated(marked: str) -> tuple[str, tuple[Gold, ...]]:
    """The resume's text without the marks, and the gold with spans in that text."""
    pieces: list[str] = []
    gold: list[Gold] = []
    length = at = 0
    for match in _MARK.finditer(marked):
        before, inner = marked[at : match.start()], match["text"]
        pieces += [before, inner]
        start = length + len(before)
        length = start + len(inner)
        status = match["reason"] or (DEBATABLE if match["open"] else CLAIMED)
        gold.append(Gold(match["skill"], Span(start, length), status))
        at = match.end()
    pieces.append(marked[at:])
    return "".join(pieces), tuple(gold)


def render_annotated(text: str, gold: Iterable[Gold]) -> str:
    """The reverse: a text with its gold written into it, to be corrected by hand."""
    pieces, at = [], 0
    for item in sorted(gold, key=lambda item: item.span):
        trap = f"!{item.status} " if item.is_trap else ""
        doubt = "?" if item.status == DEBATABLE else ""
        surface = text[item.span.start : item.span.end]
        pieces += [text[at : item.span.start], f"{{{{{trap}{item.skill_id}{doubt}|{surface}}}}}"]
        at = item.span.end
    return "".join([*pieces, text[at:]])


def render_line(resume: GoldResume) -> str:
    """One line of a .jsonl file."""
    spans = [
        {"start": g.span.start, "end": g.span.end, "skill": g.skill_id, "status": g.status}
        for g in resume.gold
    ]
    data: dict[str, Any] = {"name": resume.name, "text": resume.text}
    if resume.file is not None:
        data["file"] = str(resume.file)
    data |= {"spans": spans}
    if resume.months:
        data["months"] = dict(resume.months)
    return json.dumps(data, ensure_ascii=False) + "\n"


def carry_over(gold: Iterable[Gold], raw: str, text: str) -> tuple[Gold, ...]:
    """Gold of a raw text, with its spans moved into the text that a reader made of it.

    A reader leaves out list signs and joins lines, but seldom changes the order of characters, so
    each character that is no white space is matched with the next same one. Where that fails (a
    second column was read first), the span's words are looked for, the same of several by count.
    Raises ValueError if a span cannot be found again.
    """
    places: dict[int, int] = {}
    at = 0
    for index, character in enumerate(raw):
        while at < len(text) and text[at].isspace():
            at += 1
        if at < len(text) and character == text[at]:
            places[index] = at
            at += 1
    return tuple(
        Gold(item.skill_id, _moved(item.span, places, raw, text), item.status) for item in gold
    )


def _moved(span: Span, places: dict[int, int], raw: str, text: str) -> Span:
    words = raw[span.start : span.end].split()
    if span.start in places and span.end - 1 in places:
        moved = Span(places[span.start], places[span.end - 1] + 1)
        if text[moved.start : moved.end].split() == words:
            return moved
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    before = sum(1 for match in pattern.finditer(raw) if match.start() < span.start)
    found = list(pattern.finditer(text))
    if not found:
        raise ValueError(f"the reader lost {raw[span.start : span.end]!r}")
    return Span(*found[min(before, len(found) - 1)].span())


def _check_marks(text: str, gold: Iterable[Gold]) -> None:
    """Raises ValueError for what was meant as a mark and is none. `text` is without the marks."""
    left = _BROKEN.search(text)
    if left:
        raise ValueError(f"'{left[0].strip()}' begins a mark that is not complete")
    strange = next((item.status for item in gold if item.status not in STATUSES), None)
    if strange:
        raise ValueError(f"'{strange}' is no reason; there are {', '.join(sorted(STATUSES))}")


def _parse_line(line: str, path: Path) -> GoldResume:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"a line of {path.name} is no JSON: {error}") from error
    try:
        gold = tuple(
            Gold(item["skill"], Span(int(item["start"]), int(item["end"])), item["status"])
            for item in data["spans"]
        )
        text = data["text"]
        resume = GoldResume(
            name=data.get("name") or data.get("file") or path.name,
            text=text,
            gold=gold,
            file=path.parent / data["file"] if data.get("file") else None,
            months=tuple((skill, int(number)) for skill, number in data.get("months", {}).items()),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"a line of {path.name} lacks {error}") from error
    for item in gold:
        if not 0 <= item.span.start < item.span.end <= len(text) or item.status not in STATUSES:
            raise ValueError(f"{item} is no span of {resume.name}")
    return resume


def _months_of(path: Path) -> tuple[tuple[str, int], ...]:
    for folder in (path.parent, path.parent.parent):
        file = folder / MONTHS_FILE
        if file.is_file():
            return tuple(tomllib.loads(_text_of(file)).get(path.stem, {}).items())
    return ()
