"""Does any cue take more than linear time on a text that is made to delay it?

Each expression of `skillgap.cues` and of the postings' wording searches strings of 2,000 and of
16,000 characters: words that cues are made of, repeated, so that it tries every way to match. Eight
times the text takes eight times as long if the time is linear, 64 times if it is quadratic. Printed
are the expressions with the greatest ratios, by processor time. Run: `python benchmarks/cues.py`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from types import ModuleType

from skillgap import cues
from skillgap.posting import alternatives, importance, parts, unknown, wording

MODULES = (cues, wording, importance, parts, unknown, alternatives)
SHORT, LONG = 2_000, 16_000
RUNS = 3
SHOWN = 8
LEAST = 0.0005  # seconds; shorter times say nothing
# No word is longer than 200 characters: the tokenizer sees to that.
PARTS = [
    *(f"{word} " for word in "no not never the a any - real python i and , ( course in".split()),
    *(f"{word} " for word in "team 's by was of will next with one would is be nice plus".split()),
    "hands - on ",
    "prior previous real much ",
    "the our my ",
    f"{'x' * 200} ",
    f"{'12' * 100} ",
]


def patterns(modules: Iterable[ModuleType]) -> dict[str, re.Pattern[str]]:
    """The expressions of some modules by name."""
    return {
        f"{module.__name__.removeprefix('skillgap.')}.{name}": found
        for module in modules
        for name in dir(module)
        if isinstance(found := getattr(module, name), re.Pattern)
    }


def seconds(cue: re.Pattern[str], length: int, runs: int = RUNS) -> float:
    """The least time of several over all hostile strings."""
    texts = [(part * length)[:length] + "!" for part in PARTS]
    times = []
    for _ in range(runs):
        start = time.process_time()
        for text in texts:
            cue.search(text)
            cue.match(text)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the greatest ratios."""
    found = {}
    for name, cue in patterns(MODULES).items():
        short = seconds(cue, SHORT)
        found[name] = (seconds(cue, LONG) / max(short, LEAST), short)
    print(f"{len(found)} expressions: ratio of the times, and ms of the shorter")
    for name, (ratio, short) in sorted(found.items(), key=lambda item: -item[1][0])[:SHOWN]:
        print(f"{ratio:7.1f}  {1000 * short:7.2f}  {name}")


if __name__ == "__main__":
    main()
