"""The objects of an act, one model per family; the ``kind`` tells the family.

A family inherits the facts of the broader one: a computer is a device, a device is a carrier, a carrier is
information. A fact that a family does not have is not applicable to it, which is not the same as unknown.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Discriminator, Tag, model_validator
from pydantic_core import PydanticCustomError

from secrecy_rules.model.base import AsTuple, Date, Model
from secrecy_rules.model.level import LevelRange
from secrecy_rules.model.word import WordOf
from secrecy_rules.vocabulary import vocabulary

Kind = Annotated[str, WordOf(("kind",))]
Words = AsTuple


class Thing(Model):
    """What every object has: its kind and, if told, an identifier."""

    kind: Kind
    id: str | None = None

    @classmethod
    def from_short(cls, data: Any) -> Any:
        return {"kind": data} if isinstance(data, str) else data

    @classmethod
    def completed(cls, data: dict[Any, Any]) -> dict[Any, Any]:
        """A kind whose name states facts (涉密文件) is the broader kind with these facts, unless they are told."""
        kind = data.get("kind")
        word = vocabulary("kind").resolve(kind) if isinstance(kind, str) else None
        implied = vocabulary("kind").entries[word].implies if word is not None else {}
        if not implied or word is None:
            return data
        told = {name: value for name, value in data.items() if value is not None}
        return {**implied, **told, "kind": vocabulary("kind").entries[word].is_a[0]}

    @model_validator(mode="after")
    def _kind_of_this_family(self) -> Self:
        family = vocabulary("kind").family(self.kind)
        if FAMILIES[family] is not type(self):
            raise PydanticCustomError(
                "other_family",
                "the kind `{kind}` is of the family `{family}`",
                {"kind": self.kind, "family": family, "cure": f"use `{FAMILIES[family].__name__}`"},
            )
        return self


class Issuer(Model):
    """Who issued a document: rank, and relation to one's own unit (a word of ``origin``)."""

    rank: Annotated[str, WordOf(("rank",))] | None = None
    relation: Annotated[str, WordOf(("origin",))] | None = None
    unit: str | None = None


class Information(Thing):
    """Content, also without a carrier (what was said). ``level``: one level or an interval."""

    level: LevelRange | None = None
    secret_of: Annotated[tuple[Annotated[str, WordOf(("secret_of",))], ...], AsTuple] | None = None
    subjects: Annotated[tuple[Annotated[str, WordOf(("subject",))], ...], AsTuple] | None = None
    status: Annotated[tuple[Annotated[str, WordOf(("status",))], ...], AsTuple] | None = None
    published: bool | None = None
    origin: Annotated[str, WordOf(("origin",))] | None = None
    issuer: Issuer | None = None
    important: bool | None = None
    determined: bool | None = None
    matter: str | None = None
    owner_unit: str | None = None
    custodian: str | None = None
    granularity: Annotated[str, WordOf(("granularity",))] | None = None
    speaker_rank: Annotated[str, WordOf(("rank",))] | None = None
    recording_allowed: bool | None = None
    proposed_level: LevelRange | None = None
    provider_level: LevelRange | None = None
    first_user_level: LevelRange | None = None
    highest_held: LevelRange | None = None
    contents_levels: Annotated[tuple[LevelRange, ...], AsTuple] | None = None
    project_levels: Annotated[tuple[LevelRange, ...], AsTuple] | None = None
    secret_until: Date | None = None


class Carrier(Information):
    """A document, record, medium or device that carries information, or another thing kept like one (a seal).

    ``marked_level``: the level written on it, which may be wrong. ``fields``: of a register or form, what is
    entered in it; ``features``: how a document is written and laid out.
    """

    marks: Annotated[tuple[Annotated[str, WordOf(("mark",))], ...], AsTuple] | None = None
    fields: Annotated[tuple[Annotated[str, WordOf(("field",))], ...], AsTuple] | None = None
    marked_level: LevelRange | None = None
    urgency: Annotated[str, WordOf(("urgency",))] | None = None
    specialties: Annotated[tuple[str, ...], AsTuple] | None = None
    encrypted: bool | None = None
    kept_in: Annotated[str, WordOf(("place",))] | None = None
    kept_by: Annotated[str, WordOf(("role",))] | None = None
    borrower: str | None = None
    designated_readers: Annotated[tuple[str, ...], AsTuple] | None = None
    author: str | None = None
    author_roles: Annotated[tuple[Annotated[str, WordOf(("role",))], ...], AsTuple] | None = None
    made_with: Annotated[str, WordOf(("production",))] | None = None
    features: Annotated[tuple[Annotated[str, WordOf(("feature",))], ...], AsTuple] | None = None
    patient: str | None = None
    archived_on: Date | None = None
    is_copy: bool | None = None
    separated: bool | None = None
    must_archive: bool | None = None
    ever_held_secrets: bool | None = None
    stamped_blank: bool | None = None


class Medium(Carrier):
    """A storage medium. ``checked``: for viruses and content, before use; ``origin_known``: where it comes from."""

    checked: bool | None = None
    origin_known: bool | None = None
    used_on_classified: bool | None = None
    used_on_unclassified: bool | None = None
    used_on: Annotated[tuple[Annotated[str, WordOf(("kind",))], ...], AsTuple] | None = None


class Device(Carrier):
    """An electronic device that stores, processes or transmits information."""

    networks: Annotated[tuple[Annotated[str, WordOf(("network",))], ...], AsTuple] | None = None
    classified_use: bool | None = None


class Password(Model):
    """A password of a computer: what it opens, its length in characters, its age in days."""

    purpose: Annotated[str, WordOf(("password_purpose",))] | None = None
    length: int | None = None
    age_days: int | None = None
    classes: Annotated[tuple[Annotated[str, WordOf(("character_class",))], ...], AsTuple] | None = None

    @classmethod
    def from_short(cls, data: Any) -> Any:
        return {"purpose": data} if isinstance(data, str) else data


class Computer(Device):
    """A computer: desktop, laptop, server or terminal."""

    passwords: Annotated[tuple[Password, ...], AsTuple] | None = None
    labels: Annotated[tuple[Annotated[str, WordOf(("mark",))], ...], AsTuple] | None = None
    open_ports: Annotated[tuple[Annotated[str, WordOf(("port",))], ...], AsTuple] | None = None
    physically_isolated: bool | None = None
    uniform_name: bool | None = None
    fixed_ip: bool | None = None
    ip_bound_to_mac: bool | None = None
    responsible_person: bool | None = None
    patched: bool | None = None
    antivirus: Annotated[str, WordOf(("antivirus",))] | None = None
    antivirus_licensed: bool | None = None
    antivirus_current: bool | None = None
    network_sharing: bool | None = None
    dedicated: bool | None = None
    peripherals: Annotated[tuple[Kind, ...], AsTuple] | None = None
    directories: Annotated[tuple[Annotated[str, WordOf(("directory",))], ...], AsTuple] | None = None
    permissions_limited: bool | None = None
    designated_manager: bool | None = None
    designated_user: bool | None = None
    section: str | None = None


class Premises(Thing):
    """A room or area."""

    unit: str | None = None
    protections: Annotated[tuple[Annotated[str, WordOf(("protection",))], ...], AsTuple] | None = None
    arrangements: Annotated[tuple[Annotated[str, WordOf(("arrangement",))], ...], AsTuple] | None = None
    marks: Annotated[tuple[Annotated[str, WordOf(("mark",))], ...], AsTuple] | None = None
    locked: bool | None = None
    secure: bool | None = None
    sealed_off: bool | None = None
    key_part: bool | None = None
    opened_by_approval: bool | None = None
    dedicated: bool | None = None
    holds_secrets: bool | None = None


class Meeting(Thing):
    """A meeting. ``level``: of what is dealt with there."""

    level: LevelRange | None = None
    venue_secure: bool | None = None
    large: bool | None = None
    important: bool | None = None
    arrangements: Annotated[tuple[Annotated[str, WordOf(("arrangement",))], ...], AsTuple] | None = None


class Vehicle(Thing):
    """A vehicle and what lies in it."""

    leader_aboard: bool | None = None
    contents: Annotated[tuple[Kind, ...], AsTuple] | None = None


class Post(Thing):
    """A post in the unit, to be taken up or left."""

    secrecy_class: Annotated[str, WordOf(("staff_class",))] | None = None


class System(Thing):
    """An information system and what it is set up to do."""

    functions: Annotated[tuple[Annotated[str, WordOf(("system_function",))], ...], AsTuple] | None = None
    networks: Annotated[tuple[Annotated[str, WordOf(("network",))], ...], AsTuple] | None = None
    level: LevelRange | None = None
    classified_use: bool | None = None


class Storage(Thing):
    """A cabinet, safe or other furniture that holds carriers."""

    locked: bool | None = None


class Unit(Thing):
    """A unit as a whole, inspected for what it has set up (``arrangements``)."""

    arrangements: Annotated[tuple[Annotated[str, WordOf(("arrangement",))], ...], AsTuple] | None = None
    key_unit: bool | None = None
    state_secret_weight: Annotated[str, WordOf(("secret_weight",))] | None = None


FAMILIES: dict[str, type[Thing]] = {
    "information": Information,
    "carrier": Carrier,
    "medium": Medium,
    "device": Device,
    "computer": Computer,
    "premises": Premises,
    "meeting": Meeting,
    "vehicle": Vehicle,
    "post": Post,
    "system": System,
    "storage": Storage,
    "unit": Unit,
}


def _family(data: Any) -> str:
    """The family that the ``kind`` of some input belongs to; without a good kind, one that will report it."""
    if isinstance(data, Thing):
        return family_of(type(data))
    kind = data.get("kind", data.get("种类")) if isinstance(data, dict) else data
    word = vocabulary("kind").resolve(kind) if isinstance(kind, str) else None
    return vocabulary("kind").family(word) if word is not None else "carrier"


def family_of(model: type[Thing]) -> str:
    """The name of the family that a model stands for."""
    return next(name for name, family in FAMILIES.items() if family is model)


AnyObject = Annotated[
    Annotated[Information, Tag("information")]
    | Annotated[Carrier, Tag("carrier")]
    | Annotated[Medium, Tag("medium")]
    | Annotated[Device, Tag("device")]
    | Annotated[Computer, Tag("computer")]
    | Annotated[Premises, Tag("premises")]
    | Annotated[Meeting, Tag("meeting")]
    | Annotated[Vehicle, Tag("vehicle")]
    | Annotated[Post, Tag("post")]
    | Annotated[System, Tag("system")]
    | Annotated[Storage, Tag("storage")]
    | Annotated[Unit, Tag("unit")],
    Discriminator(_family),
]
