"""What a heading's words say: the kind of section, and whether it is wished for or denied.

Kinds are JSON Resume's. Sources of the wordings: the sample resumes, and the section names that
resume builders offer.
"""

from __future__ import annotations

import re

from skillgap.cues.abroad import ABROAD
from skillgap.cues.headings import ADVERT, DENIALS, MISSPELT, MODIFIERS, SPOKEN, WISHES, as_i
from skillgap.cues.titles import TRADE
from skillgap.models import SectionKind
from skillgap.words import fold

_MAX_SPOKEN = 10  # "The ad that made me write to you", aside left out
_MAX_OF_SKILLS = 3
_LEAST_SPACED = 7  # "W O R K"
TITLE_WORDS = 16  # a job's line: "Senior Data Engineer, Acme Analytics Ltd, Tallinn, Estonia"
MAX_WORDS = 7  # "Where I have worked and what I did" is the longest wording we know

# Wordings without the modifiers below: a line of its own with these words is a heading.
_WORDINGS: dict[SectionKind, str] = {
    SectionKind.SUMMARY: """summary|profile|objective|about|about me|about myself|career objective
        |career summary|personal statement|statement|overview|introduction|highlights
        |career highlights|bio|who i am|executive summary|summary of qualifications
        |qualifications summary|goal|goals|mission""",
    SectionKind.WORK: """experience|work experience|employment|employment history|work history
        |career history|career|work|experience and employment|professional background|positions
        |where i have worked|where i've worked|where i worked|what i have done|what i've done
        |appointments|internships|internship|internship experience|industry experience|job history
        |jobs|consulting experience|research experience|teaching experience|clinical experience
        |leadership experience|positions held|freelance work|freelance|career path
        |military experience|military service|professional practice|kitchen experience|posts held
        |assignments|selected assignments|engagements|consulting assignments|service record
        |business exposure|work exposure|professional exposure|employment details
        |experience details|work details|company details|track record|my path|internship details
        |previous roles|employment record|career to date|experiences|working experience
        |job experience|field experience|detail experience|work experiences
        |professional experiences|practicum|clinical practicum|clinical rotations|teaching
        |teaching duties|teaching activities|teaching and supervision|rotations|student teaching
        |teaching roles|externship|externships|residency|shadowing|apprenticeship|apprenticeships
        |placements|work placements|field placements|where i have been|where i've been|past
        |a bit about my past|professional journey|journey|career journey|career timeline|timeline
        |the story so far|story so far|the journey so far|professional career|career progression
        |employment background|work background|roles|roles held|jobs i have had|jobs i've had
        |what i have been doing|what i've been doing|what i have been up to|what i've been up to
        |former employers|employers|working life|paid work|what i do now|what i did
        |what i did before|before that|posts|academic posts|chronology|career chronology
        |professional life|life at work|now|before|earlier on|then|before then|previously|until now
        |today|at present|my life at work|contracts|consultancies|regular employment|permanent posts
        |permanent positions|temporary posts|stations|stages of my career|civilian career
        |military career|gigs|client work|client projects|short term consultancies""",
    SectionKind.VOLUNTEER: """volunteering|volunteer work|volunteer experience|volunteer|community
        |community service|community involvement|civic engagement|voluntary work|outreach
        |extracurricular activities|extracurriculars|extra-curricular activities|extracurricular
        |co-curricular activities|positions of responsibility|activities|leadership and activities
        |service|academic service|extra curricular activities""",
    SectionKind.EDUCATION: """education|academic background|studies|qualifications|degrees|training
        |education and training|academic history|educational background|where i studied|schooling
        |courses|coursework|relevant coursework|courses and training|university|academics
        |academic qualifications|what i studied|degree|continuing education
        |educational qualifications|educational qualification|scholastic record|industrial training
        |education details|educational details|academic details|summer training|paper|paperwork
        |on paper|doctorate|doctoral studies|studied|schooled|learned|school|schools|study|diplomas
        |alma mater|studies and degrees|what i learned|where i learned|how i learned it
        |where i went to school|my school days|academic record|academia|academic credentials
        |academic profile|educational profile|academic path|academic journey
        |continuing professional development|cpd|workshops|workshops attended|trainings
        |conferences attended|training and workshops""",
    SectionKind.CERTIFICATES: """certificates|certifications|certification|licenses|licences
        |licenses and certifications|credentials|accreditations|courses and certificates
        |professional development|certificates and courses|licensure|certs""",
    SectionKind.SKILLS: """skills|competencies|competences|expertise|skills and tools|tools|toolbox
        |tool box|toolkit|tool kit|technologies|tech stack|stack|technology|skill set|skillset
        |skill sets|skillsets|skill details|areas of expertise|strengths|strength|abilities
        |what i do|what i work with|what i know|what i use|proficiencies|knowledge|capabilities
        |skills and technologies|tools and technologies|skills and abilities|skills and expertise
        |technical proficiencies|software|programming|programming languages|methods
        |methods and tools|soft skills|hard skills|computer skills|it skills|skills summary
        |summary of skills|technical summary|qualifications and skills|software and tools
        |areas of knowledge|languages and tools|things i am good at|what i bring|how i can help
        |skills and interests|libraries|platforms|frameworks|databases|cloud
        |languages and libraries|languages and frameworks|frameworks and libraries
        |libraries and frameworks|cloud and infrastructure|tools and platforms|data and ai
        |research methods|software skills|people skills|interpersonal skills|what i work on|craft
        |know-how|know how|in the office|at work|areas of practice|practice areas|specialties
        |specialities|specialisms|areas of competence|competency|skills matrix|qualities
        |personal qualities|how i am|what i am like|personality|attributes|good with|good at
        |best at|handy with|at home with|fluent in|kit|talents|technical|i can|things i can do
        |ability|skills and talents|personal attributes|personal skills|key qualities|traits
        |personal strengths|character|tools i use|tools of the trade|computer literacy
        |technical proficiency|tool stack|computer knowledge|software knowledge
        |computer proficiency|software proficiency|equipment|machines|core qualifications
        |key qualifications|skills learnt|skills learned|skills acquired|skills gained
        |skills developed|skills used|tech|tech skills|tech i speak|tech i use|tech i know|tooling
        |computing|arsenal|superpowers|what i know well|things i know|languages i code in
        |in my toolbox|what is in my toolbox|what's in my toolbox|it|skills at a glance
        |skill inventory|skills inventory""",
    SectionKind.PROJECTS: """projects|side projects|open source|open-source|portfolio|project work
        |things i have built|things i've built|open source contributions|case studies
        |project experience|open source projects|research projects|products|research
        |research interests and projects""",
    SectionKind.AWARDS: """awards|honors|honours|achievements|awards and honors|accomplishments
        |prizes|scholarships|grants|fellowships|distinctions|recognition|honors and awards
        |awards and honours|awards and achievements|patents""",
    SectionKind.PUBLICATIONS: """publications|papers|articles|talks|presentations|conferences
        |publications and talks|talks and publications|speaking|writing|books|blog|bibliography
        |conference talks|invited talks|selected works|conference presentations|invited lectures
        |exhibitions|solo exhibitions|group exhibitions|performances|screenings|filmography|credits
        |bylines|clips|translations""",
    SectionKind.LANGUAGES: """languages|spoken languages|language skills|foreign languages
        |languages spoken|spoken|languages i speak|language|human languages|natural languages
        |i speak""",
    SectionKind.INTERESTS: """interests|hobbies|hobbies and interests|interests and hobbies
        |personal interests|outside work|in my free time|free time|beyond work|outside of work
        |when i am not working|away from work|activities and interests|interests and activities
        |off the clock|leisure|pastimes|fun facts|a bit more about me|miscellaneous interests
        |after hours|life outside work|private|private life|home|at home|family|off duty
        |leisure time|outside the office|areas of interest|area of interest|fields of interest
        |time off|free days|free day|days off|day off|human|other life|my other life|otherwise
        |and otherwise|the rest of me|when i am off|sport|passions|passion|sports|pets|rest
        |the rest|off work|after work|when not working|for fun""",
    SectionKind.REFERENCES: """references|referees|recommendations|testimonials|endorsements""",
    SectionKind.POSTING: """job description|job posting|about the role|about the job|the role
        |job ad|what you will do|what you'll do|what you will bring|what you'll bring|what we offer
        |requirements|job requirements|minimum qualifications|preferred qualifications|who you are
        |what we are looking for|what we're looking for|your profile|your tasks|we are looking for
        |position description|target job|target position|target role|job advert|advert|vacancy
        |nice to have|must have|job summary|key requirements|must haves|must-haves|ideal profile
        |ideal candidate|candidate profile|key criteria|selection criteria|job target
        |essential criteria|desirable criteria|what you need""",
    SectionKind.OTHER: """additional information|other|miscellaneous|further information|misc
        |contact|contact details|contact information|personal details|personal information
        |personal data|availability|memberships|affiliations|membership|professional membership
        |professional bodies|professional memberships
        |professional affiliations|links|declaration|details|additional|social|profiles|online
        |find me|contact me|get in touch|memberships and affiliations|personal|security clearance
        |visa status|work authorization|currently learning|learning|next|what i want to learn
        |what's next|learning goals|on my list|future plans|next steps|development goals
        |learning plan|want to learn|plans|roadmap|some day|someday|one day|wishes|wish list|soon
        |ahead|looking ahead|currently looking at|currently exploring|intentions|intention
        |what i want|want|up next|future work|wants|my plans|ambitions|in training|in progress
        |to come|coming next|not yet|still to come|would love to|would like|reading now
        |currently reading|ambition|hopes|dreams|dream|up ahead|in the pipeline|on the horizon
        |to do|bucket list|the next chapter|where i am going|what comes next|studying|studying now
        |no thanks|no thank you|limits|limitations|not for me|not my thing|gaps|weaknesses
        |weak spots|blind spots|what i do not do|what i don't do|what i can't do|out of scope
        |not included|not here|diverse|various|sundries|odds and ends|other bits|bits and pieces
        |committees|committee work|code example|code examples|code sample|code samples""",
}
_KINDS = {  # folded as headings are: "expertise" would be lost otherwise
    " ".join(map(fold, wording.split())): SectionKind(kind)
    for table in (ABROAD, _WORDINGS)
    for kind, wordings in table.items()
    for wording in wordings.replace("\n", " ").split("|")
}
_RUN_TOGETHER = {wording.replace(" ", ""): wording for wording in _KINDS}

# Words that give an unknown heading away, where its form says that it is one. The first that
# holds decides, so what restricts a claim stands before what makes one.
_KEYWORDS: tuple[tuple[re.Pattern[str], SectionKind], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b"), kind)
    for words, kind in (
        (
            r"ads?|searches|advert|advertisement|posting|vacancy|job description",
            SectionKind.POSTING,
        ),
        (
            r"referees?|references?|testimonials?|vouch\w*|recommend\w*|others say|people say"
            r"|ask (?:them|about me)|speak for me|kind words",
            SectionKind.REFERENCES,
        ),
        (
            r"hobb(?:y|ies)|leisure|free time|off (?:the )?(?:clock|duty)|off - duty|fun|pastimes?"
            r"|(?:away from|outside|beyond|after) (?:of )?(?:work|hours|the \w+|my \w+)|private"
            r"|play|weekends?|spare time|life",
            SectionKind.INTERESTS,
        ),
        (r"languages?|tongues?|spoken", SectionKind.LANGUAGES),
        (r"volunteer\w*|community|voluntary|outreach", SectionKind.VOLUNTEER),
        (r"publications?|papers|talks?|speaking|published|bibliography", SectionKind.PUBLICATIONS),
        (r"awards?|honou?rs|prizes|grants|recognition|scholarships?", SectionKind.AWARDS),
        (r"certifi\w+|licen[cs]\w+|accreditations?|credentials|badges", SectionKind.CERTIFICATES),
        (r"projects?|portfolio|built|things i made|open source", SectionKind.PROJECTS),
        (
            r"education|school(?:ing)?|stud(?:y|ies|ied)|degrees?|universit(?:y|ies)|training"
            r"|coursework|courses?|bootcamps?|academi\w+|learned|learnt|college|diplomas?",
            SectionKind.EDUCATION,
        ),
        (
            r"skills?|tools?|toolbox|toolkit|kit|technolog\w+|competenc\w+|expertise|strengths?"
            r"|software|good at|stack|proficien\w+|abilities|capabilit\w+|know - how|methods"
            r"|what i (?:use|bring|know|do|offer|work with)|how i work|what i'm like|what i am like"
            r"|craft|libraries|platforms|frameworks|specialt\w+|specialit\w+",
            SectionKind.SKILLS,
        ),
        (
            r"experience|employment|worked|work|career|jobs?|positions?|appointments?|history"
            r"|practice|paid|internships?|professional|roles?|where i(?:'ve| have) been|my past"
            r"|so far|journey",
            SectionKind.WORK,
        ),
        (r"summary|profile|about|objective|statement|hello|who i am|intro\w*", SectionKind.SUMMARY),
    )
)  # fmt: skip


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|&")
_PARTS = re.compile(r"[,/&|·•]|\s[–—-]\s|\b(?:and|und|et|e|y|en)\b", re.IGNORECASE)


def _folded(title: str) -> list[str]:
    words = [fold(word) for word in _WORD.findall(title)]
    return [MISSPELT.get(word, word) for word in words]


# "Projects (selection)", "Skills, honestly"; a list of several is no heading, and "Volunteer,
# Relief Committee" is a post and a place.
_ASIDE = re.compile(r"(?<=\w)\s*\([^()]*\)$|,\s(?:(?![A-Z])[^,]*|[^a-z,]*)$")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.):]?|[IVX]{1,4}[.):])\s+(?=\D)")  # "2. Education"


def unnumbered(title: str) -> str:
    """A heading without the number of its section."""
    return _NUMBER.sub("", title)


def unspaced(title: str) -> str:
    """A heading whose letters are set apart, as words: "S K I L L S", "W O R K   L I F E"."""
    if len(title) < _LEAST_SPACED or any(len(letter) > 1 for letter in title.split()):
        return title
    words = " ".join("".join(word.split()) for word in re.split(r"\t|\s{2,}", title))
    return _RUN_TOGETHER.get(fold(words), words)


def is_trade(title: str) -> bool:
    """Whether a line names somebody's trade, not what stands under it: "Community Manager",
    "Tools Developer, Acme"."""
    return bool(TRADE.fullmatch(re.split(r"\s[|–—@-]|,| at ", title)[0].strip()))


def _told(title: str) -> list[str]:
    """The folded words of a title as its writer would put them."""
    return as_i(title, _folded(title))


def wording_kind(title: str) -> SectionKind | None:
    """The kind of section that a heading's whole wording names, or None.

    >>> wording_kind("Relevant Work Experience"), wording_kind("TOOLBOX:"), wording_kind("Acme")
    (<SectionKind.WORK: 'work'>, <SectionKind.SKILLS: 'skills'>, None)
    """
    title = _ASIDE.sub("", unnumbered(title))
    words = _told(title)
    if not words or len(words) > _MAX_SPOKEN or re.search(r"\d", title):
        return None
    wording = " ".join(words)
    if ADVERT.match(wording):
        return SectionKind.POSTING
    spoken = next((kind for said, kind in SPOKEN if said.fullmatch(wording)), None)
    if spoken or len(words) > MAX_WORDS:
        return SectionKind(spoken) if spoken else None
    kind = _KINDS.get(wording)
    if kind is None:
        kind = _KINDS.get(" ".join(word for word in words if word not in MODIFIERS))
    if kind is None and len(words) <= _MAX_OF_SKILLS and words[-1] == "skills":
        kind = None if words[0].endswith("ed") else SectionKind.SKILLS  # "Laboratory skills"
    if kind is not None:
        return kind
    # "Education and certificates": every part must be known, the first one decides
    parts = [
        " ".join(word for word in _folded(part) if word not in MODIFIERS)
        for part in _PARTS.split(title)
    ]
    kinds = [_KINDS.get(part) for part in parts if part]
    if len(kinds) < 2 or not all(kinds):
        return None
    minor = kinds[0] in (SectionKind.PUBLICATIONS, SectionKind.AWARDS)  # "Credits & jobs"
    return SectionKind.WORK if minor and SectionKind.WORK in kinds else kinds[0]


def keyword_kind(title: str) -> SectionKind | None:
    """The kind that a word of an unknown heading gives away: "Where I work(ed)", "Nursing
    experience". None where no word does; a heading that wishes or denies is of kind other."""
    words = " ".join(_folded(title.replace("(", "").replace(")", "")))
    if WISHES.search(words) or DENIALS.search(words):
        return SectionKind.OTHER
    return next((kind for pattern, kind in _KEYWORDS if pattern.search(words)), None)


def is_wish(title: str) -> bool:
    """Whether what stands under a heading is planned, not done: "Currently learning"."""
    return bool(WISHES.search(" ".join(_told(title))))


def is_denial(title: str) -> bool:
    """Whether what stands under a heading is said not to be there: "Not my thing"."""
    return bool(DENIALS.search(" ".join(_told(title))))
