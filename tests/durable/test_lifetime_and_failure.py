"""The durable-rules reading over many questions, in several threads, and when durable-rules fails."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secrecy_rules import Engine, Ground, Request
from secrecy_rules.durable import deciding, rulesets
from secrecy_rules.durable.answers import Answers
from secrecy_rules.durable.cache import Readings
from secrecy_rules.durable.native import DurableRulesError, engine
from secrecy_rules.durable.rulesets import Ruleset
from secrecy_rules.rulebook.conditions import Condition, Judge
from secrecy_rules.semantics.facts import Facts
from tests.durable.small_rulebooks import rulebook

pytest.importorskip("durable")
pytestmark = pytest.mark.events

COPYING = {
    "id": "copying",
    "forbid": "copy",
    "when": {"carrier.level": {"at_least": "CONFIDENTIAL"}},
    "unless": {"approved_by": {"role": "office_director"}, "formalities": {"has": "registered"}},
}
READING = {"id": "reading", "forbid": "read", "when": {"place": "home"}}


def request(action: str = "copy", level: str = "SECRET", **facts: Any) -> Request:
    return Request.from_data({"action": action, "object": {"kind": "document", "level": level}, **facts})


REQUESTS = [
    request(),
    request(approvals=["office_director"], formalities=["registered"]),
    request(approvals=["office_director"], formalities=[]),
    request(level="INTERNAL"),
    Request.from_data({"action": "copy", "object": "document"}),
    request("read", place="home"),
    request("read"),
]


@pytest.fixture(autouse=True)
def own_readings(monkeypatch: pytest.MonkeyPatch) -> Readings:
    """Each test with readings of its own, so that what one breaks is not what another finds."""
    readings = Readings()
    monkeypatch.setattr(deciding, "READINGS", readings)
    return readings


def kept_rulesets(readings: Readings) -> Iterator[Ruleset]:
    for reading in readings._kept.values():
        for layer in reading._layers:
            yield from layer


def megabytes() -> float:
    """Memory held by this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


needs_proc = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")


# growth


@needs_proc
def test_two_thousand_decisions_leave_no_fact_and_no_memory_behind(own_readings: Readings) -> None:
    durable = Engine(rulebook(COPYING, READING), backend="durable")
    for i in range(500):
        durable.decide(REQUESTS[i % len(REQUESTS)])
    before = megabytes()
    for i in range(2000):
        durable.decide(REQUESTS[i % len(REQUESTS)])
    assert megabytes() - before < 1.5
    facts = [engine().get_facts(r._handle, rulesets.STATE) for r in kept_rulesets(own_readings)]
    assert facts
    assert set(facts) == {"[]"}


@needs_proc
def test_readings_that_are_no_longer_kept_are_freed() -> None:
    book = rulebook(COPYING, READING)
    readings = Readings(most=1)
    for _ in range(10):
        readings.of(book, "copy"), readings.of(book, "read")
    before = megabytes()
    for _ in range(50):
        readings.of(book, "copy"), readings.of(book, "read")
    assert len(readings) == 1
    assert megabytes() - before < 10, "a hundred rulesets of more than a megabyte each"


def test_a_reading_in_use_outlives_its_place_among_those_kept() -> None:
    book = rulebook(COPYING, READING)
    readings = Readings(most=1)
    reading = readings.of(book, "read")
    handles = [ruleset._handle for layer in reading._layers for ruleset in layer]
    readings.of(book, "copy")
    facts = Facts(REQUESTS[5], book, as_of=date(2024, 1, 1))
    assert Answers(reading)(book.rules["reading"].when, facts).value == "true"
    del reading
    for handle in handles:
        with pytest.raises(engine().error, match="111"):
            engine().assert_fact(handle, "{}")


# threads


def test_threads_that_ask_at_once_get_the_answers_of_one_that_asks_alone() -> None:
    book = rulebook(COPYING, READING)
    expected = [Engine(book).decide(r) for r in REQUESTS]
    durable = Engine(book, backend="durable")
    wrong: list[Any] = []

    def ask() -> None:
        for _ in range(30):
            found = [durable.decide(r) for r in REQUESTS]
            wrong.extend(pair for pair in zip(found, expected, strict=True) if pair[0] != pair[1])

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert wrong == []


# what a reading is made of


def test_only_rules_that_concern_the_act_are_evaluated() -> None:
    book = rulebook(COPYING, READING)
    reading = Readings().of(book, "photocopy")
    assert book.rules["copying"].when in reading.hangs_on
    assert book.rules["reading"].when not in reading.hangs_on


def test_a_rulebook_is_compiled_once_for_each_act() -> None:
    readings = Readings()
    assert readings.of(rulebook(COPYING), "copy") is readings.of(rulebook(COPYING), "copy")


def test_a_rulebook_changed_in_memory_is_compiled_again() -> None:
    like_copying = {"id": "scanning", "forbid": "scan", "unless": {"satisfies": "copying"}}
    book = rulebook(COPYING, like_copying)
    asked = request("scan", approvals=["office_director"], formalities=["registered"])
    assert Engine(book, backend="durable").decide(asked)
    # What `satisfies` stands for changes, the condition that names it does not.
    other = replace(book.rules["copying"], unless=Judge("work_need"))
    changed = replace(book, rules={**book.rules, "copying": other})
    assert changed.digest == book.digest
    assert Engine(changed, backend="durable").decide(asked) == Engine(changed).decide(asked)


def test_a_condition_that_was_not_compiled_raises() -> None:
    book = rulebook(COPYING, READING)
    answers = Answers(Readings().of(book, "copy"))
    facts = Facts(REQUESTS[0], book, as_of=date(2024, 1, 1))
    with pytest.raises(DurableRulesError, match="was not given to durable-rules"):
        answers(book.rules["reading"].when, facts)


def test_the_verdict_comes_from_the_rules_that_fired(monkeypatch: pytest.MonkeyPatch) -> None:
    durable = Engine(rulebook(COPYING), backend="durable")
    assert durable.decide(REQUESTS[0]).ground is Ground.NEEDS_APPROVAL
    monkeypatch.setattr(Ruleset, "fired", lambda self, literals: set())
    assert durable.decide(REQUESTS[0]).ground is Ground.UNREGULATED, "were it ever so, nobody would step in"


def test_the_reference_explains_only_conditions_that_rest_on_a_presumption(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wartime = {"id": "wartime", "forbid": "copy", "when": {"circumstances.wartime": True}}
    at_home = {"id": "at-home", "forbid": "copy", "when": {"place": "home"}}
    book = rulebook(at_home, wartime, COPYING)
    walked: list[Condition] = []
    monkeypatch.setattr("secrecy_rules.durable.answers.evaluate", lambda condition, facts: walked.append(condition))
    Engine(book, backend="durable").decide(REQUESTS[0])
    assert walked == [book.rules["wartime"].when]


def test_what_is_deemed_is_seen_by_the_rows_that_classify_and_by_the_bans() -> None:
    book = rulebook(
        {"id": "as-paper", "deem": {"governed_as": "official_document"}, "when": {"object.kind": "laptop"}},
        {"id": "row", "classify": {"level": "SECRET"}, "when": {"object.kind": "official_document"}},
        {"id": "ban", "forbid": "copy", "when": {"carrier.level": "SECRET"}},
    )
    asked = Request.from_data({"action": "copy", "object": "laptop"})
    decision = Engine(book, backend="durable").decide(asked)
    assert decision.ground is Ground.FORBIDDEN
    assert decision == Engine(book).decide(asked)


# failure

COUNTING = {
    "id": "counting",
    "forbid": "copy",
    "when": {"any": [{"copies_made": {"at_least": n}} for n in range(1, 71)]},
}


def test_a_native_error_denies_and_the_next_question_gets_a_new_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = rulebook(COUNTING)
    durable = Engine(book, backend="durable")
    asked = request(copies_made=100)
    with monkeypatch.context() as beyond:
        # All seventy comparisons hold and begin a rule of the same ruleset: error 303.
        beyond.setattr(rulesets, "MOST_RULES", 256)
        failed = durable.decide(asked)
        broken = deciding.READINGS._kept[book.digest, "copy"]
        assert not failed
        assert failed.ground is Ground.FAILED
        assert "303" in (failed.error or "")
    assert broken.broken
    assert durable.decide(asked) == Engine(book).decide(asked)
    assert not deciding.READINGS.of(book, "copy").broken


def test_an_interrupt_between_assertion_and_retraction_spoils_no_later_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = rulebook(COPYING)
    durable = Engine(book, backend="durable")
    assert not durable.decide(REQUESTS[0])

    def interrupted(self: Ruleset, state: int) -> Iterator[str]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Ruleset, "_actions", interrupted)
        with pytest.raises(KeyboardInterrupt):
            durable.decide(REQUESTS[0])
    for asked in REQUESTS:
        assert durable.decide(asked) == Engine(book).decide(asked)


def test_a_broken_reading_answers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    book = rulebook(COPYING)
    reading = Readings().of(book, "copy")
    facts = Facts(REQUESTS[0], book, as_of=date(2024, 1, 1))
    monkeypatch.setattr(reading, "broken", True)
    with pytest.raises(DurableRulesError, match="failed in an earlier question"):
        Answers(reading)(book.rules["copying"].when, facts)


def test_a_matcher_that_does_not_fire_is_refused_at_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ruleset, "_actions", lambda self, state: iter(()))
    with pytest.raises(DurableRulesError, match="does not fire"):
        Readings().of(rulebook(COPYING), "copy")
