"""The same request as an official would write it: Chinese names of facts, Chinese words."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from secrecy_rules.model.facts import fact
from secrecy_rules.model.level import Level
from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.model.situation import Situation
from secrecy_rules.rulebook.paths import FactType, field_type
from secrecy_rules.vocabulary import vocabulary

OBJECTS = ("object", "target", "original")


def in_chinese(data: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Plain data of a model with every name and every word in Chinese, in reverse order."""
    found: dict[str, Any] = {}
    for field, value in reversed(data.items()):
        if issubclass(model, Situation) and field in OBJECTS:
            found[fact(model, field).zh] = in_chinese(value, FAMILIES[vocabulary("kind").family(value["kind"])])
        else:
            found[fact(model, field).zh] = _value(value, field_type(model, field))
    return found


def _value(value: Any, type_: FactType) -> Any:
    if isinstance(value, list):
        return [_value(item, type_) for item in value]
    if type_.base == "record":
        return in_chinese(value, type_.models[0])
    if type_.base == "word":
        name = next(name for name in type_.lists if value in vocabulary(name))
        return vocabulary(name).label(value, "zh")
    if type_.base == "level":
        if isinstance(value, dict):
            return {bound: Level[level].label("zh") for bound, level in value.items()}
        return Level[value].label("zh")
    return value
