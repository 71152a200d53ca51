"""What could change an answer, in words."""

from __future__ import annotations

from typing import Any

import pytest

from secrecy_rules.explain import ask_for, describe_change
from secrecy_rules.explain.labels import fact_name, word_label
from secrecy_rules.model.answers import Change
from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.rulebook.paths import QUESTIONS, SETTINGS
from secrecy_rules.vocabulary import list_names, vocabulary


def change(path: str, operator: str = "is", *wanted: str, lists: str = "", **more: Any) -> Change:
    return Change(
        sort=more.pop("sort", "obtain"),
        path=path,
        operator=operator,
        wanted=wanted,
        lists=tuple(lists.split()),
        **more,
    )


SAID = [
    (
        change("approvals", "approved_by", "unit_head", "party_secretary", lists="role", detail=("form=written",)),
        "须经单位行政首长或党委书记书面批准",
        "consent of the head of the unit or the Party secretary of the unit, in writing",
    ),
    (
        change("approvals", "approved_by", "section_head", lists="role", detail=("of=person.section",)),
        "须经科室负责人批准（批准人须属当事人的科室）",
        "consent of the head of a section (who must belong to the section of the person)",
    ),
    (
        change("approvals", "approved_by", "office_director", lists="role", detail=("before=loan",)),
        "须经办公室主任批准（须在“借阅手续”之前）",
        "consent of the office director, before: loan formalities",
    ),
    (
        change("formalities", "has", "registered", lists="formality"),
        "须办妥手续：登记",
        "formality gone through: registered",
    ),
    (
        change("measures", "has_all", "locked", "encrypted", lists="measure"),
        "须采取全部措施：加锁存放、加密",
        "measures taken: locked away and encrypted",
    ),
    (
        change("performer.roles", "has", "copier_operator", lists="role"),
        "须由复印人员经办",
        "carried out by the copier operator",
    ),
    (
        change("recipient.in_scope", "is", "true"),
        "接收人须在知悉范围内",
        "recipient: inside the circle who may know: yes",
    ),
    (change("device.encrypted", "is", "true", negated=True), "“已加密”须为否", "encrypted: no"),
    (
        change("place", "is", "archive_room", lists="place", negated=True),
        "不得在档案室进行",
        "not done in or at: archive room",
    ),
    (change("escorts", "count", "at_least:2"), "护送人员的数量须不少于2", "number of escorts: at least 2"),
    (
        change("copies_made", "at_most", "copies_approved"),
        "复制份数须不高于批准份数",
        "copies made: at most copies approved",
    ),
    (
        change("information.secret_until", "after", "today"),
        "保密至须晚于判断当日",
        "secret until: after the day of the question",
    ),
    (
        change("carrier.level", "is", "CONFIDENTIAL..SECRET", sort="tell"),
        "密级须为秘密至机密",
        "level: confidential to secret",
    ),
    (
        change(
            "judgements", "judge", "special_circumstances", lists="question", sort="judge", detail=("by=unit_head",)
        ),
        "须由单位行政首长判断“是否有特殊情况”，结论为是",
        "the answer yes of the head of the unit to: are there special circumstances?",
    ),
    (
        change("complied_with", "complies_with", "medical_record_rules", lists="text", sort="judge"),
        "须符合“医疗机构病历管理规定”并予确认",
        "confirmation that it follows: rules on medical records of medical institutions",
    ),
    (
        change("computer.passwords", "each", "length"),
        "密码设置每一项的“长度”均须合乎要求",
        "passwords: every one as required in its length in characters",
    ),
    (
        change("approvals.on", "in_order"),
        "各项批准须依规定的先后次序，并注明日期",
        "consents in the order laid down, with their dates",
    ),
]


@pytest.mark.parametrize(("wanted", "zh", "en"), SAID, ids=[f"{c.path} {c.operator}" for c, _, _ in SAID])
def test_a_change_is_described_in_both_languages(wanted: Change, zh: str, en: str) -> None:
    assert (describe_change(wanted, "zh"), describe_change(wanted, "en")) == (zh, en)


ASKED = [
    (change("carrier.level", "at_least", "SECRET"), "密级是否不低于机密", "level: is it at least secret?"),
    (change("purpose", "not", "official", lists="purpose"), "目的是否为因公", "purpose: is it official business?"),
    (
        change("recipient.in_scope", "is", "false"),
        "接收人是否在知悉范围内",
        "recipient: inside the circle who may know, or not?",
    ),
    (
        change("person.roles", "lacks", "driver", lists="role"),
        "当事人是否为司机",
        "person: is it the driver?",
    ),
    (change("action", "is", "photograph", lists="action"), "行为究竟是否属拍照", "is the act in fact: photograph?"),
]


@pytest.mark.parametrize(("wanted", "zh", "en"), ASKED, ids=[f"{c.path} {c.operator}" for c, _, _ in ASKED])
@pytest.mark.parametrize("negated", [False, True])
def test_a_question_is_the_same_whichever_answer_would_help(wanted: Change, zh: str, en: str, negated: bool) -> None:
    asked = wanted.model_copy(update={"negated": negated})
    assert (ask_for(asked, "zh"), ask_for(asked, "en")) == (zh, en)


PATHS = [
    *(f"{family}.{field}" for family, model in FAMILIES.items() for field in model.model_fields),
    *(f"target.{field}" for model in FAMILIES.values() for field in model.model_fields),
    *(name for model in QUESTIONS for name in model.model_fields if name not in SETTINGS),
]
OPERATORS = ("is", "not", "at_least", "at_most", "above", "below", "after", "before", "has", "has_all", "lacks")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_fact_can_be_wanted_asked_for_and_negated(lang: str) -> None:
    for path in dict.fromkeys(PATHS):
        name = fact_name(path, lang)
        assert name is not None, path
        for operator in (*OPERATORS, "same_as", "in", "overlaps", "count", "each"):
            for negated in (False, True):
                wanted = change(path, operator, "at_least:2" if operator == "count" else "true", negated=negated)
                for text in (describe_change(wanted, lang), ask_for(wanted, lang)):
                    assert text
                    assert "_" not in text, (path, operator, text)


def test_every_word_has_a_label_in_both_languages() -> None:
    for name in list_names():
        for word in vocabulary(name).entries:
            assert not any("_" in word_label(word, (name,), lang) for lang in ("zh", "en")), (name, word)


def test_an_unknown_path_or_word_stands_for_itself_instead_of_failing() -> None:
    assert describe_change(change("nowhere.at_all", "is", "nothing", lists="role")) == "nowhere.at_all须为nothing"
