"""What gives a skill to someone else: "a team of Java developers", "a client who uses"."""

from __future__ import annotations

import re

from skillgap.cues.persons import AGENT_WORDS, GROUP_WORDS, OTHER_WORDS
from skillgap.words import any_of, cue, either, one_of

_TAUGHT_PERSONS = any_of(
    r"""students|pupils|juniors|interns|trainees|apprentices|alumni|mentees|graduates|hires
    |people|recruits|starters|learners|children|girls|boys|fellows|postdocs"""
)
# What is typed, translated, cleaned or photographed for others.
_TEXTS = any_of(
    r"""manuals?|books?|textbooks?|handbooks?|pamphlets?|leaflets?|guides?|novels?|articles?
    |texts?|documents?|papers?|reports?|lectures?|talks?|interviews?|exams?|brochures?
    |catalogu?es?|letters?|speech(?:es)?|memoirs?|thes[ie]s|minutes|offices?|rooms?|floors?
    |premises|toilets|buildings?|events?|weddings?|conferences?|posters?|menus?|websites?"""
)
SOMEONE_ELSE = cue(
    # "a client who uses", "the bank whose"
    (
        rf"\b(?:{OTHER_WORDS}|{GROUP_WORDS}|ministry|hospital|university|council|museum|bank|factory"
        r"|lab|school|charity|club)(?: in)?(?: \w+)? ,? ?(?:(?:one |two |some |all |both )?of "
        r")?(?:whom?|that|which|whose)(?= |$)"
    ),
    # "colleagues working in"; "customer churn using" is no customer, "a side project using" no side
    (
        rf"\b(?:{OTHER_WORDS}|{GROUP_WORDS})(?: members|(?<=s)(?: in)? (?!by\b)\w+)? (?:using|running"
        r"|working (?:in|with|on)|writing|building|speciali[sz]ing in|skilled in|trained in"
        r"|experienced in|proficient in|fluent in)(?= |$)"
    ),
    # "six theses, one on"
    r"\b(?:students|theses|dissertations|interns|trainees) , one (?:on|about|in)(?= |$)",
    # "engineers with"
    (
        r"\b(?:developers|engineers|scientists|analysts|candidates|applicants|juniors|interns"
        r"|hires|people|colleagues|freelancers|contractors|programmers) with(?= |$)"
    ),
    # Hired, handed out or only watched: "recruited and onboarded", "sat in on"
    (
        r"\b(?:(?:hired|recruited)(?! (?:myself|as|to (?!an?|the|our|my)\w+))|(?<!- )sourced"
        r"|screened|interviewed|placed|staffed|headhunted|outsourced|delegated|onboarded"
        r"|shadowed|accompanied|escorted|sat in on|sits? in on|sitting in on|sat beside|sat "
        r"next to)(?: and (?:hired|recruited|sourced|screened|interviewed|placed|onboarded"
        r"|managed))?(?= |$)"
    ),
    one_of(
        # The chief, the principal, the maker: "reporting to the", "drawn by our data team"
        r"report(?:ed|ing|s)? (?:\w+ )?to (?:the|our|a)?",
        r"on behalf of",
        (
            r"(?<!side )by (?:a |an |the |our |my |another )?(?:(?!\w+ing\b)[\w-]+ "
            rf")?(?:{OTHER_WORDS}|{GROUP_WORDS})(?: in| with| using)?"
        ),
        (
            r"(?:handled|done|built|written|implemented|performed|maintained|led|owned|supplied"
            r"|developed|taught|run|supervised|configured|made|drawn|coded|programmed|designed|created"
            r"|installed|operated|hosted|provided|engineered|looked after|cared for) by(?! me| us| hand"
            r"| myself)"
        ),
        r"assist(?:ed|ing) (?:the|our|a)(?! (?:\w+ ){1,3}(?:in|with|by) )",
        r"by (?:head office|hq|it)",
        r"liais(?:ed|ing|e) with",
        # Sold, bought, driven or served: another trade's deed about the thing
        (
            r"(?:sold|(?<!- )sells?(?! -)|(?<!solution )(?<!cross )(?<!consultative )selling"
            r"|purchased|bought|typed up|booked|guarded|drove (?:an? |the )?(?:vans?|trucks?"
            r"|lorry|lorries|bus|buses|cabs?|taxis?|cars?|coach|minibus|crane|tram|trains?"
            r"|ambulance|limousines?)(?: for)?(?: an?| the)?|photographed|escalated|translated "
            r"for|waited for|receptionist for|cleaner at|payroll for|married to)(?: \w+)?"
        ),
        r"filled (?:\w+ )?(?:seats|roles|posts|positions|vacancies|jobs)(?: in| for)?",
        # Another post at the place: "receptionist at a"
        (
            r"(?:guard|receptionist|cleaner|caterer|catering|janitor|porter|driver|secretary"
            r"|(?<!teaching )(?<!research )(?<!the )(?<!our )(?<!this )(?<!virtual )(?<!voice "
            r")(?<!ai )assistant|nanny|caretaker|usher|courier|waiter|waitress|wife|husband"
            r"|consumer|sponsor|reader|line manager|front desk|interpreter"
            r"|landlord)s?(?: \w+)? (?:to|of|at|for|in)(?: an?| the| two| three)?"
        ),
        r"(?:catered|waited|guarded)(?: \w+){0,3}? (?:on|for|about|of|at)(?: an?| the)?",
        # A text or a room, whatever it was about: "typed reports on"
        (
            r"(?:typed|typeset|bound|illustrated|indexed|proofread|subtitled|translated|cleaned"
            rf"|photographed|printed|transcribed|ghosted)(?: \w+){{0,2}}? {_TEXTS} (?:on|for"
            r"|about|of|at)(?: an?| the)?"
        ),
        (
            r"(?:supplied|sold|delivered|leased|rented)(?: \w+){1,3} to (?:an?|the|two|three"
            r"|several)"
        ),
        (
            rf"{OTHER_WORDS} 's (?:\w+ )?(?:thesis|paper|book|talk|course|project|model|report"
            r"|work)s? (?:on|in|about|of|with)"
        ),
        # "trained clerks, among them a"; "mentored by"
        r"among (?:them|whom)(?: an?)?",
        r"(?:mentored|coached|inspired) by",
        r"by (?:dr|prof|mr|ms|mrs)",
        rf"by (?:an?|the|our) (?:\w+ 's )?(?:[\w-]+ )?{AGENT_WORDS}(?: in| with| using| on)?",
        (
            r"by (?:an?|our|my) (?!(?:\w+ )?(?:factor|number|order|server|computer|container|parser|scraper"
            r"|crawler|scheduler|worker|filter|layer|letter|paper|processor|sensor|chapter|quarter|trigger)\b)"
            r"(?:[\w-]+ )?\w{3,}(?:er|or|ist|ian)(?: , \w+ ,)? (?:in|with|using)"
        ),
        # Told of others: "reporters covering", "Head office then rebuilt it in"
        r"(?:newsroom|desk|reporters?|journalists?|correspondents?) covering",
        (
            r"(?:^|[;,.] )(?:engineering|head office|head quarters|the trust|the ministry) "
            r"(?:then |later |had )?(?:built|rebuilt|wrote|coded|made|programmed) (?:\w+ "
            r"){0,3}?(?:in|with|on)"
        ),
        # Had done by somebody: "asked a contractor to", "compared quotes for"
        (
            r"(?:asked|got|paid|begged) (?:an?|the|our|my|another) (?:[\w-]+ "
            rf"){{0,2}}?(?:(?!{GROUP_WORDS} ){AGENT_WORDS}) to(?: \w+)?(?: the| an?| our)?"
        ),
        (
            r"(?:reviewed|compared|read|scored|weighed|opened) (?:\w+ )?(?:bids?|tenders?"
            r"|quotes?|quotations?) (?:for|from|on)(?: an?| the)?"
        ),
        # Somebody else's work: "other teams'", "reviewed papers on"
        r"other (?:people|teams|companies|men|departments) 's?",
        r"(?:belongs?|belonged) to",
        r"translations(?: \( \w+ \))? (?:to|of|for)",
        r"(?:theses|dissertations) (?:on|about|in)",
        r"(?:asked|ask|asking|requested)(?: \w+){1,3} (?:for|about)",
        (
            r"(?:reviewed|refereed|cited|edited|proofread|read)(?: \w+)? (?:papers|articles"
            r"|books|theses|proposals|manuscripts) (?:on|about|in)"
        ),
        (
            r"(?:relied|rely|relying|depended|depend|depending) on (?:the|our|an?|my) (?:\w+ "
            rf"){{0,3}}?{GROUP_WORDS} for"
        ),
        (
            rf"the rest of (?:the|our|my) (?:\w+ )?(?:{GROUP_WORDS}|office|firm|company|staff"
            r"|floor)(?: \w+){1,2} (?:in|with|on|using)"
        ),
        r"(?:showed|shown|sent|lent|gave|sold|handed) (?:me|us) (?:his|her|their)",
        # What became of those whom one taught: "two are now in", "pupils of mine went into"
        (
            r"(?:one|two|three|some|several|many|most|all|both|last|first|latter|whom?|them"
            r"|another) (?:is |are |have |has )?(?:now|since|today|later|currently)(?: \w+)? "
            r"(?:in|at|on|with|into|for)(?: an?| the)?"
        ),
        (
            rf"{_TAUGHT_PERSONS} (?:(?:of|from|at|in|on) (?:my|our|the) (?:\w+ )?|(?:whom? "
            r"|that )?i \w+ (?:\w+ )?)?(?:are |have |is |has )?(?:now|since|today|later|write"
            r"|work|lead|went|gone|ended|became|moved|ended up|ran|run|write)(?: \w+)?(?: (?:in"
            r"|at|on|with|into|to|for|as))?"
        ),
        # "had the site built in", "approved spending on"
        (
            r"(?:had|have|has|got|getting|having) (?:it|them|this|one|an? \w+|the \w+|our \w+) "
            r"(?:made|built|written|rewritten|designed|done|coded|programmed|developed"
            r"|drawn)(?: \w+)? (?:in|with|on)"
        ),
        (
            r"(?:approv|sign|grant|refus)\w* (?:off )?(?:on )?(?:the |a )?(?:spending|budget"
            r"|purchase|money|funding|expense|invoices?) (?:on|of|for)"
        ),
        # "two sons, one in"
        (
            r"(?:sons|daughters|brothers|sisters|children|kids|friends|cousins|nephews|nieces"
            r"|siblings|classmates) ,(?: \w+)? (?:one|two|both|all|some)(?: (?:is|are|now))? "
            r"(?:in|at|with|into|doing)"
        ),
        # By means of another: "through a consultant", "comes from our analyst", "brought in a developer for"
        rf"(?:through|via) (?:an?|the|our|another|two) (?:[\w-]+ )?{AGENT_WORDS}",
        (
            r"(?:comes?|came|coming) (?:\w+ )?from (?:an?|the|our|my|another) (?:[\w-]+ "
            rf"){{0,2}}?{AGENT_WORDS}(?: in \w+)?"
        ),
        (
            r"(?:brought|called|took|taken) (?:in|on) (?:an?|the|two|three|some) (?:[\w-]+ "
            rf")?{AGENT_WORDS} (?:for|to|who|with)"
        ),
        # One of several: "one writes", "two of them in"
        (
            r"one (?:now |still |also |since |even )?(?!of (?:the|my|our)|\w+ss\b|of\b|was\b"
            r"|is\b|has\b)\w+s(?: (?:in|on|with))?"
        ),
        r"(?:one|two|three|four|some|many|most|all|both) of (?:them|whom)(?: (?!i\b)\w+)?",
        r"one (?:writes|codes|uses)",
        r"the other two",
        r"mere user of",
        # "has its own", "brief the agency on"
        r"(?:has|have|had|runs?|ran|keeps?|kept|uses?|got) (?:its|their) own",
        (
            r"brief(?:ed|s|ing)? (?:the|our|an?|two|three|external)(?: [\w-]+)? (?:agenc(?:y|ies)|freelancers?"
            r"|studios?|contractors?|suppliers?|vendors?|developers?|designers?|photographers?|printers?) (?:on|about|for)"
        ),
        before=r"\b",
        behind=r"(?= |$)",
    ),
)
# Before an assistant that is a program: "developed a POC of a claims", "chat".
MAKING = either(
    (
        r"\b(?:(?:re)?built|build(?:s|ing)?|made|mak(?:e|ing)|creat\w+|develop\w*|design\w*"
        r"|prototyp\w+|launch\w*|ship(?:ped|ping)?|put together|roll(?:ed|ing)? out|introduc\w+"
        r"|set up|assembl\w+|releas\w+|deploy\w*|implement\w*|wrote|writing|programm?(?:ed|ing)"
        r"|prototypes?|proof of concept|poc|mvp|demo)\b(?: (?!with\b|by\b|to\b)[^\s,;.]+){0,8} "
        r"?$"
    ),
    (
        r"\b(?:ai|chat|voice|virtual|digital|shopping|writing|coding|intelligent|smart|llm|gpt"
        r"|conversational)(?: -)? ?$"
    ),
)
OTHER_ENDS = either(
    r" (?:but|however|while|whereas|myself|personally|so i|and i|which i|that i|to me|kept|i)\b",
    r" [;|—–] ",
    r" , (?:i|and i|using|with|then i|so)\b",
)

# A clause joined by one of these tells more of the same person: "the vendor, which ran".
SUBORDINATE = frozenset(["which", "who", "(", ":"])
# Behind what is put into another tongue.
INTO_TONGUE = re.compile(
    r"(?:and \w+ )?(?:\w+ ){0,3}?into (?:english|spanish|french|german|dutch|polish|italian"
    r"|portuguese|arabic|japanese|chinese|mandarin|russian|turkish|swedish|basque|catalan|hindi"
    r"|korean)\b"
)
# A bracket right behind a mention, or the end of the one it stands in.
BRACKET = re.compile(r"^(?:\( [^()]{0,60}\) |\) )")
