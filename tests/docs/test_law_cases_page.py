"""The page on law cases is true: its example passes, and its table is what a case may expect."""

from __future__ import annotations

import re
from pathlib import Path

from secrecy_rules.rulebook import rulebook_from_text
from secrecy_rules.testing.case_files import EXPECT, read_cases
from secrecy_rules.testing.cases import run_case
from secrecy_rules.testing.questions import QUESTIONS
from tests.docs.page import LAW_CASES, page
from tests.docs.wrapping import rulebook

PAGE = page(LAW_CASES)


def _example(what: str) -> str:
    return next(example.text for example in PAGE.examples if example.what == what)


def test_the_cases_of_the_page_pass_under_the_clause_of_the_page(tmp_path: Path) -> None:
    file = tmp_path / "example-clinic.cases.yaml"
    file.write_text(_example("cases"), encoding="utf-8")
    book = rulebook_from_text(rulebook(_example("article")))
    results = [run_case(case, book) for case in read_cases(file)]
    assert [result.failures for result in results] == [()] * len(results)
    assert {case.rulebook for case in read_cases(file)} == {book.id}


def test_the_example_shows_every_key_of_a_group_and_a_case() -> None:
    assert PAGE.keys >= {"cases", "groups", "id", "title", "ask", "given", "case", "with", "without", "expect"}


def test_the_table_has_the_keys_of_each_question() -> None:
    stated = {row[0]: tuple(re.findall(r"`(\w+)`", row[1])) for row in PAGE.rows}
    assert stated == EXPECT


def test_every_question_can_be_asked() -> None:
    asked = re.search(r"ask: decide +# (.*)", _example("cases"))
    assert asked is not None
    assert asked[1].replace(" (default)", "").split(" | ") == list(QUESTIONS)
