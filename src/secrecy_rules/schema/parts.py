"""The few forms that all schemas are put together from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string", "pattern": "\\S"}
TRUTH: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": "integer"}
COUNT: Schema = {"type": "integer", "minimum": 0}
DATE: Schema = {"type": "string", "pattern": "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"}


def closed(properties: Mapping[str, Schema], required: Iterable[str] = (), **more: Any) -> Schema:
    """A mapping with these keys and no others.

    >>> closed({"zh": TEXT}, ["zh"])["additionalProperties"]
    False
    """
    found: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    names = sorted(required)
    return {**found, **({"required": names} if names else {}), **more}


def any_of(*schemas: Schema) -> Schema:
    """One of several forms at least.

    >>> any_of(TEXT) is TEXT
    True
    """
    return schemas[0] if len(schemas) == 1 else {"anyOf": list(schemas)}


def one_or_list(item: Schema) -> Schema:
    """One value, or a list of at least one."""
    return any_of(item, {"type": "array", "items": item, "minItems": 1})


def exactly_one(*keys: str) -> Schema:
    """Exactly one of these keys is there."""
    return {"oneOf": [{"required": [key]} for key in keys]}


def one_key(properties: Mapping[str, Schema]) -> Schema:
    """A mapping with exactly one of these keys."""
    return closed(properties, minProperties=1, maxProperties=1)


class Definitions:
    """The definitions of one schema, each made when it is first referred to."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def ref(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to the definition of that name; ``make`` may refer to it again."""
        if name not in self.made:
            self.made[name] = {}
            self.made[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def whole(self, root: Schema, title: str, description: str) -> Schema:
        """The finished schema, its definitions sorted by name."""
        head = {"$schema": DRAFT, "title": title, "description": description}
        return {**head, **root, "$defs": dict(sorted(self.made.items()))}
