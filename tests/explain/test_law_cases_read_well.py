"""Every answer to the law cases of the shipped rulebooks can be read in both languages."""

from __future__ import annotations

import re

import pytest

from secrecy_rules import Engine, shipped
from secrecy_rules.errors import SecrecyRulesError
from secrecy_rules.explain import render
from secrecy_rules.testing.cases import cases_of
from secrecy_rules.testing.questions import ask, question

CODE = re.compile(r"[a-z]+_[a-z_]+")
# Two English words in a row are a sentence that came into the Chinese text.
ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")


@pytest.mark.law
@pytest.mark.parametrize("name", shipped())
def test_answers_are_in_one_language_and_without_codes(name: str) -> None:
    engine = Engine(name)
    for case in cases_of(name):
        try:
            answer = ask(engine, case.ask, question(case.ask, case.data))
        except SecrecyRulesError:
            continue  # the law cases themselves are tested elsewhere
        for lang, wrong in (("zh", ENGLISH), ("en", CODE)):
            text, _, _ = render(answer, lang, rulebooks=engine.rulebooks).rpartition("\n")
            assert not wrong.findall(text), (case.id, text)
            assert not CODE.findall(text), (case.id, text)
