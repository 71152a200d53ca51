"""The phrase catalogues: complete, alike in both languages, and each in its own language only."""

from __future__ import annotations

import re
import string
from enum import StrEnum

import pytest

from secrecy_rules.explain.phrases import LANGUAGES, phrases
from secrecy_rules.model.answers import Did, DutyState, Effect, Ground, Verdict
from secrecy_rules.model.records import Circumstances
from secrecy_rules.rulebook.ledger import INERT_REASONS
from secrecy_rules.rulebook.parse_duties import NAMED, PARTIES, RELATIVE
from secrecy_rules.rulebook.parse_rules import STEP_VERBS
from secrecy_rules.rulebook.paths import SETTINGS

PACKAGES = ("secrecy_rules.explain", "secrecy_rules.cli")
# What is written in Latin letters in Chinese too.
LATIN = {"JSON", "YAML", "UTF-8", ".yaml", "--help", "secrecy-rules"}


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("package", PACKAGES)
def test_both_languages_have_the_same_phrases(package: str) -> None:
    zh, en = (phrases(lang, package).texts for lang in LANGUAGES)
    assert zh.keys() == en.keys()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_phrase_has_the_same_placeholders_in_both_languages(package: str) -> None:
    zh, en = (phrases(lang, package).texts for lang in LANGUAGES)
    differing = {}
    for key, text in zh.items():
        in_zh, in_en = placeholders(text), placeholders(en[key])
        # Roles have an article in English; a list of the same roles has none.
        if [p.replace("values", "roles") for p in in_zh] != [p.replace("values", "roles") for p in in_en]:
            differing[key] = (in_zh, in_en)
    # Chinese has no plural and says 每年 without a number.
    assert {key: both for key, both in differing.items() if not key.startswith("duration.")} == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_chinese_catalogue_has_no_english_in_it_and_the_english_one_no_chinese(package: str) -> None:
    for key, text in phrases("zh", package).texts.items():
        bare = re.sub(r"\{\w+\}", "", text)
        for word in LATIN:
            bare = bare.replace(word, "")
        assert not re.search(r"[A-Za-z]", bare), (key, text)
    for key, text in phrases("en", package).texts.items():
        assert not re.search(r"[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]", text), (key, text)


CODES: dict[str, type[StrEnum] | tuple[str, ...]] = {
    "effect": Effect,
    "ground": Ground,
    "did": Did,
    "duty_state": DutyState,
    "verdict": Verdict,
    "party": PARTIES,
    "verb": tuple(STEP_VERBS),
    "duty": ("within", "set_by", *NAMED, *RELATIVE),
    "assumed": (
        *(f"no_{setting}" for setting in SETTINGS),
        *(f"not_{name}" for name in Circumstances.model_fields),
        "in_scope_of_rulebook",
        "not_exempted_by",
        "untold",
    ),
    "finding": ("deemed", "level_differs", "not_in_force"),
    "adjusted": tuple(f"{force}:{way}" for force in ("may", "shall") for way in ("lighter", "heavier", "exempted")),
}


@pytest.mark.parametrize("group", CODES)
def test_every_code_of_an_answer_has_its_phrase(group: str) -> None:
    assert [code for code in CODES[group] if f"{group}.{code}" not in phrases("zh")] == []


def test_every_reason_for_a_clause_without_a_rule_has_its_phrase() -> None:
    assert [r for r in INERT_REASONS if f"inert.{r}" not in phrases("zh", "secrecy_rules.cli")] == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no such language `fr`"):
        phrases("fr")
