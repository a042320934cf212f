"""Words for persons and parties, and what makes them the writer or another: "our analysts' Python"."""

from __future__ import annotations

import re

from skillgap.cues.verbs import PLURAL_PERSONS, SINGULAR_PERSONS
from skillgap.words import any_of, either

# Persons in the plural: whoever stands before them has the skill, not the writer.
PERSONS = re.compile(
    any_of(
        r"""developers|engineers|scientists|analysts|teams?|specialists|designers|researchers
        |experts|consultants|contractors|programmers|architects|candidates|applicants
        |practitioners|managers|staff|colleagues|squads?|departments?|people|folks?|freelancers
        |professionals|officers|colleague|teammate|counterpart|buddy|guru|wizard|leads|lads|guys
        |crowd|gang|bunch|ethicists|vendors?|agenc(?:y|ies)|suppliers?|coders|testers
        |administrators|interns|hires|recruits|copywriters|writers|editors|lawyers|marketers
        |users|guild|chapter|faculty|function|directorate|division|groups?|unit|desk|crew"""
    )
)
# Words that may stand between a skill and the persons: "Java back-end developers".
QUALIFIERS = frozenset(
    [
        "-",
        "software",
        "data",
        "product",
        "back",
        "end",
        "backend",
        "front",
        "frontend",
        "full",
        "stack",
        "fullstack",
        "engineering",
        "development",
        "senior",
        "junior",
        "other",
        "platform",
        "platforms",
        "mobile",
        "web",
        "cloud",
        "research",
        "business",
    ]
)
OTHER_WORDS = any_of(
    r"""clients?|customers?|colleagues?|vendors?|partners?|compan(?:y|ies)|departments?
    |suppliers?|brothers?|sisters?|friends?|husbands?|wife|wives|spouses?|contractors?|juniors?
    |interns?|students?|candidates?|applicants?|developers?|engineers?|scientists?|analysts?
    |startups?|co - founders?|firms?|organi[sz]ations?|teammates?|flatmates?|roommates?
    |boss(?:es)?|employers?|start - ups?|manufacturers?|providers?|people|staff|someone|others
    |hires|agenc(?:y|ies)|folks?|consultants?|freelancers?|programmers?|accountants?
    |statisticians?|designers?|specialists?|nephews?|nieces?|cousins?|sons?|daughters?
    |surveyors?|lawyers?|assistants?|experts?|artists?|admins?|administrators?|researchers?
    |architects?|predecessors?|successors?|managers?|chain|consultanc(?:y|ies)|third part(?:y
    |ies)|institutes?|physicists?|mathematicians?|volunteers?"""
)
GROUP_WORDS = any_of(
    r"teams?|groups?|desks?|departments?|units?|offices?|labs?|side|crew|squads?|chapters?"
)
AGENT_WORDS = any_of("|".join(sorted(SINGULAR_PERSONS | PLURAL_PERSONS | {"maker", "makers"})))
# Before those in whose work the writer took part.
HELPED = re.compile(
    r"\b(?:assist|help|aid|support|train|coach|instruct)(?:ed|ing|s)?(?: [\w-]+){0,3} ?$"
)
# Before persons for or with whom the writer did something: "for a telecom", "with our".
FOR_WHOM = re.compile(r"\b(?:for|with|at|across|to|alongside)(?: [\w-]+){0,4} ?$")
# "Two start-ups in computer vision", "an American trainer in negotiation".
PERSONS_IN = either(
    r"\b(?:experts|speakers|witnesses|panell?ists|lecturers) on(?: the)?$",
    rf"\b(?:{OTHER_WORDS}|trainers?|wizards?|gurus?|veterans?|professors?) (?:in|of)(?: the)?$",
)
# Before a person in the singular: somebody; and what makes it the writer.
ARTICLE = re.compile(r"\b(?:an?|the|our|another|one|my|their|his|her)(?: [\w-]+){0,2} ?$")
BEING = re.compile(r"\b(?:am|i'm|as|was|became|being)(?: an?| the)?(?: [\w-]+){0,2} ?$")
# The writer's own title: "I am a full-stack developer proficient in", at a start "Data analyst
# skilled in"; not "hired a developer proficient in".
OWN_TITLE = re.compile(
    r"(?:(?:^|[.:;] )(?:(?!(?:an?|the|our|my|another|one|with|for) )[\w-]+ ){0,5}?|\b(?:i am|i'm|i "
    rf"' m|(?:^|[.,] )as) (?:an? )?(?:[\w-]+ ){{0,5}}?)(?:{AGENT_WORDS}) (?:who is )?(?:highly |very "
    r")?(?:skilled|trained|experienced|proficient|fluent|specialising|specializing) in$"
)
# Whoever teaches others a skill has it.
TAUGHT = re.compile(
    r"\b(?:taught|teach\w*|train\w*|coach\w*|mentor\w*|drill\w*|instruct\w*|tutor\w*|support\w*"
    r"|help\w*|assist\w*|upskill\w*|guid\w*|lead|led|supervis\w*|advis\w*|represent\w*)\b"
)
# A student's thesis, in a supervisor's list: "M. Sule (MSc 2024), topic models for Hausa".
SUPERVISED = re.compile(
    r"^(?:[A-Z] \. ?){0,2}[A-Z][\w'’-]+ ?\( ?(?:PhD|Ph\.D|MSc|MA|MS|MPhil|DPhil|BSc|MEng|MD"
    r"|postdoc)\b"
)
# A department that one works with: "together with compliance", "liaised with legal and finance on".
WITH_PARTY = re.compile(
    r"\b(?:(?:together|jointly|closely|hand in hand|side by side|tandem) with|(?<=\( )with"
    r"|alongside|(?:liais|partner|coordinat|align|collaborat|sync|agree)\w* (?:\w+ )?with)(?: "
    r"(?:the|our))?(?: \w+(?: \w+)? (?:,|and|&))*$"
)
MATES = re.compile(r"teams?|partners|stakeholders|groups?|squads?|peers")
WITH_OFFICE = re.compile(r"(?:^|, )with (?:the|our)$")
OFFICE = re.compile(r"(?:office|department|dept|desk|colleagues|people)\b")
PARTY_ENDS = re.compile(
    r"(?:(?:\w+ )?(?:and|,|&) \w+ )?(?:office|department|dept|desk|colleagues|functions?)?(?: "
    r"?[.,;)]| (?:on|to|for|when|before|over|about|in)\b|$|(?:on|to|over|about)\b)"
)
# Of somebody else, in a clause that tells no deed of the writer's.
OF_OTHERS = re.compile(
    r"^(?:\w+ ){0,3}?(?:from|of) (?:a |an |the |our |my |another )(?:[\w-]+ "
    rf"){{0,2}}?(?:{OTHER_WORDS}|{GROUP_WORDS})\b"
)
THEIRS = either(
    r"\bthanks to (?:\w+ )?\w+ 's(?: \w+)?$",
    rf"(?:^|, )the (?!same |whole |entire )[\w-]+ (?:{GROUP_WORDS}) 's$",
    r"\b(?:their|his|her)(?: \w+)?$",
    (
        rf"\b(?:an?|the|our|another) (?:[\w-]+ ){{0,2}}?(?!{GROUP_WORDS} ){AGENT_WORDS} "
        r"'(?:s)?(?: \w+)?(?: (?:,|in|on|with))*$"
    ),
    (
        rf"\b(?:is|was|are|were) (?:the|our|an?) (?:[\w-]+ ){{0,2}}?{AGENT_WORDS} '(?:s)? \w+ ,? ?"
        r"(?:built|written|done|made|kept|coded|run|drawn) (?:in|on|with)$"
    ),
)
_DEPARTMENTS = any_of(
    r"""finance|legal|marketing|sales|hr|it|ops|operations|engineering|accounts|accounting|procurement
    |compliance|controlling|purchasing|head office|hq|security|infrastructure"""
)
THEIR_BRACKET = either(
    rf"\b(?:is|are|was|were) (?:the|our|an?) (?:[\w-]+ )?{AGENT_WORDS} '(?:s)? \($",
    rf"(?<!\S)(?:comes?|came|coming|sits?|sat|lives?|stays?|stayed) (?:from|with|in) (?:the )?{_DEPARTMENTS} \($",
    (
        r"(?<!\S)with (?:\w+ ){1,3}?(?:developers|engineers|programmers|scientists|analysts"
        r"|coders|contractors|freelancers) \((?: [^()]{1,40},)? ?$"
    ),
    (
        rf"(?<!\S)(?:'s|the|another|other|their|an?) (?:\w+ )?(?:{GROUP_WORDS}|{AGENT_WORDS}|start - up)(?: "
        r"in \w+)? \((?: \w+ [,/&]| and)*(?: \w+)? ?$"
    ),
)
# "One of three people with root": the writer is among them.
ONE_OF = re.compile(
    r"\b(?:one|part|member) of (?:the |a )?(?:\w+ )?(?:people|team|group|crew|developers"
    r"|engineers)\b"
)
VENDORS = either(
    r"(?:is|are|was|were) (?:the|our|an?) (?:\w+ ){1,2}?'s? (?:work|job|business|task) [:(]$",
    (
        r": (?:by )?(?:an? |the |our |another )?(?:external |outside |other )?(?:agency"
        r"|contractors?|freelancers?|vendor|supplier) [,(]$"
    ),
    (
        r": (?:by )?(?:an? |the |our )(?:\w+ )?(?:studio|house|firm|company|bureau|lab|shop|agency"
        r"|consultancy|freelancer|contractor|vendor|supplier|team|colleague)(?: (?:in|from|at|near) \w+)? [,(;]$"
    ),
    r"\b(?:vendors?|suppliers?|providers?|contractors?|resellers?) (?:for|of)(?: the| an?)?$",
    r"\b(?:sellers|makers|buyers|manufacturers|distributors|importers|publishers) of(?: the)?$",
    (
        r"\b(?<!internal and )(?<!internal & )(?<!internal / )(?:external|third - party"
        r"|outsourced)$"
    ),
)
# Behind "the data team's Kafka": the writer's own part.
OWNER = re.compile(r"(?:\w+ )?(?:owner|person|lead|expert|specialist|admin|champion|contact)\b")
