"""The truth that durable-rules finds for a condition is Kleene's, whatever its shape and size."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from types import SimpleNamespace
from typing import cast

import pytest

from secrecy_rules.durable import native
from secrecy_rules.durable.literals import TRUE, Comparisons
from secrecy_rules.durable.native import DurableRulesError
from secrecy_rules.durable.network import Network
from secrecy_rules.durable.reading import DurableReading
from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.conditions import All, AnyOf, Condition, Judge, Not
from secrecy_rules.semantics.truth import Truth, all_of, any_of

pytest.importorskip("durable")
pytestmark = pytest.mark.events

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
Values = Mapping[Condition, Truth | None]


# Conditions without `satisfies` ask nothing of a rulebook.
NO_RULES = cast(Rulebook, SimpleNamespace(rules={}))


def reading_of(*conditions: Condition) -> DurableReading:
    return DurableReading(conditions, NO_RULES)


def leaf(name: object) -> Condition:
    return Judge(f"q{name}")


def truths(reading: DurableReading, values: Values) -> dict[Condition, Truth]:
    return reading.truths((key, values[leaf]) for leaf, key in reading.comparisons.items())


def expected(condition: Condition, values: Values, *, negated: bool = False) -> Truth:
    """Kleene's tables, with what does not apply (None) false in both polarities."""
    if isinstance(condition, Not):
        return expected(condition.part, values, negated=not negated)
    if isinstance(condition, All | AnyOf):
        parts = [expected(part, values, negated=negated) for part in condition.parts]
        return all_of(parts) if isinstance(condition, All) is not negated else any_of(parts)
    value = values[condition]
    if value is None:
        return F
    return value.opposite if negated else value


def random_condition(dice: random.Random, leaves: int, depth: int) -> Condition:
    if depth == 0 or dice.random() < 0.25:
        return leaf(dice.randrange(leaves))
    kind = dice.choice([All, AnyOf, Not, All, AnyOf])
    if kind is Not:
        return Not(random_condition(dice, leaves, depth - 1))
    parts = 0 if dice.random() < 0.05 else dice.randint(1, 4)
    return kind(tuple(random_condition(dice, leaves, depth - 1) for _ in range(parts)))


def random_values(dice: random.Random, leaves: int) -> dict[Condition, Truth | None]:
    common = [T, F, U, None] if dice.random() < 0.5 else [T, T, T, F]
    return {leaf(i): dice.choice(common) for i in range(leaves)}


@pytest.mark.parametrize("seed", range(4))
def test_random_conditions_have_the_truth_that_the_tables_say(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    met: Counter[Truth] = Counter()
    layers = 0
    for _ in range(60):
        leaves = dice.choice([3, 8, 20])
        conditions = [random_condition(dice, leaves, dice.randint(1, 5)) for _ in range(dice.choice([1, 5, 40]))]
        reading = reading_of(*conditions)
        layers = max(layers, len(reading._layers))
        for _ in range(10):
            values = random_values(dice, leaves)
            found = truths(reading, values)
            assert found == {condition: expected(condition, values) for condition in conditions}
            met.update(found.values())
    assert min(met[truth] for truth in Truth) > 400
    assert layers >= 2


CHOICES = tuple(AnyOf(tuple(leaf(f"{i}-{j}") for j in range(4))) for i in range(12))
SHAPES = {
    "a long conjunction": All(tuple(leaf(i) for i in range(400))),
    "a long disjunction": AnyOf(tuple(leaf(i) for i in range(400))),
    "many choices": All(CHOICES),
    "the negation of many choices": Not(All(CHOICES)),
    "choices of conjunctions": AnyOf(tuple(All(CHOICES[i : i + 6]) for i in range(6))),
    "nothing": All(()),
    "no choice": AnyOf(()),
    "a deep chain": None,
}


def deep_chain() -> Condition:
    condition = leaf(0)
    for i in range(1, 60):
        condition = (All if i % 2 else AnyOf)((leaf(i), Not(Not(condition))))
    return condition


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_beyond_the_limits_of_one_rule_have_their_truth(shape: str) -> None:
    condition = SHAPES[shape] or deep_chain()
    reading = reading_of(condition)
    dice = random.Random(shape)  # noqa: S311
    leaves = list(reading.comparisons)
    for value in (T, F, U, None):
        values: dict[Condition, Truth | None] = dict.fromkeys(leaves, value)
        assert truths(reading, values)[condition] is expected(condition, values)
        for other in (T, F, U, None):
            for changed in dice.sample(leaves, min(4, len(leaves))):
                values = {**dict.fromkeys(leaves, value), changed: other}
                assert truths(reading, values)[condition] is expected(condition, values)


def test_a_network_grows_with_a_condition_and_not_with_its_combinations() -> None:
    built = Network()
    built.add("c", Comparisons(NO_RULES).formula(All(CHOICES), TRUE))
    assert sum(map(len, built.layers)) < 100, "4 ** 12 combinations"


def test_a_part_that_several_conditions_share_is_matched_once() -> None:
    one, both = Network(), Network()
    comparisons = Comparisons(NO_RULES)
    one.add("c", comparisons.formula(All(CHOICES), TRUE))
    for target in ("c", "d"):
        both.add(target, comparisons.formula(All(CHOICES), TRUE))
    assert len(both.layers[0]) == len(one.layers[0])


def test_conditions_that_would_take_too_much_memory_are_refused_before_any_is_taken() -> None:
    with pytest.raises(DurableRulesError, match=r"would take 1\d\d rulesets, more than 64"):
        reading_of(AnyOf(tuple(leaf(i) for i in range(5000))))


def test_two_keys_with_the_same_hash_are_refused_at_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native, "key_hash", len)
    with pytest.raises(DurableRulesError, match="`k0p` have the same hash"):
        reading_of(AnyOf((leaf(0), leaf(1))))


def test_keys_are_ascii() -> None:
    with pytest.raises(UnicodeEncodeError):
        native.key_hash("密件")
