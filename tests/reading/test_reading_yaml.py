"""What the strict part of YAML accepts, and where things stood."""

from typing import Any

import pytest
import yaml

from secrecy_rules.errors import InputError, RulebookError
from secrecy_rules.reading import (
    RULEBOOK_LIMITS,
    Limits,
    Mapping,
    Node,
    Sequence,
    position_of,
    read_yaml,
    to_plain,
    yaml_text,
)


@pytest.fixture(autouse=True, params=["libyaml", "pure python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure python":
        monkeypatch.setattr(yaml_text, "_LOADER", yaml.SafeLoader)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without libyaml")


def read(text: str | bytes, limits: Limits = RULEBOOK_LIMITS) -> Node:
    return read_yaml(text, file="f.yaml", limits=limits, error=RulebookError)


def problems(text: str | bytes, limits: Limits = RULEBOOK_LIMITS) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        read(text, limits)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8", 8),
        ("-8", -8),
        ("0", 0),
        ("0.5", 0.5),
        ("-2.10", -2.1),
        ("true", True),
        ("false", False),
        ("null", None),
        ("2020-01-01", "2020-01-01"),
        ("2020-01-01T10:00:00Z", "2020-01-01T10:00:00Z"),
        ("SECRET", "SECRET"),
        ("1.2.3", "1.2.3"),
        ("3号", "3号"),
        ("９", "９"),
        ("9f2c", "9f2c"),
        ("0f" * 32, "0f" * 32),
        ("nano", "nano"),
        ("-a", "-a"),
        ("+", "+"),
        (".", "."),
        ("'yes'", "yes"),
        ('"8"', "8"),
        ("'~'", "~"),
        ("'2020-01-01'", "2020-01-01"),
        ("二、（三）", "二、（三）"),
    ],
)
def test_a_value_is_what_it_looks_like(text: str, value: object) -> None:
    node = read(f"a: {text}")
    assert to_plain(node) == {"a": value}
    assert type(to_plain(node)["a"]) is type(value)  # type: ignore[index,call-overload]


def test_an_absent_value_is_none() -> None:
    assert to_plain(read("a:\nb: 1")) == {"a": None, "b": 1}


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert to_plain(read("'<<': 1")) == {"<<": 1}


def test_chinese_keys_are_fine() -> None:
    assert to_plain(read("主任: {role: clinic_director}\n二〇: 1")) == {
        "主任": {"role": "clinic_director"},
        "二〇": 1,
    }


def test_a_document_may_begin_and_end_with_its_marks() -> None:
    assert to_plain(read("---\na: 1\n...\n")) == {"a": 1}


def test_windows_line_ends_and_block_texts_are_read() -> None:
    node = read("a: |\r\n  one\r\n  two\r\nb: 2\r\n")
    assert to_plain(node) == {"a": "one\ntwo\n", "b": 2}
    assert position_of(node, ("b",)) == (4, 1)


def test_positions_count_characters_from_one() -> None:
    node = read("主任: 甲\n密件:\n  - {复印: 𠀀, 传阅: [1, 22]}\n")
    assert isinstance(node, Mapping)
    assert position_of(node, ()) == (1, 1)
    assert position_of(node, ("密件",)) == (2, 1)
    assert position_of(node, ("密件", 0)) == (3, 5)
    assert position_of(node, ("密件", 0, "传阅")) == (3, 13)
    assert position_of(node, ("密件", 0, "传阅", 1)) == (3, 21)


def test_a_position_that_cannot_be_reached_is_that_of_what_it_is_missing_from() -> None:
    node = read("a:\n  b: [1]\n")
    assert position_of(node, ("a", "x")) == (1, 1)
    assert position_of(node, ("a", "b", 7)) == (2, 3)
    assert position_of(node, ("a", "tag of a union", "b", 0)) == (2, 7)
    assert position_of(node, (0, "a", "b", -1)) == (2, 3)


def test_a_scalar_remembers_how_it_was_written() -> None:
    node = read("id: 2.10")
    assert isinstance(node, Mapping)
    scalar = node.get("id")
    assert scalar is not None
    assert (scalar.value, scalar.text, scalar.plain) == (2.1, "2.10", True)  # type: ignore[union-attr]
    assert node.get("x") is None
    assert node.keys() == ("id",)


def test_all_problems_come_at_once_and_in_the_order_of_the_text() -> None:
    found = problems("a: yes\nb: &x 010\na: *x\n8: \u200bz\nc: [\n")
    places = [problem.split(": ")[0] for problem in found]
    assert places[:6] == ["f.yaml:1:4", "f.yaml:2:4", "f.yaml:2:4", "f.yaml:3:1", "f.yaml:3:4", "f.yaml:4:1"]
    assert places[6] == "f.yaml:4:4"
    assert len(found) == 8


def test_after_fifty_problems_it_stops() -> None:
    found = problems("- yes\n" * 99)
    assert len(found) == 51
    assert "only the first 50" in found[-1]


def test_hidden_characters_beyond_the_basic_plane_are_found() -> None:
    assert problems("a: x\U000e0041") == [
        "f.yaml:1:5: the character U+E0041 tag latin capital letter a may not stand here (delete it)"
    ]


@pytest.mark.parametrize(
    "character", ["\x85", "\u2028", "\r", "\ud800", "\x00", "\u00ad", "\u2066", "\ufffe"], ids=ascii
)
def test_hidden_characters_do_not_shift_what_follows(character: str) -> None:
    found = problems(f"a: x{character}y\nb: no\n")
    assert len(found) == 2
    assert found[0].startswith("f.yaml:1:5: the character U+")
    assert found[1].startswith("f.yaml:2:4: `no`")


def test_bytes_and_text_are_counted_alike() -> None:
    tight = Limits(max_bytes=10)
    assert to_plain(read("a: 密密", tight)) == {"a": "密密"}
    for text in ("a: 密密密", "a: 密密密".encode()):
        assert problems(text, tight) == ["f.yaml: the text is larger than 10 bytes (split it, or leave something out)"]


def test_the_caps_are_exact() -> None:
    assert isinstance(read("[[1]]", Limits(max_depth=2)), Sequence)
    assert problems("[[[1]]]", Limits(max_depth=2))[0].startswith("f.yaml:1:3: more than 2 levels")
    assert isinstance(read("[1, 2]", Limits(max_nodes=3)), Sequence)
    assert problems("[1, 2, 3]", Limits(max_nodes=3))[0].startswith("f.yaml:1:8: more than 3 values")
    assert to_plain(read("abc", Limits(max_scalar=3))) == "abc"
    assert problems("a: abcd", Limits(max_scalar=3))[0].startswith("f.yaml:1:4: a text of more than 3")


@pytest.mark.parametrize(
    "text",
    ["- @a", "- `a`", "a: %b", "a: *", "a: & b", "a: !<", "a: |x\n b", "a: {b", "a: }", "? a\n? - b\n- c", "a\nb: 1",
     "- a\nb: 1", "a: 'x", '"\\U00110000"', '"\\xq"', "%YAML 2.0\n---\na", "%TAG ! x\n---\na", "a: !e!x 1", "a: 1\n- b",
     "--- a\n...\nb", "key: [a, b}}", "a: \"b\" c", "[a,,b]", "{a: 1, b: 2]", "%X\n", "a:\n    b: 1\n  c: 2"],
)  # fmt: skip
def test_a_syntax_error_is_said_in_our_own_words(text: str) -> None:
    for problem in problems(text):
        assert problem.startswith("f.yaml:")
        words = problem.split(": ", 1)[1]
        assert words[0].islower()
        for jargon in ("token", "<", "scanning", "parsing", "flow", "scalar", "expected", 'in "'):
            assert jargon not in words


def test_a_syntax_error_hides_where_it_came_from() -> None:
    with pytest.raises(InputError) as caught:
        read("a: [")
    assert caught.value.__cause__ is None or not isinstance(caught.value.__cause__, yaml.YAMLError)


def test_nothing_is_ever_constructed(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("constructed")

    monkeypatch.setattr(yaml.constructor.BaseConstructor, "construct_document", never)
    monkeypatch.setattr(yaml.composer.Composer, "compose_node", never)
    assert to_plain(read("a: 1")) == {"a": 1}
