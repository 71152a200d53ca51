"""Which facts can only help when they are brought about: the ground on which a remedy can be relied on.

A remedy says what would lift the bans that stand. Somebody who goes to another place, or obtains an approval that
another rule holds against him, may run into a ban that did not apply before; no remedy can speak of that.
"""

from __future__ import annotations

from collections.abc import Iterator

from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.conditions import (
    All,
    AnyOf,
    ApprovedBy,
    Approver,
    Approvers,
    Compare,
    CompliesWith,
    Condition,
    Each,
    Has,
    IfTold,
    IsTerm,
    Judge,
    Not,
    Pattern,
    Satisfies,
)
from secrecy_rules.rulebook.rules import Classify, Deem, Exempt, Rule
from secrecy_rules.testing.strategies.leaves import satisfied

SINGLE = ("place", "channel")


def only_help(heads: set[str], book: Rulebook) -> bool:
    """Whether bringing about facts under these heads can lift bans of the rulebook but bring no new one."""
    found: dict[str, list[tuple[bool, Condition]]] = {}
    for rule in book.rules.values():
        for helps, leaf in _of_rule(rule, book):
            found.setdefault(_head(leaf), []).append((helps, leaf))
    for head in heads:
        uses = found.get(head, [])
        if not all(helps for helps, _ in uses):
            return False
        # Being in one place is not being in another: only one rule may have a wish.
        if head in SINGLE and len({leaf for _, leaf in uses}) > 1:
            return False
    return True


def says_everything(head: str, book: Rulebook) -> bool:
    """Whether a change under that head names all that is wanted.

    Of an element with several facts (filed, and with that office) a change names only the first.
    """
    patterns = [p for rule in book.rules.values() for _, leaf in _of_rule(rule, book) for p in _patterns(head, leaf)]
    return all(len(pattern.facts) <= 1 for pattern in patterns)


def has_sequence(book: Rulebook) -> bool:
    """Whether approvals have to come in an order, so that those without a date are in question."""
    leaves = (leaf for rule in book.rules.values() for _, leaf in _of_rule(rule, book))
    return any(isinstance(leaf, ApprovedBy) and _ordered(leaf.wanted) for leaf in leaves)


def _ordered(wanted: Approver | Approvers) -> bool:
    return isinstance(wanted, Approvers) and (wanted.how == "sequence" or any(_ordered(p) for p in wanted.parts))


def _patterns(head: str, leaf: Condition) -> Iterator[Pattern]:
    if isinstance(leaf, Compare) and leaf.path.head == head:
        for test in leaf.tests:
            if isinstance(test, Has):
                yield from test.patterns
            elif isinstance(test, Each):
                yield test.pattern


def _of_rule(rule: Rule, book: Rulebook) -> Iterator[tuple[bool, Condition]]:
    """Every test of a rule, and whether its coming true helps."""
    if isinstance(rule, Deem | Classify):
        for helps in (True, False):
            yield from _tests(rule.when, helps, book)
        return
    helps = isinstance(rule, Exempt) and all(not _lifts(target, book) for target in rule.rules)
    yield from _tests(rule.when, helps, book)
    yield from _tests(rule.scope, helps, book)
    if rule.unless is not None:
        yield from _tests(rule.unless, not helps, book)


def _lifts(rule_id: str, book: Rulebook) -> bool:
    rule = book.rules[rule_id]
    return isinstance(rule, Exempt) and any(not _lifts(target, book) for target in rule.rules)


def _tests(condition: Condition, helps: bool, book: Rulebook) -> Iterator[tuple[bool, Condition]]:
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _tests(part, helps, book)
        case Not(part):
            yield from _tests(part, not helps, book)
        case IfTold(part) | IsTerm(_, part):
            yield from _tests(part, helps, book)
        case Satisfies(rule):
            yield from _tests(satisfied(rule, book), helps, book)
        case Compare(_, tests) if any(isinstance(test, Has) and test.lacks for test in tests):
            yield not helps, condition
        case _:
            yield helps, condition


def _head(leaf: Condition) -> str:
    match leaf:
        case Compare(path):
            return path.head
        case ApprovedBy():
            return "approvals"
        case Judge():
            return "judgements"
        case CompliesWith():
            return "complied_with"
    return "action"
