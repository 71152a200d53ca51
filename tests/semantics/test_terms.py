"""`is` and `terms`: the rulebook's own names for conditions and roles mean what they stand for."""

from tests.semantics.toy import Toy

HEAD = """
terms:
  主任: {role: office_director}
  密件: {when: {carrier.level: {at_least: CONFIDENTIAL}}}
  绝密件: {when: {is: 密件, carrier.level: TOP_SECRET}}
"""


def decided(when: str, level: str | None) -> str:
    toy = Toy(f"- {{id: ban, forbid: copy, when: {when}}}", head=HEAD)
    told = {"kind": "document", **({"level": level} if level else {})}
    return str(toy.decide(action="copy", object=told).ground)


def test_a_term_holds_when_its_condition_does() -> None:
    assert [decided("{is: 密件}", level) for level in ("SECRET", "INTERNAL", None)] == [
        "forbidden",
        "unregulated",
        "needs_facts",
    ]


def test_a_term_may_use_the_terms_above_it() -> None:
    assert decided("{is: 绝密件}", "TOP_SECRET") == "forbidden"
    assert decided("{is: 绝密件}", "SECRET") == "unregulated"


def test_a_list_of_terms_means_one_of_them() -> None:
    assert decided("{is: [绝密件, 密件]}", "SECRET") == "forbidden"


def test_a_negated_term_is_negated_to_its_parts() -> None:
    toy = Toy("- {id: ban, forbid: enter, when: {not: {is: 密件}}}", head=HEAD)
    assert toy.decide(action="enter", object="premises").ground == "unregulated"


def test_a_role_by_another_name_is_that_role() -> None:
    toy = Toy("- {id: ban, forbid: copy, unless: {approved_by: {role: 主任}}}", head=HEAD)
    assert toy.decide(action="copy", approvals=["office_director"])
    assert not toy.decide(action="copy", approvals=["unit_head"])
