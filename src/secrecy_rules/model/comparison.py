"""One request under many rulebooks, side by side."""

from __future__ import annotations

from datetime import date
from typing import Literal

from secrecy_rules.model.answers import Answer, BothLanguages, Effect, Ground

Silent = Literal["off_scale", "not_in_force"]


class ComparedRow(Answer):
    """What one rulebook says. ``silent`` says why it could not be asked at all: it has no such level, or is
    not in force on that day; then there is no effect and no ground."""

    rulebook: str
    title: BothLanguages
    sector: str
    digest: str
    effect: Effect | None = None
    ground: Ground | None = None
    articles: tuple[str, ...] = ()
    silent: Silent | None = None


class Comparison(Answer):
    """The answers of many rulebooks to one request.

    The rows that few share stand first: where regulations differ is what a reader looks for. Those that do
    not speak of the act, lack the level or are not in force stand last.
    """

    comparison: Literal[1] = 1
    library: str
    action: str
    as_of: date
    rows: tuple[ComparedRow, ...]
