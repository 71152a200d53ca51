"""The durable-rules reading gives the answers of the reference, word for word."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secrecy_rules import Decision, Effect, Engine, Ground, Request, load, shipped
from secrecy_rules.rulebook import Rulebook
from secrecy_rules.testing.strategies import requests_for
from tests.durable.small_rulebooks import requests, rulebooks

pytest.importorskip("durable")
pytestmark = pytest.mark.events

# Examples of all shipped rulebooks together: more rulebooks do not make the run longer.
SHIPPED_EXAMPLES = 240
steadily = settings(deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


class Met:
    """Compares the two readings, and counts what came up so that no run passes for want of anything to see."""

    watched = ("citations", "duties", "assumed", "findings")

    def __init__(self) -> None:
        self.effects: Counter[Effect] = Counter()
        self.grounds: Counter[Ground] = Counter()
        self.noted: Counter[str] = Counter()

    def compare(self, book: Rulebook, request: Request, *, presume: bool = True) -> None:
        """Every part of the decision is the same: effect, grounds, citations, duties, assumptions and the rest."""
        reference = Engine(book, presume=presume).decide(request)
        durable = Engine(book, presume=presume, backend="durable").decide(request)
        assert durable.error is None
        assert durable == reference
        self._count(reference)

    def _count(self, decision: Decision) -> None:
        self.effects[decision.effect] += 1
        self.grounds.update(decision.grounds)
        self.noted.update(name for name in ("citations", "duties", "assumed", "findings") if getattr(decision, name))


def test_the_shipped_rulebooks_are_read_alike() -> None:
    met = Met()
    for name in shipped():
        _read_alike(load(name), met)
    assert set(met.effects) == set(Effect)
    assert len(met.grounds) >= 3
    assert met.noted["citations"]


def _read_alike(book: Rulebook, met: Met) -> None:
    @settings(steadily, max_examples=max(8, SHIPPED_EXAMPLES // len(shipped())))
    @given(requests_for(book))
    def alike(request: Request) -> None:
        met.compare(book, request)

    alike()


def test_small_rulebooks_of_nested_conditions_are_read_alike() -> None:
    met = Met()

    @settings(steadily, max_examples=80)
    @given(rulebooks(), st.lists(requests(), min_size=6, max_size=6), st.booleans())
    def alike(book: Rulebook, asked: list[Request], presume: bool) -> None:
        for request in asked:
            met.compare(book, request, presume=presume)

    alike()
    assert min(met.effects[effect] for effect in Effect) > 100
    assert len(met.grounds) >= 6
    assert set(met.noted) == set(met.watched)
