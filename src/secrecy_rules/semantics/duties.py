"""What must be done, by when, and where each duty stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from secrecy_rules.model.answers import Did, DutyItem, DutyState, Need
from secrecy_rules.model.situation import Occurrence, Request
from secrecy_rules.rulebook.rules import REGULARLY, Duty, Entrust, Exempt, Forbid, Oblige, Permit, Rule, Times
from secrecy_rules.semantics.citing import cite, need
from secrecy_rules.semantics.classify import row_truth
from secrecy_rules.semantics.compare import word_truth
from secrecy_rules.semantics.conditions import evaluate
from secrecy_rules.semantics.deadlines import add
from secrecy_rules.semantics.exemptions import exemption_truth
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.remedies import unknowns
from secrecy_rules.semantics.scope import applies, condition_of
from secrecy_rules.semantics.truth import Truth, all_of, any_of
from secrecy_rules.vocabulary import vocabulary

EVENTS = ("event", "action")
RENEWAL = "renewal"
EVERYBODY = "every_staff_member"


@dataclass(frozen=True)
class Listed:
    """The duties of a question, and how each rule that could bring one came out."""

    items: tuple[DutyItem, ...]
    outcomes: dict[str, Truth]


def duties(facts: Facts) -> Listed:
    """The duties upon what happened; where nothing happened, those that somebody has anyway."""
    occurrence = facts.situation
    happened = occurrence.event if isinstance(occurrence, Occurrence) else None
    items: list[DutyItem] = []
    outcomes: dict[str, Truth] = {}
    for rule in facts.book.rules.values():
        truth = _arises(rule, happened, facts)
        if truth is None:
            continue
        outcomes[rule.id] = truth
        if truth is Truth.FALSE:
            continue
        if isinstance(rule, Oblige):
            items.extend(_of_oblige(rule, truth, facts))
        else:
            items.extend(_item(duty, rule, truth, facts) for duty in rule.then)
    return Listed(tuple(items), outcomes)


def duties_upon_act(facts: Facts) -> list[DutyItem]:
    """The duties that come with an act, for ``decide``: those of ``then`` and those ``upon`` the act itself."""
    request = facts.situation
    assert isinstance(request, Request)  # noqa: S101
    items: list[DutyItem] = []
    for rule in facts.book.rules.values():
        if isinstance(rule, Oblige):
            on_act = any_of(word_truth(request.action, event, ("action",)) for event in rule.upon)
            if on_act is Truth.TRUE and row_truth(rule, facts) is Truth.TRUE:
                items.extend(_of_oblige(rule, Truth.TRUE, facts))
        elif rule.then and _then_truth(rule, request.action, facts) is Truth.TRUE:
            items.extend(_item(duty, rule, Truth.TRUE, facts) for duty in rule.then)
    return items


def have_done_by(rule: Entrust, facts: Facts) -> DutyItem:
    """The duty to have an act performed by the one whom the text entrusts with it."""
    return DutyItem(
        duties=("perform",),
        who=rule.to[0] if rule.to else None,
        citation=cite(rule, facts.book, Did.ENTRUSTS),
    )


def _arises(rule: Rule, happened: str | None, facts: Facts) -> Truth | None:
    """Whether a rule brings a duty about; None if it is not about what was asked."""
    if isinstance(rule, Oblige):
        if rule.upon:
            if happened is None:
                return None
            upon = any_of(word_truth(happened, event, EVENTS) for event in rule.upon)
            return None if upon is Truth.FALSE else all_of([upon, row_truth(rule, facts)])
        if happened is not None:
            return None
        return all_of([_is_bearer(rule.duty.who, facts), row_truth(rule, facts)])
    if not rule.then or happened is None:
        return None
    truth = _then_truth(rule, happened, facts)
    return None if truth is None else truth


def _then_truth(rule: Rule, action: str, facts: Facts) -> Truth | None:
    if isinstance(rule, Exempt):
        targets = [facts.book.rules[name] for name in rule.rules]
        on_act = any_of(word_truth(action, act, EVENTS) for target in targets for act in _acts(target))
        return None if on_act is Truth.FALSE else all_of([on_act, exemption_truth(rule, facts)])
    on_act = any_of(word_truth(action, act, EVENTS) for act in _acts(rule))
    return None if on_act is Truth.FALSE else all_of([on_act, applies(rule, facts)])


def _acts(rule: Rule) -> tuple[str, ...]:
    if isinstance(rule, Forbid | Permit):
        return rule.actions
    return rule.matters if isinstance(rule, Entrust) else ()


def _is_bearer(who: str | None, facts: Facts) -> Truth:
    """Whether a standing duty falls on the person asked about; on nobody in particular, it is listed."""
    person = facts.situation.person
    if person is None or who is None or who in ("person", "performer"):
        return Truth.TRUE
    if who == EVERYBODY:
        if person.affiliation is None:
            return Truth.TRUE
        return word_truth(person.affiliation, "own_unit", ("affiliation",))
    if person.roles is None:
        return Truth.UNKNOWN
    return any_of(word_truth(role.role, who, ("role",)) for role in person.roles)


def _of_oblige(rule: Oblige, truth: Truth, facts: Facts) -> list[DutyItem]:
    items = [_item(rule.duty, rule, truth, facts)]
    if rule.otherwise is not None:
        impossible = evaluate(rule.otherwise.when, facts)
        if impossible is Truth.TRUE:
            return [_item(rule.otherwise.duty, rule, truth, facts, instead=True)]
        if impossible is Truth.UNKNOWN:
            items.append(_item(rule.otherwise.duty, rule, Truth.UNKNOWN, facts, instead=True))
    return items


def _item(duty: Duty, rule: Rule, truth: Truth, facts: Facts, *, instead: bool = False) -> DutyItem:
    due, known = _due(duty, rule, facts)
    cap = _cap(duty, facts)
    if due is not None and cap is not None and _renewed(duty, due, facts):
        due = cap
    times = rule.times if isinstance(rule, Oblige) else None
    every = rule.every if isinstance(rule, Oblige) else None
    by = duty.by
    return DutyItem(
        duties=duty.duties,
        choice=duty.one_of,
        who=duty.who,
        to=duty.to,
        by=by.kind if by is not None else None,
        event=by.event if by is not None else None,
        period=every or (times.period if times is not None else by.duration if by is not None else None),
        weekdays=rule.weekdays if isinstance(rule, Oblige) else (),
        times=(times.at_least, times.at_most) if times is not None else None,
        due=due,
        renewable_until=cap,
        renew_at=duty.renewal.at if duty.renewal is not None else None,
        state=_state(duty, due, known, truth, facts) if times is None else _state_of_times(duty, times, truth, facts),
        certain=truth is Truth.TRUE,
        in_principle=rule.in_principle,
        instead=instead,
        missing=_missing(rule, truth, facts),
        citation=cite(rule, facts.book, Did.OBLIGES),
    )


def _missing(rule: Rule, truth: Truth, facts: Facts) -> tuple[Need, ...]:
    if truth is not Truth.UNKNOWN:
        return ()
    found = dict.fromkeys(unknowns(condition_of(rule, facts.book), facts))
    return tuple(need(change, rule, facts.book) for change in found)


def _due(duty: Duty, rule: Rule, facts: Facts) -> tuple[date | None, bool]:
    """The last day for a duty, and whether everything it hangs on is told."""
    if isinstance(rule, Oblige) and rule.every == REGULARLY:
        return None, True
    if isinstance(rule, Oblige) and rule.weekdays:
        return _next_of(rule.weekdays, _last_done(duty, facts), facts.as_of), True
    if isinstance(rule, Oblige) and rule.every is not None:
        last = _last_done(duty, facts)
        return (add(last, rule.every), True) if last is not None else (None, False)
    deadline = duty.by
    if deadline is None or deadline.kind in ("promptly", "immediately", "set_by", "after", "during"):
        return None, True
    start = _date_of(deadline.event, facts)
    if start is None:
        return None, deadline.kind not in ("within", "same_day")
    return (add(start, deadline.duration) if deadline.duration is not None else start), True


def _next_of(weekdays: tuple[str, ...], last: date | None, as_of: date) -> date:
    """The first of these days of the week after it was last done; nothing told, from the day asked about on."""
    wanted = {vocabulary("weekday").order(word) for word in weekdays}
    start = last + timedelta(days=1) if last is not None else as_of
    return next(day for day in (start + timedelta(days=n) for n in range(7)) if day.isoweekday() in wanted)


def _cap(duty: Duty, facts: Facts) -> date | None:
    """The last day that renewals can bring, where the day they all count from is known."""
    if duty.renewal is None:
        return None
    start = _date_of(duty.renewal.start, facts)
    return add(start, duty.renewal.total) if start is not None else None


def _renewed(duty: Duty, due: date, facts: Facts) -> bool:
    """Whether a renewal is told, in time where the text wants it before the due day. It counts up to the cap:
    how long one renewal runs the text leaves to whoever grants it."""
    renewals = [past.on for past in facts.situation.history or () if past.event == RENEWAL and past.on is not None]
    in_time = duty.renewal is not None and duty.renewal.before is not None
    return any(not in_time or day <= due for day in renewals)


def _date_of(event: str | None, facts: Facts) -> date | None:
    """The day on which an event happened: what the question is about, or something told of before."""
    if event is None:
        return None
    occurrence = facts.situation
    happened = occurrence.event if isinstance(occurrence, Occurrence) else None
    if happened is not None and word_truth(happened, event, EVENTS) is Truth.TRUE:
        return getattr(occurrence, "on", None)
    if isinstance(occurrence, Request) and word_truth(occurrence.action, event, EVENTS) is Truth.TRUE:
        return facts.as_of
    days = [
        past.on
        for past in occurrence.history or ()
        if past.on is not None and word_truth(past.event, event, EVENTS) is Truth.TRUE
    ]
    return max(days, default=None)


def _last_done(duty: Duty, facts: Facts) -> date | None:
    done = facts.situation.done if isinstance(facts.situation, Occurrence) else None
    days = [d.on for d in done or () if d.on is not None and d.duty in duty.duties]
    return max(days, default=None)


def _state(duty: Duty, due: date | None, known: bool, truth: Truth, facts: Facts) -> DutyState:
    if truth is Truth.UNKNOWN:
        return DutyState.CANNOT_TELL
    done = facts.situation.done if isinstance(facts.situation, Occurrence) else None
    fulfilled = {d.duty: d.on for d in done or ()}
    named = [fulfilled[word] for word in duty.duties if word in fulfilled]
    if named and (duty.one_of or len(named) == len(duty.duties)) and not _is_periodic(due, duty, facts):
        days = [day for day in named if day is not None]
        if due is not None and len(days) < len(named):
            return DutyState.CANNOT_TELL
        return DutyState.LATE if due is not None and max(days) > due else DutyState.MET
    if due is None:
        return DutyState.OPEN if known else DutyState.CANNOT_TELL
    if facts.as_of > due:
        # Whether it was done since is not known unless the question says what was done.
        return DutyState.LATE if done is not None else DutyState.CANNOT_TELL
    return DutyState.DUE if facts.as_of == due else DutyState.OPEN


def _state_of_times(duty: Duty, times: Times, truth: Truth, facts: Facts) -> DutyState:
    """Met once done often enough within one period that ends on the day asked about; never late by itself,
    because the text does not say when the period began."""
    if truth is Truth.UNKNOWN:
        return DutyState.CANNOT_TELL
    done = facts.situation.done if isinstance(facts.situation, Occurrence) else None
    days = [d.on for d in done or () if d.duty in duty.duties]
    lately = [day for day in days if day is not None and day <= facts.as_of <= add(day, times.period)]
    wanted = times.at_least if times.at_least is not None else 1
    if len(lately) >= wanted:
        return DutyState.MET
    # A day that is not told may lie within the period or not.
    return DutyState.CANNOT_TELL if len(lately) + days.count(None) >= wanted else DutyState.OPEN


def _is_periodic(due: date | None, duty: Duty, facts: Facts) -> bool:
    """A periodic duty that was done is due again: its date was counted from the last time."""
    return due is not None and duty.by is None
