"""User text inside a message: short, on one line, nothing invisible.

>>> in_backticks("approvals")
'`approvals`'
>>> in_backticks("a" + chr(0x202E) + "b")
'`a\\\\u202eb`'
"""

from __future__ import annotations

from secrecy_rules.reading.characters import HIDDEN

__all__ = ["in_backticks"]

_LONGEST = 60


def in_backticks(text: str) -> str:
    """The text in backticks, cut at 60 characters, with hidden characters shown as escapes.

    >>> in_backticks("x" * 100) == "`" + "x" * 60 + "…`"
    True
    """
    shown = text[:_LONGEST].replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    shown = HIDDEN.sub(lambda hit: hit[0].encode("unicode_escape").decode("ascii"), shown)
    return f"`{shown}{'…' if len(text) > _LONGEST else ''}`"
