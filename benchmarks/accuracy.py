"""Accuracy on the annotated resumes, for docs/accuracy.md.

* ours beside a keyword search (every label between word boundaries) and spaCy's PhraseMatcher, with
  the same vocabulary on the same texts;
* what each rule adds: the figures without it;
* the same resumes in other formats;
* the sample PDFs, whose claims are known by skill only.

Run: `python benchmarks/accuracy.py [FOLDER...]` (all of samples/gold, and training/test,
unless told otherwise).
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from lined import FORMATS

from skillgap import Analyzer, Taxonomy, context, mentions
from skillgap.evaluation import GoldResume, Scores, carry_over, document_of, read_gold, score, total
from skillgap.models import Document, Mention, Method, SectionKind, Span, Status
from skillgap.phrases import PhraseIndex, Phrases
from skillgap.readers import read_bytes
from skillgap.typos import TypoFinder

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "samples" / "gold"
# What is measured together, by the name of its table in docs/accuracy.md.
PARTS = {
    "test": (GOLD / "test",),
    "dev": (GOLD / "dev",),
    "ordinary": (GOLD / "ordinary" / "dev", GOLD / "ordinary" / "test"),
    "training/test": (ROOT / "training" / "test",),
}
Finder = Callable[[Document], Iterable[Mention]]
HEAD = f"{'':<28} {'precision':>9} {'recall':>7} {'F1':>7}   traps taken for claims"


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
    """Every label as spaCy's tokenizer splits it, without regard to case."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for skill in taxonomy.skills.values():
        matcher.add(skill.id, [nlp.make_doc(label) for label in skill.labels()])

    def find(document: Document) -> Iterable[Mention]:
        text = nlp.make_doc(document.text)
        for key, start, end in matcher(text):
            words = text[start:end]
            span = Span(words.start_char, words.end_char)
            yield claim(nlp.vocab.strings[key], span, document.text, Method.ALIAS)

    return find


def measure(
    finder: Finder, resumes: Iterable[GoldResume], taxonomy: Taxonomy, form: str = "txt"
) -> Scores:
    """The scores of a finder over resumes written in a format."""
    scores = []
    for resume in resumes:
        if resume.file is None:
            document = read_bytes(FORMATS[form](resume.text), resume.name)
        else:
            document = document_of(resume)
        moved = carry_over(resume.gold, resume.text, document.text)
        scores.append(score(resume.name, document, moved, finder(document), taxonomy))
    return total(scores)


def show(name: str, result: Scores) -> None:
    """Print one line of figures."""
    print(
        f"{name:<28} {result.precision or 0:9.3f} {result.recall or 0:7.3f} {result.f1 or 0:7.3f}"
        f"   {len(result.trapped)} of {result.traps}",
        flush=True,
    )


@contextmanager
def replaced(owner: Any, name: str, value: object) -> Iterator[None]:
    """An attribute with another value for a while."""
    kept = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, kept)


def ablations() -> Iterator[tuple[str, Callable[[], Any]]]:
    """What can be left out, and how."""
    for rule in context._RULES:
        rest = tuple(other for other in context._RULES if other is not rule)
        name = rule.__name__.strip("_").replace("_", " ")
        yield f"without: {name}", partial(replaced, context, "_RULES", rest)

    def no_patterns(self: PhraseIndex, text: str, find: Any = PhraseIndex.find) -> Phrases:
        found = find(self, text)
        labels = tuple(c for c in found.candidates if c.method is not Method.PATTERN)
        return Phrases(found.words, labels)

    def nothing(*_: object) -> tuple[()]:
        return ()

    def rules_only(_: object, *verdict: object) -> object:
        return verdict

    yield "without: second opinion", partial(replaced, context, "weigh", rules_only)
    yield "without: verb phrases", partial(replaced, PhraseIndex, "find", no_patterns)
    yield "without: lists with ellipsis", partial(replaced, mentions, "find_shared_words", nothing)
    yield "without: typos", partial(replaced, TypoFinder, "find", nothing)


def sample_pdfs(analyzer: Analyzer) -> None:
    """Precision and recall by skill on the sample PDFs; only documented skills are annotated."""
    right = wrong = claimed = 0
    files = sorted((ROOT / "samples" / "claims").glob("*.toml"))
    documented = {s.id for s in analyzer.taxonomy.skills.values() if s.origin == "document"}
    for file in files:
        gold = tomllib.loads(file.read_text("utf-8"))
        report = analyzer.analyze(ROOT / "samples" / "resumes" / f"{file.stem}.pdf")
        entries = report.profile.entries
        found = {e.skill_id for e in entries if not e.implied and e.skill_id in documented}
        truth = set(gold["claimed"]) & documented
        implied = {e.skill_id for e in entries if e.implied}
        right += len(found & truth)
        wrong += len(found - truth - set(gold["debatable"]))
        claimed += len(truth - (implied - found))
    precision, recall = right / (right + wrong), right / claimed
    print(f"\nsample PDFs ({len(files)}): precision {precision:.3f}, recall {recall:.3f}")


def main() -> None:
    """Print the tables."""
    parts = {arg: (Path(arg),) for arg in sys.argv[1:]} or PARTS
    analyzer = Analyzer()
    taxonomy = analyzer.taxonomy
    for part, folders in parts.items():
        resumes = [resume for folder in folders for resume in read_gold(folder)]
        print(f"\n{part}: {len(resumes)} resumes\n{HEAD}")
        show("keyword search", measure(keyword_search(taxonomy), resumes, taxonomy))
        show("phrase matcher", measure(phrase_matcher(taxonomy), resumes, taxonomy))
        show("skillgap", measure(analyzer.mentions, resumes, taxonomy))
        for name, change in ablations():
            with change():
                show(f"  {name}", measure(analyzer.mentions, resumes, taxonomy))
        for form in FORMATS:
            show(f"  as {form}", measure(analyzer.mentions, resumes, taxonomy, form))
    sample_pdfs(analyzer)


if __name__ == "__main__":
    main()
