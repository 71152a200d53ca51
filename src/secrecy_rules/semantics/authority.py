"""Who decides on a matter and who answers for it: everybody the text names, unordered."""

from __future__ import annotations

from collections.abc import Iterator

from secrecy_rules.model.answers import Competence, Did
from secrecy_rules.model.situation import Inquiry
from secrecy_rules.rulebook.conditions import ApprovedBy, Approver, Approvers, Condition, nodes
from secrecy_rules.rulebook.rules import Entrust, Forbid, Rule, Step
from secrecy_rules.semantics.citing import cite, need
from secrecy_rules.semantics.classify import row_truth
from secrecy_rules.semantics.compare import word_truth
from secrecy_rules.semantics.conditions import evaluate
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.remedies import unknowns
from secrecy_rules.semantics.scope import condition_of
from secrecy_rules.semantics.truth import Truth, all_of, any_of

MATTERS = ("matter", "action")


def authority(facts: Facts) -> tuple[tuple[Competence, ...], dict[str, Truth]]:
    """Every competence for the matter, every approver that a ban on the act names, and how each rule came out."""
    inquiry = facts.situation
    assert isinstance(inquiry, Inquiry)  # noqa: S101
    found: list[Competence] = []
    outcomes: dict[str, Truth] = {}
    for rule in facts.book.rules.values():
        if isinstance(rule, Entrust):
            about = _concerns(inquiry.matter, rule.matters)
            # What is not about the matter is not looked at: its presumptions have no part in the answer.
            truth = Truth.FALSE if about is Truth.FALSE else all_of([about, row_truth(rule, facts)])
            outcomes[rule.id] = truth
            if truth is not Truth.FALSE:
                found.append(_competence(rule, truth, inquiry.matter, facts))
        else:
            found.extend(_approvers(rule, inquiry.matter, facts))
    return tuple(found), outcomes


def concerns(facts: Facts, rule: Entrust) -> Truth:
    """Whether a competence is about the matter asked."""
    inquiry = facts.situation
    return _concerns(inquiry.matter, rule.matters) if isinstance(inquiry, Inquiry) else Truth.FALSE


def _concerns(matter: str, wanted: tuple[str, ...]) -> Truth:
    return any_of(word_truth(matter, word, MATTERS) for word in wanted)


def _competence(rule: Entrust, truth: Truth, matter: str, facts: Facts) -> Competence:
    unknown = dict.fromkeys(unknowns(condition_of(rule, facts.book), facts)) if truth is Truth.UNKNOWN else {}
    steps = [step for step in rule.steps if evaluate(step.when, facts) is not Truth.FALSE]
    return Competence(
        matter=matter,
        to=rule.to,
        steps=tuple((step.verb, step.roles) for step in steps),
        next=_next(steps, facts),
        exclusive=rule.exclusive,
        certain=truth is Truth.TRUE,
        missing=tuple(need(change, rule, facts.book) for change in unknown),
        citation=cite(rule, facts.book, Did.ENTRUSTS),
    )


def _next(steps: list[Step], facts: Facts) -> tuple[str, ...]:
    """The first step that is not known to be done."""
    for step in steps:
        done = any_of(
            word_truth(approval.role, role, ("role",))
            for approval in facts.situation.approvals or ()
            for role in step.roles
        )
        if done is not Truth.TRUE:
            return step.roles
    return ()


def _approvers(rule: Rule, matter: str, facts: Facts) -> Iterator[Competence]:
    """The roles whose consent lifts a ban on the act, in its own exception or in an exemption from it."""
    if not isinstance(rule, Forbid):
        return
    about = _concerns(matter, rule.actions)
    if about is Truth.FALSE:
        return
    # Who could have to consent is named also where a presumption would leave the ban aside.
    bare = Facts(facts.situation, facts.book, as_of=facts.as_of, presume=False)
    truth = all_of([about, _ban_truth(rule, bare)])
    if truth is Truth.FALSE:
        return
    sources: list[tuple[Rule, Condition | None]] = [(rule, rule.unless)]
    sources += [(exemption, exemption.when) for exemption in facts.book.exemptions.get(rule.id, ())]
    for source, condition in sources:
        roles = tuple(dict.fromkeys(_roles(condition))) if condition is not None else ()
        if roles:
            citation = cite(source, facts.book, Did.NAMES_APPROVER)
            yield Competence(matter=matter, to=roles, approver=True, certain=truth is Truth.TRUE, citation=citation)


def _ban_truth(rule: Forbid, facts: Facts) -> Truth:
    """Whether a ban is about the situation, its exception left aside."""
    return all_of([evaluate(rule.scope, facts), evaluate(condition_of(rule, facts.book), facts)])


def _roles(condition: Condition) -> Iterator[str]:
    for node in nodes(condition):
        if isinstance(node, ApprovedBy):
            yield from _wanted_roles(node.wanted)


def _wanted_roles(wanted: Approver | Approvers) -> Iterator[str]:
    if isinstance(wanted, Approver):
        yield from wanted.roles
        return
    for part in wanted.parts:
        yield from _wanted_roles(part)
