"""The facts of the models as data: labels in two languages, Chinese input names, obtainable or given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from secrecy_rules.vocabulary.store import read_data


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of a model. ``obtainable``: the person asking can still bring it about (an approval, a place);
    otherwise it is given (a level, who one is)."""

    zh: str
    en: str
    obtainable: bool = False
    also: tuple[str, ...] = ()


@cache
def facts() -> dict[str, dict[str, Fact]]:
    """Model name -> field name -> fact, out of ``data/facts.yaml``."""
    text = (files("secrecy_rules.model") / "data" / "facts.yaml").read_text(encoding="utf-8")
    return {
        model: {
            name: Fact(spec["zh"], spec["en"], spec.get("obtainable", False), tuple(spec.get("also", ())))
            for name, spec in fields.items()
        }
        for model, fields in read_data(text).items()
    }


def fact(model: type, field: str) -> Fact:
    """The fact behind a field; an inherited field stands under the model that defines it."""
    table = facts()
    for owner in model.__mro__:
        found = table.get(owner.__name__, {}).get(field)
        if found is not None:
            return found
    raise KeyError(f"{model.__name__}.{field}")


@cache
def chinese_fields(model: type) -> dict[str, str]:
    """Chinese name -> field name for one model."""
    names: dict[str, str] = {}
    for owner in model.__mro__:
        for field, described in facts().get(owner.__name__, {}).items():
            for text in (described.zh, *described.also):
                names.setdefault(text, field)
    return names
