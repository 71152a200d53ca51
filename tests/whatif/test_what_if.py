"""What would turn an answer: the smallest sets, obtainable apart from given, each confirmed by deciding it."""

from __future__ import annotations

import pytest

from secrecy_rules import WhatIf
from tests.semantics.toy import Toy

COPY = {"action": "copy", "object": {"kind": "document", "level": "SECRET"}}


def asked(found: WhatIf) -> list[tuple[str, set[tuple[str, tuple[str, ...]]]]]:
    return [(p.group, {(c.change.path, c.change.wanted) for c in p.changes}) for p in found.proposals]


def what_if(rules: str, **facts: object) -> WhatIf:
    return Toy(rules).what_if(**{**COPY, **facts})


def test_an_approval_is_obtainable_and_names_its_article() -> None:
    found = what_if("- {id: ban, forbid: copy, unless: {approved_by: {role: unit_head}}}")
    assert asked(found) == [("obtainable", {("approvals", ("unit_head",))})]
    [change] = found.proposals[0].changes
    assert (change.rulebook, change.article, change.rule) == ("toy", "第1条", "ban")


def test_every_proposal_is_a_request_that_is_allowed() -> None:
    toy = Toy("""
        - id: ban
          forbid: copy
          when: {carrier.level: {at_least: SECRET}}
          unless: {approved_by: {role: unit_head, form: written}, formalities: {has_all: [registered, loan]}}
    """)
    found = toy.what_if(**COPY)
    assert len(found.proposals) == 2
    for proposal in found.proposals:
        assert toy.decide(**proposal.request).effect == "allow"
        assert toy.decide(**proposal.request).ground == proposal.ground


def test_a_lower_level_is_given_and_stands_after_what_can_be_obtained() -> None:
    found = what_if(
        "- {id: ban, forbid: copy, when: {carrier.level: {at_least: SECRET}}, unless: {place: archive_room}}"
    )
    assert asked(found) == [
        ("obtainable", {("place", ("archive_room",))}),
        ("given", {("carrier.level", ("SECRET",))}),
    ]
    assert found.proposals[1].request["object"]["level"] == "CONFIDENTIAL"


def test_a_judgement_is_a_group_of_its_own() -> None:
    found = what_if("- {id: ban, forbid: copy, unless: {judge: must_leave_room}}")
    assert asked(found) == [("judgement", {("judgements", ("must_leave_room",))})]


def test_what_several_bans_want_is_put_together() -> None:
    found = what_if("""
        - {id: one, forbid: copy, unless: {approved_by: {role: unit_head}}}
        - {id: two, forbid: copy, unless: {formalities: {has: registered}}}
    """)
    assert asked(found) == [("obtainable", {("approvals", ("unit_head",)), ("formalities", ("registered",))})]


def test_a_change_that_brings_another_ban_about_is_followed_to_its_end() -> None:
    found = what_if("""
        - {id: place, forbid: copy, unless: {place: archive_room}}
        - {id: there, forbid: copy, when: {place: archive_room}, unless: {formalities: {has: registered}}}
    """)
    assert asked(found) == [("obtainable", {("place", ("archive_room",)), ("formalities", ("registered",))})]


def test_an_exemption_of_another_clause_is_a_way_out() -> None:
    found = what_if("""
        - {id: ban, forbid: copy}
        - {id: lift, exempt: ban, when: {purpose: official}}
    """)
    assert asked(found) == [("given", {("purpose", ("official",))})]


def test_another_performer_is_obtainable() -> None:
    found = what_if(
        "- {id: op, entrust: {matter: copy, to: copier_operator, exclusive: true}}", performer={"roles": ["nurse"]}
    )
    assert asked(found) == [("obtainable", {("performer.roles", ("copier_operator",))})]


def test_escorts_are_found_in_the_number_that_is_wanted() -> None:
    found = what_if("- {id: ban, forbid: carry_out, unless: {escorts: {count: {at_least: 2}}}}", action="carry_out")
    [proposal] = found.proposals
    assert len(proposal.request["escorts"]) == 2


def test_an_absolute_ban_has_no_proposal() -> None:
    assert what_if("- {id: ban, forbid: copy, absolute: true}").proposals == ()


def test_what_the_thing_is_is_never_proposed_to_be_another() -> None:
    assert what_if("- {id: ban, forbid: copy, when: {carrier.kind: document}}").proposals == ()


def test_a_yes_names_the_stated_facts_it_hangs_on() -> None:
    rules = "- {id: ban, forbid: copy, when: {carrier.level: SECRET}, unless: {approved_by: {role: unit_head}}}"
    found = what_if(rules, approvals=["unit_head"], place="archive_room")
    assert found.decision.effect == "allow"
    assert found.proposals == ()
    assert [(h.path, h.articles) for h in found.hangs_on] == [("approvals", ("第1条",))]


@pytest.mark.parametrize("how", ["all", "any", "sequence"])
def test_several_approvals_are_proposed_as_the_text_wants_them(how: str) -> None:
    wanted = f"{{{how}: [{{role: office_director}}, {{role: unit_head}}]}}"
    found = what_if(f"- {{id: ban, forbid: copy, unless: {{approved_by: {wanted}}}}}")
    count = {1} if how == "any" else {2}
    assert {len(proposal.request["approvals"]) for proposal in found.proposals} == count


def test_no_more_is_taken_away_than_is_in_the_way() -> None:
    rules = "- {id: ban, forbid: copy, when: {formalities: {has: loan}}, unless: {place: home}}"
    found = what_if(rules, formalities=["loan", "registered"])
    [taken] = [p for p in found.proposals if {c.change.path for c in p.changes} == {"formalities"}]
    assert taken.request["formalities"] == [{"kind": "registered"}]
