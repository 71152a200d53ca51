"""What would make a condition come out otherwise: the smallest sets of steps, each a fact to be made so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secrecy_rules.model.answers import Change
from secrecy_rules.rulebook.conditions import (
    ActionIs,
    All,
    AnyOf,
    ApprovedBy,
    Approver,
    Approvers,
    Compare,
    Condition,
    Has,
    IfTold,
    IsTerm,
    Not,
    Pattern,
    Satisfies,
)
from secrecy_rules.rulebook.paths import parse_path
from secrecy_rules.rulebook.rules import Entrust
from secrecy_rules.semantics.conditions import evaluate, satisfied_condition
from secrecy_rules.semantics.facts import Absent, Facts
from secrecy_rules.semantics.remedies import asked_by, wanted_approval
from secrecy_rules.semantics.smallest import SmallestSets
from secrecy_rules.semantics.truth import Truth

MOST_SETS = 24
# What a thing is, what is done with it and which person somebody is are what is asked about: with another one it
# is another question.
FIXED = ("kind", "id")


@dataclass(frozen=True, slots=True)
class Step:
    """A leaf of a condition that is to hold, or not to hold, and the rule that makes it matter."""

    leaf: Condition
    negated: bool
    rule: str

    @property
    def change(self) -> Change:
        """The step as a change, as decisions name them."""
        if isinstance(self.leaf, ApprovedBy) and isinstance(self.leaf.wanted, Approver):
            return wanted_approval(self.leaf.wanted, told=False).model_copy(update={"negated": self.negated})
        change = asked_by(self.leaf, negated=self.negated)
        if change is None:  # pragma: no cover
            raise TypeError(f"no leaf: {self.leaf!r}")
        return change


Steps = frozenset[Step]


def by_role(rule: Entrust, role: str) -> Step:
    """Somebody in that role performs the act, or takes the part that the rule reserves for him."""
    return Step(Compare(parse_path(f"{rule.party}.roles"), (Has((Pattern(word=role),)),)), False, rule.id)


def ways(condition: Condition, facts: Facts, rule: str, *, negated: bool = False) -> list[Steps]:
    """The smallest sets of steps that make a condition true: ``[∅]`` if it is, ``[]`` if nothing would."""
    if evaluate(condition, facts, negated=negated) is Truth.TRUE:
        return [frozenset()]
    match condition:
        case All(parts) | AnyOf(parts):
            found = [ways(part, facts, rule, negated=negated) for part in parts]
            return together(found) if isinstance(condition, All) is not negated else either(found)
        case Not(part):
            return ways(part, facts, rule, negated=not negated)
        case IfTold(inner) | IsTerm(_, inner):
            return ways(inner, facts, rule, negated=negated)
        case Satisfies(other):
            return ways(satisfied_condition(other, facts), facts, rule, negated=negated)
        case ApprovedBy(Approvers() as wanted) if not negated:
            return _approvals(wanted, rule)
        case Compare(path) if facts.read(path) in (Absent.NOT_APPLICABLE, Absent.PRESUMED):
            return []
        case Compare(path) if path.fields and path.fields[-1] in FIXED:
            return []
        case ActionIs():
            return []
    return [frozenset({Step(condition, negated, rule)})]


def open_leaves(condition: Condition, facts: Facts, rule: str, *, negated: bool = False) -> Iterator[Step]:
    """The leaves that are not known and on which the condition hangs."""
    if evaluate(condition, facts, negated=negated) is not Truth.UNKNOWN:
        return
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from open_leaves(part, facts, rule, negated=negated)
        case Not(part):
            yield from open_leaves(part, facts, rule, negated=not negated)
        case IfTold(inner) | IsTerm(_, inner):
            yield from open_leaves(inner, facts, rule, negated=negated)
        case Satisfies(other):
            yield from open_leaves(satisfied_condition(other, facts), facts, rule, negated=negated)
        case ApprovedBy(Approvers(_, parts)):
            for approver in parts:
                yield from open_leaves(ApprovedBy(approver), facts, rule, negated=negated)
        case _:
            yield Step(condition, negated, rule)


def _rank(steps: Steps) -> tuple[int, int, int, list[str]]:
    sorts = [step.change.sort for step in steps]
    return sorts.count("tell"), sorts.count("judge"), len(steps), sorted(repr(step.change) for step in steps)


_SETS = SmallestSets(rank=_rank, most=MOST_SETS)
together, either = _SETS.together, _SETS.either


def _approvals(wanted: Approver | Approvers, rule: str) -> list[Steps]:
    if isinstance(wanted, Approver):
        return [frozenset({Step(ApprovedBy(wanted), False, rule)})]
    if wanted.how == "sequence":
        # In order is a matter of dates: the whole sequence is one step.
        return [frozenset({Step(ApprovedBy(wanted), False, rule)})]
    parts = [_approvals(part, rule) for part in wanted.parts]
    return either(parts) if wanted.how == "any" else together(parts)
