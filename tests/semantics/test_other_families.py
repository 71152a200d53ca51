"""A path of another family is not applicable: false, under `not` too, and it asks for nothing."""

import pytest

from tests.semantics.toy import Toy, truth

ROOM = {"kind": "premises"}


@pytest.mark.parametrize(
    "condition",
    [
        "{carrier.level: SECRET}",
        "{carrier.level: {not: SECRET}}",
        "{not: {carrier.level: SECRET}}",
        "{not: {not: {carrier.level: SECRET}}}",
        "{not: {carrier.marks: {lacks: level}}}",
        "{carrier.marks: {lacks: level}}",
        "{not: {object.level: SECRET}}",
        "{not: {any: [{computer.fixed_ip: true}, {carrier.level: SECRET}]}}",
    ],
)
def test_a_comparison_of_another_family_is_false_even_negated(condition: str) -> None:
    assert truth(condition, object=ROOM) == "false"


def test_it_asks_for_no_fact() -> None:
    toy = Toy("""
        - {id: one, forbid: enter, when: {carrier.level: SECRET}}
        - {id: two, forbid: enter, when: {premises.key_part: true}}
    """)
    decision = toy.decide(action="enter", object=ROOM)
    assert [need.change.path for need in decision.needs] == ["premises.key_part"]


def test_in_an_any_the_applicable_part_decides() -> None:
    condition = "{any: [{carrier.level: SECRET}, {premises.key_part: true}]}"
    assert truth(condition, object={"kind": "premises", "key_part": True}) == "true"
    assert truth(condition, object={"kind": "premises", "key_part": False}) == "false"


@pytest.mark.parametrize(
    "condition",
    [
        "{not: {object.level: {same_as: target.level}}}",
        "{not: {object.level: {at_least: {fact: target.level}}}}",
        "{not: {carrier.archived_on: {after: {fact: target.archived_on}}}}",
        "{not: {person.id: {same_as: target.custodian}}}",
    ],
)
def test_a_comparison_with_a_fact_of_another_family_is_false_even_negated(condition: str) -> None:
    told = {"kind": "document", "level": "SECRET", "archived_on": "2020-01-01"}
    assert truth(condition, object=told, person={"id": "zhang"}, target=ROOM) == "false"


def test_a_broader_family_reads_the_facts_of_its_narrower_ones() -> None:
    laptop = {"kind": "laptop", "level": "SECRET", "networks": ["internet"]}
    assert truth("{information.level: SECRET}", object=laptop) == "true"
    assert truth("{carrier.level: SECRET}", object=laptop) == "true"
    assert truth("{device.networks: {has: internet}}", object=laptop) == "true"
    assert truth("{medium.checked: true}", object=laptop) == "false"


def test_a_setting_is_read_from_the_object_or_beside_it() -> None:
    condition = "{meeting.large: true}"
    assert truth(condition, object={"kind": "meeting", "large": True}) == "true"
    assert truth(condition, object="document", meeting={"kind": "meeting", "large": True}) == "true"
    assert truth(condition, object="document", meeting={"kind": "meeting"}) == "unknown"


def test_a_fact_that_the_question_does_not_have_is_not_applicable() -> None:
    assert truth("{conduct.loss: true}") == "false"
    assert truth("{not: {conduct.loss: true}}") == "false"
