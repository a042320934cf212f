"""Learn the weights of src/skillgap/learned.py from annotated texts.

    pip install scikit-learn
    python training/train.py [--check]

Texts are whole resumes (samples/gold/dev, training/resumes) and single lines (training/lines, and
the snippets in tests/data), all marked as samples/gold/README.md says. Each mention that the finder
settles on, where the gold says claim or trap, is one example, with just the features that users'
runs see. `--check` also fits without each fifth of the texts and says how the rest does on it.
Nothing of samples/gold/test, samples/gold/ordinary/test and training/test is read.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from skillgap import Analyzer, learned
from skillgap.context import judge_by_rules
from skillgap.evaluation import (
    CLAIMED,
    DEBATABLE,
    GoldResume,
    carry_over,
    document_of,
    parse_annotated,
    read_gold,
)
from skillgap.mentions import finder_of
from skillgap.models import Method
from skillgap.scene import Scene
from skillgap.sections import find_sections

ROOT = Path(__file__).resolve().parents[1]
RESUMES = ("samples/gold/dev", "samples/gold/ordinary/dev", "training/resumes")
LINES = (
    "training/lines/*.txt",
    "tests/data/context_cases.txt",
    "tests/data/everyday*.txt",
    "tests/data/usual.txt",
)
# The everyday lines are bullets of a job.
JOB = "Jo Example\nExperience\nData Scientist, Acme, 2019 - 2024\n\N{BULLET} "
STRENGTH = 1.0  # of the ridge's inverse; 0.3 to 3 differ little
RAREST = 4  # features of fewer examples say more about these texts than about the next one
SMALLEST = 0.03  # weights below it change nothing
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """One mention: its features, and whether the gold says that it is a claim."""

    text: str
    features: dict[str, float]
    claimed: bool


def resumes() -> Iterator[GoldResume]:
    """Every annotated text; a line of snippets is a resume of its own."""
    for folder in RESUMES:
        yield from read_gold(ROOT / folder)
    for pattern in LINES:
        for file in sorted(ROOT.glob(pattern)):
            above = JOB if file.stem.startswith("everyday") else ""
            for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                if line.strip() and not line.startswith("#"):
                    text, gold = parse_annotated(above + line.replace(" // ", "\n"))
                    yield GoldResume(f"{file.stem}:{number}", text, gold)


def examples(resume: GoldResume, analyzer: Analyzer) -> Iterator[Example]:
    """The mentions of one text that the gold calls claims or traps."""
    scenes: list[Scene] = []

    def record(scene: Scene) -> Any:
        scenes.append(scene)
        return judge_by_rules(scene)

    document = document_of(resume)
    gold = carry_over(resume.gold, resume.text, document.text)
    finder_of(analyzer.taxonomy).find(document, find_sections(document), record)
    for scene in scenes:
        if scene.candidate.method is Method.PATTERN:
            continue  # never weighed
        span = scene.candidate.span
        said = {
            item.status
            for item in gold
            if item.skill_id == scene.skill.id and item.span.overlaps(span)
        }
        judged = said and (CLAIMED in said or DEBATABLE not in said)
        if judged or not gold:  # a line without marks claims nothing
            features: dict[str, float] = {}
            for family, key, strength in learned.features(scene):
                name = f"{family}\t{key}"
                features[name] = features.get(name, 0.0) + strength / learned.ONE
            yield Example(resume.name, features, CLAIMED in said)


def fit(rows: list[Example]) -> tuple[DictVectorizer, LogisticRegression]:
    """The regression over what is seen often enough."""
    counts = Counter(name for row in rows for name in row.features)
    known = {name for name, count in counts.items() if count >= RAREST}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        {name: value for name, value in row.features.items() if name in known} for row in rows
    )
    model = LogisticRegression(C=STRENGTH, max_iter=5_000)
    return vectorizer, model.fit(matrix, [row.claimed for row in rows])


def check(rows: list[Example]) -> None:
    """How well claims are told from traps in texts that were left out."""
    fold = {name: at % FOLDS for at, name in enumerate(sorted({row.text for row in rows}))}
    truth: list[bool] = []
    said: list[float] = []
    for left_out in range(FOLDS):
        vectorizer, model = fit([row for row in rows if fold[row.text] != left_out])
        rest = [row for row in rows if fold[row.text] == left_out]
        truth += [row.claimed for row in rest]
        said += list(model.predict_proba(vectorizer.transform(r.features for r in rest))[:, 1])
    print(f"area under the curve, texts left out: {roc_auc_score(truth, said):.3f}")


def write(vectorizer: DictVectorizer, model: LogisticRegression) -> int:
    """Write the weights as whole numbers, a family a line; gives how many there are."""
    families: dict[str, dict[str, int]] = {}
    hundredth = learned.SCALE // learned.ONE
    for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True):
        if abs(weight) >= SMALLEST:
            family, key = name.split("\t")
            families.setdefault(family, {})[key] = round(float(weight) * hundredth)
    families["bias"] = {"": round(float(model.intercept_[0]) * hundredth)}
    lines = (
        f"{json.dumps(family)}: {json.dumps(dict(sorted(weights.items())), ensure_ascii=False)}"
        for family, weights in sorted(families.items())
    )
    learned.FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    return sum(map(len, families.values()))


def main() -> None:
    """Train, and say on what."""
    analyzer = Analyzer()
    rows = [row for resume in resumes() for row in examples(resume, analyzer)]
    claims = sum(row.claimed for row in rows)
    print(f"{len(rows):,} mentions, {claims:,} claims, of {len({r.text for r in rows}):,} texts")
    if "--check" in sys.argv:
        check(rows)
    vectorizer, model = fit(rows)
    right = model.score(vectorizer.transform(r.features for r in rows), [r.claimed for r in rows])
    print(f"{write(vectorizer, model):,} weights; {right:.3f} of the examples are told right")


if __name__ == "__main__":
    main()
