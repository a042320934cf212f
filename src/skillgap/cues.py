"""Cue words of context: what denies, wishes for, or gives to someone else what stands in reach.

Every expression runs over a unit's folded words joined by single spaces, and holds no nested
repetition, so that its time grows linearly with the unit.
"""

from __future__ import annotations

import re

_THINGS = (
    r"(?:experience|knowledge|background|exposure|skills?|training|familiarity|expertise|proficiency"
    r"|qualifications?|understanding|competenc\w+|certifications?|grounding|practice)"
)
_ADJECTIVES = (
    r"(?:(?:prior|previous|real|much|any|hands - on|hands|on|-|professional|practical|commercial|formal"
    r"|direct|deep|significant|extensive|advanced|paid|actual|relevant|specific|working|production"
    r"|industry|strong|technical|coding|programming|work|great|further|solid|meaningful) )"
)
_KNOW = (
    r"(?:familiar|experienced|proficient|skilled|comfortable|trained|certified|fluent|versed|exposed"
    r"|confident|worked|used|know|use|using|work|working|had|have|done|do|written|write|touched|touch"
    r"|learned|learnt|learn|programmed|program|code|coded|studied|tried|deployed|built|an expert"
    r"|a strong|knowledgeable|acquainted|qualified|got|possess|own|speak|strong|good|great|yet"
    r"|hands - on|my area|part of my)"
)
_AUX = (
    r"(?:(?:do|does|did|have|has|had|can|could|am|is|are|was|were|would|will)(?: ?not|n't)"
    r"|cannot|not|never)"
)

# A denial that reaches to the end of its clause.
DENIES = re.compile(
    rf"\b(?:(?:no|without|zero|lack|lacks|lacked|lacking|lack of|little|little or no|little to no"
    rf"|next to no|limited to no|not much|minimal to no) (?:any )?{_ADJECTIVES}{{0,4}}{_THINGS}\b"
    rf"|(?:lack|lacks|lacked|lacking) (?:in |of )?"
    rf"|{_AUX} (?:yet |really |actually |very |particularly |currently |ever |personally |been ){{0,2}}{_KNOW}\b"
    rf"|without (?:ever )?(?:having (?:had )?to )?(?:write|writing|use|using|touch|touching|know|knowing|learn|learning)"
    rf"|unfamiliar with|new to|neither|not any"
    rf"|^(?:gaps?|missing|weakness(?:es)?|not (?:yet )?covered|no experience|unknown) :)"
)  # fmt: skip
# A denial of just the skills that follow it: "no Java or Scala", "R instead of SAS".
DENIES_NEXT = re.compile(
    r"\b(?:no|not|without(?: using)?|instead of|rather than|nor|excluding|except)$"
)
NO_DENIAL = re.compile(
    r"\b(?:not (?:only|just|merely|solely|simply|limited)|no (?:longer|later|less|fewer|- |\.)"
    r"|without (?:\w+ ?){0,1}(?:compromis|sacrific|interrupt|los|affect|increas|reduc|hurt|harm"
    r"|impact|disrupt|break|add|chang|raise|rais|exceed|miss)\w*|not to mention|no matter"
    r"|cannot (?:be )?(?:overstated|emphasi[sz]ed))"
)
# Behind a skill, perhaps after more skills of the same list.
DENIED_BEHIND = re.compile(
    rf"^[\s:(=,–—-]{{0,6}}(?:none\b|no (?:\w+ ){{0,2}}?{_THINGS}|not yet\b|never (?:used|worked|tried)|nil\b|n / a\b|zero\b"
    rf"|(?:\w+ ){{0,4}}?(?:only , |, )no (?:\w+ ){{0,2}}?{_THINGS}|(?:is|are|remains?) (?:still )?(?:my |a |an |the )?(?:\w+ )?"
    rf"(?:weak\w*|blind|gap|foreign|unknown|beyond|missing|untouched)\b|(?:, )?(?:which|that) i (?:have|had|do|did|can|could)"
    rf" ?(?:not|never|n't)\b|(?:is|are|was|were) not\b|(?:is|are|was) (?:new|unfamiliar) to me|not (?:part|my)\b)"
)
# Where a denial or a wish ends: contrast, or the person's own deed.
ENDS = re.compile(
    r" (?:but|however|although|though|yet|while|whereas|except|instead)\b"
    r"| [;|—–] | (?:and|,)(?: and)? (?:(?:i|we|am|have|has|is|very|now|already|currently) )?"
    r"(?:strong|solid|good|excellent|expert|extensive|deep|proven|proficient|experienced|fluent"
    r"|advanced|skilled|built|wrote|write|writing|ran|led|use|used|uses|using|made|taught|hold|holds|held"
    r"|work|works|worked|do|did|know|knows|bring|confident|comfortable|years?|developed|designed"
    r"|created|managed|delivered|trained|deployed|analyzed|implemented|launched|presented|shipped)\b"
)

_LEARN = (
    r"(?:learn|study|explore|work|move|transition|deepen|develop|improve|gain|build|get|become|take"
    r"|speciali[sz]e|grow|pick|start|master|use|try|expand|train|pursue|add|acquire|break|switch|do|be"
    r"|understand|enter|complete|earn|obtain|dive|focus|dig|upskill|begin|join|know|strengthen|extend)"
)
ASPIRES = re.compile(
    rf"(?:^(?:[-•*] )?|\b(?:currently|now|presently|actively|started|begun|am|am also|been|still|keep|busy|slowly"
    rf"|is|self|at present|, ) )(?:re)?learning\b(?! (?:platform|management|environment|outcome|design|rate"
    rf"|curve|and development|& development|experience|material|path|center|community|program))"
    rf"|\b(?:wants?|wanted|wanting|would (?:like|love)|'d (?:like|love)|wish(?:es|ed)?|hop(?:es?|ing)|plan(?:s|ning|ned)?"
    rf"|aim(?:s|ing)?|aspir(?:es?|ing)|intend(?:s|ing)?|eager|keen|excited|looking|look|seek(?:ing|s)?|willing"
    rf"|ready|motivated|hungry|ambition|goal is|goal) to (?:\w+ ){{0,1}}?{_LEARN}\b"
    rf"|\b(?:interested|interest|growing interest) in\b|\b(?:curious|fascinated|excited|passionate|enthusiastic) (?:about|by)\b"
    rf"|\b(?:passion|enthusiasm|curiosity) for\b"
    rf"|\b(?:studying|study|preparing|revising|prepping|reading up|reading) (?:for|towards?|on)\b"
    rf"|\bcurrently (?:studying|taking|exploring|reading|enrolled|pursuing|completing|working (?:through|towards?)|on)\b"
    rf"|\b(?:working towards?|enrolled (?:in|on)|signed up for|registered for|to start|starting (?:in|a|with|to learn))\b"
    rf"|\b(?:to learn|on my list|next up|up next|next|goals?|target(?:s|ing)?|aspirations?|planned|plans"
    rf"|want to learn|learning plan|learning goals?|in progress|currently|wish ?list|future) :"
    rf"|\b(?:aspiring|prospective|would - be|budding|wannabe)\b"
    rf"|\b(?:seeking|looking for|in search of|pursuing|searching for|open to|aiming for|applying for|hoping for)\b"
    rf"(?=.{{0,80}}?\b(?:role|position|opportunit\w+|job|career|internship|placement|post|work|apprenticeship"
    rf"|challenge|chance|move|team)\b)"
    rf"|\b(?:(?:move|moving|transition|transitioning|break|breaking) into|pivot(?:ing)? (?:in)?to)\b"
    rf"|\bfuture (?:work|study|goal|plan)"
)  # fmt: skip
ASPIRED_BEHIND = re.compile(
    r"^[\s:(,–—-]{0,6}(?:(?:currently |still |now )?learning\b|in progress\b|planned\b|to be (?:completed|taken)"
    r"|next\b(?! \w+ing)|(?:is |are )?on (?:my|the) (?:to - do |todo |wish |reading )?list\b|wish ?list"
    r"|(?:is|are) next|starting \w+ 20\d\d|not started"
    r"|(?:which|that) (?:i am|i'm) (?:\w+ ){0,2}?(?:learning|studying|exploring|picking up|starting))"
)
WISH_ENDS = re.compile(
    ENDS.pattern
    + r"| (?:my|apply|applying|leverage|leveraging|utili[sz]e|utili[sz]ing|having|where|drawing"
    r"|after|with (?:a|an|over|more|\d)|bringing|based on|from|combining|backed by|since|because|offering)\b"
)

# A relative clause speaks of what stands before it, not of what follows.
RELATIVE = re.compile(r"(?:which|that|who) (?:i|i am|i'm|is|are|am) $")

# Persons in the plural: whoever stands before them has the skill, not the writer.
PERSONS = re.compile(
    r"(?:developers|engineers|scientists|analysts|teams?|specialists|designers|researchers|experts"
    r"|consultants|contractors|programmers|architects|candidates|applicants|practitioners|managers"
    r"|staff|colleagues|squads?|departments?|people|freelancers|professionals|officers|leads|ethicists"
    r"|vendors?|agenc(?:y|ies)|suppliers?|coders|testers|administrators|interns|hires|recruits"
    r"|copywriters|writers|editors|lawyers|counsel|marketers|users?|guild|chapter|function|group|unit)"
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
_OTHERS = (
    r"(?:clients?|customers?|teams?|colleagues?|vendors?|partners?|compan(?:y|ies)|departments?|suppliers?"
    r"|brothers?|sisters?|friends?|husbands?|wife|wives|spouses?|contractors?|juniors?|interns?|students?"
    r"|candidates?|applicants?|developers|engineers|scientists|analysts|startups?|co - founders?"
    r"|business(?:es)?|firms?|organi[sz]ations?|teammates?|flatmates?|roommates?|bosse?s?|employers?"
    r"|manufacturers?|providers?|groups?|people|staff|someone|others|hires)"
)
SOMEONE_ELSE = re.compile(
    rf"\b(?:{_OTHERS}(?: \w+)? (?:,? ?who|that|which|whose|using|running|working (?:in|with|on)|writing|building"
    rf"|specializing in|with|skilled in|trained in|experienced in|proficient in|fluent in)"
    rf"|(?:a|an|the|another|their) (?:\w+ )?(?:supplier|vendor|partner company|partner|contractor|agency|colleague|consultancy"
    rf"|client|customer|freelancer|third party|other team|consultant|provider)(?: \w+)? (?:built|wrote|trained|developed|made|did"
    rf"|ran|provided|handled|maintained|created|designed|implemented|taught|hosts?|hosted|uses?|used|owns?|runs?|had|has)"
    rf"|(?:hired|recruited|sourced|screened|interviewed|placed|staffed|headhunted|outsourced|delegated|onboarded)"
    rf"(?: and (?:hired|recruited|sourced|screened|interviewed|placed|onboarded|managed))?"
    rf"|report(?:ed|ing|s)? (?:\w+ )?to (?:the|our|a)?|on behalf of|handled by|done by|built by|written by|implemented by|performed by"
    rf"|maintained by|led by|owned by|supplied by|developed by|taught by|run by"
    rf"|assist(?:ed|ing) (?:the|our|a)|supervised by)(?= |$)"
)
# Someone else as the subject of a deed: "a partner company | trained the models".
SUBJECT = re.compile(
    rf"(?:^|[,;(] |\b(?:a|an|the|their|other|another|several|two|three|helped|help|helping|let|had|where|while|as) )"
    rf"(?!(?:my|our) )(?:\w+ )?{_OTHERS}$"
)
BY_OTHERS = re.compile(
    rf"^(?:\w+ ){{0,6}}?(?:was|were|is|are|being|been) (?:\w+ ){{0,2}}?\w+(?:ed|en|t|lt|ne) by"
    rf" (?:a |an |the |our |my )?(?:\w+ ){{0,2}}?{_OTHERS}\b"
    rf"|^(?:\w+ ){{0,3}}?(?:was|were|is|are) (?:theirs|his|hers)\b"
)
OTHER_ENDS = re.compile(
    r" (?:but|however|while|whereas|myself|personally)\b| [;|—–] | , (?:i|and i|using|with) "
)
POSTING = re.compile(
    r"\b(?:the (?:ideal|successful|right) candidate|you will (?:be|have|work|lead|join|design|build|own)"
    r"|you'll (?:be|have|work|lead|join|design|build|own)|your (?:responsibilities|profile|tasks|role will)"
    r"|we are (?:looking for|hiring|seeking)|we're (?:looking for|hiring|seeking)|we offer (?:you )?"
    r"|applicants (?:must|should)|candidates? (?:must|should|will)|you (?:have|bring|are) (?:a |an |at least |\d)"
    r"|equal opportunity employer|apply (?:now|today)|join our team|what you (?:bring|will do))"
)
