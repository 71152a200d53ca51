"""The readings in use. Building one takes some milliseconds, keeping one about a megabyte for each ruleset."""

from __future__ import annotations

import threading
from collections import OrderedDict

from secrecy_rules.durable.candidates import concerning, conditions, preparing
from secrecy_rules.durable.reading import DurableReading
from secrecy_rules.rulebook.document import Rulebook

MOST_READINGS = 32


class Readings:
    """At most ``most`` readings, one for each rulebook and act; the one not used for longest goes first.

    A reading that goes is freed when the last question put to it is answered. One that broke is built anew.
    """

    def __init__(self, most: int = MOST_READINGS) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, str | None], DurableReading] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, book: Rulebook, action: str | None) -> DurableReading:
        """The reading of the rules on an act; without one, of the rules that come before all others."""
        key = (book.digest, action)
        with self._lock:
            reading = self._kept.get(key)
            if reading is None or reading.broken or not _same_rules(reading, book):
                rules = preparing(book) if action is None else concerning(action, book)
                reading = self._kept[key] = DurableReading(conditions(rules, book), book)
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return reading


def _same_rules(reading: DurableReading, book: Rulebook) -> bool:
    """A rulebook changed in memory keeps the digest of its file."""
    return reading.rules is book.rules or reading.rules == book.rules
