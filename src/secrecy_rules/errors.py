"""The one family of errors: what went wrong, where, and how to cure it.

Every error of an input carries all its problems at once, so that an author repairs a file in one go.

>>> print(InputError([Problem("no such key `aproval`", "a.yaml", 3, 5, "did you mean `approval`?")]))
a.yaml:3:5: no such key `aproval` (did you mean `approval`?)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

__all__ = [
    "InputError",
    "MissingExtraError",
    "NoLongerInForceError",
    "NotInForceError",
    "NotYetInForceError",
    "OffScaleError",
    "Problem",
    "RequestError",
    "RulebookError",
    "SecrecyRulesError",
    "SourceError",
    "UnknownRulebookError",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in an input, where it is and how to cure it.

    The message is lower case, with the user's own text in backticks. Lines and columns count from 1,
    columns in characters. What is not known is left out when printed.

    >>> print(Problem("the file is empty", file="a.yaml"))
    a.yaml: the file is empty

    Data that never was a file has no line; then the path says where.

    >>> print(Problem("`SECRT` is no level", path="object.level", cure="did you mean `SECRET`?"))
    object.level: `SECRT` is no level (did you mean `SECRET`?)
    """

    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    cure: str | None = None
    path: str | None = None

    def __str__(self) -> str:
        place = [] if self.file is None else [self.file]
        if self.line is not None:
            place.append(str(self.line))
            if self.column is not None:
                place.append(str(self.column))
        elif self.path:
            place.append(self.path)
        where = ":".join(place) + ": " if place else ""
        cure = f" ({self.cure})" if self.cure else ""
        return f"{where}{self.message}{cure}"


class SecrecyRulesError(Exception):
    """The root of the family: catch it to catch everything the library raises on purpose."""


class InputError(SecrecyRulesError):
    """An input cannot be taken as it is. Holds every problem found in it, at least one.

    >>> InputError([])
    Traceback (most recent call last):
    ...
    ValueError: an InputError needs at least one problem
    """

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        if not self.problems:
            raise ValueError("an InputError needs at least one problem")
        # `args` is what pickle hands back to the constructor.
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class RulebookError(InputError):
    """A rulebook is not well formed."""


class RequestError(InputError):
    """A request is not well formed."""


class OffScaleError(RequestError):
    """A request names a level that the rulebook's scale does not have."""


class UnknownRulebookError(InputError):
    """No rulebook of that name is known."""


class SourceError(InputError):
    """The user's own copy of a regulation cannot be read."""


class NotInForceError(SecrecyRulesError):
    """The rulebook does not hold on the day asked about."""

    _relation = "is not in force"
    _boundary = "boundary"

    def __init__(self, rulebook: str, as_of: date, boundary: date) -> None:
        self.rulebook = rulebook
        self.as_of = as_of
        self.boundary = boundary
        super().__init__(rulebook, as_of, boundary)

    def __str__(self) -> str:
        return f"rulebook `{self.rulebook}` {self._relation} on {self.as_of} ({self._boundary} {self.boundary})"


class NotYetInForceError(NotInForceError):
    """The day asked about is before the rulebook's first.

    >>> print(NotYetInForceError("clinic", date(2019, 12, 31), date(2020, 1, 1)))
    rulebook `clinic` is not yet in force on 2019-12-31 (in force from 2020-01-01)
    """

    _relation = "is not yet in force"
    _boundary = "in force from"


class NoLongerInForceError(NotInForceError):
    """The day asked about is after the rulebook's last.

    >>> print(NoLongerInForceError("clinic", date(2024, 1, 1), date(2023, 12, 31)))
    rulebook `clinic` is no longer in force on 2024-01-01 (in force until 2023-12-31)
    """

    _relation = "is no longer in force"
    _boundary = "in force until"


class MissingExtraError(SecrecyRulesError):
    """A part of the library was asked for whose optional dependencies are not installed.

    >>> print(MissingExtraError("events", "following deadlines"))
    following deadlines needs the extra `events`: pip install "secrecy-rules[events]"
    """

    def __init__(self, extra: str, needed_for: str) -> None:
        self.extra = extra
        self.needed_for = needed_for
        super().__init__(extra, needed_for)

    def __str__(self) -> str:
        return f'{self.needed_for} needs the extra `{self.extra}`: pip install "secrecy-rules[{self.extra}]"'
