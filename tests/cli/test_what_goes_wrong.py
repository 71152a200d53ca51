"""Whatever is wrong ends in a named problem and exit status 2: no traceback, no allow."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from secrecy_rules.cli.commands import decide
from secrecy_rules.cli.parser import COMMANDS
from secrecy_rules.errors import MissingExtraError
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
Question = Callable[[str], str]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PYTHONIOENCODING": "utf-8"}


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "secrecy_rules", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**ENVIRONMENT, **options},
    )


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("decid",),
        ("decide",),
        ("decide", "only-one-file.yaml"),
        ("decide", "hospital-2017", "x.yaml", "--silence", "perhaps"),
        ("decide", "hospital-2017", "x.yaml", "--as-of", "31.3.2024"),
        ("decide", "hospital-2017", "x.yaml", "--unheard-of"),
        ("decide", "hospital-2017", "x.yaml", "--lang", "fr"),
        ("decide", "hospital-2017", "nowhere.yaml"),
        ("decide", "no-such-book", __file__),
        ("decide", "nowhere.yaml", __file__),
        ("classify", "hospital-2017", __file__),
        ("list", "something"),
        ("list", "--folder", "nowhere"),
        ("coverage",),
        ("coverage", "--corpus", "nowhere"),
        ("cases", "no-such-book"),
        ("source", "hospital-2017"),
        ("source", "hospital-2017", "nowhere.txt"),
        ("source", "no-such-book", __file__),
    ],
)
def test_wrong_arguments_end_in_a_problem(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, "--json")
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert ran.err.startswith("输入有误")
    problems = json.loads(ran.out)["error"]
    assert len(ran.err.splitlines()) == len(problems) + 1
    for problem in problems:
        assert set(problem) == {"message", "file", "line", "column", "cure", "path"}
        assert problem["message"] in ran.err


def test_the_framing_words_are_in_the_language_asked_for(run: Run) -> None:
    assert run("decide", "x", "nowhere.yaml").err.startswith("输入有误：")
    assert run("decide", "x", "nowhere.yaml", "--lang", "en").err.startswith("wrong input:")
    assert run("decide", "--lang", "en").err.endswith("(see secrecy-rules decide --help)\n")


def test_a_missing_extra_is_named(run: Run, clinic: str, question: Question, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise MissingExtraError("events", "the backend `durable`")

    monkeypatch.setattr("secrecy_rules.engine.Institution", refuse)
    ran = run("decide", clinic, question("copy-approved.yaml"), "--backend", "durable")
    assert ran.status == 2
    assert 'needs the extra `events`: pip install "secrecy-rules[events]"' in ran.err


def test_a_fault_of_the_program_is_no_traceback_and_no_allow(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_(*_: object) -> int:
        raise RecursionError("too\nmuch")

    monkeypatch.setattr(decide, "run", break_)
    ran = run("decide", "x", "y", "--lang", "en", "--json")
    assert ran.status == 2
    assert "RecursionError: too\\nmuch (this is a fault of the program, at tests.cli.test_what_goes_wrong:" in ran.err
    assert json.loads(ran.out)["error"][0]["message"] == "RecursionError: too\nmuch"


def test_an_interruption_is_reported_as_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(decide, "run", interrupt)
    ran = run("decide", "x", "y")
    assert (ran.status, ran.out, ran.err) == (130, "", "已中断。\n")


def test_a_closed_pipe_ends_quietly_and_is_no_allow(clinic: str, question: Question) -> None:
    command = [sys.executable, "-m", "secrecy_rules", "decide", clinic, question("copy-approved.yaml")]
    # The reader is gone before anything is written.
    reader, writer = os.pipe()
    os.close(reader)
    with subprocess.Popen(command, stdout=writer, stderr=subprocess.PIPE, env=ENVIRONMENT) as running:
        os.close(writer)
        _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (128 + signal.SIGPIPE, b"")


def test_a_terminal_without_chinese_gets_escapes(clinic: str, question: Question) -> None:
    ran = process("decide", clinic, question("copy-not-approved.yaml"), PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.startswith("\\u4e0d\\u51c6")
    ran = process("decide", clinic, question("copy-not-approved.yaml"), "--json", PYTHONIOENCODING="ascii")
    assert json.loads(ran.stdout)["citations"][0]["article"] == "第三条"


def test_the_module_runs_as_the_command_does(clinic: str, question: Question) -> None:
    assert process("decide", clinic, question("copy-approved.yaml")).returncode == 0
    ran = process("--help", "--lang", "en")
    assert ran.returncode == 0
    assert all(name in ran.stdout for name in COMMANDS)
    assert process("--version").stdout.startswith("secrecy-rules ")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_json_and_lang(
    command: str, lang: str, capsys: pytest.CaptureFixture[str], run: Run
) -> None:
    ran = run(command, "--help", "--lang", lang)
    assert ran.status == 0
    assert "--json" in ran.out
    assert "--lang {zh,en}" in ran.out
    assert ran.out.startswith("用法：secrecy-rules" if lang == "zh" else "usage: secrecy-rules")


def test_deciding_imports_nothing_of_the_tools_for_maintainers(clinic: str, question: Question) -> None:
    script = (
        "import sys; from secrecy_rules.cli.main import main; "
        f"main(['decide', {clinic!r}, {question('read.yaml')!r}]); "
        "print(sorted(m for m in sys.modules if m.startswith(('secrecy_rules.testing', 'secrecy_rules.durable', "
        "'durable', 'hypothesis', 'jsonschema', 'pytest'))), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", timeout=60, check=True, env=ENVIRONMENT
    )
    assert ran.stderr == "[]\n"
