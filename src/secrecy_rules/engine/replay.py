"""Takes a receipt and the request again: the same answer, or what has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from secrecy_rules.engine import inputs
from secrecy_rules.engine.engine import Institution
from secrecy_rules.model.answers import Answer, Decision
from secrecy_rules.model.situation import Request


class Replay(Answer):
    """``same`` tells whether the answer is; ``changes`` name what differs, as ``field: before -> now``."""

    same: bool
    changes: tuple[str, ...]
    decision: Decision


def replay(receipt: Decision, request: Request | Mapping[str, Any], *, folder: str | Path | None = None) -> Replay:
    """Decide the request again as of the receipt's day and compare.

    Raises what ``decide`` raises, and ``UnknownRulebookError`` if a rulebook is gone.
    """
    question = inputs.as_model(request, Request).model_copy(update={"as_of": receipt.as_of})
    again = Institution(receipt.rulebooks, folder=folder, silence=receipt.silence, presume=receipt.presume).decide(
        question
    )
    changes = [
        f"{name}: {_short(getattr(receipt, name))} -> {_short(getattr(again, name))}"
        for name in (
            "library",
            "rulebooks",
            "action",
            "effect",
            "ground",
            "grounds",
            "citations",
            "duties",
            "needs",
        )
        if getattr(receipt, name) != getattr(again, name)
    ]
    answer = ("effect", "ground", "grounds", "citations", "duties", "needs")
    same = all(getattr(receipt, name) == getattr(again, name) for name in answer)
    return Replay(same=same, changes=tuple(changes), decision=again)


def _short(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(_short(v) for v in value) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{key} {str(digest)[:8]}" for key, digest in value.items())
    named = getattr(value, "article", None)
    return f"{named} {value.did}" if named is not None and hasattr(value, "did") else str(value)[:60]
