"""An exemption only ever loosens."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from secrecy_rules import Engine
from secrecy_rules.model.answers import Did
from secrecy_rules.rulebook import Rulebook, rulebook_from_text
from secrecy_rules.rulebook.conditions import ALWAYS, Condition
from secrecy_rules.rulebook.rules import Entrust, Forbid
from secrecy_rules.testing.strategies import requests_for, rulebook_texts
from tests.properties.edits import exempting
from tests.properties.examples import times
from tests.properties.seen import Seen


def test_exempting_from_a_ban_never_turns_allow_into_deny() -> None:
    seen = Seen()

    @times(3)
    @given(rulebook_texts(), st.data())
    def holds(text: str, data: st.DataObject) -> None:
        book = rulebook_from_text(text)
        bans = [rule.id for rule in book.rules.values() if isinstance(rule, Forbid | Entrust)]
        assume(bans)
        request = data.draw(requests_for(book))
        looser = exempting(book, data.draw(st.sampled_from(bans)), data.draw(st.sampled_from(_conditions(book))))
        before, after = (Engine(b).decide(request) for b in (book, looser))
        seen.decision(before)
        if before:
            assert after
        elif after:
            seen.thing("deny became allow")
            assert any(c.rule == "added" and c.did is Did.EXEMPTS for c in after.citations)

    holds()
    seen.check(grounds=5, things=("deny became allow",))


def _conditions(book: Rulebook) -> list[Condition]:
    """No condition at all, or one of those that the rulebook uses."""
    return [ALWAYS, *(rule.when for rule in book.rules.values())]
