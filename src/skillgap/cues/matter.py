"""What makes a skill the mere matter of something that the writer handled: a text on it that was
translated, a case about it, an invoice for it, the firm whose trade it is."""

from __future__ import annotations

import re

from skillgap.cues.verbs import SINGULAR_PERSONS
from skillgap.words import any_of, cue

_AGENT = any_of("|".join(sorted(SINGULAR_PERSONS)))
_TEXTS = any_of(
    r"""textbooks?|books?|handbooks?|manuals?|guides?|guidance|novels?|articles?|texts?|papers?
    |brochures?|leaflets?|pamphlets?|catalogs?|letters?|speech(?:es)?|memoirs?|strings|subtitles
    |websites?|contracts?|patents?|exams?|minutes|documentar(?:y|ies)|films?|talks?|lectures?
    |hearings?|interviews?|proceedings|programs?|software|menus?"""
)
_CASES = any_of(
    """cases?|lawsuits?|suits?|hearings?|trials?|disputes?|inquests?|tribunals?|inquir(?:y|ies)
    |strikes?|scandals?"""
)
_SHOWS = any_of(
    r"""documentar(?:y|ies)|films?|movies?|novels?|plays?|exhibitions?|broadcasts?|episodes?
    |biograph(?:y|ies)|memoirs?|columns?|cartoons?|comics?|commissions?|pieces|sculptures?
    |paintings?|murals?|cantatas?|ballets?|rhymes?|jokes?|stor(?:y|ies)|headlines|sermons?
    |poems?|songs?|satires?|debates?|musicals?|operas?"""
)
_RENDERED = (
    r"(?:translat|locali[sz]|subtitl|typeset|dubb|transcrib|render|ghost|narrat|proofread)\w*"
)
_PAPERS = any_of(
    r"""slides?|decks?|articles?|papers?|patents?|contracts?|leaflets?|memos?|handouts?
    |invoices?|briefs?|books?|magazines?|forms?|flyers?|bundles?"""
)
_A = r"(?: the| an?| our| its| their| two| three)?(?= |$)"
# Up to the skills behind it, as far as a cue of others reaches.
MATTER = cue(
    rf"(?:{_CASES} (?:about|over|against|concerning|involving)|(?:hearings?|inquests?|inquir(?:y|ies)|debates?|referendum) (?:on|into)"
    rf"|{_SHOWS} (?:on|about|around)|(?:documentary|tv|television|radio|newspaper|film) series (?:on|about)"
    r"|(?:the |a )stor(?:y|ies) of"
    r"|interpret(?:s|ed|ing)? (?:\w+ )?(?:at|for|during) (?:\w+ )?(?:hearings?|trials?|talks|depositions?|conferences?|negotiations|visits?|delegations?)(?: (?:on|about|in|of))?"
    rf"|{_RENDERED} (?:[\w-]+ ){{0,4}}?{_TEXTS} (?:on|for|about|of|from)"
    r"|(?:took|taking|takes|typed) (?:the )?(?:notes|minutes) (?:in|of|for|at|during)"
    rf"|(?:proofed|proofread|typed|printed|copied|photocopied|laminated|scanned|posted|forwarded|filed|shelved|bound|stapled|unpacked) (?:[\w-]+ ){{0,4}}?{_PAPERS} (?:about|on|of|for|from|in)"
    r"|(?:sat|slept|suffered|dozed|yawned) (?:\w+ )?through (?:\w+ ){0,2}(?:days|weeks|hours|months|years) of"
    r"|(?:took|taking|takes) part (?:\w+ )?(?:, )?as an? (?:patient|subject|participant|volunteer|respondent|guinea pig) (?:, )?(?:in|of)(?: an?| the)? (?:study|trial|survey|test|experiment) (?:of|on|about|with)"
    r"|(?:leaders|founders|directors|owners|visitors|investors|shareholders) of|(?:party|anniversary|funeral|farewell|premiere) (?:of|for)"
    r"|(?:sit|sits|sat|sitting|stand|stands|stood|standing|liaison|link|go - between|interface) between|(?:that|which) hous(?:ed|es)"
    r"|(?:seller|inventor|maker|buyer|manufacturer|importer|publisher|distributor)s? of"
    r"|asked for|asked (?:me|us) to (?:try|test|use) (?:its|their|his|her)|(?<!\d )users of|interviews for|portraits of|(?:photo |picture )?series about|(?:cover|spread) on"
    r"|(?:organi[sz]e[sd]?|organi[sz]ing|host(?:ed|s)?|book(?:ed|s)?|attend(?:ed|s)?|arranged|heard|chaired|watched|filmed|introduced) (?:\w+ ){0,3}?(?:talks?|lectures?|readings?|panels?|screenings?|concerts?) (?:on|about|by|with)"
    rf"|(?:to|under) (?:an?|the|our) {_AGENT} with an?"
    r"|(?:cvs?|applicants|adverts?|job ads?|shortlists?|headhunt\w*|vacanc(?:y|ies)) (?:for|asking for|with|in|seeking)"
    r"|(?:screen|sift|shortlist|vet|source|place|headhunt)(?:s|ing)? (?:(?:senior|junior|it|tech|technical|executive) )?(?:candidates|applicants|cvs|contractors|talent|graduates)(?: (?:for|in|with|at))?"
    r"|(?:neighbors of|next door to|across (?:the (?:hall|corridor) )?from|shar(?:ed|ing|es) (?:an?|the|our) (?:\w+ )?(?:office|floor|corridor|kitchen|building|lab|desk|fridge) with)"
    r"|(?:dr|prof|professor|mr|mrs|ms)(?: \.)? (?:[\w-]+ ){1,2}'s(?: [\w-]+){0,2}? (?:of|on|in|with|about|for|into)"
    r"|(?:rules?|policy|policies|guidelines?|guidance) (?:on|about|for) (?:what|which|who|when|where)(?: \w+){0,5}"
    rf"|licenses? of|(?:invoices?|subscriptions?|purchase orders?) (?:of|from|for|to)){_A}"
)
# "The stage manager wrote in MS Access."
THEY_MADE = re.compile(
    r"\b(?:the|our(?! (?:\w+ )?(?:team|group|crew|squad|lab|unit|company|department|startup))|an?"
    rf"|another) (?:\w+ )?{_AGENT} (?:wrote|built|made|designed|coded|set up|maintains|maintained"
    r"|keeps|kept|runs|ran|programmed|drew|manages|created|developed) (?:\w+ )?(?:in|with|on"
    r"|using)(?: [\w,&-]+){0,4}?$"
)
# Put into another tongue or form: "translated a deep learning textbook".
RENDERS = re.compile(rf"(?:^|[;,.] |\bi |\balso |\band ){_RENDERED}(?: [\w-]+){{0,6}}$")
RENDERED = re.compile(rf"(?:[\w-]+ ){{0,4}}?{_TEXTS}(?= |$)")
# The skill is a firm's trade: "racks for a cloud provider"; or an event's: "an AI retreat".
FIRM = re.compile(
    r"(?:[\w-]+ ){0,2}?"
    + any_of(
        r"""providers?|vendor|start - ups?|startups?|scale - ups?|firms?|house|company|companies
        |agency|supplier|boutique|makers?|manufacturer|consultancy|publisher|giant|multinational
        |unicorn|accelerator|incubator|think tank|spin - (?:off|out)|spinoff|reseller|retreat
        |off - site|offsite|away day|summer school"""
    )
    + r"(?= ?[.,;:()]|$| (?:in|of|with|that|which|for|from|to|and|who|where|on|at|by|when|until|before|after|since|as|near|based)\b)"
)
FIRM_ARTICLE = re.compile(
    r"\b(?:an?|the|two|three|several|some|another|one|its|local|yearly|annual)(?: "
    r"(?!own\b)[\w-]+){0,3}?(?: \w+ (?:and|&))?$"
)
# Not where the writer founded or leads it.
FOUNDS = re.compile(
    r"\b(?:found(?:er|ed|s|ing)?|launch(?:ed|es)?|start(?:ed|s)?|own(?:er|ed|s)?|establish(?:ed)?"
    r"|ran|run|head(?:ed)?|led|lead|partner|director|principal)\b"
)
# One other person: "cared for a retired COBOL programmer"; not "as a", "promoted from a".
SOMEBODY = re.compile(
    r"(?<!\bas)(?<!\bam)(?<!\bwas)(?<!\bbecame)(?<!\binto)(?<!\bfrom)(?<!\bto)(?<!\blike)(?<!\bbeing)(?<!\bbecome)(?<!\bi'm) "
    r"(?:an?|another|our|his|her|their)(?: (?:retired|senior|junior|freelance|former|second|new"
    r"|young|external|local|good|brilliant|contract|fellow))*$"
)
# "Reports prepared by the Tableau specialist", "Mentor: a senior Java engineer".
BY_SOMEBODY = re.compile(
    r"(?:\bby (?:an?|the|our|my|another)|\b(?:mentor|boss|manager|supervisor|tutor|colleague) : "
    r"(?:an?|the))(?: (?:senior|junior|lead|local|external))?$"
)
# "Wrote about machine learning in policing."
WRITES_ABOUT = re.compile(
    r"\b(?:wrote|writes?|writing) (?:\w+ly |often |mostly )?about(?: [\w,&-]+){0,6}?$"
)
# Behind one of these verbs stands what a journalist reports on.
REPORTS = frozenset(
    """covered cover covers covering reported report reports reporting investigated investigate
    investigates followed follow follows exposed revealed broke wrote write writes profiled""".split()
)
PRESS = frozenset(
    "reporter journalist correspondent columnist newsroom reporters journalists".split()
)
