"""A word of a closed vocabulary as a pydantic type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from secrecy_rules.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class WordOf:
    """Annotation for a ``str`` field that takes the words of one list, or of one of several lists.

    Chinese labels and synonyms are turned into the word; anything else is an error with the nearest word.
    """

    lists: tuple[str, ...]

    def resolve(self, text: Any) -> str:
        """The word that a text stands for; the error names the list and the nearest good word."""
        from secrecy_rules.reading.nearest import did_you_mean

        if not isinstance(text, str):
            raise PydanticCustomError(
                "not_a_word",
                "expected a word of `{name}`, not {kind}",
                {"name": self.name, "kind": _kind_of(text)},
            )
        for name in self.lists:
            word = vocabulary(name).resolve(text)
            if word is not None:
                return word
        known = [spelling for name in self.lists for spelling in vocabulary(name).spellings()]
        raise PydanticCustomError(
            "unknown_word",
            "unknown {name} `{bad}`",
            {"name": self.name, "bad": text[:80], "cure": did_you_mean(text[:80], known) or ""},
        )

    @property
    def name(self) -> str:
        return " or ".join(name.replace("_", " ") for name in self.lists)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.resolve, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"enum": [spelling for name in self.lists for spelling in vocabulary(name).spellings()]}


def _kind_of(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", type(None): "nothing"}
    if isinstance(value, list | tuple):
        return "a list"
    return names.get(type(value), "a mapping" if isinstance(value, dict) else type(value).__name__)
