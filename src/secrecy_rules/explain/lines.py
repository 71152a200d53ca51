"""The lines of a text: headings, bullets, and what is indented under them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.reading.characters import HIDDEN

INDENT = "  "


def section(heading: str, bullets: Iterable[str | tuple[str, ...]], say: Phrases) -> list[str]:
    """A heading and its bullets, nothing if there are none. Further lines of a bullet are indented under it."""
    found = list(bullets)
    if not found:
        return []
    lines = ["", say("heading", text=heading)]
    for bullet in found:
        first, *more = (bullet,) if isinstance(bullet, str) else bullet
        lines.append(say("bullet", text=first))
        lines += [INDENT + line for line in more]
    return lines


def text_of(lines: Iterable[str]) -> str:
    """The lines as one text for a terminal; nothing in it can move the cursor or hide.

    >>> text_of(["a", "b" + chr(27)])
    'a\\nb\\\\x1b'
    """
    return "\n".join(HIDDEN.sub(_visible, line) for line in lines)


def _visible(hit: re.Match[str]) -> str:
    return hit[0].encode("unicode_escape").decode("ascii")
