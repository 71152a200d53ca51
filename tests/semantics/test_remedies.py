"""What would change a no: the smallest sets, the easiest first."""

import pytest

from secrecy_rules import Decision
from tests.semantics.toy import Toy


def ways(decision: Decision) -> list[set[str]]:
    return [{word for change in remedy.changes for word in change.wanted} for remedy in decision.remedies]


def test_everything_that_an_exception_wants_and_is_not_there_yet() -> None:
    toy = Toy("- {id: ban, forbid: copy, unless: {approved_by: {role: unit_head}, formalities: {has: registered}}}")
    assert ways(toy.decide(action="copy")) == [{"unit_head", "registered"}]
    assert ways(toy.decide(action="copy", approvals=["unit_head"])) == [{"registered"}]


def test_several_ways_are_listed_and_what_another_contains_is_left_out() -> None:
    toy = Toy("""
        - id: ban
          forbid: copy
          unless:
            any:
              - {formalities: {has: registered}}
              - {approved_by: {role: unit_head}}
              - {approved_by: {role: unit_head}, formalities: {has: numbered}}
    """)
    assert sorted(ways(toy.decide(action="copy")), key=str) == [{"registered"}, {"unit_head"}]


def test_what_can_be_brought_about_comes_before_what_has_to_be_told_or_judged() -> None:
    toy = Toy("""
        - id: ban
          forbid: copy
          unless:
            any:
              - {judge: important}
              - {purpose: official}
              - {approved_by: {all: [{role: unit_head}, {role: secrecy_office}]}}
    """)
    assert ways(toy.decide(action="copy")) == [{"unit_head", "secrecy_office"}, {"official"}, {"important"}]


def test_a_given_fact_that_is_stated_otherwise_is_no_way_out() -> None:
    toy = Toy("- {id: ban, forbid: copy, unless: {any: [{purpose: official}, {approved_by: {role: unit_head}}]}}")
    assert ways(toy.decide(action="copy", purpose="private")) == [{"unit_head"}]


def test_the_ways_out_of_several_bans_are_joined() -> None:
    toy = Toy("""
        - {id: one, forbid: copy, unless: {approved_by: {role: unit_head}}}
        - {id: two, forbid: copy, unless: {formalities: {has: registered}}}
    """)
    assert ways(toy.decide(action="copy")) == [{"unit_head", "registered"}]


def test_there_is_no_way_out_if_one_ban_has_none() -> None:
    toy = Toy("""
        - {id: one, forbid: copy, unless: {approved_by: {role: unit_head}}}
        - {id: two, forbid: copy, when: {place: home}}
    """)
    decision = toy.decide(action="copy", place="home")
    assert decision.remedies == ()
    assert decision.grounds == ("forbidden", "needs_approval")


def test_taking_a_way_out_turns_the_answer() -> None:
    toy = Toy("- {id: ban, forbid: copy, unless: {approved_by: {role: unit_head}, formalities: {has: registered}}}")
    assert toy.decide(action="copy", approvals=["unit_head"], formalities=["registered"])


def test_an_exemption_that_another_may_undo_asks_for_the_fact_that_would_settle_it() -> None:
    toy = Toy("""
        - {id: ban, forbid: copy}
        - {id: way, exempt: ban, when: {approved_by: {role: unit_head}}}
        - {id: back, exempt: way, when: {carrier.level: TOP_SECRET}}
    """)
    decision = toy.decide(action="copy", object="document", approvals=["unit_head"])
    assert decision.grounds == ("needs_facts",)
    assert [need.change.path for need in decision.needs] == ["carrier.level"]
    [remedy] = decision.remedies
    assert [(change.path, change.negated) for change in remedy.changes] == [("carrier.level", True)]


def test_needs_name_the_fact_and_the_article_that_makes_it_matter() -> None:
    toy = Toy("- {id: ban, forbid: copy, when: {carrier.level: SECRET}}")
    [need] = toy.decide(action="copy", object="document").needs
    assert (need.change.path, need.change.wanted, need.article, need.rule) == (
        "carrier.level",
        ("SECRET",),
        "第1条",
        "ban",
    )


def test_a_lifted_or_considered_rule_asks_for_nothing() -> None:
    toy = Toy("- {id: ban, forbid: copy, when: {carrier.level: SECRET}, unless: {place: home}}")
    decision = toy.decide(action="copy", object="document", place="home")
    assert (decision.effect, decision.needs, decision.remedies) == ("allow", (), ())


def test_at_most_five_ways_are_listed_the_easiest_first() -> None:
    roles = ("unit_head", "party_office", "secrecy_office", "unit_office", "leading_group", "office_director", "typist")
    wanted = ", ".join(f"{{approved_by: {{role: {role}}}}}" for role in roles)
    toy = Toy(f"- {{id: ban, forbid: copy, unless: {{any: [{{judge: important}}, {wanted}]}}}}")
    found = ways(toy.decide(action="copy"))
    assert len(found) == 5
    assert {"important"} not in found


def test_what_could_be_told_so_that_an_open_ban_does_not_apply_is_a_way_out() -> None:
    toy = Toy("- {id: ban, forbid: copy, when: {carrier.level: SECRET}}")
    [remedy] = toy.decide(action="copy", object="document").remedies
    assert [(change.sort, change.path, change.negated) for change in remedy.changes] == [
        ("tell", "carrier.level", True)
    ]


def test_bringing_about_that_a_ban_does_not_apply_is_none() -> None:
    # The place could be changed, but the rule is about those who are there.
    toy = Toy("- {id: ban, forbid: copy, when: {place: home}}")
    for facts in ({"place": "home"}, {}):
        assert toy.decide(action="copy", **facts).remedies == ()


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"person": {"specialties": ["surgery"]}, "object": "medical_record"}, "carrier.specialties"),
        ({"person": "x", "object": {"kind": "medical_record", "specialties": ["surgery"]}}, "person.specialties"),
    ],
)
def test_of_two_facts_compared_the_one_that_is_not_told_is_asked_for(told: dict[str, object], asked: str) -> None:
    toy = Toy("- {id: r, forbid: read, unless: {person.specialties: {overlaps: carrier.specialties}}}")
    told = {**told, "person": {"id": "x"} if told["person"] == "x" else told["person"]}
    assert [need.change.path for need in toy.decide(action="read", **told).needs] == [asked]
