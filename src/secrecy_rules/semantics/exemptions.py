"""Exemptions: one clause lifting another, and being lifted in turn."""

from __future__ import annotations

from dataclasses import dataclass

from secrecy_rules.rulebook.rules import Exempt, Rule
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.scope import applies, excepted
from secrecy_rules.semantics.truth import Truth, all_of


@dataclass(frozen=True, slots=True)
class Exemptions:
    """The exemptions from one rule: those that hold, and those of which it is not known."""

    hold: tuple[Exempt, ...] = ()
    open: tuple[Exempt, ...] = ()


NO_EXEMPTIONS = Exemptions()


def exemptions_from(rule: Rule, facts: Facts) -> Exemptions:
    """Every exemption that names the rule, sorted by whether it holds."""
    hold, unknown = [], []
    for exemption in facts.book.exemptions.get(rule.id, ()):
        truth = exemption_truth(exemption, facts)
        if truth is Truth.TRUE:
            hold.append(exemption)
        elif truth is Truth.UNKNOWN:
            unknown.append(exemption)
    return Exemptions(tuple(hold), tuple(unknown))


def exemption_truth(exemption: Exempt, facts: Facts) -> Truth:
    """Whether an exemption holds: its condition does, its exception does not, and nothing exempts from it."""
    from_it = exemptions_from(exemption, facts)
    if from_it.hold:
        return Truth.FALSE
    truth = all_of([applies(exemption, facts), excepted(exemption, facts).opposite])
    if truth is Truth.TRUE and from_it.open:
        return Truth.UNKNOWN
    if truth is Truth.UNKNOWN and not exemption.presumed and facts.presume:
        facts.assumed.add(f"not_exempted_by:{exemption.id}")
        return Truth.FALSE
    return truth
