"""`require` and `as_state`: in order, breach, not told, not applicable; a verdict for each item, the worst wins."""

import pytest

from secrecy_rules import Inspection
from tests.semantics.toy import Toy

PC = "- {id: pc, require: {computer.fixed_ip: true, computer.uniform_name: true}, of: computer}\n"


def verdicts(inspection: Inspection) -> list[str]:
    return [item.verdict.value for item in inspection.items]


@pytest.mark.parametrize(
    ("facts", "items", "worst"),
    [
        ({"fixed_ip": True, "uniform_name": True}, ["in_order", "in_order"], "in_order"),
        ({"fixed_ip": True}, ["in_order", "not_told"], "not_told"),
        ({"uniform_name": False}, ["not_told", "breach"], "breach"),
        ({"fixed_ip": True, "uniform_name": False}, ["in_order", "breach"], "breach"),
    ],
)
def test_each_item_has_a_verdict_and_the_worst_wins(facts: dict[str, bool], items: list[str], worst: str) -> None:
    inspection = Toy(PC).inspect(object={"kind": "desktop", **facts})
    assert verdicts(inspection) == items
    assert inspection.verdict == worst
    assert bool(inspection) is (worst == "in_order")


def test_an_item_names_what_is_wanted_and_its_article() -> None:
    item = Toy(PC).inspect(object={"kind": "desktop", "fixed_ip": False}).items[0]
    assert [(change.path, change.wanted) for change in item.wanted] == [("computer.fixed_ip", ("true",))]
    assert (item.citation.rule, item.citation.article, item.citation.did) == ("pc", "第1条", "requires")


def test_another_kind_is_not_applicable_and_a_coarser_one_not_told() -> None:
    assert Toy(PC).inspect(object="printer").verdict == "not_applicable"
    assert Toy(PC).inspect(object={"kind": "device"}).verdict == "not_told"


def test_a_requirement_whose_condition_does_not_hold_is_not_applicable() -> None:
    toy = Toy("- {id: pc, require: {computer.fixed_ip: true}, of: computer, when: {computer.classified_use: true}}")
    desktop = {"kind": "desktop", "fixed_ip": False}
    assert toy.inspect(object={**desktop, "classified_use": False}).verdict == "not_applicable"
    assert toy.inspect(object={**desktop, "classified_use": True}).verdict == "breach"
    # Whether it is required is not known: then no breach is certain.
    assert toy.inspect(object=desktop).verdict == "not_told"


def test_what_is_fulfilled_is_in_order_whether_or_not_it_is_required() -> None:
    toy = Toy("- {id: pc, require: {computer.fixed_ip: true}, of: computer, when: {computer.classified_use: true}}")
    assert toy.inspect(object={"kind": "desktop", "fixed_ip": True}).verdict == "in_order"


def test_an_exception_and_an_exemption_take_a_requirement_away() -> None:
    toy = Toy("""
        - {id: pc, require: {computer.fixed_ip: true}, of: computer, unless: {place: archive_room}}
        - {id: way, exempt: pc, when: {place: home}}
    """)
    bad = {"kind": "desktop", "fixed_ip": False}
    for place, verdict in (("archive_room", "not_applicable"), ("home", "not_applicable"), ("hospital", "breach")):
        assert toy.inspect(object=bad, place=place).verdict == verdict
    assert toy.inspect(object=bad).verdict == "not_told"


def test_an_item_about_another_family_is_not_applicable() -> None:
    toy = Toy("- {id: any, require: {medium.checked: true, carrier.kept_in: safe}, of: carrier}")
    assert verdicts(toy.inspect(object={"kind": "document", "kept_in": "desk"})) == ["not_applicable", "breach"]


def test_nothing_required_of_a_thing_is_not_applicable_which_is_not_in_order() -> None:
    inspection = Toy(PC).inspect(object="document")
    assert (inspection.verdict, inspection.items) == ("not_applicable", ())
    assert not inspection


NET = """
- id: no-internet
  forbid: connect
  when: {target.kind: network_system}
  as_state:
    of: computer
    when: {computer.classified_use: true}
    require: {computer.networks: {lacks: internet}}
"""


def test_a_ban_with_as_state_answers_both_questions() -> None:
    toy = Toy(NET)
    assert toy.decide(action="connect", object="desktop", target="network_system").ground == "forbidden"
    desktop = {"kind": "desktop", "classified_use": True}
    assert toy.inspect(object={**desktop, "networks": ["internet"]}).verdict == "breach"
    assert toy.inspect(object={**desktop, "networks": []}).verdict == "in_order"
    assert toy.inspect(object=desktop).verdict == "not_told"
    assert toy.inspect(object={**desktop, "classified_use": False, "networks": ["internet"]}).verdict == (
        "not_applicable"
    )


def test_an_exemption_from_the_ban_is_one_from_the_state() -> None:
    toy = Toy(NET + "- {id: way, exempt: no-internet, when: {place: home}}")
    breach = {"kind": "desktop", "classified_use": True, "networks": ["internet"]}
    assert toy.inspect(object=breach, place="home").verdict == "not_applicable"
    assert toy.inspect(object=breach, place="hospital").verdict == "breach"
    assert toy.inspect(object=breach).verdict == "not_told"


def test_a_setting_told_without_an_object_is_what_is_inspected() -> None:
    toy = Toy("- {id: venue, require: {meeting.venue_secure: true}, of: meeting}")
    assert toy.inspect(meeting={"kind": "meeting", "venue_secure": False}).verdict == "breach"
    assert toy.inspect(meeting={"kind": "meeting", "venue_secure": True}).verdict == "in_order"
