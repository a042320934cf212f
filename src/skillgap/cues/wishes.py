"""What wishes for a skill or is still learning it: "eager to learn", "in progress"."""

from __future__ import annotations

import re

from skillgap.cues.denial import ENDS
from skillgap.cues.plans import LEFT
from skillgap.words import any_of, cue, either, one_of

_LEARN = any_of(
    r"""learn|study|explore|work|move|transition|deepen|develop|improve|gain|build|get|become|take
    |speciali[sz]e|grow|pick|start|master|use|try|expand|train|pursue|add|acquire|break|switch|do
    |be|understand|enter|complete|earn|obtain|dive|focus|dig|upskill|begin|join|know|strengthen
    |extend|write|see|read"""
)
_WISH = any_of(
    r"""wants?|wanted|wanting|would(?: ,(?: \w+){1,3} ,)? (?:like|love)|\w+'d (?:like|love)
    |wish(?:es|ed)?|hop(?:es?|ing)|plan(?:s|ning|ned)?|aim(?:s|ing)?|aspir(?:es?|ing)|intend(?:s
    |ing)?|eager|keen|excited|looking|look|seek(?:ing|s)?|willing|ready|motivated|hungry
    |ambition|goal is|goal|mean"""
)
ASPIRES = cue(
    # "currently learning"; not "learning design", "the learning curve"
    (
        r"(?:^(?:[-•*] )?|\b(?:currently|now|presently|actively|started|begun|am|am also|been"
        r"|still|keep|busy|slowly|is|self|at present|,) )(?:re)?learning\b(?! ,)(?! (?:designer"
        r"|technolog\w+|support|platform|management|environment|outcome|design|rate|curve|and "
        r"development|experience|& development|material|path|center|community|program))"
    ),
    # "hope to", "keen to learn"; not "eager to apply my"
    (
        rf"(?:{_WISH}|readiness|willingness|eagerness|desire|expect|expects|due|about|hope you "
        r"will give me the chance|the chance) to (?!apply|leverage|bring)(?:(?:get|earn|pass"
        r"|obtain|complete|finish|sit|gain|achieve) my\b|\w+\b)(?: \|(?= ))?"
    ),
    # Interest and study: "fascinated by", "reading up on", "enrolled in"
    r"(?:interested|interest) in\b",
    r"(?:curious|fascinated|excited|passionate|enthusiastic|intrigued) (?:about|by)\b",
    r"(?:passion|enthusiasm|curiosity) for\b",
    r"(?:studying|study|preparing|revising|prepping|reading up|reading) (?:for|towards?|on)\b",
    (
        r"currently (?:studying|taking|exploring|reading|enrolled|pursuing|completing|looking "
        r"at|working (?:through|towards?))\b"
    ),
    r"enrolled ,",
    (
        r"currently on (?:an?|the|my) (?:\w+ ){0,3}?(?:course|class|bootcamp|program|training"
        r"|module)(?: (?:in|on|about))?(?= |$)"
    ),
    (
        r"(?:working towards?|enrolled (?:in|on)|signed up for|registered for|booked (?:for|on)"
        r"|to start|starting (?:in|a|with|to learn)|get my head around|i take a (?:class"
        r"|course))\b"
    ),
    r"(?:and|or) to (?:learn|study|master)(?= |$)",
    # Before a list: "Next up:"
    (
        r"(?:to learn|on (?:my|the) list(?: for (?:20)?\d\d)?|next up|up next|next|goals?"
        r"|aspirations?|planned|plans|enrolled|signed up|want to learn|learning plan|in "
        r"progress|currently|wish ?list|future|one day|some ?day|soon|ahead|curious about"
        r"|still missing|wishes) :"
    ),
    one_of(
        r"picking up",
        r"dabbling (?:in|with)",
        r"teaching myself",
        r"self - studying",
        r"toying with",
        r"working (?:my way )?through",
        r"dream(?:s|ing)? of",
        r"drawn to",
        r"keen on",
        r"(?<!, )considering",
        r"thinking (?:about|of)",
        r"saving (?:up )?for",
        r"waiting (?:list )?for",
        r"due to (?:start|take|begin)",
        r"will (?:take|start|begin|study|learn|attend|sit)",
        r"on my radar",
        r"targeting the",
        (
            r"(?:started|starting|begun|beginning|taking|joined|attending|following|doing) (?:a"
            r"|an|the|my)(?: \w+){0,3} (?:course|class|bootcamp|tutorial|mooc|certificate)(?: "
            r"(?:in|on|about|for))?"
        ),
        (
            r"(?:a|my) (?:first |next )?(?:course|class|exam|certificate) (?:in"
            r"|on)(?=.{0,60}\b(?:planned|booked|next|starts|begins|in progress))"
        ),
        r"(?:get|getting) (?:into|started (?:in|with))",
        r"(?:happy|glad|love) to learn",
        (
            r"(?:next|coming) (?:year|spring|summer|autumn|fall|winter|month|term|january"
            r"|september|october) ,?"
        ),
        behind=r"(?= |$)",
    ),
    # What one wants to be or to find: "aspiring", "looking for ... role"
    r"(?:aspiring|prospective|would - be|budding|wannabe)\b",
    r"(?:hoping|hope|wishing|dreaming|longing) (?:that|for|to)\b",
    (
        r"(?:seeking|looking for|in search of|pursuing|searching for|open to|aiming for"
        r"|applying for|hoping for)\b(?=.{0,80}?\b(?:role|position|opportunit\w+|job|career"
        r"|internship|placement|post|work|apprenticeship|challenge|chance|move|team)\b)"
    ),
    (
        r"(?:(?:move|moving|transition|transitioning|break|breaking) (?:in)?to|pivot(?:ing)? "
        r"(?:in)?to)\b"
    ),
    # "I ought to learn", "tells me to look into"
    (
        r"i (?:\w+ )?(?:should|ought to|must|might|could) (?:\w+ )?(?:learn|study|try|pick up"
        r"|look into|take up|get into|look at)(?= |$)"
    ),
    (
        r"(?:tells?|told|telling|urges?|urged|advises?|advised) me to (?:\w+ )?(?:learn|study"
        r"|try|pick up|look into|take up|get into|look at)(?= |$)"
    ),
    # "moving over to", "perhaps one day", "tried to teach me"
    r"(?:move|moving|switch|shift|step|grow|get) (?:\w+ )?(?:towards?|over to|across to)(?= |$)",
    (
        r"(?:with (?:any |some |a bit of )?luck|possibly|perhaps|maybe)(?: one day| some "
        r"day)?(?: ,)?(?= \S+ ?(?:[,.;(]|$|before|by|in|next))"
    ),
    (
        r"(?:started|begun|beginning|starting) to (?:look into|explore|learn|study|read about"
        r"|get into|dig into)(?= |$)"
    ),
    r"tried to (?:teach|show|sell|explain)(?: me)?(?= |$)",
    # Booked, offered or begun: "a place on", "week 3 of 8:"
    r"(?:course|class|workshop|exam) in(?=.{0,60}\b(?:is|are) (?:paid|booked|planned|waiting))",
    r"would welcome an? (?:post|role|job|position|chance|place|opportunity)(?= |$)",
    r"(?:offer of|offered|waiting for|hope for) a place on(?= |$)",
    (
        r"(?:team|role|place|company|job|position|employer|workplace) where i (?:can|could|will"
        r"|may|might)(?= |$)"
    ),
    r"(?:course|module|week|unit|part|lesson|chapter) \d+ of \d+ :",
    # "my next role will", "told to study"
    (
        r"(?:my|the) next (?:role|job|position|post|employer|team|workplace|company) (?:\w+ "
        r")?(?:has|have|will|would|could|should|might|may|is about|involves?|includes?|offers?"
        r"|brings?|lets?|uses?)(?= |$)"
    ),
    r"(?:my|the) next (?:step|goal|challenge|stop|target|topic|subject) (?:is|will be|:)(?= |$)",
    r"future (?:work|study|goal|plan)",
    r"(?:asked|told|urged|invited|encouraged) to (?:learn|study|consider|look at)(?= |$)",
    r"in (?:week|module|unit|chapter|lesson|part) (?:\d+|one|two|three|four|five|six) of(?= |$)",
    one_of(
        r"reading about",
        r"(?:i|i have|i've) read (?:a lot |much |widely |up )?(?:about|on)",
        r"(?:have |has )?(?:just|only just|recently) (?:started|begun)",
        r"planning an? (?:switch|move|change)",
        r"registered for ,",
        r"will be (?:attending|taking|starting|learning)",
        r"next on",
        r"still to do :",
        r"on the bedside table",
        r"dipping (?:a toe|my toes?) in(?:to)?",
        r"ideally i",
        r"my (?:ambition|goal|dream|aim) is",
        r"to be completed(?: \d+)?",
        r"in (?:two|three|five|ten|a few) years i",
        r"struggling through",
        r"(?:career )?change into",
        r"should you offer",
        behind=r"(?= |$)",
    ),
    r"(?:soon|next up) ?:",
    rf"{LEFT} ,",
    r"(?:i|we) (?:was|were) to (?:attend|take|study|do|join|start|begin|sit|learn|get)(?= |$)",
    r"^to (?:learn|study|master|get better at|pick up|understand)(?= |$)",
    (
        r"(?:place|seat|spot) (?:on|in) (?:the|an?)(?= .{0,60}\b(?:is|has been) (?:reserved|booked"
        r"|promised|waiting|paid))"
    ),
    r"(?:coursework|credits|studies) towards?(?= |$)",
)
ASPIRED_BEHIND = either(
    (
        r"^(?:\w+ ){0,2}?(?:exam|certificate|certification|course|diploma|class|test|badge) (?:"
        r"(?:comes|follows|is) (?:after|next|then|later|last)\b(?! (?:each|every))|(?:\w+ ){0,2}?"
        r"(?:in (?:sight|view)|within reach|half (?:done|way|finished)|under way))"
    ),
    (
        r"^(?:\w+ )?(?:keeps?|has been|have been|is|are) (?:winking|calling|tempting|beckoning"
        r"|luring|tugging|waving|whispering)\b"
    ),
    r"^(?:\w+ )?\( ?(?:registered|enrolled|signed up)(?= ?[,)]| (?:for|until|till|since)\b)",
    (
        r"^(?:for \w+ )?\( ?(?:next|coming|starts? (?:in )?|from |in )(?: ?(?:week|month|year"
        r"|term|semester|quarter|spring|summer|autumn|fall|winter))\b"
    ),
    (
        r"^[:(–—-] ?(?:still |i |i'd |i would )?(?:(?:want|wanting|like|love|hope|hoping|plan"
        r"|planning|wish|aim|intend|keen|eager|due|would like|would love) to (?:learn|get into"
        r"|try|study|master|explore|deepen|pick up|start|take|improve|do|appear|attempt|clear"
        r"|give|sit|pass|get|complete|earn|write|renew)|to learn)(?= ?(?:it|this|more|next|soon"
        r"|in|from|properly|better|one day|some ?day|[).,;|]|$))"
    ),
    (
        r"^(?:\w+ ){0,3}?(?:certificate|certification|course|degree|diploma|speciali[sz]ation"
        r"|nanodegree|bootcamp|program(?:me)?|track|minor|major) ?[(–—,:-]{1,2} ?(?:in progress"
        r"|ongoing|expected|currently|pursuing|enrolled|unfinished|to be completed)\b"
    ),
    (
        r"^(?:[\w-]+ ){0,5}?[,(] (?:lesson|week|module|chapter|unit|part|level) (?:\w+|\d+) "
        r"(?:of|out of) (?:\w+|\d+)"
    ),
    r"^(?:\w+ ){0,3}?\( ?wait(?:ing)? ?-? ?list",
    (
        r"^(?:\w+ ){0,2}?[:(,–—-] ?(?:on hold|paused|abandoned|shelved|interrupted|canceled"
        r"|rebooked|(?:just|only just|recently) (?:started|begun))\b"
    ),
    (
        r"^\( (?:\w+ , )?(?:currently |now )?(?:starting|taking|beginning|joining|booked"
        r"|signed up for) (?:on )?(?:an?|the|my) (?:[\w-]+ ){0,2}?(?:course|class|module"
        r"|bootcamp|certificate|exam)\b"
    ),
    (
        r"^(?:[\w-]+ ){0,3}?\( ?(?:\w+ ){0,2}?(?:\d+|one|two|three|four|five|six|seven) (?:of|out of) "
        r"(?!\d+ (?:points|marks))(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
    ),
    (
        r"^\((?: [^\s()]+){0,5} (?:at \d+ %|(?:week|module|chapter|lesson|term|unit|part) "
        r"(?:\w+ )?of|evening (?:school|class|course)|half ?-? ?way|ongoing|unfinished|not "
        r"finished)"
    ),
    (
        r"^(?:speciali[sz]ation |certificate |nanodegree |bootcamp )?[:,–—-]? ?(?:lesson|week"
        r"|module|chapter|unit|part|level|course) (?:\w+ )?(?:\w+|\d+) (?:of|out of) (?:\w+"
        r"|\d+)"
    ),
    (
        r"^(?:\w+ ){0,3}?\( ?(?:(?:exam|test|course) (?:booked|planned|scheduled|due|in)|booked"
        r"|scheduled)\b"
    ),
    (
        r"^(?! ?, (?:training\b|learning ?,))[\s:(,–—-]{0,6}(?:(?:level )?(?:\w+ )?candidate\b"
        r"|self - study\b|(?:(?:still |now |currently )?(?:studying|revising|practi[cs]ing)"
        r"|(?:still |now |currently |(?<=[(,–—:-] ))training)(?= ?[).,;]|$)|(?:currently "
        r"|still |now )?learning(?= ?[).,;]|$)|in (?:progress|preparation)\b(?! (?:of|for"
        r"|to)\b)|planned\b(?! (?:the|all|our)\b)|eligible\b|pending\b|booked\b|thinking "
        r"about\b|(?:the )?exam (?:\w+ ){0,2}?(?:scheduled|booked|planned|due)\b|\( ?sitting\b"
        r"|registered for\b|to be (?:completed|taken)|next\b(?! \w+ing| ?\. ?js\b)|some ?day\b"
        r"|(?<=[(,–—:-] )one day\b|wish ?list|(?:is |are )?on (?:my|the) (?:to - do |todo "
        r"|wish |reading )?list\b|(?:is|are) (?:my )?next|(?:is|are) what i (?:would|want|hope"
        r"|plan|wish)|starting \w+ 20\d\d|not started|(?:starts|begins|starting|beginning|from"
        r"|due|planned|booked|exam|expected) (?:in |for )?(?:next|january|february|march|april"
        r"|may|june|july|august|september|october|november|december|spring|summer|autumn|fall"
        r"|winter)\b|(?:is|are) (?:on my radar|planned|booked|the plan|the goal|the dream)"
        r"|(?:course|exam|class|certificate) (?:\w+ ){0,2}?(?:booked|planned|pending|in "
        r"progress|starts|starting|begins|underway|ongoing)|(?:basics )?underway\b|ongoing\b"
        r"|(?:is|are|comes?) (?:still )?to come|(?:which|that) (?:i am|i'm) (?:\w+ "
        r"){0,2}?(?:learning|studying|exploring|picking|starting))"
    ),
)
# A wish that goes on to tell what the writer has: "to apply my eight years of Java".
APPLIES = either(
    (
        r" (?:my|apply|applying|leverage|leveraging|utili[sz]e|utili[sz]ing|having|where (?:i"
        r"|my|we|our|can|strong|deep|an?|the|\w+ skills)|drawing|after|with (?:a|an|over|more"
        r"|\d|(?:\w+ ){0,2}(?:experience|expertise|background|skills) in)|bringing|based on"
        r"|combining|backed by|since|because|offering)\b"
    ),
    r"(?<! move)(?<! moving)(?<! switch)(?<! transition) from\b",
)
WISH_ENDS = re.compile(f"{ENDS.pattern}|{APPLIES.pattern}")
# A relative clause speaks of what stands before it, not of what follows.
RELATIVE = re.compile(r"(?:which|that|who) (?:i|i am|i'm|is|are|am) $")

# A feeling that the sentence goes on to prove: "fascinated by cryptography, so I wrote ...".
FEELINGS = re.compile(r"interest|passion|fascinat|curious|enthusias|excited|fond|drawn|keen")
PROVED = re.compile(
    r"\b(?:so i|led me to|i (?:have |had )?(?:built|wrote|made|designed|ran|run|maintain|set up"
    r"|created|shipped)|every \w+ i|mostly mine|daily|weekly|(?:\w+|\d) years|since (?:19"
    r"|20)\d\d)\b"
)
# A wish to go on with what one does, where the wish is looked for anywhere before.
GOES_ON = re.compile(r"\b(?:keep|continue|carry on|go on(?! to\b)|stay|remain)\b")
# Under an objective: "from bookkeeping into data analysis".
TOWARDS = re.compile(r"\b(?:in)?to(?:wards?)?(?: the| a)?$")
# An objective begins with what it is after: "to join a team".
TO_JOIN = re.compile(
    r"to (?:join|find|get|obtain|secure|work|move|become|enter|start|land|gain|be)\b"
)
# "Teacher → instructional design" at the head of a resume.
BECOMES = re.compile(r"(?:→|⇒|➔|- >|becoming|turning|turned towards?)$")
# Right before a skill: it is the means ("studying nests with R").
BY_MEANS = re.compile(r"\b(?:in|using|with|via|through)(?: (?:my|our|an?|the))?$")
# What kind of post is looked for: "seeking a data science role".
SEEKS = re.compile(
    r"\b(seeking|looking for|in search of|searching for|open to|applying for)(?: [^\s;.|]+){0,8}$"
)
POST_BEHIND = re.compile(
    r"(?:[\w/&-]+ ){0,2}?(?:roles?|positions?|internships?|opportunit(?:y|ies)|jobs?|placements?"
    r"|posts?|vacanc(?:y|ies)|apprenticeships?)\b"
)
