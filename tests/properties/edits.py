"""The same rulebook with rules taken away, put in another order, or exempted from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.conditions import ALWAYS, All, AnyOf, Condition, IfTold, IsTerm, Not, Satisfies
from secrecy_rules.rulebook.rules import Adjust, CaseOf, Exempt, Forbid, Rule


def without(book: Rulebook, removed: Collection[str]) -> Rulebook:
    """The rulebook as if these rules had not been written.

    What other rules borrow from a removed one stays: ``satisfies`` is replaced by the condition it stands for.
    Exemptions from removed rules go with them, as do their cases.
    """
    kept: dict[str, Rule] = {}
    for rule in book.rules.values():
        if rule.id in removed or (isinstance(rule, CaseOf) and rule.rule in removed):
            continue
        if isinstance(rule, Exempt | Adjust):
            targets = tuple(target for target in rule.rules if target not in removed)
            if not targets:
                continue
            rule = replace(rule, rules=targets)
        kept[rule.id] = _spelled_out(rule, removed, book) if _borrows(rule, removed) else rule
    return _with_rules(book, kept)


def without_exceptions(book: Rulebook, bans: Collection[str]) -> Rulebook:
    """The rulebook as if these bans had no exception of their own; who borrows an exception keeps it."""
    rules = {rule.id: _spelled_out(rule, bans, book) if _borrows(rule, bans) else rule for rule in book.rules.values()}
    return _with_rules(book, {**rules, **{name: replace(rules[name], unless=None) for name in bans}})


def in_order(book: Rulebook, order: list[str]) -> Rulebook:
    """The rules, and the articles they stand under, in another order."""
    rules = {name: book.rules[name] for name in order}
    articles = sorted(book.articles, key=lambda a: min((order.index(r) for r in a.rules), default=-1))
    return replace(_with_rules(book, rules), articles=tuple(articles))


def exempting(book: Rulebook, target: str, when: Condition = ALWAYS) -> Rulebook:
    """The rulebook with one exemption more, in the article of the rule that it lifts."""
    clause = book.rules[target].clause
    added = Exempt(id="added", clause=clause, line=1, when=when, scope=ALWAYS, rules=(target,))
    return _with_rules(book, {**book.rules, added.id: added})


def _with_rules(book: Rulebook, rules: Mapping[str, Rule]) -> Rulebook:
    articles = tuple(replace(a, rules=tuple(name for name in a.rules if name in rules)) for a in book.articles)
    return replace(book, rules=dict(rules), articles=articles)


def _borrows(rule: Rule, removed: Collection[str]) -> bool:
    """Whether a rule asks for the condition of one of these."""
    waiting: list[Condition | None] = [rule.when, rule.unless, rule.scope]
    while waiting:
        match waiting.pop():
            case Satisfies(name) if name in removed:
                return True
            case All(parts) | AnyOf(parts):
                waiting.extend(parts)
            case Not(part) | IfTold(part) | IsTerm(_, part):
                waiting.append(part)
    return False


def _spelled_out(part: Any, removed: Collection[str], book: Rulebook) -> Any:
    """A rule or condition without ``satisfies`` of a removed rule: the condition stands in its place."""
    if isinstance(part, Satisfies) and part.rule in removed:
        rule = book.rules[part.rule]
        meant = rule.unless if isinstance(rule, Forbid) and rule.unless is not None else rule.when
        # A list of one keeps the tree as deep as it was.
        return AnyOf((_spelled_out(meant, removed, book),))
    if isinstance(part, tuple) and type(part) is tuple:
        return tuple(_spelled_out(item, removed, book) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        changed = {
            field.name: new
            for field in fields(part)
            if (new := _spelled_out(old := getattr(part, field.name), removed, book)) is not old and new != old
        }
        return replace(part, **changed) if changed else part
    return part
