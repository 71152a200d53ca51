"""Whatever comes in, a node or an `InputError` comes out; and what YAML writes is read back."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from secrecy_rules.errors import InputError, RulebookError
from secrecy_rules.reading import RULEBOOK_LIMITS, Node, read_yaml, to_plain, yaml_text

_PURE = yaml.SafeLoader
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str | bytes, loader: object = _FAST) -> Node:
    before, yaml_text._LOADER = yaml_text._LOADER, loader
    try:
        return read_yaml(text, file=None, limits=RULEBOOK_LIMITS, error=RulebookError)
    finally:
        yaml_text._LOADER = before


def _worded(refused: InputError) -> None:
    assert type(refused) is RulebookError
    assert all(problem.message for problem in refused.problems)


def _safe(word: str) -> bool:
    # What PyYAML writes without quotes although another reader would not take it for text.
    return word.lower() not in {"y", "n"} and not word[:1].isdigit() and word[:1] not in set("+-.")


_visible = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), exclude_characters="\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")  # fmt: skip
_texts = st.text(_visible | st.sampled_from("\n\t :#'\"-[]{}"), max_size=12).filter(_safe)
_words = [
    "yes",
    "No",
    "true",
    "~",
    "null",
    "010",
    "0x1F",
    "2020-01-01",
    "12:30",
    "1_000",
    ".inf",
    "<<",
    "",
    "=",
    "8",
]
_keys = st.text(st.sampled_from("abc主任密件_-: #'"), max_size=6).filter(_safe)
_numbers = st.integers(-(10**18), 10**18) | st.decimals(-1000, 1000, places=3).map(float).filter(
    lambda number: "e" not in repr(number)
)
_data = st.recursive(
    st.none() | st.booleans() | _numbers | _texts | st.sampled_from(_words),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=4),
    max_leaves=20,
).map(lambda data: {"data": data})


@given(_data, st.sampled_from([None, True, False]), st.booleans())
def test_what_yaml_writes_is_read_back(data: object, flow: bool | None, unicode: bool) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=unicode)
    assert to_plain(read(text)) == data
    assert read(text, _PURE) == read(text)


_pieces = st.sampled_from(
    [
        "a",
        "b: ",
        ": ",
        "- ",
        "? ",
        "\n",
        "\n  ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&x ",
        "*x",
        "!t ",
        "!!str ",
        "<<: ",
        "yes",
        "010",
        "'",
        '"',
        "\\",
        "|\n",
        ">\n ",
        "#",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\t",
        "\r",
        "\ufeff",
        "\u202e",
        "\x00",
        "：",
        "1",
        '"\\U00110000"',
        '"\\ud800"',
        "\ud800",
        "~",
        "null",
        "=",
        "@",
        "`",
    ]
)


@settings(max_examples=500)
@given(st.lists(_pieces, max_size=25).map("".join))
def test_any_text_gives_a_node_or_an_input_error(text: str) -> None:
    for loader in (_FAST, _PURE):
        try:
            read(text, loader)
        except RulebookError as refused:
            _worded(refused)


@settings(max_examples=300)
@given(st.binary(max_size=80))
def test_any_bytes_give_a_node_or_an_input_error(raw: bytes) -> None:
    try:
        read(raw)
    except InputError as refused:
        _worded(refused)
