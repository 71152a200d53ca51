"""Makes one function of the engine break at its n-th call."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from secrecy_rules.semantics import (
    act,
    approvals,
    citing,
    classify,
    compare,
    conditions,
    deem,
    duties,
    exemptions,
    remedies,
    scope,
    truth,
)
from secrecy_rules.semantics.facts import Facts

# What a decision is made of, from the reading of a fact to the citation.
FUNCTIONS: tuple[Callable[..., Any], ...] = (
    act.concerns,
    act.contribution,
    approvals.approved,
    citing.cite,
    classify.row_truth,
    compare.holds,
    compare.word_truth,
    conditions.evaluate,
    deem.prepare,
    duties.duties_upon_act,
    exemptions.exemptions_from,
    Facts.read,
    remedies.remedies,
    remedies.unknowns,
    scope.applies,
    scope.excepted,
    truth.all_of,
    truth.any_of,
)
ERRORS: tuple[type[Exception], ...] = (ValueError, KeyError, RecursionError, MemoryError, AttributeError, StopIteration)


class Fault:
    """Counts calls; the one numbered ``at`` (from 1) raises. Without a number it only counts."""

    def __init__(self, at: int | None = None, error: type[Exception] = ValueError) -> None:
        self.at = at
        self.error = error
        self.calls = 0

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with the fault in it."""

        def faulty(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            if self.calls == self.at:
                raise self.error("broken on purpose")
            return function(*args, **kwargs)

        return faulty


@contextmanager
def fault_in(function: Callable[..., Any], fault: Fault) -> Iterator[None]:
    """The function is faulty wherever the semantics call it."""
    faulty = fault.wrap(function)
    name = function.__name__
    owners: list[Any] = [Facts] if function is Facts.read else _modules_with(name, function)
    patches = [patch.object(owner, name, faulty) for owner in owners]
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()


def _modules_with(name: str, function: Callable[..., Any]) -> list[Any]:
    loaded = [module for key, module in sys.modules.items() if key.startswith("secrecy_rules.semantics")]
    return [module for module in loaded if getattr(module, name, None) is function]
