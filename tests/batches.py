"""What tests of batches share: resumes, a store filled from them, an engine in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from skillgap import Taxonomy
from skillgap.batch.analyze_one import analyze_one
from skillgap.batch.jobs import Record, Settings, Task
from skillgap.batch.run import Outcome, Run
from skillgap.batch.sources import Choice, find_inputs
from skillgap.batch.store import Store

_REST = """
Work

Office clerk, Example Ltd, 2019-2023

I wrote the weekly letter to the members of the club, kept the tables of the kitchen in order for
three years, and looked after the garden behind the house. When guests came from other towns I met
them at the station, showed them the way, and made sure that everybody found a chair and a cup of
tea. In summer I painted the fence, and in winter I cleared the snow from the path before breakfast.
"""
# name -> text. The skills decide who is where for the role of a data scientist.
RESUMES = {
    "ada.txt": "Ada Doe\n\nSkills\n\nPython, R, SQL, machine learning, data mining\n",
    "ben.txt": "Ben Doe\n\nSkills\n\nPython, SQL\n",
    "cyd.txt": "Cyd Doe\n\nSkills\n\nSQL, Python\n",
    "dee.txt": "Dee Doe\n\nSkills\n\nCooking\n",
}
RESUMES = {name: text + _REST for name, text in RESUMES.items()}
ROLE = "data-scientist"


def make_folder(folder: Path) -> Path:
    """A folder with those resumes."""
    folder.mkdir()
    for name, text in RESUMES.items():
        (folder / name).write_text(text)
    return folder


def settings_for(taxonomy: Taxonomy, as_of: str = "2026-11-01") -> Settings:
    """Settings for a taxonomy that is the shipped one."""
    return Settings(as_of=as_of, taxonomy_sha256=taxonomy.sha256, ocr="never")


def here(tasks: Iterator[Task], settings: Settings) -> Iterator[Record]:
    """An engine without processes."""
    for task in tasks:
        yield analyze_one(task.source, task.data, settings)


def fill(
    store: Store,
    taxonomy: Taxonomy,
    *paths: Path | str,
    engine: Callable[[Iterator[Task], Settings], Iterator[Record]] = here,
    as_of: str = "2026-11-01",
    strict: bool = False,
) -> list[Outcome]:
    """One whole run over paths; what it told."""
    settings = settings_for(taxonomy, as_of)
    store.begin(settings, taxonomy)
    told: list[Outcome] = []
    run = Run(store, settings, engine, told.append, strict=strict)
    run.over(find_inputs(map(str, paths), Choice()))
    run.forget_gone(map(str, paths))
    store.finish()
    return told
