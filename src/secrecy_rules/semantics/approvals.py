"""Whether the approvals told are the ones wanted."""

from __future__ import annotations

from datetime import date

from secrecy_rules.model.records import Approval
from secrecy_rules.model.situation import Request
from secrecy_rules.rulebook.conditions import Approver, Approvers
from secrecy_rules.semantics.compare import word_truth
from secrecy_rules.semantics.facts import Absent, Facts
from secrecy_rules.semantics.truth import Truth, all_of, any_of, of


def approved(wanted: Approver | Approvers, facts: Facts) -> Truth:
    """True: a stated approval matches. False: approvals are stated and none does. Unknown: not told."""
    stated = facts.situation.approvals
    if stated is None:
        return Truth.UNKNOWN
    if isinstance(wanted, Approver):
        return any_of(_matches(approval, wanted, facts) for approval in stated)
    if wanted.how == "sequence":
        return _in_order(wanted, facts)
    parts = [approved(part, facts) for part in wanted.parts]
    return any_of(parts) if wanted.how == "any" else all_of(parts)


def _matches(approval: Approval, wanted: Approver, facts: Facts) -> Truth:
    return all_of(
        [
            any_of(word_truth(approval.role, word, ("role",)) for word in wanted.roles),
            Truth.TRUE if wanted.form is None else _form(approval, wanted.form),
            _unit(approval, wanted, facts),
            _another_person(approval, facts),
            _this_act(approval, facts),
            _dated(approval, wanted, facts),
        ]
    )


def _dated(approval: Approval, wanted: Approver, facts: Facts) -> Truth:
    """Whether the approval came before or after a formality; the same day will do."""
    if wanted.before is None and wanted.after is None:
        return Truth.TRUE
    formalities = facts.situation.formalities
    if formalities is None or approval.on is None:
        return Truth.UNKNOWN
    found = []
    for formality in formalities:
        if word_truth(formality.kind, wanted.before or wanted.after or "", ("formality",)) is not Truth.FALSE:
            in_time = (
                None
                if formality.on is None
                else (approval.on <= formality.on if wanted.before is not None else approval.on >= formality.on)
            )
            found.append(Truth.UNKNOWN if in_time is None else of(in_time))
    return any_of(found)


def _form(approval: Approval, wanted: str) -> Truth:
    return Truth.UNKNOWN if approval.form is None else word_truth(approval.form, wanted, ("form",))


def _unit(approval: Approval, wanted: Approver, facts: Facts) -> Truth:
    if wanted.of is None:
        return Truth.TRUE
    unit = facts.read(wanted.of)
    if isinstance(unit, Absent) or approval.unit is None:
        return Truth.UNKNOWN
    return of(approval.unit == unit)


def _another_person(approval: Approval, facts: Facts) -> Truth:
    """Nobody approves his own request: told to be the same person false, possibly the same unknown."""
    person = facts.situation.person
    if person is None:
        return Truth.TRUE
    if approval.holder is not None and person.id is not None:
        return of(approval.holder != person.id)
    held = any_of(word_truth(role.role, approval.role, ("role",)) for role in person.roles or ())
    return Truth.UNKNOWN if held is Truth.TRUE else Truth.TRUE


def _this_act(approval: Approval, facts: Facts) -> Truth:
    if approval.act is None or not isinstance(facts.situation, Request):
        return Truth.TRUE
    return word_truth(facts.situation.action, approval.act, ("action",))


def _in_order(wanted: Approvers, facts: Facts) -> Truth:
    """Whether approvals can be picked so that no step is earlier than the one before: surely, perhaps, or not."""
    if _done(wanted, date.min, facts, sure=True) is not None:
        return Truth.TRUE
    return Truth.FALSE if _done(wanted, date.min, facts, sure=False) is None else Truth.UNKNOWN


def _done(part: Approver | Approvers, after: date, facts: Facts, *, sure: bool) -> date | None:
    """The earliest day, not before ``after``, on which a step can be complete; None if it cannot be.

    ``sure``: only dated approvals that match count; else those that may match do too, and one without a date
    fits wherever it is wanted.
    """
    if isinstance(part, Approver):
        good = (Truth.TRUE,) if sure else (Truth.TRUE, Truth.UNKNOWN)
        matching = [a for a in facts.situation.approvals or () if _matches(a, part, facts) in good]
        days = [a.on if a.on is not None else after for a in matching if a.on is not None or not sure]
        return min((day for day in days if day >= after), default=None)
    found: list[date] = []
    for inner in part.parts:
        day = _done(inner, found[-1] if part.how == "sequence" and found else after, facts, sure=sure)
        if day is not None:
            found.append(day)
        elif part.how != "any":
            return None
    return min(found, default=None) if part.how == "any" else max(found, default=None)
