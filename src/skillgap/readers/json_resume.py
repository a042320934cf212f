"""JSON Resume (jsonresume.org/schema) -> Document: its fields give the sections and dates."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from skillgap.errors import UnreadableError
from skillgap.models import BlockKind, Document
from skillgap.readers.assembly import MAX_TEXT_BYTES, Piece, assemble, too_long
from skillgap.readers.decode import decode
from skillgap.readers.facts import bullets, heading, labelled, line, title
from skillgap.readers.json_words import in_usual_names
from skillgap.readers.own import check_no_report
from skillgap.readers.text import encoding_warnings, pieces_of
from skillgap.readers.yaml import read_fields

# Nobody has held so many jobs.
MAX_ENTRIES = 3_000

_MARKUP = re.compile(r"</?(?:ul|ol|li|p|br|b|i|em|strong|span|div|a)\b[^<>]{0,200}>", re.IGNORECASE)
_Fields = dict[str, Any]
# Lists that are no section: where else the person is found, how the page looks.
_ASIDE = re.compile(r"social|link|profile|network|meta|theme|color|font|order|settings", re.I)
_FLUENCY = ("fluency", "level", "proficiency")
_SECTIONS = frozenset(
    ["basics", "work", "volunteer", "education", "awards", "certificates", "publications",
     "skills", "languages", "interests", "references", "projects"]
)  # fmt: skip
# A whole date says more than a resume's reader asks for, and its day is read as no month.
_DAY = re.compile(r"^(\d{4}-\d\d)-\d\d.*$", re.S)


def read_json_resume(data: bytes, source: str, *, password: str = "") -> Document:  # noqa: ARG001
    """Read a JSON Resume. Raises UnreadableError: `damaged`, `format`, `empty`, `limit`."""
    if len(data) > MAX_TEXT_BYTES:
        raise too_long(source)
    decoded = decode(data)
    if decoded is None:
        raise _error(source, "It holds bytes that no text has.", "damaged")
    check_no_report(decoded.text, source)
    try:
        written = decoded.text.lstrip().startswith(("{", "["))
        resume = json.loads(decoded.text) if written else read_fields(decoded.text)
    except RecursionError as error:
        raise _error(source, "It is nested too deeply.", "limit") from error
    except ValueError as error:
        raise _error(source, f"It is not valid JSON: {error}.", "damaged") from error
    if isinstance(resume, dict):
        resume = in_usual_names(resume)
    if not isinstance(resume, dict) or not _SECTIONS & resume.keys():
        raise _error(source, "It is JSON, but has none of JSON Resume's sections.", "format")
    if any(isinstance(part, list) and len(part) > MAX_ENTRIES for part in resume.values()):
        raise _error(source, f"It has more than {MAX_ENTRIES:,} entries in one section.", "limit")
    pieces, links = _basics(_fields(resume.get("basics")), source)
    for name, (words, read) in _READERS.items():
        entries = [piece for entry in _list(resume.get(name)) for piece in read(entry)]
        if entries:
            pieces += [heading(words), *entries]
    for name, value in resume.items():
        if name not in _SECTIONS and isinstance(value, list) and not _ASIDE.search(name):
            pieces += _other(name, value)
    links += [_text(entry.get("url")) for name in _READERS for entry in _dicts(resume.get(name))]
    return assemble(
        pieces,
        data,
        source,
        "json-resume",
        warnings=encoding_warnings(decoded),
        links=links,
        doubtful=decoded.doubtful,
    )


def _error(source: str, why: str, code: str) -> UnreadableError:
    return UnreadableError(
        f"{source} is no JSON Resume that can be read.",
        why=why,
        mend="See jsonresume.org/schema, or export the resume as PDF.",
        code=code,
    )


def _basics(basics: _Fields, source: str) -> tuple[list[Piece], list[str]]:
    place = _fields(basics.get("location"))
    where = (
        [_text(basics.get("location"))]
        if not place
        else [_text(place.get(key)) for key in ("address", "postalCode", "city", "region")]
    )
    contact = [_text(basics.get(key)) for key in ("email", "phone", "url")]
    pieces = [
        *line(_text(basics.get("name"))),
        *line(_text(basics.get("label"))),
        *line(*contact, *where),
    ]
    profiles = _dicts(basics.get("profiles"))
    links = [_text(basics.get("url")), *(_text(p.get("url")) for p in profiles)]
    if summary := _text(basics.get("summary")):
        pieces += [heading("Summary"), *pieces_of(summary, source)]
    return pieces, links


def _work(entry: _Fields) -> list[Piece]:
    names = [_text(entry.get(key)) for key in ("position", "name", "company", "location")]
    return [
        *title(names, *_dates(entry), open_ended=not _text(entry.get("dates"))),
        *_prose(entry.get("description")),
        *_prose(entry.get("summary")),
        *bullets(_texts(entry.get("highlights"))),
        *_named("Technologies", entry.get("keywords")),
    ]


def _volunteer(entry: _Fields) -> list[Piece]:
    names = [_text(entry.get(key)) for key in ("position", "organization", "name")]
    return [
        *title(names, *_dates(entry), open_ended=True),
        *_prose(entry.get("summary")),
        *bullets(_texts(entry.get("highlights"))),
    ]


def _education(entry: _Fields) -> list[Piece]:
    names = [_text(entry.get(key)) for key in ("studyType", "area", "institution")]
    grade = _text(entry.get("score"))
    return [
        *title(names, *_dates(entry)),
        *line(f"Grade: {grade}" if grade else ""),
        *_named("Courses", entry.get("courses")),
    ]


def _project(entry: _Fields) -> list[Piece]:
    names = [_text(entry.get("name")), *_texts(entry.get("roles")), _text(entry.get("entity"))]
    return [
        *title(names, *_dates(entry)),
        *_prose(entry.get("description")),
        *_prose(entry.get("summary")),
        *bullets(_texts(entry.get("highlights"))),
        *_named("Technologies", entry.get("keywords")),
    ]


def _skill(entry: _Fields) -> list[Piece]:
    name, level = _text(entry.get("name")), _text(entry.get("level"))
    if name and level:
        name = f"{name} ({level})"
    return labelled(name, _texts(entry.get("keywords")))


def _language(entry: _Fields) -> list[Piece]:
    language = _text(entry.get("language")) or _text(entry.get("name"))
    fluency = next(filter(None, (_text(entry.get(key)) for key in _FLUENCY)), "")
    return labelled("", [f"{language} ({fluency})" if fluency else language])


def _interest(entry: _Fields) -> list[Piece]:
    return labelled(_text(entry.get("name")), _texts(entry.get("keywords")))


def _reference(entry: _Fields) -> list[Piece]:
    return [*line(_text(entry.get("name"))), *_prose(entry.get("reference"))]


def _dated(*keys: str) -> Callable[[_Fields], list[Piece]]:
    """A reader of entries with a title, a publisher and one date."""

    def read(entry: _Fields) -> list[Piece]:
        date = _date(entry.get("date") or entry.get("releaseDate"))
        names = [_text(entry.get(key)) for key in keys]
        return [*title(names, date, ""), *_prose(entry.get("summary"))]

    return read


# The sections in the order that people set them, with the headings that people write.
_READERS: dict[str, tuple[str, Callable[[_Fields], list[Piece]]]] = {
    "work": ("Work experience", _work),
    "volunteer": ("Volunteering", _volunteer),
    "projects": ("Projects", _project),
    "education": ("Education", _education),
    "skills": ("Skills", _skill),
    "certificates": ("Certificates", _dated("name", "issuer")),
    "awards": ("Awards", _dated("title", "name", "awarder")),
    "publications": ("Publications", _dated("name", "publisher")),
    "languages": ("Languages", _language),
    "interests": ("Interests", _interest),
    "references": ("References", _reference),
}


def _other(name: str, entries: list[Any]) -> list[Piece]:
    """A section that the schema does not have: what it holds, an entry a line."""
    pieces: list[Piece] = []
    for entry in entries:
        said = list(entry.values()) if isinstance(entry, dict) else [entry]
        texts = [text for value in said for text in _texts(value) if text.strip()]
        pieces += bullets([", ".join(texts)]) if texts else []
    return [heading(name.replace("_", " ").capitalize()), *pieces] if pieces else []


def _named(label: str, value: object) -> list[Piece]:
    items = [text for text in _texts(value) if text.strip()]
    return labelled(label, items) if items else []


def _dates(entry: _Fields) -> tuple[str, str]:
    if not entry.get("startDate") and not entry.get("endDate"):
        return _text(entry.get("dates")), ""
    return _date(entry.get("startDate")), _date(entry.get("endDate"))


def _date(value: object) -> str:
    return _DAY.sub(r"\1", _text(value))


def _prose(value: object) -> list[Piece]:
    """Paragraphs of a text; people put list signs, line breaks and HTML into the fields."""
    text = _raw(value)
    pieces = _marked_up(text) if _MARKUP.search(text) else pieces_of(text, "A field")
    return [
        Piece(BlockKind.PARAGRAPH if piece.kind is BlockKind.HEADING else piece.kind, piece.text)
        for piece in pieces
    ]


def _text(value: object) -> str:
    text = _raw(value)
    return " ".join(piece.text for piece in _marked_up(text)) if _MARKUP.search(text) else text


def _raw(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, str | int | float) else ""


def _marked_up(text: str) -> list[Piece]:
    from skillgap.readers.html import html_pieces  # few fields need it

    return html_pieces(text, "A field")[0]


def _texts(value: object) -> list[str]:
    return [_text(item) for item in value] if isinstance(value, list) else [_text(value)]


def _fields(value: object) -> _Fields:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[_Fields]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _list(value: object) -> list[_Fields]:
    """Entries; people write `"skills": ["Python"]` where the schema wants objects."""
    entries = value if isinstance(value, list) else []
    return [entry if isinstance(entry, dict) else {"name": _text(entry)} for entry in entries]
