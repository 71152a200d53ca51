"""`judge` and `complies_with`: what a machine cannot decide stays open until a named person has answered."""

from tests.semantics.toy import Toy, truth

QUESTION = "{judge: {question: important, by: leader_in_charge}}"


def answered(**answers: bool) -> list[dict[str, object]]:
    return [{"question": "important", "answer": answer, "by": by} for by, answer in answers.items()]


def test_without_an_answer_the_question_is_open() -> None:
    assert truth(QUESTION) == "unknown"
    assert truth(QUESTION, judgements=[]) == "unknown"
    assert truth(QUESTION, judgements=[{"question": "necessary", "answer": True}]) == "unknown"


def test_the_answer_of_the_named_role_decides() -> None:
    assert truth(QUESTION, judgements=answered(leader_in_charge=True)) == "true"
    assert truth(QUESTION, judgements=answered(leader_in_charge=False)) == "false"
    assert truth(QUESTION, judgements=answered(leader_in_charge_of_secrecy=True)) == "true"


def test_an_answer_by_the_wrong_role_leaves_it_open() -> None:
    assert truth(QUESTION, judgements=answered(driver=True)) == "unknown"
    # Perhaps he, perhaps not: a coarser role is not yet the named one.
    assert truth(QUESTION, judgements=answered(unit_leader=True)) == "unknown"
    assert truth(QUESTION, judgements=[{"question": "important", "answer": True}]) == "unknown"


def test_the_wrong_role_does_not_disturb_the_right_one() -> None:
    assert truth(QUESTION, judgements=answered(driver=False, leader_in_charge=True)) == "true"


def test_two_competent_answers_that_differ_settle_nothing() -> None:
    assert truth("{judge: important}", judgements=answered(driver=False, leader_in_charge=True)) == "unknown"


def test_a_question_without_a_named_role_may_be_answered_by_anybody() -> None:
    assert truth("{judge: important}", judgements=[{"question": "important", "answer": True}]) == "true"


def test_the_answer_that_is_missing_is_named_with_the_role() -> None:
    decision = Toy(f"- {{id: ban, forbid: copy, unless: {QUESTION}}}").decide(action="copy")
    assert decision.ground == "needs_judgement"
    [change] = decision.remedies[0].changes
    assert (change.sort, change.wanted, change.detail) == ("judge", ("important",), ("by=leader_in_charge",))


OUTSIDE = "{complies_with: medical_record_rules}"


def test_following_an_outside_text_is_never_false_and_true_only_if_told() -> None:
    assert truth(OUTSIDE) == "unknown"
    assert truth(OUTSIDE, complied_with=[]) == "unknown"
    assert truth(OUTSIDE, complied_with=["exit_rules"]) == "unknown"
    assert truth(OUTSIDE, complied_with=["medical_record_rules"]) == "true"


def test_an_outside_text_is_a_question_for_a_person_never_an_allow_by_itself() -> None:
    toy = Toy(f"- {{id: ban, forbid: copy, unless: {OUTSIDE}}}")
    assert toy.decide(action="copy").ground == "needs_judgement"
    assert toy.decide(action="copy", complied_with=["medical_record_rules"]).ground == "permitted"
