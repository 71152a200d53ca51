"""The models of the world: frozen, closed, no coercion; unknown apart from false; Chinese accepted on input."""

from datetime import date

import pytest

from secrecy_rules import Approval, Carrier, Computer, Level, LevelRange, Meeting, Person, Request, RequestError
from secrecy_rules.model import Incident, Inquiry, Occurrence, State


def refused(**data: object) -> str:
    with pytest.raises(RequestError) as caught:
        Request.from_data({"action": "copy", **data})
    return str(caught.value)


def test_chinese_names_and_words_give_the_same_model_as_english_ones() -> None:
    chinese = Request.from_data(
        {
            "action": "复印",
            "当事人": {"职务": ["司机"], "隶属": "本单位"},
            "对象": {"种类": "公文", "密级": "机密"},
            "审批": ["院长"],
        }
    )
    english = Request.from_data(
        {
            "action": "photocopy",
            "person": {"roles": ["driver"], "affiliation": "own_unit"},
            "object": {"kind": "official_document", "level": "SECRET"},
            "approvals": ["unit_head"],
        }
    )
    assert chinese == english


def test_a_fact_that_is_not_told_is_none_and_not_false_or_empty() -> None:
    request = Request.from_data({"action": "copy", "object": {"kind": "document", "is_copy": False}, "approvals": []})
    assert isinstance(request.object, Carrier)
    assert (request.object.is_copy, request.object.must_archive) == (False, None)
    assert (request.approvals, request.formalities) == ((), None)


def test_short_forms_stand_for_records() -> None:
    request = Request.from_data(
        {
            "action": "copy",
            "person": "driver",
            "object": "document",
            "approvals": ["unit_head"],
            "formalities": ["loan"],
        }
    )
    assert request.person == Person.from_data({"roles": ["driver"]})
    assert request.approvals == (Approval.from_data({"role": "unit_head"}),)
    assert Incident.from_data({"conduct": "leak"}).conduct.kinds == ("leak",)
    assert Incident.from_data({"conduct": ["leak", "merit"]}).conduct.kinds == ("leak", "merit")


@pytest.mark.parametrize(
    ("kind", "model"), [("official_document", Carrier), ("laptop", Computer), ("foreign_activity", Meeting)]
)
def test_the_kind_tells_the_family(kind: str, model: type) -> None:
    assert type(Request.from_data({"action": "copy", "object": kind}).object) is model


def test_a_model_of_another_family_than_its_kind_is_refused() -> None:
    with pytest.raises(RequestError, match="of the family `computer`"):
        Carrier(kind="laptop")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"aproval": []}, "aproval: unknown field `aproval` (did you mean `approvals`?)"),
        ({"object": {"kind": "documnt"}}, "object.kind: unknown kind `documnt` (did you mean `document`?)"),
        ({"object": {"kind": "document", "lvl": "SECRET"}}, "object.lvl: unknown field `lvl`"),
        ({"object": {"kind": "document", "level": "SECRT"}}, "unknown level `SECRT` (did you mean `SECRET`?)"),
        (
            {"object": {"kind": "document", "fixed_ip": True}},
            "object.fixed_ip: `fixed_ip` is not a fact of this kind of object (check the kind)",
        ),
        ({"place": "hme"}, "place: unknown place `hme` (did you mean `home`?)"),
        ({"person": {"in_scope": "yes"}}, "person.in_scope: `in_scope` must be true or false"),
        ({"person": {"in_scope": 1}}, "person.in_scope: `in_scope` must be true or false"),
        ({"copies_made": "3"}, "copies_made: `copies_made` must be a whole number"),
        ({"copies_made": True}, "copies_made: `copies_made` must be a whole number"),
        ({"copies_made": 3.0}, "copies_made: `copies_made` must be a whole number"),
        ({"as_of": "2024-02-30"}, "as_of: `2024-02-30` is not a date (write it as 2024-03-31)"),
        ({"place": 5}, "expected a word of `place`, not a number"),
        ({"place": ["home"]}, "expected a word of `place`, not a list"),
        ({"approvals": "unit_head"}, "approvals: `approvals` must be a list"),
        ({"approvals": [{"role": "unit_haed"}]}, "unknown role `unit_haed` (did you mean `unit_head`?)"),
        ({"place": "home", "地点": "home"}, "field `place` is given twice"),
        ({"object": {"level": "SECRET"}}, "object.kind: the field `kind` is missing"),
        ({"object": "document", "conduct": "leak"}, "unknown field `conduct`"),
    ],
)
def test_an_error_names_the_field_or_word_and_the_nearest_good_one(data: dict[str, object], message: str) -> None:
    assert message in refused(**data)


def test_all_mistakes_are_reported_at_once() -> None:
    assert len(refused(place="hme", copies_made="3", aproval=[]).splitlines()) == 3


def test_a_model_cannot_be_changed() -> None:
    request = Request(action="copy")
    with pytest.raises(ValueError, match="frozen"):
        request.action = "read"


def test_a_model_built_by_name_is_checked_in_the_same_words() -> None:
    with pytest.raises(RequestError, match="did you mean `copy`"):
        Request(action="copyy")


def test_plain_data_gives_an_equal_model_back() -> None:
    request = Request.from_data(
        {
            "action": "copy",
            "person": {"id": "zhang", "roles": [{"role": "driver", "unit": "一科"}]},
            "object": {"kind": "laptop", "level": {"at_least": "SECRET"}, "passwords": [{"length": 8}]},
            "approvals": [{"role": "unit_head", "on": "2024-03-01"}],
            "as_of": "2024-03-02",
        }
    )
    assert Request.from_data(request.to_data()) == request
    assert request.as_of == date(2024, 3, 2)


def test_each_question_has_what_it_asks_about() -> None:
    assert State.from_data({"object": "document"}).object is not None
    assert Occurrence.from_data({"event": "复印", "done": ["register"]}).event == "photocopy"
    assert Inquiry.from_data({"matter": "定密"}).matter == "determine_level"
    for model, empty in ((Request, {}), (Incident, {}), (Inquiry, {})):
        with pytest.raises(RequestError, match="is missing"):
            model.from_data(empty)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("机密", Level.SECRET, Level.SECRET),
        ("涉密", Level.CONFIDENTIAL, Level.TOP_SECRET),
        ({"at_least": "SECRET"}, Level.SECRET, Level.TOP_SECRET),
        ({"at_most": "INTERNAL"}, Level.PUBLIC, Level.INTERNAL),
        ({"at_least": "INTERNAL", "at_most": "SECRET"}, Level.INTERNAL, Level.SECRET),
    ],
)
def test_a_level_is_one_or_an_interval(value: object, low: Level, high: Level) -> None:
    found = LevelRange.of(value)
    assert (found.lowest, found.highest, found.exact) == (low, high, low is high)
    assert LevelRange.of(found.plain()) == found


@pytest.mark.parametrize(
    "value", ["SECRT", {}, {"at_least": "SECRET", "at_most": "PUBLIC"}, {"over": "SECRET"}, 3, None]
)
def test_what_is_no_level_is_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        LevelRange.of(value)
