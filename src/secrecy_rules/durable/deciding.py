"""The verdict on a request, with every condition decided by durable-rules."""

from __future__ import annotations

from secrecy_rules.durable.answers import Answers
from secrecy_rules.durable.cache import Readings
from secrecy_rules.model.situation import Request
from secrecy_rules.semantics.act import contributions
from secrecy_rules.semantics.decide import Verdict, verdict
from secrecy_rules.semantics.deem import prepare
from secrecy_rules.semantics.facts import Facts

READINGS = Readings()


def decide(facts: Facts) -> Verdict:
    """What the reference's ``decide`` answers. ``DurableRulesError`` if durable-rules fails: never a verdict."""
    request = facts.situation
    if not isinstance(request, Request):
        raise TypeError(f"expected the facts of a request, not of a `{type(request).__name__}`")
    facts.reading = Answers(READINGS.of(facts.book, None))
    findings, deemed = prepare(facts)
    facts.reading = Answers(READINGS.of(facts.book, request.action))
    return verdict(contributions(facts), facts, findings, deemed)
