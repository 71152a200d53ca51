"""``explain``, ``what-if`` and ``ask``."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Ran

Run = Callable[..., Ran]
Question = Callable[[str], str]
Answer = Callable[[str], None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Answer:
    return lambda lines: monkeypatch.setattr("sys.stdin", io.StringIO(lines))


def test_explain_prints_the_tree_and_exits_as_the_decision_does(run: Run, clinic: str, question: Question) -> None:
    ran = run("explain", clinic, question("copy-not-approved.yaml"), "--lang", "en")
    assert ran.status == 1
    assert "第三条 forbids it" in ran.out
    assert "✗ its exception does not hold" in ran.out


def test_explain_gives_the_tree_as_json(run: Run, clinic: str, question: Question) -> None:
    data = json.loads(run("explain", clinic, question("copy-not-approved.yaml"), "--json").out)
    assert data["explanation"] == 1
    assert data["decision"]["effect"] == "deny"
    assert [rule["comes"] for rule in data["books"][0]["rules"]] == ["forbids", "have_done"]


def test_what_if_says_what_would_do(run: Run, clinic: str, question: Question) -> None:
    ran = run("what-if", clinic, question("copy-not-approved.yaml"), "--lang", "en")
    assert ran.status == 1
    assert "Any one of these will do:" in ran.out
    data = json.loads(run("what-if", clinic, question("copy-not-approved.yaml"), "--json").out)
    assert data["proposals"][0]["group"] == "obtainable"


def test_ask_asks_until_nothing_matters_and_prints_the_decision_alone(run: Run, clinic: str, typed: Answer) -> None:
    typed("复印\n文件\n内部\n")
    ran = run("ask", clinic)
    assert ran.status == 0
    assert ran.out.startswith("准予")
    assert "密级是否不低于秘密？（第三条）" in ran.err


def test_an_answer_that_is_not_understood_is_asked_for_again(run: Run, clinic: str, typed: Answer) -> None:
    typed("复印件一份\n复印\n文件\n机米\n机密\n")
    ran = run("ask", clinic)
    assert "不认识“复印件一份”" in ran.err
    assert "不认识“机米”，是否指“机密”？" in ran.err
    assert ran.err.count("密级是否不低于秘密") == 2


def test_a_level_that_the_rulebook_does_not_have_is_asked_for_again(run: Run, clinic: str, typed: Answer) -> None:
    typed("复印\n文件\n公开\n内部\n")
    ran = run("ask", clinic)
    assert "（内部、秘密、机密、绝密；不知道就直接回车）" in ran.err
    assert "`PUBLIC` is not on the scale of `example-clinic`" in ran.err
    assert ran.status == 0


def test_the_end_of_the_input_means_that_nothing_more_is_known(run: Run, clinic: str, typed: Answer) -> None:
    typed("copy\ndocument\nsecret\n")
    ran = run("ask", clinic, "--lang", "en")
    assert ran.status == 1
    assert ran.out.startswith("Not allowed")


def test_without_an_act_there_is_no_decision(run: Run, clinic: str, typed: Answer) -> None:
    typed("")
    ran = run("ask", clinic)
    assert (ran.status, ran.out) == (2, "")
    assert "没有说明想做什么" in ran.err


def test_ask_gives_the_decision_as_json(run: Run, clinic: str, typed: Answer) -> None:
    typed("复印\n文件\n内部\n")
    assert json.loads(run("ask", clinic, "--json").out)["effect"] == "allow"
