"""What speaks another voice than the writer's: a pasted posting, praise in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from skillgap import cues
from skillgap.reach import first
from skillgap.scene import Scene

_SOMEBODY = frozenset({"she", "he", "her", "his", "him"})
_QUOTES = 9  # quotation marks of one line that are looked at
_QUOTED_WORDS = 300  # a quoted advert is shorter, and the time stays linear
_ADVERT_WORDS = 12


def is_praise(scene: Scene) -> bool:
    """Whether a quotation around the candidate speaks of the writer as another would: by name, or
    as "she"."""
    if scene.block is None or not scene.quotes:
        return False
    at = bisect_left(scene.quotes, scene.first)
    start, end = scene.block.span.start, scene.block.span.end
    opened = [n for n in scene.quotes[max(at - _QUOTES, 0) : at] if scene.words[n].start >= start]
    if len(opened) % 2 == 0 or at == len(scene.quotes):
        return False
    close = scene.quotes[at]
    if scene.words[close].start >= end or close - opened[-1] > _QUOTED_WORDS:
        return False
    own = scene.words[0].norm
    said = {word.norm for word in scene.words[opened[-1] : close]}
    return own in said or not _SOMEBODY.isdisjoint(said)


def in_posting(scene: Scene) -> bool:
    """Whether the candidate's unit reads like a posting, up to where the person answers it."""
    match = first(cues.POSTING, scene.unit.norms)
    if match is None:
        return _speaks_to_you(scene) or _in_quoted_posting(scene)
    if _in_quote(scene, match.start()):
        return True
    own = cues.POSTING_ENDS.search(scene.unit.norms, match.end())
    return own is None or scene.unit.offset_of(scene.first) < own.start()


def _in_quote(scene: Scene, offset: int) -> bool:
    """Whether the candidate and an offset of its unit before it stand in one quotation."""
    opened = bisect_right(scene.quotes, scene.unit.word_at(offset))
    between = bisect_left(scene.quotes, scene.first) - opened
    return (opened - bisect_left(scene.quotes, scene.unit.first)) % 2 == 1 and not between


def _speaks_to_you(scene: Scene) -> bool:
    """Whether a sentence speaks to somebody and never of its writer, as adverts do."""
    norms = scene.unit.norms
    you = first(cues.YOU, norms)
    if you is None or first(cues.FIRST_PERSON, norms):
        return False
    # the "you may also need" recommender
    at = bisect_left(scene.quotes, scene.unit.word_at(you.start()))
    before, behind = scene.quotes[at - 1 : at], scene.quotes[at : at + 1]
    quoted = before and before[0] >= scene.unit.first and behind and behind[0] < scene.unit.last
    return not quoted or _in_quote(scene, you.start())


def _in_quoted_posting(scene: Scene) -> bool:
    """Whether a quotation around the candidate began with a posting's words, sentences before."""
    if scene.block is None:
        return False
    start = scene.block.span.start
    opened = bisect_left(scene.quotes, start, key=lambda at: scene.words[at].start)
    end = bisect_left(scene.quotes, scene.first)
    if (end - opened) % 2 == 0 or scene.quotes[end - 1] < scene.first - _QUOTED_WORDS:
        return False
    last = scene.quotes[end] if end < len(scene.quotes) else scene.first
    whole = scene.words[scene.quotes[end - 1] : min(last, scene.first + _QUOTED_WORDS)]
    norms = " ".join(word.norm for word in whole)
    said = scene.words[scene.quotes[opened] : scene.first]
    return bool(
        cues.POSTING.search(" ".join(word.norm for word in said))
        or (len(whole) >= _ADVERT_WORDS and cues.TO_YOU.search(norms))
    )
