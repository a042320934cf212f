"""Verbs and persons as sets of folded words: who acts in a clause, and where a new deed begins."""

from __future__ import annotations

from skillgap.words import inflections, other_number

# What people do in resumes: the base forms. Words that are as often nouns (test, design, lead)
# are verbs only in a form that no noun has.
_BASES = """
    add adopt advise agree allow analyze answer apply argue arrange ask assemble assess assist
    attend automate bake become begin believe book break bring build buy calculate call care carry
    catch choose clean close code collect come commission compare complete configure connect convert
    cook create cut deal decide deliver demand depend deploy describe develop diagnose do document
    draft draw drive earn edit enjoy ensure enter explain explore fail feed feel fetch fill find
    finish fix fly follow forget get give go grow guide hand handle hang have hear help hire hold
    host hurt implement import improve inherit insist inspect install integrate introduce invent
    keep know label laugh lay learn leave lend let lie like listen live load look lose love maintain
    make manage marvel meet mentor migrate mind move name need negotiate offer open operate oversee
    own paint pass pay perform pick plan price play prefer prepare present produce program promise propose
    prove provide publish pull push put raise read receive reckon recommend reduce refuse rely remember
    remove rent replace report require rescue restore rewrite ride run save say scare see sell send
    serve set settle share ship shoot show shut sign sing sit solve sort speak spend stand start
    stay stop store struggle study supply swear take talk teach tell tend think throw train
    translate travel treat trust try turn type understand update use visit wait walk want wrap consume
    watch win wish work write synthesize distill consolidate localize reorganize
"""
_IRREGULAR = """rang was were is are am has had does did could can would will should may might must shall been
    became came chose went saw knew felt fell let got gotten stood sat rose rode flew ate drank slept swore
    woke wore hung dealt fed fought hurt shook struck threw fit rewrote rebuilt redrew undertook took set read put
    led troubleshot"""
_NOUNS_TOO = frozenset(
    """work works report reports plan plans design call calls book books study studies program
    programs hand hands name names start ship ships shop look show shows set sets use care label
    labels code codes cut cuts deal deals document documents draft drafts edit edits feed feeds
    fix fixes help hire hires love mind move moves need needs offer offers paint pass play plays
    present produce promise promises rent share shares sign signs sort sorts stand stands stay
    stop stops store stores supply supplies talk talks train trains travel trust try turn type
    types update updates visit visits wait walk walks watch watches win wins wish wishes host
    guide guides import imports load loads live like label open own answer answers attend lie
    lies load building buildings training meeting painting drawing understanding setting
    settings writing reading teaching programming""".split()
)
# Forms that open a clause: "and built", "he writes". Nouns in the same letters are left out.
FINITE = (
    frozenset(form for base in _BASES.split() for form in inflections(base) if form[-3:] != "ing")
    | frozenset(_IRREGULAR.split())
) - _NOUNS_TOO
# The same words where a noun has just been the subject: "the buyers use".
PREDICATES = frozenset(form for base in _BASES.split() for form in inflections(base)) | FINITE

_PERSONS = """
    client customer colleague vendor partner company department supplier brother sister friend
    husband wife spouse contractor junior senior intern student candidate applicant developer engineer
    scientist analyst startup firm organization teammate flatmate roommate boss employer manufacturer
    provider assistant agency consultant freelancer programmer accountant statistician designer
    specialist nephew niece cousin son daughter surveyor lawyer expert artist admin administrator
    researcher architect predecessor successor manager chain consultancy institute physicist
    mathematician doctor physician surgeon patient planner tester marketer salesman trader banker
    chef captain director owner founder teacher professor trainer coach tutor lecturer publisher printer
    editor author writer reporter journalist photographer producer composer musician actor studio bank
    hospital school university council ministry museum factory plant bureau office desk lab crew
    squad unit team group committee head chief supervisor officer auditor regulator union
    mate mentee college laboratory sergeant corporal lieutenant soldier paralegal registrar attorney solicitor barrister foreman contractor tenant landlord guest member neighbor mother father parent child kid uncle
    aunt volunteer apprentice trainee graduate player user visitor reader buyer seller clerk cashier
    driver pilot mechanic electrician plumber welder operator technician nurse midwife therapist
    pharmacist dentist vet lab hotel side airline insurer retailer wholesaler distributor broker dealer
    programmer coder hacker specialist temp hire recruit tradesman subcontractor co-founder person
    woman man girl boy guy folk somebody competitor rival supplier
    mentor porter guard cook waiter waitress pupil resident quant actuary statistician methodologist modeler physicist
    lad bloke chap lady fellow camper grandson granddaughter grandfather grandmother stepson fiance girlfriend
    boyfriend mate roommate housemate classmate treasurer secretary receptionist janitor caretaker bookkeeper
    listener viewer subscriber passenger judge magistrate inventor minister mayor bishop bailiff juror pensioner politician senator ambassador
    purchaser underwriter adviser advisor biologist chemist geographer economist psychologist sociologist
    linguist librarian archivist officer cameraman animator illustrator webmaster sysadmin planner scheduler
    curator conservator warden ranger keeper gardener carpenter painter sculptor dancer farmer fisherman priest vicar nun monk
    dept dba facility postdoc instructor coordinator merchandiser technologist analyst hydrologist geologist cartographer
"""
# Base forms with which the items of a resume begin, and which are no nouns: "Supervise a team".
OPENING = frozenset(
    """supervize facilitate coordinate instruct educate organize revize devize prioritize
    recruit liaise administer evaluate conduct delegate appoint motivate inspire onboard
    investigate examine compile collate greet reconcile upsell calibrate advertize digitize
    mediate resolve defuse enforce comply streamline expand engage encourage foster promote
    nurture differentiate adapt observe participate contribute collaborate communicate respond
    spearhead establish initiate restructure compose curate represent consult bathe assign
    select interpret measure determine detect identify verify validate define gather extract
    annotate transcribe moderate debug refactor deploy orchestrate ingest simplify standardize
    counsel escalate optimize visualize summarize simulate predict scrape""".split()
)
GROUPS = frozenset(
    "side sides team teams group groups crew crews squad squads unit units desk desks".split()
)
SINGULAR_PERSONS = frozenset(_PERSONS.split())
PLURAL_PERSONS = frozenset(
    filter(None, (other_number(word) for word in SINGULAR_PERSONS))
) | frozenset("staff people men women children wives counsel management folks folk alumni".split())
# Things that end like persons.
MACHINES = frozenset(
    """computers servers containers sensors papers orders letters layers transformers errors
    vectors processors motors routers trackers scanners printers headers folders filters numbers
    posters newsletters offers chapters classifiers parameters clusters trailers timers adapters
    controllers encoders decoders crawlers scrapers parsers compilers buffers pointers boilers
    burners dryers freezers tractors lasers towers flowers rivers summers winters quarters
    borders matters dinners others detectors indicators factors operators tensors transistors
    refrigerators elevators generators connectors reactors monitors sectors doors floors corners
    colors drivers launchers loaders helpers wrappers workers powers users readers stickers
    tickers answers reminders transfers tenders ledgers vouchers identifiers modifiers
    calculators simulators estimators validators iterators constructors descriptors anchors
    actuators browsers optimizers schedulers tokenizers retrievers embedders samplers profilers
    debuggers linters formatters integers semesters chargers dispensers barriers chambers
    cylinders lists checklists playlists waitlists wishlists shortlists whitelists blacklists
    covers layovers rosters registers banners flyers counters meters liters kilometers centers
    disasters mirrors editors behaviors favors labors neighbors years masters bachelors""".split()
) - frozenset("users readers editors operators workers drivers neighbors".split())
