"""Rules as frozen records, one class per rule kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from secrecy_rules.model.level import Level, LevelRange
from secrecy_rules.rulebook.conditions import ALWAYS, Condition
from secrecy_rules.rulebook.paths import Path

Text = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Note:
    """A reading that was taken, or a gap in the text, in both languages."""

    zh: str
    en: str


# A period that the text names without a figure (定期): never late by itself.
REGULARLY = "regularly"


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a duty is due. ``kind``: within, before, after, with, during, same_day, set_by, promptly, immediately."""

    kind: str
    duration: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Renewal:
    """A chain of renewals: where, before what, and the cap on the whole."""

    at: str | None
    before: str | None
    total: str
    start: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What has to be done: duties (all of them, or ``one_of``), by whom, to whom, by when."""

    duties: tuple[str, ...]
    one_of: bool = False
    who: str | None = None
    to: str | None = None
    by: Deadline | None = None
    renewal: Renewal | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """A number of times in a period."""

    at_least: int | None
    at_most: int | None
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has. ``clause`` is the id of the article it stands under."""

    id: str
    clause: str
    line: int
    when: Condition = ALWAYS
    unless: Condition | None = None
    scope: Condition = ALWAYS
    gist: Note | None = None
    readings: tuple[Note, ...] = ()
    gaps: tuple[Note, ...] = ()
    absolute: bool = False
    in_principle: bool = False
    then: tuple[Duty, ...] = ()

    @property
    def kind(self) -> str:
        return type(self).__name__.lower()


@dataclass(frozen=True, slots=True)
class AsState:
    """The state that a ban on an act implies, for ``inspect``."""

    of: tuple[str, ...]
    when: Condition
    require: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbid(Rule):
    actions: tuple[str, ...]
    as_state: AsState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit(Rule):
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempt(Rule):
    rules: tuple[str, ...]
    presumed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Require(Rule):
    of: tuple[str, ...]
    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The duty for when the first one cannot be met."""

    when: Condition
    duty: Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Oblige(Rule):
    duty: Duty
    upon: tuple[str, ...] = ()
    every: str | None = None
    weekdays: tuple[str, ...] = ()
    times: Times | None = None
    always: bool = False
    otherwise: Otherwise | None = None


@dataclass(frozen=True, slots=True)
class LevelRow:
    """How a ``classify`` rule finds the level: fixed, the highest of a list, another fact, or by a judgement."""

    fixed: LevelRange | None = None
    highest_of: Path | None = None
    from_path: Path | None = None
    by: str | None = None
    table: tuple[tuple[str, Level], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Classify(Rule):
    level: LevelRow | None = None
    in_scope: bool | None = None
    secret_of: str | None = None
    retain: str | None = None
    circle: str | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that follows: a word of ``sanction``, a choice of several, or an amount with its range."""

    word: str | None = None
    one_of: tuple[str, ...] = ()
    amount_from: int | None = None
    amount_to: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalize(Rule):
    who: str
    measures: tuple[Measure, ...] = ()
    of: str | None = None
    under: str | None = None
    grades: tuple[str, ...] = ()
    graver: tuple[Measure, ...] = ()
    crime: str | None = None
    judged_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reward(Rule):
    who: str
    measures: tuple[Measure, ...] = ()
    under: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjust(Rule):
    rules: tuple[str, ...]
    force: str
    direction: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain: who does what, under which condition."""

    verb: str
    roles: tuple[str, ...]
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrust(Rule):
    matters: tuple[str, ...]
    to: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    exclusive: bool = False
    party: str = "performer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deem(Rule):
    as_original: bool = False
    governed_as: str | None = None
    level: LevelRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOf(Rule):
    rule: str = field(default="")


RULE_KINDS: dict[str, type[Rule]] = {
    "forbid": Forbid,
    "permit": Permit,
    "exempt": Exempt,
    "require": Require,
    "oblige": Oblige,
    "classify": Classify,
    "penalize": Penalize,
    "reward": Reward,
    "adjust": Adjust,
    "entrust": Entrust,
    "deem": Deem,
    "case_of": CaseOf,
}
