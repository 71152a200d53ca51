"""What would make a condition true: the smallest sets of changes, and the facts that are not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secrecy_rules.model.answers import Change
from secrecy_rules.model.facts import fact
from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.model.person import Person
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
    Count,
    Dated,
    DutyOutcome,
    Each,
    FactRef,
    Has,
    IfTold,
    IsTerm,
    Judge,
    Not,
    NotValue,
    OneOf,
    Ordered,
    Pattern,
    Related,
    Satisfies,
    Test,
)
from secrecy_rules.rulebook.paths import KEY_FIELDS, QUESTIONS, Path, field_type
from secrecy_rules.semantics.approvals import approved
from secrecy_rules.semantics.compare import holds, referred
from secrecy_rules.semantics.conditions import evaluate, satisfied_condition
from secrecy_rules.semantics.facts import Absent, Facts
from secrecy_rules.semantics.smallest import SmallestSets
from secrecy_rules.semantics.truth import Truth

Changes = frozenset[Change]
MOST_SETS = 32


def remedies(condition: Condition, facts: Facts, *, negated: bool = False) -> list[Changes]:
    """The smallest sets of changes that would make a condition true: ``[∅]`` if it is, ``[]`` if nothing would."""
    match condition:
        case All(parts) | AnyOf(parts):
            found = [remedies(part, facts, negated=negated) for part in parts]
            return together(found) if isinstance(condition, All) is not negated else either(found)
        case Not(part):
            return remedies(part, facts, negated=not negated)
        case IfTold(inner) if evaluate(condition, facts, negated=negated) is not Truth.TRUE:
            return remedies(inner, facts, negated=negated)
        case IsTerm(_, inner):
            return remedies(inner, facts, negated=negated)
        case Satisfies(rule):
            return remedies(satisfied_condition(rule, facts), facts, negated=negated)
        case ApprovedBy(wanted) if not negated:
            return _approvals(wanted, facts)
    truth = evaluate(condition, facts, negated=negated)
    if truth is Truth.TRUE:
        return [frozenset()]
    change = _change(condition, facts, negated)
    if change is None or (truth is Truth.FALSE and change.sort != "obtain"):
        return []
    return [frozenset({change})]


def unknowns(condition: Condition, facts: Facts, *, negated: bool = False) -> Iterator[Change]:
    """The facts that are not told and on which the condition hangs."""
    if evaluate(condition, facts, negated=negated) is not Truth.UNKNOWN:
        return
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from unknowns(part, facts, negated=negated)
        case Not(part):
            yield from unknowns(part, facts, negated=not negated)
        case IfTold(inner) | IsTerm(_, inner):
            yield from unknowns(inner, facts, negated=negated)
        case Satisfies(rule):
            yield from unknowns(satisfied_condition(rule, facts), facts, negated=negated)
        case ApprovedBy(wanted):
            yield from (change for changes in _approvals(wanted, facts) for change in sorted_changes(changes))
        case _:
            change = _change(condition, facts, negated)
            if change is not None:
                yield change


def _rank(changes: Changes) -> tuple[int, int, int, list[str]]:
    """What can simply be brought about comes first, then what has to be told, then what somebody must judge."""
    sorts = [change.sort for change in changes]
    return sorts.count("judge"), sorts.count("tell"), len(sorts), [repr(c) for c in sorted_changes(changes)]


def sorted_changes(changes: Iterable[Change]) -> list[Change]:
    """Changes in an order of their own, so that equal questions give equal answers."""
    return sorted(changes, key=lambda c: (c.sort, c.path, c.operator, c.wanted, c.detail, c.negated))


_SETS = SmallestSets(rank=_rank, most=MOST_SETS)
together, either = _SETS.together, _SETS.either


def _approvals(wanted: Approver | Approvers, facts: Facts) -> list[Changes]:
    if approved(wanted, facts) is Truth.TRUE:
        return [frozenset()]
    if isinstance(wanted, Approver):
        return [frozenset({_approval(wanted, facts)})]
    if wanted.how == "sequence":
        return _sequence(wanted, facts)
    parts = [_approvals(part, facts) for part in wanted.parts]
    return either(parts) if wanted.how == "any" else together(parts)


def _sequence(wanted: Approvers, facts: Facts) -> list[Changes]:
    """The step that is missing, or came too early, and every later one anew: what was said before it is out of turn."""
    for n, part in enumerate(wanted.parts):
        so_far = Approvers("sequence", wanted.parts[: n + 1])
        if approved(part, facts) is not Truth.TRUE or approved(so_far, facts) is Truth.FALSE:
            return together(_anew(later, facts) for later in wanted.parts[n:])
    # Everybody has approved; only the dates are not told.
    return [frozenset({Change(sort="tell", path="approvals.on", operator="in_order")})]


def _anew(wanted: Approver | Approvers, facts: Facts) -> list[Changes]:
    """Approvals that are needed whatever has been approved already."""
    if isinstance(wanted, Approver):
        return [frozenset({_approval(wanted, facts)})]
    parts = [_anew(part, facts) for part in wanted.parts]
    return either(parts) if wanted.how == "any" else together(parts)


def wanted_approval(wanted: Approver, *, told: bool) -> Change:
    """The approval that is wanted; ``told``: approvals were told of."""
    detail = tuple(
        text
        for text in (
            wanted.form and f"form={wanted.form}",
            wanted.of and f"of={wanted.of}",
            wanted.before and f"before={wanted.before}",
            wanted.after and f"after={wanted.after}",
        )
        if text
    )
    return Change(
        sort="obtain",
        path="approvals",
        operator="approved_by",
        wanted=wanted.roles,
        lists=("role",),
        detail=detail,
        told=told,
    )


def _approval(wanted: Approver, facts: Facts) -> Change:
    return wanted_approval(wanted, told=facts.situation.approvals is not None)


def _change(condition: Condition, facts: Facts, negated: bool) -> Change | None:
    if isinstance(condition, Compare):
        return _fact_change(condition, facts, negated)
    return asked_by(condition, negated=negated)


def asked_by(condition: Condition, *, negated: bool = False) -> Change | None:
    """What a condition without parts asks for, whatever is told; None for one that has parts."""
    match condition:
        case Compare():
            return wanted_of(condition).model_copy(update={"negated": negated})
        case ApprovedBy(wanted):
            role = wanted if isinstance(wanted, Approver) else None
            roles = role.roles if role is not None else ()
            return Change(
                sort="tell",
                path="approvals",
                operator="approved_by",
                wanted=roles,
                lists=("role",),
                negated=negated,
            )
        case Judge(question, by):
            detail = (f"by={by}",) if by else ()
            return Change(
                sort="judge",
                path="judgements",
                operator="judge",
                wanted=(question,),
                lists=("question",),
                detail=detail,
                negated=negated,
            )
        case DutyOutcome(rule, fulfilled):
            path = "conduct.fulfilled" if fulfilled else "conduct.breached"
            return Change(sort="tell", path=path, operator="has", wanted=(rule,), negated=negated)
        case CompliesWith(text):
            return Change(
                sort="judge",
                path="complied_with",
                operator="complies_with",
                wanted=(text,),
                lists=("text",),
                negated=negated,
            )
        case ActionIs(actions):
            return Change(sort="tell", path="action", wanted=actions, lists=("action",), negated=negated)
    return None


def _fact_change(condition: Compare, facts: Facts, negated: bool) -> Change | None:
    value = facts.read(condition.path)
    if value in (Absent.NOT_APPLICABLE, Absent.PRESUMED):
        return None
    told = value is not Absent.UNKNOWN
    tests = condition.tests
    if told:
        other = next((change for test in tests if (change := _other_fact(test, condition, facts, negated))), None)
        if other is not None:
            return other
        open_tests = [t for t in tests if holds(t, value, condition.path.type, facts) is not Truth.TRUE]
        tests = tuple(open_tests) if open_tests and not negated else tests
    operator, wanted = _wanted(tests[0])
    if isinstance(tests[0], Has) and tests[0].all and told:
        wanted = _still_wanted(tests[0], value, condition, facts)
    return wanted_of(condition).model_copy(
        update={"operator": operator, "wanted": wanted, "negated": negated, "told": told}
    )


# What a comparison asks of the other fact, seen from there.
_FROM_THERE = {
    "same_as": "same_as",
    "overlaps": "overlaps",
    "at_least": "at_most",
    "at_most": "at_least",
    "above": "below",
    "below": "above",
    "after": "before",
    "before": "after",
}


def _other_fact(test: Test, condition: Compare, facts: Facts, negated: bool) -> Change | None:
    """Where the fact itself is told and the one it is compared with is not: that one is what has to be told."""
    path = next((path for path in referred(test) if facts.read(path) is Absent.UNKNOWN), None)
    operator = _FROM_THERE.get(_wanted(test)[0])
    if path is None or operator is None:
        return None
    return Change(
        sort="obtain" if obtainable(path) else "tell",
        path=path.text,
        operator=operator,
        wanted=(condition.path.text,),
        lists=path.type.lists,
        negated=negated,
    )


def wanted_of(condition: Compare) -> Change:
    """What a comparison asks for, whatever is told."""
    operator, wanted = _wanted(condition.tests[0])
    lists = condition.path.type.lists or _key_lists(condition.path)
    return Change(
        sort="obtain" if obtainable(condition.path) else "tell",
        path=condition.path.text,
        operator=operator,
        wanted=wanted,
        lists=lists,
    )


def _still_wanted(test: Has, value: object, condition: Compare, facts: Facts) -> tuple[str, ...]:
    missing = [
        pattern
        for pattern in test.patterns
        if holds(Has((pattern,)), value, condition.path.type, facts) is not Truth.TRUE
    ]
    return tuple(_plain(p) for p in missing or test.patterns)


def _wanted(test: Test) -> tuple[str, tuple[str, ...]]:
    match test:
        case OneOf(values):
            return "is", tuple(_text(v) for v in values)
        case NotValue(values):
            return "not", tuple(_text(v) for v in values)
        case Ordered(operator, bound) | Dated(operator, bound):
            return operator, (bound.path.text if isinstance(bound, FactRef) else _text(bound),)
        case Has(patterns, all_, lacks):
            operator = "lacks" if lacks else "has_all" if all_ else "has"
            return operator, tuple(_plain(p) for p in patterns)
        case Count(tests):
            return "count", tuple(f"{t.operator}:{_text(t.bound)}" for t in tests)
        case Each(pattern):
            return "each", (_plain(pattern),)
        case Related(relation, path):
            return relation, (path.text,)


def _plain(pattern: Pattern) -> str:
    if not pattern.facts:
        return _text(pattern.word)
    # The fact that names the element says enough: `registered`, not how it was registered.
    name, tests = pattern.facts[0]
    return _wanted(tests[0])[1][0] if name in ("kind", "event", "roles", "role") else name


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _key_lists(path: Path) -> tuple[str, ...]:
    found = path.type
    while found.base == "record":
        model = found.models[0]
        key = KEY_FIELDS.get(model.__name__)
        if key is None:
            return ()
        found = field_type(model, key)
    return found.lists


def obtainable(path: Path) -> bool:
    """Whether the fact at a path can still be brought about (an approval, a place), or is given (a level)."""
    if path.head in FAMILIES or path.head in ("object", "target", "original"):
        models = [FAMILIES[path.head]] if path.head in FAMILIES else list(FAMILIES.values())
        family = next((m for m in models if path.fields and path.fields[0] in m.model_fields), None)
        return family is not None and fact(family, path.fields[0]).obtainable
    # The part itself (another performer), or the fact of it (the person can be trained).
    if fact(next(model for model in QUESTIONS if path.head in model.model_fields), path.head).obtainable:
        return True
    owner = Person if path.fields and path.fields[0] in Person.model_fields else None
    return owner is not None and path.head != "conduct" and fact(owner, path.fields[0]).obtainable
