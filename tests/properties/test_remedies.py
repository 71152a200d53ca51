"""What a decision says would lift its bans does lift them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secrecy_rules import Engine, Ground
from secrecy_rules.rulebook import rulebook_from_text
from secrecy_rules.testing.strategies import requests_for, rulebook_texts
from tests.properties.examples import times
from tests.properties.granting import remedied
from tests.properties.seen import Seen


def test_granting_a_remedy_turns_the_ban_into_an_allow() -> None:
    seen = Seen()

    # Few denials want nothing but approvals, and these are what this is about.
    @times(6)
    @given(rulebook_texts(), st.data())
    def holds(text: str, data: st.DataObject) -> None:
        book = rulebook_from_text(text)
        request = data.draw(requests_for(book))
        decision = seen.decision(Engine(book).decide(request))
        if decision.grounds == (Ground.NEEDS_APPROVAL,):
            assert decision.remedies
            for asked in remedied(decision, request, book):
                seen.thing("granted")
                assert Engine(book).decide(asked), f"not enough: {asked!r}"

    holds()
    seen.check(grounds=5, things=("granted",))
