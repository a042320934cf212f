"""Cue words of context, by what they do to a skill in their reach.

Every expression runs over a unit's folded words joined by single spaces, and holds no nested
repetition, so that its time grows linearly with the unit.
"""

from skillgap.cues.denial import DENIED_BEHIND, DENIES, DENIES_NEXT, DOUBLE, ENDS, NO_DENIAL
from skillgap.cues.leisure import LEISURE, OWN_WORK
from skillgap.cues.others import (
    BY_OTHERS,
    OTHER_ENDS,
    PERSONS,
    QUALIFIERS,
    SOMEONE_ELSE,
    SUBJECT,
    THINGS,
)
from skillgap.cues.postings import POSTING, POSTING_ENDS, REFEREE
from skillgap.cues.wishes import (
    ASPIRED_BEHIND,
    ASPIRES,
    FEELINGS,
    PROVED,
    RELATIVE,
    UNFINISHED,
    WISH_ENDS,
)

__all__ = [
    "ASPIRED_BEHIND",
    "ASPIRES",
    "BY_OTHERS",
    "DENIED_BEHIND",
    "DENIES",
    "DENIES_NEXT",
    "DOUBLE",
    "ENDS",
    "FEELINGS",
    "LEISURE",
    "NO_DENIAL",
    "OTHER_ENDS",
    "OWN_WORK",
    "PERSONS",
    "POSTING",
    "POSTING_ENDS",
    "PROVED",
    "QUALIFIERS",
    "REFEREE",
    "RELATIVE",
    "SOMEONE_ELSE",
    "SUBJECT",
    "THINGS",
    "UNFINISHED",
    "WISH_ENDS",
]
