"""Hostile inputs are refused in no more time than a second of an ordinary machine, and within 100 MB."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

YARDSTICKS = 10  # an ordinary machine runs the yardstick below in a tenth of a second
MEGABYTES = 100

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

# `VmHWM` is this process's own peak; `getrusage` would count the parent's, from before the exec.
CHILD = """
import json, sys, time
from secrecy_rules.errors import RulebookError
from secrecy_rules.reading import RULEBOOK_LIMITS, read_file
# Processor time, held against a fixed piece of work: a slow or loaded machine says nothing about the input.
def yardstick():
    start = time.process_time()
    sum(i * i for i in range(2_000_000))
    return time.process_time() - start
ordinary = min(yardstick() for _ in range(3))
start = time.process_time()
try:
    read_file(sys.argv[1], limits=RULEBOOK_LIMITS, error=RulebookError)
    message = None
except RulebookError as error:
    message = str(error)
seconds = time.process_time() - start
status = open("/proc/self/status").read()
print(json.dumps([message, int(status.split("VmHWM:")[1].split()[0]) / 1024, seconds / ordinary]))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory by /proc")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_quickly_and_in_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name].encode())
    run = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"},
    )
    message, megabytes, yardsticks = json.loads(run.stdout)
    print(f"{name:32} {yardsticks:.1f} yardsticks {megabytes:.0f} MB")
    assert message is not None
    assert len(message) < 20_000
    assert yardsticks < YARDSTICKS
    assert megabytes < MEGABYTES
