"""Employers, events and readers: what a firm is and sells, what is only bought, heard or reported on."""

from __future__ import annotations

import re

from skillgap.words import any_of, either

# What is sold, staffed or held in a technology's name.
THINGS = re.compile(
    r"(?:licen[cs]es?|seats?|subscriptions?|meetups?|fairs?|conferences?|booths?|stands?|wards?"
    r"|trucks?|veterans?|crowd|faults|trainings|papers|firms?|resellers?|vendors?)"
)
# What is there for others to build on: whoever names it has built on it.
JOINED = frozenset("api apis integration integrations library libraries".split())
# What one does with a skill of others: buy it, host it, watch it.
INCIDENTAL = frozenset(
    """briefed commissioned procured purchased ordered funded financed sponsored typed guarded
    chauffeured escorted tendered photographed catered subtitled transcribed proofread attended
    watched heard visited admired envied rented leased filed booked invoiced ushered billed
    staffed recruited outsourced chaired moderated welcomed entertained hosted handed hauled
    lugged""".split()
)
# Where one only listens: "AI meetups".
EVENTS = re.compile(r"(?:meetups?|fairs?|podcasts?|magazines?)\b")
# What the employer is and sells, told under its name: "is a private bank that provides".
_FIRMS = any_of(
    r"""bank|company|firm|provider|supplier|distributor|manufacturer|consultancy|start - up
    |startup|agency|organi[sz]ation|corporation|retailer|insurer|conglomerate|institution
    |enterprise|charity|brokerage|multinational|scale - up|scaleup|shop|outfit|boutique|utility
    |spin - off|spin - out|spinoff"""
)
# What a journalist writes about is a subject, no skill: "Covered data privacy for a daily".
REPORTED = re.compile(
    r"(?:^| )(?:covered|covers?|covering|(?:report|reported|reporting|wrote|writes?|writing"
    r"|written)(?: \w+){0,4}? (?:on|about))(?: [\w,&-]+){0,6}$"
)
FOR_READERS = re.compile(
    r"^(?:[\w,&-]+ ){0,6}?(?:for|in) (?:an?|the|its|our|two|three|several"
    r"|various)(?: [\w-]+){0,3}? (?:newspapers?|magazines?|daily|dailies|weekly|weeklies|trade "
    r"papers?|news(?:room| agency| site| desk| wire)?|broadcasters?|radio|television|tabloids?"
    r"|broadsheets?|trade press|readers|readership|pages|supplement|gazette)(?= |$)"
)
EMPLOYER = either(
    (
        r"^(?:(?!i )[\w&.'’-]+ ){0,5}?(?:is|was) (?:(?:an?|the|one of|among) )(?:[\w',&-]+ "
        rf"){{0,7}}?(?:{_FIRMS}|companies|firms|banks|providers|suppliers|manufacturers)\b"
    ),
    (
        rf"^(?:an?|the|one of) (?:[\w',&-]+ ){{0,6}}?(?:{_FIRMS}|companies|firms|banks"
        r"|providers|suppliers|manufacturers) (?:that|which|providing|offering|serving|making"
        r"|selling|building|specializing|speciali[sz]ing|in the|of|with|before|until|when|for"
        r"|since)\b"
    ),
    rf"^an? (?:[\w'&-]+ ){{1,3}}?(?:{_FIRMS}) ?(?:[.;]|$)",
    (
        r"^(?:it|the (?:company|firm|bank|group|organi[sz]ation|business)) (?:also |mainly "
        r"|now )?(?:provides?|offers?|performs?|sells?|makes?|manufactures?|operates?"
        r"|speciali[sz]es?|delivers?|develops?|serves|has|employs)\b"
    ),
)
