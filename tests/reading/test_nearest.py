"""The nearest word, for English identifiers and short Chinese words."""

import pytest

from secrecy_rules.reading import did_you_mean, in_backticks, nearest
from tests.yardstick import yardsticks

ENGLISH = [
    "approved_by",
    "approvals",
    "formalities",
    "at_least",
    "at_most",
    "carrier.level",
    "TOP_SECRET",
    "SECRET",
]
CHINESE = ["复印", "传阅", "外借", "携带外出", "保密办公室主任", "主任", "副主任", "绝密", "机密", "秘密"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("aproved_by", "approved_by"),
        ("approval", "approvals"),
        ("at-least", "at_least"),
        ("at lest", "at_least"),
        ("carrier.levl", "carrier.level"),
        ("top secret", "TOP_SECRET"),
        ("secert", "SECRET"),
        ("xyz", None),
        ("", None),
        ("q", None),
    ],
)
def test_english_words(word: str, expected: str | None) -> None:
    assert nearest(word, ENGLISH) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("复制", "复印"),
        ("携带出外", "携带外出"),
        ("保密办主任", "保密办公室主任"),
        ("主认", "主任"),
        ("绝蜜", "绝密"),
        ("会议", None),
    ],
)
def test_chinese_words(word: str, expected: str | None) -> None:
    assert nearest(word, CHINESE) == expected


def test_of_equals_the_first_is_taken() -> None:
    assert nearest("ab", ["abc", "abd"]) == "abc"


def test_long_words_and_many_candidates_cost_little() -> None:
    def work() -> None:
        assert nearest("a" * 1_000_000, ["a" * 1_000_000]) is None
        nearest("abcdefgh" * 8, ("hgfedcba" * 8 for _ in range(10**9)))

    assert yardsticks(work) < 50


def test_the_cure_names_the_nearest_or_the_few_there_are() -> None:
    assert did_you_mean("secert", ENGLISH) == "did you mean `SECRET`?"
    assert did_you_mean("zzz", ["b", "a"]) == "expected one of: `b`, `a`"
    assert did_you_mean("zzz", []) is None
    assert did_you_mean("zzz", [f"w{i}" for i in range(13)]) is None


def test_user_text_is_shown_short_and_on_one_line() -> None:
    assert in_backticks("a\nb\x00\u202e") == "`a\\nb\\x00\\u202e`"
    assert len(in_backticks("x" * 1000)) == 63
