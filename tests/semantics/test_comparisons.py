"""The comparisons beside words, levels and lists: numbers, dates, texts, ranks, and two facts compared."""

import pytest

from tests.semantics.toy import Toy, truth


@pytest.mark.parametrize(
    ("test", "yes", "no"),
    [
        ("3", 3, 4),
        ("{not: 3}", 4, 3),
        ("{at_least: 3}", 3, 2),
        ("{at_most: 3}", 3, 4),
        ("{above: 3}", 4, 3),
        ("{below: 3}", 2, 3),
        ("[1, 3]", 3, 2),
        ("{at_most: {fact: copies_approved}}", 5, 6),
        ("{above: {fact: copies_approved}}", 6, 5),
    ],
)
def test_numbers(test: str, yes: int, no: int) -> None:
    condition = f"{{copies_made: {test}}}"
    assert truth(condition, copies_made=yes, copies_approved=5) == "true"
    assert truth(condition, copies_made=no, copies_approved=5) == "false"
    assert truth(condition, copies_approved=5) == "unknown"


def test_a_bound_that_is_not_told_is_unknown() -> None:
    assert truth("{copies_made: {at_most: {fact: copies_approved}}}", copies_made=1) == "unknown"


@pytest.mark.parametrize(
    ("test", "day", "expected"),
    [
        ("{after: '2024-03-10'}", "2024-03-11", "true"),
        ("{after: '2024-03-10'}", "2024-03-10", "false"),
        ("{before: '2024-03-10'}", "2024-03-09", "true"),
        ("{before: '2024-03-10'}", "2024-03-10", "false"),
        ("{before: today}", "2024-03-14", "true"),
        ("{before: today}", "2024-03-15", "false"),
        ("{after: today}", "2024-03-16", "true"),
        ("{after: {fact: object.archived_on}}", "2024-03-02", "true"),
        ("{after: {fact: object.archived_on}}", "2024-03-01", "false"),
    ],
)
def test_dates_the_day_itself_is_neither_before_nor_after(test: str, day: str, expected: str) -> None:
    told = {"kind": "document", "secret_until": day, "archived_on": "2024-03-01"}
    assert truth(f"{{carrier.secret_until: {test}}}", object=told, as_of="2024-03-15") == expected


def test_a_date_compared_with_one_that_is_not_told_is_unknown() -> None:
    told = {"kind": "document", "secret_until": "2024-01-01"}
    assert truth("{carrier.secret_until: {before: {fact: carrier.archived_on}}}", object=told) == "unknown"


def test_ranks_are_ordered_like_levels() -> None:
    condition = "{carrier.issuer.rank: {at_least: province}}"
    for rank, expected in (("central", "true"), ("province", "true"), ("city", "false")):
        assert truth(condition, object={"kind": "document", "issuer": {"rank": rank}}) == expected


def test_gravity_is_ordered_too() -> None:
    toy = Toy("- {id: p, penalize: {who: offender, measures: [warning]}, when: {conduct.gravity: {above: lighter}}}")
    assert [len(toy.consequences(conduct={"gravity": g}).consequences) for g in ("lighter", "heavier", "serious")] == [
        0,
        1,
        1,
    ]


def test_texts_are_compared_as_they_are() -> None:
    condition = "{person.section: {same_as: object.owner_unit}}"
    assert truth(condition, person={"section": "一科"}, object={"kind": "document", "owner_unit": "一科"}) == "true"
    assert truth(condition, person={"section": "一科"}, object={"kind": "document", "owner_unit": "二科"}) == "false"
    assert truth(condition, person={"section": "一科"}, object="document") == "unknown"
    assert truth('{person.section: "一科"}', person={"section": "一科"}) == "true"
    assert truth("{person.section: {not: 一科}}", person={"section": "一科"}) == "false"


def test_in_wants_the_fact_among_a_list_of_facts() -> None:
    condition = "{person.id: {in: carrier.designated_readers}}"
    readers = {"kind": "document", "designated_readers": ["zhang", "li"]}
    assert truth(condition, person={"id": "zhang"}, object=readers) == "true"
    # Not part of a name, but one of the names.
    assert truth(condition, person={"id": "zha"}, object=readers) == "false"
    assert truth(condition, person={"id": "zhang"}, object={"kind": "document", "designated_readers": []}) == "false"
    assert truth(condition, person={"id": "zhang"}, object="document") == "unknown"
    assert truth(condition, person={}, object=readers) == "unknown"


def test_overlaps_wants_one_element_in_common() -> None:
    condition = "{person.specialties: {overlaps: recipient.specialties}}"
    for theirs, expected in ((["骨科", "内科"], "true"), (["外科"], "false"), ([], "false")):
        assert truth(condition, person={"specialties": ["内科"]}, recipient={"specialties": theirs}) == expected
    assert truth(condition, person={"specialties": ["内科"]}) == "unknown"


def test_in_and_overlaps_of_words_leave_a_coarser_word_open() -> None:
    condition = "{object.kind: {in: person.keeps}}"
    assert truth(condition, object="letter", person={"keeps": ["letter"]}) == "true"
    assert truth(condition, object="document", person={"keeps": ["letter"]}) == "unknown"
    assert truth(condition, object="seal", person={"keeps": ["letter"]}) == "false"


def test_truth_values_are_compared_with_true_and_false_only() -> None:
    assert truth("{carrier.is_copy: false}", object={"kind": "document", "is_copy": False}) == "true"
    assert truth("{carrier.is_copy: {same_as: original.is_copy}}", object="document", original="document") == "unknown"
