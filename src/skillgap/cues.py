"""Cue words of context: what denies, wishes for, or gives to someone else what stands in reach.

Every expression runs over a unit's folded words joined by single spaces, and holds no nested
repetition, so that its time grows linearly with the unit.
"""

from __future__ import annotations

import re

from skillgap.words import any_of

# ---- denial

_THINGS = any_of(
    r"""experience|knowledge|background|exposure|skills?|training|familiarity|expertise|proficiency
    |qualifications?|understanding|competenc\w+|certifications?|grounding|practice|interest"""
)
_ADJECTIVES = (
    any_of(
        r"""prior|previous|real|much|any|hands - on|hands|on|-|professional|practical|commercial
        |formal|direct|deep|significant|extensive|advanced|paid|actual|relevant|specific|working
        |production|industry|strong|technical|coding|programming|work|great|further|solid
        |meaningful|own|serious"""
    )
    + " "
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
# A denial that reaches to the end of its clause.
DENIES = re.compile(
    rf"\b(?:no|without|zero|lack|lacks|lacked|lacking|little|little (?:or|to) no|next to no|not much"
    rf"|limited to no|minimal to no|not any) (?:any )?{_ADJECTIVES}{{0,4}}{_THINGS}\b"
    rf"|\b(?:lack|lacks|lacked|lacking)(?: of| in)? "
    rf"|\b{_NOT} (?:{_SOFTENERS} ){{0,2}}{_KNOW}\b"
    rf"|\bwithout (?:ever )?(?:having (?:had )?to )?"
    rf"(?:write|writing|use|using|touch|touching|know|knowing|learn|learning)\b"
    rf"|\b(?:unfamiliar with|new to|neither|declined|yet to|stay(?:ed|s|ing)? (?:away|clear) (?:from|of)"
    rf"|(?:never|not|n't) (?:quite )?(?:got|gotten|get|had the (?:chance|time|need)"
    rf"|had (?:a|any) (?:chance|need|reason))(?: (?:a)?round)?(?: to)?"
    rf"|(?:avoid(?:ed|s)?|skip(?:ped|s)?|dropped|gave up(?: on)?|failed) (?:the )?"
    rf"|hardly (?:any|ever)|barely|next to nothing|nothing to do with"
    rf"|far from (?:an? )?(?:expert|fluent|good)|anything but|allergic to|short (?:on|of)"
    rf"|refused (?:to \w+|any)?|turned down|steer(?:ed|s|ing)? clear of|banned|in the absence of|none of (?:our|my|the) (?:\w+ ){{1,2}}"
    rf"|(?:know|knew|understand) nothing (?:about|of)|unable to (?:offer|use|afford|work)|untrained in|ignorant of"
    rf"|(?:a )?(?:complete |total |perfect )?stranger to|(?:total|complete|absolute) beginner(?: (?:at|in|with|when it comes to))?"
    rf"|scarcely any|if only i knew|nobody \S+(?: \S+){{0,6}} knew|(?:do not|don't) contact me about|would sooner \w+ than"
    rf"|look in vain for|thing missing is|if asked about|(?:have|has|had|was|am) never been|as opposed to|in place of"
    rf"|(?:chose|picked|preferred|choose) \S+(?: \S+)? over|without the help of|no money for|no budget for"
    rf"|not counting|don't ask me (?:about|for|to)|ask someone else (?:about|for)"
    rf"|(?:cannot|can't) (?:do|claim|offer)|not my|free of|minus"
    rf"|no (?:use|time|love|patience|talent|head|ear|eye) for)\b"
    rf"|^(?:gaps?|missing|weakness(?:es)?|unknown|no|none|no experience|i leave out"
    rf"|(?:not|never) (?:\w+ ){{0,3}}?\w+) [.…]{{0,40}} ?:|\bi (?:do not|don't|cannot|can't|never) (?:code|program) ;"
)
# A denial of just the skills right behind it: "no Java or Scala", "R instead of SAS".
DENIES_NEXT = re.compile(
    r"(?:\b(?:no|not|never|without(?: using)?|instead of|rather than|nor|excluding|except(?: for)?|apart from|bar|other than|everything but|all but|i leave"
    r"|with the exception of|kept"
    r"|(?:did|do|does|have|has|had)(?:n't| not))|\bnot (?:a|an))$"
)
NO_DENIAL = re.compile(
    r"\b(?:no (?:stranger|problem|corners|doubt|small|mean)|never (?:without|failed|missed|miss|fail)|not a day|not (?:bad|afraid|shy)"
    r"|not least|least|nothing (?:gives|beats)|not until|not a problem|don't (?:let|merely|just|only)"
    r"|do not do \S+ by half|not (?:only|just|merely|solely|simply|limited)|no (?:longer|later|less|fewer|- |\.)"
    r"|without (?:\w+ ){0,1}(?:compromis|sacrific|interrupt|los|affect|increas|reduc|hurt|harm"
    r"|impact|disrupt|break|add|chang|rais|exceed|miss)\w*|not to mention|no matter"
    r"|cannot (?:be )?(?:overstated|emphasi[sz]ed))"
)
# "I never ship without tests", "without Python there would be no report": no denial at all.
DOUBLE = re.compile(
    r"\b(?:no|never|not|nothing|nobody|cannot|can't|couldn't|n't) (?:\S+ ){0,9}?without\b"
    r"|^without (?:\S+ ){1,6}(?:there |nothing |i )?(?:would|'d|could)\b"
)
# Behind a skill, perhaps after more skills of the same list.
DENIED_BEHIND = re.compile(
    rf"^[\s:(=,–—.…-]{{0,40}}(?:none\b|(?:(?:also|still|sadly) )?(?:no|not|never)(?= ?[.,;)]|$)|\? not (?:me|mine|really)|0(?: / \d+| yrs?| years?)?(?= ?[,.;)]|$)|\( - \)|excepted\b|(?:is|was) (?:nonexistent|minimal|zero|limited to)|stops at|falls outside|no (?:\w+ ){{0,2}}?{_THINGS}"
    rf"|not yet\b|never \w+|nil\b|n / a\b|zero\b|not (?:part|my|me|mine|so much|really|something|required|needed"
    rf"|applicable|used|for me)\b|nope\b|alas|(?:was|were) (?:before|after) my time"
    rf"|(?:is|are)(?:n't| not) (?:my|something|part)|(?:is|was|were|has|have) never\b"
    rf"|(?:i|we) (?:leave|left) (?:that |it |those )?(?:to|for)\b|(?:scares|bores|escapes) me"
    rf"|(?:neither|none) of (?:which|them)|(?:is|are|was|were) not\b|(?:is|are|was|were)n't\b"
    rf"|(?:is|are|was) (?:new|unfamiliar) to me"
    rf"|(?:\w+ ){{0,4}}?(?:only , |, )no (?:\w+ ){{0,2}}?{_THINGS}"
    rf"|(?:is|are|remains?) (?:still )?(?:my |a |an |the )?(?:\w+ )?"
    rf"(?:weak\w*|blind|gap|foreign|unknown|beyond|missing|untouched)\b"
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
    r" (?:but|however|although|though|yet|while|whereas|except|instead)\b| [;|—–] "
    rf"| (?:and|,)(?: and)? (?:(?:i|we|am|have|has|is|very|now|already|currently) )?{_OWN_DEED}\b"
)

# ---- wishes

_LEARN = any_of(
    r"""learn|study|explore|work|move|transition|deepen|develop|improve|gain|build|get|become|take
    |speciali[sz]e|grow|pick|start|master|use|try|expand|train|pursue|add|acquire|break|switch|do
    |be|understand|enter|complete|earn|obtain|dive|focus|dig|upskill|begin|join|know|strengthen
    |extend|write|see|read"""
)
_WISH = any_of(
    r"""wants?|wanted|wanting|would (?:like|love)|'d (?:like|love)|i'd (?:like|love)|wish(?:es|ed)?
    |hop(?:es?|ing)|plan(?:s|ning|ned)?|aim(?:s|ing)?|aspir(?:es?|ing)|intend(?:s|ing)?|eager|keen
    |excited|looking|look|seek(?:ing|s)?|willing|ready|motivated|hungry|ambition|goal is|goal|mean"""
)
ASPIRES = re.compile(
    rf"(?:^(?:[-•*] )?|\b(?:currently|now|presently|actively|started|begun|am|am also|been|still|keep"
    rf"|busy|slowly|is|self|at present|,) )(?:re)?learning\b"
    rf"(?! (?:platform|management|environment|outcome|design|rate|curve|and development|experience"
    rf"|& development|material|path|center|community|program))"
    rf"|\b(?:{_WISH}|expect|expects|due|about|hope you will give me the chance|the chance) to (?!apply|leverage|bring)\w+\b"
    rf"|\b(?:interested|interest) in\b|\b(?:curious|fascinated|excited|passionate|enthusiastic)"
    rf" (?:about|by)\b|\b(?:passion|enthusiasm|curiosity) for\b"
    rf"|\b(?:studying|study|preparing|revising|prepping|reading up|reading) (?:for|towards?|on)\b"
    rf"|\bcurrently (?:studying|taking|exploring|reading|enrolled|pursuing|completing|looking at"
    rf"|working (?:through|towards?))\b"
    rf"|\benrolled ,|\b(?:working towards?|enrolled (?:in|on)|signed up for|registered for|booked (?:for|on)"
    rf"|to start|starting (?:in|a|with|to learn)|get my head around|i take a (?:class|course))\b"
    rf"|\b(?:to learn|on (?:my|the) list|next up|up next|next|goals?|aspirations?|planned|plans"
    rf"|want to learn|learning plan|in progress|currently|wish ?list|future|one day|some ?day|soon"
    rf"|ahead|curious about|still missing|wishes) :"
    rf"|\b(?:picking up|dabbling (?:in|with)|teaching myself|self - studying|toying with"
    rf"|working (?:my way )?through|dream(?:s|ing)? of|drawn to|keen on|considering"
    rf"|thinking (?:about|of)|saving (?:up )?for|waiting (?:list )?for|due to (?:start|take|begin)"
    rf"|will (?:take|start|begin|study|learn|attend|sit)|on my radar|targeting the"
    rf"|(?:started|starting|begun|beginning|taking|joined|attending|following|doing) (?:a|an|the|my)"
    rf"(?: \w+){{0,3}} (?:course|class|bootcamp|tutorial|mooc|certificate)(?: (?:in|on|about|for))?"
    rf"|(?:a|my) (?:first |next )?(?:course|class|exam|certificate) (?:in|on)"
    rf"(?=.{{0,60}}\b(?:planned|booked|next|starts|begins|in progress))"
    rf"|(?:get|getting) (?:into|started (?:in|with))|(?:happy|glad|love) to learn"
    rf"|(?:next|coming) (?:year|spring|summer|autumn|fall|winter|month|term|january|september|october) ,?)"
    rf"(?= |$)"
    rf"|\b(?:aspiring|prospective|would - be|budding|wannabe)\b"
    rf"|\b(?:seeking|looking for|in search of|pursuing|searching for|open to|aiming for"
    rf"|applying for|hoping for)\b(?=.{{0,80}}?\b(?:role|position|opportunit\w+|job|career"
    rf"|internship|placement|post|work|apprenticeship|challenge|chance|move|team)\b)"
    rf"|\b(?:(?:move|moving|transition|transitioning|break|breaking) (?:in)?to|pivot(?:ing)? (?:in)?to)\b"
    rf"|\bfuture (?:work|study|goal|plan)"
    rf"|\b(?:reading about|(?:have |has )?(?:just|only just|recently) (?:started|begun)|planning an? (?:switch|move|change)"
    rf"|registered for ,|will be (?:attending|taking|starting|learning)|next on|still to do :|on the bedside table"
    rf"|dipping (?:a toe|my toes?) in(?:to)?|ideally i|my (?:ambition|goal|dream|aim) is|to be completed(?: \d+)?"
    rf"|in (?:two|three|five|ten|a few) years i|struggling through|(?:career )?change into|should you offer)(?= |$)"
    rf"|\b(?:soon|next up)$"
)
ASPIRED_BEHIND = re.compile(
    r"^[\s:(,–—-]{0,6}(?:(?:currently |still |now )?learning\b|in progress\b|planned\b"
    r"|to be (?:completed|taken)|next\b(?! \w+ing)|some ?day\b|one day\b|wish ?list"
    r"|(?:is |are )?on (?:my|the) (?:to - do |todo |wish |reading )?list\b|(?:is|are) (?:my )?next"
    r"|(?:is|are) what i (?:would|want|hope|plan|wish)|starting \w+ 20\d\d|not started"
    r"|(?:starts|begins|starting|beginning|from|due|planned|booked|exam|expected) (?:in |for )?"
    r"(?:next|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|spring|summer|autumn|fall|winter)\b"
    r"|(?:is|are) (?:on my radar|planned|booked|the plan|the goal|the dream)"
    r"|(?:course|exam|class|certificate) (?:\w+ ){0,2}?(?:booked|planned|pending|in progress"
    r"|starts|starting|begins|underway|ongoing)|(?:basics )?underway\b|ongoing\b|(?:is|are|comes?) (?:still )?to come"
    r"|(?:which|that) (?:i am|i'm) (?:\w+ ){0,2}?(?:learning|studying|exploring|picking|starting))"
)
WISH_ENDS = re.compile(
    ENDS.pattern
    + r"| (?:my|apply|applying|leverage|leveraging|utili[sz]e|utili[sz]ing|having|where|drawing|after"
    r"|with (?:a|an|over|more|\d)|bringing|based on|from|combining|backed by|since|because|offering)\b"
)
# A relative clause speaks of what stands before it, not of what follows.
RELATIVE = re.compile(r"(?:which|that|who) (?:i|i am|i'm|is|are|am) $")

# A feeling that the sentence goes on to prove: "fascinated by cryptography, so I wrote ...".
FEELINGS = re.compile(r"interest|passion|fascinat|curious|enthusias|excited|fond|drawn|keen")
PROVED = re.compile(
    r"\b(?:so i|led me to|i (?:have |had )?(?:built|wrote|made|designed|ran|run|maintain|set up|created|shipped)"
    r"|every \w+ i|mostly mine|daily|for (?:\w+ )?years|since (?:19|20)\d\d)\b"
)

# ---- someone else

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

# ---- job postings

POSTING = re.compile(
    r"\b(?:the (?:ideal|successful|right) candidate|you(?: will|'ll) (?:be|have|work|lead|join|design"
    r"|build|own|bring)|your (?:responsibilities|profile|tasks|role will)|applicants (?:must|should)"
    r"|we(?: are|'re) (?:looking for|hiring|seeking)|we offer (?:you )?|candidates? (?:must|should|will)"
    r"|you (?:have|bring|are) (?:a |an |at least |\d)|equal opportunity employer|apply (?:now|today)"
    r"|join our team|what you (?:bring|will do)|training given|you bring :|(?:desirable|essential|selection) criteria"
    r"|job description|person specification|(?:adverts?|vacancy text|posting) (?:\S+ ){0,3}?[\"“'‘:]|preferred but not required"
    r"|skills sought|duties (?:will )?include|job calls for|qualifications required|you asked for|asking for"
    r"|your (?:posting|advert|ad) (?:lists|asks|says|mentions)|years ' (?:\S+ ){1,4}(?:expected|required)"
    r"|from (?:the|an?|their) (?:posting|ad|advert|advertisement|job ad|vacancy)"
    r"|(?:the|this|that|their|old|new|recent|whole) (?:role|ad|advert|advertisement|posting|vacancy"
    r"|job posting|job ad|job advert|job description) (?:\w+ ){0,2}?(?:asks?|asked|says?|said|wants?|wanted"
    r"|calls?|called|reads?|lists?|listed|required?|mentions?|mentioned))"
    r"|(?:^|[\"“'‘:] ?)(?:must haves?|must have|nice to have|nice|desirable|required|requirements?"
    r"|essential|preferred|wanted|a plus|bonus) :|\b(?:is|are|would be) (?:a plus|an asset|required"
    r"|preferred|a must|desirable)\b|\b(?:required|preferred) [.,\"”]"
)
REFEREE = re.compile(r"\b(?:(?:up)?on request|referees?|references? :|reference from)\b")
POSTING_ENDS = re.compile(r" [;—–] | i have\b| i've\b")

# ---- free time

LEISURE = re.compile(
    r"\b(?:in my (?:spare|free) time|spare time|free time|i enjoy|enjoys?|enjoying|fond of|for fun|off duty :?"
    r"|hobb(?:y|ies)|pastimes?|weekends? :)"
)
# A deed, even in free time: "I maintain a Rust parser".
OWN_WORK = re.compile(
    r"\bi (?:also )?(?:built|build|maintain|wrote|write|run|ran|host|contribute|develop|made|make|code|program"
    r"|design|teach|organi[sz]e|lead|mentor|help|publish)\b"
)
