"""How large an input may be. Everything is bounded before anything is built.

>>> REQUEST_LIMITS.max_bytes
65536
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["REQUEST_LIMITS", "RULEBOOK_LIMITS", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one input: bytes of the text, depth and number of nodes, characters of one scalar."""

    max_bytes: int = 1_000_000
    max_depth: int = 24
    max_nodes: int = 100_000
    max_scalar: int = 20_000


RULEBOOK_LIMITS = Limits()
"""A rulebook: the longest regulation has a few hundred articles, some 200 KB."""

REQUEST_LIMITS = Limits(max_bytes=64 * 1024, max_depth=12, max_nodes=5_000)
"""A request, which may come from a stranger: small."""
