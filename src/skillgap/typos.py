"""Misspelt names, looked for only where nothing matched exactly.

The only module that imports rapidfuzz. Its `partial_ratio` and `token_set_ratio` give 100 for
java/javascript and react/react native, so only whole words are compared, by edit distance with
transpositions (optimal string alignment).
"""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.models import Candidate, Method, SectionKind, Taxonomy
from skillgap.phrases import PhraseIndex, Word
from skillgap.places import Places

# A label of fewer letters is too near to other words (Flask and flash, Keras and Kera); from nine
# letters on two slips still leave no doubt (Kuberentes).
_FLOOR, _LONG = 6, 9

# English words as near to a name as a typo is (found by running the finder over a list of 100,000
# English words): these are never taken for one.
_ORDINARY = frozenset(
    """blazer blazon cantos cents checkmate cockroach cockroaches convent convents corner
    dicker docked docket distiller distillers distillery filmmaker filmmakers firestorm
    firestorms foreswore fornicate fortunate frigate freshest freshness grade incision
    invasion kayak kayaks magneto nests pardon parrot pitchfork postures qualms quays reacts
    recap retinae rustling schoolboy scrap scrappy scraps shoemaker simplest snored snowed
    sprinkle sprinkler starlet starlets statuette submersion subversive tailwinds
    taskmasters trifecta unicorn zanier zapper network networks testing market markets
    protocol protocols""".split()
)


class TypoFinder:
    """Names of one word, long enough and without a guard, ready to be compared with."""

    def __init__(self, index: PhraseIndex, taxonomy: Taxonomy) -> None:
        self._labels = index.labels
        self._vocabulary = index.vocabulary
        targets: dict[str, list[str]] = {}
        for key, (skill_id, label, _) in index.labels.items():
            if len(key) != 1 or len(key[0]) < _FLOOR or not key[0].isalpha():
                continue
            guards = taxonomy.skills[skill_id].guards
            if label != label.lower() and not any(label in guard.labels for guard in guards):
                targets.setdefault(key[0][0], []).append(key[0])
        self._targets = {letter: tuple(sorted(names)) for letter, names in targets.items()}

    def find(
        self, words: tuple[Word, ...], places: Places, taken: frozenset[int]
    ) -> Iterator[Candidate]:
        """Candidates among the words that no other candidate took, where skills are listed.

        The first letter must be right and the word must be in no label.
        """
        for at, word in enumerate(words):
            norm = word.norm
            if at in taken or len(norm) < _FLOOR - 1 or not norm.isalpha():
                continue
            if norm in self._vocabulary or norm in _ORDINARY:
                continue
            if not places.is_listed(at, at + 1, taken) or _is_named(words, at, places):
                continue
            nearest = self._nearest(norm)
            if nearest:
                distance, name = nearest
                skill_id, label, _ = self._labels[(name,)]
                score = round(1 - distance / len(name), 3)
                yield Candidate(skill_id, word.span, Method.FUZZY, label, score)

    def _nearest(self, word: str) -> tuple[int, str] | None:
        from rapidfuzz.distance import OSA

        best: tuple[int, str] | None = None
        for name in self._targets.get(word[0], ()):
            allowed = 2 if len(name) >= _LONG else 1
            distance = OSA.distance(word, name, score_cutoff=allowed)
            if distance <= allowed and not _is_inflected(word, name):
                best = min(best or (distance, name), (distance, name))
        return best


def _is_named(words: tuple[Word, ...], at: int, places: Places) -> bool:
    """Whether a word is the name of something made: "InkVision (iOS app)" on a line of its own."""
    first = at == 0 or words[at - 1].is_break
    if not first or at + 1 >= len(words) or words[at + 1].text != "(":
        return False
    section = places.section_of(words[at].start)
    return section is not None and section.kind is not SectionKind.SKILLS


def _is_inflected(word: str, name: str) -> bool:
    """Inflection is no typo: a name with an ending added or cut is another word."""
    longer, shorter = (word, name) if len(word) > len(name) else (name, word)
    return longer.startswith(shorter) and longer[len(shorter) :] in (
        "s",
        "d",
        "r",
        "ed",
        "er",
        "es",
    )
