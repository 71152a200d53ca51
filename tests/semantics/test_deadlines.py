"""Deadlines: the day of the event is not counted, the last day is; months go by the calendar."""

from datetime import date

import pytest

from secrecy_rules.semantics.deadlines import add
from tests.semantics.toy import Toy


@pytest.mark.parametrize(
    ("day", "duration", "last"),
    [
        ("2024-03-01", "P14D", "2024-03-15"),
        ("2024-02-28", "P1D", "2024-02-29"),
        ("2024-03-01", "P2W", "2024-03-15"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2023-01-31", "P1M", "2023-02-28"),
        ("2024-12-31", "P2M", "2025-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-08-15", "P6M", "2025-02-15"),
        ("2024-03-01", "PT24H", "2024-03-01"),
        ("2024-03-01", "PT30M", "2024-03-01"),
        ("9999-12-31", "P1D", "9999-12-31"),
        ("9999-12-31", "P1M", "9999-12-31"),
    ],
)
def test_the_last_day_of_a_period(day: str, duration: str, last: str) -> None:
    assert add(date.fromisoformat(day), duration) == date.fromisoformat(last)


def duty(by: str, **facts: object) -> tuple[str | None, str]:
    toy = Toy(f"- {{id: d, oblige: return_item, who: person, upon: loan_made, by: {by}}}")
    [item] = toy.duties(event="loan_made", **facts).duties
    return (item.due.isoformat() if item.due else None, item.state.value)


@pytest.mark.parametrize(
    ("by", "due"),
    [
        ("{within: P14D, from: loan_made}", "2024-03-15"),
        ("{within: P1M, from: loan_made}", "2024-04-01"),
        ("{same_day: loan_made}", "2024-03-01"),
        ("{with: loan_made}", "2024-03-01"),
        ("{before: meeting_held}", "2024-03-20"),
        ("{within: P5D, from: meeting_held}", "2024-03-25"),
        ("{after: loan_made}", None),
        ("{during: meeting_held}", None),
        ("{set_by: loan}", None),
        ("promptly", None),
        ("immediately", None),
    ],
)
def test_the_date_of_each_kind_of_deadline(by: str, due: str | None) -> None:
    history = [{"event": "meeting_held", "on": "2024-03-20"}]
    state = "due" if due == "2024-03-01" else "open"
    assert duty(by, on="2024-03-01", as_of="2024-03-01", history=history) == (due, state)


WITHIN = "{within: P14D, from: loan_made}"


@pytest.mark.parametrize(
    ("as_of", "done", "state"),
    [
        ("2024-03-14", [], "open"),
        ("2024-03-15", [], "due"),
        ("2024-03-16", [], "late"),
        ("2024-03-16", None, "cannot_tell"),
        ("2024-03-20", [{"duty": "return_item", "on": "2024-03-15"}], "met"),
        ("2024-03-20", [{"duty": "return_item", "on": "2024-03-16"}], "late"),
        ("2024-03-20", [{"duty": "return_item"}], "cannot_tell"),
        ("2024-03-20", [{"duty": "report", "on": "2024-03-02"}], "late"),
    ],
)
def test_where_a_duty_with_a_date_stands(as_of: str, done: list[object] | None, state: str) -> None:
    told = {} if done is None else {"done": done}
    assert duty(WITHIN, on="2024-03-01", as_of=as_of, **told) == ("2024-03-15", state)


def test_without_the_starting_day_nobody_can_tell() -> None:
    assert duty(WITHIN, as_of="2024-03-20") == (None, "cannot_tell")
    assert duty("{within: P5D, from: meeting_held}", on="2024-03-01", as_of="2024-03-20") == (None, "cannot_tell")


def test_promptly_is_never_late_by_itself() -> None:
    assert duty("promptly", on="2024-03-01", as_of="2030-01-01", done=[]) == (None, "open")
    assert duty("promptly", on="2024-03-01", as_of="2030-01-01", done=["return_item"]) == (None, "met")


def test_a_deadline_that_the_slip_sets_is_named_and_open() -> None:
    toy = Toy("- {id: d, oblige: return_item, upon: loan_made, by: {set_by: loan}}")
    [item] = toy.duties(event="loan_made", on="2024-03-01", as_of="2030-01-01").duties
    assert (item.by, item.event, item.state) == ("set_by", "loan", "open")


RENEWABLE = """
- id: d
  oblige: return_item
  who: person
  upon: loan_made
  by: {within: P14D, from: loan_made}
  renewal: {at: document_clerk, before: due, total: {at_most: P1M, from: loan_made}}
"""


@pytest.mark.parametrize(
    ("renewed_on", "due"),
    [
        (None, "2024-03-15"),
        ("2024-03-10", "2024-04-01"),
        ("2024-03-15", "2024-04-01"),
        ("2024-03-16", "2024-03-15"),
    ],
)
def test_a_renewal_in_time_moves_the_due_day_to_the_cap_and_not_beyond(renewed_on: str | None, due: str) -> None:
    history = [{"event": "renewal", "on": renewed_on}] if renewed_on else []
    [item] = Toy(RENEWABLE).duties(event="loan_made", on="2024-03-01", as_of="2024-03-02", history=history).duties
    assert (str(item.due), str(item.renewable_until), item.renew_at) == (due, "2024-04-01", "document_clerk")


def test_a_renewal_after_the_due_day_counts_where_the_text_does_not_ask_for_it_before() -> None:
    toy = Toy(RENEWABLE.replace("before: due, ", ""))
    history = [{"event": "renewal", "on": "2024-03-16"}]
    [item] = toy.duties(event="loan_made", on="2024-03-01", as_of="2024-03-20", history=history).duties
    assert str(item.due) == "2024-04-01"


def test_without_the_day_of_the_loan_there_is_no_cap_to_count() -> None:
    [item] = Toy(RENEWABLE).duties(event="loan_made").duties
    assert (item.due, item.renewable_until, item.state.value) == (None, None, "cannot_tell")


WEEKDAYS = "- {id: d, oblige: fetch_documents, who: document_clerk, every: {weekdays: [tuesday, friday]}}"


@pytest.mark.parametrize(
    ("as_of", "done", "due", "state"),
    [
        ("2024-03-04", None, "2024-03-05", "open"),  # a Monday
        ("2024-03-05", None, "2024-03-05", "due"),
        ("2024-03-05", "2024-03-05", "2024-03-08", "open"),
        ("2024-03-09", "2024-03-08", "2024-03-12", "open"),
        ("2024-03-09", "2024-03-05", "2024-03-08", "late"),
    ],
)
def test_a_duty_on_fixed_days_of_the_week_is_due_on_the_next_of_them(
    as_of: str, done: str | None, due: str, state: str
) -> None:
    told = {"done": [{"duty": "fetch_documents", "on": done}]} if done else {}
    [item] = Toy(WEEKDAYS).duties(as_of=as_of, **told).duties
    assert (str(item.due), item.state.value, item.weekdays) == (due, state, ("tuesday", "friday"))
