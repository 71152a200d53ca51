"""What breaks while deciding is a no, wherever it breaks."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from secrecy_rules import Engine, Ground, Institution
from secrecy_rules.rulebook import rulebook_from_text
from secrecy_rules.testing.strategies import requests_for, rulebook_texts
from tests.properties.examples import times
from tests.properties.faults import ERRORS, FUNCTIONS, Fault, fault_in
from tests.properties.seen import Seen

# Allows everything that it is asked about, so that only the broken rulebook can say no.
PERMISSIVE = """
rulebook: permissive
title: {zh: 无禁令, en: No bans}
sector: company
document: {number: null, issuer: null, issued: null}
scale: [PUBLIC, INTERNAL, CONFIDENTIAL, SECRET, TOP_SECRET]
articles:
  - id: "1"
    cite: 第一条
    gist: {zh: 都可以, en: Everything goes}
    source: {length: 1, sha256: SHA}
    rules: [{id: anything, permit: [copy, lend, send, access, transcribe]}]
""".replace("SHA", "a" * 64)


def test_a_failure_anywhere_denies_and_is_never_raised() -> None:
    seen = Seen()
    permissive = rulebook_from_text(PERMISSIVE)

    @times(3)
    @given(rulebook_texts(), st.sampled_from(FUNCTIONS), st.data())
    def holds(text: str, function: object, data: st.DataObject) -> None:
        book = rulebook_from_text(text)
        request = data.draw(requests_for(book))
        engine = Engine(book)
        counted = Fault()
        with fault_in(function, counted):
            sound = seen.decision(engine.decide(request))
        assume(counted.calls)
        at = data.draw(st.integers(1, counted.calls))
        error = data.draw(st.sampled_from(ERRORS))
        with fault_in(function, Fault(at, error)):
            broken = engine.decide(request)
        with fault_in(function, Fault(at, error)):
            together = Institution([book, permissive]).decide(request)
        seen.thing(function.__name__)
        for decision in (broken, together):
            assert not decision
            assert decision.ground is Ground.FAILED
            assert decision.error
        assert engine.decide(request) == sound

    holds()
    seen.check(grounds=4)
    # Which functions a decision goes through depends on the rulebooks drawn; most of them have to have failed.
    assert len(seen.things) > len(FUNCTIONS) / 2
