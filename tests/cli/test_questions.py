"""The six questions on the command line: exit status, text, JSON, options."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from typing import get_args

import pytest

from secrecy_rules import Authority, Classification, Consequences, Decision, DutyList, Inspection
from secrecy_rules.cli.commands.decide import BACKENDS, SILENCE
from secrecy_rules.engine.engine import Backend, Silence
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
Question = Callable[[str], str]


@pytest.mark.parametrize(
    ("command", "file", "status"),
    [
        ("decide", "copy-approved.yaml", 0),
        ("decide", "take-out-internal.yaml", 0),
        ("decide", "copy-not-approved.yaml", 1),
        ("decide", "copy-top-secret.json", 1),
        ("decide", "read.yaml", 1),
        ("inspect", "computer-in-order.yaml", 0),
        ("inspect", "computer-in-breach.yaml", 1),
        ("inspect", "plan.yaml", 1),
        ("classify", "plan.yaml", 0),
        ("duties", "loan.yaml", 0),
        ("consequences", "leak.yaml", 0),
        ("authority", "change-level.yaml", 0),
    ],
)
def test_the_exit_status_is_the_answer(
    run: Run, clinic: str, question: Question, command: str, file: str, status: int
) -> None:
    ran = run(command, clinic, question(file))
    assert (ran.status, ran.err) == (status, "")
    assert ran.out


@pytest.mark.parametrize(
    ("command", "file", "answer"),
    [
        ("decide", "copy-approved.yaml", Decision),
        ("decide", "copy-not-approved.yaml", Decision),
        ("classify", "plan.yaml", Classification),
        ("inspect", "computer-in-breach.yaml", Inspection),
        ("duties", "loan.yaml", DutyList),
        ("consequences", "leak.yaml", Consequences),
        ("authority", "change-level.yaml", Authority),
    ],
)
def test_json_is_the_answer_itself(
    run: Run, clinic: str, question: Question, command: str, file: str, answer: type
) -> None:
    ran = run(command, clinic, question(file), "--json")
    back = answer.from_json(ran.out)  # type: ignore[attr-defined]
    assert back.to_json() + "\n" == ran.out
    assert list(back.rulebooks) == ["example-clinic"]


def test_the_text_is_chinese_unless_english_is_asked_for(run: Run, clinic: str, question: Question) -> None:
    file = question("copy-not-approved.yaml")
    assert run("decide", clinic, file).out.startswith("不准：")
    assert run("decide", clinic, file, "--lang", "en").out.startswith("Not allowed: ")
    assert run("--lang=en", "decide", clinic, file).out.startswith("Not allowed: ")


def test_options_may_stand_anywhere_between_the_files(run: Run, clinic: str, question: Question) -> None:
    file = question("copy-approved.yaml")
    one = run("decide", clinic, clinic, file, "--lang", "en", "--as-of", "2024-05-01").out
    assert run("decide", "--lang", "en", clinic, "--as-of", "2024-05-01", clinic, file).out == one
    assert run("--lang", "en", "decide", clinic, "--as-of=2024-05-01", clinic, file).out == one


def test_a_question_is_read_from_standard_input(
    run: Run, clinic: str, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Standard:
        buffer = io.BytesIO("行为: 复印\n对象: {种类: 公文, 密级: 内部}".encode())

    monkeypatch.setattr(sys, "stdin", Standard())
    assert run("decide", clinic, "-").status == 0
    Standard.buffer = io.BytesIO(b"action: photocpy")
    ran = run("decide", clinic, "-", "--lang", "en")
    assert ran.status == 2
    assert "standard input:1:1: unknown action `photocpy` (did you mean `photocopy`?)" in ran.err


def test_as_of_wins_over_the_date_in_the_file(run: Run, clinic: str, question: Question) -> None:
    file = question("copy-approved.yaml")
    assert json.loads(run("decide", clinic, file, "--json").out)["as_of"] == "2024-03-01"
    assert json.loads(run("decide", clinic, file, "--json", "--as-of", "2024-05-01").out)["as_of"] == "2024-05-01"
    ran = run("decide", clinic, file, "--as-of", "2019-12-31")
    assert ran.status == 2
    assert "not yet in force on 2019-12-31 (in force from 2020-01-01)" in ran.err


def test_silence_allow_turns_an_act_that_nothing_covers(run: Run, clinic: str, question: Question) -> None:
    ran = run("decide", clinic, question("read.yaml"), "--silence", "allow", "--lang", "en")
    assert ran.status == 0
    assert "The choice was made that what no rulebook covers is allowed." in ran.out


def test_no_presume_presumes_nothing_and_says_so(run: Run, clinic: str, question: Question) -> None:
    file = question("take-out.yaml")
    assert "not in wartime" in run("decide", clinic, file, "--lang", "en").out
    ran = run("decide", clinic, file, "--lang", "en", "--no-presume")
    assert "not in wartime" not in ran.out
    assert "Nothing was assumed." in ran.out


def test_a_rulebook_of_the_user_is_found_by_its_id_in_the_folder(run: Run, clinic: str, question: Question) -> None:
    folder = clinic.rpartition("/")[0]
    ran = run("decide", "example-clinic", question("copy-approved.yaml"), "--folder", folder)
    assert ran.status == 0
    ran = run("decide", "exmaple-clinic", question("copy-approved.yaml"), "--folder", folder)
    assert ran.status == 2
    assert "unknown rulebook `exmaple-clinic` (did you mean `example-clinic`?)" in ran.err


def test_the_choices_are_those_of_the_engine() -> None:
    assert set(BACKENDS) == set(get_args(Backend))
    assert set(SILENCE) == set(get_args(Silence))
