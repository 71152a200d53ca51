"""One decision out of the verdicts of several rulebooks: any no wins, and that is never a conflict."""

from __future__ import annotations

from collections.abc import Sequence

from secrecy_rules.model.answers import Effect, Ground
from secrecy_rules.model.explanation import Weight
from secrecy_rules.semantics.decide import Verdict
from secrecy_rules.semantics.remedies import Changes, together


def binding(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts that count: a rulebook that does not cover the act says no only if none covers it."""
    covering = [v for v in verdicts if v.grounds != (Ground.NOT_COVERED,)]
    return covering or list(verdicts[:1])


def effect_of(verdicts: Sequence[Verdict], *, silence: str) -> Effect:
    """Deny if any denies. Silence of every rulebook is a no, unless the caller turned it into a yes."""
    if any(v.grounds == (Ground.NOT_COVERED,) for v in verdicts):
        return Effect.ALLOW if silence == "allow" else Effect.DENY
    return Effect.DENY if any(v.effect is Effect.DENY for v in verdicts) else Effect.ALLOW


def deciding(verdicts: Sequence[Verdict], effect: Effect) -> list[Verdict]:
    """The verdicts that the combined answer rests on."""
    return [v for v in verdicts if v.effect is effect] or list(verdicts)


def weight_of(verdict: Verdict, covering: Sequence[Verdict], effect: Effect) -> Weight:
    """What one verdict weighs beside the others."""
    if not any(verdict is other for other in covering):
        return Weight.SAYS_NOTHING
    return Weight.DECIDES if verdict.effect is effect else Weight.OUTWEIGHED


def grounds_of(verdicts: Sequence[Verdict], effect: Effect) -> tuple[Ground, ...]:
    """The grounds of the deciding verdicts, in order of preference."""
    found = {ground for v in deciding(verdicts, effect) for ground in v.grounds}
    return tuple(ground for ground in Ground if ground in found)


def lifted_by(verdicts: Sequence[Verdict]) -> tuple[Changes, ...]:
    """What would lift the bans of every rulebook together."""
    denying = [list(v.lifted_by) for v in verdicts if v.effect is Effect.DENY]
    return tuple(together(denying)) if denying else ()
