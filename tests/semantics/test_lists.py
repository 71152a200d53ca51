"""A list that is stated is complete; one that is not stated is unknown."""

import pytest

from tests.semantics.toy import truth

TWO = ["unit_head", "archivist"]


@pytest.mark.parametrize(
    ("test", "formalities", "expected"),
    [
        ("{has: registered}", ["registered", "numbered"], "true"),
        ("{has: registered}", ["numbered"], "false"),
        ("{has: registered}", [], "false"),
        ("{has: registered}", None, "unknown"),
        ("{lacks: registered}", ["numbered"], "true"),
        ("{lacks: registered}", [], "true"),
        ("{lacks: registered}", ["registered"], "false"),
        ("{lacks: registered}", None, "unknown"),
        ("{lacks: [registered, numbered]}", ["numbered"], "false"),
        ("{has_any: [registered, numbered]}", ["numbered"], "true"),
        ("{has_any: [registered, numbered]}", ["loan"], "false"),
        ("{has_all: [registered, numbered]}", ["numbered", "registered", "loan"], "true"),
        ("{has_all: [registered, numbered]}", ["numbered"], "false"),
        ("{has_all: [registered, numbered]}", None, "unknown"),
        ("{each: registered}", ["registered", "entry_register"], "true"),
        ("{each: registered}", ["registered", "loan"], "false"),
        ("{each: registered}", [], "true"),
        ("{each: registered}", None, "unknown"),
    ],
)
def test_has_lacks_and_each(test: str, formalities: list[str] | None, expected: str) -> None:
    told = {} if formalities is None else {"formalities": formalities}
    assert truth(f"{{formalities: {test}}}", **told) == expected


@pytest.mark.parametrize(
    ("test", "number", "expected"),
    [
        ("{at_least: 2}", 2, "true"),
        ("{at_least: 2}", 1, "false"),
        ("{at_least: 2}", 0, "false"),
        ("{at_least: 2}", None, "unknown"),
        ("{below: 1}", 0, "true"),
        ("{at_most: 2, above: 0}", 2, "true"),
        ("{at_most: 2, above: 0}", 3, "false"),
    ],
)
def test_count_of_absent_and_of_empty_are_two_things(test: str, number: int | None, expected: str) -> None:
    told = {} if number is None else {"escorts": ["driver"] * number}
    assert truth(f"{{escorts: {{count: {test}}}}}", **told) == expected


def test_an_element_is_matched_by_its_facts() -> None:
    condition = "{history: {has: {event: carry_out, open: true, lawful: true}}}"
    out = {"event": "carry_out", "open": True, "lawful": True}
    assert truth(condition, history=[out]) == "true"
    assert truth(condition, history=[{**out, "open": False}]) == "false"
    assert truth(condition, history=[{**out, "event": "destroy"}]) == "false"
    assert truth(condition, history=[]) == "false"
    # One fact of the only candidate is not told.
    assert truth(condition, history=[{"event": "carry_out", "open": True}]) == "unknown"
    # Facts of two elements do not add up to one that fits.
    assert truth(condition, history=[{**out, "open": False}, {**out, "lawful": False}]) == "false"


def test_the_facts_of_an_element_may_lie_deeper() -> None:
    condition = "{object.passwords: {each: {length: {at_least: 10}, classes: {has_all: [digit, letter]}}}}"
    good = {"length": 12, "classes": ["digit", "upper_case"]}
    assert truth(condition, object={"kind": "desktop", "passwords": [good]}) == "true"
    assert truth(condition, object={"kind": "desktop", "passwords": [good, {**good, "length": 8}]}) == "false"
    assert truth(condition, object={"kind": "desktop", "passwords": [good, {"length": 12}]}) == "unknown"
    assert truth(condition, object={"kind": "desktop", "passwords": []}) == "true"


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ([{"roles": ["unit_head"]}, {"roles": ["archivist"]}], "true"),
        ([{"roles": TWO}], "false"),
        ([{"roles": TWO}, {"roles": ["driver"]}], "false"),
        ([{"roles": TWO}, {"roles": ["archivist"]}], "true"),
        ([{"roles": TWO}, {"roles": TWO}], "true"),
        ([{"roles": TWO}, {"id": "zhang"}], "unknown"),
        ([], "false"),
        (None, "unknown"),
    ],
)
def test_has_all_over_persons_wants_as_many_persons_as_posts(present: list[object] | None, expected: str) -> None:
    told = {} if present is None else {"present": present}
    assert truth("{present: {has_all: [unit_head, archivist]}}", **told) == expected


def test_has_all_over_other_things_may_be_met_by_one() -> None:
    # What is registered in the register of destruction is registered.
    condition = "{formalities: {has_all: [registered, destruction_registered]}}"
    assert truth(condition, formalities=["destruction_registered"]) == "true"
