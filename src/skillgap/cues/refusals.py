"""Denials without a "not": "kept out of", "was a mystery to me"; and what ends one: "until I came"."""

from __future__ import annotations

import re

from skillgap.words import either, one_of

# Behind "the notebooks I": the deed that is no use of the skill.
UNTOUCHED = either(
    (
        r"\b(?:not|never|n't|only|merely|sold|bought|saw|translated|typed|booked|guarded|drove"
        r"|heard|read about|learning|studying|hope|want|plan|would|wish)\b"
    ),
    r"n't\b",
)
# "Kept ChatGPT out of my classroom".
KEPT = re.compile(r"\b(?:kept|keep|keeping|stayed|stay)(?: the)?$")
OUT = re.compile(
    r"(?:well |firmly )?(?:out(?! of (?:date|trouble|memory|sync|scope|the (?:public|open|hands)))"
    r"|away(?! from (?!me\b|us\b|my\b|our\b)\w+)|off)\b"
)
# "Nobody knew Terraform when I introduced it".
UNTIL_I = either(
    (
        r"[;,—–-] (?:so |then |and )?(?:i|we) (?:then |\w+ly )?(?:introduced|set up|brought"
        r"|rolled out|moved|taught) (?:it|them|both|us|the team|everyone)\b"
    ),
    (
        r"\b(?:when|until|till|before|so) (?:i|we) (?:\w+ )?(?:introduced|taught|showed|brought"
        r"|set|wrote|built|started|made|took|moved|rolled|came along)\b"
    ),
)
# "The vision stack was a black box to us".
OPAQUE = re.compile(
    r"(?:\w+ ){0,3}?(?:is|are|was|were|remains?|remained|stayed) (?:\w+ )?(?:an? |all )?(?:black "
    r"box|black boxes|mystery|riddle|closed book|greek|magic|double dutch|chinese) (?:to|for) (?:me"
    r"|us)\b"
)
# "My own Java stayed at hello, world": how far the writer's own came.
MY = re.compile(r"\bmy(?: own)?$")
STOPS = either(
    one_of(
        (
            r"(?:still |barely |only |has )?(?:stays?|stayed|stops?|stopped|ends?|ended|peaked"
            r"|begins? and ends?|is stuck|got stuck) (?:at|with|after|there)"
        ),
        (
            r"(?:goes|went|gets|got|reaches|reached|extends) (?:no further|only|barely|just|as "
            r"far as|about as far)"
        ),
        (
            r"(?:never|hardly|barely) (?:got|went|goes|gets|made it|came) (?:\w+ )?(?:past"
            r"|beyond|further)"
        ),
        r"(?:does|did) (?:not|n't) (?:go|get|reach) (?:beyond|past|much|far)",
        (
            r"(?:is|was|remains?) (?:non - existent|nonexistent|poor|rudimentary|shaky|a joke"
            r"|pitiful|limited to|bad|forgotten|gone)"
        ),
        before=r"(?:of mine )?",
        behind=r"\b",
    ),
)
# "TensorFlow I have avoided": what the writer turned down, told behind it.
I_REJECT = either(
    (
        r"(?:\w+ ){0,2}?(?:i|we) (?:(?:will|do|would|can|could|did|have|am) not\b|won't|don't"
        r"|never|can't|cannot|didn't|wouldn't)"
    ),
    (
        r"(?:\w+ ){0,2}?(?:i|we) (?:\w+ ){0,3}?(?:avoid|avoided|skip|skipped|leave|left|dropped"
        r"|rejected|declined|refuse|refused|dislike|hate|dread|outsource|outsourced|ignore"
        r"|ignored|missed|slept through|put off|sat out|passed up|gave up|gave a miss|dodge"
        r"|dodged|turned down|tried to avoid|walked away from)\b"
    ),
    (
        r"(?:\w+ ){0,2}?(?:i|we) (?:\w+ ){0,2}?(?:(?:know|knew|met|heard|heard of|seen|saw|read"
        r"(?: about)?) (?:it |them )?only|only (?:know|knew|met|heard|heard of|seen|saw|read)(?: about)?"
        r"(?: it| them)?) (?:from|by|through|in|on|at|of)\b"
    ),
)
# "I saw litigation only in the lift": verbs of no use, and what follows the skill.
SEES = frozenset("see saw seen know knew met hear heard encountered touched smelled read".split())
ONLY_THERE = re.compile(r"only (?:from|in|on|at|through|by|as)\b(?! (?:depth|detail|full))")
# Hearsay: "machine learning, they say", "or so I am told".
THEY_SAY = re.compile(
    r", (?:or )?(?:so )?(?:they (?:say|tell (?:me|us)|claim|call it)|(?:i am|i'm|we are) told|i hear"
    r"|apparently|allegedly|supposedly|it is said)(?= ?[.,;)]|$)"
)
# What was only thought of, and turned down behind: "looked at Snowflake, then let it be".
CONSIDERS = frozenset(
    """think thought look looked looking consider considered discuss discussed discussing talk talked
    toy toyed plan planned weigh weighed suggest suggested propose proposed ask asked debate debated
    explore explored flirt flirted play played want wanted was were is had did spoke met hear
    heard read examined review reviewed evaluate evaluated assess assessed investigated""".split()
)
TURNED_DOWN = either(
    one_of(
        r"(?:thought better of|(?:decided|voted|spoke) against|talked \w+ out of) (?:it|that|them)\b",
        r"(?:nothing|not much|little) (?:ever )?(?:came|became) of (?:it|that|them)\b",
        r"came to (?:nothing|naught|nought)\b",
        r"never (?:happened|materiali[sz]ed|got off the ground|came about|went anywhere)\b",
        (
            r"(?:shelved|dropped|buried|binned|abandoned|scrapped|rejected|killed|parked|vetoed"
            r"|turned down) (?:it|them|that|(?:the|that) (?:idea|plan|thought|proposal))\b"
        ),
        r"(?:let|left) (?:it|that|them) (?:be|go|drop|lie|there|at that|alone)\b",
        r"(?:i|we|they) (?:have |had |politely |firmly )?(?:refused|declined|said no|passed)(?: (?:twice|again|thanks|both times|each time|every time|on (?:it|that|them)))?(?= ?[.,;)]|$)",
        r"(?:and|then) (?:\w+ )?(?:shelved|dropped|abandoned|rejected|scrapped)(?= ?[.;)]|$)",
        before=r"\b",
    ),
)
# "Python is for others", "CUDA is best left to people with patience".
FOR_OTHERS = re.compile(
    r"(?:(?:is|are|was|remains?|stays?) (?:\w+ )?(?:for|left to|a matter for|a job for) (?:others"
    r"|other people|somebody else|someone else|those who|people (?:who|with)|(?:the )?(?:\w+er"
    r"|better|more \w+) (?:people|folks?|minds|heads|souls|hands|colleagues|men|women)|(?:the )?"
    r"(?:grown - ups|grownups|adults|experts|specialists|professionals|pros|young|youngsters|geeks"
    r"|nerds|boffins|wizards|brave|patient|gifted|lawyers|engineers|actuaries|accountants|quants"
    r"|statisticians))|(?:is|was|were|are) for (?:the )?(?:legal|finance|retention|sales|hr|it"
    r"|procurement|marketing|ops|engineering|compliance|accounts|head office|another (?:team"
    r"|department|desk)))\b"
)
