"""What a batch hands around: inputs, settings, records. Between processes all of it is JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from skillgap.jsontext import dump_json, load_json
from skillgap.models import DEFAULT_LIMITS, Limits

# Failures that may not happen again, or not with another password: a later run tries these files
# once more.
PASSING = frozenset(
    {"timeout", "memory", "crashed", "permission", "missing", "extra", "store", "encrypted",
     "password"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Input:
    """One resume to be. `source` is what reports call it.

    `path` is its file; with `member`, an archive that holds it. `url` is its place in a store.
    `size` and `modified` (nanoseconds) tell an unchanged file without reading it; None where the
    place says nothing. `failure` (code, message) is why it cannot be had at all.
    """

    source: str
    path: str | None = None
    member: str | None = None
    url: str | None = None
    size: int | None = None
    modified: int | None = None
    failure: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """An input's content, ready to be analyzed: what an engine gets."""

    source: str
    data: bytes = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides about a result, beside the file itself.

    `taxonomy` is a folder, None for the shipped one; `as_of` an ISO date; `limits` what one file
    may cost.
    """

    as_of: str
    taxonomy: str | None = None
    taxonomy_sha256: str = ""
    ocr: str = "auto"
    password: str = ""
    limits: Limits = DEFAULT_LIMITS

    def as_json(self) -> str:
        """One line."""
        return dump_json(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """The same settings."""
        data: dict[str, Any] = load_json(text)
        return cls(**data | {"limits": Limits(**data["limits"])})


@dataclass(frozen=True, slots=True)
class Record:
    """The outcome for one input.

    status   ok, doubtful, unreadable or failed
    code, message   the reason for the last two, else None
    report   the object of `analyze --format json` with every role as JSON text; None for the last
             two
    text_sha256   of the words, in no order: the same for one resume in two formats
    """

    source: str
    sha256: str | None
    status: str
    seconds: float
    code: str | None = None
    message: str | None = None
    report: str | None = None
    text_sha256: str | None = None

    def as_json(self) -> str:
        """One line."""
        return dump_json(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Record:
        """The same record. Raises ValueError or TypeError for anything else."""
        data: dict[str, Any] = load_json(text)
        record = cls(**data)
        if record.status not in ("ok", "doubtful", "unreadable", "failed"):
            raise ValueError(f"{record.status!r} is no status")
        words = (record.code, record.message, record.report, record.text_sha256)
        if not all(word is None or isinstance(word, str) for word in words):
            raise TypeError("A word of a record is none.")
        float(record.seconds)
        return record


def failed(source: str, code: str, message: str, seconds: float = 0.0) -> Record:
    """A record of something that went wrong around a file."""
    return Record(source, None, "failed", round(seconds, 3), code, message)


def nameless(record: Record) -> Record:
    """The same with a message that does not begin with the file's name: a result belongs to a
    content, which other files may have, and whoever shows it has the name beside it."""
    message = record.message or ""
    if not message.startswith(f"{record.source} "):
        return record
    return replace(record, message=f"This file{message.removeprefix(record.source)}")
