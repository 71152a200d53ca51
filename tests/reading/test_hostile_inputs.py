"""Hostile inputs are refused in no more time than a second of an ordinary machine, and within 100 MB."""

from pathlib import Path

import pytest

from tests.hostile import assert_refused_cheaply, measured

HOSTILE = {
    "billion_laughs.yaml": "a0: &a0 [x]\n"
    + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 40)),
    "ten_megabytes.yaml": "a: " + "x" * 10_000_000,
    "ten_megabytes.json": '"' + "x" * 10_000_000 + '"',
    "nested_brackets.yaml": "[" * 100_000,
    "nested_brackets_on_lines.yaml": "[\n" * 100_000,
    "nested_braces.yaml": "{a: " * 100_000,
    "nested_dashes.yaml": "- " * 100_000,
    "nested_question_marks.yaml": "? " * 100_000,
    "nested_blocks.yaml": "".join(" " * i + "a:\n" for i in range(1_000)),
    "nested_brackets.json": "[" * 900_000,
    "nested_braces.json": '{"a":' * 150_000,
    "huge_scalar.yaml": "a: " + "x" * 900_000,
    "huge_block.yaml": "a: |\n" + " x\n" * 300_000,
    "huge_key.yaml": "k" * 900_000 + ": 1",
    "huge_number.yaml": "a: " + "9" * 900_000,
    "huge_number.json": "9" * 900_000,
    "underscores.yaml": "a: 1" + "_" * 900_000 + "x",
    "unclosed_quote.yaml": '"' + "\n" * 900_000,
    "unclosed_quote.json": '"' + "x" * 900_000,
    "many_nodes.yaml": "[" + "[]," * 300_000 + "]",
    "many_nodes.json": "[" + "[]," * 300_000 + "]",
    "many_dashes.yaml": "- - - -\n" * 100_000,
    "many_problems.yaml": "- yes\n" * 150_000,
    "many_duplicates.json": "{" + '"a":1,' * 90_000 + '"a":1}',
    "many_hidden.yaml": "\u200b" * 300_000,
    "only_blank.yaml": "\n" * 900_000,
    "only_tabs.yaml": "\t\n" * 450_000,
    "only_comments.yaml": "#\n" * 450_000,
    "only_colons.yaml": ":" * 900_000,
    "long_anchor.yaml": "&" + "a" * 900_000,
}


@measured
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_quickly_and_in_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name].encode())
    assert_refused_cheaply(path, "read_file(sys.argv[1], limits=RULEBOOK_LIMITS, error=RulebookError)")
