"""The compiled matcher inside durable_rules, where it is installed.

The package's own ``Host`` is not used: it starts timer threads, finds the callback's kind by its number of
parameters and turns an exception in a callback into text. Everything here is built around release 2.0.28,
whose behaviour ``tests/durable/test_durable_rules_behaviour.py`` pins.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from secrecy_rules.errors import MissingExtraError, SecrecyRulesError

# A matched fact of one state carries these beside ours.
RESERVED = ("id", "sid", "$s")


class DurableRulesError(SecrecyRulesError):
    """durable-rules cannot be trusted with a question: it failed, or was not given the condition asked for."""


def engine() -> Any:
    """The compiled module. ``MissingExtraError`` if it is not there, or was built so that it cannot be loaded.

    The latter is what release 2.0.28 comes to on Python 3.13 and later (``docs/dependencies.md``).
    """
    try:
        return import_module("durable_rules_engine")
    except ImportError as error:
        raise MissingExtraError("events", "the durable-rules reading") from error


def refuse_collisions(keys: Iterable[str]) -> None:
    """``DurableRulesError`` if durable-rules would take two of the keys for one: it compares 32-bit hashes.

    >>> refuse_collisions(["costarring", "liquid"])
    Traceback (most recent call last):
    ...
    secrecy_rules.durable.native.DurableRulesError: the keys `costarring` and `liquid` have the same hash
    """
    seen = {key_hash(key): key for key in RESERVED}
    for key in keys:
        other = seen.setdefault(key_hash(key), key)
        if other != key:
            raise DurableRulesError(f"the keys `{other}` and `{key}` have the same hash")


def key_hash(key: str) -> int:
    """FNV-1a of 32 bits. ASCII only, because the C code hashes signed characters; else ``UnicodeEncodeError``."""
    value = 0x811C9DC5
    for byte in key.encode("ascii"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value
