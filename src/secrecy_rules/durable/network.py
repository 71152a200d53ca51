"""Formulas as layers of flat conjunctions, which is all that durable-rules has to match.

A formula is multiplied out where that stays small; where not, a part of it gets a key of its own, asserted
for the next layer when one of its conjunctions fires. So the work stays linear in the size of a condition.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from secrecy_rules.durable.literals import ALWAYS, Both, Formula

# More alternatives than this get a key of their own.
MOST_ALTERNATIVES = 16
# A fact holds 252 attributes (error 302); a conjunction leaves room for others beside it.
MOST_LITERALS = 50

Literals = frozenset[str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Conjunction:
    """When all literals hold, the target does."""

    literals: Literals
    target: str


class Network:
    """The conjunctions in layers: a layer hangs only on the comparisons and on the layers before it.

    >>> network = Network()
    >>> network.add("lifted", Both(("k0t", "k1t")))
    >>> [(sorted(c.literals), c.target) for layer in network.layers for c in layer]
    [(['k0t', 'k1t'], 'lifted')]
    """

    def __init__(self) -> None:
        self.layers: list[list[Conjunction]] = []
        self._layer_of: dict[str, int] = {}
        self._named: dict[frozenset[Literals], str] = {}

    def add(self, target: str, formula: Formula) -> None:
        """Make the target hold when the formula does."""
        self._emit(target, self._alternatives(formula))

    def _emit(self, target: str, alternatives: Iterable[Literals]) -> int:
        """Put conjunctions into the first layer in which everything they hang on is known."""
        alternatives = list(alternatives)
        layer = max((self._layer_of.get(key, 0) for literals in alternatives for key in literals), default=0)
        self.layers.extend([] for _ in range(layer + 1 - len(self.layers)))
        self.layers[layer].extend(Conjunction(literals, target) for literals in alternatives)
        return layer

    def _alternatives(self, formula: Formula) -> set[Literals]:
        """The formula as alternatives, one of which holds when it does; none if it never does."""
        if isinstance(formula, str):
            return {frozenset({formula})}
        parts = [self._alternatives(part) for part in formula.parts]
        found = self._product(parts) if isinstance(formula, Both) else set().union(*parts)
        return {self._shortened(literals) for literals in _sorted(found)}

    def _product(self, parts: list[set[Literals]]) -> set[Literals]:
        """Every choice of one alternative of each part; the widest parts are named until that is few enough."""
        parts = sorted(parts, key=len, reverse=True)
        choices = math.prod(map(len, parts))
        for i, part in enumerate(parts):
            if choices <= MOST_ALTERNATIVES:
                break
            choices //= len(part)
            parts[i] = {self._as_one(part)}
        return {frozenset().union(*choice) or frozenset({ALWAYS}) for choice in itertools.product(*parts)}

    def _shortened(self, literals: Literals) -> Literals:
        if len(literals) <= MOST_LITERALS:
            return literals
        parts = _split(sorted(literals), MOST_LITERALS)
        return self._shortened(frozenset().union(*(self._key({frozenset(part)}) for part in parts)))

    def _as_one(self, alternatives: set[Literals]) -> Literals:
        return next(iter(alternatives)) if len(alternatives) == 1 else self._key(alternatives)

    def _key(self, alternatives: set[Literals]) -> Literals:
        """The alternatives under one key; those named before keep their key."""
        same = frozenset(alternatives)
        if same not in self._named:
            key = f"x{len(self._named)}"
            self._named[same] = key
            self._layer_of[key] = self._emit(key, _sorted(same)) + 1
        return frozenset({self._named[same]})


def _sorted(alternatives: Iterable[Literals]) -> list[Literals]:
    """In an order of their own, so that the same rulebook gives the same network."""
    return sorted(alternatives, key=sorted)


def _split(items: list[T], size: int) -> list[list[T]]:
    return [items[i : i + size] for i in range(0, len(items), size)]
