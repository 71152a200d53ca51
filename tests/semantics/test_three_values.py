"""Conditions take three values; Kleene's tables say how they combine."""

import pytest

from secrecy_rules.semantics.truth import Truth, all_of, any_of, of
from tests.semantics.toy import truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [(T, T, T, T), (T, F, F, T), (T, U, U, T), (F, F, F, F), (F, U, F, U), (U, U, U, U)],
)
def test_and_and_or_follow_kleene_in_either_order(one: Truth, other: Truth, both: Truth, either: Truth) -> None:
    assert all_of([one, other]) is all_of([other, one]) is both
    assert any_of([one, other]) is any_of([other, one]) is either


def test_not_turns_true_and_false_and_leaves_unknown() -> None:
    assert [value.opposite for value in (T, F, U)] == [F, T, U]


def test_of_nothing_everything_holds_and_nothing_is_found() -> None:
    assert all_of([]) is T
    assert any_of([]) is F
    assert of(True) is T
    assert of(False) is F


def test_a_truth_value_refuses_to_be_read_as_yes_or_no() -> None:
    with pytest.raises(TypeError, match="compare it with `is`"):
        bool(Truth.UNKNOWN)


HOME, ABROAD, OFFICIAL = "{place: home}", "{place: abroad}", "{purpose: official}"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("{place: home, purpose: official}", "unknown"),
        ("{place: abroad, purpose: official}", "false"),
        (f"{{all: [{HOME}, {OFFICIAL}]}}", "unknown"),
        (f"{{all: [{ABROAD}, {OFFICIAL}]}}", "false"),
        (f"{{any: [{HOME}, {OFFICIAL}]}}", "true"),
        (f"{{any: [{ABROAD}, {OFFICIAL}]}}", "unknown"),
        (f"{{not: {HOME}}}", "false"),
        (f"{{not: {ABROAD}}}", "true"),
        (f"{{not: {OFFICIAL}}}", "unknown"),
        (f"{{not: {{all: [{ABROAD}, {OFFICIAL}]}}}}", "true"),
        (f"{{not: {{any: [{HOME}, {OFFICIAL}]}}}}", "false"),
        (f"{{not: {{any: [{ABROAD}, {OFFICIAL}]}}}}", "unknown"),
        (f"{{not: {{not: {HOME}}}}}", "true"),
    ],
)
def test_the_keys_of_a_mapping_all_any_and_not_combine_by_the_tables(condition: str, expected: str) -> None:
    assert truth(condition, place="home") == expected


def test_a_list_of_values_means_one_of_them() -> None:
    assert truth("{place: [home, abroad]}", place="abroad") == "true"
    assert truth("{place: [home, abroad]}", place="hospital") == "false"
