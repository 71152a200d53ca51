"""`entrust … exclusive`: only X does it. A manner of performance, never an approval."""

import pytest

from tests.semantics.toy import Toy, cited

ONLY = "- {id: only, entrust: {matter: copy, to: copier_operator, exclusive: true}, when: {carrier.level: SECRET}}\n"
LEAVE = "- {id: leave, permit: copy}\n"
SECRET = {"kind": "document", "level": "SECRET"}


def test_a_performer_told_and_wrong_is_banned_and_another_would_do() -> None:
    decision = Toy(ONLY).decide(action="photocopy", object=SECRET, performer="driver")
    assert (decision.effect, decision.ground) == ("deny", "needs_approval")
    assert cited(decision) == [("only", "forbids")]
    [change] = decision.remedies[0].changes
    assert (change.sort, change.path, change.wanted) == ("obtain", "performer.roles", ("copier_operator",))


def test_a_permission_of_the_act_is_no_conflict_with_who_performs_it() -> None:
    decision = Toy(LEAVE + ONLY).decide(action="photocopy", object=SECRET, performer="driver")
    assert (decision.effect, decision.grounds) == ("deny", ("needs_approval",))


def test_a_performer_told_and_right_brings_nothing() -> None:
    decision = Toy(LEAVE + ONLY).decide(action="photocopy", object=SECRET, performer="copier_operator")
    assert (decision.effect, decision.ground, decision.duties) == ("allow", "permitted", ())
    assert Toy(ONLY).decide(action="photocopy", object=SECRET, performer="copier_operator").ground == "unregulated"


@pytest.mark.parametrize("performer", [None, "staff_member", {"id": "zhang"}])
def test_a_performer_not_told_brings_a_duty_beside_the_allow(performer: object) -> None:
    told = {} if performer is None else {"performer": performer}
    decision = Toy(LEAVE + ONLY).decide(action="photocopy", object=SECRET, **told)
    assert (decision.effect, decision.ground) == ("allow", "permitted")
    [duty] = decision.duties
    assert (duty.duties, duty.who, duty.citation.rule) == (("perform",), "copier_operator", "only")


def test_it_is_never_an_approval() -> None:
    toy = Toy(ONLY + "- {id: ban, forbid: copy, unless: {approved_by: {role: copier_operator}}}")
    assert toy.decide(action="copy", object=SECRET, performer="copier_operator").ground == "needs_approval"


def test_it_reaches_only_where_its_condition_holds() -> None:
    toy = Toy(ONLY)
    assert toy.decide(action="copy", object={"kind": "document", "level": "PUBLIC"}, performer="driver").ground == (
        "unregulated"
    )
    assert toy.decide(action="copy", object="document", performer="driver").ground == "needs_approval"
    assert toy.decide(action="read", object=SECRET, performer="driver").ground == "not_covered"


def test_an_exemption_frees_others() -> None:
    toy = Toy(ONLY + "- {id: way, exempt: only, when: {place: home}}")
    decision = toy.decide(action="copy", object=SECRET, performer="driver", place="home")
    assert cited(decision) == [("only", "lifted"), ("way", "exempts")]


def test_its_exception_frees_others() -> None:
    toy = Toy("- {id: only, entrust: {matter: copy, to: typist, exclusive: true}, unless: {place: home}}")
    assert toy.decide(action="copy", performer="driver", place="home").ground == "unregulated"
    assert not toy.decide(action="copy", performer="driver", place="hospital")


SIGN = "- {id: sign, entrust: {matter: sign_for, to: document_clerk, exclusive: true, party: person}}"


@pytest.mark.parametrize(
    ("person", "effect", "grounds"),
    [
        ("document_clerk", "allow", ("unregulated",)),
        ("driver", "deny", ("forbidden",)),
        ({"id": "zhang"}, "deny", ("needs_facts",)),
        ("staff_member", "deny", ("needs_facts",)),
    ],
)
def test_where_it_is_about_the_person_himself_who_he_is_decides(
    person: object, effect: str, grounds: tuple[str, ...]
) -> None:
    decision = Toy(SIGN).decide(action="sign_for", person=person)
    assert (decision.effect, decision.grounds) == (effect, grounds)


def test_not_exclusive_it_bans_nobody() -> None:
    toy = Toy(LEAVE + "- {id: keeper, entrust: {matter: copy, to: typist}}")
    assert toy.decide(action="copy", performer="driver")
