"""The durable-rules reading of a rulebook: the truth of every condition is found by durable-rules.

``decide`` answers what the reference answers (``docs/decisions/0003-durable-rules-reading.md``). The package
can be imported without the extra ``events``; asking for ``decide`` then raises ``MissingExtraError``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from secrecy_rules.durable.deciding import decide

__all__ = ["decide"]


def __getattr__(name: str) -> Any:
    if name != "decide":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from secrecy_rules.durable.deciding import decide
    from secrecy_rules.durable.native import engine

    # An engine that is missing is said here and once, not by every decision.
    engine()
    return decide
