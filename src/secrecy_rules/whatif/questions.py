"""What to ask next: of the facts that are not told and still matter, the one that settles most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from secrecy_rules.errors import InputError
from secrecy_rules.model.answers import Decision
from secrecy_rules.model.situation import Request
from secrecy_rules.model.whatif import NextQuestion
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.rules import Entrust, Rule
from secrecy_rules.semantics.act import Outcome, is_entrusted
from secrecy_rules.semantics.decide import decide
from secrecy_rules.semantics.exemptions import exemptions_from
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.scope import condition_of
from secrecy_rules.semantics.truth import Truth
from secrecy_rules.whatif.apply import CannotApplyError, apply
from secrecy_rules.whatif.steps import Step, by_role, open_leaves

if TYPE_CHECKING:
    from secrecy_rules.engine import Institution

# With more open facts than these the first are compared; each costs two decisions.
MOST_COMPARED = 6


def topic(step: Step) -> str:
    """What a question is about: the fact, or the very judgement; "don't know" is said of that once."""
    change = step.change
    return f"{change.path}:{','.join(change.wanted)}" if change.sort == "judge" else change.path


def next_question(
    institution: Institution, question: Request, as_of: date, *, skipped: frozenset[str] = frozenset()
) -> NextQuestion | None:
    """The fact to ask for next, leaving out the topics ``skipped``; None if nothing that can be told matters."""
    found = best(institution, question, as_of, skipped=skipped)
    return found[0] if found is not None else None


def best(
    institution: Institution, question: Request, as_of: date, *, skipped: frozenset[str] = frozenset()
) -> tuple[NextQuestion, Step] | None:
    """The question, and the leaf it comes from."""
    leaves = _open(institution, question, as_of, skipped)
    if not leaves:
        return None
    ranked = []
    for order, (step, book) in enumerate(list(leaves.values())[:MOST_COMPARED]):
        outcomes = [_decided(institution, question, step, as_of, negated=negated) for negated in (False, True)]
        # What is left open after either answer; where one cannot be played through, as much as now.
        left = sum(_topics_of(decision) if decision is not None else len(leaves) for decision in outcomes)
        ranked.append((left, order, step, book, outcomes))
    left, order, step, book, (yes, no) = min(ranked, key=lambda row: row[:2])
    asked = NextQuestion(
        change=step.change,
        rulebook=book.id,
        article=book.article_of(book.rules[step.rule]).cite,
        rule=step.rule,
        if_so=yes.effect if yes is not None else None,
        if_not=no.effect if no is not None else None,
        open=len(leaves),
    )
    return asked, step


def _open(
    institution: Institution, question: Request, as_of: date, skipped: frozenset[str]
) -> dict[str, tuple[Step, Rulebook]]:
    """The open leaves of every ban that stands or may stand, one for each topic."""
    found: dict[str, tuple[Step, Rulebook]] = {}
    for book in institution.rulebooks:
        facts = Facts(question, book, as_of=as_of, presume=institution.presume)
        verdict = decide(facts)
        for ban in verdict.contributions:
            if ban.outcome not in (Outcome.BAN, Outcome.OPEN):
                continue
            for step in _leaves(ban.rule, facts):
                if topic(step) not in skipped:
                    found.setdefault(topic(step), (step, book))
    return found


def _leaves(rule: Rule, facts: Facts) -> Iterator[Step]:
    # Whether a rule applies comes before whether it is lifted.
    yield from open_leaves(condition_of(rule, facts.book), facts, rule.id)
    if not facts.presume:
        yield from open_leaves(rule.scope, facts, rule.id)
    if rule.unless is not None:
        yield from open_leaves(rule.unless, facts, rule.id)
    if isinstance(rule, Entrust) and is_entrusted(rule, facts) is Truth.UNKNOWN:
        yield by_role(rule, rule.to[0])
    for exemption in exemptions_from(rule, facts).open:
        yield from _leaves(exemption, facts)


def _decided(institution: Institution, question: Request, step: Step, as_of: date, *, negated: bool) -> Decision | None:
    """The decision once the leaf is settled one way; None where there is no one value for it."""
    try:
        data = apply(step.leaf, question.to_data(), negated=step.negated is not negated, as_of=as_of)
        return institution.decide(Request.from_data(data))
    except (CannotApplyError, InputError):
        return None


def _topics_of(decision: Decision) -> int:
    return len({need.change.path for need in decision.needs})
