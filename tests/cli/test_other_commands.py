"""``list``, ``coverage``, ``cases`` and ``source``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from secrecy_rules import shipped
from tests.cli.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture
def folder(clinic: str) -> str:
    return str(Path(clinic).parent)


@pytest.fixture
def only_the_clinic(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped rulebooks are tested elsewhere, and take their time."""
    monkeypatch.setattr("secrecy_rules.rulebook.registry._shipped_files", dict)


def test_list_counts_clauses_and_rules(run: Run, folder: str) -> None:
    listed = json.loads(run("list", "--folder", folder, "--json").out)["rulebooks"]
    assert [book["id"] for book in listed] == [*shipped(), "example-clinic"]
    assert listed[-1] == {
        "id": "example-clinic",
        "title": {"zh": "示例门诊部保密制度", "en": "Confidentiality rules of an example clinic"},
        "sector": "hospital",
        "number": "例〔2020〕1号",
        "in_force": {"from": "2020-01-01", "to": None},
        "clauses": 8,
        "rules": 12,
    }


@pytest.mark.usefixtures("only_the_clinic")
def test_the_columns_of_list_stand_below_each_other(run: Run, folder: str) -> None:
    assert run("list", "--folder", folder).out.splitlines() == [
        "规章            行业  条款  规则  标题",
        "example-clinic  医院  8     12    示例门诊部保密制度",
    ]


def test_list_names_every_wrong_rulebook_of_the_user(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("rulebook: two", encoding="utf-8")
    (tmp_path / "three.yaml").write_text("a: no", encoding="utf-8")
    ran = run("list", "--folder", str(tmp_path))
    assert ran.status == 2
    assert "one.yaml:1:1" in ran.err
    assert "three.yaml:1:4" in ran.err


def test_cases_prints_each_case_under_its_title(run: Run, clinic: str) -> None:
    ran = run("cases", clinic)
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "example-clinic 密件复印",
        "  符合  主任书面同意并登记",
        "  符合  没有批准",
        "符合2例，不符0例",
    ]


def test_cases_exits_1_and_says_what_was_expected(run: Run, clinic: str, tmp_path: Path) -> None:
    for suffix in (".yaml", ".cases.yaml"):
        text = Path(clinic).with_suffix("").with_suffix(suffix).read_text(encoding="utf-8")
        (tmp_path / f"example-clinic{suffix}").write_text(
            text.replace("ground: needs_approval", "ground: forbidden"), encoding="utf-8"
        )
    ran = run("cases", "example-clinic", "--folder", str(tmp_path), "--json")
    assert ran.status == 1
    data = json.loads(ran.out)
    assert (data["passed"], data["failed"]) == (1, 1)
    assert data["cases"][1] == {
        "rulebook": "example-clinic",
        "group": "copying",
        "title": "密件复印",
        "case": "没有批准",
        "passed": False,
        "failures": ["ground: expected forbidden, got needs_approval"],
    }


def corpus(folder: Path, clinic: str) -> Path:
    """The inventory that fits the clinic's rulebook."""
    book = yaml.safe_load(Path(clinic).read_text(encoding="utf-8"))
    texts = Path(clinic).with_suffix(".txt").read_text(encoding="utf-8").split("\n\n")
    clauses = [
        {
            "id": article["id"],
            "text": text.strip(),
            "executable": "rules" in article,
            "norms": [{}] * max(1, len(article.get("norms", {}))),
            **article["source"],
        }
        for article, text in zip(book["articles"], texts, strict=True)
    ]
    inventory = {"id": "example-clinic", "confidentiality": True, "clauses": clauses}
    (folder / "example-clinic.yaml").write_text(yaml.safe_dump(inventory, allow_unicode=True), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("only_the_clinic")
def test_coverage_counts_and_exits_1_for_a_rule_without_cases(
    run: Run, clinic: str, folder: str, tmp_path: Path
) -> None:
    ran = run("coverage", "--corpus", str(corpus(tmp_path, clinic)), "--folder", folder, "--json")
    assert ran.status == 1
    data = json.loads(ran.out)
    assert data["total"] == data["rulebooks"]["example-clinic"]
    assert list(data["total"]) == [
        *("clauses", "accounted", "executable", "encoded", "inert", "norms", "norms_served", "norms_reasoned"),
        *("rules", "cases", "rules_fired", "rules_withheld"),
    ]
    assert (data["total"]["clauses"], data["total"]["accounted"], data["total"]["inert"]) == (8, 8, {"title": 1})
    assert "example-clinic: rule leak is fired by no case" in ran.err
    text = run("coverage", "--corpus", str(tmp_path), "--folder", folder).out
    assert text.splitlines()[0].split() == [
        *("条款", "已处理", "可执行", "已编码", "规范", "有规则", "有理由", "规则", "判例", "有触发例", "有不触发例")
    ]
    assert text.splitlines()[-1] == "不编码的条款：标题 1"


def test_source_finds_the_wording_and_reports_a_change(run: Run, clinic: str, tmp_path: Path) -> None:
    copy = Path(clinic).with_suffix(".txt")
    ran = run("source", clinic, str(copy))
    assert ran.status == 0
    assert ran.out.splitlines()[-1] == "未改动8条，改动0条，移位0条，缺失0条"
    assert "  原文：涉密计算机须物理隔离，密码不少于十位。" in ran.out
    changed = tmp_path / "new.txt"
    changed.write_text(copy.read_text(encoding="utf-8").replace("不少于十位", "不少于八位"), encoding="utf-8")
    ran = run("source", clinic, str(changed), "--lang", "en")
    assert ran.status == 1
    assert ran.out.startswith(
        "Clauses that changed\n第五条\n  Text: 涉密计算机须物理隔离，密码不少于八位。\n  Meaning: "
    )
    data = json.loads(run("source", clinic, str(changed), "--json").out)
    assert [place["clause"] for place in data["changed"]] == ["5"]
