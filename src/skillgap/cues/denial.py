"""What denies a skill: "no experience with", "not my thing"."""

from __future__ import annotations

import re

from skillgap.words import any_of, cue

_THINGS = any_of(
    r"""experience|knowledge|background|exposure|skills?|training|familiarity|expertise|proficiency
    |qualifications?|licen[cs]e|permit|understanding|competenc\w+|certifications?|grounding|practice|interest"""
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
    r"""familiar|experienced|proficient|skilled|comfortable|trained|certified|fluent|versed|exposed
    |confident|worked|used|know|use|using|work|working|had|have|done|do|did|written|write|touched
    |touch|learned|learnt|learn|programmed|program|code|coded|studied|tried|deployed|built|train
    |an? expert|a strong|knowledgeable|acquainted|qualified|got|possess|own|speak|strong|good|great
    |yet|hands - on|my area|part of my|mine|needed|offered|for me|my thing|claimed?|pretend|managed"""
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
    rf"^(?:not (?:yet )?(?:used|known|tried|touched)|never(?: used| tried)?|(?:do not|don't) know|no experience|unknown|none) \|(?= |$)"
    rf"|(?:no|without|zero|lack|lacks|lacked|lacking|little|little (?:or|to) no|next to no|not much"
    rf"|limited to no|minimal to no|not any) (?:any |an? |the )?{_ADJECTIVES}{{0,4}}{_THINGS}\b"
    rf"|(?:lack|lacks|lacked|lacking)(?: of| in)? "
    rf"|{_NOT} (?:{_SOFTENERS} ){{0,2}}{_KNOW}\b"
    rf"|without (?:ever )?(?:having (?:had )?to )?"
    rf"(?:write|writing|use|using|touch|touching|know|knowing|learn|learning)\b"
    rf"|(?:unfamiliar with|new to|neither|yet to|stay(?:ed|s|ing)? (?:away|clear) (?:from|of)"
    rf"|(?:never|not|n't) (?:quite )?(?:got|gotten|get|had the (?:chance|time|need)"
    rf"|had (?:a|any) (?:chance|need|reason))(?: (?:a)?round)?(?: to)?"
    rf"|(?:avoid(?:ed|s|ing)?|skip(?:ped|s)?|dropped|gave up(?: on)?|(?<!of )(?<!a )failed(?! \w+(?<!ic)s\b)|exclud(?:ed|es|ing)|reject(?:ed|ing)|ruled out|considered"
    rf"|declin(?:ed|ing)(?! {_DECLINED})|weighed|toyed with|evaluated and rejected|(?:decided|advised|voted|argued) against|opted out of)(?: the| using)?"
    rf"|hardly (?:any|ever)|barely|next to nothing|nothing to do with|precious little|(?:was |been )?spared(?: any| the)?"
    rf"|far from (?:an? )?(?:expert|fluent|good)|anything but|allergic to|short (?:on|of)"
    rf"|hates?|dreads?|loathes?|dislikes?|refused (?:to \w+|any)?|turned down|steer(?:ed|s|ing)? clear of|banned|in the absence of|none of (?:our|my|the) (?:\w+ ){{1,2}}"
    rf"|(?:know|knew|understand) nothing (?:about|of)|unable to (?:offer|use|afford|work)|untrained in|ignorant of"
    rf"|(?:a )?(?:complete |total |perfect )?stranger to|(?:total|complete|absolute) beginner(?: (?:at|in|with|when it comes to))?"
    rf"|scarcely any|there (?:was|is|has been|had been) (?:\w+ )?talk of|if only i knew|nobody \S+(?: \S+){{0,6}} knew|(?:do not|don't) contact me about|would sooner \w+ than"
    rf"|look in vain for|thing missing is|if asked about|(?:have|has|had|was|am) never been|as opposed to|in place of"
    rf"|(?:chose|picked|preferred|choose) \S+(?: \S+)? over|without the help of|no money for|no budget for"
    rf"|not counting|don't ask me (?:about|for|to)|ask someone else (?:about|for)"
    rf"|(?:cannot|can't) (?:do|claim|offer)|not my|free of|minus"
    rf"|(?:no|little) (?:use|time|love|patience|appetite|taste|talent|head|ear|eye) for)\b"
    rf"|(?:not|never|nobody|no one|no longer|hardly|\w+n't) (?:\S+ ){{0,4}}?(?:let|allowed|put|come|came|been|have|had|get|got|go|went|gone)"
    rf" (?:\S+ ){{0,4}}?(?:near|close to|within an? \S+ of|loose on|anywhere near)(?: (?:the|an?|our|any|their))?(?= |$)(?!.*\bwithout )"
    rf"|(?:no longer|never|not) (?:been )?(?:trusted|let loose|allowed|let) (?:with|loose on|on|near|at)(?= |$)"
    rf"|^(?:gaps?|missing|weakness(?:es)?|unknown|no|none|no experience|i leave out"
    rf"|(?:not|never) (?:\w+ ){{0,3}}?\w+) [.…]{{0,40}} ?:|i (?:do not|don't|cannot|can't|never) (?:code|program) ;"
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
DENIED_BEHIND = re.compile(
    r"^(?:\w+ ){0,3}?[;,]? ?(?:and |but |i |we )*(?:politely )?(?:declined|refused|said no|passed on it)(?= ?[.;,]|$)|"
    rf"^(?:\w+ )?, not (?:mine|me|my own)\b(?! alone)|^(?:{_THINGS} )?[\s:(=,–—.…-]{{0,40}}(?:none\b|(?:has|have) (?:\w+ ){{0,3}}?(?:passed me|escaped me|eluded me)|(?:(?:also|still|sadly) )?(?:no|not|never)(?= ?[.,;()]|$)|\? not (?:me|mine|really)|0(?!\.\d)(?: / \d+| yrs?| years?)?(?= ?[,.;)]|$)|\( - \)|excepted\b|(?:is|was) (?:nonexistent|minimal|zero|limited to)|stops at|falls outside|no (?:\w+ ){{0,2}}?{_THINGS}"
    rf"|not yet\b|never \w+|(?:but )?i (?:do not|don't|never|cannot|can't|did not|didn't) \w+ (?:it|them|those|any|one)\b(?! (?:alone|blindly|only))|(?:\w+ ){{0,6}}?, never (?:opened|used|touched|needed|understood|tried|learned|learnt) (?:it|them|one)\b|nil\b|n / a\b|zero\b(?! ?- ?(?:shot|trust))|not (?:part|my|me|mine|so much|really|something|required|needed"
    rf"|applicable|used|for me)\b|nope\b|only (?:seen|heard|watched|read|to (?:look|read|view|glance|peek|open))\b|alas|a wide berth|(?:is|was|were) (?:only |often |much |merely |just )?(?:talked about|spoken of|rumou?red)\b|(?:ask|asked|call|called|left to|leave to) (?:it|someone|somebody|others|colleagues|my \w+|the \w+)(?= ?[.;,)]|$)|only as (?:an? )?(?:observer|spectator|visitor|user|patient|reader|customer|guest|listener)\b|i can (?:only |just |barely )?(?:read|follow|recogni[sz]e)(?: it)? ?,? (?:but )?(?:not|cannot|can't)\b|(?:was|were) (?:before|after) my time"
    rf"|(?:is|are)(?:n't| not) (?:my|something|part)|(?:is|was|were|has|have) never\b"
    rf"|(?:\w+ )?(?:i|we) (?:leave|left|hand|pass|give) (?:that |it |those |over |on )?(?:to|for)\b(?! me\b)|(?:scares|bores|escapes|bored|scared) me|(?:makes?|made|gives?|gave) me (?:nervous|sleepy|sweat|sick|anxious|a headache|headaches|the creeps|hives)|(?:i )?would (?:still )?need (?:training|help|a course|to learn)|would have (?:hurt|been|failed|taken|needed|cost|done)"
    rf"|(?:neither|none) of (?:which|them)|(?:is|are|was|were) not\b(?! (?:an? (?:problem|issue)|only|just|merely))|(?:is|are|was|were)n't\b"
    rf"|(?:is|are|was) (?:new|unfamiliar) to me"
    rf"|(?:\w+ ){{0,4}}?(?:only , |, )no (?:\w+ ){{0,2}}?{_THINGS}"
    rf"|(?:is|are|remains?) (?:still )?(?:on )?(?:my |a |an |the )?(?:\w+ )?"
    rf"(?:weak\w*|out of my (?:depth|league|field|reach)|blind|gap|foreign|unknown|beyond|missing|untouched)\b"
    rf"|(?:which|that) i (?:have|had|do|did|can|could)(?: ?not|n't| never)\b"
    rf"|(?:which|that) i never\b|and (?:politely )?(?:declined|passed|refused|gave up))"
)
# Where a denial or a wish ends: contrast, or the person's own deed.
_OWN_DEED = any_of(
    r"""strong|solid|good|excellent|expert|extensive|deep|proven|proficient|experienced|fluent
    |advanced|skilled|built|wrote|write|writing|ran|led|use|used|uses|using|made|taught|hold|holds
    |held|work|works|worked|do|did|know|knows|bring|confident|comfortable|years?|developed|designed
    |created|managed|delivered|trained|deployed|analyzed|implemented|launched|presented|shipped"""
)
ENDS = re.compile(
    r" (?:but|however|although|though|yet(?! (?:in|with|of|on|for)\b)|while|whereas|except|instead|just|only|merely|then)\b| [;|] "
    rf"| (?:and|,)(?: and)? (?:(?:i|we|am|have|has|is|very|now|already|currently) )?{_OWN_DEED}\b"
)

# Behind "not", "never", "nobody": the words that make no denial of it.
HARMLESS = re.compile(
    r"(?:\S+) (?:\S+ )?(?:fail|miss|stop|hesitat|ceas|tir|slip|let|ask|forg|doubt|mind|shi|shy|stray|lost|lose"
    r"|break|broke|grow|grew|waver|sacrific|compromis|scare|frighten|daunt|imagin|bother|worr|need"
    r"|allow|overlook|drop|stress|emphas|praise|overstat|say enough|giv\w+ up|had to be|be without|live without|problem|issue|secret|mystery|go wrong|went)"
    r"|(?:nobody|no one|none|nothing) (?:else|other|better|more)\b|not (?:so much|for nothing|been for|do \S+ by half)|n't for"
    r"|hardly an? (?:\w+ )?(?:passes|goes|corner|day|week|month)|(?:nobody|no one) (?:\S+ ){1,8}?(?:more|better|as)\b"
)
# Before a cue of denial: it denies a failure.
NEGATED_AGAIN = re.compile(r"\b(?:no|not|never|n't) $")
# A new thought, which a bare "no" does not reach.
RESTARTS = frozenset(["but", "strong", "i", "we", "just", "only", "plenty", "lots", "with"])
# Behind "the notebooks I": the deed that is no use of the skill.
UNTOUCHED = re.compile(
    r"\b(?:not|never|n't|only|merely|sold|bought|saw|translated|typed|booked|guarded|drove|heard|read about"
    r"|learning|studying|hope|want|plan|would|wish)\b|n't\b"
)
# "There is hardly a corner of HIPAA I have not had to apply": denied twice.
DOUBLED_BEHIND = re.compile(r"\b(?:not|never)\b|n't\b")
# Before a denial: it is no statement.
IF = re.compile(r"\b(?:if|unless) (?:\S+ ){1,2}$")
# "Kept ChatGPT out of my classroom".
KEPT = re.compile(r"\b(?:kept|keep|keeping|stayed|stay)(?: the)?$")
OUT = re.compile(
    r"(?:well |firmly )?(?:out(?! of (?:date|trouble|memory|sync|scope|the (?:public|open|hands)))|away(?! from (?!me\b|us\b|my\b|our\b)\w+)|off)\b"
)
# "Nobody knew Terraform when I introduced it".
UNTIL_I = re.compile(
    r"[;,—–-] (?:so |then |and )?(?:i|we) (?:then |\w+ly )?(?:introduced|set up|brought|rolled out|moved|taught) (?:it|them|both|us|the team|everyone)\b|\b(?:when|until|till|before|so) (?:i|we) (?:\w+ )?(?:introduced|taught|showed|brought|set|wrote|built|started|made|took|moved|rolled|came along)\b"
)
# "The vision stack was a black box to us".
OPAQUE = re.compile(
    r"(?:\w+ ){0,3}?(?:is|are|was|were|remains?|remained|stayed) (?:\w+ )?(?:an? |all )?(?:black box|black boxes|mystery|riddle|closed book|greek|magic|double dutch|chinese) (?:to|for) (?:me|us)\b"
)
# "My own Java stayed at hello, world": how far the writer's own came.
MY = re.compile(r"\bmy(?: own)?$")
STOPS = re.compile(
    r"(?:of mine )?(?:(?:still |barely |only |has )?(?:stays?|stayed|stops?|stopped|ends?|ended|peaked|begins? and ends?|is stuck|got stuck) (?:at|with|after|there)"
    r"|(?:goes|went|gets|got|reaches|reached|extends) (?:no further|only|barely|just|as far as|about as far)"
    r"|(?:never|hardly|barely) (?:got|went|goes|gets|made it|came) (?:\w+ )?(?:past|beyond|further)|(?:does|did) (?:not|n't) (?:go|get|reach) (?:beyond|past|much|far)"
    r"|(?:is|was|remains?) (?:non - existent|nonexistent|poor|rudimentary|shaky|a joke|pitiful|limited to|bad|forgotten|gone))\b"
)
# "TensorFlow I have avoided": what the writer turned down, told behind it.
I_REJECT = re.compile(
    r"(?:\w+ ){0,2}?(?:i|we) (?:(?:will|do|would|can|could|did|have|am) not\b|won't|don't|never|can't|cannot|didn't|wouldn't)|(?:\w+ ){0,2}?(?:i|we) (?:\w+ ){0,3}?(?:avoid|avoided|skip|skipped|leave|left|dropped|rejected|declined|refuse|refused"
    r"|dislike|hate|dread|outsource|outsourced|ignore|ignored)\b"
)
# Behind "Docker?": the answer that makes a claim of it.
YES = re.compile(r"(?:yes|yep|sure|of course|daily|always|mine|since|every|each|for \w+ years|\d)")
# Behind what was missing: the writer made it.
MENDED = re.compile(
    r"\b(?:i|we)(?: \w+)? (?:set|built|wrote|made|started|introduced|founded|created|put|brought|did|drew|developed)"
    r" (?:\w+ )?(?:it|them|one|some|that|this|my own|our own|the first)\b"
)
# Before a colon: what follows is not there.
WEAK_LEAD = re.compile(
    r"\bno (?:\w+ ){1,2}for$|^(?:skills?|tools?|things|areas?|what)(?: (?:that|which))? (?:i|we) (?:still |do |currently )?(?:lack|miss)\b|^(?:what i leave|left to others|would rather not|not on offer|(?:none|nothing)(?: yet)?$|without(?: \w+)?$|(?:no|lacking) (?:experience|practice|knowledge|training|skills?|clue|idea)|none|nothing|unknown|foreign|beyond me|bad at|(?:my )?weak|(?:my )?gaps?|missing|hates?|dislikes?)\b"
)
# Behind "Python?": the answer that denies it.
NO = re.compile(r"(?:no|nope|never|not|none|sadly|alas)\b")
