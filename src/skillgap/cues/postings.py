"""What a pasted job posting says: "the ideal candidate", "nice to have"."""

from __future__ import annotations

import re

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
