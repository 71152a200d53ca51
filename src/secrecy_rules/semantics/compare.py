"""Tests on one fact, three-valued: a coarser word and an interval of levels are unknown, never false."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from secrecy_rules.model.level import Level, LevelRange
from secrecy_rules.model.person import Person
from secrecy_rules.rulebook.conditions import (
    Count,
    Dated,
    Each,
    FactRef,
    Has,
    NotValue,
    OneOf,
    Ordered,
    Pattern,
    Related,
    Test,
)
from secrecy_rules.rulebook.paths import KEY_FIELDS, FactType, Path, field_type, parse_element_path
from secrecy_rules.semantics.facts import Absent, Facts
from secrecy_rules.semantics.truth import Truth, all_of, any_of, of
from secrecy_rules.vocabulary import Match, vocabulary


def holds(test: Test, value: Any, fact: FactType, facts: Facts) -> Truth:
    """Whether one test holds of a stated value."""
    match test:
        case OneOf(values):
            return is_one_of(value, values, fact)
        case NotValue(values):
            return is_one_of(value, values, fact).opposite
        case Ordered(operator, bound):
            return _ordered(operator, value, bound, fact, facts)
        case Dated(operator, bound):
            return _dated(operator, value, bound, facts)
        case Has():
            return _has(test, value, fact, facts)
        case Count(tests):
            return all_of(holds(inner, len(value), FactType("number"), facts) for inner in tests)
        case Each(pattern):
            return all_of(_matches(element, pattern, fact, facts) for element in value)
        case Related(relation, path):
            return _related(relation, value, facts.read(path), fact)


def referred(test: Test) -> Iterator[Path]:
    """The other facts that a test compares with."""
    match test:
        case Ordered(_, FactRef(path)) | Dated(_, FactRef(path)) | Related(_, path):
            yield path
        case Has(patterns):
            yield from (path for pattern in patterns for path in _referred_by(pattern))
        case Each(pattern):
            yield from _referred_by(pattern)


def _referred_by(pattern: Pattern) -> Iterator[Path]:
    return (path for _, tests in pattern.facts for test in tests for path in referred(test))


def is_one_of(value: Any, wanted: Sequence[Any], fact: FactType) -> Truth:
    """Equal to one of the wanted values; words match through is-a, levels as sets."""
    if fact.base == "word":
        return any_of(word_truth(value, word, fact.lists) for word in wanted)
    if fact.base == "level":
        levels = {level for range_ in wanted for level in Level if range_.lowest <= level <= range_.highest}
        stated = {level for level in Level if value.lowest <= level <= value.highest}
        if stated <= levels:
            return Truth.TRUE
        return Truth.UNKNOWN if stated & levels else Truth.FALSE
    if isinstance(value, date):
        return of(value.isoformat() in wanted)
    return of(value in wanted)


def word_truth(stated: str, wanted: str, lists: Sequence[str]) -> Truth:
    """A stated word against a wanted one: within it true, broader than it unknown, apart false."""
    for name in lists:
        words = vocabulary(name)
        if stated in words and wanted in words:
            match = words.match(stated, wanted)
            return {Match.WITHIN: Truth.TRUE, Match.BROADER: Truth.UNKNOWN, Match.APART: Truth.FALSE}[match]
    return Truth.FALSE


def _ordered(operator: str, value: Any, bound: Any, fact: FactType, facts: Facts) -> Truth:
    if isinstance(bound, FactRef):
        bound = facts.read(bound.path)
        if isinstance(bound, Absent):
            return Truth.UNKNOWN if bound is Absent.UNKNOWN else Truth.FALSE
    low, high = _interval(value, fact)
    bound_low, bound_high = _interval(bound, fact)
    if operator == "at_least":
        return _between(low >= bound_high, high < bound_low)
    if operator == "above":
        return _between(low > bound_high, high <= bound_low)
    if operator == "at_most":
        return _between(high <= bound_low, low > bound_high)
    return _between(high < bound_low, low >= bound_high)


def _between(surely: bool, surely_not: bool) -> Truth:
    if surely:
        return Truth.TRUE
    return Truth.FALSE if surely_not else Truth.UNKNOWN


def _interval(value: Any, fact: FactType) -> tuple[int, int]:
    if isinstance(value, LevelRange):
        return value.lowest, value.highest
    if fact.base == "word":
        order = vocabulary(fact.lists[0]).order(value)
        return order, order
    return value, value


def _dated(operator: str, value: date, bound: str | FactRef, facts: Facts) -> Truth:
    if isinstance(bound, FactRef):
        other = facts.read(bound.path)
        if isinstance(other, Absent):
            return Truth.UNKNOWN if other is Absent.UNKNOWN else Truth.FALSE
    else:
        other = facts.as_of if bound == "today" else date.fromisoformat(bound)
    return of(value > other if operator == "after" else value < other)


def _has(test: Has, value: Sequence[Any], fact: FactType, facts: Facts) -> Truth:
    table = [[_matches(element, pattern, fact, facts) for element in value] for pattern in test.patterns]
    if test.lacks:
        return any_of(any_of(row) for row in table).opposite
    if not test.all:
        return any_of(any_of(row) for row in table)
    if value and isinstance(value[0], Person):
        # One person in two posts does not make two persons present.
        return _distinct(table)
    return all_of(any_of(row) for row in table)


def _distinct(table: list[list[Truth]]) -> Truth:
    """Whether each row can be given a column of its own: surely, possibly, or not at all."""
    if _assignable(table, (Truth.TRUE,)):
        return Truth.TRUE
    return Truth.UNKNOWN if _assignable(table, (Truth.TRUE, Truth.UNKNOWN)) else Truth.FALSE


def _assignable(table: list[list[Truth]], good: tuple[Truth, ...]) -> bool:
    taken: dict[int, int] = {}

    def place(row: int, tried: set[int]) -> bool:
        for column, truth in enumerate(table[row]):
            if truth in good and column not in tried:
                tried.add(column)
                if column not in taken or place(taken[column], tried):
                    taken[column] = row
                    return True
        return False

    return all(place(row, set()) for row in range(len(table)))


def _matches(element: Any, pattern: Pattern, fact: FactType, facts: Facts) -> Truth:
    if not pattern.facts:
        return _is_word(element, pattern.word, fact)
    parts = []
    for name, tests in pattern.facts:
        model: type[BaseModel] = type(element)
        inner = parse_element_path(model, name)
        value = element
        for field in name.split("."):
            value = getattr(value, field) if value is not None else None
        if value is None:
            parts.append(Truth.UNKNOWN)
        else:
            parts.extend(holds(test, value, inner, facts) for test in tests)
    return all_of(parts)


def _is_word(element: Any, word: Any, fact: FactType) -> Truth:
    """A bare word against an element: itself, or the fact that stands for the record."""
    if not isinstance(element, BaseModel):
        return is_one_of(element, (word,), fact)
    key = KEY_FIELDS[type(element).__name__]
    inner, value = field_type(type(element), key), getattr(element, key)
    if value is None:
        return Truth.UNKNOWN
    if inner.many:
        return any_of(_is_word(part, word, inner) for part in value)
    return is_one_of(value, (word,), inner)


def _related(relation: str, value: Any, other: Any, fact: FactType) -> Truth:
    if isinstance(other, Absent):
        return Truth.UNKNOWN if other is Absent.UNKNOWN else Truth.FALSE
    if relation == "in":
        return any_of(_same(value, one, fact) for one in other)
    if relation == "overlaps":
        return any_of(_same(one, two, fact) for one in value for two in other)
    return _same(value, other, fact)


def _same(value: Any, other: Any, fact: FactType) -> Truth:
    """Two stated values are one: of two words, one coarser than the other, that is not known."""
    if fact.base == "word" and value != other:
        meets = any_of([word_truth(value, other, fact.lists), word_truth(other, value, fact.lists)])
        return Truth.FALSE if meets is Truth.FALSE else Truth.UNKNOWN
    if isinstance(value, LevelRange) and not (value.exact and other.exact):
        apart = value.highest < other.lowest or other.highest < value.lowest
        return Truth.FALSE if apart else Truth.UNKNOWN
    return of(value == other)
