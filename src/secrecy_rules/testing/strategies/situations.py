"""Situations that a rulebook has something to say about.

A situation is built around one rule: whether it is to apply, be lifted, or stay open is drawn first, then the
facts that bring it about, with words near those of the rule; most of the other rules on the same act are put
out of the way, so that allows occur as well as denials. Everything else is absent, that is, unknown.
"""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from secrecy_rules.model.situation import Incident, Inquiry, Occurrence, Request, Situation, State
from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.rules import Entrust, Forbid, Permit, Require, Rule
from secrecy_rules.semantics.truth import Truth
from secrecy_rules.testing.strategies.aiming import Aim
from secrecy_rules.testing.strategies.dice import Dice
from secrecy_rules.testing.strategies.neighbours import beside, broader, list_of, narrower, words_of
from secrecy_rules.testing.strategies.plan import Plan, plan_for, subjects
from secrecy_rules.testing.strategies.sketch import Sketch
from secrecy_rules.testing.strategies.values import TEXTS, plain

S = TypeVar("S", bound=Situation)
MOST_SETTLED = 8


def requests_for(book: Rulebook, *, as_of: date | None = None) -> st.SearchStrategy[Request]:
    """Well-typed requests, biased towards what the rules of ``book`` speak of.

    ``as_of`` is the day of the request (default: one on which the rulebook is in force); exact levels are on
    the rulebook's scale, so that every request can be decided.
    """
    return situations(book, Request, as_of=as_of)


def situations(book: Rulebook, question: type[S], *, as_of: date | None = None) -> st.SearchStrategy[S]:
    """The same for any question: ``State``, ``Occurrence``, ``Incident``, ``Inquiry`` or ``Request``."""
    return _data(plan_for(book, question, as_of)).map(question.from_data)


def request_data_for(book: Rulebook, *, as_of: date | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """What ``requests_for`` gives, as the plain data of a request file."""
    return _data(plan_for(book, Request, as_of))


@st.composite
def _data(draw: st.DrawFn, plan: Plan) -> dict[str, Any]:
    dice = Dice(draw)
    sketch = Sketch(plan.question)
    aim = Aim(dice, sketch, plan.book, plan.world)
    rule = dice.one_of(plan.focus) if plan.focus else None
    _head(dice, sketch, plan.question, rule, aim)
    if rule is not None:
        # Of three situations one is to be allowed, so that allows are not rare under a strict regulation.
        favoured = dice.number(3) == 2
        _rule(dice, aim, rule, plan, favoured=favoured)
        action = sketch.facts.get(("action",))
        if action is not None and (favoured or dice.mostly(4)):
            others = [other for other in plan.on(action) if other is not rule]
            for other in others if favoured else others[:MOST_SETTLED]:
                _out_of_the_way(dice, aim, other)
    for other in dice.some(plan.background, 2):
        aim.at(dice.one_of(tuple(Truth)), other.when)
    _everyday(dice, aim)
    return sketch.data(dice, plan.kinds, plan.as_of)


def _head(dice: Dice, sketch: Sketch, question: type[Situation], rule: Rule | None, aim: Aim) -> None:
    """The act, event, matter or conduct that is asked about."""
    if question is Request:
        sketch.facts[("action",)] = _near(dice, ("action",), subjects(rule))
    elif question is Inquiry:
        sketch.facts[("matter",)] = _near(dice, ("matter", "action"), subjects(rule))
    elif question is Occurrence and dice.mostly(6):
        sketch.facts[("event",)] = _near(dice, ("event", "action"), subjects(rule))
        if dice.mostly(4):
            sketch.facts["on",] = aim.world.as_of.replace(day=1 + dice.number(14)).isoformat()
    elif question is Incident:
        sketch.facts[("conduct", "proven")] = dice.number(3) != 2
    elif question is State and isinstance(rule, Require | Forbid):
        of = rule.of if isinstance(rule, Require) else rule.as_state.of if rule.as_state else ()
        sketch.facts[("object", "kind")] = _near(dice, ("kind",), of)


def _near(dice: Dice, lists: tuple[str, ...], words: tuple[str, ...]) -> str:
    """One of the words most of the time, else a narrower or a broader one, seldom any other."""
    if not words or dice.rarely(24):
        return dice.one_of(words_of(lists))
    word = dice.one_of(words)
    name = list_of(lists, word)
    near = (*narrower(name, word), *broader(name, word)) or (word, *beside(name, word)[:1])
    return word if dice.mostly(3) else dice.one_of(near)


def _rule(dice: Dice, aim: Aim, rule: Rule, plan: Plan, *, favoured: bool) -> None:
    """One rule is to apply most of the time; whether its exception and its exemptions hold is drawn.

    ``favoured``: where it is a ban, it is to be lifted or not to apply.
    """
    if favoured and not isinstance(rule, Permit):
        aim.at(Truth.TRUE, rule.scope)
        if rule.unless is not None:
            aim.at(Truth.TRUE, rule.when)
        _out_of_the_way(dice, aim, rule)
        return
    aim.at(Truth.TRUE if dice.mostly(8) else Truth.UNKNOWN, rule.scope)
    aim.at(dice.one_of((*(Truth.TRUE,) * 6, Truth.FALSE, Truth.UNKNOWN)), rule.when)
    for case in plan.cases(rule)[:3]:
        aim.at(dice.one_of(tuple(Truth)), case.when)
    aim.at(dice.one_of(tuple(Truth)), rule.unless)
    exemptions = aim.book.exemptions.get(rule.id, ())
    chosen = dice.number(len(exemptions) + 1)
    for n, exemption in enumerate(exemptions):
        holds = dice.one_of(tuple(Truth)) if n == chosen else dice.one_of((Truth.FALSE, Truth.UNKNOWN))
        aim.at(holds, exemption.when)
        aim.at(dice.one_of((Truth.FALSE, Truth.TRUE, Truth.UNKNOWN)), exemption.unless)
        for back in aim.book.exemptions.get(exemption.id, ()):
            aim.at(dice.one_of(tuple(Truth)), back.when)
    if isinstance(rule, Entrust) and rule.exclusive:
        _entrusted(dice, aim, rule, dice.one_of(tuple(Truth)))
    if isinstance(rule, Require | Forbid) and aim.sketch.question is State:
        state = rule.as_state if isinstance(rule, Forbid) else None
        if state is not None:
            aim.at(Truth.TRUE, state.when)
        for item in state.require if state is not None else getattr(rule, "items", ()):
            aim.at(dice.one_of(tuple(Truth)), item)


def _entrusted(dice: Dice, aim: Aim, rule: Entrust, wanted: Truth) -> None:
    """Say who acts: the one entrusted, somebody else, or nobody in particular."""
    if wanted is Truth.UNKNOWN or not rule.to:
        return
    role = dice.one_of(rule.to)
    said = role if wanted is Truth.TRUE else dice.one_of(beside("role", role))
    aim.sketch.facts.setdefault((rule.party, "roles"), [said])


def _out_of_the_way(dice: Dice, aim: Aim, rule: Rule) -> None:
    """Another rule on the same act shall not ban it: its exception holds, or its condition does not."""
    if isinstance(rule, Permit):
        return
    if isinstance(rule, Entrust):
        _entrusted(dice, aim, rule, Truth.TRUE)
    elif rule.unless is not None and dice.mostly(3):
        aim.at(Truth.TRUE, rule.unless)
    else:
        aim.at(Truth.FALSE, rule.when)


def _everyday(dice: Dice, aim: Aim) -> None:
    """What an ordinary request tells: who asks, and of which level the thing is."""
    facts = aim.sketch.facts
    if dice.mostly(3):
        facts.setdefault(("person", "id"), dice.one_of(TEXTS))
    if dice.number(2):
        facts.setdefault(("person", "affiliation"), "own_unit")
    if dice.mostly(4):
        facts.setdefault(("object", "level"), plain(dice.one_of(aim.world.levels())))
    for name in ("approvals", "formalities", "measures", "evidence"):
        if dice.rarely(5):
            facts.setdefault((name,), [])
