"""When a rule is about the situation at all: its scope, its own condition, and its cases in later clauses."""

from __future__ import annotations

from secrecy_rules.rulebook.conditions import All, AnyOf, Condition, is_always
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.rules import CaseOf, Exempt, Rule
from secrecy_rules.semantics.conditions import truth_of
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.truth import Truth, all_of


def cases_of(rule: Rule, book: Rulebook) -> tuple[CaseOf, ...]:
    """The rules in later clauses that are cases of this one."""
    return book.cases.get(rule.id, ())


def condition_of(rule: Rule, book: Rulebook) -> Condition:
    """The rule's own condition and, if it has cases, one of them."""
    cases = cases_of(rule, book)
    if not cases:
        return rule.when
    any_case = AnyOf(tuple(case.when for case in cases))
    return any_case if is_always(rule.when) else All((rule.when, any_case))


def applies(rule: Rule, facts: Facts) -> Truth:
    """Whether scope and condition hold. A scope that is not known is presumed to hold, and listed so."""
    scope = truth_of(rule.scope, facts)
    if scope is Truth.UNKNOWN and facts.presume and presumable(rule, facts.book):
        facts.assumed.add("in_scope_of_rulebook")
        scope = Truth.TRUE
    return all_of([scope, truth_of(condition_of(rule, facts.book), facts)])


def presumable(rule: Rule, book: Rulebook) -> bool:
    """Whether the scope of a rule may be presumed: never so that it loosens.

    An exemption's may where the rules it lifts stand under the same scope, or it has none of its own: outside it
    they fall together.
    """
    if rule.scope == book.scope or not _loosens(rule, book):
        return True
    return isinstance(rule, Exempt) and all(book.rules[target].scope == rule.scope for target in rule.rules)


def _loosens(rule: Rule, book: Rulebook) -> bool:
    """Whether a rule takes a ban away; an exemption from an exemption brings it back."""
    return isinstance(rule, Exempt) and any(not _loosens(book.rules[target], book) for target in rule.rules)


def excepted(rule: Rule, facts: Facts) -> Truth:
    """Whether the rule's own exception holds."""
    return Truth.FALSE if rule.unless is None else truth_of(rule.unless, facts)
