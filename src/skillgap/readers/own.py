"""Reports of skillgap, which lie among resumes and name every skill: no resumes."""

from __future__ import annotations

import re

from skillgap.errors import UnreadableError

_SEARCHED = 2_048  # characters; a report says at its head what made it
_REPORT = re.compile(
    r'<meta name="generator" content="skillgap |\A# (?:Skill-gap report: |Candidates by role\n)'
)


def check_no_report(text: str, source: str) -> None:
    """Raise UnreadableError (`format`) for a report in HTML or Markdown."""
    if _REPORT.search(text[:_SEARCHED]):
        raise UnreadableError(
            f"{source} is a report of skillgap, not a resume.",
            mend="Name the resume that it was made from.",
            code="format",
        )
