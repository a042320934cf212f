"""Every error that a caller of skillgap can meet.

Three kinds of failure exist and only two of them are errors of this module: what the user
can mend (`SkillgapError` and its families: what happened, why, how to mend it) and an extra
that is not installed (`MissingExtraError`). Everything else is a bug and crashes.
"""

from __future__ import annotations


class SkillgapError(Exception):
    """Something that the user can mend.

    `code` is stable and meant for programs, `what` says what failed, `why` the cause, `mend`
    what to do about it. `str(error)` joins them in one line.
    """

    exit_code = 2

    def __init__(self, what: str, *, why: str = "", mend: str = "", code: str = "error") -> None:
        super().__init__(what, why, mend, code)
        self.what, self.why, self.mend, self.code = what, why, mend, code

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.mend) if part)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.why, self.mend, self.code))


class UsageError(SkillgapError):
    """The call is off: an unknown role, an output that exists. Exit code 2."""


class TaxonomyError(SkillgapError):
    """The taxonomy cannot be used; `problems` holds one line for each fault. Exit code 2."""

    def __init__(self, what: str, problems: tuple[str, ...], *, mend: str = "") -> None:
        super().__init__(what, why="\n".join(problems), mend=mend, code="taxonomy")
        self.problems = problems

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild_taxonomy, (self.what, self.problems, self.mend))


class UnreadableError(SkillgapError):
    """An input that could not be read. Exit code 3.

    Codes: `missing`, `folder`, `empty`, `permission`, `format`, `damaged`, `encrypted`,
    `password`, `scan`, `limit`, `timeout`, `memory`, `crashed`, `unreadable`.
    """

    exit_code = 3


class InputFailedError(SkillgapError):
    """One input of many failed in a run that stops at the first failure. Exit code 4."""

    exit_code = 4


class MissingExtraError(SkillgapError):
    """A part that this input needs is not installed; `mend` holds the install line. Exit code 3."""

    exit_code = 3


def _rebuild(kind: type[SkillgapError], what: str, why: str, mend: str, code: str) -> SkillgapError:
    """Unpickle: exceptions with keyword arguments do not survive worker processes by themselves."""
    return kind(what, why=why, mend=mend, code=code)


def _rebuild_taxonomy(what: str, problems: tuple[str, ...], mend: str) -> TaxonomyError:
    return TaxonomyError(what, problems, mend=mend)
