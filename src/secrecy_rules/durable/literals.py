"""Three-valued conditions as formulas over literals that are only ever asserted, never missed.

durable-rules cannot ask for what is not there (no comparison holds of a missing attribute). So each comparison
gets four literals of its own, of which the ones that hold are asserted:

========================  =====  ========  =====  ==============
value of the comparison   true   possible  false  possibly false
========================  =====  ========  =====  ==============
true                      yes    yes
unknown                          yes              yes
false                                      yes    yes
does not apply
========================  =====  ========  =====  ==============

A negation is pushed down to the comparisons, as in the reference; there it swaps the left half for the right.
What does not apply holds in neither half, so that it is false under ``not`` too.
"""

from __future__ import annotations

from dataclasses import dataclass

from secrecy_rules.rulebook.conditions import All, AnyOf, Condition, IsTerm, Not, Satisfies
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.semantics.conditions import satisfied_in
from secrecy_rules.semantics.truth import Truth

TRUE, POSSIBLE, FALSE, POSSIBLY_FALSE = "t", "p", "f", "n"
# Holds whatever is told: what an empty conjunction asks for.
ALWAYS = "always"
_HELD = {Truth.TRUE: (TRUE, POSSIBLE), Truth.UNKNOWN: (POSSIBLE, POSSIBLY_FALSE), Truth.FALSE: (FALSE, POSSIBLY_FALSE)}
_NEGATED = {TRUE: FALSE, POSSIBLE: POSSIBLY_FALSE}


@dataclass(frozen=True, slots=True)
class Both:
    """All parts hold; of no parts: holds."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of the parts holds; of no parts: does not."""

    parts: tuple[Formula, ...]


# A bare text is a literal.
Formula = str | Both | Either


def held(key: str, value: Truth | None) -> tuple[str, ...]:
    """The literals of a comparison that hold; None is the value of one that does not apply.

    >>> held("k7", Truth.UNKNOWN), held("k7", None)
    (('k7p', 'k7n'), ())
    """
    return () if value is None else tuple(key + half for half in _HELD[value])


class Comparisons:
    """The comparisons of a reading under keys of our own: a closed, numbered list, whatever a rulebook says."""

    def __init__(self, book: Rulebook) -> None:
        self.keys: dict[Condition, str] = {}
        self._book = book

    def formula(self, condition: Condition, wanted: str, *, negated: bool = False) -> Formula:
        """When the condition, or its negation, is true (``wanted`` is ``TRUE``) or not false (``POSSIBLE``)."""
        match condition:
            case All(parts) | AnyOf(parts):
                formulas = tuple(self.formula(part, wanted, negated=negated) for part in parts)
                return Both(formulas) if isinstance(condition, All) is not negated else Either(formulas)
            case Not(part):
                return self.formula(part, wanted, negated=not negated)
            case IsTerm(_, inner):
                return self.formula(inner, wanted, negated=negated)
            case Satisfies(rule):
                return self.formula(satisfied_in(self._book, rule), wanted, negated=negated)
        key = self.keys.setdefault(condition, f"k{len(self.keys)}")
        return key + (_NEGATED[wanted] if negated else wanted)


def keys_in(formula: Formula) -> frozenset[str]:
    """The keys of the comparisons that a formula hangs on."""
    if isinstance(formula, str):
        return frozenset({formula[:-1]})
    return frozenset().union(*map(keys_in, formula.parts))
