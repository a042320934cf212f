"""What finding skills costs a page, and how that grows with the size of the vocabulary.

The shipped taxonomy, and beside it ones of 200, 2,000, 20,000 and 200,000 labels: cut down, or
padded with invented ones of two words. The text is that of annotated resumes in samples/gold/dev; a
page is 500 words. Each index is built once and warmed on the text before it is timed, in seconds of
the processor. Run: `python benchmarks/vocabulary.py`.
"""

from __future__ import annotations

import itertools
import os
import statistics
import time
from dataclasses import replace
from pathlib import Path

from skillgap.mentions import MentionFinder
from skillgap.models import Skill, Taxonomy
from skillgap.readers import read
from skillgap.sections import find_sections
from skillgap.taxonomy import load_taxonomy

GOLD = Path(__file__).resolve().parents[1] / "samples" / "gold" / "dev"
SIZES = (200, 2_000, 20_000, 200_000)
RUNS = int(os.environ.get("RUNS", "3"))
PAGE = 500
_SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "no", "pi", "ro", "su", "ta", "vi", "zo")


def sized(taxonomy: Taxonomy, labels: int) -> Taxonomy:
    """The taxonomy with about so many labels: fewer skills, or invented ones on top."""
    skills: dict[str, Skill] = {}
    count = 0
    for skill in taxonomy.skills.values():
        if count < labels:
            skills[skill.id] = replace(skill, broader=())
            count += len(skill.labels())
    model = next(iter(taxonomy.skills.values()))
    words = ("".join(parts) for parts in itertools.product(_SYLLABLES, repeat=5))
    for word in itertools.islice(words, max(labels - count, 0)):
        made = replace(
            model, id=word, preferred_label=f"{word} data", alt_labels=(), hidden_labels=(),
            patterns=(), broader=(), guards=(),
        )  # fmt: skip
        skills[word] = made
    return replace(taxonomy, skills=skills)


def main() -> None:
    """Print milliseconds a page, warm, and seconds to build, for each size."""
    documents = [read(path) for path in sorted(GOLD.glob("*.txt"))[:30]]
    sections = [find_sections(document) for document in documents]
    pages = sum(len(document.text.split()) for document in documents) / PAGE
    shipped = load_taxonomy()
    real = sum(len(skill.labels()) for skill in shipped.skills.values())
    print(f"{pages:.0f} pages; the shipped taxonomy has {real:,} labels")
    for labels in (real, *SIZES):
        taxonomy = shipped if labels == real else sized(shipped, labels)
        start = time.process_time()
        finder = MentionFinder(taxonomy)
        built = time.process_time() - start
        times = []
        for _ in range(RUNS + 1):
            start = time.process_time()
            for document, parts in zip(documents, sections, strict=True):
                finder.find(document, parts)
            times.append(time.process_time() - start)
        page = statistics.median(times[1:]) / pages * 1000
        print(f"{labels:>8,} labels: {page:6.2f} ms a page, built in {built:5.2f} s")


if __name__ == "__main__":
    main()
