"""Which rules a question fires, and which it reaches without firing them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from secrecy_rules.model.answers import Verdict
from secrecy_rules.model.situation import Situation
from secrecy_rules.rulebook.conditions import is_always
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.rules import (
    Adjust,
    CaseOf,
    Classify,
    Deem,
    Entrust,
    Exempt,
    Forbid,
    Oblige,
    Penalize,
    Permit,
    Require,
    Reward,
    Rule,
)
from secrecy_rules.semantics import authority, consequences, decide, duties, inspect
from secrecy_rules.semantics.act import Outcome
from secrecy_rules.semantics.classify import derive
from secrecy_rules.semantics.deem import prepare
from secrecy_rules.semantics.exemptions import exemption_truth
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.scope import cases_of
from secrecy_rules.semantics.truth import Truth

# The kinds of rule that each question is answered by; only these can a question withhold.
KINDS: dict[str, tuple[type[Rule], ...]] = {
    "decide": (Forbid, Permit, Entrust),
    "inspect": (Require,),
    "classify": (Classify,),
    "duties": (Oblige,),
    "consequences": (Penalize, Reward, Adjust, CaseOf),
    "authority": (Entrust,),
}
FIRED = (Outcome.BAN, Outcome.OPEN, Outcome.PERMITS, Outcome.HAVE_DONE)


@dataclass(frozen=True)
class Trace:
    """Rule ids that a question fired, and those that it reached and that contributed nothing."""

    fired: frozenset[str]
    withheld: frozenset[str]


def trace(name: str, asked: Situation, book: Rulebook) -> Trace:
    """Trace one question through one rulebook."""
    facts = Facts(asked, book, as_of=asked.as_of or date.today())
    outcomes = _outcomes(name, facts)
    outcomes.update(_exemptions(outcomes, facts))
    fired = {rule for rule, hit in outcomes.items() if hit is True}
    withheld = {rule for rule, hit in outcomes.items() if hit is False}
    # A rule without a condition can be withheld only by a question that is about something else.
    withheld |= {
        rule.id
        for rule in book.rules.values()
        if isinstance(rule, KINDS[name]) and rule.id not in outcomes and unconditional(rule, book)
    }
    return Trace(frozenset(fired), frozenset(withheld))


def unconditional(rule: Rule, book: Rulebook) -> bool:
    """Whether nothing but the act, event, matter or kind asked about decides on the rule."""
    free = is_always(rule.when) and rule.unless is None
    return free and rule.id not in book.exemptions and not cases_of(rule, book)


def _outcomes(name: str, facts: Facts) -> dict[str, bool | None]:
    """Rule id -> fired (True), withheld (False) or neither (None), for the rules reached."""
    if name == "decide":
        return _of_decision(facts)
    _, deemed = prepare(facts)
    if name == "classify":
        found = derive(facts).outcomes
    elif name == "duties":
        found = duties.duties(facts).outcomes
    elif name == "consequences":
        found = consequences.consequences(facts)[1]
    elif name == "authority":
        found = {rule: truth for rule, truth in authority.authority(facts)[1].items() if _on_matter(rule, facts)}
    else:
        verdicts = inspect.inspect(facts)[1]
        hits = {Verdict.BREACH: True, Verdict.NOT_TOLD: None}
        return {**_plain(deemed), **{rule: hits.get(v, False) for rule, v in verdicts.items()}}
    return {**_plain(deemed), **_plain(found)}


def _of_decision(facts: Facts) -> dict[str, bool | None]:
    verdict = decide.decide(facts)
    found = {**_plain(verdict.deemed or {}), **_plain(derive(facts).outcomes)}
    # Classification only prepares a decision; it is proved by cases of its own.
    found = {rule: hit for rule, hit in found.items() if isinstance(facts.book.rules[rule], Deem)}
    for c in verdict.contributions:
        found[c.rule.id] = c.outcome in FIRED
    return found


def _on_matter(rule_id: str, facts: Facts) -> bool:
    rule = facts.book.rules[rule_id]
    return isinstance(rule, Entrust) and authority.concerns(facts, rule) is not Truth.FALSE


def _plain(outcomes: dict[str, Truth]) -> dict[str, bool | None]:
    plain = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}
    return {rule: plain[truth] for rule, truth in outcomes.items()}


def _exemptions(outcomes: dict[str, bool | None], facts: Facts) -> dict[str, bool | None]:
    """Exemptions from a rule that was reached; an exemption from one is reached with it."""
    found: dict[str, Truth] = {}
    reached = list(outcomes)
    while reached:
        for exemption in facts.book.exemptions.get(reached.pop(), ()):
            if exemption.id not in found:
                found[exemption.id] = exemption_truth(exemption, facts)
                reached.append(exemption.id)
    return _plain({name: truth for name, truth in found.items() if isinstance(facts.book.rules[name], Exempt)})
