"""Reports of skillgap, which lie among resumes and name every skill: no resumes."""

from __future__ import annotations

import re

from skillgap.errors import UnreadableError

_SEARCHED = 2_048  # characters; a file says at its head what made it
_HEAD = re.compile(
    r'<meta name="generator" content="skillgap |\A# (?:Skill-gap report: |Candidates by role\n)'
    r'|"generator":\s*\{\s*"name":\s*"skillgap"'
)
# Every report says so at its end, also one that was printed or copied; nobody says so of himself.
_SENTENCE = "This report informs and decides nothing. It knows only what the resume says"
_END = re.compile(r"\s+".join(map(re.escape, _SENTENCE.split())))


def check_no_report(text: str, source: str) -> None:
    """Raise UnreadableError (`format`) for the text of a file that is a report in HTML,
    Markdown or JSON."""
    if _HEAD.search(text[:_SEARCHED]):
        raise _own(source)


def check_no_printed_report(text: str, source: str) -> None:
    """The same for a text that was read, whatever its format."""
    if _END.search(text):
        raise _own(source)


def _own(source: str) -> UnreadableError:
    return UnreadableError(
        f"{source} is a report of skillgap, not a resume.",
        mend="Name the resume that it was made from.",
        code="format",
    )
