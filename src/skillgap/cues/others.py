"""What gives a skill to someone else: "a team of Java developers", "a client who uses"."""

from __future__ import annotations

import re

from skillgap.cues.verbs import PLURAL_PERSONS, SINGULAR_PERSONS
from skillgap.words import any_of, cue

# Persons in the plural: whoever stands before them has the skill, not the writer.
PERSONS = re.compile(
    any_of(
        r"""developers|engineers|scientists|analysts|teams?|specialists|designers|researchers
        |experts|consultants|contractors|programmers|architects|candidates|applicants
        |practitioners|managers|staff|colleagues|squads?|departments?|people|folks?|freelancers
        |professionals|officers|colleague|teammate|counterpart|buddy|guru|wizard|leads|lads|guys|crowd|gang|bunch|ethicists|vendors?|agenc(?:y|ies)|suppliers?|coders|testers
        |administrators|interns|hires|recruits|copywriters|writers|editors|lawyers
        |marketers|users|guild|chapter|faculty|function|directorate|division|groups?|unit|desk|crew"""
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
    |employers?|start - ups?|manufacturers?|providers?|people|staff|someone|others|hires|agenc(?:y|ies)|folks?
    |consultants?|freelancers?|programmers?|accountants?|statisticians?|designers?|specialists?
    |nephews?|nieces?|cousins?|sons?|daughters?|surveyors?|lawyers?|assistants?|experts?|artists?
    |admins?|administrators?|researchers?|architects?|predecessors?|successors?|managers?
    |chain|consultanc(?:y|ies)|third part(?:y|ies)|institutes?|physicists?|mathematicians?|volunteers?"""
)
_GROUPS = any_of(
    r"teams?|groups?|desks?|departments?|units?|offices?|labs?|side|crew|squads?|chapters?"
)
_AGENTS = any_of("|".join(sorted(SINGULAR_PERSONS | PLURAL_PERSONS | {"maker", "makers"})))
_TAUGHT_PERSONS = any_of(
    r"""students|pupils|juniors|interns|trainees|apprentices|alumni|mentees|graduates|hires|people|recruits|starters
    |learners|children|girls|boys|fellows|postdocs"""
)
# What is typed, translated, cleaned or photographed for others.
_TEXTS = any_of(
    r"""manuals?|books?|textbooks?|handbooks?|pamphlets?|leaflets?|guides?|novels?|articles?|texts?|documents?|papers?|reports?|lectures?|talks?|interviews?
    |exams?|brochures?|catalogu?es?|letters?|speech(?:es)?|memoirs?|thes[ie]s|minutes|offices?|rooms?
    |floors?|premises|toilets|buildings?|events?|weddings?|conferences?|posters?|menus?|websites?"""
)
SOMEONE_ELSE = cue(
    rf"\b(?:{_OTHERS}|{_GROUPS}|ministry|hospital|university|council|museum|bank|factory|lab|school|charity|club)(?: in)?(?: \w+)? ,? ?(?:(?:one |two |some |all |both )?of )?(?:whom?|that|which|whose)(?= |$)"
    # "customer churn using" is no customer, "a side project using" no side
    rf"|\b(?:{_OTHERS}|{_GROUPS})(?: members|(?<=s)(?: in)? (?!by\b)\w+)? (?:using|running"
    rf"|working (?:in|with|on)|writing|building|speciali[sz]ing in|skilled in|trained in"
    rf"|experienced in|proficient in|fluent in)(?= |$)"
    rf"|\b(?:students|theses|dissertations|interns|trainees) , one (?:on|about|in)(?= |$)"
    rf"|\b(?:developers|engineers|scientists|analysts|candidates|applicants|juniors|interns"
    rf"|hires|people|colleagues|freelancers|contractors|programmers) with(?= |$)"
    rf"|\b(?:(?:hired|recruited)(?! (?:myself|as|to (?!an?|the|our|my)\w+))|(?<!- )sourced|screened|interviewed|placed|staffed|headhunted|outsourced"
    rf"|delegated|onboarded|shadowed|accompanied|escorted|sat in on|sits? in on|sitting in on|sat beside|sat next to)(?: and (?:hired|recruited|sourced|screened|interviewed|placed"
    rf"|onboarded|managed))?(?= |$)"
    rf"|\b(?:report(?:ed|ing|s)? (?:\w+ )?to (?:the|our|a)?|on behalf of"
    rf"|(?<!side )by (?:a |an |the |our |my |another )?(?:(?!\w+ing\b)[\w-]+ )?(?:{_OTHERS}|{_GROUPS})(?: in| with| using)?"
    rf"|(?:handled|done|built|written|implemented|performed|maintained|led|owned|supplied"
    rf"|developed|taught|run|supervised|configured|made|drawn|coded) by(?! me| us| hand| myself)|assist(?:ed|ing) (?:the|our|a)(?! (?:\w+ ){{1,3}}(?:in|with|by) )"
    rf"|by (?:head office|hq|it)|liais(?:ed|ing|e) with|(?:sold|(?<!- )sells?(?! -)|(?<!solution )(?<!cross )(?<!consultative )selling|purchased|bought|typed up|booked|guarded|drove (?:an? |the )?(?:vans?|trucks?|lorry|lorries|bus|buses|cabs?|taxis?|cars?|coach|minibus|crane|tram|trains?|ambulance|limousines?)(?: for)?(?: an?| the)?"
    rf"|photographed|escalated|translated for|waited for|receptionist for|cleaner at|payroll for|married to)(?: \w+)?"
    rf"|filled (?:\w+ )?(?:seats|roles|posts|positions|vacancies|jobs)(?: in| for)?"
    rf"|(?:guard|receptionist|cleaner|caterer|catering|janitor|porter|driver|secretary|(?<!teaching )(?<!research )(?<!the )(?<!our )(?<!this )(?<!virtual )(?<!voice )(?<!ai )assistant|nanny|caretaker|usher|courier"
    rf"|waiter|waitress|wife|husband|consumer|sponsor|reader|line manager|front desk|interpreter|landlord)s?(?: \w+)? (?:to|of|at|for|in)(?: an?| the| two| three)?"
    rf"|(?:catered|waited|guarded)(?: \w+){{0,3}}? (?:on|for|about|of|at)(?: an?| the)?"
    rf"|(?:typed|typeset|bound|illustrated|indexed|proofread|subtitled|translated|cleaned|photographed|printed|transcribed|ghosted)(?: \w+){{0,2}}? {_TEXTS} (?:on|for|about|of|at)(?: an?| the)?"
    rf"|(?:supplied|sold|delivered|leased|rented)(?: \w+){{1,3}} to (?:an?|the|two|three|several)"
    rf"|{_OTHERS} 's (?:\w+ )?(?:thesis|paper|book|talk|course|project|model|report|work)s? (?:on|in|about|of|with)"
    rf"|among (?:them|whom)(?: an?)?|(?:mentored|coached|inspired) by|by (?:dr|prof|mr|ms|mrs)|by (?:an?|the|our) (?:\w+ 's )?(?:[\w-]+ )?{_AGENTS}(?: in| with| using| on)?"
    rf"|(?:newsroom|desk|reporters?|journalists?|correspondents?) covering|(?:^|[;,.] )(?:engineering|head office|head quarters|the trust|the ministry) (?:then |later |had )?(?:built|rebuilt|wrote|coded|made|programmed) (?:\w+ ){{0,3}}?(?:in|with|on)"
    rf"|(?:asked|got|paid|begged) (?:an?|the|our|my|another) (?:[\w-]+ ){{0,2}}?(?:(?!{_GROUPS} ){_AGENTS}) to(?: \w+)?(?: the| an?| our)?"
    rf"|(?:reviewed|compared|read|scored|weighed|opened) (?:\w+ )?(?:bids?|tenders?|quotes?|quotations?) (?:for|from|on)(?: an?| the)?"
    rf"|other (?:people|teams|companies|men|departments) 's?|(?:belongs?|belonged) to|translations(?: \( \w+ \))? (?:to|of|for)|(?:theses|dissertations) (?:on|about|in)"
    rf"|(?:asked|ask|asking|requested)(?: \w+){{1,3}} (?:for|about)|(?:reviewed|refereed|cited|edited|proofread|read)(?: \w+)? (?:papers|articles|books|theses|proposals|manuscripts) (?:on|about|in)"
    rf"|(?:relied|rely|relying|depended|depend|depending) on (?:the|our|an?|my) (?:\w+ ){{0,3}}?{_GROUPS} for|the rest of (?:the|our|my) (?:\w+ )?(?:{_GROUPS}|office|firm|company|staff|floor)(?: \w+){{1,2}} (?:in|with|on|using)|(?:showed|shown|sent|lent|gave|sold|handed) (?:me|us) (?:his|her|their)|(?:one|two|three|some|several|many|most|all|both|last|first|latter|whom?|them|another) (?:is |are |have |has )?(?:now|since|today|later|currently)(?: \w+)? (?:in|at|on|with|into|for)(?: an?| the)?"
    rf"|{_TAUGHT_PERSONS} (?:(?:of|from|at|in|on) (?:my|our|the) (?:\w+ )?|(?:whom? |that )?i \w+ (?:\w+ )?)?(?:are |have |is |has )?(?:now|since|today|later|write|work|lead|went|gone|ended|became|moved|ended up|ran|run|write)(?: \w+)?(?: (?:in|at|on|with|into|to|for|as))?"
    rf"|(?:had|have|has|got|getting|having) (?:it|them|this|one|an? \w+|the \w+|our \w+) (?:made|built|written|rewritten|designed|done|coded|programmed|developed|drawn)(?: \w+)? (?:in|with|on)"
    rf"|(?:approv|sign|grant|refus)\w* (?:off )?(?:on )?(?:the |a )?(?:spending|budget|purchase|money|funding|expense|invoices?) (?:on|of|for)"
    rf"|(?:sons|daughters|brothers|sisters|children|kids|friends|cousins|nephews|nieces|siblings|classmates) ,(?: \w+)? (?:one|two|both|all|some)(?: (?:is|are|now))? (?:in|at|with|into|doing)"
    rf"|(?:through|via) (?:an?|the|our|another|two) (?:[\w-]+ )?{_AGENTS}"
    rf"|(?:comes?|came|coming) (?:\w+ )?from (?:an?|the|our|my|another) (?:[\w-]+ ){{0,2}}?{_AGENTS}(?: in \w+)?"
    rf"|(?:brought|called|took|taken) (?:in|on) (?:an?|the|two|three|some) (?:[\w-]+ )?{_AGENTS} (?:for|to|who|with)"
    rf"|one (?:now |still |also |since |even )?(?!of (?:the|my|our)|\w+ss\b|of\b|was\b|is\b|has\b)\w+s(?: (?:in|on|with))?|(?:one|two|three|four|some|many|most|all|both) of (?:them|whom)(?: (?!i\b)\w+)?"
    rf"|one (?:writes|codes|uses)|the other two|mere user of)(?= |$)"
)
# Before those in whose work the writer took part.
HELPED = re.compile(
    r"\b(?:assist|help|aid|support|train|coach|instruct)(?:ed|ing|s)?(?: [\w-]+){0,3} ?$"
)
# Before an assistant that is a program: "developed a POC of a claims", "chat".
MAKING = re.compile(
    r"\b(?:(?:re)?built|build(?:s|ing)?|made|mak(?:e|ing)|creat\w+|develop\w*|design\w*|prototyp\w+"
    r"|launch\w*|ship(?:ped|ping)?|put together|roll(?:ed|ing)? out|introduc\w+|set up|assembl\w+|releas\w+|deploy\w*|implement\w*|wrote|writing|programm?(?:ed|ing)"
    r"|prototypes?|proof of concept|poc|mvp|demo)\b(?: (?!with\b|by\b|to\b)[^\s,;.]+){0,8} ?$"
    r"|\b(?:ai|chat|voice|virtual|digital|shopping|writing|coding|intelligent|smart|llm|gpt"
    r"|conversational)(?: -)? ?$"
)
# Before persons for or with whom the writer did something: "for a telecom", "with our".
FOR_WHOM = re.compile(r"\b(?:for|with|at|across|to|alongside)(?: [\w-]+){0,4} ?$")
OTHER_ENDS = re.compile(
    r" (?:but|however|while|whereas|myself|personally|so i|and i|which i|that i|to me|kept|i)\b| [;|—–] "
    r"| , (?:i|and i|using|with|then i|so)\b"
)
_MADE = any_of(
    r"""handled|done|built|written|implemented|performed|maintained|led|owned|supplied|developed|taught|run
    |supervised|configured|made|drawn|coded|managed|kept|kept up|looked after|hosted|administered|provided|operated|carried out|conducted|taken|given|held|designed|created|delivered|set up|taken care of"""
)
# What others do with one's own work.
_USES = any_of(
    r"""used|read|adopted|consumed|reviewed|approved|audited|trusted|praised|seen|accepted|watched|attended|visited
    |followed|needed|required|requested|loved|liked|cited|bought|funded|sponsored|commissioned|and|hired|employed"""
)
BY_OTHERS = re.compile(
    rf"^[\s,)]{{0,3}}(?:[\w,]+ ){{0,7}}?{_MADE} by (?!me\b|us\b|hand\b|myself\b|my team|our team|\w+ing\b|\d|default|using)\w+"
    rf"|^(?:(?:(?:\w+ ){{0,3}}?(?!{_USES} )\w+ )?by (?:a|an|the|our|my|another|two|three|some|several) (?:\w+ 's )?"
    r"|[\s,)]{0,3}(?:\w+ ){0,2}?(?:came|comes|come) from (?:an?|the|our|another) )"
    rf"(?:[\w-]+ )?{_AGENTS}\b"  # once: the pattern is long to compile
    rf"|^[\s,)]{{0,3}}(?:\w+ ){{0,2}}?(?:was|is|were|are) the (?:work|job|business|task|domain|remit|baby) of\b"
    rf"|^(?:\w+ ){{0,3}}?by (?:her|him|them|others|someone|somebody)\b"
    rf"|^(?:\w+ ){{0,2}}?(?:bought|purchased|licen[sc]ed|procured|acquired|leased|rented) (?:in )?from\b"
    rf"|^(?:\w+ ){{0,4}}?(?:(?:and|but|,|which|that|is|was|are|were) )+not (?:mine|ours"
    rf"|my (?:area|work|job|code|field|department|doing|business|problem|turf))\b"
    rf"|^, (?:made |built |supplied |bought |all )?(?:from|by) (?:an?|the|our|another) (?:[\w-]+ )?{_AGENTS}\b"
    rf"|^(?:\w+ ){{0,2}}?(?:through|via) (?:an?|the|our|another|two) (?:[\w-]+ )?{_AGENTS}\b"
    rf"|^(?:\w+ ){{0,2}}?(?:is|was|are|were|gets?|got) (?:bought in|outsourced|contracted out|farmed out|subcontracted)\b"
    rf"|^(?:\w+ ){{0,2}}?(?:the|our(?! (?:\w+ )?(?:{_GROUPS}|company))|an?) (?:\w+ )?{_AGENTS} (?:wrote|built|made|designed|coded|maintains|maintained|keeps|runs|ran|programmed|created|developed)\b|^they (?:needed|need|used|use|wanted|want|wrote|ran|run|built|made)\b"
    r"|^[\s,)]{0,3}by (?:\w+ )?(?:contractors|freelancers|consultants|volunteers|students|vendors|suppliers|agencies|interns|others|outsiders|specialists)\b"
    r"|^(?:\w+ ){0,3}?(?:came|comes|come) (?:built in|pre - installed|preinstalled|bundled|with (?:the|it|them|an?))\b"
    r"|^(?:\w+ ){0,3}?(?:was|were) (?:shown|presented|demonstrated|explained|sold|offered) to (?:us|me)\b"
    rf"|^(?:\w+ ){{0,3}}?by (?:head office|headquarters|hq|it|corporate)(?= |$)"
    rf"|^(?:\w+ )?(?:is|was|are|were) (?:the|our|an?) (?:\w+ ){{1,2}}?'s? (?:\w+ )?(?:work|job|business|task|remit|turf|domain|baby|department)\b"
    rf"|^(?:for \w+ \w+ )?: (?:by )?(?:an? |the |our |another )?(?:external |outside |other )?(?:agency|contractors?|freelancers?|vendor|supplier|colleagues?|team mate|teammates?|another team|other team)\b"
    rf"|^(?:is|was|are|were) (?:\w+ ){{1,2}}'s(?= ?[.;,]|$)"
    rf"|^(?:that|which) (?:[\w']+ ){{1,8}}?(?:belong(?:s|ed)? to|sit with|sits with|are run by|is run by|come from|comes from) (?!me\b|us\b|my\b)"
    rf"|^by (?:the|our|my|a|an) (?:\w+ ){{0,2}}?(?:'s )?(?:it|ict)(?= ?[.;,)]|$)"
    rf"|^, (?:which|and that|that) (?:is|was|are|were) (?:the|our|my|an?|another) (?:\w+ ){{1,2}}?'s? (?:\w+ )?(?:work|job|business|task|problem|headache|remit|domain|department)\b"
    rf"|^(?:\w+ ){{0,8}}?as (?:an?|one of (?:its|the|their)) (?:\w+ )?(?:raters?|subjects?|respondents?|interviewees?|participants?|guinea pigs?|witness(?:es)?|patients?)(?= ?[.;,)]|$)"
    rf"|^(?:\w+ )?(?:is|was|are|were) (?:the |our |a )?(?:\w+ ){{1,2}}'s? own\b"
    rf"|^(?:\w+ ){{0,2}}?(?:goes|went|go|belongs?|belonged|falls?|fell|sits?|sat|lies|lay|stays|stayed|is up|is down|is left|was left) (?:to|with) (?!me\b|us\b|my\b|the \w+ing)\w+|"
    rf"^[\s)]{{0,3}}(?:\w+ ){{0,8}}?(?:was|were|is|are|being|been) (?:\w+ ){{0,2}}?(?:\w+(?:ed|en|t|ne)|run|made) by"
    rf" (?:a |an |the |our |my )?(?:[\w-]+ ){{0,2}}?(?:{_OTHERS}|{_GROUPS})\b"
    rf"|^(?:\w+ ){{0,3}}?(?:was|were|is|are) (?:theirs|his|hers|(?:the|our|my|another) (?:\w+ ){{1,2}}?'s)(?= |$)"
    rf"|^(?:\w+ ){{0,2}}?(?:done|made|written|run|built|handled|decided) (?:upstairs|downstairs|offshore|externally|centrally|remotely|elsewhere|abroad|next door|off - ?site|overseas|by hand by|in - ?house by)"
)

# What is sold, staffed or held in a technology's name.
THINGS = re.compile(
    r"(?:licen[cs]es?|seats?|subscriptions?|meetups?|fairs?|conferences?|booths?|stands?|wards?|trucks?"
    r"|veterans?|crowd|faults|trainings|papers|firms?|resellers?|vendors?)"
)

# A clause joined by one of these tells more of the same person: "the vendor, which ran".
SUBORDINATE = frozenset(["which", "who", "(", ":"])
# "Passed the legal research on to counsel": given away.
GIVES = re.compile(
    r"\b(?:passed|pass|handed|hand|left|leave|gave|give|outsourced|delegated|entrusted|forwarded|lent"
    r"|trusted|sent)(?: (?:all|the|our|my|most|any))*(?: of)?(?: (?:the|our|my))?$"
)
AWAY = re.compile(r"(?:\w+ ){0,2}?(?:(?:on |over |back )?to|with) (?!\d|[\w-]+ing )\w+")
# "Two start-ups in computer vision", "an American trainer in negotiation".
PERSONS_IN = re.compile(
    rf"\b(?:experts|speakers|witnesses|panell?ists|lecturers) on(?: the)?$|\b(?:{_OTHERS}|trainers?|wizards?|gurus?|veterans?|professors?) (?:in|of)(?: the)?$"
)
# Before a person in the singular: somebody; and what makes it the writer.
ARTICLE = re.compile(r"\b(?:an?|the|our|another|one|my|their|his|her)(?: [\w-]+){0,2} ?$")
BEING = re.compile(r"\b(?:am|i'm|as|was|became|being)(?: an?| the)?(?: [\w-]+){0,2} ?$")
# The writer's own title: "I am a full-stack developer proficient in", at a start "Data analyst
# skilled in"; not "hired a developer proficient in".
OWN_TITLE = re.compile(
    rf"(?:(?:^|[.:;] )(?:(?!(?:an?|the|our|my|another|one|with|for) )[\w-]+ ){{0,5}}?"
    rf"|\b(?:i am|i'm|i ' m|(?:^|[.,] )as) (?:an? )?(?:[\w-]+ ){{0,5}}?)(?:{_AGENTS})"
    rf" (?:who is )?(?:highly |very )?(?:skilled|trained|experienced|proficient|fluent|specialising|specializing) in$"
)
# Whoever teaches others a skill has it.
TAUGHT = re.compile(
    r"\b(?:taught|teach\w*|train\w*|coach\w*|mentor\w*|drill\w*|instruct\w*|tutor\w*|support\w*"
    r"|help\w*|assist\w*|upskill\w*|guid\w*|lead|led|supervis\w*|advis\w*|represent\w*)\b"
)
# A student's thesis, in a supervisor's list: "M. Sule (MSc 2024), topic models for Hausa".
SUPERVISED = re.compile(
    r"^(?:[A-Z] \. ?){0,2}[A-Z][\w'’-]+ ?\( ?(?:PhD|Ph\.D|MSc|MA|MS|MPhil|DPhil|BSc|MEng|MD|postdoc)\b"
)
# A department that one works with: "together with compliance", "liaised with legal and finance on".
WITH_PARTY = re.compile(
    r"\b(?:(?:together|jointly|closely|hand in hand|side by side|tandem) with|(?<=\( )with|alongside|(?:liais|partner|coordinat|align|collaborat|sync|agree)\w* (?:\w+ )?with)"
    r"(?: (?:the|our))?(?: \w+(?: \w+)? (?:,|and|&))*$"
)
MATES = re.compile(r"teams?|partners|stakeholders|groups?|squads?|peers")
WITH_OFFICE = re.compile(r"(?:^|, )with (?:the|our)$")
OFFICE = re.compile(r"(?:office|department|dept|desk|colleagues|people)\b")
PARTY_ENDS = re.compile(
    r"(?:(?:\w+ )?(?:and|,|&) \w+ )?(?:office|department|dept|desk|colleagues|functions?)?(?: ?[.,;)]| (?:on|to|for|when|before|over|about|in)\b|$|(?:on|to|over|about)\b)"
)
# Behind what is put into another tongue.
INTO_TONGUE = re.compile(
    r"(?:and \w+ )?(?:\w+ ){0,3}?into (?:english|spanish|french|german|dutch|polish|italian|portuguese|arabic|japanese|chinese|mandarin|russian|turkish|swedish|basque|catalan|hindi|korean)\b"
)
# Behind what others show or ran: "were mine".
MINE = re.compile(
    r"^(?:(?!but |while |whereas )[^\s;]+ ){0,12}?(?:is|are|was|were) (?:all |mostly |my |by )?(?:mine|my own|my work|me)\b"
    r"|^(?:(?!but |while |whereas )[^\s;]+ ){0,8}?[;,] (?:i |so i |then )?(?:rewrote|replaced|rebuilt|fixed|ported|maintained|cleaned|took over|took) (?:it|them)\b"
)
# Of somebody else, in a clause that tells no deed of the writer's.
OF_OTHERS = re.compile(
    rf"^(?:\w+ ){{0,3}}?(?:from|of) (?:a |an |the |our |my |another )(?:[\w-]+ ){{0,2}}?(?:{_OTHERS}|{_GROUPS})\b"
)
# Told of a time at which the writer was not there.
ELSEWHEN = re.compile(
    r"^(?:[^\s.;]+ ){0,8}?(?:before (?:i|we) (?:had )?(?:joined|came|arrived|started|got there|took over|was hired|were hired)"
    r"|before (?:my|our) (?:arrival|time|days?)\b|(?:after|when|as) (?:i|we) (?:had )?(?:left|quit|resigned|moved on|retired)|after my (?:departure|time))\b"
)
THEIRS = re.compile(
    rf"\bthanks to (?:\w+ )?\w+ 's(?: \w+)?$|(?:^|, )the (?!same |whole |entire )[\w-]+ (?:{_GROUPS}) 's$|\b(?:their|his|her)(?: \w+)?$|\b(?:an?|the|our|another) (?:[\w-]+ ){{0,2}}?(?!{_GROUPS} ){_AGENTS} '(?:s)?(?: \w+)?(?: (?:,|in|on|with))*$"
)
THEIR_BRACKET = re.compile(
    rf"(?<!\S)with (?:\w+ ){{1,3}}?(?:developers|engineers|programmers|scientists|analysts|coders|contractors|freelancers) \((?: [^()]{{1,40}},)? ?$|(?<!\S)(?:'s|the|another|other|their|an?) (?:\w+ )?(?:{_GROUPS}|{_AGENTS})(?: in \w+)? \((?: \w+ [,/&]| and)*(?: \w+)? ?$"
)
# "One of three people with root": the writer is among them.
ONE_OF = re.compile(
    r"\b(?:one|part|member) of (?:the |a )?(?:\w+ )?(?:people|team|group|crew|developers|engineers)\b"
)
VENDORS = re.compile(
    r"(?:is|are|was|were) (?:the|our|an?) (?:\w+ ){1,2}?'s? (?:work|job|business|task) [:(]$|: (?:by )?(?:an? |the |our |another )?(?:external |outside |other )?(?:agency|contractors?|freelancers?|vendor|supplier) [,(]$|\b(?:vendors?|suppliers?|providers?|contractors?|resellers?) (?:for|of)(?: the| an?)?$"
    r"|\b(?:sellers|makers|buyers|manufacturers|distributors|importers|publishers) of(?: the)?$"
    r"|\b(?<!internal and )(?<!internal & )(?<!internal / )(?:external|third - party|outsourced)$"
)
# What is there for others to build on: whoever names it has built on it.
JOINED = frozenset("api apis integration integrations library libraries".split())
# What one does with a skill of others: buy it, host it, watch it.
INCIDENTAL = frozenset(
    """briefed commissioned procured purchased ordered funded financed sponsored typed guarded chauffeured escorted
    tendered photographed catered subtitled transcribed proofread attended watched heard visited admired envied rented
    leased filed booked invoiced ushered billed staffed recruited outsourced chaired moderated welcomed
    entertained hosted handed hauled lugged""".split()
)
# A bracket right behind a mention, or the end of the one it stands in.
BRACKET = re.compile(r"^(?:\( [^()]{0,60}\) |\) )")
# Verbs by which others make a thing: "a rollout that consultants did".
MAKES = frozenset(
    """did does made make makes built build builds wrote write writes ran run runs designed led leads handled
    handles delivered own owns owned maintain maintains maintained developed implemented configured programmed coded supplied installed created operates operated operate hosts trained drew drawn""".split()
)
MADE = frozenset(
    "built build wrote write made make designed design created create developed".split()
)
# Behind "the data team's Kafka": the writer's own part.
OWNER = re.compile(r"(?:\w+ )?(?:owner|person|lead|expert|specialist|admin|champion|contact)\b")
# Where one only listens: "AI meetups".
EVENTS = re.compile(r"(?:meetups?|fairs?|podcasts?|magazines?)\b")
# What the employer is and sells, told under its name: "is a private bank that provides".
_FIRMS = any_of(
    r"""bank|company|firm|provider|supplier|distributor|manufacturer|consultancy|start - up|startup|agency
    |organi[sz]ation|corporation|retailer|insurer|conglomerate|institution|enterprise|charity|brokerage|multinational|scale - up|scaleup
    |shop|outfit|boutique|utility|spin - off|spin - out|spinoff"""
)
# What a journalist writes about is a subject, no skill: "Covered data privacy for a daily".
REPORTED = re.compile(
    r"(?:^| )(?:covered|covers?|covering|(?:report|reported|reporting|wrote|writes?|writing|written)(?: \w+){0,4}? (?:on|about))(?: [\w,&-]+){0,6}$"
)
FOR_READERS = re.compile(
    r"^(?:[\w,&-]+ ){0,6}?(?:for|in) (?:an?|the|its|our|two|three|several|various)(?: [\w-]+){0,3}? (?:newspapers?|magazines?|daily|dailies|weekly|weeklies|trade papers?|news(?:room| agency| site| desk| wire)?|broadcasters?|radio|television|tabloids?|broadsheets?|trade press|readers|readership|pages|supplement|gazette)(?= |$)"
)
EMPLOYER = re.compile(
    rf"^(?:(?!i )[\w&.'’-]+ ){{0,5}}?(?:is|was) (?:(?:an?|the|one of|among) )(?:[\w',&-]+ ){{0,7}}?(?:{_FIRMS}|companies|firms|banks|providers|suppliers|manufacturers)\b"
    rf"|^(?:an?|the|one of) (?:[\w',&-]+ ){{0,6}}?(?:{_FIRMS}|companies|firms|banks|providers|suppliers|manufacturers) (?:that|which|providing|offering|serving|making|selling|building|specializing|speciali[sz]ing|in the|of|with|before|until|when|for|since)\b"
    rf"|^an? (?:[\w'&-]+ ){{1,3}}?(?:{_FIRMS}) ?(?:[.;]|$)"
    r"|^(?:it|the (?:company|firm|bank|group|organi[sz]ation|business)) (?:also |mainly |now )?(?:provides?|offers?|performs?|sells?|makes?|manufactures?|operates?|speciali[sz]es?|delivers?|develops?|serves|has|employs)\b"
)
