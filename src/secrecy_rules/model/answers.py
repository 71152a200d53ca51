"""The answers to the six questions: frozen, typed, with the articles they rest on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from secrecy_rules.model.level import LevelRange

RECEIPT_VERSION = 1


class Answer(BaseModel):
    """Base of every part of an answer: frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def to_json(self) -> str:
        """Stable JSON: keys in the order of the fields, Chinese as it is."""
        return self.model_dump_json(indent=2)

    @classmethod
    def from_json(cls, text: str | bytes) -> Any:
        """The answer that ``to_json`` wrote."""
        return cls.model_validate_json(text)


class Effect(StrEnum):
    """Allow or deny; there is no third."""

    ALLOW = "allow"
    DENY = "deny"


class Ground(StrEnum):
    """Why, in the order in which one is preferred when several apply."""

    FAILED = "failed"
    FORBIDDEN = "forbidden"
    CONFLICT = "conflict"
    NEEDS_APPROVAL = "needs_approval"
    NEEDS_FACTS = "needs_facts"
    NEEDS_JUDGEMENT = "needs_judgement"
    NOT_COVERED = "not_covered"
    PERMITTED = "permitted"
    UNREGULATED = "unregulated"


class Did(StrEnum):
    """What a cited rule did to the question."""

    FORBIDS = "forbids"
    LEFT_OPEN = "left_open"
    LIFTED = "lifted"
    PERMITS = "permits"
    EXEMPTS = "exempts"
    MAY_EXEMPT = "may_exempt"
    REQUIRES = "requires"
    CLASSIFIES = "classifies"
    OBLIGES = "obliges"
    PENALIZES = "penalizes"
    REWARDS = "rewards"
    ADJUSTS = "adjusts"
    ENTRUSTS = "entrusts"
    NAMES_APPROVER = "names_approver"
    DEEMS = "deems"


class BothLanguages(Answer):
    """A text in Chinese and English."""

    zh: str
    en: str

    def in_(self, lang: str) -> str:
        """The text in ``zh`` or ``en``."""
        return self.zh if lang == "zh" else self.en


class Citation(Answer):
    """One rule of one article, and what it did. ``article`` is how an official cites the clause."""

    rulebook: str
    title: BothLanguages
    number: str | None
    clause: str
    article: str
    rule: str
    did: Did
    gist: BothLanguages
    readings: tuple[BothLanguages, ...] = ()
    gaps: tuple[BothLanguages, ...] = ()


class Change(Answer):
    """One thing that could change an answer.

    ``sort``: ``obtain`` (an approval, formality, place … that can be brought about), ``tell`` (a given fact
    that is not known), ``judge`` (the answer of a named person). ``wanted`` are words of ``lists`` or plain
    values; ``told`` is whether the fact was stated (and did not do).
    """

    sort: Literal["obtain", "tell", "judge"]
    path: str
    operator: str = "is"
    wanted: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
    negated: bool = False
    told: bool = False


class Need(Answer):
    """A fact that is not told and could matter, and the article that makes it matter."""

    change: Change
    article: str
    rule: str


class Remedy(Answer):
    """One smallest set of changes that would lift every ban."""

    changes: tuple[Change, ...]


class DutyState(StrEnum):
    """Where a duty stands. ``open``: not yet due, or without a date; ``cannot_tell``: a date is not known."""

    OPEN = "open"
    DUE = "due"
    MET = "met"
    LATE = "late"
    CANNOT_TELL = "cannot_tell"


class DutyItem(Answer):
    """One duty: what (words of ``duty``), who, to whom, by when, and where it stands.

    ``by`` names the deadline (within, before, promptly …), ``event`` what it hangs on, ``period`` an ISO
    duration, ``weekdays`` the fixed days of the week; ``due`` is the date, where the starting day is known.
    ``renewable_until`` is the last day that renewals can bring, ``renew_at`` with whom. ``certain`` is false
    where it is not known whether the duty arises.
    """

    duties: tuple[str, ...]
    choice: bool = False
    who: str | None = None
    to: str | None = None
    by: str | None = None
    event: str | None = None
    period: str | None = None
    weekdays: tuple[str, ...] = ()
    times: tuple[int | None, int | None] | None = None
    due: date | None = None
    renewable_until: date | None = None
    renew_at: str | None = None
    state: DutyState = DutyState.OPEN
    certain: bool = True
    in_principle: bool = False
    instead: bool = False
    missing: tuple[Need, ...] = ()
    citation: Citation


class Finding(Answer):
    """Something noticed on the way: a code, and the values it speaks of."""

    code: str
    values: tuple[str, ...] = ()
    citation: Citation | None = None


class Verdict(StrEnum):
    """How something inspected stands; the worst of several wins."""

    BREACH = "breach"
    NOT_TOLD = "not_told"
    IN_ORDER = "in_order"
    NOT_APPLICABLE = "not_applicable"


class Item(Answer):
    """One thing a rule requires of what is inspected, and how it stands."""

    verdict: Verdict
    wanted: tuple[Change, ...]
    citation: Citation


class Receipt(Answer):
    """What every answer records: under which rulebooks it was given, by which version, for which day."""

    version: int = RECEIPT_VERSION
    library: str
    rulebooks: dict[str, str]
    as_of: date
    presume: bool = True
    assumed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


class Decision(Receipt):
    """Allow or deny, with the ground, the articles, the duties and what is missing. True for allow alone.

    ``grounds``: every ground that applies, ``ground`` first; ``considered``: rules on this act that do not
    apply; ``needs``: facts that are not told and could matter; ``remedies``: the smallest sets of changes
    that would turn a deny; ``error``: what broke, where the ground is ``failed``.
    """

    effect: Effect
    ground: Ground
    grounds: tuple[Ground, ...]
    action: str
    citations: tuple[Citation, ...]
    duties: tuple[DutyItem, ...] = ()
    needs: tuple[Need, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    considered: tuple[Citation, ...] = ()
    silence: Literal["deny", "allow"] = "deny"
    error: str | None = None

    def __bool__(self) -> bool:
        return self.effect is Effect.ALLOW

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles cited, each once, in order."""
        return tuple(dict.fromkeys(citation.article for citation in self.citations))


class Classification(Receipt):
    """What level a thing is. ``level`` is an interval where doubt remains; None where no row speaks of it."""

    level: LevelRange | None
    stated: LevelRange | None
    in_scope: bool | None
    secret_of: tuple[str, ...] = ()
    retain: tuple[str, ...] = ()
    circle: tuple[str, ...] = ()
    provisional: bool = False
    citations: tuple[Citation, ...] = ()
    needs: tuple[Need, ...] = ()


class Inspection(Receipt):
    """Whether something is in order; true only if it is."""

    verdict: Verdict
    items: tuple[Item, ...]

    def __bool__(self) -> bool:
        return self.verdict is Verdict.IN_ORDER


class DutyList(Receipt):
    """The duties that an event or act brings about, or that somebody has anyway."""

    duties: tuple[DutyItem, ...]


class Consequence(Answer):
    """One penalty or reward. ``certain``: it applies; else possible, with the missing facts."""

    certain: bool
    reward: bool
    who: str
    of: str | None = None
    measures: tuple[tuple[str, ...], ...] = ()
    ranges: tuple[tuple[str, int | None, int | None, str | None], ...] = ()
    graver: tuple[tuple[str, ...], ...] = ()
    grades: tuple[str, ...] = ()
    judged_by: str | None = None
    under: str | None = None
    crime: str | None = None
    adjusted: tuple[str, ...] = ()
    missing: tuple[Need, ...] = ()
    citations: tuple[Citation, ...] = ()


class Consequences(Receipt):
    """What follows from conduct: a set; several are not merged unless the text orders them."""

    consequences: tuple[Consequence, ...]


class Competence(Answer):
    """Who is competent: ``to`` (any of them), or the ``steps`` of a chain and who is next."""

    matter: str
    to: tuple[str, ...] = ()
    steps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    next: tuple[str, ...] = ()
    exclusive: bool = False
    approver: bool = False
    certain: bool = True
    missing: tuple[Need, ...] = ()
    citation: Citation


class Authority(Receipt):
    """Everybody whom the text names for a matter, unordered."""

    matter: str
    competences: tuple[Competence, ...]

    @property
    def to(self) -> tuple[str, ...]:
        """Every role named, each once, sorted."""
        named = {role for c in self.competences for role in c.to}
        steps = {role for c in self.competences for _, roles in c.steps for role in roles}
        return tuple(sorted(named | steps))
