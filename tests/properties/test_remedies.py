"""What a decision says would lift its bans does lift them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secrecy_rules import Decision, Engine, Ground, Request
from secrecy_rules.rulebook import Rulebook, rulebook_from_text
from secrecy_rules.testing.strategies import requests_for, rulebook_texts
from tests.properties.directions import has_sequence, only_help, says_everything
from tests.properties.examples import times
from tests.properties.granting import grantable, granted
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


def remedied(decision: Decision, request: Request, book: Rulebook) -> list[Request]:
    """The request with each remedy carried out that can be, and that cannot bring about a new ban."""
    undated = any(approval.on is None for approval in request.approvals or ())
    if undated and has_sequence(book):
        return []
    found = []
    for remedy in decision.remedies:
        heads = {change.path for change in remedy.changes}
        if grantable(remedy) and only_help(heads, book) and all(says_everything(head, book) for head in heads):
            asked = granted(request, remedy)
            if asked is not None:
                found.append(asked)
    return found
