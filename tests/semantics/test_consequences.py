"""`penalize`, `reward`, `adjust`, `case_of`: a set of consequences, each certain or possible, none merged."""

import pytest

from secrecy_rules import Consequences
from tests.semantics.toy import Toy

LEAK = """
- id: leak
  penalize:
    who: offender
    measures: [warning, {one_of: [fine, demerit]}, {deduction: {from: 50, to: 500, unit: CNY}}]
    grades: [lighter, heavier]
    graver: [dismissal]
    crime: judicial_transfer
    by: {judge: gravity}
  when: {conduct.kinds: {has: leak}}
"""


def rules(found: Consequences) -> dict[str, bool]:
    return {c.citations[0].rule: c.certain for c in found.consequences}


def test_a_penalty_carries_everything_the_text_says() -> None:
    [penalty] = Toy(LEAK).consequences(conduct="leak").consequences
    assert (penalty.certain, penalty.reward, penalty.who) == (True, False, "offender")
    assert penalty.measures == (("warning",), ("fine", "demerit"), ("deduction",))
    assert penalty.ranges == (("deduction", 50, 500, "CNY"),)
    assert (penalty.grades, penalty.graver) == (("lighter", "heavier"), (("dismissal",),))
    assert (penalty.crime, penalty.judged_by) == ("judicial_transfer", "gravity")


@pytest.mark.parametrize(
    ("conduct", "certain"),
    [
        ("leak", {"leak": True}),
        ("selling_secrets", {"leak": True}),
        ("breach_of_rules", {"leak": False}),
        ("concealment", {}),
        ({"loss": True}, {"leak": False}),
    ],
)
def test_it_applies_is_possible_or_does_not_apply(conduct: object, certain: dict[str, bool]) -> None:
    assert rules(Toy(LEAK).consequences(conduct=conduct)) == certain


def test_a_possible_penalty_says_what_is_missing() -> None:
    [penalty] = Toy(LEAK).consequences(conduct={"loss": True}).consequences
    assert [need.change.path for need in penalty.missing] == ["conduct.kinds"]


def test_several_penalties_stay_a_set() -> None:
    toy = Toy(LEAK + "- {id: loss, penalize: {who: offender, measures: [compensation]}, when: {conduct.loss: true}}")
    assert rules(toy.consequences(conduct={"kinds": ["leak"], "loss": True})) == {"leak": True, "loss": True}


def test_a_penalty_may_hit_another_than_the_offender() -> None:
    toy = Toy("""
        - id: chief
          penalize: {who: section_head, of: offender, measures: [leader_liability], under: computer_rules}
          when: {conduct.kinds: {has: leak}}
    """)
    [penalty] = toy.consequences(conduct="leak").consequences
    assert (penalty.who, penalty.of, penalty.under) == ("section_head", "offender", "computer_rules")


def test_a_reward_is_marked_as_one() -> None:
    toy = Toy("- {id: r, reward: {who: person, measures: [commendation]}, when: {conduct.kinds: {has: merit}}}")
    [reward] = toy.consequences(conduct="averting_loss").consequences
    assert (reward.reward, reward.measures, reward.citations[0].did) == (True, (("commendation",),), "rewards")


def test_the_exception_of_a_penalty_takes_it_away() -> None:
    toy = Toy("""
        - id: leak
          penalize: {who: offender, measures: [warning]}
          when: {conduct.kinds: {has: leak}}
          unless: {conduct.reported: true}
    """)
    assert rules(toy.consequences(conduct={"kinds": ["leak"], "reported": True})) == {}
    assert rules(toy.consequences(conduct={"kinds": ["leak"]})) == {"leak": False}


ADJUSTED = (
    LEAK
    + """
- {id: own-report, adjust: [leak], direction: {may: lighter}, when: {conduct.reported: true}}
- {id: hidden, adjust: leak, direction: {shall: heavier}, when: {conduct.concealed: true}}
"""
)


@pytest.mark.parametrize(
    ("facts", "adjusted", "cited"),
    [
        ({"reported": True, "concealed": False}, ("may:lighter",), ["leak", "own-report"]),
        ({"reported": False, "concealed": True}, ("shall:heavier",), ["leak", "hidden"]),
        ({"reported": True, "concealed": True}, ("may:lighter", "shall:heavier"), ["leak", "own-report", "hidden"]),
        # What may mitigate is not counted before it is known.
        ({}, (), ["leak"]),
    ],
)
def test_an_adjustment_is_listed_with_the_penalty_it_adjusts(
    facts: dict[str, bool], adjusted: tuple[str, ...], cited: list[str]
) -> None:
    [penalty] = Toy(ADJUSTED).consequences(conduct={"kinds": ["leak"], **facts}).consequences
    assert penalty.adjusted == adjusted
    assert [citation.rule for citation in penalty.citations] == cited


LEAD = "- {id: light, penalize: {who: offender, measures: [criticism]}}\n"
CASES = """
- {id: case-loss, case_of: light, when: {conduct.loss: false}}
- {id: case-reported, case_of: light, when: {conduct.reported: true}}
"""


@pytest.mark.parametrize(
    ("conduct", "certain", "cited"),
    [
        ({"loss": False, "reported": False}, True, ["light", "case-loss"]),
        ({"loss": True, "reported": True}, True, ["light", "case-reported"]),
        ({"loss": False, "reported": True}, True, ["light", "case-loss", "case-reported"]),
        ({"loss": True}, False, ["light"]),
        ({"loss": True, "reported": False}, None, []),
    ],
)
def test_cases_are_or_ed_into_the_lead_in_and_both_clauses_are_cited(
    conduct: dict[str, bool], certain: bool | None, cited: list[str]
) -> None:
    found = Toy(LEAD, later=CASES).consequences(conduct=conduct).consequences
    assert [c.certain for c in found] == ([] if certain is None else [certain])
    assert [citation.rule for c in found for citation in c.citations] == cited
    assert {citation.article for c in found for citation in c.citations if citation.rule != "light"} <= {"第2条"}


def test_a_condition_of_the_lead_in_is_and_ed_to_its_cases() -> None:
    toy = Toy(
        "- {id: light, penalize: {who: offender, measures: [criticism]}, when: {conduct.gravity: lighter}}",
        later=CASES,
    )
    assert rules(toy.consequences(conduct={"gravity": "lighter", "loss": False})) == {"light": True}
    assert rules(toy.consequences(conduct={"gravity": "serious", "loss": False})) == {}
    assert rules(toy.consequences(conduct={"gravity": "lighter", "loss": True, "reported": False})) == {}


def test_a_ban_may_have_its_cases_in_a_later_clause_too() -> None:
    toy = Toy("- {id: ban, forbid: copy}", later="- {id: at-home, case_of: ban, when: {place: home}}")
    decision = toy.decide(action="copy", place="home")
    assert decision.ground == "forbidden"
    assert [(c.rule, c.article, c.did) for c in decision.citations] == [
        ("ban", "第1条", "forbids"),
        ("at-home", "第2条", "forbids"),
    ]
    assert toy.decide(action="copy", place="hospital").ground == "unregulated"


def test_a_reward_says_under_which_text_it_is_given() -> None:
    toy = Toy("""
        - id: r
          reward: {who: person, measures: [commendation], under: pla_discipline_regulation}
          when: {conduct.kinds: {has: outstanding_achievement}}
    """)
    [found] = toy.consequences(conduct="outstanding_achievement").consequences
    assert (found.reward, found.under) == (True, "pla_discipline_regulation")
