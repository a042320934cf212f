"""The plan: it reaches the goal, no smaller one would, and its order holds."""

from __future__ import annotations

import itertools
import json
import random
from pathlib import Path

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_coverage import ESSENTIAL, OPTIONAL, profile_of, role, skill, taxonomy_of

from skillgap import Analyzer, UsageError
from skillgap.cover import Coverer, Demand, smallest_cover
from skillgap.coverage import cover_role, rarity_of
from skillgap.models import Plan, Taxonomy
from skillgap.plan import make_plan
from skillgap.reports.planning import plan_data

ROOT = Path(__file__).resolve().parents[1]
SEEDS = st.integers(0, 10_000)


def random_case(seed: int) -> tuple[Taxonomy, tuple[str, ...], float]:
    """A taxonomy of up to nine skills and three roles, some of it shown, and a goal."""
    dice = random.Random(seed)
    names = [f"s{at}" for at in range(dice.randint(3, 9))]
    skills = [
        skill(name, *(other for other in names[:at] if dice.random() < 0.2))
        for at, name in enumerate(names)
    ]
    roles = []
    for at in range(dice.randint(1, 3)):
        asked = dice.sample(names, dice.randint(1, len(names)))
        roles.append(role(f"r{at}", **{s: dice.choice([ESSENTIAL, OPTIONAL]) for s in asked}))
    shown = tuple(s for s in names if dice.random() < 0.3)
    return taxonomy_of(skills, roles), shown, dice.choice([0.3, 0.5, 0.8, 1.0])


def coverages(taxonomy: Taxonomy, shown: tuple[str, ...]) -> list[float]:
    """By the arithmetic that everything else uses."""
    profile, rarity = profile_of(taxonomy, *shown), rarity_of(taxonomy)
    return [cover_role(profile, role, rarity).coverage for role in taxonomy.roles.values()]


def plan_of(taxonomy: Taxonomy, shown: tuple[str, ...], goal: float) -> Plan:
    return make_plan(profile_of(taxonomy, *shown), taxonomy, tuple(taxonomy.roles.values()), goal)


@settings(max_examples=150, deadline=None)
@given(SEEDS)
@example(2335)  # one skill that no role asks for would imply enough for both
def test_the_smallest_set_that_reaches_the_goal(seed: int) -> None:
    taxonomy, shown, goal = random_case(seed)
    plan = plan_of(taxonomy, shown, goal)
    chosen = tuple(step.skill_id for step in plan.steps)
    assert plan.exact
    assert all(c >= goal - 1e-9 for c in coverages(taxonomy, (*shown, *chosen)))
    asked = {r.skill_id for role in taxonomy.roles.values() for r in role.requirements}
    rest = [s for s in taxonomy.skills if s in asked and s not in shown]  # a plan names no others
    for smaller in itertools.combinations(rest, max(len(chosen) - 1, 0)):
        if chosen:
            assert any(c < goal - 1e-9 for c in coverages(taxonomy, (*shown, *smaller)))


@settings(max_examples=100, deadline=None)
@given(SEEDS)
def test_each_step_says_what_it_brings(seed: int) -> None:
    taxonomy, shown, goal = random_case(seed)
    plan = plan_of(taxonomy, shown, goal)
    learned = shown
    assert list(plan.before) == pytest.approx(coverages(taxonomy, learned))
    for step in plan.steps:
        assert list(step.before) == pytest.approx(coverages(taxonomy, learned))
        learned = (*learned, step.skill_id)
        assert list(step.after) == pytest.approx(coverages(taxonomy, learned))
        assert step.asked_by


@settings(max_examples=100, deadline=None)
@given(SEEDS)
def test_what_builds_on_something_comes_after_it(seed: int) -> None:
    taxonomy, shown, goal = random_case(seed)
    order = [step.skill_id for step in plan_of(taxonomy, shown, goal).steps]
    for at, skill_id in enumerate(order):
        for broader in taxonomy.skills[skill_id].broader:
            assert broader not in order[at:]


def test_large_problems_are_greedy_and_say_how_far_off_they_may_be() -> None:
    skills = [f"s{at}" for at in range(120)]
    dice = random.Random(1)
    demands = [
        Demand({}, {s: dice.randint(1, 4) for s in dice.sample(skills, 60)}, 70) for _ in range(8)
    ]
    coverer = Coverer(demands, {}, frozenset(), frozenset())
    cover = smallest_cover(coverer, skills, budget=2_000)
    assert cover is not None
    assert not cover.exact
    assert cover.bound > 1
    assert coverer.value(cover.skills) == coverer.target


def test_the_bound_of_a_greedy_plan_holds() -> None:
    """Against the smallest set, found with time enough."""
    loose = 0
    for seed in range(40):
        dice = random.Random(seed)
        skills = [f"s{at}" for at in range(12)]
        demands = [
            Demand({}, {s: dice.randint(1, 4) for s in dice.sample(skills, 9)}, 14)
            for _ in range(2)
        ]
        coverer = Coverer(demands, {}, frozenset(), frozenset())
        exact = smallest_cover(coverer, skills)
        if exact is None:
            continue
        hurried = smallest_cover(coverer, skills, budget=dice.randint(1, 60))
        assert hurried is not None
        assert len(hurried.skills) <= hurried.bound * len(exact.skills) + 1e-9
        loose += not hurried.exact
    assert loose > 5


def test_a_goal_that_is_reached_needs_no_step() -> None:
    taxonomy = taxonomy_of([skill("a"), skill("b")], [role("r", a=ESSENTIAL, b=OPTIONAL)])
    plan = plan_of(taxonomy, ("a",), 0.66)
    assert plan.steps == ()
    assert plan.before == pytest.approx((2 / 3,))


@pytest.mark.parametrize("goal", [0, -1, 1.01, float("nan")])
def test_a_goal_out_of_range(goal: float) -> None:
    taxonomy = taxonomy_of([skill("a")], [role("r", a=ESSENTIAL)])
    with pytest.raises(UsageError):
        plan_of(taxonomy, (), goal)


def test_prerequisites_of_the_shipped_taxonomy(analyzer: Analyzer) -> None:
    """Each is a skill that roles ask for, and none is what the skill implies anyway."""
    taxonomy = analyzer.taxonomy
    assert len(taxonomy.prerequisites) > 50
    for skill_id, first in taxonomy.prerequisites.items():
        assert first, skill_id
        assert not set(first) & set(taxonomy.skills[skill_id].broader), skill_id


def test_samples(analyzer: Analyzer) -> None:
    report = analyzer.analyze(ROOT / "samples/resumes/maya-lindqvist-ml-engineer.pdf")
    role_ = analyzer.taxonomy.roles["machine-learning-engineer"]
    plan = make_plan(report.profile, analyzer.taxonomy, [role_])
    assert plan.exact
    assert plan.steps[-1].after[0] >= 0.8
    assert plan.steps[0].builds_on
    first = {step.skill_id: at for at, step in enumerate(plan.steps)}
    for skill_id, at in first.items():
        for prerequisite in analyzer.taxonomy.prerequisites.get(skill_id, ()):
            assert first.get(prerequisite, -1) < at
    assert [len(reach.skills) for reach in plan.reachable] == sorted(
        len(reach.skills) for reach in plan.reachable
    )


def test_nothing_waits_for_itself(analyzer: Analyzer) -> None:
    """Prerequisites and broader skills together have an order."""
    taxonomy = analyzer.taxonomy
    open_ = {
        id_: {*taxonomy.prerequisites.get(id_, ()), *skill_.broader}
        for id_, skill_ in taxonomy.skills.items()
    }
    while free := [id_ for id_, first in open_.items() if not first & open_.keys()]:
        for id_ in free:
            del open_[id_]
    assert open_ == {}


def test_the_data_holds_to_its_schema(analyzer: Analyzer) -> None:
    schema = json.loads((ROOT / "docs" / "plan.schema.json").read_text("utf-8"))
    report = analyzer.analyze(ROOT / "samples/resumes/bruno-castellano-chef.pdf")
    names = ("machine-learning-engineer", "ai-product-manager")
    roles = [analyzer.taxonomy.roles[name] for name in names]
    plan = make_plan(report.profile, analyzer.taxonomy, roles)
    assert not plan.exact
    jsonschema.validate(plan_data(plan, analyzer.taxonomy), schema)
