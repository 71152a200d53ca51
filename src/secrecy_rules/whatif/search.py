"""What would turn a no into a yes, and what a yes hangs on. Nothing is proposed that was not decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from secrecy_rules.errors import InputError
from secrecy_rules.model.answers import Decision
from secrecy_rules.model.situation import Request
from secrecy_rules.model.whatif import HangsOn, Proposal, ProposedChange, WhatIf
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.rules import Entrust, Exempt
from secrecy_rules.semantics.act import Contribution, Outcome
from secrecy_rules.semantics.decide import decide
from secrecy_rules.semantics.exemptions import exemptions_from
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.scope import condition_of
from secrecy_rules.whatif.apply import CannotApplyError, Data, apply
from secrecy_rules.whatif.steps import Step, Steps, by_role, either, together, ways

if TYPE_CHECKING:
    from secrecy_rules.engine import Institution

MOST_PROPOSALS = 8
MOST_TRIED = 60
MOST_CHANGES = 5


def what_if(institution: Institution, question: Request, as_of: date) -> WhatIf:
    """What would change the decision on a request."""
    decision = institution.decide(question)
    if decision:
        return WhatIf(decision=decision, hangs_on=tuple(_hangs_on(institution, question)))
    return WhatIf(decision=decision, proposals=tuple(_proposals(institution, question, as_of)))


def _proposals(institution: Institution, question: Request, as_of: date) -> Iterator[Proposal]:
    """Sets of steps from the smallest up; what brings another ban about is followed one step further."""
    data = question.to_data()
    told: dict[str, Rulebook] = {book.id: book for book in institution.rulebooks}
    confirmed: list[Steps] = []
    waiting = _turning(institution, question, as_of)
    tried: set[Steps] = set()
    while waiting and len(tried) < MOST_TRIED and len(confirmed) < MOST_PROPOSALS:
        steps = waiting.pop(0)
        if steps in tried or len(steps) > MOST_CHANGES or any(found <= steps for found in confirmed):
            continue
        tried.add(steps)
        changed = _made(steps, data, as_of)
        request = _request(changed)
        if request is None:
            continue
        decision = institution.decide(request)
        if decision:
            confirmed.append(steps)
            yield Proposal(
                group=_group(steps),
                changes=tuple(_proposed(step, told) for step in _in_order(steps)),
                ground=decision.ground,
                request=request.to_data(),
            )
        else:
            waiting += [steps | more for more in _turning(institution, request, as_of)]


def _turning(institution: Institution, question: Request, as_of: date) -> list[Steps]:
    """What would lift every ban of every rulebook, or keep it from applying."""
    needed: list[list[Steps]] = []
    for book in institution.rulebooks:
        facts = Facts(question, book, as_of=as_of, presume=institution.presume)
        verdict = decide(facts)
        bans = [c for c in verdict.contributions if c.outcome in (Outcome.BAN, Outcome.OPEN)]
        needed += [_against(ban, facts) for ban in bans]
    return together(needed) if needed else []


def _against(ban: Contribution, facts: Facts) -> list[Steps]:
    rule, book = ban.rule, facts.book
    found = [ways(rule.unless, facts, rule.id)] if rule.unless is not None else []
    found += [_exempting(exemption, facts) for exemption in book.exemptions.get(rule.id, ())]
    found.append(ways(condition_of(rule, book), facts, rule.id, negated=True))
    if isinstance(rule, Entrust):
        found.append([frozenset({by_role(rule, role)}) for role in rule.to])
    return either(found)


def _exempting(exemption: Exempt, facts: Facts) -> list[Steps]:
    """What would make an exemption hold; one that is itself lifted is left alone."""
    if exemptions_from(exemption, facts).hold:
        return []
    needed = [ways(condition_of(exemption, facts.book), facts, exemption.id)]
    if exemption.unless is not None:
        needed.append(ways(exemption.unless, facts, exemption.id, negated=True))
    return together(needed)


def _made(steps: Iterable[Step], data: Data, as_of: date) -> Data | None:
    changed = data
    try:
        for step in _in_order(steps):
            changed = apply(step.leaf, changed, negated=step.negated, as_of=as_of)
    except CannotApplyError:
        return None
    return changed


def _request(data: Data | None) -> Request | None:
    """The request; none where the change makes no sense (a fact that this kind of thing does not have)."""
    if data is None:
        return None
    try:
        return Request.from_data(data)
    except InputError:
        return None


def _in_order(steps: Iterable[Step]) -> list[Step]:
    # Approvals last: their dates follow those of the formalities.
    return sorted(steps, key=lambda step: (step.change.path == "approvals", repr(step.change)))


def _group(steps: Steps) -> Literal["obtainable", "judgement", "given"]:
    sorts = {step.change.sort for step in steps}
    if "tell" in sorts:
        return "given"
    return "judgement" if "judge" in sorts else "obtainable"


def _proposed(step: Step, books: dict[str, Rulebook]) -> ProposedChange:
    book = next(book for book in books.values() if step.rule in book.rules)
    article = book.article_of(book.rules[step.rule]).cite
    return ProposedChange(change=step.change, rulebook=book.id, article=article, rule=step.rule)


def _hangs_on(institution: Institution, question: Request) -> Iterator[HangsOn]:
    """The stated facts of a yes: each is taken away in turn."""
    data = question.to_data()
    for path in _told(data):
        without = deepcopy(data)
        at: Any = without
        for key in path[:-1]:
            at = at[key]
        del at[path[-1]]
        request = _request(without)
        decision: Decision | None = institution.decide(request) if request is not None else None
        if decision is not None and not decision:
            articles = dict.fromkeys(citation.article for citation in decision.citations)
            yield HangsOn(path=".".join(path), articles=tuple(articles))


def _told(data: Data, prefix: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where each stated fact stands; the act and the kinds of things are what the question is about."""
    for key, value in data.items():
        path = (*prefix, key)
        if key in ("kind", "action", "as_of"):
            continue
        if isinstance(value, dict) and set(value) != {"at_least", "at_most"}:
            yield from _told(value, path)
        else:
            yield path
