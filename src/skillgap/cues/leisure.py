"""What is done in free time."""

from __future__ import annotations

import re

LEISURE = re.compile(
    r"\b(?:in my (?:spare|free) time|spare time|free time|i enjoy|enjoys?|enjoying|fond of|for fun|off duty :?"
    r"|hobb(?:y|ies)|pastimes?|weekends? :|at home(?: ,)? i|when (?:i am |i'm )?(?:not (?:at work|working|on shift|in the \w+)|off)"
    r"|(?:on|most) (?:saturdays|sundays|weekends|evenings|friday nights)(?: :| i)?|(?:to )?unwinds?|(?:to )?relax(?:es)? (?:with|by)"
    r"|(?:^|[.,;] )(?:likes|loves|amateur|off the clock|away from work|after hours) ?:?|(?:favou?rite|current) (?:reads?|books?|films?)|dabbl(?:e|ing) in|i collect|reads? (?:about|up on)|for fun i|just for fun|for pleasure|(?<!research )(?<!academic )(?<!teaching )(?<!professional )interests include|a hobby of mine)(?= |$)"
)
LEISURE_BEHIND = re.compile(
    r"(?:\w+ ){0,2}?with my (?:niece|nephew|kids?|children|son|daughter|grand\w+|dad|mum|friends)s?\b"
    r"|(?:\w+ ){0,2}?of (?:(?:my|our) (?:(?:own|two|three|\w+) )?(?:dogs?|cats?|kids?|children|family|grand\w+|friends|nieces?|nephews?|garden|pets?)|family (?:\w+)|friends|weddings of friends)\b"
    r"|(?:\w+ ){0,8}?(?:, )?(?:for (?:the )?(?:fun|pleasure|joy)|for (?:my|our) own (?:fun|amusement|pleasure|joy)|just for me|from (?:the|my) (?:sofa|armchair|couch)|in an armchair|as an amateur)\b"
    r"|(?:\w+ ){0,2}?for (?:the|my|our|an?) (?:\w+ )?(?:parish|choir|amateur \w+|village \w+|troupe|family|kids|sons?|daughters?|niece|nephew|scouts|neighbou?rs?|book club)\b"
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
    r"\bi (?:also )?(?:built|build|maintain|wrote|write|run|ran|host|contribute|develop|made|make|code|program"
    r"|design|teach|organi[sz]e|lead|mentor|help|publish)\b"
)
