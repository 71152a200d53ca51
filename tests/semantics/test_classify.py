"""`classify`: true rows raise the lower bound, unknown rows the upper one; doubt never lowers."""

import pytest

from secrecy_rules import LevelRange
from secrecy_rules.errors import RequestError
from tests.semantics.toy import Toy

ROWS = """
- {id: plans, classify: {level: CONFIDENTIAL}, when: {information.subjects: {has: plan}}}
- {id: finance, classify: {level: SECRET}, when: {information.subjects: {has: finance}}}
- {id: top, classify: {level: TOP_SECRET}, when: {information.important: true}}
"""


def level(toy: Toy, **facts: object) -> object:
    found = toy.classify(object={"kind": "document", **facts}).level
    return None if found is None else found.plain()


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"subjects": ["plan"], "important": False}, "CONFIDENTIAL"),
        ({"subjects": ["plan", "finance"], "important": False}, "SECRET"),
        ({"subjects": ["plan"]}, {"at_least": "CONFIDENTIAL", "at_most": "TOP_SECRET"}),
        ({"important": False}, None),
        ({}, None),
        ({"subjects": [], "important": False}, None),
    ],
)
def test_rows_that_apply_and_rows_that_may(facts: dict[str, object], expected: object) -> None:
    assert level(Toy(ROWS), **facts) == expected


def test_a_row_that_leaves_the_level_open_says_nothing_against_a_definite_one() -> None:
    rows = ROWS + "- {id: open, classify: {level: {at_least: CONFIDENTIAL}}, when: {information.subjects: {has: plan}}}"
    assert level(Toy(rows), subjects=["plan"], important=False) == "CONFIDENTIAL"


def test_the_facts_that_would_settle_a_doubtful_row_are_asked_for() -> None:
    found = Toy(ROWS).classify(object={"kind": "document", "subjects": ["plan"]})
    assert [(need.rule, need.change.path) for need in found.needs] == [("top", "information.important")]
    assert [citation.rule for citation in found.citations] == ["plans"]


def test_an_exception_and_an_exemption_take_a_row_away() -> None:
    row = "- {id: row, classify: {level: SECRET}, unless: {information.published: true}}\n"
    toy = Toy(row + "- {id: way, exempt: row, when: {information.status: {has: declassified}}}")
    known = {"published": False, "status": []}
    assert level(toy, **known) == "SECRET"
    assert level(toy, **{**known, "published": True}) is None
    assert level(toy, **{**known, "status": ["declassified"]}) is None
    assert level(toy, status=[]) is None


def test_the_highest_of_several_levels() -> None:
    toy = Toy("- {id: row, classify: {level: {highest_of: information.contents_levels}}}")
    assert level(toy, contents_levels=["SECRET", "INTERNAL"]) == "SECRET"
    assert level(toy, contents_levels=["classified", "SECRET"]) == {"at_least": "SECRET", "at_most": "TOP_SECRET"}
    assert level(toy, contents_levels=[]) is None
    assert level(toy) is None


def test_the_level_that_another_fact_gives() -> None:
    toy = Toy("- {id: row, classify: {level: {from: information.provider_level}}}")
    assert level(toy, provider_level="SECRET") == "SECRET"
    assert level(toy) is None


def test_a_table_by_judgement_spans_its_levels() -> None:
    table = "{by: harm_if_leaked, table: {ordinary: CONFIDENTIAL, serious: SECRET, grave: TOP_SECRET}}"
    assert level(Toy(f"- {{id: row, classify: {{level: {table}}}}}")) == {
        "at_least": "CONFIDENTIAL",
        "at_most": "TOP_SECRET",
    }


def test_secret_of_period_circle_and_provisional_come_from_rows_that_apply() -> None:
    toy = Toy("""
        - id: row
          classify: {secret_of: work, retain: permanent, circle: leaders, provisional: true}
          when: {information.published: false}
    """)
    found = toy.classify(object={"kind": "document", "published": False})
    assert (found.secret_of, found.retain, found.circle) == (("work",), ("permanent",), ("leaders",))
    assert found.provisional
    unknown = toy.classify(object="document")
    assert (unknown.secret_of, unknown.retain, unknown.circle, unknown.provisional) == ((), (), (), False)


def test_within_scope_by_one_row_and_without_by_another_is_within() -> None:
    rows = [
        "- {id: inside, classify: {in_scope: true}}",
        "- {id: outside, classify: {in_scope: false}}",
    ]
    for order in (rows, rows[::-1]):
        assert Toy("\n".join(order)).classify(object="document").in_scope is True
    assert Toy(rows[1]).classify(object="document").in_scope is False
    assert Toy(ROWS).classify(object="document").in_scope is None


BAN = "- {id: ban, forbid: copy, when: {carrier.level: {at_least: SECRET}}}\n"


def test_in_a_decision_the_higher_of_stated_and_derived_level_counts_and_the_difference_is_a_finding() -> None:
    toy = Toy(BAN + ROWS)
    stated_low = {"kind": "document", "subjects": ["finance"], "important": False, "level": "INTERNAL"}
    decision = toy.decide(action="copy", object=stated_low)
    assert decision.ground == "forbidden"
    assert [(f.code, f.values) for f in decision.findings] == [("level_differs", ("INTERNAL", "SECRET"))]
    stated_high = {"kind": "document", "subjects": ["plan"], "important": False, "level": "SECRET"}
    decision = toy.decide(action="copy", object=stated_high)
    assert (decision.ground, decision.findings) == ("forbidden", ())


def test_in_a_decision_a_level_that_is_not_told_is_the_derived_one() -> None:
    toy = Toy(BAN + ROWS)
    assert toy.decide(
        action="copy", object={"kind": "document", "subjects": ["finance"], "important": False}
    ).ground == ("forbidden")
    assert toy.decide(action="copy", object={"kind": "document", "subjects": ["plan"], "important": False}).ground == (
        "unregulated"
    )


def test_a_doubtful_row_alone_says_nothing_about_a_level_that_is_not_told() -> None:
    # It may be higher than any row: that a row may make it SECRET does not keep it below TOP_SECRET.
    toy = Toy("""
        - {id: row, classify: {level: SECRET}, when: {information.important: true}}
        - {id: ban, forbid: copy, when: {carrier.level: TOP_SECRET}}
    """)
    assert toy.decide(action="copy", object="document").ground == "needs_facts"


def test_a_classification_says_what_was_stated_and_finds_the_difference() -> None:
    found = Toy(ROWS).classify(
        object={"kind": "document", "subjects": ["finance"], "important": False, "level": "PUBLIC"}
    )
    assert found.stated == LevelRange.of("PUBLIC")
    assert [(f.code, f.values) for f in found.findings] == [("level_differs", ("PUBLIC", "SECRET"))]


def test_deeming_comes_before_classifying() -> None:
    toy = Toy("""
        - {id: as-paper, deem: {governed_as: document}, when: {carrier.kind: laptop}}
        - {id: row, classify: {level: SECRET}, when: {carrier.kind: document}}
    """)
    assert toy.classify(object="laptop").level == LevelRange.of("SECRET")


def test_in_a_decision_a_doubtful_row_does_not_open_a_level_that_was_stated() -> None:
    # Who states the level answers for it; only a row that surely applies corrects him.
    toy = Toy(BAN + "- {id: row, classify: {level: SECRET}, when: {information.important: true}}")
    stated = {"kind": "document", "level": "CONFIDENTIAL"}
    assert toy.decide(action="copy", object=stated).ground == "unregulated"
    assert toy.decide(action="copy", object={**stated, "important": True}).ground == "forbidden"


def test_a_level_deemed_counts_like_a_row() -> None:
    toy = Toy("- {id: d, deem: {level: {at_least: SECRET}}, when: {carrier.kind: electronic_document}}\n" + ROWS)
    known = {"kind": "electronic_document", "subjects": ["plan"], "important": False}
    found = toy.classify(object=known).level
    assert found is not None
    assert found.lowest == LevelRange.of("SECRET").lowest


BY_HARM = """
- id: by-harm
  classify: {level: {by: harm_if_leaked, table: {ordinary: CONFIDENTIAL, serious: SECRET, grave: TOP_SECRET}}}
  when: {information.kind: document}
"""


@pytest.mark.parametrize(
    ("harm", "level"),
    [("ordinary", "CONFIDENTIAL"), ("serious", "SECRET"), ("特别严重", "TOP_SECRET"), ("slight", None)],
)
def test_the_judged_harm_gives_the_level_of_its_row(harm: str, level: str | None) -> None:
    found = Toy(BY_HARM).classify(object="document", judgements=[{"question": "harm_if_leaked", "harm": harm}])
    assert found.level == (LevelRange.of(level) if level else None)
    assert found.needs == ()
    assert [c.rule for c in found.citations] == (["by-harm"] if level else [])


def test_harm_between_two_rows_reaches_the_lower_one() -> None:
    rows = BY_HARM.replace("serious: SECRET, ", "")
    found = Toy(rows).classify(object="document", judgements=[{"question": "harm_if_leaked", "harm": "serious"}])
    assert found.level == LevelRange.of("CONFIDENTIAL")


def test_harm_that_nobody_judged_leaves_the_whole_table_open_and_is_asked_for() -> None:
    found = Toy(BY_HARM).classify(object="document", judgements=[])
    assert str(found.level) == str(LevelRange.of({"at_least": "CONFIDENTIAL", "at_most": "TOP_SECRET"}))
    assert [(need.change.sort, need.change.wanted) for need in found.needs] == [("judge", ("harm_if_leaked",))]


def test_of_two_judgements_the_greater_harm_counts() -> None:
    told = [{"question": "harm_if_leaked", "harm": harm} for harm in ("serious", "ordinary")]
    assert Toy(BY_HARM).classify(object="document", judgements=told).level == LevelRange.of("SECRET")


def test_a_judgement_gives_yes_or_no_or_harm() -> None:
    for judgement in ({"question": "harm_if_leaked"}, {"question": "harm_if_leaked", "answer": True, "harm": "grave"}):
        with pytest.raises(RequestError, match="gives `answer` or `harm`, one of the two"):
            Toy(BY_HARM).classify(object="document", judgements=[judgement])


def test_a_doubtful_row_that_leaves_the_level_open_does_not_loosen_a_definite_one() -> None:
    toy = Toy("""
        - {id: sure, classify: {level: CONFIDENTIAL}, when: {information.kind: document}}
        - {id: open, classify: {level: {at_least: INTERNAL}}, when: {information.important: true}}
    """)
    assert toy.classify(object="document").level == LevelRange.of("CONFIDENTIAL")


def test_a_doubtful_row_may_raise_a_definite_level_to_its_own_lower_bound() -> None:
    toy = Toy("""
        - {id: sure, classify: {level: CONFIDENTIAL}, when: {information.kind: document}}
        - {id: open, classify: {level: {at_least: SECRET}}, when: {information.important: true}}
    """)
    assert str(toy.classify(object="document").level) == "CONFIDENTIAL..SECRET"
