"""What a pasted job posting says: "the ideal candidate", "nice to have"."""

from __future__ import annotations

import re

from skillgap.words import cue, either, one_of

# In a longer quotation: an advert speaks.
TO_YOU = re.compile(r"(?<!\S)(?:you|your|you'll|wanted|we offer|must)(?!\S)")
POSTING = cue(
    (
        r"(?:the (?:position|role|job|post|vacancy) (?:requires|asks for|demands|needs)"
        r"|^(?:desired|desirable|preferred|required)(?: skills| qualifications| experience)? :"
        r"|the (?:ideal|successful|right) candidate|you(?: will|'ll) (?:be|have|work|lead|join"
        r"|design|build|own|bring)|your (?:responsibilities|profile|tasks|role will)"
        r"|applicants (?:must|should)|we(?: are|'re) (?:looking for|hiring|seeking)|we offer "
        r"(?:you )?|candidates? (?:must|should|will)|you (?:have|bring|are) (?:a |an |at least "
        r"|\d|(?:two|three|four|five|six|seven|eight|ten) )|equal opportunity employer|apply "
        r"(?:now|today)|join our team|what you (?:bring|will do)|training given|you bring :"
        r"|(?:desirable|essential|(?<!model )(?<!feature )(?<!variable )(?<!site )(?<!vendor "
        r")(?<!supplier )selection) criteria|job description(?= ?(?:[:\"”]|$| (?:asks|says"
        r"|wants|requires|calls|lists)))|person specification|(?:adverts?|vacancy text"
        r"|posting) (?:\S+ ){0,3}?[\"“'‘:]|preferred but not required|\bmust\b(?= ?[\".”]|$)"
        r"|nice to have(?! (?:you|met))|skills sought|duties will include|job calls for"
        r"|qualifications required|you asked for|asking for|your (?:posting|advert|ad) (?:lists"
        r"|asks|says|mentions)|years ' (?:\S+ ){1,4}(?:expected|required)|(?:from|in|per|to"
        r"|under|of|on) (?:the|your|an?|their|this|that) (?:job )?(?:posting|ad|advert"
        r"|advertisement|vacancy|notice|listing|person spec\w*)\b(?! (?:campaign|copy|agency"
        r"|team|boards?|system|server))|(?:the|this|that|their|old|new|recent|whole) (?:role"
        r"|listing|ad|advert|advertisement|posting|vacancy|job posting|job ad|job advert|job "
        r"description|vacancy (?:no )?\d+|reference \d+) (?:\w+ ){0,4}?(?:asks?|asked|says?"
        r"|said|wants?|wanted|needs?|insists?|seeks?|demands?|calls?|called|reads?|lists?"
        r"|listed|required?|mentions?|mentioned))"
    ),
    (
        r"(?:^|[\"“'‘:] ?)(?:must - haves?|must haves?|ideal profile|we need|nice - to - haves?"
        r"|nice to have|nice|desirable|required|requirements?|essential|preferred|wanted|a plus"
        r"|bonus) :"
    ),
    r"(?:is|are|would be) (?:a plus|an asset|required|preferred|a must|desirable)\b",
    r"a plus(?= ?(?:[\".”)]|$))",
    (
        r"(?:looking for|seeking|wanted :?|we (?:want|need|seek)|in search of) (?:an? |two |our "
        r"|your )?(?:\w+ ){0,4}?(?:developers?|engineers?|scientists?|analysts?|designers?"
        r"|programmers?|managers?|writers?|creators?|auditors?|architects?|specialists?|nurses?"
        r"|teachers?) (?:with|who|fluent|familiar|experienced|to)\b"
    ),
    (
        r"(?<!as )(?<!when )(?<!if )(?<!where )(?<!wherever )(?<!whenever )(?<!than "
        r")\b(?:required|preferred) [.,\"”]"
    ),
)
# Right before a tool that a posting asks for.
ASKED_FOR = re.compile(
    r"(?:\b(?:experience|experienced|knowledge|familiarity|familiar|expertise|proficiency|proficient"
    r"|fluent|fluency|skills?|skilled|worked|work|background|command|understanding|exposure)"
    r" (?:with|in|of|on|using|to)|\byears? (?:of|with)|\b(?:use|used|using|with)"
    r"|\byou(?:'ve| have)? (?:\w+ ){0,2}(?:know|knew|write|wrote|brought|bring|built|played with)"
    r"|\b(?:requires?|needs?|expects?|knows|brings|ideally|(?:points|credit) for)"
    r"|\b(?:built|done|written) \w+ in|\bat home in"
    r"|\b(?:nice|bonus|plus|preferred|desired|optional|required|mandatory)(?: (?:- )?to (?:- )?have)? :)"
    r"(?: an?| the| clean| good| solid| strong| some| basic| excellent)?$"
)
# The same told by what follows: "Airflow experience", "Spark would be a plus".
ASKED_BEHIND = re.compile(
    r"(?:experience|knowledge|skills?|expertise|proficiency|background|exposure)\b"
    r"|(?:[(–,-] )?(?:(?:is|are|will|would|be|also|considered|not) ){0,4}(?:an? )?(?:\w+ )?"
    r"(?:plus|bonus|asset|advantage|must|required|mandatory|essential|preferred|optional|desirable"
    r"|desired|nice|good|great|welcomed?|appreciated|valued|helpful|useful|beneficial|important|key"
    r"|help|helps|non - negotiable|the icing)\b"
)
# Before those whom one works with, and whose skills are theirs.
WITH_OTHERS = re.compile(
    r"\b(?:work|working|collaborate|collaborating|collaboration|cooperate|cooperating|partner"
    r"|partnering|liaise|liaising|interact|interacting|communicate|communicating|team up)"
    r" (?:\w+ ){0,2}(?:with|alongside) (?:\S+ ){0,6}$"
)
# "Docker is not required, but a plus"; "not a must, but nice: Docker".
NOT_A_MUST = re.compile(
    r"(?:is|are) not (?:\w+ )?(?:required|necessary|needed|essential|mandatory|a must)(?: ,)? "
    r"(?:but|though|however|yet) (?:\w+ ){0,4}(?:plus|bonus|asset|advantage|nice|great|good|helpful"
    r"|useful|welcome|desirable|valued|appreciated|preferred)\b"
)
NO_LONGER_DENIED = re.compile(r"\bbut (?!.*\b(?:no|not|never|without|don't)\b)")
REFEREE = either(
    one_of(
        r"(?:up)?on request",
        r"referees?",
        r"references? :",
        r"reference from",
        r"(?:my )?former (?:manager|boss|head|chief|supervisor|director) ?[,”\"]",
        r", (?:my )?(?:former|last) (?:manager|boss|supervisor|employer|head)$",
        r"[–-] (?:\w+ ){0,4}, (?:former|last)",
        r"recommended by",
        r"(?:those|people) who know (?:me|my work)",
        r"can (?:speak|vouch|testify|attest) (?:to|for)",
        r"(?:speak|talk) to my (?:former |last )?(?:manager|boss|head|supervisor)",
        r"(?:says|writes|wrote) my (?:last |former |old )?(?:boss|manager|supervisor)",
        before=r"\b",
        behind=r"\b",
    ),
)
POSTING_ENDS = re.compile(r" [;—–] | i have\b| i've\b")
# A second person in a sentence without a first one: "you know your way around Python".
YOU = cue(
    (
        r"(?<!thank )\byou(?:'d|'ll|'ve|'re)?(?= )(?! (?:get|won't|name it|insist|like|prefer"
        r"|must))"
    ),
    r"^about you\b",
    r"^your (?:profile|skills|tasks)\b",
)
FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|myself|i'm|i've|i'd|i'll)\b")
