"""What durable_rules 2.0.28 does, measured: each test is one fact the durable-rules reading is built around.

A test that fails after an upgrade names the assumption to check again. Whatever hangs or
crashes the interpreter runs in a process of its own.
"""

from __future__ import annotations

import functools
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("durable")

import durable_rules_engine as native
from durable.engine import (
    Host,
    MessageNotHandledException,
    MessageObservedException,
)


class QuietHost(Host):
    """A host that does not start its two timer threads."""

    def _run(self) -> None:
        pass


def host_of(conditions: dict[str, dict[str, Any]], host: type[Host] = QuietHost) -> tuple[Host, list[str]]:
    """A host with one ruleset `r` whose rules note their name when they fire."""
    fired: list[str] = []

    def noting(name: str) -> Callable[[Any], None]:
        return lambda c: fired.append(name)

    made = host()
    made.set_rulesets(
        {"r": {name: {"all": [{"m": condition}], "run": noting(name)} for name, condition in conditions.items()}}
    )
    return made, fired


def fires(condition: dict[str, Any], fact: dict[str, Any]) -> bool:
    host, fired = host_of({"rule": condition})
    try:
        host.assert_fact("r", fact)
    except MessageNotHandledException:
        return False
    return bool(fired)


PREAMBLE = """
from durable.engine import Host
class Quiet(Host):
    def _run(self): pass
def load(conditions):
    host = Quiet()
    host.set_rulesets({"r": {name: {"all": [{"m": condition}], "run": lambda c: print("fired")}
                             for name, condition in conditions.items()}})
    print("loaded", flush=True)
    return host
"""


def in_a_process(program: str, seconds: float = 1.5) -> tuple[str, int | None]:
    """What the program printed first, and how it ended: its status, None if it had to be stopped."""
    with subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        head = bytearray()
        stdout = process.stdout
        reader = threading.Thread(target=lambda: _drain(stdout, head), daemon=True)
        reader.start()
        status: int | None
        try:
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            status = None
        reader.join()
    return head.decode(), status


def _drain(stream: Any, head: bytearray, keep: int = 4000) -> None:
    while block := stream.read(65536):
        head.extend(block[: keep - len(head)])


# events and facts

BOTH = {"first": {"a": "T"}, "second": {"b": "T"}}


def test_a_posted_event_is_consumed_by_the_first_rule_that_matches() -> None:
    host, fired = host_of(BOTH)
    host.post("r", {"a": "T", "b": "T"})
    assert fired == ["first"]


def test_an_asserted_fact_fires_every_rule_that_matches() -> None:
    host, fired = host_of(BOTH)
    host.assert_fact("r", {"a": "T", "b": "T"})
    assert fired == ["first", "second"]


def test_a_fact_that_matches_no_rule_raises_and_is_not_kept() -> None:
    host, _ = host_of(BOTH)
    with pytest.raises(MessageNotHandledException):
        host.assert_fact("r", {"a": "F"})
    assert host.get_facts("r", "0") == []


def test_a_fact_asserted_twice_raises_until_it_is_retracted() -> None:
    host, fired = host_of(BOTH)
    fact = {"id": "request", "a": "T"}
    host.assert_fact("r", fact)
    with pytest.raises(MessageObservedException):
        host.assert_fact("r", fact)
    host.retract_fact("r", fact)
    host.assert_fact("r", fact)
    assert fired == ["first", "first"]


def test_retracting_what_was_never_asserted_is_silent() -> None:
    host, _ = host_of(BOTH)
    assert host.retract_fact("r", {"id": "nothing", "a": "T"}) is None


def test_a_batch_with_one_unmatched_fact_raises_and_runs_no_action_of_the_others() -> None:
    host, fired = host_of(BOTH)
    with pytest.raises(MessageNotHandledException):
        host.assert_facts("r", [{"id": "1", "a": "T"}, {"id": "2", "c": "T"}])
    assert fired == []


# actions


def test_an_action_with_two_parameters_is_taken_for_asynchronous_and_never_completes() -> None:
    calls: list[str] = []
    host = QuietHost()
    host.set_rulesets(
        {
            "r": {
                "first": {
                    "all": [{"m": {"a": "T"}}],
                    "run": lambda c, name="first": calls.append(type(name).__name__),
                },
                "second": {
                    "all": [{"m": {"a": "T"}}],
                    "run": lambda c: calls.append("second"),
                },
            }
        }
    )
    host.assert_fact("r", {"a": "T"})
    assert calls == ["function"], "the default is overwritten by a callback, the next rule waits"


@pytest.mark.parametrize("action", [lambda: None, lambda a, b, c: None, lambda *a: None])
def test_an_action_without_exactly_one_parameter_is_refused(action: Callable[..., None]) -> None:
    with pytest.raises(Exception, match="Invalid function signature"):
        QuietHost().set_rulesets({"r": {"rule": {"all": [{"m": {"a": "T"}}], "run": action}}})


def test_an_action_that_is_no_plain_function_is_refused() -> None:
    action = functools.partial(lambda name, c: None, "rule")
    with pytest.raises(AttributeError, match="__code__"):
        QuietHost().set_rulesets({"r": {"rule": {"all": [{"m": {"a": "T"}}], "run": action}}})


def test_an_exception_in_an_action_is_not_raised_but_left_as_text_in_the_state() -> None:
    def fail(c: Any) -> None:
        raise ValueError("the reason")

    host = QuietHost()
    host.set_rulesets({"r": {"rule": {"all": [{"m": {"a": "T"}}], "run": fail}}})
    state = host.assert_fact("r", {"a": "T"})
    assert state["exception"].startswith("exception caught the reason, traceback")


def test_the_text_of_an_exception_stays_in_the_state_after_later_facts() -> None:
    failures = iter([ValueError("once")])

    def fail_once(c: Any) -> None:
        for error in failures:
            raise error

    host = QuietHost()
    host.set_rulesets({"r": {"rule": {"all": [{"m": {"a": "T"}}], "run": fail_once}}})
    host.assert_fact("r", {"id": "1", "a": "T"})
    assert "once" in host.assert_fact("r", {"id": "2", "a": "T"})["exception"]


# names and values


def hash_of(name: str) -> int:
    """The hash durable_rules compares attribute names by (FNV-1a, 32 bits)."""
    value = 0x811C9DC5
    for byte in name.encode("ascii"):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def test_the_hash_of_names_is_fnv_1a_of_32_bits() -> None:
    assert (hash_of("sid"), hash_of("id")) == (3593476751, 926444256)  # constants of its state.h


@pytest.mark.parametrize(
    ("name", "other"),
    [("costarring", "liquid"), ("declinate", "macallums"), ("altarage", "zinke")],
)
def test_two_attributes_with_the_same_hash_are_the_same_attribute(name: str, other: str) -> None:
    assert hash_of(name) == hash_of(other)
    assert fires({name: "T"}, {other: "T"})


EQUAL_TO_ONE = [1, 1.0, True, "1"]


@pytest.mark.parametrize("value", EQUAL_TO_ONE)
def test_a_condition_on_the_number_one_holds_for_one_true_and_the_text_1(value: object) -> None:
    assert fires({"a": 1}, {"a": value})


def test_true_equals_the_text_true_and_not_the_text_1() -> None:
    assert fires({"a": True}, {"a": "true"})
    assert not fires({"a": True}, {"a": "1"})


def test_texts_equal_only_themselves() -> None:
    words = ["T", "F", "U", "t", "TT", ""]
    assert [(a, b) for a in words for b in words if fires({"k": a}, {"k": b})] == [(w, w) for w in words]


@pytest.mark.parametrize("operator", ["$eq", "$neq", "$lt", "$lte", "$gt", "$gte", "$ex"])
def test_no_comparison_holds_of_a_missing_attribute(operator: str) -> None:
    assert not fires({operator: {"a": 1}}, {"b": 1})


def test_unequal_holds_of_another_value_but_neither_of_a_missing_one_nor_of_null() -> None:
    unequal = {"$neq": {"a": "T"}}
    assert fires(unequal, {"a": "F"})
    assert not fires(unequal, {"b": "F"})
    assert not fires(unequal, {"a": None, "b": "F"})


# what loops, hangs or crashes


def test_a_condition_that_only_says_an_attribute_is_absent_fires_forever() -> None:
    said, status = in_a_process('load({"rule": {"$nex": {"a": 1}}}).assert_fact("r", {"b": "T"})', seconds=0.8)
    assert said.count("fired") > 100
    assert status is None, "had to be stopped"


def test_a_lone_none_condition_stays_silent_until_the_fact_it_excludes_is_retracted() -> None:
    fired: list[str] = []
    host = QuietHost()
    host.set_rulesets({"r": {"rule": {"all": [{"m$not": {"a": "T"}}], "run": lambda c: fired.append("rule")}}})
    with pytest.raises(MessageNotHandledException):
        host.assert_fact("r", {"b": "T"})
    fact = {"id": "1", "a": "T"}
    host.assert_fact("r", fact)
    assert fired == []
    host.retract_fact("r", fact)
    assert fired == ["rule"]


LEADING = "host = load({{str(i): {{'a': str(i)}} for i in range({rules})}})\n"


def test_511_rules_that_begin_with_different_tests_work() -> None:
    host, fired = host_of({str(i): {"a": f"v{i}"} for i in range(511)})
    host.assert_fact("r", {"a": "v510"})
    assert fired == ["510"]


def test_512_rules_that_begin_with_different_tests_load_and_then_fail_on_every_fact() -> None:
    host, _ = host_of({str(i): {"a": f"v{i}"} for i in range(512)})
    with pytest.raises(native.error, match="303"):
        host.assert_fact("r", {"a": "v0"})


def test_513_rules_that_begin_with_different_tests_hang_at_load() -> None:
    assert in_a_process(LEADING.format(rules=513)) == ("", None)


def test_the_limit_counts_tests_on_different_attributes_together() -> None:
    host, _ = host_of({str(i): {f"k{i}": "T"} for i in range(512)})
    with pytest.raises(native.error, match="303"):
        host.assert_fact("r", {"k0": "T"})


def test_256_rules_that_end_in_the_same_test_load_and_then_crash_the_interpreter() -> None:
    said, status = in_a_process(
        "host = load({str(i): {'a': 'T'} for i in range(256)})\nhost.assert_fact('r', {'a': 'T'})\nprint('survived')"
    )
    assert said.startswith("loaded")
    assert "survived" not in said
    assert status != 0


def test_257_rules_that_end_in_the_same_test_are_refused() -> None:
    with pytest.raises(native.error, match="108"):
        host_of({str(i): {"a": "T"} for i in range(257)})


def test_64_tests_may_hold_at_once_and_65_fail() -> None:
    host, fired = host_of({str(i): {f"k{i}": "T"} for i in range(65)})
    host.assert_fact("r", {"id": "1", **{f"k{i}": "T" for i in range(64)}})
    assert len(fired) == 64
    with pytest.raises(native.error, match="303"):
        host.assert_fact("r", {"id": "2", **{f"k{i}": "T" for i in range(65)}})


def test_a_fact_holds_252_attributes_beside_its_two_identities() -> None:
    host, fired = host_of({"rule": {"k0": "T"}})
    host.assert_fact("r", {f"k{i}": "T" for i in range(252)})
    assert fired == ["rule"]
    with pytest.raises(native.error, match="302"):
        host.assert_fact("r", {f"k{i}": "T" for i in range(253)})


def nested(connectives: int) -> dict[str, Any]:
    condition: dict[str, Any] = {"k0": "T"}
    for i in range(connectives):
        condition = {"$or" if i % 2 else "$and": [{f"k{i + 1}": "T"}, condition]}
    return condition


def test_a_condition_holds_15_connectives_at_most() -> None:
    host_of({"rule": nested(15)})
    with pytest.raises(native.error, match="113"):
        host_of({"rule": nested(16)})


def test_a_conjunction_may_be_long() -> None:
    keys = {f"k{i}": "T" for i in range(200)}
    condition = {"$and": [{k: v} for k, v in keys.items()]}
    assert fires(condition, keys)
    assert not fires(condition, {**keys, "k199": "F"})


def test_a_rule_fires_once_for_every_way_its_alternatives_hold() -> None:
    choices = 6
    condition = {"$and": [{"$or": [{f"a{i}": "T"}, {f"b{i}": "T"}]} for i in range(choices)]}
    host, fired = host_of({"rule": condition})
    host.assert_fact("r", {f"{x}{i}": "T" for x in "ab" for i in range(choices)})
    assert len(fired) == 2**choices


def test_a_rule_joins_16_facts_at_most() -> None:
    host = QuietHost()
    rule = {"all": [{f"m{i}": {"t": f"k{i}"}} for i in range(17)], "run": lambda c: None}
    host.set_rulesets({"r": {"rule": rule}})
    for i in range(16):
        host.assert_fact("r", {"id": str(i), "t": f"k{i}"})
    with pytest.raises(native.error, match="304"):
        host.assert_fact("r", {"id": "16", "t": "k16"})


# threads and lifetime


def test_a_host_starts_two_timer_threads() -> None:
    program = "import threading; Host(); print(threading.active_count())"
    assert in_a_process(program) == ("3\n", 0)


def test_a_host_whose_timers_do_not_start_decides_in_the_calling_thread() -> None:
    before = threading.active_count()
    host, fired = host_of(BOTH)
    host.assert_fact("r", {"a": "T"})
    assert (fired, threading.active_count()) == (["first"], before)


def test_a_ruleset_keeps_1024_states_and_reports_lack_of_memory_at_the_next() -> None:
    host, _ = host_of(BOTH)
    for i in range(1024):
        host.assert_fact("r", {"sid": str(i), "a": "T"})
    with pytest.raises(MemoryError):
        host.assert_fact("r", {"sid": "one more", "a": "T"})


def test_one_state_takes_many_facts_in_turn_when_each_is_retracted() -> None:
    host, fired = host_of(BOTH)
    for _ in range(2000):
        host.assert_fact("r", {"id": "request", "a": "T"})
        host.retract_fact("r", {"id": "request", "a": "T"})
    assert len(fired) == 2000
    assert host.get_facts("r", "0") == []


def test_a_deleted_ruleset_is_gone_and_its_handle_refused() -> None:
    host, _ = host_of(BOTH)
    handle = host.get_ruleset("r")._handle
    native.delete_ruleset(handle)
    with pytest.raises(native.error, match="111"):
        native.assert_fact(handle, json.dumps({"a": "T"}))
