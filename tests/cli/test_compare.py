"""``compare``: one request under many rulebooks, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.semantics.toy import document

Run = Callable[..., Ran]
BOOKS = {
    "bans": "- {id: ban, forbid: copy}",
    "bans-too": "- {id: ban, forbid: copy}",
    "permits": "- {id: may, permit: copy}",
    "silent": "- {id: other, forbid: lend}",
}


@pytest.fixture(autouse=True)
def only_these(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrecy_rules.rulebook.registry._shipped_files", dict)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for name, rules in BOOKS.items():
        (tmp_path / f"{name}.yaml").write_text(document(rules, name=name), encoding="utf-8")
    return str(tmp_path)


@pytest.fixture
def request_file(tmp_path: Path) -> str:
    # In a folder of its own: every other .yaml in the user's folder is a rulebook.
    path = tmp_path / "questions.json"
    path.write_text('{"action": "复制", "object": {"kind": "文件", "level": "机密"}}', encoding="utf-8")
    return str(path)


def test_the_table_has_what_few_say_first_and_counts_the_answers(run: Run, folder: str, request_file: str) -> None:
    ran = run("compare", request_file, "--folder", folder)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "规章      行业  结论            依据",
        "permits   医院  准予：条文准许  第1条",
        "bans      医院  不准：禁止      第1条",
        "bans-too  医院  不准：禁止      第1条",
        "silent    医院  不准：没有规定",
        "",
        "共4部规章：准予：条文准许 1部、不准：禁止 2部、不准：没有规定 1部",
    ]


def test_rulebooks_may_be_named(run: Run, folder: str, request_file: str) -> None:
    ran = run("compare", "bans", "permits", request_file, "--folder", folder, "--json", "--as-of", "2026-01-05")
    data = json.loads(ran.out)
    assert (data["comparison"], data["action"], data["as_of"]) == (1, "copy", "2026-01-05")
    assert [(row["rulebook"], row["effect"], row["ground"], row["articles"]) for row in data["rows"]] == [
        ("bans", "deny", "forbidden", ["第1条"]),
        ("permits", "allow", "permitted", ["第1条"]),
    ]


def test_a_sector_without_rulebooks_is_an_error(run: Run, folder: str, request_file: str) -> None:
    ran = run("compare", request_file, "--folder", folder, "--sector", "hospitals")
    assert ran.status == 2
    assert "no rulebook is of the sector `hospitals` (did you mean `hospital`?)" in ran.err


def test_a_wrong_request_is_reported_with_its_place(run: Run, folder: str, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"action": "coppy"}', encoding="utf-8")
    ran = run("compare", str(wrong), "--folder", folder)
    assert ran.status == 2
    assert "wrong.json:1:2: unknown action `coppy`" in ran.err
