"""Conjunctions as rulesets of durable-rules: one fact in, the targets of the rules that fired out."""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterable, Iterator, Set
from typing import Any

from secrecy_rules.durable.native import DurableRulesError, engine
from secrecy_rules.durable.network import Conjunction, Literals

# 65 literals that hold at once and begin a rule overflow the matcher's stack (error 303).
MOST_RULES = 64
# A fact holds 252 attributes beside its identity (error 302).
MOST_KEYS = 200

# Each holds more than a megabyte. The shipped rulebooks need one to three for an act.
MOST_RULESETS = 64

STATE = "0"
# Release 2.0.28 on asserting a fact; anything but these two means that an earlier fact is still there.
_FIRED, _NOTHING_FIRED = 0, 1

Targets = tuple[str, ...]


def rulesets(layers: Iterable[Iterable[Conjunction]]) -> list[list[Ruleset]]:
    """The rulesets of each layer, each within the limits of the matcher.

    ``DurableRulesError`` if it would take too many of them.
    """
    portions = [list(_within_limits(layer)) for layer in layers]
    wanted = sum(map(len, portions))
    if wanted > MOST_RULESETS:
        raise DurableRulesError(f"the conditions would take {wanted} rulesets, more than {MOST_RULESETS}")
    return [[Ruleset(rules) for rules in layer] for layer in portions]


def _within_limits(layer: Iterable[Conjunction]) -> Iterator[dict[Literals, Targets]]:
    """The layer in portions of rules: what several targets hang on is one rule."""
    targets: dict[Literals, set[str]] = {}
    for conjunction in layer:
        targets.setdefault(conjunction.literals, set()).add(conjunction.target)
    portion: dict[Literals, Targets] = {}
    keys: set[str] = set()
    # In this order neighbours begin alike and share the matcher's first tests.
    for literals in sorted(targets, key=sorted):
        if portion and (len(portion) == MOST_RULES or len(keys | literals) > MOST_KEYS):
            yield portion
            portion, keys = {}, set()
        portion[literals] = tuple(sorted(targets[literals]))
        keys |= literals
    if portion:
        yield portion


class Ruleset:
    """One ruleset of durable-rules, freed with the object. Not for several threads at once: facts get lost.

    Raises ``DurableRulesError`` if durable-rules does not take it or does not fire as it should.
    """

    def __init__(self, rules: dict[Literals, Targets]) -> None:
        self._engine = engine()
        self._keys: Literals = frozenset().union(*rules)
        self._targets = {f"r{i}": targets for i, targets in enumerate(rules.values())}
        # What `durable.engine.Ruleset` hands over, without the callbacks: who fired is read off below.
        document = {f"r{i}": {"all": [{"m": _all_of(literals)}]} for i, literals in enumerate(rules)}
        try:
            self._handle: int = self._engine.create_ruleset("r", json.dumps(document))
            # A state in which no action ever ran is not freed but crashes; and a matcher that does not fire
            # here would turn every ban into nothing.
            awake = self.fired(next(iter(rules)))
        except self._engine.error as error:
            raise DurableRulesError(f"durable-rules does not take a ruleset: {error}") from error
        if not awake.issuperset(self._targets["r0"]):
            raise DurableRulesError("durable-rules does not fire a rule whose condition holds")
        self._free = weakref.finalize(self, _free, self._engine, self._handle)
        self._free.atexit = False

    def fired(self, literals: Set[str]) -> set[str]:
        """The targets of the rules all of whose literals hold."""
        asserted = sorted(self._keys & literals)
        if not asserted:
            return set()
        fact = json.dumps({"sid": STATE, "id": "f", **dict.fromkeys(asserted, "T")})
        code, state = self._engine.assert_fact(self._handle, fact)
        if code == _NOTHING_FIRED:
            # Such a fact is not kept.
            return set()
        if code != _FIRED:
            raise DurableRulesError(f"durable-rules answered {code} to a fact")
        # All of them have to be taken before the fact can be retracted.
        rules = list(self._actions(state))
        self._engine.retract_fact(self._handle, fact)
        return {target for rule in rules for target in self._targets[rule]}

    def _actions(self, state: int) -> Iterator[str]:
        """The names of the rules that are to act, each completed before the next is taken."""
        first = self._engine.start_action_for_state(self._handle, state)
        message = first[1] if first else None
        while message:
            yield from json.loads(message)
            message = self._engine.complete_and_start_action(self._handle, state)

    def abandon(self) -> None:
        """Never free it: after an error nobody knows what freeing would touch."""
        self._free.detach()


def _all_of(literals: Literals) -> dict[str, Any]:
    return {"$and": [{key: "T"} for key in sorted(literals)]}


def _free(native: Any, handle: int) -> None:
    # Without the first, more than a megabyte is lost with every ruleset.
    native.delete_state(handle, STATE)
    native.delete_ruleset(handle)
