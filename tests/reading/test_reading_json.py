"""JSON is read like the standard library reads it, with positions and without its leniency."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secrecy_rules.errors import InputError, RequestError
from secrecy_rules.reading import REQUEST_LIMITS, Limits, Node, position_of, read_json, to_plain


def read(text: str | bytes, limits: Limits = REQUEST_LIMITS) -> Node:
    return read_json(text, file=None, limits=limits, error=RequestError)


_text = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), exclude_characters="\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"), max_size=8)  # fmt: skip
_keys = st.text(st.sampled_from('abcdefgh主任密件_- 8"\\'), max_size=6)
_data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=4),
    max_leaves=20,
).map(lambda data: [data])


@given(_data, st.sampled_from([None, 1]), st.booleans())
def test_what_json_writes_is_read_back(data: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    assert to_plain(read(text)) == data
    assert to_plain(read(text.encode())) == data


@given(st.text(st.sampled_from('{}[]",:1-.eE tn\\u0a\n') | st.characters(), max_size=40))
def test_a_text_is_read_as_json_reads_it_or_refused(text: str) -> None:
    try:
        node = read(text)
    except InputError:
        pass  # the other lawful answer
    else:
        assert to_plain(node) == json.loads(text)


@given(st.binary(max_size=60))
def test_any_bytes_give_a_node_or_an_input_error(raw: bytes) -> None:
    with suppress(InputError):
        read(raw)


def test_positions_are_kept() -> None:
    node = read('{"人": {"a": [1,\n  "x"]},\n "b": null}')
    assert position_of(node, ("人", "a")) == (1, 8)
    assert position_of(node, ("人", "a", 1)) == (2, 3)
    assert position_of(node, ("b",)) == (3, 2)


@pytest.mark.parametrize(("text", "value"), [("1", 1), (" [] ", []), ("{}", {}), ('"a"', "a"), ("1e2", 100.0)])
def test_any_json_value_may_be_the_root(text: str, value: object) -> None:
    assert to_plain(read(text)) == value


def test_the_caps_of_a_request_are_small() -> None:
    assert to_plain(read("[" * 12 + "]" * 12)) is not None
    for text, words in {
        "[" * 13: "1:13: more than 12 levels of nesting",
        "[" + "1," * 6000 + "1]": "more than 5,000 values and keys",
        '"' + "a" * 20_001 + '"': "1:1: a text of more than 20,000 characters",
        " " * 70_000: "the text is larger than 65,536 bytes",
        "1" * 40: "1:1: `1111111111111111111111111111111111111111` is too large a number",
    }.items():
        with pytest.raises(RequestError) as caught:
            read(text)
        assert words in str(caught.value)


def test_duplicate_keys_and_wrong_words_come_together() -> None:
    with pytest.raises(RequestError) as caught:
        read('{"a": NaN, "a": None, "b": {"c": 1, "c": 2}}')
    assert len(caught.value.problems) == 4
