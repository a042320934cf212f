"""One of several: "Python, R or Scala", "one of AWS, Azure", "frameworks such as PyTorch"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.models import Mention, Taxonomy

_LEAD = re.compile(r"\b(?:(?:at least )?one of|any of|either|one or more of)\W*(?:\w+ )?$", re.I)
_EXAMPLES = re.compile(
    r"^[\w\s]{0,24}?[,(\s]*(?:such as|e\.g\.|eg|like|for example|for instance)"
    r"[,:\s]*(?:an? |the )?$",
    re.I,
)
_BRACKET = re.compile(r"^\s*[A-Za-z]{0,12}\s*\(\s*$")
_LANGUAGE = "language"  # the kind of a skill that is asked for beside its examples
_FILLER = r"(?:an? |the |other |experience (?:with|in) |knowledge of )?"
_NAME = r"[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*)?"
_JOINTS = (
    ("or", re.compile(rf"^[\s,]*(?:and/or|or)\s+{_FILLER}$", re.I)),
    ("and", re.compile(rf"^[\s,]*(?:and|&|as well as|plus)\s+{_FILLER}$", re.I)),
    ("slash", re.compile(r"^\s*/\s*$")),
    ("comma", re.compile(rf"^\s*,\s*{_FILLER}$", re.I)),
    # A name between them that the taxonomy does not know: "Snowflake, Firebolt or BigQuery".
    ("or", re.compile(rf"^\s*,\s*{_NAME},?\s+(?:and/or|or)\s+{_FILLER}$")),
    ("comma", re.compile(rf"^\s*,\s*{_NAME},\s*{_FILLER}$")),
)
# "Python or SAS (R is also fine)"
_ALSO = re.compile(r"^\s*[(,;–—-]\s*(?:but |or |and )?$")
_FINE = re.compile(r"^ (?:is|are|would be|works?) (?:also |equally |just )?(?:fine|okay|ok|too)\b")
# One more alternative that the taxonomy does not know: "Terraform, Pulumi or similar".
_OR_MORE = re.compile(r"^,?\s+(?:and/or|or)\s+\w")


def group(text: str, mentions: Sequence[Mention], taxonomy: Taxonomy) -> list[list[Mention]]:
    """The mentions of one statement in groups: any one of a group does; most hold a single one.

    In a group of examples the first is what they are examples of.
    """
    groups: list[list[Mention]] = []
    for run in _runs(text, mentions):
        before = text[max(run[0].span.start - 40, 0) : run[0].span.start]
        last = groups[-1][-1] if groups else None
        between = text[last.span.end : run[0].span.start] if last else ""
        named = (
            _EXAMPLES.match(between)
            or (_BRACKET.match(between) and any(_is_narrower(m, last, taxonomy) for m in run))
            if last
            else None
        )
        behind = text[run[-1].span.end : run[-1].span.end + 30]
        if last and _ALSO.match(between) and _FINE.match(behind):
            groups[-1] += run
        elif named and last and _is_part_of(run, last, taxonomy):
            # "Python (pandas, NumPy)" and "Python libraries such as pandas" ask for Python, too.
            groups += [run] if _EXAMPLES.match(between) else _split(text, run, taxonomy)
        elif named and len(groups[-1]) == 1:
            groups[-1] += run
        elif _LEAD.search(before) or re.search(_EXAMPLES.pattern[1:], before, re.I):
            groups.append(run)
        else:
            groups += _split(text, run, taxonomy)
    return groups


def _is_part_of(run: Sequence[Mention], last: Mention, taxonomy: Taxonomy) -> bool:
    """Whether what is named is used with the skill before, and is no kind of it."""
    kinds = {taxonomy.skills[mention.skill_id].kind for mention in run}
    return taxonomy.skills[last.skill_id].kind == _LANGUAGE and _LANGUAGE not in kinds


def _runs(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions with nothing but joints between them."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and _joint(text, runs[-1][-1], mention):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def _joint(text: str, one: Mention, other: Mention) -> str:
    between = text[one.span.end : other.span.start]
    return next((name for name, joint in _JOINTS if joint.match(between)), "")


def _split(text: str, run: list[Mention], taxonomy: Taxonomy) -> list[list[Mention]]:
    """A run cut at its "and"s; what is left with an "or" is a group up to the item behind it."""
    groups: list[list[Mention]] = []
    items, joints = [run[0]], ["start"]
    more = bool(_OR_MORE.match(text[run[-1].span.end : run[-1].span.end + 20]))
    for one, other in zip(run, run[1:]):
        joint = _joint(text, one, other)
        if joint == "slash":
            joint = "or" if _are_siblings(one, other, taxonomy) else "and"
        if joint == "and" or (joint == "comma" and joints[-1] == "or"):
            groups += _grouped(items, joints)
            items, joints = [], ["start"]
        items.append(other)
        joints.append(joint)
    return groups + _grouped(items, [*joints, "or"] if more else joints)


def _grouped(items: list[Mention], joints: list[str]) -> list[list[Mention]]:
    return [items] if "or" in joints else [[item] for item in items]


def _is_narrower(one: Mention, other: Mention | None, taxonomy: Taxonomy) -> bool:
    """Whether the first skill is a kind of the second, or another name of it."""
    if other is not None and one.skill_id == other.skill_id:
        return True
    open_, seen = [one.skill_id], {one.skill_id}
    while open_ and other is not None:
        broader = set(taxonomy.skills[open_.pop()].broader) - seen
        if other.skill_id in broader:
            return True
        seen |= broader
        open_ += broader
    return False


def _are_siblings(one: Mention, other: Mention, taxonomy: Taxonomy) -> bool:
    """Whether two skills are kinds of the same thing: AWS and Azure, PyTorch and TensorFlow."""
    broader = set(taxonomy.skills[one.skill_id].broader)
    return not broader.isdisjoint(taxonomy.skills[other.skill_id].broader)
