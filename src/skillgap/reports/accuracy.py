"""What `skillgap evaluate` measured, as text and as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from skillgap.evaluation import CLAIMED, DEBATABLE, Scores, confidence, total
from skillgap.evaluation.scores import NOT_FOUND, harmonic, ratio

_FIGURES: dict[str, Callable[[Scores], float | None]] = {
    "precision": lambda scores: scores.precision,
    "recall": lambda scores: scores.recall,
    "f1": lambda scores: scores.f1,
}
# Beside the figures by skill: each place where a skill stands counted for itself.
_BY_MENTION: dict[str, Callable[[Scores], float | None]] = {
    "precision": lambda scores: scores.mention_precision,
    "recall": lambda scores: scores.mention_recall,
    "f1": lambda scores: harmonic(scores.mention_precision, scores.mention_recall),
}
_GROUPS = ("section", "method", "format")


def accuracy_data(scores: list[Scores]) -> dict[str, Any]:
    """Figures with their 95 % intervals, counts, breakdowns, every miss, wrong find and trap."""
    summed = total(scores)
    return {
        "resumes": len(scores),
        "figures": {
            name: {"value": figure(summed), "interval": _interval(scores, figure)}
            for name, figure in _FIGURES.items()
        },
        "by_mention": {name: figure(summed) for name, figure in _BY_MENTION.items()},
        "right": summed.right,
        "traps": summed.traps,
        "months": {"right": summed.months_right, "exact": summed.months_exact},
        "by_status": _statuses(summed),
        **{f"by_{group}": _grouped(summed, group) for group in _GROUPS},
        "missed": [list(item) for item in summed.missed],
        "wrong": [list(item) for item in summed.wrong],
        "trapped": [list(item) for item in summed.trapped],
        "months_wrong": [list(item) for item in summed.months_wrong],
    }


def _interval(scores: list[Scores], figure: Callable[[Scores], float | None]) -> list[float] | None:
    found = confidence(scores, figure)
    return list(found) if found else None


def _statuses(scores: Scores) -> dict[str, dict[str, int]]:
    """For each status of the gold: claimed, seen and not counted, not found at all."""
    kinds = sorted({o.gold for o in scores.outcomes if o.gold})
    return {
        kind: {
            "claimed": scores.count(kind, CLAIMED),
            "same": scores.count(kind, kind) if kind not in (CLAIMED, DEBATABLE) else 0,
            "not_counted": sum(
                o.gold == kind and o.found not in (CLAIMED, NOT_FOUND) for o in scores.outcomes
            ),
            "not_found": scores.count(kind, NOT_FOUND),
        }
        for kind in kinds
    }


def _grouped(scores: Scores, group: str) -> dict[str, dict[str, Any]]:
    """Claims found by section, method or format: right, wrong, the share that is right."""
    found: dict[str, dict[str, Any]] = {}
    for name in sorted({getattr(o, group) for o in scores.outcomes} - {""}):
        outcomes = [o for o in scores.outcomes if getattr(o, group) == name]
        right = sum(o.gold == o.found == CLAIMED for o in outcomes)
        wrong = sum(o.is_wrong for o in outcomes)
        precision = ratio(right, right + wrong)
        found[name] = {"right": right, "wrong": wrong, "precision": precision}
    return found


def render_accuracy(scores: list[Scores], *, verbose: bool) -> str:
    """The same as plain text; with `verbose` breakdowns and every item are listed."""
    summed = total(scores)
    resumes = f"{len(scores)} resume" + ("" if len(scores) == 1 else "s")
    lines = [f"{resumes}, {summed.right + len(summed.missed)} claimed skills"]
    for name, figure in _FIGURES.items():
        value, interval = figure(summed), confidence(scores, figure)
        if value is None or interval is None:
            lines.append(f"{name:<10} n/a")
        else:
            low, high = interval
            lines.append(f"{name:<10} {value:.3f}  (95 % of samples: {low:.3f} to {high:.3f})")
    lines.append(f"{'traps':<10} {len(summed.trapped)} of {summed.traps} taken for a claim")
    by_mention = ", ".join(f"{name} {_share(f(summed))}" for name, f in _BY_MENTION.items())
    lines.append(f"{'by place':<10} {by_mention}")
    if summed.months_exact is not None:
        count = summed.months_right + len(summed.months_wrong)
        lines.append(f"{'months':<10} {summed.months_right} of {count} exact")
    if verbose:
        lines += _breakdowns(summed)
    groups = (
        ("Missed", summed.missed),
        ("Wrong", summed.wrong),
        ("Trapped", summed.trapped),
        ("Months", summed.months_wrong),
    )
    for title, items in groups:
        if verbose and items:
            lines += ["", title]
            lines += [f"  {resume}: {skill}: {words}" for resume, skill, words in items]
    return "\n".join(lines) + "\n"


def _breakdowns(scores: Scores) -> list[str]:
    head = f"  {'':<16} {'claimed':>8} {'not counted':>12} {'not found':>10}"
    lines = ["", "Annotated as, and found as", head]
    for kind, counts in _statuses(scores).items():
        lines.append(
            f"  {kind:<16} {counts['claimed']:>8} {counts['not_counted']:>12}"
            f" {counts['not_found']:>10}"
        )
    for group in _GROUPS:
        lines += ["", f"Claims by {group:<8} {'right':>8} {'wrong':>6} {'precision':>10}"]
        for name, found in _grouped(scores, group).items():
            share = _share(found["precision"])
            lines.append(f"  {name:<16} {found['right']:>8} {found['wrong']:>6} {share:>10}")
    return lines


def _share(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.3f}"
