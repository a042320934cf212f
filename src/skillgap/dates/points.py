"""One date in a text: a month, a day of one, a quarter, a season, a term, a school year, a year.

The months of resumes that are written in English by people of other languages are known, too:
"septembre 2019", "März 2021".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from skillgap.models import Month

# The months in English, German, French, Spanish, Dutch, Italian, Portuguese, Danish and Swedish.
# Behind a full stop: short forms that are English words without it.
_NAMES = (
    "january jan januar jänner januari janvier janv enero ene gennaio genn gen janeiro",
    "february feb febr februar februari février fevrier févr fév febrero febbraio febb fevereiro"
    " fev",
    "march mar mär märz maerz mrz maart mrt mars marzo março marco",
    "april apr avril avr abril abr aprile",
    "may mai mayo mei maggio magg mag maio maj",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto augustus augusti ago.",
    "september sept sep septembre septiembre setiembre settembre sett set. setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out.",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
_MONTHS = {
    name.rstrip("."): number for number, names in enumerate(_NAMES, 1) for name in names.split()
}
# Words before a year, with the first and last month that they mean; above 12 the next year's.
_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 12),
    "springs": (3, 5),
    "summers": (6, 8),
    "autumns": (9, 11),
    "winters": (12, 12),
    "easter": (4, 4),
    "christmas": (12, 12),
}
_TERMS = {
    "spring": (1, 5),
    "summer": (4, 9),
    "autumn": (9, 12),
    "fall": (9, 12),
    "winter": (10, 15),
    "michaelmas": (10, 12),
    "hilary": (1, 3),
    "lent": (1, 3),
    "trinity": (4, 6),
}
# Terms that are nothing else: "Michaelmas 2018".
_OLD_TERMS = r"(?:michaelmas|hilary|lent|trinity)"
_GERMAN_TERMS = {
    "ws": (10, 15),
    "wise": (10, 15),
    "wintersemester": (10, 15),
    "ss": (4, 9),
    "sose": (4, 9),
    "sommersemester": (4, 9),
}
# As some write months in Poland, Hungary and Italy: "IX 2021"; not "Algebra II 2021".
_ROMAN = {roman: at for at, roman in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_PARTS = {
    "early": (1, 4),
    "beginning": (1, 4),
    "start": (1, 4),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (9, 12),
    "end": (9, 12),
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NAME = rf"(?:{_any_of([name for names in _NAMES for name in names.split()])})\.?"
_SEASON = rf"(?:{_any_of(list(_SEASONS))})"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_SHORT = r"['’]\s?\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = rf"{_DAY}(?:st|nd|rd|th|er|\.|º)?"
_MM = r"(?:0?[1-9]|1[0-2])"
_OF = r"(?:(?:of|de|del|in)\s)?"
_NOW = r"(?:now|present|current|today|date)"
_PART = r"(?:early|mid|late|(?:the\s)?(?:end|beginning|start|middle)\sof)"
# A year somewhere in a line.
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Where a date may begin, so that the many forms are tried at few places.
_FIRST = sorted(
    {word[:3] for word in (*_MONTHS, *_SEASONS, *_TERMS, *_GERMAN_TERMS, *_PARTS, *_ORDINALS)}
)
_BEGINS = re.compile(
    rf"(?<![\w/.])(?=(?:19|20)\d\d|[0-3]?\d(?!\d)|['’]\s?\d|[1-4][qh]|[qh][1-4]|[af]y\s?['’]?\d|[ivx]{{1,4}}[./\s]\s?[12]|academic|school|the\s|{_any_of(_FIRST)})"
)


@dataclass(frozen=True, slots=True)
class Point:
    """One date: its place in the text, its first and its last month, and which form it has."""

    start: int
    end: int
    first: Month
    last: Month
    form: str

    @property
    def stands_alone(self) -> bool:
        """Whether it dates something by itself, as a month does. A year alone may name a
        graduation or a release, "3.2019" a version."""
        return self.form in ("named", "quarter", "term", "school", "slashed")


_NO_DIGIT = re.compile(r"\D")


def year_of(text: str) -> int:
    """Four digits, or two; those name a year of a working life, so above 50 the last century's."""
    short = int(_NO_DIGIT.sub("", text))
    return short if short > 99 else 1900 + short if short > 50 else 2000 + short


def months_of(name: str) -> tuple[int, int] | None:
    """The first and the last month that a month's or a season's name means."""
    name = name.rstrip(".")
    if name in _MONTHS:
        return _MONTHS[name], _MONTHS[name]
    return _SEASONS.get(name)


def _spread(year: int, months: tuple[int, int]) -> tuple[Month, Month]:
    first, last = months
    return Month(year, first), Month(year + (last > 12), (last - 1) % 12 + 1)


_Found = re.Match[str]


def _month(found: _Found) -> tuple[Month, Month]:
    return _spread(year_of(found["y"]), (int(found["m"]),) * 2)


def _named(found: _Found) -> tuple[Month, Month]:
    return _spread(year_of(found["y"]), months_of(found["name"]) or (1, 12))


def _term(found: _Found) -> tuple[Month, Month]:
    return _spread(year_of(found["y"]), (_TERMS | _GERMAN_TERMS)[found["term"]])


def _winter(found: _Found) -> tuple[Month, Month]:
    return _spread(year_of(found["y"]), (12, 14))


def _fiscal(found: _Found) -> tuple[Month, Month]:
    """A business year, taken as the year that it is called after; of "FY2019/20" the first."""
    year = year_of(found["y"])
    return _whole_year(year, year)


def _roman(found: _Found) -> tuple[Month, Month]:
    return _spread(year_of(found["y"]), (_ROMAN[found["roman"]],) * 2)


def _part(found: _Found) -> tuple[Month, Month]:
    word = found["part"].removeprefix("the ").split()[0]
    return _spread(year_of(found["y"]), _PARTS[word])


def _quarter(found: _Found) -> tuple[Month, Month]:
    words = found["q"].split()
    length = 6 if "h" in words[-1] else 3
    digit = re.search(r"\d", words[0])
    number = min(int(digit[0]) if digit else _ORDINALS[words[0]], 12 // length)
    return _spread(year_of(found["y"]), (length * (number - 1) + 1, length * number))


def _school(found: _Found) -> tuple[Month, Month]:
    """From September to August; years that are further apart are meant whole."""
    first, last = year_of(found["y"]), int(found["next"])
    last = last if last > 99 else first // 100 * 100 + last
    return (Month(first, 9), Month(last, 8)) if last == first + 1 else _whole_year(first, last)


def _whole(found: _Found) -> tuple[Month, Month]:
    year = year_of(found["y"])
    return _whole_year(year, year)


def _whole_year(first: int, last: int) -> tuple[Month, Month]:
    return Month(first, 1), Month(last, 12)


_NEXT = rf"(?P<y>{_YEAR})\s?[/–-]\s?(?P<next>(?:20)?\d\d)"
_NTH_PART = r"(?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th))\s(?:quarter|half)"
_Form = tuple[str, str, Callable[[_Found], tuple[Month, Month]]]
_NAMED: _Form = (  # "15 March 2020", "15-Mar-20", "end of March 2020", "mars de 2020", "Sept' 20"
    "named",
    rf"(?:{_PART}[\s-])?(?:{_NTH}[\s-])?(?P<name>{_NAME}|{_SEASON})"
    rf"(?:,?\s{{0,2}}{_OF}|\s?[-/]\s?)(?P<y>{_YEAR}|{_SHORT}|(?<=[-/])\d\d)",
    _named,
)
_NTH_QUARTER: _Form = (
    "quarter",
    rf"(?:the\s)?(?P<q>{_NTH_PART})\s{_OF}(?P<y>{_YEAR})",
    _quarter,
)
# Dates that begin with a word, and those that begin with a number: the first form that fits is
# meant.
_WORDED: tuple[_Form, ...] = (
    ("school", rf"(?:(?:academic|school)\s(?:years?|sessions?)\s|ay\s?):?\s?{_NEXT}", _school),
    (
        "term",
        rf"(?P<term>{_any_of(list(_TERMS))})\s(?:semester|term)\s{_OF}(?P<y>{_YEAR})"
        r"(?:\s?[/–-]\s?(?:20)?\d\d)?",
        _term,
    ),
    ("term", rf"(?P<term>{_OLD_TERMS})\s{_OF}(?P<y>{_YEAR}|{_SHORT})", _term),
    ("named", rf"winter\s{_OF}(?P<y>{_YEAR})\s?[/–-]\s?(?:20)?\d\d", _winter),
    ("year", rf"fy\s?['’]?(?P<y>{_YEAR}|\d\d)(?:/(?:20)?\d\d)?", _fiscal),
    (  # German universities'
        "short term",
        rf"(?P<term>{_any_of(list(_GERMAN_TERMS))})\s(?P<y>{_YEAR})(?:/(?:20)?\d\d)?",
        _term,
    ),
    _NAMED,
    ("named", rf"(?P<name>{_NAME})\s{_NTH}(?:,\s?|\s)(?P<y>{_YEAR})", _named),
    ("month", rf"(?<![^\W\d_] )(?P<roman>{_any_of(list(_ROMAN))})[. /] ?(?P<y>{_YEAR})", _roman),
    ("weak", rf"(?P<name>{_NAME})\s(?P<y>\d\d)(?!,?\s?\d|[.:%])", _named),
    ("quarter", rf"(?P<q>[qh][1-4])\s?[/-]?\s?{_OF}(?P<y>{_YEAR}|{_SHORT})", _quarter),
    _NTH_QUARTER,
    ("part", rf"(?P<part>{_PART})[\s-](?P<y>{_YEAR}|{_SHORT})", _part),
)
_NUMBERED: tuple[_Form, ...] = (
    _NAMED,
    ("weak", rf"(?P<y>{_YEAR})(?:[,.]?\s|[-/])(?P<name>{_NAME})(?!,?\s?['’]?\d)", _named),
    ("quarter", rf"(?P<y>{_YEAR})\s?[/-]?\s?(?P<q>[qh][1-4])", _quarter),
    (
        "quarter",
        rf"(?P<q>[1-4]q|[12]h)\s?[/-]?\s?{_OF}(?P<y>{_YEAR}|{_SHORT}|(?<=q)\d\d)",
        _quarter,
    ),
    _NTH_QUARTER,
    # a day, as 31/12/2021, 12/31/2021 or 2021-12-31
    ("day", rf"{_DAY}(?P<sign>[/.-])(?P<m>{_MM})(?P=sign)(?P<y>{_YEAR})", _month),
    ("day", rf"(?P<m>{_MM})/{_DAY}/(?P<y>{_YEAR})", _month),
    ("day", rf"(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-{_DAY}", _month),
    ("slashed", rf"(?P<m>{_MM})/(?P<y>{_YEAR})", _month),
    ("month", rf"(?P<m>{_MM})\s?[/.-]\s?(?P<y>{_YEAR})", _month),
    ("month", rf"(?P<y>{_YEAR})(?:-|\s?[/.]\s?)(?P<m>0[1-9]|1[0-2])(?![.-]\d)", _month),
    ("month", rf"(?P<y>{_YEAR})[/.](?P<m>[1-9])(?!\.?\d)", _month),
    ("month", r"(?P<m>0[1-9]|1[0-2])/(?P<y>\d\d)", _month),
    (  # only from one to another: "09-16 - 03-17", "03-16 - now"
        "month",
        rf"(?P<m>0[1-9]|1[0-2])-(?P<y>\d\d)(?=\s[–—-]\s(?:{_MM}-\d\d(?![\w-])|{_NOW}\b))",
        _month,
    ),
    ("month", r"(?<=\d\d-\d\d\s[–—-]\s)(?P<m>0[1-9]|1[0-2])-(?P<y>\d\d)(?!-)", _month),
    ("school", rf"(?P<y>{_YEAR})\s?/\s?(?P<next>(?:20)?\d\d)", _school),
    ("year", rf"(?P<y>{_YEAR})", _whole),
    ("short year", rf"(?P<y>{_SHORT})", _whole),
)
_PATTERNS = {form: re.compile(rf"{form}(?!\w|/\d)") for _, form, _ in (*_WORDED, *_NUMBERED)}
_BY_WORD, _BY_NUMBER = (
    tuple((name, _PATTERNS[form], reader) for name, form, reader in forms)
    for forms in (_WORDED, _NUMBERED)
)


def point_at(text: str, start: int) -> Point | None:
    """The date that begins at a place of a text in small letters."""
    for form, pattern, reader in _BY_WORD if text[start : start + 1].isalpha() else _BY_NUMBER:
        if found := pattern.match(text, start):
            first, last = reader(found)
            if first <= last:
                return Point(start, found.end(), first, last, form)
    return None


def find_points(text: str) -> Iterator[Point]:
    """The dates of a text in small letters, in order."""
    reached = 0
    for begins in _BEGINS.finditer(text):
        if begins.start() >= reached and (point := point_at(text, begins.start())):
            reached = point.end
            yield point
