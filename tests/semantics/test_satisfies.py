"""`satisfies`, `breach_of` and `fulfilled`: conditions that hang on other rules."""

import pytest

from tests.semantics.toy import Toy

COPY = "- {id: copying, forbid: copy, when: {place: home}, unless: {approved_by: {role: unit_head}}}\n"


def test_of_a_ban_its_exception_has_to_hold() -> None:
    toy = Toy(COPY + "- {id: sending, forbid: send, unless: {satisfies: copying}}")
    assert toy.decide(action="send", approvals=["unit_head"])
    assert not toy.decide(action="send", approvals=[])
    assert toy.decide(action="send").ground == "needs_approval"


@pytest.mark.parametrize(
    "rule",
    [
        "{id: other, forbid: copy, when: {place: home}}",
        "{id: other, permit: copy, when: {place: home}, unless: {purpose: private}}",
        "{id: other, require: {computer.fixed_ip: true}, of: computer, when: {place: home}}",
    ],
)
def test_of_a_rule_without_exception_or_of_another_kind_its_condition_has_to_hold(rule: str) -> None:
    toy = Toy(f"- {rule}\n- {{id: sending, forbid: send, when: {{satisfies: other}}}}")
    assert toy.decide(action="send", place="home").ground == "forbidden"
    assert toy.decide(action="send", place="hospital").ground == "unregulated"
    assert toy.decide(action="send").ground == "needs_facts"


def test_satisfies_can_be_negated() -> None:
    toy = Toy(COPY + "- {id: sending, forbid: send, when: {not: {satisfies: copying}}}")
    assert toy.decide(action="send", approvals=["unit_head"]).ground == "unregulated"
    assert not toy.decide(action="send", approvals=[])


BREACH = """
- {id: reporting, oblige: report, who: every_staff_member, upon: leak_found, by: promptly}
- {id: silence, penalize: {who: knower, measures: [warning]}, when: {breach_of: reporting}}
- {id: praise, reward: {who: person, measures: [commendation]}, when: {fulfilled: reporting}}
"""


@pytest.mark.parametrize(
    ("conduct", "certain"),
    [
        ({"breached": ["reporting"], "fulfilled": []}, {"silence": True}),
        ({"breached": [], "fulfilled": ["reporting"]}, {"praise": True}),
        ({}, {"silence": False, "praise": False}),
        ({"breached": ["other"]}, {"praise": False}),
    ],
)
def test_a_consequence_may_hang_on_a_duty_that_was_breached_or_fulfilled(
    conduct: dict[str, list[str]], certain: dict[str, bool]
) -> None:
    found = Toy(BREACH).consequences(conduct=conduct).consequences
    assert {c.citations[0].rule: c.certain for c in found} == certain
