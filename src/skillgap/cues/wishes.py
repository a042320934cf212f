"""What wishes for a skill or is still learning it: "eager to learn", "in progress"."""

from __future__ import annotations

import re

from skillgap.cues.denial import ENDS
from skillgap.words import any_of, cue

_LEARN = any_of(
    r"""learn|study|explore|work|move|transition|deepen|develop|improve|gain|build|get|become|take
    |speciali[sz]e|grow|pick|start|master|use|try|expand|train|pursue|add|acquire|break|switch|do
    |be|understand|enter|complete|earn|obtain|dive|focus|dig|upskill|begin|join|know|strengthen
    |extend|write|see|read"""
)
_WISH = any_of(
    r"""wants?|wanted|wanting|would(?: ,(?: \w+){1,3} ,)? (?:like|love)|\w+'d (?:like|love)|wish(?:es|ed)?
    |hop(?:es?|ing)|plan(?:s|ning|ned)?|aim(?:s|ing)?|aspir(?:es?|ing)|intend(?:s|ing)?|eager|keen
    |excited|looking|look|seek(?:ing|s)?|willing|ready|motivated|hungry|ambition|goal is|goal|mean"""
)
ASPIRES = cue(
    rf"(?:^(?:[-•*] )?|\b(?:currently|now|presently|actively|started|begun|am|am also|been|still|keep"
    rf"|busy|slowly|is|self|at present|,) )(?:re)?learning\b(?! ,)"
    rf"(?! (?:designer|technolog\w+|support|platform|management|environment|outcome|design|rate|curve|and development|experience"
    rf"|& development|material|path|center|community|program))"
    rf"|(?:{_WISH}|readiness|willingness|eagerness|desire|expect|expects|due|about|hope you will give me the chance|the chance) to (?!apply|leverage|bring)(?:(?:get|earn|pass|obtain|complete|finish|sit|gain|achieve) my\b|\w+\b)(?: \|(?= ))?"
    rf"|(?:interested|interest) in\b|(?:curious|fascinated|excited|passionate|enthusiastic|intrigued)"
    rf" (?:about|by)\b|(?:passion|enthusiasm|curiosity) for\b"
    rf"|(?:studying|study|preparing|revising|prepping|reading up|reading) (?:for|towards?|on)\b"
    rf"|currently (?:studying|taking|exploring|reading|enrolled|pursuing|completing|looking at"
    rf"|working (?:through|towards?))\b"
    rf"|enrolled ,|currently on (?:an?|the|my) (?:\w+ ){{0,3}}?(?:course|class|bootcamp|program|training|module)(?: (?:in|on|about))?(?= |$)|(?:working towards?|enrolled (?:in|on)|signed up for|registered for|booked (?:for|on)"
    rf"|to start|starting (?:in|a|with|to learn)|get my head around|i take a (?:class|course))\b"
    rf"|(?:and|or) to (?:learn|study|master)(?= |$)"
    rf"|(?:to learn|on (?:my|the) list(?: for (?:20)?\d\d)?|next up|up next|next|goals?|aspirations?|planned|plans|enrolled|signed up"
    rf"|want to learn|learning plan|in progress|currently|wish ?list|future|one day|some ?day|soon"
    rf"|ahead|curious about|still missing|wishes) :"
    rf"|(?:picking up|dabbling (?:in|with)|teaching myself|self - studying|toying with"
    rf"|working (?:my way )?through|dream(?:s|ing)? of|drawn to|keen on|(?<!, )considering"
    rf"|thinking (?:about|of)|saving (?:up )?for|waiting (?:list )?for|due to (?:start|take|begin)"
    rf"|will (?:take|start|begin|study|learn|attend|sit)|on my radar|targeting the"
    rf"|(?:started|starting|begun|beginning|taking|joined|attending|following|doing) (?:a|an|the|my)"
    rf"(?: \w+){{0,3}} (?:course|class|bootcamp|tutorial|mooc|certificate)(?: (?:in|on|about|for))?"
    rf"|(?:a|my) (?:first |next )?(?:course|class|exam|certificate) (?:in|on)"
    rf"(?=.{{0,60}}\b(?:planned|booked|next|starts|begins|in progress))"
    rf"|(?:get|getting) (?:into|started (?:in|with))|(?:happy|glad|love) to learn"
    rf"|(?:next|coming) (?:year|spring|summer|autumn|fall|winter|month|term|january|september|october) ,?)"
    rf"(?= |$)"
    rf"|(?:aspiring|prospective|would - be|budding|wannabe)\b"
    rf"|(?:hoping|hope|wishing|dreaming|longing) (?:that|for|to)\b|(?:seeking|looking for|in search of|pursuing|searching for|open to|aiming for"
    rf"|applying for|hoping for)\b(?=.{{0,80}}?\b(?:role|position|opportunit\w+|job|career"
    rf"|internship|placement|post|work|apprenticeship|challenge|chance|move|team)\b)"
    rf"|(?:(?:move|moving|transition|transitioning|break|breaking) (?:in)?to|pivot(?:ing)? (?:in)?to)\b"
    rf"|i (?:\w+ )?(?:should|ought to|must|might|could) (?:\w+ )?(?:learn|study|try|pick up|look into|take up|get into|look at)(?= |$)"
    rf"|(?:tells?|told|telling|urges?|urged|advises?|advised) me to (?:\w+ )?(?:learn|study|try|pick up|look into|take up|get into|look at)(?= |$)"
    rf"|(?:move|moving|switch|shift|step|grow|get) (?:\w+ )?(?:towards?|over to|across to)(?= |$)|(?:with (?:any |some |a bit of )?luck|possibly|perhaps|maybe)(?: one day| some day)?(?: ,)?(?= \S+ ?(?:[,.;(]|$|before|by|in|next))"
    rf"|(?:started|begun|beginning|starting) to (?:look into|explore|learn|study|read about|get into|dig into)(?= |$)|tried to (?:teach|show|sell|explain)(?: me)?(?= |$)|(?:course|class|workshop|exam) in(?=.{{0,60}}\b(?:is|are) (?:paid|booked|planned|waiting))"
    rf"|would welcome an? (?:post|role|job|position|chance|place|opportunity)(?= |$)|(?:offer of|offered|waiting for|hope for) a place on(?= |$)"
    rf"|(?:team|role|place|company|job|position|employer|workplace) where i (?:can|could|will|may|might)(?= |$)"
    rf"|(?:course|module|week|unit|part|lesson|chapter) \d+ of \d+ :"
    rf"|(?:my|the) next (?:role|job|position|post|employer|team|workplace|company) (?:\w+ )?(?:has|have|will|would|could|should|might|may|is about|involves?|includes?|offers?|brings?|lets?|uses?)(?= |$)"
    rf"|(?:my|the) next (?:step|goal|challenge|stop|target|topic|subject) (?:is|will be|:)(?= |$)|future (?:work|study|goal|plan)|(?:asked|told|urged|invited|encouraged) to (?:learn|study|consider|look at)(?= |$)|in (?:week|module|unit|chapter|lesson|part) (?:\d+|one|two|three|four|five|six) of(?= |$)"
    rf"|(?:reading about|(?:i|i have|i've) read (?:a lot |much |widely |up )?(?:about|on)|(?:have |has )?(?:just|only just|recently) (?:started|begun)|planning an? (?:switch|move|change)"
    rf"|registered for ,|will be (?:attending|taking|starting|learning)|next on|still to do :|on the bedside table"
    rf"|dipping (?:a toe|my toes?) in(?:to)?|ideally i|my (?:ambition|goal|dream|aim) is|to be completed(?: \d+)?"
    rf"|in (?:two|three|five|ten|a few) years i|struggling through|(?:career )?change into|should you offer)(?= |$)"
    rf"|(?:soon|next up) ?:|(?:coursework|credits|studies) towards?(?= |$)"
)
ASPIRED_BEHIND = re.compile(
    r"^(?:\w+ )?\( ?(?:registered|enrolled|signed up)(?= ?[,)]| (?:for|until|till|since)\b)|^(?:for \w+ )?\( ?(?:next|coming|starts? (?:in )?|from |in )(?: ?(?:week|month|year|term|semester|quarter|spring|summer|autumn|fall|winter))\b|^[:(–—-] ?(?:still |i |i'd |i would )?(?:(?:want|wanting|like|love|hope|hoping|plan|planning|wish|aim|intend|keen|eager|due|would like|would love) to (?:learn|get into|try|study|master|explore|deepen|pick up|start|take|improve|do|appear|attempt|clear|give|sit|pass|get|complete|earn|write|renew)|to learn)(?= ?(?:it|this|more|next|soon|in|from|properly|better|one day|some ?day|[).,;|]|$))"
    r"|^(?:\w+ ){0,3}?(?:certificate|certification|course|degree|diploma|speciali[sz]ation|nanodegree|bootcamp|program(?:me)?|track|minor|major) ?[(–—,:-]{1,2} ?(?:in progress|ongoing|expected|currently|pursuing|enrolled|unfinished|to be completed)\b"
    r"|^(?:[\w-]+ ){0,5}?[,(] (?:lesson|week|module|chapter|unit|part|level) (?:\w+|\d+) (?:of|out of) (?:\w+|\d+)|^(?:\w+ ){0,3}?\( ?wait(?:ing)? ?-? ?list|^(?:\w+ ){0,2}?[:(,–—-] ?(?:on hold|paused|abandoned|shelved|interrupted|canceled|rebooked|(?:just|only just|recently) (?:started|begun))\b"
    r"|^\( (?:\w+ , )?(?:currently |now )?(?:starting|taking|beginning|joining|booked|signed up for) (?:on )?(?:an?|the|my) (?:[\w-]+ ){0,2}?(?:course|class|module|bootcamp|certificate|exam)\b"
    r"|^\((?: [^\s()]+){0,5} (?:at \d+ %|(?:week|module|chapter|lesson|term|unit|part) (?:\w+ )?of|evening (?:school|class|course)|half ?-? ?way|ongoing|unfinished|not finished)|^(?:speciali[sz]ation |certificate |nanodegree |bootcamp )?[:,–—-]? ?(?:lesson|week|module|chapter|unit|part|level|course) (?:\w+ )?(?:\w+|\d+) (?:of|out of) (?:\w+|\d+)|^(?:\w+ ){0,3}?\( ?(?:(?:exam|test|course) (?:booked|planned|scheduled|due|in)|booked|scheduled)\b|^(?! ?, (?:training\b|learning ?,))[\s:(,–—-]{0,6}(?:(?:level )?(?:\w+ )?candidate\b|self - study\b|(?:(?:still |now |currently )?(?:studying|revising|practi[cs]ing)|(?:still |now |currently |(?<=[(,–—:-] ))training)(?= ?[).,;]|$)|(?:currently |still |now )?learning(?= ?[).,;]|$)|in (?:progress|preparation)\b(?! (?:of|for|to)\b)|planned\b(?! (?:the|all|our)\b)|eligible\b|pending\b|booked\b|thinking about\b|(?:the )?exam (?:\w+ ){0,2}?(?:scheduled|booked|planned|due)\b"
    r"|\( ?sitting\b|registered for\b|to be (?:completed|taken)|next\b(?! \w+ing| ?\. ?js\b)|some ?day\b|(?<=[(,–—:-] )one day\b|wish ?list"
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
# A wish that goes on to tell what the writer has: "to apply my eight years of Java".
APPLIES = re.compile(
    r" (?:my|apply|applying|leverage|leveraging|utili[sz]e|utili[sz]ing|having|where (?:i|my|we|our|can|strong|deep|an?|the|\w+ skills)|drawing|after"
    r"|with (?:a|an|over|more|\d|(?:\w+ ){0,2}(?:experience|expertise|background|skills) in)|bringing|based on|combining|backed by|since|because|offering)\b"
    r"|(?<! move)(?<! moving)(?<! switch)(?<! transition) from\b"
)
WISH_ENDS = re.compile(f"{ENDS.pattern}|{APPLIES.pattern}")
# Anywhere behind a course, degree or exam: not done yet.
UNFINISHED = re.compile(
    r"\b(?:expected|anticipated|deferred|postponed|in progress|ongoing|underway|planned|enrolled|booked|pending|upcoming"
    r"|offer accepted|admitted|eligible|incomplete|unfinished|abandoned|withdrawn|wait ?list(?:ed)?|(?:module|week|chapter|term) (?:one|two|three|four|five|six|\d+)|to (?:begin|start|commence)|commencing|to be (?:taken|completed|sat)"
    r"|not (?:yet )?(?:taken|passed|finished|completed|started|begun|sat)|(?:starts|starting|begins"
    r"|beginning|due|exam|from) (?:in |on |this |late |early )?(?:next|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|spring|summer|autumn|fall|winter)|dropped out|didn't finish"
    r"|did not finish|never (?:finished|completed|sat|passed))\b"
)
# A relative clause speaks of what stands before it, not of what follows.
RELATIVE = re.compile(r"(?:which|that|who) (?:i|i am|i'm|is|are|am) $")

# A feeling that the sentence goes on to prove: "fascinated by cryptography, so I wrote ...".
FEELINGS = re.compile(r"interest|passion|fascinat|curious|enthusias|excited|fond|drawn|keen")
PROVED = re.compile(
    r"\b(?:so i|led me to|i (?:have |had )?(?:built|wrote|made|designed|ran|run|maintain|set up|created|shipped)"
    r"|every \w+ i|mostly mine|daily|weekly|(?:\w+|\d) years|since (?:19|20)\d\d)\b"
)

_TIMES = r"(?:week|month|year|term|semester|spring|summer|autumn|fall|winter)"
_STUDIES = r"(?:courses?|class(?:es)?|lessons?|bootcamp|tutorials?|mooc|module|workshop|lectures|videos|book|certificate|exam)"
# In the candidate's own clause: what has not happened yet.
FUTURE = re.compile(
    rf"\b(?:i'll|i'd|we'll|(?:i|we|you) (?:\w+ )?(?:will|would|shall|hope|want|wish|plan|aim|intend|mean)(?! say| rate| call| describe)"
    rf"|would (?:jump|love|be (?:glad|happy|delighted))|some ?day|one day|eventually|sooner or later"
    rf"|going to|by (?:next|the end of next)|(?:this|next|coming) {_TIMES} i (?:take|start|begin|sit|learn|study|go)"
    rf"|(?:looking|look) forward to|meaning to|get(?:ting)? to know|(?:first|rough|basic|some) (?:idea|notion|grasp|taste) of"
    rf"|(?:my|your|his|her|their|a) feet wet|(?:first|baby) steps|(?:first|next) {_STUDIES} (?:on|in|about)"
    rf"|(?:half ?-? ?way|midway|part ?-? ?way|(?:lessons|weeks|chapters|modules|months|days)) (?:through|into)"
    rf"|applied (?:for|to)|open to (?:training|learning|studying)|(?:see|picture|imagine) myself"
    rf"|(?:follow|following|watch|watching) (?:the )?(?:developments|debates?|news)|(?:get|getting|got) the hang of|(?:jump|leap|step|switch|path|change|way|road) (?:from (?:\S+ ){{1,4}}?)?(?:in)?to|tempted by|itching to|hungry for"
    rf"|to be (?:acquired|learn(?:ed|t)|added|studied|obtained)|beginner(?:'s)?(?: level)? (?:in|at)"
    rf"|attending evening (?:classes|courses)|take evening (?:classes|courses)|(?<!taught )(?<!teach )(?<!teaching )(?<!gave )(?<!giving )(?<!ran )evening classes in|lately reading"
    rf"|would welcome(?: training| a chance| an introduction)?|curious to|(?:see|saw) room for|long - term ,? i|(?:can|could) learn|(?:get|getting) my hands on|i follow|want(?:s|ing)? (?:in|to be|to get)|no plans beyond|(?:save|saving|saved) up for)(?= |$)"
    r"|(?:^|[,;:] )(?:soon|next up|studying|exploring|discovering|revising|learn|study|try|explore)$"
)
# A wish to go on with what one does is no wish.
CONTINUES = re.compile(
    r"\b(?:keep|continue|carry (?:on)?|go on(?! to\b)|stay|remain|bring|apply|offer|share|put|contribute|pass on|build on"
    r"|rely|use my|trust|without|recommend|again|still|never)\b"
)
# Behind a skill that the clause speaks of.
TO_COME = re.compile(
    rf"(?:should|ought to) (?:follow|come)\b|(?:\w+ ){{0,3}}?(?:is|are|will|would|comes?|scheduled|planned|booked|pending|underway|in progress)\b"
    rf"(?:(?: \S+){{0,4}}? (?:want|hope|plan|wish|next|intend|aim|soon|some ?day|scheduled|planned|booked|pending"
    rf"|upcoming|list|roadmap|goal|dream|ambition|future|{_TIMES})\b| (?:for|in|this|next) "
    rf"(?:next )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    rf"|(?: \S+){{0,2}}? (?:to come|follow)\b)(?! (?:ago|was|were))"
)
# Before a colon: what follows is still to come.
WISHED_LEAD = re.compile(
    r"^(?:(?:reading|study) group)$|^(?!.*\b(?:reached|achieved|met|done|passed|completed)\b)(?:(?:expected|due|scheduled|anticipated|planned)(?: (?:in|for|by|early|late|mid|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)){0,3}$|(?:career )?objective$|(?:sitting|resitting|taking|starting)(?: \w+){0,3}$|to (?:be )?\w+|trying(?: out)?|pursuing|in preparation|preparing(?= (?:for|to)\b|$)|scheduled|coming|awaiting|(?:this|next|current) (?:week|month|year|term|semester|quarter|trimester|spring|summer|autumn|fall|winter)|geplant|geplante?[rs]?|in (?:arbeit|vorbereitung|planung)|derzeit|en cours|pr[ée]vue?s?|en curso|previst[oa]s?|in corso|(?:my )?(?:aims?|goals?|targets?|ambitions?|dream)|signed up|registered|enrolled|booked|applied|(?:still |currently |now )?learning(?! (?:designer|and|&|technolog|platform|management|support|scienc))|next\b|up next|goals?|planned|plans?(?! and\b)|future\b|soon|some ?day"
    r"|one day|wish ?list|on (?:my|the) (?:(?:\w+ )?list|radar|desk)(?: for (?:20)?\d\d)?|in progress|under study|doing (?:at present|now|right now)|at present|at the moment|right now|in training|under ?way|in the works|ahead|(?:currently )?studying"
    r"|on my (?:\w+ )?\w+$|(?:still )?to do|roadmap|ambitions?|exploring(?! \w+ \w+)|working (?:on|towards?)(?! (?:the|an?|our)\b))\b"
    r"|\b(?:want to|would like to|hope to|plan to|aim to|am learning|are learning|in progress|next|to learn|curious about|coming up|applied for)$"
    r"|\( ?(?:in progress|ongoing|currently|due|expected|planned|starting|enrolled)\b[^()]*\)$"
    r"|, (?:expected|due|planned|starting|starts|ends|ending) (?:in )?(?:\w+ )?20\d\d$"
)
_TAUGHT = (
    r"(?:courses?|modules?|class(?:es)?|lessons?|lectures?|seminars?|webinars?|bootcamp|tutorials?|mooc|reading group|study group"
    r"|books?|videos?(?! games?)|podcasts?|evening school|night school|workshops?|half - day|study day|taster|briefing)"
)
STUDY_BEFORE = re.compile(rf"\b{_TAUGHT} (?:\w+ )?(?:in|on|about|of|for)(?: the)?$")
STUDY_BEHIND = re.compile(rf"(?:\w+ ){{0,2}}?(?:{_TAUGHT}|exam)(?= |$)")
# Somewhere in the sentence: it was finished, put to use, or given by the writer.
STUDIED = re.compile(
    r"\b(?:complet\w+|finish\w+|pass(?:ed)?|graduat\w+|earned|obtained|distinction|certified|certificate|diploma|since|(?:19|20)\d\d"
    r"|teach\w*|taught|instruct\w*|lecturer|tutor|gave|give|design\w*|wrote|write|led|lead|ran|run|deliver\w*|host\w*|organi\w+|creat\w+|develop\w*|made|make"
    r"|built|prepar\w*|facilitat\w*|conduct\w*|present\w*|produc\w+|publish\w*|author|edit\w*|record\w*|film\w*|launch\w*|translat\w*|sold|years|weekly|used|applied|did|took|taken"
    r"|had|held|hold|with which|after|then|top of|best|prize|first in|for (?:[\w']+ ){0,4}?(?:staff|students|colleagues|pupils|clients|teachers|children|employees|engineers|nurses|clerks|accountants|offices|schools|lawyers|editors|officials|users|customers|journalists|analysts|librarians|citizens|seniors|volunteers|companies|departments|newcomers)|for (?:over |about |around |some )?\d+)\b"
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
# At the start of a line or behind "I am": learnt or read about, not done.
LEARNS = re.compile(
    r"^(?:i am |i'm |am |now |currently )?(?:learning|studying|exploring|discovering|reading|watching|following|trying(?: out)?|practi[cs]ing"
    r"|revisiting|brushing up(?: on)?|catching up on|reading up on)\b(?! ,)"
)
# Right before a skill: it is the means ("studying nests with R").
BY_MEANS = re.compile(r"\b(?:in|using|with|via|through)(?: (?:my|our|an?|the))?$")
# What kind of post is looked for: "seeking a data science role".
SEEKS = re.compile(
    r"\b(seeking|looking for|in search of|searching for|open to|applying for)(?: [^\s;.|]+){0,8}$"
)
POST_BEHIND = re.compile(
    r"(?:[\w/&-]+ ){0,2}?(?:roles?|positions?|internships?|opportunit(?:y|ies)|jobs?|placements?|posts?"
    r"|vacanc(?:y|ies)|apprenticeships?)\b"
)
