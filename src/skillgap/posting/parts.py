"""What a posting's parts are: what it demands, wishes for, what the job is, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from skillgap.models import Block, BlockKind, Document, Span
from skillgap.words import any_of


class Part(Enum):
    """What a posting's part says. `OPEN` is prose under no known heading: its wording decides."""

    OPEN = "open"
    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, list item or cell, the part that it stands in and the heading over it. `label` is
    where a label before a colon ends ("Required skills: ...")."""

    span: Span
    part: Part
    heading: str
    label: int


# Characters of a sentence. What goes on for longer is none, and would take more than linear time.
_LONGEST = 2_000
_MOST_WORDS = 9  # of a heading
_WISH = any_of(
    r"""nice[- ]to[- ]haves?|good[- ]to[- ]haves?|preferred|desired|desirable|preferable|bonus
    |pluses|plus|extra (?:points|credit)|advantageous|advantages?|optional|brownie points
    |even better|ideally|stands? out|sets? you apart
    |(?:be )?(?:great|nice|helpful) if|not required"""
)
_WORD = any_of(
    r"""requirements?|qualifications?|skills?|experiences?|criteria|competenc(?:es?|ies|y)|profile
    |backgrounds?|specification|knowledge|abilities|education|expertise|must[- ]haves?|musts?
    |essentials?|mandatory|required|prerequisites|attributes|technologies|tools|toolbox"""
)
_WITH = any_of(
    r"""minimum|basic|key|core|main|essential|required|technical|professional|additional|other
    |general|job|position|role|candidate|person|personal|your|our|the|hard|soft|necessary
    |mandatory|work|relevant|preferred|desired|desirable|ideal|bonus|optional|selection|strong
    |you|formal|nice[- ]to[- ]have|academic|people|ai|data|programming"""
)
_BEFORE_WISH = any_of("it|is|it's|would|be|some|what|makes?|you|will|the|our|your|also|things|an?")
_BEHIND_WISH = any_of(
    "points?|if|for|you|have|has|but|not|candidates?|from|the|crowd|out|and|extras?|required|also|us"
)
_PREFERRED = re.compile(
    rf"(?:{_BEFORE_WISH} ){{0,5}}{_WISH}(?: (?:{_BEHIND_WISH}|{_WITH}|{_WORD})){{0,4}}$"
    rf"|(?:{_WITH} ){{0,6}}{_WORD} \(?{_WISH}\)?$"
    r"|you (?:could|may|might)(?: also)?(?: have| bring| be)?$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^(?!your mission)(?:about(?! (?:you\b"
    r"|the (?:role|job|position|work|candidate)|this (?:role|job|position)))"
    r"|who we are|what we (?:do|build|make|stand|believe)"
    r"|(?:what )?we (?:can )?(?:offer|provide|give)\b"
    r"|(?:our |the |what |your )?(?:offer|benefits?|perks?|company|mission|values|culture|story"
    r"|team|clients|customers|compensation|salary|pay|package|rewards?|process"
    r"|hiring process|location|office|contact|conditions)\b(?! (?:fit|player))|why\b"
    r"|what(?:'s| is) in it for you|how (?:to apply|we (?:work|hire))|to apply|apply|application"
    r"|interview|equal|equality|diversity|inclusion|privacy|data protection|legal|disclaimer"
    r"|(?:what|you) (?:you )?(?:can )?expect(?: from us)?$|what to expect|in (?:return|exchange)\b"
    r"|what you(?:'ll| will| can)? (?:get|gain|learn)|you(?:'ll| will) (?:get|learn)"
    r"|additional information|life at|working (?:here|hours|with us|at)|next steps"
    r"|start date|starting date|contract|department|reports to|employment type|job type"
    r"|posted|deadline|closing date|reference)\b",
    re.IGNORECASE,
)
_DUTIES = re.compile(
    r"^(?:(?:your |the |key |main |core |job |primary |principal |essential )*"
    r"(?:responsibilities|duties|tasks|accountabilities|role|job|position|work|mission|impact)\b"
    r"(?! (?:requires?|requirements|qualif|title|spec))"
    r"|(?:what|how) you(?:'ll|'d| will| would)? (?:be doing|do\b|work on|own|build|spend)"
    r"|about (?:the|this) (?:role|job|position|work)|job (?:description|summary)|in this role"
    r"|in (?:this|the) (?:role|position|job)|your mission|why this (?:role|job|position)\b"
    r"|what (?:awaits|is waiting for) you"
    r"|a typical day|day[- ]to[- ]day|the opportunity|(?:role|position) (?:overview|summary)"
    r"|you will\b|(?:our )?(?:tech(?:nology)? )?stack)",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    rf"^(?:(?:{_WITH} )*{_WORD}(?:\s*(?:,|and|&|/|or)\s*(?:{_WITH} )*{_WORD})*"
    r"(?: (?:required|needed|desired|wanted|sought|you have|you bring|we need|for the role))?$"
    r"|(?:what|who) (?:you(?:'ll|'re| will| are)?(?: should| must)? ?"
    r"(?:bring|need|have|are|offer|know)?|we(?:'re| are)? (?:look|search|expect|need|requir|want))"
    r"|you(?:'ll| will| should| must)? (?:bring|have|are|need|offer|know)\b.{0,20}$|about you"
    r"|you (?:should|must)$|we (?:believe|think|hope|imagine|assume) (?:that )?you\b"
    r"|we (?:expect|need|are looking for|look for|require)|the (?:ideal|right|successful) candidate"
    r"|to (?:be successful|succeed|qualify|thrive)\b|(?:\w+ )*you(?:'ll| will)? (?:need|must have)$"
    r"|what it takes|do you have what it takes|(?:is this you|are you)|minimum\b|looking for)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:.*\b(?:hiring|wanted)|(?:job|post|role|position) title|position|post|title|role|vacancy"
    r"|job|opening)$",
    re.IGNORECASE,
)
# "E1.", "2.1)", "(a)" before an item.
_NUMBER = re.compile(r"\s*(?:[A-Z]{1,2}-?)?\d{1,2}(?:\.\d{1,2})*[.):]\s+|\s*\(?[a-z]\)\s+")
_LABEL = re.compile(r"\s*([A-Z][^:.;\t\n]{1,45}):[ \t]+(?=\S)")
# A full stop ends a sentence before a capital, unless it stands for an abbreviation.
_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)(?<!\bincl\.)(?<!\bvs\.)(?<!\bapprox\.)"
    r"\s+(?=[\"“'(]?[A-Z0-9])|[\n\t]|\s[•·▪]\s"
)


def kind_of(heading: str) -> Part | None:
    """What the wording of a heading or label announces; None where it is not known."""
    words = re.sub(r"^[^\w]+|[^\w)]+$", "", heading.replace("’", "'")).strip()
    if not words or len(words.split()) > _MOST_WORDS:
        return None
    if _OTHER.match(words):
        return Part.OTHER
    if _PREFERRED.match(words):
        return Part.PREFERRED
    if _DUTIES.match(words):
        return Part.DUTIES
    return Part.REQUIRED if _REQUIRED.match(words) else None


def divide(document: Document) -> tuple[str, tuple[Statement, ...]]:
    """The posting's title ("" if it has none) and its statements in order."""
    title, statements = "", []
    part, heading, size, listed = Part.OPEN, "", 0.0, False
    for index, block in enumerate(_visible(document)):
        text = document.text[block.span.start : block.span.end]
        kind = kind_of(text) if _may_be_heading(block, text) else None
        bullet = block.kind is BlockKind.BULLET
        if kind is None and listed and not bullet and text.rstrip().endswith("."):
            part, heading, listed = Part.OPEN, "", False  # prose behind a list is another matter
        if kind is not None:
            listed = False
            part, heading, size = kind, text.strip(" :\t"), block.size
        elif index == 0 and _is_title(text):
            title = text.strip()
        elif _is_unknown_heading(block, text, size):
            part, heading, size = Part.OPEN, text.strip(" :\t"), block.size
        else:
            listed = listed or bullet
            for statement in _statements(document.text, block, part, heading):
                label = document.text[statement.span.start : statement.label].rstrip(": \t")
                if not title and _TITLE.match(label):
                    title = document.text[statement.label : statement.span.end].strip()
                else:
                    statements.append(statement)
    return title, tuple(statements)


def _visible(document: Document) -> list[Block]:
    apart = (BlockKind.FURNITURE, BlockKind.HIDDEN)
    return [block for block in document.blocks if block.kind not in apart]


def _may_be_heading(block: Block, text: str) -> bool:
    """Whether a block has the form of a heading: short, alone, and no item of a list."""
    line = text.strip()
    if re.search(r"[\n\t]|: |[.,;]$", line):
        return False
    return block.kind is not BlockKind.BULLET or line.endswith(":")


def _is_title(text: str) -> bool:
    line = text.strip()
    return len(line.split()) <= 12 and not line.endswith((".", ":", ",")) and ": " not in line


def _is_unknown_heading(block: Block, text: str, size: float) -> bool:
    """A heading that is not known ends the part before; one in smaller print divides it."""
    return block.kind is BlockKind.HEADING and len(text.split()) <= 8 and block.size >= size


def _statements(text: str, block: Block, part: Part, heading: str) -> Iterator[Statement]:
    number = _NUMBER.match(text, block.span.start, block.span.end)
    start = number.end() if number else block.span.start
    ends = [*_SENTENCE.finditer(text, start, block.span.end), None]
    for match in ends:
        end = match.start() if match else block.span.end
        while end - start > _LONGEST:
            space = text.rfind(" ", start + 1, start + _LONGEST)
            cut = space if space > 0 else start + _LONGEST
            yield _labelled(text, Span(start, cut), part, heading)
            start = cut
        if text[start:end].strip():
            yield _labelled(text, Span(start, end), part, heading)
        start = match.end() if match else end


def _labelled(text: str, span: Span, part: Part, heading: str) -> Statement:
    label = _LABEL.match(text, span.start, span.end)
    if label is None:
        return Statement(span, part, heading, span.start)
    own = kind_of(label[1])
    if own is None:
        return Statement(span, part, heading, label.end())
    return Statement(span, own, label[1].strip(), label.end())
