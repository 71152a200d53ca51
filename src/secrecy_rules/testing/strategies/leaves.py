"""The single tests inside a condition, through terms and the exceptions of other rules."""

from __future__ import annotations

from collections.abc import Iterator

from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.conditions import (
    ActionIs,
    All,
    AnyOf,
    ApprovedBy,
    Compare,
    CompliesWith,
    Condition,
    DutyOutcome,
    IfTold,
    IsTerm,
    Judge,
    Not,
    Satisfies,
)
from secrecy_rules.rulebook.rules import Forbid, Rule

Leaf = Compare | ActionIs | ApprovedBy | Judge | CompliesWith | DutyOutcome


def satisfied(rule_id: str, book: Rulebook) -> Condition:
    """What ``satisfies`` asks of a rule: the exception of a ban, the condition of another rule."""
    rule = book.rules[rule_id]
    return rule.unless if isinstance(rule, Forbid) and rule.unless is not None else rule.when


def leaves(condition: Condition | None, book: Rulebook) -> Iterator[Leaf]:
    """Every single test of a condition."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part, book)
        case Not(part):
            yield from leaves(part, book)
        case IfTold(inner) | IsTerm(_, inner):
            yield from leaves(inner, book)
        case Satisfies(rule):
            yield from leaves(satisfied(rule, book), book)
        case Compare() | ActionIs() | ApprovedBy() | Judge() | CompliesWith() | DutyOutcome():
            yield condition


def leaves_of(rule: Rule, book: Rulebook) -> Iterator[Leaf]:
    """Every single test of a rule: its scope, its condition, its exception."""
    for condition in (rule.scope, rule.when, rule.unless):
        yield from leaves(condition, book)
