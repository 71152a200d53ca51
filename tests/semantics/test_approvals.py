"""`approved_by`: whose consent counts."""

import pytest

from tests.semantics.toy import Toy, truth


def approved(wanted: str, **facts: object) -> str:
    return truth(f"{{approved_by: {wanted}}}", **facts)


def test_a_stated_approval_matches_by_role_through_is_a() -> None:
    assert approved("{role: unit_leader}", approvals=["unit_leader"]) == "true"
    assert approved("{role: unit_leader}", approvals=["deputy_head"]) == "true"


def test_approvals_that_are_stated_and_do_not_match_are_false() -> None:
    assert approved("{role: office_director}", approvals=["driver"]) == "false"
    assert approved("{role: office_director}", approvals=[]) == "false"


def test_not_told_and_a_coarser_role_are_unknown() -> None:
    assert approved("{role: office_director}") == "unknown"
    assert approved("{role: deputy_head}", approvals=["unit_leader"]) == "unknown"


def test_a_superior_s_consent_counts_only_where_the_vocabulary_says_so() -> None:
    # The head of the unit stands above the office director, but is not one.
    assert approved("{role: office_director}", approvals=["unit_head"]) == "false"
    assert approved("{role: leader_in_charge}", approvals=["unit_head"]) == "false"


def test_an_unnamed_approver_is_any_competent_leader() -> None:
    assert approved("{role: competent_leader}", approvals=["office_director"]) == "true"
    assert approved("{role: competent_leader}", approvals=["driver"]) == "false"


def test_one_of_several_roles_will_do() -> None:
    assert approved("{role: [unit_head, office_director]}", approvals=["office_director"]) == "true"


ZHANG = {"id": "zhang", "roles": ["office_director"]}


@pytest.mark.parametrize(
    ("approval", "person", "expected"),
    [
        ({"holder": "zhang"}, ZHANG, "false"),
        ({"holder": "li"}, ZHANG, "true"),
        # Holds the post that approved; whether it was he is not told.
        ({}, ZHANG, "unknown"),
        ({}, {"roles": ["office_director"]}, "unknown"),
        ({}, {"id": "zhang", "roles": ["driver"]}, "true"),
        ({}, {"id": "zhang"}, "true"),
        ({}, None, "true"),
    ],
)
def test_nobody_approves_his_own_request(approval: dict[str, str], person: object, expected: str) -> None:
    facts = {} if person is None else {"person": person}
    told = [{"role": "office_director", **approval}]
    assert approved("{role: office_director}", approvals=told, **facts) == expected


def test_the_form_has_to_be_told_and_right() -> None:
    wanted = "{role: unit_head, form: written}"
    for form, expected in (("signature", "true"), ("oral", "false"), (None, "unknown")):
        told = {"role": "unit_head", **({"form": form} if form else {})}
        assert approved(wanted, approvals=[told]) == expected


def test_of_wants_the_holder_in_that_very_unit() -> None:
    wanted = "{role: section_head, of: person.section}"
    person = {"id": "zhang", "section": "一科"}
    for unit, expected in (("一科", "true"), ("二科", "false"), (None, "unknown")):
        told = {"role": "section_head", **({"unit": unit} if unit else {})}
        assert approved(wanted, approvals=[told], person=person) == expected
    assert approved(wanted, approvals=[{"role": "section_head", "unit": "一科"}], person={"id": "zhang"}) == "unknown"


def test_an_approval_of_another_act_does_not_count() -> None:
    for act, expected in (("copy", "true"), ("destroy", "false"), ("photograph", "unknown")):
        assert approved("{role: unit_head}", approvals=[{"role": "unit_head", "act": act}]) == expected


BOTH = "[{role: functional_section}, {role: unit_head}]"


@pytest.mark.parametrize(
    ("how", "approvals", "expected"),
    [
        ("all", ["functional_section", "unit_head"], "true"),
        ("all", ["unit_head"], "false"),
        ("all", None, "unknown"),
        ("any", ["unit_head"], "true"),
        ("any", ["driver"], "false"),
        ("any", None, "unknown"),
    ],
)
def test_all_and_any(how: str, approvals: list[str] | None, expected: str) -> None:
    told = {} if approvals is None else {"approvals": approvals}
    assert approved(f"{{{how}: {BOTH}}}", **told) == expected


def dated(**days: str) -> list[dict[str, str]]:
    return [{"role": role, "on": day} for role, day in days.items()]


@pytest.mark.parametrize(
    ("approvals", "expected"),
    [
        (dated(functional_section="2024-03-01", unit_head="2024-03-02"), "true"),
        (dated(functional_section="2024-03-02", unit_head="2024-03-02"), "true"),
        (dated(functional_section="2024-03-03", unit_head="2024-03-02"), "false"),
        (["functional_section", "unit_head"], "unknown"),
        (dated(unit_head="2024-03-02"), "false"),
        # The one that is left over at the right time counts.
        (
            [
                *dated(functional_section="2024-03-03", unit_head="2024-03-02"),
                {"role": "unit_head", "on": "2024-03-04"},
            ],
            "true",
        ),
    ],
)
def test_a_sequence_needs_the_dates_in_order(approvals: list[object], expected: str) -> None:
    assert approved(f"{{sequence: {BOTH}}}", approvals=approvals) == expected


def test_a_sequence_may_have_steps_of_several() -> None:
    wanted = "{sequence: [{any: [{role: secrecy_office}, {role: unit_office}]}, {role: unit_head}]}"
    assert approved(wanted, approvals=dated(unit_office="2024-03-01", unit_head="2024-03-02")) == "true"
    assert approved(wanted, approvals=dated(unit_office="2024-03-03", unit_head="2024-03-02")) == "false"


@pytest.mark.parametrize(
    ("key", "approval", "formality", "expected"),
    [
        ("before", "2024-03-01", "2024-03-02", "true"),
        ("before", "2024-03-02", "2024-03-02", "true"),
        ("before", "2024-03-03", "2024-03-02", "false"),
        ("after", "2024-03-03", "2024-03-02", "true"),
        ("after", "2024-03-01", "2024-03-02", "false"),
        ("before", None, "2024-03-02", "unknown"),
        ("before", "2024-03-01", None, "unknown"),
    ],
)
def test_an_approval_may_have_to_come_before_or_after_a_formality(
    key: str, approval: str | None, formality: str | None, expected: str
) -> None:
    consent = {"role": "unit_head", **({"on": approval} if approval else {})}
    entry = {"kind": "registered", **({"on": formality} if formality else {})}
    wanted = f"{{role: unit_head, {key}: registered}}"
    assert approved(wanted, approvals=[consent], formalities=[entry]) == expected
    assert approved(wanted, approvals=[consent]) == "unknown"


def test_what_is_still_missing_is_named_and_what_is_there_is_not() -> None:
    toy = Toy(f"- {{id: ban, forbid: copy, unless: {{approved_by: {{all: {BOTH}}}}}}}")
    [remedy] = toy.decide(action="copy", approvals=["unit_head"]).remedies
    assert [change.wanted for change in remedy.changes] == [("functional_section",)]
