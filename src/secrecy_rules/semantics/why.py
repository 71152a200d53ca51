"""Builds the why-tree of a verdict, by the reference evaluator. Only done when somebody asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import BaseModel

from secrecy_rules.model.answers import Did
from secrecy_rules.model.explanation import Comes, Standing, Weight, WhyBook, WhyCase, WhyCondition, WhyRule
from secrecy_rules.model.level import LevelRange
from secrecy_rules.model.situation import Request
from secrecy_rules.rulebook.conditions import (
    ActionIs,
    All,
    AnyOf,
    ApprovedBy,
    Approver,
    Approvers,
    Compare,
    CompliesWith,
    Condition,
    DutyOutcome,
    IfTold,
    IsTerm,
    Judge,
    Not,
    Satisfies,
    is_always,
)
from secrecy_rules.rulebook.paths import KEY_FIELDS
from secrecy_rules.rulebook.rules import Entrust, Exempt, Permit, Rule
from secrecy_rules.semantics.act import Contribution, Outcome
from secrecy_rules.semantics.approvals import approved
from secrecy_rules.semantics.citing import both, cite
from secrecy_rules.semantics.conditions import comparison, evaluate, satisfied_condition
from secrecy_rules.semantics.decide import Verdict
from secrecy_rules.semantics.exemptions import exemption_truth
from secrecy_rules.semantics.facts import Absent, Facts
from secrecy_rules.semantics.remedies import asked_by, wanted_approval
from secrecy_rules.semantics.scope import cases_of
from secrecy_rules.semantics.truth import Truth

_STANDING = {Truth.TRUE: Standing.HOLDS, Truth.FALSE: Standing.FAILS, Truth.UNKNOWN: Standing.UNKNOWN}
_COMES = {
    Outcome.BAN: (Comes.FORBIDS, Did.FORBIDS),
    Outcome.OPEN: (Comes.LEFT_OPEN, Did.LEFT_OPEN),
    Outcome.LIFTED: (Comes.LIFTED, Did.LIFTED),
    Outcome.EXEMPTED: (Comes.EXEMPTED, Did.LIFTED),
    Outcome.PERMITS: (Comes.PERMITS, Did.PERMITS),
    Outcome.HAVE_DONE: (Comes.HAVE_DONE, Did.ENTRUSTS),
}


def why_book(verdict: Verdict, weight: Weight, facts: Facts) -> WhyBook:
    """The tree of one document. ``facts`` are those the verdict was reached on, deemed and classified."""
    rules = [_rule(contribution, facts) for contribution in verdict.contributions]
    aside = (Comes.DOES_NOT_APPLY, Comes.NOT_SURE, Comes.EXCEPTED, Comes.DONE_RIGHT)
    return WhyBook(
        rulebook=facts.book.id,
        title=both(facts.book.title),
        number=facts.book.number,
        weight=weight,
        effect=verdict.effect,
        grounds=verdict.grounds,
        rules=tuple(rule for rule in rules if rule.comes not in aside),
        aside=tuple(rule for rule in rules if rule.comes in aside),
    )


def _rule(contribution: Contribution, facts: Facts) -> WhyRule:
    rule = contribution.rule
    if contribution.outcome in _COMES:
        comes, did = _COMES[contribution.outcome]
    else:
        comes, did = _nothing(contribution), Did.PERMITS if isinstance(rule, Permit) else Did.FORBIDS
    return _why(rule, comes, did, facts)


def _nothing(contribution: Contribution) -> Comes:
    """Why a rule contributes nothing."""
    if contribution.applies is Truth.FALSE:
        return Comes.DOES_NOT_APPLY
    if isinstance(contribution.rule, Entrust):
        return Comes.DONE_RIGHT
    return Comes.NOT_SURE if isinstance(contribution.rule, Permit) else Comes.EXCEPTED


def _why(rule: Rule, comes: Comes, did: Did, facts: Facts) -> WhyRule:
    book = facts.book
    return WhyRule(
        citation=cite(rule, book, did),
        comes=comes,
        scope=_unless_empty(rule.scope, facts),
        condition=_unless_empty(rule.when, facts),
        cases=tuple(
            WhyCase(citation=cite(case, book, did), condition=why(case.when, facts)) for case in cases_of(rule, book)
        ),
        exception=why(rule.unless, facts) if rule.unless is not None else None,
        exemptions=tuple(_exemption(exemption, facts) for exemption in book.exemptions.get(rule.id, ())),
        reserved_for=rule.to if isinstance(rule, Entrust) else (),
    )


def _exemption(exemption: Exempt, facts: Facts) -> WhyRule:
    truth = exemption_truth(exemption, facts)
    if truth is Truth.FALSE:
        return _why(exemption, Comes.DOES_NOT_APPLY, Did.MAY_EXEMPT, facts)
    if truth is Truth.TRUE:
        return _why(exemption, Comes.EXEMPTS, Did.EXEMPTS, facts)
    return _why(exemption, Comes.MAY_EXEMPT, Did.MAY_EXEMPT, facts)


def _unless_empty(condition: Condition, facts: Facts) -> WhyCondition | None:
    return None if is_always(condition) else why(condition, facts)


def why(condition: Condition, facts: Facts, *, negated: bool = False) -> WhyCondition:
    """How a condition stands, or its negation, which is pushed down to the facts as the semantics do it."""
    match condition:
        case All(parts) | AnyOf(parts):
            kind = "all" if isinstance(condition, All) is not negated else "any"
            found = tuple(why(part, facts, negated=negated) for part in parts)
            return _together(kind, condition, found, facts, negated)
        case Not(part):
            return why(part, facts, negated=not negated)
        case IsTerm(name, inner):
            return why(inner, facts, negated=negated).model_copy(update={"term": name})
        case Satisfies(rule):
            return why(satisfied_condition(rule, facts), facts, negated=negated)
        case IfTold(inner):
            return _if_told(inner, facts, negated)
        case ApprovedBy(wanted):
            return _approvals(wanted, facts, negated)
        case Compare(_, tests) if len(tests) > 1:
            each = tuple(why(replace(condition, tests=(test,)), facts, negated=negated) for test in tests)
            return _together("any" if negated else "all", condition, each, facts, negated)
    return WhyCondition(
        kind="fact",
        standing=_standing(condition, facts, negated),
        asks=asked_by(condition, negated=negated),
        told=_told(condition, facts),
    )


def _together(
    kind: str, condition: Condition, parts: tuple[WhyCondition, ...], facts: Facts, negated: bool
) -> WhyCondition:
    if len(parts) == 1:
        return parts[0]
    standing = _STANDING[evaluate(condition, facts, negated=negated)]
    return WhyCondition(kind=kind, standing=standing, parts=parts)  # type: ignore[arg-type]


def _standing(condition: Condition, facts: Facts, negated: bool) -> Standing:
    truth = comparison(condition, facts)
    if truth is None:
        return Standing.NOT_APPLICABLE
    return _STANDING[truth.opposite if negated else truth]


def _if_told(inner: Condition, facts: Facts, negated: bool) -> WhyCondition:
    """The circumstance itself; where it is presumed not to be there, its standing is that of the presumption."""
    found = why(inner, facts, negated=negated)
    presumed = facts.presume and evaluate(inner, facts) is Truth.UNKNOWN
    if not presumed:
        return found
    return found.model_copy(update={"presumed": True, "standing": Standing.HOLDS if negated else Standing.FAILS})


def _approvals(wanted: Approver | Approvers, facts: Facts, negated: bool) -> WhyCondition:
    truth = approved(wanted, facts)
    standing = _STANDING[truth.opposite if negated else truth]
    if isinstance(wanted, Approver):
        stated = facts.situation.approvals
        return WhyCondition(
            kind="fact",
            standing=standing,
            asks=wanted_approval(wanted, told=stated is not None).model_copy(update={"negated": negated}),
            told=tuple(approval.role for approval in stated) if stated is not None else None,
        )
    kind = {"all": "any", "any": "all"}.get(wanted.how, wanted.how) if negated else wanted.how
    parts = tuple(_approvals(part, facts, negated) for part in wanted.parts)
    return WhyCondition(kind=kind, standing=standing, parts=parts)  # type: ignore[arg-type]


def _told(condition: Condition, facts: Facts) -> tuple[str, ...] | None:
    """What was told of the fact a leaf asks about, as words and plain values."""
    match condition:
        case Compare(path):
            value = facts.read(path)
            return None if isinstance(value, Absent) else tuple(_words(value))
        case ActionIs():
            return (facts.situation.action,) if isinstance(facts.situation, Request) else None
        case Judge(question, _):
            answers = [j for j in facts.situation.judgements or () if j.question == question]
            return tuple("true" if j.answer else "false" for j in answers if j.answer is not None) or None
        case CompliesWith():
            return facts.situation.complied_with
        case DutyOutcome():
            return None
    raise TypeError(f"no leaf: {condition!r}")


def _words(value: Any) -> Iterable[str]:
    if isinstance(value, LevelRange):
        # It is a tuple, too: it has to be asked first.
        yield str(value)
    elif isinstance(value, tuple | list):
        for element in value:
            yield from _words(element)
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, BaseModel):
        key = KEY_FIELDS.get(type(value).__name__)
        inner = getattr(value, key) if key is not None else None
        yield from _words(inner) if inner is not None else ()
    else:
        yield str(value)
