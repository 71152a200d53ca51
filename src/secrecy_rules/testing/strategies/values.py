"""Which values make a comparison true, false or unknown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel, ValidationError

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
Options = dict[Truth, list[Any]]


@dataclass(frozen=True)
class World:
    """What values depend on beside the comparison: the levels of the rulebook's scale, and the day."""

    scale: tuple[Level, ...]
    as_of: date
    facts: Facts
    _options: dict[Any, Options] = field(default_factory=dict)
    _elements: dict[Any, Options] = field(default_factory=dict)

    @classmethod
    def of(cls, book: Rulebook, as_of: date) -> World:
        """The world of a rulebook on a day."""
        return cls(book.scale, as_of, Facts(State(), book, as_of=as_of))

    def levels(self) -> list[LevelRange]:
        """Every level of the scale and every interval of them."""
        scale = sorted(self.scale)
        exact = [LevelRange((level, level)) for level in scale]
        return exact + [LevelRange((a, b)) for a in scale for b in scale if a < b]

    def options(self, fact: FactType, tests: tuple[Test, ...]) -> Options:
        """Values of a single fact, as plain data, by what the tests make of them."""
        key = (fact, tests)
        if key not in self._options:
            self._options[key] = _sorted_by_truth(fact, tests, self)
        return self._options[key]

    def elements(self, pattern: Pattern, fact: FactType) -> Options:
        """Elements of a list, as plain data, by whether they match the pattern."""
        key = (pattern, fact)
        if key not in self._elements:
            self._elements[key] = _elements(pattern, fact, self)
        return self._elements[key]


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
        return list(world.levels())
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


def _sorted_by_truth(fact: FactType, tests: Sequence[Test], world: World) -> Options:
    found: Options = {truth: [] for truth in Truth}
    for value in candidates(fact, tests, world):
        found[all_of(holds(test, value, fact, world.facts) for test in tests)].append(plain(value))
    return found


def _elements(pattern: Pattern, fact: FactType, world: World) -> Options:
    if fact.base != "record":
        values = (pattern.word,) if pattern.word is not None else ()
        return world.options(replace(fact, many=False), (OneOf(values),))
    if pattern.facts:
        return _records(pattern, fact, world)
    model = fact.models[0]
    key = KEY_FIELDS[model.__name__]
    inner = field_type(model, key)
    words = world.elements(pattern, replace(inner, many=False))
    return {truth: [{key: [v] if inner.many else v} for v in found] for truth, found in words.items()}


def _records(pattern: Pattern, fact: FactType, world: World) -> Options:
    """Records that match every fact of a pattern, all but one of them, or that do not tell one."""
    model = fact.models[0]
    options: dict[str, Options] = {}
    for name, tests in pattern.facts:
        inner = parse_element_path(model, name)
        options[name] = _lists(tests, inner, world) if inner.many else world.options(inner, tests)
    if any(not found[Truth.TRUE] for found in options.values()):
        return {truth: [] for truth in Truth}
    good = {name: found[Truth.TRUE][0] for name, found in options.items()}
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    for name in required:
        # A formality of which only the date matters is still some formality.
        good.setdefault(name, plain(candidates(field_type(model, name), (), world)[0]))
    bad = [{**good, name: value} for name, found in options.items() for value in found[Truth.FALSE][:2]]
    coarse = [{**good, name: value} for name, found in options.items() for value in found[Truth.UNKNOWN][:2]]
    untold = [{k: v for k, v in good.items() if k != name} for name in good if name not in required]
    by_truth = {Truth.TRUE: [good], Truth.FALSE: bad, Truth.UNKNOWN: [*coarse, *untold]}
    nested = {truth: [_nested(record) for record in records] for truth, records in by_truth.items()}
    # A judgement without its answer is none.
    return {truth: [record for record in records if _is_valid(model, record)] for truth, records in nested.items()}


def _is_valid(model: type[BaseModel], record: dict[str, Any]) -> bool:
    try:
        model.model_validate(record)
    except ValidationError:
        return False
    return True


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


def _lists(tests: Sequence[Test], fact: FactType, world: World) -> Options:
    """Lists inside an element: one element each, or none."""
    found: Options = {truth: [] for truth in Truth}
    for test in tests:
        for pattern in getattr(test, "patterns", ()):
            for truth, values in world.elements(pattern, fact).items():
                turned = truth.opposite if getattr(test, "lacks", False) else truth
                found[turned].extend([value] for value in values[:2])
    return found
