"""Drawing in small steps that shrink towards the first option."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


@cache
def _upto(last: int) -> st.SearchStrategy[int]:
    return st.integers(0, last)


class Dice:
    """What a composite strategy draws with."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def number(self, below: int) -> int:
        """A number from 0 to ``below - 1``."""
        return self.draw(_upto(below - 1)) if below > 1 else 0

    def one_of(self, options: Sequence[T]) -> T:
        """One of the options; the first is the simplest."""
        return options[self.number(len(options))]

    def rarely(self, one_in: int = 8) -> bool:
        """True about once in so many draws; the simplest is false."""
        return self.number(one_in) == one_in - 1

    def mostly(self, one_in: int = 8) -> bool:
        """False about once in so many draws; the simplest is true."""
        return not self.rarely(one_in)

    def some(self, options: Sequence[T], most: int) -> list[T]:
        """Up to ``most`` different options."""
        if not options:
            return []
        found = [self.one_of(options) for _ in range(self.number(most + 1))]
        return [option for n, option in enumerate(found) if option not in found[:n]]
