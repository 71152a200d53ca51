"""What would turn an answer, and what to ask next."""

from __future__ import annotations

from typing import Any, Literal

from secrecy_rules.model.answers import Answer, Change, Decision, Effect, Ground


class ProposedChange(Answer):
    """One fact to be made so, and the article that asks for it."""

    change: Change
    rulebook: str
    article: str
    rule: str


class Proposal(Answer):
    """A smallest set of changes with which the answer is yes; each was confirmed by deciding it.

    ``group``: ``obtainable`` (an approval, a formality, another place or channel, an escort), ``judgement``
    (somebody competent has to say so, too), ``given`` (it hangs on what one is or what the thing is: its level).
    ``request`` is the changed request as data, ``ground`` that of the yes.
    """

    group: Literal["obtainable", "judgement", "given"]
    changes: tuple[ProposedChange, ...]
    ground: Ground
    request: dict[str, Any]


class HangsOn(Answer):
    """A stated fact without which the answer is no: where it stands in the request, and the articles that ask."""

    path: str
    articles: tuple[str, ...]


class WhatIf(Answer):
    """What would change the decision: for a no the ``proposals``, for a yes the facts it ``hangs_on``."""

    what_if: Literal[1] = 1
    decision: Decision
    proposals: tuple[Proposal, ...] = ()
    hangs_on: tuple[HangsOn, ...] = ()


class NextQuestion(Answer):
    """The fact to ask for next: ``if_so`` and ``if_not`` say what the answer comes to in either case; null where
    there is no one value that would stand for it. ``open`` counts the facts that still matter."""

    change: Change
    rulebook: str
    article: str
    rule: str
    if_so: Effect | None = None
    if_not: Effect | None = None
    open: int = 0
