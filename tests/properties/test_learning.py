"""Unknown is a value of its own: what is decided without a fact stays decided when the fact is learned."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secrecy_rules import Decision, Engine, Ground, Request
from secrecy_rules.rulebook import Rulebook, rulebook_from_text
from secrecy_rules.testing.strategies import Learned, learned, requests_for, rulebook_texts
from tests.properties.excuses import presumed, who_performs, whose_approval
from tests.properties.seen import Seen

# What a permission adds to a ban is a contradiction between the two; the ban stays where it was.
STILL_FORBIDDEN = (Ground.FORBIDDEN, Ground.CONFLICT)
OBTAINABLE = ("approvals", "formalities", "measures", "evidence", "signatures", "complied_with", "present", "escorts")


@pytest.mark.parametrize("presume", [False, True], ids=["without presumptions", "with presumptions"])
def test_learning_a_fact_changes_neither_an_allow_nor_a_forbidden(presume: bool) -> None:
    seen = Seen()

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


def assert_stands(before: Decision, after: Decision, lesson: Learned[Request]) -> None:
    """An allow is still an allow, a ``forbidden`` still forbidden."""
    assert after.effect is before.effect, f"{lesson.path} = {lesson.value} turned {before.ground} into {after.ground}"
    if not before:
        assert after.ground in STILL_FORBIDDEN, f"{lesson.path} = {lesson.value} made {after.ground} of forbidden"


def excused(lesson: Learned[Request], before: Decision, request: Request, book: Rulebook) -> bool:
    """Whether the answer left the learned fact open on purpose."""
    return (
        presumed(lesson.path, before, book) or who_performs(lesson.path, book) or whose_approval(lesson.path, request)
    )


def test_leaving_untold_what_was_not_done_gains_nothing() -> None:
    seen = Seen()

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


def without_obtainable(request: Request) -> tuple[Request, Request]:
    """The request with nothing approved, done, taken or shown, said so in one and not told in the other."""
    data: dict[str, Any] = {key: value for key, value in request.to_data().items() if key not in OBTAINABLE}
    return Request.from_data({**data, **{head: [] for head in OBTAINABLE}}), Request.from_data(data)
