"""The errors print what they know and survive pickling."""

import pickle
from datetime import date
from typing import Any

import pytest

from secrecy_rules import errors
from secrecy_rules.errors import InputError, Problem, SecrecyRulesError

_PROBLEMS = (Problem("one", "a.yaml", 1, 2, "cure", "a[0].b"), Problem("two"))
_INPUTS = [
    errors.InputError,
    errors.RulebookError,
    errors.RequestError,
    errors.OffScaleError,
    errors.UnknownRulebookError,
    errors.SourceError,
]


def _pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own bytes


@pytest.mark.parametrize(
    ("problem", "printed"),
    [
        (Problem("m"), "m"),
        (Problem("m", "f"), "f: m"),
        (Problem("m", "f", 1), "f:1: m"),
        (Problem("m", "f", 1, 2), "f:1:2: m"),
        (Problem("m", None, 1, 2, "c"), "1:2: m (c)"),
        (Problem("m", "f", 1, 2, "c", "a.b"), "f:1:2: m (c)"),
        (Problem("m", path="a.b"), "a.b: m"),
    ],
)
def test_a_problem_prints_what_is_known(problem: Problem, printed: str) -> None:
    assert str(problem) == printed
    assert _pickled(problem) == problem


@pytest.mark.parametrize("kind", _INPUTS)
def test_an_input_error_prints_every_problem_and_pickles(kind: type[InputError]) -> None:
    error = kind(iter(_PROBLEMS))
    assert str(error) == "a.yaml:1:2: one (cure)\ntwo"
    again = _pickled(error)
    assert type(again) is kind
    assert again.problems == _PROBLEMS


def test_an_input_error_without_a_problem_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="at least one"):
        InputError([])


@pytest.mark.parametrize("kind", [errors.NotInForceError, errors.NotYetInForceError, errors.NoLongerInForceError])
def test_an_error_of_time_keeps_its_dates_when_pickled(kind: type[errors.NotInForceError]) -> None:
    error = kind("clinic", date(2020, 1, 1), date(2021, 2, 3))
    again = _pickled(error)
    assert type(again) is kind
    assert (again.rulebook, again.as_of, again.boundary) == ("clinic", date(2020, 1, 1), date(2021, 2, 3))
    assert str(again) == str(error)
    assert "2021-02-03" in str(error)


def test_a_missing_extra_says_how_to_get_it() -> None:
    error = _pickled(errors.MissingExtraError("events", "the register"))
    assert (error.extra, error.needed_for) == ("events", "the register")
    assert 'pip install "secrecy-rules[events]"' in str(error)


def test_there_is_one_family() -> None:
    kinds = [getattr(errors, name) for name in errors.__all__ if name != "Problem"]
    assert all(issubclass(kind, SecrecyRulesError) for kind in kinds)
