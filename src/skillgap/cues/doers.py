"""Who did it, told around a skill: "dashboards made by Finance", "passed on to counsel", "were mine"."""

from __future__ import annotations

import re

from skillgap.cues.persons import AGENT_WORDS, GROUP_WORDS, OTHER_WORDS
from skillgap.words import any_of, either

_MADE = any_of(
    r"""handled|done|built|written|implemented|performed|maintained|led|owned|supplied|developed
    |taught|run|supervised|configured|made|drawn|coded|managed|kept|kept up|looked after|cared for|watched over|minded|tended|hosted
    |administered|provided|operated|carried out|conducted|taken|given|held|designed|created
    |delivered|set up|taken care of"""
)
# What others do with one's own work.
_USES = any_of(
    r"""used|read|adopted|consumed|reviewed|approved|audited|trusted|praised|seen|accepted
    |watched|attended|visited|followed|needed|required|requested|loved|liked|cited|bought|funded
    |sponsored|commissioned|and|hired|employed"""
)
BY_OTHERS = either(
    # "dashboards made by Finance", "by the vendor's", "came from a partner"
    (
        rf"^[\s,)]{{0,3}}(?:[\w,]+ ){{0,7}}?{_MADE} by (?!me\b|us\b|hand\b|myself\b|my team"
        r"|our team|\w+ing\b|\d|default|using)\w+"
    ),
    (
        rf"^(?:(?:(?:\w+ ){{0,3}}?(?!{_USES} )\w+ )?by (?:a|an|the|our|my|another|two|three"
        r"|some|several) (?:\w+ 's )?|[\s,)]{0,3}(?:\w+ ){0,2}?(?:came|comes|come) from (?:an?"
        rf"|the|our|another|(?:their|his|her)(?: own)?) )(?:[\w-]+ )?{AGENT_WORDS}\b"
    ),
    # "was the job of"
    (
        r"^[\s,)]{0,3}(?:\w+ ){0,2}?(?:was|is|were|are) (?:the|an?|all|entirely the) (?:work|job|business"
        r"|task|domain|remit|baby|product|creation|brainchild|invention|property|responsibility) of (?!me\b|mine\b|my (?:own|last|first|past|two|years)\b)"
    ),
    # "by others", "bought from"
    r"^(?:\w+ ){0,3}?by (?:her|him|them|others|someone|somebody)\b",
    (
        r"^(?:\w+ ){0,2}?(?:bought|purchased|licen[sc]ed|procured|acquired|leased|rented) "
        r"(?:in )?from\b"
    ),
    # "and not mine"
    (
        r"^(?:\w+ ){0,4}?(?:(?:and|but|,|which|that|is|was|are|were) )+not (?:mine|ours|my "
        r"(?:area|work|job|code|field|department|doing|business|problem|turf))\b"
    ),
    # ", built by a contractor", "through an agency", "is outsourced", "that the architect chose"
    (
        r"^, (?:made |built |supplied |bought |all )?(?:from|by) (?:an?|the|our|another) "
        rf"(?:[\w-]+ )?{AGENT_WORDS}\b"
    ),
    rf"^(?:\w+ ){{0,2}}?(?:through|via) (?:an?|the|our|another|two) (?:[\w-]+ )?{AGENT_WORDS}\b",
    (
        r"^(?:\w+ ){0,2}?(?:is|was|are|were|gets?|got) (?:bought in|outsourced|contracted out"
        r"|farmed out|subcontracted)\b"
    ),
    (
        rf"^(?:\w+ ){{0,2}}?(?:the|our(?! (?:\w+ )?(?:{GROUP_WORDS}|company))|an?) (?:\w+ "
        rf")?{AGENT_WORDS} (?:wrote|built|made|designed|coded|maintains|maintained|keeps|runs|ran"
        r"|programmed|created|developed)\b"
    ),
    # ", strictly the tech team's house"
    (
        r"^(?:\w+ )?, (?:strictly|all|purely|entirely|still|always|very much )? ?(?:the|our) (?:\w+ ){1,2}?'s? "
        r"(?:\w+ )?(?:work|job|business|task|remit|turf|domain|baby|child|pride|territory|kingdom|realm"
        r"|affair|concern|toy|province|patch|house|home|kitchen|show|secret)\b"
    ),
    # "is given to a start-up"
    (
        r"^(?:\w+ ){0,4}?(?:is|was|are|were|gets?|got) (?:given|handed|left|entrusted|passed|sent|farmed"
        r"|contracted) (?:over |out |on )?to (?!me\b|us\b|my\b|\d|the \w+ing)\w+"
    ),
    # "we buy it from a partner"
    (
        r"^[\s,)]{0,3}(?:\w+ ){0,2}?(?:i|we) (?:buy|bought|rent|rented|licen[sc]ed?|leased?|get|got"
        r"|order|ordered|hire|hired)(?: it| this| that| them| in)? from\b"
    ),
    # "they used"
    r"^they (?:needed|need|used|use|wanted|want|wrote|ran|run|built|made)\b",
    (
        r"^[\s,)]{0,3}by (?:\w+ )?(?:people|folks?|strangers|experts|professionals|contractors|freelancers|consultants|volunteers|students"
        r"|vendors|suppliers|agencies|interns|others|outsiders|specialists)\b"
    ),
    # "comes with the till", "was shown to us"
    (
        r"^(?:\w+ ){0,3}?(?:came|comes|come) (?:built in|pre - installed|preinstalled|bundled"
        r"|with (?:the|it|them|an?))\b"
    ),
    (
        r"^(?:\w+ ){0,3}?(?:was|were) (?:shown|presented|demonstrated|explained|sold|offered) "
        r"to (?:us|me)\b"
    ),
    r"^(?:\w+ ){0,3}?by (?:head office|headquarters|hq|it|corporate)(?= |$)",
    (
        r"^(?:\w+ )?(?:is|was|are|were|stays|stayed|remains?|remained) (?:the|our|an?) (?:\w+ ){1,2}?'s? "
        r"(?:\w+ )?(?:work|job|business|task|remit|turf|domain|baby|department|child|pride|territory"
        r"|kingdom|realm|affair|concern|toy|province|patch|worry|show|secret)\b"
    ),
    (
        r"^(?:for \w+ \w+ )?: (?:by )?(?:an? |the |our |another )?(?:external |outside |other "
        r")?(?:agency|contractors?|freelancers?|vendor|supplier|colleagues?|team mate"
        r"|teammates?|another team|other team)\b"
    ),
    # "was Priya's", "which sits with Legal"
    r"^(?:is|was|are|were) (?:\w+ ){1,2}'s(?= ?[.;,]|$)",
    (
        r"^(?:that|which) (?:[\w']+ ){1,8}?(?:belong(?:s|ed)? to|sit with|sits with|are run by"
        r"|is run by|come from|comes from) (?!me\b|us\b|my\b)"
    ),
    r"^by (?:the|our|my|a|an) (?:\w+ ){0,2}?(?:'s )?(?:it|ict)(?= ?[.;,)]|$)",
    (
        r"^, (?:which|and that|that) (?:is|was|are|were) (?:the|our|my|an?|another) (?:\w+ "
        r"){1,2}?'s? (?:\w+ )?(?:work|job|business|task|problem|headache|remit|domain"
        r"|department)\b"
    ),
    # Taken part in: "as a test subject"
    (
        r"^(?:\w+ ){0,8}?as (?:an?|one of (?:its|the|their)) (?:\w+ )?(?:raters?|subjects?"
        r"|respondents?|interviewees?|participants?|guinea pigs?|witness(?:es)?|patients?)(?= "
        r"?[.;,)]|$)"
    ),
    # "is Priya's own", "falls to the lab", "was done centrally"
    r"^(?:\w+ )?(?:is|was|are|were) (?:the |our |a )?(?:\w+ ){1,2}'s? own\b",
    (
        r"^(?:\w+ ){0,2}?(?:goes|went|go|belongs?|belonged|falls?|fell|sits?|sat|lies|lay|stays"
        r"|stayed|is up|is down|is left|was left) (?:to|with) (?!me\b|us\b|my\b|the \w+ing)\w+"
    ),
    (
        r"^[\s)]{0,3}(?:\w+ ){0,8}?(?:was|were|is|are|being|been) (?:\w+ ){0,2}?(?:\w+(?:ed|en"
        rf"|t|ne)|run|made|set)(?: (?:up|out|down))?(?: for (?:us|me))? by (?:a |an |the |our |my )?(?:[\w-]+ ){{0,2}}?(?:{OTHER_WORDS}"
        rf"|{GROUP_WORDS})\b"
    ),
    (
        r"^(?:\w+ ){0,3}?(?:was|were|is|are) (?:theirs|his|hers|(?:the|our|my|another) (?:\w+ "
        r"){1,2}?'s)(?= |$)"
    ),
    (
        r"^(?:\w+ ){0,2}?(?:done|made|written|run|built|handled|decided) (?:upstairs|downstairs"
        r"|offshore|externally|centrally|remotely|elsewhere|abroad|next door|off - ?site"
        r"|overseas|by hand by|in - ?house by)"
    ),
)
# "Passed the legal research on to counsel": given away.
GIVES = re.compile(
    r"\b(?:passed|pass|handed|hand|left|leave|gave|give|outsourced|delegated|entrusted|forwarded"
    r"|lent|trusted|sent)(?: (?:all|the|our|my|most|any))*(?: of)?(?: (?:the|our|my))?$"
)
AWAY = re.compile(r"(?:\w+ ){0,2}?(?:(?:on |over |back )?to|with) (?!\d|[\w-]+ing )\w+")
# Behind what others show or ran: "were mine".
MINE = either(
    r"^(?:\w+ ){0,2}?by me\b",
    (
        r"^(?:(?!but |while |whereas )[^\s;]+ ){0,12}?(?:is|are|was|were) (?:all |mostly |my "
        r"|by )?(?:mine|my own|my work|me)\b"
    ),
    (
        r"^(?:(?!but |while |whereas )[^\s;]+ ){0,8}?[;,] (?:i |so i |then )?(?:rewrote"
        r"|replaced|rebuilt|fixed|ported|maintained|cleaned|took over|took) (?:it|them)\b"
    ),
)
# Told of a time at which the writer was not there.
ELSEWHEN = re.compile(
    r"^(?:[^\s.;]+ ){0,8}?(?:before (?:i|we|she|he) (?:had )?(?:joined|came|arrived|started|got there"
    r"|took over|was hired|were hired)|before (?:my|our) (?:arrival|time|days?)\b|(?:after|when"
    r"|as) (?:i|we) (?:had )?(?:left|quit|resigned|moved on|retired)|after my (?:departure|time))\b"
)
# Verbs by which others make a thing: "a rollout that consultants did".
MAKES = frozenset(
    """did does made make makes built build builds wrote write writes ran run runs designed led
    leads handled handles delivered own owns owned maintain maintains maintained developed
    implemented configured programmed coded supplied installed created operates operated operate
    hosts trained drew drawn""".split()
)
# By which they do so for good: "pricing in R; the actuaries wrote it".
DID_IT = (
    MAKES - frozenset("run runs ran operates operated operate hosts own owns owned".split())
) | frozenset("typed kept keep keeps chose handle".split())
MADE = frozenset(
    "built build wrote write made make designed design created create developed".split()
)
