"""Headings in many wordings and styles, labels, dated entries."""

from __future__ import annotations

import pytest
from documents import document_of

from skillgap import Analyzer
from skillgap.entries import find_entries
from skillgap.headings import keyword_kind
from skillgap.models import SectionKind, Status
from skillgap.readers import read_bytes
from skillgap.sections import find_sections

KINDS = SectionKind

HEADINGS = [
    ("WORK EXPERIENCE", KINDS.WORK),
    ("Where I've worked", KINDS.WORK),
    ("CONSULTANCIES (SHORT TERM)", KINDS.WORK),
    ("Permanent posts", KINDS.WORK),
    ("PROFESSIONAL MEMBERSHIP", KINDS.OTHER),
    ("TECHNICAL", KINDS.SKILLS),
    ("IT", KINDS.SKILLS),
    ("Employment history:", KINDS.WORK),
    ("Relevant Professional Experience", KINDS.WORK),
    ("Toolbox", KINDS.SKILLS),
    ("What I do", KINDS.SKILLS),
    ("Technical skills & tools", KINDS.SKILLS),
    ("CORE COMPETENCIES", KINDS.SKILLS),
    ("Education & Certifications", KINDS.EDUCATION),
    ("Academic background", KINDS.EDUCATION),
    ("Licences and certifications", KINDS.CERTIFICATES),
    ("Selected publications", KINDS.PUBLICATIONS),
    ("Side projects", KINDS.PROJECTS),
    ("Hobbies & interests", KINDS.INTERESTS),
    ("Off the clock", KINDS.INTERESTS),
    ("References", KINDS.REFERENCES),
    ("Job description", KINDS.POSTING),
    ("Talents", KINDS.SKILLS),
    ("Computer Knowledge", KINDS.SKILLS),
    ("Clinical Rotations", KINDS.WORK),
    ("Student Teaching", KINDS.WORK),
    ("Selected exhibitions", KINDS.PUBLICATIONS),
    ("Areas of interest", KINDS.INTERESTS),
    ("About me", KINDS.SUMMARY),
    ("Volunteering", KINDS.VOLUNTEER),
    ("Honors and awards", KINDS.AWARDS),
    ("2. Education", KINDS.EDUCATION),
    ("III. Publications", KINDS.PUBLICATIONS),
    ("Skills, honestly", KINDS.SKILLS),
    ("WORK EXPERINCE", KINDS.WORK),
    ("Carrier Objective", KINDS.SUMMARY),
    ("Acheivements", KINDS.AWARDS),
    ("Company Details", KINDS.WORK),
    ("About Myself", KINDS.SUMMARY),
    ("Skills learnt", KINDS.SKILLS),
    ("What I did before", KINDS.WORK),
    ("Laboratory skills", KINDS.SKILLS),
    ("Top skills", KINDS.SKILLS),
    ("Tech I speak", KINDS.SKILLS),
    ("Where I've been", KINDS.WORK),
    ("A bit about my past", KINDS.WORK),
    ("BERUFSERFAHRUNG", KINDS.WORK),
    ("Formation / Education", KINDS.EDUCATION),
    ("Kenntnisse | Skills", KINDS.SKILLS),
    ("S K I L L S", KINDS.SKILLS),
    ("W O R K   E X P E R I E N C E", KINDS.WORK),
    ("W O R K E X P E R I E N C E", KINDS.WORK),
]


@pytest.mark.parametrize(("heading", "kind"), HEADINGS)
def test_headings_are_known_by_their_wording(heading: str, kind: SectionKind) -> None:
    document = document_of(f"Ada Example\n{heading}\nSomething that was done there, at length.")
    sections = find_sections(document)
    assert [(s.kind, s.title) for s in sections[1:]] == [(kind, heading.strip(":"))]


@pytest.mark.parametrize(
    "line",
    [
        "Acme Ltd",
        "Ada Example",
        "Senior Data Engineer",
        "Community Manager",
        "Tools Developer II, Acme",
        "Volunteer, Relief Committee",
        "I gained experience in many places and learned a lot there.",
        "Built projects",
    ],
)
def test_other_lines_are_no_headings(line: str) -> None:
    document = document_of(f"Ada Example\n{line}\nSomething that was done there.")
    assert [s.kind for s in find_sections(document)] == [KINDS.BASICS]


def test_a_word_gives_an_unknown_heading_away() -> None:
    assert keyword_kind("Away from the desk") is KINDS.INTERESTS
    assert keyword_kind("Where I work(ed)") is KINDS.WORK
    assert keyword_kind("Nursing experience") is KINDS.WORK
    assert keyword_kind("Not my thing") is KINDS.OTHER
    assert keyword_kind("Acme Ltd") is None


@pytest.mark.parametrize("before", ["Experience", "Projects", "Volunteering"])
@pytest.mark.parametrize("title", ["Community Manager", "Life Coach", "Head of Training"])
def test_a_trade_in_the_style_of_headings_begins_no_section(before: str, title: str) -> None:
    text = f"# Ada Example\n\n## {title}\n\nBusy.\n\n## {before}\n\nClerk\n\n## {title}\n\nBusy."
    document = read_bytes(text.encode(), "resume.md")
    assert [s.title for s in find_sections(document)] == ["", before]


def test_numbers_of_headings_are_no_list() -> None:
    text = "Ada\n\n1. Experience\nClerk\n\n2. Skills\n- Go\n\n1. Teaching\n2. Research\n3. Travel"
    document = read_bytes(text.encode(), "resume.txt")
    sections = find_sections(document)
    assert [s.kind for s in sections] == [KINDS.BASICS, KINDS.WORK, KINDS.SKILLS]


def test_sections_cover_every_block_once() -> None:
    document = document_of("Ada\nExperience\nA\nB\nSkills: Python\nC\nEducation\nD")
    sections = find_sections(document)
    for block in document.blocks:
        assert sum(section.span.covers(block.span) for section in sections) == 1
    assert [s.kind for s in sections] == [
        KINDS.BASICS,
        KINDS.WORK,
        KINDS.SKILLS,
        KINDS.WORK,
        KINDS.EDUCATION,
    ]


def test_languages_are_spoken_or_written() -> None:
    spoken = find_sections(document_of("Ada\nLanguages\nEnglish (native), Polish"))
    written = find_sections(document_of("Ada\nLanguages\nPython, Java, SQL"))
    assert spoken[-1].kind is KINDS.LANGUAGES
    assert written[-1].kind is KINDS.SKILLS


def test_no_headings_at_all() -> None:
    (section,) = find_sections(document_of("Ada Example\nPython developer\n- Wrote services"))
    assert section.kind is KINDS.BASICS
    assert find_sections(document_of("")) == ()


def test_entries_run_from_title_to_title() -> None:
    document = document_of(
        """Experience
Data Engineer, Acme
Jan 2021 – Present
- Wrote pipelines in Python
Analyst, Beta Ltd\t03/2019 - 12/2020
- Reports in SQL since the migration of 2019
Education
BSc Statistics, 2015 – 2018
Certificate in Data Analysis, 2019
Written in R"""
    )
    entries = find_entries(document, find_sections(document))
    texts = [document.text[e.span.start : e.span.end] for e in entries]
    assert [t.split("\n")[0].split(",")[0] for t in texts] == [
        "Data Engineer",
        "Analyst",
        "BSc Statistics",
    ]
    assert "Python" in texts[0]
    assert "SQL" in texts[1]
    assert "Written in R" not in texts[2]


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("Tooling\tGit, Docker", {"version-control", "docker"}),
        ("Never used\tGit, Docker", set()),
        ("none: Git, Docker", set()),
        ("learning at the moment: Git, Docker", set()),
    ],
)
def test_a_label_restricts_its_line(analyzer: Analyzer, line: str, counted: set[str]) -> None:
    mentions = analyzer.mentions(document_of(f"SKILLS\nPython\n{line}\nSQL"))
    claimed = {m.skill_id for m in mentions if m.status is Status.CLAIMED}
    assert claimed == counted | {"python", "sql"}


@pytest.mark.parametrize("label", ["Job Description:", "Role description", "Job Summary:"])
def test_duties_under_a_jobs_dates_are_no_posting(label: str) -> None:
    job = "Experience\nAcme Ltd, 2019 - 2021\nNurse"
    document = document_of(f"{job}\n{label}\nLed a team of six.\n\nEducation\nBSc, 2018")
    assert [s.kind for s in find_sections(document)] == [KINDS.WORK, KINDS.EDUCATION]
    pasted = document_of(f"{job}\nLed a team.\nTaught.\nWrote.\n\nJob Description\nYou lead.")
    assert find_sections(pasted)[-1].kind is KINDS.POSTING


_TWO_JOBS = """Helen Example

Career {career}

HR Partner, Northgate Council
September 2018 - to date

Responsible for a client group of 900 staff.

{first}
- Coached 30 line managers

HR Adviser, Tyne Ferries
May 2014 - August 2018

{second}
- Wrote the policy on leave

EDUCATION
BA History, 2013

ACHIEVEMENTS
- Winner of the northern award
"""


@pytest.mark.parametrize("career", ["history", "summary"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Key achievements:", ""),
        ("Achievements", "Achievements"),
        ("ROLES & RESPONSIBILITIES", "ROLES & RESPONSIBILITIES"),
        ("Duties and responsibilities", "Main tasks"),
        ("Key Projects:", "Key Projects:"),
    ],
)
def test_what_stands_under_a_job_is_no_section(career: str, first: str, second: str) -> None:
    document = document_of(_TWO_JOBS.format(career=career, first=first, second=second))
    sections = find_sections(document)
    kinds = [section.kind for section in sections]
    assert kinds == [KINDS.BASICS, KINDS.WORK, KINDS.EDUCATION, KINDS.AWARDS]
    entries = [e for e in find_entries(document, sections) if e.section is KINDS.WORK]
    assert [document.text[e.span.start : e.span.start + 6] for e in entries] == ["HR Par", "HR Adv"]
    assert "Coached" in document.text[entries[0].span.start : entries[0].span.end]
    assert "policy" in document.text[entries[1].span.start : entries[1].span.end]


def test_a_career_objective_above_jobs_is_none() -> None:
    document = document_of("Ada\nCareer objective\nTo bake.\nBaker\nMay 2012 - June 2014\nBread")
    assert [s.kind for s in find_sections(document)][1:] == [KINDS.SUMMARY]


def test_a_career_summary_without_dates_is_a_summary() -> None:
    document = document_of("Ada Example\nCareer summary\nTen years in banks.\nSkills\nExcel, SQL")
    assert [s.kind for s in find_sections(document)][1:] == [KINDS.SUMMARY, KINDS.SKILLS]


_STATIONS = """# Ada Example

## Profile

A clerk.

## {heading}

{jobs}

## Skills

Python
"""
_CLERK = "**Clerk**, Acme, 2019 – 2021\n\n- Filed"
_BEAR = "Bearings, 2019 – 2021\n\n- Greased"


@pytest.mark.parametrize(
    ("heading", "jobs", "kind"),
    [
        ("Stations", _CLERK, KINDS.WORK),
        ("Contracts", f"{_BEAR}\n\nMills, 2017 – 2018\n\n- Ground", KINDS.WORK),
        ("Wheels", _BEAR, KINDS.OTHER),
        ("Wheels", "Round, in 2019.", KINDS.OTHER),
        ("Learning", "BSc Statistics, 2015 – 2018", KINDS.EDUCATION),
        ("Learning", "BJourn, Acme, 2013 – 2016", KINDS.EDUCATION),
        ("Learning", "Rust, since January 2026", KINDS.OTHER),
        ("What I want next", _CLERK, KINDS.OTHER),
        ("Not my thing", _CLERK, KINDS.OTHER),
        ("Memberships", _CLERK, KINDS.OTHER),
    ],
)
def test_dates_tell_what_an_unknown_heading_is(heading: str, jobs: str, kind: SectionKind) -> None:
    document = read_bytes(_STATIONS.format(heading=heading, jobs=jobs).encode(), "resume.md")
    (section,) = (s for s in find_sections(document) if s.title == heading)
    assert section.kind is kind


def test_an_unknown_first_heading_over_jobs() -> None:
    jobs = f"{_BEAR}\n\nMills, 2017 – 2018\n\n- Ground"
    text = f"# Ada Example\n\n## Curriculum\n\n{jobs}\n\n## Skills\n\nPython"
    sections = find_sections(read_bytes(text.encode(), "resume.md"))
    assert [s.kind for s in sections] == [KINDS.BASICS, KINDS.WORK, KINDS.SKILLS]
    text = f"# Ada Example\n\n## Trees and people\n\n{_BEAR}\n\n## Skills\n\nPython"
    sections = find_sections(read_bytes(text.encode(), "resume.md"))
    assert [s.kind for s in sections] == [KINDS.BASICS, KINDS.SKILLS]


def test_jobs_that_are_sections_of_their_own() -> None:
    jobs = [
        ("Staff engineer @ Acme", "Feb 2022 → today", "Terraform."),
        ("Engineer, Beta", "2015 → Apr 2018", "Django."),
    ]
    told = "\n\n".join(f"## {title}\n*{dates}*\n\n{work}" for title, dates, work in jobs)
    text = f"# Ada Example\n\nHello.\n\n{told}\n\n## Things I know\n\nPython"
    sections = find_sections(read_bytes(text.encode(), "resume.md"))
    assert [s.kind for s in sections] == [KINDS.BASICS, KINDS.WORK, KINDS.SKILLS]
    text = "# Ada Example\n\n## Staff engineer\n\nHello.\n\n## Things I know\n\nPython"
    sections = find_sections(read_bytes(text.encode(), "resume.md"))
    assert [s.kind for s in sections] == [KINDS.BASICS, KINDS.SKILLS]
