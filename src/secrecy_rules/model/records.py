"""What has been done about an act: approvals, formalities, judgements, and what happened before."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from secrecy_rules.model.base import AsTuple, Date, Model
from secrecy_rules.model.person import RoleWord
from secrecy_rules.model.word import WordOf


class Approval(Model):
    """A consent: by which role, by whom (``holder`` is a person's id), of which unit, how, when, for what act."""

    role: RoleWord
    holder: str | None = None
    unit: str | None = None
    form: Annotated[str, WordOf(("form",))] | None = None
    on: Date | None = None
    act: Annotated[str, WordOf(("action",))] | None = None

    @classmethod
    def from_short(cls, data: Any) -> Any:
        return {"role": data} if isinstance(data, str) else data


class Formality(Model):
    """A formality that was gone through: which, with whom, when."""

    kind: Annotated[str, WordOf(("formality",))]
    with_role: RoleWord | None = None
    on: Date | None = None

    @classmethod
    def from_short(cls, data: Any) -> Any:
        return {"kind": data} if isinstance(data, str) else data


class Judgement(Model):
    """The answer of a named role to a question that a rule leaves to judgement: yes or no, or how much harm."""

    question: Annotated[str, WordOf(("question",))]
    answer: bool | None = None
    harm: Annotated[str, WordOf(("harm",))] | None = None
    by: RoleWord | None = None
    on: Date | None = None

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        if (self.answer is None) == (self.harm is None):
            raise PydanticCustomError(
                "one_answer",
                "a judgement gives `answer` or `harm`, one of the two",
                {"cure": "write `answer: true`, or `harm: serious`"},
            )
        return self


class PastEvent(Model):
    """Something that happened before: a loan, a lawful taking out. ``open``: not yet ended (not returned)."""

    event: Annotated[str, WordOf(("event", "action"))]
    on: Date | None = None
    by: str | None = None
    open: bool | None = None
    lawful: bool | None = None

    @classmethod
    def from_short(cls, data: Any) -> Any:
        return {"event": data} if isinstance(data, str) else data


class Circumstances(Model):
    """Circumstances whose absence is the ordinary case: not stated, each is presumed absent, and listed so."""

    wartime: bool | None = None
    emergency: bool | None = None
    special_task: bool | None = None
    specially_provided: bool | None = None


class Conduct(Model):
    """What somebody did, for ``consequences``: breach or merit."""

    kinds: Annotated[tuple[Annotated[str, WordOf(("conduct",))], ...], AsTuple] | None = None
    gravity: Annotated[str, WordOf(("gravity",))] | None = None
    fault: Annotated[str, WordOf(("fault",))] | None = None
    proven: bool | None = None
    consequence: Annotated[str, WordOf(("harm",))] | None = None
    loss: bool | None = None
    loss_averted: bool | None = None
    knew: bool | None = None
    reported: bool | None = None
    concealed: bool | None = None
    remedied: bool | None = None
    crime: bool | None = None
    law_broken: bool | None = None
    breached: Annotated[tuple[str, ...], AsTuple] | None = None
    fulfilled: Annotated[tuple[str, ...], AsTuple] | None = None

    @classmethod
    def from_short(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"kinds": (data,)}
        if isinstance(data, list):
            return {"kinds": tuple(data)}
        return data
