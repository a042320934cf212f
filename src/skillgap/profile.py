"""STEP 4: gather mentions into a profile: what the resume shows, what that implies, what did not
count."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from skillgap.dates import last_month, months_covered
from skillgap.models import (
    Entry,
    Mention,
    Month,
    NotCounted,
    ProfileEntry,
    SkillProfile,
    Stated,
    Status,
    Taxonomy,
)


def build_profile(
    mentions: tuple[Mention, ...],
    entries: tuple[Entry, ...],
    taxonomy: Taxonomy,
    as_of: Month,
    stated: tuple[Stated, ...] = (),
) -> SkillProfile:
    """Entries in taxonomy order. One claimed mention outweighs any number of uncounted ones.

    Months are those of the dated entries whose text shows the skill, overlaps counted once; None
    where the skill stands in no dated entry (a skills section says nothing about time).
    """
    claimed: dict[str, list[Mention]] = {}
    uncounted: dict[str, list[Mention]] = {}
    for mention in mentions:
        group = claimed if mention.status is Status.CLAIMED else uncounted
        group.setdefault(mention.skill_id, []).append(mention)
    lengths = {item.skill_id: item for item in stated}
    found = {
        skill_id: _entry(skill_id, tuple(evidence), entries, as_of, lengths.get(skill_id))
        for skill_id, evidence in claimed.items()
    }
    found |= _implied(found, taxonomy)
    return SkillProfile(
        entries=tuple(found[skill_id] for skill_id in taxonomy.skills if skill_id in found),
        not_counted=tuple(
            NotCounted(skill_id, uncounted[skill_id][0].status, tuple(uncounted[skill_id]))
            for skill_id in taxonomy.skills
            if skill_id in uncounted and skill_id not in claimed
        ),
    )


def supposing(profile: SkillProfile, skills: Sequence[str], taxonomy: Taxonomy) -> SkillProfile:
    """The profile if it also showed these skills: without evidence, with all that they imply."""
    found = {entry.skill_id: entry for entry in profile.entries if not entry.implied}
    for skill_id in skills:
        found.setdefault(skill_id, ProfileEntry(skill_id, False, ()))
    found |= _implied(found, taxonomy)
    return SkillProfile(
        entries=tuple(found[skill_id] for skill_id in taxonomy.skills if skill_id in found),
        not_counted=tuple(item for item in profile.not_counted if item.skill_id not in skills),
    )


def _entry(
    skill_id: str,
    evidence: tuple[Mention, ...],
    entries: tuple[Entry, ...],
    as_of: Month,
    stated: Stated | None,
) -> ProfileEntry:
    ranges = [entry.dates for entry in dated_entries(evidence, entries, as_of)]
    return ProfileEntry(
        skill_id=skill_id,
        implied=False,
        evidence=evidence,
        months=months_covered(ranges, as_of) if ranges else None,
        last_used=last_month(ranges, as_of),
        stated=stated,
    )


def dated_entries(
    evidence: tuple[Mention, ...], entries: tuple[Entry, ...], as_of: Month
) -> tuple[Entry, ...]:
    """The entries in which evidence stands: a part of a job rather than the whole. Those that
    begin after `as_of` say nothing yet."""
    begun = [entry for entry in entries if entry.dates.start <= as_of]
    lengths = [entry.span.end - entry.span.start for entry in begun]
    found: set[int] = set()
    for mention in evidence:
        around = [at for at, entry in enumerate(begun) if mention.span.start in entry.span]
        least = min((lengths[at] for at in around), default=0)
        found.update(at for at in around if lengths[at] == least)
    return tuple(entry for at, entry in enumerate(begun) if at in found)


def _implied(found: dict[str, ProfileEntry], taxonomy: Taxonomy) -> dict[str, ProfileEntry]:
    """Broader skills of the claimed ones, breadth first, so that the shortest chain is shown.

    `via` runs from the claimed skill to the last one before the implied skill; the evidence is
    the claimed skill's. Among chains of equal length the one from the skill with most evidence
    wins, then the taxonomy's order.
    """
    implied: dict[str, ProfileEntry] = {}
    roots = sorted(
        (skill_id for skill_id in taxonomy.skills if skill_id in found),
        key=lambda skill_id: -len(found[skill_id].evidence),
    )
    queue: deque[tuple[str, tuple[str, ...]]] = deque((root, (root,)) for root in roots)
    while queue:
        skill_id, via = queue.popleft()
        for broader in taxonomy.skills[skill_id].broader:
            if broader in found or broader in implied:
                continue
            root = found[via[0]]
            implied[broader] = ProfileEntry(
                broader, True, root.evidence, via, root.months, root.last_used
            )
            queue.append((broader, (*via, broader)))
    return implied
