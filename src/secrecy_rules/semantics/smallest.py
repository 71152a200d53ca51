"""Sets of things that are needed together, or of which one is enough: only the smallest are kept, the best first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True)
class SmallestSets(Generic[T]):
    """``rank`` puts the better set first; of very many no more than ``most`` are kept.

    >>> sets = SmallestSets[str](rank=lambda s: (len(s), sorted(s)), most=32)
    >>> [sorted(s) for s in sets.together([[frozenset("a")], [frozenset("b"), frozenset("a")]])]
    [['a']]
    """

    rank: Callable[[frozenset[T]], Any]
    most: int

    def together(self, found: Iterable[list[frozenset[T]]]) -> list[frozenset[T]]:
        """Every one of several is needed: the unions of one set of each."""
        sets: list[frozenset[T]] = [frozenset()]
        for options in found:
            sets = self.smallest([one | other for one in sets for other in options])
        return sets

    def either(self, found: Iterable[list[frozenset[T]]]) -> list[frozenset[T]]:
        """One of several is enough."""
        return self.smallest([each for options in found for each in options])

    def smallest(self, sets: Iterable[frozenset[T]]) -> list[frozenset[T]]:
        """Without those that contain another."""
        kept: list[frozenset[T]] = []
        for each in sorted(set(sets), key=self.rank):
            if not any(other <= each for other in kept):
                kept.append(each)
            if len(kept) == self.most:
                break
        return kept
