"""Measures work in yardsticks: processor time held against a fixed piece of work done in the same process.

Seconds on a slow or loaded machine say nothing about the work. An ordinary machine runs the yardstick in a tenth of
a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """Processor time of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def yardsticks(work: Callable[[], object]) -> float:
    """How many times the yardstick the work takes."""
    # Before and after: the machine may have become slower on the way.
    before = _yardstick()
    taken = seconds(work)
    return taken / max(before, _yardstick())


def _yardstick() -> float:
    return min(seconds(lambda: sum(i * i for i in range(2_000_000))) for _ in range(2))
