"""What follows from a breach or from merit: a set, not merged, each certain or possible."""

from __future__ import annotations

from typing import Any

from secrecy_rules.model.answers import Citation, Consequence, Did
from secrecy_rules.rulebook.rules import Adjust, CaseOf, Measure, Penalize, Reward
from secrecy_rules.semantics.citing import cite, need
from secrecy_rules.semantics.classify import row_truth
from secrecy_rules.semantics.conditions import evaluate
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.remedies import unknowns
from secrecy_rules.semantics.scope import cases_of, condition_of
from secrecy_rules.semantics.truth import Truth


def consequences(facts: Facts) -> tuple[tuple[Consequence, ...], dict[str, Truth]]:
    """Every penalty and reward that applies or may apply, and how each rule came out."""
    found: list[Consequence] = []
    outcomes: dict[str, Truth] = {}
    for rule in facts.book.rules.values():
        if isinstance(rule, CaseOf):
            outcomes[rule.id] = evaluate(rule.when, facts)
        if isinstance(rule, Adjust):
            outcomes[rule.id] = row_truth(rule, facts)
        if not isinstance(rule, Penalize | Reward):
            continue
        truth = row_truth(rule, facts)
        outcomes[rule.id] = truth
        if truth is not Truth.FALSE:
            found.append(_consequence(rule, truth, facts))
    return tuple(found), outcomes


def _consequence(rule: Penalize | Reward, truth: Truth, facts: Facts) -> Consequence:
    missing = dict.fromkeys(unknowns(condition_of(rule, facts.book), facts)) if truth is Truth.UNKNOWN else {}
    adjustments = _adjustments(rule, facts)
    common: dict[str, Any] = {
        "certain": truth is Truth.TRUE,
        "who": rule.who,
        "measures": tuple(_words(m) for m in rule.measures),
        "ranges": tuple(
            (m.word or "", m.amount_from, m.amount_to, m.unit) for m in rule.measures if m.unit or m.amount_to
        ),
        "adjusted": tuple(f"{a.force}:{a.direction}" for a in adjustments),
        "missing": tuple(need(change, rule, facts.book) for change in missing),
        "citations": (*_citations(rule, facts), *(cite(a, facts.book, Did.ADJUSTS) for a in adjustments)),
    }
    if isinstance(rule, Reward):
        return Consequence(reward=True, under=rule.under, **common)
    return Consequence(
        reward=False,
        of=rule.of,
        graver=tuple(_words(m) for m in rule.graver),
        grades=rule.grades,
        judged_by=rule.judged_by,
        under=rule.under,
        crime=rule.crime,
        **common,
    )


def _words(measure: Measure) -> tuple[str, ...]:
    return measure.one_of or ((measure.word,) if measure.word is not None else ())


def _adjustments(rule: Penalize | Reward, facts: Facts) -> list[Adjust]:
    rules = facts.book.rules.values()
    return [a for a in rules if isinstance(a, Adjust) and rule.id in a.rules and row_truth(a, facts) is Truth.TRUE]


def _citations(rule: Penalize | Reward, facts: Facts) -> list[Citation]:
    """The lead-in and those of its cases that are met."""
    did = Did.REWARDS if isinstance(rule, Reward) else Did.PENALIZES
    met = [case for case in cases_of(rule, facts.book) if evaluate(case.when, facts) is Truth.TRUE]
    return [cite(rule, facts.book, did), *(cite(case, facts.book, did) for case in met)]
