"""Whether a skill is somebody else's: "the agency ran the SEO", "a team of Java developers"."""

from __future__ import annotations

import re

from skillgap import cues
from skillgap.clauses import Actor, Clause
from skillgap.models import Method, SectionKind, Status
from skillgap.reach import (
    behind_list,
    is_own_after,
    is_prose,
    is_until_i,
    others_after,
    persons_behind,
    reaching,
    right_before,
)
from skillgap.scene import Scene
from skillgap.subjects import is_writer

_COPULAS = (("is",), ("are",), ("was",), ("were",))
_OBJECTS = frozenset("me us myself".split())
# What somebody's own "of them" may count.
_COUNTED = frozenset("years months projects products systems releases jobs roles".split())
_POSSESSED = re.compile(r"\b(?:their|his|her)$")  # "I read their Python"
_MADE_IT = tuple((verb,) for verb in sorted(cues.MAKES))  # "the vendor built it (Angular)"
# What others do for the writer by their own skill.
_SUPPLIES = frozenset(
    """left sold lent built wrote made supplied delivered migrated moved pitched demoed quoted
    showed promised recommended""".split()
)
# Verbs of being with others, whose work it is then.
_MEETS = frozenset("work worked working works joined support supported met shadowed".split())
_NOT_OWN = _MEETS | cues.INCIDENTAL
_PRODUCED = cues.MADE | frozenset(
    "delivered prepared produced automated maintained analyzed programmed provided typed".split()
)
# "Trained by the vendor"; not "models trained by".
_TAUGHT_BY = re.compile(r"(?:^|\bi (?:was |am |have been )?|\band )(?:trained|taught|certified) $")
_TAUGHT_IN = re.compile(  # "Trained in Power BI by"
    r"^(?:i was )?(?:trained|taught|certified|coached) (?:\w+ )?(?:in|on)(?: \S+ (?:and|,))*$"
)
_BUYS = frozenset("commissioned procured purchased ordered outsourced".split())
# Verbs that use the work of others: "called the fraud model of the data science group".
_LOOKS = frozenset(
    """called queried consumed read watched followed saw forwarded presented signed approved praised
    typed""".split()
)


def other_rule(scene: Scene) -> str | None:
    """Why a candidate is somebody else's, or None."""
    if scene.kind is SectionKind.SKILLS and not is_prose(scene):
        return None  # a list
    if scene.kind is SectionKind.WORK and cues.EMPLOYER.match(scene.unit.norms):
        return "tells of the employer"
    if scene.candidate.method is not Method.PATTERN and (persons := persons_behind(scene)):
        return f"before '{persons}'"
    after = scene.text_after()
    if not scene.behind_own_verb and (match := cues.ELSEWHEN.match(after)):
        return f"before '{match[0].strip()}'"
    if is_own_after(scene) or cues.MINE.search(after) or is_until_i(scene):
        return None
    if cue := _actor(scene):
        return f"behind '{cue}'"
    if others_after(scene):
        return "before somebody else's deed"
    if verb := _incidental(scene):
        return f"behind '{verb}'"
    if rule := _around(scene):
        return rule
    match = reaching(cues.SOMEONE_ELSE, cues.OTHER_ENDS, scene)
    agent = scene.is_tool and scene.before.endswith("by")  # "retries are handled by Celery"
    if match and any(own(scene, match) for own in _HARMLESS):
        return None
    own = match and (_is_means(scene, match) or _is_machine(scene, match) or _is_help(scene, match))
    if match and not (agent or own or cues.ONE_OF.search(scene.text_before())):
        return f"behind '{match[0].strip(' ,;:(')}'"
    behind = cues.BRACKET.sub("", behind_list(scene))  # "paid budget (Google Ads) sits with"
    taught = behind.startswith("by ") and _TAUGHT_IN.search(scene.before)
    match = None if taught else cues.BY_OTHERS.match(behind) or _theirs(scene)
    return f"beside '{match[0].strip()}'" if match else None


def colleague_verdict(scene: Scene) -> tuple[Status, str] | None:
    """Why a posting names a skill that it does not ask for: "work with machine learning engineers"
    names those who have it."""
    persons = persons_behind(scene)
    met = persons and cues.WITH_OTHERS.search(f"{scene.text_before()} ")
    return (Status.SOMEONE_ELSE, f"before '{persons}'") if met else None


def _around(scene: Scene) -> str | None:
    """Somebody else's by the words right before or behind."""
    acts = scene.clause.actor is Actor.SELF and scene.clause.verb <= scene.at
    if cues.EVENTS.match(scene.text_after()) and not acts:
        return "an event"
    deed = scene.candidate.method is Method.PATTERN
    topic = not deed and scene.skill.kind != "soft"
    if topic and cues.FOR_READERS.match(scene.after) and cues.REPORTED.search(scene.before):
        return "a subject written about"
    listed = scene.unit_words[1:2] in ((".",), ("(",)) and scene.kind is not SectionKind.BASICS
    if listed and cues.SUPERVISED.match(scene.unit_text()):
        return "a student's thesis"
    if not deed and " into " in scene.after and cues.INTO_TONGUE.match(scene.after):
        return "translated"
    mates = cues.MATES.fullmatch(scene.surface_words[-1].norm)  # "with cross-functional teams to"
    law = scene.skill.kind == "law" and scene.surface_words[0].text.isupper()  # "aligned with SOX"
    party = not (scene.is_tool or mates or law) and cues.PARTY_ENDS.match(scene.after)
    office = cues.OFFICE.match(scene.after) and cues.WITH_OFFICE.search(scene.before)
    if office or (party and cues.WITH_PARTY.search(scene.before)):
        return "a party to work with"
    joined = scene.surface_words[-1].norm in cues.JOINED  # "third-party APIs"
    if not joined and right_before(cues.VENDORS, scene):
        return "behind its supplier"
    persons = right_before(cues.PERSONS_IN, scene)
    own = persons and (_names_writer(scene, persons) or _is_made_for(scene, persons))
    if persons and not (own or cues.TAUGHT.search(scene.text_before())):
        return "behind the persons who do it"
    if right_before(cues.GIVES, scene) and (away := cues.AWAY.match(behind_list(scene))):
        return f"before '{away[0].strip()}'"
    return None


def _names_writer(scene: Scene, person: re.Match[str]) -> bool:
    """Whether a person in the singular is the writer: "Expert in Spark", "I am a specialist in",
    "three years as a researcher in"; not "hired an expert in", "met the consultant in"."""
    before = scene.text_before()[: person.start()]
    first = person[0].split()[0]
    single = not first.endswith("s") and first not in ("people", "staff", "folk")
    return single and (not cues.ARTICLE.search(before) or bool(cues.BEING.search(before)))


def _is_made_for(scene: Scene, persons: re.Match[str]) -> bool:
    """Whether the writer made something for them with a tool: "built reports for the finance
    department in Power BI"."""
    if not scene.is_tool or not scene.behind_own_verb:
        return False
    made = scene.unit_words[scene.clause.verb] in _PRODUCED
    return made and bool(cues.FOR_WHOM.search(scene.text_before()[: persons.start()]))


def _is_means(scene: Scene, match: re.Match[str]) -> bool:
    """Whether "using" tells how the writer's own deed was done for somebody: "built a model for a
    telecom client using XGBoost"; not "worked for a client using Java"."""
    if not scene.behind_own_verb or "using" not in match[0]:
        return False
    verb = scene.unit_words[scene.clause.verb]
    before = scene.unit.norms[scene.unit.starts[scene.clause.verb] : match.start()]
    return verb not in _NOT_OWN and bool(cues.FOR_WHOM.search(before))


def _is_machine(scene: Scene, match: re.Match[str]) -> bool:
    """Whether an assistant is one that the writer made: "built a shopping assistant that uses",
    "developed a number-plate reader for", "wrote device drivers in"."""
    if not match[0].lstrip().startswith(("assistant", "reader", "driver")):
        return False
    before = scene.unit.norms[: match.start()]
    return bool(cues.MAKING.search(before))


def _is_own_title(scene: Scene, match: re.Match[str]) -> bool:
    """Whether persons are the writer: "Data analyst skilled in", "Former nurse who"."""
    last = scene.unit.word_at(max(match.end() - 2, 0)) - scene.unit.first
    if last and scene.unit_words[last] == "who":
        return is_writer(scene.unit_words, last - 1)
    return bool(cues.OWN_TITLE.search(scene.text_before()[: match.end()].rstrip()))


def _is_of_things(scene: Scene, match: re.Match[str]) -> bool:
    """Whether "of them" counts no persons: "eleven years in security, four of them on"; not "two
    theses, one of them about"."""
    if " of them" not in match[0]:
        return False
    last = scene.unit.word_at(match.start()) - scene.unit.first
    return not _COUNTED.isdisjoint(scene.unit_words[:last])


def _is_taught(scene: Scene, match: re.Match[str]) -> bool:
    """Whether others taught the writer: "trained by the vendor in Power BI"."""
    return bool(_TAUGHT_BY.search(scene.before[: match.start()]))


def _is_past_boss(scene: Scene, match: re.Match[str]) -> bool:
    """Whether a list goes on behind whom the writer reports to: "reporting to the regulator, yearly
    risk assessment"; not "to the Head of Data, Analytics"."""
    gap = scene.before[match.end() :].rstrip()
    small = scene.surface_words[0].text[:1].islower()
    return match[0].lstrip().startswith("report") and "," in gap and small


def _is_help(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the writer took part in what others did, or taught it: "assisted senior analysts in
    building", "trained interpreters in"."""
    behind = match[0].split()[1:2] == ["in"]
    return behind and bool(cues.HELPED.search(scene.unit.norms[: match.start()]))


def _incidental(scene: Scene) -> str | None:
    """The writer's own deed, but one that takes no such skill: "commissioned penetration tests"."""
    clause, words = scene.clause, scene.unit_words
    if clause.joint == "(" and clause.actor is Actor.UNSAID and clause.first > 0:
        before = scene.clauses[scene.clauses.index(clause) - 1]
        bought = before.verb < scene.at and words[before.verb] in _BUYS
        clause = before if bought else clause  # "commissioned an evaluation (statistics)"
    if clause.actor is not Actor.SELF or clause.verb >= scene.at:
        return None
    verb = words[clause.verb]
    if clause.verb + 1 < len(words) and words[clause.verb + 1] in ("to", "as"):
        return None  # "attended to requests with SQL", "recruited to introduce Kubernetes"
    if verb == "hosted" and words[clause.verb + 1 : clause.verb + 2] == ("on",):
        return None  # where the work runs: "hosted on AWS"
    if verb not in cues.INCIDENTAL or cues.BY_MEANS.search(scene.text_before()):
        return None
    return verb


def _theirs(scene: Scene) -> re.Match[str] | None:
    """The candidate is said to be of somebody else, and no deed of the writer's is told of it:
    "the code of a contractor", "their Elasticsearch", "Marek's squad (Kafka)"."""
    clause = scene.clause
    if clause.actor is Actor.SELF and clause.verb < scene.last - scene.unit.first:
        verb = scene.unit_words[clause.verb]
        if verb not in _LOOKS:
            return None
        return cues.OF_OTHERS.match(behind_list(scene)) or _POSSESSED.search(scene.before)
    return (
        cues.OF_OTHERS.match(behind_list(scene))
        or (not cues.OWNER.match(scene.after) and cues.THEIRS.search(scene.text_before()))
        or (None if _is_bracket_of_own(scene) else cues.THEIR_BRACKET.search(scene.text_before()))
    )


def _is_bracket_of_own(scene: Scene) -> bool:
    """Whether the candidate's bracket stands behind a deed of the writer's: "measured bias with the
    data team (equalised odds)"."""
    index = scene.clauses.index(scene.clause)
    before = scene.clauses[index - 1]
    return index > 0 and before.actor is Actor.SELF and scene.unit_words[before.verb] not in _MEETS


def _actor(scene: Scene) -> str | None:
    """Somebody else does what the candidate's clause tells, and it is not done to the writer:
    "colleagues call me when Linux fails"."""
    clauses = scene.clauses
    at = clauses.index(scene.clause)
    clause = clauses[at]
    if clause.joint == "where" and at and _makes(scene, clauses[at - 1]):
        return None  # "built a playground where teachers could try GPT-4"
    if (
        clause.actor is Actor.UNSAID
        and clause.joint
        and at
        and clauses[at - 1].actor is Actor.OTHER
    ):
        before = clauses[at - 1]
        if clause.joint in cues.SUBORDINATE and _goes_on(scene, clause.joint, before):
            clause = before  # "the app team (Kotlin, Swift) uses", "the vendor, which runs"
    words = scene.unit_words
    if clause.actor is not Actor.OTHER or "my" in words[clause.verb + 1 : scene.at]:
        return None  # "analysts use my dbt models"
    for at in range(clause.first + 1, clause.last):
        if words[at] in _OBJECTS and (
            words[at - 1] in _SUPPLIES or words[at - 1 : at + 1] == ("gave", "us")
        ):
            break  # "a consultancy had left us Scala jobs"
        if words[at] in _OBJECTS and words[at - 1] not in ("for", "with", "of", "around"):
            return None
    return " ".join(words[clause.first : min(clause.verb + 1, clause.first + 5)])


def _goes_on(scene: Scene, joint: str, before: Clause) -> bool:
    """Whether what a sign opens still tells of the person before it: "the app team (Kotlin) uses",
    "my son is the programmer: Rust"; not "tools that let nurses near the data: SQL"."""
    if joint == "(":
        # "A certified project manager (PMP) with ten years": a profile opens with its writer
        writer = before.first == 0 and scene.unit_words[0] in ("a", "an")
        made = scene.unit_words[before.verb : before.verb + 1] in _MADE_IT
        unsaid = before.verb == before.last or made
        return unsaid and not (writer and scene.kind is SectionKind.SUMMARY)
    return joint != ":" or scene.unit_words[before.verb : before.verb + 1] in _COPULAS


def _makes(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells that the writer made something."""
    made = clause.actor is Actor.SELF and clause.verb < clause.last
    return made and scene.unit_words[clause.verb] in cues.MADE


# What makes a cue of others none.
_HARMLESS = (_is_own_title, _is_past_boss, _is_of_things, _is_taught)
