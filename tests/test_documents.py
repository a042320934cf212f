"""Hold the taxonomy against the documents it was read from, where they are at hand.

The taxonomy is read straight with tomllib: these tests check the data, not the loader.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT.parent / "shared" / "documents"
TAXONOMY = ROOT / "taxonomy"

pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents are not at hand")

Table = dict[str, Any]
Place = tuple[str, str]  # a document's id and one of its headings

# The headings that are a job, and the titles that stand in running text.
JOB_HEADINGS = {
    "new-jobs": "Machine Learning Engineers|Data Scientists|AI Ethicists|AI Solutions Architects|"
    "AI Product Managers|Chatbot and Virtual Assistant Developers|AI Content Creators|"
    "AI Security Specialists|AI UX Designers|AI Analytics Specialists|Marketing Professionals|"
    "Healthcare Practitioners|Financial Analysts|Customer Service Representatives",
    "ai-impact": "Machine Learning Engineers|Customer Interaction Specialists|"
    "Leadership Positions in AI|AI Ethics Compliance Officers|Salaries for AI Specialists",
    "genai-roles": "2.1 AI Research Scientist|2.2 Machine Learning Engineer|2.3 Data Scientist|"
    "2.4 AI Product Manager|2.5 AI Ethicist",
    "ai-jobs-2024": "Machine Learning Engineer|AI Data Scientist|AI Prompt Engineer|"
    "AI Ethics Officer|Computer Vision Specialist|AI Product Manager|AI in Creative Industries|"
    "Responsible AI Practitioners|AI Infrastructure Engineers",
}
JOB_TITLES = {
    "ai-impact": "Chief AI Officers (CAIO)|AI project managers|Data scientists|AI specialists|"
    "machine learning engineers|IT professionals|Administrative roles",
    "genai-roles": "Software Engineers|AI Research Scientists|Generative AI Engineers|Marketers|"
    "AI Ethics Specialists|AI Model Trainers|AI specialists|natural language processing (NLP)",
    "genai-trends": "generative AI specialists|prompt engineers|AI trainers|AI model auditors|"
    "AI ethicists|governance experts|AI compliance officers|fairness auditors|content moderation|"
    "writing, design, and music|AI-augmented copywriters|graphic designers|game design|"
    "AI integration specialists|hybrid roles|AI-augmented lawyers|radiologists|educators|"
    "AI-savvy medical practitioners|AI curriculum designers|Fine-Tuning Experts|Data scientists|"
    "developer|creative professional|industry expert",
    "ai-jobs-2024": "AI governance and regulatory compliance|Human-AI Collaboration|"
    "Industry-Specific AI|AI Quality Assurance|professionals working on AI-powered visual tools",
}

# ai-impact writes its skills in running text: what its skill headings ask for.
RUNNING_TEXT = {
    "Skills Required for AI Jobs": "programming languages|data interpretation|collaboration|"
    "emotional intelligence",
    "Programming Languages Proficiency": "Python|R|Java|TensorFlow|PyTorch",
    "Data Interpretation Proficiency": "data interpretation|analytical abilities|"
    "critical thinking|mathematical foundations|writing|scientific skills",
    "Emotional Intelligence in AI Roles": "emotional intelligence|writing|communication|"
    "collaborate|critical thinking|mathematics|adaptable",
}

FILLERS = {"a", "and", "in", "of", "or", "the", "to", "with"}  # words that are no skill


def tables(files: str, key: str) -> list[Table]:
    paths = sorted(TAXONOMY.glob(files))
    return [t for path in paths for t in tomllib.loads(path.read_text(encoding="utf-8"))[key]]


DECLARED = {document["id"]: document for document in tables("taxonomy.toml", "documents")}
SKILLS = tables("skills/*.toml", "skill")
ROLES = tables("roles/*.toml", "role")


def text_of(document: str) -> str:
    file: str = DECLARED[document]["file"]
    return (DOCUMENTS / file).read_text(encoding="utf-8")


def bare(line: str) -> str:
    """A line without list marks and markup: `1. **Data Scientists:**` is `Data Scientists`."""
    return re.sub(r"^\s*(?:\d+\.\s(?=\s*\*\*)|[-•]\s)?\s*", "", line).replace("**", "").rstrip(" :")


def sections(document: str) -> dict[str, str]:
    """The text from each heading, that line included, up to the next; missing ones are left out.

    A line that is the heading goes before a line that only starts with it.
    """
    lines = text_of(document).splitlines()
    starts: list[tuple[str, int]] = []
    for heading in DECLARED[document]["headings"]:
        after = starts[-1][1] + 1 if starts and starts[-1][0] != "(opening)" else 0
        rest = range(after, len(lines))
        exact = [n for n in rest if bare(lines[n]) == heading or heading == "(opening)"]
        start = exact or [n for n in rest if bare(lines[n]).startswith(heading)]
        starts += [(heading, n) for n in start[:1]]
    ends = [number for _, number in starts[1:]] + [len(lines)]
    return {h: "\n".join(lines[n:end]) for (h, n), end in zip(starts, ends, strict=True)}


def quotations(node: object, owner: str) -> Iterator[tuple[str, Place, str]]:
    """Every table with a phrase, however deep: whose it is, where it stands, what it quotes."""
    if isinstance(node, dict):
        if "phrase" in node:
            yield owner, (node["document"], node["heading"]), node["phrase"]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from quotations(child, owner)


def test_the_documents_are_the_ones_the_taxonomy_names() -> None:
    assert len(DECLARED) == 5
    for document in DECLARED.values():
        content = (DOCUMENTS / document["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == document["sha256"], document["file"]


def test_every_heading_stands_in_its_document_in_order() -> None:
    assert sum(len(document["headings"]) for document in DECLARED.values()) > 80
    for name, document in DECLARED.items():
        assert list(sections(name)) == document["headings"]


def test_every_phrase_is_short_and_stands_under_its_heading() -> None:
    found = [q for concept in SKILLS + ROLES for q in quotations(concept, concept["id"])]
    texts = {name: sections(name) for name in DECLARED}
    assert len(found) > 300
    assert [q for q in found if q[2] not in texts.get(q[1][0], {}).get(q[1][1], "")] == []
    assert [q for q in found if not 0 < len(q[2]) <= 100] == []


def test_every_job_of_the_documents_has_a_role() -> None:
    claims = [(*at, phrase) for r in ROLES for _, at, phrase in quotations(r["provenance"], "")]
    headings = [(d, h) for d, names in JOB_HEADINGS.items() for h in names.split("|")]
    titles = [(d, t) for d, names in JOB_TITLES.items() for t in names.split("|")]
    assert len(headings) + len(titles) > 70
    assert set(headings) <= {(d, h) for d in DECLARED for h in sections(d)}
    assert [place for place in headings if place not in {(d, h) for d, h, _ in claims}] == []
    assert [(d, t) for d, t in titles if not any(d == c and t in p for c, _, p in claims)] == []


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9+#]+", re.sub("['\u2019]", "", text.lower()))


def skill_lists() -> dict[Place, list[str]]:
    """The items of every list of skills in the documents, by the place where it stands."""
    lists = {("ai-impact", h): items.split("|") for h, items in RUNNING_TEXT.items()}
    for heading, text in sections("new-jobs").items():
        for line in re.findall(r"\*\*Skills:?\*\*:? *(.+)", text):
            lists["new-jobs", heading] = re.split(r", (?![^(]*\))", line)
    for heading, text in sections("genai-roles").items():
        if "Required Skills:" in text or heading.startswith("3."):
            items = text.split("Required Skills:")[-1]
            lists["genai-roles", heading] = re.findall(r"^- (.+?):", items, re.MULTILINE)
    essential = "Essential Skills for AI Careers"
    bullets = re.findall(r"• (.+)", sections("ai-jobs-2024")[essential])
    return lists | {("ai-jobs-2024", essential): bullets}


def test_every_listed_skill_is_required_by_the_role_of_its_heading() -> None:
    lists = skill_lists()
    assert len(lists) == 10 + 5 + 2 + 1 + len(RUNNING_TEXT)
    assert all(lists.values())
    assert sum(map(len, lists.values())) > 75
    missing = []
    for place, items in lists.items():
        roles = [r for r in ROLES if place in {at for _, at, _ in quotations(r["provenance"], "")}]
        found = [q for role in roles for q in quotations(role["requirements"], role["id"])]
        asked = {word for _, at, phrase in found if at == place for word in words(phrase)}
        missing += [(place, i) for i in items if not set(words(i)) - FILLERS <= asked]
    assert missing == []


def runs_of_ten(text: str) -> set[tuple[str, ...]]:
    row = words(text)
    return {tuple(row[n : n + 10]) for n in range(len(row) - 9)}


def own_strings(node: object) -> Iterator[str]:
    """All text of the taxonomy but what names or quotes a document."""
    if isinstance(node, dict):
        node = [v for key, v in node.items() if key not in ("phrase", "heading", "document")]
    if isinstance(node, list):
        for child in node:
            yield from own_strings(child)
    if isinstance(node, str):
        yield node


def test_nothing_but_the_phrases_is_copied() -> None:
    copied = set().union(*(runs_of_ten(text_of(name)) for name in DECLARED))
    own = list(own_strings(SKILLS + ROLES))
    assert min(len(copied), len(own)) > 1000
    assert [text for text in own if runs_of_ten(text) & copied] == []
