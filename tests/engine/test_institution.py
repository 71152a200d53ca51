"""Several rulebooks bind one institution: any no wins, and that is never a conflict."""

import pytest

from secrecy_rules import Institution, RulebookError
from tests.semantics.toy import rulebook

BAN = rulebook("- {id: ban, forbid: copy, when: {place: home}}", name="banning")
LEAVE = rulebook("- {id: leave, permit: copy}", name="permitting")
OTHER = rulebook("- {id: other, forbid: destroy}", name="elsewhere")
OPEN = rulebook("- {id: open, forbid: copy, unless: {approved_by: {role: unit_head}}}", name="wants-approval")


def test_any_no_wins_and_two_books_are_never_a_conflict() -> None:
    for books in ([BAN, LEAVE], [LEAVE, BAN]):
        decision = Institution(books).decide({"action": "copy", "place": "home"})
        assert (decision.effect, decision.grounds) == ("deny", ("forbidden",))
        assert [(c.rulebook, c.rule) for c in decision.citations] == [("banning", "ban")]


def test_all_have_to_say_yes_and_all_that_matter_are_cited() -> None:
    decision = Institution([LEAVE, OPEN]).decide({"action": "copy", "approvals": ["unit_head"]})
    assert decision.effect == "allow"
    assert [(c.rulebook, c.did.value) for c in decision.citations] == [
        ("permitting", "permits"),
        ("wants-approval", "lifted"),
    ]


def test_not_covered_by_one_is_no_no_if_another_covers_the_act() -> None:
    decision = Institution([OTHER, LEAVE]).decide({"action": "copy"})
    assert (decision.effect, decision.grounds) == ("allow", ("permitted",))


def test_not_covered_by_any_is_a_no() -> None:
    decision = Institution([OTHER, BAN]).decide({"action": "read"})
    assert (decision.effect, decision.grounds) == ("deny", ("not_covered",))
    assert Institution([OTHER, BAN], silence="allow").decide({"action": "read"})


def test_the_ways_out_of_the_books_are_joined() -> None:
    second = rulebook("- {id: b, forbid: copy, unless: {formalities: {has: registered}}}", name="wants-register")
    decision = Institution([OPEN, second]).decide({"action": "copy"})
    assert [{word for change in r.changes for word in change.wanted} for r in decision.remedies] == [
        {"unit_head", "registered"}
    ]
    assert (
        Institution([OPEN, rulebook("- {id: c, forbid: copy}", name="never")]).decide({"action": "copy"}).remedies == ()
    )


def test_the_order_of_the_books_changes_no_effect_and_no_ground() -> None:
    books = [BAN, LEAVE, OPEN, OTHER]
    for request in ({"action": "copy"}, {"action": "copy", "place": "home"}, {"action": "read"}):
        one, other = (Institution(order).decide(request) for order in (books, books[::-1]))
        assert (one.effect, one.grounds) == (other.effect, other.grounds)


def test_the_receipt_names_every_book_that_was_asked() -> None:
    decision = Institution([LEAVE, OTHER]).decide({"action": "copy"})
    assert decision.rulebooks == {"permitting": LEAVE.digest, "elsewhere": OTHER.digest}


def test_the_other_questions_are_put_to_all_books() -> None:
    one = rulebook(
        """
        - {id: a, classify: {level: CONFIDENTIAL, retain: long}}
        - {id: b, oblige: report, upon: leak_found}
        - {id: c, require: {computer.fixed_ip: true}, of: computer}
        - {id: d, penalize: {who: offender, measures: [warning]}, when: {conduct.kinds: {has: leak}}}
        - {id: e, entrust: {matter: keep_seal, to: seal_keeper}}
        """,
        name="one",
    )
    two = rulebook(
        """
        - {id: f, classify: {level: SECRET, retain: permanent}}
        - {id: g, oblige: register_incident, upon: leak_found}
        - {id: h, require: {computer.patched: true}, of: computer}
        - {id: i, penalize: {who: offender, measures: [fine]}, when: {conduct.kinds: {has: leak}}}
        - {id: j, entrust: {matter: keep_seal, to: secretary}}
        """,
        name="two",
    )
    both = Institution([one, two])
    found = both.classify({"object": "document"})
    assert found.level is not None
    assert (found.level.plain(), found.retain) == ("SECRET", ("long", "permanent"))
    assert [d.duties for d in both.duties({"event": "leak_found"}).duties] == [("report",), ("register_incident",)]
    inspection = both.inspect({"object": {"kind": "desktop", "fixed_ip": True, "patched": False}})
    assert (inspection.verdict, len(inspection.items)) == ("breach", 2)
    assert [c.citations[0].rulebook for c in both.consequences({"conduct": "leak"}).consequences] == ["one", "two"]
    assert both.authority({"matter": "keep_seal"}).to == ("seal_keeper", "secretary")


def test_an_institution_without_rulebooks_is_refused() -> None:
    with pytest.raises(RulebookError, match="at least one rulebook"):
        Institution([])
