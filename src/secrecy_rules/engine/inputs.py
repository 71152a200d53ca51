"""What is checked before a question is answered: its form, its levels against the scale, its date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from secrecy_rules.errors import (
    NoLongerInForceError,
    NotInForceError,
    NotYetInForceError,
    OffScaleError,
    Problem,
    RequestError,
)
from secrecy_rules.model.base import Model
from secrecy_rules.model.level import LevelRange
from secrecy_rules.model.situation import Situation
from secrecy_rules.rulebook.document import Rulebook

S = TypeVar("S", bound=Situation)
LEVELLED = ("object", "target", "original", "meeting")


def as_model(question: S | Mapping[str, Any], model: type[S]) -> S:
    """The question as a model. ``RequestError`` if it is plain data with something wrong in it."""
    if isinstance(question, model):
        return question
    if isinstance(question, Mapping):
        return model.from_data(question)
    kind = type(question).__name__
    raise RequestError([Problem(f"expected a `{model.__name__}` or a mapping, not `{kind}`")])


def check_scale(question: Situation, book: Rulebook) -> None:
    """``OffScaleError`` if an exact level is stated that the rulebook's scale does not have."""
    off = [
        (part, level)
        for part in LEVELLED
        if isinstance(found := getattr(question, part), Model)
        and isinstance(level := getattr(found, "level", None), LevelRange)
        and level.exact
        and level.lowest not in book.scale
    ]
    if off:
        scale = ", ".join(f"`{level.name}`" for level in book.scale)
        raise OffScaleError(
            Problem(
                f"the level `{level.lowest.name}` is not on the scale of `{book.id}`",
                path=f"{part}.level",
                cure=f"its levels are {scale}",
            )
            for part, level in off
        )


def outside_period(book: Rulebook, as_of: date) -> NotInForceError | None:
    """The error for a rulebook that does not hold on that day; None where it does or gives no dates."""
    if book.in_force_from is not None and as_of < book.in_force_from:
        return NotYetInForceError(book.id, as_of, book.in_force_from)
    if book.in_force_to is not None and as_of > book.in_force_to:
        return NoLongerInForceError(book.id, as_of, book.in_force_to)
    return None


def in_force(books: Iterable[Rulebook], as_of: date, *, alone: bool) -> tuple[list[Rulebook], list[Rulebook]]:
    """The rulebooks that hold on that day, and those that do not. Raises where none is left."""
    holding, outside, errors = [], [], []
    for book in books:
        error = outside_period(book, as_of)
        if error is None:
            holding.append(book)
        else:
            outside.append(book)
            errors.append(error)
    if errors and (alone or not holding):
        raise errors[0]
    return holding, outside
