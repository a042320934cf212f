"""JSON Resume and LinkedIn's export: fields that stand where others would put them."""

from __future__ import annotations

import json

import pytest
from person import zipped

from skillgap.errors import UnreadableError
from skillgap.models import Document
from skillgap.readers import read_bytes


def resume(**sections: object) -> Document:
    return read_bytes(json.dumps(sections).encode(), "resume.json")


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


def export(**tables: str) -> Document:
    parts: dict[str, str | bytes] = {f"{name}.csv": text for name, text in tables.items()}
    return read_bytes(zipped(parts), "export.zip")


def test_every_section_of_json_resume() -> None:
    document = resume(
        basics={"name": "Ana Lima", "label": "Analyst", "email": "a@example.com",
                "url": "https://example.com", "profiles": [{"url": "https://example.com/ana"}],
                "summary": "Ten years in banks.\n\nI like SQL.", "location": {"city": "Porto"}},
        work=[{"name": "Acme", "position": "Analyst", "startDate": "2019-01-15",
               "summary": "• Built it\n• Ran it", "highlights": ["Cut costs"]}],
        volunteer=[{"organization": "Food bank", "position": "Driver", "startDate": "2018"}],
        education=[{"institution": "UP", "area": "Physics", "studyType": "BSc",
                    "startDate": "2011", "endDate": "2014", "courses": ["Optics"], "score": "17"}],
        awards=[{"title": "Best talk", "awarder": "PyDay", "date": "2020-05-01"}],
        certificates=[{"name": "PL-300", "issuer": "Vendor", "date": "2022-03"}],
        publications=[{"name": "On data", "publisher": "Press", "releaseDate": "2021"}],
        skills=[{"name": "Data", "level": "Expert", "keywords": ["SQL", "R"]}],
        languages=[{"language": "English", "fluency": "Fluent"}],
        interests=[{"name": "Chess", "keywords": ["blitz"]}],
        references=[{"name": "Bo", "reference": "She is good at Excel."}],
        projects=[{"name": "Atlas", "description": "A map", "keywords": ["D3"], "roles": ["Lead"],
                   "startDate": "2020-01", "endDate": "2020-12", "highlights": ["Shipped"]}],
    )  # fmt: skip
    assert lines(document) == [
        "Ana Lima", "Analyst", "a@example.com, https://example.com, Porto",
        "Summary", "Ten years in banks.", "I like SQL.",
        "Work experience", "Analyst, Acme\t2019-01 – present", "Built it", "Ran it", "Cut costs",
        "Volunteering", "Driver, Food bank\t2018 – present",
        "Projects", "Atlas, Lead\t2020-01 – 2020-12", "A map", "Shipped", "Technologies: D3",
        "Education", "BSc, Physics, UP\t2011 – 2014", "Grade: 17", "Courses: Optics",
        "Skills", "Data (Expert): SQL, R", "Certificates", "PL-300, Vendor\t2022-03",
        "Awards", "Best talk, PyDay\t2020-05", "Publications", "On data, Press\t2021",
        "Languages", "English (Fluent)", "Interests", "Chess: blitz",
        "References", "Bo", "She is good at Excel.",
    ]  # fmt: skip
    assert document.links == ("https://example.com", "https://example.com/ana")


def test_json_resume_as_people_write_it() -> None:
    document = resume(
        basics="Ana", skills=["Python", 3, None, {"name": ["x"]}], work={"name": "Acme"},
        languages=[{"language": True}], projects=[{"name": "A\ud800B", "highlights": "one"}],
    )  # fmt: skip
    assert lines(document) == [
        "Work experience", "Acme", "Projects", "A\ufffdB", "one", "Skills", "Python", "3"
    ]  # fmt: skip


def test_html_in_a_field_of_json_resume_is_read_as_html() -> None:
    summary = "<ul><li>Served guests.</li><li>Ran the <b>grill</b>.</li></ul>"
    highlights = ["Ordered <i>stock</i>", "Kept a < b in order"]
    document = resume(work=[{"position": "Cook", "summary": summary, "highlights": highlights}])
    assert lines(document)[-4:] == [
        "Served guests.", "Ran the grill.", "Ordered stock", "Kept a < b in order"]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"a": 1}', "format"),
        (b'{"basics": ', "damaged"),
        (b'{"work": [1e999], "x": NaN', "damaged"),
        (b'{"basics": {"name": ' + b"1" * 5000 + b"}}", "damaged"),
    ],
)
def test_other_json(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "resume.json")
    assert caught.value.code == code


def test_linkedin_tables() -> None:
    document = export(
        Profile='First Name,Last Name,Headline,Summary\nAna,Lima,Analyst,"Banks.\n\n- SQL\n- R"\n',
        Positions="Company Name,Title,Description,Started On\nAcme,Analyst,,Jan 2019\n",
        Skills="Name\nPython\nSQL\n",
        Education="School Name,Start Date,End Date,Degree Name\nUP,2011,2014,BSc\n",
        Projects="Title,Description,Started On,Finished On\nAtlas,A map,Jan 2020,Dec 2020\n",
        Languages="Name,Proficiency\nEnglish,Professional\n",
        Certifications="Name,Url,Authority,Started On\nPL-300,,Vendor,Mar 2022\n",
        Connections="Notes:\n\nFirst Name,Position\nBo,Java developer\n",
    )
    assert lines(document) == [
        "Ana Lima", "Analyst", "Summary", "Banks.", "SQL", "R",
        "Work experience", "Analyst, Acme\tJan 2019 – present",
        "Projects", "Atlas\tJan 2020 – Dec 2020", "A map",
        "Education", "BSc, UP\t2011 – 2014", "Skills", "Python, SQL",
        "Certificates", "PL-300, Vendor\tMar 2022", "Languages", "English (Professional)",
    ]  # fmt: skip


def test_linkedin_in_a_folder_with_a_note() -> None:
    parts: dict[str, str | bytes] = {
        "Complete_Export/Profile.csv": "\ufeffFirst Name,Last Name\nAna,Lima\n",
        "Complete_Export/Skills.csv": "Notes: exported\n\nName\nPython\n",
    }
    assert lines(read_bytes(zipped(parts), "x.zip")) == ["Ana Lima", "Skills", "Python"]


def test_linkedin_limits() -> None:
    for table, code in (("Name\n" + "a\n" * 5_001, "limit"), ("Name\n" + "a" * 200_000, "damaged")):
        with pytest.raises(UnreadableError) as caught:
            export(Profile="First Name,Last Name\nA,B\n", Skills=table)
        assert caught.value.code == code
