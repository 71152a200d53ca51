"""A situation that tells one thing more: a fact that was absent, a narrower word, a tighter interval of levels."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from hypothesis import assume
from hypothesis import strategies as st
from pydantic import BaseModel

from secrecy_rules.errors import RequestError
from secrecy_rules.model.level import LevelRange
from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.model.situation import Request, Situation
from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.conditions import (
    ApprovedBy,
    Approver,
    Approvers,
    Compare,
    CompliesWith,
    FactRef,
    Has,
    Judge,
    Ordered,
    Related,
)
from secrecy_rules.rulebook.paths import SETTINGS, FactType, Path, field_type, parse_path
from secrecy_rules.rulebook.rules import Entrust
from secrecy_rules.semantics.truth import Truth
from secrecy_rules.testing.strategies.leaves import Leaf
from secrecy_rules.testing.strategies.neighbours import list_of, narrower
from secrecy_rules.testing.strategies.plan import Plan, plan_for
from secrecy_rules.testing.strategies.sketch import key_of
from secrecy_rules.testing.strategies.values import TEXTS, World, candidates, plain
from secrecy_rules.vocabulary import vocabulary

S = TypeVar("S", bound=Situation)
Key = tuple[str | int, ...]
FEW = 12


@dataclass(frozen=True)
class Learned(Generic[S]):
    """What was learned: where the fact stands (``object.level``, ``approvals.0.form``), its value, and the
    situation with it."""

    path: str
    value: Any
    situation: S


def learned(book: Rulebook, situation: S) -> st.SearchStrategy[Learned[S]]:
    """The same situation with one fact more, out of those that the rules of ``book`` look at.

    Everything that was told stays true: an absent fact gets a value, a coarse word a narrower one, an interval
    of levels a part of it. A word that is of two kinds at once (a microblog is messaging and network media) is
    not offered in place of one of the two, because the narrower word then says more than the broader one hid.
    """
    return _learned(plan_for(book, type(situation), situation.as_of), situation)


@st.composite
def _learned(draw: st.DrawFn, plan: Plan, situation: S) -> Learned[S]:
    data = situation.to_data()
    lessons = dict(_lessons(plan, data))
    assume(lessons)
    key = draw(st.sampled_from(sorted(lessons, key=str)))
    value = draw(st.sampled_from(lessons[key]))
    told = copy.deepcopy(data)
    _tell(told, key, value)
    try:
        found = type(situation).from_data(told)
    except RequestError:
        # The narrower kind is of a family that lacks a fact which was told.
        assume(False)
        raise
    return Learned(".".join(map(str, key)), value, found)


def _lessons(plan: Plan, data: dict[str, Any]) -> Iterator[tuple[Key, list[Any]]]:
    """Where something can be learned, and what."""
    seen: set[str] = set()
    action = data.get("action")
    for leaf in plan.leaves(action):
        yield from _of_leaf(leaf, plan, data, seen)
    for rule in plan.on(action):
        if isinstance(rule, Entrust) and rule.exclusive and rule.to:
            path = parse_path(f"{rule.party}.roles")
            yield from _absent(path, [[rule.to[0]], ["driver"], []], data)
    if action is not None:
        yield from _narrower(("action",), ("action",), action)


def _of_leaf(leaf: Leaf, plan: Plan, data: dict[str, Any], seen: set[str]) -> Iterator[tuple[Key, list[Any]]]:
    match leaf:
        case Compare(path):
            for other in (path, *_other_paths(leaf)):
                yield from _of_path(other, leaf, plan.world, data, seen)
        case ApprovedBy(wanted):
            roles = list(_roles(wanted))
            options = [[], *([{"role": role}] for role in roles), [{"role": role} for role in roles]]
            yield from _absent(parse_path("approvals"), options, data)
            yield from _absent(parse_path("person.id"), list(TEXTS), data)
            yield from _absent(parse_path("person.roles"), [[role] for role in roles], data)
            yield from _elements(("approvals",), parse_path("approvals").type, plan.world, data)
        case Judge(question, by):
            said = [{"question": question, "answer": a, **({"by": by} if by else {})} for a in (True, False)]
            yield from _absent(parse_path("judgements"), [[], *([s] for s in said)], data)
        case CompliesWith(text):
            yield from _absent(parse_path("complied_with"), [[], [text]], data)


def _other_paths(leaf: Compare) -> Iterator[Path]:
    for test in leaf.tests:
        if isinstance(test, Related):
            yield test.path
        elif isinstance(test, Ordered) and isinstance(test.bound, FactRef):
            yield test.bound.path


def _roles(wanted: Approver | Approvers) -> Iterator[str]:
    if isinstance(wanted, Approver):
        yield wanted.roles[0]
    else:
        for part in wanted.parts:
            yield from _roles(part)


def _of_path(
    path: Path, leaf: Compare, world: World, data: dict[str, Any], seen: set[str]
) -> Iterator[tuple[Key, list[Any]]]:
    """What can be learned at one path."""
    key = _place(path, data)
    if key is None or (path.text in seen and _told(data, key) is not None):
        return
    seen.add(path.text)
    told = _told(data, key)
    if told is None:
        tests = leaf.tests if path is leaf.path else ()
        options = _lists(path.type, tests, world) if path.type.many else _values(path.type, tests, world)
        if path.fields == ("kind",):
            key, options = key[:-1], [{"kind": kind} for kind in options]
        yield from [(key, options)] if options else []
    elif path.type.many:
        yield from _elements(key, path.type, world, data)
    else:
        yield from _tighter(key, path.type, told, world)


def _values(fact: FactType, tests: tuple[Any, ...], world: World) -> list[Any]:
    plain_tests = [t for t in tests if not isinstance(t, Related) and not _refers(t)]
    return [plain(value) for value in candidates(fact, plain_tests, world)][:FEW]


def _refers(test: Any) -> bool:
    return isinstance(getattr(test, "bound", None), FactRef)


def _lists(fact: FactType, tests: tuple[Any, ...], world: World) -> list[Any]:
    found: list[Any] = [[]]
    for test in tests:
        patterns = test.patterns if isinstance(test, Has) else [p for p in [getattr(test, "pattern", None)] if p]
        every = []
        for pattern in patterns:
            options = world.elements(pattern, fact)
            found += [[value] for truth in Truth for value in options[truth][:2]]
            every += options[Truth.TRUE][:1]
        found.append(every)
    if not tests and fact.base == "text":
        found.append([TEXTS[0]])
    return found


def _tighter(key: Key, fact: FactType, told: Any, world: World) -> Iterator[tuple[Key, list[Any]]]:
    """A narrower word, or a part of an interval of levels."""
    if fact.base == "word":
        yield from _narrower(key, fact.lists, told)
    if fact.base == "level" and isinstance(told, dict):
        whole = LevelRange.of(told)
        parts = [r for r in world.levels() if r != whole and r.lowest >= whole.lowest and r.highest <= whole.highest]
        yield from [(key, [part.plain() for part in parts])] if parts else []


def _narrower(key: Key, lists: tuple[str, ...], told: str) -> Iterator[tuple[Key, list[Any]]]:
    name = list_of(lists, told)
    words = vocabulary(name)
    related = words.ancestors(told) | words.descendants(told)
    kinds = [word for word in narrower(name, told) if words.ancestors(word) <= related]
    if kinds:
        yield key, kinds[:FEW]


def _elements(key: Key, fact: FactType, world: World, data: dict[str, Any]) -> Iterator[tuple[Key, list[Any]]]:
    """A stated list is complete, but its elements may tell more."""
    single = replace(fact, many=False)
    for n, element in enumerate(_told(data, key) or []):
        if fact.base == "word":
            yield from _narrower((*key, n), fact.lists, element)
        if fact.base != "record":
            continue
        for name in single.models[0].model_fields:
            inner = field_type(single.models[0], name)
            if name not in element and not inner.many and inner.base != "record":
                yield (*key, n, name), _values(inner, (), world)[:4]
            elif name in element and not inner.many:
                yield from _tighter((*key, n, name), inner, element[name], world)


def _absent(path: Path, options: list[Any], data: dict[str, Any]) -> Iterator[tuple[Key, list[Any]]]:
    key = _place(path, data)
    if key is not None and _told(data, key) is None and path.head in Request.model_fields:
        yield key, options


def _place(path: Path, data: dict[str, Any]) -> Key | None:
    """Where the fact of a path stands in the data; None where it cannot stand."""
    key: Key = key_of(path)
    kind = data.get("object", {}).get("kind")
    family = vocabulary("kind").family(kind) if kind is not None else None
    if key[0] in SETTINGS and family == key[0]:
        key = ("object", *key[1:])
    elif key[0] in SETTINGS and key[0] not in data and path.fields != ("kind",):
        return None
    if key[0] in ("object", "target", "original") and path.fields != ("kind",):
        found = data.get(str(key[0]), {}).get("kind")
        model: type[BaseModel] | None = FAMILIES[vocabulary("kind").family(found)] if found else None
        return key if model is not None and path.fields and path.fields[0] in model.model_fields else None
    return key


def _told(data: Any, key: Key) -> Any:
    for part in key:
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int):
            data = data[part]
        else:
            return None
    return data


def _tell(data: Any, key: Key, value: Any) -> None:
    *above, last = key
    for part in above:
        data = data[part] if isinstance(part, int) else data.setdefault(part, {})
    data[last] = value
