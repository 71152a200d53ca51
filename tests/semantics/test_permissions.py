"""`permit`: an express permission, and what it can and cannot do."""

from tests.semantics.toy import Toy, cited

LEAVE = "- {id: leave, permit: copy, when: {place: home}, unless: {purpose: private}}"


def test_a_permission_holds_only_while_its_condition_is_known_to() -> None:
    toy = Toy(LEAVE)
    assert cited(toy.decide(action="copy", place="home", purpose="official")) == [("leave", "permits")]
    for facts in ({"place": "home"}, {"purpose": "official"}, {"place": "home", "purpose": "private"}):
        assert toy.decide(action="copy", **facts).ground == "unregulated"


def test_a_permission_never_outweighs_an_open_ban() -> None:
    toy = Toy(LEAVE + "\n- {id: ban, forbid: copy, when: {carrier.level: SECRET}}")
    decision = toy.decide(action="copy", place="home", purpose="official", object="document")
    assert decision.grounds == ("needs_facts",)
    assert cited(decision) == [("ban", "left_open")]


def test_a_permission_whose_ban_it_exempts_from_is_no_conflict() -> None:
    toy = Toy(LEAVE + "\n- {id: ban, forbid: copy}\n- {id: way, exempt: ban, when: {place: home}}")
    decision = toy.decide(action="copy", place="home", purpose="official")
    assert decision.ground == "permitted"
    assert cited(decision) == [("leave", "permits"), ("ban", "lifted"), ("way", "exempts")]


def test_a_permission_that_is_exempted_from_or_may_be_permits_nothing() -> None:
    toy = Toy("- {id: leave, permit: copy}\n- {id: back, exempt: leave, when: {carrier.level: SECRET}}")
    for level, ground in (("SECRET", "unregulated"), (None, "unregulated"), ("PUBLIC", "permitted")):
        told = {"kind": "document", **({"level": level} if level else {})}
        decision = toy.decide(action="copy", object=told)
        assert decision.ground == ground
        assert cited(decision) == ([("leave", "permits")] if ground == "permitted" else [])
