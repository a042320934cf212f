"""Wordings that every report shares, and text from resumes made safe to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from skillgap.coverage import count_of
from skillgap.evidence import page_of
from skillgap.models import (
    POSTING,
    Change,
    Coverage,
    Document,
    Form,
    GapReport,
    Importance,
    MatchStatus,
    Mention,
    Method,
    ProfileEntry,
    Quality,
    Requirement,
    RequirementMatch,
    Role,
    SectionKind,
    Skill,
    Status,
    Taxonomy,
    UnknownAsk,
)
from skillgap.posting import find_words
from skillgap.words import defused as defused  # noqa: PLC0414 (renderers find all words here)
from skillgap.words import printable as printable  # noqa: PLC0414

STATUS_WORDS = {
    MatchStatus.COVERED: "shown",
    MatchStatus.IMPLIED: "implied",
    MatchStatus.MISSING: "no evidence found",
}
IMPORTANCE_WORDS = {Importance.ESSENTIAL: "essential", Importance.OPTIONAL: "optional"}
QUALITY_WORDS = {
    Quality.GOOD: "good",
    Quality.DOUBTFUL: "doubtful: check the text that was read before you trust the numbers",
    Quality.UNREADABLE: "unreadable",
}
REASON_WORDS = {
    Status.NEGATED: "said not to be there",
    Status.ASPIRED: "wished for or being learned",
    Status.SOMEONE_ELSE: "someone else's",
    Status.POSTING: "in a job posting",
    Status.INTEREST: "an interest",
    Status.REFERENCE: "about a referee",
    Status.NAME: "part of another name",
    Status.SPOKEN: "a spoken language",
    Status.ORDINARY: "an ordinary word here",
    Status.TITLE: "only in a job title",
    Status.HIDDEN: "not visible to a reader",
    Status.UNCLEAR: "unclear whether it is claimed",
}
METHOD_WORDS = {
    Method.PREFERRED: "its name",
    Method.ALIAS: "another name",
    Method.PATTERN: "a described deed",
    Method.FUZZY: "a likely misspelling",
}
FORM_WORDS = {Form.DEED: "a deed", Form.LISTED: "named in a list", Form.STATED: "said of oneself"}
SHOWN_WORDS = {Form.DEED: "by a deed", Form.LISTED: "in a list", Form.STATED: "in a sentence"}
_WEAKER = frozenset({"soft", "business"})  # kinds of skills that a bare word hardly shows
SECTION_WORDS = {kind: "top" if kind is SectionKind.BASICS else kind.value for kind in SectionKind}
CHANGE_WORDS = {
    Change.GAINED: "Gained",
    Change.BETTER: "Better shown",
    Change.MIXED: "Better in one way, weaker in another",
    Change.WEAKER: "Weaker shown",
    Change.LOST: "No longer shown",
}
CHANGE_SIGNS = {
    Change.GAINED: "+",
    Change.BETTER: "▲",
    Change.MIXED: "◆",
    Change.WEAKER: "▼",
    Change.LOST: "-",
}
NO_CHANGE = "Both resumes show the same skills, equally well."
UNKNOWN_TITLE = "Asked for, and not known to this taxonomy"
UNKNOWN_NOTE = "This does not count in the coverage: look for it yourself."
NOTHING_ASKED = "Nothing that this taxonomy knows is asked for."
IN_PASSING = "The documents name this role in passing and say nothing of what it needs."
NO_ROLE_NEAR = (
    "No role of this taxonomy is near this resume. That says what the taxonomy knows (jobs in AI),"
    " not what the person can do."
)
DISCLAIMER = (
    "This report informs and decides nothing. It knows only what the resume says: “no evidence"
    " found” does not mean that someone cannot do it."
)


def place(document: Document, mention: Mention) -> str:
    """Where a mention stands, for people: "page 1, work"."""
    page = page_of(document, mention.span)
    section = SECTION_WORDS[mention.section]
    return f"page {page}, {section}" if page is not None and (document.pages or 0) > 0 else section


def form_note(mention: Mention, skill: Skill) -> str:
    """How a claim of a soft or business skill is made; "" for the other kinds, where a name in a
    list is as good as most evidence gets."""
    return FORM_WORDS[mention.form] if skill.kind in _WEAKER else ""


def time_note(entry: ProfileEntry) -> str:
    """How long and until when, by the dated entries, and what the resume itself states; "" where
    neither is known, and for implied skills."""
    if entry.implied:
        return ""
    parts = []
    if entry.months is not None:
        parts.append(f"{_months(entry.months)}, last {entry.last_used}")
    if entry.stated is not None:
        stated = entry.stated.months
        years = f"{stated / 12:g} year" + ("" if stated == 12 else "s")
        parts.append(f"{years if stated >= 12 else _months(stated)} stated")
    return "; ".join(parts)


def _months(number: int) -> str:
    return f"{number} month" + ("" if number == 1 else "s")


def best_mention(mentions: tuple[Mention, ...]) -> Mention:
    """The most telling evidence: deeds before words; dated work before projects, a list of skills
    last; then the surest method, then the first in the text."""
    order = [
        SectionKind.WORK, SectionKind.PROJECTS, SectionKind.PUBLICATIONS, SectionKind.VOLUNTEER,
        SectionKind.SUMMARY, SectionKind.EDUCATION, SectionKind.CERTIFICATES,
    ]  # fmt: skip

    def rank(mention: Mention) -> tuple[bool, int, float, int]:
        at = order.index(mention.section) if mention.section in order else len(order)
        return mention.form is not Form.DEED, at, -mention.score, mention.span.start

    return min(mentions, key=rank)


def requirement_label(requirement: Requirement, taxonomy: Taxonomy) -> str:
    """What a requirement asks for: one skill, or one of several ("Python, R or Scala")."""
    ids = (requirement.skill_id, *requirement.alternatives)
    labels = [taxonomy.skills[skill_id].preferred_label for skill_id in ids]
    return ", ".join(labels[:-1]) + (" or " if labels[1:] else "") + labels[-1]


def asked_note(requirement: Requirement) -> str:
    """Who asks: the number of documents, or a posting's own words."""
    source = requirement.provenance[0] if requirement.provenance else None
    if source is not None and source.document == POSTING:
        return f"asked for: “{printable(source.phrase)}”"
    count = requirement.documents
    return "1 document asks for it" if count == 1 else f"{count} documents ask for it"


def nothing_asked(role: Role) -> str:
    """Why a role has no requirements."""
    return NOTHING_ASKED if role.kind == POSTING else IN_PASSING


def unknown_note(ask: UnknownAsk, document: Document) -> str:
    """How strongly something unknown is asked for, and whether the resume says the same words."""
    note = IMPORTANCE_WORDS[ask.importance]
    if ask.whole:
        return note
    span = find_words(document.text, ask.words)
    page = page_of(document, span) if span else None
    if span is None:
        return f"{note}; these words do not stand in the resume"
    where = f" on page {page}" if page is not None and (document.pages or 0) > 0 else ""
    return f"{note}; these words stand in the resume{where}"


def shown_id(match: RequirementMatch) -> str:
    """The skill that a match is about: of alternatives the one found, else the first."""
    return match.entry.skill_id if match.entry else match.requirement.skill_id


def years_asked(requirement: Requirement) -> str:
    """The length of experience that a posting asks for; "" where it asks for none."""
    return f"{years(requirement.months)} asked for" if requirement.months else ""


def joined(labels: Sequence[str]) -> str:
    """A list in words: "SQL", "SQL and R", "SQL, R and Go"."""
    return ", ".join(labels[:-1]) + (" and " if labels[1:] else "") + labels[-1]


def years(months: int) -> str:
    """A length of experience as people say it: "3 years", "18 months"."""
    if months >= 12 and months % 6 == 0:
        return f"{months / 12:g} year" + ("" if months == 12 else "s")
    return _months(months)


def chain(match: RequirementMatch, taxonomy: Taxonomy) -> str:
    """How an implied requirement follows: "PyTorch → deep learning frameworks → deep learning"."""
    via = match.entry.via if match.entry else ()
    ids = (*via, shown_id(match))
    return " → ".join(taxonomy.skills[skill_id].preferred_label for skill_id in ids)


def read_line(report: GapReport) -> str:
    """What was read, in one line: "2 pages, 612 words, 6 sections"."""
    document = report.document
    parts = []
    if document.pages:
        parts.append(f"{document.pages} page" + ("s" if document.pages > 1 else ""))
    parts.append(number_of_words(document))
    named = [s for s in report.sections if s.title]
    parts.append(f"{len(named)} section" + ("" if len(named) == 1 else "s"))
    return ", ".join(parts)


def number_of_words(document: Document) -> str:
    """How long a text is: "612 words"."""
    words = document.count_words()
    return f"{words:,} word" + ("" if words == 1 else "s")


def refused_note(report: GapReport) -> str:
    """Why most of what a resume names does not count; "" where most of it does. Words that are no
    skills there say nothing about that."""
    refused = [s.reason for s in report.profile.not_counted if s.reason is not Status.ORDINARY]
    if len(refused) <= sum(not entry.implied for entry in report.profile.entries):
        return ""
    reasons = (f"{count} {REASON_WORDS[why]}" for why, count in Counter(refused).most_common())
    return f"Most skills that were seen do not count: {', '.join(reasons)}."


def section_list(report: GapReport) -> str:
    """The kinds of the sections in order, each once."""
    return ", ".join(dict.fromkeys(s.kind.value for s in report.sections if s.title))


def fraction(coverage: Coverage, importance: Importance) -> str:
    """How much of a role's requirements is shown: "3+1/5" is three shown, one implied, of five."""
    covered, implied, total = count_of(coverage, importance)
    return f"{covered}+{implied}/{total}" if implied else f"{covered}/{total}" if total else "–"
