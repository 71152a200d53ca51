"""Hidden characters are those of Unicode's own list."""

import sys
import unicodedata

from secrecy_rules.reading.characters import FULL_WIDTH, HIDDEN


def test_every_control_format_and_separator_character_is_hidden() -> None:
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in "\t\n\r":
            assert HIDDEN.fullmatch(character), f"U+{number:04X}"


def test_letters_marks_numbers_and_punctuation_are_not_hidden() -> None:
    for number in range(sys.maxunicode + 1):
        kind = unicodedata.category(chr(number))
        if kind[0] in "NPS" or (kind[0] == "L" and chr(number) not in "\u115f\u1160\u3164\uffa0"):
            assert not HIDDEN.search(chr(number)), f"U+{number:04X}"


def test_a_carriage_return_may_stand_before_a_line_feed_only() -> None:
    assert not HIDDEN.search("a\r\nb")
    assert HIDDEN.search("a\rb")


def test_full_width_is_punctuation_letters_and_digits_but_no_chinese() -> None:
    for character in "：，（）【】｛｝。、《》「」；？！＿Ａａ９　“”":
        assert FULL_WIDTH.fullmatch(character), character
    for character in "主任〇々一龥abc_-.":
        assert not FULL_WIDTH.search(character), character
