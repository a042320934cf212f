"""What commands that ask a store have in common: the store, one target, and who is asked for."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli.opened import with_postings
from skillgap.cli.values import parse_share
from skillgap.errors import UsageError
from skillgap.models import POSTING, Ocr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.batch.answers import Ranked
    from skillgap.batch.store import Store
    from skillgap.models import Role, Taxonomy

StoreArgument = Annotated[
    Path, typer.Argument(metavar="STORE", help="The .sqlite file of `skillgap batch`.")
]
OneRoleOption = Annotated[
    str | None, typer.Option("--role", metavar="ROLE", help="A role's id or title.")
]
OnePostingOption = Annotated[
    str | None, typer.Option("--posting", metavar="FILE", help="A job posting instead of a role.")
]
LeastOption = Annotated[
    float,
    typer.Option(
        "--min-coverage",
        metavar="SHARE",
        parser=parse_share,
        help="Only from this coverage up: 0.5 or 50%.",
    ),
]
RequireOption = Annotated[
    list[str] | None,
    typer.Option("--require", metavar="SKILLS", help="Only who shows all of these: python,sql."),
]
TopOption = Annotated[
    int | None, typer.Option("--top", min=1, metavar="N", help="The first N only.")
]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The candidates that were asked for: `ranked` are the first of the `passing` ones, `total`
    all there are. `asked` are the conditions in words."""

    ranked: tuple[Ranked, ...]
    passing: int
    total: int
    asked: tuple[str, ...]

    def conditions(self) -> str:
        """How many pass, and what; "" where nothing was asked."""
        from skillgap.batch.summary import many

        everybody = f"{self.passing:,} of {many(self.total, 'candidate')}"
        return f"{everybody} with {' and '.join(self.asked)}" if self.asked else ""

    def members(self) -> str:
        """Who are the `ranked`; "" for everybody."""
        from skillgap.batch.summary import many

        first = f"the first {len(self.ranked):,} of "
        if len(self.ranked) == self.passing:
            return self.conditions()
        if self.asked:
            return f"{first}these: {self.conditions()}"
        return first + many(self.total, "candidate")


@contextmanager
def opened_store(
    path: Path, folder: Path | None, role: str | None, posting: str | None
) -> Iterator[tuple[Store, Taxonomy, Role]]:
    """A store to be asked about one target, and a taxonomy that knows it. Raises UsageError."""
    from skillgap.batch.store import Store

    taxonomy, wanted = _target(folder, role, posting)
    with Store(path, reading=True) as store:
        _check_store(store, taxonomy, wanted)
        yield store, taxonomy, wanted


def choose(
    store: Store,
    taxonomy: Taxonomy,
    role: Role,
    *,
    least: float,
    require: list[str] | None,
    top: int | None,
) -> Chosen:
    """The candidates who pass, best first. Raises UsageError for an unknown skill."""
    from itertools import islice

    from skillgap.batch import answers
    from skillgap.reports.words import joined
    from skillgap.resolve import find_skills

    skills = find_skills(taxonomy, require or ())
    asked = [f"a coverage from {least:.0%} up"] if least else []
    if skills:
        labels = [taxonomy.skills[skill].preferred_label for skill in skills]
        asked.append(f"evidence of {joined(labels)}")
    found = answers.rank(store, role.id, min_coverage=least, require=skills)
    ranked = tuple(islice(found, top))
    passing = len(ranked) + sum(1 for _ in found)
    return Chosen(ranked, passing, answers.tally(store).candidates, tuple(asked))


def _check_store(store: Store, taxonomy: Taxonomy, role: Role) -> None:
    """Say so where a store was made with another taxonomy, and let it know a posting's role.

    Raises UsageError for an empty store.
    """
    last = store.last_settings()
    if last is None:
        raise UsageError(
            f"{store.path} holds no results.",
            mend=f"Make some with: skillgap batch FOLDER -o {store.path}",
            code="store",
        )
    if last["taxonomy_sha256"] != taxonomy.sha256:
        typer.echo(
            f"note: {store.path} was made with another taxonomy ({last['taxonomy_name']}"
            f" {last['taxonomy_version']}); run batch again to compare with this one.",
            err=True,
        )
    if role.kind == POSTING:
        from skillgap.batch.targets import hold_against

        hold_against(store, role, taxonomy)


def _target(folder: Path | None, role: str | None, posting: str | None) -> tuple[Taxonomy, Role]:
    """The role that is asked about, and a taxonomy that knows it. Raises UsageError."""
    from skillgap.resolve import find_role

    if (role is None) == (posting is None):
        raise UsageError(
            "One target has to be named." if role is None else "Only one target can be named.",
            mend="Give --role ROLE or --posting FILE; 'skillgap roles' lists the roles.",
            code="role",
        )
    taxonomy, postings = with_postings(folder, [posting] if posting else [], ocr=Ocr.AUTO)
    return taxonomy, taxonomy.roles[postings[0]] if postings else find_role(taxonomy, role or "")
