"""How much context is worth: our extractor beside two plain ones with the same vocabulary.

* keyword search: every label as it stands, between word boundaries, without regard to case;
* phrase matcher: spaCy's PhraseMatcher with every label in all its variants, which is our own
  first step without anything that follows.

Run: `python benchmarks/accuracy.py [FOLDER...]` (the held-out part unless told otherwise).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from skillgap import Analyzer, Taxonomy
from skillgap.evaluation import Scores, carry_over, parse_annotated, score, total
from skillgap.models import Document, Mention, Method, SectionKind, Span, Status
from skillgap.phrases import PhraseIndex
from skillgap.readers import read_bytes

ROOT = Path(__file__).resolve().parents[1]
Finder = Callable[[Document], Iterable[Mention]]


def claim(skill_id: str, span: Span, text: str, method: Method) -> Mention:
    """A mention that counts, as a tool without context would have it."""
    surface = text[span.start : span.end]
    other = SectionKind.OTHER
    return Mention(skill_id, span, surface, other, method, 1.0, Status.CLAIMED, surface)


def keyword_search(taxonomy: Taxonomy) -> Finder:
    """Every label between word boundaries."""
    skills = {
        label.lower(): skill.id for skill in taxonomy.skills.values() for label in skill.labels()
    }
    words = "|".join(re.escape(label) for label in sorted(skills, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    def find(document: Document) -> Iterable[Mention]:
        for match in pattern.finditer(document.text):
            span = Span(match.start(), match.end())
            yield claim(skills[match[0].lower()], span, document.text, Method.ALIAS)

    return find


def phrase_matcher(taxonomy: Taxonomy) -> Finder:
    """Every label, plurals and hyphens included; no case, no guards, no context."""
    index = PhraseIndex(taxonomy)

    def find(document: Document) -> Iterable[Mention]:
        for candidate in index.find(document.text).candidates:
            if candidate.method is not Method.PATTERN:
                yield claim(candidate.skill_id, candidate.span, document.text, candidate.method)

    return find


def measure(name: str, finder: Finder, files: list[Path], taxonomy: Taxonomy) -> None:
    """Print one line of figures."""
    scores: list[Scores] = []
    for file in files:
        raw, gold = parse_annotated(file.read_text("utf-8"))
        document = read_bytes(raw.encode("utf-8"), file.name)
        moved = carry_over(gold, raw, document.text)
        scores.append(score(file.name, document, moved, finder(document), taxonomy))
    result = total(scores)
    print(
        f"{name:<16} {result.precision or 0:9.3f} {result.recall or 0:9.3f} {result.f1 or 0:9.3f}"
        f"   {len(result.trapped)} of {result.traps}"
    )


def main() -> None:
    """Print the table."""
    folders = [Path(arg) for arg in sys.argv[1:]] or [ROOT / "samples" / "gold" / "test"]
    files = [file for folder in folders for file in sorted(folder.glob("*.txt"))]
    analyzer = Analyzer()
    taxonomy = analyzer.taxonomy
    print(f"{'':<16} {'precision':>9} {'recall':>9} {'F1':>9}   traps taken for claims")
    measure("keyword search", keyword_search(taxonomy), files, taxonomy)
    measure("phrase matcher", phrase_matcher(taxonomy), files, taxonomy)
    measure("skillgap", analyzer.mentions, files, taxonomy)


if __name__ == "__main__":
    main()
