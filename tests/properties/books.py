"""The rulebooks that the properties of the law are held against: every shipped one that loads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from secrecy_rules import Rulebook, RulebookError, load, shipped
from secrecy_rules.rulebook.conditions import ApprovedBy, Approver, Approvers
from secrecy_rules.testing.strategies.leaves import leaves_of
from tests.properties.seen import Seen


def held_by_all(law: Callable[[Rulebook, Seen], None]) -> Seen:
    """Hold a property against every shipped rulebook; what they were seen to do is counted together, for under
    some little is allowed, or few grounds occur. A failure names the rulebook."""
    seen = Seen()
    for name in shipped():
        try:
            law(loaded(name), seen)
        except BaseException as error:
            error.add_note(f"under {name}")
            raise
    return seen


def loaded(name: str) -> Rulebook:
    """A shipped rulebook. One that does not load fails elsewhere, with its errors."""
    try:
        return load(name)
    except RulebookError as error:
        pytest.skip(f"{name} does not load: {error}")


def approvers(book: Rulebook) -> list[str]:
    """Every role whose approval the rulebook asks for anywhere."""
    found = (
        role
        for rule in book.rules.values()
        for leaf in leaves_of(rule, book)
        if isinstance(leaf, ApprovedBy)
        for role in _roles(leaf.wanted)
    )
    return sorted({*found, "competent_leader"})


def _roles(wanted: Approver | Approvers) -> Iterator[str]:
    if isinstance(wanted, Approver):
        yield from wanted.roles
    else:
        for part in wanted.parts:
            yield from _roles(part)
