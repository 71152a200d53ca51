"""`oblige` and `then`: which duties there are, whose, and when they arise."""

import pytest

from secrecy_rules import DutyList
from tests.semantics.toy import Toy


def listed(duties: DutyList) -> list[tuple[str, ...]]:
    return [item.duties for item in duties.duties]


UPON = "- {id: d, oblige: report, who: person, to: office_director, upon: leak_found, by: promptly}\n"
ALWAYS = "- {id: a, oblige: keep_secrets, who: every_staff_member, always: true}\n"
EVERY = "- {id: e, oblige: clear_documents, who: unit_office, every: P6M}\n"


def test_a_duty_upon_an_event_arises_with_it_and_names_everything_the_text_does() -> None:
    [item] = Toy(UPON + ALWAYS).duties(event="leak_found").duties
    assert (item.duties, item.who, item.to, item.by) == (("report",), "person", "office_director", "promptly")
    assert (item.citation.rule, item.citation.article, item.citation.did) == ("d", "第1条", "obliges")
    assert listed(Toy(UPON + ALWAYS).duties(event="meeting_ended")) == []


def test_a_duty_upon_an_act_arises_with_it_also_in_a_decision() -> None:
    toy = Toy("- {id: d, oblige: register, upon: copy}\n- {id: leave, permit: copy}")
    assert listed(toy.duties(event="photograph")) == [("register",)]
    assert [item.duties for item in toy.decide(action="photograph").duties] == [("register",)]


def test_a_coarser_event_leaves_the_duty_uncertain() -> None:
    toy = Toy("- {id: d, oblige: register, upon: photograph}\n- {id: leave, permit: copy}")
    [item] = toy.duties(event="copy").duties
    assert (item.certain, item.state) == (False, "cannot_tell")
    assert toy.decide(action="copy").duties == ()


def test_a_duty_of_which_it_is_not_known_whether_it_arises_says_what_is_missing() -> None:
    toy = Toy("- {id: d, oblige: report, upon: leak_found, when: {carrier.level: SECRET}}")
    [item] = toy.duties(event="leak_found", object="document").duties
    assert (item.certain, item.state) == (False, "cannot_tell")
    assert [need.change.path for need in item.missing] == ["carrier.level"]
    assert listed(toy.duties(event="leak_found", object={"kind": "document", "level": "PUBLIC"})) == []


def test_the_exception_of_a_duty_takes_it_away() -> None:
    toy = Toy("- {id: d, oblige: report, upon: leak_found, unless: {place: home}}")
    assert listed(toy.duties(event="leak_found", place="home")) == []
    assert toy.duties(event="leak_found").duties[0].certain is False


def test_without_an_event_the_standing_duties_are_listed() -> None:
    assert listed(Toy(UPON + ALWAYS + EVERY).duties()) == [("keep_secrets",), ("clear_documents",)]


@pytest.mark.parametrize(
    ("person", "certain"),
    [
        ("unit_office", {"a": True, "e": True}),
        ("driver", {"a": True}),
        ({"id": "zhang"}, {"a": True, "e": False}),
        ({"roles": ["unit_office"], "affiliation": "outside"}, {"e": True}),
        ({"roles": ["driver"], "affiliation": "own_unit"}, {"a": True}),
    ],
)
def test_a_standing_duty_is_listed_for_those_who_bear_it(person: object, certain: dict[str, bool]) -> None:
    found = Toy(ALWAYS + EVERY).duties(person=person).duties
    assert {item.citation.rule: item.certain for item in found} == certain


@pytest.mark.parametrize(
    ("done", "as_of", "due", "state"),
    [
        ([{"duty": "clear_documents", "on": "2024-01-15"}], "2024-07-14", "2024-07-15", "open"),
        ([{"duty": "clear_documents", "on": "2024-01-15"}], "2024-07-15", "2024-07-15", "due"),
        ([{"duty": "clear_documents", "on": "2024-01-15"}], "2024-07-16", "2024-07-15", "late"),
        (
            [{"duty": "clear_documents", "on": "2023-01-01"}, {"duty": "clear_documents", "on": "2024-01-15"}],
            "2024-07-15",
            "2024-07-15",
            "due",
        ),
        ([], "2024-07-16", None, "cannot_tell"),
        (None, "2024-07-16", None, "cannot_tell"),
    ],
)
def test_a_periodic_duty_falls_due_a_period_after_the_last_time(
    done: list[object] | None, as_of: str, due: str | None, state: str
) -> None:
    [item] = Toy(EVERY).duties(as_of=as_of, **({} if done is None else {"done": done})).duties
    assert (item.due.isoformat() if item.due else None, item.state, item.period) == (due, state, "P6M")


def test_a_period_without_a_figure_is_never_late_by_itself() -> None:
    toy = Toy("- {id: r, oblige: inspect_secrecy, who: unit_office, every: regularly}")
    [item] = toy.duties(as_of="2030-01-01", done=[{"duty": "inspect_secrecy", "on": "2020-01-01"}]).duties
    assert (item.period, item.due) == ("regularly", None)
    assert item.state in ("open", "met")


@pytest.mark.parametrize(
    ("days", "state"),
    [
        ([], "open"),
        (["2024-01-10"], "open"),
        (["2024-01-10", "2024-05-10"], "met"),
        # The first lies more than a year back.
        (["2023-05-31", "2024-05-10"], "open"),
        (["2023-06-01", "2024-05-10"], "met"),
        ([None, "2024-05-10"], "cannot_tell"),
    ],
)
def test_a_number_of_times_in_a_period_is_met_once_done_often_enough(days: list[str | None], state: str) -> None:
    toy = Toy("- {id: t, oblige: inspect_secrecy, who: unit_office, times_per: {at_least: 2, period: P1Y}}")
    done = [{"duty": "inspect_secrecy", **({"on": day} if day else {})} for day in days]
    [item] = toy.duties(as_of="2024-06-01", done=done).duties
    assert (item.times, item.period, item.state) == ((2, None), "P1Y", state)


TWO = "- {id: d, oblige: [report, register], upon: leak_found, by: {within: P1D, from: leak_found}}"
CHOICE = "- {id: d, oblige: {one_of: [report, register]}, upon: leak_found, by: {within: P1D, from: leak_found}}"


def test_of_several_duties_all_have_to_be_done_of_a_choice_one() -> None:
    done = [{"duty": "report", "on": "2024-03-02"}]
    asked = {"event": "leak_found", "on": "2024-03-01", "as_of": "2024-03-02"}
    assert Toy(TWO).duties(**asked, done=done).duties[0].state == "due"
    [item] = Toy(CHOICE).duties(**asked, done=done).duties
    assert (item.state, item.choice) == ("met", True)
    assert Toy(TWO).duties(**asked, done=[*done, {"duty": "register", "on": "2024-03-01"}]).duties[0].state == "met"


OTHERWISE = """
- id: d
  oblige: report
  upon: leak_found
  otherwise: {when: {person.roles: {has: driver}}, oblige: register, who: driver}
"""


@pytest.mark.parametrize(
    ("person", "duties"),
    [
        ({"roles": ["typist"]}, [("report", False, True)]),
        ({"roles": ["driver"]}, [("register", True, True)]),
        # Not known whether the first can be met: it stands, and the second is listed.
        ({"id": "zhang"}, [("report", False, True), ("register", True, False)]),
    ],
)
def test_otherwise_is_the_duty_for_when_the_first_cannot_be_met(
    person: object, duties: list[tuple[str, bool, bool]]
) -> None:
    found = Toy(OTHERWISE).duties(event="leak_found", person=person).duties
    assert [(item.duties[0], item.instead, item.certain) for item in found] == duties


THEN = """
- id: ban
  forbid: copy
  when: {place: home}
  unless: {purpose: official}
  then: [{oblige: number_copies, who: performer, by: {with: copy}}]
"""


def test_then_arises_upon_the_act_lawful_or_not_while_the_condition_holds() -> None:
    toy = Toy(THEN)
    assert listed(toy.duties(event="copy", place="home", purpose="official")) == [("number_copies",)]
    assert listed(toy.duties(event="copy", place="home", purpose="private")) == [("number_copies",)]
    assert listed(toy.duties(event="copy", place="hospital")) == []
    assert toy.duties(event="copy").duties[0].certain is False


def test_then_is_listed_beside_an_allow() -> None:
    decision = Toy(THEN).decide(action="copy", place="home", purpose="official", as_of="2024-03-01")
    [item] = decision.duties
    assert (item.duties, item.who) == (("number_copies",), "performer")
    # With the act, which a decision takes to be on its own day.
    assert item.due is not None
    assert item.due.isoformat() == "2024-03-01"
    assert Toy(THEN).decide(action="copy", place="home", purpose="private").duties == ()


def test_then_of_an_exemption_comes_with_the_act_that_it_frees() -> None:
    toy = Toy("""
        - {id: ban, forbid: copy}
        - {id: way, exempt: ban, when: {place: home}, then: [{oblige: register, who: person}]}
    """)
    assert [item.duties for item in toy.decide(action="copy", place="home").duties] == [("register",)]
    assert listed(toy.duties(event="copy", place="hospital")) == []


def test_a_duty_in_principle_says_so() -> None:
    toy = Toy("- {id: d, oblige: report, upon: leak_found, strength: in_principle}")
    assert toy.duties(event="leak_found").duties[0].in_principle is True
    assert Toy(UPON).duties(event="leak_found").duties[0].in_principle is False
