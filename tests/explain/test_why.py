"""The why-tree: what each rule comes to, the conditions down to the facts, and the same in words."""

from __future__ import annotations

import pytest

from secrecy_rules import Engine, Explanation, Institution, load
from secrecy_rules.explain import render_why
from secrecy_rules.model.explanation import WhyCondition
from secrecy_rules.model.situation import Request
from secrecy_rules.testing.cases import cases_of
from tests.semantics.toy import Toy, rulebook

COPY = {"action": "copy", "object": {"kind": "document", "level": "SECRET"}}


def comes(found: Explanation) -> dict[str, str]:
    return {rule.citation.rule: rule.comes.value for book in found.books for rule in (*book.rules, *book.aside)}


def explain(rules: str, **facts: object) -> Explanation:
    return Toy(rules).explain(**{**COPY, **facts})


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        ("forbid: copy", {}, "forbids"),
        ("forbid: copy, when: {place: home}", {}, "left_open"),
        ("forbid: copy, when: {place: home}", {"place": "archive_room"}, "does_not_apply"),
        ("forbid: copy, unless: {place: home}", {"place": "home"}, "lifted"),
        ("forbid: copy, when: {purpose: official}, unless: {place: home}", {"place": "home"}, "excepted"),
        ("permit: copy", {}, "permits"),
        ("permit: copy, when: {place: home}", {}, "not_sure"),
        ("entrust: {matter: copy, to: copier_operator, exclusive: true}", {}, "have_done"),
        (
            "entrust: {matter: copy, to: copier_operator, exclusive: true}",
            {"performer": {"roles": ["copier_operator"]}},
            "done_right",
        ),
    ],
)
def test_what_a_rule_comes_to(rule: str, facts: dict[str, object], expected: str) -> None:
    assert comes(explain(f"- {{id: r, {rule}}}", **facts)) == {"r": expected}


def test_to_be_exempted_is_not_the_same_as_not_to_apply() -> None:
    rules = """
        - {id: ban, forbid: copy, when: {carrier.level: SECRET}}
        - {id: lift, exempt: ban, when: {purpose: official}}
    """
    found = explain(rules, purpose="official")
    assert comes(found) == {"ban": "exempted"}
    [exemption] = found.books[0].rules[0].exemptions
    assert (exemption.citation.rule, exemption.comes.value) == ("lift", "exempts")
    assert explain(rules).books[0].rules[0].exemptions[0].comes.value == "may_exempt"
    assert comes(explain(rules, object={"kind": "document", "level": "PUBLIC"})) == {"ban": "does_not_apply"}


def test_a_leaf_says_what_is_asked_what_was_told_and_how_it_stands() -> None:
    [ban] = explain("- {id: r, forbid: copy, when: {carrier.level: {at_least: SECRET}, place: home}}").books[0].rules
    assert ban.condition is not None
    leaves = {part.asks.path: part for part in ban.condition.parts if part.asks is not None}
    assert (leaves["carrier.level"].standing.value, leaves["carrier.level"].told) == ("holds", ("SECRET",))
    assert (leaves["place"].standing.value, leaves["place"].told) == ("unknown", None)


def test_a_negation_is_pushed_down_to_the_facts() -> None:
    [ban] = explain("- {id: r, forbid: copy, when: {not: {all: [{place: home}, {purpose: official}]}}}").books[0].rules
    assert ban.condition is not None
    assert ban.condition.kind == "any"
    assert [part.asks.negated for part in ban.condition.parts if part.asks is not None] == [True, True]


def test_a_circumstance_that_was_not_told_is_marked_as_presumed() -> None:
    [rule] = explain("- {id: r, forbid: copy, when: {if_told: {place: home}}}").books[0].aside
    assert rule.condition is not None
    assert (rule.condition.presumed, rule.condition.standing.value) == (True, "fails")


def test_a_fact_of_another_kind_of_thing_is_not_applicable() -> None:
    [rule] = explain("- {id: r, forbid: copy, when: {computer.patched: false}}").books[0].aside
    assert rule.condition is not None
    assert rule.condition.standing.value == "not_applicable"


def test_of_several_documents_each_says_what_it_weighs() -> None:
    books = [
        rulebook("- {id: ban, forbid: copy}", name="strict"),
        rulebook("- {id: may, permit: copy}", name="mild"),
        rulebook("- {id: other, forbid: lend}", name="silent"),
    ]
    found = Institution(books).explain(COPY)
    assert {book.rulebook: book.weight.value for book in found.books} == {
        "strict": "decides",
        "mild": "outweighed",
        "silent": "says_nothing",
    }


def test_json_gives_an_equal_explanation_back() -> None:
    found = explain("- {id: r, forbid: copy, when: {place: home}, unless: {approved_by: {role: unit_head}}}")
    assert Explanation.from_json(found.to_json()) == found


BAN = "- {id: r, forbid: copy, when: {carrier.level: SECRET}, unless: {approved_by: {role: unit_head}}}"


def test_the_tree_in_words_goes_from_the_answer_to_the_facts() -> None:
    found = explain(BAN, approvals=["section_head"])
    assert render_why(found, "zh").splitlines() == [
        "不准：须先取得批准、办妥手续或备齐条件",
        "  《玩具制度》：结论依此",
        "    第1条 禁止：第1条的要点。",
        "      ✓ 条文所说的情形具备",
        "        ✓ 密级是否为机密：是（已说明：机密）",
        "      ✗ 例外不成立",
        "        ✗ 是否经单位行政首长批准：否（已说明：科室负责人）",
    ]
    assert render_why(found, "en").splitlines()[-1].strip() == (
        "✗ is there consent of the head of the unit? no (told: head of a section)"
    )


def test_only_the_parts_it_hangs_on_are_shown_unless_the_whole_is_wanted() -> None:
    rules = "- {id: r, forbid: copy, when: {any: [{carrier.level: SECRET}, {place: home}]}}"
    short, whole = (render_why(explain(rules, place="archive_room"), "en", whole=w) for w in (False, True))
    assert "home" not in short
    assert "home" in whole


def test_the_answer_is_to_the_plain_question_also_where_the_opposite_is_wanted() -> None:
    found = explain("- {id: r, forbid: copy, when: {not: {place: home}}}", place="archive_room")
    assert "✓ 是否在家中进行：否（已说明：档案室）" in render_why(found, "zh")


@pytest.mark.law
@pytest.mark.parametrize("name", ["hospital-2017", "school", "organization-department"])
def test_the_root_of_every_tree_stands_as_the_outcome_says(name: str) -> None:
    """The tree is evaluated apart from the decision; over the law cases the two must agree."""
    engine = Engine(load(name))
    seen = 0
    for case in [case for case in cases_of(name) if case.ask == "decide"][::3]:
        found = engine.explain(Request.from_data(case.data))
        assert found.decision == engine.decide(Request.from_data(case.data))
        for rule in found.books[0].rules:
            seen += 1
            conditions = [part for part in (rule.condition, rule.exception) if part is not None]
            assert all(_consistent(part) for part in conditions), case.id
            if rule.comes.value in ("forbids", "lifted") and rule.condition is not None and not rule.cases:
                assert rule.condition.standing.value == "holds", (case.id, rule.citation.rule)
            if rule.comes.value == "forbids" and rule.exception is not None:
                assert rule.exception.standing.value in ("fails", "not_applicable"), (case.id, rule.citation.rule)
        assert render_why(found, "zh")
    assert seen > 30


def _consistent(condition: WhyCondition) -> bool:
    """A whole stands as its parts say."""
    if condition.kind == "fact" or condition.presumed or condition.kind == "sequence":
        return True
    parts = {part.standing.value.replace("not_applicable", "fails") for part in condition.parts}
    first, second = ("fails", "holds") if condition.kind == "all" else ("holds", "fails")
    expected = first if first in parts else "unknown" if "unknown" in parts else second
    return condition.standing.value == expected and all(_consistent(part) for part in condition.parts)
