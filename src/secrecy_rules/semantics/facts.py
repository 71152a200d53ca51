"""Reads the facts of a situation along paths: a value, unknown, or not applicable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from secrecy_rules.model.level import LevelRange
from secrecy_rules.model.objects import FAMILIES, Thing
from secrecy_rules.model.situation import Situation
from secrecy_rules.rulebook.conditions import Condition
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.paths import SETTINGS, Path
from secrecy_rules.semantics.truth import Truth
from secrecy_rules.vocabulary import vocabulary


class Absent(Enum):
    """Why a path gives no value."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"
    # A setting (a meeting) that is not told: there is none, so a comparison is false and its negation true.
    PRESUMED = "presumed absent"


class Facts:
    """A situation as one rulebook sees it, on one day.

    ``deemed_kinds`` and ``level`` hold what ``deem`` and ``classify`` rules made of the object; ``assumed``
    collects the presumptions that were used. ``presume=False`` turns all presumptions off. ``reading`` is who
    says whether the conditions of rules hold, where that is not the reference.
    """

    def __init__(self, situation: Situation, book: Rulebook, *, as_of: date, presume: bool = True) -> None:
        self.situation = situation
        self.book = book
        self.as_of = as_of
        self.presume = presume
        self.deemed_kinds: dict[str, Truth] = {}
        self.level: LevelRange | None = getattr(situation.object, "level", None)
        self.assumed: set[str] = set()
        self.reading: Callable[[Condition, Facts], Truth] | None = None

    def read(self, path: Path) -> Any:
        """The value at a path, ``Absent.UNKNOWN`` or ``Absent.NOT_APPLICABLE``."""
        if path.head == "circumstances":
            return self._circumstance(path)
        start = self._start(path)
        if isinstance(start, Absent):
            return start
        if self._is_level_of_object(start, path):
            return self.level if self.level is not None else Absent.UNKNOWN
        value = start
        for field in path.fields:
            if field not in type(value).model_fields:
                return _coarse_or_other(value, field)
            value = getattr(value, field)
            if value is None:
                return Absent.UNKNOWN
        return value

    def _is_level_of_object(self, start: Any, path: Path) -> bool:
        """Whether a path reads the level of the main object, which ``deem`` and ``classify`` may have raised."""
        if path.fields != ("level",) or path.head in ("target", "original"):
            return False
        return start is self.situation.object and hasattr(start, "level")

    def _start(self, path: Path) -> Any:
        situation = self.situation
        if path.head not in FAMILIES:
            if path.head not in type(situation).model_fields:
                return Absent.NOT_APPLICABLE
            value = getattr(situation, path.head)
            return Absent.UNKNOWN if value is None else value
        found = situation.object
        if path.head in SETTINGS and not isinstance(found, FAMILIES[path.head]):
            setting = getattr(situation, path.head)
            if setting is not None or found is None:
                return setting if setting is not None else Absent.UNKNOWN
            return self._presumed(f"no_{path.head}", Absent.PRESUMED)
        if found is None:
            return Absent.UNKNOWN
        return found if isinstance(found, FAMILIES[path.head]) else _coarse_family(found, path.head)

    def _circumstance(self, path: Path) -> Any:
        told = self.situation.circumstances
        value = getattr(told, path.fields[0]) if told is not None else None
        return value if value is not None else self._presumed(f"not_{path.fields[0]}", False)

    def _presumed(self, what: str, value: Any) -> Any:
        if not self.presume:
            return Absent.UNKNOWN
        self.assumed.add(what)
        return value

    def is_object_kind(self, path: Path) -> bool:
        """Whether a path reads the kind of the main object, which ``deem`` may have widened."""
        return path.fields == ("kind",) and (path.head in FAMILIES or path.head == "object")


def _coarse_family(found: Thing, family: str) -> Absent:
    """An object whose kind is coarser than the family (a `device` may be a computer) is unknown for it."""
    kinds = vocabulary("kind")
    may_be = any(issubclass(FAMILIES[kinds.family(kind)], FAMILIES[family]) for kind in kinds.descendants(found.kind))
    return Absent.UNKNOWN if may_be else Absent.NOT_APPLICABLE


def _coarse_or_other(value: Any, field: str) -> Absent:
    if not isinstance(value, Thing):
        return Absent.NOT_APPLICABLE
    owners = [name for name, model in FAMILIES.items() if field in model.model_fields]
    coarse = any(_coarse_family(value, family) is Absent.UNKNOWN for family in owners)
    return Absent.UNKNOWN if coarse else Absent.NOT_APPLICABLE
