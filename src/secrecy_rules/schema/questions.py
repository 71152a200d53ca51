"""The schemas of the inputs of the six questions, out of the models."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from secrecy_rules.model.base import Model
from secrecy_rules.model.facts import Fact, chinese_fields, fact
from secrecy_rules.model.objects import FAMILIES, Thing, family_of
from secrecy_rules.model.situation import Incident, Inquiry, Occurrence, Request, State
from secrecy_rules.rulebook.paths import FactType, field_type
from secrecy_rules.schema.parts import DATE, NUMBER, TRUTH, Definitions, Schema, any_of, closed
from secrecy_rules.schema.words import kinds_of, level_spellings, spellings

NULL: Schema = {"type": "null"}
INPUTS: dict[str, type[Model]] = {
    "request": Request,
    "state": State,
    "occurrence": Occurrence,
    "incident": Incident,
    "inquiry": Inquiry,
}
# What each of the six questions takes.
ASKED_WITH = {
    "decide": "request",
    "inspect": "state",
    "classify": "state",
    "duties": "occurrence",
    "consequences": "incident",
    "authority": "inquiry",
}
DESCRIPTIONS = {
    "request": "行为请求：可否如此行为。 May this be done? The input of `decide`.",
    "state": "状态：是否合规，何种密级。 How something stands. The input of `inspect` and `classify`.",
    "occurrence": "发生的事件或行为：产生何种义务。 What happened. The input of `duties`.",
    "incident": "行为及其后果。 Conduct to be answered for, or merit. The input of `consequences`.",
    "inquiry": "由谁决定、由谁负责。 Who decides on a matter. The input of `authority`.",
}


def question_schema(name: str) -> Schema:
    """The schema of an input (``request``, ``state`` …), also by its question (``decide``, ``inspect`` …).

    Chinese names of fields and Chinese words are accepted, as the library does. ``KeyError`` for another name.

    >>> "对象" in question_schema("decide")["properties"]
    True
    """
    name = ASKED_WITH.get(name, name)
    defs = Definitions()
    return defs.whole(_mapping(INPUTS[name], defs), f"secrecy_rules {name}", DESCRIPTIONS[name])


def _mapping(model: type[BaseModel], defs: Definitions) -> Schema:
    """The long form of a model: a mapping of its facts under their English or Chinese names."""
    chinese = chinese_fields(model)
    properties: dict[str, Schema] = {}
    required: list[Schema] = []
    for field, info in model.model_fields.items():
        names = [field, *(text for text, meant in chinese.items() if meant == field)]
        value = _value(model, field, defs)
        if info.is_required():
            required.append(any_of(*({"required": [name]} for name in names)))
        else:
            value = any_of(value, NULL)
        described = _described(model, field)
        properties.update({name: {"description": described, **value} if described else value for name in names})
    found = closed(properties)
    return {**found, "allOf": required} if required else found


def _described(model: type[BaseModel], field: str) -> str | None:
    try:
        found: Fact = fact(model, field)
    except KeyError:
        return None
    return f"{found.zh} {found.en}"


def _value(model: type[BaseModel], field: str, defs: Definitions) -> Schema:
    if issubclass(model, Thing) and field == "kind":
        return kinds_of(defs, family_of(model))
    return _of_type(field_type(model, field), defs)


def _of_type(found: FactType, defs: Definitions) -> Schema:
    if found.many:
        one = FactType(found.base, found.lists, found.models)
        return {"type": "array", "items": _of_type(one, defs)}
    if found.base == "record":
        return any_of(*(_record(model, defs) for model in found.models))
    if found.base == "word":
        return spellings(defs, found.lists)
    if found.base == "level":
        return level_spellings(defs)
    simple: dict[str, Schema] = {"truth": TRUTH, "number": NUMBER, "text": {"type": "string"}, "date": DATE}
    return simple[found.base]


def _record(model: type[BaseModel], defs: Definitions) -> Schema:
    """A model inside another: its long form, and the short one where it has one."""
    return defs.ref(model.__name__, lambda: any_of(_mapping(model, defs), *_short(model, defs)))


def _short(model: type[BaseModel], defs: Definitions) -> list[Schema]:
    """The short forms of a model: a word, or a list of words, for the fact that stands for the record."""
    if issubclass(model, Thing):
        return [kinds_of(defs, next(name for name, found in FAMILIES.items() if found is model))]
    assert issubclass(model, Model)  # noqa: S101
    forms: list[Any] = [model.from_short("a word"), model.from_short(["a word"])]
    found = []
    for form, listed in zip(forms, (False, True), strict=True):
        if isinstance(form, dict):
            word = spellings(defs, _lists(field_type(model, next(iter(form)))))
            found.append({"type": "array", "items": word} if listed else word)
    return found


def _lists(found: FactType) -> tuple[str, ...]:
    """The lists of words that the key fact of a record, or of the records inside it, takes."""
    while found.base == "record":
        model = found.models[0]
        assert issubclass(model, Model)  # noqa: S101
        found = field_type(model, next(iter(model.from_short("a word"))))
    return found.lists
