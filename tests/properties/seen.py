"""Guards a property against holding of nothing: counts the answers that it saw."""

from __future__ import annotations

from collections import Counter

from hypothesis import settings

from secrecy_rules import Decision

# Below this many examples (somebody narrowing down a failure) the counts say nothing.
ENOUGH = 50


class Seen:
    """What a run of a property has come across.

    A run is one call of a function under ``@given`` inside the test, so that the counts are complete whichever
    process the test runs in.
    """

    def __init__(self) -> None:
        self.effects: Counter[str] = Counter()
        self.grounds: Counter[str] = Counter()
        self.things: Counter[str] = Counter()

    def decision(self, decision: Decision) -> Decision:
        """Count a decision."""
        self.effects[decision.effect.value] += 1
        self.grounds[decision.ground.value] += 1
        return decision

    def thing(self, name: str) -> None:
        """Count anything else that has to occur."""
        self.things[name] += 1

    def check(self, *, both: bool = True, grounds: int = 1, things: tuple[str, ...] = ()) -> None:
        """Fail if the run was vacuous: an effect, enough different grounds or a thing was never met."""
        if settings.default is not None and settings.default.max_examples < ENOUGH:
            return
        if both:
            assert self.effects["allow"], f"nothing was allowed: {self.grounds}"
            assert self.effects["deny"], f"nothing was denied: {self.grounds}"
        assert len(self.grounds) >= grounds, f"too few grounds: {self.grounds}"
        for name in things:
            assert self.things[name], f"never met: {name} ({self.things}, {self.grounds})"
