"""A level that the rulebook's scale does not have is an error of its own kind."""

import pytest

from secrecy_rules import Institution, OffScaleError, RequestError
from tests.semantics.toy import Toy, rulebook

TWO_TIERS = "scale: [CONFIDENTIAL, SECRET]"
BAN = "- {id: ban, forbid: copy, when: {carrier.level: SECRET}}"


@pytest.mark.parametrize("part", ["object", "target", "original"])
def test_a_level_off_the_scale_is_refused_with_the_levels_that_are_on_it(part: str) -> None:
    with pytest.raises(OffScaleError) as caught:
        Toy(BAN, head=TWO_TIERS).decide(action="copy", **{part: {"kind": "document", "level": "绝密"}})
    assert str(caught.value) == (
        f"{part}.level: the level `TOP_SECRET` is not on the scale of `toy` (its levels are `CONFIDENTIAL`, `SECRET`)"
    )
    assert isinstance(caught.value, RequestError)


def test_the_level_of_a_meeting_is_checked_too() -> None:
    with pytest.raises(OffScaleError, match=r"meeting\.level"):
        Toy(BAN, head=TWO_TIERS).decide(action="copy", meeting={"kind": "meeting", "level": "PUBLIC"})


def test_all_levels_off_the_scale_are_reported_at_once() -> None:
    off = {"kind": "document", "level": "PUBLIC"}
    with pytest.raises(OffScaleError) as caught:
        Toy(BAN, head=TWO_TIERS).decide(action="copy", object=off, original=off)
    assert len(caught.value.problems) == 2


def test_a_level_on_the_scale_an_interval_and_no_level_are_fine() -> None:
    toy = Toy(BAN, head=TWO_TIERS)
    for level in ("SECRET", "classified", {"at_least": "CONFIDENTIAL"}):
        toy.decide(action="copy", object={"kind": "document", "level": level})
    toy.decide(action="copy", object="document")


def test_one_book_of_an_institution_whose_scale_lacks_it_is_enough() -> None:
    five = rulebook(BAN, name="five")
    two = rulebook(BAN, head=TWO_TIERS, name="two")
    with pytest.raises(OffScaleError, match="`two`"):
        Institution([five, two]).decide({"action": "copy", "object": {"kind": "document", "level": "PUBLIC"}})


def test_every_question_checks_the_scale() -> None:
    with pytest.raises(OffScaleError):
        Toy(BAN, head=TWO_TIERS).classify(object={"kind": "document", "level": "PUBLIC"})
