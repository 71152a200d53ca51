"""A rulebook holds between its dates; a request is decided as of its own date."""

from datetime import date, timedelta

import pytest

from secrecy_rules import Institution, NotInForceError
from secrecy_rules.errors import NoLongerInForceError, NotYetInForceError
from tests.semantics.toy import Toy, rulebook

OLD = "in_force: {from: 2010-01-01, to: 2019-12-31}"
NEW = "in_force: {from: 2020-01-01}"
BAN = "- {id: ban, forbid: copy}"


@pytest.mark.parametrize("day", ["2010-01-01", "2019-12-31"])
def test_the_first_and_the_last_day_belong_to_the_period(day: str) -> None:
    decision = Toy(BAN, head=OLD).decide(action="copy", as_of=day)
    assert (decision.ground, decision.as_of.isoformat()) == ("forbidden", day)


def test_before_and_after_are_errors_of_their_own_kind() -> None:
    toy = Toy(BAN, head=OLD)
    with pytest.raises(NotYetInForceError, match="`toy` is not yet in force on 2009-12-31"):
        toy.decide(action="copy", as_of="2009-12-31")
    with pytest.raises(NoLongerInForceError, match="`toy` is no longer in force on 2020-01-01"):
        toy.decide(action="copy", as_of="2020-01-01")


def test_a_text_without_dates_always_holds() -> None:
    assert Toy(BAN).decide(action="copy", as_of="0001-01-01").ground == "forbidden"


def test_without_a_date_of_its_own_a_request_is_decided_as_of_today() -> None:
    today = date.today()
    assert Toy(BAN, head=NEW).decide(action="copy").as_of == today
    tomorrow = today + timedelta(days=1)
    with pytest.raises(NotYetInForceError):
        Toy(BAN, head=f"in_force: {{from: {tomorrow}}}").decide(action="copy")


def test_in_an_institution_a_book_not_in_force_is_skipped_with_a_finding() -> None:
    old = rulebook(BAN, head=OLD, name="old")
    new = rulebook("- {id: leave, permit: copy}", head=NEW, name="new")
    decision = Institution([old, new]).decide({"action": "copy", "as_of": "2024-01-01"})
    assert (decision.effect, list(decision.rulebooks)) == ("allow", ["new"])
    assert [(f.code, f.values) for f in decision.findings] == [("not_in_force", ("old",))]


def test_where_no_book_is_left_it_is_an_error() -> None:
    old = rulebook(BAN, head=OLD, name="old")
    older = rulebook(BAN, head="in_force: {to: 2009-12-31}", name="older")
    with pytest.raises(NotInForceError):
        Institution([old, older]).decide({"action": "copy", "as_of": "2024-01-01"})


def test_every_question_keeps_the_dates() -> None:
    toy = Toy(BAN, head=OLD)
    for question, asked in (
        (toy.classify, {"object": "document"}),
        (toy.inspect, {"object": "document"}),
        (toy.duties, {"event": "leak_found"}),
        (toy.consequences, {"conduct": "leak"}),
        (toy.authority, {"matter": "keep_seal"}),
    ):
        with pytest.raises(NoLongerInForceError):
            question(**asked, as_of="2024-01-01")
