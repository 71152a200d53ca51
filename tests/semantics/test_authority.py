"""`entrust`: who decides and who answers for it; everybody whom the text names."""

import pytest

from secrecy_rules import Authority
from tests.semantics.toy import Toy

KEEPER = "- {id: keeper, entrust: {matter: keep_seal, to: [seal_keeper, unit_office]}}\n"


def named(found: Authority) -> dict[str, tuple[str, ...]]:
    return {c.citation.rule: c.to for c in found.competences}


def test_a_competence_names_its_roles_and_article() -> None:
    found = Toy(KEEPER).authority(matter="keep_seal")
    [competence] = found.competences
    assert (competence.to, competence.certain, competence.exclusive) == (("seal_keeper", "unit_office"), True, False)
    assert competence.citation.did == "entrusts"
    assert found.to == ("seal_keeper", "unit_office")
    assert Toy(KEEPER).authority(matter="declassify").competences == ()


def test_all_competences_for_a_matter_are_given() -> None:
    toy = Toy(KEEPER + "- {id: other, entrust: {matter: keep_seal, to: secretary}}")
    assert set(named(toy.authority(matter="keep_seal"))) == {"keeper", "other"}


def test_a_broader_matter_of_the_rule_reaches_a_narrower_one_and_a_coarser_question_is_open() -> None:
    toy = Toy("- {id: work, entrust: {matter: daily_secrecy_work, to: secrecy_office}}")
    assert toy.authority(matter="daily_secrecy_work").competences[0].certain
    assert not toy.authority(matter="secrecy_work").competences[0].certain
    wider = Toy("- {id: work, entrust: {matter: secrecy_work, to: secrecy_office}}")
    assert wider.authority(matter="daily_secrecy_work").competences[0].certain


def test_an_unknown_condition_leaves_the_competence_uncertain() -> None:
    toy = Toy("- {id: keeper, entrust: {matter: keep_seal, to: seal_keeper}, when: {carrier.kind: official_seal}}")
    [competence] = toy.authority(matter="keep_seal", object="seal").competences
    assert (competence.certain, [need.change.path for need in competence.missing]) == (False, ["carrier.kind"])
    assert toy.authority(matter="keep_seal", object="contract_seal").competences == ()


STEPS = """
- id: change
  entrust:
    matter: change_level
    steps: [{propose: handling_person}, {review: unit_office}, {approve: leading_group}]
"""


@pytest.mark.parametrize(
    ("approvals", "following"),
    [
        (None, ("handling_person",)),
        ([], ("handling_person",)),
        (["handling_person"], ("unit_office",)),
        (["handling_person", "unit_office"], ("leading_group",)),
        (["handling_person", "unit_office", "leading_group"], ()),
        # A step that was skipped is the next one.
        (["handling_person", "leading_group"], ("unit_office",)),
    ],
)
def test_of_a_chain_the_first_step_not_known_to_be_done_is_next(
    approvals: list[str] | None, following: tuple[str, ...]
) -> None:
    told = {} if approvals is None else {"approvals": approvals}
    [chain] = Toy(STEPS).authority(matter="change_level", **told).competences
    assert chain.next == following
    assert chain.steps == (
        ("propose", ("handling_person",)),
        ("review", ("unit_office",)),
        ("approve", ("leading_group",)),
    )


def test_a_step_with_a_condition_stands_only_where_it_may_hold() -> None:
    toy = Toy("""
        - id: change
          entrust:
            matter: change_level
            steps: [{propose: handling_person}, {approve: unit_head, when: {carrier.level: TOP_SECRET}}]
    """)

    def verbs(level: str | None) -> list[str]:
        told = {"kind": "document", **({"level": level} if level else {})}
        [chain] = toy.authority(matter="change_level", object=told).competences
        return [verb for verb, _ in chain.steps]

    assert verbs("TOP_SECRET") == ["propose", "approve"]
    assert verbs("SECRET") == ["propose"]
    assert verbs(None) == ["propose", "approve"]


def test_the_approver_that_a_ban_names_is_competent_for_the_act() -> None:
    toy = Toy("""
        - {id: ban, forbid: copy, unless: {approved_by: {any: [{role: unit_head}, {role: office_director}]}}}
        - {id: way, exempt: ban, when: {place: home, approved_by: {role: secrecy_office}}}
    """)
    found = toy.authority(matter="photocopy")
    assert named(found) == {"ban": ("unit_head", "office_director"), "way": ("secrecy_office",)}
    assert all(competence.approver for competence in found.competences)
    assert {c.citation.did.value for c in found.competences} == {"names_approver"}
    assert toy.authority(matter="destroy").competences == ()


def test_an_approver_is_not_named_where_the_ban_does_not_apply() -> None:
    toy = Toy("- {id: ban, forbid: copy, when: {place: home}, unless: {approved_by: {role: unit_head}}}")
    assert toy.authority(matter="copy", place="hospital").competences == ()
    assert toy.authority(matter="copy", place="home").competences[0].certain
    assert not toy.authority(matter="copy").competences[0].certain


def test_an_approver_is_named_also_where_a_presumption_would_leave_the_ban_aside() -> None:
    toy = Toy("""
        - id: ban
          forbid: copy
          when: {if_told: {recipient.roles: {has: journalist}}}
          unless: {approved_by: {role: party_office}}
    """)
    [competence] = toy.authority(matter="copy").competences
    assert (competence.to, competence.certain) == (("party_office",), False)
    assert toy.authority(matter="copy", recipient="driver").competences == ()
