"""Why a decision came out as it did: a tree in legal words, from the documents down to the facts."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from secrecy_rules.model.answers import Answer, BothLanguages, Change, Citation, Decision, Effect, Ground

EXPLANATION_VERSION = 1


class Standing(StrEnum):
    """How a condition stands. ``not_applicable``: the situation has no such fact at all."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Comes(StrEnum):
    """What a rule comes to. ``does_not_apply`` is about the rule's own condition, ``exempted`` about another
    clause that lifts it, ``excepted`` about its own exception."""

    FORBIDS = "forbids"
    LEFT_OPEN = "left_open"
    LIFTED = "lifted"
    EXEMPTED = "exempted"
    EXCEPTED = "excepted"
    PERMITS = "permits"
    NOT_SURE = "not_sure"
    HAVE_DONE = "have_done"
    DONE_RIGHT = "done_right"
    EXEMPTS = "exempts"
    MAY_EXEMPT = "may_exempt"
    DOES_NOT_APPLY = "does_not_apply"


class Weight(StrEnum):
    """What a document weighs beside the others: any no wins, and silence counts only if all are silent."""

    DECIDES = "decides"
    OUTWEIGHED = "outweighed"
    SAYS_NOTHING = "says_nothing"


class WhyCondition(Answer):
    """One condition. ``all``, ``any`` and ``sequence`` have ``parts``; ``fact`` is a leaf, with what it ``asks``
    and what was ``told`` (null: nothing). ``term`` is the rulebook's name for a condition, ``presumed`` says that
    it was taken not to be so because nothing out of the ordinary was told."""

    kind: Literal["all", "any", "sequence", "fact"]
    standing: Standing
    term: str | None = None
    asks: Change | None = None
    told: tuple[str, ...] | None = None
    presumed: bool = False
    parts: tuple[WhyCondition, ...] = ()


class WhyCase(Answer):
    """A case of a rule in a later clause."""

    citation: Citation
    condition: WhyCondition


class WhyRule(Answer):
    """One rule: what it comes to, and why. ``reserved_for``: the roles that alone may perform the act."""

    citation: Citation
    comes: Comes
    scope: WhyCondition | None = None
    condition: WhyCondition | None = None
    cases: tuple[WhyCase, ...] = ()
    exception: WhyCondition | None = None
    exemptions: tuple[WhyRule, ...] = ()
    reserved_for: tuple[str, ...] = ()


class WhyBook(Answer):
    """One document: its own effect and grounds, the rules it rests on, and those that were looked at and do
    not apply."""

    rulebook: str
    title: BothLanguages
    number: str | None
    weight: Weight
    effect: Effect
    grounds: tuple[Ground, ...]
    rules: tuple[WhyRule, ...] = ()
    aside: tuple[WhyRule, ...] = ()


class Explanation(Answer):
    """Why: the decision itself, and the tree of every document that was asked."""

    explanation: Literal[1] = 1
    decision: Decision
    books: tuple[WhyBook, ...]
