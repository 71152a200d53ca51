"""Makes a fact so: a request as plain data, with what one step asks for."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from secrecy_rules.model.level import Level, LevelRange
from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.rulebook.conditions import (
    ApprovedBy,
    Approver,
    Approvers,
    Compare,
    CompliesWith,
    Condition,
    Count,
    Dated,
    Each,
    FactRef,
    Has,
    Judge,
    NotValue,
    OneOf,
    Ordered,
    Pattern,
    Related,
    Test,
)
from secrecy_rules.rulebook.paths import KEY_FIELDS, SETTINGS, FactType, Path, field_type
from secrecy_rules.semantics.compare import word_truth
from secrecy_rules.semantics.truth import Truth
from secrecy_rules.vocabulary import vocabulary

Data = dict[str, Any]
# A person who is only counted.
_SOMEBODY = "x{}"


class CannotApplyError(Exception):
    """There is no one way to make it so: any other value than these, the value of a fact that is not told."""


def apply(leaf: Condition, data: Data, *, negated: bool, as_of: date) -> Data:
    """The data with a leaf made true, or false; ``CannotApplyError`` if there is no one way to do so."""
    changed = deepcopy(data)
    match leaf:
        case Compare(path, tests):
            # Any one of the tests failing makes the whole false.
            for test in tests[:1] if negated else tests:
                _put(changed, path, _value(test, _get(changed, path), path.type, changed, negated))
        case ApprovedBy(wanted) if not negated:
            for approval in _approvals(wanted, changed, as_of):
                changed["approvals"] = [*(changed.get("approvals") or ()), approval]
        case ApprovedBy(Approver(roles)):
            changed["approvals"] = [
                approval
                for approval in changed.get("approvals") or ()
                if not _may_be(approval["role"], roles, ("role",))
            ]
        case Judge(question, by):
            others = [j for j in changed.get("judgements") or () if j["question"] != question]
            answer = {"question": question, "answer": not negated, **({"by": by} if by is not None else {})}
            changed["judgements"] = [*others, answer]
        case CompliesWith(text) if not negated:
            changed["complied_with"] = [*(changed.get("complied_with") or ()), text]
        case _:
            raise CannotApplyError
    return changed


def _approvals(wanted: Approver | Approvers, data: Data, as_of: date) -> list[Data]:
    """The approvals wanted; dated on one day, which is in order as well."""
    if isinstance(wanted, Approvers):
        parts = wanted.parts[:1] if wanted.how == "any" else wanted.parts
        dated = [approval for part in parts for approval in _approvals(part, data, as_of)]
        return [{**approval, "on": as_of.isoformat()} for approval in dated]
    approval: Data = {"role": wanted.roles[0]}
    if wanted.form is not None:
        approval["form"] = wanted.form
    if wanted.of is not None:
        unit = _get(data, wanted.of)
        if unit is None:
            raise CannotApplyError
        approval["unit"] = unit
    for formality in (wanted.before, wanted.after):
        if formality is not None:
            approval["on"] = as_of.isoformat()
            told = [f for f in data.get("formalities") or () if _may_be(f["kind"], (formality,), ("formality",))]
            if not told or any("on" not in f for f in told):
                raise CannotApplyError
            approval["on"] = min(f["on"] for f in told) if wanted.before else max(f["on"] for f in told)
    return [approval]


def _value(test: Test, now: Any, fact: FactType, data: Data, negated: bool) -> Any:
    """A value that passes the test, or fails it."""
    match test:
        case OneOf(values):
            return _other(values, fact) if negated else _plain(values[0])
        case NotValue(values):
            return _plain(values[0]) if negated else _other(values, fact)
        case Ordered(operator, bound):
            return _ordered(_OPPOSITE[operator] if negated else operator, bound, fact, data)
        case Has(patterns, all_, lacks):
            if lacks is not negated:
                return _without(now, patterns, fact)
            return [*(now or ()), *(_element(pattern, fact, data) for pattern in (patterns if all_ else patterns[:1]))]
        case Count(tests):
            return _counted(tests, now, fact, negated)
        case Related(relation, path) if not negated:
            other = _get(data, path)
            if other is None:
                raise CannotApplyError
            return other[0] if relation == "in" and isinstance(other, list) else other
        case Dated() | Each() | Related():
            raise CannotApplyError
    raise TypeError(type(test).__name__)


_OPPOSITE = {"at_least": "below", "below": "at_least", "at_most": "above", "above": "at_most"}


def _ordered(operator: str, bound: Any, fact: FactType, data: Data) -> Any:
    if isinstance(bound, FactRef):
        bound = _get(data, bound.path)
        if bound is None:
            raise CannotApplyError
    step = {"above": 1, "below": -1}.get(operator, 0)
    if fact.base == "number":
        return int(bound) + step
    if fact.base == "level":
        level = LevelRange.of(bound)
        at = (level.highest if operator in ("above", "at_most") else level.lowest) + step
        if at not in list(Level):
            raise CannotApplyError
        return Level(at).name
    words = vocabulary(fact.lists[0])
    wanted = words.order(bound) + step
    found = next((word for word in words.entries if words.order(word) == wanted), None)
    if found is None:
        raise CannotApplyError
    return found


def _other(values: tuple[Any, ...], fact: FactType) -> Any:
    """A value that is none of these: for yes and no the other one, for levels one beside them."""
    if fact.base == "truth":
        return values[0] is not True
    if fact.base == "level":
        taken = {level for value in values for level in Level if value.lowest <= level <= value.highest}
        left = [level for level in Level if level not in taken]
        if left:
            return left[0].name
    raise CannotApplyError


def _without(now: Any, patterns: tuple[Pattern, ...], fact: FactType) -> list[Any]:
    """The list without the elements that match, or may match; what is wanted of their other facts is left alone."""
    if any(pattern.facts for pattern in patterns) and now:
        raise CannotApplyError
    words = tuple(str(pattern.word) for pattern in patterns)
    key = KEY_FIELDS.get(fact.models[0].__name__) if fact.models else None
    lists = field_type(fact.models[0], key).lists if key is not None else fact.lists
    named = [(element[key] if key is not None else element, element) for element in now or ()]
    if any(not isinstance(name, str) for name, _ in named):
        raise CannotApplyError
    return [element for name, element in named if not _may_be(name, words, lists)]


def _may_be(stated: str, wanted: tuple[str, ...], lists: tuple[str, ...]) -> bool:
    return any(word_truth(stated, word, lists) is not Truth.FALSE for word in wanted)


def _element(pattern: Pattern, fact: FactType, data: Data) -> Any:
    if not fact.models:
        return _plain(pattern.word)
    model = fact.models[0]
    if not pattern.facts:
        key = KEY_FIELDS[model.__name__]
        inner = field_type(model, key)
        word = _plain(pattern.word)
        return {key: [_keyed(inner, word)] if inner.many else word}
    found: Data = {}
    for name, tests in pattern.facts:
        first, _, rest = name.partition(".")
        inner = field_type(model, first)
        if rest:
            raise CannotApplyError
        for test in tests:
            found[first] = _value(test, found.get(first), inner, data, False)
    return found


def _keyed(fact: FactType, word: Any) -> Any:
    return {KEY_FIELDS[fact.models[0].__name__]: word} if fact.models else word


def _counted(tests: tuple[Ordered, ...], now: Any, fact: FactType, negated: bool) -> list[Any]:
    if negated or not fact.models or fact.models[0].__name__ != "Person":
        raise CannotApplyError
    wanted = max((_number(t) for t in tests if t.operator in ("at_least", "above")), default=0)
    most = min((_number(t) for t in tests if t.operator in ("at_most", "below")), default=None)
    found = list(now or ())
    found += [{"id": _SOMEBODY.format(n)} for n in range(len(found), wanted)]
    return found[:most]


def _number(test: Ordered) -> int:
    if isinstance(test.bound, FactRef):
        raise CannotApplyError
    return int(str(test.bound)) + {"above": 1, "below": -1}.get(test.operator, 0)


def _get(data: Data, path: Path) -> Any:
    at: Any = data
    for field in place_of(data, path):
        if not isinstance(at, dict) or at.get(field) is None:
            return None
        at = at[field]
    return at


def _put(data: Data, path: Path, value: Any) -> None:
    *above, last = place_of(data, path)
    at = data
    for key in above:
        if at.get(key) is None:
            # A thing has to be of some kind; a person need not be anybody in particular.
            if key in ("object", "target", "original", *SETTINGS):
                raise CannotApplyError
            at[key] = {}
        at = at[key]
    at[last] = value


def place_of(data: Data, path: Path) -> tuple[str, ...]:
    """Where a path stands in the data of a request: that of an object's family stands under ``object``."""
    if path.head not in FAMILIES:
        return (path.head, *path.fields)
    own = (data.get("object") or {}).get("kind")
    if path.head in SETTINGS and (own is None or vocabulary("kind").family(own) != path.head):
        return (path.head, *path.fields)
    return ("object", *path.fields)


def _plain(value: Any) -> Any:
    return value.plain() if isinstance(value, LevelRange) else value
