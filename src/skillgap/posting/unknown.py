"""What a posting asks for in words that the taxonomy does not hold.

Four rules find such words in a statement that demands something: what stands behind "experience
with" and its like, what "is a plus" or "is required" is said of, names (capitals, digits), and
short items of a list. Where neither they nor the taxonomy find anything, the statement is listed
whole: nothing that is asked for is dropped.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from skillgap.models import Importance, Span, UnknownAsk
from skillgap.posting.importance import asks, cue_spans, importance_of, said_of
from skillgap.posting.parts import Part, Statement
from skillgap.words import fold, printable

_OBJECT = re.compile(
    r"\b(?:(?:degree|experience|experienced|expertise|knowledge|understanding|familiarity|proficiency"
    r"|fluency|background|skills?|competence|exposure|command|mastery|grasp|familiar|proficient"
    r"|fluent|skilled|versed|expert|worked|specializ\w+|training) "
    r"(?:with|in|of|on|using)|years? of|you know|have used)\s+(?!experience\b|us\b)",
    re.IGNORECASE,
)
# Where an object ends, and what divides it.
_END = re.compile(
    r"[.;:()\[\]\n\t“”\"]|\s(?:is|are|was|would|will|should|must|to|for|at|from|that|which|who|when"
    r"|where|within|across|through|by|as|than|plus|if|while|since|during|including|such|like|e\.g"
    r"|gained|preferred|required|desirable|desired|really|well|inside|ideally|preferably|[–—-])\b"
    r"|\s[–—-]\s",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r"\s*(?:such|like|e\.g|including)", re.IGNORECASE)
_DIVIDE = re.compile(r"\s*[,/]\s*|\s+(?:and|or|and/or|&|in|with|using|on)\s+", re.IGNORECASE)
_COMMAS = re.compile(r"\s*[,/]\s*|\s+(?:and|or|and/or|&)\s+", re.IGNORECASE)
_OR_LIKE = re.compile(
    r"(?:an? |the |or |and ){0,4}(?:similar|comparable|equivalent|related|other)\b", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:(?:and|or|an?|the|any|some|several|other|one|two|at least|least|of|in|with|modern|similar"
    r"|related|various|strong|common|good|very|excellent|advanced|basic|deep|solid|relevant|our|your"
    r"|its|their|popular|current|multiple|more|proven|professional|practical|working|hands-on"
    r"|both|different|either|own|knowledge|experience|familiarity)\b\s*)+",
    re.IGNORECASE,
)
# Words that name nothing by themselves.
_EMPTY = frozenset(
    """similar related comparable equivalent other others technologies technology tools tool systems
    system frameworks framework concepts languages language libraries platforms methods fields field
    areas area etc more experience years year knowledge skills skill degree plus bonus it them this
    these those one environment environments role position work working industry products product
    something business team teams people level written spoken ability similarly solutions software
    preferred required well running verbal oral building shipping cloud practices principles
    organisation organization company large small complex certification
    techniques services data projects production somebody someone anybody discipline disciplines
    of in several many few month months professional commercial first hand
    is are was be been have has had been also only still both""".split()
)
_NOT_NAMES = frozenset(
    """i you we us our your he she they the a an and or of in on for with to bachelor bachelors
    bachelor's master masters master's phd msc bsc bs ms beng meng ba ma mba university college
    eu uk usa us remote january february
    march april may june july august september october november december monday friday ideally
    preferred required requirements must experience knowledge strong good excellent proven solid
    b2 c1 c2 b1 bonus nice plus m f d e.g eg i.e etc""".split()
)
_PRONOUNS = frozenset("i you we they he she it this that these those there if".split())
# What stands between a subject and what is said of it.
_COPULA = re.compile(
    r"(?:[\s,(–—-]|\b(?:is|are|would|will|be|also|considered|seen|as|definitely|really|an?|not|but"
    r"|only|strictly|highly|strongly|very|counts?|regarded|experience|knowledge|skills?|expertise)\b"
    r"){1,12}$",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:(?:do not|don['’]t|no) need|not (?:needed|required|necessary)"
    r"|no\b.{0,40}\b(?:needed|required|necessary))\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[A-Za-z0-9][\w.+#'’-]*[\w+#]|[A-Za-z]")
_ITEM_WORDS, _OBJECT_WORDS, _ALONE_WORDS = 3, 5, 4


def find_unknown(
    text: str, statements: Sequence[Statement], known: Sequence[Span]
) -> tuple[UnknownAsk, ...]:
    """What is asked for outside of `known` (all mentions' spans in order), each wording once."""
    found: dict[str, UnknownAsk] = {}
    for statement in statements:
        if not asks(text, statement):
            continue
        first = bisect_right(known, statement.span.start, key=lambda span: span.end)
        last = bisect_left(known, statement.span.end, lo=first, key=lambda span: span.start)
        inside = list(known[first:last])
        for ask in _in_statement(text, statement, inside):
            words = fold(" ".join(text[ask.span.start : ask.span.end].split()))
            before = found.get(words)
            if before is None or before.importance is Importance.OPTIONAL:
                found[words] = ask
    return tuple(sorted(found.values(), key=lambda ask: ask.span))


def _in_statement(text: str, statement: Statement, known: list[Span]) -> Iterator[UnknownAsk]:
    taken = [*known, *cue_spans(text, statement)]
    phrases: list[Span] = []
    rules = (
        _objects(text, statement, known),
        _subjects(text, statement),
        _items(text, statement, known),
        _names(text, statement),
    )
    for span in (span for rule in rules for span in rule):
        if not any(span.overlaps(other) for other in (*taken, *phrases)):
            phrases.append(span)
    for span in phrases:
        verdict = importance_of(text, statement, span)
        if verdict is not None:
            yield _ask(text, span, verdict[0])
    denied = _NOT_ASKED.search(text, statement.span.start, statement.span.end)
    if (
        not phrases
        and not known
        and not denied
        and statement.part in (Part.REQUIRED, Part.PREFERRED)
    ):
        span = _trimmed(text, statement.label, statement.span.end)
        verdict = importance_of(text, statement, span)
        if verdict is not None and any(c.isalpha() for c in text[span.start : span.end]):
            short = len(text[span.start : span.end].split()) <= _ALONE_WORDS
            yield _ask(text, span, verdict[0], whole=not short)


def _ask(text: str, span: Span, importance: Importance, *, whole: bool = False) -> UnknownAsk:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = printable(text[start : len(text) if end < 0 else end])
    return UnknownAsk(span, printable(text[span.start : span.end]), line, importance, whole)


def _objects(text: str, statement: Statement, known: list[Span]) -> Iterator[Span]:
    """The noun phrases behind "experience with", "knowledge of" and their like."""
    for match in _OBJECT.finditer(text, statement.label, statement.span.end):
        stop = _END.search(text, match.end(), statement.span.end)
        end = stop.start() if stop else statement.span.end
        if (
            stop
            and _EXAMPLES.match(stop[0])
            and any(s.start < end + 20 for s in known if s.start > end)
        ):
            continue  # the taxonomy knows the examples
        for span in _pieces(text, match.end(), end):
            if _is_phrase(text[span.start : span.end].split()):
                yield span


def _subjects(text: str, statement: Statement) -> Iterator[Span]:
    """What "is a plus", "required" and their like are said of: "Flyte would be great"."""
    for said in said_of(text, statement):
        end = said.start + len(_COPULA.sub("", text[said.start : said.end]))
        for span in _pieces(text, max(said.start, statement.label), end, _COMMAS):
            if _is_phrase(text[span.start : span.end].split()):
                yield span


def _is_phrase(words: list[str]) -> bool:
    """Whether words may name something; with a pronoun they are a clause or name nothing."""
    return len(words) <= _OBJECT_WORDS and not any(fold(word) in _PRONOUNS for word in words)


def _items(text: str, statement: Statement, known: list[Span]) -> Iterator[Span]:
    """Short items between commas, where the statement is a list: three items, or a skill in it."""
    pieces = list(_pieces(text, statement.label, statement.span.end, _COMMAS))
    short = [p for p in pieces if len(text[p.start : p.end].split()) <= _ITEM_WORDS]
    listed = len(short) == len(pieces) and (len(pieces) > 2 or (len(pieces) > 1 and bool(known)))
    labelled = statement.label > statement.span.start and len(short) == len(pieces)
    if listed or labelled:
        yield from (p for p in short if fold(text[p.start : p.end]) not in _NOT_NAMES)


def _names(text: str, statement: Statement) -> Iterator[Span]:
    """Runs of capitalised words; the first word of a statement needs more than its capital."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, statement.label, statement.span.end):
        first = not text[statement.label : token.start()].strip(" \t“\"'(")
        adjacent = bool(run) and text[run[-1].end() : token.start()] == " "
        if run and not adjacent:
            yield Span(run[0].start(), run[-1].end())
            run = []
        if _is_name(token[0], first) or (run and token[0].isdigit()):
            run.append(token)
        elif run:
            yield Span(run[0].start(), run[-1].end())
            run = []
    if run:
        yield Span(run[0].start(), run[-1].end())


def _is_name(word: str, first: bool) -> bool:
    if fold(word).strip(".") in _NOT_NAMES or not word[0].isalpha():
        return False
    inside = any(c.isupper() or c.isdigit() for c in word[1:])
    return inside or (word[0].isupper() and len(word) > 1 and not first)


def _pieces(text: str, start: int, end: int, divide: re.Pattern[str] = _DIVIDE) -> Iterator[Span]:
    """The parts of a stretch between commas and "and", without articles and empty adjectives."""
    for match in [*divide.finditer(text, start, end), None]:
        stop = match.start() if match else end
        span = _trimmed(text, start, stop)
        lead = _LEADING.match(text[span.start : span.end])
        if lead:
            span = _trimmed(text, span.start + lead.end(), span.end)
        words = [fold(w) for w in re.findall(r"[\w+#.’'-]+", text[span.start : span.end])]
        names_like = _OR_LIKE.match(text, _trimmed(text, start, stop).start)
        if not names_like and any(
            w.strip(".") not in _EMPTY and any(c.isalpha() for c in w) for w in words
        ):
            yield span
        start = match.end() if match else end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and not (text[start].isalnum() or text[start] in "<[."):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "+#)>%"):
        end -= 1
    return Span(start, end)
