"""Cue words of context, by what they do to a skill in their reach.

Every expression runs over a unit's folded words joined by single spaces, and holds no nested
repetition, so that its time grows linearly with the unit. All modules
of this folder are one: `cues.DENIES`, wherever it stands.
"""

from skillgap.cues.denial import *
from skillgap.cues.doers import *
from skillgap.cues.firms import *
from skillgap.cues.leisure import *
from skillgap.cues.matter import *
from skillgap.cues.names import *
from skillgap.cues.others import *
from skillgap.cues.persons import *
from skillgap.cues.plans import *
from skillgap.cues.postings import *
from skillgap.cues.refusals import *
from skillgap.cues.tools import *
from skillgap.cues.verbs import *
from skillgap.cues.wishes import *
