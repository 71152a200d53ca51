"""The verdict on a request under one rulebook."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from secrecy_rules.model.answers import Citation, Did, DutyItem, Effect, Finding, Ground, Need, Remedy
from secrecy_rules.rulebook.rules import CaseOf, Entrust, Permit
from secrecy_rules.semantics.act import Contribution, Outcome, contributions
from secrecy_rules.semantics.citing import cite, need
from secrecy_rules.semantics.conditions import truth_of
from secrecy_rules.semantics.deem import prepare
from secrecy_rules.semantics.duties import duties_upon_act, have_done_by
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.remedies import Changes, sorted_changes, together
from secrecy_rules.semantics.scope import cases_of
from secrecy_rules.semantics.truth import Truth

MOST_REMEDIES = 5


@dataclass(frozen=True)
class Verdict:
    """What one rulebook says of a request; the engine puts the verdicts of several together."""

    effect: Effect
    grounds: tuple[Ground, ...]
    citations: tuple[Citation, ...]
    duties: tuple[DutyItem, ...]
    needs: tuple[Need, ...]
    lifted_by: tuple[Changes, ...]
    considered: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    assumed: tuple[str, ...]
    contributions: tuple[Contribution, ...] = ()
    deemed: dict[str, Truth] | None = None


def decide(facts: Facts) -> Verdict:
    """Any ban denies; else any open ban denies; else it is allowed."""
    findings, deemed = prepare(facts)
    return verdict(contributions(facts), facts, findings, deemed)


def verdict(found: list[Contribution], facts: Facts, findings: list[Finding], deemed: dict[str, Truth]) -> Verdict:
    """Combine what the rules contribute."""
    bans = [c for c in found if c.outcome in (Outcome.BAN, Outcome.OPEN)]
    permits = [c for c in found if c.outcome is Outcome.PERMITS]
    grounds = _grounds(found, bans, permits)
    allowed = not bans and grounds[0] is not Ground.NOT_COVERED
    book = facts.book
    deciding = [*bans, *(permits if Ground.CONFLICT in grounds else [])] if bans else _allowing(found)
    considered = [c for c in found if c.outcome is Outcome.NOTHING]
    return Verdict(
        effect=Effect.ALLOW if allowed else Effect.DENY,
        grounds=grounds,
        citations=tuple(chain.from_iterable(_citations(c, facts) for c in deciding)),
        duties=_duties(found, facts) if allowed else (),
        needs=tuple(dict.fromkeys(need(change, c.rule, book) for c in bans for change in c.unknown)),
        lifted_by=tuple(together([list(c.lifted_by) for c in bans])) if bans else (),
        considered=tuple(
            cite(c.rule, book, Did.PERMITS if isinstance(c.rule, Permit) else Did.FORBIDS)
            for c in considered
            if not isinstance(c.rule, Entrust)
        ),
        findings=tuple(findings),
        assumed=tuple(sorted(facts.assumed)),
        contributions=tuple(found),
        deemed=deemed,
    )


def _grounds(found: list[Contribution], bans: list[Contribution], permits: list[Contribution]) -> tuple[Ground, ...]:
    if bans:
        grounds = {ground for ban in bans for ground in _grounds_of_ban(ban, contested=bool(permits))}
        return tuple(ground for ground in Ground if ground in grounds)
    if not found:
        return (Ground.NOT_COVERED,)
    return (Ground.PERMITTED,) if _allowing(found) else (Ground.UNREGULATED,)


def _grounds_of_ban(ban: Contribution, *, contested: bool) -> set[Ground]:
    """Why this ban denies, and what kind of step comes next."""
    # Who performs an act is not contradicted by a permission of the act.
    conflict = contested and ban.outcome is Outcome.BAN and not isinstance(ban.rule, Entrust)
    grounds = {Ground.CONFLICT} if conflict else set()
    if ban.applies is Truth.UNKNOWN:
        sorts = {change.sort for change in ban.unknown}
        grounds.add(Ground.NEEDS_JUDGEMENT if sorts == {"judge"} else Ground.NEEDS_FACTS)
    if ban.lifted_by:
        sorts = {change.sort for change in ban.lifted_by[0]}
        by_sort = {
            "obtain": Ground.NEEDS_APPROVAL,
            "tell": Ground.NEEDS_FACTS,
            "judge": Ground.NEEDS_JUDGEMENT,
        }
        grounds |= {by_sort[sort] for sort in sorts}
    elif ban.applies is Truth.TRUE and not conflict:
        grounds.add(Ground.NEEDS_JUDGEMENT if ban.rule.in_principle else Ground.FORBIDDEN)
    # Something is open, or there would be no ban to explain: at the least a fact is missing.
    return grounds or {Ground.NEEDS_FACTS}


def _allowing(found: list[Contribution]) -> list[Contribution]:
    """What an allow rests on: express permissions, lifted bans, and bans that an exemption took away."""
    resting = (Outcome.PERMITS, Outcome.LIFTED)
    return [
        c
        for c in found
        # An exemption also takes away a ban of which it is not known whether it applies: it has to be cited.
        if c.outcome is Outcome.EXEMPTED or (c.outcome in resting and c.applies is Truth.TRUE)
    ]


def _citations(c: Contribution, facts: Facts) -> list[Citation]:
    did = {
        Outcome.BAN: Did.FORBIDS,
        Outcome.OPEN: Did.LEFT_OPEN,
        Outcome.LIFTED: Did.LIFTED,
        Outcome.PERMITS: Did.PERMITS,
        Outcome.EXEMPTED: Did.LIFTED,
    }
    own = [cite(rule, facts.book, did[c.outcome]) for rule in (c.rule, *_cases(c, facts))] if c.outcome in did else []
    exempting = [cite(e, facts.book, Did.EXEMPTS) for e in c.exemptions.hold]
    open_ = [cite(e, facts.book, Did.MAY_EXEMPT) for e in c.exemptions.open]
    return [*own, *exempting, *open_]


def _cases(c: Contribution, facts: Facts) -> list[CaseOf]:
    """The cases in later clauses that the rule rests on: those met, for an open ban also those that may be."""
    good = (Truth.TRUE, Truth.UNKNOWN) if c.outcome is Outcome.OPEN else (Truth.TRUE,)
    return [case for case in cases_of(c.rule, facts.book) if truth_of(case.when, facts) in good]


def _duties(found: list[Contribution], facts: Facts) -> tuple[DutyItem, ...]:
    have_done = [
        have_done_by(c.rule, facts) for c in found if c.outcome is Outcome.HAVE_DONE and isinstance(c.rule, Entrust)
    ]
    return (*duties_upon_act(facts), *have_done)


def remedies_of(lifted_by: tuple[Changes, ...]) -> tuple[Remedy, ...]:
    """The smallest sets, the easiest first."""
    return tuple(Remedy(changes=tuple(sorted_changes(changes))) for changes in lifted_by[:MOST_REMEDIES] if changes)
