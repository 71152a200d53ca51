"""Levels of secrecy, ordered, and intervals of them."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Level(IntEnum):
    """The level of a matter: 绝密 > 机密 > 秘密 > 内部 > 公开.

    >>> Level.SECRET > Level.CONFIDENTIAL
    True
    >>> Level.SECRET.label("zh")
    '机密'
    """

    PUBLIC = 0
    INTERNAL = 1
    CONFIDENTIAL = 2
    SECRET = 3
    TOP_SECRET = 4

    def label(self, lang: str) -> str:
        """The name of the level in ``zh`` or ``en``."""
        return _ZH[self] if lang == "zh" else self.name.replace("_", " ").lower()


_ZH = {
    Level.PUBLIC: "公开",
    Level.INTERNAL: "内部",
    Level.CONFIDENTIAL: "秘密",
    Level.SECRET: "机密",
    Level.TOP_SECRET: "绝密",
}
_SPELLINGS = {
    **{level.name: level for level in Level},
    **{zh: level for level, zh in _ZH.items()},
    "内部件": Level.INTERNAL,
}
LEVEL_SPELLINGS = tuple(_SPELLINGS)
CLASSIFIED = ("classified", "涉密")


def level_named(text: str) -> Level | None:
    """The level of that English or Chinese name, or None.

    >>> level_named("绝密")
    <Level.TOP_SECRET: 4>
    """
    return _SPELLINGS.get(text)


class LevelRange(tuple[Level, Level]):
    """One level, or an interval where the exact one is not stated: ``(lowest, highest)``.

    Accepted on input: a level (``SECRET``, ``机密``), ``classified`` / ``涉密`` for "classified, level not
    stated", or ``{at_least: …, at_most: …}`` with either bound left out.

    >>> LevelRange.of("classified")
    LevelRange(CONFIDENTIAL, TOP_SECRET)
    """

    __slots__ = ()

    @classmethod
    def of(cls, value: Any) -> LevelRange:
        """Read a level or an interval; ``ValueError`` says what is wrong."""
        if isinstance(value, LevelRange):
            return value
        if isinstance(value, Level):
            return cls((value, value))
        if isinstance(value, str):
            if value in CLASSIFIED:
                return cls((Level.CONFIDENTIAL, Level.TOP_SECRET))
            level = level_named(value)
            if level is None:
                raise ValueError(value)
            return cls((level, level))
        if isinstance(value, dict) and value and set(value) <= {"at_least", "at_most"}:
            low = cls.of(value.get("at_least", Level.PUBLIC))[0]
            high = cls.of(value.get("at_most", Level.TOP_SECRET))[1]
            if low > high:
                raise ValueError(f"{low.name} above {high.name}")
            return cls((low, high))
        raise ValueError(str(value))

    @property
    def lowest(self) -> Level:
        return self[0]

    @property
    def highest(self) -> Level:
        return self[1]

    @property
    def exact(self) -> bool:
        """Whether it is one level."""
        return self[0] is self[1]

    def label(self, lang: str) -> str:
        """``机密`` or, for an interval, ``秘密至绝密``."""
        if self.exact:
            return self[0].label(lang)
        joint = "至" if lang == "zh" else " to "
        return f"{self[0].label(lang)}{joint}{self[1].label(lang)}"

    def plain(self) -> str | dict[str, str]:
        """The form that JSON and YAML carry."""
        if self.exact:
            return self[0].name
        return {"at_least": self[0].name, "at_most": self[1].name}

    def __str__(self) -> str:
        return self[0].name if self.exact else f"{self[0].name}..{self[1].name}"

    def __repr__(self) -> str:
        return f"LevelRange({self[0].name}, {self[1].name})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.plain()),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        one = {"enum": [*LEVEL_SPELLINGS, *CLASSIFIED]}
        bounds = {"at_least": {"enum": list(LEVEL_SPELLINGS)}, "at_most": {"enum": list(LEVEL_SPELLINGS)}}
        interval = {"type": "object", "properties": bounds, "additionalProperties": False, "minProperties": 1}
        return {"anyOf": [one, interval]}

    @classmethod
    def _validate(cls, value: Any) -> LevelRange:
        from secrecy_rules.reading.nearest import did_you_mean

        try:
            return cls.of(value)
        except ValueError as error:
            bad = str(error)
            cure = did_you_mean(bad, [*LEVEL_SPELLINGS, *CLASSIFIED]) or ""
            raise PydanticCustomError("unknown_word", "unknown level `{bad}`", {"bad": bad, "cure": cure}) from None
