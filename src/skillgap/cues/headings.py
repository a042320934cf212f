"""Headings in words of one's own: what quotes an advert, wishes, denies, or lets others speak."""

from __future__ import annotations

import re

from skillgap.words import either, one_of

# "Learning designer", "Learning and development": trades, no wishes.
_LEARNING_TRADES = (
    r"(?! (?:designer|and|&|technolog\w+|platforms?|management|support|theor\w+|sciences?|design"
    r"|experience|tools|systems|needs|environments?|disabilit\w+|materials?))"
)
ADVERT = re.compile(
    r"(?:the |my |from |a |an |recent |their |job |this |your |of |in )*(?:ad|advert|advertisement"
    r"|posting|vacancy|notice|listing)(?: (?:that|which|i|we|you|text|reads|says|answer|answered"
    r"|answering|applied|applying|to|for|in|short|this|it|made|me|write|writing|found|saw|have|half"
    r"|fit|on|my|desk|behind|am|as|read|asks|below|caught|eye|him|her|us|them|he|she|they|drew"
    r"|brought|liked|kept|keep|got|copied|pasted|quoted|cut|out|sent|here|question|responding"
    r"|reply|replying))*$"
)
# Words of headings as they are often misspelt, folded; and the sign for one of them.
MISSPELT = {
    wrong: right
    for right, forms in {
        "and": "&",
        "experience": "experince exprience experiance expirience experence expereince exprerience",
        "education": "educaton eduction",
        "qualifications": "qualifictions qualificatons",
        "certifications": "certifcations certfications certificatons",
        "achievements": "acheivements achievments acheivments",
        "professional": "proffesional profesional proffessional",
        "employment": "employement employmemt",
        "summary": "sumary summery",
        "career": "carrier carreer",
        "objective": "objctive",
        "interests": "intrests",
        "attributes": "atributes attibutes",
        "references": "referances refrences",
    }.items()
    for wrong in forms.split()
}
# Words that stand before or behind a heading's own word and change nothing.
MODIFIERS = frozenset(
    """relevant selected key core technical professional additional my personal academic previous
    recent main other current general notable special specialized related further primary digital
    business management soft and detailed brief short industry practical earlier early past latest
    major formal essential the featured top prior present full overall specific applied
    international commercial complete""".split()
)
# Headings that speak in sentences, with the kinds of section that they open. The first that fits
# the whole line decides.
_PEOPLE = (
    r"(?:people|others|colleagues|clients|customers|they|managers|bosses|students|patients|teams?)"
)
SPOKEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words), kind)
    for words, kind in (
        (
            r"(?:what|where) i(?:'ve)? (?:do|did|work|worked|earn|earned|am paid|get paid)(?: (?:for|to do|by|at|in|all|during|my|a|the))+ (?:money|living|work|day|moment|week|days|present)"
            r"|where i (?:do|did|have done|practi[cs]e|learned) (?:it|that|this|so)|what i(?:'m| am) (?:paid|hired) (?:for|to do)|(?:the )?(?:day job|paid work|bread and butter)",
            "work",
        ),
        (
            r"(?:why|what made me|what makes me) (?:i )?(?:am |i'm )?(?:write|writing)(?: to)? you"
            r"|(?:what|the (?:job|role|person)(?: as)?) you (?:are |have )?(?:look|looking|want|seek|ask"
            r"|asking|describe|described|advertise|advertised|need)(?: it| for)?"
            r"|(?:what|whom?) you (?:are|seem to be) (?:looking for|after|hiring)",
            "posting",
        ),
        (
            rf"(?:what|how) (?:my |the |former |old |some )*{_PEOPLE} (?:say|said|think|thought|write|wrote"
            r"|see|tell)(?: (?:of|about|to|me|my|work))*"
            r"|(?:in )?(?:some ?one|some ?body|other people|others|their|other) (?:else )?(?:'s )?(?:own )?words"
            r"|(?:in )?(?:some ?one|other people|some ?body|others|their|other)(?: else)?['’]?s? (?:own )?words"
            r"|(?:kind|nice|good) (?:words|things)(?: (?:people|others|they) (?:say|said))?|refs?|(?:some things )?said (?:of|about) (?:me|us|him|her)"
            r"|(?:some )?(?:people|persons?|names|those|who(?:m)?|someone|whom? you (?:can|may))(?: (?:to|can|could|may|you))*"
            r" (?:ask|call|ring|phone|contact|speak to|speak with|talk to)(?: about me)?|you (?:may|can|could) (?:also )?(?:ask|call|ring|phone|contact|speak to)"
            r"|(?:people|those|some) who(?:'d| would| will| can| may)? (?:say|speak|vouch|tell|put in)(?: \w+){0,5}"
            r"|(?:please )?(?:ask|call|ring) (?:them|him|her|around|these|these people)|feedback(?: (?:from|of) \w+)?"
            r"|(?:who|people who|those who) (?:can )?(?:know|knows|vouch|speak|speaks)(?: (?:for|of|about))?(?: me)?",
            "references",
        ),
        (
            r"(?:away from|outside|beyond|off) (?:the|my) (?:desk|keyboard|computer|screen|office|job|clock"
            r"|kitchen|classroom|ward|lab|shop|workshop|studio|site|shift|day job)"
            r"|when (?:i am|i'm|the \w+ is) (?:not|off|away|shut|closed|down)(?: \w+){0,3}|unplugged|offline|off|off screen"
            r"|outside|besides|(?:after|past) (?:five|six|dark|closing time|the (?:bell|shift|whistle))|not at work|not work"
            r"|evenings and weekends|(?:on )?(?:sundays|saturdays|weekends)|the other (?:half|side) of (?:me|life)|(?:and )?the rest of (?:my )?life|play"
            r"|(?:just )?for (?:the )?(?:fun|joy|love)(?: of it)?|for my own (?:fun|pleasure)"
            r"|what i do (?:for fun|at home|on (?:sundays|weekends)|otherwise)",
            "interests",
        ),
        (
            r"(?:what|where) (?:i am|i'm|am i|i) (?:now |still |currently |next )?(?:learning|studying|reading"
            r"|practi[cs]ing|heading|headed|going|training|want|hope|plan|aim|would like|dream|wish)"
            r"(?: (?:to|for|next|now|at present|at the moment|right|of|towards?|be|go|do|learn|in|the)){0,4}"
            r"|(?:what )?(?:i am |i'm |now |currently )?(?:looking for|seeking|in search of)(?: (?:an?|my|the|next|new|role|job|post|position))*"
            r"|(?:what|where) (?:is|comes?|will be) (?:coming )?(?:up )?(?:next|after|then|later)"
            r"|(?:i(?:'d| would)|would) (?:like|love) to(?: (?:learn|do|try|be))?|(?:now |currently )?(?:reading|learning|studying)(?: about| up on)?(?: now| at present)?|to improve|to learn|(?:in )?the coming (?:year|months|winter|spring)|(?:next|coming|this coming) (?:year|winter|spring|summer|autumn)|wants"
            r"|things (?:i|to) (?:want|would like|hope|plan|still want|learn)(?: to)?(?: \w+)?"
            r"|(?:what|things) i(?: am|'m)? (?:now |still |currently )?(?:teaching|trying to teach) myself|(?:still )?(?:getting|growing|becoming) (?:better|stronger|good)(?: (?:at|in|with))?"
            r"|(?:one|any) of these days|where (?:i(?:'d| would) like to|to)(?: (?:go|be|next|now|from here))*|in the (?:works|making|oven)"
            r"|(?:still )?(?:brewing|simmering|cooking|unfinished(?: business)?|half[ -]*(?:done|way|finished|learned))|under ?way|(?:not|nearly|almost) there yet|getting there|work in progress|on the (?:stove|workbench|nightstand|bedside table)",
            "other",
        ),
        (
            r"(?:what|things?|where|skills?|tools?) (?:that )?(?:i|you) (?:cannot|can't|do not|don't|will not|won't|have not|haven't"
            r"|am not|never|should not|shouldn't)(?: (?:i|do|done|offer|know|have|find|expect|use|find|here"
            r"|good|at|yet|bring|write|like|claim|to|me|ask)){0,5}"
            r"|outside (?:of )?my (?:comfort zone|field|reach|range|trade|skills?)|beyond me|not (?:my|in the|for|on|yet|here)(?: \w+)?|(?:i )?would rather not(?: \w+)?|i(?:'d| would) rather not"
            r"|(?:rather )?(?:bad|hopeless|useless|terrible|clumsy|weak|rusty) (?:with|at|in|on)|where i(?: am|'m) (?:less|no|not(?: so| very| much)?|of little) (?:useful|use|good|help|strong)"
            r"|(?:what|things) (?:i(?:'d| would)|is|are) (?:rather |better |best )?(?:someone|somebody|others|left|done|leave)(?: \w+){0,3}"
            r"|(?:what|things) i (?:leave alone|avoid|dodge|skip|do without|stay away from|keep away from|keep my hands off)"
            r"|i (?:can't|cannot|can not)(?: \w+)?|still (?:weak|shaky|rusty|missing|bad|poor|clumsy)(?: (?:at|in|with))?"
            r"|(?:less|not so|not as|not very) (?:good|strong|sure|skilled|at home|keen) (?:with|at|in|on)"
            r"|(?:i )?(?:will|would|do|shall|can) (?:not|never) (?:do|touch|use|take on|work with|offer)(?: \w+)?|won't do|never again|kindly do not ask(?: for)?|(?:please )?do not ask me(?: (?:to|for|about))?|left to others|for (?:others|other people)"
            r"|(?:what|things) i leave(?: (?:to|for) \w+)?",
            "other",
        ),
        (
            r"what (?:i am|i'm) (?:good|best|known|hired) (?:at|for)|what i (?:can|could) (?:do|offer|bring)"
            r"(?: (?:to|for|you))*|what you (?:would )?get"
            r"|(?:i )?(?:can )?also (?:use|know|work with|worked with|write|code in|used)",
            "skills",
        ),
    )
)  # fmt: skip
WISHES = either(
    rf"^(?:(?:currently|now|still|what i am|what i'm) )?(?:re)?learning\b{_LEARNING_TRADES}",
    r"\bto learn\b",
    r"\blearning (?:next|goals?|plan|list)\b",
    one_of(
        r"next",
        r"goals?",
        r"plans?",
        r"roadmap",
        r"on my list",
        r"future",
        r"some ?day",
        r"one day",
        r"(?:one|any) of these days",
        r"where to(?: next| from here)?$",
        r"in the (?:works|making)",
        r"getting there",
        r"wish(?:es| list)?",
        r"soon",
        r"ahead",
        r"looking at",
        r"exploring",
        r"aspirations?",
        r"ambitions?",
        r"dreams?",
        r"hopes?",
        r"horizon",
        r"pipeline",
        r"next chapter",
        r"to do",
        r"bucket list",
        r"reading now",
        r"currently reading",
        r"love to",
        r"studying",
        r"want to (?:go|be|do|become)",
        r"would like",
        r"hope to",
        r"looking for",
        r"seeking",
        r"in search of",
        r"i'd like to",
        r"what i want$",
        r"coming up",
        r"in progress",
        r"where i(?: am|'m) (?:heading|headed|going)",
        r"to improve",
        r"what comes",
        r"reading about",
        r"^wants?$",
        r"intentions?$",
        r"curious about",
        r"tempted by",
        r"drawn to",
        r"teaching myself",
        r"(?:getting|get|growing|becoming) (?:better|stronger|into|to grips)",
        r"better at",
        r"figuring out",
        r"in my sights",
        r"room to grow",
        r"half - learned",
        r"now reading",
        r"coming year",
        r"next year",
        r"wants",
        (
            r"(?:i am|i'm|currently|still) (?:building|developing|growing|improving|working on"
            r"|acquiring|picking up|strengthening)"
        ),
        r"on the go$",
        r"areas (?:for|of) (?:growth|development|improvement)",
        r"what i(?: am|'m)(?: now| still)? (?:learning|studying|practi[cs]ing|reading)",
        before=r"\b",
        behind=r"\b",
    ),
)
DENIALS = re.compile(
    r"\b(?:not|never|none|nil|nothing|zero|don't|doesn't|won't|haven't|can't|cannot|no|without"
    r"|gaps?|weak\w*|missing|unknown|limits?|limitations|blind|out of scope|outside (?:of )?my"
    r"|beyond me|bad (?:with|at)|hopeless|useless|less useful|clumsy|terrible|avoid|allergic to|steer clear"
    r"|(?:leave|left) alone|(?:stay|keep|kept) away|off limits|hates?|loathes?|dislikes?|still (?:weak|shaky|rusty|bad|poor)|left to others|less good|not so|not as|not very|rather not|rather (?:someone|somebody|others|you)|(?:someone|somebody) else (?:do|did|does|can)|couldn't|wouldn't|i leave|declines?|refuse)\b"
)

# What a job's own lines stand under: "Job description:", right below its name and dates.
DUTIES = re.compile(
    r"(?:brief )?(?:job|position|work|role|company|project) (?:description|summary|profile|role"
    r"|responsibilit(?:y|ies)|details)|the role|about the (?:role|job)",
    re.IGNORECASE,
)
# What a job's lines stand under, wherever in the job: its duties, and what came of them.
_KEY = r"(?:(?:key|main|major|core|primary|notable|selected|principal|significant) )?"
TASKS = re.compile(
    rf"{_KEY}(?:roles?|duties|tasks) ?(?:&|and|/|,) ?responsibilit(?:y|ies)"
    rf"|{_KEY}(?:responsibilit(?:y|ies)|duties|contributions|deliverables|tasks)"
    r"(?: ?(?:&|and|/) ?(?:roles?|duties|achievements?|accomplishments?|contributions?))?",
    re.IGNORECASE,
)
RESULTS = re.compile(
    rf"{_KEY}(?:achievements?|accomplishments?|highlights?|results|projects?|successes)"
    r"(?: ?(?:&|and|/) ?(?:achievements?|accomplishments?|responsibilit(?:y|ies)|projects?))?",
    re.IGNORECASE,
)
# Labels that restrict what they open; a longer one is the start of a sentence.
RESTRICTS = re.compile(
    r"(?:not|never|won't|wouldn't|couldn't|can't|cannot|(?:would )?rather not|no(?= (?:\w+ )?(?:experience|skills?|knowledge|exposure|use|interest|training"
    r"|yet)\b|$)|none|nil|don't|do not|what i (?:don't|do not|can't)|things i (?:don't|do not)"
    r"|gaps?"
    r"|weak(?:ness(?:es)?)?|missing|still|currently|now"
    r"|learning(?! (?:designer|and|&|technolog|platform|management|design|support|scienc))"
    r"|next|up next|plan(?:s|ned|ning)?|want|wish|goals?|future|soon|some ?day|one day|on my"
    r"|hop(?:e|ing)|would like|looking|in progress|to learn)\b"
    r"(?! (?:afraid|bad|only|shy|least|reached|achieved|met|let|just))(?: [\w'’-]+){0,4}",
    re.IGNORECASE,
)

_LEAST_TOLD = 3  # "What she brings"
_THIRD = {"has": "have", "does": "do", "is": "am", "would": "would", "goes": "go"}


def as_i(title: str, words: list[str]) -> list[str]:
    """A heading of a resume in the third person as the writer would put it: "What Magdalena
    brings", "What she does not do"."""
    if len(words) < _LEAST_TOLD or words[0] not in ("what", "where", "how", "things", "when"):
        return words
    named = title.split()[1][:1].isupper() and title.split()[2][:1].islower()
    if not (named or words[1] in ("she", "he", "they")) or words[1].startswith(("i", "you", "my")):
        return words
    verb = _THIRD.get(words[2], words[2].removesuffix("s"))
    return [words[0], "i", verb, *words[3:]]
