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
# The lines of two dates, one under the other, are as close as this.
PAIR_STEP = 1.5
# And the next two so much farther.
PAIRS_APART = 1.3
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
    if len(labels) > MOST or _are_cells(left):
        return []
    dates = are_only_dates(left)
    size = median(s.size for s in left) if left else 0.0
    for label in labels:
        level = dates or any(abs(label[0].y - s.y) <= SAME_ROW * s.size for s in right)
        level = level or (len(label) == 1 and _is_heading(label[0], size))
        if not level or sum(len(s.text) for s in label) > LONGEST_LABEL:
            return []
    return labels


def _are_cells(left: Sequence[Segment]) -> bool:
    """Whether texts of a left side stand beside each other."""
    return any(abs(a.y - b.y) <= SAME_ROW * b.size and b.x0 > a.x1 for a, b in zip(left, left[1:]))


def _is_heading(label: Segment, size: float) -> bool:
    """Whether a section's heading stands over labels: it is short, and looks unlike them."""
    if any(map(str.isdigit, label.text)) or not label.text[:1].isupper():
        return False
    return label.size > LARGER * size or label.bold or label.caps or label.text.isupper()


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
    if pairs := _pairs(left):
        return pairs
    labels: list[_Label] = []
    for segment in left:
        last = labels[-1][-1] if labels else None
        if last is not None and _goes_on(last, segment):
            labels[-1].append(segment)
        else:
            labels.append([segment])
    return labels


def _pairs(left: Sequence[Segment]) -> list[list[Segment]]:
    """Labels that are all two dates, one under the other: "2021", "2018". None where one of them
    is not, or where the next pair is no farther off."""
    labels: list[_Label] = []
    steps, gaps = [0.0], [float("inf")]
    for segment in left:
        last = labels[-1][-1] if labels else None
        step = segment.y - last.y if last is not None else 0.0
        if last is not None and _is_date(last) and _is_date(segment):
            if len(labels[-1]) == 1 and SAME_ROW * segment.size < step < PAIR_STEP * segment.size:
                labels[-1].append(segment)
                steps.append(step)
                continue
            gaps.append(step)
        labels.append([segment])
    dated = [label for label in labels if _is_date(label[0])]
    paired = len(dated) >= FEWEST and all(len(label) == 2 for label in dated)
    return labels if paired and min(gaps) > PAIRS_APART * max(steps) else []


def _is_date(segment: Segment) -> bool:
    """Whether a text is one date, or "now"."""
    words = _WORD.findall(segment.text.lower())
    one = len(_YEAR.findall(segment.text)) == 1 or words in (["now"], ["present"], ["today"])
    return one and _DATE_WORDS.issuperset(words) and not _OPEN.search(segment.text)


def _goes_on(last: Segment, segment: Segment) -> bool:
    near = SAME_ROW * segment.size < segment.y - last.y < LABEL_STEP * segment.size
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
