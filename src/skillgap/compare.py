"""What changed from one resume to another: skills gained, lost, better or weaker shown; roles.

Two resumes show a skill equally well if it is shown or implied in both, by deeds in both or in
neither, and for as many months. Other evidence alone is no change.
"""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.models import (
    Change,
    Comparison,
    Form,
    GapReport,
    ProfileEntry,
    RoleChange,
    SkillChange,
    Taxonomy,
)


def compare(old: GapReport, new: GapReport, taxonomy: Taxonomy, roles: Sequence[str]) -> Comparison:
    """The changes of skills, and of the coverage of these roles (ids, in the order given)."""
    before = {entry.skill_id: entry for entry in old.profile.entries}
    after = {entry.skill_id: entry for entry in new.profile.entries}
    reasons = {item.skill_id: item.reason for item in new.profile.not_counted}
    changes = []
    for skill_id in taxonomy.skills:
        one, other = before.get(skill_id), after.get(skill_id)
        change = change_of(one, other)
        if change is not None:
            reason = reasons.get(skill_id) if other is None else None
            changes.append(SkillChange(skill_id, change, one, other, reason))
    was = {coverage.role_id: coverage.coverage for coverage in old.coverages}
    is_ = {coverage.role_id: coverage.coverage for coverage in new.coverages}
    return Comparison(
        tuple(changes), tuple(RoleChange(role_id, was[role_id], is_[role_id]) for role_id in roles)
    )


def change_of(old: ProfileEntry | None, new: ProfileEntry | None) -> Change | None:
    """What became of one skill; None if nothing that counts."""
    if old is None or new is None:
        return None if old is new else Change.LOST if new is None else Change.GAINED
    pairs = list(zip(strength(old), strength(new), strict=True))
    better, weaker = any(a < b for a, b in pairs), any(a > b for a, b in pairs)
    if better and weaker:
        return Change.MIXED
    return Change.BETTER if better else Change.WEAKER if weaker else None


def strength(entry: ProfileEntry) -> tuple[bool, bool, int]:
    """How well a skill is shown: by itself, by a deed, for how many months.

    What is only implied has the deeds and months of another skill, and none of its own.
    """
    if entry.implied:
        return False, False, 0
    return True, any(m.form is Form.DEED for m in entry.evidence), entry.months or 0
