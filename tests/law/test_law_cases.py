"""Every law case of every shipped rulebook, one test item a group of cases."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pytest

from secrecy_rules import load, shipped
from secrecy_rules.testing.case_files import LawCase
from secrecy_rules.testing.cases import cases_of, run_case

# The cases of a group stand together. There are many thousands: as items of their own they would take longer to
# be handed out to the processes than to be run.
GROUPS = [
    (f"{name}:{group}", list(cases))
    for name in shipped()
    for group, cases in groupby(cases_of(name), lambda c: c.group)
]


@pytest.mark.law
@pytest.mark.parametrize("cases", [cases for _, cases in GROUPS], ids=[name for name, _ in GROUPS])
def test_the_library_answers_as_the_regulation_does(cases: Sequence[LawCase]) -> None:
    results = [run_case(case, load(case.rulebook)) for case in cases]
    wrong = [f"{result.case}: {'; '.join(result.failures)}" for result in results if not result.passed]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", shipped())
def test_every_rulebook_has_cases(name: str) -> None:
    assert cases_of(name)
