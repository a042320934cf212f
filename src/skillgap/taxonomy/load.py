"""Read a taxonomy folder into a `Taxonomy`, or report every fault in it with file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from skillgap.errors import TaxonomyError
from skillgap.models import (
    Advice,
    Guard,
    Importance,
    Origin,
    Requirement,
    Role,
    RoleDocument,
    Salary,
    Skill,
    Source,
    Status,
    Taxonomy,
)
from skillgap.taxonomy.compiled import read_compiled
from skillgap.taxonomy.tables import MEND, parse_tables, read_folder


def shipped_folder() -> Path:
    """The taxonomy that comes along: inside the package, or the checkout of an editable install.

    Raises TaxonomyError when neither is there.
    """
    here = Path(__file__).resolve()
    packaged, checkout = here.parents[1] / "_taxonomy", here.parents[3] / "taxonomy"
    for folder in (packaged, checkout):
        if (folder / "taxonomy.toml").is_file():
            return folder
    raise TaxonomyError(
        "The taxonomy that ships with skillgap is not there.",
        (f"{packaged} does not exist",),
        mend="Install skillgap again, or name a folder with --taxonomy.",
    )


def load_taxonomy(folder: Path | None = None) -> Taxonomy:
    """The taxonomy of a folder; without one, the taxonomy that ships with skillgap. What was loaded
    before and has not changed since is the same object, so that indexes over it serve again.

    Raises TaxonomyError with every problem found, each as `file:line: what is wrong`.
    """
    folder = folder or shipped_folder()
    files, sha256 = read_folder(folder)
    if sha256 not in _LOADED:
        _LOADED[sha256] = _build(folder, files, sha256)
    return _LOADED[sha256]


# By hash; they live as long as the program, which has one or two of them.
_LOADED: dict[str, Taxonomy] = {}


def _build(folder: Path, files: dict[str, bytes], sha256: str) -> Taxonomy:
    data = read_compiled(sha256)
    if data is None:
        from skillgap.taxonomy.check import problems_of

        tables = parse_tables(folder, files)
        problems = problems_of(tables)
        if problems:
            count = f"{len(problems)} problem" + ("s" if len(problems) > 1 else "")
            raise TaxonomyError(
                f"The taxonomy in {folder} has {count}:", tuple(problems), mend=MEND
            )
        data = tables.as_data()
    return Taxonomy(
        name=data["head"]["name"],
        version=data["head"]["version"],
        sha256=sha256,
        documents=tuple(
            RoleDocument(raw["id"], raw["file"], raw["title"], raw["sha256"])
            for raw in data["documents"]
        ),
        skills={raw["id"]: _skill(raw) for raw in data["skills"]},
        roles={raw["id"]: _role(raw) for raw in data["roles"]},
        anchors=tuple(data["head"].get("anchors", ())),
        prerequisites={
            skill: tuple(first) for skill, first in data["head"].get("prerequisites", {}).items()
        },
        classes={name: tuple(words) for name, words in data["head"].get("classes", {}).items()},
    )


def _source(raw: dict[str, str]) -> Source:
    return Source(raw["document"], raw["heading"], raw["phrase"])


def _sources(raw: dict[str, Any]) -> tuple[Source, ...]:
    return tuple(_source(entry) for entry in raw.get("provenance", ()))


def _skill(raw: dict[str, Any]) -> Skill:
    return Skill(
        id=raw["id"],
        preferred_label=raw["preferred_label"],
        kind=raw["kind"],
        origin=Origin(raw["origin"]),
        alt_labels=tuple(raw.get("alt_labels", ())),
        hidden_labels=tuple(raw.get("hidden_labels", ())),
        patterns=tuple(raw.get("patterns", ())),
        broader=tuple(raw.get("broader", ())),
        provenance=_sources(raw),
        guards=tuple(_guard(guard) for guard in raw.get("guards", ())),
        note=raw.get("note", ""),
    )


def _guard(raw: dict[str, Any]) -> Guard:
    return Guard(
        labels=tuple(raw["labels"]),
        case=raw.get("case", False),
        listed=raw.get("listed", False),
        cues=tuple(raw.get("cues", ())),
        before=tuple(raw.get("before", ())),
        after=tuple(raw.get("after", ())),
        not_before=tuple(raw.get("not_before", ())),
        not_after=tuple(raw.get("not_after", ())),
        not_near=tuple(raw.get("not_near", ())),
        reason=raw.get("reason", Status.ORDINARY.value),
    )


def _role(raw: dict[str, Any]) -> Role:
    return Role(
        id=raw["id"],
        preferred_label=raw["preferred_label"],
        kind=raw["kind"],
        provenance=_sources(raw),
        alt_labels=tuple(raw.get("alt_labels", ())),
        hidden_labels=tuple(raw.get("hidden_labels", ())),
        summary=raw.get("summary", ""),
        responsibilities=tuple(raw.get("responsibilities", ())),
        requirements=tuple(
            Requirement(entry["skill"], Importance(entry["importance"]), _sources(entry))
            for entry in raw.get("requirements", ())
        ),
        salaries=tuple(
            Salary(entry.get("low"), entry.get("high"), entry["currency"], _source(entry))
            for entry in raw.get("salaries", ())
        ),
        advice=tuple(Advice(entry["text"], _source(entry)) for entry in raw.get("advice", ())),
        mentioned_only=raw.get("mentioned_only", False),
    )
