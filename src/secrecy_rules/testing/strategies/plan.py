"""What a rulebook is about, as far as the making of situations needs to know."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from secrecy_rules.model.situation import Incident, Occurrence, Request, Situation, State
from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.conditions import Compare, OneOf
from secrecy_rules.rulebook.rules import (
    Adjust,
    CaseOf,
    Classify,
    Deem,
    Entrust,
    Forbid,
    Oblige,
    Penalize,
    Permit,
    Require,
    Reward,
    Rule,
)
from secrecy_rules.semantics.compare import word_truth
from secrecy_rules.semantics.truth import Truth
from secrecy_rules.testing.strategies.leaves import Leaf, leaves_of
from secrecy_rules.testing.strategies.neighbours import broader, narrower
from secrecy_rules.testing.strategies.values import World

DAY = date(2024, 7, 15)
_KEPT: deque[Plan] = deque(maxlen=8)
PLAIN_KINDS = ("document", "official_document", "laptop")


class Plan:
    """A rulebook and a question to be put to it. ``as_of``: default, a day on which the rulebook holds."""

    def __init__(self, book: Rulebook, question: type[Situation], as_of: date | None) -> None:
        self.book = book
        self.question = question
        self.as_of = as_of or day_in_force(book)
        self.world = World.of(book, self.as_of)
        self._leaves: dict[str | None, list[Leaf]] = {}

    def __repr__(self) -> str:
        return f"{self.book.id}: {self.question.__name__}"

    @cached_property
    def focus(self) -> tuple[Rule, ...]:
        """The rules that take part in the answer."""
        return tuple(rule for rule in self.book.rules.values() if answers(rule, self.question))

    @cached_property
    def background(self) -> tuple[Rule, ...]:
        """Rules that shape every answer: what a thing is deemed to be, and its level."""
        return tuple(rule for rule in self.book.rules.values() if isinstance(rule, Deem | Classify))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of object that the rules name, and their neighbours."""
        found: list[str] = []
        for rule in self.book.rules.values():
            found += rule.of if isinstance(rule, Require) else ()
            for leaf in leaves_of(rule, self.book):
                if isinstance(leaf, Compare) and leaf.path.fields == ("kind",):
                    found += [str(v) for test in leaf.tests if isinstance(test, OneOf) for v in test.values]
        near = [word for kind in found for word in (*narrower("kind", kind)[:2], *broader("kind", kind)[:1])]
        return tuple(dict.fromkeys([*found, *near, *PLAIN_KINDS]))

    def on(self, action: str | None) -> list[Rule]:
        """The rules on an act; without one, all that take part in the answer."""
        return [rule for rule in self.focus if action is None or _touches(action, subjects(rule))]

    def leaves(self, action: str | None) -> list[Leaf]:
        """Every single test that the answer on an act may look at, each once."""
        if action not in self._leaves:
            found: dict[Leaf, None] = {}
            for rule in [*self._with_exemptions(self.on(action)), *self.background]:
                found.update(dict.fromkeys(leaves_of(rule, self.book)))
            self._leaves[action] = list(found)
        return self._leaves[action]

    def _with_exemptions(self, rules: list[Rule]) -> list[Rule]:
        """The rules, the exemptions from them and their cases, the exemptions from these, and so on."""
        found: dict[str, Rule] = {}
        waiting = list(rules)
        while waiting:
            rule = waiting.pop()
            if rule.id not in found:
                found[rule.id] = rule
                waiting += [*self.book.exemptions.get(rule.id, ()), *self.cases(rule)]
        return list(found.values())

    def cases(self, rule: Rule) -> list[CaseOf]:
        """The cases of a lead-in rule."""
        return [r for r in self.book.rules.values() if isinstance(r, CaseOf) and r.rule == rule.id]


def plan_for(book: Rulebook, question: type[Situation], as_of: date | None) -> Plan:
    """The plan of a rulebook; the last few are kept, because what was worked out about values serves again."""
    for plan in _KEPT:
        if plan.book is book and plan.question is question and as_of in (None, plan.as_of):
            return plan
    _KEPT.append(Plan(book, question, as_of))
    return _KEPT[-1]


def day_in_force(book: Rulebook) -> date:
    """A day on which the rulebook holds."""
    day = max(DAY, book.in_force_from or DAY)
    return min(day, book.in_force_to or day)


def answers(rule: Rule, question: type[Situation]) -> bool:
    """Whether a rule takes part in the answer to a question."""
    if question is Request:
        return isinstance(rule, Forbid | Permit) or (isinstance(rule, Entrust) and rule.exclusive)
    if question is State:
        as_state = isinstance(rule, Forbid) and rule.as_state is not None
        return as_state or isinstance(rule, Require | Classify)
    if question is Occurrence:
        return isinstance(rule, Oblige)
    if question is Incident:
        return isinstance(rule, Penalize | Reward | Adjust | CaseOf)
    return isinstance(rule, Entrust | Forbid)


def subjects(rule: Rule | None) -> tuple[str, ...]:
    """The acts, matters or events that a rule is about."""
    if isinstance(rule, Forbid | Permit):
        return rule.actions
    if isinstance(rule, Entrust):
        return rule.matters
    return rule.upon if isinstance(rule, Oblige) else ()


def _touches(action: str, words: Iterable[str]) -> bool:
    return any(word_truth(action, word, ("action",)) is not Truth.FALSE for word in words)
