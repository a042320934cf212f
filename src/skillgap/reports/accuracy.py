"""What `skillgap evaluate` measured, as text and as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from skillgap.evaluation import Scores, confidence, total

_FIGURES: dict[str, Callable[[Scores], float | None]] = {
    "precision": lambda scores: scores.precision,
    "recall": lambda scores: scores.recall,
    "f1": lambda scores: scores.f1,
}


def accuracy_data(scores: list[Scores]) -> dict[str, Any]:
    """Figures with their 95 % intervals, counts, and every miss, wrong find and trap."""
    summed = total(scores)
    return {
        "resumes": len(scores),
        "figures": {
            name: {"value": figure(summed), "interval": list(confidence(scores, figure))}
            for name, figure in _FIGURES.items()
        },
        "right": summed.right,
        "traps": summed.traps,
        "missed": [list(item) for item in summed.missed],
        "wrong": [list(item) for item in summed.wrong],
        "trapped": [list(item) for item in summed.trapped],
    }


def render_accuracy(scores: list[Scores], *, verbose: bool) -> str:
    """The same as plain text; with `verbose` every item is listed."""
    summed = total(scores)
    lines = [f"{len(scores)} resumes, {summed.right + len(summed.missed)} claimed skills"]
    for name, figure in _FIGURES.items():
        value = figure(summed)
        if value is None:
            lines.append(f"{name:<10} n/a")
        else:
            low, high = confidence(scores, figure)
            lines.append(f"{name:<10} {value:.3f}  (95 % of samples: {low:.3f} to {high:.3f})")
    lines.append(f"{'traps':<10} {len(summed.trapped)} of {summed.traps} taken for a claim")
    groups = (("Missed", summed.missed), ("Wrong", summed.wrong), ("Trapped", summed.trapped))
    for title, items in groups:
        if verbose and items:
            lines += ["", title]
            lines += [f"  {resume}: {skill}: {words}" for resume, skill, words in items]
    return "\n".join(lines) + "\n"
