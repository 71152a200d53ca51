"""May this be done: what each rule on the act contributes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from secrecy_rules.model.answers import Change
from secrecy_rules.model.person import Person
from secrecy_rules.model.situation import Request
from secrecy_rules.rulebook.conditions import Condition
from secrecy_rules.rulebook.rules import Entrust, Exempt, Forbid, Permit, Rule
from secrecy_rules.semantics.compare import word_truth
from secrecy_rules.semantics.conditions import evaluate
from secrecy_rules.semantics.exemptions import NO_EXEMPTIONS, Exemptions, exemption_truth, exemptions_from
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.remedies import Changes, either, remedies, together, unknowns
from secrecy_rules.semantics.scope import applies, condition_of, excepted, presumable
from secrecy_rules.semantics.truth import Truth, all_of, any_of
from secrecy_rules.vocabulary import vocabulary


class Outcome(Enum):
    """What a rule comes to for one request."""

    BAN = "ban"
    OPEN = "open ban"
    LIFTED = "lifted ban"
    PERMITS = "permission"
    EXEMPTED = "exempted"
    HAVE_DONE = "have it done by"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Contribution:
    """One rule on the act: its outcome, what would lift it, and the facts it hangs on that are not told."""

    rule: Rule
    outcome: Outcome
    applies: Truth
    exemptions: Exemptions = NO_EXEMPTIONS
    lifted_by: tuple[Changes, ...] = ()
    unknown: tuple[Change, ...] = ()


def contributions(facts: Facts) -> list[Contribution]:
    """Every rule on the act, its broader acts and, where the request is coarse, its narrower ones."""
    return [c for rule in facts.book.rules.values() if (c := contribution(rule, facts)) is not None]


def contribution(rule: Rule, facts: Facts) -> Contribution | None:
    """What one rule contributes; None if it is not about this act at all."""
    on_act = concerns(rule, facts)
    if on_act is Truth.FALSE:
        return Contribution(rule, Outcome.NOTHING, on_act) if _of_a_manner(rule, facts) else None
    if isinstance(rule, Entrust):
        return _entrusted(rule, on_act, facts)
    truth = all_of([on_act, applies(rule, facts)])
    if truth is Truth.FALSE:
        return Contribution(rule, Outcome.NOTHING, truth)
    exemptions = exemptions_from(rule, facts)
    if isinstance(rule, Permit):
        # A permission counts only if it is sure: nothing exempts from it, not even perhaps.
        sure = all_of([truth, excepted(rule, facts).opposite]) is Truth.TRUE and exemptions == NO_EXEMPTIONS
        return Contribution(rule, Outcome.PERMITS if sure else Outcome.NOTHING, truth, exemptions)
    if exemptions.hold:
        return Contribution(rule, Outcome.EXEMPTED, truth, exemptions)
    return _ban(rule, truth, exemptions, facts)


def concerns(rule: Rule, facts: Facts) -> Truth:
    """Whether the rule is about the act: unknown where the request is coarser than the rule.

    A word that names a wrong manner of an act (to circulate on one's own account) would be told: a request
    that only says ``circulate`` is presumed not to mean it, and the decision lists that.
    """
    request = facts.situation
    if not isinstance(request, Request):
        return Truth.FALSE
    return any_of(_act_truth(request.action, act, facts) for act in _acts(rule))


def _act_truth(stated: str, wanted: str, facts: Facts) -> Truth:
    truth = word_truth(stated, wanted, ("action",))
    if truth is Truth.UNKNOWN and facts.presume and vocabulary("action").entries[wanted].manner:
        facts.assumed.add(f"not_meant:{wanted}")
        return Truth.FALSE
    return truth


def _of_a_manner(rule: Rule, facts: Facts) -> bool:
    """Whether the rule is left aside only because it is about a manner of the act that is not told."""
    request = facts.situation
    return isinstance(request, Request) and any(
        word_truth(request.action, act, ("action",)) is not Truth.FALSE for act in _acts(rule)
    )


def _ban(rule: Rule, truth: Truth, exemptions: Exemptions, facts: Facts) -> Contribution:
    """The table of the semantics: condition against exception."""
    exception = excepted(rule, facts)
    if exception is Truth.TRUE:
        return Contribution(rule, Outcome.LIFTED if truth is Truth.TRUE else Outcome.NOTHING, truth, exemptions)
    ban = truth is Truth.TRUE and exception is Truth.FALSE
    return Contribution(
        rule,
        Outcome.BAN if ban else Outcome.OPEN,
        truth,
        exemptions,
        lifted_by=tuple(either([_lifted_by(rule, facts), _not_applying(rule, truth, facts)])),
        unknown=tuple(_unknown(rule, exemptions, facts)),
    )


def _lifted_by(rule: Rule, facts: Facts) -> list[Changes]:
    """What would lift a ban: its own exception, or an exemption that another clause gives."""
    ways = [remedies(rule.unless, facts)] if rule.unless is not None else []
    ways += [_exempted_by(exemption, facts) for exemption in facts.book.exemptions.get(rule.id, ())]
    return either(ways)


def _not_applying(rule: Rule, truth: Truth, facts: Facts) -> list[Changes]:
    """What could be told so that a ban of which it is not known whether it applies does not."""
    if truth is not Truth.UNKNOWN:
        return []
    ways = [_prevented(condition_of(rule, facts.book), facts)]
    if concerns(rule, facts) is Truth.UNKNOWN:
        ways.append([frozenset({_another_act(rule, negated=True)})])
    # To bring about that the rule does not apply would be to evade it: here it is only told.
    return [changes for way in ways for changes in way if all(change.sort != "obtain" for change in changes)]


def _another_act(rule: Rule, *, negated: bool = False) -> Change:
    """Whether the act is one of those that the rule speaks of: the request names a broader one."""
    return Change(sort="tell", path="action", wanted=_acts(rule), lists=("action",), told=True, negated=negated)


def _exempted_by(exemption: Exempt, facts: Facts) -> list[Changes]:
    """What would make an exemption hold."""
    needed = [remedies(condition_of(exemption, facts.book), facts)]
    if exemption.unless is not None:
        needed.append(_prevented(exemption.unless, facts))
    for back in facts.book.exemptions.get(exemption.id, ()):
        if exemption_truth(back, facts) is not Truth.FALSE:
            ways = [_prevented(condition_of(back, facts.book), facts)]
            ways += [remedies(back.unless, facts)] if back.unless is not None else []
            ways += [_prevented(back.scope, facts)] if not _presumed_in_scope(back, facts) else []
            ways += [_exempted_by(from_back, facts) for from_back in facts.book.exemptions.get(back.id, ())]
            needed.append(either(ways))
    if not _presumed_in_scope(exemption, facts):
        needed.append(remedies(exemption.scope, facts))
    return together(needed)


def _presumed_in_scope(rule: Rule, facts: Facts) -> bool:
    """Whether the scope is not known and presumed, so that nothing is asked about it."""
    presumed = facts.presume and presumable(rule, facts.book)
    return presumed and evaluate(rule.scope, facts) is Truth.UNKNOWN


def _prevented(condition: Condition, facts: Facts) -> list[Changes]:
    """What would keep a condition from holding; a path that does not apply keeps it from holding already."""
    if evaluate(condition, facts) is Truth.FALSE:
        return [frozenset()]
    return remedies(condition, facts, negated=True)


def _unknown(rule: Rule, exemptions: Exemptions, facts: Facts) -> list[Change]:
    found = list(unknowns(condition_of(rule, facts.book), facts))
    if not facts.presume:
        # Otherwise the scope is presumed, and nobody has to tell it.
        found += unknowns(rule.scope, facts)
    if rule.unless is not None:
        found += unknowns(rule.unless, facts)
    for exemption in exemptions.open:
        found += _unknown(exemption, exemptions_from(exemption, facts), facts)
    if concerns(rule, facts) is Truth.UNKNOWN:
        found.append(_another_act(rule))
    return list(dict.fromkeys(found))


def _acts(rule: Rule) -> tuple[str, ...]:
    """The acts that a rule bans, permits or reserves."""
    if isinstance(rule, Forbid | Permit):
        return rule.actions
    return rule.matters if isinstance(rule, Entrust) and rule.exclusive else ()


def _entrusted(rule: Entrust, on_act: Truth, facts: Facts) -> Contribution:
    """Only X does it: told and wrong a ban; not told, for a performer, a duty to have it done by X."""
    truth = all_of([on_act, applies(rule, facts)])
    if truth is Truth.FALSE:
        return Contribution(rule, Outcome.NOTHING, truth)
    exemptions = exemptions_from(rule, facts)
    if exemptions.hold:
        return Contribution(rule, Outcome.EXEMPTED, truth, exemptions)
    right = any_of([is_entrusted(rule, facts), excepted(rule, facts)])
    if right is Truth.TRUE:
        return Contribution(rule, Outcome.NOTHING, truth)
    by_performer = rule.party == "performer"
    if right is Truth.UNKNOWN and by_performer:
        return Contribution(rule, Outcome.HAVE_DONE if truth is Truth.TRUE else Outcome.NOTHING, truth)
    change = Change(
        sort="obtain" if by_performer else "tell",
        path=f"{rule.party}.roles",
        operator="has",
        wanted=rule.to,
        lists=("role",),
        told=right is Truth.FALSE,
    )
    ban = truth is Truth.TRUE and right is Truth.FALSE
    # Who one is cannot be brought about: for the person himself the ban stays.
    liftable = by_performer or right is Truth.UNKNOWN
    return Contribution(
        rule,
        Outcome.BAN if ban else Outcome.OPEN,
        truth,
        exemptions,
        lifted_by=(frozenset({change}),) if liftable else (),
        unknown=tuple(
            dict.fromkeys([*_unknown(rule, exemptions, facts), *([change] if right is Truth.UNKNOWN else [])])
        ),
    )


def is_entrusted(rule: Entrust, facts: Facts) -> Truth:
    """Whether the party that a rule reserves something for is told to be in one of its roles."""
    party: Person | None = getattr(facts.situation, rule.party)
    if party is None or party.roles is None:
        return Truth.UNKNOWN
    return any_of(word_truth(role.role, to, ("role",)) for role in party.roles for to in rule.to)
