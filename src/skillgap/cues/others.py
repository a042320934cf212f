"""What gives a skill to someone else: "a team of Java developers", "a client who uses"."""

from __future__ import annotations

import re

from skillgap.words import any_of

# Persons in the plural: whoever stands before them has the skill, not the writer.
PERSONS = re.compile(
    any_of(
        r"""developers|engineers|scientists|analysts|teams?|specialists|designers|researchers
        |experts|consultants|contractors|programmers|architects|candidates|applicants
        |practitioners|managers|staff|colleagues|squads?|departments?|people|folks?|freelancers
        |professionals|officers|leads|ethicists|vendors?|agenc(?:y|ies)|suppliers?|coders|testers
        |administrators|interns|hires|recruits|copywriters|writers|editors|lawyers|counsel
        |marketers|users?|guild|chapter|function|groups?|unit|desk|crew"""
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
_OTHERS = any_of(
    r"""clients?|customers?|colleagues?|vendors?|partners?|compan(?:y|ies)|departments?|suppliers?
    |brothers?|sisters?|friends?|husbands?|wife|wives|spouses?|contractors?|juniors?|interns?
    |students?|candidates?|applicants?|developers?|engineers?|scientists?|analysts?|startups?
    |co - founders?|firms?|organi[sz]ations?|teammates?|flatmates?|roommates?|boss(?:es)?
    |employers?|manufacturers?|providers?|people|staff|someone|others|hires|agenc(?:y|ies)|folks?
    |consultants?|freelancers?|programmers?|accountants?|statisticians?|designers?|specialists?
    |nephews?|nieces?|cousins?|sons?|daughters?|surveyors?|lawyers?|assistants?|experts?|artists?
    |admins?|administrators?|researchers?|architects?|predecessors?|successors?|managers?
    |chain|consultanc(?:y|ies)|third part(?:y|ies)|institutes?|physicists?|mathematicians?"""
)
_GROUPS = any_of(
    r"teams?|groups?|desks?|departments?|units?|offices?|labs?|side|crew|squads?|chapters?"
)
_DETERMINERS = (
    r"(?:the|our|my|a|an|another|one|two|three|four|some|several|their|his|her|its|other)"
)
_SUBJECT = (
    rf"(?:{_DETERMINERS} (?:[\w'&-]+ ){{0,3}}?{_OTHERS}"
    rf"|(?:the|a|an|another|their|other) (?:[\w'&-]+ ){{0,3}}?{_GROUPS}"
    rf"|our (?:[\w'&-]+ ){{1,3}}?{_GROUPS}|others|they|someone else|somebody else|my (?:mother|father|boss|wife|husband)"
    rf"|(?:colleagues|consultants|contractors|patients|doctors|physicians|customers|clients|vendors|suppliers|planners))"
)
_CLAUSE = r"(?:^(?:[^\w\s] )?|[;:,.(“\"—–] |\b(?:and|while|where|as|whereas|because|since|that|what|whom|which|so) )"
# Someone else as the subject of a clause; a resume's own deeds begin with the verb or with "I".
SUBJECT = re.compile(
    rf"{_CLAUSE}{_SUBJECT}(?= |$)(?! (?:i|of|we)\b)|\b(?:another|other) (?:[\w-]+ )?{_OTHERS}(?= )"
)
SOMEONE_ELSE = re.compile(
    rf"\b(?:{_OTHERS}|{_GROUPS})(?: \w+)? (?:,? ?(?:(?:one |two |some |all |both )?of )?(?:whom?|that|which|whose)|using|running"
    rf"|working (?:in|with|on)|writing|building|speciali[sz]ing in|skilled in|trained in"
    rf"|experienced in|proficient in|fluent in)(?= |$)"
    rf"|\b(?:developers|engineers|scientists|analysts|candidates|applicants|juniors|interns|students"
    rf"|hires|people|colleagues|freelancers|contractors|programmers) with(?= |$)"
    rf"|\b(?:hired|recruited|sourced|screened|interviewed|placed|staffed|headhunted|outsourced"
    rf"|delegated|onboarded)(?: and (?:hired|recruited|sourced|screened|interviewed|placed"
    rf"|onboarded|managed))?(?= |$)"
    rf"|\b(?:report(?:ed|ing|s)? (?:\w+ )?to (?:the|our|a)?|on behalf of"
    rf"|by (?:a |an |the |our |my |another )?(?:[\w-]+ )?(?:{_OTHERS}|{_GROUPS})(?: in| with| using)?"
    rf"|(?:handled|done|built|written|implemented|performed|maintained|led|owned|supplied"
    rf"|developed|taught|run|supervised) by|assist(?:ed|ing) (?:the|our|a)"
    rf"|by (?:head office|hq|it)|liais(?:ed|ing|e) with|(?:sold|selling|purchased|bought|typed up|booked|drove|guarded"
    rf"|photographed|escalated|handed|translated for|waited for|receptionist for|cleaner at|payroll for|married to)(?: \w+)?"
    rf"|one (?:writes|codes|uses)|the other two|mere user of)(?= |$)"
)
OTHER_ENDS = re.compile(
    r" (?:but|however|while|whereas|myself|personally|so i|and i|which i|that i|to me|kept|i)\b| [;|—–] "
    r"| , (?:i|and i|using|with|then i|so)\b"
)
BY_OTHERS = re.compile(
    rf"^[\s)]{{0,3}}(?:\w+ ){{0,6}}?(?:was|were|is|are|being|been) (?:\w+ ){{0,2}}?(?:\w+(?:ed|en|t|ne)|run|made) by"
    rf" (?:a |an |the |our |my )?(?:[\w-]+ ){{0,2}}?(?:{_OTHERS}|{_GROUPS})\b"
    rf"|^(?:\w+ ){{0,3}}?(?:by|from|of) (?:a |an |the |our |my |another )(?:[\w-]+ ){{0,2}}?(?:{_OTHERS}|{_GROUPS})\b"
    rf"|^(?:\w+ ){{0,3}}?(?:was|were|is|are) (?:theirs|his|hers)\b"
)

# What is sold, staffed or held in a technology's name.
THINGS = re.compile(
    r"(?:licen[cs]es?|seats?|subscriptions?|meetups?|fairs?|conferences?|booths?|stands?|wards?|trucks?"
    r"|veterans?|crowd|jobs|faults|trainings|papers|firms?)"
)
