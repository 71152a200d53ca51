"""Which values make a comparison true, false or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from secrecy_rules.model.level import Level, LevelRange
from secrecy_rules.model.situation import State
from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.conditions import Dated, FactRef, NotValue, OneOf, Ordered, Pattern, Test
from secrecy_rules.rulebook.paths import KEY_FIELDS, FactType, field_type, parse_element_path
from secrecy_rules.semantics.compare import holds
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.truth import Truth, all_of
from secrecy_rules.testing.strategies.neighbours import around, words_of

# Who and what is named by an identifier: few, so that two facts often name the same.
TEXTS = ("甲", "乙", "丙")


@dataclass(frozen=True)
class World:
    """What values depend on beside the comparison: the levels of the rulebook's scale, and the day."""

    scale: tuple[Level, ...]
    as_of: date
    facts: Facts

    @classmethod
    def of(cls, book: Rulebook, as_of: date) -> World:
        return cls(book.scale, as_of, Facts(State(), book, as_of=as_of))

    def levels(self) -> list[LevelRange]:
        """Every level of the scale and every interval of them."""
        scale = sorted(self.scale)
        exact = [LevelRange((level, level)) for level in scale]
        return exact + [LevelRange((a, b)) for a in scale for b in scale if a < b]


def plain(value: Any) -> Any:
    """A value as YAML and JSON carry it."""
    if isinstance(value, LevelRange):
        return value.plain()
    return value.isoformat() if isinstance(value, date) else value


def candidates(fact: FactType, tests: Sequence[Test], world: World) -> list[Any]:
    """Values of a single fact that the tests could tell apart, likely ones first."""
    bounds = [bound for test in tests for bound in _named(test)]
    if fact.base == "word":
        found = [word for bound in bounds for word in around(fact.lists, bound)]
        return list(dict.fromkeys(found)) or list(words_of(fact.lists)[:8])
    if fact.base == "level":
        return world.levels()
    if fact.base == "truth":
        return [True, False]
    if fact.base == "number":
        near = {number + step for number in bounds or [1] for step in (-1, 0, 1)}
        return sorted(number for number in near if number >= 0)
    if fact.base == "date":
        days = [date.fromisoformat(bound) for bound in bounds if bound != "today"]
        return [day + timedelta(days=step) for day in (*days, world.as_of) for step in (0, 1, -1)]
    return list(dict.fromkeys([*bounds, *TEXTS]))


def _named(test: Test) -> Iterator[Any]:
    """The plain values that a test names."""
    match test:
        case OneOf(values) | NotValue(values):
            yield from values
        case Ordered(_, bound) | Dated(_, bound):
            if not isinstance(bound, FactRef):
                yield bound


def sorted_by_truth(
    fact: FactType, tests: Sequence[Test], values: Iterable[Any], world: World
) -> dict[Truth, list[Any]]:
    """The values, by what the tests make of them."""
    found: dict[Truth, list[Any]] = {truth: [] for truth in Truth}
    for value in values:
        found[all_of(holds(test, value, fact, world.facts) for test in tests)].append(value)
    return found


def elements(pattern: Pattern, fact: FactType, world: World) -> dict[Truth, list[Any]]:
    """Elements of a list, as plain data, by whether they match the pattern."""
    if fact.base != "record":
        test = OneOf((pattern.word,)) if pattern.word is not None else OneOf(())
        single = replace(fact, many=False)
        found = sorted_by_truth(single, (test,), candidates(single, (test,), world), world)
        return {truth: [plain(v) for v in values] for truth, values in found.items()}
    model = fact.models[0]
    if not pattern.facts:
        key = KEY_FIELDS[model.__name__]
        inner = field_type(model, key)
        of_key = elements(pattern, replace(inner, many=False), world)
        wrap = (lambda v: {key: [v]}) if inner.many else (lambda v: {key: v})
        return {truth: [wrap(v) for v in values] for truth, values in of_key.items()}
    return _records(pattern, fact, world)


def _records(pattern: Pattern, fact: FactType, world: World) -> dict[Truth, list[Any]]:
    """Records that match every fact of a pattern, all but one of them, or that do not tell one."""
    model = fact.models[0]
    options: dict[str, dict[Truth, list[Any]]] = {}
    for name, tests in pattern.facts:
        inner = parse_element_path(model, name)
        if inner.many:
            options[name] = _lists(tests, inner, world)
        else:
            found = sorted_by_truth(inner, tests, candidates(inner, tests, world), world)
            options[name] = {truth: [plain(v) for v in values] for truth, values in found.items()}
    if any(not found[Truth.TRUE] for found in options.values()):
        return {truth: [] for truth in Truth}
    good = {name: found[Truth.TRUE][0] for name, found in options.items()}
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    for name in required:
        # A formality of which only the date matters is still some formality.
        good.setdefault(name, plain(candidates(field_type(model, name), (), world)[0]))
    bad = [{**good, name: value} for name, found in options.items() for value in found[Truth.FALSE][:2]]
    open_ = [{**good, name: value} for name, found in options.items() for value in found[Truth.UNKNOWN][:2]]
    untold = [{k: v for k, v in good.items() if k != name} for name in good if name not in required]
    by_truth = {Truth.TRUE: [good], Truth.FALSE: bad, Truth.UNKNOWN: [*open_, *untold]}
    return {truth: [_nested(r) for r in records] for truth, records in by_truth.items()}


def _nested(record: dict[str, Any]) -> dict[str, Any]:
    """Dotted names as mappings inside one another."""
    found: dict[str, Any] = {}
    for name, value in record.items():
        *above, last = name.split(".")
        inner = found
        for part in above:
            inner = inner.setdefault(part, {})
        inner[last] = value
    return found


def _lists(tests: Sequence[Test], fact: FactType, world: World) -> dict[Truth, list[Any]]:
    """Lists inside an element: one element each, or none."""
    found: dict[Truth, list[Any]] = {truth: [] for truth in Truth}
    for test in tests:
        for pattern in getattr(test, "patterns", ()):
            for truth, values in elements(pattern, fact, world).items():
                turned = truth.opposite if getattr(test, "lacks", False) else truth
                found[turned].extend([value] for value in values[:2])
    return found
