"""A request coarser than the rule is unknown for that rule, never false."""

import pytest

from tests.semantics.toy import Toy, truth


def test_a_coarser_act_leaves_the_ban_on_a_narrower_one_open() -> None:
    toy = Toy("- {id: ban, forbid: photograph}")
    decision = toy.decide(action="copy")
    assert decision.grounds == ("needs_facts",)
    assert [need.change.path for need in decision.needs] == ["action"]
    assert toy.decide(action="photograph").ground == "forbidden"
    assert toy.decide(action="scan").ground == "not_covered"


def test_a_coarser_act_gets_no_permission_from_a_narrower_one() -> None:
    assert Toy("- {id: leave, permit: photograph}").decide(action="copy").ground == "unregulated"


@pytest.mark.parametrize(
    ("condition", "coarse", "narrow", "apart"),
    [
        ("{place: home}", {"place": "outside"}, {"place": "home"}, {"place": "safe"}),
        ("{place: outside}", {}, {"place": "home"}, {"place": "safe"}),
        ("{carrier.kind: letter}", {"object": "document"}, {"object": "complaint_letter"}, {"object": "draft"}),
        (
            "{person.roles: {has: deputy_head}}",
            {"person": "unit_leader"},
            {"person": "leader_in_charge"},
            {"person": "driver"},
        ),
        (
            "{carrier.kept_in: server_room}",
            {"object": {"kind": "document", "kept_in": "unit_premises"}},
            {"object": {"kind": "document", "kept_in": "server_room"}},
            {"object": {"kind": "document", "kept_in": "safe"}},
        ),
        ("{purpose: work_need}", {"purpose": "official"}, {"purpose": "work_need"}, {"purpose": "private"}),
        ("{channel: wechat}", {"channel": "messaging"}, {"channel": "wechat"}, {"channel": "fax"}),
        ("{formalities: {has: filed}}", {}, {"formalities": ["dingtalk_filing"]}, {"formalities": ["numbered"]}),
        (
            "{formalities: {has: dingtalk_filing}}",
            {"formalities": ["filed"]},
            {"formalities": ["dingtalk_filing"]},
            {"formalities": ["numbered"]},
        ),
    ],
)
def test_within_is_true_coarser_is_unknown_apart_is_false(
    condition: str, coarse: dict[str, object], narrow: dict[str, object], apart: dict[str, object]
) -> None:
    assert truth(condition, **coarse) == "unknown"
    assert truth(condition, **narrow) == "true"
    assert truth(condition, **apart) == "false"


def test_a_coarse_word_is_unknown_under_not_too() -> None:
    assert truth("{place: {not: home}}", place="outside") == "unknown"
    assert truth("{not: {place: home}}", place="outside") == "unknown"
    assert truth("{formalities: {lacks: dingtalk_filing}}", formalities=["filed"]) == "unknown"


def test_a_coarse_kind_may_belong_to_the_family_that_a_path_reads() -> None:
    # A device may be a computer; a document never is.
    assert truth("{computer.fixed_ip: true}", object="device") == "unknown"
    assert truth("{computer.fixed_ip: true}", object="document") == "false"


def test_two_stated_words_one_coarser_than_the_other_may_be_the_same() -> None:
    condition = "{object.kind: {same_as: original.kind}}"
    assert truth(condition, object="document", original="letter") == "unknown"
    assert truth(condition, object="letter", original="letter") == "true"
    assert truth(condition, object="letter", original="draft") == "false"
