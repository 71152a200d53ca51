"""`forbid W unless U`: what each of the nine combinations contributes."""

import pytest

from tests.semantics.toy import Toy, cited

BAN = Toy("- {id: ban, forbid: copy, when: {place: home}, unless: {formalities: {has: registered}}}")
PLACE = {"true": {"place": "home"}, "false": {"place": "hospital"}, "unknown": {}}
FORMALITIES = {"true": {"formalities": ["registered"]}, "false": {"formalities": []}, "unknown": {}}


@pytest.mark.parametrize(
    ("when", "unless", "effect", "ground", "did"),
    [
        ("true", "false", "deny", "needs_approval", "forbids"),
        ("true", "true", "allow", "permitted", "lifted"),
        ("true", "unknown", "deny", "needs_approval", "left_open"),
        ("unknown", "false", "deny", "needs_approval", "left_open"),
        ("unknown", "unknown", "deny", "needs_approval", "left_open"),
        ("unknown", "true", "allow", "unregulated", None),
        ("false", "false", "allow", "unregulated", None),
        ("false", "true", "allow", "unregulated", None),
        ("false", "unknown", "allow", "unregulated", None),
    ],
)
def test_condition_against_exception(when: str, unless: str, effect: str, ground: str, did: str | None) -> None:
    decision = BAN.decide(action="copy", **PLACE[when], **FORMALITIES[unless])
    assert (decision.effect, decision.ground) == (effect, ground)
    assert cited(decision) == ([("ban", did)] if did else [])
    assert [c.rule for c in decision.considered] == ([] if did else ["ban"])
    assert bool(decision) is (effect == "allow")


def test_a_ban_without_condition_always_bans() -> None:
    assert Toy("- {id: ban, forbid: copy}").decide(action="copy").ground == "forbidden"


def test_a_rule_on_several_acts_reaches_each_of_them_and_their_narrower_ones() -> None:
    toy = Toy("- {id: ban, forbid: [copy, destroy]}")
    assert [toy.decide(action=act).ground for act in ("copy", "photograph", "destroy", "read")] == [
        "forbidden",
        "forbidden",
        "forbidden",
        "not_covered",
    ]


def test_action_in_a_condition_tests_the_act_itself() -> None:
    toy = Toy("- {id: ban, forbid: [copy, destroy], when: {any: [{action: destroy}, {place: home}]}}")
    assert toy.decide(action="destroy", place="hospital").ground == "forbidden"
    assert toy.decide(action="copy", place="hospital").ground == "unregulated"


def test_one_lifted_ban_does_not_outweigh_another_that_stands() -> None:
    toy = Toy("""
        - {id: lifted, forbid: copy, unless: {place: home}}
        - {id: stands, forbid: copy, when: {place: home}}
    """)
    decision = toy.decide(action="copy", place="home")
    assert not decision
    assert cited(decision) == [("stands", "forbids")]


def test_an_allow_cites_every_ban_that_was_lifted() -> None:
    toy = Toy("""
        - {id: one, forbid: copy, unless: {place: home}}
        - {id: two, forbid: copy, unless: {purpose: official}}
    """)
    decision = toy.decide(action="copy", place="home", purpose="official")
    assert cited(decision) == [("one", "lifted"), ("two", "lifted")]
