"""Is this in order: each requirement with a verdict of its own, the worst of which wins."""

from __future__ import annotations

from collections.abc import Iterable

from secrecy_rules.model.answers import Change, Did, Item, Verdict
from secrecy_rules.model.objects import Thing
from secrecy_rules.rulebook.conditions import All, Compare, Condition
from secrecy_rules.rulebook.rules import Forbid, Require, Rule
from secrecy_rules.semantics.citing import cite
from secrecy_rules.semantics.classify import row_truth
from secrecy_rules.semantics.compare import word_truth
from secrecy_rules.semantics.conditions import deemed_is, evaluate
from secrecy_rules.semantics.exemptions import exemptions_from
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.remedies import remedies, sorted_changes, unknowns, wanted_of
from secrecy_rules.semantics.truth import Truth, all_of, any_of

WORST_FIRST = (Verdict.BREACH, Verdict.NOT_TOLD, Verdict.IN_ORDER, Verdict.NOT_APPLICABLE)


def inspect(facts: Facts) -> tuple[tuple[Item, ...], dict[str, Verdict]]:
    """Every item that a rule requires of this kind of thing, and the worst verdict of each rule."""
    items: list[Item] = []
    outcomes: dict[str, Verdict] = {}
    for rule in facts.book.rules.values():
        found = _required(rule, facts)
        if found is None:
            continue
        truth, conditions = found
        own = [_item(condition, rule, truth, facts) for condition in conditions]
        items.extend(own)
        outcomes[rule.id] = worst(item.verdict for item in own)
    return tuple(items), outcomes


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of several verdicts; of none, not applicable."""
    found = set(verdicts)
    return next((verdict for verdict in WORST_FIRST if verdict in found), Verdict.NOT_APPLICABLE)


def _required(rule: Rule, facts: Facts) -> tuple[Truth, tuple[Condition, ...]] | None:
    """Whether a rule reaches this thing, and what it requires; None if it is about another kind of thing."""
    if isinstance(rule, Require):
        of_kind = _of_kind(rule.of, facts)
        return None if of_kind is Truth.FALSE else (all_of([of_kind, row_truth(rule, facts)]), rule.items)
    if isinstance(rule, Forbid) and rule.as_state is not None:
        state = rule.as_state
        of_kind = _of_kind(state.of, facts)
        if of_kind is Truth.FALSE:
            return None
        exemptions = exemptions_from(rule, facts)
        exempt = Truth.FALSE if exemptions.hold else Truth.UNKNOWN if exemptions.open else Truth.TRUE
        scope = evaluate(rule.scope, facts)
        scope = Truth.TRUE if scope is Truth.UNKNOWN and facts.presume else scope
        return all_of([of_kind, exempt, scope, evaluate(state.when, facts)]), state.require
    return None


def _inspected(facts: Facts) -> Thing | None:
    """The object; where none is told, the setting that is."""
    told = facts.situation
    return next((t for t in (told.object, told.meeting, told.premises, told.vehicle) if t is not None), None)


def _of_kind(kinds: tuple[str, ...], facts: Facts) -> Truth:
    found = _inspected(facts)
    if found is None:
        return Truth.FALSE
    deemed = (all_of([truth, deemed_is(kind, kinds)]) for kind, truth in facts.deemed_kinds.items())
    return any_of([*(word_truth(found.kind, kind, ("kind",)) for kind in kinds), *deemed])


def _item(condition: Condition, rule: Rule, truth: Truth, facts: Facts) -> Item:
    return Item(
        verdict=_verdict(condition, truth, facts),
        wanted=_wanted(condition, facts),
        citation=cite(rule, facts.book, Did.REQUIRES),
    )


def _verdict(condition: Condition, truth: Truth, facts: Facts) -> Verdict:
    holds = evaluate(condition, facts)
    if truth is Truth.FALSE or (holds is Truth.FALSE and evaluate(condition, facts, negated=True) is Truth.FALSE):
        return Verdict.NOT_APPLICABLE
    if holds is Truth.TRUE:
        return Verdict.IN_ORDER
    return Verdict.BREACH if holds is Truth.FALSE and truth is Truth.TRUE else Verdict.NOT_TOLD


def _wanted(condition: Condition, facts: Facts) -> tuple[Change, ...]:
    """What the item asks for, as changes; a breach of a given fact is named all the same."""
    ways = remedies(condition, facts)
    if ways and ways[0]:
        return tuple(sorted_changes(ways[0]))
    return tuple(dict.fromkeys([*unknowns(condition, facts), *_named(condition)]))


def _named(condition: Condition) -> list[Change]:
    if isinstance(condition, Compare):
        return [wanted_of(condition)]
    if isinstance(condition, All):
        return [change for part in condition.parts for change in _named(part)]
    return []
