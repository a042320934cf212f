"""The measure itself: gold out of marks, precision, recall, traps; and what we hold it to."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document_of

from skillgap import Analyzer
from skillgap.evaluation import (
    CLAIMED,
    Scores,
    carry_over,
    confidence,
    evaluate,
    parse_annotated,
    score,
    total,
)

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "data" / "context_cases.txt"


def test_marks_become_spans() -> None:
    text, gold = parse_annotated("Wrote {{python|Python}}, no {{!negated java|Java}}, {{sql?|SQL}}")
    assert text == "Wrote Python, no Java, SQL"
    assert [(g.skill_id, g.status, text[g.span.start : g.span.end]) for g in gold] == [
        ("python", CLAIMED, "Python"),
        ("java", "negated", "Java"),
        ("sql", "debatable", "SQL"),
    ]


def test_counting(analyzer: Analyzer) -> None:
    raw, gold = parse_annotated(
        "Skills\n{{pytorch|PyTorch}}, {{docker|Docker}}\nNo {{!negated java|Java}}; {{r|Arrr}}; SQL"
    )
    document = document_of(raw)
    moved = carry_over(gold, raw, document.text)
    scores = score("x", document.text, moved, analyzer.mentions(document), analyzer.taxonomy)
    assert scores.right == 2
    assert [skill for _, skill, _ in scores.missed] == ["r"]
    assert [skill for _, skill, _ in scores.wrong] == ["sql"]
    assert (scores.traps, scores.trapped) == (1, ())
    assert scores.precision == pytest.approx(2 / 3)
    assert scores.recall == pytest.approx(2 / 3)
    assert confidence([scores, scores], lambda s: s.recall) == pytest.approx((2 / 3, 2 / 3))


def test_undefined_is_none_and_not_zero() -> None:
    nothing = Scores(0, (), (), 0, ())
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)


@pytest.mark.parametrize(
    ("part", "precision", "recall", "trapped"),
    # A floor a little under the measured figures (docs/accuracy.md), so that no change loses
    # accuracy unseen.
    [("dev", 0.96, 0.92, 0.06), ("test", 0.86, 0.70, 0.17)],
)
def test_accuracy_does_not_fall(
    analyzer: Analyzer, part: str, precision: float, recall: float, trapped: float
) -> None:
    files = sorted((ROOT / "samples" / "gold" / part).glob("*.txt"))
    assert len(files) > 10
    scores = total(evaluate(f.name, f.read_text("utf-8"), analyzer) for f in files)
    assert scores.precision is not None
    assert scores.recall is not None
    assert scores.precision >= precision
    assert scores.recall >= recall
    assert len(scores.trapped) <= trapped * scores.traps


def test_written_cases(analyzer: Analyzer) -> None:
    """More than a thousand snippets of claims and traps; most hold, and none may be lost unseen."""
    results = []
    for line in CASES.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            raw, gold = parse_annotated(line.replace(" // ", "\n"))
            document = document_of(raw)
            moved = carry_over(gold, raw, document.text)
            mentions = analyzer.mentions(document)
            results.append(score(line, document.text, moved, mentions, analyzer.taxonomy))
    scores = total(results)
    assert scores.traps > 700
    assert len(scores.trapped) <= 0.10 * scores.traps
    assert scores.recall is not None
    assert scores.recall >= 0.88
