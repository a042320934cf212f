"""What is done in free time."""

from __future__ import annotations

import re

LEISURE = re.compile(
    r"\b(?:in my (?:spare|free) time|spare time|free time|i enjoy|enjoys?|enjoying|fond of|for fun|off duty :?"
    r"|hobb(?:y|ies)|pastimes?|weekends? :|at home(?: ,)? i|when (?:i am |i'm )?(?:not (?:at work|working|on shift|in the \w+)|off)"
    r"|(?:on|most) (?:saturdays|sundays|weekends|evenings|friday nights)(?: :| i)?|(?:to )?unwinds?|(?:to )?relax(?:es)? (?:with|by)"
    r"|(?:^|[.,;] )(?:likes|loves|amateur|off the clock|away from work|after hours) ?:?|(?:favou?rite|current) (?:reads?|books?|films?)|dabbl(?:e|ing) in|i collect|for fun i|just for fun|for pleasure|a hobby of mine)(?= |$)"
)
LEISURE_BEHIND = re.compile(
    r"with my (?:niece|nephew|kids?|children|son|daughter|grand\w+|dad|mum|friends)\b"
)
# A deed, even in free time: "I maintain a Rust parser".
OWN_WORK = re.compile(
    r"\bi (?:also )?(?:built|build|maintain|wrote|write|run|ran|host|contribute|develop|made|make|code|program"
    r"|design|teach|organi[sz]e|lead|mentor|help|publish)\b"
)
