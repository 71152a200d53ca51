"""What is asked about: one situation, and the question put to it."""

from __future__ import annotations

from typing import Annotated

from secrecy_rules.model.base import AsTuple, Date, Model
from secrecy_rules.model.objects import AnyObject, Meeting, Premises, Vehicle
from secrecy_rules.model.person import Person, RoleWord
from secrecy_rules.model.records import Approval, Circumstances, Conduct, Formality, Judgement, PastEvent
from secrecy_rules.model.word import WordOf

ActionWord = Annotated[str, WordOf(("action",))]
Persons = Annotated[tuple[Person, ...], AsTuple]


class Situation(Model):
    """Everything that can be told about a situation. What is left out is unknown; a stated list is complete.

    ``person`` acts or wants to act; ``performer`` runs the machine or carries the thing out for him;
    ``object`` is what is acted on, ``target`` a second object (the computer a medium is put into);
    ``meeting`` and ``premises`` are the setting. ``as_of`` is the date the question is decided for (default:
    today).
    """

    person: Person | None = None
    performer: Person | None = None
    requester: Person | None = None
    recipient: Person | None = None
    patient: Person | None = None
    present: Persons | None = None
    escorts: Persons | None = None
    travellers: Persons | None = None
    object: AnyObject | None = None
    target: AnyObject | None = None
    original: AnyObject | None = None
    meeting: Meeting | None = None
    premises: Premises | None = None
    vehicle: Vehicle | None = None
    audience: Annotated[str, WordOf(("audience",))] | None = None
    place: Annotated[str, WordOf(("place",))] | None = None
    channel: Annotated[str, WordOf(("channel",))] | None = None
    purpose: Annotated[str, WordOf(("purpose",))] | None = None
    time: Annotated[str, WordOf(("time",))] | None = None
    approvals: Annotated[tuple[Approval, ...], AsTuple] | None = None
    formalities: Annotated[tuple[Formality, ...], AsTuple] | None = None
    judgements: Annotated[tuple[Judgement, ...], AsTuple] | None = None
    history: Annotated[tuple[PastEvent, ...], AsTuple] | None = None
    measures: Annotated[tuple[Annotated[str, WordOf(("measure",))], ...], AsTuple] | None = None
    evidence: Annotated[tuple[Annotated[str, WordOf(("evidence",))], ...], AsTuple] | None = None
    signatures: Annotated[tuple[RoleWord, ...], AsTuple] | None = None
    complied_with: Annotated[tuple[Annotated[str, WordOf(("text",))], ...], AsTuple] | None = None
    copies_made: int | None = None
    absence_minutes: int | None = None
    copies_approved: int | None = None
    circumstances: Circumstances | None = None
    as_of: Date | None = None


class Request(Situation):
    """May this be done? The input of ``decide``.

    >>> Request.from_data({"action": "复印", "object": {"kind": "公文", "level": "机密"}}).action
    'photocopy'
    """

    action: ActionWord


class State(Situation):
    """How something stands, for ``inspect`` and ``classify``: ``object`` is the thing inspected; without
    one, the meeting, premises or vehicle told is."""


class Done(Model):
    """A duty that was fulfilled, and when."""

    duty: Annotated[str, WordOf(("duty",))]
    on: Date | None = None

    @classmethod
    def from_short(cls, data: object) -> object:
        return {"duty": data} if isinstance(data, str) else data


class Occurrence(Situation):
    """An event or an act that happened, for ``duties``. ``on`` is its date; ``done`` what has been fulfilled since."""

    event: Annotated[str, WordOf(("event", "action"))] | None = None
    on: Date | None = None
    done: Annotated[tuple[Done, ...], AsTuple] | None = None


class Incident(Situation):
    """Conduct to be answered for, or merit; the input of ``consequences``. ``person`` is who did it."""

    conduct: Conduct


class Inquiry(Situation):
    """Who decides on a matter, or answers for it; the input of ``authority``."""

    matter: Annotated[str, WordOf(("matter", "action"))]
