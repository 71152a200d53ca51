"""How many examples a property gets beside the profile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import settings

from secrecy_rules import shipped

# The examples of the profile are those of so many rulebooks; all that ship share them.
SHARED_BY = 4
FEWEST = 8

F = TypeVar("F", bound=Callable[..., None])


def times(factor: float) -> Callable[[F], F]:
    """So many times the examples of the profile: cheap properties can have more, dear ones fewer."""

    def decorate(function: F) -> F:
        return settings(max_examples=max(1, round(settings.default.max_examples * factor)))(function)

    return decorate


def share(factor: float = 1) -> Callable[[F], F]:
    """The part of the examples that one of the shipped rulebooks gets, so that more of them take no longer."""

    def decorate(function: F) -> F:
        count = settings.default.max_examples * factor * SHARED_BY / len(shipped())
        return settings(max_examples=max(FEWEST, round(count)))(function)

    return decorate
