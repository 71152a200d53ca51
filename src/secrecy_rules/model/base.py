"""What all models share: frozen, closed, no coercion, Chinese field names accepted on input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from secrecy_rules.model.facts import chinese_fields


class Model(BaseModel):
    """Base of every model. An absent field is *unknown*: never false, never empty."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def __init__(self, **data: Any) -> None:
        """Raises ``RequestError`` naming each bad field or word and the nearest good one."""
        try:
            super().__init__(**data)
        except ValidationError as error:
            raise _as_request_error(error, type(self)) from None

    # pydantic calls a custom __init__ for nested data unless told that it is the base one; nested data must
    # go through the core, or one typo would be reported as many errors.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @model_validator(mode="before")
    @classmethod
    def _translate_fields(cls, data: Any) -> Any:
        data = cls.from_short(data)
        if not isinstance(data, Mapping):
            return data
        names = chinese_fields(cls)
        translated: dict[Any, Any] = {}
        for key, value in data.items():
            name = names.get(key, key)
            if name in translated:
                raise PydanticCustomError("said_twice", "field `{name}` is given twice", {"name": name})
            translated[name] = value
        return cls.completed(translated)

    @classmethod
    def completed(cls, data: dict[Any, Any]) -> dict[Any, Any]:
        """The data with the facts that their words state besides; a model that has such words adds them."""
        return data

    @classmethod
    def from_short(cls, data: Any) -> Any:
        """The short form of a model (a bare word), where it has one."""
        return data

    @classmethod
    def from_data(cls, data: Mapping[str, Any], *, file: str | None = None) -> Self:
        """Build from plain data (as read from YAML or JSON); ``RequestError`` lists everything wrong in it."""
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise _as_request_error(error, cls, file) from None

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        # Unknown facts would drown the known ones.
        return ((name, value) for name, value in super().__repr_args__() if value is not None)

    def to_data(self) -> dict[str, Any]:
        """Plain data without the unknown facts; ``from_data`` gives an equal model back."""
        return self.model_dump(mode="json", exclude_none=True)


def _as_request_error(error: ValidationError, model: type[BaseModel], file: str | None = None) -> Exception:
    from secrecy_rules.model.errors import request_error

    return request_error(error, model, file=file)


def _to_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _to_date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError(
                "not_a_date", "`{bad}` is not a date", {"bad": value, "cure": "write it as 2024-03-31"}
            ) from None
    return value


Date = Annotated[date, BeforeValidator(_to_date, json_schema_input_type=str)]
AsTuple = BeforeValidator(_to_tuple)
