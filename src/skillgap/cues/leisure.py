"""What is done in free time."""

from __future__ import annotations

import re

from skillgap.words import either, one_of

LEISURE = either(
    one_of(
        r"in my (?:spare|free) time",
        r"spare time",
        r"free time",
        r"i enjoy",
        r"enjoys?",
        r"enjoying",
        r"fond of",
        r"for fun",
        r"off duty :?",
        r"hobb(?:y|ies)",
        r"pastimes?",
        r"weekends? :",
        r"at home(?: ,)? i",
        r"when (?:i am |i'm )?(?:not (?:at work|working|on shift|in the \w+)|off)",
        r"(?:on|most) (?:saturdays|sundays|weekends|evenings|friday nights)(?: :| i)?",
        r"(?:to )?unwinds?",
        r"(?:to )?relax(?:es)? (?:with|by)",
        r"(?:^|[.,;] )(?:likes|loves|amateur|off the clock|away from work|after hours) ?:?",
        r"(?:favou?rite|current) (?:reads?|books?|films?)",
        r"dabbl(?:e|ing) in",
        r"i collect",
        r"reads? (?:about|up on)",
        r"for fun i",
        r"just for fun",
        r"for pleasure",
        r"(?<!research )(?<!academic )(?<!teaching )(?<!professional )interests include",
        r"a hobby of mine",
        before=r"\b",
        behind=r"(?= |$)",
    ),
)
LEISURE_BEHIND = either(
    (
        r"(?:\w+ ){0,2}?with my (?:niece|nephew|kids?|children|son|daughter|grand\w+|dad|mum"
        r"|friends)s?\b"
    ),
    (
        r"(?:\w+ ){0,2}?of (?:(?:my|our) (?:(?:own|two|three|\w+) )?(?:dogs?|cats?|kids?"
        r"|children|family|grand\w+|friends|nieces?|nephews?|garden|pets?)|family (?:\w+)"
        r"|friends|weddings of friends)\b"
    ),
    (
        r"(?:\w+ ){0,8}?(?:, )?(?:for (?:the )?(?:fun|pleasure|joy)|for (?:my|our) own (?:fun"
        r"|amusement|pleasure|joy)|just for me|from (?:the|my) (?:sofa|armchair|couch)|in an "
        r"armchair|as an amateur)\b"
    ),
    (
        r"(?:\w+ ){0,2}?for (?:the|my|our|an?) (?:\w+ )?(?:parish|choir|amateur \w+|village \w+"
        r"|troupe|family|kids|sons?|daughters?|niece|nephew|scouts|neighbou?rs?|book club)\b"
    ),
)
# Words of a paragraph about oneself that are pastimes: what stands beside them is one.
PASTIMES = re.compile(
    r"(?:^|[,;.:(&] |and )(?:[\w'-]+ ){0,2}(?:choirs?|choral|bee ?keeping|bees|hiking|(?:bell |change )ringing|knitting|crochet|gardening|gardens?|darts|karate|judo|yoga|chess|birdwatching|birding"
    r"|ceramics|pottery|bouldering|climbing|orienteering|marathons?|triathlons?|cycling|sailing|surfing|skiing|kayak\w*|canoe\w*|rowing"
    r"|fishing|hunting|baking bread|sourdough|embroidery|quilting|woodwork\w*|allotment|vegetable plot|amateur \w+|cellist|banjo|ukulele"
    r"|guitar|piano|violin|drums|jazz|netball|church (?:secretary|warden|treasurer|organist)|scout leader|lindy hop|tramping|salsa|tango|ballet|football|rugby|cricket|tennis|badminton|volleyball|squash|golf|crosswords?|puzzles"
    r"|board games|beagle|spaniel|terrier|cats?|dogs?|stamps|postcards|vinyl|campervan|camping|lucha libre|bad puns|hens|hill running|fell running|swimming|calligraphy|origami|astronomy)(?= ?[,;.)(]|$| (?:and|in|with|on|badly|twice|once)\b)"
)
# A deed, even in free time: "I maintain a Rust parser".
OWN_WORK = re.compile(
    r"\bi (?:also )?(?:built|build|maintain|wrote|write|run|ran|host|contribute|develop|made|make"
    r"|code|program|design|teach|organi[sz]e|lead|mentor|help|publish)\b"
)
