"""Comparing words: folding, inflection and the variants in which a label may be written.

Nothing here changes a document: folded copies serve comparison only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b"),
    }
)

# British to American endings, longest first. Applied to labels and resumes alike, so a wrong
# fold of a rare word ("premise" stays, "promise" stays: see the length floor) cannot mislead.
_BRITISH = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(\w{4,})isations?$", r"\1ization"),
        (r"^(\w{4,})ising$", r"\1izing"),
        (r"^(\w{4,})is(e|ed|er|es)$", r"\1iz\2"),
        (r"^(\w{3,})ysing$", r"\1yzing"),
        (r"^(\w{3,})ys(e|ed)$", r"\1yz\2"),
        (r"^(model|label|travel|cancel|counsel|channel|signal)l(ing|ed|er|ers)$", r"\1\2"),
        (r"^(\w*(?:behavi|col|fav|lab|neighb|hon))our(\w*)$", r"\1or\2"),
        (r"^(\w*)centre(\w*)$", r"\1center\2"),
        (r"^program(me|mes)$", r"program"),
        (r"^(\w*)catalogue$", r"\1catalog"),
        (r"^defence$", "defense"),
        (r"^licence(s?)$", r"license\1"),
        (r"^co-(ordinat|operat)(\w+)$", r"co\1\2"),
    )
)

# One look that spares most words the dozen above.
_MAYBE_BRITISH = re.compile(
    r"^co-|is(?:e|ing|ation)|ys(?:e|ing)|ll(?:ing|e)|our|centre|me|log|ences?$"
)

_IRREGULAR_FORMS = """
    lead: led; run: ran running; build: built; write: wrote written; hold: held; teach: taught;
    draw: drew drawn; speak: spoke spoken; give: gave given; make: made; take: took taken;
    win: won winning; set: setting; cut: cutting; plan: planned planning; get: got;
    ship: shipped shipping; scrape: scraped scraping; map: mapped mapping; grow: grew grown;
    find: found; keep: kept; bring: brought; sell: sold; buy: bought; meet: met;
    drive: drove driven; oversee: oversaw overseen; forecast: forecast; tune: tuned tuning;
    control: controlled controlling; chair: chaired; spin: spun; person: people;
    analysis: analyses; analyze: analyses; child: children; wrangle: wrangled wrangling;
    debug: debugged debugging;
    program: programmed programming; model: modeled modeling; label: labeled labeling;
    tag: tagged tagging; prep: prepped prepping; split: splitting; begin: began begun;
    understand: understood; think: thought; undertake: undertook undertaken; upskill: upskilled;
    catch: caught; send: sent; break: broke broken; shoot: shot; lay: laid; light: lit; fit: fit;
    tell: told; pay: paid; leave: left; lose: lost; read: read; hear: heard; spend: spent;
    sit: sat; dig: dug; stand: stood; show: shown; choose: chose chosen; feed: fed; deal: dealt;
    rewrite: rewrote rewritten; redraw: redrew redrawn; rebuild: rebuilt; shrink: shrank shrunk;
    throw: threw thrown; seek: sought; put: putting; withdraw: withdrew withdrawn; see: saw seen;
    rerun: reran rerunning; spot: spotted spotting; steer: steered; commit: committed committing;
    equip: equipped equipping; wind: wound; come: came; go: went gone; know: knew known;
    embed: embedded embedding; transfer: transferred transferring; refer: referred referring;
    submit: submitted submitting; format: formatted formatting; emit: emitted emitting;
    refit: refitted refitting; retrofit: retrofitted retrofitting; reset: resetting;
    input: inputted inputting; outwit: outwitted outwitting; unplug: unplugged unplugging;
    do: did done doing; redo: redid redone redoing; learn: learnt; rise: rose risen;
    fall: fell fallen; sweep: swept; mean: meant; feel: felt; hang: hung; weave: wove woven;
    hide: hid hidden; ride: rode ridden; freeze: froze frozen; overcome: overcame
"""
_IRREGULAR = {
    word.strip(): tuple(forms.split())
    for word, _, forms in (entry.partition(":") for entry in _IRREGULAR_FORMS.split(";"))
}


_NOUNS_OF_ACTION = """
    analysis analyze, analyses analyze, design design, development develop, build-out build,
    implementation implement, deployment deploy, evaluation evaluate, management manage,
    preparation prepare, collection collect, annotation annotate, maintenance maintain,
    integration integrate, introduction introduce, rollout introduce, launch launch,
    migration migrate, creation create, coordination coordinate, supervision supervise,
    negotiation negotiate, review review, production produce, recruitment recruit,
    construction build, organization organize, optimization optimize, assessment assess,
    automation automate, visualization visualize, validation validate, investigation investigate,
    interpretation interpret, delivery deliver, translation translate, moderation moderate,
    administration administer, conversion convert, extraction extract, identification identify,
    prediction predict, detection detect, estimation estimate, classification classify,
    segmentation segment, comparison compare, measurement measure, improvement improve,
    reduction reduce, redesign redesign, modernization modernize, selection select,
    definition define, formulation formulate, establishment establish, execution execute,
    oversight oversee, adoption adopt, verification verify, curation curate, revision revise,
    resolution resolve, interrogation interview, observation observe, simplification simplify,
    standardization standardize, consolidation consolidate, anonymization anonymize,
    calculation calculate, correction correct, transfer transfer, removal remove,
    generation generate, simulation simulate, compilation compile, examination examine,
    installation install, configuration configure, digitization digitize, calibration calibrate,
    transcription transcribe, diagnosis diagnose, repair repair, upgrade upgrade
"""
# "the rollout of a chatbot" tells the deed that "introduced a chatbot" tells.
NOUNS_OF_ACTION = dict(pair.split() for pair in _NOUNS_OF_ACTION.split(","))
ANY_FORM = "any"
_PAST = frozenset(f for forms in _IRREGULAR.values() for f in forms if not f.endswith("ing"))
_ANY = frozenset("cut set put read split".split())


def verb_form(word: str) -> str:
    """Which form a verb seems to have, to tell whether two are joined: "ed", "ing", "s" or ""; a
    word that is base and past at once is of any.

    >>> verb_form("ran"), verb_form("designed"), verb_form("cut"), verb_form("build")
    ('ed', 'ed', 'any', '')
    """
    if word in _ANY:
        return ANY_FORM
    if word in _PAST or word.endswith("ed"):
        return "ed"
    return next((ending for ending in ("ing", "s") if word.endswith(ending)), "")


# Short words that double their last consonant: plot, plotted. Longer ones that are not stressed at
# the end (edit, edited) do not.
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word as it is compared: lower case, plain quotes and dashes, American spelling."""
    if word.isascii() and "`" not in word:
        folded = word.lower()
    else:
        folded = unicodedata.normalize("NFKC", word).translate(_CHARACTERS).casefold()
    if len(folded) >= 6 and _MAYBE_BRITISH.search(folded):
        for pattern, replacement in _BRITISH:
            mended, count = pattern.subn(replacement, folded)
            if count:
                return mended
    return folded


def is_name(word: str) -> bool:
    """Whether a label's word is a name: it holds a capital or a digit, or no letter."""
    return word != word.lower() or not word.isalpha()


def other_number(word: str) -> str | None:
    """The plural of a singular noun, or the singular of a plural one; None where neither is sure.

    >>> other_number("system"), other_number("libraries"), other_number("statistics")
    ('systems', 'library', None)
    """
    if len(word) < 3 or word.endswith(("ics", "ness", "ing", "ity", "ment")):
        return word + "s" if word.endswith("ment") else None
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s"):
        return None if word.endswith(("ss", "us", "is")) else word[:-1]
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "x", "z")) else "s")


@lru_cache(maxsize=16384)  # patterns share their verbs
def inflections(word: str) -> frozenset[str]:
    """Every form of an English word that a verb phrase may use, the word itself included.

    Regular rules for verbs and nouns and a table of irregular ones; it may also yield forms
    that do not exist, which match nothing.
    """
    forms = {word, *_IRREGULAR.get(word, ())}
    if _SHORT.fullmatch(word):
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    if not word.isalpha() or len(word) < 3:
        return frozenset(forms)
    plural = other_number(word)
    if plural:
        forms.add(plural)
    if word.endswith("e"):
        forms |= {word + "s", word + "d", word[:-1] + "ing"}
    elif word.endswith("y") and word[-2] not in "aeiou":
        forms |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    else:
        ending = "es" if word.endswith(("s", "ch", "sh", "x", "z")) else "s"
        forms |= {word + ending, word + "ed", word + "ing"}
    return frozenset(fold(form) for form in forms)


def label_key(label: str) -> str:
    """The same for two labels that a resume could not tell apart: case, spaces, hyphens, number.

    >>> label_key("recommendation systems") == label_key("Recommendation-system")
    True
    >>> label_key("Keras") == label_key("Kera")
    False
    """
    words = [fold(word) for word in re.split(r"[\s\-]+", label) if word]
    if words and not is_name(label.rsplit(maxsplit=1)[-1]):
        number = other_number(words[-1])
        if number and len(number) < len(words[-1]):
            words[-1] = number
    return "".join(words)


def any_of(words: str) -> str:
    """A regular expression for one of several words or phrases, given with bars between."""
    return "(?:" + "|".join(" ".join(word.split()) for word in words.split("|")) + ")"


def either(*alternatives: str) -> re.Pattern[str]:
    """One expression for several, the first that matches."""
    return re.compile("|".join(alternatives))


def cue(*alternatives: str) -> re.Pattern[str]:
    r"""A long expression for words joined by single spaces; each alternative begins with a word.
    Looked for only where words begin, it takes half the time; a `\b` before each costs a third.
    """
    return re.compile(rf"(?<!\S)(?:{'|'.join(alternatives)})")


def one_of(*alternatives: str, before: str = "", behind: str = "") -> str:
    """Alternatives that share what stands before or behind them, as a part of an expression."""
    return f"{before}(?:{'|'.join(alternatives)}){behind}"


def label_forms(label: str) -> frozenset[str]:
    """What a resume may write for a label, folded and without spaces: itself, and the other number
    of a common noun. Two labels that share a form cannot be told apart.

    >>> sorted(label_forms("recommendation-system"))
    ['recommendationsystem', 'recommendationsystems']
    >>> sorted(label_forms("Keras"))
    ['keras']
    """
    *words, last = re.split(r"[\s\-]+", label.strip())
    start = "".join(fold(word) for word in words)
    number = None if is_name(last) else other_number(fold(last))
    return frozenset(start + form for form in (fold(last), number) if form)


# Control characters (escape sequences begin with one), bidirectional marks and overrides,
# zero-width signs, and the tag characters that spell out words which nobody sees.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)


def defused(text: str) -> str:
    """Text of a resume with every character that could steer a terminal or a page turned into a
    space; as long as before, so that offsets into it still hold."""
    return _UNSAFE.sub(" ", text)


_SEPARATOR = re.compile(r"/|\\(?!x[0-9a-f]{2})")


def file_name(source: str) -> str:
    """The last part of a path, of whichever platform; `\\xff` in it is a byte of its name."""
    return _SEPARATOR.split(source)[-1]


STANDARD_INPUT = "standard input"


def source_name(source: str) -> str:
    """What people call where a document came from: its file's name, or "standard input"."""
    name = printable(file_name(source))
    return STANDARD_INPUT if name in ("", "-") else name


def printable(text: str) -> str:
    """The same in one line, without space to spare."""
    return " ".join(defused(text).split())
