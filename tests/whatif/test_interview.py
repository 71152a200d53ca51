"""The interview asks only what still matters, and ends where `decide` does with the same facts."""

from __future__ import annotations

from typing import Any

import pytest

from secrecy_rules import Engine, OffScaleError, RequestError, load
from secrecy_rules.model.situation import Request
from secrecy_rules.testing.cases import cases_of
from secrecy_rules.whatif import Interview
from tests.semantics.toy import Toy

COPY = {"action": "copy", "object": {"kind": "document"}}
RULES = """
- id: ban
  forbid: copy
  when: {carrier.level: {at_least: CONFIDENTIAL}}
  unless: {approved_by: {role: unit_head}, formalities: {has: registered}}
"""


def interview(rules: str, **facts: Any) -> Interview:
    return Interview(Toy(rules).engine, {**COPY, **facts})


def test_whether_a_rule_applies_is_asked_before_whether_it_is_lifted() -> None:
    talk = interview(RULES)
    assert talk.path == "object.level"
    talk.tell("PUBLIC")
    assert talk.question is None
    assert talk.decision.effect == "allow"


def test_only_what_still_matters_is_asked() -> None:
    talk = interview(RULES)
    talk.tell("SECRET")
    assert talk.path in ("approvals", "formalities")
    talk.tell([])
    # Without the one the other cannot help any more.
    assert talk.question is None
    assert talk.decision.effect == "deny"


def test_a_question_says_what_either_answer_comes_to_and_why_it_is_asked() -> None:
    question = interview("- {id: ban, forbid: copy, unless: {formalities: {has: registered}}}").question
    assert question is not None
    assert (question.if_so, question.if_not, question.article, question.open) == ("allow", "deny", "第1条", 1)


def test_what_nobody_knows_is_passed_by_and_not_asked_again() -> None:
    talk = interview(RULES)
    asked = []
    while talk.question is not None:
        asked.append(talk.path)
        talk.dont_know()
    assert sorted(asked) == ["approvals", "formalities", "object.level"]
    assert talk.decision.ground == Engine(Toy(RULES).book).decide(COPY).ground


def test_a_judgement_is_answered_with_yes_or_no_by_the_one_who_has_to_judge() -> None:
    talk = interview("- {id: ban, forbid: copy, unless: {judge: {question: must_leave_room, by: unit_head}}}")
    talk.tell(True)
    assert talk.decision.effect == "allow"
    assert talk.request.judgements is not None
    assert talk.request.judgements[0].by == "unit_head"


def test_a_text_that_was_not_followed_is_not_asked_again() -> None:
    talk = interview("- {id: ban, forbid: copy, unless: {complies_with: computer_rules}}")
    talk.tell(False)
    assert talk.question is None
    assert talk.decision.ground == "needs_judgement"


def test_of_a_second_thing_its_kind_is_asked_first() -> None:
    talk = interview("- {id: ban, forbid: copy, when: {target.networks: {has: internet}}}")
    assert talk.path == "target.kind"


def test_an_answer_that_makes_no_sense_is_an_error_and_leaves_the_interview_as_it_was() -> None:
    talk = interview(RULES)
    with pytest.raises(RequestError):
        talk.tell("SECRETT")
    assert talk.path == "object.level"
    assert talk.request.object is not None
    assert talk.request.to_data()["object"] == {"kind": "document"}


def test_a_level_off_the_scale_is_an_error_and_not_taken_down() -> None:
    rules = "- {id: ban, forbid: copy, when: {carrier.level: SECRET}}"
    talk = Interview(Toy(rules, head="scale: [CONFIDENTIAL, SECRET]").engine, COPY)
    with pytest.raises(OffScaleError):
        talk.tell("PUBLIC")
    assert (talk.path, [level.name for level in talk.levels]) == ("object.level", ["CONFIDENTIAL", "SECRET"])


BOOKS = ("hospital-2017", "medical-records-room", "school")


def test_an_interview_ends_where_decide_does_with_the_same_facts() -> None:
    """Every twenty-fifth law case: an oracle answers from the case and knows nothing else."""
    asked = allowed = 0
    for name in BOOKS:
        engine = Engine(load(name), presume=False)
        for case in [case for case in cases_of(name) if case.ask == "decide"][::25]:
            request = Request.from_data(case.data)
            told = request.to_data()
            first = {key: told[key] for key in ("action", "as_of") if key in told}
            if "kind" in told.get("object", {}):
                first["object"] = {"kind": told["object"]["kind"]}
            talk = Interview(engine, first)
            while talk.question is not None:
                value = _at(told, talk.path, talk)
                talk.dont_know() if value is None else talk.tell(value)
                asked += 1
            known = engine.decide(request)
            assert talk.decision.effect == known.effect, case.id
            allowed += bool(known)
    assert asked > 50
    assert allowed


def _at(told: Any, path: str, talk: Interview) -> Any:
    for key in path.split("."):
        told = told.get(key) if isinstance(told, dict) else None
    if path == "complied_with" and told is not None and talk.question is not None:
        return talk.question.change.wanted[0] in told
    return told
