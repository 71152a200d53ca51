"""How many examples a property gets beside the profile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import settings

F = TypeVar("F", bound=Callable[..., None])


def times(factor: float) -> Callable[[F], F]:
    """So many times the examples of the profile: cheap properties can have more, dear ones fewer."""

    def decorate(function: F) -> F:
        return settings(max_examples=max(1, round(settings.default.max_examples * factor)))(function)

    return decorate
