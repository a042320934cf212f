"""The words of postings that say how strongly something is asked for.

Those before a demand reach on to it ("ideally", "must have:"), those behind it back to it ("is a
plus", "required"). Collected from postings of many kinds; tests/test_posting_wording.py holds
a table.
"""

from __future__ import annotations

import re

from skillgap.words import any_of


def _compiled(pattern: str) -> re.Pattern[str]:
    """An expression for either case, and for either apostrophe."""
    return re.compile(pattern.replace("'", "['’]"), re.IGNORECASE)


_GOOD = "(?:nice|great|good|lovely|cool|fantastic|wonderful|perfect|ideal|awesome)"
_GLAD = "(?:happy|glad|thrilled|delighted|pleased|excited)"
_PLUS = "(?:plus|bonus|asset|advantage|nice[- ]to[- ]have|benefit|differentiator)"
_LIKED = rf"{_GOOD}|an? (?:\w+ )?{_PLUS}|helpful|useful"
_NEEDED = "(?:required|necessary|needed|essential|mandatory|crucial|a must|a requirement)"

_OPTIONAL_BEFORE = any_of(
    rf"""ideally|preferably|nice(?:[- ]to[- ]haves?)?\s?:|good[- ]to[- ]haves?\s?:|plus(?:es)?\s?:
    |bonus(?: points)?(?:\s(?:for|if)\b|\s?:)|extra (?:points|credit) (?:for|if)
    |(?:preferred|desired|desirable|optional)(?: \w+)?\s?:
    |it(?:\s(?:is|would be|will be)|'s|'d be) (?:also )?(?:{_LIKED}) (?:to have|to|if)
    |(?:is|would be) (?:also )?(?:{_LIKED}) if|(?<!\w )would be (?:{_LIKED}) (?:to have|to)
    |it (?:also )?(?:helps|would help|does not hurt|doesn't hurt|won't hurt) (?:if|to|when)
    |(?:even better|better still|(?:all|so much) the better|{_GOOD}),? if
    |we(?:'d|\swould) (?:also )?(?:be (?:\w+ )?{_GLAD}|love|like|appreciate|welcome|value)
    |you (?:may|might|could)|preference (?:\w+ ){{0,2}}given to|we prefer"""
)
_OPTIONAL_BEHIND = any_of(
    rf"""an? (?:\w+ ){{0,2}}{_PLUS}|of advantage|advantageous|beneficial|desirable|desired|preferred
    |optional|nice[- ]to[- ]have|good[- ]to[- ]have|nice|welcomed?|helpful|useful|appreciated|valued
    |valuable|bonus|(?:would be|will be|would|is|are) {_GOOD}|{_GOOD}(?=\s*[!.]*\s*$)
    |(?:even better|better still|(?:all|so much) the better)(?! if)
    |the (?:icing on the cake|cherry on top)|(?:goes|go) a long way|in your favou?r
    |(?:would|will|can) (?:\w+ )?help(?= a lot|\s*[.,;!)]|\s*$)|helps(?= a lot|\s*[.,;!)]|\s*$)
    |(?:not|isn't|aren't) (?:\w+ )?{_NEEDED}"""
)
_REQUIRED_BEFORE = any_of(
    r"""must(?: have)?|require[sd]?(?: \w+)?\s?:|requires|needs?|need to|essential\s?:
    |mandatory\s?:|minimum|at least|you(?:'ll|\swill)? (?:have|bring|know|are|need|should)
    |we (?:expect|require|need)|looking for|(?:we|who) (?:also )?look for|seeking|searching for
    |in search of|should|expects?|(?:candidate|applicant|person)s? (?:has|have|knows?|brings?)"""
)
_REQUIRED_BEHIND = any_of(
    r"""a must|required|essential|mandatory|necessary|needed|expected|crucial|must[- ]have|must
    |indispensable|a requirement|a prerequisite|non-negotiable|vital|imperative
    |(?:is|are) (?:\w+ )?(?:key|important)(?! to (?!us))"""
)
# plus: optional, reaches on; liked: optional, reaches back; must and needed: the same of essential.
CUE = _compiled(
    rf"(?<![\w-])(?:(?P<plus>{_OPTIONAL_BEFORE})(?!\w)|(?P<liked>{_OPTIONAL_BEHIND})(?![\w-])"
    rf"|(?P<must>{_REQUIRED_BEFORE})(?![\w-])|(?P<needed>{_REQUIRED_BEHIND})(?![\w-]))"
)
BEHIND_FIRST = re.compile(rf"{_REQUIRED_BEHIND}\s*(?:[),.;]|$)", re.IGNORECASE)
# Where a word's reach ends.
SEGMENT = re.compile(
    r";|[.!?]\s|,? (?:but|while|whereas|though|although) |, with |\b(?:areas|fields), including "
    r"|, (?:and )?(?=(?:you|experience|knowledge|familiarity|exposure|ideally|preferably)\b)"
    r"|,? (?:and )(?=(?:some|any|a bit of|\w+) (?:experience|exposure|knowledge|familiarity)\b)"
    r"|\s[–—-]\s(?!an? |nice|preferred|desir|optional|required|must|bonus|essential|plus)",
    re.IGNORECASE,
)
# What turns a sentence under no known heading into a demand.
ASKS = re.compile(
    r"\b(?:experience (?:with|in|of|as|using|is)|knowledge of|proficien\w+|familiar\w* with"
    r"|fluen\w+ in|expert(?:ise)? (?:in|with)|skill(?:s|ed) in|background in|\d\+? years?\b(?!\))"
    r"|you (?:write|speak|understand|feel at home|enjoy)\b"
    r"|you(?:'ve| have) (?:\w+ ){0,2}(?:used|built|worked|shipped|written|run|led|deployed"
    r"|developed|designed|done|trained|managed|published|spent|played)\b)",
    re.IGNORECASE,
)
# "You do not need to know Scala", "no Java needed": said of what stands in the same breath.
NOT_NEEDED = re.compile(
    r"\b(?:do not|don['’]t|no) (?:need|expect|require)\b(?:(?!\bbut\b)[^.;:!?\n]){0,60}$", re.I
)
NONE_NEEDED = re.compile(
    r"\b(?:no|not a lot of|not much)\b(?:(?!\bbut\b)[^.;:!?,\n]){1,60}?"
    r"\b(?:needed|required|necessary|expected)\b",
    re.IGNORECASE,
)
# "Scala is not required", with nothing between that ends the breath.
UNNEEDED = re.compile(
    r"(?P<between>[^.;:!?,()\n]{0,40}?)\b(?:(?:is|are) not|isn['’]t|aren['’]t)"
    rf" (?:\w+ )?{_NEEDED}(?!\w)",
    re.IGNORECASE,
)
BUT_LIKED = re.compile(rf"\bbut\b[^.;\n]{{0,40}}\b{_OPTIONAL_BEHIND}", re.IGNORECASE)
# What the company is, gives and does.
OF_US = re.compile(r"^\W*(?:we|our|us|at [A-Z]\w+|the (?:team|company))\b", re.IGNORECASE)
WE_GIVE = re.compile(
    r"^\W*(?:(?:we|our \w+) (?:also )?(?:offer|provide|give|pay|use|are|have|build)\b(?! looking)"
    r"|(?:in return,? )?you(?:'ll| will)? (?:also )?(?:get|receive|gain|enjoy|benefit|be offered)\b"
    r"(?! (?:to|extra|bonus)\b))",
    re.I,
)
WANTED = re.compile(
    r"\b(?:look(?:ing)? for|need|require|expect|want|seek|search|team needs|love|like|prefer"
    rf"|be (?:\w+ )?{_GLAD}|appreciate|welcome|value|to us\b)",
    re.IGNORECASE,
)
DUTY = re.compile(r"\b(?:you(?:'ll| will)|your (?:tasks|role|work))\b", re.IGNORECASE)
