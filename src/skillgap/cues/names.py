"""What makes a name of the words around it: legal forms, houses, citations, titles of persons."""

from __future__ import annotations

import re

from skillgap.words import any_of, either

LEGAL = frozenset(
    """ltd limited inc incorporated llc llp plc gmbh ag corp corporation bv nv srl spa oy ab
    aps kg sarl pty pvt kk ulc""".split()
)
# Words that make a name of what stands before them, in a line that names an employer or school.
HOUSES = frozenset(
    """university college school institute academy hospital clinic foundation society
    association logistics consulting consultancy consultants solutions technologies holdings
    partners ventures capital bank insurance freight airlines airways charters motors foods
    studios pharma pharmaceuticals magazine press street road avenue lane square boulevard drive
    court hotel restaurant bistro brewery bakery bar cafe café group labs laboratories co
    company enterprises industries agency systems services networks media games brothers sons
    realty recruitment recruiting staffing church museum gallery theatre theater times journal
    park hill bay island valley county district festival orchestra club arms inn motel foundry
    faculty weekly quarterly caravans books toys market markets landscapes appeal builders
    garage salon gym cinema nursery farm farms estate estates winery distillery florist bookshop
    kennels stables yard marina lodge villas towers gardens boutique fashion jewellers dental
    surgery airport station port cruises travel tours removals catering recycling plumbing
    roofing lingerie center quarry works mill house pizza grill kitchen burger deli butchers
    committee council cup trophy prize award awards parade gala ball board panel commission
    forum letters review transactions proceedings gazette bulletin circle cooperative collective
    alliance today digest monthly initiative consortium hub motorcycles cycles bikes yachts
    cosmetics beauty spa electronics records radio tv television fm energy innovations telecom
    mobile wireless chemicals steel metals oil gas mining construction properties homes
    interiors diner diners trattoria osteria brasserie tavern taverna saloon crêperie bakehouse
    chippy takeaway bistrot lounge cantina parlour parlor creamery dairy butcher fishmongers
    greengrocers ironmongers tailors barbers laundry verlag chapel parish abbey priory infirmary
    hospice arcade ballroom casino circus haulage couriers taxis cabs railway railways shipping
    boats crew athletic rovers wanderers interiors furniture textiles clothing shoes day days
    week summit meetup con decor sports fitness nutrition foods farms vineyard camp zone section
    critique village beach creek bay cove heath moor grange ridge harbour harbor brook wharf
    tigers lions infotech infosystems infosolutions softech softwares technosoft infocom
    infoservices eagles united expo rescue resort hire world congress room rooms wheels tyres
    tires convention scaffolding""".split()
)
# Certificates whose first grade is called "Foundation".
GRADED = frozenset(
    "prince2 itil istqb togaf cobit agilepm msp p3o mor iso scrum dsdm tmap bcs cips".split()
)
# A house whose name goes on behind it: "Department of Statistics".
OF = re.compile(
    r"\b"
    + any_of(
        """school|department|dept|faculty|institute|college|center|academy|university|ministry
        |society|association|journal|conference|museum|chair|division|office|bureau|guild|league
        |board|festival|friends|council|house|laboratory|lab|professor|dean|graduate school
        |chamber|embassy|bank|standing committee|women|girls|congress|union|federation|forum
        |choir|club|fellow|order"""
    )
    + r" (?:of|for|in|on)(?: the| \w+ of| \w+ and| \w+ , \w+ and| applied| international| advanced)?$"
)
# "Lindgren K, Abel R, Frey C": surnames with initials, one behind the other.
AUTHORS = re.compile(r"(?:\b[A-Z][\w'’-]+ [A-Z]{1,2}\b ?[,.;&] ?){2}")
# Before the title of a work, without quotation marks and with them.
READING = either(
    r"(?:reading|watching|listening to)$",
    (
        r"\b(?:novel|biography|podcast|movie|album|song|opera|musical|magazine|newspaper)(?: "
        r"(?:called|titled))?(?: [\"“'‘])?$"
    ),
)
CITED = either(
    READING.pattern,
    (
        r"\b(?:author of|reply to|comments? on|response to|reviews?|paper|article|essay|thesis|talk|lecture|chapter|blog|post"
        r"|titled|entitled|by) (?:, |: )?[\"“'‘] ?(?:\w+ ){0,3}$"
    ),
    r"(?:^| )'s [\"“'‘] ?(?:\w+ ){0,3}$",
    (
        r"\b(?:bands?|choir|quartet|quintet|trio|duo|orchestra|act|troupe|team|side|club|crew"
        r"|sings?|sang|plays?|played|drums|bass|fiddle|guitar|goalkeeper|captain|captained)(?: "
        r"(?:with|in|for|of|called|named))? ?,? ?(?:the )?[\"“'‘](?: \w+){0,3}$"
    ),
    (
        r"\b(?:(?:re - )?reading|read|watching|watch|listening to|film|movie|book|play|show"
        r"|game)(?: :)? [\"“'‘]$"
    ),
)
CALLED = re.compile(
    r"\b(?:lady|lord|sir|mr|mrs|ms|miss|dr|prof|aunt|uncle|nanny|named|called|(?:dog|cat|horse|pony"
    r"|parrot|tortoi[sz]e|hamster|ship|boat|yacht)(?: named| called)?|(?:cats|dogs|hens|horses"
    r"|ponies|goats|collies|rabbits) ,(?: \w+ (?:and|,))?|(?:cats|dogs|hens) (?:named"
    r"|called)(?: \w+ and)?|au pair for) ?\.?$"
)
ADDRESS = re.compile(r"\S@\S|\b555\b|https?://|www\.|\w\.(?:com|org|net|io|dev|example)\b")
# Links that show but their names: "GitHub | Email | LinkedIn".
LINKS = re.compile(
    r"(?:^|[|·•,/] )(?:e - mail|email|mail|linkedin|twitter|portfolio)(?: [|·•,/]|$)"
)
# The same in other tongues, whose names go on with small words: "Crêperie du Vieux Docker".
FOREIGN_HOUSE = re.compile(
    r"\b(?:verlag|brouwerij|boulangerie|cr[êe]perie|trattoria|osteria|bistrot?|brasserie|taverna|cantina|librer[íi]a|bodega|colonia|calle"
    r"|rue|plaza|piazza|barrio|ulica|avenida|rua|praça|caf[ée]|ristorante|pizzeria|galerie|galer[íi]a|galleria|librairie|imprenta|stamperia|bottega|maison|atelier|taller|hostal|hôtel|albergo|castello|ch[âa]teau|fazenda)"
    r"(?: (?:de|du|des|della|dello|del|dei|da|do|dos|la|le|les|los|las|il|el|der|die|das|vom|zum|zur|van|vieux|vieille|grand|petit|nuova|alla|al|à|aux|san|santa)){0,3}$"
)
# Right before it: "Hotel Oracle", "MV Flask", "Café Julia".
HOUSE_BEFORE = re.compile(
    r"(?:hotel|café|cafe|restaurant|villa|chez|bar|pub|camp|lake|mount|port|fort|saint|mv|ms|ss|hms"
    r"|club|casa|haus|gasthof|studio|project|operation|team|hostel|ristorante|bistro|pizzeria"
    r"|château|schloss|camping|residence|pension|kiosk|salon|boutique)$"
)
_PETS = r"(?:cats?|dogs?|collies?|horses?|pony|ponies|parrots?|tortoi[sz]es?|hamsters?|hens?|goats?|ferrets?|rabbits?|snakes?|terriers?|greyhounds?|spaniels?)"
# Right behind it: "Ruby and Scala, two collies", "Python the cat".
PET_BEHIND = re.compile(
    rf"(?:and \w+ )?(?:, )?(?:the|my|our|his|her|a|an|two|three) (?:\w+ )?{_PETS}\b"
    rf"|(?:and [a-z]+ )?, (?:(?:both|twin|old|young|fat|rescue|\w+ed) )?{_PETS}(?= ?[.,;)]|$)"
)
# What it is called in full: "Deep Learning, a cover band".
APPOSED = re.compile(
    r"[\"”]? ?,? (?:an?|the|our|my) (?:[\w-]+ ){0,2}?(?:bands?|quartet|quintet|trio|duo|choir|orchestra|troupe|pub|bar|café|cafe|restaurant|shop|bakery|hotel"
    r"|hostel|club|(?:dance |theatre |stage )(?:piece|pieces|work|show)|opera|ballet|boat|yacht|sloop|ship|ferry|barge|dog|cat|horse|pony|parrot|novel|magazine|newspaper|film|musical|board game|card game|village|town|island|street|gym|brewery|vineyard|farm|cooperative|charity|nightclub)(?= ?(?:[,.;|)\"”]|$)| (?:in|on|for|from|near|called|named|since|where|and|that)\b)"
)
# Behind what they are made for: "Project Management System".
PROGRAMS = frozenset(
    "system systems website site portal app apps application applications software".split()
)
# A child with its age: "Julia (9) and Nils (12)".
AGE_BEHIND = re.compile(r"\( \d{1,2} \) (?:and|,|&)")
# Before a place: "born on Java".
BORN = re.compile(
    r"\b(?:born|raised|grew up|lived|living|holidayed|honeymoon(?:ed)?|travell?ed|sailed|surfed) "
    r"(?:in|on|to|from|around)$"
)
