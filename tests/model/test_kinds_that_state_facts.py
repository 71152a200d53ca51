"""Kinds whose name says two things at once: what it is, and a fact of it."""

import pytest

from secrecy_rules import LevelRange, Request, RulebookError
from secrecy_rules.vocabulary import vocabulary
from tests.semantics.toy import Toy

KINDS = vocabulary("kind")
TELLING = [word for word, entry in KINDS.entries.items() if entry.implies]


def the_object(told: object) -> object:
    return Request.from_data({"action": "copy", "object": told}).object


@pytest.mark.parametrize("word", TELLING)
def test_the_name_is_read_as_the_broader_kind_with_its_facts(word: str) -> None:
    entry = KINDS.entries[word]
    assert the_object(word) == the_object({"kind": entry.is_a[0], **entry.implies})


def test_what_is_told_goes_before_what_the_name_says() -> None:
    assert the_object({"kind": "机密文件", "level": "绝密"}).level == LevelRange.of("TOP_SECRET")
    assert the_object({"kind": "机密文件", "level": None}).level == LevelRange.of("SECRET")


def test_a_classified_document_may_still_be_an_official_one() -> None:
    toy = Toy("- {id: ban, forbid: copy, when: {carrier.kind: official_document}}")
    assert toy.decide(action="copy", object="涉密文件").ground == "needs_facts"


def test_a_rulebook_names_the_kind_and_tests_the_fact() -> None:
    with pytest.raises(RulebookError, match=r"`classified_document` is a word for requests \(write `document`"):
        Toy("- {id: ban, forbid: copy, when: {carrier.kind: classified_document}}")
