"""What it means that an answer stands when more is told, and what it is to leave something untold."""

from __future__ import annotations

from typing import Any

from secrecy_rules import Decision, Ground, Request
from secrecy_rules.testing.strategies import Learned

# What a permission adds to a ban is a contradiction between the two; the ban stays where it was.
STILL_FORBIDDEN = (Ground.FORBIDDEN, Ground.CONFLICT)
# What is done, shown or obtained for an act, and is a list that can be told to be empty.
OBTAINABLE = ("approvals", "formalities", "measures", "evidence", "signatures", "complied_with", "present", "escorts")


def assert_stands(before: Decision, after: Decision, lesson: Learned[Request]) -> None:
    """An allow is still an allow, a ``forbidden`` still forbidden."""
    assert after.effect is before.effect, f"{lesson.path} = {lesson.value} turned {before.ground} into {after.ground}"
    if not before:
        assert after.ground in STILL_FORBIDDEN, f"{lesson.path} = {lesson.value} made {after.ground} of forbidden"


def without_obtainable(request: Request) -> tuple[Request, Request]:
    """The request with nothing approved, done, taken or shown, said so in one and not told in the other."""
    data: dict[str, Any] = {key: value for key, value in request.to_data().items() if key not in OBTAINABLE}
    return Request.from_data({**data, **{head: [] for head in OBTAINABLE}}), Request.from_data(data)
