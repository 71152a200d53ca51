"""A decision is a receipt: complete, stable as JSON, equal for equal requests."""

import json
from datetime import date
from typing import Any

import pytest

from secrecy_rules import Decision, Request, __version__
from secrecy_rules.model.answers import RECEIPT_VERSION, Receipt
from tests.semantics.toy import Toy

TOY = Toy(
    """
    - id: ban
      forbid: copy
      when: {carrier.level: {at_least: SECRET}}
      unless: {approved_by: {role: unit_head}, judge: important}
      then: [{oblige: number_copies, who: performer, by: {within: P3D, from: copy}}]
      reading: {zh: 一种读法, en: one reading}
      gap: {zh: 一处缺文, en: one gap}
    - {id: way, exempt: ban, when: {circumstances.wartime: true}}
    - {id: row, classify: {level: {at_least: SECRET}}, when: {information.important: true}}
    - {id: pc, require: {computer.fixed_ip: true}, of: computer}
    - {id: d, oblige: report, upon: leak_found, by: {within: P1D, from: leak_found}}
    - {id: t, oblige: inspect_secrecy, times_per: {at_least: 2, period: P1Y}}
    - {id: p, penalize: {who: offender, measures: [{deduction: {from: 1, to: 2, unit: CNY}}]}, when: {conduct.loss: true}}
    - {id: e, entrust: {matter: change_level, steps: [{propose: drafter}, {approve: unit_head}]}}
    """,
    head="applies_to: {person.affiliation: own_unit}",
)
OBJECT = {"kind": "document", "important": True, "level": "PUBLIC"}
ANSWERS: dict[str, Receipt] = {
    "deny": TOY.decide(action="copy", object=OBJECT),
    "allow": TOY.decide(action="copy", object=OBJECT, circumstances={"wartime": True}),
    "silence": TOY.decide(action="read"),
    "classification": TOY.classify(object=OBJECT),
    "inspection": TOY.inspect(object={"kind": "desktop", "fixed_ip": False}),
    "duties": TOY.duties(event="leak_found", on="2024-03-01", as_of="2024-03-05"),
    "standing": TOY.duties(),
    "consequences": TOY.consequences(conduct={"loss": True}),
    "authority": TOY.authority(matter="change_level"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_comes_back_from_json_as_it_was(name: str) -> None:
    answer = ANSWERS[name]
    again = type(answer).from_json(answer.to_json())
    assert again == answer
    assert again.to_json() == answer.to_json()


def test_the_receipt_says_under_what_it_was_given() -> None:
    decision = ANSWERS["deny"]
    assert decision.version == RECEIPT_VERSION
    assert decision.library == __version__
    assert decision.rulebooks == {"toy": TOY.book.digest}
    assert decision.as_of == date.today()
    assert decision.presume is True
    assert decision.assumed == ("in_scope_of_rulebook", "not_wartime")
    assert [finding.code for finding in decision.findings] == ["level_differs"]
    assert isinstance(decision, Decision)
    assert decision.silence == "deny"


def test_a_citation_names_document_article_rule_reading_and_gap() -> None:
    decision = ANSWERS["deny"]
    assert isinstance(decision, Decision)
    citation = decision.citations[0]
    assert (citation.rulebook, citation.title.zh, citation.clause, citation.article, citation.rule) == (
        "toy",
        "玩具制度",
        "1",
        "第1条",
        "ban",
    )
    assert [note.en for note in (*citation.readings, *citation.gaps)] == ["one reading", "one gap"]
    assert citation.gist.in_("zh") == "第1条的要点。"


def test_the_json_is_readable_chinese_with_keys_in_a_fixed_order() -> None:
    text = ANSWERS["deny"].to_json()
    assert "玩具制度" in text
    assert list(json.loads(text))[:4] == ["version", "library", "rulebooks", "as_of"]


REQUESTS: list[dict[str, Any]] = [
    {"action": "copy", "object": OBJECT},
    {"action": "copy", "object": OBJECT, "approvals": [], "performer": "driver", "place": "home"},
    {"action": "read"},
]


@pytest.mark.parametrize("request_", REQUESTS)
def test_equal_requests_give_equal_receipts(request_: dict[str, Any]) -> None:
    one = TOY.decide(**request_)
    assert TOY.engine.decide(Request.from_data(dict(reversed(request_.items())))) == one
    assert TOY.decide(**request_).to_json() == one.to_json()


def test_chinese_and_english_words_give_equal_receipts() -> None:
    english = TOY.decide(action="photocopy", object={"kind": "document", "level": "SECRET"})
    assert TOY.engine.decide({"action": "复印", "对象": {"种类": "文件", "密级": "机密"}}) == english


def test_an_answer_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        ANSWERS["deny"].library = "other"


def test_the_articles_of_a_decision_are_named_once_each() -> None:
    toy = Toy("- {id: a, forbid: copy}\n- {id: b, forbid: copy}", later="- {id: c, forbid: copy}")
    assert toy.decide(action="copy").articles == ("第1条", "第2条")
