"""What is done in free time."""

from __future__ import annotations

import re

LEISURE = re.compile(
    r"\b(?:in my (?:spare|free) time|spare time|free time|i enjoy|enjoys?|enjoying|fond of|for fun|off duty :?"
    r"|hobb(?:y|ies)|pastimes?|weekends? :)"
)
# A deed, even in free time: "I maintain a Rust parser".
OWN_WORK = re.compile(
    r"\bi (?:also )?(?:built|build|maintain|wrote|write|run|ran|host|contribute|develop|made|make|code|program"
    r"|design|teach|organi[sz]e|lead|mentor|help|publish)\b"
)
