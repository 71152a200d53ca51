"""The outputs in docs/cli.md and docs/json.md are what the commands print.

``RECORD_TEXTS=1`` writes them anew, so that git shows what changed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

import pytest

from secrecy_rules.model import answers
from secrecy_rules.model.answers import Answer, BothLanguages, Did, DutyState, Effect, Ground, Verdict

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "docs" / name for name in ("cli.md", "json.md", "explanations.md")]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
# Digests change with every word of a rulebook, the version with every release.
CHANGING = re.compile(
    r"(?<=digest )[0-9a-f]{12}|(?<=摘要)[0-9a-f]{12}|[0-9a-f]{64}|(?<=secrecy-rules )\d\S*$|(?<=\"library\": \")[^\"]+",
    re.MULTILINE,
)


def commands(block: str) -> list[str]:
    return [line for line in block.splitlines() if line.startswith("$ ")]


def output(lines: list[str]) -> str:
    """Every command with what it prints, as a reader would see it in a terminal."""
    script = "\n".join(
        f"printf '%s\\n' {_quoted(line)}; {line[2:]}" if "$?" not in line else _status(line) for line in lines
    )
    function = f'secrecy-rules() {{ {_quoted(sys.executable)} -m secrecy_rules "$@"; }}\nset -o pipefail\n'
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(
        ["bash", "-c", function + script],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
        env=environment,
    )
    return ran.stdout


def _status(line: str) -> str:
    # Printing the prompt must not change the status that is printed next.
    return f"status=$?; printf '%s\\n' {_quoted(line)}; echo $status"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


ALL_MODELS = [m for m in vars(answers).values() if isinstance(m, type) and issubclass(m, Answer) and m is not Answer]
BLOCKS = [
    (page, block)
    for page in PAGES
    for block in BLOCK.findall(page.read_text(encoding="utf-8"))
    if block.startswith("$ ")
]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for a shell")
@pytest.mark.parametrize(("page", "block"), BLOCKS, ids=[f"{page.stem}-{i}" for i, (page, _) in enumerate(BLOCKS)])
def test_the_page_shows_what_the_commands_print(page: Path, block: str) -> None:
    lines = commands(block)
    if "../shared/corpus" in block and not (ROOT.parent / "shared" / "corpus").is_dir():
        pytest.skip("the inventories are not part of the repository")
    printed = output(lines)
    # A rulebook that is being worked on must not get its problems, with the paths of this machine, into the page.
    assert str(ROOT) not in printed
    if os.environ.get("RECORD_TEXTS"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(f"```console\n{block}```", f"```console\n{printed}```"), encoding="utf-8")
        return
    assert CHANGING.sub("…", printed) == CHANGING.sub("…", block)


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda model: model.__name__)
def test_every_key_of_an_answer_is_documented(model: type[Answer]) -> None:
    page = PAGES[1].read_text(encoding="utf-8")
    assert [name for name in model.model_fields if f"`{name}`" not in page and model is not BothLanguages] == []


@pytest.mark.parametrize("codes", [Effect, Ground, Did, DutyState, Verdict], ids=lambda codes: codes.__name__)
def test_every_code_of_an_answer_is_documented(codes: type[StrEnum]) -> None:
    page = PAGES[1].read_text(encoding="utf-8")
    assert [code for code in codes if f"`{code}`" not in page] == []
