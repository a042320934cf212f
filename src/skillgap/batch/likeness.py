"""Candidates who are perhaps one person: their resumes say several things in the same words.

Only the quotations that a store keeps anyway are compared: no name, no address. Nobody is put
together with anybody for it; a person who looks at both knows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, islice

from skillgap.batch.answers import Ranked
from skillgap.batch.names import listed
from skillgap.batch.store import Store

# Shorter quotations are names and lists, which many resumes share word by word.
_WORDS = 6
# So many quotations of two resumes are the same, and so many of the shorter one's.
_SHARED, _SHARE = 3, 0.5
# What more resumes than this have in common is a form that they were written in.
_COMMON = 4
# The first so many are compared with each other.
_COMPARED = 1_000


def alike(
    store: Store, ranked: Sequence[Ranked], known: dict[int, set[str]] | None = None
) -> dict[str, tuple[str, ...]]:
    """For each source that has one: the other sources that are perhaps the same person's."""
    compared = ranked[:_COMPARED]
    known = {} if known is None else known
    for item in compared:
        if item.analysis_id not in known:
            known[item.analysis_id] = _quotations(store, item.analysis_id)
    said = [known[item.analysis_id] for item in compared]
    sayers: defaultdict[str, list[int]] = defaultdict(list)
    for at, quotations in enumerate(said):
        for quotation in quotations:
            sayers[quotation].append(at)
    shared = Counter(
        pair for who in sayers.values() if len(who) <= _COMMON for pair in combinations(who, 2)
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for (one, other), count in sorted(shared.items()):
        if count >= max(_SHARED, _SHARE * min(len(said[one]), len(said[other]))):
            found[compared[one].source].append(compared[other].source)
            found[compared[other].source].append(compared[one].source)
    return {source: tuple(others) for source, others in found.items()}


def with_alike(
    store: Store, ranked: Iterable[Ranked], known: dict[int, set[str]] | None = None
) -> Iterator[tuple[Ranked, tuple[str, ...]]]:
    """Each candidate with the sources that are perhaps the same person's. `known` keeps what was
    looked up, from one ranking to the next."""
    items = iter(ranked)
    first = tuple(islice(items, _COMPARED))
    likely = alike(store, first, known)
    for item in chain(first, items):
        yield item, likely.get(item.source, ())


def alike_note(names: Sequence[str]) -> str:
    """What a ranking says of it."""
    return f"perhaps the same person as {listed(names)}"


def _quotations(store: Store, analysis_id: int) -> set[str]:
    """The long ones; a list sign or a stop at an end says nothing."""
    rows = store.query("SELECT quote FROM skills WHERE analysis_id = ?", analysis_id)
    found = (" ".join(row["quote"].split()).strip(" ·•-–.…") for row in rows)
    return {quotation for quotation in found if quotation.count(" ") >= _WORDS - 1}
