"""Unknown is a value of its own: what is decided without a fact stays decided when the fact is learned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secrecy_rules import Engine, Ground
from secrecy_rules.rulebook import rulebook_from_text
from secrecy_rules.testing.strategies import learned, requests_for, rulebook_texts
from tests.properties.examples import times
from tests.properties.excuses import excused, presumed
from tests.properties.seen import Seen
from tests.properties.standing import OBTAINABLE, assert_stands, without_obtainable


@pytest.mark.parametrize("presume", [False, True], ids=["without presumptions", "with presumptions"])
def test_learning_a_fact_changes_neither_an_allow_nor_a_forbidden(presume: bool) -> None:
    seen = Seen()

    @times(3)
    @given(rulebook_texts(), st.data())
    def holds(text: str, data: st.DataObject) -> None:
        book = rulebook_from_text(text)
        request = data.draw(requests_for(book))
        # What a rulebook says is asked here, not what its silence comes to.
        engine = Engine(book, presume=presume, silence="allow")
        before = seen.decision(engine.decide(request))
        if before or before.ground is Ground.FORBIDDEN:
            lesson = data.draw(learned(book, request))
            if not excused(lesson, before, request, book):
                seen.thing(f"learned under {before.ground}")
                assert_stands(before, engine.decide(lesson.situation), lesson)

    holds()
    seen.check(
        grounds=5, things=tuple(f"learned under {ground}" for ground in ("permitted", "unregulated", "forbidden"))
    )


def test_leaving_untold_what_was_not_done_gains_nothing() -> None:
    seen = Seen()

    @times(3)
    @given(rulebook_texts(), st.data())
    def holds(text: str, data: st.DataObject) -> None:
        book = rulebook_from_text(text)
        request = data.draw(requests_for(book))
        engine = Engine(book)
        none, untold = (engine.decide(asked) for asked in without_obtainable(request))
        seen.decision(untold)
        if not any(presumed(head, untold, book) for head in OBTAINABLE):
            assert none or not untold

    holds()
    seen.check(grounds=4)
