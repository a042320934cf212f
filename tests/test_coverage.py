"""Coverage: the example worked by hand, and what must hold for every taxonomy and resume."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.coverage import (
    CREDITS,
    NEAR_COVERED,
    NEAR_FIT,
    WEIGHTS,
    count_of,
    cover_role,
    cover_roles,
    gaps_of,
    rarity_of,
)
from skillgap.models import (
    Coverage,
    Importance,
    MatchStatus,
    Mention,
    Method,
    Month,
    Origin,
    ProfileEntry,
    Requirement,
    Role,
    SectionKind,
    Skill,
    SkillProfile,
    Source,
    Span,
    Status,
    Taxonomy,
)
from skillgap.profile import build_profile

SOURCE = Source("d1", "Heading", "phrase")
ESSENTIAL, OPTIONAL = Importance.ESSENTIAL, Importance.OPTIONAL
COMMON = "s0"  # the skill that every role of a random taxonomy asks for


def skill(skill_id: str, *broader: str) -> Skill:
    return Skill(skill_id, skill_id, "kind", Origin.DOCUMENT, broader=broader, provenance=(SOURCE,))


def role(role_id: str, **requirements: Importance) -> Role:
    asked = tuple(Requirement(s.replace("_", "-"), i, (SOURCE,)) for s, i in requirements.items())
    return Role(role_id, role_id, "kind", (SOURCE,), requirements=asked)


def taxonomy_of(skills: list[Skill], roles: list[Role]) -> Taxonomy:
    return Taxonomy("test", "1", "0" * 64, (), {s.id: s for s in skills}, {r.id: r for r in roles})


def profile_of(taxonomy: Taxonomy, *shown: str) -> SkillProfile:
    """The profile of a resume that claims these skills; what they imply follows."""
    mentions = tuple(
        Mention(s, Span(at, at + 1), s, SectionKind.WORK, Method.PREFERRED, 1.0, Status.CLAIMED, s)
        for at, s in enumerate(shown)
    )
    return build_profile(mentions, (), taxonomy, Month(2026, 11))


def by_role(taxonomy: Taxonomy, *shown: str) -> dict[str, Coverage]:
    return {c.role_id: c for c in cover_roles(profile_of(taxonomy, *shown), taxonomy)}


def test_the_example_worked_by_hand() -> None:
    """Python and deep learning are essential, user research optional; Python and PyTorch shown."""
    taxonomy = taxonomy_of(
        [skill("python"), skill("deep-learning"), skill("pytorch", "deep-learning"),
         skill("user-research")],
        [role("example", python=ESSENTIAL, deep_learning=ESSENTIAL, user_research=OPTIONAL)],
    )  # fmt: skip
    found = by_role(taxonomy, "python", "pytorch")["example"]
    assert found.coverage == pytest.approx(3 / 5)
    assert [m.status.value for m in found.matches] == ["covered", "implied", "missing"]
    assert count_of(found, ESSENTIAL) == (1, 1, 2)
    assert count_of(found, OPTIONAL) == (0, 0, 1)
    assert [m.requirement.skill_id for m in gaps_of(found)] == ["user-research"]
    # Three skills that one role of one asks for: rarity ln(1 + 1/1) each.
    rarity = 0.6931471805599453
    assert found.fit == pytest.approx((2 * 1 + 2 * 0.5) * rarity / (5 * rarity + 10))


def test_the_constants_keep_their_order() -> None:
    assert WEIGHTS[ESSENTIAL] > WEIGHTS[OPTIONAL] > 0
    credits = [CREDITS[s] for s in (MatchStatus.COVERED, MatchStatus.IMPLIED, MatchStatus.MISSING)]
    assert credits[0] == 1
    assert credits == sorted(credits, reverse=True)
    assert credits[2] == 0


def test_gaps_come_by_importance_then_by_documents() -> None:
    other = Source("d2", "Heading", "phrase")
    asked = (
        Requirement("a", OPTIONAL, (SOURCE, other)),
        Requirement("b", ESSENTIAL, (SOURCE,)),
        Requirement("c", ESSENTIAL, (SOURCE, other)),
        Requirement("d", ESSENTIAL, (SOURCE, SOURCE)),  # twice in one document is once
    )
    one = replace(role("r"), requirements=asked)
    taxonomy = taxonomy_of([skill(s) for s in "abcd"], [one])
    gaps = gaps_of(by_role(taxonomy)["r"])
    assert [gap.requirement.skill_id for gap in gaps] == ["c", "b", "d", "a"]


def test_a_role_without_requirements() -> None:
    taxonomy = taxonomy_of([skill("a")], [role("named-only")])
    found = by_role(taxonomy, "a")["named-only"]
    assert (found.coverage, found.fit, found.near, found.matches) == (0, 0, False, ())


def test_a_common_skill_tells_less_than_a_rare_one() -> None:
    roles = [role(f"r{n}", common=ESSENTIAL, **{f"own{n}": ESSENTIAL}) for n in range(10)]
    taxonomy = taxonomy_of([skill("common"), *(skill(f"own{n}") for n in range(10))], roles)
    rarity = rarity_of(taxonomy)
    assert rarity["common"] < rarity["own3"]
    common, rare = by_role(taxonomy, "common")["r3"], by_role(taxonomy, "own3")["r3"]
    assert common.coverage == rare.coverage == 0.5
    assert common.fit < rare.fit


# Properties on random taxonomies and resumes


@st.composite
def taxonomies(draw: st.DrawFn) -> Taxonomy:
    """Up to 12 skills, each broader only towards lower numbers (no cycles), up to 8 roles."""
    count = draw(st.integers(2, 12))
    ids = [f"s{n}" for n in range(count)]
    skills = [
        skill(
            ids[n], *draw(st.lists(st.sampled_from(ids[:n]), unique=True, max_size=2)) if n else ()
        )
        for n in range(count)
    ]
    importances = st.sampled_from(Importance)
    roles = [
        replace(
            role(f"r{n}"),
            requirements=tuple(
                Requirement(asked, draw(importances), (SOURCE,))
                for asked in draw(st.lists(st.sampled_from(ids), unique=True, max_size=8))
            ),
        )
        for n in range(draw(st.integers(1, 8)))
    ]
    return taxonomy_of(skills, roles)


@st.composite
def resumes(draw: st.DrawFn) -> tuple[Taxonomy, list[str]]:
    taxonomy = draw(taxonomies())
    return taxonomy, draw(st.lists(st.sampled_from(list(taxonomy.skills)), unique=True))


@given(taxonomies())
def test_no_evidence_gives_nothing(taxonomy: Taxonomy) -> None:
    for coverage in by_role(taxonomy).values():
        assert coverage.coverage == coverage.fit == 0
        assert not coverage.near
        assert len(gaps_of(coverage)) == len(coverage.matches)


@given(resumes())
def test_both_numbers_lie_between_0_and_1(resume: tuple[Taxonomy, list[str]]) -> None:
    taxonomy, shown = resume
    for coverage in by_role(taxonomy, *shown).values():
        assert 0 <= coverage.coverage <= 1
        assert 0 <= coverage.fit < 1, "the prior leaves room for what is not documented"
        assert coverage.fit <= 1


@given(taxonomies())
def test_everything_shown_is_full_coverage(taxonomy: Taxonomy) -> None:
    for coverage in by_role(taxonomy, *taxonomy.skills).values():
        assert coverage.coverage == (1 if coverage.matches else 0)
        assert gaps_of(coverage) == ()


@given(resumes(), st.data())
def test_adding_evidence_never_lowers_anything(
    resume: tuple[Taxonomy, list[str]], data: st.DataObject
) -> None:
    taxonomy, shown = resume
    more = data.draw(st.sampled_from(list(taxonomy.skills)))
    before, after = by_role(taxonomy, *shown), by_role(taxonomy, *shown, more)
    for role_id, coverage in before.items():
        assert after[role_id].coverage >= coverage.coverage
        assert after[role_id].fit >= coverage.fit
        assert after[role_id].near >= coverage.near
        assert len(gaps_of(after[role_id])) <= len(gaps_of(coverage))


@given(resumes())
def test_implied_earns_less_than_claimed(resume: tuple[Taxonomy, list[str]]) -> None:
    """Claim what was implied: each role that asks for it gains."""
    taxonomy, shown = resume
    profile = profile_of(taxonomy, *shown)
    rarity = rarity_of(taxonomy)
    for entry in profile.entries:
        if not entry.implied:
            continue
        claimed = tuple(
            replace(e, implied=False, via=()) if e is entry else e for e in profile.entries
        )
        for one in taxonomy.roles.values():
            implied = cover_role(profile, one, rarity)
            direct = cover_role(SkillProfile(claimed, ()), one, rarity)
            if any(r.skill_id == entry.skill_id for r in one.requirements):
                assert 0 < implied.coverage < direct.coverage
                assert implied.fit < direct.fit
            else:
                assert implied == direct


@given(resumes())
def test_essential_counts_more_than_optional(resume: tuple[Taxonomy, list[str]]) -> None:
    """Make one covered requirement essential that was optional: coverage never falls, and rises
    wherever something else is missing."""
    taxonomy, shown = resume
    profile, rarity = profile_of(taxonomy, *shown), rarity_of(taxonomy)
    for one in taxonomy.roles.values():
        optional = cover_role(profile, one, rarity)
        for match in optional.matches:
            if match.requirement.importance is ESSENTIAL or match.status is not MatchStatus.COVERED:
                continue
            promoted = replace(match.requirement, importance=ESSENTIAL)
            asked = tuple(promoted if r == match.requirement else r for r in one.requirements)
            essential = cover_role(profile, replace(one, requirements=asked), rarity)
            assert essential.fit > optional.fit
            if optional.coverage < 1:
                assert essential.coverage > optional.coverage


@given(st.integers(2, 12), st.integers(6, 20), st.data())
def test_a_thin_role_never_beats_a_well_covered_one(
    others: int, asked: int, data: st.DataObject
) -> None:
    """One requirement that every role has, shown, is no match for half of a documented role."""
    own = [f"own{n}" for n in range(asked)]
    rich = role("rich", s0=ESSENTIAL, **dict.fromkeys(own, ESSENTIAL))
    thin = role("thin", s0=ESSENTIAL)
    fillers = [role(f"r{n}", s0=ESSENTIAL, **{f"f{n}": ESSENTIAL}) for n in range(others)]
    skills = [skill(COMMON), *map(skill, own), *(skill(f"f{n}") for n in range(others))]
    roles = data.draw(st.permutations([rich, thin, *fillers]))
    taxonomy = taxonomy_of(skills, roles)
    shown = data.draw(st.permutations(own))[: (asked + 1) // 2]
    ranking = cover_roles(profile_of(taxonomy, COMMON, *shown), taxonomy)
    assert ranking[0].role_id == "rich"
    assert by_role(taxonomy, COMMON, *shown)["thin"].coverage == 1, "and yet it is fully covered"
    assert not by_role(taxonomy, COMMON, *shown)["thin"].near


@given(resumes())
def test_the_order_is_by_fit_and_stable(resume: tuple[Taxonomy, list[str]]) -> None:
    taxonomy, shown = resume
    ranking = cover_roles(profile_of(taxonomy, *shown), taxonomy)
    assert [c.fit for c in ranking] == sorted((c.fit for c in ranking), reverse=True)
    order = list(taxonomy.roles)
    for one, other in zip(ranking, ranking[1:], strict=False):
        assert one.fit > other.fit or order.index(one.role_id) < order.index(other.role_id)


@given(resumes())
def test_near_needs_both_fit_and_evidence(resume: tuple[Taxonomy, list[str]]) -> None:
    taxonomy, shown = resume
    for coverage in by_role(taxonomy, *shown).values():
        shown_of_it = sum(m.status is not MatchStatus.MISSING for m in coverage.matches)
        assert coverage.near == (coverage.fit >= NEAR_FIT and shown_of_it >= NEAR_COVERED)


@given(resumes(), st.data())
def test_no_role_is_near_without_an_anchor(
    resume: tuple[Taxonomy, list[str]], data: st.DataObject
) -> None:
    """An anchor decides about nearness alone, and an implied one is enough."""
    taxonomy, shown = resume
    anchors = tuple(data.draw(st.lists(st.sampled_from(list(taxonomy.skills)), max_size=3)))
    anchored = replace(taxonomy, anchors=anchors)
    found = {entry.skill_id for entry in profile_of(taxonomy, *shown).entries}
    free, bound = by_role(taxonomy, *shown), by_role(anchored, *shown)
    for role_id, coverage in bound.items():
        assert replace(coverage, near=free[role_id].near) == free[role_id]
        assert coverage.near == (free[role_id].near and (not anchors or bool(found & {*anchors})))


@given(resumes())
def test_implication_follows_broader_and_nothing_else(
    resume: tuple[Taxonomy, list[str]],
) -> None:
    taxonomy, shown = resume
    entries: dict[str, ProfileEntry] = {
        entry.skill_id: entry for entry in profile_of(taxonomy, *shown).entries
    }
    reachable, left = set(shown), list(shown)
    while left:
        for broader in taxonomy.skills[left.pop()].broader:
            if broader not in reachable:
                reachable.add(broader)
                left.append(broader)
    assert set(entries) == reachable
    for entry in entries.values():
        assert entry.implied == (entry.skill_id not in shown)
        steps = [*entry.via, entry.skill_id]
        assert all(b in taxonomy.skills[a].broader for a, b in zip(steps, steps[1:], strict=False))


def test_the_shipped_taxonomy_never_punishes_evidence(taxonomy: Taxonomy) -> None:
    """The same on the real roles: add skills one by one in a random order."""
    ids = list(taxonomy.skills)
    random.Random(7).shuffle(ids)
    before = by_role(taxonomy)
    for count in range(0, 200, 20):
        after = by_role(taxonomy, *ids[: count + 20])
        for role_id, coverage in after.items():
            assert coverage.coverage >= before[role_id].coverage
            assert coverage.fit >= before[role_id].fit
        before = after


def test_no_shipped_role_is_near_for_soft_skills_alone(taxonomy: Taxonomy) -> None:
    """A role with one or two requirements must not win because "communication" was found."""
    everywhere = ("communication", "teamwork", "problem-solving")
    assert all(skill_id in taxonomy.skills for skill_id in everywhere)
    near = [c.role_id for c in by_role(taxonomy, *everywhere).values() if c.near]
    assert near == []
