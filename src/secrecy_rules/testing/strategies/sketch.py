"""A situation while it is being thought up: facts by where they stand, then plain data."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel

from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.model.situation import Situation
from secrecy_rules.rulebook.paths import OBJECT_PARTS, SETTINGS, Path
from secrecy_rules.testing.strategies.dice import Dice
from secrecy_rules.vocabulary import vocabulary

Key = tuple[str, ...]


def key_of(path: Path) -> Key:
    """Where the fact at a path stands: all families of objects speak of the one object of the act."""
    part = path.head in FAMILIES and path.head not in SETTINGS
    return ("object" if part else path.head, *path.fields)


@cache
def kinds_of(family: str) -> tuple[str, ...]:
    """Every kind that has the facts of a family, the plainest first."""
    kinds = vocabulary("kind")
    fitting = [w for w in kinds.entries if issubclass(FAMILIES[kinds.family(w)], FAMILIES[family])]
    return tuple(sorted(fitting, key=lambda w: (kinds.family(w) != family, len(kinds.ancestors(w)))))


@cache
def holders_of(field: str) -> str:
    """A family that has the fact of that name."""
    return next(name for name, model in FAMILIES.items() if field in model.model_fields)


class Sketch:
    """The first thing said of a fact stands; lists grow."""

    def __init__(self, question: type[Situation]) -> None:
        self.question = question
        self.facts: dict[Key, Any] = {}
        self.families: list[str] = []
        self.without_object = False

    def put(self, path: Path, value: Any) -> None:
        """Say a fact, unless something was said of it already."""
        self.facts.setdefault(key_of(path), value)
        self._mind(path)

    def add(self, path: Path, elements: list[Any]) -> None:
        """Say that a list has these elements; none says that the list is complete as it is."""
        self.grow(key_of(path), elements)
        self._mind(path)

    def grow(self, key: Key, elements: list[Any]) -> None:
        """``add`` by where the list stands."""
        told = self.facts.setdefault(key, [])
        told.extend(element for element in elements if element not in told)

    def told(self, path: Path) -> Any:
        """What was said of a fact; None if nothing."""
        return self.facts.get(key_of(path))

    def _mind(self, path: Path) -> None:
        if path.head in FAMILIES and path.head not in SETTINGS and path.fields != ("kind",):
            self.families.append(path.head)

    def data(self, dice: Dice, kinds: tuple[str, ...], as_of: date) -> dict[str, Any]:
        """Plain data of the situation; facts that its object cannot have are left out."""
        found: dict[str, Any] = {"as_of": as_of.isoformat()}
        of_object = {key[1:]: value for key, value in self.facts.items() if key[0] == "object"}
        kind = of_object.pop(("kind",), None) or self._kind(dice, kinds)
        family = vocabulary("kind").family(kind)
        if family in SETTINGS:
            # The setting is the object itself.
            of_object |= {key[1:]: v for key, v in self.facts.items() if key[0] == family and key[1:] != ("kind",)}
        if not self.without_object:
            found["object"] = _thing(kind, of_object)
        for part in (*SETTINGS, *OBJECT_PARTS[1:]):
            facts = {key[1:]: value for key, value in self.facts.items() if key[0] == part}
            if facts and part != family:
                found[part] = self._second(part, facts)
        for key, value in self.facts.items():
            if key[0] in self.question.model_fields and key[0] not in (*SETTINGS, *OBJECT_PARTS):
                _set(found, key, value)
        return found

    def _kind(self, dice: Dice, kinds: tuple[str, ...]) -> str:
        """A kind that has the facts spoken of; once in a while one that has not."""
        wanted = max(self.families, key=lambda f: len(FAMILIES[f].model_fields), default="carrier")
        fitting = kinds_of(wanted)
        named = tuple(kind for kind in kinds if kind in fitting)
        if dice.rarely(10):
            return dice.one_of(kinds or fitting)
        return dice.one_of(named or fitting[:6])

    def _second(self, part: str, facts: dict[Key, Any]) -> dict[str, Any]:
        """A setting, target or original."""
        kind = facts.pop(("kind",), None)
        if part in SETTINGS:
            fitting = kinds_of(part)
            return _thing(kind if kind in fitting else fitting[0], facts)
        if kind is None:
            kind = kinds_of(max((holders_of(key[0]) for key in facts), default="carrier"))[0]
        return _thing(kind, facts)


def _thing(kind: str, facts: dict[Key, Any]) -> dict[str, Any]:
    """An object of that kind with those of the facts that its family has."""
    model: type[BaseModel] = FAMILIES[vocabulary("kind").family(kind)]
    found: dict[str, Any] = {"kind": kind}
    for key, value in facts.items():
        if key and key[0] in model.model_fields and key[0] != "kind":
            _set(found, key, value)
    return found


def _set(data: dict[str, Any], key: Key, value: Any) -> None:
    *above, last = key
    for part in above:
        inner = data.setdefault(part, {})
        if not isinstance(inner, dict):
            return
        data = inner
    if value is not None and not isinstance(data.get(last), dict):
        data[last] = value
