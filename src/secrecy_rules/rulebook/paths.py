"""Paths of conditions: which part of a situation they read, and what type of fact stands there.

A path is checked when the rulebook is loaded: a misspelt party or fact is a load error with the nearest
good word, never a comparison that is silently unknown.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from secrecy_rules.model.level import LevelRange
from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.model.situation import Incident, Inquiry, Occurrence, Request, Situation
from secrecy_rules.model.word import WordOf

OBJECT_PARTS = ("object", "target", "original")
SETTINGS = ("meeting", "premises", "vehicle")
QUESTIONS: tuple[type[BaseModel], ...] = (Situation, Request, Occurrence, Incident, Inquiry)


@dataclass(frozen=True, slots=True)
class FactType:
    """What stands at the end of a path: a word of some list, a level, truth, number, text, date or a record."""

    base: str
    lists: tuple[str, ...] = ()
    models: tuple[type[BaseModel], ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """``head`` names the part of the situation, ``family`` the family of object it is about (or None)."""

    text: str
    head: str
    fields: tuple[str, ...]
    family: str | None
    type: FactType

    def __str__(self) -> str:
        return self.text


class PathError(ValueError):
    """A path that leads nowhere: the bad part and the words that could stand in its place."""

    def __init__(self, bad: str, candidates: tuple[str, ...]) -> None:
        super().__init__(bad)
        self.bad = bad
        self.candidates = candidates


@cache
def parse_path(text: str) -> Path:
    """The path of that text; ``PathError`` if a part of it is unknown.

    >>> parse_path("carrier.level").type.base
    'level'
    """
    head, *fields = text.split(".")
    if head in FAMILIES:
        return Path(text, head, tuple(fields), head, _walk((FAMILIES[head],), fields))
    if head in OBJECT_PARTS:
        return Path(text, head, tuple(fields), None, _walk(tuple(FAMILIES.values()), fields))
    model = next((m for m in QUESTIONS if head in m.model_fields), None)
    if model is None or head in SETTINGS:
        raise PathError(head, heads())
    return Path(text, head, tuple(fields), None, _walk((model,), [head, *fields]))


@cache
def parse_element_path(model: type[BaseModel], text: str) -> FactType:
    """The type of a fact of a list element (inside ``has`` or ``each``)."""
    return _walk((model,), text.split("."))


@cache
def heads() -> tuple[str, ...]:
    """Every word a path may start with."""
    names = [name for model in QUESTIONS for name in model.model_fields]
    return tuple(dict.fromkeys([*FAMILIES, *OBJECT_PARTS, *names]))


def _walk(models: tuple[type[BaseModel], ...], fields: list[str]) -> FactType:
    found = FactType("record", models=models)
    for field in fields:
        owners = [model for model in found.models if field in model.model_fields]
        if found.many or not owners:
            names = () if found.many else tuple(dict.fromkeys(n for m in found.models for n in m.model_fields))
            raise PathError(field, names)
        found = field_type(owners[0], field)
    return found


@cache
def field_type(model: type[BaseModel], field: str) -> FactType:
    """The type of one field of a model."""
    info = model.model_fields[field]
    return _type_of(info.annotation, tuple(info.metadata))


def _type_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> FactType:
    word = next((m for m in metadata if isinstance(m, WordOf)), None)
    if word is not None:
        return FactType("word", lists=word.lists)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _type_of(inner, tuple(more))
    if origin in (Union, types.UnionType):
        options = [_type_of(a) for a in get_args(annotation) if a is not type(None)]
        if len(options) == 1:
            return options[0]
        return FactType("record", models=tuple(m for option in options for m in option.models))
    if origin is tuple:
        inner_type = _type_of(get_args(annotation)[0])
        return FactType(inner_type.base, inner_type.lists, inner_type.models, many=True)
    if annotation is LevelRange:
        return FactType("level")
    for base, name in ((bool, "truth"), (int, "number"), (str, "text"), (date, "date")):
        if annotation is base:
            return FactType(name)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return FactType("record", models=(annotation,))
    raise TypeError(f"no fact type for {annotation!r}")


# The fact that a bare word compares with when the elements of a list are records.
KEY_FIELDS = {
    "Person": "roles",
    "Formality": "kind",
    "PastEvent": "event",
    "Password": "purpose",
    "Role": "role",
}
