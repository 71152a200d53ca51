"""Reads a hostile file in a process of its own, and says what it cost.

`VmHWM` is the process's own peak; `getrusage` would count the parent's, from before the exec.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

MEGABYTES = 100
YARDSTICKS = 10

measured = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory by /proc")

CHILD = """
import json, sys
from secrecy_rules import RulebookError, read_rulebook
from secrecy_rules.reading import RULEBOOK_LIMITS, read_file
from tests.yardstick import yardsticks

def refused():
    global message
    try:
        READ
    except RulebookError as error:
        message = str(error)

message = None
cost = yardsticks(refused)
status = open("/proc/self/status").read()
print(json.dumps([message, cost, int(status.split("VmHWM:")[1].split()[0]) / 1024]))
"""


def assert_refused_cheaply(path: Path, read: str) -> None:
    """`read` is the call that must refuse the file `sys.argv[1]`."""
    run = subprocess.run(
        [sys.executable, "-c", CHILD.replace("READ", read), str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"},
    )
    message, cost, megabytes = json.loads(run.stdout)
    print(f"{path.name:32} {cost:.1f} yardsticks {megabytes:.0f} MB {str(message)[:80]}")
    assert message is not None
    assert len(message) < 20_000
    assert cost < YARDSTICKS
    assert megabytes < MEGABYTES
