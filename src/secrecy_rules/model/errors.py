"""Turns pydantic's errors into the library's own: named field or word, position, nearest good one."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from secrecy_rules.errors import Problem, RequestError
from secrecy_rules.model.facts import chinese_fields
from secrecy_rules.reading import Node, did_you_mean, dotted_path, in_backticks, position_of


def request_error(
    error: ValidationError, model: type[BaseModel], *, file: str | None = None, tree: Node | None = None
) -> RequestError:
    """A ``RequestError`` with one problem for each mistake, and its position if the tree is at hand."""
    details = [(_without_tags(d["loc"]), d) for d in error.errors(include_url=False, include_input=True)]
    # Of an object whose kind is not known, nothing can be said about which facts it has.
    no_kind = {loc[:-1] for loc, detail in details if loc[-1:] == ("kind",) and detail["type"] != "extra_forbidden"}
    problems = []
    for loc, detail in details:
        if detail["type"] == "extra_forbidden" and loc[:-1] in no_kind:
            continue
        message, cure = _words(detail, model, loc)
        line, column = position_of(tree, loc) if tree is not None else (None, None)
        problems.append(Problem(message, file, line, column, cure, dotted_path(loc) or None))
    return RequestError(dict.fromkeys(problems))


def _without_tags(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A location as the input has it: pydantic puts the family of an object after the field that holds it, and
    "function-..." where a validator wraps. A family's name may also be a field (`unit`), which stays."""
    before = (None, *loc)
    return tuple(
        step
        for previous, step in zip(before, loc, strict=False)
        if not (previous in _UNIONS and isinstance(step, str)) and not str(step).startswith("function-")
    )


_UNIONS = ("object", "target", "original")


def _words(detail: Any, model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[str, str | None]:
    kind, context = detail["type"], detail.get("ctx") or {}
    name = in_backticks(str(loc[-1])) if loc else "the request"
    if kind == "extra_forbidden":
        owners = _models_at(model, loc[:-1])
        spelled = [text for owner in owners for text in (*owner.model_fields, *chinese_fields(owner))]
        if loc[-1] in spelled:
            return f"{name} is not a fact of this kind of object", "check the kind"
        return f"unknown field {name}", did_you_mean(str(loc[-1]), dict.fromkeys(spelled))
    if kind == "missing":
        return f"the field {name} is missing", None
    if "cure" in context:
        return detail["msg"], context["cure"] or None
    expected = _EXPECTED.get(kind)
    if expected is not None:
        return f"{name} must be {expected}", None
    return f"{name}: {detail['msg'].lower()}", None


_EXPECTED = {
    "bool_type": "true or false",
    "string_type": "a text",
    "int_type": "a whole number",
    "tuple_type": "a list",
    "date_type": "a date",
    "model_type": "a mapping of its facts",
    "model_attributes_type": "a mapping of its facts",
}


def _models_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[type[BaseModel]]:
    """The models that could stand at a location; several where it is a union."""
    models = [model]
    for step in loc:
        if isinstance(step, int):
            continue
        annotations = [m.model_fields[step].annotation for m in models if step in m.model_fields]
        models = [found for annotation in annotations for found in _models_in(annotation)]
    return list(dict.fromkeys(models))


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Annotated, Union, types.UnionType, tuple):
        return [found for inner in get_args(annotation) for found in _models_in(inner)]
    return []
