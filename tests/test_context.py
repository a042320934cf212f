"""What a mention says of the person: text -> skills claimed, skills seen and not counted."""

from __future__ import annotations

import pytest
from documents import document_of

from skillgap import Analyzer
from skillgap.models import Status

# (text, skills that must be claimed, skills that must not be, with the reason)
Case = tuple[str, set[str], dict[str, str]]

NEGATION: list[Case] = [
    ("No experience with Java.", set(), {"java": "negated"}),
    (
        "I have no hands-on experience with Java or Scala.",
        set(),
        {"java": "negated", "scala": "negated"},
    ),
    ("Not familiar with TensorFlow, but strong Python.", {"python"}, {"tensorflow": "negated"}),
    ("No Java or Scala, but strong Python", {"python"}, {"java": "negated", "scala": "negated"}),
    ("Built dashboards in Tableau without SQL.", {"tableau"}, {"sql": "negated"}),
    ("I have never used Kubernetes in production.", set(), {"kubernetes": "negated"}),
    ("Java: none", set(), {"java": "negated"}),
    ("Kubernetes (not yet), Docker", {"docker"}, {"kubernetes": "negated"}),
    ("Lacking experience in PyTorch.", set(), {"pytorch": "negated"}),
    ("I don't know Java. I wrote Python services.", {"python"}, {"java": "negated"}),
    ("Used R instead of SAS for the analysis in R", {"r"}, {"sas": "negated"}),
    ("Not only Python but also Java services.", {"python", "java"}, {}),
    ("Delivered Python tools without sacrificing quality in SQL.", {"python", "sql"}, {}),
    ("Neither Java nor Scala is part of my work.", set(), {"java": "negated", "scala": "negated"}),
    (
        "Deep learning: coursework only, no production experience",
        set(),
        {"deep-learning": "negated"},
    ),
]
ASPIRATION: list[Case] = [
    ("Currently learning Rust.", set(), {"rust": "aspired"}),
    ("Interested in computer vision.", set(), {"computer-vision": "aspired"}),
    ("I would like to learn reinforcement learning.", set(), {"reinforcement-learning": "aspired"}),
    ("Planning to take a course in deep learning.", set(), {"deep-learning": "aspired"}),
    ("Rust, which I am currently learning, and Python", {"python"}, {"rust": "aspired"}),
    ("Machine learning with PyTorch", {"machine-learning", "pytorch"}, {}),
    ("Seeking a role in which I apply my Python and SQL.", {"python", "sql"}, {}),
    ("Kubernetes (learning)", set(), {"kubernetes": "aspired"}),
    ("Eager to work with large language models.", set(), {"large-language-models": "aspired"}),
    (
        "Data Science Professional Certificate (in progress); SQL daily",
        {"sql"},
        {"data-science": "aspired"},
    ),
    ("I became intrigued by statistical modeling.", set(), {"statistical-modeling": "aspired"}),
    ("Instructed small groups in mathematics lessons", {"mathematics"}, {}),
    ("Promoted the club, considering market research", {"market-research"}, {}),
    ("Seeking a career in health with experience in Excel and SQL.", {"excel", "sql"}, {}),
]
ORDINARY: list[Case] = [
    ("Certificates\nPRINCE2 Foundation, 2022", {"pm-certification"}, {}),
    ("Work\nLead Designer, Alamo Sports Network, 2020 - 2023\nLogos", set(), {}),
    ("Education\nB.Tech. in Statistics, 2014", {"statistics"}, {}),
    ("Education\nM.Sc. Business Administration (Finance and Controlling)", {"finance"}, {}),
    ("Certificates\nCPA, 2019\nFRM Part I", {"accounting", "frm"}, {}),
    ("Education\nPGCert Medical Education, 2018", {"education"}, {}),
    ("Education\nBA (Hons) Business and Marketing, Leeds, 2016", {"marketing"}, {}),
]
OTHERS: list[Case] = [
    ("Managed a team of Java developers.", set(), {"java": "someone-else"}),
    (
        "Hired Kotlin and Swift engineers.",
        set(),
        {"kotlin": "someone-else", "swift": "someone-else"},
    ),
    (
        "I am a full-stack developer proficient in Python and Docker.",
        {"python", "docker"},
        {},
    ),
    ("Data analyst skilled in SQL and Tableau", {"sql", "tableau"}, {}),
    (
        "The client wanted a developer proficient in Kotlin.",
        set(),
        {"kotlin": "someone-else"},
    ),
    ("Sold hosting to a client who uses Kubernetes.", set(), {"kubernetes": "someone-else"}),
    ("Wrote the Java and Python services.", {"java", "python"}, {}),
    ("Joined the sales team and built reports in Tableau.", {"tableau"}, {}),
    ("Member account administration using Excel and a CRM", {"excel"}, {}),
    ("Stock management using Excel and barcode scanners", {"excel"}, {}),
    (
        "Supervise a team of 10-20 teaching assistants and keep their rota in Excel",
        {"leadership", "excel"},
        {},
    ),
    ("My responsibilities span guest services and a till system in Excel.", {"excel"}, {}),
    ("Gave injections and taught nurses Excel as and when required.", {"excel"}, {}),
]
NAMES: list[Case] = [
    ("Member, National Council of Teachers of Mathematics", set(), {"mathematics": "name"}),
    ("Spark Logistics Ltd, Rotterdam", set(), {"spark": "name"}),
    ("Studied at the School of Communication.", set(), {"communication": "name"}),
    ("Experience\nDeveloper, Acme\n• Spark jobs in Scala for billing", {"spark", "scala"}, {}),
]
WORDS: list[Case] = [
    ("I excel at cooking for large groups.", set(), {}),
    ("We go to market three times a week.", set(), {}),
    ("I react quickly under pressure.", set(), {}),
    ("Reported to C-level executives.", set(), {}),
    ("Led the R&D kitchen.", set(), {}),
    (
        "Skills\nPython, R, SQL, C, C++, C#, Go",
        {"python", "r", "sql", "c-language", "cpp", "csharp", "go"},
        {},
    ),
    ("Skills\nR", {"r"}, {}),
    (
        "skills\npython, r, c, go, excel",
        {"python", "r", "c-language", "go", "excel"},
        {},
    ),
    (
        "Bootcamp (javascript, react, node, express)",
        {"javascript", "react", "nodejs"},
        {},
    ),
    ("I rest, go, react and leave the rest to others.", set(), {}),
    (
        "jo example\n\nwork\n- deployed my app on aws, wrote it in go with a react front end",
        {"aws", "go", "react"},
        {},
    ),
    (
        "jo example\n\nabout\ni excel at cooking, i react quickly and i go to school",
        set(),
        {"excel": "ordinary-word", "react": "ordinary-word", "go": "ordinary-word"},
    ),
    ("Statistical models in R and SAS", {"r", "sas"}, {}),
    ("Interests\nPython (the comedy troupe), hiking", set(), {"python": "interest"}),
    ("Languages\nEnglish (native), Spanish", set(), {}),
]
FORMS: list[Case] = [
    (
        "Skills\nPyTorch/TensorFlow, C#/.NET, React.js",
        {"pytorch", "tensorflow", "csharp", "react"},
        {},
    ),
    ("Natural language processing (NLP) with spaCy", {"natural-language-processing", "spacy"}, {}),
    (
        "Data collection, cleaning and augmentation",
        {"data-collection", "data-cleaning", "data-augmentation"},
        {},
    ),
    ("Supervised and unsupervised learning", {"supervised-learning", "unsupervised-learning"}, {}),
    ("Python 3.11, Python3", {"python"}, {}),
    ("Skills\nTensorflw, Pyhton, Kubernets", {"tensorflow", "python", "kubernetes"}, {}),
    ("Skills\nJavaScript, React Native, MySQL", {"javascript", "react-native", "mysql"}, {}),
    ("Recommendation systems; a recommender system", {"recommendation-systems"}, {}),
    ("machine-learning models, Machine Learning", {"machine-learning"}, {}),
]


def check(analyzer: Analyzer, case: Case) -> None:
    text, claimed, refused = case
    mentions = analyzer.mentions(document_of(text))
    assert {m.skill_id for m in mentions if m.status is Status.CLAIMED} >= claimed
    by_skill = {m.skill_id: m.status.value for m in mentions if m.status is not Status.CLAIMED}
    assert by_skill.items() >= refused.items()
    # nothing that was refused is claimed elsewhere in the text
    assert not {m.skill_id for m in mentions if m.status is Status.CLAIMED} & set(refused)
    for mention in mentions:
        assert mention.surface in text


@pytest.mark.parametrize("case", NEGATION, ids=lambda case: case[0])
def test_what_is_denied_is_not_claimed(analyzer: Analyzer, case: Case) -> None:
    check(analyzer, case)


@pytest.mark.parametrize("case", ASPIRATION, ids=lambda case: case[0])
def test_what_is_wished_for_is_not_claimed(analyzer: Analyzer, case: Case) -> None:
    check(analyzer, case)


@pytest.mark.parametrize("case", ORDINARY, ids=lambda case: case[0])
def test_what_ordinary_resumes_list_is_claimed(analyzer: Analyzer, case: Case) -> None:
    check(analyzer, case)


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: case[0])
def test_what_others_can_is_not_claimed(analyzer: Analyzer, case: Case) -> None:
    check(analyzer, case)


@pytest.mark.parametrize("case", NAMES, ids=lambda case: case[0])
def test_names_are_no_skills(analyzer: Analyzer, case: Case) -> None:
    check(analyzer, case)


@pytest.mark.parametrize("case", WORDS, ids=lambda case: case[0])
def test_ordinary_words_are_no_skills(analyzer: Analyzer, case: Case) -> None:
    check(analyzer, case)
    if not case[1]:
        mentions = analyzer.mentions(document_of(case[0]))
        assert [m for m in mentions if m.status is Status.CLAIMED] == []


@pytest.mark.parametrize("case", FORMS, ids=lambda case: case[0])
def test_forms_of_a_label_are_found(analyzer: Analyzer, case: Case) -> None:
    check(analyzer, case)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("JavaScript", "java"),
        ("React Native", "react"),
        ("MySQL", "sql"),
        ("C++", "c-language"),
        ("Kera", "keras"),
        ("Objective-C", "c-language"),
    ],
)
def test_one_name_is_never_taken_for_another(analyzer: Analyzer, text: str, never: str) -> None:
    mentions = analyzer.mentions(document_of(f"Skills\nExcel, {text}, Docker"))
    assert never not in {m.skill_id for m in mentions}
