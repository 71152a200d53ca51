"""What a durable-rules reading says of the conditions of one question."""

from __future__ import annotations

from collections.abc import Iterator

from secrecy_rules.durable.native import DurableRulesError
from secrecy_rules.durable.reading import DurableReading
from secrecy_rules.rulebook.conditions import Condition
from secrecy_rules.semantics.conditions import comparison, evaluate
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.truth import Truth


class Answers:
    """The ``reading`` of the facts of one question: every condition from one run through the rulesets.

    Asked for a condition that was not compiled it raises ``DurableRulesError``; there is no falling back.
    """

    def __init__(self, reading: DurableReading) -> None:
        self._reading = reading
        self._seen: object = None
        self._truths: dict[Condition, Truth] = {}
        # Keys of the comparisons that rest on a presumption.
        self._presuming: set[str] = set()

    def __call__(self, condition: Condition, facts: Facts) -> Truth:
        seen = (facts.level, tuple(facts.deemed_kinds.items()))
        if seen != self._seen:
            # The first condition asked for; or a thing was deemed another, which comparisons may see.
            self._truths = self._reading.truths(self._values(facts))
            self._seen = seen
        if condition not in self._truths:
            raise DurableRulesError(f"this condition was not given to durable-rules: {condition!r}")
        if not self._presuming.isdisjoint(self._reading.hangs_on[condition]):
            # Which presumptions a truth rests on is an explanation, and those are the reference's: its walk
            # notes them in the facts. What it finds the truth to be is not used.
            evaluate(condition, facts)
        return self._truths[condition]

    def _values(self, facts: Facts) -> Iterator[tuple[str, Truth | None]]:
        """The value of every comparison. All are looked at, so what they presume is not yet the answer's."""
        noted, facts.assumed = facts.assumed, set()
        try:
            for leaf, key in self._reading.comparisons.items():
                yield key, comparison(leaf, facts)
                if facts.assumed:
                    self._presuming.add(key)
                    facts.assumed.clear()
        finally:
            facts.assumed = noted
