"""The order in which a rulebook lists its rules says nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secrecy_rules import Decision, Engine
from secrecy_rules.rulebook import rulebook_from_text
from secrecy_rules.testing.strategies import requests_for, rulebook_texts
from tests.properties.edits import in_order
from tests.properties.examples import times
from tests.properties.seen import Seen

MOST_REMEDIES = 5


def test_the_order_of_rules_is_irrelevant() -> None:
    seen = Seen()

    @times(3)
    @given(rulebook_texts(), st.data())
    def holds(text: str, data: st.DataObject) -> None:
        book = rulebook_from_text(text)
        request = data.draw(requests_for(book))
        order = data.draw(st.permutations(list(book.rules)))
        one = seen.decision(Engine(book).decide(request))
        other = Engine(in_order(book, order)).decide(request)
        assert _said(one) == _said(other)

    holds()
    seen.check(grounds=5)


def _said(decision: Decision) -> object:
    """Everything a decision says, where its lists are sets."""
    few = len(decision.remedies) < MOST_REMEDIES
    return (
        decision.effect,
        decision.grounds,
        set(decision.citations),
        set(decision.duties),
        set(decision.needs),
        # Of many ways out only the first few are shown.
        set(decision.remedies) if few else None,
        decision.assumed,
    )
