"""What comes before all rules: things deemed to be other things, and levels derived from their content."""

from __future__ import annotations

from secrecy_rules.model.answers import Did, Finding
from secrecy_rules.model.level import Level, LevelRange
from secrecy_rules.rulebook.rules import Deem
from secrecy_rules.semantics.citing import cite
from secrecy_rules.semantics.classify import derive, row_truth
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.truth import Truth


def deem(facts: Facts) -> tuple[list[Finding], dict[str, Truth]]:
    """One pass of ``deem``: what was deemed, and how each rule came out."""
    findings: list[Finding] = []
    outcomes: dict[str, Truth] = {}
    made: list[tuple[Deem, Truth]] = []
    for rule in facts.book.rules.values():
        if isinstance(rule, Deem):
            outcomes[rule.id] = row_truth(rule, facts)
            made.append((rule, outcomes[rule.id]))
    # All conditions are looked at before any is carried out: there are no chains.
    for rule, truth in made:
        if truth is not Truth.FALSE:
            _carry_out(rule, truth, facts)
        if truth is Truth.TRUE:
            findings.append(Finding(code="deemed", citation=cite(rule, facts.book, Did.DEEMS)))
    return findings, outcomes


def prepare(facts: Facts) -> tuple[list[Finding], dict[str, Truth]]:
    """``deem``, then ``classify``; findings also where a stated level gave way to a higher one."""
    findings, outcomes = deem(facts)
    derived = derive(facts)
    if derived.level is not None:
        stated = facts.level
        facts.level = _higher(stated, derived.level)
        if stated is not None and facts.level != stated:
            values = (str(stated), str(facts.level))
            findings.append(Finding(code="level_differs", values=values, citation=derived.raised_by))
    return findings, outcomes


def _carry_out(rule: Deem, truth: Truth, facts: Facts) -> None:
    original = facts.situation.original
    if rule.as_original:
        if original is not None:
            _add_kind(original.kind, truth, facts)
            _raise(getattr(original, "level", None), truth, facts)
        return
    if rule.governed_as is not None:
        _add_kind(rule.governed_as, truth, facts)
    _raise(rule.level, truth, facts)


def _add_kind(kind: str, truth: Truth, facts: Facts) -> None:
    if facts.deemed_kinds.get(kind) is not Truth.TRUE:
        facts.deemed_kinds[kind] = truth


def _raise(level: LevelRange | None, truth: Truth, facts: Facts) -> None:
    """At least that level; where it is not known whether, at least as stated and perhaps that."""
    if level is None:
        return
    stated = facts.level or LevelRange((Level.PUBLIC, Level.TOP_SECRET))
    if truth is Truth.TRUE:
        facts.level = LevelRange((max(stated.lowest, level.lowest), max(stated.highest, level.lowest)))
    else:
        facts.level = LevelRange((stated.lowest, max(stated.highest, level.highest)))


def _higher(stated: LevelRange | None, derived: LevelRange) -> LevelRange:
    if stated is None:
        return derived
    low = max(stated.lowest, derived.lowest)
    return LevelRange((low, max(low, stated.highest)))
