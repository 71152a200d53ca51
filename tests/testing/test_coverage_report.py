"""Coverage sees what is missing: a clause, a fingerprint, a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from secrecy_rules.errors import SourceError
from secrecy_rules.testing.coverage import coverage
from tests.testing.helpers import CASES, CLAUSES, write_clinic, write_corpus


@pytest.fixture(autouse=True)
def only_the_clinic(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped rulebooks are held against the corpus elsewhere, and take their time."""
    monkeypatch.setattr("secrecy_rules.testing.coverage.shipped", lambda: ())


def _clinic(tmp_path: Path, **changes):
    (tmp_path / "books").mkdir()
    (tmp_path / "corpus").mkdir()
    write_corpus(tmp_path / "corpus", changes.pop("corpus", None))
    write_clinic(tmp_path / "books", **changes)
    report = coverage(tmp_path / "corpus", tmp_path / "books")
    return report.to_data()["rulebooks"]["clinic"], [p for p in report.problems if p.startswith("clinic:")]


def test_a_rulebook_that_accounts_for_every_clause_has_no_problem(tmp_path: Path) -> None:
    counts, problems = _clinic(tmp_path)
    assert problems == []
    assert counts == {
        "clauses": 4,
        "accounted": 4,
        "executable": 2,
        "encoded": 2,
        "inert": {"exhortation": 1, "title": 1},
        "norms": 2,
        "norms_served": 2,
        "norms_reasoned": 0,
        "rules": 2,
        "cases": 3,
        "rules_fired": 2,
        "rules_withheld": 2,
    }


def test_a_clause_that_is_dropped_is_a_problem(tmp_path: Path) -> None:
    counts, problems = _clinic(tmp_path, clauses={name: text for name, text in CLAUSES.items() if name != "2"})
    assert (counts["clauses"], counts["accounted"]) == (4, 3)
    assert problems == ["clinic: clause 2 is not accounted for"]


def test_a_clause_whose_text_changed_is_a_problem(tmp_path: Path) -> None:
    _, problems = _clinic(tmp_path, clauses={**CLAUSES, "3": "（三）绝密件可以印。"})
    assert "clinic: clause 3 has another fingerprint than the corpus" in problems


def test_a_clause_that_the_corpus_does_not_have_is_a_problem(tmp_path: Path) -> None:
    corpus = {name: text for name, text in CLAUSES.items() if name != "3"}
    _, problems = _clinic(tmp_path, corpus=corpus)
    assert problems == ["clinic: clause 3 is not in the corpus"]


def test_clauses_out_of_order_are_a_problem(tmp_path: Path) -> None:
    _, problems = _clinic(tmp_path, clauses={name: CLAUSES[name] for name in ("m", "2", "1", "3")})
    assert problems == ["clinic: the clauses do not stand in the order of the text"]


def test_a_rule_that_no_case_fires_or_withholds_is_a_problem(tmp_path: Path) -> None:
    cases = "\n".join(line for line in CASES.splitlines() if "绝密" not in line and "主任同意" not in line)
    counts, problems = _clinic(tmp_path, cases=cases)
    assert (counts["rules_fired"], counts["rules_withheld"]) == (1, 1)
    assert problems == ["clinic: rule top-secret is fired by no case", "clinic: rule copying is withheld by no case"]


def test_a_clause_of_several_norms_must_say_which_rule_serves_which(tmp_path: Path) -> None:
    (tmp_path / "books").mkdir()
    (tmp_path / "corpus").mkdir()
    inventory = write_corpus(tmp_path / "corpus") / "clinic.yaml"
    text = inventory.read_text(encoding="utf-8")
    inventory.write_text(text.replace('id: "1", ', 'id: "1", norms: [a, b], '), encoding="utf-8")
    write_clinic(tmp_path / "books")
    report = coverage(tmp_path / "corpus", tmp_path / "books")
    assert any("clause 1 has 2 norms and does not say" in problem for problem in report.problems)


def test_a_corpus_with_a_wrong_fingerprint_is_refused(tmp_path: Path) -> None:
    inventory = write_corpus(tmp_path) / "clinic.yaml"
    inventory.write_text(inventory.read_text(encoding="utf-8").replace("提高认识", "提高认知"), encoding="utf-8")
    with pytest.raises(SourceError, match="clause `2` does not have the fingerprint"):
        coverage(tmp_path)


def test_a_folder_without_inventories_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no corpus here"):
        coverage(tmp_path)
