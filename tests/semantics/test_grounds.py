"""Nine grounds, and which of several is the one."""

import pytest

from secrecy_rules import Ground
from tests.semantics.toy import Toy


def test_forbidden_when_nothing_that_can_be_obtained_would_lift_the_ban() -> None:
    assert Toy("- {id: ban, forbid: copy}").decide(action="copy").ground == "forbidden"
    toy = Toy("- {id: ban, forbid: copy, unless: {carrier.level: INTERNAL, formalities: {has: registered}}}")
    assert toy.decide(action="copy", object={"kind": "document", "level": "SECRET"}).grounds == ("forbidden",)


def test_conflict_when_one_rulebook_permits_and_forbids_the_very_act() -> None:
    toy = Toy("""
        - {id: ban, forbid: copy}
        - {id: leave, permit: copy, when: {place: home}}
    """)
    decision = toy.decide(action="copy", place="home")
    assert decision.grounds == ("conflict",)
    assert [c.rule for c in decision.citations] == ["ban", "leave"]


def test_a_conflict_hides_no_approval_that_is_missing() -> None:
    toy = Toy("- {id: ban, forbid: copy, unless: {approved_by: {role: unit_head}}}\n- {id: leave, permit: copy}")
    assert toy.decide(action="copy", approvals=[]).grounds == ("conflict", "needs_approval")
    assert toy.decide(action="copy", approvals=["unit_head"]).ground == "permitted"


def test_needs_approval_counts_not_told_like_not_given() -> None:
    toy = Toy("- {id: ban, forbid: copy, unless: {approved_by: {role: unit_head}}}")
    assert toy.decide(action="copy").grounds == ("needs_approval",)
    assert toy.decide(action="copy", approvals=[]).grounds == ("needs_approval",)


def test_needs_facts_when_only_a_given_fact_that_is_not_told_could_decide() -> None:
    toy = Toy("- {id: ban, forbid: copy, when: {carrier.level: SECRET}}")
    decision = toy.decide(action="copy", object="document")
    assert decision.grounds == ("needs_facts",)
    assert [need.change.path for need in decision.needs] == ["carrier.level"]
    toy = Toy("- {id: ban, forbid: copy, unless: {purpose: official}}")
    assert toy.decide(action="copy").grounds == ("needs_facts",)


def test_needs_judgement_when_only_the_answer_of_a_named_person_is_open() -> None:
    toy = Toy("- {id: ban, forbid: copy, unless: {judge: {question: important, by: unit_head}}}")
    assert toy.decide(action="copy").grounds == ("needs_judgement",)
    toy = Toy("- {id: ban, forbid: copy, when: {judge: important}}")
    assert toy.decide(action="copy").grounds == ("needs_judgement",)


def test_not_covered_when_the_rulebook_has_no_rule_on_the_act() -> None:
    decision = Toy("- {id: ban, forbid: copy}").decide(action="read")
    assert (decision.effect, decision.grounds, decision.citations) == ("deny", ("not_covered",), ())


def test_silence_may_be_read_as_leave_but_only_on_demand() -> None:
    toy = Toy("- {id: ban, forbid: copy}", silence="allow")
    decision = toy.decide(action="read")
    assert (decision.effect, decision.ground, decision.silence) == ("allow", "not_covered", "allow")
    assert not toy.decide(action="copy")


def test_permitted_by_an_express_permission_or_a_lifted_ban() -> None:
    assert Toy("- {id: leave, permit: copy}").decide(action="copy").ground == "permitted"
    assert Toy("- {id: ban, forbid: copy, unless: {place: home}}").decide(action="copy", place="home").ground == (
        "permitted"
    )


def test_unregulated_when_rules_on_the_act_exist_and_none_applies() -> None:
    toy = Toy("""
        - {id: ban, forbid: copy, when: {place: home}}
        - {id: leave, permit: copy, when: {place: abroad}}
    """)
    decision = toy.decide(action="copy", place="hospital")
    assert (decision.ground, decision.citations) == ("unregulated", ())
    assert [c.rule for c in decision.considered] == ["ban", "leave"]


def test_in_principle_turns_forbidden_into_a_judgement() -> None:
    toy = Toy("- {id: ban, forbid: copy, strength: in_principle}")
    assert toy.decide(action="copy").grounds == ("needs_judgement",)


def test_the_grounds_are_ordered_as_the_table_of_the_semantics() -> None:
    assert [ground.value for ground in Ground] == [
        "failed",
        "forbidden",
        "conflict",
        "needs_approval",
        "needs_facts",
        "needs_judgement",
        "not_covered",
        "permitted",
        "unregulated",
    ]


JUDGED = "- {id: a, forbid: copy, when: {judge: important}}"
FACTS = "- {id: b, forbid: copy, when: {carrier.level: SECRET}}"
APPROVAL = "- {id: c, forbid: copy, unless: {approved_by: {role: unit_head}}}"
BANNED = "- {id: d, forbid: copy, when: {place: home}}"


@pytest.mark.parametrize(
    ("rules", "grounds"),
    [
        ([JUDGED], ("needs_judgement",)),
        ([JUDGED, FACTS], ("needs_facts", "needs_judgement")),
        ([JUDGED, FACTS, APPROVAL], ("needs_approval", "needs_facts", "needs_judgement")),
        ([JUDGED, FACTS, APPROVAL, BANNED], ("forbidden", "needs_approval", "needs_facts", "needs_judgement")),
        ([BANNED, "- {id: e, permit: copy}", APPROVAL], ("conflict", "needs_approval")),
    ],
)
def test_of_several_grounds_the_first_in_the_table_leads_and_the_others_are_listed(
    rules: list[str], grounds: tuple[str, ...]
) -> None:
    decision = Toy("\n".join(rules)).decide(action="copy", place="home", object="document")
    assert decision.ground == grounds[0]
    assert decision.grounds == grounds


def test_one_way_out_with_several_steps_gives_each_step_its_ground() -> None:
    toy = Toy("- {id: ban, forbid: copy, unless: {purpose: official, approved_by: {role: unit_head}}}")
    assert toy.decide(action="copy").grounds == ("needs_approval", "needs_facts")


def test_of_two_ways_out_the_one_that_can_be_obtained_gives_the_ground() -> None:
    toy = Toy("- {id: ban, forbid: copy, unless: {any: [{judge: important}, {approved_by: {role: unit_head}}]}}")
    assert toy.decide(action="copy").grounds == ("needs_approval",)
