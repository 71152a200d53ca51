"""What the READMEs show is what the library prints.

``RECORD_TEXTS=1`` writes the shown outputs and figures anew, so that git shows what changed.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from secrecy_rules import load
from secrecy_rules.cli.main import main
from secrecy_rules.cli.words import words
from secrecy_rules.testing.coverage import COUNTS
from tests.today import coverage_of_today, needs_corpus, shares_coverage

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "README.zh-CN.md")
RECORD = bool(os.environ.get("RECORD_TEXTS"))
MAIN_JOB = re.compile(r"```python\n(?P<code>.*?)```(?P<between>[^`]*)```text\n(?P<shown>.*?)```", re.DOTALL)
COMMAND = re.compile(r"```console\n\$ (?P<command>secrecy-rules [^\n]*)\n(?P<shown>.*?)```", re.DOTALL)
TABLE = re.compile(r"<!-- coverage -->\n(?P<shown>.*?)<!-- /coverage -->", re.DOTALL)
HEADINGS = {
    "README.md": "| sector | rulebooks | clauses | accounted for | executable | encoded | norms | served | with reason | rules | cases |",
    "README.zh-CN.md": "| 行业 | 规则书 | 条款 | 已处理 | 可执行 | 已编码 | 规范 | 有规则 | 有理由 | 规则 | 案例 |",
}
COLUMNS = ("rulebooks", *(name for name in COUNTS if not name.startswith("rules_")))


def _shows(page: str, block: re.Pattern[str], printed: str) -> None:
    """Compare what the page shows with what was printed, or record it."""
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    match = block.search(text)
    assert match is not None, f"{page} has lost its block"
    if RECORD:
        start, end = match.span("shown")
        path.write_text(text[:start] + printed + text[end:], encoding="utf-8")
    else:
        assert match["shown"] == printed


def _printed(run) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run()
    return out.getvalue()


@pytest.mark.parametrize("page", PAGES)
def test_the_main_job_prints_what_the_page_shows(page: str) -> None:
    code = MAIN_JOB.search((ROOT / page).read_text(encoding="utf-8"))["code"]
    lines = [line for line in code.splitlines() if line.strip()]
    assert len(lines) < 15
    _shows(page, MAIN_JOB, _printed(lambda: exec(code, {})))  # noqa: S102  (the page shows this code)


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_print_what_the_page_shows(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    commands = [match["command"] for match in COMMAND.finditer((ROOT / page).read_text(encoding="utf-8"))]
    assert [command for command in commands if " compare " in command]
    for command in commands:
        block = re.compile(rf"```console\n\$ {re.escape(command)}\n(?P<shown>.*?)```", re.DOTALL)
        _shows(page, block, _printed(lambda: main(shlex.split(command)[1:])))  # noqa: B023  (called at once)


@needs_corpus
@shares_coverage
@pytest.mark.parametrize("page", PAGES)
def test_the_figures_of_coverage_are_those_of_today(page: str) -> None:
    data = coverage_of_today().to_data()
    say = words("en" if page == "README.md" else "zh")
    sectors: dict[str, Counter[str]] = {}
    for name, counts in data["rulebooks"].items():
        counted = {column: counts[column] for column in COLUMNS[1:]}
        sectors.setdefault(load(name).sector, Counter()).update({"rulebooks": 1, **counted})
    rows = [(say.named("sector", sector), counts) for sector, counts in sorted(sectors.items())]
    total = {"rulebooks": len(data["rulebooks"]), **data["total"]}
    rows.append(("total" if page == "README.md" else "合计", total))
    table = [HEADINGS[page], "|---" * (len(COLUMNS) + 1) + "|"]
    table += [f"| {name} | " + " | ".join(str(counts[c]) for c in COLUMNS) + " |" for name, counts in rows]
    _shows(page, TABLE, "\n".join(table) + "\n")
