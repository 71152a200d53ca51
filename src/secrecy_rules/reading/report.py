"""Collects the problems of one input, to raise them all at once."""

from __future__ import annotations

from typing import NoReturn

from secrecy_rules.errors import InputError, Problem

__all__ = ["Report"]

_MOST = 50


class Report:
    """The problems found so far in one input.

    >>> from secrecy_rules.errors import RulebookError
    >>> report = Report("a.yaml", RulebookError)
    >>> report.add("key `a` is given twice", 2, 1)
    >>> report.stop("the file ends too soon", 3, 1)
    Traceback (most recent call last):
    ...
    secrecy_rules.errors.RulebookError: a.yaml:2:1: key `a` is given twice
    a.yaml:3:1: the file ends too soon
    """

    def __init__(self, file: str | None, error: type[InputError]) -> None:
        self._file = file
        self._error = error
        self._problems: list[Problem] = []

    def add(self, message: str, line: int | None = None, column: int | None = None, cure: str | None = None) -> None:
        """Note a problem and go on. Beyond fifty nobody reads on, and a hostile file has no end of them."""
        self._problems.append(Problem(message, self._file, line, column, cure))
        if len(self._problems) == _MOST:
            self._problems.append(Problem(f"only the first {_MOST} problems are shown", self._file))
            self.raise_if_any()

    def stop(
        self, message: str, line: int | None = None, column: int | None = None, cure: str | None = None
    ) -> NoReturn:
        """Note a problem after which nothing more can be read."""
        self.add(message, line, column, cure)
        raise self._error(self._in_order())

    def raise_if_any(self) -> None:
        """Raise what has been found, if anything."""
        if self._problems:
            raise self._error(self._in_order())

    def _in_order(self) -> list[Problem]:
        # What has no line concerns the whole file: it goes last.
        return sorted(self._problems, key=lambda p: (p.line is None, p.line or 0, p.column or 0))
