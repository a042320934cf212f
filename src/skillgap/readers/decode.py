"""Bytes -> text: UTF-8, UTF-16 and UTF-32 by their marks, else Windows-1252."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# UTF-32's mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
# Text has next to none of these; a compressed or compiled file has one in ten.
_MOST_CONTROLS = 0.01
# Western text has so many letters with accents at the most; more is another alphabet, misread.
_MOST_ACCENTS = 0.3
# In UTF-16, every other byte of English is zero.
_ZEROS = 0.3
# Text in UTF-8 with a flaw: broken characters for each good one beyond ASCII.
_FLAWS = 0.1
# So many characters show what the rest is like.
_SAMPLE = 500_000
# UTF-8 that some program before took for Windows-1252 or Latin-1: "â€¢" was a bullet.
_TWICE = re.compile("[\xc2-\xf4][\x80-\xbf\u0152-\u02dc\u2013-\u203a\u20ac\u2122]{1,3}")
# So many of them, and nearly all of what is beyond ASCII, are no chance.
_FEWEST_TWICE, _MOST_TWICE = 3, 0.5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how sure its encoding is: `guessed` without a mark, `doubtful` if it looks off."""

    text: str
    encoding: str
    guessed: bool = False
    doubtful: bool = False


def decode(data: bytes) -> Decoded | None:
    """The text of `data`, or None if it is no text."""
    decoded = _decode(data)
    if decoded is None or not decoded.text:
        return decoded
    sample = decoded.text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    return None if controls > _MOST_CONTROLS * len(sample) else decoded


def _decode(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding)
    if zeros := data.count(0):
        return _decode_wide(data) if zeros > _ZEROS * len(data) else None
    try:
        return Decoded(_mended(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    flawed = data.decode("utf-8", "replace")
    beyond = sum(1 for letter in flawed[:_SAMPLE] if letter > "\x7f")
    if flawed[:_SAMPLE].count("\ufffd") <= _FLAWS * beyond:
        return Decoded(flawed, "utf-8", guessed=True, doubtful=True)
    # A byte without a meaning in Windows-1252 comes out as U+FFFD.
    text = data.decode("cp1252", "replace")
    sample = text[:_SAMPLE]
    letters = sum(1 for letter in sample if letter.isalpha())
    accents = sum(1 for letter in sample if letter > "\x7f" and letter.isalpha())
    doubtful = accents > _MOST_ACCENTS * letters
    return Decoded(text, "windows-1252", guessed=True, doubtful=doubtful)


def _mended(text: str) -> str:
    """A text that was encoded twice, as it was meant. Others as they are."""
    runs = _TWICE.findall(text[:_SAMPLE])
    if len(runs) < _FEWEST_TWICE:
        return text
    beyond = sum(1 for letter in text[:_SAMPLE] if letter > "\x7f")
    if sum(map(len, runs)) < _MOST_TWICE * beyond:
        return text
    return _TWICE.sub(lambda run: _once(run[0]), text)


def _once(run: str) -> str:
    """What a run of characters was before it was encoded a second time; itself if that is none."""
    try:
        return b"".join(
            letter.encode("latin-1" if letter < "\u0100" else "cp1252") for letter in run
        ).decode("utf-8")
    except UnicodeError:
        return run


def _decode_wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, told by where the zeros stand."""
    low, high = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if high > low else "utf-16-be"
    if min(low, high) > _MOST_CONTROLS * len(data):
        return None
    return Decoded(data.decode(encoding, "replace"), encoding, guessed=True)
