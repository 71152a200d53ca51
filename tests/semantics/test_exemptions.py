"""`exempt`: one clause lifts another, and may be lifted in turn."""

import pytest

from tests.semantics.toy import Toy, cited

BAN = "- {id: ban, forbid: copy}\n"
WAY = "- {id: way, exempt: ban, when: {place: home}}\n"


def test_an_exemption_that_holds_takes_the_ban_away_and_is_cited() -> None:
    decision = Toy(BAN + WAY).decide(action="copy", place="home")
    assert (decision.effect, decision.ground) == ("allow", "permitted")
    assert cited(decision) == [("ban", "lifted"), ("way", "exempts")]


def test_an_exemption_that_does_not_hold_leaves_the_ban() -> None:
    decision = Toy(BAN + WAY).decide(action="copy", place="hospital")
    assert cited(decision) == [("ban", "forbids")]


def test_an_unknown_exemption_leaves_the_ban_and_says_that_it_may_exempt() -> None:
    decision = Toy(BAN + WAY).decide(action="copy")
    assert not decision
    assert cited(decision) == [("ban", "forbids"), ("way", "may_exempt")]
    assert [need.change.path for need in decision.needs] == ["place"]


def test_an_exemption_takes_an_open_ban_away_too_and_is_cited() -> None:
    toy = Toy("- {id: ban, forbid: copy, when: {carrier.level: SECRET}}\n" + WAY)
    decision = toy.decide(action="copy", object="document", place="home")
    assert (decision.effect, decision.ground) == ("allow", "permitted")
    assert cited(decision) == [("ban", "lifted"), ("way", "exempts")]


def test_does_not_apply_and_is_exempted_stay_apart() -> None:
    toy = Toy("- {id: ban, forbid: copy, when: {carrier.level: SECRET}}\n" + WAY)
    decision = toy.decide(action="copy", object={"kind": "document", "level": "PUBLIC"}, place="home")
    assert decision.ground == "unregulated"
    assert decision.citations == ()


def test_the_exception_of_an_exemption_makes_it_fail() -> None:
    toy = Toy(BAN + "- {id: way, exempt: ban, when: {place: home}, unless: {purpose: private}}")
    assert toy.decide(action="copy", place="home", purpose="official")
    assert not toy.decide(action="copy", place="home", purpose="private")
    assert not toy.decide(action="copy", place="home")


@pytest.mark.parametrize(
    ("back", "effect", "citations"),
    [
        ({"purpose": "private"}, "deny", [("ban", "forbids")]),
        ({"purpose": "official"}, "allow", [("ban", "lifted"), ("way", "exempts")]),
        ({}, "deny", [("ban", "forbids"), ("way", "may_exempt")]),
    ],
)
def test_an_exemption_from_an_exemption_brings_the_ban_back(
    back: dict[str, str], effect: str, citations: list[tuple[str, str]]
) -> None:
    toy = Toy(BAN + WAY + "- {id: back, exempt: way, when: {purpose: private}}")
    decision = toy.decide(action="copy", place="home", **back)
    assert decision.effect == effect
    assert cited(decision) == citations


def test_three_deep_the_exemption_from_the_exemption_from_the_exemption_frees_again() -> None:
    toy = Toy(
        BAN
        + WAY
        + "- {id: back, exempt: way, when: {purpose: official}}\n"
        + "- {id: again, exempt: back, when: {time: night}}"
    )
    assert not toy.decide(action="copy", place="home", purpose="official", time="holiday")
    assert toy.decide(action="copy", place="home", purpose="official", time="night")


def test_several_exemptions_are_or_ed() -> None:
    toy = Toy(BAN + WAY + "- {id: other, exempt: ban, when: {purpose: official}}")
    decision = toy.decide(action="copy", place="hospital", purpose="official")
    assert cited(decision) == [("ban", "lifted"), ("other", "exempts")]


def test_what_would_make_an_exemption_hold_is_a_way_out_of_the_ban() -> None:
    toy = Toy(BAN + "- {id: way, exempt: ban, when: {approved_by: {role: unit_head}}}")
    decision = toy.decide(action="copy")
    assert decision.ground == "needs_approval"
    assert [change.wanted for change in decision.remedies[0].changes] == [("unit_head",)]


def test_an_exemption_presumed_not_to_hold_is_listed_as_assumed() -> None:
    rules = BAN + "- {id: law, exempt: ban, when: {purpose: judicial}, presumed: false}"
    decision = Toy(rules).decide(action="copy")
    assert cited(decision) == [("ban", "forbids")]
    assert decision.assumed == ("not_exempted_by:law",)
    assert Toy(rules).decide(action="copy", purpose="judicial")
    assert cited(Toy(rules, presume=False).decide(action="copy")) == [("ban", "forbids"), ("law", "may_exempt")]


@pytest.mark.parametrize(
    "rule",
    [
        "{id: target, classify: {level: SECRET}}",
        "{id: target, penalize: {who: offender, measures: [warning]}, when: {conduct.kinds: {has: leak}}}",
        "{id: target, oblige: report, upon: leak_found}",
        "{id: target, require: {computer.fixed_ip: true}, of: computer}",
        "{id: target, entrust: {matter: destroy, to: archivist}}",
    ],
)
def test_an_exemption_works_on_every_kind_of_rule(rule: str) -> None:
    toy = Toy(f"- {rule}\n- {{id: way, exempt: target, when: {{place: home}}}}")

    def answers(place: str) -> list[object]:
        return [
            toy.classify(object="computer", place=place).level,
            len(toy.consequences(conduct="leak", place=place).consequences),
            len(toy.duties(event="leak_found", place=place).duties),
            toy.inspect(object={"kind": "computer", "fixed_ip": False}, place=place).verdict,
            len(toy.authority(matter="destroy", place=place).competences),
        ]

    nothing = [None, 0, 0, "not_applicable", 0]
    assert answers("home") == nothing
    assert answers("hospital") != nothing
