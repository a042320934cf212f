"""Joining two lines of a paragraph: by a space, or by mending a word that was cut."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from skillgap.readers.page import SOFT_HYPHEN

_CUT = re.compile(r"([^\W\d_]{2,})[-\u2010]$")
_REST = re.compile(r"[a-zß-ÿ]{2,}")
# An address at a line's end, and how far back it is looked for.
_ADDRESS = re.compile(r"(?:[@/]|\w\.\w)\S*-$")
LONGEST_ADDRESS = 60
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Second parts of compounds: there the hyphen belongs to the word.
_TAIL_WORDS = """
able aided art assisted aware based box building case centered centric class cloud code compliance
compliant connected cost critical cut data day defined demand depth doc driven edge effective
efficient enabled end event facing first fit flow focused forward free friendly fund functional
generated grade growth hand heavy hoc hosted house impact in intensive language latency leading
learn learning led level life line linked local location long look loop making memory minded mortem
native new of off on one only open order oriented out over page party performance performing person
phase platform point premise premises processing production profile profit purpose quality rate
ready related relational res resolution rich risk run running safe scale scaling science search
sensitive series service serving set shot side sided site size sizing solving source specific speed
sourced stack stage standing star start state step structured style system systems task team term
test tested testing text thinking through throughput tier time to tolerant touch tree trained tuned
tuning up user value version vision volume wave web wide win wise word work working world year years
"""
# First parts of compounds where the second is a word of its own.
_HEAD_WORDS = """
all anti cross data deep end ex full half hands high large long low mid multi non on open peer post
problem real scikit self semi short single third top two user well
"""
_ENDINGS = re.compile(
    r"(?:ble|bles|bly|cal|cally|ced|cial|cing|cy|ence|ences|ance|ances|ency|ents?|ful|fully|fy|ics?"
    r"|icals?|ied|ies|ings?|ions?|ism|ists?|ity|ities|ives?|ively|ized?|ised?|izes?|izing|ising"
    r"|less|ling|ly|ments?|ness|ous|ously|ories|ory|ors?|ries|sis|tics?|tional|tures?|ty|ures?|ers?"
    r"|eds?|ed|esses|[bcdgklmnprstv]es|[bdgpt]le|mary|nels?|ters?|ket|bers?|al|ally"
    r"|able|ages?|ate|ated|ates|ating|ary|ery|ative|atively|els?|ems?)$"
)
_TAILS, _HEADS = frozenset(_TAIL_WORDS.split()), frozenset(_HEAD_WORDS.split())
# What is left of a word after so few letters is no word.
_SHORT_REST = 3
# No word is longer.
LONGEST_WORD = 60
# "fine-tuned", "decision-making": a participle so long is a word of its own,
_PARTICIPLE = 7
# unless it begins as no English word does ("engi-neering").
_CLUSTERS = (
    "nee",
    "nti",
    "ncy",
    "rni",
    "mmi",
    "rac",
    "lop",
    "pme",
    "zat",
    "niz",
    "ris",
    "tif",
    "lec",
)


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of a document in lower case; not those that a line's end may have cut."""
    return frozenset(word.lower() for line in lines for word in _WORD.findall(_whole(line)))


def _whole(line: str) -> str:
    if line[:1].islower():
        line = line.partition(" ")[2]
    return line.rpartition(" ")[0] if line.endswith(("-", "\u2010")) else line


def join_lines(before: str, after: str, words: Container[str] = frozenset()) -> str:
    """`after` set behind `before`, as if the line had never ended."""
    if before.endswith(SOFT_HYPHEN):
        return before[:-1] + after
    if before.endswith("-") and _ADDRESS.search(before[-LONGEST_ADDRESS:]):
        return before + after  # its hyphens are its own
    cut, rest = _CUT.search(before[-LONGEST_WORD:]), _REST.match(after)
    if cut is None or rest is None:
        cut_here = before.endswith("-") and before[-2:-1].isalnum() and after[:1].isalnum()
        return before + ("" if cut_here else " ") + after
    return (before[:-1] if _one_word(cut[1].lower(), rest[0], words) else before) + after


def _one_word(head: str, tail: str, words: Container[str]) -> bool:
    """Whether a hyphen between the parts was put there by the line's end alone."""
    if head + tail in words:
        return True
    if f"{head}-{tail}" in words or tail in _TAILS or head in _HEADS:
        return False
    if tail in words and len(tail) > _SHORT_REST:
        return False
    return len(tail) <= _SHORT_REST or (bool(_ENDINGS.search(tail)) and not _is_participle(tail))


def _is_participle(tail: str) -> bool:
    long = len(tail) >= _PARTICIPLE and tail.endswith(("ed", "ing"))
    return long and not tail.startswith(_CLUSTERS)
