"""A level that is an interval: true if true of every level in it, false if of none, else unknown."""

import pytest

from tests.semantics.toy import Toy, truth

SECRET_UP = {"at_least": "SECRET"}


@pytest.mark.parametrize(
    ("test", "level", "expected"),
    [
        ("{at_least: CONFIDENTIAL}", "classified", "true"),
        ("{at_least: SECRET}", "classified", "unknown"),
        ("{at_least: SECRET}", {"at_most": "CONFIDENTIAL"}, "false"),
        ("{above: CONFIDENTIAL}", SECRET_UP, "true"),
        ("{above: CONFIDENTIAL}", "classified", "unknown"),
        ("{above: TOP_SECRET}", "classified", "false"),
        ("{at_most: INTERNAL}", "classified", "false"),
        ("{at_most: SECRET}", "classified", "unknown"),
        ("{at_most: SECRET}", {"at_most": "INTERNAL"}, "true"),
        ("{below: CONFIDENTIAL}", {"at_most": "INTERNAL"}, "true"),
        ("{below: CONFIDENTIAL}", {"at_most": "CONFIDENTIAL"}, "unknown"),
        ("{below: CONFIDENTIAL}", "classified", "false"),
        ("SECRET", "classified", "unknown"),
        ("SECRET", "SECRET", "true"),
        ("INTERNAL", "classified", "false"),
        ("[CONFIDENTIAL, SECRET, TOP_SECRET]", "classified", "true"),
        ("{not: SECRET}", "classified", "unknown"),
        ("{not: INTERNAL}", "classified", "true"),
        ("{not: [CONFIDENTIAL, SECRET, TOP_SECRET]}", "classified", "false"),
        ("{at_least: CONFIDENTIAL, at_most: SECRET}", "classified", "unknown"),
    ],
)
def test_a_comparison_with_an_interval(test: str, level: object, expected: str) -> None:
    assert truth(f"{{carrier.level: {test}}}", object={"kind": "document", "level": level}) == expected


@pytest.mark.parametrize(
    ("level", "other", "expected"),
    [
        ("SECRET", "SECRET", "true"),
        ("SECRET", "CONFIDENTIAL", "false"),
        ("classified", "SECRET", "unknown"),
        ("classified", "classified", "unknown"),
        ("classified", "INTERNAL", "false"),
    ],
)
def test_same_as_another_level_that_may_be_an_interval(level: str, other: str, expected: str) -> None:
    told = {"object": {"kind": "document", "level": level}, "original": {"kind": "document", "level": other}}
    assert truth("{carrier.level: {same_as: original.level}}", **told) == expected


def test_at_least_the_level_of_another_object() -> None:
    condition = "{target.level: {at_least: {fact: object.level}}}"
    usb = {"kind": "usb_stick", "level": "SECRET"}
    assert truth(condition, object={"kind": "document", "level": "SECRET"}, target=usb) == "true"
    assert truth(condition, object={"kind": "document", "level": "TOP_SECRET"}, target=usb) == "false"
    assert truth(condition, object={"kind": "document", "level": "classified"}, target=usb) == "unknown"
    assert truth(condition, object="document", target=usb) == "unknown"


def test_the_rulebook_may_have_names_of_its_own_for_levels() -> None:
    toy = Toy(
        "- {id: ban, forbid: copy, when: {carrier.level: 保密}}", head="levels: {机密: SECRET, 保密: CONFIDENTIAL}"
    )
    assert toy.decide(action="copy", object={"kind": "document", "level": "CONFIDENTIAL"}).ground == "forbidden"
