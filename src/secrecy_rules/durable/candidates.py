"""Which conditions a question can hang on, so that no other is evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secrecy_rules.rulebook.conditions import Condition
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.rules import Classify, Deem, Entrust, Forbid, Oblige, Permit, Rule
from secrecy_rules.semantics.compare import word_truth
from secrecy_rules.semantics.duties import EVENTS
from secrecy_rules.semantics.scope import cases_of, condition_of
from secrecy_rules.semantics.truth import Truth


def preparing(book: Rulebook) -> Iterator[Rule]:
    """The rules that come before all others: what is deemed to be what, and of which level."""
    return (rule for rule in book.rules.values() if isinstance(rule, Deem | Classify))


def concerning(action: str, book: Rulebook) -> Iterator[Rule]:
    """The rules on an act, its broader and its narrower ones, and the duties that come with it."""
    return (rule for rule in book.rules.values() if any(_may_be(action, act) for act in _acts(rule)))


def conditions(rules: Iterable[Rule], book: Rulebook) -> Iterator[Condition]:
    """Scope, condition, cases and exception of the rules, and of everything that exempts from them in turn."""
    waiting = list(rules)
    met: set[str] = set()
    while waiting:
        rule = waiting.pop()
        if rule.id in met:
            continue
        met.add(rule.id)
        waiting.extend(book.exemptions.get(rule.id, ()))
        yield rule.scope
        yield condition_of(rule, book)
        if rule.unless is not None:
            yield rule.unless
        # Which of several cases it was is asked for the citations.
        yield from (case.when for case in cases_of(rule, book))


def _may_be(action: str, act: str) -> bool:
    return any(word_truth(action, act, (name,)) is not Truth.FALSE for name in EVENTS)


def _acts(rule: Rule) -> tuple[str, ...]:
    if isinstance(rule, Forbid | Permit):
        return rule.actions
    if isinstance(rule, Entrust):
        return rule.matters
    return rule.upon if isinstance(rule, Oblige) else ()
