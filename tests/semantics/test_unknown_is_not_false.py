"""What is not told is unknown: never false, never empty."""

import pytest

from tests.semantics.toy import truth


@pytest.mark.parametrize(
    ("condition", "false", "true"),
    [
        ("{place: home}", {"place": "hospital"}, {"place": "home"}),
        ("{place: {not: home}}", {"place": "home"}, {"place": "hospital"}),
        (
            "{carrier.level: SECRET}",
            {"object": {"kind": "document", "level": "PUBLIC"}},
            {"object": {"kind": "document", "level": "SECRET"}},
        ),
        (
            "{carrier.is_copy: true}",
            {"object": {"kind": "document", "is_copy": False}},
            {"object": {"kind": "document", "is_copy": True}},
        ),
        (
            "{carrier.is_copy: false}",
            {"object": {"kind": "document", "is_copy": True}},
            {"object": {"kind": "document", "is_copy": False}},
        ),
        ("{formalities: {has: registered}}", {"formalities": []}, {"formalities": ["registered"]}),
        ("{formalities: {lacks: registered}}", {"formalities": ["registered"]}, {"formalities": []}),
        ("{present: {count: {at_least: 1}}}", {"present": []}, {"present": ["typist"]}),
        ("{approved_by: {role: unit_head}}", {"approvals": []}, {"approvals": ["unit_head"]}),
        (
            "{judge: important}",
            {"judgements": [{"question": "important", "answer": False}]},
            {"judgements": [{"question": "important", "answer": True}]},
        ),
        ("{person.in_scope: true}", {"person": {"in_scope": False}}, {"person": {"in_scope": True}}),
        ("{copies_made: {at_most: 2}}", {"copies_made": 3}, {"copies_made": 2}),
        ("{action: photocopy}", {}, {}),
    ],
)
def test_an_absent_fact_is_unknown_a_stated_one_decides(
    condition: str, false: dict[str, object], true: dict[str, object]
) -> None:
    if not true:
        # The act is always told; what is coarser than the rule stays open.
        assert truth(condition) == "unknown"
        return
    assert truth(condition, object="document") == "unknown" or "object" in true
    assert truth(condition, **{"object": "document", **false}) == "false"
    assert truth(condition, **{"object": "document", **true}) == "true"


def test_a_level_that_is_not_told_is_unknown() -> None:
    assert truth("{carrier.level: SECRET}", object="document") == "unknown"


def test_a_fact_inside_a_record_that_is_not_told_is_unknown() -> None:
    assert truth("{carrier.issuer.rank: {at_least: province}}", object="document") == "unknown"
    told = {"kind": "document", "issuer": {"unit": "x"}}
    assert truth("{carrier.issuer.rank: {at_least: province}}", object=told) == "unknown"


def test_an_object_that_is_not_told_is_unknown_for_every_family() -> None:
    assert truth("{carrier.level: SECRET}") == "unknown"
    assert truth("{computer.fixed_ip: true}") == "unknown"


def test_a_person_who_is_told_without_roles_has_unknown_roles() -> None:
    assert truth("{person.roles: {has: driver}}", person={"id": "zhang"}) == "unknown"
    assert truth("{person.roles: {has: driver}}", person={"roles": []}) == "false"
