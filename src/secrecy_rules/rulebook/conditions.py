"""Conditions as small frozen trees. Nothing here decides anything: ``semantics`` says what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secrecy_rules.model.level import LevelRange
from secrecy_rules.rulebook.paths import Path

Plain = str | int | bool | LevelRange


@dataclass(frozen=True, slots=True)
class FactRef:
    """The value of another fact: ``{fact: carrier.level}``."""

    path: Path


@dataclass(frozen=True, slots=True)
class OneOf:
    """Equal to one of the values; words also match through is-a."""

    values: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class NotValue:
    """Known, and none of the values."""

    values: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """``at_least``, ``at_most``, ``above``, ``below``."""

    operator: str
    bound: Plain | FactRef


@dataclass(frozen=True, slots=True)
class Dated:
    """``after`` or ``before`` a date, ``today`` or another fact. The day itself is neither."""

    operator: str
    bound: str | FactRef


@dataclass(frozen=True, slots=True)
class Has:
    """A list: ``all`` wants every pattern met (by distinct elements, where these are persons), else one."""

    patterns: tuple[Pattern, ...]
    all: bool = False
    lacks: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """The number of elements compared."""

    tests: tuple[Ordered, ...]


@dataclass(frozen=True, slots=True)
class Each:
    """Every element matches the pattern."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Related:
    """``same_as``, ``in``, ``overlaps`` another fact."""

    relation: str
    path: Path


Test = OneOf | NotValue | Ordered | Dated | Has | Count | Each | Related


@dataclass(frozen=True, slots=True)
class Pattern:
    """What an element of a list must be: a bare word, or tests on its facts (all of them)."""

    word: Plain | None = None
    facts: tuple[tuple[str, tuple[Test, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Compare:
    """One fact, tested."""

    path: Path
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class IsTerm:
    """A condition that the rulebook gives a name to."""

    name: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class ActionIs:
    """The act itself is one of these."""

    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Approver:
    """One approval that is wanted."""

    roles: tuple[str, ...]
    of: Path | None = None
    form: str | None = None
    # A formality that the approval has to come before, or after.
    before: str | None = None
    after: str | None = None
    # The word the rulebook itself uses for the role, for explanations.
    named: str | None = None


@dataclass(frozen=True, slots=True)
class Approvers:
    """Several approvals: ``all``, ``any``, or in ``sequence``."""

    how: str
    parts: tuple[Approver | Approvers, ...]


@dataclass(frozen=True, slots=True)
class ApprovedBy:
    """The approvals told satisfy the ones wanted."""

    wanted: Approver | Approvers


@dataclass(frozen=True, slots=True)
class Judge:
    """A named question was answered yes, by the role that has to answer it (if one is named)."""

    question: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Satisfies:
    """The exception of another rule holds (or, where it has none, that rule's condition)."""

    rule: str


@dataclass(frozen=True, slots=True)
class IfTold:
    """A circumstance whose absence is the ordinary case: while it is not known, it is presumed not to be there."""

    part: Condition


@dataclass(frozen=True, slots=True)
class DutyOutcome:
    """The duty of another rule was breached, or fulfilled."""

    rule: str
    fulfilled: bool


@dataclass(frozen=True, slots=True)
class CompliesWith:
    """A text outside the document, or a lost article, is followed."""

    text: str


Condition = (
    Compare
    | All
    | AnyOf
    | Not
    | IfTold
    | IsTerm
    | ActionIs
    | ApprovedBy
    | Judge
    | Satisfies
    | CompliesWith
    | DutyOutcome
)
ALWAYS = All(())


def is_always(condition: Condition) -> bool:
    """Whether it is the empty condition, which always holds."""
    return isinstance(condition, All) and not condition.parts


def nodes(condition: Condition) -> Iterator[Condition]:
    """A condition and every condition inside it, the names written out, from the outside in."""
    yield condition
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from nodes(part)
        case Not(part) | IfTold(part) | IsTerm(_, part):
            yield from nodes(part)
