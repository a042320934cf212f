"""Resumes as JSON that do not keep to JSON Resume's names -> its names, as far as they are plain.

People write `experience` for `work`, `responsibilities` for `highlights`, `period` for two dates,
and lists of words where objects are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Fields = dict[str, Any]

# JSON Resume's name -> what else people call it, in small letters without signs.
_SECTIONS = {
    "basics": "personalinfo personalinformation personal personaldetails contact contactinfo"
    " profile header about person info",
    "work": "experience experiences workexperience workexperiences employment employmenthistory"
    " jobs professionalexperience workhistory positions career",
    "volunteer": "volunteering volunteerexperience volunteerwork community",
    "education": "educations academic academics educationhistory studies degrees",
    "awards": "achievements honors honours awardsandhonors",
    "certificates": "certifications certification licenses courses trainings",
    "publications": "publication papers research",
    "skills": "skill technicalskills skillset skillsets competencies technologies expertise",
    "languages": "language spokenlanguages",
    "interests": "hobbies interest hobbiesandinterests",
    "references": "referees reference",
    "projects": "project personalprojects sideprojects portfolio",
}
_FIELDS = {
    "position": "role title jobtitle designation jobrole post",
    "name": "company employer organization organisation companyname firm client institutionname",
    "location": "city place",
    "startDate": "start from startdate begin",
    "endDate": "end to enddate until finish",
    "dates": "time period duration date years timeframe timeline daterange when year",
    "summary": "about overview objective text content details description descriptions desc",
    "highlights": "responsibilities bullets tasks points duties accomplishments achievements"
    " contributions items",
    "keywords": "technologies tech stack techstack tools skills technologiesused",
}
_PEOPLE = {
    "name": "fullname", "label": "title role position headline jobtitle profession",
    "phone": "mobile telephone phonenumber", "email": "mail emailaddress",
    "url": "website homepage web", "summary": "about bio objective profile description",
}  # fmt: skip
_SCHOOL = {
    "institution": "school university college institute organization name institutionname",
    "studyType": "degree qualification level title program",
    "area": "field major fieldofstudy course subject specialization",
    "score": "gpa grade cgpa percentage",
    "courses": "coursework relevantcourses relevantcoursework",
}
_SKILLS = {"name": "category title label type group area", "keywords": "items list skills values"
           " details technologies", "level": "proficiency rating"}  # fmt: skip
# A resume may lie in one field of the file.
_WRAPPERS = ("resume", "cv", "data", "resumedata", "content")
_SIGNS = re.compile(r"[^a-z]")


def in_usual_names(resume: Mapping[str, Any]) -> Fields:
    """A resume with JSON Resume's names; what has them already stays as it is."""
    for key, value in resume.items():
        if _bare(key) in _WRAPPERS and isinstance(value, dict) and len(value) > 1:
            sections = value.get("sections")
            resume = {**value, **(sections if isinstance(sections, dict) else {})}
            break
    found = _renamed(resume, _SECTIONS)
    basics = found.get("basics")
    if isinstance(found.get("summary"), list):
        found["summary"] = "\n".join(filter(_is_text, found["summary"]))
    own = {key: value for key, value in found.items() if isinstance(value, str)}
    person = _renamed({**own, **(basics if isinstance(basics, dict) else {})}, _PEOPLE)
    if person:
        found["basics"] = person
    for name in ("work", "volunteer", "projects"):
        found[name] = _entries(found.get(name), _FIELDS)
    found["education"] = _entries(found.get("education"), {**_FIELDS, **_SCHOOL})
    found["skills"] = _groups(found.get("skills"))
    for name in ("awards", "certificates", "languages", "interests"):
        if isinstance(value := found.get(name), dict):
            found[name] = [f"{key}: {said}" for key, said in value.items() if isinstance(said, str)]
        elif isinstance(value, str):
            found[name] = [value]
    return {name: value for name, value in found.items() if value or name in resume}


def _renamed(fields: Mapping[str, Any], names: Mapping[str, str]) -> Fields:
    """Fields under the usual names, unless those are taken."""
    known = {other: name for name, others in names.items() for other in others.split()}
    known |= {name.lower(): name for name in names}
    found = {key: value for key, value in fields.items() if key in names}
    for key, value in fields.items():
        if key not in names:
            name = known.get(_bare(key), key)
            found[key if name in found else name] = value
    return found


def _entries(value: object, names: Mapping[str, str]) -> list[Any]:
    """Entries; an object of them is taken for a list, its keys for their names."""
    if isinstance(value, dict) and not any(isinstance(entry, dict) for entry in value.values()):
        value = [value]
    if isinstance(value, dict):
        value = [{"name": key, **entry} for key, entry in value.items() if isinstance(entry, dict)]
    if not isinstance(value, list):
        return []
    return [_entry(item, names) if isinstance(item, dict) else item for item in value]


def _entry(entry: Fields, names: Mapping[str, str]) -> Fields:
    found = _renamed(entry, {key: others for key, others in names.items() if _fits(key, names)})
    dates = found.get("dates")
    if isinstance(dates, dict):
        found |= _renamed(dates, {key: _FIELDS[key] for key in ("startDate", "endDate")})
    for key in ("summary", "description"):
        if isinstance(found.get(key), list):
            found["highlights"] = [*found.pop(key), *_listed(found.get("highlights"))]
    if isinstance(found.get("highlights"), str):
        found["description"] = found.pop("highlights")
    return found


def _fits(key: str, names: Mapping[str, str]) -> bool:
    """Whether a field is one of these entries; a school's are not those of a firm."""
    return "institution" not in names or key not in ("position", "name", "keywords")


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _groups(value: object) -> list[Any]:
    """Skills in groups: an object's keys are their names."""
    if isinstance(value, dict):
        value = [{"name": key, "keywords": _flat(items)} for key, items in value.items()]
    if isinstance(value, str):
        value = [value]
    return [_renamed(g, _SKILLS) if isinstance(g, dict) else g for g in _listed(value)]


def _flat(value: object) -> list[Any]:
    items = value if isinstance(value, list) else [value]
    return [item.get("name", "") if isinstance(item, dict) else item for item in items]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _bare(key: str) -> str:
    return _SIGNS.sub("", key.lower())
