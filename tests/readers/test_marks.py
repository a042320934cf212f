"""Plain text in the marks of Org, AsciiDoc and reStructuredText; JSON that has names of its own."""

from __future__ import annotations

import json

import pytest

from skillgap import Analyzer
from skillgap.errors import UnreadableError
from skillgap.models import Document
from skillgap.readers import read_bytes

ORG = """#+TITLE: Ana Lima
#+OPTIONS: toc:nil
* Experience
** Analyst, /Telvora/                                  :work:
:PROPERTIES:
:FROM: 2019
:END:
Jan 2020 -- Dec 2021
- Wrote loaders in *Scala* for [[https://example.com][the warehouse]]
* Skills
- Languages :: =Scala=, ~C++~
| Tool | Level |
|------+-------|
| Git  | good  |
"""
ASCIIDOC = """= Ana Lima
:toc:

mailto:ana@example.com[Mail]

== Experience

=== Analyst, Telvora
_Jan 2020 - Dec 2021_

* Wrote loaders in *Scala*

== Skills

[cols="1,3"]
|===
|Languages |Scala, C++
|Tools |Git
|===
"""
RST = """========
Ana Lima
========

:Email: ana@example.com

.. contents::

Experience
==========

**Analyst**, `Telvora <https://example.com>`_

Jan 2020 - Dec 2021

* Wrote loaders in ``Scala``

Skills
======

``Scala``, ``C++``, ``Git``
"""


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


@pytest.mark.parametrize("text", [ORG, ASCIIDOC, RST], ids=["org", "asciidoc", "rst"])
def test_sections_and_months_of_marked_texts(text: str) -> None:
    report = Analyzer().analyze_document(read_bytes(text.encode(), "cv.txt"))
    assert [s.title for s in report.sections if s.title] == ["Experience", "Skills"]
    skills = {entry.skill_id: entry.months for entry in report.profile.entries}
    assert skills["scala"] == 24
    assert {"cpp", "version-control"} <= skills.keys()
    assert not set("=~*`[{") & set(report.document.text)


def test_signs_of_plain_texts_stay() -> None:
    text = "Ana Lima\n\n== Skills ==\n\n* C++ / C#\n* a *b* | c\n\n== Tools ==\n\n- Git :: good\n"
    found = lines(read_bytes(text.encode(), "cv.txt"))
    assert found == ["Ana Lima", "Skills", "C++ / C#", "a *b* | c", "Tools", "Git :: good"]


def resume(**parts: object) -> list[str]:
    return lines(read_bytes(json.dumps(parts).encode(), "resume.json"))


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"personalInfo": {"fullName": "Ana Lima", "title": "Analyst", "location": "Brno"}},
         ["Ana Lima", "Analyst", "Brno"]),
        ({"name": "Ana Lima", "experience": [{"role": "Analyst", "company": "Telvora",
          "period": "2019 - 2021", "responsibilities": ["Wrote loaders"], "tech": ["Scala"]}]},
         ["Ana Lima", "Work experience", "Analyst, Telvora\t2019 - 2021", "Wrote loaders",
          "Technologies: Scala"]),
        ({"workExperience": [{"jobTitle": "Analyst", "employer": "Telvora", "description": ["A b"],
          "duration": {"start": "2019-01", "end": "2021-03"}}]},
         ["Work experience", "Analyst, Telvora\t2019-01 – 2021-03", "A b"]),
        ({"education": {"degree": "MSc", "school": "Home University", "year": 2017}},
         ["Education", "MSc, Home University\t2017"]),
        ({"technicalSkills": {"Languages": ["Scala"], "Cloud": [{"name": "AWS"}]}},
         ["Skills", "Languages: Scala", "Cloud: AWS"]),
        ({"skills": [{"category": "Tools", "items": ["Git"]}], "hobbies": "Chess"},
         ["Skills", "Tools: Git", "Interests", "Chess"]),
        ({"projects": {"Tides": {"description": "Tables", "technologies": "Flask"}}},
         ["Projects", "Tides", "Tables", "Technologies: Flask"]),
        ({"resume": {"work": [{"position": "Clerk", "startDate": "2019"}], "awards": ["Prize"],
          "languages": {"Czech": "C1"}}},
         ["Work experience", "Clerk\t2019 – present", "Awards", "Prize", "Languages", "Czech: C1"]),
        ({"languages": ["Czech", {"name": "Polish", "level": "B1"}]},
         ["Languages", "Czech", "Polish (B1)"]),
    ],
)  # fmt: skip
def test_names_that_people_give_to_fields(parts: dict[str, object], shown: list[str]) -> None:
    assert resume(**parts) == shown


def test_headings_at_the_margin_stand_over_their_sections() -> None:
    text = """\
Ana Lima

EXPERIENCE      Analyst, Telvora                        01/2020 - 12/2021
                - Wrote loaders in Scala

EDUCATION:      MSc Statistics                          2012 - 2014
SKILLS          Scala, Git,
                SQL
"""
    document = read_bytes(text.encode(), "cv.txt")
    assert lines(document) == [
        "Ana Lima", "EXPERIENCE", "Analyst, Telvora\t01/2020 - 12/2021", "Wrote loaders in Scala",
        "EDUCATION:", "MSc Statistics\t2012 - 2014", "SKILLS", "Scala, Git,", "SQL",
    ]  # fmt: skip
    titles = [section.title for section in Analyzer().analyze_document(document).sections]
    assert titles[1:] == ["EXPERIENCE", "EDUCATION", "SKILLS"]


def test_a_table_with_words_of_headings_stays_one() -> None:
    text = "Ana Lima\n\nSKILLS\n\nLANGUAGES   Scala, C++\nTOOLS       Git\nPROJECTS    Jira\n"
    found = lines(read_bytes(text.encode(), "cv.txt"))
    assert found[2:] == ["LANGUAGES\tScala, C++", "TOOLS\tGit", "PROJECTS\tJira"]


YAML = """\
# yaml-language-server: $schema=schema.json
cv:
  name: Ana Lima
  email: "ana@example.com"
  sections:
    summary:
    - Analyst who likes
      small tables.   # really
    experience:
    - company: Telvora
      position: 'Analyst'
      start_date: 2020-01
      end_date: 2021-12
      highlights:
        - Wrote loaders in Scala
      summary: |
        Kept the books.
        Taught: others.
    education:
      - institution: Home University
        area: Statistics
        degree: MSc
        end_date: 2014
    skills:
      - label: Languages
        details: Scala, C++
    selected_honors:
      - bullet: Prize of the town
design: {theme: classic}
"""


def test_yaml_with_the_fields_of_a_resume() -> None:
    document = read_bytes(YAML.encode(), "cv.yaml")
    assert lines(document) == [
        "Ana Lima", "ana@example.com", "Summary", "Analyst who likes small tables.",
        "Work experience", "Analyst, Telvora\t2020-01 – 2021-12", "Kept the books.",
        "Taught: others.", "Wrote loaders in Scala", "Education",
        "MSc, Statistics, Home University\t2014", "Skills", "Languages: Scala, C++",
        "Selected honors", "Prize of the town",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["a:\n- - - b\n", "a:\n" * 3000, "a:\n  -\n b: [\n", "x:\n" + "- " * 9000]
)
def test_broken_yaml_ends(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_bytes(text.encode(), "cv.yml")
