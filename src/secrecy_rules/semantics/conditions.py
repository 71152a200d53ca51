"""What a condition means: true, false or unknown.

A negation is pushed down to the comparisons, because a path that does not apply is false under ``not`` too:
negating the value of the whole would make it true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from secrecy_rules.model.situation import Incident, Request
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
    OneOf,
    Satisfies,
    nodes,
)
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.rules import Forbid
from secrecy_rules.semantics.approvals import approved
from secrecy_rules.semantics.compare import holds, referred, word_truth
from secrecy_rules.semantics.facts import Absent, Facts
from secrecy_rules.semantics.truth import Truth, all_of, any_of, of


def truth_of(condition: Condition, facts: Facts) -> Truth:
    """The truth of a condition of a rule, on which a verdict rests: ``evaluate``, or what another reading says."""
    return evaluate(condition, facts) if facts.reading is None else facts.reading(condition, facts)


def evaluate(condition: Condition, facts: Facts, *, negated: bool = False) -> Truth:
    """The truth of a condition, or of its negation."""
    match condition:
        case All(parts):
            combine = any_of if negated else all_of
            return combine(evaluate(part, facts, negated=negated) for part in parts)
        case AnyOf(parts):
            combine = all_of if negated else any_of
            return combine(evaluate(part, facts, negated=negated) for part in parts)
        case Not(part):
            return evaluate(part, facts, negated=not negated)
        case IsTerm(_, inner):
            return evaluate(inner, facts, negated=negated)
        case Satisfies(rule):
            return evaluate(satisfied_condition(rule, facts), facts, negated=negated)
    truth = comparison(condition, facts)
    if truth is None:
        return Truth.FALSE
    return truth.opposite if negated else truth


def comparison(condition: Condition, facts: Facts) -> Truth | None:
    """The truth of a condition without parts; None where its path does not apply."""
    match condition:
        case Compare():
            return _compare(condition, facts)
        case IfTold(part):
            return _if_told(part, facts)
    return _leaf(condition, facts)


def satisfied_condition(rule_id: str, facts: Facts) -> Condition:
    """What ``satisfies`` asks of a rule of the rulebook that the facts are seen by."""
    return satisfied_in(facts.book, rule_id)


def satisfied_in(book: Rulebook, rule_id: str) -> Condition:
    """What ``satisfies`` asks of a rule: the exception of a ban, the condition of another rule."""
    rule = book.rules[rule_id]
    if isinstance(rule, Forbid) and rule.unless is not None:
        return rule.unless
    return rule.when


def _compare(condition: Compare, facts: Facts) -> Truth | None:
    """The truth of a comparison; None where the path does not apply."""
    value = facts.read(condition.path)
    if value is Absent.NOT_APPLICABLE:
        return None
    others = (path for test in condition.tests for path in referred(test))
    if any(facts.read(path) is Absent.NOT_APPLICABLE for path in others):
        return None
    if value is Absent.PRESUMED:
        return Truth.FALSE
    if value is Absent.UNKNOWN:
        return Truth.UNKNOWN
    truth = all_of(holds(test, value, condition.path.type, facts) for test in condition.tests)
    if facts.deemed_kinds and facts.is_object_kind(condition.path):
        return any_of([truth, _deemed(condition, facts)])
    return truth


def _deemed(condition: Compare, facts: Facts) -> Truth:
    """Whether a kind that the object is deemed to be is one of those wanted."""
    found = []
    for test in condition.tests:
        if isinstance(test, OneOf):
            for kind, truth in facts.deemed_kinds.items():
                found.append(all_of([truth, deemed_is(kind, test.values)]))
    return any_of(found)


def deemed_is(kind: str, wanted: Iterable[Any]) -> Truth:
    """Whether a kind that something is deemed to be is one of those wanted. Unlike a kind that is told it is not a
    coarse word for a narrower one: what is governed as a document is no exam paper by that."""
    return of(any(word_truth(kind, word, ("kind",)) is Truth.TRUE for word in wanted))


def _leaf(condition: Condition, facts: Facts) -> Truth:
    match condition:
        case ActionIs(actions):
            if not isinstance(facts.situation, Request):
                return Truth.FALSE
            stated = facts.situation.action
            return any_of(word_truth(stated, action, ("action",)) for action in actions)
        case ApprovedBy(wanted):
            return approved(wanted, facts)
        case Judge(question, by):
            return _judged(question, by, facts)
        case DutyOutcome(rule, fulfilled):
            return _duty_outcome(rule, fulfilled, facts)
        case CompliesWith(text):
            told = facts.situation.complied_with
            followed = any_of(word_truth(stated, text, ("text",)) for stated in told or ())
            return Truth.TRUE if followed is Truth.TRUE else Truth.UNKNOWN
    raise TypeError(f"no meaning for {condition!r}")


def _if_told(part: Condition, facts: Facts) -> Truth | None:
    """A circumstance that would be told if it were there: while unknown, presumed absent, and listed so."""
    truth = evaluate(part, facts)
    if truth is Truth.FALSE and evaluate(part, facts, negated=True) is Truth.FALSE:
        return None
    if truth is not Truth.UNKNOWN or not facts.presume:
        return truth
    facts.assumed.add("untold:" + ",".join(dict.fromkeys(_paths_of(part, facts))))
    return Truth.FALSE


def _paths_of(condition: Condition, facts: Facts) -> Iterator[str]:
    for node in nodes(condition):
        match node:
            case Compare(path):
                yield path.text
            case ActionIs():
                yield "action"
            case Judge():
                yield "judgements"
            case ApprovedBy():
                yield "approvals"
            case CompliesWith():
                yield "complied_with"
            case DutyOutcome(_, fulfilled):
                yield "conduct.fulfilled" if fulfilled else "conduct.breached"
            case Satisfies(rule):
                yield from _paths_of(satisfied_condition(rule, facts), facts)


def _duty_outcome(rule: str, fulfilled: bool, facts: Facts) -> Truth:
    """Whether the conduct is told to have breached, or fulfilled, the duty of a rule."""
    conduct = facts.situation.conduct if isinstance(facts.situation, Incident) else None
    told = (conduct.fulfilled if fulfilled else conduct.breached) if conduct is not None else None
    return Truth.UNKNOWN if told is None else of(rule in told)


def _judged(question: str, by: str | None, facts: Facts) -> Truth:
    """The stated answer of the role that has to answer; an answer by anybody else leaves the question open."""
    answers = []
    for judgement in facts.situation.judgements or ():
        if judgement.question != question or judgement.answer is None:
            continue
        competent = by is None or (judgement.by is not None and word_truth(judgement.by, by, ("role",)) is Truth.TRUE)
        if competent:
            answers.append(of(judgement.answer))
    if not answers:
        return Truth.UNKNOWN
    # Two competent answers that differ settle nothing.
    return answers[0] if all(answer is answers[0] for answer in answers) else Truth.UNKNOWN
