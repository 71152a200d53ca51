"""The six questions as plain functions: a question and the rulebooks it is put to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from secrecy_rules.engine import Institution
from secrecy_rules.model.answers import (
    Authority,
    Classification,
    Consequences,
    Decision,
    DutyList,
    Inspection,
    Receipt,
)
from secrecy_rules.model.situation import Incident, Inquiry, Occurrence, Request, State
from secrecy_rules.rulebook import Rulebook, load, shipped

Book = str | Path | Rulebook


def decide(request: Request | Mapping[str, Any], *rulebooks: Book, **options: Any) -> Decision:
    """May this be done? Options and errors are those of ``Institution``."""
    return Institution(rulebooks, **options).decide(request)


def classify(item: State | Mapping[str, Any], *rulebooks: Book, **options: Any) -> Classification:
    """What level is this?"""
    return Institution(rulebooks, **options).classify(item)


def inspect(state: State | Mapping[str, Any], *rulebooks: Book, **options: Any) -> Inspection:
    """Is this in order?"""
    return Institution(rulebooks, **options).inspect(state)


def duties(occurrence: Occurrence | Mapping[str, Any], *rulebooks: Book, **options: Any) -> DutyList:
    """What must be done, by when?"""
    return Institution(rulebooks, **options).duties(occurrence)


def consequences(incident: Incident | Mapping[str, Any], *rulebooks: Book, **options: Any) -> Consequences:
    """What follows from a breach, or from merit?"""
    return Institution(rulebooks, **options).consequences(incident)


def authority(inquiry: Inquiry | Mapping[str, Any], *rulebooks: Book, **options: Any) -> Authority:
    """Who decides, and who answers for it?"""
    return Institution(rulebooks, **options).authority(inquiry)


def render(answer: Receipt, lang: str = "zh", *, rulebooks: Iterable[Rulebook] | None = None) -> str:
    """An answer as text for a reader, in ``zh`` or ``en``.

    ``rulebooks``: those that the answer was given under; if left out, the shipped ones of that name.
    """
    # Only those who read need the phrases: a program that asks and acts does not load them.
    from secrecy_rules.explain import render as render_

    if rulebooks is None:
        rulebooks = [load(name) for name in answer.rulebooks if name in shipped()]
    return render_(answer, lang, rulebooks=rulebooks)
