"""What people type for dates, shares and limits, as values. Each function raises UsageError."""

from __future__ import annotations

import datetime
import math
from typing import Any

from skillgap.errors import UsageError
from skillgap.models import Limits


def parse_share(text: str) -> float:
    """A share from 0 to 1, as 0.8 or 80%."""
    number, percent = _number(text)
    if percent:
        number /= 100
    elif 2 <= number <= 100:  # 1.5 is no percentage that somebody aims at
        raise _no_share(text, f"Did you mean {number / 100:g} or {number:g}%?")
    if not 0 <= number <= 1:
        raise _no_share(text, "Write it as 0.8 or 80%.")
    return number


def parse_percent(text: str) -> float:
    """A percentage from 0 to 100, as 80 or 80%."""
    number, percent = _number(text)
    if 0 < number < 1 and not percent:
        raise _no_share(text, f"Did you mean {100 * number:g} or {100 * number:g}%?")
    if not 0 <= number <= 100:
        raise _no_share(text, "Write it as 80 or 80%.")
    return number


def _number(text: str) -> tuple[float, bool]:
    """A number, and whether it is called a percentage; NaN where there is no number."""
    # typer hands a default through here, too: it is a number already.
    words = str(text).strip()
    try:
        return float(words.removesuffix("%")), words.endswith("%")
    except ValueError:
        return math.nan, False


def _no_share(text: str, mend: str) -> UsageError:
    return UsageError(f"'{text}' is no share of the whole.", mend=mend, code="share")


def parse_date(text: str | None) -> datetime.date | None:
    """An ISO date. Raises UsageError."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"'{text}' is not a date.", mend="Write it as 2026-01-31.", code="date"
        ) from error


def parse_limits(given: list[str] | None) -> Limits:
    """The usual limits with those that were given. Raises UsageError."""
    from dataclasses import fields, replace

    limits = Limits()
    names = {field.name.replace("_", "-"): field for field in fields(Limits)}
    for text in given or ():
        name, _, number = text.partition("=")
        field = names.get(name.strip().replace("_", "-"))
        if field is None:
            raise UsageError(
                f"There is no limit '{name}'.",
                mend=f"Name one of {', '.join(names)}.",
                code="limit",
            )
        kind = float if field.type in ("float", float) else int
        try:
            value = kind(number)
        except ValueError:
            value = 0
        if not 0 < value < 1e12:
            raise UsageError(
                f"'{text}' is no limit.",
                mend=f"Write a number above zero, as in {name}=100.",
                code="limit",
            )
        changed: dict[str, Any] = {field.name: value}
        limits = replace(limits, **changed)
    return limits
