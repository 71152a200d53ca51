"""The runner of law cases: differences over a background, and failures that say what came."""

from __future__ import annotations

from pathlib import Path

import pytest

from secrecy_rules.errors import RulebookError
from secrecy_rules.testing.case_files import read_cases
from secrecy_rules.testing.cases import run_cases
from tests.testing.helpers import CASES, write_clinic


def test_cases_that_are_right_pass(tmp_path: Path) -> None:
    assert [r.passed for r in run_cases("clinic", write_clinic(tmp_path))] == [True, True, True]


def test_a_wrong_expectation_fails_and_says_what_came(tmp_path: Path) -> None:
    wrong = CASES.replace("{effect: allow, rules: [copying]}", "{effect: deny, rules: [top-secret], ground: forbidden}")
    failures = run_cases("clinic", write_clinic(tmp_path, cases=wrong))[1].failures
    assert failures == (
        "effect: expected deny, got allow",
        "rules: expected [top-secret], got [copying]",
        "ground: expected forbidden, got permitted",
    )


def test_a_dotted_key_sets_one_fact_and_without_takes_one_away(tmp_path: Path) -> None:
    cases = (
        CASES + "      - {case: 密级不明, without: [object.level], with: {person.id: zhang}, expect: {effect: deny}}\n"
    )
    data = read_cases(write_clinic(tmp_path, cases=cases) / "clinic.cases.yaml")[3].data
    assert data == {"action": "copy", "object": {"kind": "document"}, "approvals": [], "person": {"id": "zhang"}}


def test_a_misspelt_fact_fails_the_case_with_the_nearest_word(tmp_path: Path) -> None:
    cases = CASES.replace("with: {approvals: [office_director]}", "with: {approvals: [office_directr]}")
    result = run_cases("clinic", write_clinic(tmp_path, cases=cases))[1]
    assert "did you mean `office_director`?" in result.failures[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("effect: allow", "efect: allow", "did you mean `effect`?"),
        ("case: 主任同意", "case: 未经同意", "a second case `未经同意`"),
        ("{effect: allow, rules: [copying]}", "{}", "`expect` says nothing"),
        ("    title: 复印\n", "    title: 复印\n    ask: decid\n", "did you mean `decide`?"),
    ],
)
def test_a_broken_case_file_names_the_place_and_the_cure(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(RulebookError) as error:
        read_cases(write_clinic(tmp_path, cases=CASES.replace(old, new)) / "clinic.cases.yaml")
    assert words in str(error.value)
    assert "clinic.cases.yaml:" in str(error.value)
