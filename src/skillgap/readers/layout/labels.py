"""Labels in a narrow column before their text: dates before jobs, titles before sections.

They are read row by row, but a label of two lines is one, and a title stands over its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from skillgap.readers.layout.segments import Segment

# Lines of one label follow one another closer than this, in sizes of the font.
LABEL_STEP = 1.9
# A label is not over ("Mar 2021 –", "Awards and"), or its line goes on with the one before.
_OPEN = re.compile(r"(?:[-–—&,/]|\b(?:to|and|until|of))$", re.I)
_GOES_ON = re.compile(r"[-–—&/(]|(?:to|and|until|of|present|now|today)\b", re.I)
# Baselines of one row, in sizes of the font.
SAME_ROW = 0.5
# A label has at most so many letters.
LONGEST_LABEL = 40
# Titles of sections have so many lines of text each, on average; rows of a table have fewer.
LINES_OF_TITLED, LINES_OF_PLAIN = 2.0, 4.0
# Fewer labels are no column of them, more are no resume's (each is held against its text).
FEWEST, MOST = 2, 200
# What stands out from its text in size does so by this much.
LARGER = 1.1

# What a date says beside its numbers.
_DATE_WORDS = frozenset(
    """jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december spring summer autumn fall winter present now
    today current ongoing to since until from""".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_Label = list[Segment]


def labelled(
    segments: list[Segment], rows: Sequence[tuple[Sequence[Segment], Sequence[Segment]]]
) -> list[list[Segment]]:
    """`segments` with labels of several lines made one, and titles in parts of their own.

    `rows` are what stands left and right of each gutter that parts labels from their text.
    """
    beside = [(_beside(left, right), right) for left, right in rows]
    found = [(_merge(left, right), left, right) for left, right in beside]
    for merged, left, right in found:
        if len(merged) >= FEWEST and _are_titles(merged, right):
            return _titled(segments, left, right, merged)
    gone: set[int] = set()
    labels: list[Segment] = []
    for merged, left, _ in sorted(found, key=lambda item: -len(item[1]) - len(item[2])):
        own = {id(s) for s in left}
        if len(merged) >= FEWEST and not own & gone:
            gone |= own
            labels += merged
    kept = [s for s in segments if id(s) not in gone]
    return [sorted([*kept, *labels], key=lambda s: (s.y, s.x0))]


def _beside(left: Sequence[Segment], right: Sequence[Segment]) -> list[Segment]:
    """What of a left side stands beside the right one; a date may begin a little higher."""
    top = right[0].top
    if are_only_dates(left):
        top -= LABEL_STEP * right[0].size
    return [s for s in left if s.bottom > top]


def _titled(
    segments: list[Segment],
    left: Sequence[Segment],
    right: Sequence[Segment],
    titles: Sequence[Segment],
) -> list[list[Segment]]:
    """What is above, each title with its text in two parts, what is below."""
    inside = {id(s) for s in (*left, *right)}
    first = min(titles[0].y, right[0].y)
    parts = [[s for s in segments if id(s) not in inside and s.y <= first]]
    parts.append([s for s in right if s.y < titles[0].y - SAME_ROW * titles[0].size])
    for at, title in enumerate(titles):
        low = title.y - SAME_ROW * title.size
        high = float("inf")
        if at + 1 < len(titles):
            high = titles[at + 1].y - SAME_ROW * titles[at + 1].size
        parts += [[title], [s for s in right if low <= s.y < high]]
    parts.append([s for s in segments if id(s) not in inside and s.y > first])
    return [part for part in parts if part]


def _merge(left: Sequence[Segment], right: Sequence[Segment]) -> list[Segment]:
    """The labels of the left side, each in one; none where it holds more than labels."""
    return [_merged(label) for label in _labels(left, right)]


def _labels(left: Sequence[Segment], right: Sequence[Segment]) -> list[_Label]:
    """The labels line by line; none where the left side is more than labels."""
    labels = lines_of_labels(left)
    if len(labels) > MOST:
        return []
    dates = are_only_dates(left)
    for label in labels:
        level = dates or any(abs(label[0].y - s.y) <= SAME_ROW * s.size for s in right)
        if not level or sum(len(s.text) for s in label) > LONGEST_LABEL:
            return []
    return labels


def are_only_dates(side: Sequence[Segment]) -> bool:
    """Whether a side holds dates and nothing else: those of what stands beside it, though a title
    in larger type may begin a little lower."""
    return (
        sum(bool(_YEAR.search(s.text)) for s in side) >= FEWEST
        and max(len(s.text) for s in side) <= LONGEST_LABEL
        and all(_DATE_WORDS.issuperset(_WORD.findall(s.text.lower())) for s in side)
    )


def lines_of_labels(left: Sequence[Segment]) -> list[list[Segment]]:
    """The lines of a left side, those of one label together."""
    labels: list[_Label] = []
    for segment in left:
        last = labels[-1][-1] if labels else None
        if last is not None and _goes_on(last, segment):
            labels[-1].append(segment)
        else:
            labels.append([segment])
    return labels


def _goes_on(last: Segment, segment: Segment) -> bool:
    near = segment.y - last.y < LABEL_STEP * segment.size
    return near and bool(_OPEN.search(last.text) or _GOES_ON.match(segment.text))


def _merged(label: _Label) -> Segment:
    return replace(
        label[0],
        text=" ".join(segment.text for segment in label),
        x0=min(segment.x0 for segment in label),
        x1=max(segment.x1 for segment in label),
    )


def _are_titles(labels: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether labels are the titles of sections, and not of rows: several lines stand by each."""
    if any(any(map(str.isdigit, label.text)) or not label.text[0].isupper() for label in labels):
        return False
    lines = len({round(s.y) for s in right}) / len(labels)
    size = median(s.size for s in right)
    plain = sum(s.bold for s in right) < 0.5 * len(right)
    stands_out = all(
        (label.bold and plain) or label.caps or label.text.isupper() or label.size > LARGER * size
        for label in labels
    )
    return lines >= (LINES_OF_TITLED if stands_out else LINES_OF_PLAIN)
