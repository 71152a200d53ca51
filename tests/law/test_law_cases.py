"""Every law case of every shipped rulebook, one test item a case."""

from __future__ import annotations

import pytest

from secrecy_rules import load, shipped
from secrecy_rules.testing.case_files import LawCase
from secrecy_rules.testing.cases import cases_of, run_case

CASES = [case for name in shipped() for case in cases_of(name)]


@pytest.mark.law
@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_the_library_answers_as_the_regulation_does(case: LawCase) -> None:
    result = run_case(case, load(case.rulebook))
    assert result.passed, "\n".join(result.failures)


@pytest.mark.parametrize("name", shipped())
def test_every_rulebook_has_cases(name: str) -> None:
    assert cases_of(name)
