"""Subjects: whether a person or a group other than the writer stands before a verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from skillgap.cues.verbs import (
    FINITE,
    GROUPS,
    MACHINES,
    OPENING,
    PLURAL_PERSONS,
    PREDICATES,
    SINGULAR_PERSONS,
)

ADVERBS = frozenset(
    """also still now then later often always only never ever just even already mostly usually
    sometimes there here today currently once myself both all not have has had is was are were will
    would can could do does did""".split()
)
DETERMINERS = frozenset(
    """the a an another one two three four some several many most their his her its other my our
    these those this each every no any head sister parent""".split()
)
OWNERS = frozenset({"my", "our"})
_PREPOSITIONS = frozenset(
    """with for to by from among beside under between in at on of as after before like via about per
    regarding concerning across""".split()
)
# Behind a word in -ed: it is the verb of a clause ("and tuned the"), not an adjective.
_OBJECTS = frozenset(
    """the a an our my it them in with for to up on all every its both some new over into from by
    out their his her this that these more two three four five six""".split()
)
# A department at the start of a line: "Legal handles". In a form of the present only.
_DEPARTMENTS = frozenset(
    """legal finance marketing sales hr ops operations engineering security procurement accounting
    accounts research platform infra infrastructure support compliance management hq development
    product""".split()
)
_THEY = frozenset("own run do handle keep build maintain host".split())
_LONG_DEPARTMENTS = frozenset(
    {
        "data science",
        "data engineering",
        "human resources",
        "customer service",
        "customer support",
        "product design",
        "product management",
        "quality assurance",
        "risk management",
        "business intelligence",
    }
)
TITLES = frozenset("dr mr mrs ms prof".split())
# What no participle looks like: "Karim wrote", but "dashboards built".
_DONE = frozenset("did does wrote writes ran took takes gave knew knows wants chose drew".split())
# What runs, where a name might stand.
_RUN = frozenset(
    """queries jobs models reports pipelines services scripts dashboards tests systems apps
    applications experiments workloads batches notebooks data training inference everything all
    production deployments workflows databases servers clusters""".split()
)
_CLASSES = frozenset("year grade class form years grades".split())  # "Year 12 built a game"
_USED = frozenset(
    """used took ran wrote did built handled does runs handles keeps manages writes maintains owns
    programs codes had chose wanted insisted decided""".split()
)
# Houses, which a resume's line may begin with: "office does the accounts".
_HOUSES = frozenset(
    """office bank agency vendor supplier wholesaler school council lab studio client customer
    employer management""".split()
)
# Nobody calls himself so in a resume: "PLC guy does the ladder".
_FAMILIAR = frozenset("guy guys lad lads bloke chap lady man boss wife husband".split())
# Posts that are deeds, too, where an object follows.
_POSTS = frozenset("lead head chair coach mentor tutor partner host guide champion".split())
# Persons whose name is a verb in all its forms: "my mentor is".
_NAMED_AS_DEEDS = frozenset({"mentor"})
_DIRECT = frozenset("it all the a an our my us".split())
_THINGS = frozenset("data traffic journey churn growth base retention success behavior".split())
_THING_ENDS = ("ity", "ment", "ness", "ance", "ence", "ion", "ship", "ics", "back", "phone")
_BEHIND_VERBS = frozenset("in with on from the it".split())
_LINKS = frozenset("and or who that to off".split())
_ARTICLES = frozenset({"a", "an", "the", "not"})
_NO_VERBS = _PREPOSITIONS | ADVERBS | _LINKS
_AT = frozenset({"at", "in", "from", "on", "of"})
_APPOSITION_WORDS = 6
# "Patients at risk found with XGBoost": no verb of theirs.
_PARTICIPLES = frozenset("found made built seen kept held met".split())
_MEANS = frozenset("with by using via through".split())
# "Account management using a CRM", "library management system developed in Java": what one does
# or what is made, and nobody.
_BESIDE_MANAGEMENT = frozenset(
    """using with via through for of system systems software website site app application apps
    platform portal tool tools module project projects dashboard solution solutions program
    database""".split()
)
# "Risk management reports": what is managed, and nobody.
_MANAGED = frozenset(
    """risk project product data knowledge change quality performance content stakeholder portfolio
    program vulnerability identity access incident supplier vendor inventory cost customer account
    revenue case event time waste energy model asset configuration talent""".split()
)
# "My responsibilities span guest services": what is done for persons, and nobody.
_FOR_PERSONS = frozenset("service services relations care support experience satisfaction".split())
_UNIT_TESTS = frozenset("test tests testing".split())
_OURS = frozenset({"us", "me", "i", "my"})
_WE = frozenset({"i", "we"})
_I_AM = frozenset({"am", "i'm", "was"})
_TRADE_ENDS = ("er", "or", "ist", "ian")
_SUBJECT_WORDS = 9  # as far as the verb stands from the start of a subject


def is_verb(words: Sequence[str], at: int, opens: bool) -> bool:
    """Whether a word is a verb in a finite form; `opens` also grants the base and -ing forms, with
    which the items of a resume begin."""
    word = words[at]
    if word in FINITE or (opens and (word in PREDICATES or word in OPENING)):
        return True
    following = words[at + 1] if at + 1 < len(words) else ""
    if opens and word in _POSTS and following in _DIRECT:
        return True  # "Lead the practice of"
    if not word.endswith(("ed", "n't")) or len(word) < 4:
        return False
    return word.endswith("n't") or opens or following in _OBJECTS


def is_person(words: Sequence[str], at: int) -> bool:
    """Whether a word names persons or a group."""
    return is_plural_person(words[at]) or words[at] in SINGULAR_PERSONS


@lru_cache(maxsize=4096)
def is_plural_person(word: str) -> bool:
    """Whether a word names persons in the plural, known or by its ending: "paralegals",
    "physiotherapists"; not "servers"."""
    return word in PLURAL_PERSONS or (
        word.endswith(("ers", "ors", "ists", "ians")) and word not in MACHINES
    )


def is_writer(words: Sequence[str], at: int) -> bool:
    """Whether the person named at a word is the resume's writer, called by a trade at the start or
    behind "I am": "Security engineer who", "I am a nurse who"; not "Hired an engineer who"."""
    if is_plural_person(words[at]) or not (
        words[at] in SINGULAR_PERSONS or words[at].endswith(_TRADE_ENDS)
    ):
        return False
    first = max(at - _SUBJECT_WORDS, 0)
    first = next((n for n in range(at - 1, first, -1) if words[n] in _I_AM), -1) + 1
    if at - first > _SUBJECT_WORDS or (first > 1 and words[first - 2] not in _OURS):
        return False
    if words[first] in ("a", "an") and first < at:
        first += 1
    return not any(word in DETERMINERS or word in _PREPOSITIONS for word in words[first:at])


def verb_of_others(
    shapes: Sequence[str], words: Sequence[str], first: int, last: int, is_object: bool = False
) -> int | None:
    """Where the verb of a person or group stands that begins at `first`; `last` where their verb
    is not told: "the app team (Kotlin)". None where the subject is something else.

    `is_object` takes any subject in front of a verb for a person: "what the quants wrote".
    """
    person = False
    if first >= last or words[first] in _PREPOSITIONS:
        return None
    for at in range(first, min(first + _SUBJECT_WORDS, last)):
        word = words[at]
        if word in (",", "/"):  # "my brother, a Kubernetes man, hosts"
            return _behind_apposition(words, at, last) if person else None
        behind = _is_thing(words, at) or word == "to"
        if word in _WE or (behind if person else word in _PREPOSITIONS):
            return None  # "users activity tracked with", "a site for my sister"
        if word in ("(", "'s"):  # "the app team (Kotlin)", "the risk desk's SAS"
            if word == "'s" and not person:
                continue  # "the client's own people code in Scala"
            if word == "'s" and at + 2 < last and is_person(words, at + 1):
                continue  # "the client's vendor built"
            return last if person and (word == "(" or words[at - 1] not in GROUPS) else None
        if person and _is_predicate(words, at, last):
            post = word.endswith("ing") and at + 1 < last and words[at + 1] in SINGULAR_PERSONS
            return None if post else at  # "Head Teaching Assistant"
        if person and word in _AT and is_plural_person(words[at - 1]):
            return _predicate_of(words, first, at, last)  # "data scientists at the client fit"
        post = at == first + 1 and word in _NAMED_AS_DEEDS and words[first] in DETERMINERS
        if (
            at > first
            and not post
            and (word in FINITE or _is_of_department(shapes, words, first, at))
        ):
            known = is_object and words[first] in DETERMINERS
            return at if known or _is_named(shapes, words, first, at) else None
        grouped = word in GROUPS and at > first and words[first] not in FINITE  # "quant desk ran"
        opens = at > first or word in _HOUSES
        used = opens and at + 1 < last and words[at + 1] in _USED  # "fleet office used"
        single = word in SINGULAR_PERSONS and (words[first] in DETERMINERS or used)
        single = single or (word in _FAMILIAR and words[first] not in FINITE)
        following = words[at + 1] if at + 1 < last else ""
        single = single or (word in _CLASSES and at == first and following[:1].isdigit())
        activity = word == "management" and (
            following in _BESIDE_MANAGEMENT or (at > first and words[at - 1] in _MANAGED)
        )
        activity = activity or (word in SINGULAR_PERSONS and following in _FOR_PERSONS)
        activity = activity or (word == "unit" and following in _UNIT_TESTS)
        if not activity and (grouped or single or is_plural_person(word)):
            own = words[at - 1] in OWNERS and word in GROUPS  # "my team", "the store our squad"
            person = not own
    return None


def _is_of_department(shapes: Sequence[str], words: Sequence[str], first: int, verb: int) -> bool:
    """Whether a verb in the present is told of a department: "Compliance signs the DPIA"."""
    if words[verb] not in PREDICATES:
        return False
    if shapes[first] == "IT":
        return True
    long = verb == first + 2 and f"{words[first]} {words[first + 1]}" in _LONG_DEPARTMENTS
    opens = long or (verb == first + 1 and words[first] in _DEPARTMENTS)
    acts = words[verb].endswith("s") or words[verb] in _THEY  # "Legal own the templates"
    return opens and acts and verb + 1 < len(words) and words[verb + 1] in _DIRECT


def _predicate_of(words: Sequence[str], first: int, at: int, last: int) -> int | None:
    """Where the verb of persons stands whose place is told at `at`; `last` where none is known but
    an "our" or "the" makes them a subject."""
    for n in range(at + 1, last):
        if words[n] == ",":
            return None
        if words[n] in FINITE:
            done = words[n].endswith("ed") or words[n] in _PARTICIPLES
            return None if done and n + 1 < last and words[n + 1] in _MEANS else n
    return last if words[first] in DETERMINERS else None


def _behind_apposition(words: Sequence[str], comma: int, last: int) -> int | None:
    """Where the verb of a person stands behind words that tell who it is: "our statistician, Dr.
    Wu, is", "my cousin, by now in Oslo, codes"; `last` behind an article ("my brother, a chef").
    None where a comma tells nothing of the kind."""
    if comma + 1 < len(words) and words[comma + 1] in _ARTICLES:
        return last if is_person(words, comma - 1) else None
    end = min(comma + _APPOSITION_WORDS + 2, len(words) - 1)
    close = next((n for n in range(comma + 2, end) if words[n] == ","), None)
    if close is None or close >= last or not _OURS.isdisjoint(words[comma:close]):
        return None
    told = words[close + 1] in PREDICATES and not words[close + 1].endswith("ing")
    return min(close + 1, last) if told else None  # "22 staff, rota, hiring" tells of no deed


def _is_predicate(words: Sequence[str], at: int, last: int) -> bool:
    """Whether a word behind a person is a verb, known or by its form and place."""
    word, following = words[at], words[at + 1] if at + 1 < last else ""
    if word in PREDICATES or word.endswith(("ed", "n't")):
        return True
    if following == "-" and at + 2 < last and words[at + 2].endswith("s"):
        return True  # "the client fine-tunes"
    if word.endswith(("ings", "ions", "ments")):
        return False  # "parent-teacher meetings"
    if word.endswith("s") and (following in _DIRECT or words[at - 1] in SINGULAR_PERSONS):
        return True  # "our engineer packages things"
    unknown = word.isalpha() and word not in _NO_VERBS
    return is_plural_person(words[at - 1]) and unknown and following in _BEHIND_VERBS


def _is_thing(words: Sequence[str], at: int) -> bool:
    """Whether a word behind persons names what they have or do: "users activity"."""
    known = words[at] in _THINGS or words[at].endswith(_THING_ENDS)
    return known and is_plural_person(words[at - 1])


def _is_named(shapes: Sequence[str], words: Sequence[str], first: int, verb: int) -> bool:
    """Whether a subject is nothing but a person's or a department's name: Karim, Dr Osei, IT."""
    if verb - first > 3:
        return False
    acts = words[verb].endswith("s") or words[verb] in _THEY
    if words[first] in _DEPARTMENTS and verb == first + 1:
        return acts
    if verb == first + 2 and f"{words[first]} {words[first + 1]}" in _LONG_DEPARTMENTS:
        return acts
    if words[first] in TITLES or shapes[first] == "IT":
        return True
    if words[first] in _RUN:
        return False  # "Queries ran on BigQuery"
    known = words[verb] in _DONE or "i" in words[:first]  # "I did the SQL and Ama built"
    return known and all(shape[:1].isupper() for shape in shapes[first:verb])
