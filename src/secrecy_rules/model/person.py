"""Persons and bodies that take part in an act."""

from __future__ import annotations

from typing import Annotated, Any

from secrecy_rules.model.base import AsTuple, Model
from secrecy_rules.model.word import WordOf

RoleWord = Annotated[str, WordOf(("role",))]


class Role(Model):
    """A post or office and the unit it is held in. A bare word is the role alone."""

    role: RoleWord
    unit: str | None = None

    @classmethod
    def from_short(cls, data: Any) -> Any:
        return {"role": data} if isinstance(data, str) else data


class Person(Model):
    """A person, or a body that stands in a person's place (a recipient may be an authority).

    ``in_scope``: inside the circle of those who may know this object (知悉范围); ``roles``: every post and
    office held, complete if stated.
    """

    id: str | None = None
    roles: Annotated[tuple[Role, ...], AsTuple] | None = None
    unit: str | None = None
    section: str | None = None
    affiliation: Annotated[str, WordOf(("affiliation",))] | None = None
    classes: Annotated[tuple[Annotated[str, WordOf(("staff_class",))], ...], AsTuple] | None = None
    relation: Annotated[str, WordOf(("relation",))] | None = None
    in_scope: bool | None = None
    foreign: bool | None = None
    trained: bool | None = None
    screened: bool | None = None
    pledged: bool | None = None
    cooling_off: bool | None = None
    absent: bool | None = None
    deceased: bool | None = None
    specialties: Annotated[tuple[str, ...], AsTuple] | None = None
    keeps: Annotated[tuple[Annotated[str, WordOf(("kind",))], ...], AsTuple] | None = None
    company: str | None = None
    designated_by: RoleWord | None = None

    @classmethod
    def from_short(cls, data: Any) -> Any:
        return {"roles": [data]} if isinstance(data, str) else data
