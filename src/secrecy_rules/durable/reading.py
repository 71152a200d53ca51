"""The conditions of some rules, read by durable-rules."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from secrecy_rules.durable.literals import ALWAYS, POSSIBLE, TRUE, Comparisons, held, keys_in
from secrecy_rules.durable.native import DurableRulesError, refuse_collisions
from secrecy_rules.durable.network import Network
from secrecy_rules.durable.rulesets import rulesets
from secrecy_rules.rulebook.conditions import Condition
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.semantics.truth import Truth


class DurableReading:
    """Rulesets that give the truth of each of some conditions. May be shared between threads.

    Raises ``DurableRulesError`` if two keys have the same hash, or durable-rules does not take the rulesets, and
    ``MissingExtraError`` where it is not installed. ``comparisons`` are those whose values it wants to know,
    each with its key; ``hangs_on`` says for every condition on which.
    """

    def __init__(self, conditions: Iterable[Condition], book: Rulebook) -> None:
        self.rules = book.rules
        self.broken = False
        self.hangs_on: dict[Condition, frozenset[str]] = {}
        self._names: dict[Condition, str] = {}
        comparisons = Comparisons(book)
        network = Network()
        for condition in dict.fromkeys(conditions):
            name = self._names[condition] = f"c{len(self._names)}"
            surely, possibly = (comparisons.formula(condition, wanted) for wanted in (TRUE, POSSIBLE))
            network.add(name + TRUE, surely)
            network.add(name + POSSIBLE, possibly)
            self.hangs_on[condition] = keys_in(surely)
        refuse_collisions(sorted({key for layer in network.layers for c in layer for key in c.literals}))
        self.comparisons = comparisons.keys
        self._layers = rulesets(network.layers)
        self._lock = threading.Lock()

    def truths(self, values: Iterable[tuple[str, Truth | None]]) -> dict[Condition, Truth]:
        """The truth of every condition, from the values of the comparisons by key (None: does not apply).

        ``DurableRulesError`` if durable-rules fails; the reading is ``broken`` then, because a fact that was
        left behind would be part of the next question.
        """
        fired = self._fired({ALWAYS}.union(*(held(key, value) for key, value in values)))
        return {condition: _truth(name, fired) for condition, name in self._names.items()}

    def _fired(self, literals: set[str]) -> set[str]:
        """Everything that the literals make hold, layer by layer."""
        fired: set[str] = set()
        with self._lock:
            if self.broken:
                raise DurableRulesError("durable-rules failed in an earlier question")
            try:
                for layer in self._layers:
                    known = literals | fired
                    for ruleset in layer:
                        fired |= ruleset.fired(known)
            except BaseException as error:
                # An interrupt, too, may come between asserting a fact and retracting it.
                self._break()
                if isinstance(error, Exception) and not isinstance(error, DurableRulesError):
                    raise DurableRulesError(f"durable-rules failed: {error}") from error
                raise
        return fired

    def _break(self) -> None:
        self.broken = True
        for layer in self._layers:
            for ruleset in layer:
                ruleset.abandon()


def _truth(name: str, fired: set[str]) -> Truth:
    if name + TRUE in fired:
        return Truth.TRUE
    return Truth.UNKNOWN if name + POSSIBLE in fired else Truth.FALSE
