"""What a pasted job posting says: "the ideal candidate", "nice to have"."""

from __future__ import annotations

import re

from skillgap.words import cue

POSTING = cue(
    r"(?:the (?:position|role|job|post|vacancy) (?:requires|asks for|demands|needs)|^(?:desired|desirable|preferred|required)(?: skills| qualifications| experience)? :|the (?:ideal|successful|right) candidate|you(?: will|'ll) (?:be|have|work|lead|join|design"
    r"|build|own|bring)|your (?:responsibilities|profile|tasks|role will)|applicants (?:must|should)"
    r"|we(?: are|'re) (?:looking for|hiring|seeking)|we offer (?:you )?|candidates? (?:must|should|will)"
    r"|you (?:have|bring|are) (?:a |an |at least |\d|(?:two|three|four|five|six|seven|eight|ten) )|equal opportunity employer|apply (?:now|today)"
    r"|join our team|what you (?:bring|will do)|training given|you bring :|(?:desirable|essential|(?<!model )(?<!feature )(?<!variable )(?<!site )(?<!vendor )(?<!supplier )selection) criteria"
    r"|job description(?= ?(?:[:\"”]|$| (?:asks|says|wants|requires|calls|lists)))|person specification|(?:adverts?|vacancy text|posting) (?:\S+ ){0,3}?[\"“'‘:]|preferred but not required"
    r"|\bmust\b(?= ?[\".”]|$)|nice to have(?! (?:you|met))|skills sought|duties will include|job calls for|qualifications required|you asked for|asking for"
    r"|your (?:posting|advert|ad) (?:lists|asks|says|mentions)|years ' (?:\S+ ){1,4}(?:expected|required)"
    r"|(?:from|in|per|to|under|of|on) (?:the|your|an?|their|this|that) (?:job )?(?:posting|ad|advert|advertisement|vacancy|notice|listing|person spec\w*)\b(?! (?:campaign|copy|agency|team|boards?|system|server))"
    r"|(?:the|this|that|their|old|new|recent|whole) (?:role|listing|ad|advert|advertisement|posting|vacancy"
    r"|job posting|job ad|job advert|job description|vacancy (?:no )?\d+|reference \d+) (?:\w+ ){0,4}?(?:asks?|asked|says?|said|wants?|wanted|needs?|insists?|seeks?|demands?"
    r"|calls?|called|reads?|lists?|listed|required?|mentions?|mentioned))"
    r"|(?:^|[\"“'‘:] ?)(?:must - haves?|must haves?|ideal profile|we need|nice - to - haves?|nice to have|nice|desirable|required|requirements?"
    r"|essential|preferred|wanted|a plus|bonus) :|(?:is|are|would be) (?:a plus|an asset|required"
    r"|preferred|a must|desirable)\b|a plus(?= ?(?:[\".”)]|$))|(?:looking for|seeking|wanted :?|we (?:want|need|seek)|in search of) (?:an? |two |our |your )?(?:\w+ ){0,4}?(?:developers?|engineers?|scientists?|analysts?|designers?|programmers?|managers?|writers?|creators?|auditors?|architects?|specialists?|nurses?|teachers?) (?:with|who|fluent|familiar|experienced|to)\b|(?<!as )(?<!when )(?<!if )(?<!where )(?<!wherever )(?<!whenever )(?<!than )\b(?:required|preferred) [.,\"”]"
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
    r"(?:is|are) not (?:\w+ )?(?:required|necessary|needed|essential|mandatory|a must)(?: ,)?"
    r" (?:but|though|however|yet) (?:\w+ ){0,4}(?:plus|bonus|asset|advantage|nice|great|good|helpful"
    r"|useful|welcome|desirable|valued|appreciated|preferred)\b"
)
NO_LONGER_DENIED = re.compile(r"\bbut (?!.*\b(?:no|not|never|without|don't)\b)")
REFEREE = re.compile(
    r"\b(?:(?:up)?on request|referees?|references? :|reference from|(?:my )?former (?:manager|boss|head|chief|supervisor|director) ?[,”\"]|, (?:my )?(?:former|last) (?:manager|boss|supervisor|employer|head)$|[–-] (?:\w+ ){0,4}, (?:former|last)|recommended by|(?:those|people) who know (?:me|my work)|can (?:speak|vouch|testify|attest) (?:to|for)|(?:speak|talk) to my (?:former |last )?(?:manager|boss|head|supervisor)|(?:says|writes|wrote) my (?:last |former |old )?(?:boss|manager|supervisor))\b"
)
POSTING_ENDS = re.compile(r" [;—–] | i have\b| i've\b")
# A second person in a sentence without a first one: "you know your way around Python".
YOU = cue(
    r"(?<!thank )\byou(?:'d|'ll|'ve|'re)?(?= )(?! (?:get|won't|name it|insist|like|prefer|must))|^about you\b|^your (?:profile|skills|tasks)\b"
)
FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|myself|i'm|i've|i'd|i'll)\b")
