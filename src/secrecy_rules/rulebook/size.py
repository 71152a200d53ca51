"""How large conditions come to once every name in them is written out.

A term may name terms, and a rule the conditions of other rules. A few lines can so stand for more comparisons
than any machine could look at, or nest deeper than it can follow; such a rulebook is refused when it is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass

from secrecy_rules.rulebook.conditions import All, AnyOf, Condition, IfTold, IsTerm, Not, Satisfies

MOST_PARTS = 2_000
MOST_PARTS_IN_ALL = 200_000
DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Size:
    """The number of parts, and how deep they nest."""

    parts: int = 0
    depth: int = 0

    def beside(self, other: Size) -> Size:
        """The size of two together."""
        return Size(self.parts + other.parts, max(self.depth, other.depth))

    @property
    def within(self) -> Size:
        """The size of a condition that has this one as its part."""
        return Size(self.parts + 1, self.depth + 1)

    @property
    def too_large(self) -> bool:
        """Whether no rulebook may have a condition of this size."""
        return self.parts > MOST_PARTS or self.depth > DEEPEST


class Sizes:
    """Measures the conditions of one rulebook; what several share is measured once.

    ``rules`` holds the sizes of the rules that ``satisfies`` leads to, as far as they are known.

    >>> Sizes().of(Not(All((AnyOf(()), AnyOf(())))))
    Size(parts=4, depth=3)
    """

    def __init__(self) -> None:
        self.rules: dict[str, Size] = {}
        self._known: dict[int, tuple[Condition, Size]] = {}

    def of(self, condition: Condition | None) -> Size:
        """The size of a condition; nothing has none."""
        if condition is None:
            return Size()
        known = self._known.get(id(condition))
        if known is None:
            # The condition is kept with its size, so that its id stays its own.
            known = self._known[id(condition)] = (condition, self._measured(condition))
        return known[1]

    def _measured(self, condition: Condition) -> Size:
        inner = Size()
        match condition:
            case All(parts) | AnyOf(parts):
                for part in parts:
                    inner = inner.beside(self.of(part))
            case Not(part) | IfTold(part) | IsTerm(_, part):
                inner = self.of(part)
            case Satisfies(rule):
                inner = self.rules.get(rule, Size())
        return inner.within
