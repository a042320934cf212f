"""What is still to come: courses that go on, and plans told as such: "exam booked", "next winter"."""

from __future__ import annotations

import re

from skillgap.words import either, one_of

# "Two semesters left", "three lectures in, nine to go".
LEFT = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|a few)"
    r"(?: (?:semester|term|module|lecture|lesson|week|month|chapter|course|exam|paper|unit|credit"
    r"|part|level|class|year)(?:e?s)?)? (?:still )?(?:left(?! \w+ing)|to go|remaining|outstanding"
    r"|still to (?:sit|come|do|pass|take|write)|to come)"
)
# Anywhere behind a course, degree or exam: not done yet.
UNFINISHED = either(
    one_of(
        r"expected",
        r"anticipated",
        r"deferred",
        r"postponed",
        r"in progress",
        r"ongoing",
        r"under ?way",
        r"half (?:done|way|finished)",
        r"planned",
        r"enrolled",
        r"booked",
        r"pending",
        r"upcoming",
        r"offer accepted",
        r"admitted",
        r"eligible",
        r"incomplete",
        r"unfinished",
        r"abandoned",
        r"withdrawn",
        r"wait ?list(?:ed)?",
        r"(?:module|week|chapter|term) (?:one|two|three|four|five|six|\d+)",
        r"to (?:begin|start|commence)",
        r"commencing",
        r"to be (?:taken|completed|sat)",
        r"not (?:yet )?(?:taken|passed|finished|completed|started|begun|sat)",
        (
            r"(?:starts|starting|begins|beginning|resumes|resuming|continues|restarts|due|exam|from) (?:in |on |this |late |early "
            r")?(?:next|january|february|march|april|may|june|july|august|september|october"
            r"|november|december|spring|summer|autumn|fall|winter)"
        ),
        LEFT,
        r"dropped out",
        r"failed",
        r"(?:resit|retake|resitting|retaking|again|i try|i sit|i take|place \w+ reserved|reserved) (?:it )?(?:in|for|on|this|next)",
        r"didn't finish",
        r"did not finish",
        r"never (?:finished|completed|sat|passed)",
        before=r"\b",
        behind=r"\b",
    ),
)

_TIMES = r"(?:week|month|year|term|semester|spring|summer|autumn|fall|winter)"
_STUDIES = r"(?:courses?|class(?:es)?|lessons?|bootcamp|tutorials?|mooc|module|workshop|lectures|videos|book|certificate|exam)"
# In the candidate's own clause: what has not happened yet.
FUTURE = either(
    one_of(
        r"i'll",
        r"i'd",
        r"we'll",
        (
            r"(?:i|we|you) (?:\w+ )?(?:will|would|shall|hope|want|wish|plan|aim|intend"
            r"|mean)(?! say| rate| call| describe)"
        ),
        r"would (?:jump|love|be (?:glad|happy|delighted))",
        r"some ?day",
        r"one day",
        r"eventually",
        r"sooner or later",
        r"going to",
        r"by (?:next|the end of next)",
        rf"(?:this|next|coming) {_TIMES} i (?:take|start|begin|sit|learn|study|go)",
        r"(?:looking|look) forward to",
        r"meaning to",
        r"get(?:ting)? to know",
        r"(?:first|rough|basic|some) (?:idea|notion|grasp|taste) of",
        r"(?:my|your|his|her|their|a) feet wet",
        r"(?:first|baby) steps",
        rf"(?:first|next) {_STUDIES} (?:on|in|about)",
        (
            r"(?:half ?-? ?way|midway|part ?-? ?way|(?:lessons|weeks|chapters|modules|months"
            r"|days)) (?:through|into)"
        ),
        r"applied (?:for|to)",
        r"open to (?:training|learning|studying)",
        r"(?:see|picture|imagine) myself",
        r"(?:follow|following|watch|watching) (?:the )?(?:developments|debates?|news)",
        r"(?:get|getting|got) the hang of",
        r"(?:jump|leap|step|switch|path|change|way|road) (?:from (?:\S+ ){1,4}?)?(?:in)?to",
        r"tempted by",
        r"itching to",
        r"hungry for",
        r"to be (?:acquired|learn(?:ed|t)|added|studied|obtained)",
        r"beginner(?:'s)?(?: level)? (?:in|at)",
        r"attending evening (?:classes|courses)",
        r"take evening (?:classes|courses)",
        (
            r"(?<!taught )(?<!teach )(?<!teaching )(?<!gave )(?<!giving )(?<!ran )evening "
            r"classes in"
        ),
        r"lately reading",
        r"would welcome(?: training| a chance| an introduction)?",
        r"curious to",
        r"(?:see|saw) room for",
        r"long - term ,? i",
        r"(?:can|could) learn",
        r"(?:get|getting) my hands on",
        r"i follow",
        r"want(?:s|ing)? (?:in|to be|to get)",
        r"no plans beyond",
        r"(?:save|saving|saved) up for",
        before=r"\b",
        behind=r"(?= |$)",
    ),
    (
        r"(?:^|[,;:] )(?:soon|next up|studying|exploring|discovering|revising|learn|study|try"
        r"|explore|towards?)$"
    ),
)
# A wish to go on with what one does is no wish.
CONTINUES = re.compile(
    r"\b(?:keep|continue|carry (?:on)?|go on(?! to\b)|stay|remain|bring|apply|offer|share|put"
    r"|contribute|pass on|build on|rely|use my|trust|without|recommend|again|still|never)\b"
)
# Behind a skill that the clause speaks of.
TO_COME = either(
    r"(?:should|ought to) (?:follow|come)\b",
    (
        r"(?:\w+ ){0,3}?(?:is|are|will|would|comes?|scheduled|planned|booked|pending|underway"
        r"|in progress)\b(?:(?: \S+){0,4}? (?:want|hope|plan|wish|next|intend|aim|soon|some "
        r"?day|scheduled|planned|booked|pending|upcoming|list|roadmap|goal|dream|ambition"
        rf"|future|{_TIMES})\b| (?:for|in|this|next) (?:next )?(?:january|february|march|april"
        r"|may|june|july|august|september|october|november|december)\b|(?: \S+){0,2}? (?:to "
        r"come|follow)\b)(?! (?:ago|was|were))"
    ),
)
# Before a colon: what follows is still to come.
WISHED_LEAD = either(
    r"^(?:(?:reading|study) group)$",
    (
        r"^(?!.*\b(?:reached|achieved|met|done|passed|completed)\b)(?:(?:expected|due|scheduled"
        r"|anticipated|planned)(?: (?:in|for|by|early|late|mid|spring|summer|autumn|fall|winter"
        r"|january|february|march|april|may|june|july|august|september|october|november"
        r"|december|(?:19|20)\d\d)){0,3}$|(?:career )?objective$|(?:sitting|resitting|taking"
        r"|starting)(?: \w+){0,3}$|to (?:be )?\w+|trying(?: out)?|pursuing|in preparation"
        r"|preparing(?= (?:for|to)\b|$)|scheduled|coming|awaiting|(?:this|next|current) (?:week"
        r"|month|year|term|semester|quarter|trimester|spring|summer|autumn|fall|winter)|geplant"
        r"|geplante?[rs]?|in (?:arbeit|vorbereitung|planung)|derzeit|en cours|pr[ée]vue?s?|en "
        r"curso|previst[oa]s?|in corso|(?:my )?(?:aims?|goals?|targets?|ambitions?|dream)"
        r"|signed up|registered|enrolled|booked|applied|(?:still |currently |now )?learning(?! "
        r"(?:designer|and|&|technolog|platform|management|support|scienc))|next\b|up next"
        r"|goals?|planned|plans?(?! and\b)|future\b|soon|some ?day|one day|wish ?list|on (?:my"
        r"|the) (?:(?:\w+ )?list|radar|desk)(?: for (?:20)?\d\d)?|in progress|under study"
        r"|doing (?:at present|now|right now)|at present|at the moment|right now|in training"
        r"|under ?way|in the works|ahead|(?:currently )?studying|on my (?:\w+ )?\w+$|(?:still "
        r")?to do|roadmap|ambitions?|exploring(?! \w+ \w+)|in (?:view|sight|the making|the queue|line|the wings)|queued|on deck|backlog|waiting(?: list)?|simmering|brewing|eyeing|tempting|bookmarked|under construction|working (?:on|towards?)(?! (?:the"
        r"|an?|our)\b))\b"
    ),
    (
        r"\b(?:want to|would like to|hope to|plan to|aim to|am learning|are learning|in "
        r"progress|next|to learn|curious about|coming up|applied for)$"
    ),
    r"\( ?(?:in progress|ongoing|currently|due|expected|planned|starting|enrolled)\b[^()]*\)$",
    r", (?:expected|due|planned|starting|starts|ends|ending) (?:in )?(?:\w+ )?20\d\d$",
)
_TAUGHT = (
    r"(?:courses?|modules?|class(?:es)?|lessons?|lectures?|seminars?|webinars?|bootcamp|tutorials?|mooc|reading group|study group"
    r"|books?|videos?(?! games?)|podcasts?|evening school|night school|workshops?|half - day|study day|taster|briefing)"
)
STUDY_BEFORE = re.compile(rf"\b{_TAUGHT} (?:\w+ )?(?:in|on|about|of|for)(?: the)?$")
STUDY_BEHIND = re.compile(rf"(?:\w+ ){{0,2}}?(?:{_TAUGHT}|exam)(?= |$)")
# Somewhere in the sentence: it was finished, put to use, or given by the writer.
STUDIED = either(
    one_of(
        r"complet\w+",
        r"finish\w+",
        r"pass(?:ed)?",
        r"graduat\w+",
        r"earned",
        r"obtained",
        r"distinction",
        r"certified",
        r"certificate",
        r"diploma",
        r"since",
        r"(?:19|20)\d\d",
        r"teach\w*",
        r"taught",
        r"instruct\w*",
        r"lecturer",
        r"tutor",
        r"gave",
        r"give",
        r"design\w*",
        r"wrote",
        r"write",
        r"led",
        r"lead",
        r"ran",
        r"run",
        r"deliver\w*",
        r"host\w*",
        r"organi\w+",
        r"creat\w+",
        r"develop\w*",
        r"made",
        r"make",
        r"built",
        r"prepar\w*",
        r"facilitat\w*",
        r"conduct\w*",
        r"present\w*",
        r"produc\w+",
        r"publish\w*",
        r"author",
        r"edit\w*",
        r"record\w*",
        r"film\w*",
        r"launch\w*",
        r"translat\w*",
        r"sold",
        r"years",
        r"weekly",
        r"used",
        r"applied",
        r"did",
        r"took",
        r"taken",
        r"had",
        r"held",
        r"hold",
        r"with which",
        r"after",
        r"then",
        r"top of",
        r"best",
        r"prize",
        r"first in",
        (
            r"for (?:[\w']+ ){0,4}?(?:staff|students|colleagues|pupils|clients|teachers"
            r"|children|employees|engineers|nurses|clerks|accountants|offices|schools|lawyers"
            r"|editors|officials|users|customers|journalists|analysts|librarians|citizens"
            r"|seniors|volunteers|companies|departments|newcomers)"
        ),
        r"for (?:over |about |around |some )?\d+",
        before=r"\b",
        behind=r"\b",
    ),
)
# At the start of a line or behind "I am": learnt or read about, not done.
LEARNS = re.compile(
    r"^(?:i am |i'm |am |now |currently )?(?:learning|studying|exploring|discovering|reading"
    r"|watching|following|trying(?: out)?|practi[cs]ing|revisiting|brushing up(?: on)?|catching up "
    r"on|reading up on)\b(?! ,)"
)
