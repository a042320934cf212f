"""What denies a skill: "no experience with", "not my thing"."""

from __future__ import annotations

import re

from skillgap.words import any_of, cue, either, one_of

_THINGS = any_of(
    r"""experience|knowledge|background|exposure|skills?|training|familiarity|expertise
    |proficiency|qualifications?|licen[cs]e|permit|understanding|competenc\w+|certifications?
    |grounding|practice|interest"""
)
_ADJECTIVES = (
    "(?:"
    + any_of(
        r"""prior|previous|real|much|any|hands - on|hands|on|-|professional|practical|commercial
        |formal|direct|deep|significant|extensive|advanced|paid|actual|relevant|specific|working
        |production|industry|strong|technical|coding|programming|work|great|further|solid
        |meaningful|own|serious"""
    )
    + " )"
)
_KNOW = any_of(
    r"""familiar|experienced|proficient|skilled|comfortable|trained|certified|fluent|versed
    |exposed|confident|worked|used|know|use|using|work|working|had|have|done|do|did|written
    |write|touched|touch|learned|learnt|learn|programmed|program|code|coded|studied|tried
    |deployed|built|train|an? expert|a strong|knowledgeable|acquainted|qualified|got|possess|own
    |speak|strong|good|great|yet|hands - on|my area|part of my|mine|needed|offered|for me
    |my thing|claimed?|pretend|managed"""
)
_NOT = (
    r"(?:(?:do|does|did|have|has|had|can|could|am|is|are|was|were|would|will)(?: ?not|n't)"
    r"|cannot|not|never|at no time)"
)
_SOFTENERS = any_of(
    "yet|really|actually|very|particularly|currently|ever|personally|been|myself|so far"
)
# What a bank or a shop declines is no refusal of the writer's: "every declined payment".
_DECLINED = r"(?:payment|transaction|card|claim|order|loan|request|application|charge)s?\b"
# A denial that reaches to the end of its clause.
DENIES = cue(
    (
        r"^(?:not (?:yet )?(?:used|known|tried|touched)|never(?: used| tried)?|(?:do not"
        r"|don't) know|no experience|unknown|none) \|(?= |$)"
    ),
    (
        r"(?:no|without|zero|lack|lacks|lacked|lacking|little|little (?:or|to) no|next to no"
        r"|not much|limited to no|minimal to no|not any) (?:any |an? |the "
        rf")?{_ADJECTIVES}{{0,4}}{_THINGS}\b"
    ),
    r"(?:lack|lacks|lacked|lacking)(?: of| in)? ",
    rf"{_NOT} (?:{_SOFTENERS} ){{0,2}}{_KNOW}\b",
    (
        r"without (?:ever )?(?:having (?:had )?to )?(?:write|writing|use|using|touch|touching"
        r"|know|knowing|learn|learning)\b"
    ),
    one_of(
        r"unfamiliar with",
        r"new to",
        r"neither",
        r"yet to",
        r"stay(?:ed|s|ing)? (?:away|clear) (?:from|of)",
        (
            r"(?:never|not|n't) (?:quite )?(?:got|gotten|get|had the (?:chance|time|need)|had "
            r"(?:a|any) (?:chance|need|reason))(?: (?:a)?round)?(?: to)?"
        ),
        (
            r"(?:avoid(?:ed|s|ing)?|skip(?:ped|s)?|dropped|gave up(?: on)?|(?<!of )(?<!a "
            r")failed(?! \w+(?<!ic)s\b)|exclud(?:ed|es|ing)|reject(?:ed|ing)|ruled out"
            rf"|considered|declin(?:ed|ing)(?! {_DECLINED})|weighed|toyed with|evaluated and "
            r"rejected|(?:decided|advised|voted|argued) against|opted out of)(?: the| using)?"
        ),
        r"hardly (?:any|ever)",
        r"barely",
        r"next to nothing",
        r"nothing to do with",
        r"precious little",
        r"(?:was |been )?spared(?: any| the)?",
        r"far from (?:an? )?(?:expert|fluent|good)",
        r"anything but",
        r"allergic to",
        r"short (?:on|of)",
        r"hates?",
        r"dreads?",
        r"loathes?",
        r"dislikes?",
        r"refused (?:to \w+|any)?",
        r"turned down",
        r"vetoed(?: the)?",
        r"(?:opposed|campaigned against|spoke against|voted down|put a stop to)(?: the)?",
        r"steer(?:ed|s|ing)? clear of",
        r"banned",
        r"in the absence of",
        r"none of (?:our|my|the) (?:\w+ ){1,2}",
        r"(?:know|knew|understand) nothing (?:about|of)",
        r"unable to (?:offer|use|afford|work)",
        r"untrained in",
        r"ignorant of",
        r"(?:a )?(?:complete |total |perfect )?stranger to",
        r"(?:total|complete|absolute) beginner(?: (?:at|in|with|when it comes to))?",
        r"scarcely any",
        (
            r"there (?:was|is|has been|had been) (?:\w+ ){0,2}?(?:talk of|(?:fashion|craze|fad|hype|rage"
            r"|rumou?r|fuss|noise|mania|appetite) (?:for|about|of|around))"
        ),
        r"(?:thought|pondered|wondered|dithered|mused) (?:\w+ ){0,2}(?:about|over|of)",
        r"(?:i|we) (?:was|were|am|have been|had been) (?:once )?offered(?! (?:an?|the) (?:job|post|role|permanent))",
        r"if only i knew",
        r"nobody \S+(?: \S+){0,6} knew",
        r"(?:do not|don't) contact me about",
        r"would sooner \w+ than",
        r"look in vain for",
        r"thing missing is",
        r"if asked about",
        r"(?:have|has|had|was|am) never been",
        r"as opposed to",
        r"in place of",
        r"(?:chose|picked|preferred|choose) \S+(?: \S+)? over",
        r"without the help of",
        r"no money for",
        r"no budget for",
        r"not counting",
        r"don't ask me (?:about|for|to)",
        r"ask someone else (?:about|for)",
        r"(?:cannot|can't) (?:do|claim|offer)",
        r"not my",
        r"free of",
        r"minus",
        r"(?:no|little) (?:use|time|love|patience|appetite|taste|talent|head|ear|eye) for",
        behind=r"\b",
    ),
    (
        r"(?:not|never|nobody|no one|no longer|hardly|\w+n't) (?:\S+ ){0,4}?(?:let|allowed|put"
        r"|come|came|been|have|had|get|got|go|went|gone) (?:\S+ ){0,4}?(?:near|close to|within "
        r"an? \S+ of|loose on|anywhere near)(?: (?:the|an?|our|any|their))?(?= "
        r"|$)(?!.*\bwithout )"
    ),
    (
        r"(?:no longer|never|not) (?:been )?(?:trusted|let loose|allowed|let) (?:with|loose on"
        r"|on|near|at)(?= |$)"
    ),
    (
        r"^(?:gaps?|missing|weakness(?:es)?|unknown|no|none|no experience|i leave out|(?:not"
        r"|never) (?:\w+ ){0,3}?\w+) [.…]{0,40} ?:"
    ),
    r"i (?:do not|don't|cannot|can't|never) (?:code|program) ;",
)
# A denial of just the skills right behind it: "no Java or Scala", "R instead of SAS".
_DENIES_NEXT = (
    r"(?:\b(?:no|zero|not|never|without(?: using)?|instead of|rather than|nor|excluding|except(?: for)?|apart from|bar|other than|everything but|all but|i leave"
    r"|with the exception of|never \w+ ,(?: the| any| an?)?"
    r"|(?:did|do|does|have|has|had)(?:n't| not))|\bnot (?:a|an))"
)
DENIES_NEXT = re.compile(f"{_DENIES_NEXT}$")
MAY_DENY_NEXT = cue(rf"{_DENIES_NEXT}(?!\S)")
NO_DENIAL = re.compile(
    r"\b(?:zero (?:-|bugs?|defects?|downtime|incidents?|errors?|outages?|trust|knowledge|shot|to|tolerance|complaints|findings|regressions)|no (?:stranger|problem|corners|doubt|small|mean)|never (?:without|failed|missed|miss|fail)|not a day|not (?:bad|afraid|shy|short of|far off|mind|new to)"
    r"|not least|least|nothing (?:gives|beats)|not until|not a problem|don't (?:let|merely|just|only)"
    r"|do not do \S+ by half|not (?:only|just|merely|solely|simply|limited)|no (?:longer(?! (?:been )?(?:let|allowed|trusted|permitted))|later|less|fewer|- |\.)"
    r"|without (?:\w+ ){0,1}(?:compromis|sacrific|interrupt|los|affect|increas|reduc|hurt|harm"
    r"|impact|disrupt|break|add|chang|rais|exceed|miss|giving up)\w*|not to mention|no matter|not one \S+ (?:\S+ )?of mine|never (?:let(?! (?:loose|near|me))|had to be)"
    r"|cannot (?:be )?(?:overstated|emphasi[sz]ed))"
)
# "I never ship without tests", "without Python there would be no report": no denial at all.
DOUBLE = re.compile(
    r"\b(?:no|never|not|nothing|nobody|cannot|can't|couldn't|n't) (?:\S+ ){0,9}?without\b"
    r"|\bnot a day\b|^without (?:\S+ ){1,6}(?:there |nothing |i )?(?:would|'d|could)\b"
)
# Behind a skill, perhaps after more skills of the same list.
DENIED_BEHIND = either(
    (
        r"^(?:\w+ ){0,3}?[;,]? ?(?:and |but |i |we )*(?:politely )?(?:declined|refused|said no"
        r"|passed on it)(?= ?[.;,]|$)"
    ),
    r"^(?:\w+ )?, not (?:mine|me|my own)\b(?! alone)",
    (
        r"^(?:\w+ ){0,2}?(?:is|are|was|were|falls?|fell|lies|lay|sits|sat|stays|stayed) (?:well |far |just )?(?:outside|beyond)(?: of)? (?:my|our)\b"
        rf"|^(?:\w+ )?[,(:] ?(?:\w+ , )?(?:still )?(?:unopened|unread|unused|unstarted|untried)\b"
        rf"|^(?:{_THINGS} )?[\s:(=,–—.…-]{{0,40}}(?:none\b|(?:has|have) (?:\w+ "
        r"){0,3}?(?:passed me|escaped me|eluded me)|(?:(?:also|still|sadly) )?(?:no|not"
        r"|never)(?= ?[.,;()]|$)|\? not (?:me|mine|really)|0(?!\.\d)(?: / \d+| yrs?| "
        r"years?)?(?= ?[,.;()]|$)|\( - \)|excepted\b|(?:is|was) (?:nonexistent|minimal|zero"
        rf"|limited to)|stops at|falls outside|no (?:\w+ ){{0,2}}?{_THINGS}|not yet\b|never \w+"
        r"|(?:but )?i (?:do not|don't|never|cannot|can't|did not|didn't) \w+ (?:it|them|those"
        r"|any|one)\b(?! (?:alone|blindly|only))|(?:\w+ ){0,6}?, never (?:opened|used|touched"
        r"|needed|understood|tried|learned|learnt) (?:it|them|one)\b|nil\b|n / a\b|zero\b(?! "
        r"?- ?(?:shot|trust))|not (?:part|my|me|mine|so much|really|something|required|needed"
        r"|applicable|used|for me)\b|nope\b|only (?:seen|heard|watched|read|to (?:look|read"
        r"|view|glance|peek|open))\b|alas|a wide berth|(?:is|was|were) (?:only |often |much "
        r"|merely |just )?(?:talked about|spoken of|rumou?red)\b|(?:ask|asked|call|called|left "
        r"to|leave to) (?:it|someone|somebody|others|colleagues|my \w+|the \w+)(?= ?[.;,)]|$)"
        r"|only as (?:an? )?(?:observer|spectator|visitor|user|patient|reader|customer|guest"
        r"|listener)\b|i can (?:only |just |barely )?(?:read|follow|recogni[sz]e)(?: it)? ?,? "
        r"(?:but )?(?:not|cannot|can't)\b|(?:was|were) (?:before|after) my time|(?:is"
        r"|are)(?:n't| not) (?:my|something|part)|(?:is|was|were|has|have) never\b|(?:\w+ "
        r")?(?:i|we) (?:leave|left|hand|pass|give) (?:that |it |those |over |on )?(?:to"
        r"|for)\b(?! me\b)|(?:scares|bores|escapes|bored|scared) me|(?:makes?|made|gives?"
        r"|gave) me (?:nervous|sleepy|sweat|sick|anxious|a headache|headaches|the creeps|hives)"
        r"|(?:i )?would (?:still )?need (?:training|help|a course|to learn)|would have (?:hurt"
        r"|been|failed|taken|needed|cost|done)|(?:neither|none) of (?:which|them)|(?:is|are|was"
        r"|were) not\b(?! (?:an? (?:problem|issue)|only|just|merely))|(?:is|are|was|were)n't\b"
        r"|(?:is|are|was) (?:new|unfamiliar) to me|(?:\w+ ){0,4}?(?:only , |, )no (?:\w+ "
        rf"){{0,2}}?{_THINGS}|(?:is|are|remains?) (?:still )?(?:on )?(?:my |a |an |the "
        r")?(?:\w+ )?(?:weak\w*|out of my (?:depth|league|field|reach)|blind|gap|foreign"
        r"|unknown|beyond|missing|untouched)\b|(?:which|that) i (?:have|had|do|did|can"
        r"|could)(?: ?not|n't| never)\b|(?:which|that) i never\b|and (?:politely )?(?:declined"
        r"|passed|refused|gave up))"
    ),
)
# Where a denial or a wish ends: contrast, or the person's own deed.
_OWN_DEED = any_of(
    r"""strong|solid|good|excellent|expert|extensive|deep|proven|proficient|experienced|fluent
    |advanced|skilled|built|wrote|write|writing|ran|led|use|used|uses|using|made|taught|hold|holds
    |held|work|works|worked|do|did|know|knows|bring|confident|comfortable|years?|developed|designed
    |created|managed|delivered|trained|deployed|analyzed|implemented|launched|presented|shipped"""
)
ENDS = either(
    (
        r" (?:but|however|although|though|yet(?! (?:in|with|of|on|for)\b)|while|whereas|except"
        r"|instead|just|only|merely|then)\b"
    ),
    r" [;|] ",
    (
        r" (?:and|,)(?: and)? (?:(?:i|we|am|have|has|is|very|now|already|currently) "
        rf")?{_OWN_DEED}\b"
    ),
)

# Behind "not", "never", "nobody": the words that make no denial of it.
HARMLESS = either(
    (
        r"(?:\S+) (?:\S+ )?(?:fail|miss|stop|hesitat|ceas|tir|slip|let|ask|forg|doubt|mind|shi"
        r"|shy|stray|lost|lose|break|broke|grow|grew|waver|sacrific|compromis|scare|frighten"
        r"|daunt|imagin|bother|worr|need|allow|overlook|drop|stress|emphas|praise|overstat|say "
        r"enough|giv\w+ up|had to be|be without|live without|problem|issue|secret|mystery|go "
        r"wrong|went)"
    ),
    r"(?:nobody|no one|none|nothing) (?:else|other|better|more)\b",
    r"not (?:so much|for nothing|been for|do \S+ by half)",
    r"n't for",
    r"hardly an? (?:\w+ )?(?:passes|goes|corner|day|week|month)",
    r"(?:nobody|no one) (?:\S+ ){1,8}?(?:more|better|as)\b",
)
# Before a cue of denial: it denies a failure.
NEGATED_AGAIN = re.compile(r"\b(?:no|not|never|n't) $")
# A new thought, which a bare "no" does not reach.
RESTARTS = frozenset(["but", "strong", "i", "we", "just", "only", "plenty", "lots", "with"])
# "There is hardly a corner of HIPAA I have not had to apply": denied twice.
DOUBLED_BEHIND = re.compile(r"\b(?:not|never)\b|n't\b")
# Before a denial: it is no statement.
IF = re.compile(r"\b(?:if|unless) (?:\S+ ){1,2}$")
# Behind "Docker?": the answer that makes a claim of it.
YES = re.compile(r"(?:yes|yep|sure|of course|daily|always|mine|since|every|each|for \w+ years|\d)")
# Behind what was missing: the writer made it.
MENDED = re.compile(
    r"\b(?:i|we)(?: \w+)? (?:set|built|wrote|made|started|introduced|founded|created|put|brought"
    r"|did|drew|developed) (?:\w+ )?(?:it|them|one|some|that|this|my own|our own|the first)\b"
)
# Before a colon: what follows is not there.
WEAK_LEAD = either(
    r"\bno (?:\w+ ){1,2}for$",
    (
        r"^(?:skills?|tools?|things|areas?|what)(?: (?:that|which))? (?:i|we) (?:still |do "
        r"|currently )?(?:lack|miss)\b"
    ),
    (
        r"^(?:forgotten|unlearn(?:ed|t)|abandoned|given up|gave up|dropped|lapsed|untouched|avoided"
        r"|declined|refused|vetoed|banned|off limits|hands off|not for me|only seen|only heard|seen but"
        r"|heard of|strangers?|don't ask|do not ask)\b|^(?:(?:i )?would (?:still )?(?:have|need) to (?:look|learn|ask|google|read|relearn|start)\b|what i leave|left to others|would rather not|not on offer|(?:none|nothing)(?: "
        r"yet)?$|without(?: \w+)?$|(?:no|lacking) (?:experience|practice|knowledge|training"
        r"|skills?|clue|idea)|none|nothing|unknown|foreign|beyond me|bad at|(?:my )?weak|(?:my "
        r")?gaps?|missing|hates?|dislikes?)\b"
    ),
)
# Behind "Python?": the answer that denies it.
NO = re.compile(r"(?:no|nope|never|not|none|sadly|alas)\b")
