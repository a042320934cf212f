"""What became of a batch's inputs, in sentences: the same on a terminal, in Markdown and HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from skillgap.batch.answers import Held, Tally

HOW_TO_READ = "7+2/12 reads: seven shown, two implied, of twelve asked for"
_NAMED = 3  # people that are named for one skill


def counts_line(tally: Tally) -> str:
    """How many candidates there are and what else was met, for the head of a file."""
    parts = [f"{many(tally.candidates, 'candidate')} from {many(tally.inputs, 'file')}"]
    if copies := _copies(tally):
        parts.append(f"{_hold(copies)} the same text as another one")
    parts.append(f"{tally.unreadable + tally.failed:,} not read")
    return "; ".join(parts)


def summary_lines(tally: Tally, known: int, seconds: float) -> Iterator[str]:
    """How many inputs were read, doubtful, failed, why, and how long it took. The results of
    `known` inputs stood in the store before this run."""
    yield (
        f"{many(tally.inputs, 'resume')}: {tally.ok + tally.doubtful:,} read"
        f" ({tally.doubtful:,} doubtful), {tally.unreadable + tally.failed:,} not"
    )
    if copies := _copies(tally):
        ranked = "is ranked with it" if copies == 1 else "are ranked with it"
        yield f"{_hold(copies, ' of them')} the same text as another one and {ranked}"
    if tally.reasons:
        yield "Reasons: " + ", ".join(f"{code} {count:,}" for code, count in tally.reasons)
    again = f", {known:,} known already" if known else ""
    yield f"Took {seconds:,.1f} s{again}"


def holders_line(held: Held, names: Mapping[str, str]) -> str:
    """Who has evidence of a requirement: a few by name, more by number; "" for nobody."""
    if len(held.holders) <= _NAMED:
        return ", ".join(
            [
                *(names[s] for s in held.shown_by),
                *(f"{names[s]} (implied)" for s in held.implied_by),
            ]
        )
    counts = ((len(held.shown_by), "shown"), (len(held.implied_by), "implied"))
    return ", ".join(f"{count:,} {word}" for count, word in counts if count)


def _copies(tally: Tally) -> int:
    return tally.ok + tally.doubtful - tally.candidates


def _hold(count: int, of: str = "") -> str:
    return f"{count:,}{of} {'holds' if count == 1 else 'hold'}"


def many(count: int, noun: str) -> str:
    """A number of things: "1 file", "2,000 files"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
